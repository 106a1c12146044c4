#!/usr/bin/env python3
"""Checks pages of Markdown: their programs work, and the targets of their links exist.

    readme.py PAGE.md... COMPILER [flags...]          compiles each program of the pages
    readme.py --run PAGE.md... COMPILER [flags...]    also links them, with -lboost_json, and runs them
    readme.py --text PAGE.md...                       compiles nothing: only the checks of the text, below

Each block of C++ is a program. Its first line is one of

    ```cpp            compiled and run: it must return 0, and print the lines in its comments
    ```cpp compile    compiled only: it needs a network, or does not end
    ```cpp part       the beginning of the program of the next block

Each line that a program prints, to standard output or error, is a comment of the program, `// line`, in the order of
printing. A comment that ends with `...` is a line that begins so. Other comments are free, and so are empty lines.

The text: a program uses no name of a namespace `detail`; a link to a file or a heading finds it; the test that a table
names in its last column, as `suite.name`, exists.

--link ARCHIVE links a further library before Boost.JSON's. -j N compiles N programs at a time; without it, as many as
there are processors for this process.
"""
import argparse
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SECONDS_PER_PROGRAM = 60

# The tokens of C++ that may contain `//` and are no comment, and the comments.
TOKEN = re.compile(
    r"""(?P<raw>\bR"(?P<delimiter>[^\s()\\]{0,16})\(.*?\)(?P=delimiter)")
      | (?P<string>"(?:\\.|[^"\\\n])*")
      | (?P<number>\b\d[\w.]*(?:'[\w.]+)*)
      | (?P<character>'(?:\\.|[^'\\\n])*')
      | (?P<block>/\*.*?\*/)
      | //[ ]?(?P<comment>[^\n]*)""",
    re.DOTALL | re.VERBOSE,
)
FENCE = re.compile(r"^(?P<indent>[ \t]*)(?P<mark>`{3,}|~{3,})(?P<info>[^\n`]*)$")
LINK = re.compile(r"""!?\[[^\]]*\]\(\s*<?([^)\s>]+)>?(?:\s+["'][^)]*)?\)|^\[[^\]]+\]:\s+(\S+)|\b(?:src|href|srcset)="([^"\s]+)""",
                  re.MULTILINE)
FILES = {"cpp", "hpp", "json", "md", "py", "sh", "txt"}  # `name.md` is a file, and no test
EXTERNAL = re.compile(r"^[a-z][a-z0-9+.-]*:")


@dataclass
class Block:
    """A fenced block: the line of its first line of text, what follows the fence, and its text."""

    line: int
    info: str
    text: str


@dataclass
class Program:
    """One or more blocks that make a program."""

    line: int
    code: str
    runs: bool


def split(text):
    """The prose, with an empty line for each line of a block, the blocks, and (line, problem) of blocks that are none."""
    prose, blocks, problems = [], [], []
    mark, block = None, None
    for number, line in enumerate(text.split("\n"), 1):
        fence = FENCE.match(line)
        if mark is None and fence:
            mark, block = fence["mark"], Block(number + 1, fence["info"].strip(), "")
            if fence["indent"] and block.info.startswith("cpp"):
                problems.append((number, "a block of C++ is not indented"))
        elif mark is None:
            prose.append(line)
            continue
        elif fence and fence["mark"].startswith(mark) and not fence["info"].strip():
            blocks.append(block)
            mark = None
        else:
            block.text += line + "\n"
        prose.append("")
    if mark is not None:
        problems.append((block.line - 1, "a block without an end"))
    return "\n".join(prose), blocks, problems


def programs(page, blocks):
    """Each Program; a last part without a block is one. The second value are problems."""
    made, problems, line, code = [], [], None, ""
    for block in blocks:
        words = block.info.split()
        if words and words[0].lower() in ("c++", "cc", "cxx", "hpp", "cpp") and block.info not in (
                "cpp", "cpp compile", "cpp part"):
            problems.append((block.line - 1, f"`{block.info}` is not cpp, cpp compile or cpp part"))
        if not words or words[0] != "cpp":
            continue
        line = line or block.line
        code += f'#line {block.line} "{page}"\n{block.text}'
        if block.info != "cpp part":
            made.append(Program(line, code, block.info == "cpp"))
            line, code = None, ""
    if code:
        made.append(Program(line, code, True))
    return made, problems


# --- the output of programs


def comments(code):
    """The texts of its `//` comments."""
    return [found["comment"].rstrip() for found in TOKEN.finditer(code) if found["comment"] is not None]


def says(comment, printed):
    return comment == printed or (comment.endswith("...") and printed.startswith(comment[:-3].rstrip()))


def not_in_comments(code, output):
    """The printed lines that are in no comment, each with the comment after which it is missing, or None."""
    expected = comments(code)
    at, last = 0, None
    for printed in output.split("\n"):
        printed = printed.rstrip()
        if not printed:
            continue
        found = next((i for i in range(at, len(expected)) if says(expected[i], printed)), None)
        if found is None:
            yield printed, last
        else:
            at, last = found + 1, expected[found]


def failures(program, source, compiler, run, archives=()):
    """The errors of compiling it, and of running it if requested: a list of lines."""
    source.write_text(program.code, encoding="utf-8")
    binary = source.with_suffix("")
    run = run and program.runs
    action = ["-o", binary, source, *archives, "-lboost_json"] if run else ["-fsyntax-only", source]
    if subprocess.run([*compiler, *action], check=False).returncode != 0:
        return ["does not compile"]
    if not run:
        return []
    try:
        # Standard output is not buffered, so that both streams arrive in the order of printing.
        done = subprocess.run(["stdbuf", "-o0", binary], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
                              timeout=SECONDS_PER_PROGRAM, encoding="utf-8", errors="replace", cwd=source.parent)
    except subprocess.TimeoutExpired:
        return [f"does not end in {SECONDS_PER_PROGRAM} s"]
    wrong = [] if done.returncode == 0 else [f"returns {done.returncode}"]
    for printed, last in not_in_comments(program.code, done.stdout):
        wrong.append(f"prints a line that no comment says{f', after `{last}`' if last is not None else ''}:\n    {printed}")
    return wrong


# --- the text


def headings(prose):
    """The anchors that GitHub makes of headings, and those of HTML."""
    anchors, seen = set(re.findall(r'<a (?:id|name)="([^"]+)"', prose)), {}
    for text in re.findall(r"^#{1,6}\s+(.*?)(?:\s+#+)?\s*$", prose, re.MULTILINE):
        text = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", text)
        text = re.sub(r"</?\w[^>]*>(?=[^`]*(?:`[^`]*`[^`]*)*$)", "", text)
        anchor = re.sub(r"[^\w\- ]", "", text.lower()).replace(" ", "-")
        count = seen.get(anchor, 0)
        seen[anchor] = count + 1
        anchors.add(f"{anchor}-{count}" if count else anchor)
    return anchors


def without_code(prose):
    """Spans of code hold no links."""
    return re.sub(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", lambda found: re.sub(r"[^\n]", " ", found[0]), prose, flags=re.DOTALL)


def broken_links(page, prose, root):
    """(line, problem) of each link to a missing file or heading."""
    text = without_code(prose)
    for found in LINK.finditer(text):
        target = found[1] or found[2] or found[3]
        line = text.count("\n", 0, found.start()) + 1
        if EXTERNAL.match(target) or target.startswith("//"):
            continue
        path, _, anchor = target.partition("#")
        file = (page.parent / path).resolve() if path else page.resolve()
        if not file.is_relative_to(root):
            yield line, f"{target}: outside of the repository"
        elif not file.exists():
            yield line, f"{target}: no such file"
        elif anchor and file.suffix != ".md":
            if not re.fullmatch(r"L\d+(-L\d+)?", anchor):
                yield line, f"{target}: only pages have headings"
        elif anchor and anchor not in headings(split(file.read_text(encoding="utf-8"))[0]):
            yield line, f"{target}: no such heading"


def tests_not_found(prose):
    """(line, problem) of each missing test that a table names."""
    sources = None
    for row in re.finditer(r"\|((?: ?`\w+\.\w+`,?)+) \|$", prose, re.MULTILINE):
        for suite, name in re.findall(r"`(\w+)\.(\w+)`", row[1]):
            if name in FILES:
                continue
            if sources is None:
                files = Path(__file__).parent.rglob("*.cpp")
                sources = "".join(file.read_text(encoding="utf-8") for file in files)
            if not re.search(rf"\({suite}, {name}[,)]", sources):
                yield prose.count("\n", 0, row.start()) + 1, f"no test {suite}.{name}"


def problems_of_text(page, root):
    """The programs of a page, and (line, problem) of all that its text alone shows."""
    prose, blocks, problems = split(page.read_text(encoding="utf-8"))
    made, more = programs(page, blocks)
    problems += more
    for block in blocks:
        for found in re.finditer(r"\bdetail::" if block.info.startswith("cpp") else r"(?!)", block.text):
            line = block.line + block.text.count("\n", 0, found.start())
            problems.append((line, "uses a name of a namespace detail, which is not public"))
    problems += broken_links(page, prose, root)
    problems += tests_not_found(prose)
    return made, problems


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--run", action="store_true")
    parser.add_argument("--text", action="store_true")
    parser.add_argument("--link", type=Path, action="append", default=[])
    parser.add_argument("--root", type=Path, default=ROOT)
    parser.add_argument("-j", type=int, default=len(os.sched_getaffinity(0)))
    options, words = parser.parse_known_args()
    # The pages come first: a compiler, or a flag, has no name that ends with .md.
    count = next((i for i, word in enumerate(words) if not word.endswith(".md")), len(words))
    pages, compiler = [Path(word) for word in words[:count]], words[count:]
    if not pages or bool(compiler) == options.text:
        parser.error("pages, then a compiler; with --text, pages only")

    failed, found = 0, []
    for page in pages:
        made, problems = problems_of_text(page, options.root.resolve())
        found += [(page, program) for program in made]
        for line, problem in sorted(problems):
            print(f"{page}:{line}: {problem}")
        failed += len(problems)

    if not options.text:
        with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(options.j) as threads:
            def check(numbered):
                number, (_, program) = numbered
                return failures(program, Path(folder, f"block_{number}.cpp"), compiler, options.run, options.link)

            for (page, program), wrong in zip(found, threads.map(check, enumerate(found))):
                for problem in wrong:
                    print(f"{page}:{program.line}: {problem}")
                failed += bool(wrong)
    print(f"{len(pages)} pages, {len(found)} programs, {failed} failures")
    sys.exit(failed != 0)


if __name__ == "__main__":
    main()
