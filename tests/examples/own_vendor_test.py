#!/usr/bin/env python3
"""Runs own_vendor, and checks that its sources use public names of outlay only.

    own_vendor_test.py PROGRAM PAYLOADS
"""

import re
import subprocess
import sys
import unittest
from pathlib import Path

PROGRAM = sys.argv[1]
HERE = Path(__file__).parent
SOURCES = HERE.parents[1] / "examples/own_vendor"
HIDDEN = re.compile(r"\bdetail\s*::|\bnamespace\s+detail\b|#include\s+[<\"]\S*/(?:detail|table|impl)/|\.\./")


def hidden_names_in(text):
    """The lines with a name or a header that is not public."""
    return [line for line in text.splitlines() if HIDDEN.search(line)]


class OwnVendor(unittest.TestCase):
    def test_prints_what_is_expected(self):
        done = subprocess.run([PROGRAM], capture_output=True, text=True, check=True)
        self.assertEqual(done.stderr, "")
        self.assertEqual(done.stdout, (HERE / "own_vendor.txt").read_text(encoding="utf-8"))

    def test_uses_public_names_only(self):
        files = [*SOURCES.rglob("*.hpp"), *SOURCES.rglob("*.cpp")]
        self.assertGreater(len(files), 6)
        for file in files:
            self.assertEqual(hidden_names_in(file.read_text(encoding="utf-8")), [], file.name)

    def test_finds_names_that_are_not_public(self):
        for line in ("outlay::detail::joined({})", "#include <outlay/http/detail/redact.hpp>", "http::detail::lower(c)",
                     "#include <outlay/model/table/check.hpp>", '#include "../../include/outlay/json.hpp"'):
            self.assertEqual(hidden_names_in(line), [line])
        self.assertEqual(hidden_names_in("std::vector<error_detail> details{};\n#include <outlay/http.hpp>"), [])

    def test_includes_headers_for_users(self):
        """The headers of the project, and the one of each floor."""
        for file in SOURCES.rglob("*.[hc]pp"):
            for header in re.findall(r"#include <outlay/(\S+)>", file.read_text(encoding="utf-8")):
                self.assertRegex(header, r"^\w+\.hpp$", file.name)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
