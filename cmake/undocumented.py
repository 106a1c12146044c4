#!/usr/bin/env python3
"""Prints namespaces, concepts, macros and enumerators without a comment, of which Doxygen 1.9.4 does not warn.
Enumerators of vendors need none, as they are the vendors' own words.

    undocumented.py FOLDER    which has Doxygen's XML

Doxygen does not check the content of a namespace without a comment.
"""

import sys
import xml.etree.ElementTree as xml
from pathlib import Path


# The folders that list their wire types.
INCLUDE = Path(__file__).parent.parent / "include" / "outlay"
VENDORS = tuple(f"outlay::{types.parent.name}::" for types in INCLUDE.glob("*/types.hpp"))


def is_documented(element):
    return any("".join(element.find(text).itertext()).strip() for text in ("briefdescription", "detaileddescription"))


def undocumented(folder):
    for file in sorted(Path(folder).glob("*.xml")):
        root = xml.parse(file).getroot()
        for element in root.findall("compounddef[@kind='namespace']") + root.findall("compounddef[@kind='concept']"):
            name = element.findtext("compoundname")
            if name.split("::")[0] == "outlay" and not is_documented(element):
                yield element.find("location"), f"{element.get('kind')} {name}"
        for element in root.iter("memberdef"):
            if element.get("kind") == "define" and not is_documented(element):
                yield element.find("location"), f"macro {element.findtext('name')}"
            of_a_vendor = element.findtext("qualifiedname", "").startswith(VENDORS)
            for enumerator in element.findall("enumvalue"):
                if not of_a_vendor and not is_documented(enumerator):
                    yield element.find("location"), f"enumerator {enumerator.findtext('name')}"


def main():
    (folder,) = sys.argv[1:]
    found = list(undocumented(folder))
    for location, text in found:
        print(f"{location.get('file')}:{location.get('line')}: error: {text} is not documented.")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
