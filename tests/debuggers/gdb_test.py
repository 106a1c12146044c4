#!/usr/bin/env python3
"""Checks what gdb shows of outlay's types with cmake/debuggers/outlay_gdb.py.

    gdb_test.py GDB PROGRAM       the program is values.cpp, with debug information
"""

import subprocess
import sys
import unittest
from pathlib import Path

PRINTERS = Path(__file__).parent.parent.parent / "cmake/debuggers/outlay_gdb.py"

# By the names of variables in values.cpp.
EXPECTED = {
    "amount": "-1234.05",
    "large": "79228162514264337593543950335",
    "cents": "0.05",
    "price": "12.50 USD",
    "euro": "EUR",
    "time": "2022-01-05T02:45:32.486Z",
    "month": "2027-03",
    "range": "2027-03-01/2027-05-31",
    "noon": "12:30:05",
    "known": "enabled",
    "unknown": 'unknown "NEW"',
    "id": '"123"',
    "absent": "absent",
    "null": "null",
    "set": "5.00",
    "text": '"spring"',
    "no_time": "absent",
    "token": "(secret)",
    "none": "no unknown fields",
    "extras": "unknown fields = {[later] = [1]}",
    "report": "1 violations, 1 notices = {violations[0] = 1:28 /budget: expected a number, found \"5\", "
              "notices[0] = 1:32 /later: not a known field, kept}",
}


class Printers(unittest.TestCase):
    def test_show_texts(self):
        debugger, program = ARGUMENTS
        commands = [f"source {PRINTERS}", "set print frame-arguments none", "break stop_here", "run", "up"]
        commands += [f'printf "{name}: "\\nprint {name}' for name in EXPECTED]
        script = [argument for command in commands for line in command.split("\\n") for argument in ("-ex", line)]
        command = [debugger, "-batch", "-nx", *script, program]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        shown = {}
        for line in done.stdout.splitlines():
            name, _, value = line.partition(": ")
            if name in EXPECTED:
                shown[name] = value.partition(" = ")[2].removeprefix("(outlay::")
        self.maxDiff = None
        self.assertEqual(shown, EXPECTED, done.stderr)


if __name__ == "__main__":
    ARGUMENTS = sys.argv[1:]
    unittest.main(argv=sys.argv[:1])
