#include <boost/json/serialize.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <outlay/google.hpp>
#include <string>
#include <vector>

// The rules of Google's document for budgets in requests, on both sides of each limit.

namespace google_rules_test {

using namespace outlay::literals;
namespace google = outlay::google;
using testing::ElementsAre;
using testing::IsEmpty;

using google::new_campaign_budget;
using update = google::campaign_budget_update;

/// `/name too_long`, in the order of the report.
template<class... More>
std::vector<std::string> broken(auto const& value, More... more)
{
    std::vector<std::string> all;
    for (outlay::violation const& each : validate(value, more...)) all.push_back(each.pointer + " " + each.code);
    return all;
}

std::vector<std::string> notices(auto const& value)
{
    std::vector<std::string> all;
    auto const found = validate(value);
    for (outlay::violation const& each : found.notices()) all.push_back(each.pointer + " " + each.code);
    return all;
}

new_campaign_budget daily(outlay::decimal amount = 5_dec) { return {.name = "Spring", .amount = amount}; }
new_campaign_budget total(outlay::decimal amount = 5_dec)
{
    return {.name = "May", .total_amount = amount, .period = google::budget_period::custom_period};
}
update change(outlay::decimal amount = 5_dec)
{
    return {.resource_name = "customers/1/campaignBudgets/2", .amount = amount};
}

TEST(google_new_budget, has_one_amount_by_its_period)
{
    EXPECT_THAT(broken(daily()), IsEmpty());
    EXPECT_THAT(broken(total()), IsEmpty());
    EXPECT_THAT(broken(new_campaign_budget{.name = "x"}), ElementsAre("/amountMicros required"));
    new_campaign_budget both = daily();
    both.total_amount = 5_dec;
    EXPECT_THAT(broken(both),
                ElementsAre("/totalAmountMicros total_budget_amount_must_be_unset_for_budget_period_daily"));
    both.period = google::budget_period::daily;
    EXPECT_THAT(broken(both),
                ElementsAre("/totalAmountMicros total_budget_amount_must_be_unset_for_budget_period_daily"));
    both.period = google::budget_period::custom_period;
    EXPECT_THAT(broken(both), ElementsAre("/amountMicros budget_amount_must_be_unset_for_custom_budget_period"));
    both.total_amount.reset();
    EXPECT_THAT(broken(both), ElementsAre("/totalAmountMicros required",
                                          "/amountMicros budget_amount_must_be_unset_for_custom_budget_period"));
    new_campaign_budget later{.name = "x", .period = outlay::open_enum<google::budget_period>::from_text("WEEKLY")};
    EXPECT_THAT(broken(later), IsEmpty()); // an unknown period has no rules
}

TEST(google_new_budget, has_an_amount_of_whole_millionths_above_0)
{
    EXPECT_THAT(broken(daily(0.000001_dec)), IsEmpty());
    EXPECT_THAT(broken(daily(0_dec)), ElementsAre("/amountMicros budget_amount_too_small"));
    EXPECT_THAT(broken(daily(-0.000001_dec)), ElementsAre("/amountMicros negative_money_amount"));
    EXPECT_THAT(broken(daily(0.0000001_dec)), ElementsAre("/amountMicros micros"));
    EXPECT_THAT(broken(daily(9223372036854.775807_dec)), IsEmpty());
    EXPECT_THAT(broken(daily(9223372036854.775808_dec)), ElementsAre("/amountMicros micros_range"));
    EXPECT_THAT(broken(total(0.000001_dec)), IsEmpty());
    EXPECT_THAT(broken(total(0_dec)), ElementsAre("/totalAmountMicros budget_amount_too_small"));
    EXPECT_THAT(broken(total(-1_dec)), ElementsAre("/totalAmountMicros negative_money_amount"));
    EXPECT_THAT(broken(total(0.0000001_dec)), ElementsAre("/totalAmountMicros micros"));
}

TEST(google_new_budget, has_a_name_of_1_to_255_bytes)
{
    auto const named = [](std::string name) {
        auto budget = daily();
        budget.name = std::move(name);
        return broken(budget);
    };
    EXPECT_THAT(named("x"), IsEmpty());
    EXPECT_THAT(named(std::string(255, 'x')), IsEmpty());
    EXPECT_THAT(named(std::string(256, 'x')), ElementsAre("/name too_long"));
    std::string const wide = "\xC3\xA4"; // one character, two bytes
    std::string name;
    for (int i = 0; i < 127; ++i) name += wide;
    EXPECT_THAT(named(name + "x"), IsEmpty());
    EXPECT_THAT(named(name + wide), ElementsAre("/name too_long"));
    EXPECT_THAT(named(""), ElementsAre("/name too_short"));
    for (auto const text : {" x", "x ", "\tx", "x\n", " "}) EXPECT_THAT(named(text), ElementsAre("/name not_trimmed"));
    EXPECT_THAT(named("a b"), IsEmpty());
}

TEST(google_new_budget, needs_a_name_if_it_is_shared)
{
    new_campaign_budget budget{.amount = 5_dec};
    EXPECT_THAT(broken(budget), ElementsAre("/name required"));
    budget.explicitly_shared = true;
    EXPECT_THAT(broken(budget), ElementsAre("/name required"));
    budget.explicitly_shared = false;
    EXPECT_THAT(broken(budget), IsEmpty());
}

TEST(google_new_budget, has_no_value_of_replies_alone)
{
    new_campaign_budget budget = daily();
    budget.delivery_method = google::budget_delivery_method::unspecified;
    budget.type = google::campaign_budget_type::unknown;
    budget.period = google::budget_period::unknown;
    EXPECT_THAT(broken(budget),
                testing::UnorderedElementsAre("/deliveryMethod enum_value_not_permitted",
                                              "/type enum_value_not_permitted", "/period enum_value_not_permitted"));
    budget.delivery_method = google::budget_delivery_method::accelerated;
    budget.type = google::campaign_budget_type::local_services;
    budget.period = google::budget_period::daily;
    EXPECT_THAT(broken(budget), IsEmpty());
    budget.type = outlay::open_enum<google::campaign_budget_type>::from_text("NEW_TYPE");
    EXPECT_THAT(broken(budget), IsEmpty());
}

TEST(google_new_budget, is_aligned_by_a_number)
{
    new_campaign_budget budget = daily();
    budget.aligned_bidding_strategy_id = "17";
    EXPECT_THAT(broken(budget), IsEmpty());
    budget.aligned_bidding_strategy_id = "17a";
    EXPECT_THAT(broken(budget), ElementsAre("/alignedBiddingStrategyId id_not_a_number"));
}

TEST(google_budget_update, keeps_the_rules_of_its_members)
{
    EXPECT_THAT(broken(change()), IsEmpty());
    EXPECT_THAT(broken(change(0_dec)), ElementsAre("/amountMicros budget_amount_too_small"));
    EXPECT_THAT(broken(change(-1_dec)), ElementsAre("/amountMicros negative_money_amount"));
    EXPECT_THAT(broken(change(0.0000001_dec)), ElementsAre("/amountMicros micros"));
    update both = change();
    both.total_amount = 5_dec;
    EXPECT_THAT(broken(both),
                ElementsAre("/totalAmountMicros total_budget_amount_must_be_unset_for_budget_period_daily"));
    both.amount.reset();
    EXPECT_THAT(broken(both), IsEmpty());
    both.total_amount = 0_dec;
    EXPECT_THAT(broken(both), ElementsAre("/totalAmountMicros budget_amount_too_small"));
    update named = change();
    named.name = std::string(255, 'x');
    EXPECT_THAT(broken(named), IsEmpty());
    named.name = std::string(256, 'x');
    EXPECT_THAT(broken(named), ElementsAre("/name too_long"));
    named.name = "";
    EXPECT_THAT(broken(named), ElementsAre("/name too_short"));
    named.name = " x";
    EXPECT_THAT(broken(named), ElementsAre("/name not_trimmed"));
    update strategy = change();
    strategy.aligned_bidding_strategy_id = outlay::null;
    EXPECT_THAT(broken(strategy), IsEmpty());
    strategy.aligned_bidding_strategy_id = "x";
    EXPECT_THAT(broken(strategy), ElementsAre("/alignedBiddingStrategyId id_not_a_number"));
    update method = change();
    method.delivery_method = google::budget_delivery_method::standard;
    EXPECT_THAT(broken(method), IsEmpty());
    method.delivery_method = google::budget_delivery_method::unknown;
    EXPECT_THAT(broken(method), ElementsAre("/deliveryMethod enum_value_not_permitted"));
}

TEST(google_budget_update, can_share_and_not_unshare)
{
    update shared = change();
    shared.name = "Spring";
    shared.explicitly_shared = true;
    EXPECT_THAT(broken(shared), IsEmpty());
    EXPECT_THAT(notices(shared), IsEmpty());
    shared.name.reset();
    EXPECT_THAT(broken(shared), IsEmpty());
    EXPECT_THAT(notices(shared), ElementsAre("/name cannot_update_campaign_budget_to_explicitly_shared_without_name"));
    shared.explicitly_shared = false;
    EXPECT_THAT(broken(shared), ElementsAre("/explicitlyShared cannot_update_campaign_budget_to_implicitly_shared"));
}

TEST(google_budget_update, names_its_budget)
{
    update what = change();
    for (auto const name : {"customers/1/campaignBudgets/2", "customers/1234567890/campaignBudgets/9007199254740993"}) {
        what.resource_name = name;
        EXPECT_THAT(broken(what), IsEmpty()) << name;
    }
    for (auto const name :
         {"", "2", "customers/1/campaignBudgets/", "customers//campaignBudgets/2", "customers/1/campaignBudgets/2x",
          "customers/1/campaignBudgets/-2", "customers/1/campaigns/2", "customers/1/campaignBudgets/2/",
          "/customers/1/campaignBudgets/2", "customers/123-456-7890/campaignBudgets/2"}) {
        what.resource_name = name;
        EXPECT_THAT(broken(what), ElementsAre("/resourceName resource_name_malformed")) << name;
    }
}

TEST(google_budget_update, says_in_its_schema_that_a_pattern_is_not_all)
{
    auto const schema = serialize(boost::json::value(outlay::json_schema<update>()));
    EXPECT_THAT(schema, testing::HasSubstr("^customers/[0-9]+/campaignBudgets/[0-9]+$"));
    EXPECT_THAT(schema, testing::HasSubstr("resource_name_malformed"));
    EXPECT_THAT(schema, testing::HasSubstr("id_not_a_number"));
}

TEST(google_operation, is_one_of_three)
{
    using operation = google::campaign_budget_operation;
    EXPECT_THAT(broken(operation::to_create(daily())), IsEmpty());
    EXPECT_THAT(broken(operation::to_update(change())), IsEmpty());
    EXPECT_THAT(broken(operation::to_remove("customers/1/campaignBudgets/2")), IsEmpty());
    EXPECT_THAT(broken(operation::to_remove("2")), ElementsAre("/remove resource_name_malformed"));
    EXPECT_THAT(broken(operation()), ElementsAre(" one_operation"));
    operation two = operation::to_create(daily());
    two.remove = "customers/1/campaignBudgets/2";
    EXPECT_THAT(broken(two), ElementsAre(" one_operation"));
    operation masked = operation::to_create(daily());
    masked.update_mask = "name";
    EXPECT_THAT(broken(masked), ElementsAre("/updateMask field_mask_not_allowed"));
    operation bare = operation::to_update(update{.resource_name = "customers/1/campaignBudgets/2"});
    EXPECT_THAT(broken(bare), ElementsAre("/updateMask field_mask_missing")); // an update of no field
    bare.update_mask.reset();
    EXPECT_THAT(broken(bare), ElementsAre("/updateMask field_mask_missing"));
    bare.update_mask = "alignedBiddingStrategyId"; // clears it
    EXPECT_THAT(broken(bare), IsEmpty());
}

TEST(google_operation, has_a_mask_of_the_written_fields)
{
    update all = change();
    all.name = "x";
    all.total_amount = 1_dec;
    all.delivery_method = google::budget_delivery_method::standard;
    all.explicitly_shared = true;
    all.aligned_bidding_strategy_id = outlay::null;
    EXPECT_EQ(google::campaign_budget_operation::to_update(all).update_mask,
              "name,amountMicros,totalAmountMicros,deliveryMethod,explicitlyShared,alignedBiddingStrategyId");
    EXPECT_EQ(google::campaign_budget_operation::to_update(change()).update_mask, "amountMicros");
}

TEST(google_request, has_1_to_10000_operations)
{
    google::mutate_campaign_budgets_request request;
    EXPECT_THAT(broken(request), ElementsAre("/operations items"));
    request.operations.assign(10'000, google::campaign_budget_operation::to_remove("customers/1/campaignBudgets/2"));
    EXPECT_THAT(broken(request), IsEmpty());
    request.operations.push_back(request.operations[0]);
    EXPECT_THAT(broken(request), ElementsAre("/operations items"));
}

TEST(google_rules_of_a_currency, are_about_its_minor_unit)
{
    outlay::currency const euro("EUR");
    outlay::currency const yen("JPY");
    std::string const code = " non_multiple_of_minimum_currency_unit";
    EXPECT_THAT(broken(daily(5.01_dec), euro), IsEmpty());
    EXPECT_THAT(broken(daily(5.010_dec), euro), IsEmpty());
    EXPECT_THAT(broken(daily(5.001_dec), euro), ElementsAre("/amountMicros" + code));
    EXPECT_THAT(broken(total(5.01_dec), yen), ElementsAre("/totalAmountMicros" + code));
    EXPECT_THAT(broken(total(5_dec), yen), IsEmpty());
    EXPECT_THAT(broken(change(5.5_dec), euro), IsEmpty());
    EXPECT_THAT(broken(change(5.5_dec), yen), ElementsAre("/amountMicros" + code));
    EXPECT_THAT(broken(daily(5.001_dec)), IsEmpty());
    EXPECT_THAT(broken(daily(5.001_dec), outlay::currency("XAU")), IsEmpty()) << "gold has no minor unit";
    EXPECT_EQ(validate(daily(5.001_dec), euro)[0].message, "expected at most 2 places in EUR, found 5.001");
}

TEST(google_ids, are_taken_with_dashes_or_without)
{
    EXPECT_EQ(google::digits_of("1234567890").value(), "1234567890");
    EXPECT_EQ(google::digits_of("123-456-7890").value(), "1234567890");
    for (auto const id : {"", "123456789", "12345678901", "1234-56-7890", "123-4567890", "123-456-789x", "123-456.7890",
                          "123-456-78901", "../1234567", "123 456 7890"})
        EXPECT_EQ(google::digits_of(id).error().report()[0].code, "customer_id") << id;
    EXPECT_EQ(google::name_of("123-456-7890", "42").value(), "customers/1234567890/campaignBudgets/42");
    EXPECT_EQ(google::name_of("1", "42").error().report()[0].code, "customer_id");
    EXPECT_EQ(google::name_of("1234567890", "x").error().report()[0].code, "id_not_a_number");
}

} // namespace google_rules_test
