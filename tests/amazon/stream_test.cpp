#include "portfolio_samples.hpp"
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

// Messages of Amazon Marketing Stream.

namespace stream_test {

using namespace outlay::literals;
namespace ads = outlay::amazon;
using outlay::decode;
using outlay::encode;
using outlay::inspect;
using portfolio_samples::findings;
using testing::ElementsAre;
using testing::IsEmpty;

std::string payload(std::string_view name)
{
    std::ifstream file(outlay::detail::joined({OUTLAY_PAYLOADS "/amazon/budget_usage_message_", name, ".json"}));
    return {std::istreambuf_iterator<char>(file), {}};
}

TEST(budget_usage_message, is_read_and_written_again)
{
    auto const seen = inspect<ads::budget_usage_message>(payload("campaign"));
    ASSERT_TRUE(seen.ok()) << seen.report;
    EXPECT_THAT(findings(seen.report), IsEmpty());
    ads::budget_usage_message const message{.advertiser_id = "ENTITY2MQ0XYZ",
                                            .marketplace_id = "A1PA6795UKMFR9",
                                            .dataset_id = "budget-usage",
                                            .budget_scope_id = "218293333782035",
                                            .budget_scope_type = ads::budget_scope_type::campaign,
                                            .advertising_product_type = ads::ad_product::sponsored_products,
                                            .budget = 57.5_dec,
                                            .budget_usage_percentage = 95.0_dec,
                                            .usage_updated_timestamp =
                                                outlay::iso_timestamp::try_parse("2026-04-11T16:20:31.418Z")};
    EXPECT_EQ(seen.value, message);
    EXPECT_EQ(boost::json::parse(encode(message)), boost::json::parse(payload("campaign")));

    auto const portfolio = inspect<ads::budget_usage_message>(payload("portfolio"));
    EXPECT_THAT(findings(portfolio.report), ElementsAre("/idempotency_id unknown_field?"));
    EXPECT_EQ(boost::json::parse(encode(portfolio.value)), boost::json::parse(payload("portfolio")));
}

TEST(budget_usage_message, is_a_row_of_usage)
{
    auto const campaign = decode<ads::budget_usage_message>(payload("campaign")).value();
    ads::campaign_usage const usage{.budget = 57.5_dec,
                                    .budget_usage_percent = 95,
                                    .campaign_id = "218293333782035",
                                    .usage_updated_timestamp = campaign.usage_updated_timestamp};
    EXPECT_EQ(ads::to_campaign_usage(campaign), usage);
    EXPECT_FALSE(ads::to_portfolio_usage(campaign));

    auto const portfolio = decode<ads::budget_usage_message>(payload("portfolio")).value();
    ads::portfolio_usage const of_portfolio{.budget = 3000,
                                            .budget_usage_percent = 40.5_dec,
                                            .portfolio_id = "190881001",
                                            .usage_updated_timestamp = portfolio.usage_updated_timestamp};
    EXPECT_EQ(ads::to_portfolio_usage(portfolio), of_portfolio);
    EXPECT_FALSE(ads::to_campaign_usage(portfolio));
}

TEST(budget_usage_message, of_a_campaign_is_of_the_effective_budget)
{
    auto const campaign = decode<ads::budget_usage_message>(payload("campaign")).value();
    auto const status = outlay::status_of(campaign);
    EXPECT_FALSE(status.amount);
    EXPECT_EQ(status.effective_amount, 57.5_dec);
    EXPECT_EQ(status.spent, 54.625_dec);
    EXPECT_EQ(status.remaining, 2.875_dec);
    EXPECT_EQ(status.as_of, campaign.usage_updated_timestamp);
}

TEST(budget_usage_message, of_a_portfolio_is_of_its_budget)
{
    auto message = decode<ads::budget_usage_message>(payload("portfolio")).value();
    EXPECT_EQ(outlay::status_of(message).amount, 3000_dec);
    EXPECT_EQ(outlay::status_of(message).spent, 1215_dec);
    message.budget = 9999999999_dec;
    EXPECT_TRUE(outlay::status_of(message).is_uncapped);
    EXPECT_FALSE(outlay::status_of(message).spent);
}

TEST(budget_usage_message, of_a_scope_that_is_new_derives_nothing)
{
    auto const read = decode<ads::budget_usage_message>(
        R"({"budget_scope_id":"1","budget_scope_type":"AD_GROUP","advertising_product_type":"stv",)"
        R"("budget":10,"budget_usage_percentage":50})");
    ASSERT_TRUE(read) << read.error();
    EXPECT_EQ(read->budget_scope_type.text(), "AD_GROUP");
    EXPECT_EQ(read->advertising_product_type->text(), "stv");
    EXPECT_FALSE(ads::to_campaign_usage(*read) || ads::to_portfolio_usage(*read));
    EXPECT_EQ(outlay::status_of(*read).used_percent, 50_dec);
    EXPECT_FALSE(outlay::status_of(*read).spent);
}

TEST(budget_usage_message, with_a_time_of_another_form_keeps_it)
{
    auto const seen = inspect<ads::budget_usage_message>(
        R"({"budget_scope_id":"1","budget_scope_type":"CAMPAIGN","usage_updated_timestamp":"11 April"})");
    ASSERT_TRUE(seen.ok()) << seen.report;
    EXPECT_FALSE(seen.value.usage_updated_timestamp);
    EXPECT_EQ(seen.report.notices().size(), 1u);
    EXPECT_EQ(*seen.value.extras.trace("usage_updated_timestamp"), R"("11 April")");
}

TEST(budget_usage_message, of_another_dataset_has_a_notice)
{
    EXPECT_THAT(findings(inspect<ads::budget_usage_message>(
                             R"({"dataset_id":"sp-traffic","budget_scope_id":"1","budget_scope_type":"CAMPAIGN"})")
                             .report),
                ElementsAre(" other_dataset?"));
    EXPECT_THAT(findings(inspect<ads::budget_usage_message>(R"({"dataset_id":"sp-traffic","clicks":3})").report),
                ElementsAre("/budget_scope_id missing", "/budget_scope_type missing", "/clicks unknown_field?"));
}

TEST(budget_usage_message, is_read_a_line_at_a_time)
{
    std::istringstream log(encode(decode<ads::budget_usage_message>(payload("campaign")).value()) + "\n" +
                           R"({"budget_scope_id":"2","budget_scope_type":"CAMPAIGN","budget":"x"})" + "\n" +
                           encode(decode<ads::budget_usage_message>(payload("portfolio")).value()) + "\n");
    std::vector<std::string> lines;
    for (auto const& line : outlay::ndjson<ads::budget_usage_message>(log))
        lines.push_back(line.ok() ? line.value.budget_scope_id.str() : line.report[0].pointer);
    EXPECT_THAT(lines, ElementsAre("218293333782035", "/budget", "190881001"));
}

} // namespace stream_test
