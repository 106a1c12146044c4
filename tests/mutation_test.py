#!/usr/bin/env python3
"""Tests what mutation.py does with text, and one build of mutants, without libclang.

    mutation_test.py [<C++ compiler>]
"""

import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import mutation
from rewrite import Equivalents, Schemata, Site, line_of, title, with_one, without_comment

COMPILER = sys.argv.pop() if len(sys.argv) > 1 else shutil.which("c++")

HEADER = """\
// The smaller of both, if it is positive.
constexpr int least(int a, int b)
{
    if (!(a > 0 && // of a
          b > 0)) return 0;
    return a < b ? a : b;
}
"""


def site(kind, original, operator="", text=HEADER, **more):
    """The site of the only `original` in the text; with an operator, of a binary expression."""
    start = text.index(original)
    assert text.find(original, start + 1) < 0, original
    left = right = 0
    if operator:
        middle = original.index(operator)
        left = start + len(original[:middle].rstrip())
        right = start + len(original) - len(original[middle + len(operator) :].lstrip())
    return Site(kind, start, start + len(original), left, right, operator, **more)


def all_sites():
    found = [
        site("binary", "a < b", "<"),
        site("binary", "a > 0", ">"),
        site("binary", "b > 0", ">"),
        site("binary", "a > 0 && // of a\n          b > 0", "&&"),
        site("not", "!(a > 0 && // of a\n          b > 0)"),
    ]
    zero = HEADER.index("return 0") + len("return ")
    found.append(Site("integer", zero, zero + 1))
    for number, one in enumerate(found):
        one.id = number + 1
    return found


class Rewrite(unittest.TestCase):
    def test_titles(self):
        self.assertEqual(
            [title(HEADER, one) for one in all_sites()],
            [
                "a < b -> a <= b",
                "a > 0 -> a >= 0",
                "b > 0 -> b >= 0",
                "a > 0 && b > 0 -> a > 0 || b > 0",
                "!(a > 0 && b > 0) -> (a > 0 && b > 0)",
                "0 -> 1",
            ],
        )

    def test_each_kind(self):
        for kind, original, operator, expected in (
            ("boolean", "true", "", "false"),
            ("boolean", "false", "", "true"),
            ("integer", "0xFF", "", "256"),
            ("integer", "1'000u", "", "1001u"),
            ("minus", "-x", "", "(x)"),
            ("not", "!x", "", "static_cast<bool>(x)"),
            ("binary", "a == b", "==", "(a) != (b)"),
            ("statement", "to.add(x)", "", "void()"),
        ):
            one = site(kind, original, operator, text=original)
            self.assertEqual(with_one(original, one), f"({expected})")

    def test_lines_stay_where_they_are(self):
        result = Schemata(HEADER, all_sites()).result
        self.assertEqual(result.count("\n"), HEADER.count("\n"))
        self.assertIn("outlay_mutant(1) ? (a) <= (b) : a < b", result.splitlines()[5])

    def test_blames_the_innermost(self):
        schemata = Schemata(HEADER, all_sites())
        line = schemata.result.splitlines()[3]
        self.assertEqual(schemata.mutants_at(4, line.rindex("outlay_mutant(2)") + 1), [2])
        self.assertEqual(schemata.mutants_at(4, 1), [2, 4, 5], "all of the line")
        self.assertEqual(schemata.mutants_at(1, 1), [])

    def test_blames_the_way_to_a_template_for_its_error(self):
        schemata = {"a.hpp": Schemata(HEADER, all_sites())}
        messages = "/m/a.hpp:6:13:   required from here\n/usr/include/c.hpp:1:1: error: no\n/m/a.hpp:1:1: note: here\n"
        self.assertEqual(mutation.blamed(messages, Path("/m"), schemata), {1})

    def test_line(self):
        self.assertEqual(line_of(HEADER, all_sites()[0]), "return a < b ? a : b;")
        self.assertEqual(line_of(HEADER, all_sites()[1]), "if (!(a > 0 &&", "without the comment")


class Survivors(unittest.TestCase):
    TEXT = "# what it is\n\na.hpp\nreturn a < b;\na < b -> a <= b\nBoth are\nthe same.\n"

    def test_reason(self):
        listed = Equivalents(self.TEXT)
        self.assertEqual(listed.reason("a.hpp", "return a < b;", "a < b -> a <= b"), "Both are the same.")
        self.assertIsNone(listed.reason("b.hpp", "return a < b;", "a < b -> a <= b"))
        self.assertEqual(listed.unused({"a.hpp"}), [])

    def test_one_that_is_killed_by_now(self):
        self.assertEqual(len(Equivalents(self.TEXT).unused({"a.hpp"})), 1)
        self.assertEqual(Equivalents(self.TEXT).unused({"b.hpp"}), [])

    def test_needs_a_reason(self):
        with self.assertRaises(ValueError):
            Equivalents("a.hpp\nreturn a < b;\na < b -> a <= b\n")

    def test_the_list_itself(self):
        path = Path(mutation.HERE, "mutation_survivors.txt")
        for header, line, _ in Equivalents(path.read_text(encoding="utf-8")).reasons:
            text = Path(mutation.ROOT, "include/outlay", header).read_text(encoding="utf-8")
            self.assertIn(line, [without_comment(one) for one in text.splitlines()], header)


class Build(unittest.TestCase):
    MAIN = """
#include "least.hpp"
#include <cstdlib>
static int const selected = std::atoi(std::getenv("OUTLAY_MUTANT"));
bool outlay_mutant_at_run_time(int id) noexcept { return id == selected; }
static_assert(least(2, 3) == 2);
int main() { return least(2, 3) == 2 && least(0, 3) == 0 && least(5, -1) == 0 && least(3, 2) == 2 ? 0 : 1; }
"""

    def test_one_build_has_all_mutants(self):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            (folder / "least.hpp").write_text(Schemata(HEADER, all_sites()).result)
            (folder / "main.cpp").write_text(self.MAIN)
            program = folder / "main"
            mutant = Path(mutation.HERE, "mutation/mutant.hpp")
            subprocess.run(
                [COMPILER, "-std=c++20", "-include", mutant, folder / "main.cpp", "-o", program], check=True
            )
            killed = [
                id
                for id in range(len(all_sites()) + 1)
                if subprocess.run([program], env={"OUTLAY_MUTANT": str(id)}, check=False).returncode != 0
            ]
        # 0 is the original; 1 to 3 return the same for these arguments.
        self.assertEqual(killed, [4, 5, 6])


class Runs(unittest.TestCase):
    def test_a_program_is_run_within_its_limits(self):
        """What can't be started at all would count as a killed mutant."""
        self.assertEqual(subprocess.run(mutation.limited(["sh", "-c", "exit 7"], 10), check=False).returncode, 7)
        limits = subprocess.run(
            mutation.limited(["sh", "-c", "ulimit -t; ulimit -v; ulimit -c"], 10), check=True, capture_output=True
        )
        self.assertEqual(limits.stdout.split(), [b"11", b"4194304", b"0"], "seconds, KiB, blocks")


if __name__ == "__main__":
    unittest.main()
