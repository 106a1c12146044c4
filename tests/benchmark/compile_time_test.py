#!/usr/bin/env python3
"""Tests compile_time.py on tables with known figures.

    compile_time_test.py CLANG
"""

import contextlib
import io
import re
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

import compile_time
from compile_probes import BENCHMARK, TABLE, VENDORS, Probe, wire_types

CLANG = sys.argv.pop()
HERE = "clang 19, libstdc++ 12, Boost 1.81"
FIRST = TABLE[0].title


def read(command):
    return Path(command[-3]).read_text(encoding="utf-8")


def run(*words, counts=lambda probe: 10_000, where=HERE):
    """Exit code and what is printed, with these measurements."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), mock.patch.multiple(
        compile_time,
        instantiations=lambda probe, clang, flags: counts(probe),
        compile_once=lambda command: compile_time.Cost(2.0 if TABLE[1].text in read(command) else 1.0, 100),
        versions=lambda clang, flags: where,
    ):
        return compile_time.main(["--clang", CLANG, "--compiler", CLANG, *words]), printed.getvalue()


def run_on(text, *words, **measured):
    """The same of a README.md with this text, and that afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        readme = Path(folder, "README.md")
        readme.write_text(text, encoding="utf-8")
        return *run(*words, str(readme), **measured), readme.read_text(encoding="utf-8")


EMPTY = "# outlay\n<!-- compile_time.py --update -->\n<!-- /compile_time.py -->\nmore\n"


@mock.patch.dict("os.environ", CI="false")
class CompileTime(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.code, _, cls.honest = run_on(EMPTY, "--update")

    def test_update(self):
        self.assertEqual(self.code, 0)
        self.assertRegex(self.honest, r"\A# outlay\n<!-- [^>]+ -->\n\| at -O0 (.*\n)+<!-- [^>]+ -->\nmore\n\Z")
        self.assertIn(f"| {FIRST} | 10,000 | 1.00 | 1 |\n| {TABLE[1].title} | 10,000 | 2.00 | 2.0 |\n", self.honest)
        self.assertEqual(run_on(self.honest, "--update")[2], self.honest)

    def test_honest(self):
        self.assertEqual(run_on(self.honest, "--check"), (0, "", self.honest))

    def tampered(self, count):
        return self.honest.replace(f"| {FIRST} | 10,000 |", f"| {FIRST} | {count} |")

    def test_slack(self):
        for count in ("9,524", "12,500"):
            self.assertEqual(run_on(self.tampered(count), "--check")[0], 0, count)

    def test_too_many(self):
        code, printed, _ = run_on(self.tampered("9,523"), "--check")
        self.assertEqual(code, 1)
        self.assertIn(f"{FIRST}: from 9,523 to 10,000 instantiations, +5.0%: too many\n", printed)
        self.assertIn("compile_time.py --update README.md", printed)

    def test_out_of_date(self):
        code, printed, _ = run_on(self.tampered("12,501"), "--check")
        self.assertEqual(code, 1)
        self.assertIn(f"{FIRST}: from 12,501 to 10,000 instantiations, -20.0%: the table is out of date\n", printed)

    def test_missing_row(self):
        code, printed, _ = run_on(re.sub(rf"\| {FIRST} \| 10.*\n", "", self.honest), "--check")
        self.assertEqual((code, printed.splitlines()[0]), (1, f"{FIRST}: no row"))

    def test_unknown_row(self):
        code, printed, _ = run_on(self.honest.replace(f"| {FIRST} |", f"| old | 1 | 1 | 1 |\n| {FIRST} |", 1), "--check")
        self.assertEqual((code, printed.splitlines()[0]), (1, "old: a row that is no probe"))

    def test_no_marks(self):
        with self.assertRaisesRegex(SystemExit, "no table"):
            run_on("# outlay\n", "--check")

    def test_other_versions(self):
        other = {"where": "clang 20, libstdc++ 12, Boost 1.81", "counts": self.fail}
        code, printed, _ = run_on(self.honest, "--check", **other)
        self.assertEqual((code, printed), (0, f"not compared: this is {other['where']}; the table is of {HERE}\n"))
        self.assertEqual(run_on(self.honest, "--require", "--check", **other)[0], 1)
        with mock.patch.dict("os.environ", CI="true"):
            self.assertEqual(run_on(self.honest, "--check", **other)[0], 1)

    def test_print(self):
        self.assertIn("outlay/value.hpp 10,000 1.00 100 1.0\n", re.sub(" +", " ", run()[1]))

    def test_print_without_clang(self):
        self.assertIn("outlay/value.hpp - 1.00 100 1.0\n", re.sub(" +", " ", run("--clang", "nope")[1]))

    def test_count(self):
        text = "template<class T> struct s { T t; }; template<class T> T f(T t) { return t; } s<s<int>> x{{f(1)}};"
        self.assertEqual(compile_time.instantiations(Probe("", text), CLANG, []), 3)

    def test_versions(self):
        self.assertRegex(compile_time.versions(CLANG, []), r"^clang \d+, libstdc\+\+ \d+, Boost 1\.\d+$")

    def test_wire_types(self):
        listed = (BENCHMARK.parents[1] / "examples/payload_lint/types.hpp").read_text(encoding="utf-8")
        found = {f"{vendor}.{name}" for vendor in VENDORS for name in wire_types(vendor)}
        self.assertLessEqual(set(re.findall(r'use\("(\w+\.\w+)"', listed)), found)
        self.assertIn("amazon.campaign_usage_reply", found)


if __name__ == "__main__":
    unittest.main()
