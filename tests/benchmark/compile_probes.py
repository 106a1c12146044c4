"""Small files that include outlay, or what it is built on, for compile_time.py."""

import re
from pathlib import Path
from typing import NamedTuple

BENCHMARK = Path(__file__).resolve().parent
INCLUDE = BENCHMARK.parents[1] / "include"
VENDORS = tuple(sorted(types.parent.name for types in INCLUDE.glob("outlay/*/types.hpp")))


class Probe(NamedTuple):
    title: str
    text: str
    beside: str = ""  # the title of what its seconds are divided by
    flags: tuple = ("-O0",)
    less: str = ""  # the title of a probe with FURTHER structs fewer; the figures are then those of one such struct
    counted: bool = True  # whether its instantiations are shown and checked


# The cost of one struct is an average over this many: that of a single one is within the noise of a file's seconds.
FURTHER = 10


def wire_types(vendor):
    """All that a vendor lists as its wire types: `campaign_usage`, or `group::campaign` of a namespace further inside."""
    listing = (INCLUDE / "outlay" / vendor / "types.hpp").read_text(encoding="utf-8")
    return re.findall(rf"TYPE\(outlay::{vendor}::([\w:]+)\)", listing)


def exercise(header, *types):
    """Decodes, validates and encodes each of these types of namespace outlay."""
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
    return text + "".join(f"template std::string probe<outlay::{name}>(std::string_view);\n" for name in types)


def all_types(header, *vendors):
    """Every wire type of these vendors."""
    return exercise(header, *(f"{vendor}::{name}" for vendor in vendors for name in wire_types(vendor)))


EIGHT = ("campaign_usage_request", "campaign_usage_reply", "portfolio_usage_request", "portfolio_usage_reply",
         "create_portfolios_request", "update_portfolios_request", "list_portfolios_request", "portfolio_write_reply")

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

OWN = """
#include <boost/describe.hpp>
#include <outlay/json/decode.hpp>
struct line {
    std::string name;
    int clicks;
    std::optional<double> budget;
    bool active;
    std::string comment;
};
BOOST_DESCRIBE_STRUCT(line, (), (name, clicks, budget, active, comment))
bool probe(std::string_view text) { return outlay::decode<line>(text).has_value(); }
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


STRUCT_HEAD = """
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

# The same data by nlohmann's macro: ids, amounts, dates and optional members have types that nlohmann 3.11 reads, and
# nothing is validated. reflect-cpp is not compared, as no registry reached from here has it (November 2026): Debian has
# no such package, and PyPI is no source of C++ headers.
NLOHMANN = """
enum class NAME_state { enabled, paused, archived };
NLOHMANN_JSON_SERIALIZE_ENUM(NAME_state, {{NAME_state::enabled, "enabled"}, {NAME_state::paused, "paused"},
    {NAME_state::archived, "archived"}})
struct NAME {
    std::string id;
    std::string name, owner;
    NAME_state state;
    std::string currency;
    double budget, spent;
    double cap, percent;
    double floor;
    std::string start_date;
    std::string end_date;
    std::string lastUpdated;
    std::int64_t index;
    std::uint32_t version;
    double ratio;
    bool active;
    std::string comment;
    std::vector<std::string> tags;
    std::vector<std::string> children;
};
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(NAME, id, name, owner, state, currency, budget, spent, cap, percent, floor,
    start_date, end_date, lastUpdated, index, version, ratio, active, comment, tags, children)
std::string probe(NAME const&, std::string_view text) {
    return nlohmann::json(nlohmann::json::parse(text).get<NAME>()).dump();
}
"""

NLOHMANN_HEAD = """
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>
"""


def structs(number, head=STRUCT_HEAD, struct=STRUCT):
    """A file with this many structs that differ only in their names."""
    return head + "".join(struct.replace("NAME", f"struct_{index}") for index in range(number))


DATE_TITLE = "`date/date.h`"
PARSER_TITLE = "Boost.JSON's parser with an empty handler, Describe, `date/date.h`"
STRUCT_TITLE = "one struct of 20 members: `decode`, `validate`, `encode`"
NLOHMANN_TITLE = "the same data, nlohmann's macro: `parse`, `get`, `dump`"
SEPARATE = ("-O0", "-DOUTLAY_SEPARATE_COMPILATION")

# The table of examples/guide/costs.md. Probes of nlohmann are not counted, so that --check needs neither its header nor its version.
TABLE = [
    Probe(DATE_TITLE, "#include <date/date.h>\n"),
    Probe("`date/date.h`, `boost/system/result.hpp`",
          "#include <boost/system/result.hpp>\n#include <date/date.h>\n", DATE_TITLE),
    Probe("`outlay/value.hpp`", "#include <outlay/value.hpp>\n", DATE_TITLE),
    Probe(PARSER_TITLE, PARSER),
    Probe("`outlay/amazon.hpp`, not used", "#include <outlay/amazon.hpp>\n", PARSER_TITLE),
    Probe("`decode` of one reply of Amazon", REPLY, PARSER_TITLE),
    Probe("`decode` of one own struct of 5 members, `outlay/json/decode.hpp` only", OWN, PARSER_TITLE),
    Probe("a client of Amazon, one call", CALL, PARSER_TITLE),
    Probe("the same, `OUTLAY_SEPARATE_COMPILATION`", CALL, PARSER_TITLE, SEPARATE),
    Probe("Amazon: `decode`, `validate`, `encode` of eight requests and replies",
          exercise("amazon", *(f"amazon::{name}" for name in EIGHT)), PARSER_TITLE),
    Probe("Amazon: `decode`, `validate`, `encode` of every type", all_types("amazon", "amazon"), PARSER_TITLE),
    Probe("every type of Amazon, `OUTLAY_SEPARATE_COMPILATION`", all_types("amazon", "amazon"), PARSER_TITLE, SEPARATE),
    Probe("`outlay/outlay.hpp`: every type of every vendor", all_types("outlay", *VENDORS), PARSER_TITLE),
    Probe(STRUCT_TITLE, structs(1), PARSER_TITLE),
    Probe("each further struct of 20 members", structs(1 + FURTHER), PARSER_TITLE, less=STRUCT_TITLE),
    Probe(NLOHMANN_TITLE, structs(1, NLOHMANN_HEAD, NLOHMANN), PARSER_TITLE, counted=False),
    Probe("each further struct, nlohmann's macro", structs(1 + FURTHER, NLOHMANN_HEAD, NLOHMANN), PARSER_TITLE,
          less=NLOHMANN_TITLE, counted=False),
]

# Printed only.
ONE, TWO = "one struct of 20 members (-O2)", "two structs of 20 members (-O2)"
MORE = [
    Probe(ONE, structs(1), flags=("-O2",)),
    Probe(TWO, structs(2), ONE, ("-O2",)),
]
