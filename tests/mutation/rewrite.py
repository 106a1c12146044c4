"""What tests/mutation.py does with text alone: mutants of a header, the header with all of them or with one, and the
list of survivors that can't matter. Needs no compiler, so that mutation_test.py runs everywhere."""

import re
from dataclasses import dataclass, field

# The operator that replaces another: the comparison with the other bound, the opposite, the inverse.
REPLACED_BY = {
    "==": "!=", "!=": "==", "<": "<=", "<=": "<", ">": ">=", ">=": ">",
    "+": "-", "-": "+", "*": "/", "/": "*", "&&": "||", "||": "&&", "+=": "-=", "-=": "+=",
}  # fmt: skip

COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)


def on_one_line(text):
    """Code without its comments and line breaks. The text has no raw string, and no string with a comment in it."""
    return re.sub(r"\s+", " ", COMMENT.sub(" ", text)).strip()


@dataclass
class Site:
    """A place in a header that can be mutated: bytes start to end of its text, which is ASCII. `left` and `right` are
    the ends of the operands of a binary operator; `type` is what a literal is converted to, where that matters;
    `may_be_constant` is whether a constant expression may evaluate it."""

    kind: str  # binary, not, minus, integer, boolean, statement
    start: int
    end: int
    left: int = 0  # end of the left operand
    right: int = 0  # start of the right operand
    operator: str = ""
    type: str = ""
    may_be_constant: bool = False
    id: int = 0
    inner: list = field(default_factory=list)


def mutated(text, site):
    """The expression that replaces the site's, on one line."""
    whole = text[site.start : site.end]
    if site.kind == "binary":
        left, right = on_one_line(text[site.start : site.left]), on_one_line(text[site.right : site.end])
        return f"({left}) {REPLACED_BY[site.operator]} ({right})"
    if site.kind == "not":  # of the type that the original has, where an operand is only converted to bool
        return f"static_cast<bool>({on_one_line(whole[1:])})"
    if site.kind == "minus":
        return f"({on_one_line(whole[1:])})"
    if site.kind == "boolean":
        return "false" if whole == "true" else "true"
    if site.kind == "integer":
        digits = re.fullmatch(r"(0[xXbB])?([0-9a-fA-F']+?)([uUlLzZ]*)", whole)
        base = {None: 10, "x": 16, "b": 2}[digits[1] and digits[1][1].lower()]
        return f"{int(digits[2].replace(chr(39), ''), base) + 1}{digits[3]}"
    return "void()"


def title(text, site):
    """The mutation as people read it, and as survivors are listed: `a < b -> a <= b`."""
    original = on_one_line(text[site.start : site.end])
    if site.kind == "statement":
        return f"{original} -> nothing"
    if site.kind == "binary":
        left, right = on_one_line(text[site.start : site.left]), on_one_line(text[site.right : site.end])
        return f"{original} -> {left} {REPLACED_BY[site.operator]} {right}"
    if site.kind in ("not", "minus"):
        return f"{original} -> {on_one_line(text[site.start + 1 : site.end])}"
    return f"{original} -> {mutated(text, site)}"


def nested(sites):
    """The sites as a forest: each has those within it. Sites that overlap in another way are left out."""
    roots, open_sites = [], []
    for site in sorted(sites, key=lambda s: (s.start, -s.end)):
        site.inner = []
        while open_sites and open_sites[-1].end <= site.start:
            open_sites.pop()
        if open_sites and site.end > open_sites[-1].end:
            continue
        (open_sites[-1].inner if open_sites else roots).append(site)
        open_sites.append(site)
    return roots


class Schemata:
    """The text of a header in which each site is the original or, if its mutant is selected, the mutated expression.
    The mutated expression has the original operands, since one mutant is selected at a time. Lines stay where they
    are."""

    def __init__(self, text, sites):
        self.text = text
        self.spans = []  # of the result: start, end, id
        self.result = ""
        self._copy(0, len(text), nested(sites))

    def _copy(self, start, end, sites):
        for site in sites:
            if site.start < start or site.end > end:
                continue  # the operator's own characters are no place for another site
            self.result += self.text[start : site.start]
            self._put(site)
            start = site.end
        self.result += self.text[start:end]

    def _put(self, site):
        begin = len(self.result)
        selected = f"outlay_mutant({site.id})"
        if site.kind == "statement":
            self.result += f"({selected} ? void() : static_cast<void>("
            self._copy(site.start, site.end, site.inner)
            self.result += "))"
        else:
            cast = f"static_cast<{site.type}>" if site.type else ""
            self.result += f"{cast}({selected} ? {mutated(self.text, site)} : "
            self._copy(site.start, site.end, site.inner)
            self.result += ")"
        self.spans.append((begin, len(self.result), site.id))

    def mutants_at(self, line, column):
        """The mutants to blame for a message at this place: that of the innermost site, else all of the line."""
        starts = [0, *(m.end() for m in re.finditer("\n", self.result))]
        if line > len(starts):
            return []
        at = starts[line - 1] + column - 1
        around = [(end - begin, id) for begin, end, id in self.spans if begin <= at < end]
        if around:
            return [min(around)[1]]
        line_end = starts[line] if line < len(starts) else len(self.result)
        return [id for begin, end, id in self.spans if begin < line_end and end > starts[line - 1]]


def with_one(text, site):
    """The header with one mutant in the place of the original."""
    return f"{text[:site.start]}({mutated(text, site)}){text[site.end:]}"


def without_comment(line):
    """A line without indentation and without the comment at its end, as survivors are listed."""
    return re.sub(r"\s+//.*", "", line).strip()


def line_of(text, site):
    start = text.rfind("\n", 0, site.start) + 1
    end = text.find("\n", site.start)
    return without_comment(text[start : end if end >= 0 else len(text)])


class Equivalents:
    """The file of survivors that can't matter: paragraphs of a header, a line of it, a mutation `a -> b`, and the
    reason, on as many lines as it takes. `#` starts a comment."""

    def __init__(self, text):
        self.reasons = {}
        self.used = set()
        for paragraph in re.split(r"\n\s*\n", text):
            lines = [line.strip() for line in paragraph.splitlines() if not line.startswith("#")]
            if not any(lines):
                continue
            if len(lines) < 4 or " -> " not in lines[2]:
                raise ValueError(f"not a header, a line, a mutation and a reason:\n{paragraph}")
            self.reasons[tuple(lines[:3])] = " ".join(lines[3:])

    def reason(self, header, line, mutation):
        key = (header, line, mutation)
        if key in self.reasons:
            self.used.add(key)
        return self.reasons.get(key)

    def unused(self, headers):
        """Entries about these headers that no survivor has used: the code has changed, or a test kills it now."""
        return [key for key in self.reasons if key[0] in headers and key not in self.used]
