#!/usr/bin/env python3
"""Mutation check: changes operators, constants and statements of headers one at a time, and counts the changes that no
test notices.

    mutation.py [--group <name>]...                   all groups, or these
    mutation.py --group value --again                 after more tests: only the mutants that survived the last time
    mutation.py --compile --sample 20 --seed 1        of constant evaluation: each mutant is compiled alone
    mutation.py --list                                the mutants, without running them

All mutants of a group are in one build (see mutation/mutant.hpp); tests that reach a mutant are then run with it
selected, static tests too, whose assertions are made to run. A mutant is killed by a test that fails, crashes or takes
too long, and by a static_assert that fails. Fails if less than --target percent of the mutants that compile are killed,
not counting those that can't matter: mutation_survivors.txt has them, with the reason. Not counted either are mutants
that no test reaches at run time, and that a constant expression may evaluate, such as in functions that make the tables
of models: --compile takes its sample of them, too.
Needs libclang's module for Python (Debian: python3-clang-19).
"""

import argparse
import json
import os
import random
import re
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(HERE / "mutation"))

from rewrite import Equivalents, Schemata, line_of, title, with_one  # noqa: E402

STANDARD = ["-std=c++20", "-DOUTLAY_LINKS_BOOST_JSON"]
COMPILE = [
    *STANDARD, "-O0", "-g0", "-w", "-Wno-narrowing", "-fmax-errors=0", "-fconstexpr-ops-limit=500000000",
    "-D_GLIBCXX_ASSERTIONS", f"-I{HERE}", f"-I{ROOT}/examples", f'-DOUTLAY_PAYLOADS="{HERE}/payloads"',
]  # fmt: skip
LINK = ["-lrapidcheck", "-lfmt", "-lgmock", "-lgtest", "-lboost_json", "-lcrypto", "-lpthread"]

# Headers of value that are for the readers of JSON, whose tests they need.
OF_READING = [
    "value/detail/foreign_text.hpp", "value/detail/name_index.hpp", "value/detail/near_miss.hpp",
    "value/detail/utf8.hpp", "value/detail/words.hpp", "value/naming.hpp",
]  # fmt: skip

# Of each vendor, what is called, and has no rules.
OF_CALLS = ["*operations.hpp", "client.hpp", "endpoint.hpp"]

# {group: (headers, tests, tests that only compile)}, as globs in include/outlay and in tests; `!` before one is of those
# that do not belong.
GROUPS = {
    "value": (
        ["value/**/*.hpp", *(f"!{header}" for header in OF_READING)], ["value/*_test.cpp"], ["value/*_static.cpp"],
    ),
    "reading": (
        OF_READING,
        ["json/decode_errors_test.cpp", "json/foreign_text_test.cpp", "json/positions_test.cpp",
         "json/secret_messages_test.cpp", "model/known_enumerator_test.cpp", "model/type_name_test.cpp",
         "value/name_index_test.cpp",
         "value/words_test.cpp"],
        ["value/near_miss_static.cpp"],
    ),
    "model": (
        ["model/*.hpp", "model/table/*.hpp"],
        ["model/*_test.cpp", "json/bases_test.cpp", "json/codec*_test.cpp", "json/convert_test.cpp",
         "json/decode_errors_test.cpp", "json/decode_test.cpp", "json/encode_test.cpp", "json/extras_test.cpp",
         "json/far_number_test.cpp", "json/forms_test.cpp", "json/kinds_test.cpp", "json/null_list_test.cpp",
         "json/options_test.cpp", "json/quick_test.cpp", "json/schema_test.cpp", "json/secret_messages_test.cpp",
         "json/variant_test.cpp", "value/time_of_day_test.cpp"],
        ["model/*_static.cpp"],
    ),
    "budget": (["budget/**/*.hpp"], ["budget/*_test.cpp"], ["budget/*_static.cpp"]),
    "calls": (
        ["envelope/**/*.hpp", "http/retry.hpp", "http/wait.hpp", "http/rate_limit.hpp", "http/date.hpp",
         "http/detail/wait_text.hpp", "http/detail/exchange_core_impl.hpp"],
        ["envelope/*_test.cpp", "http/abandon_test.cpp", "http/batch_call_test.cpp", "http/credentials_test.cpp",
         "http/exchange_property_test.cpp", "http/foreign_body_test.cpp", "http/pages_test.cpp",
         "http/rate_limit_test.cpp", "http/retry_test.cpp", "http/secrets_test.cpp", "http/tally_test.cpp",
         "http/truth_test.cpp", "http/wait_test.cpp"],
        ["http/*_static.cpp"],
    ),
    "amazon": (
        ["amazon/**/*.hpp", *(f"!amazon/{header}" for header in OF_CALLS)],
        ["amazon/*rules_test.cpp", "amazon/bounds_test.cpp", "amazon/portfolio_*_test.cpp",
         "amazon/budget_usage_test.cpp", "amazon/campaigns_test.cpp", "amazon/recommendations_test.cpp",
         "amazon/stream_test.cpp", "amazon/unified_test.cpp", "budget/status_test.cpp"],
        ["amazon/*_static.cpp"],
    ),
    "aws": (
        ["aws/**/*.hpp", *(f"!aws/{header}" for header in OF_CALLS)], ["aws/*_test.cpp"], ["aws/*_static.cpp"],
    ),
    "datadog": (
        ["datadog/**/*.hpp", *(f"!datadog/{header}" for header in OF_CALLS)],
        ["datadog/*_test.cpp"],
        ["datadog/*_static.cpp"],
    ),
    "google": (
        ["google/**/*.hpp", *(f"!google/{header}" for header in OF_CALLS)],
        ["google/*_test.cpp"],
        ["google/*_static.cpp"],
    ),
    "hubspot": (
        ["hubspot/**/*.hpp", *(f"!hubspot/{header}" for header in OF_CALLS)],
        ["hubspot/*_test.cpp"],
        ["hubspot/*_static.cpp"],
    ),
}  # fmt: skip
# Of the tests of a group, those to run with a mutant of a constant.
OF_MANY_TYPES = {"bases_test.cpp", "direction_test.cpp", "kinds_test.cpp", "options_test.cpp"}
SPECIALISES = re.compile(r"^\s*(?:struct|class|namespace) outlay\b|^template<>", re.MULTILINE)
# May not share a file with other tests: {fmt} comes before outlay, or after it.
ALONE = {"text_test.cpp", "text_fmt_later_test.cpp"}


def files(patterns, root):
    """Of these patterns, but for those that begin with `!`."""
    without = {path for pattern in patterns if pattern[0] == "!" for path in root.glob(pattern[1:])}
    return sorted({path for pattern in patterns if pattern[0] != "!" for path in root.glob(pattern)} - without)


class Mutant:
    def __init__(self, header, text, site, names):
        self.header, self.site, self.line = header.removeprefix("outlay/"), site, line_of(text, site)
        self.place = f"{header}:{text.count(chr(10), 0, site.start) + 1}"
        name = title(text, site)
        # The second of its kind in a line has a number.
        count = names[self.line, name] = names.get((self.line, name), 0) + 1
        self.mutation = name if count == 1 else f"{name} ({count})"
        self.key = (self.header, self.line, self.mutation)
        self.state = "new"  # killed, equivalent, survived, not reached, in constants, does not compile

    def __str__(self):
        return f"{self.place}\n    {self.line}\n    {self.mutation}"


class Group:
    def __init__(self, name, options):
        self.name, self.options = name, options
        headers, tests, statics = GROUPS[name]
        self.folder = Path(options.build) / name
        self.folder.mkdir(parents=True, exist_ok=True)
        self.headers = [str(p.relative_to(ROOT / "include")) for p in files(headers, ROOT / "include/outlay")]
        self.tests, self.statics = files(tests, HERE), files(statics, HERE)

    def find(self, constant=False):
        from find_sites import find_sites

        self.mutants, self.texts, self.sites = {}, {}, {}
        for header, (text, sites) in find_sites(ROOT / "include", self.headers, STANDARD, constant).items():
            self.texts[header], self.sites[header] = text, sites
            names = {}
            for site in sites:
                site.id = len(self.mutants) + 1
                self.mutants[site.id] = Mutant(header, text, site, names)

    def recall(self):
        """Takes over what the last run found out, but for survivors."""
        path = self.folder / "results.json"
        last = json.loads(path.read_text()) if path.exists() else []
        known = {(m["header"], m["line"], m["mutation"]): m["state"] for m in last}
        for mutant in self.mutants.values():
            state = known.get(mutant.key)
            if state in ("killed", "does not compile"):
                mutant.state = state

    def find_constants(self):
        """The mutants of constant evaluation, and those that the last run found in constants."""
        path = self.folder / "results.json"
        last = json.loads(path.read_text()) if path.exists() else []
        constant = {(m["header"], m["line"], m["mutation"]) for m in last if m["state"] == "in constants"}
        self.find()
        found = [mutant for mutant in self.mutants.values() if mutant.key in constant]
        self.find(constant=True)
        self.mutants = dict(enumerate([*self.mutants.values(), *found], 1))

    def save(self):
        results = [
            {"state": m.state, "header": m.header, "line": m.line, "mutation": m.mutation}
            for m in self.mutants.values()
        ]
        name = "constants.json" if self.options.compile else "results.json"
        (self.folder / name).write_text(json.dumps(results, indent=1))

    # --- the build with all mutants

    def write_schemata(self):
        self.schemata = {}
        for header, sites in self.sites.items():
            kept = [site for site in sites if self.mutants[site.id].state != "does not compile"]
            self.schemata[header] = Schemata(self.texts[header], kept)
            put(self.folder / "include" / header, self.schemata[header].result)

    def write_programs(self):
        """Several tests to a file: most of the time goes into headers."""
        joined = [test for test in self.tests if test.name not in ALONE]
        size = self.options.batch
        batches = [joined[at : at + size] for at in range(0, len(joined), size)]
        batches += [[test] for test in self.tests if test.name in ALONE]
        self.sources = []
        checks = joinable(self.statics)
        if checks:
            self.sources.append(self.folder / "checks.cpp")
            put(self.sources[0], running(together(checks, f'#include "{HERE}/mutation/checks.hpp"\n')))
        for number, batch in enumerate(batches):
            source = self.folder / f"tests_{number}.cpp"
            put(source, "".join(f'#include "{test}"\n' for test in batch))
            self.sources.append(source)

    def flags(self):
        return [*COMPILE, "-include", HERE / "mutation/mutant.hpp", f"-DOUTLAY_MUTANT_COUNT={len(self.mutants)}",
                f"-I{self.folder}/include", f"-I{ROOT}/include"]  # fmt: skip

    def build(self):
        """Drops mutants that do not compile, until the rest does."""
        # Headers that were in the group have mutants with the numbers of others.
        shutil.rmtree(self.folder / "include", ignore_errors=True)
        self.write_programs()
        objects = [HERE / "mutation/runtime.cpp"]
        for source in self.sources:
            done = source.with_suffix(".o")
            while True:
                self.write_schemata()
                run = compiler(self.options, [*self.flags(), "-c", source, "-o", done])
                if run.returncode == 0:
                    break
                self.drop(run.stderr)
            objects.append(done)
        # Mutants that were dropped for a later file are still in the objects of earlier ones, where they compile.
        self.link(objects)

    def use_build(self):
        """The objects and the headers of the last build. Mutants that are not in these headers did not compile."""
        compiled = set()
        for header in self.headers:
            text = (self.folder / "include" / header).read_text(encoding="latin-1")
            compiled.update(int(id) for id in re.findall(r"\boutlay_mutant\((\d+)\)", text))
        for id, mutant in self.mutants.items():
            if id not in compiled:
                mutant.state = "does not compile"
        self.link([HERE / "mutation/runtime.cpp", *sorted(self.folder.glob("*.o"))])

    def link(self, objects):
        self.program = self.folder / "tests"
        linked = compiler(self.options, [*self.flags(), *objects, "-o", self.program, "-lgtest_main", *LINK])
        if linked.returncode != 0:
            raise SystemExit(linked.stderr)

    def drop(self, messages):
        dropped = {id for id in blamed(messages, self.folder / "include", self.schemata)}
        if not dropped:
            raise SystemExit(f"mutation: {self.name} does not compile, and no mutant is to blame:\n{messages[:3000]}")
        for id in dropped:
            self.mutants[id].state = "does not compile"
        self.log(f"{len(dropped)} do not compile")

    # --- runs

    def reach(self):
        """Which tests reach a mutant, those that reach few first, and how long each test takes, in ms."""
        path = self.folder / "reached.txt"
        path.unlink(missing_ok=True)
        self.run_tests({"OUTLAY_MUTANTS_REACHED": path}, None, 600, fail_fast=False)
        self.read_reach(path)

    def read_reach(self, path):
        reached, self.time = {}, {}
        for line in path.read_text().splitlines():
            test, result, ms, *ids = line.split(" ")
            if result != "passed":
                self.log(f"left out, since it fails without a mutant: {test}")
                continue
            if int(ms) > self.options.slowest:
                self.log(f"left out, since it takes {ms} ms: {test}")
                continue
            self.time[test] = int(ms)
            for id in ids:
                reached.setdefault(int(id), []).append((len(ids), test))
        self.reached = {id: [test for _, test in sorted(tests)] for id, tests in reached.items()}

    def run_tests(self, environment, tests, seconds, fail_fast=True):
        """The exit code; not 0 either if it takes more than these seconds of the processor, or too much memory."""
        command = [self.program, "--gtest_brief=1", "--gtest_color=no", f"--gtest_fail_fast={int(fail_fast)}"]
        if tests is not None:
            command.append("--gtest_filter=" + ":".join(tests))
        surroundings = os.environ | {"RC_PARAMS": "seed=1"} | {k: str(v) for k, v in environment.items()}
        try:
            return subprocess.run(
                limited(command, seconds), env=surroundings, timeout=60 + 10 * seconds, check=False,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=self.folder,
            ).returncode  # fmt: skip
        except subprocess.TimeoutExpired:
            return None

    def run_mutants(self):
        for id, mutant in self.mutants.items():
            if mutant.state != "new":
                continue
            tests = self.reached.get(id, [])
            unreached = "in constants" if mutant.site.may_be_constant else "not reached"
            mutant.state = "survived" if tests else unreached
            # A few tests that are about little else kill most mutants, and quickly.
            for some in (tests[:8], tests[8:]):
                if some and mutant.state == "survived":
                    seconds = 1 + 10 * sum(self.time[test] for test in some) / 1000
                    if self.run_tests({"OUTLAY_MUTANT": id}, some, seconds) != 0:
                        mutant.state = "killed"

    def run_statics(self, equivalents):
        """Compiles the static tests with each mutant that is left and not listed, since constant evaluation saw no mutant
        so far."""
        source = self.folder / "statics.cpp"
        correct = set()
        for mutant in self.mutants.values():
            is_left = mutant.state in ("survived", "not reached")
            if not is_left or not self.statics or equivalents.reason(*mutant.key):
                continue
            text = together(self.statics_of(mutant))
            put(source, text)
            if text not in correct:
                run = compiler(self.options, [*COMPILE, f"-I{ROOT}/include", source, "-fsyntax-only"])
                if run.returncode != 0:
                    raise SystemExit(f"mutation: does not compile without a mutant: {source}\n{run.stderr[:3000]}")
                correct.add(text)
            if self.compile_one(mutant, [source, "-fsyntax-only"]).returncode != 0:
                mutant.state = "killed"

    def statics_of(self, mutant):
        """Those named as the header is; else all that can be in one file, since they open no namespace outlay."""
        stem = Path(mutant.header).stem.split("_")[0]
        named = [static for static in self.statics if stem in static.name]
        return named if len(named) == 1 else joinable(named or self.statics)

    def compile_one(self, mutant, arguments):
        header = "outlay/" + mutant.header
        folder = self.folder / "one"
        put(folder / header, with_one(self.texts[header], mutant.site))
        run = compiler(self.options, [*COMPILE, f"-I{folder}", f"-I{ROOT}/include", *arguments])
        (folder / header).unlink()
        return run

    # --- mutants of constant evaluation

    def run_compiled(self, sample):
        """Compiles static tests with each mutant of the sample, then compiles and runs tests: those whose name is most
        like the header's, and those of many types."""
        static = self.folder / "statics.cpp"
        for mutant in sample:
            mutant.state = "survived"
            if self.statics:
                put(static, together(self.statics_of(mutant)))
            for source in [*([static] if self.statics else []), *self.tests_of(mutant)]:
                program = self.folder / "tests_of_one"
                only_compiles = ["-fsyntax-only"] if source == static else ["-o", program, "-lgtest_main", *LINK]
                run = self.compile_one(mutant, [source, *only_compiles])
                if run.returncode != 0:
                    # Constants that can't be made, and assertions: the mutant is noticed where it is compiled.
                    is_noticed = re.search(r"static assertion failed|constant expression|static_assert", run.stderr)
                    mutant.state = "killed" if is_noticed else "does not compile"
                    break
                self.program = program
                if source != static and self.run_tests({}, None, 120) != 0:
                    mutant.state = "killed"
                    break
            self.log(f"{mutant.state}: {mutant}")

    def tests_of(self, mutant):
        stem = set(Path(mutant.header).stem.split("_"))
        by_name = sorted(self.tests, key=lambda t: -len(stem & set(t.stem.split("_"))))
        named = [test for test in by_name if stem & set(test.stem.split("_"))][:2]
        return [*named, *(test for test in self.tests if test.name in OF_MANY_TYPES and test not in named)] or by_name

    def log(self, text):
        print(f"[{time.monotonic() - self.options.start:6.0f} s] {self.name}: {text}", flush=True)


def limited(command, seconds):
    """The command of a mutant, which may never end, or fill the memory: with 4 GiB of it, and no file of a crash."""
    limits = f"ulimit -t {int(seconds) + 1} && ulimit -v {4 << 20} && ulimit -c 0"
    return ["sh", "-c", f'{limits} && exec "$@"', "sh", *map(str, command)]


def put(path, text):
    """Leaves an equal file alone. Offsets are of bytes, so texts are of bytes, too."""
    data = text.encode("latin-1") if path.suffix == ".hpp" else text.encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists() or path.read_bytes() != data:
        path.write_bytes(data)


def joinable(sources):
    """Those that can be in one file: they add nothing to namespace outlay."""
    return [source for source in sources if not SPECIALISES.search(source.read_text(encoding="utf-8"))]


def together(sources, after_includes=""):
    """One source of several: their includes, then the rest of each, in a namespace of its own."""
    texts = [source.read_text(encoding="utf-8") for source in sources]
    include = re.compile(r"^#include .*\n", re.MULTILINE)
    includes = sorted({line for text in texts for line in include.findall(text)})
    rest = [f"namespace {source.stem} {{\n{include.sub('', text)}}}\n" for source, text in zip(sources, texts)]
    return "".join([*includes, after_includes, *(rest if len(rest) > 1 else [include.sub("", texts[0])])])


def running(text):
    """With the assertions outside of functions as checks that run."""
    return re.sub(r"^static_assert\(", "OUTLAY_CHECK(", text, flags=re.MULTILINE)


def compiler(options, arguments):
    command = [options.compiler, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)


def blamed(messages, folder, schemata):
    """The mutants that errors are about: by the place of the error, else by the places that led there."""
    place = re.compile(re.escape(str(folder)) + r"/(\S+?):(\d+)(?::(\d+))?")
    pending, found = [], set()
    for line in messages.splitlines():
        at = [
            id
            for header, number, column in place.findall(line)
            if header in schemata
            for id in schemata[header].mutants_at(int(number), int(column or 1))
        ]
        if " error: " in line:
            found.update(at or pending)
            pending = []
        elif "note:" in line and not found:
            found.update(at)
        else:
            pending += at
    return found


def check(group, equivalents):
    group.find()
    if group.options.again:
        group.recall()
    group.log(f"{len(group.mutants)} mutants in {len(group.headers)} headers, {len(group.tests)} files of tests")
    if group.options.built:
        group.use_build()
    else:
        group.build()
    group.log("built")
    group.reach()
    group.log(f"{len(group.time)} tests take {sum(group.time.values()) / 1000:.1f} s")
    group.run_mutants()
    group.save()
    left = sum(mutant.state in ("survived", "not reached") for mutant in group.mutants.values())
    group.log(f"{left} left of {len(group.mutants)} for the tests that only compile")
    if not group.options.quick:
        group.run_statics(equivalents)
    return report(group, equivalents)


def report(group, equivalents):
    states = dict.fromkeys(("killed", "equivalent", "survived", "not reached", "in constants", "does not compile"), 0)
    for mutant in group.mutants.values():
        is_left = mutant.state in ("survived", "not reached")
        if is_left and equivalents.reason(*mutant.key):
            mutant.state = "equivalent"
        elif is_left:
            print(f"{mutant.state}: {mutant}")
        if mutant.state != "new":
            states[mutant.state] += 1
    group.log(", ".join(f"{count} {state}" for state, count in states.items()) + f": {score(states):.1f} %")
    group.save()
    return states


def score(states):
    """Percent killed, of the mutants that compile and may matter."""
    alive = states["survived"] + states["not reached"]
    return 100 * states["killed"] / max(1, states["killed"] + alive)


def check_compiled(groups, options, equivalents):
    """The mode --compile: a sample of all groups' mutants of constant evaluation."""
    for group in groups:
        group.find_constants()
    everything = [(group, mutant) for group in groups for mutant in group.mutants.values()]
    sample = random.Random(options.seed).sample(everything, min(options.sample, len(everything)))
    print(f"{len(sample)} of {len(everything)} mutants of constant evaluation, seed {options.seed}")

    def check(group):
        group.run_compiled([mutant for owner, mutant in sample if owner is group])
        return report(group, equivalents)

    with ThreadPoolExecutor(options.jobs) as pool:
        return added(pool.map(check, groups))


def added(counts):
    """The sums of the counts of groups."""
    totals = {}
    for states in counts:
        for state, count in states.items():
            totals[state] = totals.get(state, 0) + count
    return totals


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--group", action="append", choices=GROUPS)
    parser.add_argument("--build", default=str(ROOT / "build/mutation"))
    parser.add_argument("--compiler", default="g++")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="groups at a time")
    parser.add_argument("--batch", type=int, default=6, help="tests to a file of the build")
    parser.add_argument("--slowest", type=int, default=1000, help="ms; tests that take longer are left out")
    parser.add_argument("--target", type=float, default=95)
    parser.add_argument("--again", action="store_true", help="only what survived the last time")
    parser.add_argument("--built", action="store_true", help="the last build, of the same headers")
    parser.add_argument("--quick", action="store_true", help="do not compile static tests with what is left")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--compile", action="store_true")
    parser.add_argument("--sample", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    options.start = time.monotonic()
    equivalents = Equivalents((HERE / "mutation_survivors.txt").read_text(encoding="utf-8"))
    groups = [Group(name, options) for name in options.group or GROUPS]
    if options.list:
        for group in groups:
            group.find(options.compile)
            print(*group.mutants.values(), sep="\n")
        return 0
    if options.compile:
        totals = check_compiled(groups, options, equivalents)
    else:
        # A group compiles one file at a time, and runs one mutant.
        with ThreadPoolExecutor(options.jobs) as pool:
            totals = added(pool.map(lambda group: check(group, equivalents), groups))
    headers = set() if options.compile else {header.removeprefix("outlay/") for g in groups for header in g.headers}
    unused = equivalents.unused(headers)
    for key in unused:
        print("listed in mutation_survivors.txt, but no survivor:", *key, sep="\n    ")
    print(", ".join(f"{count} {state}" for state, count in totals.items()))
    print(f"score {score(totals):.1f} % (target {options.target} %), {time.monotonic() - options.start:.0f} s")
    return 1 if unused or score(totals) < options.target else 0


if __name__ == "__main__":
    sys.exit(main())
