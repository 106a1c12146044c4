#!/usr/bin/env python3
"""Tests cmake/module.py on lines of headers, and the module unit in a program that imports it.

    module_test.py CLANG INCLUDE_FOLDER [flags...]
"""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent.parent / "cmake"))
import module  # noqa: E402

EXPECTED = """\
{"amount":50.00,"currencyCode":"USD","endDate":"2027-05-31","policy":"DATE_RANGE","startDate":"2027-03-01"}
1:45 /success/0/budgetUsagePercent: expected a number, found "75"
{"name":"spring","budget":{"amount":12.50,"currency":"USD"}}
37.50 USD
75 %
"""


class GlobalFragment(unittest.TestCase):
    def test_takes_includes_out(self):
        self.assertEqual(module.global_fragment(["#include <a>", "int b;"]), (["#include <a>"], ["int b;"]))

    def test_keeps_conditions_of_the_compiler(self):
        lines = ["#ifdef __SSE2__", "#include <a>", "#else", "int b;", "#endif"]
        expected = ["#ifdef __SSE2__", "#else", "int b;", "#endif"]
        fragment = ["#ifdef __SSE2__", "#include <a>", "#else", "#endif"]
        self.assertEqual(module.global_fragment(lines), (fragment, expected))

    def test_leaves_conditions_of_outlay_out(self):
        lines = ["#ifndef OUTLAY_A", "#include <a>", "#endif"]
        self.assertEqual(module.global_fragment(lines), (["#include <a>"], ["#ifndef OUTLAY_A", "#endif"]))

    def test_leaves_conditions_without_an_include_out(self):
        lines = ["#ifdef A", "#if B", "int b;", "#elif C", "int c;", "#endif", "#endif"]
        self.assertEqual(module.global_fragment(lines)[0], [])

    def test_includes_once(self):
        lines = ["#include <a>", "#ifdef A", "#include <a>", "#include <b>", "#endif", "#include <b>", "#include <a>"]
        expected = ["#include <a>", "#ifdef A", "#include <b>", "#endif", "#include <b>"]
        self.assertEqual(module.global_fragment(lines)[0], expected)


class Import(unittest.TestCase):
    def test_runs(self):
        compiler, include, *flags = ARGUMENTS
        command = [compiler, "-std=c++20", "-Wall", "-Wextra", "-Werror", "-DOUTLAY_LINKS_BOOST_JSON", *flags]
        with tempfile.TemporaryDirectory() as folder:
            unit, built, program = (Path(folder, name) for name in ("outlay.cppm", "outlay.pcm", "import"))
            unit.write_text(module.module_unit(include), encoding="utf-8")
            subprocess.run([*command, "--precompile", unit, "-o", built], check=True)
            imports = [f"-fmodule-file=outlay={built}", HERE / "import.cpp"]
            subprocess.run([*command, *imports, built, "-o", program, "-lboost_json"], check=True)
            done = subprocess.run([program], capture_output=True, text=True, check=True)
        self.assertEqual(done.stdout, EXPECTED)


if __name__ == "__main__":
    ARGUMENTS = sys.argv[1:]
    unittest.main(argv=sys.argv[:1])
