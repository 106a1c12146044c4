#include <algorithm>
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <optional>
#include <outlay/amazon.hpp>
#include <rapidcheck/gtest.h>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace budget_usage_test {

using namespace outlay::literals;
namespace ads = outlay::amazon;
using outlay::decode;
using outlay::encode;
using outlay::inspect;
using outlay::iso_timestamp;
using testing::ElementsAre;

std::string payload(std::string const& name)
{
    std::ifstream file(OUTLAY_PAYLOADS "/amazon/" + name);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> notices(outlay::report const& report)
{
    std::vector<std::string> lines;
    for (outlay::violation const& v : report.notices()) lines.push_back(v.to_string());
    return lines;
}

// --- the samples of Amazon's documents

TEST(budget_usage, reads_the_documented_reply)
{
    auto const seen = inspect<ads::campaign_usage_reply>(payload("campaign_usage_reply_documented.json"));
    ASSERT_TRUE(seen.ok()) << seen.report;
    ads::campaign_usage const usage{.budget = 0,
                                    .budget_usage_percent = 0,
                                    .campaign_id = "campaign1",
                                    .index = 0,
                                    .usage_updated_timestamp = iso_timestamp::try_parse("2022-01-05T02:45:32.486Z")};
    ads::usage_error const error{.campaign_id = "string", .code = "string", .details = "string", .index = 0};
    EXPECT_THAT(seen.value.success, ElementsAre(usage));
    EXPECT_THAT(seen.value.error, ElementsAre(error));
    EXPECT_THAT(notices(seen.report),
                ElementsAre("4:13 /success/0/lastUpdatedDate: another name of usageUpdatedTimestamp"));
}

TEST(budget_usage, reads_every_sample_but_the_broken_ones)
{
    for (auto const name :
         {"campaign_usage_reply_documented", "campaign_usage_reply_two_refused", "campaign_usage_reply_ten_campaigns"})
        EXPECT_TRUE(decode<ads::campaign_usage_reply>(payload(name + std::string(".json")))) << name;
    for (auto const name : {"portfolio_usage_reply_documented", "portfolio_usage_reply_two_refused"})
        EXPECT_TRUE(decode<ads::portfolio_usage_reply>(payload(name + std::string(".json")))) << name;
    for (auto const name : {"campaign_usage_request_one", "campaign_usage_request_three"})
        EXPECT_TRUE(decode<ads::campaign_usage_request>(payload(name + std::string(".json")))) << name;
    for (auto const name : {"portfolio_usage_request_documented", "portfolio_usage_request_backticks"})
        EXPECT_TRUE(decode<ads::portfolio_usage_request>(payload(name + std::string(".json")))) << name;
}

TEST(budget_usage, keeps_an_id_with_backticks_with_a_notice)
{
    auto const seen = inspect<ads::portfolio_usage_request>(payload("portfolio_usage_request_backticks.json"));
    EXPECT_TRUE(seen.ok());
    EXPECT_THAT(seen.value.portfolio_ids, ElementsAre("`portfolio1`", "portfolio2", "portfolio3"));
    EXPECT_THAT(notices(seen.report),
                ElementsAre("3:3 /portfolioIds/0: expected letters and digits, found \"`portfolio1`\""));
    EXPECT_EQ(outlay::validate(seen.value).notices().size(), 1u);
    EXPECT_TRUE(outlay::valid(seen.value));
}

TEST(budget_usage, notes_a_reply_without_items)
{
    for (auto const text : {R"({})", R"({"success":[],"error":[]})", R"({"code":"THROTTLED","details":"slow down"})"}) {
        auto const seen = inspect<ads::campaign_usage_reply>(text);
        EXPECT_TRUE(seen.ok());
        ASSERT_FALSE(seen.report.notices().empty()) << text;
        EXPECT_EQ(seen.report.notices()[0].code, "empty_reply");
    }
}

// --- quirks of replies

TEST(budget_usage, reads_the_older_names_with_a_notice)
{
    auto const seen = inspect<ads::portfolio_usage_reply>(
        R"({"success":[{"budgetConsumptionPercent":75.25,"lastUpdatedDate":"2022-01-05T02:45:32Z"}]})");
    ASSERT_TRUE(seen.ok()) << seen.report;
    EXPECT_EQ(seen.value.success[0].budget_usage_percent, 75.25_dec);
    EXPECT_THAT(notices(seen.report),
                ElementsAre("1:14 /success/0/budgetConsumptionPercent: another name of budgetUsagePercent",
                            "1:47 /success/0/lastUpdatedDate: another name of usageUpdatedTimestamp"));
}

TEST(budget_usage, reads_an_error_with_nothing_in_it_with_a_notice)
{
    auto const seen = inspect<ads::campaign_usage_reply>(R"({"success":[{}],"error":[{}]})");
    ASSERT_TRUE(seen.ok()) << seen.report;
    EXPECT_EQ(seen.value.error.size(), 1u);
    EXPECT_THAT(notices(seen.report), ElementsAre("1:26 /error/0: an error without anything in it"));
}

TEST(budget_usage, reads_ids_that_are_numbers_exactly)
{
    auto const seen = inspect<ads::campaign_usage_reply>(R"({"success":[{"campaignId":18446744073709551615}]})");
    ASSERT_TRUE(seen.ok()) << seen.report;
    EXPECT_EQ(seen.value.success[0].campaign_id, "18446744073709551615");
    EXPECT_EQ(seen.report.notices()[0].code, "id_as_number");
}

TEST(budget_usage, names_every_wrong_field_with_its_place)
{
    auto const bad =
        decode<ads::campaign_usage_reply>("{\"success\":[{\"index\":-1,\"campaignId\":7.5,\n\"budget\":\"x\"}]}");
    ASSERT_FALSE(bad);
    EXPECT_EQ(bad.error().message(), "1:22 /success/0/index: expected a non-negative integer, found -1\n"
                                     "1:38 /success/0/campaignId: expected an id in a string, found 7.5\n"
                                     "2:10 /success/0/budget: expected a number, found \"x\"");
}

// --- requests

TEST(budget_usage, requests_name_one_to_a_hundred_ids)
{
    ads::campaign_usage_request request{{"a", "b"}};
    EXPECT_EQ(encode(request), R"({"campaignIds":["a","b"]})");
    for (auto const& [size, violations] : {std::pair{0, 1}, {1, 0}, {100, 0}, {101, 1}}) {
        request.campaign_ids.assign(static_cast<std::size_t>(size), "x");
        EXPECT_EQ(outlay::validate(request).size(), static_cast<std::size_t>(violations)) << size;
    }
    EXPECT_EQ(encode(ads::campaign_usage_request{}), R"({"campaignIds":[]})");
}

TEST(budget_usage, requests_with_an_empty_or_endless_id_are_refused)
{
    ads::portfolio_usage_request const request{{"p", "", std::string(255, 'x'), std::string(256, 'x')}};
    auto const report = outlay::validate(request);
    ASSERT_EQ(report.size(), 2u) << report;
    EXPECT_EQ(report[0].pointer, "/portfolioIds/1");
    EXPECT_EQ(report[1].pointer, "/portfolioIds/3");
}

// --- for all replies

template<class T>
std::optional<T> perhaps(rc::Gen<T> const& gen)
{
    return *rc::gen::arbitrary<bool>() ? std::optional<T>(*gen) : std::nullopt;
}

/// Valid UTF-8 of characters that are short, long, escaped, or have a meaning in JSON.
std::string any_text()
{
    auto const pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "a", "7", " ", "\"", "\\", "/", "\n", "\x01", "\x7F", std::string(1, '\0'), "\xC3\xA9", "\xE6\x97\xA5",
        "\xF0\x9F\x98\x80", "a rather long piece that no small string holds", "{\"a\":[1,"));
    std::string text;
    for (std::string const& piece : pieces) text += piece;
    return text;
}

rc::Gen<std::string> const texts = rc::gen::exec(any_text);
rc::Gen<outlay::decimal> const decimals =
    rc::gen::apply([](std::int64_t coefficient, int scale) { return outlay::decimal::from_parts(coefficient, scale); },
                   rc::gen::arbitrary<std::int64_t>(), rc::gen::inRange(0, 19));
rc::Gen<iso_timestamp> const times =
    rc::gen::map(rc::gen::inRange<std::int64_t>(-62'167'219'200'000, 253'402'300'800'000),
                 [](std::int64_t ms) { return iso_timestamp::from_milliseconds(ms); });
rc::Gen<std::uint32_t> const indices = rc::gen::arbitrary<std::uint32_t>();

ads::campaign_usage any_usage()
{
    return {.budget = perhaps(decimals),
            .budget_usage_percent = perhaps(decimals),
            .campaign_id = perhaps(rc::gen::construct<ads::campaign_id>(texts)),
            .index = perhaps(indices),
            .usage_updated_timestamp = perhaps(times)};
}

ads::usage_error any_error()
{
    return {.campaign_id = perhaps(rc::gen::construct<ads::campaign_id>(texts)),
            .code = perhaps(texts),
            .details = perhaps(texts),
            .index = perhaps(indices),
            .portfolio_id = perhaps(rc::gen::construct<ads::portfolio_id>(texts))};
}

ads::campaign_usage_reply any_reply()
{
    return {.success = *rc::gen::container<std::vector<ads::campaign_usage>>(rc::gen::exec(any_usage)),
            .error = *rc::gen::container<std::vector<ads::usage_error>>(rc::gen::exec(any_error))};
}

RC_GTEST_PROP(budget_usage, replies_round_trip, ())
{
    ads::campaign_usage_reply const reply = any_reply();
    std::string const text = encode(reply);
    auto const read = decode<ads::campaign_usage_reply>(text);
    if (!read) RC_FAIL(read.error().message() + "\nin " + text);
    RC_ASSERT(*read == reply);
    RC_ASSERT(encode(*read) == text); // scales, too, are kept
}

/// What Boost.JSON reads, converted by hand; its numbers go through text, for its doubles are not exact.
template<class T, class Convert>
std::optional<T> member(boost::json::value const& object, char const* name, Convert convert)
{
    auto const* const found = object.as_object().if_contains(name);
    return found != nullptr ? std::optional<T>(convert(*found)) : std::nullopt;
}

std::string text_of(boost::json::value const& v) { return {v.as_string().data(), v.as_string().size()}; }
std::uint32_t index_of(boost::json::value const& v) { return v.to_number<std::uint32_t>(); }

ads::usage_error error_by_hand(boost::json::value const& v)
{
    return {.campaign_id = member<ads::campaign_id>(v, "campaignId", text_of),
            .code = member<std::string>(v, "code", text_of),
            .details = member<std::string>(v, "details", text_of),
            .index = member<std::uint32_t>(v, "index", index_of),
            .portfolio_id = member<ads::portfolio_id>(v, "portfolioId", text_of)};
}

bool same_number(std::optional<outlay::decimal> const& ours, boost::json::value const& object, char const* name)
{
    auto const* const theirs = object.as_object().if_contains(name);
    if (!ours || theirs == nullptr) return ours.has_value() == (theirs != nullptr);
    double const expected = theirs->to_number<double>();
    return std::abs(ours->to_double() - expected) <= std::abs(expected) * 1e-15;
}

bool same_usage(ads::campaign_usage const& ours, boost::json::value const& theirs)
{
    auto const time = member<std::string>(theirs, "usageUpdatedTimestamp", text_of);
    return ours.index == member<std::uint32_t>(theirs, "index", index_of) &&
           ours.campaign_id == member<ads::campaign_id>(theirs, "campaignId", text_of) &&
           ours.usage_updated_timestamp.has_value() == time.has_value() &&
           (!time || ours.usage_updated_timestamp->to_string() == *time) &&
           same_number(ours.budget, theirs, "budget") &&
           same_number(ours.budget_usage_percent, theirs, "budgetUsagePercent");
}

RC_GTEST_PROP(budget_usage, replies_are_what_boost_json_reads, ())
{
    ads::campaign_usage_reply const reply = any_reply();
    boost::json::value const theirs = boost::json::parse(encode(reply));
    boost::json::array const none;
    auto const list = [&](char const* name) -> boost::json::array const& {
        auto const* const found = theirs.as_object().if_contains(name);
        return found != nullptr ? found->as_array() : none;
    };
    RC_ASSERT(std::ranges::equal(reply.success, list("success"), same_usage));
    RC_ASSERT(std::ranges::equal(reply.error, list("error"), {}, {}, error_by_hand));
}

// --- nothing is lost

TEST(budget_usage, keeps_what_nobody_documented_in_the_reply_and_in_each_row)
{
    constexpr std::string_view text = R"({"success":[{"budget":50,"index":0,"pacing":"EVEN"}],)"
                                      R"("error":[{"code":"404","index":1,"retry":false}],"requestId":"r-1"})";
    auto const reply = decode<ads::campaign_usage_reply>(text).value();
    EXPECT_EQ(reply.extras.get<std::string>("requestId").value(), "r-1");
    EXPECT_EQ(reply.success[0].extras.get<std::string>("pacing").value(), "EVEN");
    EXPECT_EQ(reply.error[0].extras.get<bool>("retry").value(), false);
    EXPECT_EQ(encode(reply), text);
}

TEST(budget_usage, of_a_portfolio_without_a_cap_is_of_no_amount)
{
    auto const seen = outlay::inspect<ads::portfolio_usage_reply>(
        R"({"success":[{"budget":9999999999,"budgetUsagePercent":0.00012,"index":0,"portfolioId":"1",)"
        R"("usageUpdatedTimestamp":"2024-08-20T19:39:44Z"},{"budget":9999999998,"budgetUsagePercent":50,"index":1}]})");
    ASSERT_EQ(seen.report.notices().size(), 1u);
    EXPECT_EQ(seen.report.notices()[0].pointer, "/success/0");
    EXPECT_EQ(seen.report.notices()[0].code, "no_cap");
    outlay::status const uncapped = outlay::status_of(seen.value.success[0]);
    EXPECT_EQ(uncapped, (outlay::status{.as_of = seen.value.success[0].usage_updated_timestamp, .is_uncapped = true}));
    EXPECT_EQ(uncapped.to_string(), "? of no cap spent, as of 2024-08-20T19:39:44Z");
    EXPECT_EQ(outlay::status_of(seen.value.success[1]).spent, 4'999'999'999);
}

} // namespace budget_usage_test
