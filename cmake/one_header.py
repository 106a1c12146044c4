#!/usr/bin/env python3
"""Makes one header of outlay's tree of headers.

    one_header.py INCLUDE_FOLDER OUTPUT [FORWARD_FOLDER]

The output has what outlay/outlay.hpp includes, each header where it is first included. FORWARD_FOLDER gets a header of
the same name for each of these, which only includes the output: with it in place of INCLUDE_FOLDER, a program that was
written for the tree is built from the one header.
"""

import re
import shutil
import sys
from pathlib import Path

FIRST = "outlay/outlay.hpp"
VERSION = "outlay/version.hpp"

DIRECTIVE = re.compile(r"\s*#\s*(\w+)\s*(.*)")
INCLUDED = re.compile(r"<([^>]+)>")
ONCE = re.compile(r"^[ \t]*#[ \t]*pragma[ \t]+once[ \t]*$", re.MULTILINE)
# A header that may be included again, and has its own guard around what may not.
OWN_GUARD = re.compile(r"(?:\s|//.*\n|#\s*include\b.*\n)*#\s*ifndef\s+(\w+)\s+#\s*define\s+\1\s")


class Unfit(Exception):
    """The tree has something that is not the same in one header."""


class Joiner:
    def __init__(self, root):
        self.root = Path(root)
        self.system = set()  # the includes of other libraries at the top
        self.whole = set()  # headers that are in the output, whatever the macros
        self.partly = set()  # headers that are in it inside of #if, and may be needed again outside
        self.guards = {}  # header with a guard of its own: its macro
        self.open = []  # the headers that we are inside of
        self.moves_includes = True  # until a macro is defined that another library could look at

    def include(self, name, conditional=False):
        """The lines for an #include <name>; conditional: it stands inside of #if."""
        if name in self.open:
            raise Unfit(f"{name} includes itself, by way of {', '.join(self.open[self.open.index(name) + 1:])}")
        if name in self.whole:
            return []
        try:
            text = (self.root / name).read_text(encoding="utf-8")
        except FileNotFoundError:
            raise Unfit(f"{self.open[-1] if self.open else 'outlay'} includes {name}, which is not there") from None

        once = bool(ONCE.search(text))
        own_guard = None if once else OWN_GUARD.match(text)
        if own_guard:
            self.guards[name] = own_guard[1]
        guarded = once and (conditional or name in self.partly)
        # A file that is neither is a piece of text, which the preprocessor repeats wherever it is included: so do we.
        if once or own_guard:
            (self.partly if conditional else self.whole).add(name)

        self.open.append(name)
        lines = self.lines_of(name, ONCE.sub("", text), conditional)
        self.open.pop()
        if guarded and lines:
            macro = "OUTLAY_ONE_HEADER_" + re.sub(r"\W", "_", name.removeprefix("outlay/")).upper()
            lines = [f"#ifndef {macro}", f"#define {macro}", *lines, f"#endif // {macro}"]
        return lines

    def lines_of(self, name, text, conditional):
        before, own = [], []  # what it includes at its head comes before it
        depth = 0
        head = True
        for number, line in enumerate(text.splitlines(), 1):
            found = DIRECTIVE.match(line)
            word, rest = found.groups() if found else ("", "")
            if word == "include":
                other = self.included(name, number, rest)
                if other.startswith("outlay/"):
                    inlined = self.include(other, conditional or depth > 0)
                    if head:
                        before += inlined
                    elif inlined:
                        own += [*inlined, f"// --- {name}, continued"]
                elif head and not conditional and self.moves_includes:
                    self.system.add(f"#include <{other}>")
                else:
                    own.append(line)
                continue

            if word.startswith("if"):
                depth += 1
            elif word == "endif":
                depth -= 1
            elif word == "define" and not rest.startswith("OUTLAY_"):
                self.moves_includes = False
            if "__has_include" in line and "outlay/" in line:
                raise Unfit(f"{name}:{number}: asks for a header of outlay, which the one header does not have")
            if line.strip() and not line.startswith("//"):
                head = False
            if line.strip() or not head or (own and own[-1]):
                own.append(line)
        if depth != 0:
            raise Unfit(f"{name}: an #if that ends in another file")
        return before if head else [*before, "", f"// --- {name}", "", *own]

    @staticmethod
    def included(name, number, rest):
        found = INCLUDED.match(rest)
        if not found:
            raise Unfit(f"{name}:{number}: includes {rest}: only includes with <> are understood")
        return found[1]

    def version(self):
        text = (self.root / VERSION).read_text(encoding="utf-8")
        return ".".join(re.findall(r"^#define OUTLAY_VERSION_(?:MAJOR|MINOR|PATCH) (\d+)$", text, re.MULTILINE))


def joined(root):
    """The text of the one header, and the names of the headers that are in it."""
    joiner = Joiner(root)
    body = joiner.include(FIRST)
    # What may be included again is outside of the guard.
    again = [line for name in joiner.guards if name in joiner.whole
             for line in joiner.lines_of(name, (joiner.root / name).read_text(encoding="utf-8"), True)]
    of_the_tree = " || ".join(f"defined({macro})" for macro in ["OUTLAY_VERSION_MAJOR", *joiner.guards.values()])
    lines = [
        f"// outlay {joiner.version()}: all of it in one header, made from its tree by cmake/one_header.py.",
        "// Distributed under the Boost Software License, Version 1.0: https://www.boost.org/LICENSE_1_0.txt",
        "",
        "#ifndef OUTLAY_ONE_HEADER",
        "",
        f"#if {of_the_tree}",
        '#error "outlay: both its one header and a header of its tree are included; please use one of the two"',
        "#endif",
        "#ifdef OUTLAY_SEPARATE_COMPILATION",
        '#error "outlay: OUTLAY_SEPARATE_COMPILATION needs outlay/src.hpp, which is only in the tree of headers"',
        "#endif",
        "",
        *sorted(joiner.system),
        *body,
        "",
        "#define OUTLAY_ONE_HEADER",
        "#endif // OUTLAY_ONE_HEADER",
        *again,
    ]
    return "\n".join(lines) + "\n", joiner.whole | joiner.partly


def forward(folder, names, output):
    shutil.rmtree(Path(folder, "outlay"), ignore_errors=True)
    for name in names:
        header = Path(folder, name)
        header.parent.mkdir(parents=True, exist_ok=True)
        header.write_text(f'#include "{Path(output).resolve().as_posix()}"\n', encoding="utf-8")


def main():
    root, output, *forward_folder = sys.argv[1:]
    try:
        text, names = joined(root)
    except Unfit as error:
        sys.exit(f"one_header.py: {error}")
    Path(output).parent.mkdir(parents=True, exist_ok=True)
    Path(output).write_text(text, encoding="utf-8")
    for folder in forward_folder:
        forward(folder, names, output)


if __name__ == "__main__":
    main()
