"""Finds the places of headers that can be mutated, with libclang (Debian: python3-clang-19)."""

import re

import clang.cindex as libclang
from rewrite import COMMENT, REPLACED_BY, Site

K = libclang.CursorKind

# Evaluated at compile time, whatever runs, or nothing to evaluate: no mutant there can be selected at run time.
CONSTANT = {
    K.STATIC_ASSERT, K.ENUM_DECL, K.CONCEPT_DECL, K.TEMPLATE_NON_TYPE_PARAMETER, K.TEMPLATE_TYPE_PARAMETER,
    K.TEMPLATE_TEMPLATE_PARAMETER, K.TYPE_ALIAS_DECL, K.TYPE_ALIAS_TEMPLATE_DECL, K.TYPEDEF_DECL, K.FRIEND_DECL,
    K.CXX_BASE_SPECIFIER,
}  # fmt: skip
FUNCTION = {K.FUNCTION_DECL, K.CXX_METHOD, K.CONSTRUCTOR, K.DESTRUCTOR, K.CONVERSION_FUNCTION, K.FUNCTION_TEMPLATE}
HAS_STATEMENTS = {K.COMPOUND_STMT, K.IF_STMT, K.FOR_STMT, K.CXX_FOR_RANGE_STMT}
UNEVALUATED = re.compile(r"\b(?:requires|noexcept|decltype|sizeof|alignof|alignas|static_assert)\s*\(")
REQUIRES_BODY = re.compile(r"\brequires\b(?:\s*\([^(){}]*\))?\s*\{")
REQUIRES_CLAUSE = re.compile(r"\brequires\s+(?![({])(?:[^\n{;]*(?:&&|\|\|)\n)*[^\n{;]*")
ADDS_A_FINDING = re.compile(r"\b(?:violation|notice|add|add_\w+|append|push_back|emplace_back|report_\w+|tell)\(")
INTEGERS = {
    "bool", "char", "signed char", "unsigned char", "short", "unsigned short", "int", "unsigned int", "long",
    "unsigned long", "long long", "unsigned long long",
}  # fmt: skip


def end_of_brackets(text, start):
    """After the bracket that closes the one at start; characters and strings with brackets are not expected."""
    depth = 0
    for at in range(start, len(text)):
        depth += text[at] in "({"
        depth -= text[at] in ")}"
        if depth == 0:
            return at + 1
    return len(text)


class Finder:
    """The sites of one header. constant=True finds those of constant evaluation, which need a build each."""

    def __init__(self, path, constant=False):
        self.path, self.constant = str(path), constant
        self.text = path.read_text(encoding="latin-1")  # of bytes, as offsets are
        self.sites = {}
        self.may_be_constant = True
        self.closed = []  # ranges without sites, such as macros
        for pattern in (UNEVALUATED, REQUIRES_BODY):
            for match in pattern.finditer(self.text):
                self.closed.append((match.start(), end_of_brackets(self.text, match.end() - 1)))
        self.closed += [match.span() for match in REQUIRES_CLAUSE.finditer(self.text)]

    def result(self):
        return self.text, sorted(self.sites.values(), key=lambda site: site.start)

    def visit(self, cursor, constant=False):
        for child in cursor.get_children():
            place = child.location.file
            if place is not None and place.name != self.path:
                continue
            if child.kind.is_preprocessing():
                continue
            now = constant or self.is_constant(cursor, child)
            if child.kind == K.LAMBDA_EXPR:  # of a rule in a constant: it runs, unless it is called on the spot
                now = constant and self.text[child.extent.end.offset :].startswith("(")
            if now == self.constant:
                self.consider(cursor, child)
            outside = self.may_be_constant
            if child.kind in FUNCTION:
                declared = self.text[child.extent.start.offset : child.location.offset]
                self.may_be_constant = re.search(r"\bconst(?:expr|eval)\b", declared) is not None
            self.visit(child, now)
            self.may_be_constant = outside

    def is_constant(self, parent, child):
        start = child.extent.start.offset
        if child.kind in CONSTANT:
            return True
        if child.kind == K.VAR_DECL:
            return re.search(r"\bconst(?:expr|init)\b", self.text[start : child.location.offset]) is not None
        if child.kind == K.UNEXPOSED_DECL:  # a specialisation of a variable, among others
            return re.match(r"[^={}]*\bconstexpr\b[^(){}]*=", self.text[start : start + 300]) is not None
        if child.kind in FUNCTION:
            return re.search(r"\bconsteval\b", self.text[start : child.location.offset]) is not None
        if not child.kind.is_expression():
            return False
        before = self.text[max(0, start - 20) : start]
        if parent.kind == K.IF_STMT:
            return re.search(r"\bif constexpr \($", before) is not None
        if parent.kind == K.CASE_STMT:
            return before.endswith("case ")
        if parent.kind in (K.VAR_DECL, K.FIELD_DECL, K.PARM_DECL):  # the bound of an array, an argument of its type
            return start < parent.location.offset or before.endswith("[")
        return False

    def consider(self, parent, cursor):
        start, end = cursor.extent.start.offset, cursor.extent.end.offset
        if not cursor.kind.is_expression() or end <= start:
            return
        whole = self.text[start:end]
        if any(a < end and start < b and not (start < a and b < end) for a, b in self.closed):
            return
        if re.search(r'R"|\n\s*#', whole):
            return
        if cursor.kind == K.UNARY_OPERATOR and whole[0] in "!-" and whole[:2] != "--":
            self.add(Site("not" if whole[0] == "!" else "minus", start, end))
        elif cursor.kind == K.CXX_BOOL_LITERAL_EXPR and whole in ("true", "false"):
            self.add(Site("boolean", start, end))
        elif cursor.kind == K.INTEGER_LITERAL and re.fullmatch(r"(0[xXbB])?[0-9a-fA-F']+[uUlLzZ]*", whole):
            self.add_integer(parent, start, end)
        else:
            self.consider_binary(cursor, start, end)
        if parent.kind in HAS_STATEMENTS and self.is_finding(start, end):
            self.add(Site("statement", start, end))

    def is_finding(self, start, end):
        """A whole statement, whose call adds a finding; not a condition."""
        is_call = ADDS_A_FINDING.search(self.text[start:end].split("(")[0] + "(") is not None
        return is_call and re.match(r"\s*;", self.text[end:]) is not None

    def add_integer(self, parent, start, end):
        if re.search(r"\[$|<$", self.text[:start][-1:]) and self.text[end : end + 1] in ">,":
            return  # the argument of a template
        converted = parent.kind == K.UNEXPOSED_EXPR and parent.extent.start.offset == start
        name = parent.type.get_canonical().spelling.removeprefix("const ") if converted else ""
        self.add(Site("integer", start, end, type=name if name in INTEGERS else ""))

    def consider_binary(self, cursor, start, end):
        """By the text between the operands: an operator may be built in, overloaded, rewritten or not yet known."""
        children = [c.extent for c in cursor.get_children()]
        if len(children) < 2 or children[0].start.offset != start:
            return
        last = max(children, key=lambda extent: extent.start.offset)
        left, right = children[0].end.offset, last.start.offset
        if last.end.offset != end or right < left:
            return
        operator = COMMENT.sub(" ", self.text[left:right]).strip()
        if operator in REPLACED_BY and "<=>" not in self.text[start:left]:  # the result of <=> compares with 0 alone
            self.add(Site("binary", start, end, left, right, operator))

    def add(self, site):
        site.may_be_constant = self.may_be_constant
        self.sites.setdefault((site.kind, site.start, site.end), site)


def find_sites(root, headers, flags, constant=False):
    """{header: (its text, its sites)}, of headers below the folder root, in the order of their text."""
    everything = "".join(f"#include <{header}>\n" for header in headers)
    unit = libclang.Index.create().parse(
        "mutation_all.cpp",
        args=["-x", "c++", *flags, f"-I{root}"],
        unsaved_files=[("mutation_all.cpp", everything)],
        options=libclang.TranslationUnit.PARSE_DETAILED_PROCESSING_RECORD,
    )
    errors = [d.spelling for d in unit.diagnostics if d.severity >= libclang.Diagnostic.Error]
    if errors:
        raise SystemExit(f"mutation: libclang can't read the headers: {errors[0]}")
    finders = {str(root / header): Finder(root / header, constant) for header in headers}
    visited = []
    for cursor in unit.cursor.get_children():
        place = cursor.location.file
        finder = finders.get(place.name) if place else None
        if finder is None:
            continue
        if cursor.kind == K.MACRO_INSTANTIATION:
            finder.closed.append((cursor.extent.start.offset, cursor.extent.end.offset))
        elif not cursor.kind.is_preprocessing():
            visited.append((finder, cursor))
    for finder, cursor in visited:
        if cursor.kind in FUNCTION:
            declared = finder.text[cursor.extent.start.offset : cursor.location.offset]
            finder.may_be_constant = re.search(r"\bconst(?:expr|eval)\b", declared) is not None
        finder.visit(cursor, constant=finder.is_constant(unit.cursor, cursor))
        finder.may_be_constant = True
    return {header: finders[str(root / header)].result() for header in headers}
