#!/usr/bin/env python3
"""Tests readme.py: each way in which a page can be wrong is found, and a page that is right passes.

readme_test.py COMPILER
"""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

compiler = sys.argv.pop() if len(sys.argv) > 1 else "c++"
SCRIPT = Path(__file__).with_name("readme.py")


def program(body, above=""):
    return f"#include <iostream>\n{above}int main()\n{{\n{body}\n}}\n"


def block(code, info="cpp"):
    return f"```{info}\n{code}```\n"


class Pages(unittest.TestCase):
    def check(self, text, *options, **others):
        """The exit status and what is printed for a page with this text; others are files beside it."""
        with tempfile.TemporaryDirectory() as folder:
            page = Path(folder, "page.md")
            page.write_text(text, encoding="utf-8")
            for name, content in others.items():
                Path(folder, name.replace("_", ".")).write_text(content, encoding="utf-8")
            done = subprocess.run(
                [sys.executable, SCRIPT, "--root", folder, *options, page, *([] if "--text" in options else [compiler])],
                check=False, capture_output=True, encoding="utf-8")
        return done.returncode, done.stdout + done.stderr

    def passes(self, text, *options, **others):
        status, printed = self.check(text, *options, **others)
        self.assertEqual(status, 0, printed)

    def fails(self, why, text, *options, **others):
        status, printed = self.check(text, *options, **others)
        self.assertEqual(status, 1, printed)
        self.assertIn(why, printed)

    # --- programs

    def test_a_program_that_does_not_compile(self):
        self.fails("does not compile", block("int main() { return x; }\n"))
        self.fails("does not compile", block("int main() { return x; }\n", "cpp compile"), "--run")

    def test_a_program_that_fails(self):
        self.fails("page.md:2: returns 3", block("int main() { return 3; }\n"), "--run")
        self.passes(block("int main() { return 3; }\n", "cpp compile"), "--run")

    def test_parts_are_one_program(self):
        self.passes(block("int f() { return 0; }\n", "cpp part") + "Words.\n" + block("int main() { return f(); }\n"), "--run")

    def test_each_printed_line_is_a_comment(self):
        self.passes(block(program('std::cout << "a\\n"; // a\nstd::cout << "b\\n";\n// free\n// b')), "--run")
        self.fails("after `a`:\n    b", block(program('std::cout << "a\\nb\\n"; // a')), "--run")
        self.fails("says:\n    3", block(program("std::cout << 3 << '\\n'; // 4")), "--run")
        self.fails("says:\n    a b", block(program('std::cout << "a b\\n"; // a')), "--run")

    def test_the_order_is_that_of_printing(self):
        self.fails("after `b`:\n    a", block(program('std::cout << "b\\na\\n";\n// a\n// b')), "--run")
        # Also of two streams.
        self.passes(block(program('std::cout << "1\\n";\nstd::cerr << "2\\n";\nstd::cout << "3\\n";\n// 1\n// 2\n// 3')), "--run")

    def test_a_comment_can_be_the_beginning_of_a_line(self):
        self.passes(block(program('std::cout << "a long line\\n"; // a long...')), "--run")
        self.passes(block(program('std::cout << "a long line\\n"; // a ...')), "--run")
        self.fails("a long line", block(program('std::cout << "a long line\\n"; // long...')), "--run")

    def test_text_in_a_string_is_no_comment(self):
        self.fails("says:\n    there", block(program('std::cout << "there\\n"; char const* x = "http:// there"; (void)x;')), "--run")
        self.fails("says:\n    there", block(program('std::cout << "there\\n"; char const* x = R"(\n// there\n)"; (void)x;')), "--run")
        self.passes(block(program("int x = 1'000; // it's\n(void)x; std::cout << '\"' << '\\n'; // \"")), "--run")

    def test_kinds_of_blocks(self):
        self.fails("page.md:1: `cpp run` is not", block("int main() {}\n", "cpp run"), "--text")
        self.fails("page.md:1: `c++` is not", block("int main() {}\n", "c++"), "--text")
        self.fails("without an end", "```cpp\nint main() {}\n", "--text")
        self.fails("not indented", "- x\n\n  ```cpp\n  int main() {}\n  ```\n", "--text")

    def test_names_of_a_namespace_detail(self):
        self.fails("page.md:3: uses a name", "Text.\n" + block("outlay::detail::x y;\n"), "--text")
        self.passes(block("// the details: of it\n") + "`outlay::detail::x`\n", "--text")

    # --- text

    def test_links_to_files(self):
        self.fails("page.md:2: other.md: no such file", "\n[a link](other.md)\n", "--text")
        self.fails("other.md: no such file", "\n[a link]: other.md\n", "--text")
        self.fails("x.svg: no such file", '<img src="x.svg">\n', "--text")
        self.fails("outside of the repository", "[up](../../etc/passwd)\n", "--text")
        self.passes("[a link](other.md), [web](https://example.org/none), [mail](mailto:a@b.example)\n", "--text", other_md="")

    def test_links_to_headings(self):
        self.fails("#two: no such heading", "# One\n\n[x](#two)\n", "--text")
        self.passes("# One\n\n## One\n\n[x](#one-1)\n", "--text")
        self.fails("#one-2: no such heading", "# One\n\n## One\n\n[x](#one-2)\n", "--text")
        self.fails("other.md#one: no such heading", "[x](other.md#one)\n", "--text", other_md="# Two\n")
        self.passes("[x](other.md#a-type-of-modelt-its-use)\n", "--text", other_md="## A type of `model<T>`, its use\n")
        # A comment of a shell is no heading.
        self.fails("#one: no such heading", "```sh\n# One\n```\n[x](#one)\n", "--text")
        self.fails("only pages have headings", "[x](other.hpp#f)\n", "--text", other_hpp="")
        self.passes("[x](other.hpp#L12)\n", "--text", other_hpp="")

    def test_code_holds_no_links(self):
        self.passes("`operator[](x)` and\n\n```text\n[x](none.md)\n```\n", "--text")

    def test_tests_that_a_table_names(self):
        self.fails("page.md:3: no test suite.none", "| a | test |\n|---|---|\n| b | `suite.none` |\n", "--text")
        self.fails("no test suite.none", "| b | `decimal.no_such`, `suite.none` |\n", "--text")
        self.passes("| b | kept in `suite.none` |\n| c | `page.md` |\n", "--text")
        self.passes("| b | `correlate.fails_an_item_whose_index_is_missing` |\n", "--text")

    def test_several_pages(self):
        with tempfile.TemporaryDirectory() as folder:
            pages = [Path(folder, f"{name}.md") for name in "ab"]
            pages[0].write_text("# A\n\n[x](b.md#b)\n")
            pages[1].write_text("# B\n\n[x](a.md#none)\n")
            done = subprocess.run([sys.executable, SCRIPT, "--root", folder, "--text", *pages], check=False,
                                  capture_output=True, encoding="utf-8")
        self.assertEqual(done.returncode, 1)
        self.assertIn("b.md:3: a.md#none: no such heading", done.stdout)
        self.assertIn("2 pages, 0 programs, 1 failures", done.stdout)


if __name__ == "__main__":
    unittest.main()
