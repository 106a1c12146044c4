#!/usr/bin/env python3
"""Compiles all of outlay with usual options of programs, without generating code: it compiles, or its first error names
the reason.

    modes.py SOURCE COMPILER FLAG...
"""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

# The options, and the text of the first error where one is expected.
MODES = (
    (("-D_GLIBCXX_DEBUG",), None),
    (("-D_GLIBCXX_ASSERTIONS", "-D_FORTIFY_SOURCE=2", "-O1"), None),
    (("-fno-rtti", "-DNDEBUG"), None),
    (("-funsigned-char", "-fshort-enums"), None),
    (("-std=c++23",), None),
    (("-DOUTLAY_SEPARATE_COMPILATION",), None),
    (("-fno-exceptions",), "outlay needs exceptions"),
    (("-std=c++17",), "outlay needs C++20"),
)


def check(source, command, flags, expected):
    """The failure of a mode, or None."""
    done = subprocess.run([*command, *flags, "-fsyntax-only", source], capture_output=True, text=True, check=False)
    errors = [line for line in done.stderr.splitlines() if "error:" in line]
    if expected is None and done.returncode != 0:
        return f"{' '.join(flags)}: {errors[0] if errors else done.stderr}"
    if expected is not None and (not errors or expected not in errors[0]):
        return f"{' '.join(flags)}: the first error is not '{expected}': {errors[:1]}"
    return None


def main():
    source, *command = sys.argv[1:]
    with ThreadPoolExecutor(max_workers=2) as pool:
        found = list(pool.map(lambda mode: check(source, command, *mode), MODES))
    wrong = [text for text in found if text]
    for text in wrong:
        print(text)
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
