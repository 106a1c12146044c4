#!/usr/bin/env python3
"""Tests style.py on small pieces of C++."""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import style  # noqa: E402


def lines(text, **options):
    return [number for number, _ in style.findings(text, **options)]


class Style(unittest.TestCase):
    def test_finds_comma_operators_in_returns(self):
        self.assertEqual(lines("int f()\n{\n    return ++calls, 1;\n}\n"), [3])
        self.assertEqual(lines("auto f = [&] { return ++calls, g(1); };"), [1])
        self.assertEqual(lines("if (!read) return std::cerr << read.error() << '\\n', 1;"), [1])
        self.assertEqual(lines("return send(text,\n            more),\n       true;"), [1])
        self.assertEqual(lines("co_return ++calls, 1;"), [1])
        self.assertEqual(lines("if (mine.after != 0) return --mine.after, false;"), [1])

    def test_leaves_other_commas(self):
        for code in (
            "return f(1, 2);",
            "return {1, 2};",
            "return std::pair<int, bool>(1, true);",
            "return std::map<int, std::vector<int>>();",
            "return a < b ? f(a, b) : g[a, b];",
            "return [a, b](int x, int y) { return x < y; };",
            'return "a, b";',
            "return ',';",
            'return R"(a, "b", c)";',
            "return 1'000'000; // one, two",
            "return a /* one, two */ + b;",
            "f([] { return 1; }, 2);",
            "{{1, [] { return 7; }}, {2, [] { return 8; }}}",
            "int returned = 1, other = 2;",
        ):
            self.assertEqual(lines(code), [], code)

    def test_finds_the_unnamed_maximum(self):
        for code in ("std::size_t(-1)", "static_cast<std::size_t>(-1)", "std::size_t{-1}", "(std::size_t)-1", "size_t( -1 )"):
            self.assertEqual(lines(f"auto x = {code};"), [1], code)
        self.assertEqual(lines("static constexpr std::size_t no_entry = static_cast<std::size_t>(-1);"), [])
        self.assertEqual(lines("auto x = static_cast<std::size_t>(-1 + n);"), [1])
        self.assertEqual(lines("auto x = static_cast<std::size_t>(n - 1); // not size_t(-1)"), [])

    def test_finds_a_reopened_namespace_outside_of_the_headers(self):
        code = "namespace outlay {\ntemplate<>\nstruct model<plan> {};\n} // namespace outlay\n"
        self.assertEqual(lines(code), [1])
        self.assertEqual(lines(code, is_header_of_outlay=True), [])
        self.assertEqual(lines("template<>\nstruct outlay::model<plan> {};\nnamespace outlay_test {\n}"), [])

    def test_reads_headers_and_sources(self):
        found = style.sources()
        for name in ("include/outlay/value/money.hpp", "tests/value/money_test.cpp", "examples/own_type/own_type.cpp"):
            self.assertIn(Path(name), found)
        self.assertNotIn(Path("tests/style.py"), found)

    def test_fails_for_a_file_with_findings(self):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, "a.cpp")
            file.write_text("int f() { return g(), 1; }\n", encoding="utf-8")
            script = Path(__file__).with_name("style.py")
            done = subprocess.run([sys.executable, script, file], capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stdout, f"{file}:1: a comma operator: write two statements\n")


if __name__ == "__main__":
    unittest.main()
