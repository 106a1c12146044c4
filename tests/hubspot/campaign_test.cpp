#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <optional>
#include <outlay/budget.hpp>
#include <outlay/hubspot.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace hubspot_campaign_test {

using namespace outlay::literals;
namespace hubspot = outlay::hubspot;
using outlay::currency;
using outlay::decode;
using outlay::encode;
using outlay::inspect;
using testing::ElementsAre;
using testing::IsEmpty;

std::string payload(std::string_view name)
{
    std::ifstream file(outlay::detail::joined({OUTLAY_PAYLOADS "/hubspot/", name, ".json"}));
    return {std::istreambuf_iterator<char>(file), {}};
}

/// `/properties/hs_end_date end_date_before_start_date` of each notice.
std::vector<std::string> notices(outlay::report const& found)
{
    std::vector<std::string> all;
    for (outlay::violation const& v : found.notices()) all.push_back(v.pointer + " " + v.code);
    return all;
}

std::vector<std::string> violations(outlay::report const& found)
{
    std::vector<std::string> all;
    for (outlay::violation const& v : found) all.push_back(v.pointer + " " + v.code);
    return all;
}

template<class T>
void expect_round_trip(std::string const& text)
{
    auto const seen = inspect<T>(text);
    ASSERT_TRUE(seen.ok()) << seen.report;
    EXPECT_EQ(boost::json::parse(encode(seen.value)), boost::json::parse(text));
    EXPECT_EQ(decode<T>(encode(seen.value)).value(), seen.value);
}

TEST(hubspot_campaigns, survive_a_round_trip)
{
    expect_round_trip<hubspot::campaign_list_reply>(payload("campaign_list_reply_documented"));
    expect_round_trip<hubspot::campaign_list_reply>(payload("campaign_list_reply_first"));
    expect_round_trip<hubspot::campaign_list_reply>(payload("campaign_list_reply_last"));
    expect_round_trip<hubspot::read_campaigns_reply>(payload("read_campaigns_reply_partial"));
    expect_round_trip<hubspot::campaign_revenue>(payload("campaign_revenue_reply"));
}

TEST(hubspot_campaigns, of_the_documented_list_have_no_properties)
{
    auto const list = decode<hubspot::campaign_list_reply>(payload("campaign_list_reply_documented")).value();
    EXPECT_EQ(list.total, 123u);
    EXPECT_EQ(list.paging->next->after, "<string>");
    EXPECT_EQ(list.paging->prev->values.get<std::string>("before").value(), "<string>");
    hubspot::campaign const& only = list.results.at(0);
    EXPECT_EQ(only.business_units.at(0).id, 123);
    EXPECT_EQ(only.created_at->to_string(), "2023-11-07T05:31:56Z");
    EXPECT_EQ(only.name(), std::nullopt);
    EXPECT_EQ(only.budget(), std::nullopt);
    EXPECT_EQ(outlay::status_of(only), outlay::status());
}

TEST(hubspot_campaigns, have_typed_views_of_their_properties)
{
    auto const seen = inspect<hubspot::campaign_list_reply>(payload("campaign_list_reply_first"));
    ASSERT_TRUE(seen.ok()) << seen.report;
    EXPECT_THAT(notices(seen.report), IsEmpty());
    hubspot::campaign const& spring = seen.value.results.at(0);
    EXPECT_EQ(spring.name(), "Spring");
    EXPECT_EQ(spring.budget(), 3000_dec);
    EXPECT_EQ(spring.spend(), 1200_dec);
    EXPECT_EQ(spring.currency_code(), currency("EUR"));
    EXPECT_EQ(spring.start_date(), 2026_y / 4 / 1);
    EXPECT_EQ(spring.end_date(), 2026_y / 4 / 30);
    EXPECT_EQ(spring.window(), (outlay::month{2026, 4}.dates()));
    EXPECT_EQ(spring.properties.at("hs_name"), "Spring");
    EXPECT_EQ(spring.find("hs_notes"), std::nullopt);
}

TEST(hubspot_campaigns, have_a_status_and_a_pace)
{
    auto const list = decode<hubspot::campaign_list_reply>(payload("campaign_list_reply_first")).value();
    outlay::status const spring = status_of(list.results.at(0));
    EXPECT_EQ(spring.remaining, 1800_dec);
    EXPECT_EQ(spring.used_percent, 40_dec);
    EXPECT_EQ(spring.currency, currency("EUR"));
    auto const pace = outlay::pace_of(spring, spring.window.value(), 2026_y / 4 / 11);
    EXPECT_EQ(pace.index, 1.2_dec);
    EXPECT_EQ(pace.exhausted_on, 2026_y / 4 / 25);

    outlay::status const webinars = status_of(list.results.at(1)); // whose spend is absent: not 0
    EXPECT_EQ(webinars.amount, 800_dec);
    EXPECT_EQ(webinars.spent, std::nullopt);
    EXPECT_EQ(webinars.remaining, std::nullopt);
    EXPECT_EQ(webinars.window, std::nullopt);
}

TEST(hubspot_campaigns, with_properties_of_another_form_are_noted)
{
    auto const seen = inspect<hubspot::campaign_list_reply>(payload("campaign_list_reply_last"));
    ASSERT_TRUE(seen.ok()) << seen.report;
    EXPECT_THAT(notices(seen.report),
                testing::UnorderedElementsAre("/results/0/properties/hs_budget_items_sum_amount property_value",
                                              "/results/0/properties/hs_start_date property_value",
                                              "/results/0/properties/hs_currency_code unlisted_currency",
                                              "/results/0/archived unknown_field"));
    hubspot::campaign const& autumn = seen.value.results.at(0);
    EXPECT_EQ(autumn.budget(), std::nullopt);
    EXPECT_EQ(autumn.spend(), std::nullopt); // empty: HubSpot's reset value, and no notice
    EXPECT_EQ(autumn.start_date(), std::nullopt);
    EXPECT_EQ(autumn.end_date(), 2026_y / 10 / 31);
    EXPECT_EQ(autumn.window(), std::nullopt);
    EXPECT_EQ(autumn.currency_code()->code(), "ZWG");
    EXPECT_EQ(autumn.find("hs_notes"), "Ask Ana");
}

hubspot::campaign with(std::string const& property, std::string text)
{
    hubspot::campaign made{.id = "0f"};
    made.properties[property] = std::move(text);
    return made;
}

TEST(hubspot_campaigns, keep_each_rule_of_properties_up_to_its_limit)
{
    auto const noted = [](std::string const& property, std::string text) {
        return !outlay::validate(with(property, std::move(text))).notices().empty();
    };
    for (auto const amount : {"hs_budget_items_sum_amount", "hs_spend_items_sum_amount"}) {
        for (auto const good : {"0", "-1.5", "1e3", "12345678901234567890123456.78", ""})
            EXPECT_FALSE(noted(amount, good)) << good;
        for (auto const bad : {"1,5", "EUR 1", " 1", "1.", "NaN", "1234567890123456789012345678901"})
            EXPECT_TRUE(noted(amount, bad)) << bad;
    }
    for (auto const day : {"hs_start_date", "hs_end_date"}) {
        for (auto const good : {"2024-02-29", ""}) EXPECT_FALSE(noted(day, good)) << good;
        for (auto const bad : {"2023-02-29", "2024-2-9", "1730246400000"}) EXPECT_TRUE(noted(day, bad)) << bad;
    }
    for (auto const good : {"EUR", "ZWL", ""}) EXPECT_FALSE(noted("hs_currency_code", good)) << good;
    for (auto const bad : {"euro", "EU", "ZWG"}) EXPECT_TRUE(noted("hs_currency_code", bad)) << bad;
    EXPECT_FALSE(noted("hs_notes", "1,5"));
}

TEST(hubspot_campaigns, may_end_on_the_day_they_start_but_not_before)
{
    auto made = with("hs_start_date", "2026-04-02");
    made.properties["hs_end_date"] = "2026-04-02";
    EXPECT_TRUE(outlay::validate(made).notices().empty());
    EXPECT_EQ(made.window()->days(), 1);
    made.properties["hs_end_date"] = "2026-04-01";
    EXPECT_THAT(notices(outlay::validate(made)), ElementsAre("/properties/hs_end_date end_date_before_start_date"));
    EXPECT_EQ(made.window(), std::nullopt);
    made.properties.erase("hs_end_date");
    EXPECT_EQ(made.window(), std::nullopt);
}

TEST(hubspot_campaigns, need_an_id_and_texts)
{
    EXPECT_TRUE(decode<hubspot::campaign>(R"({"id":"0f"})"));
    EXPECT_THAT(violations(inspect<hubspot::campaign>(R"({"properties":{"a":1}})").report),
                testing::UnorderedElementsAre("/properties/a type", "/id missing"));
    // Assets are for information: wrong ones do not invalidate a campaign.
    EXPECT_TRUE(decode<hubspot::campaign>(R"({"id":"0f","assets":[]})"));
}

TEST(hubspot_campaigns, of_a_list_are_not_more_than_its_total)
{
    EXPECT_THAT(notices(inspect<hubspot::campaign_list_reply>(R"({"results":[{"id":"0f"}],"total":1})").report),
                IsEmpty());
    EXPECT_THAT(notices(inspect<hubspot::campaign_list_reply>(R"({"results":[{"id":"0f"}],"total":0})").report),
                ElementsAre(" total_too_low"));
    EXPECT_FALSE(decode<hubspot::campaign_list_reply>(R"({"total":0})"));
}

TEST(hubspot_campaign_requests, have_limits)
{
    hubspot::list_campaigns_request query;
    EXPECT_EQ(encode(query), "{}");
    for (int const good : {1, 100}) {
        query.limit = good;
        EXPECT_TRUE(outlay::validate(query).empty()) << good;
    }
    for (int const bad : {0, 101, -1}) {
        query.limit = bad;
        EXPECT_THAT(violations(outlay::validate(query)), ElementsAre(bad > 100 ? "/limit at_most" : "/limit at_least"));
    }
    query = {.properties = {"hs_name", "a b"}};
    EXPECT_TRUE(outlay::validate(query).empty());
    query.properties = {"hs_name,hs_notes", ""};
    EXPECT_THAT(violations(outlay::validate(query)),
                ElementsAre("/properties/0 property_name", "/properties/1 property_name"));

    hubspot::read_campaigns_request batch;
    EXPECT_THAT(violations(outlay::validate(batch)), ElementsAre("/inputs items"));
    batch.inputs.resize(50, {.id = "0f8f-AD"});
    EXPECT_TRUE(outlay::validate(batch).empty());
    batch.inputs.push_back({.id = "0f"});
    EXPECT_THAT(violations(outlay::validate(batch)), ElementsAre("/inputs items"));
    batch.inputs = {{.id = ""}, {.id = "0g"}, {.id = "0f\n"}};
    EXPECT_THAT(violations(outlay::validate(batch)),
                ElementsAre("/inputs/0/id guid", "/inputs/1/id guid", "/inputs/2/id guid"));
}

TEST(hubspot_campaign_requests, sort_by_three_properties_either_way)
{
    for (auto const text : {"hs_name", "-hs_name", "createdAt", "-createdAt", "updatedAt", "-updatedAt"}) {
        std::string const body = std::string(R"({"sort":")") + text + "\"}";
        EXPECT_EQ(encode(decode<hubspot::list_campaigns_request>(body).value()), body);
    }
    EXPECT_FALSE(decode<hubspot::list_campaigns_request>(R"({"sort":"hs_notes"})"));
    EXPECT_EQ(outlay::validate(hubspot::list_campaigns_request{.sort = hubspot::campaign_sort(6)}).size(), 1u);
}

TEST(hubspot_read_campaigns, notes_a_batch_that_is_not_complete)
{
    auto const noted = [](char const* text) { return notices(inspect<hubspot::read_campaigns_reply>(text).report); };
    EXPECT_THAT(noted(R"({"status":"COMPLETE","results":[],"numErrors":0})"), IsEmpty());
    for (auto const text : {R"({"status":"PENDING","results":[]})", R"({"status":"PROCESSING","results":[]})",
                            R"({"status":"CANCELED","results":[]})", R"({"status":"PAUSED","results":[]})"})
        EXPECT_THAT(noted(text), testing::Contains(" batch_not_complete")) << text;
    EXPECT_THAT(noted(R"({"results":[],"numErrors":1,"errors":[{"category":"X"}]})"), IsEmpty());
    EXPECT_THAT(noted(R"({"results":[],"numErrors":1})"), ElementsAre(" num_errors_differs"));
    EXPECT_THAT(noted(R"({"results":[],"numErrors":1,"errors":[{},{}]})"), ElementsAre(" num_errors_differs"));
}

TEST(hubspot_read_campaigns, reads_errors_with_few_members)
{
    auto const reply = decode<hubspot::read_campaigns_reply>(payload("read_campaigns_reply_partial")).value();
    hubspot::campaign_error const& why = reply.errors.at(0);
    EXPECT_EQ(why.to_string(), "OBJECT_NOT_FOUND: Some campaigns were not found");
    EXPECT_EQ(why.sub_category->values.get<std::string>("name").value(), "campaigns.NOT_FOUND");
    EXPECT_EQ(hubspot::campaign_error().to_string(), "error");
    // A sub-category in a string, as elsewhere in the API, and a context of strings in place of lists.
    auto const odd = inspect<hubspot::campaign_error>(R"({"subCategory":"x","context":{"ids":"0f"},"id":"0f"})");
    ASSERT_TRUE(odd.ok()) << odd.report;
    EXPECT_EQ(odd.value.sub_category, std::nullopt);
    EXPECT_THAT(campaigns_of(odd.value), ElementsAre("0f"));
    EXPECT_EQ(odd.report.notices().size(), 1u);
    EXPECT_THAT(campaigns_of(why), ElementsAre("550e8400-e29b-41d4-a716-446655440000"));
    EXPECT_THAT(campaigns_of(hubspot::campaign_error()), IsEmpty());
}

TEST(hubspot_revenue, has_the_members_of_the_reply)
{
    auto const revenue = decode<hubspot::campaign_revenue>(payload("campaign_revenue_reply")).value();
    EXPECT_EQ(revenue.contacts_number, 25);
    EXPECT_EQ(revenue.deals_number, 8);
    EXPECT_EQ(*revenue.deal_amount, 45000_dec);
    EXPECT_EQ(*revenue.revenue_amount, 12500.75_dec);
    EXPECT_EQ(revenue.currency_code, currency("USD"));
    EXPECT_TRUE(decode<hubspot::campaign_revenue>("{}"));
    EXPECT_THAT(notices(inspect<hubspot::campaign_revenue>(R"({"currencyCode":"ZWG"})").report),
                ElementsAre("/currencyCode unlisted_currency"));
    EXPECT_THAT(notices(inspect<hubspot::campaign_revenue>(R"({"currencyCode":"ZWL"})").report), IsEmpty());
}

} // namespace hubspot_campaign_test
