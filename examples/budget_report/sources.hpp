#pragma once

#include <algorithm>
#include <cstddef>
#include <date/date.h>
#include <filesystem>
#include <optional>
#include <outlay/amazon.hpp>
#include <outlay/amazon/status.hpp>
#include <outlay/aws.hpp>
#include <outlay/budget.hpp>
#include <outlay/datadog.hpp>
#include <outlay/google.hpp>
#include <outlay/hubspot.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// What a file holds, and how the budgets in it stand.

namespace report {

/// One line of the report.
struct row {
    std::string source; ///< the file
    std::string budget; ///< its id or name, or that of the file
    outlay::status status;
    std::optional<outlay::pace> pace{}; ///< if the status has a window
};
BOOST_DESCRIBE_STRUCT(row, (), (source, budget, status, pace))

/// The rows of a file, and the errors of what could not be read.
struct findings {
    std::vector<row> rows;
    std::vector<std::string> failures;
};

/// The replies that are understood, as they are named on the command line.
enum class kind {
    amazon_campaigns,
    amazon_portfolios,
    hubspot_totals,
    hubspot_campaigns,
    datadog_budget,
    datadog_budgets,
    aws_budgets,
    google_budgets
};
BOOST_DESCRIBE_ENUM(kind, amazon_campaigns, amazon_portfolios, hubspot_totals, hubspot_campaigns, datadog_budget,
                    datadog_budgets, aws_budgets, google_budgets)

} // namespace report

template<>
struct outlay::model<report::kind> {
    static constexpr auto naming = wire_case::kebab;
};

namespace report {

/// Any JSON object, for a look at the names of its fields.
struct any_object {
    outlay::extras fields;
};
BOOST_DESCRIBE_STRUCT(any_object, (), (fields))

/// What kind of reply a text has the shape of; an error if it is not JSON, or nullopt if it is of no such kind.
inline outlay::result<std::optional<kind>> detect(std::string_view text)
{
    auto const whole = outlay::decode<any_object>(text);
    if (!whole) return whole.error();
    outlay::extras const& fields = whole->fields;
    if (fields.get<std::vector<any_object>>("Budgets")) return kind::aws_budgets;
    if (fields.contains("budgetItems") || fields.contains("spendItems")) return kind::hubspot_totals;
    if (fields.contains("fieldMask")) return kind::google_budgets;
    if (auto const rows = fields.get<std::vector<any_object>>("results"))
        if (rows->empty() || rows->front().fields.contains("properties")) return kind::hubspot_campaigns;
    if (auto const data = fields.get<any_object>("data")) {
        auto const type = data->fields.get<std::string>("type");
        bool const has_no_budget = type == "budget_validation" || type == "custom_forecast";
        return has_no_budget ? std::nullopt : std::optional(kind::datadog_budget);
    }
    if (fields.get<std::vector<any_object>>("data")) return kind::datadog_budgets;
    for (auto const* const list : {"success", "error"})
        if (auto const rows = fields.get<std::vector<any_object>>(list))
            for (any_object const& item : *rows) {
                if (item.fields.contains("campaignId")) return kind::amazon_campaigns;
                if (item.fields.contains("portfolioId")) return kind::amazon_portfolios;
            }
    if (fields.contains("success")) return kind::amazon_campaigns; // of none
    return std::optional<kind>();
}

/// With so many decimal places: rounded, or filled up with zeros.
inline std::string with_places(outlay::decimal n, int places)
{
    if (n.scale() > places) n = n.round(places);
    std::string text = n.to_string();
    if (n.scale() == 0 && places != 0) text += '.';
    return text.append(static_cast<std::size_t>(places - n.scale()), '0');
}

/// The spend of the whole window: the vendor's forecast, or else the projection.
struct outlook {
    outlay::decimal spend;
    bool is_forecast = false; ///< the vendor's
};

inline std::optional<outlook> outlook_of(row const& of)
{
    if (of.status.forecast) return outlook{.spend = *of.status.forecast, .is_forecast = true};
    if (of.pace && of.pace->projected) return outlook{.spend = *of.pace->projected};
    return std::nullopt;
}

/// `over`, as a word before "pace".
inline std::string_view words_for(outlay::pace_verdict verdict)
{
    std::string_view const text = outlay::enum_text(verdict);
    return text.substr(0, text.find('_'));
}

/// The pace of each row from a place on, at the beginning of `today`. A window that the reply lacks is the one that is
/// given.
inline void add_pace(findings& to, std::size_t from, std::optional<outlay::date_range> window,
                     date::year_month_day today)
{
    for (std::size_t i = from; i < to.rows.size(); ++i) {
        row& each = to.rows[i];
        if (!each.status.window) each.status.window = window;
        if (each.status.window) each.pace = pace_of(each.status, today);
    }
}

template<class Id>
std::string name_of(std::optional<Id> const& id)
{
    return id ? id->str() : "?";
}

template<class Usage>
void add_usage(findings& to, std::string const& source, std::vector<Usage> const& rows,
               std::vector<outlay::amazon::usage_error> const& refused)
{
    for (Usage const& usage : rows) {
        if constexpr (requires { usage.campaign_id; })
            to.rows.push_back({.source = source, .budget = name_of(usage.campaign_id), .status = status_of(usage)});
        else to.rows.push_back({.source = source, .budget = name_of(usage.portfolio_id), .status = status_of(usage)});
    }
    for (outlay::amazon::usage_error const& error : refused)
        to.failures.push_back(source + ": " +
                              (error.campaign_id ? error.campaign_id->str() : name_of(error.portfolio_id)) + ": " +
                              error.code.value_or("no code") + ' ' + error.details.value_or(""));
}

/// Reads a text as a T and hands its value to `use`, as far as it could be read; what could not is a failure.
template<class T, class Use>
void read_as(findings& to, std::string const& source, std::string_view text, Use use)
{
    auto const seen = outlay::inspect<T>(text);
    for (outlay::violation const& wrong : seen.report) to.failures.push_back(source + ':' + wrong.to_string());
    auto const before = static_cast<std::ptrdiff_t>(to.rows.size());
    if (!seen.stopped) use(seen.value);
    if (seen.ok()) return;
    // Of what is not what it should be, a row that tells nothing is no row at all.
    to.rows.erase(std::remove_if(to.rows.begin() + before, to.rows.end(),
                                 [](row const& r) { return r.status == outlay::status{}; }),
                  to.rows.end());
}

/// Reads a file as what it is. The window of some budgets is the unit of time that `today` is in.
inline void read(findings& to, kind as, std::string const& source, std::string_view text, date::year_month_day today)
{
    namespace ads = outlay::amazon;
    auto const add = [&](std::string name, outlay::status status) {
        to.rows.push_back({.source = source, .budget = std::move(name), .status = std::move(status)});
    };
    auto const add_budget = [&](outlay::datadog::budget const& b) {
        add(b.attributes.name.value_or(name_of(b.id)), status_of(b));
    };
    auto const usage = [&](auto const& reply) { add_usage(to, source, reply.success, reply.error); };
    switch (as) {
    case kind::amazon_campaigns: return read_as<ads::campaign_usage_reply>(to, source, text, usage);
    case kind::amazon_portfolios: return read_as<ads::portfolio_usage_reply>(to, source, text, usage);
    case kind::hubspot_totals:
        return read_as<outlay::hubspot::budget_totals>(to, source, text, [&](auto const& totals) {
            add(std::filesystem::path(source).stem().string(), status_of(totals)); // it has no name of its own
        });
    case kind::hubspot_campaigns:
        return read_as<outlay::hubspot::campaign_list_reply>(to, source, text, [&](auto const& list) {
            for (auto const& campaign : list.results)
                add(campaign.name().value_or(campaign.id.str()), status_of(campaign));
        });
    case kind::google_budgets:
        return read_as<outlay::google::campaign_budget_list_reply>(to, source, text, [&](auto const& list) {
            for (auto const& each : list.results)
                add(each.campaign_budget.name.value_or(name_of(each.campaign_budget.id)), status_of(each));
        });
    case kind::datadog_budget:
        return read_as<outlay::datadog::budget_document>(to, source, text,
                                                         [&](auto const& document) { add_budget(document.data); });
    case kind::datadog_budgets:
        return read_as<outlay::datadog::budget_list_document>(
            to, source, text, [&](auto const& list) { std::ranges::for_each(list.data, add_budget); });
    case kind::aws_budgets:
        return read_as<outlay::aws::describe_budgets_reply>(to, source, text, [&](auto const& list) {
            for (outlay::aws::budget const& each : list.budgets) add(each.budget_name, status_of(each, today));
        });
    }
}

} // namespace report
