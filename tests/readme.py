#!/usr/bin/env python3
"""Compiles every C++ block of a Markdown file, each a program of its own, so that what users copy is what works.

    readme.py README.md COMPILER [flags...]
"""
import re
import subprocess
import sys
import tempfile


def main():
    path, *compiler = sys.argv[1:]
    with open(path, encoding="utf-8") as file:
        text = file.read()
    blocks = [(text.count("\n", 0, found.start(1)) + 1, found[1])
              for found in re.finditer(r"^```cpp\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)]
    if not blocks:
        sys.exit(f"{path}: no C++ block found")
    failed = 0
    for line, code in blocks:
        with tempfile.NamedTemporaryFile("w", suffix=".cpp", encoding="utf-8") as source:
            source.write(f'#line {line} "{path}"\n{code}')
            source.flush()
            failed += subprocess.run([*compiler, "-fsyntax-only", source.name], check=False).returncode != 0
    print(f"{len(blocks) - failed} passed, {failed} failed")
    sys.exit(failed != 0)


if __name__ == "__main__":
    main()
