#!/usr/bin/env python3
"""Runs own_vendor, and holds what it prints to what its server does.

    own_vendor_test.py PROGRAM PAYLOADS
"""

import subprocess
import sys
import unittest

PROGRAM = sys.argv[1]


def sections():
    """The lines under each title."""
    done = subprocess.run([PROGRAM], capture_output=True, text=True, check=True)
    if done.stderr:
        raise AssertionError(done.stderr)
    found = {}
    for line in done.stdout.splitlines():
        if line.startswith("  "):
            found[title].append(line.strip())
        elif line:
            title = line
            found[title] = []
    return found


class OwnVendor(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.found = sections()

    def under(self, beginning):
        [lines] = [lines for title, lines in self.found.items() if title.startswith(beginning)]
        return lines

    def test_waits_and_renews_as_the_server_asks(self):
        self.assertEqual(self.under("One plan"), ["(waits 2 s)", "Plan 1"])
        self.assertEqual(self.under("Another"), ["Plan 2", "with token 2"])
        self.assertEqual(self.under("A third"), ["Plan 3", "(waits 5 s)", "404 Not Found: NO_SUCH_PLAN: /plans/p7"])

    def test_gives_each_item_its_row(self):
        self.assertEqual(self.under("Spend"), [
            "item 0: p1 spent 200", "item 1: refused: NO_SUCH_PLAN", "item 2: p2 spent 400", "item 3: p1 spent 200",
            "item 4: refused: NO_SUCH_PLAN"])
        self.assertEqual(self.under("Three plans are created"), [
            "item 0: Spring is new0", "item 1: refused: more than 1000", "item 2: Tea is new2"])
        self.assertEqual(self.under("Two are changed"), ["item 0: p3 is changed", "item 1: refused: NO_SUCH_PLAN"])
        self.assertEqual(self.under("Three are closed"), [
            "item 0: p4 is closed", "item 1: p5 is closed, but an order is still open",
            "item 2: refused: no such plan"])

    def test_follows_pages_and_leaves_no_server(self):
        self.assertEqual(self.under("Plans, by")[0].split(":")[0], "11 rows")
        self.assertEqual(self.under("Plans with"), ['4 rows: "p1" "p10" "p11" "p12"'])
        rows, incomplete = self.under("Invoices")
        self.assertEqual(rows, '3 rows: "i1" "i2" "i3"')
        self.assertIn("to another server, https://api.tally.example.invalid", incomplete)

    def test_sends_no_call_twice_without_need(self):
        self.assertIn("21 calls", self.found)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
