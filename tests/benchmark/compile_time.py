#!/usr/bin/env python3
"""Measures the cost of including outlay: template instantiations, and seconds and memory of compiling small probes.

    compile_time.py [--runs 5] [flags...]                 prints a table, and what a further struct costs; without
                                                          clang++-19 no instantiations
    compile_time.py --update PAGE [flags...]              writes the table of PAGE, examples/guide/costs.md, anew
    compile_time.py --check PAGE [flags...]               fails if instantiations are not what PAGE says

The flags are added to each compilation, so that -O2 among them overrides the level of every probe. Probes are compiled
in turn, round after round, so that a busy moment of the machine does not fall on one of them; the least is printed.
Seconds are those of the user. All but --check needs the header of nlohmann/json.

Instantiations depend only on the headers and the compiler, and so can be checked. Where clang, the standard library or
Boost are others than PAGE names, --check reports that and passes; with --require, or CI=true, it fails.
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from compile_probes import FURTHER, INCLUDE, MORE, ONE, TABLE, TWO

# The targets of g++ -O2, for a further struct of 20 members.
MOST_SECONDS = 0.3

# Bounds on instantiations: above the table, and below it before the table is out of date.
MOST_ABOVE, MOST_BELOW = 0.05, 0.20

BLOCK = re.compile(r"(?<=<!-- compile_time.py --update -->\n).*?(?=<!-- /compile_time.py -->\n)", re.DOTALL)
ROW = re.compile(r"^\| (.+?) \| ([\d,]+) \| ", re.MULTILINE)


class Cost(NamedTuple):
    seconds: float
    megabytes: float


def compile_once(command):
    """The cost of one compilation, with all processes that the compiler driver starts."""
    process = subprocess.Popen(command)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit("failed: " + " ".join(command))
    # Not ru_stime: the time of the system for files and memory depends on other processes.
    # ru_maxrss is in KiB on Linux, in bytes on macOS.
    return Cost(usage.ru_utime, usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1 << 20))


def costs(probes, compiler, flags, runs):
    """The least cost of each probe, or of each further struct that it has, by its title."""
    seen = {probe.title: [] for probe in probes}
    with tempfile.TemporaryDirectory() as folder:
        source, output = Path(folder, "probe.cpp"), Path(folder, "probe.o")
        for _ in range(runs):
            for probe in probes:
                source.write_text(probe.text, encoding="utf-8")
                command = [compiler, "-std=c++20", f"-I{INCLUDE}", *probe.flags, *flags, "-c", source, "-o", output]
                seen[probe.title].append(compile_once([str(word) for word in command]))
    least = {title: Cost(*map(min, zip(*of_probe))) for title, of_probe in seen.items()}
    for probe in probes:
        if probe.less:
            pairs = zip(least[probe.title], least[probe.less])
            least[probe.title] = Cost(*((all_structs - less) / FURTHER for all_structs, less in pairs))
    return least


def instantiations(probe, clang, flags):
    """The number of instantiated classes and functions, as events of -ftime-trace: -print-stats counts declarations, also
    those never instantiated. No code is generated, which takes time and instantiates nothing."""
    with tempfile.TemporaryDirectory() as folder:
        source, trace = Path(folder, "probe.cpp"), Path(folder, "trace.json")
        source.write_text(probe.text, encoding="utf-8")
        command = [clang, "-std=c++20", f"-I{INCLUDE}", *probe.flags, *flags, "-fsyntax-only", source]
        for option in (f"-ftime-trace={trace}", "-ftime-trace-granularity=0"):
            command += ["-Xclang", option]
        subprocess.run(command, check=True)
        events = trace.read_bytes()
    return events.count(b'"name":"InstantiateClass"') + events.count(b'"name":"InstantiateFunction"')


def counts_of(probes, clang, flags):
    """The instantiations of each probe that is counted, or of each further struct that it has, by its title."""
    counted = [probe for probe in probes if probe.counted]
    # The numbers do not depend on what else runs.
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        counts = dict(zip((probe.title for probe in counted), pool.map(lambda p: instantiations(p, clang, flags), counted)))
    for probe in counted:
        if probe.less:
            counts[probe.title] = round((counts[probe.title] - counts[probe.less]) / FURTHER)
    return counts


def versions(clang, flags):
    """The versions that instantiations depend on, besides the headers of outlay."""
    macros = subprocess.run([clang, *flags, "-std=c++20", "-E", "-dM", "-x", "c++", "-"], check=True, text=True,
                            stdout=subprocess.PIPE, input="#include <boost/version.hpp>\n#include <version>\n").stdout
    recorded = dict(re.findall(r'^#define (\w+) "?(\w+)', macros, re.MULTILINE))
    library = f"libstdc++ {recorded['_GLIBCXX_RELEASE']}" if "_GLIBCXX_RELEASE" in recorded else "another standard library"
    return f"clang {recorded.get('__clang_major__', '?')}, {library}, Boost {recorded['BOOST_LIB_VERSION'].replace('_', '.')}"


def figures(probe, counts, cost):
    """Instantiations, seconds and their ratio, as they are printed. A single struct costs little, and needs a digit
    more."""
    digits = 3 if probe.less else 2
    seconds = cost[probe.title].seconds
    count = f"{counts[probe.title]:,}" if probe.title in counts else "-"
    ratio = f"{seconds / cost[probe.beside].seconds:.{digits}f}" if probe.beside else ""
    return count, f"{seconds:.{digits}f}", ratio


def table(counts, cost, where, compiler, runs):
    """The text between the marks of a page."""
    rows = ""
    for probe in TABLE:
        count, seconds, ratio = figures(probe, counts, cost)
        rows += f"| {probe.title} | {count} | {seconds} | {ratio or 1} |\n"
    return ("| at -O0 | instantiations | seconds | ratio |\n|---|---|---|---|\n" + rows +
            f"\nInstantiations of {where}; user seconds of {compiler}, the least of {runs} runs.\n")


def breaches(block, counts):
    """The errors of the table, a line each."""
    written = {title: int(count.replace(",", "")) for title, count in ROW.findall(block)}
    for title in written.keys() - counts.keys():
        yield f"{title}: a row that is no probe"
    for title, now in counts.items():
        if title not in written:
            yield f"{title}: no row"
            continue
        recorded = written[title]
        if not recorded * (1 - MOST_BELOW) <= now <= recorded * (1 + MOST_ABOVE):
            why = "too many" if now > recorded else "the table is out of date"
            yield f"{title}: from {recorded:,} to {now:,} instantiations, {now / recorded - 1:+.1%}: {why}"


def check(block, clang, flags, require):
    """Whether the instantiations are what the table says, or can't be compared."""
    where = versions(clang, flags)
    recorded = re.search(r"^Instantiations of (.*?);", block, re.MULTILINE)
    if not recorded or recorded[1] != where:
        print(f"not compared: this is {where}; the table is of {recorded[1] if recorded else 'nothing that it names'}")
        return not require
    wrong = list(breaches(block, counts_of(TABLE, clang, flags)))
    for line in wrong:
        print(line)
    if wrong:
        print("If that is how it should be: tests/benchmark/compile_time.py --update examples/guide/costs.md")
    return not wrong


def print_all(counts, cost, where, compiler, runs):
    def row(*words):
        print("{:<72} {:>14} {:>8} {:>6} {:>8}".format(*words).rstrip())

    print(f"instantiations of {where}; user seconds and MB of {compiler}, the least of {runs} runs\n")
    row("", "instantiations", "seconds", "MB", "ratio")
    for probe in TABLE + MORE:
        count, seconds, ratio = figures(probe, counts, cost)
        row(probe.title.replace("`", ""), count, seconds, round(cost[probe.title].megabytes), ratio)
    more = Cost(*(two - one for one, two in zip(cost[ONE], cost[TWO])))
    met = "met" if more.seconds <= MOST_SECONDS else "MISSED"
    row("the second struct alone", "", f"{more.seconds:.2f}", round(more.megabytes), "")
    print(f"target: the second struct alone in at most {MOST_SECONDS} s: {met}")


def measure(probes, arguments, flags):
    """The output of table and print_all without the probes."""
    counts, where = {}, f"{arguments.clang}, which is not here"
    if arguments.update or shutil.which(arguments.clang):
        counts = counts_of(probes, arguments.clang, flags)
        where = versions(arguments.clang, flags)
    version = subprocess.run([arguments.compiler, "-dumpversion"], check=True, text=True, stdout=subprocess.PIPE).stdout
    return (counts, costs(probes, arguments.compiler, flags, arguments.runs), where,
            f"{Path(arguments.compiler).name} {version.strip()}", arguments.runs)


def main(words=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--compiler", default="g++", help="whose seconds are measured")
    parser.add_argument("--clang", default="clang++-19", help="whose instantiations are counted")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--require", action="store_true", default=os.environ.get("CI") == "true")
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--update", type=Path, metavar="PAGE")
    mode.add_argument("--check", type=Path, metavar="PAGE")
    arguments, flags = parser.parse_known_args(words)

    page = arguments.update or arguments.check
    if not page:
        print_all(*measure(TABLE + MORE, arguments, flags))
        return 0
    text = page.read_text(encoding="utf-8")
    block = BLOCK.search(text)
    if not block:
        sys.exit(f"{page}: no table between marks")
    if arguments.check:
        return 0 if check(block[0], arguments.clang, flags, arguments.require) else 1
    new = table(*measure(TABLE, arguments, flags))
    page.write_text(text[: block.start()] + new + text[block.end():], encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
