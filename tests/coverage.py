#!/usr/bin/env python3
"""Coverage of include/ by the runtime tests: runs them (preset coverage), prints lines and branches of each folder, and
lists what is not covered.

    coverage.py [--build build/coverage] [--lines 99] [--branches 92]

The counters are clang's, of the source: a branch is one outcome of one condition, exceptions are none, and the
instantiations of a template count together. Not counted are conditions that the compiler decides (`if constexpr`,
constants) or writes (`= default`), those of assertions, values of enumerations beyond the cases of a switch, and
constexpr functions of which the program has no code, since only constant expressions call them. What is not covered is in coverage_reasons.txt with the reason, or is listed as without one.
Fails below --lines or --branches percent, and for a reason whose line is covered or gone. Needs llvm-profdata and
llvm-cov of clang 19 (Debian: llvm-19).
"""

import argparse
import json
import os
import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
NO_BRANCH = re.compile(r"\b(?:OUTLAY|BOOST)_ASSERT\(|\) = default;|\bswitch \(")


CODE, BRANCH, MCDC_BRANCH = 0, 4, 6  # kinds of regions


def line_counts(regions):
    """{line: how often it ran} of the code of a function: regions with line, column, end line, end column, count, the
    outer before the inner. A line ran as often as what it begins in, or the most of what begins in it."""
    begun, inside = {}, {}
    for line, column, end_line, _, count in regions:
        begun[line] = max(begun.get(line, 0), count)
        for inner in range(line + 1, end_line + 1):
            inside[inner] = count
    return {line: max(begun.get(line, 0), inside.get(line, 0)) for line in {*begun, *inside}}


def count_at(regions, line, column):
    """How often the code at a place ran: that of the innermost region."""
    count = 0
    for begin_line, begin_column, end_line, end_column, times in regions:
        if (begin_line, begin_column) <= (line, column) < (end_line, end_column):
            count = times
    return count


def is_decided(branch, regions):
    """Whether the compiler has decided a condition: it is in code that ran, and had no outcome."""
    return branch[4] == 0 and branch[5] == 0 and count_at(regions, branch[0], branch[1]) > 0


def runs_in_the_compiler(lines, line, column):
    """Whether the function whose body begins here is one that a constant expression may call."""
    before = " ".join([*lines[max(0, line - 12) : line - 1], lines[line - 1][: column - 1]])
    declaration = re.split(r"[;}](?!\s*[,)])|\bpublic:|\bprivate:", re.sub(r"//\S.*?(?=  )", "", before))[-1]
    return re.search(r"\bconst(?:expr|eval)\b", declaration) is not None


def text_at(lines, place):
    line, column, end_line, end_column = place
    if line == end_line:
        return lines[line - 1][column - 1 : end_column - 1]
    return lines[line - 1][column - 1 :].strip() + " ..."


class Header:
    """Lines and branches of a header, of all instantiations of its functions together."""

    def __init__(self, name, lines):
        self.name, self.lines = name, lines
        self.counts, self.branches = {}, {}

    def add(self, regions, branches, is_emitted):
        """A function: its code and its conditions. One that no program has is no part of a program, if a constant
        expression may call it; else it is one that nothing calls."""
        regions = sorted(regions, key=lambda r: (r[0], r[1], -r[2], -r[3]))
        line, column = regions[0][:2]
        if not is_emitted and runs_in_the_compiler(self.lines, line, column):
            return
        if self.lines[line - 1].lstrip().startswith("BOOST_"):
            return  # functions that are declared for their types, or of a library's macro
        for line, count in line_counts(regions).items():
            self.counts[line] = max(self.counts.get(line, 0), count)
        for branch in branches:
            if not is_decided(branch, regions) and not NO_BRANCH.search(self.lines[branch[0] - 1]):
                sums = self.branches.setdefault(tuple(branch[:4]), [0, 0])
                sums[0] += branch[4]
                sums[1] += branch[5]

    def figures(self):
        """Lines that ran, lines, outcomes that came, outcomes."""
        outcomes = [count for both in self.branches.values() for count in both]
        return [sum(c > 0 for c in self.counts.values()), len(self.counts), sum(c > 0 for c in outcomes), len(outcomes)]

    def uncovered(self):
        """Pairs of a line number and what is missing there; of lines in a row that did not run, each."""
        found = [(line, "does not run") for line, count in self.counts.items() if count == 0]
        silent = {line for line, _ in found}
        for place, both in sorted(self.branches.items()):
            if place[0] in silent:
                continue
            for outcome, count in zip(("true", "false"), both):
                if count == 0:
                    found.append((place[0], f"`{text_at(self.lines, place)}` is never {outcome}"))
        return sorted(found)


class Reasons:
    """The file of reasons: `<header>: <reason>`, and below it, indented, the lines that it is for; `#` is a comment."""

    def __init__(self, text):
        self.reasons, self.used = {}, set()
        header = reason = None
        for line in text.splitlines():
            if not line.strip() or line.startswith("#"):
                continue
            if not line.startswith(" "):
                header, separator, reason = line.partition(": ")
                if not separator:
                    raise ValueError(f"not `<header>: <reason>`: {line}")
            else:
                self.reasons[header, line.strip()] = reason

    def has(self, header, line):
        key = (header, line.strip())
        if key in self.reasons:
            self.used.add(key)
        return key in self.reasons

    def unused(self):
        return [key for key in self.reasons if key not in self.used]


def percent(part, whole):
    return 100 * part / whole if whole else 100.0


def run_tests(build):
    """The profile of a run of all tests."""
    program, raw, profile = build / "tests/outlay_tests", build / "outlay.profraw", build / "outlay.profdata"
    # Tests that measure how times grow are no use here, and cover nothing that others do not.
    command = [program, "--gtest_brief=1", "--gtest_filter=-growth.*:*takes_a_time_linear*"]
    # Tests of properties try the same values each time, so that the figures are those of the source.
    environment = os.environ | {"LLVM_PROFILE_FILE": str(raw), "RC_PARAMS": "seed=1"}
    # A test that fails has run its lines, too; other presets are there to fail.
    subprocess.run(command, env=environment, check=False, stdout=sys.stderr, cwd=build)
    subprocess.run(["llvm-profdata-19", "merge", raw, "-o", profile], check=True)
    return program, profile


def functions_with_code(shown):
    """Of what llvm-profdata shows: the functions that the program has. The others are in headers only."""
    return {name for name, of in re.findall(r"^  (\S.*):\n    Hash: 0x(\w+)$", shown, re.MULTILINE) if int(of, 16) != 0}


def read_headers(exported, with_code, include):
    """The headers of a folder, by an export of llvm-cov. Only what is written in a header counts, not what is in
    macros that it uses."""
    headers = {}
    for function in exported["data"][0]["functions"]:
        name = function["filenames"][0].removeprefix(f"{include}/")
        if name == function["filenames"][0]:
            continue
        if name not in headers:
            headers[name] = Header(name, (include / name).read_text(encoding="latin-1").splitlines())
        regions = [r[:5] for r in function["regions"] if r[7] == CODE and r[5] == 0]
        branches = [b for b in function.get("branches", []) if b[8] in (BRANCH, MCDC_BRANCH) and b[6] == 0]
        if regions:
            headers[name].add(regions, branches, function["name"] in with_code)
    return [headers[name] for name in sorted(headers)]


def headers_of(program, profile):
    export = ["llvm-cov-19", "export", program, f"-instr-profile={profile}", "--skip-expansions"]
    exported = subprocess.run(export, check=True, capture_output=True).stdout
    show = ["llvm-profdata-19", "show", "--all-functions", profile]
    shown = subprocess.run(show, check=True, capture_output=True, text=True).stdout
    return read_headers(json.loads(exported), functions_with_code(shown), ROOT / "include/outlay")


def report(headers, reasons):
    """Prints the table and the list. Returns percent of lines, percent of branches, and the reasons that are unused."""
    folders = defaultdict(lambda: [0, 0, 0, 0])
    without = explained = 0
    for header in headers:
        for name in (header.name.split("/")[0], "all"):
            folders[name] = [a + b for a, b in zip(folders[name], header.figures())]
        for line, missing in header.uncovered():
            text = header.lines[line - 1]
            if reasons.has(header.name, text):
                explained += 1
                continue
            without += 1
            print(f"{header.name}:{line}: {missing}\n    {text.strip()}")
    print(f"{'':12}{'lines':>8}{'ran':>8}{'branches':>10}{'taken':>8}")
    for name, (ran, lines, taken, branches) in sorted(folders.items(), key=lambda f: (f[0] == "all", f[0])):
        print(f"{name:12}{lines:8}{percent(ran, lines):7.2f}%{branches:10}{percent(taken, branches):7.2f}%")
    print(f"not covered: {explained} with a reason, {without} without")
    ran, lines, taken, branches = folders["all"]
    return percent(ran, lines), percent(taken, branches), reasons.unused()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, default=ROOT / "build/coverage")
    parser.add_argument("--lines", type=float, default=99)
    parser.add_argument("--branches", type=float, default=92)
    options = parser.parse_args()
    reasons = Reasons((HERE / "coverage_reasons.txt").read_text(encoding="utf-8"))
    lines, branches, unused = report(headers_of(*run_tests(options.build)), reasons)
    for header, line in unused:
        print(f"coverage_reasons.txt: covered, or gone: {header}\n    {line}")
    return 1 if unused or lines < options.lines or branches < options.branches else 0


if __name__ == "__main__":
    sys.exit(main())
