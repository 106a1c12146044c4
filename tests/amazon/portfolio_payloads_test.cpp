#include "portfolio_samples.hpp"
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <string_view>

// The samples of Amazon's documents.

namespace portfolio_payloads_test {

using namespace portfolio_samples;
using outlay::decode;
using outlay::encode;
using outlay::inspect;
using testing::ElementsAre;
using testing::IsEmpty;

// --- requests

/// The body decodes without so much as a notice, and is written as the same JSON again.
template<class Request>
void expect_same_again(std::string_view name)
{
    std::string const text = payload(name);
    auto const seen = inspect<Request>(text);
    ASSERT_TRUE(seen.ok()) << name << '\n' << seen.report;
    EXPECT_THAT(notices(seen.report), IsEmpty()) << name;
    EXPECT_EQ(boost::json::parse(encode(seen.value)), boost::json::parse(text)) << name;
}

TEST(portfolio_payloads, requests_are_written_as_they_are_documented)
{
    expect_same_again<ads::create_portfolios_request>("create_request_documented");
    expect_same_again<ads::update_portfolios_request>("update_request_sharing_disabled");
    expect_same_again<ads::update_portfolios_request>("update_request_sharing_enabled");
    expect_same_again<ads::list_portfolios_request>("list_request_documented");
    expect_same_again<ads::list_portfolios_request>("list_request_sharing");
}

TEST(portfolio_payloads, the_documented_create_request_is_made_in_one_expression)
{
    ads::create_portfolios_request const made{
        {{.budget = ads::portfolio_budget::date_range({0.1_dec, "USD"}, {2024_y / 8 / 30, 2024_y / 9 / 25}),
          .name = "My portfolio"}}};
    EXPECT_EQ(made, decode<ads::create_portfolios_request>(payload("create_request_documented")).value());
}

TEST(portfolio_payloads, the_documented_update_request_is_made_in_one_expression)
{
    ads::update_portfolios_request const made{
        {{.budget = ads::portfolio_budget::date_range({50, "USD"}, {2024_y / 1 / 15, 2024_y / 2 / 15}),
          .budget_controls = ads::budget_controls::sharing(ads::feature_state::disabled),
          .name = "XYZ",
          .portfolio_id = "190881001",
          .state = ads::portfolio_state::enabled}}};
    EXPECT_EQ(made, decode<ads::update_portfolios_request>(payload("update_request_sharing_disabled")).value());
}

// --- replies

TEST(portfolio_payloads, reads_the_reply_to_a_create)
{
    auto const seen = inspect<ads::portfolio_write_reply>(payload("write_reply_documented"));
    ASSERT_TRUE(seen.ok()) << seen.report;
    EXPECT_THAT(notices(seen.report), IsEmpty());
    EXPECT_THAT(seen.value.portfolios.success,
                ElementsAre(ads::mutation_success{.index = 0, .portfolio_id = "69616386521924"}));
    EXPECT_THAT(seen.value.portfolios.error, IsEmpty());
}

TEST(portfolio_payloads, reads_the_list_that_is_documented_first)
{
    auto const seen = inspect<ads::portfolio_list_reply>(payload("list_reply_documented"));
    ASSERT_TRUE(seen.ok()) << seen.report;
    EXPECT_THAT(notices(seen.report), IsEmpty());
    EXPECT_EQ(seen.value.total_results, 1u);
    EXPECT_EQ(seen.value.next_token, std::nullopt);
    EXPECT_THAT(seen.value.portfolios, ElementsAre(ads::portfolio{.budget = ads::portfolio_budget::date_range(
                                                                      {10, "USD"}, {2024_y / 8 / 30, 2024_y / 9 / 30}),
                                                                  .in_budget = true,
                                                                  .name = "My portfolio",
                                                                  .portfolio_id = "69616386521924"}));
}

/// The portfolio of the guide about sharing, whose times are absent.
ads::portfolio sharing_portfolio(ads::feature_state state)
{
    return {.budget = ads::portfolio_budget::date_range({50, "USD"}, {2024_y / 1 / 15, 2024_y / 2 / 15}),
            .budget_controls = ads::budget_controls::sharing(state),
            .extended_data =
                ads::extended_data{.serving_status = ads::serving_status::portfolio_status_enabled,
                                   .status_reasons = {ads::status_reason::portfolio_status_enabled_detail}},
            .in_budget = true,
            .name = "XYZ",
            .portfolio_id = "190881001",
            .state = ads::portfolio_state::enabled};
}

void expect_write_reply(std::string_view name, ads::feature_state state)
{
    auto const seen = inspect<ads::portfolio_write_reply>(payload(name));
    ASSERT_TRUE(seen.ok()) << seen.report;
    EXPECT_THAT(notices(seen.report),
                ElementsAre("27:21 /portfolios/success/0/portfolio/extendedData/lastUpdateDate: another name of "
                            "lastUpdateDateTime",
                            "27:39 /portfolios/success/0/portfolio/extendedData/lastUpdateDate: found 0, read as "
                            "absent",
                            "28:21 /portfolios/success/0/portfolio/extendedData/creationDate: another name of "
                            "creationDateTime",
                            "28:37 /portfolios/success/0/portfolio/extendedData/creationDate: found 0, read as "
                            "absent",
                            "33:19 /portfolios/error/0: an error without anything in it"));
    EXPECT_THAT(seen.value.portfolios.success,
                ElementsAre(ads::mutation_success{
                    .index = 0, .portfolio = sharing_portfolio(state), .portfolio_id = "190881001"}));
    EXPECT_THAT(seen.value.portfolios.error, ElementsAre(ads::mutation_error{}));
}

TEST(portfolio_payloads, reads_the_replies_to_an_update)
{
    expect_write_reply("write_reply_sharing_disabled", ads::feature_state::disabled);
    expect_write_reply("write_reply_sharing_enabled", ads::feature_state::enabled);
}

void expect_list_reply(std::string_view name, ads::feature_state state)
{
    auto const seen = inspect<ads::portfolio_list_reply>(payload(name));
    ASSERT_TRUE(seen.ok()) << seen.report;
    EXPECT_THAT(notices(seen.report),
                ElementsAre("1:1: totalResults is less than the portfolios of this page",
                            "1:1: nextToken is \"string\", as in Amazon's samples: there is no such page",
                            "26:13 /portfolios/0/extendedData/lastUpdateDate: another name of lastUpdateDateTime",
                            "26:31 /portfolios/0/extendedData/lastUpdateDate: found 0, read as absent",
                            "27:13 /portfolios/0/extendedData/creationDate: another name of creationDateTime",
                            "27:29 /portfolios/0/extendedData/creationDate: found 0, read as absent"));
    EXPECT_EQ(seen.value, (ads::portfolio_list_reply{
                              .next_token = "string", .portfolios = {sharing_portfolio(state)}, .total_results = 0}));
}

TEST(portfolio_payloads, reads_the_lists_of_portfolios_that_share_and_that_do_not)
{
    expect_list_reply("list_reply_sharing_enabled", ads::feature_state::enabled);
    expect_list_reply("list_reply_sharing_disabled", ads::feature_state::disabled);
}

// --- quirks

TEST(portfolio_payloads, older_times_are_read)
{
    auto const seen = inspect<ads::extended_data>(R"({"creationDate":1718000000123,"lastUpdateDate":-1})");
    ASSERT_TRUE(seen.ok()) << seen.report;
    EXPECT_EQ(seen.value.creation_date_time, outlay::iso_timestamp::try_parse("2024-06-10T06:13:20.123Z"));
    EXPECT_EQ(seen.value.last_update_date_time, outlay::iso_timestamp::try_parse("1969-12-31T23:59:59.999Z"));
    EXPECT_THAT(findings(seen.report), ElementsAre("/creationDate alias?", "/lastUpdateDate alias?"));
}

TEST(portfolio_payloads, older_times_may_be_texts)
{
    constexpr std::string_view text =
        R"({"creationDate":"2024-06-10T06:13:20.123Z","lastUpdateDate":"1970-01-01T00:00:00Z"})";
    outlay::decoder<ads::extended_data> pieces;
    for (char const c : text) pieces.write({&c, 1});
    for (ads::extended_data const& read : {decode<ads::extended_data>(text).value(), pieces.finish().value()}) {
        EXPECT_EQ(read.creation_date_time->milliseconds(), 1718000000123);
        EXPECT_EQ(read.last_update_date_time->milliseconds(), 0);
    }
    EXPECT_FALSE(decode<ads::extended_data>(R"({"creationDate":"yesterday"})"));
}

TEST(portfolio_payloads, times_in_the_specified_form_are_read_without_notice)
{
    auto const seen = inspect<ads::extended_data>(
        R"({"creationDateTime":"2024-06-10T06:13:20.123Z","lastUpdateDateTime":"1970-01-01T00:00:00Z"})");
    EXPECT_THAT(findings(seen.report), IsEmpty());
    EXPECT_EQ(seen.value.creation_date_time->milliseconds(), 1718000000123);
    EXPECT_EQ(seen.value.last_update_date_time->milliseconds(), 0); // only the older name says "unknown" with it
}

TEST(portfolio_payloads, an_absent_older_time_is_not_written_under_the_newer_name)
{
    constexpr std::string_view text = R"({"creationDate":0,"lastUpdateDate":0})";
    EXPECT_EQ(outlay::encode(inspect<ads::extended_data>(text).value), "{}");
    outlay::decoder<ads::extended_data> pieces;
    pieces.write(text);
    EXPECT_EQ(outlay::encode(pieces.finish_inspection().value), "{}");
}

TEST(portfolio_payloads, an_older_time_is_milliseconds_or_null)
{
    EXPECT_THAT(findings(inspect<ads::extended_data>(R"({"creationDate":null,"lastUpdateDate":null})").report),
                ElementsAre("/creationDate alias?", "/lastUpdateDate alias?"));
    for (auto const text : {R"({"creationDate":0.5})", R"({"creationDate":true})", R"({"creationDate":{}})"})
        EXPECT_FALSE(decode<ads::extended_data>(text)) << text;
}

TEST(portfolio_payloads, a_success_without_an_id_is_a_notice)
{
    auto const seen =
        inspect<ads::portfolio_write_reply>(R"({"portfolios":{"success":[{"index":0,"portfolioId":""}]}})");
    EXPECT_TRUE(seen.ok()) << seen.report;
    EXPECT_THAT(findings(seen.report), ElementsAre("/portfolios/success/0 empty_id?"));
}

TEST(portfolio_payloads, ids_that_are_numbers_are_read_to_the_last_digit)
{
    auto const seen = inspect<ads::portfolio_write_reply>(
        R"({"portfolios":{"success":[{"index":0,"portfolioId":18446744073709551615}]}})");
    ASSERT_TRUE(seen.ok()) << seen.report;
    EXPECT_EQ(seen.value.portfolios.success[0].portfolio_id, "18446744073709551615");
    EXPECT_THAT(findings(seen.report), ElementsAre("/portfolios/success/0/portfolioId id_as_number?"));
}

TEST(portfolio_payloads, an_id_with_backticks_is_a_notice_in_a_request)
{
    ads::update_portfolios_request const update{{{.name = "n", .portfolio_id = "`p`"}}};
    EXPECT_THAT(found_in(update), ElementsAre("/portfolios/0/portfolioId odd_id?"));
    ads::list_portfolios_request const list{.portfolio_id_filter = ads::portfolio_id_filter{{"p", "`p`"}}};
    EXPECT_THAT(found_in(list), ElementsAre("/portfolioIdFilter/include/1 odd_id?"));
}

TEST(portfolio_payloads, replies_may_lack_what_is_optional)
{
    for (auto const text : {R"({})", R"({"portfolios":[]})", R"({"portfolios":null,"nextToken":null})",
                            R"({"portfolios":[{"name":"n","portfolioId":"1","state":"ENABLED"}]})",
                            R"({"portfolios":[{"name":"n","portfolioId":"1","state":"ENABLED","budget":null,
                                "budgetControls":null,"extendedData":null,"inBudget":null}]})",
                            R"({"portfolios":[{"name":"n","portfolioId":"1","state":"ENABLED","budget":{},
                                "budgetControls":{},"extendedData":{}}]})",
                            R"({"portfolios":[{"name":"n","portfolioId":"1","state":"ENABLED",
                                "budgetControls":{"campaignUnspentBudgetSharing":null},
                                "extendedData":{"statusReasons":null,"servingStatus":null}}]})"})
        EXPECT_TRUE(decodes<ads::portfolio_list_reply>(text));
    for (auto const text :
         {R"({"portfolios":{}})", R"({"portfolios":{"success":null,"error":null}})",
          R"({"portfolios":{"error":[{"index":0}]}})", R"({"portfolios":{"error":[{"index":0,"errors":null}]}})",
          R"({"portfolios":{"success":[{"index":0}]}})"})
        EXPECT_TRUE(decodes<ads::portfolio_write_reply>(text));
}

TEST(portfolio_payloads, replies_may_not_lack_what_is_promised)
{
    auto const found = [](std::string_view text) { return findings(inspect<ads::portfolio_list_reply>(text).report); };
    EXPECT_THAT(found("{}"), ElementsAre(" empty_reply?"));
    EXPECT_THAT(found(R"({"portfolios":[],"totalResults":0})"), IsEmpty());
    EXPECT_THAT(
        found(R"({"portfolios":[{}]})"),
        ElementsAre("/portfolios/0/name missing", "/portfolios/0/portfolioId missing", "/portfolios/0/state missing"));
    EXPECT_THAT(found(R"({"portfolios":{}})"), ElementsAre("/portfolios type"));
    auto const write = [](std::string_view text) { return findings(inspect<ads::portfolio_write_reply>(text).report); };
    EXPECT_THAT(write(R"({"portfolios":[]})"), ElementsAre("/portfolios type"));
    EXPECT_THAT(write(R"({"portfolios":{"success":[{}],"error":[{"errors":[{}]}]}})"),
                ElementsAre("/portfolios/error/0/index missing", "/portfolios/success/0/index missing"));
}

TEST(portfolio_payloads, a_page_with_as_many_portfolios_as_results_or_fewer_is_fine)
{
    auto const found = [](std::string_view total) {
        return findings(inspect<ads::portfolio_list_reply>(
                            outlay::detail::joined({R"({"portfolios":[{"name":"n","portfolioId":"1","state":"ENABLED"},
                                                       {"name":"n","portfolioId":"2","state":"ENABLED"}],)",
                                                    "\"totalResults\":", total, "}"}))
                            .report);
    };
    EXPECT_THAT(found("1"), ElementsAre(" total_results_too_low?"));
    EXPECT_THAT(found("2"), IsEmpty());
    EXPECT_THAT(found("3000"), IsEmpty());
    EXPECT_THAT(found("null"), IsEmpty());
}

// --- enumerations

/// A text that is no enumerator is kept, and is written again.
template<class E>
void expect_open()
{
    for (std::string_view const text : {"BRAND_NEW", "enabled", "PORTFOLIO_ENDED ", ""}) {
        std::string const json = outlay::detail::joined({"\"", text, "\""});
        auto const read = decode<outlay::open_enum<E>>(json).value();
        EXPECT_FALSE(read.is_known()) << text;
        EXPECT_EQ(read.text(), text);
        EXPECT_EQ(encode(read), json);
    }
}

TEST(portfolio_payloads, enumerations_are_open)
{
    expect_open<ads::portfolio_state>();
    expect_open<ads::feature_state>();
    expect_open<ads::budget_policy>();
    expect_open<ads::serving_status>();
    expect_open<ads::status_reason>();
    expect_open<ads::error_reason>();
    expect_open<ads::entity_type>();
    expect_open<ads::quota_scope>();
    expect_open<ads::query_term_match_type>();
}

} // namespace portfolio_payloads_test
