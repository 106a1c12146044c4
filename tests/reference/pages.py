#!/usr/bin/env python3
"""Makes the pages of the reference, examples/guide/reference/*.md, of what the program `reference` and the headers say.

    pages.py PROGRAM             compares the pages with what they should be; prints the first difference of each
    pages.py --write PROGRAM     writes them
"""
import difflib
import json
import re
import subprocess
import sys
import textwrap
from pathlib import Path

import codes_page
import headers
import limits_page
import types_page

ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT / "examples/guide/reference"
WIDTH = 120
MOST_LINES = 8  # of a difference
DOCUMENTS = Path(__file__).with_name("documents.txt")


def wrapped(lines):
    """Lines of at most 120 columns, but for tables and headings."""
    for line in lines:
        if len(line) <= WIDTH or line.startswith(("|", "#", "<")):
            yield line
        else:
            yield from textwrap.wrap(line, WIDTH, subsequent_indent="  " if line.startswith("- ") else "",
                                     break_long_words=False, break_on_hyphens=False)


def text_of(page):
    return "\n".join(wrapped(page.lines())).rstrip() + "\n"


def pages(facts, comments):
    """The name and lines of each page, and what is missing on it."""
    codes = codes_page.Page(facts)
    for vendor in facts["vendors"]:
        yield f"{vendor.lower()}.md", types_page.Page(vendor, facts, comments, codes.known.general)
    yield "codes.md", codes
    yield "limits.md", limits_page.Page(facts, comments, headers.enumerations(ROOT / "include"))


def anchors_of(text):
    """Those of headings, as GitHub makes them, and those that are written."""
    headings = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    return {types_page.slug(heading) for heading in headings} | set(re.findall(r'<a id="([^"]+)">', text))


def broken_links(texts):
    """Links between the pages that lead nowhere, and links to files that are not there."""
    anchors = {name: anchors_of(text) for name, text in texts.items()}
    for name, text in texts.items():
        for path, anchor in sorted(set(re.findall(r"\]\(([^)#\s]*)(?:#([^)\s]*))?\)", text))):
            page = path or name
            if page in anchors:
                if anchor and anchor not in anchors[page]:
                    yield f"{name} has a link to {page}#{anchor}, which is not there"
            elif path.startswith("../../../") and not (PAGES / path).exists():
                yield f"{name} has a link to {path}, which is not there"


def differences(path, text):
    present = path.read_text(encoding="utf-8") if path.exists() else ""
    return list(difflib.unified_diff(present.splitlines(), text.splitlines(), str(path), "generated", n=0, lineterm=""))


def main():
    is_write = sys.argv[1] == "--write"
    facts = json.loads(subprocess.run([sys.argv[-1], DOCUMENTS], stdout=subprocess.PIPE, check=True).stdout)
    made = dict(pages(facts, headers.read(ROOT / "include")))
    texts = {name: text_of(page) for name, page in made.items()}
    problems = [problem for page in made.values() for problem in page.problems()]
    problems += broken_links(texts)
    for name, text in texts.items():
        if is_write:
            PAGES.mkdir(parents=True, exist_ok=True)
            (PAGES / name).write_text(text, encoding="utf-8")
        elif found := differences(PAGES / name, text):
            problems += found[:MOST_LINES]
            problems.append(f"{name} is stale: build the target outlay_reference_pages, and commit the pages")
    for problem in problems:
        print(problem)
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
