#!/usr/bin/env python3
"""Tests what the pages of the reference are made with, without the program `reference`."""
import tempfile
import unittest
from pathlib import Path
from unittest import mock

import codes_page
import headers
import limits_page
import pages
import types_page

HEADER = '''#pragma once

// Budgets of plans. Source: Acme, "Plans" (version 2). More words.

namespace outlay::inline v0_1_0::acme {

/// A plan. Source: Acme, "One plan".
struct plan {
    decimal amount{};             ///< a day; more than 0,
                                  ///< in currency_code
    /// What comes before.
    std::size_t max_items = 100;
    outlay::extras extras{};
    static constexpr std::size_t items_per_call = 5;
};
BOOST_DESCRIBE_STRUCT(plan, (), (amount, max_items, extras))

/// A larger plan.
struct more_plan : plan {
    std::string name{}; ///< for people
};
BOOST_DESCRIBE_STRUCT(more_plan, (plan), (name))

/// A kind.
enum class kind : unsigned char {
    daily, ///< each day
    /// Each month,
    /// on the first.
    monthly,
};

} // namespace outlay::inline v0_1_0::acme
'''


def rule(last, **more):
    return {"kind": "at_least", "code": "at_least", "words": "0 or more", "last": last, **more}


def a_class(name, way="request", fields=(), is_request=False):
    return {"name": name, "cpp": f"outlay::v0_1_0::{name.replace('.', '::')}", "way": way, "is_request": is_request,
            "has_extras": False, "has_any_names": False, "is_read_from_text": False, "fields": list(fields),
            "clauses": []}


def a_field(name, kind, **more):
    return {"name": name, "type": kind, "is_required": False, "is_expected": False, "in_replies_only": False,
            "for_information": False, "rules": [], **more}


def facts_of(*classes):
    return {"vendors": {"ACME": [one["name"] for one in classes]}, "classes": list(classes), "schemas": {},
            "documents": [], "calls": {}}


class Headers(unittest.TestCase):

    def setUp(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "acme.hpp"
            path.write_text(HEADER, encoding="utf-8")
            self.classes = headers.read(folder)
            self.enumerations = headers.enumerations(folder)

    def test_comments_of_members(self):
        plan = self.classes["outlay::acme::plan"]
        self.assertEqual(plan.members["amount"], "a day; more than 0, in currency_code")
        self.assertEqual(plan.members["max_items"], "What comes before.")

    def test_comment_and_source_of_a_class(self):
        plan = self.classes["outlay::acme::plan"]
        self.assertEqual((plan.comment, plan.source), ("A plan.", 'Acme, "One plan"'))
        self.assertEqual(self.classes["outlay::acme::more_plan"].source, 'Acme, "Plans" (version 2)')

    def test_members_of_bases_come_first(self):
        members = headers.members_of(self.classes, "outlay::acme::more_plan")
        self.assertEqual([name for name, _ in members], ["amount", "max_items", "name"])

    def test_values_of_enumerations(self):
        self.assertEqual(self.enumerations["kind"], {"daily": "each day", "monthly": "Each month, on the first."})

    def test_constants_and_defaults(self):
        plan = self.classes["outlay::acme::plan"]
        self.assertEqual(plan.constants, ["items_per_call"])
        self.assertEqual(plan.defaults["max_items"], "100")


class Types(unittest.TestCase):

    def test_a_part_is_used_in_the_directions_of_its_users(self):
        part = a_class("acme.part")
        whole = a_class("acme.list", "reply", [a_field("parts", {"is": "object", "name": "acme.part"})])
        self.assertEqual(types_page.Page("ACME", facts_of(whole, part), {}).ways["acme.part"], {"reply"})

    def test_a_rule_of_requests_is_not_on_a_type_of_replies(self):
        page = types_page.Page("ACME", facts_of(a_class("acme.list", "reply")), {})
        self.assertEqual(page.rule("acme.list", rule("update")), "")
        self.assertIn("0 or more", page.rule("acme.list", rule("reply")))

    def test_a_rule_says_where_it_binds(self):
        page = types_page.Page("ACME", facts_of(a_class("acme.part")), {})
        self.assertIn("requests)", page.rule("acme.part", rule("update")))
        self.assertNotIn("requests", page.rule("acme.part", rule("reply")))

    def test_codes_of_a_vendor_have_anchors_of_their_own(self):
        page = types_page.Page("ACME", facts_of(a_class("acme.part")), {}, {"at_least"})
        self.assertEqual(page.code_link("at_least"), "[`at_least`](codes.md#at_least)")
        self.assertEqual(page.code_link("too_low"), "[`too_low`](codes.md#acme-too_low)")

    def test_a_field_without_words_is_a_problem(self):
        comments = {"outlay::acme::part": headers.Class("acme.hpp", "", "", {"id": ""}, ["id"])}
        part = a_class("acme.part", fields=[a_field("id", {"is": "scalar", "json": ["string"]})])
        self.assertIn("id has neither", "".join(types_page.Page("ACME", facts_of(part), comments).problems()))

    def test_anchors_are_those_of_github(self):
        self.assertEqual(types_page.slug("multi_status<a, b>"), "multi_statusa-b")
        self.assertEqual(types_page.slug("unified::campaign"), "unifiedcampaign")


class Codes(unittest.TestCase):

    def problems(self, found):
        with mock.patch.object(codes_page, "literals", return_value=found):
            return list(codes_page.Page(facts_of()).problems())

    def test_a_new_literal_is_a_problem(self):
        self.assertTrue(any('has "brand_new"' in one for one in self.problems({"brand_new": "json/x.hpp"})))

    def test_a_code_without_an_example_is_a_problem(self):
        problems = self.problems({"syntax": "json/x.hpp"})
        self.assertIn("syntax (json): no example: documents.txt and calls.hpp have none", problems)

    def test_a_meaning_of_no_code_is_a_problem(self):
        self.assertIn("meanings.txt has syntax, which is in no header", self.problems({}))

    def test_the_codes_of_audits_are_among_the_literals(self):
        found = codes_page.literals()
        for code in ("budget_limit_required", "syntax", "index_missing", "too_many_tags"):
            self.assertIn(code, found)
        self.assertNotIn("v25", found)

    def test_only_long_codes_are_broken(self):
        self.assertEqual(codes_page.breakable("index_missing"), "`index_missing`")
        self.assertIn("_<wbr>must", codes_page.breakable("end_month_must_be_of_the_format_yyyymm"))


class Links(unittest.TestCase):

    def test_links_to_headings_and_ids_are_good(self):
        texts = {"a.md": "# Title\n\n### `unified::x`\n[b](b.md#at_least) [x](#unifiedx)",
                 "b.md": '<a id="at_least"></a> [a](a.md#title)'}
        self.assertEqual(list(pages.broken_links(texts)), [])

    def test_a_link_that_leads_nowhere_is_a_problem(self):
        self.assertEqual(len(list(pages.broken_links({"a.md": "[b](#none) [c](../../../include/none.hpp)"}))), 2)


class Limits(unittest.TestCase):

    def test_units(self):
        self.assertEqual(limits_page.in_units("decode_options::max_bytes", 64 << 20), "64 MiB")
        self.assertEqual(limits_page.in_units("http::retry_policy::base", 500), "500 ms")
        self.assertEqual(limits_page.in_units("http::retry_policy::cap", 30000), "30 s")
        self.assertEqual(limits_page.in_units("http::call_options::max_pages", 10000), "10,000")

    def test_a_default_that_is_not_printed_is_an_error(self):
        with self.assertRaises(SystemExit):
            limits_page.Page({"defaults": {}}, {}).default("decode_options", "max_depth", "32")

    def test_a_batch_that_is_not_printed_is_a_problem(self):
        comments = {"outlay::acme::create": headers.Class("acme.hpp", "", "", constants=["items_per_call"])}
        self.assertTrue(list(limits_page.Page({"batches": {}}, comments).problems()))


if __name__ == "__main__":
    unittest.main()
