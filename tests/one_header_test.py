#!/usr/bin/env python3
"""Tests cmake/one_header.py on small trees of headers.

    one_header_test.py COMPILER
"""

import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "cmake"))
import one_header  # noqa: E402

ONCE = "#pragma once\n"
TREE = Path(__file__).parent.parent / "include"
VERSION = ONCE + "".join(f"#define OUTLAY_VERSION_{part} {n}\n" for n, part in enumerate(("MAJOR", "MINOR", "PATCH"), 1))
COMPILER = "c++"


class OneHeader(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)

    def tree(self, **files):
        """Writes headers: `value__money` stands for outlay/value/money.hpp."""
        for name, text in ({"version": VERSION} | files).items():
            header = self.root / "outlay" / (name.replace("__", "/") + ".hpp")
            header.parent.mkdir(parents=True, exist_ok=True)
            header.write_text(text)

    def join(self, **files):
        self.tree(**files)
        return one_header.joined(self.root)[0]

    def preprocessed(self, text, *flags):
        """The tokens that a compiler sees, a line each."""
        command = [COMPILER, "-std=c++20", "-E", "-P", "-x", "c++", *flags, "-"]
        done = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
        return [line for line in done.stdout.splitlines() if line.strip()]

    def same(self, *flags):
        """Checks that a compiler sees the same text in the one header, included twice, as in the tree."""
        one = self.root / "one.hpp"
        one.write_text(one_header.joined(self.root)[0])
        expected = self.preprocessed("#include <outlay/outlay.hpp>\n", f"-I{self.root}", *flags)
        self.assertEqual(self.preprocessed(f'#include "{one}"\n' * 2, *flags), expected)
        return expected

    def refuses(self, message, **files):
        with self.assertRaisesRegex(one_header.Unfit, message):
            self.join(**files)

    def test_diamond(self):
        self.tree(
            outlay=ONCE + "#include <outlay/left.hpp>\n#include <outlay/right.hpp>\nint top;\n",
            left=ONCE + "#include <outlay/base.hpp>\nint left;\n",
            right=ONCE + "#include <outlay/base.hpp>\nint right;\n",
            base=ONCE + "int base;\n",
        )
        self.assertEqual(self.same(), ["int base;", "int left;", "int right;", "int top;"])

    def test_text_of_the_one_header(self):
        text = self.join(
            outlay=ONCE + "\n/// @file\n/// All.\n\n#include <outlay/a.hpp>\n#include <vector>\n\n/// Top.\nint top;\n",
            a=ONCE + "#include <array>\n#include <vector>\nint a;\n",
        )
        self.assertIn("// outlay 1.2.3: ", text.splitlines()[0])
        self.assertIn("License", text.splitlines()[1])
        self.assertNotIn("pragma", text)
        body = text[text.index("#include <array>"):text.index("#define OUTLAY_ONE_HEADER")]
        self.assertEqual(body, """#include <array>
#include <vector>

// --- outlay/a.hpp

int a;

// --- outlay/outlay.hpp

/// @file
/// All.

/// Top.
int top;

""")

    def test_included_in_a_condition_first(self):
        self.tree(
            outlay=ONCE + "#include <outlay/a.hpp>\n#include <outlay/b.hpp>\n",
            a=ONCE + "#ifdef EARLY\n#include <outlay/shared.hpp>\n#endif\nint a;\n",
            b=ONCE + "#include <outlay/shared.hpp>\nint b;\n",
            shared=ONCE + "#include <outlay/deep.hpp>\nint shared;\n",
            deep=ONCE + "int deep;\n",
        )
        self.assertEqual(self.same(), ["int a;", "int deep;", "int shared;", "int b;"])
        self.assertEqual(self.same("-DEARLY"), ["int deep;", "int shared;", "int a;", "int b;"])

    def test_included_in_conditions_only(self):
        self.tree(
            outlay=ONCE + "#ifdef X\n#include <outlay/a.hpp>\n#else\nint no;\n#endif\n#if Y\n#include <outlay/a.hpp>\n#endif\n",
            a=ONCE + "int a;\n",
        )
        for flags in [], ["-DX"], ["-DY"], ["-DX", "-DY"]:
            self.same(*flags)

    def test_in_a_condition_after_all(self):
        self.tree(
            outlay=ONCE + "#include <outlay/a.hpp>\n#if X\n#include <outlay/a.hpp>\n#endif\n", a=ONCE + "int a;\n"
        )
        self.assertEqual(self.same("-DX"), ["int a;"])

    def test_other_libraries_in_a_condition_stay_there(self):
        text = self.join(outlay=ONCE + "#include <version>\n#ifdef __cpp_lib_format\n#include <format>\n#endif\nint a;\n")
        self.assertIn("#ifdef __cpp_lib_format\n#include <format>\n#endif\n", text)
        self.assertEqual(text.count("#include <format>"), 1)

    def test_other_libraries_after_a_macro_stay_there(self):
        text = self.join(
            outlay=ONCE + "#include <outlay/a.hpp>\n#include <vector>\nint b;\n",
            a=ONCE + "#define _GNU_SOURCE 1\n#include <cmath>\nint a;\n",
        )
        self.assertIn("#define _GNU_SOURCE 1\n#include <cmath>\nint a;\n", text)
        self.assertLess(text.index("_GNU_SOURCE"), text.index("#include <vector>"))

    def test_at_the_end_of_a_header(self):
        self.tree(outlay=ONCE + "#include <outlay/a.hpp>\n", a=ONCE + "int a;\n#include <outlay/a.ipp>\nint b;\n")
        (self.root / "outlay/a.ipp").write_text("int a_too;\n")
        self.assertEqual(self.same(), ["int a;", "int a_too;", "int b;"])

    def test_text_without_a_guard_is_repeated(self):
        use = ONCE + "#define OUTLAY_X(x) int {0}_##x;\n#include <outlay/list.hpp>\n#undef OUTLAY_X\n"
        self.tree(
            outlay=ONCE + "#include <outlay/a.hpp>\n#include <outlay/b.hpp>\n",
            a=use.format("a"),
            b=use.format("b"),
            list="OUTLAY_X(one)\n",
        )
        self.assertEqual(self.same(), ["int a_one;", "int b_one;"])

    def test_own_guard(self):
        """A header that adds something when it is included again, after another library: so does the one header."""
        text = "// Why.\n\n#ifndef A_HPP\n#define A_HPP\nint a;\n#endif\n#if defined(LATER) && !defined(DONE)\n#define DONE\nint later;\n#endif\n"
        self.tree(outlay=ONCE + "#include <outlay/a.hpp>\nint b;\n", a=text)
        self.assertEqual(self.same(), ["int a;", "int b;"])
        one = f'#include "{self.root / "one.hpp"}"\n'
        self.assertEqual(self.preprocessed(one + "#define LATER\n" + one * 2), ["int a;", "int b;", "int later;"])

    def test_beside_the_tree(self):
        """In either order, the compiler reports the mistake."""
        self.tree(outlay=ONCE + "#include <outlay/value/text.hpp>\n")
        for name in "version.hpp", "value/text.hpp":
            (self.root / "outlay/value").mkdir(exist_ok=True)
            shutil.copy(TREE / "outlay" / name, self.root / "outlay" / name)
        one = self.root / "one.hpp"
        one.write_text(one_header.joined(self.root)[0])
        includes = [f'#include "{one}"\n', "#include <outlay/value/text.hpp>\n"]
        for text in "".join(includes), "".join(reversed(includes)):
            with self.assertRaises(subprocess.CalledProcessError) as raised:
                self.preprocessed(text, f"-I{self.root}")
            self.assertIn("please use one of the two", raised.exception.stderr)

    def test_refuses_a_cycle(self):
        self.refuses(
            "outlay/a.hpp includes itself, by way of outlay/b.hpp",
            outlay=ONCE + "#include <outlay/a.hpp>\n",
            a=ONCE + "#include <outlay/b.hpp>\n",
            b=ONCE + "#include <outlay/a.hpp>\n",
        )

    def test_refuses_an_include_that_it_cannot_find(self):
        self.refuses("outlay/outlay.hpp includes outlay/a.hpp", outlay="#include <outlay/a.hpp>\n")
        self.refuses('outlay/outlay.hpp:2: includes "a.hpp"', outlay=ONCE + '#include "a.hpp"\n')
        self.refuses("outlay/outlay.hpp:2: includes A", outlay=ONCE + "#include A\n")

    def test_refuses_text_with_another_meaning_in_one_header(self):
        self.refuses("asks for a header", outlay="#if __has_include(<outlay/a.hpp>)\n#endif\n")
        self.refuses("an #if that ends in another file", outlay="#if X\n")

    def test_forwards(self):
        self.tree(outlay=ONCE + "#include <outlay/deep/a.hpp>\n", deep__a=ONCE + "int a;\n", apart=ONCE + "int apart;\n")
        script = Path(one_header.__file__)
        folder = self.root / "forward"
        stale = folder / "outlay/stale.hpp"
        stale.parent.mkdir(parents=True)
        stale.touch()
        subprocess.run([sys.executable, script, self.root, self.root / "made/one.hpp", folder], check=True)
        made = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.hpp"))
        self.assertEqual(made, ["outlay/deep/a.hpp", "outlay/outlay.hpp"])
        self.assertEqual(self.preprocessed("#include <outlay/deep/a.hpp>\n" * 2, f"-I{folder}"), ["int a;"])

    def test_says_what_is_wrong(self):
        self.tree(outlay="#include <outlay/a.hpp>\n")
        command = [sys.executable, one_header.__file__, self.root, self.root / "one.hpp"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        self.assertEqual((done.returncode, (self.root / "one.hpp").exists()), (1, False))
        self.assertTrue(re.match("one_header.py: .*a.hpp, which is not there", done.stderr), done.stderr)


if __name__ == "__main__":
    COMPILER = sys.argv.pop(1)
    unittest.main()
