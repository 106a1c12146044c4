#include "portfolio_samples.hpp"
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

// The errors of portfolios that were not created or updated.

namespace portfolio_error_test {

using namespace portfolio_samples;
using ads::error_reason;
using outlay::decode;
using outlay::encode;
using testing::ElementsAre;
using testing::IsEmpty;

ads::portfolio_write_reply const& all_errors()
{
    static auto const read = decode<ads::portfolio_write_reply>(payload("write_reply_all_errors")).value();
    return read;
}

/// The first error of an item.
ads::portfolio_error const& error_of(std::size_t item) { return all_errors().portfolios.error.at(item).errors.at(0); }

// --- each kind

template<class Body>
void expect_kind(std::size_t item, std::string_view type, std::optional<Body> const& member, error_reason reason,
                 std::string_view location, std::string_view message, std::string_view limits = "")
{
    ads::portfolio_error const& error = error_of(item);
    EXPECT_EQ(error.error_type, type);
    ASSERT_TRUE(member) << type;
    EXPECT_EQ(error.error_value->body(), &*member) << type;
    EXPECT_TRUE(error.error_value->extras.empty()) << type;
    EXPECT_EQ(member->reason, reason) << type;
    ASSERT_TRUE(member->cause) << type;
    EXPECT_EQ(member->cause->location, location) << type;
    EXPECT_EQ(member->message, message) << type;
    EXPECT_EQ(error.to_string(),
              outlay::detail::joined({type, " ", member->reason->text(), " at ", location, ": ", message, limits}));
}

TEST(portfolio_error, of_each_kind_is_in_its_member)
{
    auto const value = [](std::size_t item) -> ads::error_value const& { return *error_of(item).error_value; };
    expect_kind(0, "billingError", value(0).billing_error, error_reason::expired_payment_method, "$.portfolios[0]",
                "the payment method has expired");
    expect_kind(1, "budgetError", value(1).budget_error, error_reason::budget_too_low, "$.portfolios[1].budget.amount",
                "the budget is too low", " (1.00 to 1000000000.00)");
    expect_kind(2, "dateError", value(2).date_error, error_reason::start_date_after_end_date,
                "$.portfolios[2].budget.startDate", "starts after it ends");
    expect_kind(3, "duplicateValueError", value(3).duplicate_value_error, error_reason::duplicate_value,
                "$.portfolios[3].name", "the name is taken");
    expect_kind(4, "entityNotFoundError", value(4).entity_not_found_error, error_reason::entity_not_found,
                "$.portfolios[4].portfolioId", "no such portfolio");
    expect_kind(5, "entityQuotaError", value(5).entity_quota_error, error_reason::quota_exceeded, "$.portfolios",
                "too many portfolios", " (at most 100)");
    expect_kind(6, "malformedValueError", value(6).malformed_value_error, error_reason::forbidden_chars,
                "$.portfolios[6].name", "not allowed in a name");
    expect_kind(7, "missingValueError", value(7).missing_value_error, error_reason::missing_value,
                "$.portfolios[7].name", "a portfolio has a name");
    expect_kind(8, "otherError", value(8).other_error, error_reason::other_error, "$.portfolios[8]", "something else");
    expect_kind(9, "rangeError", value(9).range_error, error_reason::invalid_enum_value, "$.portfolios[9].state",
                "not a state", " (0 to 1) (one of ENABLED, PAUSED)");
}

TEST(portfolio_error, of_some_kinds_has_further_members)
{
    EXPECT_EQ(error_of(1).error_value->budget_error->lower_limit, "1.00");
    EXPECT_EQ(error_of(1).error_value->budget_error->upper_limit, "1000000000.00");
    EXPECT_EQ(error_of(1).error_value->budget_error->cause->trigger, "0.1");
    EXPECT_EQ(error_of(4).error_value->entity_not_found_error->entity_id, "190881001");
    EXPECT_EQ(error_of(4).error_value->entity_not_found_error->entity_type, ads::entity_type::portfolio);
    EXPECT_EQ(error_of(5).error_value->entity_quota_error->entity_type, ads::entity_type::portfolio);
    EXPECT_EQ(error_of(5).error_value->entity_quota_error->quota, "100");
    EXPECT_EQ(error_of(5).error_value->entity_quota_error->quota_scope, ads::quota_scope::account);
    EXPECT_EQ(error_of(6).error_value->malformed_value_error->fragment, "<");
    EXPECT_THAT(error_of(9).error_value->range_error->allowed, ElementsAre("ENABLED", "PAUSED"));
    EXPECT_EQ(error_of(9).error_value->range_error->lower_limit, "0");
    EXPECT_EQ(error_of(9).error_value->range_error->upper_limit, "1");
}

TEST(portfolio_error, of_an_unknown_kind_keeps_its_json)
{
    ads::portfolio_error const& error = error_of(10);
    EXPECT_EQ(error.error_type, "weatherError");
    EXPECT_EQ(error.error_value->body(), nullptr);
    ASSERT_EQ(error.error_value->extras.size(), 1u);
    auto const& unknown = *error.error_value->extras.begin();
    EXPECT_EQ(unknown.name, "weatherError");
    EXPECT_EQ(unknown.json,
              R"({"reason":"RAIN","millimetres":12345678901234567890.123456789,"cause":{"location":null}})");
    EXPECT_EQ(error.to_string(), outlay::detail::joined({"weatherError ", unknown.json}));
}

TEST(portfolio_error, reply_with_all_kinds_is_written_as_it_was_read)
{
    std::string const text = payload("write_reply_all_errors");
    auto const seen = outlay::inspect<ads::portfolio_write_reply>(text);
    EXPECT_THAT(findings(seen.report),
                ElementsAre("/portfolios/error/10/errors/0/errorValue/weatherError unknown_field?"));
    EXPECT_EQ(boost::json::parse(encode(seen.value)), boost::json::parse(text));
    EXPECT_EQ(decode<ads::portfolio_write_reply>(encode(seen.value)).value(), seen.value);
}

TEST(portfolio_error, of_a_portfolio_may_be_one_of_several)
{
    EXPECT_THAT(all_errors().portfolios.error[1].errors, testing::SizeIs(2));
    EXPECT_EQ(all_errors().portfolios.error[1].index, 1u);
    EXPECT_EQ(all_errors().portfolios.error[1].errors[1].error_value->budget_error->reason,
              error_reason::missing_budgeting_policy);
}

// --- missing and unknown members

TEST(portfolio_error, without_any_member_is_a_notice)
{
    auto const seen = outlay::inspect<ads::portfolio_write_reply>(R"({"portfolios":{"error":[{}]}})");
    ASSERT_TRUE(seen.ok()) << seen.report;
    EXPECT_THAT(seen.value.portfolios.error, ElementsAre(ads::mutation_error{}));
    EXPECT_THAT(findings(seen.report), ElementsAre("/portfolios/error/0 empty_item?"));
    EXPECT_EQ(encode(seen.value), R"({"portfolios":{"error":[{}]}})");
}

TEST(portfolio_error, is_read_whatever_is_missing)
{
    for (auto const text : {R"({})", R"({"errorType":null,"errorValue":null})", R"({"errorValue":{}})",
                            R"({"errorValue":{"dateError":{}}})", R"({"errorValue":{"dateError":null}})",
                            R"({"errorValue":{"dateError":{"cause":{}}}})", R"({"errorValue":{"rangeError":{}}})",
                            R"({"errorValue":{"rangeError":{"allowed":null}}})",
                            R"({"errorValue":{"dateError":{"reason":"start_date_new"}}})"})
        EXPECT_TRUE(decodes<ads::portfolio_error>(text));
}

std::string shown(std::string_view text) { return decode<ads::portfolio_error>(text).value().to_string(); }

TEST(portfolio_error, shows_the_members_that_it_has)
{
    EXPECT_EQ(shown("{}"), "error");
    EXPECT_EQ(shown(R"({"errorType":"dateError"})"), "dateError");
    EXPECT_EQ(shown(R"({"errorType":"dateError","errorValue":{}})"), "dateError");
    EXPECT_EQ(shown(R"({"errorValue":{"dateError":{"reason":"INVALID_DATE"}}})"), "error INVALID_DATE");
    EXPECT_EQ(shown(R"({"errorType":"e","errorValue":{"dateError":{"reason":"BRAND_NEW"}}})"), "e BRAND_NEW");
    EXPECT_EQ(shown(R"({"errorType":"e","errorValue":{"dateError":{"cause":{"trigger":"x"},"message":"m"}}})"), "e: m");
    EXPECT_EQ(shown(R"({"errorType":"e","errorValue":{"dateError":{"cause":{"location":"$"}}}})"), "e at $");
}

TEST(portfolio_error, of_an_unknown_kind_without_a_type_says_its_kind)
{
    EXPECT_EQ(shown(R"({"errorValue":{"weatherError":{"reason":"RAIN"}}})"), R"(weatherError {"reason":"RAIN"})");
}

TEST(portfolio_error, is_printed_without_control_characters)
{
    auto const text = shown(R"({"errorType":"e\u001b[2J","errorValue":{"dateError":{"message":"a\nb"}}})");
    EXPECT_EQ(text, "e\\u001b[2J: a\\u000ab");
}

TEST(portfolio_error, keeps_an_unknown_reason_and_an_unknown_entity)
{
    auto const read = decode<ads::error_value>(
        R"({"entityQuotaError":{"reason":"R","entityType":"AUDIENCE","quotaScope":"MANAGER"}})");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->entity_quota_error->reason->text(), "R");
    EXPECT_EQ(read->entity_quota_error->entity_type->text(), "AUDIENCE");
    EXPECT_EQ(read->entity_quota_error->quota_scope->text(), "MANAGER");
    EXPECT_FALSE(read->entity_quota_error->quota_scope->is_known());
}

TEST(portfolio_error, prints_the_expected_values)
{
    auto const printed = [](std::string_view text) {
        std::ostringstream out;
        out << decode<ads::portfolio_error>(text).value(); // found without `using`
        return out.str();
    };
    EXPECT_EQ(
        printed(R"({"errorType":"budgetError","errorValue":{"budgetError":{"lowerLimit":"1.00","upperLimit":2}}})"),
        "budgetError (1.00 to 2)");
    EXPECT_EQ(printed(R"({"errorValue":{"rangeError":{"reason":"TOO_LOW","lowerLimit":"1"}}})"),
              "error TOO_LOW (1 to ?)");
    EXPECT_EQ(printed(R"({"errorValue":{"rangeError":{"reason":"TOO_HIGH","upperLimit":"9"}}})"),
              "error TOO_HIGH (? to 9)");
    EXPECT_EQ(printed(R"({"errorValue":{"entityQuotaError":{"reason":"QUOTA_EXCEEDED"}}})"), "error QUOTA_EXCEEDED");
    EXPECT_EQ(printed(R"({"errorType":"rangeError","errorValue":{"rangeError":{"allowed":["ENABLED","PAUSED"]}}})"),
              "rangeError (one of ENABLED, PAUSED)");
    EXPECT_EQ(printed(R"({"errorType":"entityQuotaError","errorValue":{"entityQuotaError":{"quota":500}}})"),
              "entityQuotaError (at most 500)");
}

} // namespace portfolio_error_test
