"""The words of outlay's headers about public classes: comments of classes and members, and the documents they come
from."""
import re
from dataclasses import dataclass, field
from pathlib import Path

VERSION = re.compile(r"inline v\d+_\d+_\d+(::)?")


@dataclass
class Class:
    """A class as its header describes it."""
    header: str
    comment: str
    source: str
    members: dict = field(default_factory=dict)  # C++ name: comment
    described: list = field(default_factory=list)  # C++ names in the order of the description
    bases: list = field(default_factory=list)
    defaults: dict = field(default_factory=dict)  # C++ name: its initialiser
    constants: list = field(default_factory=list)  # names of static constants


def paragraph(lines):
    """The text of comment lines, without their marks."""
    return " ".join(re.sub(r"^\s*///?<?\s?", "", line).strip() for line in lines).strip()


def source_in(text):
    """`Amazon Ads, "..."`, of `... Source: Amazon Ads, "...". ...`."""
    found = re.search(r"Source: (.*?)\.?(?= [A-Z]|$)(?<=\.)|Source: (.*)$", text)
    return (found[1] or found[2]).split("; ")[0].rstrip(".") if found else ""


def without_source(text):
    """A comment without its last sentence, if that is a source."""
    return re.sub(r"\s*Source: .*?(\.(?= [A-Z]|$)|$)", "", text).strip()


def body_of(text, start):
    """The text between the brace at `start` and its partner."""
    depth = 0
    for at in range(start, len(text)):
        depth += (text[at] == "{") - (text[at] == "}")
        if depth == 0:
            return text[start + 1:at]
    return ""


def comment_of_member(body, name):
    """Of a data member: what follows it as `///<`, or precedes it as `///`; and its initialiser."""
    declared = re.search(
        r"((?:^[ \t]*///(?!<)[^\n]*\n)*)"  # 1: the lines before it
        r"^[ \t]+[^\n/()=]*?(?:\([^\n()]*\)>)?[^\n/()=]*?[ &>]"  # its type, which may be that of a function
        rf"{name}(?:\{{(.*?)\}}|( = [^;]*))?;"  # 2, 3: its initialiser
        r"((?:[ \t]*///<[^\n]*\n?)*)", body, re.MULTILINE | re.DOTALL)
    if not declared:
        return None, ""
    after = paragraph(declared[4].splitlines())
    initial = (declared[2] or (declared[3] or "").removeprefix(" = ")).strip()
    return after or paragraph(declared[1].splitlines()), initial


def names_in(text):
    return [name.strip() for name in text.split(",") if name.strip()]


def classes_in(path, include):
    """The classes of one header by their full name, `outlay::x::y`."""
    text = path.read_text(encoding="utf-8")
    about = re.search(r"((?:^//(?!/)[^\n]*\n)+)\nnamespace", text, re.MULTILINE)
    source = source_in(paragraph(about[1].splitlines())) if about else ""
    spaces = [(found.start(), VERSION.sub("", found[1]).rstrip(":"))
              for found in re.finditer(r"^namespace (outlay::inline [\w: ]+) \{$", text, re.MULTILINE)]
    made = {}
    for found in re.finditer(r"((?:^///[^\n]*\n)*)(?:^template<[^\n]*>\n)?^(?:struct|class) (\w+)(?: : [^\n{]*)? \{$",
                             text, re.MULTILINE):
        space = [name for start, name in spaces if start < found.start()][-1]
        comment = paragraph(found[1].splitlines())
        body = body_of(text, found.end() - 1)
        one = Class(header=path.relative_to(include).as_posix(), comment=without_source(comment),
                    source=source_in(comment) or source)
        one.constants = re.findall(r"static constexpr [\w:]+ (\w+) = ", body)
        described = re.search(
            rf"BOOST_DESCRIBE_(?:STRUCT|CLASS)\({found[2]},\s*\(([^()]*)\),\s*\(([^()]*)\)", text, re.DOTALL)
        if described:
            one.bases, one.described = names_in(described[1]), names_in(described[2])
        names = one.described or re.findall(r"[ &>](\w+)(?:\{[^;]*\}| = [^;]*)?;", body)
        for name in names:
            comment, initial = comment_of_member(body, name)
            if comment is not None:
                one.members[name] = comment
                one.defaults[name] = initial
        made[f"{space}::{found[2]}"] = one
    return made


def enumerations(include):
    """The values of each enumeration with their comments, by its name without namespaces."""
    made = {}
    for path in sorted(Path(include).rglob("*.hpp")):
        text = path.read_text(encoding="utf-8")
        for found in re.finditer(r"^enum class (\w+)[^\n{]* \{\n(.*?)^\};", text, re.MULTILINE | re.DOTALL):
            values = re.findall(r"((?:^ +///(?!<)[^\n]*\n)*)^ +(\w+),?((?:[ \t]*///<[^\n]*\n?)*)$", found[2],
                                re.MULTILINE)
            made[found[1]] = {name: paragraph(after.splitlines()) or paragraph(before.splitlines())
                              for before, name, after in values}
    return made


def read(include):
    """All classes of all headers."""
    made = {}
    for path in sorted(Path(include).rglob("*.hpp")):
        if "detail" not in path.parts:
            made.update(classes_in(path, Path(include)))
    return made


def members_of(classes, name):
    """The described members of a class and its bases, in order, with their comments; no `extras`."""
    one = classes[name]
    all_members = []
    for base in one.bases:
        space = name.rsplit("::", 1)[0]
        all_members += members_of(classes, f"{space}::{base}")
    return all_members + [(each, one.members.get(each)) for each in one.described if each != "extras"]
