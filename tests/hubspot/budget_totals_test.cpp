#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <cstdint>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <optional>
#include <outlay/hubspot.hpp>
#include <rapidcheck/gtest.h>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace budget_totals_test {

using namespace outlay::literals;
namespace hubspot = outlay::hubspot;
using outlay::currency;
using outlay::decimal;
using outlay::decode;
using outlay::encode;
using outlay::epoch_timestamp;
using outlay::inspect;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string payload(std::string_view name)
{
    std::ifstream file(outlay::detail::joined({OUTLAY_PAYLOADS "/hubspot/", name, ".json"}));
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> notices(outlay::report const& report)
{
    std::vector<std::string> lines;
    for (outlay::violation const& v : report.notices()) lines.push_back(v.to_string());
    return lines;
}

// --- samples

TEST(hubspot_totals, reads_the_documented_reply)
{
    auto const seen = inspect<hubspot::budget_totals>(payload("budget_totals_reply_documented"));
    ASSERT_TRUE(seen.ok()) << seen.report;
    hubspot::budget_item const item{.amount = 123,
                                    .created_at = epoch_timestamp::from_milliseconds(123),
                                    .description = "<string>",
                                    .id = "<string>",
                                    .name = "<string>",
                                    .order = 123,
                                    .updated_at = epoch_timestamp::from_milliseconds(123)};
    EXPECT_EQ(seen.value, (hubspot::budget_totals{.budget_items = {item},
                                                  .budget_total = 123,
                                                  .currency_code = "AED",
                                                  .remaining_budget = 123,
                                                  .spend_items = {item},
                                                  .spend_total = 123}));
    EXPECT_THAT(notices(seen.report),
                ElementsAre("26:22 /remainingBudget: remainingBudget is 123, but budgetTotal - spendTotal is 0"));
    EXPECT_EQ(boost::json::parse(encode(seen.value)), boost::json::parse(payload("budget_totals_reply_documented")));
}

TEST(hubspot_totals, loses_nothing_on_a_round_trip)
{
    std::string const text = payload("budget_totals_reply_spring");
    auto const seen = inspect<hubspot::budget_totals>(text);
    ASSERT_TRUE(seen.ok()) << seen.report;
    EXPECT_THAT(notices(seen.report), ElementsAre("5:36 /budgetItems/1/approvedBy: not a known field, kept",
                                                  "8:12 /spendItems/0/id: found 90, read as an id",
                                                  "14:3 /portalId: not a known field, kept"));
    std::string const again = encode(seen.value);
    auto expected = boost::json::parse(text);
    expected.at("spendItems").at(0).at("id") = "90";
    EXPECT_EQ(boost::json::parse(again), expected);
    EXPECT_THAT(again, HasSubstr(R"("limits":[0.10,1e3])"));
    EXPECT_THAT(again, HasSubstr(R"("amount":1200.50)"));
    EXPECT_EQ(decode<hubspot::budget_totals>(again).value(), seen.value);
}

TEST(hubspot_totals, needs_items_and_a_currency)
{
    auto const bad = decode<hubspot::budget_totals>(R"({"budgetItems":[{"amount":"1","order":1.5}]})");
    ASSERT_FALSE(bad);
    std::vector<std::string> pointers;
    for (auto const& v : bad.error().report()) pointers.push_back(v.pointer);
    EXPECT_THAT(pointers,
                testing::UnorderedElementsAre("/budgetItems/0/amount", "/budgetItems/0/order",
                                              "/budgetItems/0/createdAt", "/budgetItems/0/id", "/budgetItems/0/name",
                                              "/budgetItems/0/updatedAt", "/currencyCode", "/spendItems"));
}

// --- totals and their items

hubspot::budget_item item(decimal amount) { return {.amount = amount, .id = "1", .name = "x"}; }

TEST(hubspot_totals, that_disagree_are_noted_with_both_figures)
{
    hubspot::budget_totals const totals{.budget_items = {item(1), item(2.5_dec)},
                                        .budget_total = 4,
                                        .currency_code = "USD",
                                        .remaining_budget = 3.5_dec,
                                        .spend_items = {item(0.25_dec)},
                                        .spend_total = 0.75_dec};
    auto const report = outlay::validate(totals);
    EXPECT_TRUE(report.empty());
    EXPECT_THAT(notices(report),
                ElementsAre("/budgetTotal: budgetTotal is 4, but the items sum to 3.5",
                            "/spendTotal: spendTotal is 0.75, but the items sum to 0.25",
                            "/remainingBudget: remainingBudget is 3.5, but budgetTotal - spendTotal is 3.25"));
    for (auto const& notice : report.notices()) EXPECT_EQ(notice.code, "total_differs");
    EXPECT_TRUE(decode<hubspot::budget_totals>(encode(totals)));
}

TEST(hubspot_totals, that_are_absent_or_computed_in_doubles_are_valid)
{
    hubspot::budget_totals totals{.budget_items = {item(0.1_dec), item(0.2_dec)}, .currency_code = "USD"};
    EXPECT_THAT(notices(outlay::validate(totals)), IsEmpty());
    totals.budget_total = 0.30000000000000004_dec;
    EXPECT_THAT(notices(outlay::validate(totals)), IsEmpty());
    totals.budget_total = 0.31_dec;
    EXPECT_EQ(outlay::validate(totals).notices().size(), 1u);
}

TEST(hubspot_totals, are_compared_only_if_all_three_are_known)
{
    for (int absent = 0; absent < 3; ++absent) {
        hubspot::budget_totals totals{.currency_code = "USD"};
        if (absent != 0) totals.budget_total = decimal(0);
        if (absent != 1) totals.spend_total = decimal(0);
        if (absent != 2) totals.remaining_budget = decimal(7);
        EXPECT_TRUE(outlay::validate(totals).notices().empty()) << absent;
    }
}

TEST(hubspot_totals, beyond_the_range_of_decimals_are_a_notice)
{
    decimal const most = 7e28_dec;
    hubspot::budget_totals const totals{.budget_items = {item(most), item(most)},
                                        .budget_total = most,
                                        .currency_code = "USD",
                                        .remaining_budget = 0,
                                        .spend_total = -most};
    EXPECT_THAT(notices(outlay::validate(totals)),
                ElementsAre(HasSubstr("more than a decimal holds"), HasSubstr("sum to 0"),
                            HasSubstr("more than a decimal holds")));
}

TEST(hubspot_totals, in_another_currency_than_the_176_are_noted)
{
    for (auto const& [code, noted] : {std::pair{"USD", 0u}, {"ZWL", 0u}, {"VES", 1u}, {"QQQ", 1u}}) {
        auto const report = outlay::validate(hubspot::budget_totals{.currency_code = *currency::try_parse(code)});
        EXPECT_TRUE(report.empty());
        EXPECT_EQ(report.notices().size(), noted) << code;
    }
    auto const noted = outlay::validate(hubspot::budget_totals{.currency_code = "VES"});
    EXPECT_EQ(noted.notices()[0].to_string(), "/currencyCode: expected a currency of HubSpot's list, found VES");
    EXPECT_EQ(noted.notices()[0].code, "unlisted_currency");
}

TEST(hubspot_currencies, differ_from_iso_4217_by_a_known_list)
{
    std::vector<std::string> withdrawn;
    for (currency const c : hubspot::currencies)
        if (auto const month = c.withdrawn())
            withdrawn.push_back(c.to_string() + " " + outlay::month(*month).to_string());
    EXPECT_THAT(withdrawn, ElementsAre("ANG 202503", "BGN 202601", "CUC 202106", "HRK 202301", "SLL 202312",
                                       "VEF 201808", "ZWL 202409"));
    std::vector<std::string> lacking;
    for (currency const c : outlay::currencies())
        if (!c.withdrawn() && !hubspot::is_listed(c)) lacking.push_back(c.to_string());
    EXPECT_THAT(lacking, ElementsAre("SLE", "UYW", "VED", "VES", "XAD", "XCG", "XTS", "XXX", "ZWG"));
}

// --- status

using outlay::status;
using outlay::status_of;

TEST(hubspot_status, follows_from_the_remaining_amount)
{
    auto const s = status_of(hubspot::budget_totals{.budget_total = 100, .remaining_budget = 30});
    EXPECT_EQ(s, (outlay::status{.amount = 100, .spent = 70, .remaining = 30, .used_percent = 70}));
}

TEST(hubspot_status, has_the_figures_of_the_totals)
{
    auto const totals = decode<hubspot::budget_totals>(payload("budget_totals_reply_spring")).value();
    EXPECT_EQ(status_of(totals), (status{.amount = 2000.50_dec,
                                         .spent = 150.13_dec,
                                         .remaining = 1850.37_dec,
                                         .used_percent = 7.5046_dec,
                                         .currency = currency{"EUR"}}));
    EXPECT_EQ(status_of(totals).to_string(), "150.13 of 2000.50 EUR spent (7.5046 %), 1850.37 remaining");
}

TEST(hubspot_status, sums_items_where_totals_are_absent)
{
    hubspot::budget_totals const totals{
        .budget_items = {item(60), item(40)}, .currency_code = "JPY", .spend_items = {item(130)}};
    EXPECT_EQ(
        status_of(totals),
        (status{.amount = 100, .spent = 130, .remaining = -30, .used_percent = 130, .currency = currency{"JPY"}}));
}

TEST(hubspot_status, says_which_figures_are_not_in_the_totals)
{
    using figures = outlay::status_figures;
    using outlay::status_figure;
    auto const totals = decode<hubspot::budget_totals>(payload("budget_totals_reply_spring")).value();
    EXPECT_EQ(status_of(totals).derived, figures{status_figure::used_percent});
    hubspot::budget_totals const sums{.budget_items = {item(60)}, .spend_items = {item(30)}, .spend_total = 30};
    EXPECT_EQ(status_of(sums).derived,
              (figures{status_figure::amount, status_figure::remaining, status_figure::used_percent}));
    EXPECT_EQ(
        status_of(hubspot::budget_totals{.budget_items = {item(60)}, .spend_items = {item(30)}}).derived,
        (figures{status_figure::amount, status_figure::spent, status_figure::remaining, status_figure::used_percent}));
    EXPECT_EQ(status_of(hubspot::budget_totals{.budget_total = 60}).derived, figures{});
}

TEST(hubspot_status, is_absent_without_figures)
{
    EXPECT_EQ(status_of(hubspot::budget_totals{.currency_code = "USD"}), status{.currency = currency{"USD"}});
    EXPECT_EQ(status_of(hubspot::budget_totals{.budget_total = 0, .currency_code = "USD", .spend_total = 0}),
              (status{.amount = 0, .spent = 0, .remaining = 0, .currency = currency{"USD"}}));
}

// --- for all totals

rc::Gen<decimal> const amounts = rc::gen::apply([](std::int32_t n, int scale) { return decimal::from_parts(n, scale); },
                                                rc::gen::arbitrary<std::int32_t>(), rc::gen::inRange(0, 4));

hubspot::budget_item any_item()
{
    hubspot::budget_item made{.amount = *amounts,
                              .created_at = epoch_timestamp::from_milliseconds(*rc::gen::arbitrary<std::int64_t>()),
                              .id = hubspot::budget_item_id::from_number(*rc::gen::arbitrary<std::uint64_t>()),
                              .name = std::to_string(*rc::gen::arbitrary<int>()),
                              .order = *rc::gen::inRange(-3, 10)};
    if (*rc::gen::arbitrary<bool>()) made.description = "d";
    if (*rc::gen::arbitrary<bool>()) made.extras.set("more", 7);
    return made;
}

RC_GTEST_PROP(hubspot_totals, round_trip_and_agree_with_their_items, ())
{
    auto const items = rc::gen::container<std::vector<hubspot::budget_item>>(rc::gen::exec(any_item));
    hubspot::budget_totals totals{.budget_items = *items, .currency_code = "EUR", .spend_items = *items};
    decimal budget;
    decimal spend;
    for (auto const& i : totals.budget_items) budget += i.amount;
    for (auto const& i : totals.spend_items) spend += i.amount;
    totals.budget_total = budget;
    totals.spend_total = spend;
    totals.remaining_budget = budget - spend;
    RC_ASSERT(outlay::validate(totals).notices().empty());
    auto const read = decode<hubspot::budget_totals>(encode(totals));
    RC_ASSERT(read.value() == totals);
    auto const off = decimal::from_parts(1 + *rc::gen::inRange(0, 100), 1);
    totals.budget_total = budget + off;
    totals.remaining_budget = std::nullopt;
    RC_ASSERT(outlay::validate(totals).notices().size() == 1u);
}

} // namespace budget_totals_test
