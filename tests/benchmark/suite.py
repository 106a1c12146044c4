#!/usr/bin/env python3
"""Runs outlay_benchmark and makes tables of its figures: outlay beside the libraries that are on this machine.

    suite.py PROGRAM [--valgrind valgrind] [words...]       prints the tables, and whether the targets are met; with
                                                            words, only groups whose names have one of them, such as
                                                            usage/pretty
    suite.py PROGRAM --update PAGE --valgrind valgrind      writes the tables of PAGE, examples/guide/costs.md, anew
    suite.py --check PAGE                                   fails if the rows in PAGE are not those made here

Times are of one run in which all rows of a payload take turns: the least of many short windows, and the median. Ratios
are of leasts, to the bare parser of the same text. Instructions are counted by callgrind, if --valgrind says where
valgrind is, and need no quiet machine. With --figures FILE, the program's output is read from a file.
"""

import argparse
import re
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

BLOCK = re.compile(r"(?<=<!-- suite.py --update -->\n).*?(?=<!-- /suite.py -->\n)", re.DOTALL)
TITLE = re.compile(r"^\| (.+?) \|", re.MULTILINE)
LEFT_OUT = re.compile(r"^Not measured: (.+)\.$", re.MULTILINE)

# Of each row under callgrind, after one that is not counted.
CALLGRIND_RUNS = 10
COLLECTED = re.compile(r"Collected : (\d+)")


class Row(NamedTuple):
    name: str  # as the program has it
    title: str
    library: str = "outlay"  # without which the row is left out


class Figures(NamedTuple):
    bytes: int  # of JSON
    least: float  # ns of one run
    median: float
    allocations: int
    allocated: int  # bytes


ROWS = (
    Row("bare", "Boost.JSON's parser with an empty handler", "Boost.JSON"),
    Row("decode", "`outlay::decode`"),
    Row("decode_into", "`outlay::decode_into`, the same object", "`decode_into`"),
    Row("chunks", "`outlay::decoder`, chunks of 4 KiB"),
    Row("notice", "`outlay::decode`, one unknown field"),
    Row("wrong_early", "`outlay::decode`, one wrong type in the first item"),
    Row("wrong_late", "`outlay::decode`, one wrong type in the last item"),
    Row("ndjson", "`outlay::ndjson`, an item a line"),
    Row("boost_json_parse", "Boost.JSON, `parse` alone", "Boost.JSON"),
    Row("boost_json_decode", "Boost.JSON, `parse` and by hand", "Boost.JSON"),
    Row("nlohmann_decode", "nlohmann/json, `parse` and by hand", "nlohmann/json"),
    Row("rapidjson_decode", "RapidJSON, `Parse` and by hand", "RapidJSON"),
    Row("simdjson_decode", "simdjson on demand, by hand", "simdjson"),
    Row("reflect_cpp_decode", "reflect-cpp", "reflect-cpp"),
    Row("glaze_decode", "glaze", "glaze"),
    Row("glaze_decode_into", "glaze, the same object", "glaze"),
    Row("validate", "`outlay::validate`"),
    Row("encode", "`outlay::encode`"),
    Row("boost_json_encode", "Boost.JSON, by hand and `serialize`", "Boost.JSON"),
    Row("nlohmann_encode", "nlohmann/json, by hand and `dump`", "nlohmann/json"),
    Row("rapidjson_encode", "RapidJSON, `Writer` by hand", "RapidJSON"),
    Row("reflect_cpp_encode", "reflect-cpp, writing", "reflect-cpp"),
    Row("glaze_encode", "glaze, writing", "glaze"),
)
BY_NAME = {row.name: row for row in ROWS}
LIBRARIES = tuple(dict.fromkeys(row.library for row in ROWS))

PAYLOADS = {
    "usage": "Amazon, usage of 100 campaigns",
    "portfolios": "Amazon, a list of 100 portfolios",
    "budget": "Datadog, a budget of 100 entries",
}
FORMS = ("compact", "pretty", "reversed", "escapes")
USUAL = 100  # items
SIZES = (1, 10, USUAL, 1000, 10_000)  # items
ROWS_OF_SIZES = ("decode", "decode_into", "validate", "encode")

SIZES_HEAD, OTHERS_HEAD = "times the bare parser, by items", "beyond one text"

# Of other subjects: a title for each row of a group.
OTHERS = {
    ("call", "by_hand"): "`encode` of a request for 100 campaigns, `decode` of its pretty reply",
    ("call", "call"): "the same, by a client's call whose transport returns at once",
    ("rules", "60000"): "`validate` of a Datadog budget to be sent, of 60,000 entries",
    ("rules", "120000"): "the same of 120,000 entries",
    ("leftover", "month"): "`leftover_ledger`: 10,000 campaigns, asked and spending on each of 31 days",
}


class Target(NamedTuple):
    group: tuple  # payload, form, items
    row: str
    beside: str
    most: float  # the ratio of the leasts


def usual(payload, form):
    return payload, form, USUAL


OTHER = "-", 0
DECODE = {
    usual("usage", "compact"): 0.90,
    usual("usage", "pretty"): 0.80,
    usual("usage", "reversed"): 1.15,
    usual("portfolios", "compact"): 1.75,
    usual("portfolios", "pretty"): 1.15,
    usual("budget", "compact"): 1.8,
    usual("budget", "pretty"): 1.1,
}
TARGETS = [
    *(Target(group, "decode", "bare", most) for group, most in DECODE.items()),
    *(Target(group, "decode", "glaze_decode", 1.0) for group in DECODE),
    *(Target(usual(payload, "compact"), "decode_into", "glaze_decode_into", 1.0) for payload in PAYLOADS),
    *(Target(usual(payload, "compact"), "notice", "decode", 1.15) for payload in PAYLOADS),
    *(Target(usual(payload, "compact"), wrong, "decode", 2.2)
      for payload in PAYLOADS for wrong in ("wrong_early", "wrong_late")),
    Target(("call", *OTHER), "call", "by_hand", 1.1),
    Target(("rules", *OTHER), "120000", "60000", 2.3),
]


class Run(NamedTuple):
    """What the program has printed."""
    figures: dict  # (payload, form, items) -> row -> Figures
    compiler: str
    versions: dict  # of the libraries, by their names


def parse(text):
    figures, compiler, versions = {}, "", {}
    for line in text.splitlines():
        fields = line.split("\t")
        if fields[0] == "#compiler":
            compiler = fields[1]
        elif fields[0] == "#library":
            versions[fields[1]] = fields[2]
        else:
            payload, form, items, row, *numbers = fields
            if payload in PAYLOADS and row not in BY_NAME or payload not in PAYLOADS and (payload, row) not in OTHERS:
                sys.exit(f"{payload}/{row}: a row without a title in suite.py")
            size, least, median, allocations, allocated = numbers
            figures.setdefault((payload, form, int(items)), {})[row] = Figures(
                int(size), float(least), float(median), int(allocations), int(allocated))
    return Run(figures, compiler, versions)


def instructions(program, valgrind, run):
    """Instructions per byte of JSON, of each row of the compact payloads."""
    counts = {}
    for payload in PAYLOADS:
        for row, seen in run.figures.get(usual(payload, "compact"), {}).items():
            command = [valgrind, "--tool=callgrind", "--callgrind-out-file=/dev/null",
                       "--toggle-collect=outlay_benchmark_runs", program, "--run", f"{payload}/compact/{USUAL}/{row}",
                       str(CALLGRIND_RUNS)]
            done = subprocess.run(command, check=True, text=True, capture_output=True)
            counts[payload, row] = int(COLLECTED.search(done.stderr)[1]) / (CALLGRIND_RUNS * seen.bytes)
    return counts


def left_out(run):
    """The libraries that have no row in this run."""
    seen = {BY_NAME[row].library for group, rows in run.figures.items() if group[0] in PAYLOADS for row in rows}
    return [library for library in LIBRARIES if library not in seen]


def ratio(run, group, row, beside="bare"):
    """Of the least times of two rows of a group; None if one of them is absent."""
    rows = run.figures.get(group, {})
    return rows[row].least / rows[beside].least if row in rows and beside in rows else None


def cell(value, digits=2):
    return "-" if value is None else f"{value:,.{digits}f}"


def line(*cells):
    return "| " + " | ".join(str(each) for each in cells) + " |\n"


def payload_table(run, counts, payload, title):
    """A row for each library; empty if the payload was not measured."""
    compact = run.figures.get(usual(payload, "compact"), {})
    if not compact:
        return ""
    heads = [f"{title}: {compact['bare'].bytes:,} bytes", "us", "median", *FORMS, "instructions a byte", "allocations",
             "of bytes"]
    text = line(*heads) + "|---" * len(heads) + "|\n"
    for row in ROWS:
        seen = compact.get(row.name)
        if seen:
            text += line(row.title, cell(seen.least / 1000), cell(seen.median / 1000),
                         *(cell(ratio(run, usual(payload, form), row.name)) for form in FORMS),
                         cell(counts.get((payload, row.name)), 1), f"{seen.allocations:,}", f"{seen.allocated:,}")
    return text + "\n"


def sizes_table(run):
    heads = [SIZES_HEAD, *(f"{size:,}" for size in SIZES)]
    text = ""
    for payload in PAYLOADS:
        for row in ROWS_OF_SIZES:
            cells = [ratio(run, (payload, "compact", size), row) for size in SIZES]
            if any(cells):
                text += line(f"{BY_NAME[row].title}, {payload}", *map(cell, cells))
    return text and line(*heads) + "|---" * len(heads) + "|\n" + text + "\n"


def others_table(run):
    text = ""
    for (name, row), title in OTHERS.items():
        seen = run.figures.get((name, *OTHER), {}).get(row)
        if seen:
            text += line(title, cell(seen.least / 1000, 1), cell(seen.median / 1000, 1), f"{seen.allocations:,}")
    return text and line(OTHERS_HEAD, "us", "median", "allocations") + "|---|---|---|---|\n" + text + "\n"


def note(run):
    versions = ", ".join(f"{name} {version}" for name, version in run.versions.items())
    absent = left_out(run)
    return (f"Of {run.compiler}, in one run; {versions}.\n" +
            (f"Not measured: {', '.join(absent)}.\n" if absent else ""))


def tables(run, counts):
    """The text between the marks of a page."""
    return ("".join(payload_table(run, counts, payload, title) for payload, title in PAYLOADS.items()) +
            sizes_table(run) + others_table(run) + note(run))


def expected_titles(absent):
    """The first cells of the rows of a page, in order."""
    rows = [row for row in ROWS if row.library not in absent]
    for _ in PAYLOADS:
        yield from (row.title for row in rows)
    for payload in PAYLOADS:
        yield from (f"{row.title}, {payload}" for row in (BY_NAME[name] for name in ROWS_OF_SIZES)
                    if row.library not in absent)
    yield from OTHERS.values()


def breaches(block):
    """What is wrong with the rows of a page, a line each."""
    listed = LEFT_OUT.search(block)
    absent = listed[1].split(", ") if listed else []
    for library in absent:
        if library not in LIBRARIES or library in ("outlay", "Boost.JSON"):
            yield f"{library}: not a library that can be left out"
    heads = (*(f"{title}: " for title in PAYLOADS.values()), SIZES_HEAD, OTHERS_HEAD)
    found = [title for title in TITLE.findall(block) if not title.startswith(heads)]
    expected = list(expected_titles(absent))
    yield from (f"{title}: no row" for title in dict.fromkeys(expected) if title not in found)
    yield from (f"{title}: a row that is not made" for title in dict.fromkeys(found) if title not in expected)
    if sorted(found) == sorted(expected) and found != expected:
        yield "the rows have another order"
    if set(found) == set(expected) and len(found) != len(expected):
        yield "a table is incomplete, or a row is there twice"


def print_targets(run):
    print("Targets, as ratios of the least times:")
    for target in TARGETS:
        found = ratio(run, target.group, target.row, target.beside)
        if found is not None:
            name = "/".join(map(str, target.group))
            met = "met" if found <= target.most else "MISSED"
            print(f"  {name}: {target.row} to {target.beside}: {found:.2f}, at most {target.most}: {met}")


def main(words=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", nargs="?")
    parser.add_argument("groups", nargs="*", metavar="words")
    parser.add_argument("--valgrind", metavar="PROGRAM", help="counts instructions")
    parser.add_argument("--figures", type=Path, metavar="FILE", help="what the program has printed")
    parser.add_argument("--quick", action="store_true", help="shows that it works, with figures that say little")
    mode = parser.add_mutually_exclusive_group()
    mode.add_argument("--update", type=Path, metavar="PAGE")
    mode.add_argument("--check", type=Path, metavar="PAGE")
    arguments = parser.parse_intermixed_args(words)  # words may come after options

    page = arguments.update or arguments.check
    if page:
        text = page.read_text(encoding="utf-8")
        block = BLOCK.search(text)
        if not block:
            sys.exit(f"{page}: no table between marks")
    if arguments.check:
        wrong = list(breaches(block[0]))
        for each in wrong:
            print(each)
        return 1 if wrong else 0

    if arguments.figures:
        printed = arguments.figures.read_text(encoding="utf-8")
    elif arguments.program:
        command = [arguments.program, *(["--quick"] if arguments.quick else []), *arguments.groups]
        printed = subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE).stdout
    else:
        parser.error("expected the program, or its figures")
    run = parse(printed)
    counts = instructions(arguments.program, arguments.valgrind, run) if arguments.valgrind else {}
    new = tables(run, counts)
    if arguments.update:
        wrong = list(breaches(new))
        if wrong:
            sys.exit("The tables are made of all groups:\n" + "\n".join(wrong))
        page.write_text(text[: block.start()] + "\n" + new + text[block.end():], encoding="utf-8")
    else:
        print(new)
        print_targets(run)
    return 0


if __name__ == "__main__":
    sys.exit(main())
