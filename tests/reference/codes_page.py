"""The page of codes: those that `reference` prints examples of, with meanings from tables and from meanings.txt."""
import re
from pathlib import Path

import types_page

INCLUDE = Path(__file__).resolve().parents[2] / "include" / "outlay"
MEANINGS = Path(__file__).with_name("meanings.txt")
LONGEST = 200  # characters of a document on the page
WIDEST = 30  # characters of a code on one line
MOST_PLACES = 3  # types that are named as those with a rule

SECTIONS = {
    "json": ("Reading and checking JSON",
             "Reported by `decode`, `inspect`, `conforms` and `validate`, for vendors' types and for a user's own. The "
             "types of the calls are in [calls.hpp](../../../tests/reference/calls.hpp)."),
    "rules": ("Rules of models", "The codes of outlay's own rules. A model may give a rule another code: "
              "`coded(\"budget_too_low\", more_than(0))`."),
    "values": ("Values from text", "Reported by the `parse` functions of values and by `outlay/budget.hpp`."),
    "batches": ("Batches and pages", "Reported by `correlate`, and by calls that match the rows of a reply to the "
                "items of a request, or that follow pages."),
    "http": ("Calls", "In the error of a call. A transport may return errors with codes of its own."),
}


class Meanings:
    """The file meanings.txt: `[section]`, then `code: meaning` lines; `[not codes]` has other literals. Sections are
    those of outlay's own codes, and the vendors."""

    def __init__(self):
        self.general = {}  # code: its section
        self.texts = {}  # (section, code): meaning
        self.not_codes = set()
        section = ""
        for line in MEANINGS.read_text(encoding="utf-8").splitlines():
            if line.startswith("["):
                section = line.strip("[]")
            elif section == "not codes":
                self.not_codes.update(line.split())
            elif line and not line.startswith("#"):
                name, _, text = line.partition(": ")
                self.texts[section, name] = text
                if section in SECTIONS:
                    self.general[name] = section


def literals():
    """The string literals of the headers that may be codes, with the first header of each."""
    found = {}
    for path in sorted(INCLUDE.rglob("*.hpp")):
        text = re.sub(r"//[^\n]*", "", path.read_text(encoding="utf-8"))
        for name in re.findall(r'"([^"\\\n]*)"', text):
            if re.fullmatch(r"(?!v\d)[a-z][a-z0-9]*(_[a-z0-9]+)*", name):
                found.setdefault(name, path.relative_to(INCLUDE).as_posix())
    return found


def shortened(text):
    """A document without the middle of long runs and of long lists."""
    text = re.sub(r"(\w)\1{20,}", r"\1\1\1...", text)
    if len(text) > LONGEST:
        text = text[:LONGEST // 2].rstrip() + " ... " + text[-LONGEST // 4:].lstrip()
    return text


def breakable(code):
    """A code that can be on several lines, if it is long: the column would push the others out of the page."""
    return f"`{code}`" if len(code) <= WIDEST else f"<code>{code.replace('_', '_<wbr>')}</code>"


class Page:
    """All codes."""

    def __init__(self, facts):
        self.known = Meanings()
        self.facts = facts
        self.types = {vendor: types_page.Page(vendor, facts, {}) for vendor in facts["vendors"]}
        self.examples = {}  # code: [(vendor or section, document, text, is notice, how many are found)]
        for group, calls in facts["calls"].items():
            for call in calls:
                self.add(group, call["text"].replace("\n", " "), call["found"], None)
        for one in facts["documents"]:
            self.add(one["vendor"], one["text"], one["found"], one)
        self.rules = {}  # (vendor, code): where it is in tables, in words
        for vendor, page in self.types.items():
            for name in page.names:
                self.add_rules(vendor, page, name)

    def add(self, group, shown, found, document):
        for one in found:
            code = re.sub(r"^http_\d+$", "http_404", one["code"])
            self.examples.setdefault(code, []).append((group, shown, one, document, len(found)))

    def add_rules(self, vendor, page, name):
        one = page.classes[name]

        def note(code, field, text):
            link = self.link(vendor, name)
            places = self.rules.setdefault((vendor, code), {}).setdefault(types_page.words(text), {})
            places.setdefault(link, []).append(f"`{field}`" if field else "")

        def walk(rules, field):
            for rule in rules:
                if "rules" in rule:
                    walk(rule["rules"], field)
                elif rule.get("code") and rule.get("words"):
                    note(rule["code"], field, "expected " + rule["words"])

        for field in one["fields"]:
            walk(field["rules"], field["name"])
        for clause in one["clauses"]:
            if clause["kind"] == "when":
                for demand in clause["demands"]:
                    note(demand["code"], demand["field"], demand["message"])
            elif clause["kind"] != "audit":
                note(clause["code"], clause.get("field"), clause["message"])
            else:
                for code in filter(None, clause.get("code", "").split(", ")):
                    self.rules.setdefault((vendor, code), {})

    def link(self, vendor, name):
        """To a type on the page of its vendor."""
        heading = self.types[vendor].heading(name)
        return f"[`{heading}`]({vendor.lower()}.md#{types_page.slug(heading)})"

    # --- what is on the page

    def codes_of(self, section):
        """The codes of a section, or of a vendor, in their order."""
        if section in SECTIONS:
            return sorted(name for name, of in self.known.general.items() if of == section)
        found = {code for vendor, code in self.rules if vendor == section}
        found |= {code for code, all_of in self.examples.items() if any(one[0] == section for one in all_of)}
        found |= {name for name, path in literals().items()
                  if path.startswith(f"{section.lower()}/") and name not in self.known.not_codes}
        found |= {name for of, name in self.known.texts if of == section.lower()}
        return sorted(found - self.known.general.keys())

    def best_example(self, section, code):
        """Of several, one of this section; of those, one in which nothing else is found."""
        is_general = section in SECTIONS

        def rank(one):
            group, _, _, document, count = one
            if is_general:
                other = 0 if group == section else 1 if document is not None else 2
            else:
                other = 0 if group == section else 1
            return other, count != 1

        among = [one for one in self.examples.get(code, ())
                 if is_general or one[0] in (section, "vendors") and self.is_about(section, one)]
        return min(among, key=rank) if among else None

    @staticmethod
    def is_about(section, example):
        """Whether an example is about a vendor: calls name it."""
        group, shown, _, document, _ = example
        return document is not None or f"{section.lower()}::" in shown

    def meaning(self, section, code):
        if (section.lower(), code) in self.known.texts:
            return self.known.texts[section.lower(), code]
        said = {}  # places: what they ask
        for text, places in self.rules.get((section, code), {}).items():
            where = [f"{link} {', '.join(dict.fromkeys(fields))}".rstrip() for link, fields in places.items()]
            more = " and other types" if len(where) > MOST_PLACES else ""
            said.setdefault(", ".join(where[:MOST_PLACES]) + more, []).append(text)
        return ". ".join(f"{where}: {'; '.join(texts)}" for where, texts in said.items()) + ("." if said else "")

    def row(self, section, code):
        anchor = types_page.code_anchor(None if section in SECTIONS else section, code)
        name = "`http_` and the status" if code == "http_404" else breakable(code)
        name = f'<a id="{anchor}"></a>{name}'
        example = self.best_example(section, code)
        if example is None:
            return f"| {name} | {self.meaning(section, code)} | |"
        group, shown, found, document, _ = example
        about = "" if document is None else self.link(group, document["type"]) + ": "
        is_call = document is not None or re.match(r"[\w:<>, ]+[({]", shown)
        shown = types_page.code(shortened(shown)) if is_call else types_page.words(shown)
        notice = "Notice. " if found["is_notice"] else ""
        text = types_page.code(shortened(found["text"]))
        return f"| {name} | {notice}{self.meaning(section, code)} | {about}{shown}<br>&rarr; {text} |"

    def table(self, section):
        yield "| Code | Meaning | Example, and its message |"
        yield "|---|---|---|"
        for code in self.codes_of(section):
            yield self.row(section, code)
        yield ""

    def lines(self):
        yield "# Codes of violations and notices"
        yield ""
        yield from INTRODUCTION
        yield ""
        for section, (title, about) in SECTIONS.items():
            yield f"## {title}"
            yield ""
            yield about
            yield ""
            yield from self.table(section)
        for vendor in self.types:
            yield f"## {types_page.VENDORS[vendor]}"
            yield ""
            yield from self.table(vendor)

    # --- what must not be missing

    def problems(self):
        """Codes without a row or an example, meanings of what is no code any more, and literals that are neither."""
        listed = {}
        for section in [*SECTIONS, *self.types]:
            for code in self.codes_of(section):
                listed.setdefault(code, []).append(section)
        found = literals()
        for name in sorted(found):
            if name not in listed and name not in self.known.not_codes:
                yield (f"include/outlay/{found[name]} has \"{name}\": neither a code of codes.md, nor listed under "
                       "[not codes] in meanings.txt")
        for code in sorted(self.examples):
            if code not in listed:
                yield f"{code}: an example has it, and codes.md does not"
        for code, sections in sorted(listed.items()):
            for section in sections:
                if self.best_example(section, code) is None and code != "exception":
                    yield f"{code} ({section}): no example: documents.txt and calls.hpp have none"
                if not self.meaning(section, code):
                    yield f"{code} ({section}): no meaning: neither tables nor meanings.txt have one"
        for name in sorted({name for _, name in self.known.texts}):
            if name not in found and name != "http_404":
                yield f"meanings.txt has {name}, which is in no header"
        for name in sorted(self.known.not_codes - set(found)):
            yield f"meanings.txt has {name} under [not codes], which is in no header"


INTRODUCTION = """\
Every violation and notice has a code, `violation::code`, which is stable and meant for programs. This page lists all
codes, with a document or a call that leads to each and, after the arrow, the message that outlay prints for it. The
page is generated by the CMake target `outlay_reference_pages`, with `today` 2026-11-02.

A violation is a reason why a value is not accepted. A *notice* reports a deviation that was understood; it does not
count. The codes of a vendor's rules are those of the vendor's own errors where there are such, in lower case.
""".splitlines()
