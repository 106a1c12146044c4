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
from compile_probes import (BENCHMARK, EIGHT, FURTHER, NLOHMANN_TITLE, STRUCT_TITLE, TABLE, VENDORS, Probe,
                            wire_types)

CLANG = sys.argv.pop()
HERE = "clang 19, libstdc++ 12, Boost 1.81"
FIRST = TABLE[0].title
BY_TITLE = {probe.title: probe for probe in TABLE}
EACH = next(probe.title for probe in TABLE if probe.less == STRUCT_TITLE)
EACH_NLOHMANN = next(probe.title for probe in TABLE if probe.less == NLOHMANN_TITLE)


def structs_in(text):
    return len(re.findall(r"^struct struct_\d+ {$", text, re.MULTILINE))


def count(probe):
    """A file's instantiations: 10,000, and 150 of each further struct. None of nlohmann may be counted."""
    assert "nlohmann" not in probe.text, probe.title
    return 10_000 + 150 * max(structs_in(probe.text) - 1, 0)


def cost(text):
    """1 s and 100 MB, and 60 ms and 5 MB of each further struct; the second row's seconds are twice those."""
    further = max(structs_in(text) - 1, 0)
    return compile_time.Cost((2.0 if TABLE[1].text in text else 1.0) + 0.06 * further, 100 + 5 * further)


def read(command):
    return Path(command[-3]).read_text(encoding="utf-8")


def run(*words, counts=count, where=HERE):
    """Exit code and what is printed, with these measurements."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), mock.patch.multiple(
        compile_time,
        instantiations=lambda probe, clang, flags: counts(probe),
        compile_once=lambda command: cost(read(command)),
        versions=lambda clang, flags: where,
    ):
        return compile_time.main(["--clang", CLANG, "--compiler", CLANG, *words]), printed.getvalue()


def run_on(text, *words, **measured):
    """The same of a page with this text, and that afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "costs.md")
        page.write_text(text, encoding="utf-8")
        return *run(*words, str(page), **measured), page.read_text(encoding="utf-8")


EMPTY = "# outlay\n<!-- compile_time.py --update -->\n<!-- /compile_time.py -->\nmore\n"


@mock.patch.dict("os.environ", CI="false")
class CompileTime(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.code, _, cls.honest = run_on(EMPTY, "--update")

    def test_update(self):
        self.assertEqual(self.code, 0)
        self.assertRegex(self.honest, r"\A# outlay\n<!-- [^>]+ -->\n\| at -O0 (.*\n)+<!-- [^>]+ -->\nmore\n\Z")
        self.assertIn(f"| {FIRST} | 10,000 | 1.00 | 1 |\n| {TABLE[1].title} | 10,000 | 2.00 | 2.00 |\n", self.honest)
        self.assertEqual(run_on(self.honest, "--update")[2], self.honest)

    def test_further_structs(self):
        rows = (f"| {STRUCT_TITLE} | 10,000 | 1.00 | 1.00 |\n| {EACH} | 150 | 0.060 | 0.060 |\n"
                f"| {NLOHMANN_TITLE} | - | 1.00 | 1.00 |\n| {EACH_NLOHMANN} | - | 0.060 | 0.060 |\n")
        self.assertIn(rows, self.honest)

    def test_too_many_per_struct(self):
        code, printed, _ = run_on(self.honest.replace(f"| {EACH} | 150 |", f"| {EACH} | 142 |"), "--check")
        self.assertEqual(code, 1)
        self.assertIn(f"{EACH}: from 142 to 150 instantiations, +5.6%: too many\n", printed)

    def test_check_compares_nothing_but_instantiations(self):
        slow = re.sub(r"\| [\d.]+ \| [\d.]+ \|$", "| 99.99 | 99.99 |", self.honest, flags=re.MULTILINE)
        self.assertEqual(slow.count("99.99"), 2 * len(TABLE))
        with mock.patch.object(compile_time, "costs", self.fail):
            self.assertEqual(run_on(slow, "--check"), (0, "", slow))

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
        self.assertIn("compile_time.py --update examples/guide/costs.md", printed)

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
        printed = re.sub(" +", " ", run()[1])
        self.assertIn("outlay/value.hpp 10,000 1.00 100 1.00\n", printed)
        self.assertIn(f"{EACH} 150 0.060 5 0.060\n", printed)
        self.assertIn(f"{EACH_NLOHMANN} - 0.060 5 0.060\n", printed)

    def test_print_without_clang(self):
        self.assertIn("outlay/value.hpp - 1.00 100 1.00\n", re.sub(" +", " ", run("--clang", "nope")[1]))

    def test_count(self):
        text = "template<class T> struct s { T t; }; template<class T> T f(T t) { return t; } s<s<int>> x{{f(1)}};"
        self.assertEqual(compile_time.instantiations(Probe("", text), CLANG, []), 3)

    def test_versions(self):
        self.assertRegex(compile_time.versions(CLANG, []), r"^clang \d+, libstdc\+\+ \d+, Boost 1\.\d+$")

    def test_wire_types(self):
        self.assertIn("amazon", VENDORS)
        self.assertLessEqual(set(EIGHT), set(wire_types("amazon")))
        for vendor in VENDORS:
            self.assertTrue(wire_types(vendor), vendor)

    def test_structs(self):
        for one, each in ((STRUCT_TITLE, EACH), (NLOHMANN_TITLE, EACH_NLOHMANN)):
            self.assertEqual(structs_in(BY_TITLE[one].text), 1, one)
            self.assertEqual(structs_in(BY_TITLE[each].text), 1 + FURTHER, each)

    def test_structs_have_the_same_members(self):
        def members(title):
            listed = re.search(r"(?:STRUCT|INTRUSIVE)\(struct_0, (?:\(\), )?\(?([^()]+)", BY_TITLE[title].text)
            return [name.strip().replace("lastUpdated", "updated") for name in listed[1].split(",")]

        self.assertEqual(len(members(STRUCT_TITLE)), 20)
        self.assertEqual(members(STRUCT_TITLE), members(NLOHMANN_TITLE))


if __name__ == "__main__":
    unittest.main()
