#!/usr/bin/env python3
"""Checks comments, messages, pages and names of tests against a list of words to avoid.

    english.py [file...]        without files: all that git tracks, or that is in the tree where git is absent

Prints file:line: the words, and what to write in their place. Payloads and reference pages, which are made from the
headers, are not checked.
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SUFFIXES = {".hpp", ".cpp", ".md", ".py", ".cmake", ".txt", ".sh", ".in", ".yml", ".svg", ".natvis", ".css", ".js", ".html"}
# Names of tests are sentences, too.
TEST_NAME = re.compile(r"\bTEST(?:_F|_P)?\(\w+, (\w+)\)|\bdef test_(\w+)|RC_GTEST_PROP\(\w+, (\w+),")

# What is avoided, and what says it better.
AVOIDED = {
    r"tells? of": "describes, reports",
    r"told(?! apart)": "reported, known, specified",
    r"who(?:ever| does not)": "the caller, the user, a program that",
    r"stands? (?:on|beside|above|below|there)|as it stands": "is",
    r"all the same": "nevertheless, or nothing",
    r"comes? to (?!an end)": "is, becomes",
    r"worth a notice": "reported as a notice",
    r"what (?:became|becomes) of": "the outcome of",
    r"as it is asked for|as asked for": "as requested",
    r"is answered with": "the response is",
    r"heard": "received",
    r"things? that (?:is|are) wrong": "error",
}
PATTERN = {re.compile(rf"\b(?:{words})\b", re.IGNORECASE): better for words, better in AVOIDED.items()}

# Files that quote the words.
QUOTES = {"tests/english.py", "tests/english_test.py"}


def is_checked(path):
    if path.as_posix() in QUOTES or path.parts[:2] == ("tests", "payloads"):
        return False
    if path.parts[:3] == ("examples", "guide", "reference"):
        return False
    return path.suffix in SUFFIXES or path.suffix == "" and path.parts[0] in (".ci", "cmake")


def tracked():
    """The files of the tree, relative to its root."""
    done = subprocess.run(["git", "-C", ROOT, "ls-files"], capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return [Path(name) for name in done.stdout.splitlines()]
    return [file.relative_to(ROOT) for file in sorted(ROOT.rglob("*")) if file.is_file() and "build" not in file.parts]


def findings(text):
    """The line, the words and their replacement of each finding."""
    for number, line in enumerate(text.splitlines(), 1):
        names = [name.replace("_", " ") for found in TEST_NAME.finditer(line) for name in found.groups() if name]
        for pattern, better in PATTERN.items():
            for part in [line, *names]:
                if found := pattern.search(part):
                    yield number, found[0], better
                    break


def main():
    files = [Path(name) for name in sys.argv[1:]] or [path for path in tracked() if is_checked(path)]
    count = 0
    for path in files:
        try:
            text = (ROOT / path).read_text(encoding="utf-8")
        except (UnicodeDecodeError, FileNotFoundError):
            continue
        for number, words, better in findings(text):
            print(f'{path}:{number}: "{words}": write {better}')
            count += 1
    sys.exit(count != 0)


if __name__ == "__main__":
    main()
