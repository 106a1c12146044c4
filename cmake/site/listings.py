"""Code of pages as HTML: highlighted, and with links from the names of outlay to the reference. Doxygen 1.9.4 knows no
raw strings, and takes local variables for namespaces of the same name.
"""

import html
import re
import xml.etree.ElementTree as xml

CPP_FLOW = "break case catch co_await co_return co_yield continue do else for if return switch throw try while".split()
CPP_TYPES = "auto bool char char8_t double float int long short signed unsigned void".split()
CPP_KEYWORDS = """alignas class concept const consteval constexpr constinit decltype default delete enum explicit export
    extern false final friend inline mutable namespace new noexcept nullptr operator override private protected public
    requires sizeof static static_assert static_cast struct template this thread_local true typedef typename union using
    virtual""".split()
PYTHON_KEYWORDS = """and as assert class def del elif else except finally for from if import in is lambda not or pass
    raise return try while with yield None True False""".split()
SHELL_KEYWORDS = "case do done elif else esac fi for if in then while".split()

TOKENS = {
    "cpp": re.compile(
        r"""(?P<comment>//[^\n]*|/\*.*?\*/)
        |(?P<string>R"(?P<mark>[^()\s\\]*)\(.*?\)(?P=mark)"|"(?:\\.|[^"\\\n])*")
        |(?P<number>\b\d(?:[\w.]|'(?=\w))*)
        |(?P<char>'(?:\\.|[^'\\\n])+')
        |(?P<preprocessor>^[ ]*\#[^\n]*?(?=[ ]*(?://|$)))
        |(?P<name>(?:(?:\b|(?<!\w)::)[A-Za-z_]\w*::)*\b[A-Za-z_]\w*)""",
        re.VERBOSE | re.DOTALL | re.MULTILINE,
    ),
    "json": re.compile(
        r"""(?P<key>"(?:\\.|[^"\\\n])*"(?=\s*:))|(?P<string>"(?:\\.|[^"\\\n])*")|(?P<word>\b[a-z]+\b)"""),
    "sh": re.compile(
        r"""(?P<comment>(?:^|(?<=\s))\#[^\n]*)|(?P<string>"(?:\\.|[^"\\])*"|'[^']*')|(?P<word>\b[a-z]+\b)""", re.M),
    "cmake": re.compile(r"""(?P<comment>\#[^\n]*)|(?P<string>"(?:\\.|[^"\\])*")|(?P<key>\b[a-z_]+(?=\())""", re.M),
    "python": re.compile(
        r'''(?P<comment>\#[^\n]*)|(?P<string>""".*?"""|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')'''
        r"|(?P<word>\b[A-Za-z]+\b)", re.DOTALL),
}
WORDS = {"json": ["true", "false", "null"], "sh": SHELL_KEYWORDS, "python": PYTHON_KEYWORDS}
LANGUAGE_OF = {".hpp": "cpp", ".cpp": "cpp", ".json": "json", ".sh": "sh", ".cmake": "cmake", ".txt": "cmake",
               ".py": "python"}

# Of Doxygen, for which themes have colours.
CLASS_OF = {
    "comment": "comment", "string": "stringliteral", "char": "charliteral", "preprocessor": "preprocessor",
    "key": "keyword", "word": "keywordflow",
}


class Names:
    """The addresses of outlay's public names, from a tag file of Doxygen, and of its headers, from its XML."""

    def __init__(self, tags, folder):
        self.urls = {}
        self.headers = {}
        for page in folder.glob("*_8hpp.xml"):
            path = re.search(r'<location file="include/([^"]+)"', page.read_text(encoding="utf-8"))
            self.headers[path[1]] = f"{page.stem}_source.html"
        for compound in xml.parse(tags).getroot().findall("compound"):
            name, url = compound.findtext("name"), compound.findtext("filename")
            if compound.get("kind") in ("namespace", "class", "struct", "union", "concept"):
                if name.startswith("outlay"):
                    self.urls[name] = url
                self.add_members(compound, name)
            elif compound.get("kind") == "group":
                self.add_members(compound, "outlay")

    def add_members(self, compound, scope):
        for member in compound.findall("member"):
            url = f"{member.findtext('anchorfile')}#{member.findtext('anchor')}"
            name = member.findtext("name")
            if member.get("kind") == "define":
                self.urls.setdefault(name, url)
            else:
                self.urls.setdefault(f"{scope}::{name}", url)
            for value in member.findall("enumvalue"):  # which has an anchor only if it has a comment
                self.urls.setdefault(f"{scope}::{name}::{value.text}", url)

    def linked(self, name, aliases):
        """A name of C++ as HTML: as much of it as is a name of outlay is a link."""
        first, colons, rest = name.partition("::")
        full = aliases.get(first, first) + colons + rest if colons else name
        shown = html.escape(name)
        if not full.startswith("outlay::") and full not in self.urls:
            return shown
        url = self.urls.get(full)
        return f'<a class="code" href="{url}">{shown}</a>' if url else shown


def span(kind, text):
    return f'<span class="{kind}">{html.escape(text, quote=False)}</span>'


def cpp_name(name, names, aliases):
    if name in CPP_KEYWORDS:
        return span("keyword", name)
    if name in CPP_TYPES:
        return span("keywordtype", name)
    if name in CPP_FLOW:
        return span("keywordflow", name)
    return names.linked(name, aliases)


def preprocessor(line, names):
    header = re.match(r"( *#include <)(outlay\.hpp|outlay/[^>]+)(>.*)", line, re.DOTALL)
    url = names.headers.get(header[2]) if header else None
    if url:
        return span("preprocessor", header[1]) + f'<a href="{url}">{header[2]}</a>' + span("preprocessor", header[3])
    return span("preprocessor", line)


def highlighted(text, language, names):
    tokens = TOKENS.get(language)
    if not tokens:
        return html.escape(text, quote=False)
    aliases = dict(re.findall(r"\bnamespace (\w+) = ([\w:]+);", text)) if language == "cpp" else {}
    out, end = [], 0
    for found in tokens.finditer(text):
        out.append(html.escape(text[end:found.start()], quote=False))
        kind, token = found.lastgroup, found[0]
        if kind == "name":
            out.append(cpp_name(token, names, aliases))
        elif kind == "preprocessor":
            out.append(preprocessor(token, names))
        elif kind == "word" and token not in WORDS[language] or kind == "number":
            out.append(html.escape(token, quote=False))
        else:
            out.append(span(CLASS_OF[kind], token))
        end = found.end()
    out.append(html.escape(text[end:], quote=False))
    return "".join(out)


def block(text, language, names):
    return f'<div class="fragment"><pre>{highlighted(text, language, names)}</pre></div>'


def inline(text, names):
    """A span of code. A name is a link if it is qualified, or if it is that of a call or of a template of outlay."""
    found = re.match(r"(?P<name>(?:[A-Za-z_]\w*::)*[A-Za-z_]\w*)(?P<rest>.*)", text, re.DOTALL)
    if found:
        name, rest = found["name"], found["rest"]
        is_whole = not rest or rest[0] in "(<{"
        candidates = [name, f"outlay::{name}"] if "::" in name else [f"outlay::{name}"] if rest else []
        for full in candidates:
            if is_whole and full.startswith("outlay::") and full in names.urls:
                return f'<a href="{names.urls[full]}">{html.escape(name)}</a>{html.escape(rest, quote=False)}'
    return html.escape(text, quote=False)
