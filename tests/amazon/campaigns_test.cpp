#include "portfolio_samples.hpp"
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

// Campaigns, their budgets, the rules of an update, and the errors of its reply.

namespace campaigns_test {

using namespace outlay::literals;
namespace ads = outlay::amazon;
using ads::error_reason;
using outlay::decode;
using outlay::encode;
using outlay::inspect;
using portfolio_samples::findings;
using portfolio_samples::found_in;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::string payload(std::string_view name)
{
    std::ifstream file(outlay::detail::joined({OUTLAY_PAYLOADS "/amazon/campaign_", name, ".json"}));
    return {std::istreambuf_iterator<char>(file), {}};
}

template<class T>
void expect_same_again(std::string_view name)
{
    std::string const text = payload(name);
    auto const seen = inspect<T>(text);
    ASSERT_TRUE(seen.ok()) << name << '\n' << seen.report;
    EXPECT_EQ(boost::json::parse(encode(seen.value)), boost::json::parse(text)) << name;
    EXPECT_EQ(decode<T>(encode(seen.value)).value(), seen.value) << name;
}

// --- a list

TEST(campaigns, are_read_with_all_members_of_budgets)
{
    auto const seen = inspect<ads::campaign_list_reply>(payload("list_reply_first"));
    ASSERT_TRUE(seen.ok()) << seen.report;
    EXPECT_EQ(seen.value.next_token, "AAAAcampaigns2");
    EXPECT_EQ(seen.value.total_results, 3u);
    ASSERT_THAT(seen.value.campaigns, SizeIs(2));
    ads::campaign const& spring = seen.value.campaigns[0];
    EXPECT_EQ(spring.budget, (ads::campaign_budget{.budget = 50.00_dec, .effective_budget = 57.50_dec}));
    EXPECT_TRUE(is_raised_by_rules(spring.budget));
    EXPECT_EQ(spring.campaign_id, "218293333782035");
    EXPECT_TRUE(spring.end_date.is_null());
    EXPECT_EQ(spring.name, "Spring sale");
    EXPECT_EQ(spring.portfolio_id, ads::portfolio_id("190881001"));
    EXPECT_EQ(spring.start_date, 2026_y / 3 / 1);
    EXPECT_EQ(spring.state, ads::campaign_state::enabled);
    EXPECT_EQ(spring.extended_data->serving_status, ads::campaign_serving_status::campaign_out_of_budget);
    EXPECT_EQ(spring.extended_data->serving_status_details.at(0).name,
              ads::campaign_status_reason::campaign_out_of_budget_detail);
    EXPECT_EQ(spring.extended_data->creation_date_time, outlay::iso_timestamp::try_parse("2026-02-03T09:14:08.112Z"));

    ads::campaign const& cans = seen.value.campaigns[1];
    EXPECT_EQ(cans.campaign_id, "218293333782036"); // a number in the reply
    EXPECT_EQ(cans.end_date, 2026_y / 6 / 30);
    EXPECT_EQ(cans.marketplace_budget_allocation, ads::marketplace_budget_allocation::auto_);
    EXPECT_FALSE(cans.portfolio_id);
    EXPECT_FALSE(is_raised_by_rules(cans.budget));
    EXPECT_FALSE(is_raised_by_rules(ads::campaign_budget::daily(50))) << "no effective budget";
}

TEST(campaigns, keep_the_rest_in_their_extras)
{
    auto const seen = inspect<ads::campaign_list_reply>(payload("list_reply_first"));
    ads::campaign const& spring = seen.value.campaigns.at(0);
    EXPECT_EQ(spring.extras.get<std::string>("targetingType").value(), "MANUAL");
    EXPECT_TRUE(spring.extras.contains("dynamicBidding") && spring.extras.contains("tags"));
    EXPECT_THAT(findings(seen.report),
                ElementsAre("/campaigns/0/dynamicBidding unknown_field?", "/campaigns/0/tags unknown_field?",
                            "/campaigns/0/targetingType unknown_field?", "/campaigns/1/campaignId id_as_number?",
                            "/campaigns/1/targetingType unknown_field?"));
}

TEST(campaigns, are_written_as_they_were_read)
{
    expect_same_again<ads::campaign_list_reply>("list_reply_last");
    expect_same_again<ads::campaign_write_reply>("write_reply_documented");
    expect_same_again<ads::campaign_write_reply>("write_reply_all_errors");
    expect_same_again<ads::list_campaigns_request>("list_request_running");
    expect_same_again<ads::update_campaign_budgets_request>("update_request_two");
    auto const first = decode<ads::campaign_list_reply>(payload("list_reply_first")).value();
    EXPECT_EQ(decode<ads::campaign_list_reply>(encode(first)).value(), first);
    auto const text = encode(first.campaigns[0]);
    EXPECT_EQ(boost::json::parse(text),
              boost::json::parse(payload("list_reply_first")).as_object()["campaigns"].as_array()[0]);
}

TEST(campaigns, of_a_state_that_is_new_are_read)
{
    auto const read = decode<ads::campaign>(
        R"({"budget":{"budget":1,"budgetType":"LIFETIME"},"campaignId":"1","name":"n","state":"SUSPENDED"})");
    ASSERT_TRUE(read) << read.error();
    EXPECT_EQ(read->state.text(), "SUSPENDED");
    EXPECT_EQ(read->budget.budget_type.text(), "LIFETIME");
    EXPECT_TRUE(read->end_date.is_absent());
}

TEST(campaigns, without_a_promised_member_are_refused)
{
    EXPECT_THAT(findings(inspect<ads::campaign>("{}").report),
                ElementsAre("/budget missing", "/campaignId missing", "/name missing", "/state missing"));
    EXPECT_THAT(findings(inspect<ads::campaign_budget>("{}").report),
                ElementsAre("/budget missing", "/budgetType missing"));
}

TEST(campaigns, of_a_page_that_contradicts_itself_have_a_notice)
{
    auto const found = [](std::string_view text) { return findings(inspect<ads::campaign_list_reply>(text).report); };
    EXPECT_THAT(found("{}"), ElementsAre(" empty_reply?"));
    EXPECT_THAT(found(R"({"campaigns":[],"totalResults":0})"), IsEmpty());
    EXPECT_THAT(found(R"({"nextToken":"t"})"), IsEmpty()) << "an empty page before others";
    std::string const row =
        R"({"budget":{"budget":1,"budgetType":"DAILY"},"campaignId":"1","name":"n","state":"ENABLED"})";
    EXPECT_THAT(found(R"({"campaigns":[)" + row + R"(],"totalResults":0})"), ElementsAre(" total_results_too_low?"));
    EXPECT_THAT(found(R"({"campaigns":[)" + row + R"(],"totalResults":1})"), IsEmpty());
}

// --- filters

template<class Filter, class Item>
std::vector<std::string> found_in_filter(std::size_t count, Item const& item)
{
    return found_in(Filter{.include = std::vector<Item>(count, item)});
}

TEST(list_campaigns_request, has_the_limits_of_the_specification)
{
    EXPECT_THAT((found_in_filter<ads::campaign_id_filter>(1000, ads::campaign_id("1"))), IsEmpty());
    EXPECT_THAT((found_in_filter<ads::campaign_id_filter>(1001, ads::campaign_id("1"))), ElementsAre("/include items"));
    EXPECT_THAT((found_in_filter<ads::campaign_portfolio_filter>(100, ads::portfolio_id("1"))), IsEmpty());
    EXPECT_THAT((found_in_filter<ads::campaign_portfolio_filter>(101, ads::portfolio_id("1"))),
                ElementsAre("/include items"));
    EXPECT_THAT((found_in_filter<ads::campaign_name_filter>(100, std::string("n"))), IsEmpty());
    EXPECT_THAT((found_in_filter<ads::campaign_name_filter>(101, std::string("n"))), ElementsAre("/include items"));
    using state = outlay::open_enum<ads::campaign_state>;
    EXPECT_THAT((found_in_filter<ads::campaign_state_filter>(10, state())), IsEmpty());
    EXPECT_THAT((found_in_filter<ads::campaign_state_filter>(11, state())), ElementsAre("/include items"));
    using allocation = outlay::open_enum<ads::marketplace_budget_allocation>;
    EXPECT_THAT((found_in_filter<ads::budget_allocation_filter>(2, allocation())), IsEmpty());
    EXPECT_THAT((found_in_filter<ads::budget_allocation_filter>(3, allocation())), ElementsAre("/include items"));
    EXPECT_THAT(found_in(ads::list_campaigns_request{.max_results = 1}), IsEmpty());
    EXPECT_THAT(found_in(ads::list_campaigns_request{.max_results = 0}), ElementsAre("/maxResults at_least"));
}

TEST(list_campaigns_request, has_a_notice_for_a_filter_of_nothing)
{
    EXPECT_THAT(found_in(ads::campaign_id_filter{}), ElementsAre("/include empty_filter?"));
    EXPECT_THAT(found_in(ads::campaign_portfolio_filter{}), ElementsAre("/include empty_filter?"));
    EXPECT_THAT(found_in(ads::campaign_name_filter{}), ElementsAre("/include empty_filter?"));
    EXPECT_THAT(found_in(ads::campaign_state_filter{}), ElementsAre("/include empty_filter?"));
    EXPECT_THAT(found_in(ads::budget_allocation_filter{}), ElementsAre("/include empty_filter?"));
}

TEST(list_campaigns_request, takes_ids_and_texts_as_amazon_writes_them)
{
    EXPECT_THAT(found_in(ads::campaign_id_filter{{"1", "", "`2`"}}),
                ElementsAre("/include/1 length", "/include/2 odd_id?"));
    EXPECT_THAT(found_in(ads::campaign_id_filter{{std::string(255, '1'), std::string(256, '1')}}),
                ElementsAre("/include/1 length"));
    using state = outlay::open_enum<ads::campaign_state>;
    EXPECT_THAT(found_in(ads::campaign_state_filter{{state::from_text("BRAND_NEW"), state::from_text("enabled")}}),
                ElementsAre("/include/1 invalid_enum_value"));
}

// --- rules of an update

TEST(campaign_budget_update, is_written_as_amazon_reads_it)
{
    EXPECT_EQ(encode(ads::campaign_budget_update{"1", ads::campaign_budget::daily(50.00_dec)}),
              R"({"campaignId":"1","budget":{"budget":50.00,"budgetType":"DAILY"}})");
}

TEST(campaign_budget_update, has_a_budget_above_zero)
{
    auto const found = [](outlay::decimal amount) {
        return found_in(ads::campaign_budget_update{"1", ads::campaign_budget::daily(amount)});
    };
    EXPECT_THAT(found(0.01_dec), IsEmpty());
    EXPECT_THAT(found(0), ElementsAre("/budget/budget budget_too_low"));
    EXPECT_THAT(found(-1), ElementsAre("/budget/budget budget_too_low"));
}

TEST(campaign_budget_update, is_of_a_daily_budget)
{
    ads::campaign_budget_update update{"1", ads::campaign_budget::daily(5)};
    EXPECT_THAT(found_in(update), IsEmpty());
    update.budget.budget_type = ads::budget_type::other;
    EXPECT_THAT(found_in(update), ElementsAre("/budget/budgetType invalid_enum_value"));
    update.budget.budget_type = outlay::open_enum<ads::budget_type>::from_text("daily");
    EXPECT_THAT(found_in(update), ElementsAre("/budget/budgetType invalid_enum_value"));
}

TEST(campaign_budget_update, names_its_campaign)
{
    EXPECT_THAT(found_in(ads::campaign_budget_update{"", ads::campaign_budget::daily(5)}),
                ElementsAre("/campaignId missing_value"));
    EXPECT_THAT(found_in(ads::campaign_budget_update{"`1`", ads::campaign_budget::daily(5)}),
                ElementsAre("/campaignId odd_id?"));
}

TEST(campaign_budget_update, of_a_campaign_changes_the_amount_alone)
{
    auto const list = decode<ads::campaign_list_reply>(payload("list_reply_first")).value();
    auto const update = ads::campaign_budget_update::of(list.campaigns[0], 75.00_dec);
    EXPECT_EQ(encode(update), R"({"campaignId":"218293333782035","budget":{"budget":75.00,"budgetType":"DAILY"}})");
    auto const last = decode<ads::campaign_list_reply>(payload("list_reply_last")).value();
    EXPECT_THAT(found_in(ads::campaign_budget_update::of(last.campaigns[0], 75)),
                ElementsAre("/budget/budgetType invalid_enum_value"));
}

TEST(campaign_budget_update, leaves_the_effective_budget_out)
{
    auto const list = decode<ads::campaign_list_reply>(payload("list_reply_first")).value();
    ads::campaign_budget_update const update{"1", list.campaigns[0].budget};
    EXPECT_EQ(encode(update), R"({"campaignId":"1","budget":{"budget":50.00,"budgetType":"DAILY"}})");
    EXPECT_THAT(findings(outlay::validate(update)), ElementsAre("/budget/effectiveBudget not_sent?"));
}

TEST(update_campaign_budgets_request, has_1_to_1000_campaigns)
{
    auto const found = [](std::size_t count) {
        ads::campaign_budget_update const one{"1", ads::campaign_budget::daily(5)};
        return found_in(ads::update_campaign_budgets_request{std::vector(count, one)});
    };
    EXPECT_THAT(found(0), ElementsAre("/campaigns items"));
    EXPECT_THAT(found(1), IsEmpty());
    EXPECT_THAT(found(1000), IsEmpty());
    EXPECT_THAT(found(1001), ElementsAre("/campaigns items"));
}

// --- errors

TEST(campaign_errors, of_each_kind_are_in_their_member)
{
    auto const reply = decode<ads::campaign_write_reply>(payload("write_reply_all_errors")).value();
    std::vector<std::string> texts;
    for (ads::mutation_error const& row : reply.campaigns.error) {
        ASSERT_THAT(row.errors, SizeIs(1));
        ads::portfolio_error const& error = row.errors[0];
        EXPECT_EQ(error.error_value->body() == nullptr, error.error_type == "weatherError") << error;
        if (error.error_value->body() != nullptr) {
            EXPECT_TRUE(error.error_value->extras.empty()) << error;
            EXPECT_TRUE(error.error_value->body()->extras.empty()) << error;
            EXPECT_TRUE(error.error_value->body()->reason->is_known()) << error;
        }
        texts.push_back(error.to_string());
    }
    EXPECT_THAT(
        texts,
        ElementsAre(
            "biddingError BID_GT_BUDGET at $.campaigns[0].budget.budget: a bid is above the budget (0.02 to 50.00)",
            "billingError ADVERTISER_BILLING_SETUP_INCOMPLETE at $.campaigns[1]: billing is not set up",
            "budgetError BUDGET_TOO_LOW at $.campaigns[2].budget.budget: the budget is too low (1.00 to 1000000.00)",
            "currencyError CURRENCY_NOT_SUPPORTED at $.campaigns[3].budget: not a currency of the marketplace",
            "dateError UPDATING_ENDED_CAMPAIGN_WITHOUT_EXTENSION at $.campaigns[4]: the campaign has ended",
            "duplicateValueError NAME_NOT_UNIQUE at $.campaigns[5].name: the name is taken",
            "entityNotFoundError ENTITY_NOT_FOUND at $.campaigns[6].campaignId: no such campaign",
            "entityQuotaError NON_ARCHIVED_QUOTA_EXCEEDED at $.campaigns[7]: too many campaigns (at most 10000)",
            "entityStateError ARCHIVED_ENTITY_CANNOT_BE_MODIFIED at $.campaigns[8]: the campaign is archived",
            "internalServerError INTERNAL_ERROR at $.campaigns[9]: something broke",
            "malformedValueError LEADING_OR_TRAILING_WHITESPACE at $.campaigns[10].name: white space at the end",
            "missingValueError MISSING_VALUE at $.campaigns[11].budget.budgetType: a budget has a type",
            "otherError OTHER_ERROR at $.campaigns[12]: something else",
            "parentEntityError PARENT_ENTITY_ARCHIVED at $.campaigns[13]: the portfolio is archived",
            "rangeError NOT_IN_LIST at $.campaigns[14].budget.budgetType: not a budget type (one of DAILY)",
            "throttledError THROTTLED at $.campaigns[15]: too many changes",
            R"(weatherError {"cause":{"location":"$.campaigns[16]"},"reason":"RAIN","message":"it rains","millimetres":4})"));
}

TEST(campaign_errors, have_the_members_of_their_kinds)
{
    auto const reply = decode<ads::campaign_write_reply>(payload("write_reply_all_errors")).value();
    auto const value = [&](std::size_t item) -> ads::error_value const& {
        return *reply.campaigns.error.at(item).errors.at(0).error_value;
    };
    EXPECT_EQ(value(0).bidding_error->reason, error_reason::bid_gt_budget);
    EXPECT_EQ(value(0).bidding_error->upper_limit, "50.00");
    EXPECT_EQ(value(0).bidding_error->marketplace, "DE");
    EXPECT_EQ(value(3).currency_error->reason, error_reason::currency_not_supported);
    EXPECT_EQ(value(6).entity_not_found_error->entity_type, ads::entity_type::campaign);
    EXPECT_EQ(value(8).entity_state_error->reason, error_reason::archived_entity_cannot_be_modified);
    EXPECT_EQ(value(8).entity_state_error->entity_type, ads::entity_type::campaign);
    EXPECT_EQ(value(8).entity_state_error->marketplace, "DE");
    EXPECT_EQ(value(9).internal_server_error->reason, error_reason::internal_error);
    EXPECT_EQ(value(13).parent_entity_error->reason, error_reason::parent_entity_archived);
    EXPECT_EQ(value(15).throttled_error->reason, error_reason::throttled);
}

// --- status

TEST(campaign_status, of_a_usage_is_of_the_effective_budget)
{
    auto const list = decode<ads::campaign_list_reply>(payload("list_reply_first")).value();
    ads::campaign_usage const usage{
        .budget = 50, .budget_usage_percent = 80, .campaign_id = "218293333782035", .index = 0};
    auto const status = outlay::status_of(usage, list.campaigns[0]);
    EXPECT_EQ(status.amount, 50.00_dec);
    EXPECT_EQ(status.effective_amount, 57.50_dec);
    EXPECT_EQ(status.spent, 46_dec); // 80 % of 57.50, not of 50
    EXPECT_EQ(status.remaining, 11.50_dec);
    EXPECT_TRUE(status.derived.contains(outlay::status_figure::spent));
    EXPECT_EQ(status, ads::status_of(usage, 57.50_dec));
}

TEST(campaign_status, without_a_budget_in_the_usage_has_the_one_of_the_campaign)
{
    ads::campaign const campaign{.budget = ads::campaign_budget::daily(20), .campaign_id = "1", .name = "n"};
    auto const status = outlay::status_of(ads::campaign_usage{.budget_usage_percent = 25}, campaign);
    EXPECT_EQ(status.amount, 20_dec);
    EXPECT_EQ(status.spent, 5_dec);
    EXPECT_FALSE(status.effective_amount);
}

TEST(campaign_status, of_a_budget_that_was_changed_in_between_derives_nothing)
{
    ads::campaign const campaign{.budget = {.budget = 50, .effective_budget = 57.50_dec}, .name = "n"};
    auto const status_at = [&](outlay::decimal budget) {
        return outlay::status_of(ads::campaign_usage{.budget = budget, .budget_usage_percent = 80}, campaign);
    };
    EXPECT_EQ(status_at(50).spent, 46_dec);
    EXPECT_EQ(status_at(57.5_dec).spent, 46_dec); // the effective budget, as messages have it
    EXPECT_EQ(status_at(40).amount, 40_dec);
    EXPECT_EQ(status_at(40).used_percent, 80_dec);
    EXPECT_FALSE(status_at(40).spent || status_at(40).remaining || status_at(40).effective_amount);
}

TEST(campaign_status, of_another_budget_type_derives_nothing)
{
    auto const last = decode<ads::campaign_list_reply>(payload("list_reply_last")).value();
    auto const status =
        outlay::status_of(ads::campaign_usage{.budget = 900, .budget_usage_percent = 50}, last.campaigns[0]);
    EXPECT_EQ(status.amount, 900_dec);
    EXPECT_EQ(status.used_percent, 50_dec);
    EXPECT_FALSE(status.spent || status.remaining);
}

} // namespace campaigns_test
