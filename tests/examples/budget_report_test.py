#!/usr/bin/env python3
"""Runs budget_report on the payloads, as its users would.

    budget_report_test.py PROGRAM PAYLOADS
"""

import datetime
import json
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree
from pathlib import Path

PROGRAM, PAYLOADS = sys.argv[1:3]
USAGE = "amazon/campaign_usage_reply_ten_campaigns.json"
TOTALS = "hubspot/budget_totals_reply_spring.json"
COSTS = "datadog/budget_reply_costs.json"
TODAY = "2025-02-11"  # 41 of the 59 days of COSTS
SPRING = "2025-01-15/2025-04-30"
PICTURE = Path(__file__).parents[2] / "examples/budget_report/budget_report.svg"


def run(*arguments):
    """Exit status, standard output and standard error."""
    done = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True, cwd=PAYLOADS, check=False)
    return done.returncode, done.stdout, done.stderr


class BudgetReport(unittest.TestCase):
    def test_one_table_of_all_vendors(self):
        status, table, errors = run("--warn", "1000", TOTALS, COSTS, "amazon/portfolio_usage_reply_documented.json")
        self.assertEqual((status, errors), (0, ""))
        self.assertEqual(len(table.splitlines()), 1 + 1 + 1 + 2)
        self.assertIn("budget_totals_reply_spring", table)
        self.assertNotIn("\033", table)  # colours are for terminals

    def test_campaigns_have_names_and_days_of_their_own(self):
        campaigns = "hubspot/campaign_list_reply_first.json"
        status, table, errors = run("--json", "--today", "2026-04-11", campaigns)
        self.assertEqual((status, errors), (0, ""))
        spring, webinars = json.loads(table)
        self.assertEqual((spring["budget"], spring["pace"]["index"]), ("Spring", 1.2))
        self.assertEqual(spring["status"]["window"], "2026-04-01/2026-04-30")
        self.assertEqual(webinars["budget"], "Webinars")
        self.assertNotIn("spent", webinars["status"])
        self.assertNotIn("pace", webinars)

    def test_budgets_of_google_have_amounts_alone(self):
        status, table, errors = run("--json", "google/campaign_budget_list_reply.json")
        self.assertEqual((status, errors), (0, ""))
        self.assertEqual([(row["budget"], row["status"]) for row in json.loads(table)],
                         [("Spring", {"amount": 25.5, "currency": "EUR", "isUncapped": False}),
                          ("Video in May", {"amount": 9000, "currency": "EUR", "isUncapped": False})])
        self.assertEqual(run("--as", "google-budgets", "google/campaign_budget_list_reply.json")[0], 0)

    def test_budgets_of_aws_have_the_unit_of_time_that_today_is_in(self):
        status, text, errors = run("--json", "--warn", "1000", "--today", "2026-04-11", "aws/describe_budgets_reply.json")
        self.assertEqual((status, errors), (0, ""))
        rows = {row["budget"]: row for row in json.loads(text)}
        self.assertEqual(list(rows), ["Compute", "Storage", "Reservations", "Planned", "Adjusted"])
        compute = rows["Compute"]
        self.assertEqual((compute["status"]["window"], compute["pace"]["verdict"]), ("2026-04-01/2026-04-30", "over_pace"))
        self.assertEqual((compute["status"]["currency"], compute["status"]["forecast"]), ("USD", 3601.5))
        self.assertEqual(rows["Storage"]["status"]["window"], "2026-04-01/2026-06-30")
        self.assertNotIn("currency", rows["Storage"]["status"])  # GB
        self.assertEqual(rows["Reservations"]["status"],
                         {"usedPercent": 87.5, "isUncapped": False, "window": "2026-04-01/2026-04-30"})
        self.assertEqual(rows["Adjusted"]["status"]["window"], "2026-04-11/2026-04-11")
        self.assertEqual(run("--as", "aws-budgets", "--warn", "1000", "aws/describe_budgets_reply_last.json")[0], 0)
        table = run("--today", "2026-04-11", "--warn", "1000", "aws/describe_budgets_reply.json")[1]
        self.assertRegex(table, r"Reservations .* 87\.5%")

    def test_tells_whether_a_budget_is_over(self):
        self.assertEqual(run("--warn", "50", COSTS)[0], 0)
        self.assertEqual(run("--warn", "48.7", COSTS)[0], 1)
        self.assertEqual(run("--warn", "204", USAGE)[0], 2)  # none, but one was refused

    def test_says_where_a_file_is_broken_and_goes_on(self):
        broken = "amazon/campaign_usage_reply_missing_commas.json"
        status, table, errors = run("--json", "--warn", "1000", broken, "nowhere.json", TOTALS)
        self.assertEqual(status, 2)
        self.assertIn(f'{broken}:10:3: expected "," or "]" after 9:3', errors)
        self.assertIn("can't open nowhere.json", errors)
        self.assertEqual([row["source"] for row in json.loads(table)], [TOTALS])

    def test_names_every_field_that_is_wrong(self):
        _, _, errors = run("datadog/budget_reply_documented.json")
        for pointer in ("/data/attributes/entries/0/amount", "/data/attributes/entries/0/month"):
            self.assertIn(pointer, errors)

    def test_refuses_what_has_another_shape(self):
        status, _, errors = run("hubspot/error_reply_rate_limit.json")
        self.assertEqual(status, 2)
        self.assertIn("error_reply_rate_limit.json:1:1: ", errors)
        self.assertIn("--as", errors)

    def test_json_keeps_amounts_as_they_were_sent(self):
        _, text, _ = run("--json", TOTALS)
        self.assertIn('"amount":2000.50,"spent":150.13,"remaining":1850.37', text)

    def test_reads_a_file_as_what_it_is_said_to_be(self):
        self.assertIn("/budgetItems: required, but missing", run("--as", "hubspot-totals", COSTS)[2])
        self.assertEqual(run("--as", "datadog-budgets", "datadog/budget_list_reply.json")[0], 0)

    def test_draws_the_picture_of_the_readme(self):
        with tempfile.TemporaryDirectory() as folder:
            drawn = Path(folder, "report.svg")
            run("--warn", "90", "--today", TODAY, "--svg", str(drawn), USAGE, "--window", SPRING, TOTALS, COSTS)
            xml.etree.ElementTree.parse(drawn)
            self.assertEqual(drawn.read_text(encoding="utf-8"), PICTURE.read_text(encoding="utf-8"))

    def test_a_budget_with_a_window_has_a_pace(self):
        _, table, errors = run("--today", TODAY, "--window", SPRING, TOTALS, COSTS)
        self.assertEqual(errors, "")
        head, spring, costs = table.splitlines()
        self.assertTrue(head.endswith("  pace           forecast  used up on"))
        self.assertIn(" ▊░│░░░░░░░ ", spring)  # 27 of 106 days
        self.assertRegex(spring, r" unknown +0\.29 under +~589\.40 +$")
        self.assertIn(" ████▉░│░░░ ", costs)  # the days of the reply, not those of the option
        self.assertRegex(costs, r" unknown +0\.70 under +1480\.25 +$")  # the vendor's own

    def test_a_budget_that_does_not_last_has_the_day_on_which_it_is_used_up(self):
        reply = {"success": [{"campaignId": "c1", "budget": 3000, "budgetUsagePercent": 40}]}
        with tempfile.TemporaryDirectory() as folder:
            file, drawn = Path(folder, "reply.json"), Path(folder, "report.svg")
            file.write_text(json.dumps(reply), encoding="utf-8")
            april = ("--window", "2026-04-01/2026-04-30", str(file))
            _, table, _ = run("--today", "2026-04-11", "--svg", str(drawn), *april)
            _, text, _ = run("--today", "2026-04-11", "--json", *april)
            picture = xml.etree.ElementTree.parse(drawn)
            before = run("--today", "2026-03-31", *april)[1]
            after = run("--today", "2026-05-01", *april)[1]
        self.assertIn(" ███│░░░░░░ ", table)
        self.assertRegex(table, r" 1\.20 over +~3600\.00  2026-04-25\n$")
        at = json.loads(text)[0]["pace"]
        self.assertEqual((at["index"], at["projected"], at["verdict"]), (1.2, 3600, "over_pace"))
        today, outlook = picture.iter("{http://www.w3.org/2000/svg}line")
        self.assertEqual((today.get("x1"), today.get("stroke-dasharray")), (str(220 + 100), None))
        self.assertEqual((outlook.get("x1"), outlook.get("stroke-dasharray")), (str(220 + 300), "2 3"))  # beyond
        self.assertIn("40.0 % of 3000, over pace", "".join(picture.getroot().itertext()))
        self.assertIn(" │███░░░░░░ ", before)
        self.assertNotRegex(before, "over|under|~")
        self.assertIn(" ████░░░░░│ ", after)
        self.assertRegex(after, r" 0\.40 under +~1200\.00 +$")

    def test_without_a_window_there_is_no_pace(self):
        table = run("--today", TODAY, TOTALS)[1]
        self.assertTrue(table.splitlines()[0].endswith("  as of"))
        self.assertNotIn("│", table)
        self.assertNotIn('"pace"', run("--json", TOTALS)[1])
        self.assertIn('"pace"', run("--json", "--window", SPRING, TOTALS)[1])
        self.assertNotIn('"pace"', run("--json", TOTALS, "--window", SPRING)[1])  # for the files after it

    def test_today_is_that_of_the_clock_at_an_offset(self):
        now = datetime.datetime.now(datetime.timezone.utc)
        for minutes in (0, -1439, 1439):
            day = (now + datetime.timedelta(minutes=minutes)).date()
            window = f"{day}/{day + datetime.timedelta(days=99)}"
            text = run("--json", "--utc-offset", str(minutes), "--window", window, TOTALS)[1]
            # 1 if midnight has passed since.
            self.assertIn(json.loads(text)[0]["pace"]["elapsedPercent"], (0, 1))

    def test_large_amounts_and_hostile_names_fit_the_table(self):
        reply = {"success": [{"campaignId": "\u009b31m\u202e\ufffe<b>", "budget": 10**17, "budgetUsagePercent": 50}]}
        with tempfile.TemporaryDirectory() as folder:
            file, drawn = Path(folder, "reply.json"), Path(folder, "report.svg")
            file.write_text(json.dumps(reply), encoding="utf-8")
            status, table, errors = run(str(file), folder, TOTALS, "--svg", str(drawn))
            xml.etree.ElementTree.parse(drawn)
        self.assertEqual(status, 2)
        self.assertIn(f"can't read {folder}: a directory", errors)
        self.assertIn("100000000000000000.00 50000000000000000.00 50000000000000000.00", table)
        self.assertIn("budget_totals_reply_spring", table)
        self.assertNotIn("\u009b", table)
        self.assertNotIn("\u202e", table)

    def test_numbers_of_28_digits(self):
        largest = str(2**96 - 1)
        reply = ('{"success":[{"campaignId":"c1","index":0,"budget":25.51,"budgetUsagePercent":66.66666666666667},'
                 '{"campaignId":"c2","index":1,"budget":' + largest + ',"budgetUsagePercent":93.7},'
                 '{"campaignId":"c3","index":2,"budget":1e-28,"budgetUsagePercent":1e28}]}')
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, "reply.json")
            file.write_text(reply, encoding="utf-8")
            text = run("--json", str(file))[1]
            _, table, errors = run(str(file))
        self.assertEqual(errors, "")
        self.assertIn('"amount":25.51,"spent":17.006666666666667517,"remaining":8.503333333333332483', text)
        self.assertIn(f'"amount":{largest},"spent":74236788275865684325150681464,'
                      '"remaining":4991374238398653268393268871', text)
        self.assertIn(f"{largest}.00 74236788275865684325150681464.00 4991374238398653268393268871.00 ", table)
        self.assertIn(f" {10**28}.0%  unknown", table)

    def test_rows_are_of_budgets_only(self):
        for name in ("budget_validation_reply_invalid", "custom_forecast_reply"):
            self.assertEqual(run("--json", f"datadog/{name}.json")[:2], (2, "[]\n"))
        self.assertEqual(run("--json", "--as", "hubspot-totals", COSTS)[:2], (2, "[]\n"))

    def test_notices_when_its_output_is_lost(self):
        with open("/dev/full", "w", encoding="utf-8") as full:
            self.assertEqual(subprocess.run([PROGRAM, TOTALS], stdout=full, cwd=PAYLOADS, check=False).returncode, 2)

    def test_explains_itself(self):
        status, text, _ = run("--help")
        self.assertEqual(status, 0)
        for said in ("amazon-campaigns", "--window", "--today", "exit status: 1", "--version"):
            self.assertIn(said, text)
        self.assertEqual(run("-h"), (0, text, ""))
        self.assertRegex(run("--version")[1], r"^budget_report \(outlay \d+\.\d+\.\d+\)\n$")

    def test_hints_at_the_option_that_was_meant(self):
        self.assertIn("there is no option --jsn; did you mean --json?", run("--jsn", TOTALS)[2])
        self.assertIn("can't open --jsn", run("--", "--jsn", TOTALS)[2])
        self.assertEqual(run("--warn", "1000", "--", TOTALS)[0], 0)

    def test_names_what_is_no_json(self):
        for content, name in ((b"\x1f\x8b\x08\0", "gzip data"), (b"<html></html>", "an HTML page"), (b"", "an empty text"),
                              ("{}".encode("utf-16-le"), "UTF-16"), ("{}".encode("utf-8-sig"), "byte order mark")):
            with self.subTest(name), tempfile.NamedTemporaryFile() as file:
                Path(file.name).write_bytes(content)
                status, _, errors = run(file.name)
                self.assertEqual(status, 2)
                self.assertIn(f"{file.name}:1:1: expected ", errors)
                self.assertIn(name, errors)

    def test_explains_wrong_use(self):
        for arguments in ((), ("--warn",), ("--warn", "x", TOTALS), ("--colour", TOTALS), ("--as", "csv", TOTALS),
                          ("--today", "2026-02-30", TOTALS), ("--window", "2026-02-01", TOTALS),
                          ("--window", "2026-02-02/2026-02-01", TOTALS), ("--utc-offset", "1440", TOTALS),
                          ("--utc-offset", "-1440", TOTALS), ("--utc-offset", "1h", TOTALS)):
            status, _, errors = run(*arguments)
            self.assertEqual(status, 2)
            self.assertIn("usage: budget_report", errors)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
