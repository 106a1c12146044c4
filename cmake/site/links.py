#!/usr/bin/env python3
"""Checks the links within a folder of HTML: each file and each anchor has to be there.

    links.py FOLDER

Prints page: link of each that is not. Links to other sites are not followed.
"""

import html
import re
import sys
from pathlib import Path
from urllib.parse import unquote

SCRIPTS = re.compile(r"<script\b.*?</script>|<!--.*?-->", re.DOTALL)
ATTRIBUTES = re.compile(r"<(?P<tag>\w+)\b(?P<attributes>[^<>]*)>")
VALUE = re.compile(r"\b(?P<name>id|name|href|src)=(?P<quote>[\"'])(?P<value>.*?)(?P=quote)")


def anchors_and_links(page):
    """Of the text of a page."""
    anchors, links = set(), []
    for tag in ATTRIBUTES.finditer(SCRIPTS.sub("", page)):
        for found in VALUE.finditer(tag["attributes"]):
            value = html.unescape(found["value"])
            if found["name"] == "id" or (found["name"] == "name" and tag["tag"] == "a"):
                anchors.add(value)
            elif found["name"] in ("href", "src"):
                links.append(value)
    return anchors, links


def broken(folder):
    pages = {}
    for path in sorted(folder.rglob("*.html")):
        pages[path.resolve()] = anchors_and_links(path.read_text(encoding="utf-8"))
    for path, (_, links) in pages.items():
        for link in dict.fromkeys(links):
            if re.match(r"[a-z]+:|//", link):
                continue
            name, _, anchor = link.partition("#")
            target = (path.parent / unquote(name.partition("?")[0])).resolve() if name else path
            if not target.is_file():
                yield path.relative_to(folder.resolve()), link, "no such file"
            elif anchor and target in pages and unquote(anchor) not in pages[target][0]:
                yield path.relative_to(folder.resolve()), link, "no such anchor"


def main():
    (folder,) = sys.argv[1:]
    found = list(broken(Path(folder)))
    for page, link, what in found:
        print(f"{page}: error: {link}: {what}")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
