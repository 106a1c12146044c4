#!/usr/bin/env python3
"""Coverage of include/ by the runtime tests: runs them (preset coverage), prints lines and branches of each folder, and
lists what is not covered.

    coverage.py [--build build/coverage] [--lines 99] [--branches 92]

The counters are clang's, of the source: a branch is one outcome of one condition, exceptions are none, and the
instantiations of a template count together. Conditions that the compiler decides (`if constexpr`, constants) do not
count, nor do those of assertions. What is not covered is in coverage_reasons.txt with the reason, or is listed as
without one. Fails below --lines or --branches percent, and for a reason whose line is covered or gone. Needs
llvm-profdata and llvm-cov of clang 19 (Debian: llvm-19).
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
NO_BRANCH = re.compile(r"\bOUTLAY_ASSERT\(")


def line_counts(segments):
    """{line: how often it ran} of the segments of a file, as llvm-cov makes them: line, column, count, has a count,
    begins a region, is a gap. A line ran as often as the region that it is in, or the most of those that begin in it."""
    by_line = defaultdict(list)
    for segment in segments:
        by_line[segment[0]].append(segment)
    counts, around = {}, None
    for line in range(min(by_line, default=1), max(by_line, default=0) + 1):
        here = by_line.get(line, [])
        begun = [s[2] for s in here if s[3] and s[4] and not s[5]]
        is_skipped = here and not here[0][3] and here[0][4]
        if not is_skipped and (begun or (around and around[3])):
            outer = around[2] if around and around[3] else 0
            counts[line] = max([outer, *begun])
        if here:
            around = here[-1]
    return counts


def count_at(segments, line, column):
    """How often the code at a place ran."""
    count = 0
    for segment in segments:
        if (segment[0], segment[1]) > (line, column):
            break
        count = segment[2] if segment[3] else 0
    return count


def branch_counts(branches, segments, lines):
    """{(line, column, end line, end column): [times true, times false]}, of all instantiations together."""
    sums = defaultdict(lambda: [0, 0])
    for branch in branches:
        place = tuple(branch[:4])
        sums[place][0] += branch[4]
        sums[place][1] += branch[5]
    kept = {}
    for place, (true, false) in sorted(sums.items()):
        is_decided = true == 0 and false == 0 and count_at(segments, *place[:2]) > 0
        if not is_decided and not NO_BRANCH.search(lines[place[0] - 1]):
            kept[place] = [true, false]
    return kept


def text_at(lines, place):
    line, column, end_line, end_column = place
    if line == end_line:
        return lines[line - 1][column - 1 : end_column - 1]
    return lines[line - 1][column - 1 :].strip() + " ..."


class Header:
    def __init__(self, name, lines, data):
        self.name, self.lines = name, lines
        self.counts = line_counts(data["segments"])
        self.branches = branch_counts(data.get("branches", []), data["segments"], lines)

    def figures(self):
        """Lines that ran, lines, outcomes that came, outcomes."""
        outcomes = [count for both in self.branches.values() for count in both]
        return [sum(c > 0 for c in self.counts.values()), len(self.counts), sum(c > 0 for c in outcomes), len(outcomes)]

    def uncovered(self):
        """Pairs of a line number and what is missing there; of lines in a row that did not run, each."""
        found = [(line, "does not run") for line, count in self.counts.items() if count == 0]
        silent = {line for line, _ in found}
        for place, both in self.branches.items():
            if place[0] in silent:
                continue
            for outcome, count in zip(("true", "false"), both):
                if count == 0:
                    found.append((place[0], f"`{text_at(self.lines, place)}` is never {outcome}"))
        return sorted(found)


class Reasons:
    """The file of reasons: `<header>: <reason>`, and below it, indented, the lines it is about. `#` starts a comment."""

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
    command = [program, "--gtest_brief=1"]
    subprocess.run(command, env=os.environ | {"LLVM_PROFILE_FILE": str(raw)}, check=True, stdout=sys.stderr, cwd=build)
    subprocess.run(["llvm-profdata-19", "merge", "-sparse", raw, "-o", profile], check=True)
    return program, profile


def headers_of(program, profile):
    """Of the files that the program was compiled of, those of include/."""
    command = [
        "llvm-cov-19", "export", program, f"-instr-profile={profile}", "--skip-functions", "--skip-expansions",
        "--ignore-filename-regex=/tests/|^/usr/",
    ]  # fmt: skip
    exported = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    include = str(ROOT / "include/outlay") + "/"
    return [
        Header(name, (ROOT / "include/outlay" / name).read_text(encoding="latin-1").splitlines(), data)
        for data in exported["data"][0]["files"]
        if data["filename"].startswith(include)
        for name in [data["filename"].removeprefix(include)]
    ]


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
