#!/usr/bin/env python3
"""Measures what including outlay costs: seconds of processor time and peak memory of compiling small probes.

    compile_time.py [--compiler g++] [--runs 5] [flags...]

The flags are added to each compilation, so that -O2 among them overrides the level of every probe. Probes are compiled
in turn, round after round, so that a busy moment of the machine falls on all of them; medians are printed.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

# Of g++ -O2, for a further struct of 20 members.
MOST_SECONDS = 0.3

INCLUDE = Path(__file__).resolve().parents[2] / "include"

BARE = """
#include <boost/json/basic_parser_impl.hpp>
#include <boost/describe.hpp>
#include <date/date.h>
"""

AMAZON = """
#include <outlay/amazon.hpp>
bool probe(std::string_view text) {
    return outlay::decode<outlay::amazon::campaign_usage_reply>(text).has_value();
}
"""

# A described struct of 20 members of the types that replies are made of, with an id, an enumeration and rules of its
# own; read, written and validated. A further one shares no instantiation over itself with the first.
STRUCT = """
using NAME_id = outlay::identifier<struct NAME_tag>;
enum class NAME_state { enabled, paused, archived };
BOOST_DESCRIBE_ENUM(NAME_state, enabled, paused, archived)
struct NAME {
    NAME_id id;
    std::string name, owner;
    outlay::open_enum<NAME_state> state;
    outlay::currency currency{"USD"};
    outlay::decimal budget, spent;
    std::optional<outlay::decimal> cap, percent;
    outlay::nullable<outlay::decimal> floor;
    date::year_month_day start_date;
    std::optional<date::year_month_day> end_date;
    outlay::iso_timestamp updated;
    std::int64_t index;
    std::uint32_t version;
    double ratio;
    bool active;
    std::optional<std::string> comment;
    std::vector<std::string> tags;
    std::vector<NAME_id> children;
};
BOOST_DESCRIBE_STRUCT(NAME, (), (id, name, owner, state, currency, budget, spent, cap, percent, floor, start_date,
    end_date, updated, index, version, ratio, active, comment, tags, children))
template<>
struct outlay::model<NAME> {
    static constexpr auto members = std::tuple{
        rename<&NAME::updated>("lastUpdated"), alias<&NAME::percent>("usedPercent"),
        member<&NAME::name>(length(1, 255)), member<&NAME::budget>(at_least(outlay::decimal(0))),
        member<&NAME::tags>(items(0, 10), each(length(1, 40))),
        invariant("end_before_start", &NAME::end_date,
            [](NAME const& x) { return !x.end_date || x.start_date <= *x.end_date; }, "end before start")};
};
std::string probe(NAME const&, std::string_view text) {
    auto const read = outlay::decode<NAME>(text);
    return read && outlay::validate(*read).empty() ? outlay::encode(*read) : std::string{};
}
"""


def structs(*names):
    head = """
#include <outlay/json.hpp>
#include <boost/describe.hpp>
#include <cstdint>
#include <date/date.h>
#include <optional>
#include <outlay/value.hpp>
#include <string>
#include <tuple>
#include <vector>
"""
    return head + "".join(STRUCT.replace("NAME", name) for name in names)


class Probe(NamedTuple):
    title: str
    flags: str
    text: str


PROBES = {
    "bare": Probe("Boost.JSON's parser, Describe and date", "-O0", BARE),
    "amazon": Probe("outlay/amazon.hpp, decoding a reply", "-O0", AMAZON),
    "date": Probe("date/date.h", "-O0", "#include <date/date.h>\n"),
    "value": Probe("outlay/value.hpp", "-O0", "#include <outlay/value.hpp>\n"),
    "one": Probe("one struct of 20 members", "-O2", structs("first")),
    "two": Probe("two structs of 20 members", "-O2", structs("first", "second")),
}


class Cost(NamedTuple):
    seconds: float
    megabytes: float


def compile_once(command):
    """The cost of one compilation, with all that the compiler driver starts."""
    process = subprocess.Popen(command)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit("failed: " + " ".join(command))
    # ru_maxrss is in KiB on Linux, in bytes on macOS.
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1 << 20))


def measure(compiler, flags, runs):
    """The median cost of each probe."""
    costs = {name: [] for name in PROBES}
    with tempfile.TemporaryDirectory() as folder:
        for name, probe in PROBES.items():
            Path(folder, name + ".cpp").write_text(probe.text)
        for _ in range(runs):
            for name, probe in PROBES.items():
                source, output = f"{folder}/{name}.cpp", f"{folder}/{name}.o"
                command = [compiler, "-std=c++20", f"-I{INCLUDE}", probe.flags, *flags, "-c", source, "-o", output]
                costs[name].append(compile_once(command))
    return {name: Cost(*map(statistics.median, zip(*runs))) for name, runs in costs.items()}


def print_table(cost):
    def row(title, seconds, megabytes, ratio=""):
        print(f"{title:<46} {seconds:>8} {megabytes:>6} {ratio:>8}".rstrip())

    def probe(name, beside=None):
        ratio = f"{cost[name].seconds / cost[beside].seconds:.2f} x" if beside else ""
        title = f"{PROBES[name].title} ({PROBES[name].flags})"
        row(title, f"{cost[name].seconds:.2f}", round(cost[name].megabytes), ratio)

    row("", "seconds", "MB", "")
    probe("bare")
    probe("amazon", beside="bare")
    print()
    probe("date")
    probe("value", beside="date")
    print()
    probe("one")
    probe("two", beside="one")
    more = Cost(*(two - one for one, two in zip(cost["one"], cost["two"])))
    met = "met" if more.seconds <= MOST_SECONDS else "MISSED"
    row("the second struct alone", f"{more.seconds:.2f}", round(more.megabytes))
    print(f"target: the second struct alone in at most {MOST_SECONDS} s: {met}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--compiler", default="g++")
    parser.add_argument("--runs", type=int, default=5)
    arguments, flags = parser.parse_known_args()
    print(" ".join([arguments.compiler, "-std=c++20", *flags]) + f": medians of {arguments.runs} runs\n")
    print_table(measure(arguments.compiler, flags, arguments.runs))


if __name__ == "__main__":
    main()
