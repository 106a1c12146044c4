#!/usr/bin/env python3
"""Runs a program whose tests fail on purpose, and checks that it prints the reasons.

    check.py PROGRAM
"""
import re
import subprocess
import sys

EXPECTED = [
    '1:24 /portfolios/0/name: expected 1 character or more, found 0 characters',
    '1:35 /portfolios/0/state: expected capital letters such as ENABLED or DATE_RANGE, found "enabled"; '
    'did you mean "ENABLED"?',
    '1:22 /success/0/index: expected a non-negative integer, found -1',
    '1:46 /success/0/budgetUsagePercent: expected a number, found "75"',
    "error: 1:24 /portfolios/0/name: expected a string, found 7",
    "1:34 /portfolios/0/state: expected a string, found 8",
    "12.50 == 12.75",
    "a value == error: HTTP 429: too many requests",
    "error: HTTP 429: too many requests == done",
]


def main():
    run = subprocess.run(sys.argv[1:], capture_output=True, text=True, check=False)
    said = re.sub(r"\s+", " ", run.stdout)  # wrapped at the width of a terminal
    problems = [f"not said: {line}" for line in EXPECTED if line not in said]
    if run.returncode == 0:
        problems.append("it did not fail")
    if not re.search(r"test cases: +6 \| +2 passed \| +4 failed", said):
        problems.append("not two tests passed and four failed")
    if problems:
        sys.exit("\n".join(problems) + "\n" + run.stdout + run.stderr)
    print("fails as it should, and says why")


if __name__ == "__main__":
    main()
