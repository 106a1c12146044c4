#include "any_value.hpp"
#include "every_kind.hpp"
#include <algorithm>
#include <boost/json.hpp>
#include <cstddef>
#include <cstdint>
#include <gtest/gtest.h>
#include <outlay/amazon.hpp>
#include <outlay/datadog.hpp>
#include <outlay/google.hpp>
#include <outlay/hubspot.hpp>
#include <string>
#include <string_view>

// For every type, if validate(x) finds nothing, then decode(outlay::encode(x)) is x; and if decode succeeds, encode
// writes everything that was read.

namespace round_trip_test {

namespace ads = outlay::amazon;
namespace dd = outlay::datadog;
namespace goo = outlay::google;
namespace hs = outlay::hubspot;
using every_kind::everything;
using every_kind::traced;

/// The number of values without findings of validate(); each of these must be read back unchanged.
template<class T>
std::size_t send_and_read(std::size_t values, std::size_t odd_in)
{
    std::size_t passed = 0;
    for (std::uint64_t seed = 0; seed < values; ++seed) {
        T const value = any_value::maker(seed, odd_in).make<T>();
        outlay::report const found = outlay::validate(value);
        EXPECT_EQ(outlay::valid(value), found.empty()) << "seed " << seed << '\n' << found << outlay::encode(value);
        if (!found.empty() || !found.notices().empty()) continue;
        ++passed;
        std::string const text = outlay::encode(value);
        auto const read = outlay::inspect<T>(text);
        EXPECT_TRUE(read.ok()) << "seed " << seed << '\n' << read.report << text;
        EXPECT_TRUE(read.value == value) << "seed " << seed << '\n' << text << '\n' << outlay::encode(read.value);
        if (testing::Test::HasFailure()) break;
    }
    return passed;
}

/// Whether two values are equal, however their numbers are written.
bool same(boost::json::value const& a, boost::json::value const& b)
{
    if (a.is_number() && b.is_number()) return a.to_number<double>() == b.to_number<double>();
    if (a.is_array() && b.is_array())
        return std::equal(a.get_array().begin(), a.get_array().end(), b.get_array().begin(), b.get_array().end(), same);
    if (!a.is_object() || !b.is_object()) return a == b;
    auto const is_in_b = [&b](auto const& member) {
        auto const* const other = b.get_object().if_contains(member.key());
        return other != nullptr && same(member.value(), *other);
    };
    return a.get_object().size() == b.get_object().size() &&
           std::all_of(a.get_object().begin(), a.get_object().end(), is_in_b);
}

/// Whether a notice reports that a value has another form now, with the same meaning.
bool is_of_form(outlay::violation const& notice)
{
    for (std::string_view const code : {"alias", "id_as_number", "duplicate", "decimal_inexact", "timestamp_inexact"})
        if (notice.code == code) return true;
    return false;
}

/// The number of texts that were read without a violation; each of these must be written as it was.
template<class T>
std::size_t read_and_write(std::size_t texts)
{
    std::size_t read = 0;
    for (std::uint64_t seed = 0; seed < texts; ++seed) {
        constexpr std::size_t never = 1'000'000'000;
        any_value::maker random(seed, never);
        boost::json::value json = boost::json::parse(outlay::encode(random.make<T>()));
        any_value::disturb(json, random);
        std::string const text = serialize(json);
        auto const seen = outlay::inspect<T>(text);
        bool const has_form = std::any_of(seen.report.notices().begin(), seen.report.notices().end(), is_of_form);
        if (!seen.ok() || has_form) continue;
        ++read;
        std::string const written = outlay::encode(seen.value);
        EXPECT_TRUE(same(boost::json::parse(written), json)) << "seed " << seed << '\n' << text << '\n' << written;
        EXPECT_TRUE(same(boost::json::value_from(seen.value), json)) << "seed " << seed << '\n' << text;
        if (testing::Test::HasFailure()) break;
    }
    return read;
}

TEST(round_trip, of_valid_values_is_exact_for_every_kind_of_member)
{
    EXPECT_GT(send_and_read<everything>(3'000, 1'000), 500u);
    EXPECT_GT(send_and_read<everything>(3'000, 40), 100u);
    EXPECT_GT(send_and_read<traced>(1'000, 4), 100u);
}

TEST(round_trip, of_texts_is_exact_for_every_kind_of_member) { EXPECT_GT(read_and_write<traced>(5'000), 500u); }

template<class T>
class sent : public testing::Test {};
using sent_types = testing::Types<
    ads::campaign_usage_request, ads::portfolio_usage_request, ads::create_portfolios_request,
    ads::update_portfolios_request, ads::list_portfolios_request, ads::portfolio_budget, hs::budget_item_input,
    hs::list_campaigns_request, hs::read_campaigns_request, ads::campaign_usage_reply, ads::portfolio_usage_reply,
    ads::portfolio_write_reply, ads::portfolio_list_reply, ads::api_error, hs::budget_totals, hs::campaign_list_reply,
    hs::read_campaigns_reply, hs::campaign_revenue, hs::api_error, dd::budget_document, dd::budget_list_document,
    dd::budget_validation_document, dd::custom_forecast_document, dd::csv_validation, dd::api_errors,
    goo::mutate_campaign_budgets_reply, goo::campaign_budget_list_reply, goo::search_request, goo::api_error>;
TYPED_TEST_SUITE(sent, sent_types);

TYPED_TEST(sent, is_read_back_unchanged_if_validate_finds_nothing)
{
    EXPECT_GT(send_and_read<TypeParam>(2'000, 200), 0u);
}

TEST(sent, budgets_of_datadog_are_read_back_unchanged_if_validate_finds_nothing)
{
    EXPECT_GT(send_and_read<dd::tag_filter>(1'000, 20), 100u);
    EXPECT_GT(send_and_read<dd::costs_unit>(1'000, 20), 100u);
    send_and_read<dd::upsert_budget_request>(2'000, 1'000); // most break a rule
    EXPECT_GT(send_and_read<dd::custom_forecast_entry>(1'000, 20), 100u);
    EXPECT_GT(send_and_read<dd::upsert_custom_forecast_request>(2'000, 20), 0u); // most break a rule, too
}

TEST(sent, budgets_of_google_are_read_back_unchanged_if_validate_finds_nothing)
{
    EXPECT_GT(send_and_read<goo::new_campaign_budget>(3'000, 200), 20u);
    send_and_read<goo::mutate_campaign_budgets_request>(2'000, 1'000); // names of resources are not generated
}

template<class T>
class received : public testing::Test {};
using received_types =
    testing::Types<ads::campaign_usage_reply, ads::portfolio_usage_reply, ads::portfolio_write_reply,
                   ads::portfolio_list_reply, ads::api_error, hs::budget_totals, hs::campaign_list_reply,
                   hs::read_campaigns_reply, hs::campaign_revenue, hs::api_error, dd::budget_document,
                   dd::budget_list_document, dd::budget_validation_document, dd::custom_forecast_document,
                   dd::csv_validation, dd::api_errors, goo::mutate_campaign_budgets_reply,
                   goo::campaign_budget_list_reply, goo::api_error>;
TYPED_TEST_SUITE(received, received_types);

TYPED_TEST(received, is_written_as_it_was_read) { EXPECT_GT(read_and_write<TypeParam>(3'000), 20u); }

} // namespace round_trip_test
