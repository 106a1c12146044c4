#!/usr/bin/env python3
"""Makes the pages of the reference, examples/guide/reference/*.md, of what the program `reference` and the headers say.

    pages.py PROGRAM             compares the pages with what they should be; prints the first difference of each
    pages.py --write PROGRAM     writes them
"""
import difflib
import json
import subprocess
import sys
import textwrap
from pathlib import Path

import headers
import types_page

ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT / "examples/guide/reference"
WIDTH = 120
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


def pages(program):
    """The name and text of each page."""
    facts = json.loads(subprocess.run([program, DOCUMENTS], stdout=subprocess.PIPE, check=True).stdout)
    comments = headers.read(ROOT / "include")
    for vendor in facts["vendors"]:
        yield f"{vendor.lower()}.md", text_of(types_page.Page(vendor, facts, comments))


def main():
    is_write = sys.argv[1] == "--write"
    wrong = False
    for name, text in pages(sys.argv[-1]):
        path = PAGES / name
        present = path.read_text(encoding="utf-8") if path.exists() else ""
        if is_write:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        elif present != text:
            wrong = True
            differences = difflib.unified_diff(present.splitlines(), text.splitlines(), f"{path}", "generated", n=0,
                                               lineterm="")
            print("\n".join(list(differences)[:8]))
    if wrong:
        sys.exit("the pages of the reference are stale: build the target outlay_reference_pages, and commit them")


if __name__ == "__main__":
    main()
