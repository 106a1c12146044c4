"""Shows outlay's types in gdb as their text: `p budget` prints 50.00 USD.

    (gdb) source <prefix>/share/outlay/outlay_gdb.py

Secrets are not shown.
"""

import datetime

import gdb
import gdb.printing

# outlay::vacancy.
NONE, NULL = 0, 2
STATUS_BIT = 48  # of decimal_parts::rest
LEAST_MILLISECONDS = -(2**63)
EPOCH = datetime.datetime(1970, 1, 1)


def string_text(value):
    """The characters of a std::string: of libstdc++ without its printers, else as the printers show it."""
    try:
        return value["_M_dataplus"]["_M_p"].string(length=int(value["_M_string_length"]))
    except gdb.error:
        return str(value).strip('"')


def decimal_text(value):
    low, rest = int(value["parts_"]["low"]), int(value["parts_"]["rest"])
    digits = str((rest & 0xFFFFFFFF) << 64 | low)
    scale = rest >> 32 & 0xFF
    if scale:
        digits = digits.rjust(scale + 1, "0")
        digits = f"{digits[:-scale]}.{digits[-scale:]}"
    return ("-" if rest >> 40 & 1 else "") + digits


def currency_text(value):
    return value["code_"].string(length=3)


def timestamp_text(value):
    milliseconds = int(value["ms_"])
    try:
        time = EPOCH + datetime.timedelta(milliseconds=milliseconds)
    except OverflowError:  # beyond the years 1 to 9999
        return f"{milliseconds} ms since 1970"
    text = time.strftime("%H:%M:%S")
    if milliseconds % 1000:
        text += f".{milliseconds % 1000:03}"
    return f"{time.date().isoformat()}T{text}Z"


def month_text(value):
    year, month = divmod(int(value["index_"]), 12)
    return f"{year:04}-{month + 1:02}"


def day_text(value):
    parts = [int(value[part][part]) for part in ("y_", "m_", "d_")]
    return "{:04}-{:02}-{:02}".format(*parts)


def range_text(value):
    return f"{day_text(value['first_'])}/{day_text(value['last_'])}"


def time_of_day_text(value):
    minutes, seconds = divmod(int(value["seconds_"]), 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}"


def open_enum_text(value):
    unknown = value["unknown_"]["text_"]
    if int(unknown) != 0:
        return f'unknown "{string_text(unknown.dereference())}"'
    return str(value["value_"]).rpartition("::")[2]


def state_of(slot):
    """The vacancy of a value_slot, which has a member for it, or holds a spare value of its type."""
    fields = {field.name for field in slot.type.fields()}
    if "state_" in fields:
        return int(slot["state_"])
    value = slot["value_"]
    if "parts_" in {field.name for field in value.type.fields()}:
        return int(value["parts_"]["rest"]) >> STATUS_BIT
    return int(int(value["ms_"]) == LEAST_MILLISECONDS)


class Text:
    """A type that is one text."""

    def __init__(self, text, value):
        self.text, self.value = text, value

    def to_string(self):
        return self.text(self.value)


class Holder:
    """nullable and compact_optional."""

    def __init__(self, value):
        self.slot = value["slot_"]
        self.state = state_of(self.slot)

    def to_string(self):
        if self.state == NONE:
            return str(self.slot["value_"])
        return "null" if self.state == NULL else "absent"


class Fields:
    """The unknown fields that extras keeps."""

    def __init__(self, value):
        self.kept = value["kept_"]

    def to_string(self):
        return "no unknown fields" if int(self.kept) == 0 else "unknown fields"

    def display_hint(self):
        return "map"

    def children(self):
        if int(self.kept) == 0:
            return
        for i, field in enumerate(elements(self.kept["fields"])):
            yield f"[{i}].name", string_text(field["name"])
            yield f"[{i}].json", string_text(field["json"])


class Report:
    """Violations, then notices, a line each."""

    def __init__(self, value):
        self.value = value

    def findings(self, name):
        return list(elements(self.value[name]))

    def to_string(self):
        return f"{len(self.findings('violations_'))} violations, {len(self.findings('notices_'))} notices"

    def children(self):
        for name in ("violations_", "notices_"):
            for i, finding in enumerate(self.findings(name)):
                yield f"{name.rstrip('_')}[{i}]", finding_text(finding)


def elements(vector):
    """Those of a std::vector of libstdc++."""
    at, end = vector["_M_impl"]["_M_start"], vector["_M_impl"]["_M_finish"]
    while at != end:
        yield at.dereference()
        at += 1


def finding_text(value):
    place = f"{int(value['line'])}:{int(value['column'])} " if int(value["line"]) else ""
    return f"{place}{string_text(value['pointer'])}: {string_text(value['message'])}"


TEXTS = {
    "decimal": decimal_text,
    "currency": currency_text,
    "money": lambda value: f"{decimal_text(value['amount'])} {currency_text(value['currency'])}",
    "iso_timestamp": timestamp_text,
    "epoch_timestamp": timestamp_text,
    "month": month_text,
    "date_range": range_text,
    "time_of_day": time_of_day_text,
    "open_enum<.*>": open_enum_text,
    "identifier<.*>": lambda value: f'"{string_text(value["text_"])}"',
    "secret": lambda value: "(secret)",
    "violation": finding_text,
}
# The version is an inline namespace.
NAMESPACE = r"^outlay::(v\d+_\d+_\d+::)?"


def make_printer():
    printer = gdb.printing.RegexpCollectionPrettyPrinter("outlay")
    for name, text in TEXTS.items():
        printer.add_printer(name, f"{NAMESPACE}{name}$", lambda value, text=text: Text(text, value))
    printer.add_printer("holder", NAMESPACE + "(nullable|compact_optional)<.*>$", Holder)
    printer.add_printer("extras", NAMESPACE + "extras$", Fields)
    printer.add_printer("report", NAMESPACE + "report$", Report)
    return printer


gdb.printing.register_pretty_printer(gdb.current_objfile(), make_printer(), replace=True)
