#!/usr/bin/env python3
"""Checks that a file does not compile for the reason that it names.

    compile_fail.py <compile_commands.json> <file>

Each `// expect: <regex>` line of the file must match an error or note of the compiler. The file must compile when
OUTLAY_CONTROL is defined, for which it has correct code: the rest of the file is not the reason.
"""

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path


def compile_command(database, source):
    """The command that would compile the file, made to check it only."""
    for entry in json.loads(Path(database).read_text()):
        if Path(entry["file"]) == Path(source):
            return shlex.split(entry["command"]) + ["-fsyntax-only"]
    sys.exit(f"{source}: not in {database}")


def compiles(command):
    run = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return run.returncode == 0, run.stdout


def problems(command, source):
    """The error of the file, as text; empty when the file fails as expected."""
    expected = re.findall(r"^\s*// expect: *(.*\S)", Path(source).read_text(), re.MULTILINE)
    if not expected:
        return "it has no `// expect: <regex>` line"

    control, output = compiles(command + ["-DOUTLAY_CONTROL"])
    if not control:
        return "it does not compile with OUTLAY_CONTROL defined either\n" + output

    compiled, output = compiles(command)
    if compiled:
        return "it compiles"
    # Not the lines of source that compilers quote: they may hold the expectation itself.
    said = "\n".join(re.findall(r"(?:error|note): .*", output))
    unmatched = [regex for regex in expected if not re.search(regex, said)]
    if unmatched:
        return "the compiler does not say: " + "\n    nor: ".join(unmatched) + "\nIt says:\n" + output
    return ""


def main():
    database, source = sys.argv[1:]
    found = problems(compile_command(database, source), source)
    if found:
        sys.exit(f"{source}: {found}")


if __name__ == "__main__":
    main()
