"""Markdown of this repository, as GitHub shows it, made into Markdown that Doxygen 1.9.4 shows alike. Lines keep their
numbers, so that Doxygen's warnings point at the page.

Headings get GitHub's anchors, behind the name of their page: in Doxygen, anchors are names of the whole site. Links to
pages, headings, headers and other files of the repository become links to their pages of the site. A link to nothing is
an error. In place of code is a mark, so that Doxygen reads nothing into it; listings.py makes HTML of it afterwards.
"""

import re
from pathlib import Path

FENCE = re.compile(r"^( *)(```+)(\w*)(.*)$")
HEADING = re.compile(r"^(#{1,6}) (.*?) *#*$")
CODE_SPAN = r"(?P<ticks>(?<!`)`+(?!`))(?P<code>.+?)(?<!`)(?P=ticks)(?!`)"
LINK = r"!\[(?P<alt>[^\]]*)\]\((?P<image>[^()\s]+)\)|\]\((?P<target>[^()\s]+)\)"
ANCHOR = r"<a (?:id|name)=[\"'](?P<anchor>[^\"'\s]+)[\"'] *(?:/>|> *</a>)"
INLINE = re.compile(rf"{CODE_SPAN}|{LINK}|{ANCHOR}|(?P<command>@|\\(?=\w))", re.DOTALL)


def slug(heading):
    """GitHub's anchor of a heading."""
    shown = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading)
    return re.sub(r"[^\w\- ]", "", shown.lower()).replace(" ", "-")


def lines_with_kind(text):
    """Each line, and its kind: text, or of a fenced block opening, block or closing."""
    closing = None
    for line in text.split("\n"):
        fence = FENCE.match(line)
        if closing and fence and fence[2].startswith(closing) and not fence[3]:
            closing = None
            yield line, "closing"
        elif closing:
            yield line, "block"
        elif fence:
            closing = fence[2]
            yield line, "opening"
        else:
            yield line, "text"


def anchors(text):
    """GitHub's anchor of each heading, in order. An <a id="..."></a> is an anchor besides."""
    seen = {}
    for line, kind in lines_with_kind(text):
        heading = HEADING.match(line) if kind == "text" else None
        if heading:
            name = slug(heading[2])
            count = seen.get(name, 0)
            seen[name] = count + 1
            yield f"{name}-{count}" if count else name


def title(text):
    for line, kind in lines_with_kind(text):
        heading = HEADING.match(line) if kind == "text" else None
        if heading:
            return heading[2].replace("`", "")
    return None


def label(path):
    """The name of a page in Doxygen, and of its file: examples/guide/reference/codes.md is guide_reference_codes."""
    parts = path.with_suffix("").parts
    if parts[:2] == ("examples", "guide"):
        parts = parts[1:]
    if len(parts) > 1 and parts[-1] == "README":
        parts = parts[:-1]
    return re.sub(r"\W", "_", "_".join(parts).lower())


def example(path):
    """The name of a source as an example, which may not begin with a dot in Doxygen."""
    return path.as_posix().lstrip(".")


def encoded(path):
    """The name that Doxygen gives the page of an example, less the end."""
    return example(path).replace("/", "_2").replace(".", "_8")


class Site:
    """The pages of a repository, and what they link to."""

    def __init__(self, root, pages, main_page):
        self.root = root
        self.main_page = main_page
        self.texts = {page: (root / page).read_text(encoding="utf-8") for page in pages}
        self.anchors = {page: {*anchors(text), *re.findall(ANCHOR, text)} for page, text in self.texts.items()}
        self.sources = set()  # files that are shown as they are
        self.headers = []  # of each link to one, until its page is known
        self.folders = set()  # whose files are listed
        self.images = set()
        self.codes = []  # text and language, which is None within a line, of each mark
        self.errors = []

    def reference(self, page, anchor=""):
        if page == self.main_page and not anchor:
            return "index"
        return label(page) + (f"-{anchor}" if anchor else "")

    def mark(self, text, language=None):
        self.codes.append((text, language))
        return f"OUTLAYCODE{len(self.codes) - 1}X"

    def link(self, page, line, target):
        """Where a link of a page leads to on the site."""
        if re.match(r"\w+:", target):
            return target
        name, _, anchor = target.partition("#")
        path = self.resolved(page, name)
        if path in self.texts:
            if anchor and anchor not in self.anchors[path]:
                self.errors.append(f"{page}:{line}: error: {path} has no anchor #{anchor}")
                anchor = ""
            # The title of a page is no heading that Doxygen links to.
            first = next(anchors(self.texts[path]), None)
            return f"@ref {self.reference(path, '' if anchor == first else anchor)}"
        if path is None or not (self.root / path).exists():
            self.errors.append(f"{page}:{line}: error: no file {target}")
            return "index.html"  # no second error for the same link
        if path.parts[:2] == ("include", "outlay") and path.suffix == ".hpp" and "detail" not in path.parts:
            self.headers.append(path.relative_to("include").as_posix())
            return f"OUTLAYHEADER{len(self.headers) - 1}X.html"
        if (self.root / path).is_dir():
            self.folders.add(path)
            return f"@ref {label(path)}"
        self.sources.add(path)
        return f"{encoded(path)}-example.html"

    def resolved(self, page, name):
        if not name:
            return page
        try:
            return (self.root / page.parent / name).resolve().relative_to(self.root)
        except ValueError:
            return None

    def inline(self, page, line, text):
        """Text between fenced blocks that begins at a line."""

        def replaced(found):
            at = line + text.count("\n", 0, found.start())
            if found["code"]:
                code = found["code"].replace("\n", " ").replace("\\|", "|")
                stripped = code[1:-1] if code.startswith(" ") and code.endswith(" ") and code.strip() else code
                # Line ends within code go where a blank is.
                ends = "\n" * found[0].count("\n")
                before = text[found.start() - 1:found.start()]
                return ends + self.mark(stripped) if before in ("", " ", "\n") else self.mark(stripped) + ends
            if found["command"]:
                return "\\" + found[0]
            if found["anchor"]:
                return f"\\anchor {self.reference(page, found['anchor'])} "
            if found["image"]:
                image = self.resolved(page, found["image"])
                if image is None or not (self.root / image).exists():
                    self.errors.append(f"{page}:{at}: error: no image {found['image']}")
                    return found[0]
                self.images.add(image)
                alt = found["alt"].replace("\n", " ").replace('"', "&quot;")
                return f'<img src="{image.name}" alt="{alt}"/>' + "\n" * found[0].count("\n")
            return f"]({self.link(page, at, found['target'])})"

        return INLINE.sub(replaced, text)

    def rendered(self, page):
        """A page for Doxygen."""
        names = anchors(self.texts[page])
        out, pending, code, begins, first = [], [], [], 1, True
        contents = "[TOC]" if len(list(anchors(self.texts[page]))) > 2 else ""

        def flush():
            if pending:
                out.append(self.inline(page, begins, "\n".join(pending)))
                pending.clear()

        for number, (line, kind) in enumerate(lines_with_kind(self.texts[page]), 1):
            heading = HEADING.match(line) if kind == "text" else None
            if kind == "text" and not heading:
                if not pending:
                    begins = number
                if contents and not first and not line:  # in place of the first empty line, which follows the title
                    flush()
                    out.append(contents)
                    contents = ""
                else:
                    pending.append(line)
                continue
            flush()
            if heading:
                name, text = next(names), self.inline(page, number, heading[2])
                if first:  # the title: plain text for Doxygen
                    text = heading[2].replace("`", "")
                    out.append(f"# {text}" if page == self.main_page else f"# {text} {{#{self.reference(page)}}}")
                    first = False
                else:
                    out.append(f"{heading[1]} {text} {{#{self.reference(page, name)}}}")
            elif kind == "opening":
                fence = FENCE.match(line)
                out.append(f"{fence[1]}{fence[2]}{{.unparsed}}")
            elif kind == "block":
                code.append(line.removeprefix(fence[1]))
            else:  # "closing"
                if code:
                    mark = self.mark("\n".join(code), fence[3])
                    out += [fence[1] + mark] + [""] * (len(code) - 1)
                code = []
                out.append(line)
        flush()
        return "\n".join(out)


def navigation(index):
    """The sections of the guide's index, in order: the title of each and the targets of its links to pages."""
    section, targets = None, []
    for line, kind in lines_with_kind(index):
        heading = HEADING.match(line) if kind == "text" else None
        if heading:
            if targets:
                yield section, targets
            section, targets = heading[2], []
        elif kind == "text":
            targets += [target for target in re.findall(r"\]\(([^()\s#]+\.md)(?:#[^()\s]*)?\)", line)
                        if not re.match(r"\w+:", target)]
    if targets:
        yield section, targets
