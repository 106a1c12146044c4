#include <algorithm>
#include <concepts>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>
#include <outlay/hubspot.hpp>
#include <string>
#include <vector>

namespace budget_item_test {

using namespace outlay::literals;
namespace hubspot = outlay::hubspot;
using hubspot::budget_item;
using hubspot::budget_item_id;
using hubspot::budget_item_input;
using hubspot::campaign_guid;
using outlay::currency;
using outlay::decode;
using outlay::encode;
using outlay::epoch_timestamp;
using testing::ElementsAre;

// --- ids

static_assert(!std::equality_comparable_with<budget_item_id, campaign_guid>);

TEST(hubspot_ids, are_integers_in_a_path)
{
    EXPECT_EQ(path_segment(budget_item_id("123")).value(), "123");
    EXPECT_EQ(path_segment(budget_item_id("18446744073709551615")).value(), "18446744073709551615");
    for (auto const id : {"", "<string>", "-1", "1.0", "007", "1/2", "../7", "12 ", "18446744073709551616"}) {
        auto const refused = path_segment(budget_item_id(id));
        ASSERT_FALSE(refused) << id;
        EXPECT_EQ(refused.error().report()[0].code, "id_not_a_number");
    }
    EXPECT_EQ(path_segment(budget_item_id("<string>")).error().message(),
              "expected an id that is a number such as 123, found \"<string>\"");
}

TEST(hubspot_ids, of_campaigns_are_guids)
{
    EXPECT_EQ(path_segment(campaign_guid("0f8fad5b-d9cb-469f-a165-70867728950e")).value(),
              "0f8fad5b-d9cb-469f-a165-70867728950e");
    for (auto const guid : {"", "{campaignGuid}", "a/b", "..", "0f8f ad5b"})
        EXPECT_FALSE(path_segment(campaign_guid(guid))) << guid;
}

// --- items

TEST(hubspot_item, reads_back_what_it_writes)
{
    budget_item const item{.amount = 12.50_dec,
                           .created_at = epoch_timestamp::from_milliseconds(1738258683590),
                           .id = "7",
                           .name = "Print",
                           .order = 2,
                           .updated_at = epoch_timestamp::from_milliseconds(1738258683591)};
    EXPECT_EQ(encode(item), R"({"amount":12.50,"createdAt":1738258683590,"id":"7","name":"Print","order":2,)"
                            R"("updatedAt":1738258683591})");
    EXPECT_EQ(decode<budget_item>(encode(item)).value(), item);
}

TEST(hubspot_item, of_a_reply_may_have_any_name)
{
    EXPECT_TRUE(decode<budget_item>(R"({"amount":1.005,"createdAt":1,"id":"","name":"","order":0,"updatedAt":1})"));
}

TEST(hubspot_item, sorts_by_order_then_by_age)
{
    auto const made = [](int order, int created, char const* id) {
        return budget_item{.created_at = epoch_timestamp::from_milliseconds(created), .id = id, .order = order};
    };
    std::vector<budget_item> items{made(2, 0, "e"), made(0, 2, "b"), made(1, 0, "c"), made(0, 1, "x"), made(1, 0, "d")};
    std::vector<std::string> ids;
    for (auto const& item : hubspot::in_order(items)) ids.push_back(item.id.str());
    EXPECT_THAT(ids, ElementsAre("x", "b", "c", "d", "e"));
    std::ranges::reverse(items);
    EXPECT_EQ(hubspot::in_order(items).front().id, "x");
    EXPECT_TRUE(hubspot::in_order({}).empty());
}

// --- inputs

TEST(hubspot_input, has_a_name)
{
    EXPECT_TRUE(outlay::valid(budget_item_input{.amount = 1, .name = "Print"}));
    auto const report = outlay::validate(budget_item_input{.amount = 1});
    ASSERT_EQ(report.size(), 1u);
    EXPECT_EQ(report[0].to_string(), "/name: expected 1 character or more, found 0 characters");
    EXPECT_FALSE(decode<budget_item_input>(R"({"amount":1,"name":"","order":0})"));
    EXPECT_FALSE(decode<budget_item_input>(R"({"amount":1,"name":"x"})")); // order is required
}

TEST(hubspot_input, is_no_finer_than_the_minor_unit_of_the_campaigns_currency)
{
    budget_item_input const input{.amount = 12.345_dec, .name = "Print"};
    EXPECT_TRUE(validate(input, "KWD").empty()); // has three places
    EXPECT_TRUE(validate(input, "XAU").empty()); // has no minor unit
    EXPECT_TRUE(validate(input, *currency::try_parse("QQQ")).empty());
    EXPECT_TRUE(validate(input, {}).empty()); // an empty currency, not an empty context
    auto const report = validate(input, "USD");
    ASSERT_EQ(report.size(), 1u);
    EXPECT_EQ(report[0].code, "finer_than_minor_unit");
    EXPECT_EQ(report[0].to_string(), "/amount: expected at most 2 places in USD, found 12.345");
    EXPECT_TRUE(outlay::validate(budget_item_input{.amount = 12.500_dec, .name = "x"}, "USD").empty());
    EXPECT_EQ(outlay::hubspot::validate({.amount = 0.5_dec}, "JPY").size(), 2u); // and the empty name
}

TEST(hubspot_input, of_an_item_keeps_all_that_may_be_sent)
{
    auto item = decode<budget_item>(R"({"amount":12.50,"createdAt":1,"description":"d","id":"7","name":"Print",)"
                                    R"("order":2,"updatedAt":1,"owner":{"id":7}})")
                    .value();
    auto input = budget_item_input::of(item);
    input.amount += 1;
    EXPECT_EQ(encode(input), R"({"amount":13.50,"description":"d","name":"Print","order":2,"owner":{"id":7}})");
}

} // namespace budget_item_test
