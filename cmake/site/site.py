#!/usr/bin/env python3
"""Makes the site, guide and reference, in <build folder>/html, with Doxygen. Fails for a public name without a comment,
for a link to nothing, and for every warning of Doxygen.

    site.py <root of the repository> <build folder> DOXYGEN

The build folder has a Doxyfile. Pages are README.md, CONTRIBUTING.md, CHANGELOG.md and examples/guide/**/*.md; the
sections of examples/guide/README.md, with their links, are those of the navigation.

pages.py makes the pages readable for Doxygen, ../doxygen_input.py the headers. listings.py highlights the code,
links.py checks the links of the result.
"""

import html
import json
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as xml
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
sys.path.insert(0, str(HERE))

import doxygen_input  # noqa: E402
import links  # noqa: E402
import listings  # noqa: E402
import pages  # noqa: E402
import undocumented  # noqa: E402

MAIN_PAGE = Path("README.md")
PROJECT_PAGES = [Path("CONTRIBUTING.md"), Path("CHANGELOG.md")]
GUIDE = Path("examples/guide")

# The namespaces of the reference, in the order of the floors; those in namespace outlay are groups.
REFERENCE = [
    ("group__value.html", "value"),
    ("group__model.html", "model"),
    ("group__json.html", "json"),
    ("group__budget.html", "budget"),
    ("group__envelope.html", "envelope"),
    ("namespaceoutlay_1_1http.html", "http"),
]
INDEXES = [
    ("annotated.html", "All classes"),
    ("concepts.html", "All concepts"),
    ("namespaces.html", "All namespaces"),
    ("files.html", "All headers"),
    ("examples.html", "Sources of examples"),
]


# Where code goes into Doxygen's pages.
MARK = re.compile(r"OUTLAYCODE(?P<number>\d+)X")
BLOCK = re.compile(
    rf'<div class="fragment">(?:<div class="line">|\s|<a[^>]*></a>)*{MARK.pattern}.*?</div><!-- fragment -->', re.DOTALL)
FRAGMENT = re.compile(r'<div class="fragment">.*</div><!-- fragment -->', re.DOTALL)
UNLINKED = re.compile(r'(<a href="(\w+_8hpp_source\.html)"><span class="icondoc"></span></a>)<b>([^<]*)</b>')
HEADER = re.compile(r"OUTLAYHEADER(?P<number>\d+)X\.html")
LINK = re.compile(r"<a href=.*?</a>|<a class=.*?</a>", re.DOTALL)


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


class Builder:
    def __init__(self, root, build):
        self.root = root
        self.build = build
        self.errors = []
        guide = sorted(path.relative_to(root) for path in (root / GUIDE).rglob("*.md"))
        self.site = pages.Site(root, [MAIN_PAGE, *PROJECT_PAGES, *guide], MAIN_PAGE)
        self.index = GUIDE / "README.md"

    # The input of Doxygen.

    def write_headers(self):
        for path in sorted((self.root / "include").rglob("*.hpp")):
            name = path.relative_to(self.root)
            if "detail" not in name.parts:
                text = path.read_text(encoding="utf-8")
                write(self.build / "input" / name, doxygen_input.header(text, path))

    def write_pages(self):
        for page in self.site.texts:
            # Doxygen takes each README.md for the main page.
            name = "main_page.md" if page == MAIN_PAGE else page
            write(self.build / "input" / name, self.site.rendered(page))
        self.errors += self.site.errors

    def write_sources(self):
        """The files that pages link to, and the programs of examples, which Doxygen shows as examples."""
        listed = []
        for folder in sorted(self.site.folders):
            files = [path.relative_to(self.root) for path in sorted((self.root / folder).rglob("*"))
                     if path.is_file() and "__pycache__" not in path.parts]
            self.site.sources.update(files)
            names = "\n".join(f"- [{file.relative_to(folder).as_posix()}]({pages.encoded(file)}-example.html)"
                              for file in files)
            listed.append(f"/** @page {pages.label(folder)} {folder.as_posix()}\n\n{names}\n*/\n")
        for path in sorted((self.root / "examples").rglob("*.[ch]pp")):
            self.site.sources.add(path.relative_to(self.root))
        for source in sorted(self.site.sources):
            text = (self.root / source).read_text(encoding="utf-8").rstrip("\n")
            language = listings.LANGUAGE_OF.get(source.suffix, "text")
            write(self.build / "sources" / pages.example(source), self.site.mark(text, language))
            listed.append(f"/** @example {pages.example(source)} */\n")
        write(self.build / "input" / "sources.dox", "".join(listed))

    # The frame of the pages.

    def guide_sections(self):
        """The title of each section of the guide, and its pages, as the guide's index has them."""
        found, seen = [], {MAIN_PAGE, self.index, *PROJECT_PAGES}
        if self.index in self.site.texts:
            for section, targets in pages.navigation(self.site.texts[self.index]):
                paths = [self.site.resolved(self.index, target) for target in targets]
                new = [path for path in dict.fromkeys(paths) if path in self.site.texts and path not in seen]
                seen.update(new)
                if new:
                    found.append((section, new))
        rest = [page for page in self.site.texts if page not in seen]
        if rest and self.index in self.site.texts:
            self.errors += [f"{self.index}:1: error: no link to {page}" for page in rest]
        if rest:
            found.append(("Guide", rest))
        return found

    def vendors(self):
        return [types.parent.name for types in sorted((self.root / "include/outlay").glob("*/types.hpp"))]

    def navigation(self):
        def section(title, entries):
            items = "".join(f'<li><a href="{url}">{html.escape(text)}</a></li>\n' for url, text in entries)
            return f"<section>\n<h2>{html.escape(title)}</h2>\n<ul>\n{items}</ul>\n</section>\n"

        def page_entries(paths):
            return [(f"{pages.label(path)}.html", pages.title(self.site.texts[path])) for path in paths]

        start = [("index.html", "Overview")]
        start += page_entries([self.index] if self.index in self.site.texts else [])
        out = [section("outlay", start)]
        out += [section(title, page_entries(paths)) for title, paths in self.guide_sections()]
        names = REFERENCE + [(f"namespaceoutlay_1_1{vendor}.html", vendor) for vendor in self.vendors()]
        out.append(section("Reference of C++ names", names + INDEXES))
        out.append(section("Project", page_entries(PROJECT_PAGES)))
        return "".join(out)

    def write_frame(self):
        header = (HERE / "header.html").read_text(encoding="utf-8")
        write(self.build / "header.html", header.replace("{navigation}", self.navigation()))
        for name in ("footer.html", "layout.xml"):
            shutil.copyfile(HERE / name, self.build / name)

    # The run of Doxygen, and the finish of its pages.

    def run_doxygen(self, doxygen):
        folder = self.build / "input"
        run = subprocess.run([doxygen, "../Doxyfile"], cwd=folder, capture_output=True, text=True, check=False)
        messages = (run.stdout + run.stderr)
        messages = messages.replace(f"{folder}/", "").replace("main_page.md:", f"{MAIN_PAGE}:")
        sys.stderr.write(messages)
        if run.returncode != 0:
            self.errors.append(f"Doxygen returned {run.returncode}")

    def finish_pages(self):
        names = listings.Names(self.build / "names.xml", self.build / "xml")
        sources = {page: self.root / "include" / name for name, page in names.headers.items()}

        def block(found):
            return listings.block(*self.site.codes[int(found["number"])], names)

        def inline(found):
            return f"<code>{listings.inline(self.site.codes[int(found['number'])][0], names)}</code>"

        def plain(found):
            return f"<code>{html.escape(self.site.codes[int(found['number'])][0], quote=False)}</code>"

        for page in (self.build / "html").glob("*.html"):
            before = page.read_text(encoding="utf-8")
            text = before.replace("<h3>Table of Contents</h3>", "<h3>On this page</h3>")
            text = HEADER.sub(lambda found: names.headers[self.site.headers[int(found["number"])]], text)
            text = UNLINKED.sub(r"\1<a href=\"\2\">\3</a>", text)
            if page.name in sources:  # as it is, not as Doxygen read it
                shown = listings.block(sources[page.name].read_text(encoding="utf-8"), "cpp", names)
                text = FRAGMENT.sub(lambda _, shown=shown: shown, text)
            if "OUTLAYCODE" in text:
                text = BLOCK.sub(block, text)
                text = LINK.sub(lambda link: MARK.sub(plain, link[0]), text)  # no links in links
                text = MARK.sub(inline, text)
            # Doxygen 1.9.4 links to the list of nested classes of a class whose only one is not shown.
            if '"#nested-classes"' in text and 'id="nested-classes"' not in text:
                text = text.replace('<a href="#nested-classes">Classes</a> &#124;\n', "")
            if text != before:
                write(page, text)

    def copy_images(self):
        for image in self.site.images:
            shutil.copyfile(self.root / image, self.build / "html" / image.name)

    def write_search(self):
        entries = [*self.sections(), *symbols(self.build / "names.xml")]
        text = json.dumps(entries, ensure_ascii=False, separators=(",", ":"))
        write(self.build / "html/search_index.js", f"outlay_search({text});\n")

    def sections(self):
        """A row of the search for each section of a page: kind, title, page's title, address, text before programs."""
        for page, text in self.site.texts.items():
            page_title = pages.title(text)
            url = "index.html" if page == MAIN_PAGE else f"{pages.label(page)}.html"
            names = pages.anchors(text)
            heading, address, body, programs = page_title, url, [], []
            for line, kind in pages.lines_with_kind(text):
                found = pages.HEADING.match(line) if kind == "text" else None
                for anchor in re.finditer(pages.ANCHOR, line) if kind == "text" else ():
                    target = f"{url}#{self.site.reference(page, anchor['anchor'])}"
                    text_after = line[anchor.end():]
                    name = re.match(r"\s*`([^`]+)`", text_after)
                    yield ["guide", name[1] if name else anchor["anchor"], page_title, target, plain([text_after])]
                if not found:
                    if kind in ("text", "block"):
                        (body if kind == "text" else programs).append(line)
                    continue
                name = next(names)
                if body:
                    yield ["guide", heading, page_title, address, plain(body + programs)]
                    heading = found[2].replace("`", "")
                    address = f"{url}#{self.site.reference(page, name)}"
                body, programs = [], []
            yield ["guide", heading, page_title, address, plain(body + programs)]


def plain(lines):
    """The words of Markdown."""
    text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", "\n".join(lines))
    text = re.sub(r"</?(a|b|br|details|i|img|kbd|summary)\b[^<>]*>", " ", text)
    text = re.sub(r"\|[-:| ]+\|$", "", text, flags=re.M)
    return re.sub(r"[\s`|*]+", " ", text).strip()


def symbols(tags):
    """A row of the search for each public name: kind, name, what it is in, address."""
    seen = set()
    for compound in xml.parse(tags).getroot().findall("compound"):
        kind, name, url = compound.get("kind"), compound.findtext("name"), compound.findtext("filename")
        if kind not in ("class", "struct", "union", "concept", "namespace"):
            continue
        if kind != "namespace" or name.startswith("outlay"):
            scope, _, short = re.sub(r"<.*", "", name).rpartition("::")
            yield [kind, short + name[len(re.sub(r"<.*", "", name)):], scope, url]
        for member in compound.findall("member"):
            row = [member.get("kind"), member.findtext("name"), name,
                   f"{member.findtext('anchorfile')}#{member.findtext('anchor')}"]
            overload = (row[1], name)
            if overload not in seen and row[1] != name.rpartition("::")[2]:
                seen.add(overload)
                yield row
            for value in member.findall("enumvalue"):
                yield ["enumvalue", value.text, f"{name}::{row[1]}", row[3]]


def main():
    root, build, doxygen = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve(), sys.argv[3]
    # Anew each time: Doxygen leaves the pages of names that are gone.
    for folder in ("input", "sources", "html", "xml"):
        shutil.rmtree(build / folder, ignore_errors=True)
    builder = Builder(root, build)
    builder.write_headers()
    builder.write_pages()
    builder.write_sources()
    builder.write_frame()
    builder.run_doxygen(doxygen)
    builder.finish_pages()
    builder.copy_images()
    builder.write_search()
    errors = builder.errors
    for location, text in undocumented.undocumented(build / "xml"):
        errors.append(f"{location.get('file')}:{location.get('line')}: error: {text} is not documented.")
    errors += [f"{page}: error: {link}: {what}" for page, link, what in links.broken(build / "html")]
    print("\n".join(errors), file=sys.stderr, end="\n" if errors else "")
    sys.exit(bool(errors))


if __name__ == "__main__":
    main()
