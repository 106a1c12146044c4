"""Small files that include outlay, or what it is built on, for compile_time.py."""

import re
from pathlib import Path
from typing import NamedTuple

BENCHMARK = Path(__file__).resolve().parent
INCLUDE = BENCHMARK.parents[1] / "include"
VENDORS = ("amazon", "hubspot", "datadog")


class Probe(NamedTuple):
    title: str
    text: str
    beside: str = ""  # the title of what its seconds are divided by
    flags: tuple = ("-O0",)


def wire_types(vendor):
    """All that a vendor's headers describe, as they name it."""
    for header in sorted((INCLUDE / "outlay" / vendor).glob("*.hpp")):
        text = header.read_text(encoding="utf-8")
        yield from re.findall(r"^BOOST_DESCRIBE_STRUCT\(\s*(\w+)", text, re.MULTILINE)
        yield from re.findall(r"^using (\w+) = multi_status<", text, re.MULTILINE)


def all_types(header, *vendors):
    """Decodes, validates and encodes every wire type of these vendors."""
    text = f"""
#include <outlay/{header}.hpp>
#include <string>
#include <string_view>
template<class T>
std::string probe(std::string_view text) {{
    auto const read = outlay::decode<T>(text);
    return read && outlay::validate(*read).empty() ? outlay::encode(*read) : std::string{{}};
}}
"""
    for vendor in vendors:
        for name in wire_types(vendor):
            text += f"template std::string probe<outlay::{vendor}::{name}>(std::string_view);\n"
    return text


CALL = """
#include <outlay/amazon.hpp>
#include <vector>
namespace ads = outlay::amazon;
std::size_t probe(outlay::http::response (*transport)(outlay::http::request const&), ads::endpoint const& endpoint,
                  std::vector<ads::campaign_id> const& ids) {
    ads::client amazon{transport, endpoint};
    return amazon.campaign_budget_usage(ads::ad_product::sponsored_products, ids).count_succeeded();
}
"""

PARSER = f"""
#include <boost/describe.hpp>
#include <boost/json.hpp>
#include <date/date.h>
#include "{BENCHMARK}/bare_parser.hpp"
bool probe(std::string_view text) {{ return bare_parse(text); }}
"""

REPLY = """
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


DATE_TITLE = "`date/date.h`"
PARSER_TITLE = "Boost.JSON's parser with an empty handler, Describe, `date/date.h`"
SEPARATE = ("-O0", "-DOUTLAY_SEPARATE_COMPILATION")

# The table of README.md.
TABLE = [
    Probe(DATE_TITLE, "#include <date/date.h>\n"),
    Probe("`date/date.h`, `boost/system/result.hpp`",
          "#include <boost/system/result.hpp>\n#include <date/date.h>\n", DATE_TITLE),
    Probe("`outlay/value.hpp`", "#include <outlay/value.hpp>\n", DATE_TITLE),
    Probe(PARSER_TITLE, PARSER),
    Probe("`outlay/amazon.hpp`, not used", "#include <outlay/amazon.hpp>\n", PARSER_TITLE),
    Probe("`decode` of one reply of Amazon", REPLY, PARSER_TITLE),
    Probe("a client of Amazon, one call", CALL, PARSER_TITLE),
    Probe("the same, `OUTLAY_SEPARATE_COMPILATION`", CALL, PARSER_TITLE, SEPARATE),
    Probe("Amazon: `decode`, `validate`, `encode` of every type", all_types("amazon", "amazon"), PARSER_TITLE),
    Probe("every type of Amazon, `OUTLAY_SEPARATE_COMPILATION`", all_types("amazon", "amazon"), PARSER_TITLE, SEPARATE),
    Probe("`outlay/outlay.hpp`: every type of every vendor", all_types("outlay", *VENDORS), PARSER_TITLE),
]

# Printed only.
ONE, TWO = "one struct of 20 members (-O2)", "two structs of 20 members (-O2)"
MORE = [
    Probe(ONE, structs("first"), flags=("-O2",)),
    Probe(TWO, structs("first", "second"), ONE, ("-O2",)),
]
