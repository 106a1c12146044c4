#!/usr/bin/env python3
"""Runs login_with_amazon, and compares its output with the actions of its server.

    login_with_amazon_test.py PROGRAM PAYLOADS
"""

import subprocess
import sys
import unittest

PROGRAM = sys.argv[1]


class LoginWithAmazon(unittest.TestCase):
    def test_goes_on_although_the_token_does_not(self):
        done = subprocess.run([PROGRAM], capture_output=True, text=True, check=True)
        self.assertEqual(done.stderr, "")
        revoked, expired, refused, why = [line.strip() for line in done.stdout.splitlines() if line.startswith("  ")]
        self.assertEqual(revoked, "2400 of 2400 campaigns answered, in 25 calls, of which 1 refused with 401; "
                                  "tokens fetched: 2")
        self.assertEqual(expired, "2400 of 2400 campaigns answered, in 24 calls, of which 0 refused with 401; "
                                  "tokens fetched: 1")
        self.assertEqual(refused, "0 of 2400 campaigns answered, in 0 calls, of which 0 refused with 401; "
                                  "tokens fetched: 0")
        self.assertEqual(why, "items 0 to 2399: 400 Bad Request: invalid_grant: The request has an invalid grant "
                              "parameter : refresh_token")
        for secret in ("Atz", "client-secret"):
            self.assertNotIn(secret, done.stdout)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
