#!/usr/bin/env python3
"""Runs nightly_usage against fake_amazon, over HTTP, and compares what it prints with the tutorial.

    nightly_usage_test.py PROGRAM PAYLOADS

fake_amazon is beside the program.
"""

import csv
import io
import os
import re
import subprocess
import sys
import unittest
from decimal import Decimal
from pathlib import Path

PROGRAM = Path(sys.argv[1])
ROOT = Path(__file__).resolve().parents[2]
TUTORIAL = (ROOT / "examples/guide/tutorial.md").read_text(encoding="utf-8")


def run(*options, token="Atza|fake"):
    """What nightly_usage prints, with a server of these options."""
    with subprocess.Popen([PROGRAM.with_name("fake_amazon"), "0", *options], stdout=subprocess.PIPE, text=True) as server:
        try:
            credentials = {"AMAZON_ADS_CLIENT_ID": "client", "AMAZON_ADS_ACCESS_TOKEN": token, "AMAZON_ADS_PROFILE_ID": "1"}
            url = server.stdout.readline().strip()
            return subprocess.run([PROGRAM, url], capture_output=True, text=True, check=False, timeout=60,
                                  env={**os.environ, **credentials, "no_proxy": "127.0.0.1"})
        finally:
            server.kill()


class NightlyUsage(unittest.TestCase):
    def in_tutorial(self, printed):
        """Each text block of the tutorial that shows such a run is in what was printed."""
        blocks = re.findall(r"^```text\n(.*?)^```$", TUTORIAL, re.S | re.M)
        self.assertIn(printed, blocks, "examples/guide/tutorial.md shows something else")

    def test_reports_each_campaign(self):
        done = run()
        self.assertEqual(done.returncode, 1, done.stderr)  # two campaigns are refused
        rows = list(csv.reader(io.StringIO(done.stdout)))
        self.assertEqual(rows[0], ["campaign", "name", "budget", "spent", "used %"])
        self.assertEqual(len(rows), 1 + 2348)
        self.assertEqual(rows[1][1], "Spring, no. 1")
        self.assertEqual(len({row[0] for row in rows}), len(rows))
        for _, _, budget, spent, used in rows[1:]:
            self.assertEqual(Decimal(spent), (Decimal(budget) * Decimal(used) / 100).quantize(Decimal("0.01")))
        self.in_tutorial(done.stderr)
        self.in_tutorial("".join(done.stdout.splitlines(keepends=True)[:4]))

    def test_says_what_is_lost(self):
        done = run("--broken")
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertEqual(len(done.stdout.splitlines()), 1 + 2248)
        self.in_tutorial(done.stderr)

    def test_shows_no_token(self):
        done = run(token="Atza|another")
        self.assertEqual(done.returncode, 2, done.stderr)
        self.assertEqual(done.stdout, "")
        self.assertNotIn("Atza", done.stderr)
        self.in_tutorial(done.stderr)

    def test_needs_credentials(self):
        done = subprocess.run([PROGRAM, "http://127.0.0.1:1"], capture_output=True, text=True, check=False, env={})
        self.assertEqual(done.returncode, 2)
        self.assertEqual(done.stderr, "nightly_usage: AMAZON_ADS_CLIENT_ID is not set\n")

    def test_is_the_program_of_the_tutorial(self):
        """Whose listings are the files, but for the comments on top."""
        for name in ("nightly_usage.cpp", "job.hpp"):
            text = (PROGRAM_FOLDER / name).read_text(encoding="utf-8")
            body = text[text.index("namespace"):]
            self.assertIn(body, TUTORIAL, f"the listing of {name} in examples/guide/tutorial.md is another")


PROGRAM_FOLDER = ROOT / "examples/nightly_usage"

if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
