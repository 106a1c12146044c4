#!/usr/bin/env python3
"""Tests floors.py on small trees of headers."""

import re
import tempfile
import unittest
from pathlib import Path

import floors

VERSION = "".join(f"#define OUTLAY_VERSION_{part} {n}\n" for part, n in (("MAJOR", 1), ("MINOR", 2), ("PATCH", 30)))


class Floors(unittest.TestCase):
    def breaches(self, **files):
        """The breaches in a tree with these files, as "file:line"; `json__decode` stands for outlay/json/decode.hpp."""
        files.setdefault("version", VERSION)
        with tempfile.TemporaryDirectory() as root:
            for name, text in files.items():
                header = Path(root, "outlay", name.replace("__", "/") + ".hpp")
                header.parent.mkdir(parents=True, exist_ok=True)
                header.write_text(text, encoding="utf-8")
            outlay = Path(root, "outlay")
            return [f"{header.relative_to(outlay)}:{line}" for header, line, _ in floors.breaches(root)]

    def test_good_tree(self):
        found = self.breaches(
            value="#include <outlay/value/decimal.hpp>\n",
            value__decimal="#pragma once\n#include <date/date.h>\n",
            model__rules="#include <outlay/value.hpp>\n#include <boost/describe.hpp>\n",
            json__decode="#include <boost/json/basic_parser_impl.hpp>\n#include <outlay/model/rules.hpp>\n",
            amazon__client="#include <outlay/http.hpp>\n#include <outlay/amazon/types.hpp>\n",
            amazon__types="",
            hubspot__types="",
            outlay="#include <outlay/amazon.hpp>\n#include <outlay/hubspot.hpp>\n",
            src="#include <outlay/outlay.hpp>\n",
        )
        self.assertEqual(found, [])

    def test_vendor_is_named_above_only(self):
        found = self.breaches(
            aws__types="// AWS\n",
            http__call="// laws\n// As AWS has it\n",
            value__v="inline int aws_limit = 1;\n",
            outlay="// aws\n",
        )
        self.assertEqual(found, ["http/call.hpp:2", "value/v.hpp:1"])

    def test_vendor_lists_its_types(self):
        self.assertEqual(self.breaches(gcp__budget=""), ["gcp/budget.hpp:1"])

    def test_upwards(self):
        found = self.breaches(value__decimal="#pragma once\n#include <outlay/model/rules.hpp>\n")
        self.assertEqual(found, ["value/decimal.hpp:2"])

    def test_umbrella_is_on_its_floor(self):
        self.assertEqual(self.breaches(value="#include <outlay/json.hpp>\n"), ["value.hpp:1"])

    def test_same_level(self):
        found = self.breaches(
            amazon__a="#include <outlay/hubspot/types.hpp>\n",
            amazon__types="",
            hubspot__types="",
            budget__b="#include <outlay/json/encode.hpp>\n",
            json__j="#  include <outlay/budget.hpp>\n",
        )
        self.assertEqual(found, ["amazon/a.hpp:1", "budget/b.hpp:1", "json/j.hpp:1"])

    def test_nothing_includes_everything(self):
        self.assertEqual(self.breaches(datadog__types="", datadog__d="#include <outlay/outlay.hpp>\n"), ["datadog/d.hpp:1"])

    def test_version(self):
        found = self.breaches(
            version="#include <outlay/value.hpp>\n",
            value="#include <outlay/version.hpp>\n",
            json="#include <outlay/version.hpp>\n",
            outlay="#include <outlay/version.hpp>\n",
        )
        self.assertEqual(found, ["json.hpp:1", "version.hpp:1"])

    def test_no_boost_json_below_json(self):
        found = self.breaches(
            value__v="#include <boost/json/value.hpp>\n",
            model__m="#include <boost/json.hpp>\n",
        )
        self.assertEqual(found, ["model/m.hpp:1", "value/v.hpp:1"])

    def test_unknown_floor(self):
        found = self.breaches(util__u="", json__j="#include <outlay/util/u.hpp>\n")
        self.assertEqual(found, ["json/j.hpp:1", "util/u.hpp:1"])

    def test_quotes(self):
        self.assertEqual(self.breaches(json__j='#include "decode.hpp"\n'), ["json/j.hpp:1"])

    def test_what_some_compilers_lack(self):
        found = self.breaches(
            value__a="// no __int128\n__int128 i;\n[[gnu::noinline]] void f();\nint j = __builtin_ctz(1);\n",
            value__b="__attribute__((cold)) void g();\n[[no_unique_address]] rest r;\nint gnu = 1;\n",
            value__detail__attributes="#define OUTLAY_NOINLINE [[gnu::noinline]]\n",
        )
        self.assertEqual(found, ["value/a.hpp:2", "value/a.hpp:3", "value/a.hpp:4", "value/b.hpp:1", "value/b.hpp:2"])

    def test_ascii(self):
        self.assertEqual(self.breaches(value__a='char const* a = "\u00e9";\n'), ["value/a.hpp:1"])

    def test_namespace_of_the_version(self):
        found = self.breaches(
            value__a="namespace outlay::inline v1_2_30 {\n} // namespace outlay::inline v1_2_30\n",
            value__b="namespace outlay::inline v1_2_30::detail {\n",
            json__a="namespace outlay {\n",
            json__b="namespace outlay::detail {\n",
            json__c="namespace outlay::inline v1_2_3 {\n",
            json__d="namespace outlay::inline v1_2_300::detail {\n",
            json__e="namespace boost::json {\n",
        )
        self.assertEqual(found, ["json/a.hpp:1", "json/b.hpp:1", "json/c.hpp:1", "json/d.hpp:1"])

    def test_length(self):
        self.assertEqual(self.breaches(json__j="\n" * 500, json__k="\n" * 501), ["json/k.hpp:501"])

    def test_picture_shows_these_floors(self):
        root = Path(__file__).resolve().parent.parent
        picture = (root / "examples/guide/floors.svg").read_text(encoding="utf-8")
        texts = re.findall(r'<text class="name" x="[\d.]+" y="([\d.]+)"[^>]*>([^<]*)</text>', picture)
        shown = {}
        for height, name in texts:
            shown.setdefault(float(height), set()).add(name)
        include = root / "include" / "outlay"
        expected = {floors.VENDOR: {types.parent.name for types in include.glob("*/types.hpp")}}
        for name, level in floors.LEVEL.items():
            if (include / name).is_dir():
                expected.setdefault(level, set()).add(name)
        # The lowest floor is at the bottom.
        self.assertEqual([shown[height] for height in sorted(shown, reverse=True)],
                         [expected[level] for level in sorted(expected)])


if __name__ == "__main__":
    unittest.main()
