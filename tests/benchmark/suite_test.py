#!/usr/bin/env python3
"""Tests suite.py on figures that are known."""

import contextlib
import io
import re
import tempfile
import unittest
from pathlib import Path
from unittest import mock

import suite
from suite import FORMS, OTHERS, PAYLOADS, ROWS, ROWS_OF_SIZES, SIZES, USUAL

HERE = Path(__file__).resolve().parent

# Their rows are in files outside of this repository.
ELSEWHERE = ("glaze", "reflect-cpp")


def line(*fields):
    return "\t".join(map(str, fields)) + "\n"


def printed(without=()):
    """What the program prints: in each group the bare parser takes 10 us, the second row of suite.py 20, and so on."""
    text = "#compiler\tg++ 12\n#library\tsimdjson\t3.0.1\n"
    for payload in PAYLOADS:
        groups = [(form, USUAL) for form in FORMS] + [("compact", size) for size in SIZES if size != USUAL]
        for form, items in groups:
            for place, row in enumerate(ROWS, 1):
                is_wanted = items == USUAL or row.name in ("bare", *ROWS_OF_SIZES)
                if is_wanted and row.library not in without:
                    text += line(payload, form, items, row.name, 1000, 10_000 * place, 10_500 * place, place, 1024)
    for name, row in OTHERS:
        text += line(name, "-", 0, row, 0, 3000, 4000, 7, 70)
    return text


def run(*words, output=None, count=5000):
    """Exit code and what is printed, where the program prints this and callgrind counts so much."""
    def execute(command, **_):
        if "--tool=callgrind" in command:
            return mock.Mock(stderr=f"==1== Collected : {count}\n")
        return mock.Mock(stdout=output or printed())

    out = io.StringIO()
    with contextlib.redirect_stdout(out), mock.patch.object(suite.subprocess, "run", execute):
        return suite.main(list(words)), out.getvalue()


def run_on(text, *words, **more):
    """The same of a page with this text, and that afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "costs.md")
        page.write_text(text, encoding="utf-8")
        return *run(*words, str(page), **more), page.read_text(encoding="utf-8")


EMPTY = "# outlay\n<!-- suite.py --update -->\n<!-- /suite.py -->\nmore\n"


class Suite(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.code, _, cls.honest = run_on(EMPTY, "program", "--valgrind", "valgrind", "--update")

    def breaches(self, text):
        code, out, _ = run_on(text, "--check")
        self.assertEqual(code, 1 if out else 0)
        return out.splitlines()

    def test_update(self):
        self.assertEqual(self.code, 0)
        self.assertRegex(self.honest, r"\A# outlay\n<!-- [^>]+ -->\n\n\| Amazon(.*\n)+<!-- [^>]+ -->\nmore\n\Z")
        again = run_on(self.honest, "program", "--valgrind", "valgrind", "--update")[2]
        self.assertEqual(again, self.honest)

    def test_figures(self):
        row = "| `outlay::decode` | 20.00 | 21.00 | 2.00 | 2.00 | 2.00 | 2.00 | 0.5 | 2 | 1,024 |\n"
        self.assertIn(row, self.honest)
        self.assertIn("| `outlay::decode`, usage | 2.00 | 2.00 | 2.00 | 2.00 | 2.00 |\n", self.honest)
        self.assertIn(f"| {OTHERS['leftover', 'month']} | 3.0 | 4.0 | 7 |\n", self.honest)
        self.assertIn("\nOf g++ 12, in one run; simdjson 3.0.1.\n", self.honest)

    def test_without_callgrind(self):
        self.assertIn("| 2.00 | - | 2 | 1,024 |\n", run("program")[1])

    def test_honest(self):
        self.assertEqual(self.breaches(self.honest), [])

    def test_figures_are_not_compared(self):
        self.assertEqual(self.breaches(self.honest.replace("2.00", "9.99")), [])

    def test_missing_row(self):
        title = ROWS[1].title
        self.assertEqual(self.breaches(re.sub(rf"\| {title} \|.*\n", "", self.honest)), [f"{title}: no row"])

    def test_row_missing_in_one_table(self):
        text = re.sub(rf"\| {ROWS[1].title} \|.*\n", "", self.honest, count=1)
        self.assertEqual(self.breaches(text), ["a table is incomplete, or a row is there twice"])

    def test_unknown_row(self):
        text = self.honest.replace("| `outlay::decode` |", "| old | 1 |\n| `outlay::decode` |", 1)
        self.assertEqual(self.breaches(text), ["old: a row that is not made"])

    def test_order(self):
        text = re.sub(r"(\| `outlay::decode` \|.*\n)(.*\n)", r"\2\1", self.honest, count=1)
        self.assertEqual(self.breaches(text), ["the rows have another order"])

    def test_left_out(self):
        text = run_on(EMPTY, "program", "--update", output=printed(without=("glaze", "simdjson")))[2]
        self.assertIn("\nNot measured: simdjson, glaze.\n", text)
        self.assertEqual(self.breaches(text), [])
        self.assertIn("simdjson on demand, by hand: no row", self.breaches(text.replace("simdjson, glaze.", "glaze.")))

    def test_outlay_is_not_left_out(self):
        with self.assertRaisesRegex(SystemExit, "outlay: not a library that can be left out"):
            run_on(EMPTY, "program", "--update", output=printed(without=("outlay",)))

    def test_update_needs_all_groups(self):
        some = "".join(each for each in printed().splitlines(True) if "portfolios" not in each)
        with self.assertRaisesRegex(SystemExit, "made of all groups"):
            run_on(EMPTY, "program", "--update", output=some)

    def test_unknown_row_of_the_program(self):
        with self.assertRaisesRegex(SystemExit, "usage/new: a row without a title"):
            run("program", output=line("usage", "compact", 100, "new", 1, 1, 1, 1, 1))

    def test_targets(self):
        out = run("program")[1]
        self.assertIn("usage/compact/100: decode to bare: 2.00, at most 0.9: MISSED\n", out)
        self.assertIn("rules/-/0: 120000 to 60000: 1.00, at most 2.3: met\n", out)
        self.assertEqual(len(re.findall(": met|: MISSED", out)), len(suite.TARGETS))

    def test_some_groups(self):
        some = "".join(each for each in printed().splitlines(True) if each.startswith(("#", "usage\tcompact\t100")))
        out = run("program", "--quick", "usage/compact/100", output=some)[1]
        self.assertIn("| `outlay::decode` | 20.00 | 21.00 | 2.00 | - | - | - | - | 2 | 1,024 |\n", out)
        self.assertNotIn("Datadog", out.split("Targets")[0])

    def test_no_marks(self):
        with self.assertRaisesRegex(SystemExit, "no table"):
            run_on("# outlay\n", "--check")

    def test_every_row_is_measured_by_a_file(self):
        sources = "".join(path.read_text(encoding="utf-8") for path in sorted(HERE.rglob("*.cpp")))
        for name in [row.name for row in ROWS if row.library not in ELSEWHERE] + [row for _, row in OTHERS]:
            self.assertRegex(sources, rf'(?:ing|wrong)\("{name}"|\{{"{name}", \w+\}}|\.row = "{name}"')


if __name__ == "__main__":
    unittest.main()
