#!/usr/bin/env python3
"""Tests what coverage.py makes of an export of llvm-cov and of the file of reasons."""

import contextlib
import io
import tempfile
import unittest
from pathlib import Path

import coverage

TEXT = """\
int f(int a)
{
    if (a > 1) return 1;
    return 0;
}
inline int g() { return 1; }
constexpr int h() { return 1; }
"""
BODY = [[2, 1, 5, 2, 3], [3, 9, 3, 14, 3], [3, 16, 3, 24, 0]]
CONDITION = [3, 9, 3, 14, 0, 3]  # never true, three times false


def header(regions=(), branches=(), is_emitted=True, text=TEXT):
    one = coverage.Header("value/f.hpp", text.splitlines())
    one.add(list(regions or BODY), branches, is_emitted)
    return one


class Coverage(unittest.TestCase):
    def test_lines(self):
        self.assertEqual(header().counts, {2: 3, 3: 3, 4: 3, 5: 3})
        self.assertEqual(coverage.line_counts([[1, 1, 4, 2, 5], [2, 3, 4, 1, 0]]), {1: 5, 2: 5, 3: 0, 4: 0})

    def test_branches(self):
        one = header(branches=[CONDITION])
        self.assertEqual(one.figures(), [4, 4, 1, 2])
        self.assertEqual(one.uncovered(), [(3, "`a > 1` is never true")])

    def test_instantiations_count_together(self):
        one = header(branches=[CONDITION])
        one.add(BODY, [[3, 9, 3, 14, 2, 0]], True)
        self.assertEqual(one.figures(), [4, 4, 2, 2])

    def test_a_condition_that_the_compiler_decides_is_no_branch(self):
        self.assertEqual(header(branches=[[3, 9, 3, 14, 0, 0]]).branches, {})

    def test_a_condition_that_never_runs_is_one(self):
        silent = [[*region[:4], 0] for region in BODY]
        self.assertEqual(header(silent, [[3, 9, 3, 14, 0, 0]]).figures(), [0, 4, 0, 2])

    def test_assertions_switches_and_what_the_compiler_writes_have_no_branch(self):
        for line in ("OUTLAY_ASSERT(a > 1);", "BOOST_ASSERT(a > 1);", "switch (a) {", "bool operator==(T, T) = default;"):
            with self.subTest(line):
                changed = TEXT.replace("if (a > 1)", line)
                self.assertEqual(header(branches=[CONDITION], text=changed).branches, {})

    def test_a_function_that_nothing_calls_counts(self):
        self.assertEqual(header([[6, 16, 6, 29, 0]], is_emitted=False).figures(), [0, 1, 0, 0])

    def test_a_function_that_only_the_compiler_calls_does_not(self):
        self.assertEqual(header([[7, 19, 7, 32, 0]], is_emitted=False).counts, {})
        self.assertEqual(header([[7, 19, 7, 32, 0]], is_emitted=True).counts, {7: 0})

    def test_export(self):
        shown = "Counters:\n  _Z1fi:\n    Hash: 0x02\n    Counters: 1\n  _Z1gv:\n    Hash: 0x0000\n    Counters: 1\n"
        self.assertEqual(coverage.functions_with_code(shown), {"_Z1fi"})
        with tempfile.TemporaryDirectory() as name:
            include = Path(name)
            (include / "f.hpp").write_text(TEXT)
            function = {
                "name": "_Z1fi",
                "filenames": [f"{include}/f.hpp", "/usr/include/assert.h"],
                # Of this file, then of a macro's, and a gap.
                "regions": [[*BODY[0], 0, 0, 0], [1, 1, 9, 1, 0, 1, 0, 0], [2, 1, 4, 1, 0, 0, 0, 3]],
                "branches": [[*CONDITION, 0, 0, 4], [1, 1, 1, 2, 0, 0, 1, 0, 4]],
            }
            other = {"name": "main", "filenames": ["/a/main.cpp"], "regions": [], "branches": []}
            found = coverage.read_headers({"data": [{"functions": [function, other]}]}, {"_Z1fi"}, include)
        self.assertEqual([(one.name, one.figures()) for one in found], [("f.hpp", [4, 4, 1, 2])])

    def report(self, reasons):
        listed = coverage.Reasons(reasons)
        both = header(branches=[CONDITION])
        both.add([[6, 16, 6, 29, 0]], [], False)
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            lines, branches, unused = coverage.report([both], listed)
        return lines, branches, unused, printed.getvalue()

    def test_report(self):
        lines, branches, unused, printed = self.report("value/f.hpp: never called\n    inline int g() { return 1; }\n")
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
