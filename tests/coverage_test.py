#!/usr/bin/env python3
"""Tests what coverage.py makes of an export of llvm-cov and of the file of reasons."""

import contextlib
import io
import unittest
from pathlib import Path

import coverage

LINES = ["int f(int a)", "{", "    if (a > 1) return 1;", "    return 0;", "}", "int g() { return 1; }"]
# Line, column, count, has a count, begins a region, is a gap.
SEGMENTS = [
    [2, 1, 3, True, True, False],
    [3, 9, 3, True, True, False],
    [3, 14, 3, True, False, False],
    [3, 15, 0, True, True, True],
    [3, 16, 0, True, True, False],
    [3, 24, 3, True, False, False],
    [5, 2, 0, False, False, False],
    [6, 9, 0, True, True, False],
    [6, 22, 0, False, False, False],
]
BRANCH = [3, 9, 3, 14, 0, 3, 0, 0, 4]


def header(branches, lines=None):
    return coverage.Header("value/f.hpp", lines or LINES, {"segments": SEGMENTS, "branches": branches})


class Coverage(unittest.TestCase):
    def test_lines(self):
        self.assertEqual(header([]).counts, {2: 3, 3: 3, 4: 3, 5: 3, 6: 0})

    def test_branches(self):
        self.assertEqual(header([BRANCH]).figures(), [4, 5, 1, 2])
        self.assertEqual(header([BRANCH]).uncovered(), [(3, "`a > 1` is never true"), (6, "does not run")])

    def test_instantiations_count_together(self):
        other = [*BRANCH[:4], 2, 0, *BRANCH[6:]]
        self.assertEqual(header([BRANCH, other]).figures(), [4, 5, 2, 2])

    def test_a_condition_that_the_compiler_decides_is_no_branch(self):
        self.assertEqual(header([[*BRANCH[:4], 0, 0, *BRANCH[6:]]]).branches, {})

    def test_a_condition_that_never_runs_is_one(self):
        self.assertEqual(header([[6, 18, 6, 19, 0, 0, 0, 0, 4]]).figures(), [4, 5, 0, 2])

    def test_an_assertion_has_no_branch(self):
        asserted = [*LINES[:2], "    OUTLAY_ASSERT(a > 1);", *LINES[3:]]
        self.assertEqual(header([BRANCH], asserted).branches, {})

    def report(self, reasons):
        listed = coverage.Reasons(reasons)
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            lines, branches, unused = coverage.report([header([BRANCH])], listed)
        return lines, branches, unused, printed.getvalue()

    def test_report(self):
        lines, branches, unused, printed = self.report("value/f.hpp: runs in the compiler\n    int g() { return 1; }\n")
        self.assertEqual((lines, branches, unused), (80, 50, []))
        self.assertIn("value/f.hpp:3: `a > 1` is never true", printed)
        self.assertNotIn("does not run", printed)
        self.assertIn("not covered: 1 with a reason, 1 without", printed)

    def test_a_reason_for_what_is_covered(self):
        self.assertEqual(self.report("value/f.hpp: why\n    {\n")[2], [("value/f.hpp", "{")])

    def test_reasons_that_are_none(self):
        with self.assertRaises(ValueError):
            coverage.Reasons("value/f.hpp\n    {\n")

    def test_the_list_itself(self):
        reasons = coverage.Reasons((coverage.HERE / "coverage_reasons.txt").read_text(encoding="utf-8")).reasons
        for name, line in reasons:
            text = Path(coverage.ROOT, "include/outlay", name).read_text(encoding="utf-8")
            self.assertIn(line, [one.strip() for one in text.splitlines()], name)


if __name__ == "__main__":
    unittest.main()
