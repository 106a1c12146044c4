#!/usr/bin/env python3
"""Makes a C++20 module unit of outlay's tree of headers, so that programs can write `import outlay;`.

    module.py INCLUDE_FOLDER OUTPUT

The module exports what outlay/outlay.hpp declares, and the names of date that outlay's dates are written with. Macros
are not exported: a program that describes a type includes boost/describe.hpp before the import.
"""

import re
import sys
from pathlib import Path

import one_header

DIRECTIVE = re.compile(r"\s*#\s*(\w+)\s*(.*)")

# What date/date.h includes: it has to be included before, since date is exported, and the standard library is not.
OF_DATE = """algorithm cctype chrono climits cmath cstddef cstdint cstdlib ctime ios istream iterator limits locale memory
mutex optional ostream ratio sstream stdexcept string string_view system_error thread tuple type_traits utility""".split()


def global_fragment(lines):
    """The includes of other libraries, each with the conditions around it, and the lines without these."""
    fragment, rest, conditions = [], [], []
    for line in lines:
        found = DIRECTIVE.match(line)
        word = found[1] if found else ""
        if word == "include":
            fragment.append(line.strip())
            continue
        rest.append(line)
        if word.startswith("if"):
            # Macros of outlay are defined by outlay itself, which the fragment does not have.
            conditions.append("OUTLAY_" not in line)
        if conditions and conditions[-1] and word in ("if", "ifdef", "ifndef", "else", "elif", "endif"):
            fragment.append(line.strip())
        if word == "endif":
            conditions.pop()
    return without_repetitions(without_empty_conditions(fragment)), rest


def without_empty_conditions(lines):
    kept = []
    for line in lines:
        kept.append(line)
        if not line.startswith("#endif"):
            continue
        begin = len(kept) - 2
        while kept[begin].startswith(("#else", "#elif")):
            begin -= 1
        if kept[begin].startswith("#if"):
            del kept[begin:]
    return kept


def without_repetitions(lines):
    """Includes that are already there unconditionally are left out."""
    kept, seen, depth = [], set(), 0
    for line in lines:
        depth += line.startswith("#if") - line.startswith("#endif")
        if line.startswith("#include"):
            if line in seen:
                continue
            if depth == 0:
                seen.add(line)
        kept.append(line)
    return without_empty_conditions(kept)


def module_unit(root):
    """The text of the module unit."""
    text, _ = one_header.joined(root)
    of_date = [f"#include <{name}>" for name in OF_DATE]
    fragment, rest = global_fragment(of_date + text.splitlines())
    fragment.remove("#include <date/date.h>")
    return "\n".join([
        "// outlay as a C++20 module, made from its tree of headers by cmake/module.py.",
        "// Distributed under the Boost Software License, Version 1.0: https://www.boost.org/LICENSE_1_0.txt",
        "module;",
        *fragment,
        "export module outlay;",
        "",
        "// Comparisons of members, which are instantiated in the importing file, are found by argument-dependent lookup.",
        "export namespace std {",
        "using std::operator==;",
        "using std::operator<=>;",
        "using std::operator<<;",
        "}",
        "",
        '// extern "C++": a program may have files that include outlay, too.',
        'export extern "C++" {',
        "#ifdef __clang__",
        '#pragma clang diagnostic ignored "-Winclude-angled-in-module-purview"',
        "#endif",
        "#include <date/date.h>",
        *rest,
        "}",
    ]) + "\n"


def main():
    root, output = sys.argv[1:]
    try:
        text = module_unit(root)
    except one_header.Unfit as error:
        sys.exit(f"module.py: {error}")
    Path(output).parent.mkdir(parents=True, exist_ok=True)
    Path(output).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
