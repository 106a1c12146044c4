#!/usr/bin/env python3
"""Checks that english.py finds what it should."""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import english  # noqa: E402


def found(text):
    return [(number, words) for number, words, _ in english.findings(text)]


class English(unittest.TestCase):
    def test_finds_words_with_their_line(self):
        self.assertEqual(found("/// The value.\n/// Tells of the item.\n"), [(2, "Tells of")])

    def test_finds_identifiers(self):
        self.assertEqual(found("auto const told = 1;"), [(1, "told")])

    def test_leaves_parts_of_words(self):
        self.assertEqual(found("retold stands alone, all the same-named files, outcomes to"), [(1, "all the same")])

    def test_leaves_other_meanings(self):
        self.assertEqual(found("are told apart; stands for a failure; comes to an end"), [])

    def test_reads_names_of_tests(self):
        self.assertEqual(found("TEST(batch, stops_when_told_to)"), [(1, "told")])
        self.assertEqual(found("TEST_F(batch, tells_of_an_item)"), [(1, "tells of")])
        self.assertEqual(found("    def test_told_once(self):"), [(1, "told")])
        self.assertEqual(found("RC_GTEST_PROP(batch, is_told, (int n))"), [(1, "told")])

    def test_checks_what_people_read(self):
        for name in ("README.md", "include/outlay/value.hpp", "tests/a_test.cpp", "cmake/install-deps", ".ci/run"):
            self.assertTrue(english.is_checked(Path(name)), name)
        for name in ("tests/payloads/amazon/a.json", "examples/guide/reference/aws.md", "tests/english.py"):
            self.assertFalse(english.is_checked(Path(name)), name)

    def test_fails_for_a_file_with_findings(self):
        with tempfile.TemporaryDirectory() as folder:
            page = Path(folder, "page.md")
            page.write_text("What became of the item.\n", encoding="utf-8")
            script = Path(__file__).with_name("english.py")
            done = subprocess.run([sys.executable, script, page], capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stdout, f'{page}:1: "What became of": write the outcome of\n')


if __name__ == "__main__":
    unittest.main()
