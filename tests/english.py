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
TEST_NAME = re.compile(r"\b(?:TYPED_)?TEST(?:_F|_P)?\(\w+, (\w+)\)|\bdef test_(\w+)|RC_GTEST_PROP\(\w+, (\w+),")

# The words to avoid, with better ones.
AVOIDED = {
    r"tells? of": "describes, reports",
    r"told(?! apart)": "reported, known, specified",
    r"who(?:ever| does not)": "the caller, the user, a program that",
    r"stands? (?:on|beside|above|below|there|under|after|before|between|where)|as it stands": "is",
    r"all the same": "nevertheless, or nothing",
    r"comes? to (?!an end)": "is, becomes",
    r"worth a notice": "reported as a notice",
    r"what (?:became|becomes) of": "the outcome of",
    r"as it is asked for|as asked for": "as requested",
    r"is answered with": "the response is",
    r"heard": "received",
    r"things? that (?:is|are) wrong": "error",
    r"tells? (?:\w+ )?apart": "distinguishes",
    r"bears?|borne": "supports, fits",
    r"look_at": "read, check",
    r"(?:some|any)body": "a user, a server, a program",
    r"give(?:s|n)? back|gave back": "returns",
    r"gone through": "read, visited",
    r"goes? for": "applies to",
    r"put together": "merged, joined",
    r"said of|speaks? of": "about, the report on",
    r"(?:all|everything) (?:is|goes|went) well|(?:goes|went) well": "succeeds",
    r"turns? out|turned out": "is",
    r"happens? to": "does, or name the condition",
    r"learns? of": "receives, reads",
    r"(?:comes?|came) nearest?": "is the nearest",
    r"as (?:it|they|one) likes?": "freely, in any form",
    r"for ever": "again and again, without end",
    r"without a word": "silently, without findings",
    r"what to do": "the remedy, the next step",
    r"in vain|in one go|a matter of|by and by|once and for all": "the fact in plain words",
    r"there(?:by|of|in|with)|where(?:by|in|of)|upon|thus": "by this, in it, on, so",
    r"shall|ought to": "must, should",
    r"heeds?": "follows, depends on",
    r"anyhow": "nevertheless, or nothing",
    r"likewise": "the words again, or the same as",
    r"be had": "be read, be received",
    r"one's own": "the user's",
}
PATTERN = {re.compile(rf"\b(?:{words})\b"): better for words, better in AVOIDED.items()}
ANY = re.compile(rf"\b(?:{'|'.join(AVOIDED)})\b")

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
        parts = [part for part in [line, *names] if ANY.search(part.lower())]
        for pattern, better in PATTERN.items() if parts else ():
            for part in parts:
                if found := pattern.search(part.lower()):
                    yield number, part[found.start():found.end()], better
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
