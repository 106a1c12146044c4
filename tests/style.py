#!/usr/bin/env python3
"""Checks C++ sources for constructs that clang-tidy does not report, or reports in headers only.

    style.py [file...]        without files: all .hpp and .cpp files that git tracks, or in the tree where git is absent

- A comma operator in a return statement, `return ++calls, reply;`: two statements are clearer.
- `size_t(-1)` in any spelling: std::numeric_limits<std::size_t>::max(), or a constant `no_...`, has a name.
- Outside of include/, a specialisation in `namespace outlay {`: `struct outlay::model<T>` is shorter, and the only form in
  tests and examples.

Prints file:line of each.
"""

import re
import sys
from pathlib import Path

import english

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("cmake", "examples", "include", "tests")

# Texts and comments, whose commas are no operators. They keep their line ends.
TEXT = re.compile(
    r"""\bR"(?P<mark>[^\s()\\]{0,16})\(.*?\)(?P=mark)"|"(?:\\.|[^"\\\n])*"|\b\d[\w.]*(?:'\w+)*|'(?:\\.|[^'\\\n])*'"""
    r"""|//[^\n]*|/\*.*?\*/""",
    re.DOTALL,
)
RETURN = re.compile(r"\b(?:co_)?return\b")
UNNAMED_MAXIMUM = re.compile(r"\bsize_t(?:>\s*\(|[({]|\)\s*\(?)\s*-\s*1\b")
NAMED = re.compile(r"\bconstexpr std::size_t no_\w+ =")
OPENS_OUTLAY = re.compile(r"^\s*namespace outlay\s*\{")
OPENING, CLOSING = "([{", ")]}"


def without_texts(code):
    """The code with blanks in place of strings, characters and comments."""
    return TEXT.sub(lambda text: re.sub(r"[^\n]", " ", text[0]) if not text[0][0].isdigit() else text[0], code)


def has_comma_operator(code, at):
    """Whether the statement that goes on at this place has a comma that separates neither arguments nor elements."""
    depth = 0
    angles = 0
    while at < len(code):
        c = code[at]
        if c in OPENING:
            depth += 1
        elif c in CLOSING:
            depth -= 1
        elif c == "<" and re.match(r"[\w>]", code[at - 1]):  # clang-format puts blanks around a comparison
            angles += 1
        elif c == ">" and angles > 0 and code[at - 1] != "-":
            angles -= 1
        if depth < 0 or depth == 0 and c == ";":
            return False
        if c == "," and depth == 0 and angles == 0:
            return True
        at += 1
    return False


def findings(text, is_header_of_outlay=False):
    """The line and the text of each finding."""
    code = without_texts(text)
    for found in RETURN.finditer(code):
        if has_comma_operator(code, found.end()):
            yield code.count("\n", 0, found.start()) + 1, "a comma operator: write two statements"
    for number, line in enumerate(code.splitlines(), 1):
        if UNNAMED_MAXIMUM.search(line) and not NAMED.search(line):
            yield number, "size_t(-1): write std::numeric_limits<std::size_t>::max(), or name it as a constant no_..."
        if OPENS_OUTLAY.match(line) and not is_header_of_outlay:
            yield number, "a reopened namespace: write struct outlay::model<T>"


def sources():
    """The sources of the tree, relative to its root."""
    return [path for path in english.tracked() if path.parts[0] in FOLDERS and path.suffix in {".hpp", ".cpp"}]


def main():
    count = 0
    for path in [Path(name) for name in sys.argv[1:]] or sources():
        for number, problem in findings((ROOT / path).read_text(encoding="utf-8"), path.parts[0] == "include"):
            print(f"{path}:{number}: {problem}")
            count += 1
    sys.exit(count != 0)


if __name__ == "__main__":
    main()
