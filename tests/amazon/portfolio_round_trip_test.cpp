#include "../json/any_json.hpp"
#include "portfolio_samples.hpp"
#include <algorithm>
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <cstddef>
#include <cstdint>
#include <gtest/gtest.h>
#include <optional>
#include <outlay/value/nullable.hpp>
#include <rapidcheck/gtest.h>
#include <string>
#include <string_view>
#include <vector>

// All portfolios are read back as they were written, and written back as they were read.

namespace portfolio_round_trip_test {

using namespace portfolio_samples;
using ads::portfolio_budget;
using outlay::decode;
using outlay::encode;

// --- any portfolio

bool any_bool() { return *rc::gen::arbitrary<bool>(); }

template<class Make>
auto perhaps(Make make)
{
    return any_bool() ? std::optional(make()) : std::nullopt;
}

template<class Make>
auto nullable_of(Make make)
{
    using nullable = outlay::nullable<decltype(make())>;
    int const state = *rc::gen::inRange(0, 3);
    return state == 0 ? nullable() : state == 1 ? nullable(outlay::null) : nullable(make());
}

std::string any_name()
{
    return *rc::gen::element<std::string>("n", "My portfolio", "\"quoted\\\"", "\xC3\xA9\xF0\x9F\x98\x80", "\n\x01",
                                          "a rather long name that no small string holds");
}

outlay::decimal any_decimal()
{
    return outlay::decimal::from_parts(*rc::gen::arbitrary<std::int64_t>(), *rc::gen::inRange(0, 19));
}

date::year_month_day any_day()
{
    return date::year_month_day(date::sys_days(2025_y / 1 / 1) + date::days(*rc::gen::inRange(-10'000, 10'000)));
}

outlay::iso_timestamp any_time()
{
    return outlay::iso_timestamp::from_milliseconds(*rc::gen::inRange<std::int64_t>(0, 4'102'444'800'000));
}

outlay::currency any_currency()
{
    return *outlay::currency::try_parse(*rc::gen::element<std::string>("USD", "JPY", "CHF", "QQQ"));
}

/// One of the enumeration's own texts, or another.
template<class E>
outlay::open_enum<E> any_enum()
{
    auto const& table = outlay::detail::enum_table<E>;
    auto const i = *rc::gen::inRange<std::size_t>(0, table.size() + 1);
    return outlay::open_enum<E>::from_text(i < table.size() ? table[i].text.view() : "brand \"new\"");
}

outlay::extras any_extras()
{
    outlay::extras kept;
    int const count = *rc::gen::weightedElement<int>({{4, 0}, {1, 1}, {1, 3}});
    for (int i = 0; i < count; ++i)
        kept.keep(*rc::gen::element<std::string>("x", "goal", "", "a/b~c \"d\""), any_json::any_value(3).kept);
    return kept;
}

portfolio_budget any_budget()
{
    return {.amount = nullable_of(any_decimal),
            .currency_code = perhaps(any_currency),
            .end_date = nullable_of(any_day),
            .policy = nullable_of(any_enum<ads::budget_policy>),
            .start_date = nullable_of(any_day),
            .extras = any_extras()};
}

ads::unspent_budget_sharing any_sharing()
{
    return {.feature_state = any_enum<ads::feature_state>(), .extras = any_extras()};
}

ads::budget_controls any_controls()
{
    return {.campaign_unspent_budget_sharing = perhaps(any_sharing), .extras = any_extras()};
}

ads::extended_data any_extended_data()
{
    ads::extended_data data{.creation_date_time = perhaps(any_time),
                            .last_update_date_time = perhaps(any_time),
                            .serving_status = perhaps(any_enum<ads::serving_status>),
                            .extras = any_extras()};
    int const reasons = *rc::gen::inRange(0, 3);
    for (int i = 0; i < reasons; ++i) data.status_reasons.push_back(any_enum<ads::status_reason>());
    return data;
}

ads::portfolio any_portfolio()
{
    return {.budget = perhaps(any_budget),
            .budget_controls = perhaps(any_controls),
            .extended_data = perhaps(any_extended_data),
            .in_budget = perhaps(any_bool),
            .name = any_name(),
            .portfolio_id = std::to_string(*rc::gen::arbitrary<std::uint64_t>()),
            .state = any_enum<ads::portfolio_state>(),
            .extras = any_extras()};
}

// --- any portfolio that keeps the rules

outlay::money any_amount() { return {outlay::decimal::from_parts(*rc::gen::inRange(1, 1'000'000), 2), "USD"}; }

portfolio_budget any_valid_budget()
{
    auto const first = any_day();
    date::year_month_day const later = date::sys_days(first) + date::days(*rc::gen::inRange(1, 400));
    switch (*rc::gen::inRange(0, 4)) {
    case 0: return portfolio_budget::no_cap();
    case 1: return portfolio_budget::monthly_recurring(any_amount());
    case 2: return portfolio_budget::monthly_recurring(any_amount(), later);
    default: return portfolio_budget::date_range(any_amount(), {first, later});
    }
}

ads::budget_controls any_valid_controls()
{
    return ads::budget_controls::sharing(any_bool() ? ads::feature_state::enabled : ads::feature_state::disabled);
}

ads::new_portfolio any_new_portfolio()
{
    return {.budget = perhaps(any_valid_budget), .budget_controls = perhaps(any_valid_controls), .name = any_name()};
}

ads::portfolio_update any_update()
{
    auto const any_budget_or_end = [] { return any_bool() ? any_valid_budget() : portfolio_budget::no_end_date(); };
    return {.budget = perhaps(any_budget_or_end),
            .budget_controls = perhaps(any_valid_controls),
            .name = perhaps(any_name),
            .portfolio_id = std::to_string(*rc::gen::arbitrary<std::uint64_t>()),
            .state = perhaps([] { return outlay::open_enum(ads::portfolio_state::enabled); })};
}

template<class T>
std::vector<T> some_of(T (*make)())
{
    std::vector<T> made;
    int const count = *rc::gen::inRange(1, 4);
    for (int i = 0; i < count; ++i) made.push_back(make());
    return made;
}

// --- properties

/// The value is read back from its text, whole or in pieces, and then written as the same text.
template<class T>
void expect_round_trip(T const& value)
{
    std::string const text = encode(value);
    auto const read = decode<T>(text);
    if (!read) RC_FAIL(outlay::detail::joined({read.error().message(), "\nin ", text}));
    RC_ASSERT(*read == value);
    RC_ASSERT(encode(*read) == text);

    auto const size = *rc::gen::inRange<std::size_t>(1, 50);
    outlay::decoder<T> decoder;
    for (std::size_t at = 0; at < text.size(); at += size) decoder.write(text.substr(at, size));
    RC_ASSERT(decoder.finish().value() == value);
}

RC_GTEST_PROP(portfolio_round_trip, of_requests_to_create, ())
{
    expect_round_trip(ads::create_portfolios_request{some_of(any_new_portfolio)});
}

RC_GTEST_PROP(portfolio_round_trip, of_requests_to_update, ())
{
    expect_round_trip(ads::update_portfolios_request{some_of(any_update)});
}

RC_GTEST_PROP(portfolio_round_trip, of_lists, ())
{
    expect_round_trip(ads::portfolio_list_reply{
        .next_token = perhaps(any_name), .portfolios = some_of(any_portfolio), .total_results = 7});
}

RC_GTEST_PROP(portfolio_round_trip, of_replies_to_a_create_or_update, ())
{
    expect_round_trip(
        ads::portfolio_write_reply{{.success = {{.index = 1, .portfolio = any_portfolio(), .portfolio_id = "1"}},
                                    .error = {{.errors = {{.error_type = any_name()}}, .index = 2}}}});
}

RC_GTEST_PROP(portfolio_round_trip, by_way_of_an_update_loses_nothing_that_can_be_set, ())
{
    ads::portfolio const portfolio = any_portfolio();
    std::string const text = encode(ads::portfolio_update::of(decode<ads::portfolio>(encode(portfolio)).value()));
    auto expected = portfolio;
    expected.in_budget.reset();
    expected.extended_data.reset();
    RC_ASSERT(decode<ads::portfolio>(text).value() == expected);
}

/// An object with further fields, with white space.
std::string with_unknown_fields(std::string object)
{
    int const count = *rc::gen::inRange(0, 3);
    for (int i = 0; i < count; ++i) {
        object.pop_back();
        auto const name = *rc::gen::element<std::string>("goal", "\\u0067oal", "", "a\\/b");
        object += outlay::detail::joined({",", any_json::any_space(), "\"", name, "\"", any_json::any_space(), ":",
                                          any_json::any_space(), any_json::any_value(3).sent, "}"});
    }
    return object;
}

RC_GTEST_PROP(portfolio_round_trip, keeps_unknown_fields_at_every_level, ())
{
    std::string const sharing = with_unknown_fields(R"({"featureState":"ENABLED"})");
    std::string const text = with_unknown_fields(outlay::detail::joined(
        {R"({"budget":)", with_unknown_fields(R"({"amount":1.50})"), R"(,"budgetControls":)",
         with_unknown_fields(outlay::detail::joined({R"({"campaignUnspentBudgetSharing":)", sharing, "}"})),
         R"(,"extendedData":)", with_unknown_fields(R"({"servingStatus":"PORTFOLIO_ENDED"})"),
         R"(,"name":"n","portfolioId":"1","state":"PAUSED"})"}));
    auto const read = decode<ads::portfolio>(text);
    RC_ASSERT(read.has_value());
    // As values: known and unknown fields change places. Of names that are given twice, the last counts in both.
    RC_ASSERT(boost::json::parse(encode(*read)) == boost::json::parse(text));
    RC_ASSERT(decode<ads::portfolio>(encode(*read)).value() == *read);
}

} // namespace portfolio_round_trip_test
