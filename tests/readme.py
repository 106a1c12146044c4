#!/usr/bin/env python3
"""Compiles every C++ block of a Markdown file, each a program of its own, and runs it, so that what users copy works.

    readme.py README.md COMPILER [flags...]           compiles only
    readme.py --run README.md COMPILER [flags...]     also links, with -lboost_json, and runs; each has to return 0

What needs a network, or fails to show how, is only compiled: its block starts with ```cpp compile. A block that starts
with ```cpp part is the beginning of the program of the block after it. A test that a table names in its last column, as
`suite.name`, must be there, too.
"""
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path


def passes(block, source, compiler, run):
    """Compiles a program, and runs it if asked to."""
    source.write_text(block, encoding="utf-8")
    program = source.with_suffix("")
    action = ["-o", program, source, "-lboost_json"] if run else ["-fsyntax-only", source]
    if subprocess.run([*compiler, *action], check=False).returncode != 0:
        return False
    return not run or subprocess.run([program], stdout=subprocess.DEVNULL, timeout=60, check=False).returncode == 0


def tests_not_found(text):
    """Those which tables name."""
    sources = "".join(file.read_text(encoding="utf-8") for file in Path(__file__).parent.glob("*/*_test.cpp"))
    for suite, name in re.findall(r"`(\w+)\.(\w+)` \|$", text, re.MULTILINE):
        if not re.search(rf"\({suite}, {name}[,)]", sources):
            yield f"{suite}.{name}"


def programs(path, text):
    """The line, the text and the kind, which is `compile` or empty, of each program; a last part without a block is one."""
    line, parts = None, []
    for found in re.finditer(r"^```cpp( compile| part)?\n(.*?)^```$", text, re.DOTALL | re.MULTILINE):
        kind = (found[1] or "").strip()
        begins = text.count("\n", 0, found.start(2)) + 1
        line = line or begins
        parts.append(f'#line {begins} "{path}"\n{found[2]}')
        if kind != "part":
            yield line, "".join(parts), kind
            line, parts = None, []
    if parts:
        yield line, "".join(parts), ""


def main():
    run = sys.argv[1] == "--run"
    path, *compiler = sys.argv[2 if run else 1:]
    text = Path(path).read_text(encoding="utf-8")
    blocks = [(line, code, run and not kind) for line, code, kind in programs(path, text)]
    if not blocks:
        sys.exit(f"{path}: no C++ block found")
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(os.cpu_count()) as threads:
        def check(block):
            line, code, runs = block
            return passes(code, Path(folder, f"block_{line}.cpp"), compiler, runs)

        failed = 0
        for (line, _, _), passed in zip(blocks, threads.map(check, blocks)):
            if not passed:
                print(f"{path}:{line}: failed")
                failed += 1
    for name in tests_not_found(text):
        print(f"{path}: no test {name}")
        failed += 1
    print(f"{len(blocks)} programs, {failed} failed")
    sys.exit(failed != 0)


if __name__ == "__main__":
    main()
