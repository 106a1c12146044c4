#!/usr/bin/env python3
"""Checks that outlay/src.hpp compiles all types of the vendors, in the object of src.cpp and in no other; that all of
outlay's names have its version, which separates two versions in one program; that a type of a user is in the object of
plan.cpp alone; and that the error of a linker without src.cpp names the remedy.

    check.py INCLUDE COMPILER OBJECT...
"""
import os
import re
import subprocess
import sys
from pathlib import Path

# The functions of each file, which the others do not compile: the parser, the reader's tables, vendors' replies and
# calls; the type of the test.
ONCE = {
    "boost::json::basic_parser<outlay::detail::reader>::write_some": "src.cpp.o",
    "document_reader<outlay::detail::reader>::write": "src.cpp.o",
    "exchange_core::feed": "src.cpp.o",
    "decode<outlay::amazon::portfolio_list_reply>": "src.cpp.o",
    "batch_work<outlay::amazon::campaign_budget_usage>::read": "src.cpp.o",
    "decode<my::plan>": "plan.cpp.o",
}


def defined(path):
    listed = subprocess.run(["nm", "-C", "--defined-only", path], stdout=subprocess.PIPE, text=True, check=True)
    return listed.stdout


def without_version(functions):
    return re.sub(r"\boutlay::v\d+_\d+_\d+::", "outlay::", functions)


def described_but_not_listed(include):
    for listing in Path(include).glob("outlay/*/types.hpp"):
        listed = re.findall(r"TYPE\(outlay::(?:\w+::)+(\w+)\)", listing.read_text(encoding="utf-8"))
        for header in sorted(listing.parent.rglob("*.hpp")):
            for name in re.findall(r"^BOOST_DESCRIBE_STRUCT\((\w+)", header.read_text(encoding="utf-8"), re.MULTILINE):
                if name not in listed:
                    yield f"{listing} does not list {name} of {header.name}"


def main():
    include, compiler, *objects = sys.argv[1:]
    users = [path for path in objects if Path(path).name != "src.cpp.o"]
    failed = list(described_but_not_listed(include))
    functions = {path: defined(path) for path in objects}
    for path, names in functions.items():
        unversioned = [found.start() for found in re.finditer(r"\boutlay::(?!v\d+_\d+_\d+::)", names)]
        failed += [f"{Path(path).name} has a name without a version: {names[at : at + 80]}" for at in unversioned[:3]]
    functions = {path: without_version(names) for path, names in functions.items()}
    for name, source in ONCE.items():
        found = [Path(path).name for path in objects if name in functions[path]]
        if found != [source]:
            failed.append(f"{name} is in {found}, and should be in {source} alone")
    linked = subprocess.run(
        [compiler, "-o", os.devnull, *users, "-lboost_json"], stderr=subprocess.PIPE, text=True, check=False
    )
    if linked.returncode == 0 or "compiled_by_outlay_src_hpp_or_OUTLAY_COMPILE_TYPE" not in linked.stderr:
        failed.append(f"Without src.cpp the linker says: {linked.stderr}")
    sys.exit("\n".join(failed) or 0)


if __name__ == "__main__":
    main()
