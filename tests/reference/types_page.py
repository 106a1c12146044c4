"""The pages of the vendors: every wire type, from the output of `reference` and the headers."""
import re

import headers

VENDORS = {"AMAZON": "Amazon Ads", "AWS": "AWS Budgets", "DATADOG": "Datadog", "GOOGLE": "Google Ads",
           "HUBSPOT": "HubSpot"}
USES = ("request", "update", "reply")
PLURAL = {"request": "requests", "update": "updates", "reply": "replies"}
MOST_TEXTS = 40  # of an enumeration that are not folded away


def slug(heading):
    """The anchor that GitHub makes of a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def code(text):
    """Text in a table, as code: bars are escaped, and back quotes inside need two around."""
    text = text.replace("|", "\\|")
    return f"`` {text} ``" if "`" in text else f"`{text}`"


def words(text):
    """Text in a table, not as code."""
    return text.replace("|", "\\|").replace("<", "&lt;").replace("\n", " ")


def sentence(text):
    text = text.strip()
    if not text:
        return ""
    return text[0].upper() + text[1:] + ("" if text[-1] in ".!?:" else ".")


def code_anchor(vendor, name):
    """The anchor of a code in codes.md: vendors may have the same code for different rules."""
    return f"{vendor.lower()}-{name}" if vendor else name


def in_cpp(name):
    """`outlay::amazon::portfolio` of the compiler's name."""
    return re.sub(r"\bv\d+_\d+_\d+::", "", name)


def parts_of(kind):
    """The types that a type is made of: its value, items, alternatives and wire forms."""
    for key in ("value", "item", "wire"):
        if key in kind:
            yield kind[key]
    for key in ("parts", "any", "reads"):
        yield from kind.get(key, ())


class Page:
    """The wire types of one vendor."""

    def __init__(self, vendor, facts, comments, general=()):
        self.general = general  # the codes that are not a vendor's own
        self.vendor = vendor
        self.comments = comments
        self.schemas = facts["schemas"]
        self.classes = {one["name"]: one for one in facts["classes"]}
        self.roots = facts["vendors"][vendor]
        self.names = []
        self.uses = {}
        self.users = {}
        self.long_lists = {}  # the texts of long enumerations: the type that lists them
        for name in self.roots:
            self.meet(name)
        for name in self.names:
            own = self.classes[name]
            if own["is_request"] or own["direction"] != "request":
                self.spread(name, USES.index(own["direction"]))
        for name in self.names:  # of types that no body has: in both directions
            if name not in self.uses:
                self.spread(name, 0)
                self.spread(name, 2)

    # --- types and their uses

    def inner(self, kind):
        """The names of the classes in a type."""
        if kind["is"] == "object":
            yield kind["name"]
        for one in parts_of(kind):
            yield from self.inner(one)

    def meet(self, name):
        if name in self.names:
            return
        self.names.append(name)
        for field in self.classes[name]["fields"]:
            for other in self.inner(field["type"]):
                self.meet(other)
                self.users.setdefault(other, [])
                if name not in self.users[other]:
                    self.users[other].append(name)

    def spread(self, name, outer):
        use = max(outer, USES.index(self.classes[name]["direction"]))
        uses = self.uses.setdefault(name, set())
        if USES[use] in uses:
            return
        uses.add(USES[use])
        for field in self.classes[name]["fields"]:
            if field["in_replies_only"] and use != 2:
                continue
            for other in self.inner(field["type"]):
                self.spread(other, use)

    # --- names

    def heading(self, name):
        """`unified::campaign` of `amazon.unified.campaign`."""
        text = in_cpp(self.classes[name]["cpp"])
        return re.sub(rf"outlay::(?:{self.vendor.lower()}::)?", "", text)

    def link(self, name):
        return f"[`{self.heading(name)}`](#{slug(self.heading(name))})"

    # --- the JSON of a type

    def json(self, kind):
        if "reads" in kind:
            return " or ".join(dict.fromkeys(self.json(one) for one in kind["reads"]))
        is_ = kind["is"]
        if is_ == "object":
            return self.link(kind["name"])
        if is_ == "maybe":
            return self.json(kind["value"])
        if is_ == "converted":
            return self.json(kind["wire"])
        if is_ == "list":
            count = f" of {kind['count']}" if "count" in kind else ""
            item = self.json(kind["item"])
            return f"array{count} of ({item})" if " or " in item else f"array{count} of {item}"
        if is_ == "map":
            return f"object of any names: {self.json(kind['value'])}"
        if is_ == "tuple":
            return "array of " + ", ".join(self.json(one) for one in kind["parts"])
        if is_ == "variant":
            return " or ".join(dict.fromkeys(self.json(one) for one in kind["any"]))
        return self.scalar(kind)

    @staticmethod
    def scalar(kind):
        text = " or ".join(kind["json"])
        if kind["json"] == ["string", "integer", "number", "boolean"]:
            return "any scalar"
        if kind.get("format"):
            text += f" ({kind['format']})"
        elif kind.get("texts") == [""]:
            return "the empty string"
        elif kind.get("texts"):
            text += " (enumeration)" if kind["is_closed"] else " (open enumeration)"
        elif kind.get("example"):
            text += " such as " + " or ".join(code(one) for one in kind["example"].split(","))
        if kind.get("is_secret"):
            text += ", secret"
        return text

    def enumerations(self, kind):
        """The enumerations in a type."""
        if kind["is"] == "scalar" and kind.get("texts") and kind["texts"] != [""]:
            yield kind
        for key in ("value", "item", "wire", "key"):
            if key in kind:
                yield from self.enumerations(kind[key])
        for key in ("parts", "any", "reads"):
            for one in kind.get(key, ()):
                yield from self.enumerations(one)

    # --- presence and rules

    def is_required(self, name, field, use):
        if field["is_required"]:
            return True
        if field["type"]["is"] == "maybe":
            return False
        usual = self.classes[name]["direction"]
        schema = self.schemas.get(name if use == usual else f"{name}.{use}", {})
        for part in [schema, *schema.get("anyOf", ())]:
            if field["name"] in part.get("required", ()):
                return True
        return False

    def presence(self, name, field):
        """`required`; where it depends on the direction, for each."""
        uses = [use for use in USES if use in self.uses[name]]
        if field["in_replies_only"]:
            uses = [use for use in uses if use == "reply"]
            if not uses:
                return "never sent"
        kind = field["type"]
        null = ", or null" if kind["is"] == "maybe" and kind.get("is_nullable") else ""
        null += ", for information" if field["for_information"] and "reply" in uses else ""
        by_use = {}
        for use in uses:
            one = "expected" if field["is_expected"] else "optional"
            if self.is_required(name, field, use):
                one = "required"
            by_use.setdefault(one + null, []).append(PLURAL[use])
        only = ", replies only" if field["in_replies_only"] and len(self.uses[name]) != 1 else ""
        if len(by_use) == 1:
            return next(iter(by_use)) + only
        return "; ".join(f"{' and '.join(among)}: {one}" for one, among in by_use.items())

    def binds(self, name, last):
        """Where a rule binds: None if nowhere; empty if everywhere that the type is used."""
        uses = [use for use in USES if use in self.uses[name]]
        bound = [use for use in uses if USES.index(use) <= USES.index(last)]
        if not bound:
            return None
        if bound == uses:
            return ""
        return "if sent" if bound == ["request", "update"] else " and ".join(PLURAL[use] for use in bound)

    def rule(self, name, rule):
        """`more than 0 ([code](...), requests)`; empty for rules that are described elsewhere."""
        if rule["kind"] in ("presence", "in_replies_only", "for_information", "title", "description", "format"):
            return ""
        where = self.binds(name, rule["last"])
        if rule["kind"] in ("each", "each_key"):
            inner = "; ".join(filter(None, (self.rule(name, one) for one in rule["rules"])))
            return inner and f"each {'key' if rule['kind'] == 'each_key' else 'item'}: {inner}"
        if where is None:
            return ""
        notes = [self.code_link(rule["code"]), where, "a notice" if rule.get("is_notice") else ""]
        return f"{words(rule.get('words', ''))} ({', '.join(filter(None, notes))})"

    def type_rules(self, kind):
        """The values that a type reads, where its JSON type allows more, with the code of the others."""
        if kind.get("unsaid"):
            code_name, _, text = kind["unsaid"].partition(": ")
            yield f"{words(text)} ({self.code_link(code_name)})"
        for one in parts_of(kind):
            yield from self.type_rules(one)

    def code_link(self, name):
        return f"[`{name}`](codes.md#{code_anchor(None if name in self.general else self.vendor, name)})"

    def clause(self, name, clause):
        """The lines about a condition between members."""
        where = self.binds(name, clause["last"])
        if where is None:
            return
        notes = ", ".join(filter(None, [where, "a notice" if clause.get("is_notice") else ""]))
        notes = f", {notes}" if notes else ""
        if clause["kind"] == "when":
            for demand in clause["demands"]:
                yield f"- `{demand['field']}`: {words(demand['message'])} ({self.code_link(demand['code'])}{notes})"
        elif clause["kind"] == "audit":
            codes = clause.get("code", "")
            if codes:
                links = ", ".join(self.code_link(re.match(r"\w+", one)[0]) for one in codes.split(", "))
                yield f"- Several fields{notes}: {links}"
        else:
            place = f"`{clause['field']}`: " if "field" in clause else ""
            yield f"- {place}{words(clause['message'])} ({self.code_link(clause['code'])}{notes})"

    # --- sections

    def in_wire_names(self, text, renames):
        """A comment of a header with the names that fields have in JSON."""
        def replace(found):
            return f"`{renames[found[0]]}`" if found[0] in renames and "_" in found[0] else found[0]
        parts = re.split(r"(`[^`]*`)", words(text))
        return "".join(part if part.startswith("`") else re.sub(r"\w+", replace, part) for part in parts)

    def meaning(self, field, comment, renames):
        described = [rule["words"] for rule in field["rules"] if rule["kind"] in ("description", "title")]
        text = words(described[0]) if described else self.in_wire_names(comment or "", renames)
        said = [sentence(text)]
        if field.get("aliases"):
            said.append("Also read as " + ", ".join(f"`{one}`" for one in field["aliases"]) + ".")
        return " ".join(filter(None, said))

    def fields(self, name):
        one = self.classes[name]
        cpp = in_cpp(one["cpp"]).split("<")[0]
        members = headers.members_of(self.comments, cpp)
        if len(members) != len(one["fields"]):
            if one["fields"]:
                raise SystemExit(f"{cpp}: its header describes {len(members)} members, and its table "
                                 f"{len(one['fields'])}")
            return
        renames = {member: field["name"] for (member, _), field in zip(members, one["fields"])}
        rows = [("Field", "Member", "JSON", "Presence", "Rules", "Meaning")]
        for (member, comment), field in zip(members, one["fields"]):
            its_type = headers.type_of(self.comments, cpp, member)
            rules = [self.rule(name, rule) for rule in field["rules"]]
            rules = "; ".join(dict.fromkeys(filter(None, [*rules, *self.type_rules(field["type"])])))
            rows.append((f"`{field['name']}`", f"`{its_type} {member}`", self.json(field["type"]),
                         self.presence(name, field), rules, self.meaning(field, comment, renames)))
        if not any(row[4] for row in rows[1:]):
            rows = [row[:4] + row[5:] for row in rows]
        yield f"| {' | '.join(rows[0])} |"
        yield "|---" * len(rows[0]) + "|"
        for row in rows[1:]:
            yield f"| {' | '.join(row)} |"

    def values(self, name):
        """The values of enumerations, once for each that several fields have."""
        seen = {}
        for field in self.classes[name]["fields"]:
            for kind in self.enumerations(field["type"]):
                seen.setdefault((tuple(kind["texts"]), kind["is_closed"]), []).append(f"`{field['name']}`")
        for (texts, is_closed), fields in seen.items():
            what = "Values" if is_closed else "Known values"
            listed = ", ".join(f"`{text}`" for text in texts)
            who = ", ".join(dict.fromkeys(fields))
            yield ""
            if len(texts) <= MOST_TEXTS:
                yield f"{what} of {who}: {listed}."
            elif self.long_lists.setdefault(texts, name) != name:
                yield f"{what} of {who}: those of {self.link(self.long_lists[texts])}."
            else:
                yield f"<details><summary>{len(texts)} {what.lower()} of {who.replace('`', '')}</summary>"
                yield ""
                yield f"{listed}."
                yield ""
                yield "</details>"

    def direction(self, name):
        uses = [PLURAL[use] for use in USES if use in self.uses[name]]
        return "In " + (uses[0] if len(uses) == 1 else ", ".join(uses[:-1]) + " and " + uses[-1]) + "."

    def description(self, name):
        one = self.classes[name]
        known = self.comments[in_cpp(one["cpp"]).split("<")[0]]
        return sentence(words(one.get("description") or known.comment))

    def section(self, name):
        one = self.classes[name]
        known = self.comments[in_cpp(one["cpp"]).split("<")[0]]
        header = f"[`outlay/{known.header.removeprefix('outlay/')}`](../../../include/{known.header})"
        yield f"### `{self.heading(name)}`"
        yield ""
        yield self.description(name)
        yield ""
        about = [self.direction(name), f"Header: {header}."]
        if known.source:
            about.append(f"Source: {words(known.source)}.")
        if self.users.get(name):
            about.append("Used by " + ", ".join(self.link(user) for user in self.users[name] if user != name) + ".")
        if one.get("is_read_from_text"):
            about.append("Also read from a string.")
        if one.get("tag"):
            about.append(f"The field `{one['tag']}` selects this type.")
        yield " ".join(about)
        yield ""
        if one["has_any_names"]:
            yield "An object of any names. Their values are kept as JSON."
        else:
            yield from self.fields(name)
        yield from self.values(name)
        clauses = [line for clause in one["clauses"] for line in self.clause(name, clause)]
        if clauses:
            yield ""
            yield "Conditions between fields:"
            yield ""
            yield from dict.fromkeys(clauses)
        yield ""

    def problems(self):
        """Fields without a description in header and model."""
        for name in self.names:
            one = self.classes[name]
            members = headers.members_of(self.comments, in_cpp(one["cpp"]).split("<")[0])
            for (_, comment), field in zip(members, one["fields"]):
                if not self.meaning(field, comment, {}):
                    yield f"{one['cpp']}: {field['name']} has neither a comment nor a description"

    def is_body(self, name):
        one = self.classes[name]
        return not self.users.get(name) and (one["is_request"] or one["direction"] != "request")

    def groups(self):
        """The types by purpose, in the order of their names."""
        ordered = sorted(self.names, key=self.heading)
        sent = [name for name in ordered if self.is_body(name) and self.classes[name]["direction"] != "reply"]
        received = [name for name in ordered if self.is_body(name) and self.classes[name]["direction"] == "reply"]
        parts = [name for name in ordered if name not in sent and name not in received]
        return (("Bodies of requests", sent), ("Bodies of replies", received), ("Parts of bodies", parts))

    def lines(self):
        self.long_lists = {}
        yield f"# {VENDORS[self.vendor]}: wire types"
        yield ""
        yield (f"This page lists the fields of every JSON type that `outlay/{self.vendor.lower()}.hpp` reads and "
               "writes, with the rules that `decode`, `validate` and `json_schema` apply. The types are in the "
               f"namespace `outlay::{self.vendor.lower()}`. The page is generated by the CMake target "
               "`outlay_reference_pages`.")
        yield ""
        yield from LEGEND
        yield ""
        for title, names in self.groups():
            if not names:
                continue
            yield f"**{title}**"
            yield ""
            yield "| Type | Description |"
            yield "|---|---|"
            for name in names:
                yield f"| {self.link(name)} | {self.description(name)} |"
            yield ""
        for title, names in self.groups():
            if not names:
                continue
            yield f"## {title}"
            yield ""
            for name in names:
                yield from self.section(name)


LEGEND = """\
- *Member*: its type and its name in C++. Types without a namespace are those of the vendor, or of `outlay`.
- *Presence*: the absence of a `required` field is a violation, [`missing`](codes.md#missing); that of an `expected`
  field is a notice. An `optional` field may be absent, and null is read as absent. `or null`: null is a value of its
  own. `for information`: in a reply, a value of another kind is a notice, and the field is read as absent.
- *Rules*: each with the [code](codes.md) of its violation. `if sent`: the rule binds requests and updates, and not
  replies.
- *JSON*: an open enumeration keeps a value that it does not know. `string or integer`: both are read, and a string is
  written.
- Fields that a type does not have are described in [codes.md](codes.md#unknown_field).""".splitlines()
