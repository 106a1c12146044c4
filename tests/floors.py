#!/usr/bin/env python3
"""Checks that each header of outlay includes only what is on its own floor or below, that no vendor is named there, and
that compilers' attributes are in the one header for them, and that namespace outlay is opened with the inline namespace
of the version.

    floors.py <include folder>

Prints file:line of each breach.
"""

import re
import sys
from pathlib import Path

# Folders on one level do not include each other. outlay.hpp is above all: it includes them, and none includes it.
# version.hpp is on no floor: it includes nothing, and is for the headers that users begin with, and for text.hpp, which
# most headers come to: it tells that the one header was included before.
INCLUDES_VERSION = {"outlay/outlay.hpp", "outlay/value.hpp", "outlay/value/text.hpp"}
LEVEL = {
    "version": -1,
    "value": 0,
    "model": 1,
    "json": 2, "budget": 2,
    "envelope": 3,
    "http": 4,
    "outlay": 6, "src": 7,
}  # fmt: skip
VENDOR = 5  # of each folder that lists its wire types, in types.hpp
WITHOUT_BOOST_JSON = {"value", "model"}
MOST_LINES = 500

# What not every compiler has. Attributes are spelled in one header, for all compilers, as macros.
ATTRIBUTES = "outlay/value/detail/attributes.hpp"
NOT_EVERYWHERE = re.compile(r"__int128|__builtin_\w+|\b(?:gnu|clang|msvc)::|__attribute__|__declspec|\[\[no_unique_address")
OPENS_OUTLAY = re.compile(r"\s*namespace outlay\b")

INCLUDE = re.compile(r'\s*#\s*include\s*([<"])([^>"]+)')


def floor_of(path):
    """outlay/json/decode.hpp and the umbrella outlay/json.hpp are both on the floor "json"."""
    return path.split("/")[1].removesuffix(".hpp")


def vendors_in(root):
    return sorted(types.parent.name for types in Path(root).glob("outlay/*/types.hpp"))


def version_namespace(root):
    """v1_2_3 of a tree whose version.hpp says 1, 2 and 3."""
    text = Path(root, "outlay/version.hpp").read_text(encoding="utf-8")
    return "v" + "_".join(re.findall(r"^#define OUTLAY_VERSION_(?:MAJOR|MINOR|PATCH) (\d+)$", text, re.MULTILINE))


def breaches(root):
    """A vendor is found by its place, and named, in comments too, by no floor below the vendors."""
    vendors = vendors_in(root)
    level = LEVEL | dict.fromkeys(vendors, VENDOR)
    name_of_a_vendor = re.compile(rf"(?<![a-z])({'|'.join(vendors) or '(?!)'})(?![a-z])", re.IGNORECASE)
    versioned = f"namespace outlay::inline {version_namespace(root)}"
    for header in sorted(Path(root).glob("outlay/**/*.hpp")):
        floor = floor_of(header.relative_to(root).as_posix())
        if floor not in level:
            yield header, 1, f"'{floor}' is not a floor"
            continue

        lines = header.read_text().splitlines()
        if len(lines) > MOST_LINES:
            yield header, MOST_LINES + 1, f"longer than {MOST_LINES} lines"

        for number, line in enumerate(lines, 1):
            if level[floor] < VENDOR and (name := name_of_a_vendor.search(line)):
                yield header, number, f"{name[0]}: no vendor is named below the vendors"
            if not line.isascii():
                yield header, number, "not ASCII: MSVC reads it in the code page of the machine; as an escape, it is UTF-8"
            foreign = NOT_EVERYWHERE.search(line.partition("//")[0])
            if foreign and header.relative_to(root).as_posix() != ATTRIBUTES:
                yield header, number, f"{foreign[0]}: not every compiler has it; attributes are macros of {ATTRIBUTES}"
            if OPENS_OUTLAY.match(line) and not re.match(rf"{versioned}\b", line):
                yield header, number, f"another version in the same program has the same names: {versioned}"
            include = INCLUDE.match(line)
            if not include:
                continue
            bracket, path = include.groups()
            if bracket == '"':
                yield header, number, f'"{path}": include with <>, from the include folder'
            elif path.startswith("boost/json") and floor in WITHOUT_BOOST_JSON:
                yield header, number, f"{floor} does without Boost.JSON"
            elif path == "outlay/version.hpp":
                if header.relative_to(root).as_posix() not in INCLUDES_VERSION:
                    yield header, number, f"<{path}>: only for {', '.join(sorted(INCLUDES_VERSION))}"
            elif path.startswith("outlay/"):
                other = floor_of(path)
                if other != floor and level.get(other, len(level)) >= level[floor]:
                    yield header, number, f"<{path}>: {floor} is not above {other}"


def main():
    (root,) = sys.argv[1:]
    if not any(Path(root).glob("outlay/**/*.hpp")):
        sys.exit(f"{root}: no headers of outlay here")
    found = list(breaches(root))
    for header, number, text in found:
        print(f"{header}:{number}: {text}")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
