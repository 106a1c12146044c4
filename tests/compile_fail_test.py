#!/usr/bin/env python3
"""Tests compile_fail.py: no file passes for a wrong reason.

compile_fail_test.py <compiler>
"""

import sys
import tempfile
import unittest
from pathlib import Path

import compile_fail

compiler = sys.argv.pop() if len(sys.argv) > 1 else "c++"

RIGHT_ONLY_WITH_CONTROL = """
#ifdef OUTLAY_CONTROL
static_assert(true);
#else
static_assert(false, "outlay: no");
#endif
"""


class CompileFail(unittest.TestCase):
    def problems(self, text):
        with tempfile.TemporaryDirectory() as folder:
            source = Path(folder) / "probe.cpp"
            source.write_text(text)
            command = [compiler, "-std=c++20", "-fsyntax-only", str(source)]
            return compile_fail.problems(command, source)

    def test_fails_as_expected(self):
        self.assertEqual(self.problems("// expect: outlay: n[o]\n" + RIGHT_ONLY_WITH_CONTROL), "")

    def test_without_expectation(self):
        self.assertIn("no `// expect", self.problems(RIGHT_ONLY_WITH_CONTROL))

    def test_compiles(self):
        self.assertIn("it compiles", self.problems("// expect: outlay\n"))

    def test_fails_for_another_reason(self):
        self.assertIn("with OUTLAY_CONTROL defined either", self.problems("// expect: outlay\n#error outlay\n"))

    def test_one_of_two_expectations_unmet(self):
        found = self.problems("// expect: outlay: no\n// expect: something else\n" + RIGHT_ONLY_WITH_CONTROL)
        self.assertIn("does not say: something else", found)

    def test_source_text_is_no_match(self):
        found = self.problems("// expect: static_assert\\(\n" + RIGHT_ONLY_WITH_CONTROL)
        self.assertIn("does not say: static_assert", found)


if __name__ == "__main__":
    unittest.main()
