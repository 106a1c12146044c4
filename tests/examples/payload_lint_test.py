#!/usr/bin/env python3
"""Runs payload_lint as people and CI do.

    payload_lint_test.py PAYLOAD_LINT PAYLOADS
"""
import gzip
import json
import os
import pty
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

USAGE = "amazon.campaign_usage_reply"
GOOD = '{"success":[{"campaignId":"c1","index":0,"budgetUsagePercent":75}]}'
BAD = '{"success":[{"campaignId":"c1","index":0,"budgetUsagePercent":"75"}]}'


def lint(*arguments, text="", **options):
    return subprocess.run([LINT, *arguments], input=text, capture_output=True, text=True, **options)


class PayloadLint(unittest.TestCase):
    def test_prints_nothing_for_valid_documents(self):
        run = lint(USAGE, text=GOOD)
        self.assertEqual((run.returncode, run.stdout, run.stderr), (0, "", ""))

    def test_prints_violations_with_their_lines(self):
        run = lint(USAGE, text=BAD)
        self.assertEqual(run.returncode, 1)
        self.assertEqual(run.stdout, 'stdin:1:63 /success/0/budgetUsagePercent: expected a number, found "75"\n'
                                     f"  1 | {BAD}\n    | {' ' * 62}^\n")
        self.assertEqual(run.stderr, "payload_lint: 1 violation in 1 of 1 document\n")

    def test_checks_all_payloads(self):
        types = {"amazon/campaign_usage_reply_ten_campaigns": USAGE,
                 "amazon/portfolio_list_reply_documented": "amazon.portfolio_list_reply",
                 "amazon/campaign_list_request_running": "amazon.list_campaigns_request",
                 "amazon/campaign_list_reply_first": "amazon.campaign_list_reply",
                 "amazon/campaign_update_request_two": "amazon.update_campaign_budgets_request",
                 "amazon/campaign_write_reply_all_errors": "amazon.campaign_write_reply",
                 "amazon/budget_usage_message_portfolio": "amazon.budget_usage_message",
                 "amazon/budget_rule_create_request_weekly": "amazon.create_budget_rules_request",
                 "amazon/budget_rule_list_reply_first": "amazon.budget_rule_list_reply",
                 "amazon/budget_rule_write_reply_partial": "amazon.budget_rule_write_reply",
                 "amazon/budget_rule_bulk_associate_reply": "amazon.associate_budget_rules_in_bulk_reply",
                 "amazon/budget_recommendation_reply_sp_specification": "amazon.budget_recommendation_reply",
                 "amazon/budget_recommendation_reply_sd": "amazon.budget_recommendation_reply",
                 "amazon/unified_query_request": "amazon.unified.query_campaigns_request",
                 "amazon/unified_update_request": "amazon.unified.update_campaigns_request",
                 "amazon/unified_campaign_list_reply": "amazon.unified.campaign_list_reply",
                 "amazon/unified_campaign_list_reply_dsp": "amazon.unified.campaign_list_reply",
                 "amazon/unified_campaign_write_reply": "amazon.unified.campaign_write_reply",
                 "aws/describe_budgets_reply": "aws.describe_budgets_reply",
                 "aws/describe_budgets_reply_last": "aws.describe_budgets_reply",
                 "aws/create_budget_request": "aws.create_budget_request",
                 "aws/performance_history_reply": "aws.describe_budget_performance_history_reply",
                 "aws/error_reply_not_found": "aws.api_error",
                 "hubspot/budget_totals_reply_documented": "hubspot.budget_totals",
                 "hubspot/campaign_list_reply_first": "hubspot.campaign_list_reply",
                 "hubspot/read_campaigns_reply_partial": "hubspot.read_campaigns_reply",
                 "datadog/budget_reply_costs": "datadog.budget_document",
                 "datadog/custom_forecast_reply_after_update": "datadog.custom_forecast_document",
                 "datadog/custom_forecast_request_documented": "datadog.upsert_custom_forecast_request",
                 "datadog/csv_validation_reply": "datadog.csv_validation",
                 "google/campaign_budget_list_reply": "google.campaign_budget_list_reply",
                 "google/mutate_campaign_budgets_request": "google.mutate_campaign_budgets_request",
                 "google/mutate_campaign_budgets_reply_partial": "google.mutate_campaign_budgets_reply",
                 "google/error_reply_quota": "google.api_error"}
        for name, type_name in types.items():
            with self.subTest(name):
                self.assertEqual(lint(type_name, str(PAYLOADS / f"{name}.json")).returncode, 0)
        broken = lint(USAGE, str(PAYLOADS / "amazon/campaign_usage_reply_three_wrong_fields.json"))
        self.assertEqual(broken.returncode, 1)
        self.assertIn("\n  14 |             \"budgetUsagePercent\": \"33.33 %\",\n     |" + 35 * " " + "^\n", broken.stdout)

    def test_lists_its_types(self):
        names = lint("--list").stdout.split()
        self.assertIn("amazon.create_portfolios_request", names)
        self.assertEqual(len(names), len(set(names)))
        for name in names:
            with self.subTest(name):
                schema = json.loads(lint("--schema", name).stdout)
                self.assertEqual(schema["$schema"], "https://json-schema.org/draft/2020-12/schema")

    def test_prints_schemas_in_other_dialects(self):
        draft_07 = json.loads(lint("--schema", "--dialect", "draft_07", "--id", "urn:x", USAGE).stdout)
        self.assertEqual(draft_07["$schema"], "http://json-schema.org/draft-07/schema#")
        self.assertEqual(draft_07["$id"], "urn:x")
        openapi = json.loads(lint("--schema", "--dialect", "openapi_3_1", "amazon.portfolio").stdout)
        self.assertIn("amazon.portfolio", openapi["components"]["schemas"])

    def test_refuses_wrong_use(self):
        for arguments in [[], ["amazon.campaign_usage_repl"], ["--format", "xml", USAGE], ["--format"], ["--as", "x", USAGE],
                          ["--schema", "--dialect", "draft_7", USAGE],
                          ["--nonsense", USAGE], [USAGE, "/no/such/file"], [USAGE, "/"]]:
            with self.subTest(arguments):
                run = lint(*arguments)
                self.assertEqual((run.returncode, run.stdout), (2, ""))
                self.assertIn("usage: payload_lint", run.stderr)
        self.assertIn("did you mean amazon.campaign_usage_reply?", lint("amazon.campaign_usage_repl").stderr)

    def test_explains_itself(self):
        for words in [["--help"], ["-h"], ["--help", USAGE, "/no/such/file"]]:
            run = lint(*words)
            self.assertEqual((run.returncode, run.stderr), (0, ""))
            for said in ["usage: payload_lint", "--notices", "exit status: 0", "--version"]:
                self.assertIn(said, run.stdout)
        self.assertRegex(lint("--version").stdout, r"^payload_lint \(outlay \d+\.\d+\.\d+\)\n$")

    def test_hints_at_the_option_that_was_meant(self):
        for wrong, meant in {"--notice": "--notices", "--shema": "--schema", "-lines": "--lines", "--Format": "--format"}.items():
            run = lint(wrong, USAGE, text=GOOD)
            self.assertEqual(run.returncode, 2)
            self.assertIn(f"there is no option {wrong}; did you mean {meant}?", run.stderr)
            self.assertIn("exit status: 0", run.stderr)

    def test_takes_what_follows_two_dashes_for_files(self):
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "--lines").write_text(BAD)
            Path(folder, "-x").write_text(GOOD)
            run = lint(USAGE, "--", "--lines", "-x", cwd=folder)
            self.assertEqual(run.returncode, 1)
            self.assertTrue(run.stdout.startswith("--lines:1:63 "), run.stdout)
            self.assertEqual(lint("--", USAGE, "-x", cwd=folder).returncode, 0)
            self.assertEqual(lint(USAGE, "-x", cwd=folder).returncode, 2)

    def test_names_input_that_is_not_json(self):
        kinds = {"gzip data": gzip.compress(GOOD.encode()), "UTF-16 (little-endian": GOOD.encode("utf-16-le"),
                 "UTF-16 (big-endian": GOOD.encode("utf-16-be"), "byte order mark of UTF-16": GOOD.encode("utf-16"),
                 "a byte order mark (EF BB BF)": GOOD.encode("utf-8-sig"), "zstd data": b"\x28\xb5\x2f\xfd\x04\n\0",
                 "an HTML page": b"<!DOCTYPE html>\n<html></html>", "an empty text": b"",
                 "only white space": b" \n\n \t\n"}
        for name, content in kinds.items():
            with self.subTest(name), tempfile.NamedTemporaryFile(suffix=".json") as file:
                Path(file.name).write_bytes(content)
                run = lint(USAGE, file.name)
                self.assertEqual(run.returncode, 1)
                self.assertIn(f"{file.name}:1:1: expected ", run.stdout)
                self.assertIn(name, run.stdout)
                self.assertEqual(run.stderr, "payload_lint: 1 violation in 1 of 1 document\n")

    def test_fails_when_its_output_is_lost(self):
        with open("/dev/full", "w", encoding="utf-8") as full:
            done = subprocess.run([LINT, "--list"], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
        self.assertEqual(done.returncode, 2)
        self.assertIn("can't write to standard output", done.stderr)

    def test_takes_a_document_a_line(self):
        run = lint(USAGE, text="\n".join([GOOD, "", BAD, GOOD, '{"success":[', BAD]))
        self.assertEqual(run.returncode, 1)
        self.assertEqual([line.split()[0] for line in run.stdout.splitlines() if line.startswith("stdin")],
                         ["stdin:3:63", "stdin:5:13", "stdin:6:63"])
        self.assertEqual(run.stderr, "payload_lint: 3 violations in 3 of 5 documents\n")

    def test_takes_one_document_on_many_lines(self):
        run = lint(USAGE, text=json.dumps(json.loads(BAD), indent=1))
        self.assertEqual(run.returncode, 1)
        self.assertTrue(run.stdout.startswith("stdin:6:26 /success/0/budgetUsagePercent"), run.stdout)
        with tempfile.TemporaryDirectory() as folder:
            for name, lines in [("x.ndjson", 2), ("x.json", 1)]:
                path = Path(folder) / name
                path.write_text('{"success":\n[]}', encoding="utf-8")
                self.assertEqual(len(lint("--format", "json", USAGE, str(path)).stdout.splitlines()), lines if lines > 1 else 0)
        self.assertEqual(lint("--lines", USAGE, text='{"success":\n[]}').returncode, 1)
        self.assertEqual(lint(USAGE, text="").returncode, 1)

    def test_prints_for_programs(self):
        run = lint("--format", "json", USAGE, text=GOOD + "\n" + BAD)
        found = json.loads(run.stdout)
        self.assertEqual((found["source"], found["firstLine"]), ("stdin", 2))
        self.assertEqual(found["violations"][0]["pointer"], "/success/0/budgetUsagePercent")
        self.assertEqual(run.stderr, "")

    def test_prints_for_github(self):
        run = lint("--format", "github", USAGE, text=GOOD + "\n" + BAD.replace("75", "75 %"))
        self.assertEqual(run.stdout, "::error file=stdin,line=2,col=63,title=type::/success/0/budgetUsagePercent: "
                                     'expected a number, found "75 %25"\n')

    def test_shows_notices_on_request(self):
        text = GOOD.replace('"c1"', "1")
        self.assertEqual(lint(USAGE, text=text).stdout, "")
        run = lint("--notices", USAGE, text=text)
        self.assertEqual(run.returncode, 0)
        self.assertIn("found 1, read as an id", run.stdout)

    def test_holds_requests_to_more_than_replies(self):
        text = '{"attributes":{"entries":[]},"type":"budget"}'
        self.assertEqual(lint("datadog.budget", text=text).returncode, 1)
        self.assertEqual(lint("--as", "reply", "datadog.budget", text=text).returncode, 0)

    def test_needs_little_memory_whatever_the_size(self):
        rows = [{"campaignId": str(10**14 + i), "index": i, "budget": 2500.5, "budgetUsagePercent": 93.7} for i in range(100)]
        line = (json.dumps({"success": rows, "error": []}) + "\n").encode()
        # A shell in between reports the memory of its only child: this process is larger than payload_lint.
        script = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True); " \
                 "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
        with subprocess.Popen([sys.executable, "-c", script, LINT, USAGE], stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE) as run:
            block = line * 100
            for _ in range(128 * 2**20 // len(block)):
                run.stdin.write(block)
            output = run.communicate()[0]
        self.assertEqual(run.returncode, 0)
        if b"__asan_init" not in Path(LINT).read_bytes():  # which keeps freed memory
            self.assertLess(int(output), 64 * 1024)

    def test_skips_a_line_that_is_too_long(self):
        long = '{"success":[' + " " * (17 << 20) + "]}"
        run = lint(USAGE, text="\n".join([GOOD, long, BAD, long]))
        self.assertEqual([line.split()[0] for line in run.stdout.splitlines() if line.startswith("stdin")],
                         ["stdin:2:1:", "stdin:3:63", "stdin:4:1:"])

    def test_shows_progress_on_a_terminal(self):
        ours, theirs = pty.openpty()
        with subprocess.Popen([LINT, USAGE], stdin=subprocess.PIPE, stderr=theirs) as run:
            os.close(theirs)
            shown = b""
            os.set_blocking(ours, False)
            deadline = 500
            while b"documents" not in shown and deadline:
                run.stdin.write((GOOD + "\n").encode() * 2000)
                run.stdin.flush()
                try:
                    shown += os.read(ours, 10000)
                except BlockingIOError:
                    pass
                deadline -= 1
                subprocess.run(["sleep", "0.01"], check=True)
            run.stdin.close()
            self.assertEqual(run.wait(), 0)
        self.assertRegex(shown.decode(), r"MiB, \d+ documents, 0 violations")


if __name__ == "__main__":
    LINT, PAYLOADS = sys.argv[1], Path(sys.argv[2])
    unittest.main(argv=sys.argv[:1])
