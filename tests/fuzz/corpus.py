#!/usr/bin/env python3
"""Makes seeds and a dictionary for the fuzz targets: corpus.py FOLDER

FOLDER gets `decode`, `values` and `exchange`, each with files that its target reads, and `dictionary`, for the option
-dict of libFuzzer. All of it is made from tests/payloads and from the lists of types and operations in include/outlay:
a new vendor needs no change here.
"""

import difflib
import hashlib
import json
import pathlib
import random
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
INCLUDE = ROOT / "include" / "outlay"
PAYLOADS = ROOT / "tests" / "payloads"
LONGEST = 6000  # bytes of a seed: longer ones are slow, and have little that shorter ones lack

OWN_TYPES = 8  # decode/kinds.cpp
OWN_OPERATIONS = 8  # exchange/own_vendor.cpp


def vendors():
    """The vendors in the order of OUTLAY_VENDORS, which is that of types and operations in the targets."""
    line = re.search(r"#define OUTLAY_VENDORS\(VENDOR\)((?:.|\\\n)*?)\n\n?", (INCLUDE / "outlay.hpp").read_text() + "\n")
    return [name.lower() for name in re.findall(r"VENDOR\((\w+)\)", line.group(1))]


def types_of(vendor):
    return re.findall(r"TYPE\((outlay::[\w:]+)\)", (INCLUDE / vendor / "types.hpp").read_text())


def operations_of(vendor):
    text = (INCLUDE / vendor / "detail" / "separate.hpp").read_text()
    return re.findall(r"OUTLAY_OPERATION\(EXTERN, \w+, ([\w:]+)\)", text)


def payloads_of(vendor):
    """Names and bodies; JSON without white space."""
    for path in sorted((PAYLOADS / vendor).glob("*.json")):
        body = path.read_bytes()
        yield path.stem, body
        try:
            compact = json.dumps(json.loads(body), ensure_ascii=False, separators=(",", ":")).encode()
        except ValueError:
            continue
        yield path.stem, compact


def likely(name, among, count):
    """The places of the names that are most similar to a payload's."""

    def likeness(i):
        return -difflib.SequenceMatcher(None, name, among[i].rsplit("::", 1)[-1]).ratio()

    return sorted(range(len(among)), key=likeness)[:count]


class folder_of_seeds:

    def __init__(self, path):
        self.path = path
        path.mkdir(parents=True, exist_ok=True)

    def add(self, seed):
        if len(seed) <= LONGEST:
            (self.path / hashlib.sha1(seed).hexdigest()).write_bytes(seed)


def make_decode(seeds):
    sample = b'{"id":"p1","name":"x","active":true,"state":"PAUSED","floor":1.50,"cap":1e3,"tags":["a"],' \
             b'"entries":[{"amount":0.1,"monthIndex":0,"note":null}],"children":[]}'
    for i, text in enumerate([sample, b"{}", b"{}", b"[[1,-128]]", b"[12.50,1e3]", b"[0.1]", b'["\\u00e9"]',
                              b'{"a":["2024-08-20T19:39:44Z"]}']):
        seeds.add(bytes([0, i, 0, 3]) + text)
    list_of_doubles = 5
    for text in [b"[1.25e-99999999999999999999]", b"[-0,1e308,5e-324,2.2250738585072011e-308]"]:
        seeds.add(bytes([0, list_of_doubles, 0, 3]) + text)
    first = OWN_TYPES
    for vendor in vendors():
        types = types_of(vendor)
        for name, body in payloads_of(vendor):
            for i in likely(name, types, 3):
                seeds.add((first + i).to_bytes(2, "big") + bytes([0, 6]) + body)
        first += len(types)


# Enough zeros for all choices before the body of a response: each is the first choice.
ZEROS = bytes(48)


def make_exchange(seeds):
    bodies = [
        '{"id":"a","name":"x","amount":1}',
        '{"results":[{"id":"a","spent":1},{"id":"ec2","spent":2}],"errors":[{"code":"GONE","ids":["1234567890"]}]}',
        '{"results":[{"id":"a"},{}],"failure":{"details":[{"errors":[{"message":"$T","location":{"path":[]}}]}]}}',
        '{"responses":[{"code":"OK","id":"a"},{"code":"GONE","message":"no"}]}',
        '{"closed":[{"id":"a","leftOver":0}],"notClosed":[{"id":"ec2","reasons":["$U"]}],"partlyClosed":[]}',
        '{"plans":[{"id":"a"}],"paging":{"after":"a"}}',
        '{"hits":[{"id":"a"}],"continuesAt":"b"}',
        '{"invoices":[{"id":"i1","amount":10}],"next":"/v1/invoices?page=2"}',
    ]
    for i, body in enumerate(bodies):
        seeds.add(bytes([i]) + ZEROS + 2 * (body.encode() + b"\n" + ZEROS))
    first = OWN_OPERATIONS
    for vendor in vendors():
        operations = operations_of(vendor)
        for name, body in payloads_of(vendor):
            if b"\n" in body or "request" in name:
                continue
            for i in likely(name.replace("_reply", ""), operations, 3):
                seeds.add(bytes([first + i]) + ZEROS + body + b"\n" + ZEROS + body + b"\n")
        first += len(operations)


def make_values(seeds):
    chance = random.Random(1)
    # By the order in values/fuzzer.cpp.
    decimal_text, arithmetic, doubles, days, timestamps, http_dates, waits, next_url, url_parts, query, csv = range(11)
    for text in ["12.50", "-0.00", "1e3", "7.9228162514264337593543950335", "1.25e-99999999999999999999",
                 "9999999999999999999999999999.5", "0.00000000000000000000000000005", "0e99999999999999999999"]:
        seeds.add(bytes([decimal_text]) + text.encode())
    for check in (arithmetic, doubles, days, timestamps, http_dates, waits, query, csv):
        for _ in range(20):
            seeds.add(bytes([check]) + chance.randbytes(64))
    instant = bytes([0x65, 0, 0, 0, 0])
    for text in ["7", "292.05", "1m0s", "Wed, 25 Nov 2026 00:00:07 GMT", "2026-11-25T00:00:07Z", "20261125T000007Z",
                 "Sunday, 06-Nov-94 08:49:37 GMT, 7", "Sun Nov  6 08:49:37 1994", "1795564830000;w=1", "soon"]:
        seeds.add(bytes([waits]) + instant + bytes([3]) + f"{text}\n{text}".encode())
    for text in ["/x?y=z", "$/v1/x?page=2", "//evil.example/x", "https://user@api.example.com/", "$/%2e%2e/x", "$/./x", "x?y=z"]:
        for base in range(4):
            seeds.add(bytes([next_url, base, 1]) + text.encode())
    for base in ["https://example.com:8443/path", "http://[::1]:80/", "https://user:pw@x", "https://1.2.3"]:
        seeds.add(bytes([url_parts]) + f"{base}\n\1a id\nname\nvalue &\n/path?x=1#fragment".encode())
    seeds.add(bytes([query, 0, 0, 0]) + b"sum:aws.cost.amortized{*} by {service, env}.rollup(sum, monthly)")
    for text in ["month,amount,service\r\n202501,500,ec2\r\n", 'amount,month,"a, b"\n1.50,202502,"x""y"\n', "a\n"]:
        seeds.add(bytes([csv, 0]) + text.encode())


def words_of(value):
    """The names of members, and the texts that are enumerators, probably."""
    if isinstance(value, dict):
        for name, item in value.items():
            yield name
            yield from words_of(item)
    elif isinstance(value, list):
        for item in value:
            yield from words_of(item)
    elif isinstance(value, str) and re.fullmatch(r"[A-Z][A-Z_]+", value):
        yield value


def make_dictionary(path):
    words = {f'"{word}"' for vendor in vendors() for _, body in payloads_of(vendor) if is_json(body)
             for word in words_of(json.loads(body)) if len(word) <= 60}
    words |= {"null", "true", "false", "[]", "{}", "\\u00e9", "\\ud83d\\ude00", "1e3", "-0.00", "\xc3\xa9", "$T", "$P", "$U",
              "GMT", "T00:00:00Z", "%2e", "://", "by {", '""', "\r\n", "202501", "2024-02-29", "nextToken"}
    escaped = ("".join(c if " " <= c <= "~" and c not in '"\\' else f"\\x{ord(c) & 255:02x}" for c in word)
               for word in sorted(words))
    path.write_text("".join(f'"{word}"\n' for word in escaped))


def is_json(body):
    try:
        json.loads(body)
    except ValueError:
        return False
    return True


def main():
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    folder = pathlib.Path(sys.argv[1])
    for target, make in (("decode", make_decode), ("values", make_values), ("exchange", make_exchange)):
        make(folder_of_seeds(folder / target))
    make_dictionary(folder / "dictionary")


main()
