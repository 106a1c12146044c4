#pragma once

#include <outlay/amazon.hpp>
#include <outlay/datadog.hpp>
#include <outlay/hubspot.hpp>
#include <string_view>

// Every wire type of outlay that can stand for itself, by name.

namespace lint {

/// A type, to be passed to a function.
template<class T>
struct type_of {
    using type = T;
};

/// Calls `use(name, type_of<T>{})` for each type: bodies of requests, bodies of replies, and what they are made of.
template<class Use>
void for_each_amazon_type(Use&& use)
{
    namespace ads = outlay::amazon;
    use("amazon.campaign_usage_request", type_of<ads::campaign_usage_request>{});
    use("amazon.campaign_usage_reply", type_of<ads::campaign_usage_reply>{});
    use("amazon.portfolio_usage_request", type_of<ads::portfolio_usage_request>{});
    use("amazon.portfolio_usage_reply", type_of<ads::portfolio_usage_reply>{});
    use("amazon.create_portfolios_request", type_of<ads::create_portfolios_request>{});
    use("amazon.update_portfolios_request", type_of<ads::update_portfolios_request>{});
    use("amazon.list_portfolios_request", type_of<ads::list_portfolios_request>{});
    use("amazon.portfolio_write_reply", type_of<ads::portfolio_write_reply>{});
    use("amazon.portfolio_list_reply", type_of<ads::portfolio_list_reply>{});
    use("amazon.api_error", type_of<ads::api_error>{});

    use("amazon.campaign_usage", type_of<ads::campaign_usage>{});
    use("amazon.portfolio_usage", type_of<ads::portfolio_usage>{});
    use("amazon.usage_error", type_of<ads::usage_error>{});
    use("amazon.portfolio", type_of<ads::portfolio>{});
    use("amazon.new_portfolio", type_of<ads::new_portfolio>{});
    use("amazon.portfolio_update", type_of<ads::portfolio_update>{});
    use("amazon.portfolio_budget", type_of<ads::portfolio_budget>{});
    use("amazon.budget_controls", type_of<ads::budget_controls>{});
    use("amazon.unspent_budget_sharing", type_of<ads::unspent_budget_sharing>{});
    use("amazon.extended_data", type_of<ads::extended_data>{});
    use("amazon.portfolio_id_filter", type_of<ads::portfolio_id_filter>{});
    use("amazon.portfolio_name_filter", type_of<ads::portfolio_name_filter>{});
    use("amazon.portfolio_state_filter", type_of<ads::portfolio_state_filter>{});
    use("amazon.mutation_success", type_of<ads::mutation_success>{});
    use("amazon.mutation_error", type_of<ads::mutation_error>{});
    use("amazon.portfolio_error", type_of<ads::portfolio_error>{});
    use("amazon.error_value", type_of<ads::error_value>{});
    use("amazon.error_body", type_of<ads::error_body>{});
    use("amazon.error_cause", type_of<ads::error_cause>{});
    use("amazon.budget_error", type_of<ads::budget_error>{});
    use("amazon.malformed_value_error", type_of<ads::malformed_value_error>{});
    use("amazon.range_error", type_of<ads::range_error>{});
    use("amazon.entity_not_found_error", type_of<ads::entity_not_found_error>{});
    use("amazon.entity_quota_error", type_of<ads::entity_quota_error>{});
}

template<class Use>
void for_each_hubspot_type(Use&& use)
{
    namespace hub = outlay::hubspot;
    use("hubspot.budget_item_input", type_of<hub::budget_item_input>{});
    use("hubspot.budget_item", type_of<hub::budget_item>{});
    use("hubspot.budget_totals", type_of<hub::budget_totals>{});
    use("hubspot.list_campaigns_request", type_of<hub::list_campaigns_request>{});
    use("hubspot.campaign_list_reply", type_of<hub::campaign_list_reply>{});
    use("hubspot.campaign", type_of<hub::campaign>{});
    use("hubspot.read_campaigns_request", type_of<hub::read_campaigns_request>{});
    use("hubspot.read_campaigns_reply", type_of<hub::read_campaigns_reply>{});
    use("hubspot.campaign_revenue", type_of<hub::campaign_revenue>{});
    use("hubspot.api_error", type_of<hub::api_error>{});

    use("hubspot.campaign_ref", type_of<hub::campaign_ref>{});
    use("hubspot.business_unit", type_of<hub::business_unit>{});
    use("hubspot.next_page", type_of<hub::next_page>{});
    use("hubspot.paging", type_of<hub::paging>{});
    use("hubspot.campaign_error", type_of<hub::campaign_error>{});
    use("hubspot.error_detail", type_of<hub::error_detail>{});
    use("hubspot.named_values", type_of<hub::named_values>{});
}

template<class Use>
void for_each_datadog_type(Use&& use)
{
    namespace dog = outlay::datadog;
    use("datadog.upsert_budget_request", type_of<dog::upsert_budget_request>{});
    use("datadog.budget_document", type_of<dog::budget_document>{});
    use("datadog.budget_list_document", type_of<dog::budget_list_document>{});
    use("datadog.budget_validation_document", type_of<dog::budget_validation_document>{});
    use("datadog.upsert_custom_forecast_request", type_of<dog::upsert_custom_forecast_request>{});
    use("datadog.custom_forecast_document", type_of<dog::custom_forecast_document>{});
    use("datadog.csv_validation", type_of<dog::csv_validation>{});
    use("datadog.api_errors", type_of<dog::api_errors>{});

    use("datadog.budget", type_of<dog::budget>{});
    use("datadog.budget_attributes", type_of<dog::budget_attributes>{});
    use("datadog.budget_entry", type_of<dog::budget_entry>{});
    use("datadog.tag_filter", type_of<dog::tag_filter>{});
    use("datadog.costs", type_of<dog::costs>{});
    use("datadog.costs_unit", type_of<dog::costs_unit>{});
    use("datadog.budget_validation", type_of<dog::budget_validation>{});
    use("datadog.budget_validation_attributes", type_of<dog::budget_validation_attributes>{});
    use("datadog.custom_forecast", type_of<dog::custom_forecast>{});
    use("datadog.custom_forecast_attributes", type_of<dog::custom_forecast_attributes>{});
    use("datadog.custom_forecast_entry", type_of<dog::custom_forecast_entry>{});
    use("datadog.csv_error", type_of<dog::csv_error>{});
    use("datadog.csv_error_meta", type_of<dog::csv_error_meta>{});
    use("datadog.api_error", type_of<dog::api_error>{});
}

template<class Use>
void for_each_type(Use&& use)
{
    for_each_amazon_type(use);
    for_each_hubspot_type(use);
    for_each_datadog_type(use);
}

} // namespace lint
