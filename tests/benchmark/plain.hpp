#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The bodies as types without outlay: doubles, strings and vectors, with the names of the wire, which libraries with
// reflection read and write directly. `fields` is the list of a hand-written reader.

namespace plain {

/// A type with `fields`.
template<class T>
concept described = requires(T& value) { T::fields(value, [](std::string_view, auto&) {}); };

/// A row of campaign_usage_reply.
struct campaign {
    std::optional<double> budget{};
    std::optional<double> budgetUsagePercent{};
    std::string campaignId{};
    std::optional<std::uint32_t> index{};
    std::string usageUpdatedTimestamp{};

    static void fields(auto& of, auto&& visit)
    {
        visit("budget", of.budget);
        visit("budgetUsagePercent", of.budgetUsagePercent);
        visit("campaignId", of.campaignId);
        visit("index", of.index);
        visit("usageUpdatedTimestamp", of.usageUpdatedTimestamp);
    }
};

/// An error of campaign_usage_reply.
struct refusal {
    std::string campaignId{};
    std::string code{};
    std::string details{};
    std::optional<std::uint32_t> index{};

    static void fields(auto& of, auto&& visit)
    {
        visit("campaignId", of.campaignId);
        visit("code", of.code);
        visit("details", of.details);
        visit("index", of.index);
    }
};

/// outlay::amazon::campaign_usage_reply.
struct usage_reply {
    std::vector<campaign> success{};
    std::vector<refusal> error{};

    static void fields(auto& of, auto&& visit)
    {
        visit("success", of.success);
        visit("error", of.error);
    }
};

/// outlay::amazon::portfolio_budget.
struct portfolio_budget {
    std::optional<double> amount{};
    std::optional<std::string> currencyCode{};
    std::optional<std::string> endDate{};
    std::optional<std::string> policy{};
    std::optional<std::string> startDate{};

    static void fields(auto& of, auto&& visit)
    {
        visit("amount", of.amount);
        visit("currencyCode", of.currencyCode);
        visit("endDate", of.endDate);
        visit("policy", of.policy);
        visit("startDate", of.startDate);
    }
};

/// outlay::amazon::unspent_budget_sharing.
struct sharing {
    std::string featureState{};

    static void fields(auto& of, auto&& visit) { visit("featureState", of.featureState); }
};

/// outlay::amazon::budget_controls.
struct budget_controls {
    std::optional<sharing> campaignUnspentBudgetSharing{};

    static void fields(auto& of, auto&& visit)
    {
        visit("campaignUnspentBudgetSharing", of.campaignUnspentBudgetSharing);
    }
};

/// outlay::amazon::extended_data.
struct extended_data {
    std::optional<std::string> creationDateTime{};
    std::optional<std::string> lastUpdateDateTime{};
    std::optional<std::string> servingStatus{};
    std::vector<std::string> statusReasons{};

    static void fields(auto& of, auto&& visit)
    {
        visit("creationDateTime", of.creationDateTime);
        visit("lastUpdateDateTime", of.lastUpdateDateTime);
        visit("servingStatus", of.servingStatus);
        visit("statusReasons", of.statusReasons);
    }
};

/// outlay::amazon::portfolio.
struct portfolio {
    std::optional<portfolio_budget> budget{};
    std::optional<budget_controls> budgetControls{};
    std::optional<extended_data> extendedData{};
    std::optional<bool> inBudget{};
    std::string name{};
    std::string portfolioId{};
    std::string state{};

    static void fields(auto& of, auto&& visit)
    {
        visit("budget", of.budget);
        visit("budgetControls", of.budgetControls);
        visit("extendedData", of.extendedData);
        visit("inBudget", of.inBudget);
        visit("name", of.name);
        visit("portfolioId", of.portfolioId);
        visit("state", of.state);
    }
};

/// outlay::amazon::portfolio_list_reply.
struct portfolio_list {
    std::optional<std::string> nextToken{};
    std::vector<portfolio> portfolios{};
    std::optional<std::uint64_t> totalResults{};

    static void fields(auto& of, auto&& visit)
    {
        visit("nextToken", of.nextToken);
        visit("portfolios", of.portfolios);
        visit("totalResults", of.totalResults);
    }
};

/// outlay::datadog::costs.
struct costs {
    std::optional<double> actual{};
    std::optional<double> amount{};
    std::optional<double> custom_forecast{};
    std::optional<double> forecast{};
    std::optional<double> ootb_forecast{};

    static void fields(auto& of, auto&& visit)
    {
        visit("actual", of.actual);
        visit("amount", of.amount);
        visit("custom_forecast", of.custom_forecast);
        visit("forecast", of.forecast);
        visit("ootb_forecast", of.ootb_forecast);
    }
};

/// outlay::datadog::tag_filter.
struct tag_filter {
    std::string tag_key{};
    std::string tag_value{};

    static void fields(auto& of, auto&& visit)
    {
        visit("tag_key", of.tag_key);
        visit("tag_value", of.tag_value);
    }
};

/// outlay::datadog::budget_entry.
struct budget_entry {
    std::optional<double> amount{};
    std::optional<plain::costs> costs{};
    std::optional<std::int64_t> month{};
    std::vector<tag_filter> tag_filters{};

    static void fields(auto& of, auto&& visit)
    {
        visit("amount", of.amount);
        visit("costs", of.costs);
        visit("month", of.month);
        visit("tag_filters", of.tag_filters);
    }
};

/// outlay::datadog::budget_attributes.
struct budget_attributes {
    std::optional<plain::costs> costs{};
    std::optional<std::int64_t> costs_period_end{};
    std::optional<std::int64_t> costs_period_start{};
    std::optional<std::int64_t> created_at{};
    std::optional<std::string> created_by{};
    std::optional<std::int64_t> end_month{};
    std::vector<budget_entry> entries{};
    std::optional<std::string> metrics_query{};
    std::optional<std::string> name{};
    std::optional<std::int64_t> org_id{};
    std::optional<std::int64_t> start_month{};
    std::optional<double> total_amount{};
    std::optional<std::int64_t> updated_at{};
    std::optional<std::string> updated_by{};

    static void fields(auto& of, auto&& visit)
    {
        visit("costs", of.costs);
        visit("costs_period_end", of.costs_period_end);
        visit("costs_period_start", of.costs_period_start);
        visit("created_at", of.created_at);
        visit("created_by", of.created_by);
        visit("end_month", of.end_month);
        visit("entries", of.entries);
        visit("metrics_query", of.metrics_query);
        visit("name", of.name);
        visit("org_id", of.org_id);
        visit("start_month", of.start_month);
        visit("total_amount", of.total_amount);
        visit("updated_at", of.updated_at);
        visit("updated_by", of.updated_by);
    }
};

/// outlay::datadog::budget.
struct budget {
    budget_attributes attributes{};
    std::optional<std::string> id{};
    std::string type{};

    static void fields(auto& of, auto&& visit)
    {
        visit("attributes", of.attributes);
        visit("id", of.id);
        visit("type", of.type);
    }
};

/// outlay::datadog::budget_document.
struct budget_document {
    budget data{};

    static void fields(auto& of, auto&& visit) { visit("data", of.data); }
};

} // namespace plain
