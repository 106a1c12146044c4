// A cost budget of 120 months and 500 values of a tag, 60,000 entries: checked, and read with outlay and Boost.JSON.

#include "bare_parser.hpp"
#include "interleaved.hpp"

#include <boost/describe.hpp>
#include <boost/json.hpp>
#include <cstdint>
#include <outlay/datadog.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace plain {

// The wire's own names, so that Boost.JSON reads them as they are.
struct tag_filter {
    std::string tag_key;
    std::string tag_value;
};
BOOST_DESCRIBE_STRUCT(tag_filter, (), (tag_key, tag_value))

struct entry {
    double amount;
    std::int64_t month;
    std::vector<tag_filter> tag_filters;
};
BOOST_DESCRIBE_STRUCT(entry, (), (amount, month, tag_filters))

struct attributes {
    std::int64_t end_month;
    std::vector<entry> entries;
    std::string metrics_query;
    std::string name;
    std::int64_t start_month;
};
BOOST_DESCRIBE_STRUCT(attributes, (), (end_month, entries, metrics_query, name, start_month))

struct budget {
    plain::attributes attributes;
    std::string type;
};
BOOST_DESCRIBE_STRUCT(budget, (), (attributes, type))

struct document {
    budget data;
};
BOOST_DESCRIBE_STRUCT(document, (), (data))

} // namespace plain

namespace {

namespace datadog = outlay::datadog;

/// An entry for each of 120 months and each of so many services.
datadog::upsert_budget_request make_budget(int services)
{
    datadog::upsert_budget_request request;
    datadog::budget_attributes& budget = request.data.attributes;
    budget.start_month = outlay::month{2020, 1};
    budget.end_month = *budget.start_month + 119;
    budget.metrics_query = "aws.cost.amortized{*} by {service}";
    budget.name = "All services";
    for (int i = 0; i < 120; ++i)
        for (int service = 0; service < services; ++service) {
            auto const cents = 100'000 + (i * 7919 + service * 104'729) % 900'000;
            budget.entries.push_back({.amount = outlay::decimal::from_parts(cents, 2),
                                      .month = *budget.start_month + i,
                                      .tag_filters = {{"service", "service-" + std::to_string(service)}}});
        }
    return request;
}

contest validate_contest(datadog::upsert_budget_request const& twice, datadog::upsert_budget_request const& once)
{
    auto const check = [](datadog::upsert_budget_request const& request) { return outlay::validate(request); };
    return {"validate a Datadog budget",
            0,
            {calling("120,000 entries", check, twice), calling("60,000 entries", check, once)},
            {{target::time_at_most, 2.3}}};
}

contest decode_contest(std::string const& text)
{
    auto const outlay_decode = [](std::string_view from) {
        return outlay::decode<datadog::budget_document>(from).value();
    };
    auto const boost_decode = [](std::string_view from) {
        return boost::json::value_to<plain::document>(boost::json::parse({from.data(), from.size()}));
    };
    require(outlay_decode(text).data.attributes.entries.size() == 60'000, "outlay reads other entries");
    require(boost_decode(text).data.attributes.entries.size() == 60'000, "Boost.JSON reads other entries");
    return {"decode a Datadog budget of 60,000 entries",
            text.size(),
            {
                calling("outlay::decode", outlay_decode, text),
                calling("boost::json parse + value_to", boost_decode, text),
                calling("basic_parser, empty handler", bare_parse, text),
            },
            {{target::as_fast_at_least, 2.5}, {target::time_at_most, 2.2}}};
}

std::vector<contest> datadog_contests()
{
    static auto const once = make_budget(500);
    static auto const twice = make_budget(1000);
    static auto const text = outlay::encode(once);
    require(outlay::validate(twice).empty(), "the budget breaks a rule");
    return {validate_contest(twice, once), decode_contest(text)};
}

registered const datadog_registered(datadog_contests);

} // namespace
