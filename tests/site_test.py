#!/usr/bin/env python3
"""Tests the parts of cmake/site that need no Doxygen."""

import sys
import tempfile
import unittest
from pathlib import Path

SITE = Path(__file__).resolve().parent.parent / "cmake" / "site"
sys.path.insert(0, str(SITE))

import links  # noqa: E402
import listings  # noqa: E402
import pages  # noqa: E402

MAIN = Path("README.md")

TAGS = """<tagfile>
  <compound kind="namespace"><name>outlay::http</name><filename>http.html</filename>
    <member kind="function"><name>call</name><anchorfile>http.html</anchorfile><anchor>a1</anchor></member></compound>
  <compound kind="group"><name>json</name><filename>json.html</filename>
    <member kind="function"><name>decode</name><anchorfile>json.html</anchorfile><anchor>a2</anchor></member>
    <member kind="enumeration"><name>level</name><anchorfile>json.html</anchorfile><anchor>a3</anchor>
      <enumvalue file="json.html" anchor="a4">low</enumvalue></member></compound>
  <compound kind="class"><name>outlay::decimal</name><filename>decimal.html</filename></compound>
</tagfile>"""


def names():
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "names.xml").write_text(TAGS, encoding="utf-8")
        Path(folder, "json_8hpp.xml").write_text('<location file="include/outlay/json.hpp"/>', encoding="utf-8")
        return listings.Names(Path(folder, "names.xml"), Path(folder))


class Folder(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.root = Path(temporary.name).resolve()

    def write(self, name, text=""):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return Path(name)


class Pages(Folder):
    def site(self, **files):
        """A site of Markdown files; `examples__guide__calls` stands for examples/guide/calls.md."""
        found = [self.write(name.replace("__", "/") + ".md", text) for name, text in files.items()]
        return pages.Site(self.root, found, MAIN)

    def rendered(self, text, page="README", **others):
        site = self.site(**{page: text}, **others)
        shown = site.rendered(Path(page.replace("__", "/") + ".md"))
        return shown, site

    def test_anchors_are_those_of_github(self):
        text = "# A\n\n## Read `x`, and write it!\n\n```sh\n# no heading\n```\n\n## A\n## don't_do [this](x.md)"
        self.assertEqual(list(pages.anchors(text)), ["a", "read-x-and-write-it", "a-1", "dont_do-this"])

    def test_headings_are_named_after_their_page(self):
        shown, _ = self.rendered("# Call\n\n## Wait", page="examples__guide__calls")
        self.assertEqual(shown, "# Call {#guide_calls}\n\n## Wait {#guide_calls-wait}")

    def test_index_of_a_folder_is_named_after_the_folder(self):
        self.assertEqual(pages.label(Path("examples/guide/README.md")), "guide")
        self.assertEqual(pages.label(Path("examples/guide/reference/codes.md")), "guide_reference_codes")

    def test_links_to_pages_and_headings(self):
        shown, site = self.rendered(
            "[a](examples/guide/calls.md#wait), [b](examples/guide/calls.md), [c](#own)\n\n## x\n## Own",
            examples__guide__calls="# Call\n\n## Wait")
        self.assertIn("[a](@ref guide_calls-wait), [b](@ref guide_calls), [c](@ref readme-own)", shown)
        self.assertEqual(site.errors, [])

    def test_link_to_nothing_is_an_error_with_its_line(self):
        _, site = self.rendered("text\n\n[a](no.md)\n[b](#no) ![c](no.svg)")
        self.assertEqual(site.errors, [
            "README.md:3: error: no file no.md",
            "README.md:4: error: README.md has no anchor #no",
            "README.md:4: error: no image no.svg",
        ])

    def test_link_out_of_the_repository_is_an_error(self):
        _, site = self.rendered("[a](../x.md)")
        self.assertEqual(site.errors, ["README.md:1: error: no file ../x.md"])

    def test_anchor_in_html(self):
        shown, site = self.rendered('| <a id="alias"></a>`alias` |\n\n[x](#alias)')
        self.assertIn("\\anchor readme-alias ", shown)
        self.assertIn("[x](@ref readme-alias)", shown)
        self.assertEqual(site.errors, [])

    def test_headers_sources_and_folders(self):
        self.write("include/outlay/json.hpp")
        self.write("tests/a_b.py")
        shown, site = self.rendered("[a](include/outlay/json.hpp) [b](tests/a_b.py) [c](tests)")
        self.assertEqual(site.headers, ["outlay/json.hpp"])
        self.assertEqual(site.sources, {Path("tests/a_b.py")})
        self.assertEqual(site.folders, {Path("tests")})
        self.assertIn("[b](tests_2a_b_8py-example.html) [c](@ref tests)", shown)

    def test_code_is_a_mark_and_lines_keep_their_numbers(self):
        text = "# T\n\na `b\nc` d\n\n```cpp compile\nint a;\n\nint b;\n```\nlast @x"
        shown, site = self.rendered(text)
        self.assertEqual(site.codes, [("b c", None), ("int a;\n\nint b;", "cpp")])
        lines = shown.split("\n")
        self.assertEqual(len(lines), len(text.split("\n")))
        self.assertEqual(lines[-1], "last \\@x")

    def test_navigation_follows_the_index(self):
        index = ("# Guide\n\n## Begin\n- [a](a.md)\n\n"
                 "## Call\n- [b](b.md#x), [web](https://example.org/c.md)\n- [d](../d.md)")
        self.assertEqual(list(pages.navigation(index)), [("Begin", ["a.md"]), ("Call", ["b.md", "../d.md"])])


class Listings(unittest.TestCase):
    def test_raw_string_ends_at_its_delimiter(self):
        shown = listings.highlighted('f(R"({"a": "b"})"); int x; // c', "cpp", names())
        self.assertEqual(shown, 'f(<span class="stringliteral">R"({"a": "b"})"</span>); '
                                '<span class="keywordtype">int</span> x; <span class="comment">// c</span>')
        shown = listings.highlighted('R"x(a)" b)x" + 1', "cpp", names())
        self.assertEqual(shown, '<span class="stringliteral">R"x(a)" b)x"</span> + 1')

    def test_names_are_links_also_through_an_alias(self):
        program = "namespace web = outlay::http;\nweb::call(outlay::decode<int>(x)); decode"
        shown = listings.highlighted(program, "cpp", names())
        self.assertIn('<a class="code" href="http.html#a1">web::call</a>', shown)
        self.assertIn('<a class="code" href="json.html#a2">outlay::decode</a>&lt;', shown)
        self.assertTrue(shown.endswith(" decode"))

    def test_enumerator_is_a_link_to_its_enumeration(self):
        shown = listings.highlighted("outlay::level::low", "cpp", names())
        self.assertIn('href="json.html#a3">outlay::level::low<', shown)

    def test_include_is_a_link(self):
        shown = listings.highlighted("#include <outlay/json.hpp>", "cpp", names())
        self.assertIn('<a href="json_8hpp_source.html">outlay/json.hpp</a>', shown)

    def test_digit_separator_is_no_character(self):
        shown = listings.highlighted("1'000 'a'", "cpp", names())
        self.assertEqual(shown, "1'000 <span class=\"charliteral\">'a'</span>")

    def test_json_keys_are_no_strings(self):
        shown = listings.highlighted('{"a": "b", "c": null}', "json", names())
        self.assertIn('<span class="keyword">"a"</span>: <span class="stringliteral">"b"</span>', shown)
        self.assertIn('<span class="keywordflow">null</span>', shown)

    def test_other_text_is_escaped(self):
        self.assertEqual(listings.highlighted("a < b & c", "text", names()), "a &lt; b &amp; c")

    def test_word_in_a_line_is_a_link_only_if_it_is_qualified_or_called(self):
        linked = '<a href="json.html#a2">decode</a>'
        self.assertEqual(listings.inline("decode", names()), "decode")
        self.assertEqual(listings.inline("decode<T>(x)", names()), f"{linked}&lt;T&gt;(x)")
        self.assertEqual(listings.inline("http::call", names()), '<a href="http.html#a1">http::call</a>')
        self.assertEqual(listings.inline("decode_all()", names()), "decode_all()")


class Links(Folder):
    def broken(self, **files):
        for name, text in files.items():
            self.write(f"{name}.html", text)
        return [(str(page), link) for page, link, _ in links.broken(self.root)]

    def test_good_links(self):
        self.write("a.svg")
        self.assertEqual(self.broken(
            a='<a href="b.html#x">b</a> <a href="#y">y</a> <a name="y"></a> <img src="a.svg"/> '
              '<a href="https://example.org">o</a>',
            b='<h2 id="x">x</h2>'), [])

    def test_links_to_nothing(self):
        self.assertEqual(self.broken(
            a="<a href='b.html#no'>b</a> <a href=\"no.html\">c</a> <a href=\"#no\">d</a>",
            b='<h2 id="x">x</h2>'), [("a.html", "b.html#no"), ("a.html", "no.html"), ("a.html", "#no")])


if __name__ == "__main__":
    unittest.main()
