"""The page of options and limits: their defaults from `reference`, and what they are from the headers."""
import re

import types_page

STRUCTS = {
    "decode_options": ("Reading", "The options of `decode`, `inspect`, `conforms` and `decoder`."),
    "encode_options": ("Writing", "The options of `encode`."),
    "schema_options": ("Schemas", "The options of `json_schema`."),
    "http::call_options": ("Calls", "The options of `call`, `co_call`, `exchange` and the vendors' clients."),
    "http::retry_policy": ("Retries", "The member `retry` of `http::call_options`."),
    "datadog::csv_limits": ("CSV", "The limits of `datadog::read_budget_csv`."),
}
CODES = {name: name for name in ("max_depth", "max_bytes", "max_string", "max_memory", "max_pages", "total_wait",
                                 "attempts")}
CODES["max_entries"] = "datadog-max_entries"
BINARY = ((1 << 20, "MiB"), (1 << 10, "KiB"))


def number(value):
    return f"{value:,}".rstrip("0").rstrip(".") if isinstance(value, float) else f"{value:,}"


def in_units(name, value):
    """`64 MiB`, `30 s`, `1,000`."""
    if name.rsplit("::")[-1] in ("max_bytes", "max_string", "max_memory"):
        for size, unit in BINARY:
            if value % size == 0:
                return f"{value // size} {unit}"
    if name.rsplit("::")[-1] in ("base", "cap", "total_wait"):
        return f"{value} ms" if value % 1000 else f"{value // 1000} s"
    return number(value)


class Page:
    """Options, limits and sizes of batches."""

    def __init__(self, facts, comments, enumerations=None):
        self.facts = facts
        self.comments = comments
        self.enumerations = enumerations or {}

    def default(self, struct, member, initial):
        """The default as the program prints it, or as it is written."""
        name = f"{struct}::{member}"
        if name in self.facts["defaults"]:
            return in_units(name, self.facts["defaults"][name])
        if re.fullmatch(r"[\d'.]+|std::size_t\{.*", initial):
            raise SystemExit(f"{name} has the default {initial}, which limits.hpp does not print")
        if member == "retry":
            return "[Retries](#retries)"
        return f"`{initial.rsplit('::', 1)[-1]}`" if initial else "none"

    def options(self, struct):
        known = self.comments[f"outlay::{struct}"]
        header = f"[`{known.header}`](../../../include/{known.header})"
        yield f"`outlay::{struct}`, in {header}."
        yield ""
        yield "| Option | Default | Meaning |"
        yield "|---|---|---|"
        for member, comment in known.members.items():
            if member == "deepest":
                continue
            code = f" Code: [`{member}`](codes.md#{CODES[member]})." if member in CODES else ""
            text = types_page.sentence(types_page.words(comment))
            yield f"| `{member}` | {self.default(struct, member, known.defaults[member])} | {text}{code} |"
        yield ""
        for member, initial in known.defaults.items():
            yield from self.values(member, initial)

    def values(self, member, initial):
        """Those of an option that is an enumeration."""
        enumeration, _, value = initial.rpartition("::")
        known = self.enumerations.get(enumeration.rsplit("::", 1)[-1], {})
        if value not in known:
            return
        yield f"Values of `{member}`:"
        yield ""
        for name, comment in known.items():
            yield f"- `{name}`: {types_page.sentence(comment)}"
        yield ""

    def limits(self):
        known = self.facts["constants"]
        ms_of_day = 24 * 3600 * 1000
        digits = known["max_scale"]
        rows = (
            ("Nesting that `max_depth` can be set to", number(known["deepest"]),
             "`decode_options::deepest`. A larger value is an error, [`max_depth`](codes.md#max_depth)."),
            ("Digits of a decimal", f"{digits}, of which up to {digits} after the point",
             "More are rounded with a notice, or rejected: [`decimal_inexact`](codes.md#decimal_inexact)."),
            ("Members of a described class", number(known["most_members"]),
             "With those of its bases. More are a compile error."),
            ("Characters of a member's name in JSON", number(known["longest_member_name"]),
             "A longer name is a compile error."),
            ("Characters of an enumerator in JSON", number(known["longest_enum_text"]),
             "A longer name is a compile error."),
            ("Characters of a base URL", number(known["longest_base_url"]),
             "A longer one is an error, [`base_url`](codes.md#base_url)."),
            ("Wait before a retry", f"{known['longest_wait_ms'] // ms_of_day} days",
             "A longer wait that a server asks for is cut to this."),
            ("Wait where the one that the server asks for can't be read", f"{known['careful_wait_ms'] // 1000} s",
             "`http::careful_wait`."),
            ("Tags of a CSV text", number(known["most_csv_tags"]),
             "`datadog::most_csv_tags`. More are an error, [`too_many_tags`](codes.md#datadog-too_many_tags)."),
        )
        yield "| Limit | Value | Note |"
        yield "|---|---|---|"
        for row in rows:
            yield f"| {' | '.join(row)} |"
        yield ""

    def batches(self):
        yield "| Operation | Items in a request |"
        yield "|---|---|"
        for name, size in sorted(self.facts["batches"].items()):
            yield f"| `{name}` | {number(size)} |"
        yield ""

    def lines(self):
        yield "# Options and limits"
        yield ""
        yield ("This page lists every option with its default, and the limits that no option changes. It is generated "
               "by the CMake target `outlay_reference_pages`. [options.md](../options.md) describes how to choose "
               "options.")
        yield ""
        for struct, (title, about) in STRUCTS.items():
            yield f"## {title}"
            yield ""
            yield about
            yield ""
            yield from self.options(struct)
        yield "## Limits without an option"
        yield ""
        yield from self.limits()
        yield "## Batches"
        yield ""
        yield "A batch of more items is sent in several requests. The result has one outcome for each item."
        yield ""
        yield from self.batches()

    def problems(self):
        """Batched operations of the headers that the program does not print."""
        for name, known in self.comments.items():
            short = name.removeprefix("outlay::")
            if "items_per_call" in known.constants and short not in self.facts["batches"]:
                yield f"{short} is a batch, and limits.hpp does not print its items_per_call"
