#!/usr/bin/env python3
"""Checks that the types and members that cmake/debuggers/outlay.natvis names are those of the headers.

    natvis_test.py INCLUDE_FOLDER
"""

import re
import sys
import unittest
import xml.etree.ElementTree
from pathlib import Path

NATVIS = Path(__file__).parent.parent.parent / "cmake/debuggers/outlay.natvis"
SCHEMA = "{http://schemas.microsoft.com/vstudio/debugger/natvis/2010}"


class Natvis(unittest.TestCase):
    def setUp(self):
        self.root = xml.etree.ElementTree.parse(NATVIS).getroot()
        headers = sorted(Path(ARGUMENTS[0], "outlay").rglob("*.hpp"))
        self.headers = "\n".join(header.read_text(encoding="utf-8") for header in headers)

    def names(self):
        return [type_.get("Name") for type_ in self.root.iter() if type_.tag in (SCHEMA + "Type", SCHEMA + "AlternativeType")]

    def test_has_the_namespace_of_the_version(self):
        (version,) = set(re.findall(r"^namespace outlay::inline (\w+)", self.headers, re.MULTILINE))
        for name in self.names():
            for found in re.findall(r"outlay::(\w+)::", name):
                self.assertEqual(found, version, name)

    def test_names_types_of_the_headers(self):
        for name in self.names():
            type_ = re.sub(r"<.*", "", name).rpartition("::")[2]
            self.assertRegex(self.headers, rf"\b(class|struct) {type_}\b")

    def test_names_members_of_the_headers(self):
        texts = [text for node in self.root.iter() for text in (node.text, node.get("Condition")) if text]
        members = {name for text in texts for name in re.findall(r"\b[a-z]\w*_\b", text)}
        self.assertGreater(len(members), 8)
        for member in sorted(members):
            self.assertRegex(self.headers, rf"\b{member}(\[\w+\])?( = [^;]*|\{{[^;]*)?;")


if __name__ == "__main__":
    ARGUMENTS = sys.argv[1:]
    unittest.main(argv=sys.argv[:1])
