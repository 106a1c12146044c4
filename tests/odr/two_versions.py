#!/usr/bin/env python3
"""Links two versions of outlay into one program: each file calls the version that it was compiled with.

    two_versions.py SOURCE INCLUDE COMPILER FLAG...
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

OTHER = "v0_0_99"
# A difference that a program sees: the name of a currency.
HERE, THERE = "US Dollar", "Dollar of another version"
MAIN = """#include <iostream>
#include <string>
#include <string_view>
std::string here(std::string_view);
std::string there(std::string_view);
int main() { std::cout << here("USD") << '\\n' << there("USD") << '\\n'; }
"""


def version_namespace(include):
    (name,) = set(re.findall(r"^namespace outlay::inline (\w+)", (include / "outlay/value/money.hpp").read_text(), re.M))
    return name


def changed_copy(include, to, namespace):
    """A tree that differs in the name of a currency, with this namespace as its version."""
    shutil.copytree(include, to)
    for header in to.rglob("*.hpp"):
        text = header.read_text(encoding="utf-8")
        text = text.replace(version_namespace(include), namespace).replace(f'"{HERE}"', f'"{THERE}"')
        header.write_text(text, encoding="utf-8")


class Program:
    def __init__(self, folder, source, command):
        self.folder = folder
        self.source = source
        self.command = [*command, "-O0"]  # a function that is inlined is not chosen by the linker

    def compile(self, name, include, *macros):
        output = self.folder / f"{name}.o"
        subprocess.run([*self.command, f"-I{include}", *macros, "-c", self.source, "-o", output], check=True)
        return output

    def link(self, *objects):
        program = self.folder / "program"
        return program, subprocess.run([*self.command, *objects, "-o", program], capture_output=True, text=True, check=False)

    def lines(self, *objects):
        program, linked = self.link(*objects)
        if linked.returncode != 0:
            return linked.stderr.splitlines()
        return subprocess.run([program], capture_output=True, text=True, check=True).stdout.splitlines()


def check(folder, source, include, command):
    """The failures."""
    changed_copy(include, folder / "other", OTHER)
    changed_copy(include, folder / "same", version_namespace(include))
    program = Program(folder, source, command)
    (folder / "main.cpp").write_text(MAIN, encoding="utf-8")
    main = folder / "main.o"
    subprocess.run([*command, "-c", folder / "main.cpp", "-o", main], check=True)
    here = program.compile("here", include, "-DNAME=here", "-DCALLS")
    there = program.compile("there", folder / "other", "-DNAME=there", "-DCALLED")
    quiet_here = program.compile("quiet_here", include, "-DNAME=here")
    quiet_there = program.compile("quiet_there", folder / "other", "-DNAME=there")
    mixed = program.compile("mixed", folder / "same", "-DNAME=there")

    said = program.lines(main, quiet_here, quiet_there)
    if said != [HERE, THERE]:
        yield f"two versions in one program say {said}"
    # This test can fail: without a namespace of its own, a version gets the functions that the linker saw first.
    said = program.lines(main, quiet_here, mixed)
    if said != [HERE, HERE]:
        yield f"two versions with one namespace are not mixed: {said}"
    _, linked = program.link(main, here, there)
    wanted = f"twice(outlay::{version_namespace(include)}::decimal const&)"
    if linked.returncode == 0 or wanted not in linked.stderr:
        yield f"a decimal that goes from one version to the other: the linker does not miss {wanted}: {linked.stderr}"


def main():
    source, include, *command = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        wrong = list(check(Path(folder), source, Path(include), command))
    for text in wrong:
        print(text)
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
