#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <outlay/google/ids.hpp>
#include <outlay/json/convert.hpp>
#include <outlay/json/extras.hpp>
#include <outlay/model.hpp>
#include <outlay/value/currency.hpp>
#include <outlay/value/decimal.hpp>
#include <outlay/value/open_enum.hpp>
#include <outlay/value/text.hpp>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

// Why an operation, or a request, was refused. Source: Google Ads API v25, errors/errors.proto and
// errors/campaign_budget_error.proto. No member is insisted on, so that no error is lost because of another; only the
// location, which says whose error it is, has to be what it should be.

namespace outlay::inline v0_1_0::google {

using outlay::operator<<; // found here, too
using outlay::tag_invoke; // Boost.JSON looks for it here

/// Why a campaign budget was refused, as far as it is about budgets: the value of `campaignBudgetError`.
enum class campaign_budget_error : unsigned char {
    unspecified, ///< not specified by the reply
    unknown,     ///< newer than the version of the API
    campaign_budget_cannot_be_shared,
    campaign_budget_removed,
    campaign_budget_in_use,
    campaign_budget_period_not_available,
    cannot_modify_field_of_implicitly_shared_campaign_budget,
    cannot_update_campaign_budget_to_implicitly_shared,
    cannot_update_campaign_budget_to_explicitly_shared_without_name,
    cannot_update_campaign_budget_to_explicitly_shared,
    cannot_use_implicitly_shared_campaign_budget_with_multiple_campaigns,
    duplicate_name,
    money_amount_in_wrong_currency,
    money_amount_less_than_currency_minimum_cpc,
    money_amount_too_large,
    negative_money_amount,
    non_multiple_of_minimum_currency_unit,
    total_budget_amount_must_be_unset_for_budget_period_daily,
    invalid_period,
    cannot_use_accelerated_delivery_mode,
    budget_amount_must_be_unset_for_custom_budget_period,
    budget_below_per_day_minimum,
    budget_amount_too_small,
};
BOOST_DESCRIBE_ENUM(campaign_budget_error, unspecified, unknown, campaign_budget_cannot_be_shared,
                    campaign_budget_removed, campaign_budget_in_use, campaign_budget_period_not_available,
                    cannot_modify_field_of_implicitly_shared_campaign_budget,
                    cannot_update_campaign_budget_to_implicitly_shared,
                    cannot_update_campaign_budget_to_explicitly_shared_without_name,
                    cannot_update_campaign_budget_to_explicitly_shared,
                    cannot_use_implicitly_shared_campaign_budget_with_multiple_campaigns, duplicate_name,
                    money_amount_in_wrong_currency, money_amount_less_than_currency_minimum_cpc, money_amount_too_large,
                    negative_money_amount, non_multiple_of_minimum_currency_unit,
                    total_budget_amount_must_be_unset_for_budget_period_daily, invalid_period,
                    cannot_use_accelerated_delivery_mode, budget_amount_must_be_unset_for_custom_budget_period,
                    budget_below_per_day_minimum, budget_amount_too_small)

/// The value that was refused, of one of these types.
struct error_trigger {
    std::optional<bool> boolean_value{};       ///< true or false
    std::optional<std::int64_t> int64_value{}; ///< an integer
    std::optional<decimal> float_value{};      ///< of single precision
    std::optional<decimal> double_value{};     ///< of double precision
    std::optional<std::string> string_value{}; ///< a text
    outlay::extras extras{};

    friend bool operator==(error_trigger const&, error_trigger const&) = default;
};
BOOST_DESCRIBE_STRUCT(error_trigger, (), (boolean_value, int64_value, float_value, double_value, string_value, extras))

/// A step of the path to what was refused.
struct field_path_element {
    std::optional<std::string> field_name{}; ///< `operations`, `create`, `name`, ...
    std::optional<std::uint32_t> index{};    ///< of an item, where the field is a list
    outlay::extras extras{};

    friend bool operator==(field_path_element const&, field_path_element const&) = default;
};
BOOST_DESCRIBE_STRUCT(field_path_element, (), (field_name, index, extras))

/// The part of the request that was refused.
struct error_location {
    std::vector<field_path_element> field_path_elements{}; ///< from the request to the field
    outlay::extras extras{};

    /// `operations[0].create.name`
    std::string to_string() const
    {
        std::string path;
        for (field_path_element const& step : field_path_elements) {
            if (!path.empty()) path += '.';
            path += step.field_name.value_or("?");
            if (step.index) path += outlay::detail::joined({"[", std::to_string(*step.index), "]"});
        }
        return path;
    }

    friend bool operator==(error_location const&, error_location const&) = default;
};
BOOST_DESCRIBE_STRUCT(error_location, (), (field_path_elements, extras))

/// The quota that a quotaError is about.
struct quota_error_details {
    std::optional<std::string> rate_scope{};  ///< `ACCOUNT` or `DEVELOPER`
    std::optional<std::string> rate_name{};   ///< for people: `Requests per account`
    std::optional<std::string> retry_delay{}; ///< the time to wait: `30s`
    outlay::extras extras{};

    friend bool operator==(quota_error_details const&, quota_error_details const&) = default;
};
BOOST_DESCRIBE_STRUCT(quota_error_details, (), (rate_scope, rate_name, retry_delay, extras))

/// The amounts that BUDGET_BELOW_PER_DAY_MINIMUM is about, in the currency of the account.
struct budget_minimum_details {
    std::optional<currency> currency_code{};              ///< of the account
    std::optional<decimal> budget_per_day_minimum{};      ///< what the campaign needs a day
    std::optional<decimal> minimum_budget_amount{};       ///< the least `amount`
    std::optional<decimal> minimum_budget_total_amount{}; ///< the least `total_amount`
    std::optional<decimal> failed_budget_amount{};        ///< the `amount` that is too low
    std::optional<decimal> failed_budget_total_amount{};  ///< the `total_amount` that is too low
    outlay::extras extras{};

    friend bool operator==(budget_minimum_details const&, budget_minimum_details const&) = default;
};
BOOST_DESCRIBE_STRUCT(budget_minimum_details, (),
                      (currency_code, budget_per_day_minimum, minimum_budget_amount, minimum_budget_total_amount,
                       failed_budget_amount, failed_budget_total_amount, extras))

/// Further details of an error; those that are not about budgets and quotas are in the extras.
struct error_details {
    std::optional<std::string> unpublished_error_code{};                          ///< newer than the version of the API
    std::optional<google::quota_error_details> quota_error_details{};             ///< of a quotaError
    std::optional<budget_minimum_details> budget_per_day_minimum_error_details{}; ///< of that budget error
    outlay::extras extras{};

    friend bool operator==(error_details const&, error_details const&) = default;
};
BOOST_DESCRIBE_STRUCT(error_details, (),
                      (unpublished_error_code, quota_error_details, budget_per_day_minimum_error_details, extras))

/// One reason why an operation or a request was refused.
struct google_ads_error {
    using printable = void;

    /// The code under the name of its kind: `{"campaignBudgetError": "DUPLICATE_NAME"}`. One entry is there; Google has
    /// more than a hundred kinds.
    std::map<std::string, std::string> error_code{};
    std::optional<std::string> message{};     ///< for people
    std::optional<error_trigger> trigger{};   ///< the value that was refused
    std::optional<error_location> location{}; ///< where it is in the request
    std::optional<error_details> details{};   ///< may be left out
    outlay::extras extras{};

    /// Whether it is this error of a budget.
    bool is(campaign_budget_error what) const
    {
        return kind() == "campaignBudgetError" && code() == open_enum<campaign_budget_error>(what).text();
    }

    /// The kind of the error, `campaignBudgetError`; empty if the reply has none.
    std::string_view kind() const noexcept
    {
        return error_code.empty() ? std::string_view() : error_code.begin()->first;
    }
    /// The code of the error, `DUPLICATE_NAME`; empty if the reply has none.
    std::string_view code() const noexcept
    {
        return error_code.empty() ? std::string_view() : error_code.begin()->second;
    }

    /// The item of the request that it is about: the index in the first step of the path; absent if the path begins
    /// elsewhere.
    std::optional<std::size_t> operation_index() const
    {
        if (!location || location->field_path_elements.empty()) return std::nullopt;
        field_path_element const& first = location->field_path_elements.front();
        if (first.field_name != "operations" || !first.index) return std::nullopt;
        return std::size_t{*first.index};
    }

    /// `campaignBudgetError DUPLICATE_NAME at operations[0].create.name: the name is taken (found "Spring"; at least
    /// 5.00 USD)`, from the members that the reply has, in one line.
    std::string to_string() const
    {
        std::string text = error_code.empty() ? "error" : outlay::detail::joined({kind(), " ", code()});
        if (details && details->unpublished_error_code)
            text += outlay::detail::joined({" (", *details->unpublished_error_code, ")"});
        if (location && !location->field_path_elements.empty())
            text += outlay::detail::joined({" at ", location->to_string()});
        if (message) text += outlay::detail::joined({": ", *message});
        if (trigger && trigger->string_value)
            text += outlay::detail::joined({" (found ", outlay::detail::in_quotes(*trigger->string_value), ")"});
        if (trigger && trigger->int64_value)
            text += outlay::detail::joined({" (found ", std::to_string(*trigger->int64_value), ")"});
        append_minimum(text);
        std::string shown;
        outlay::detail::append_printable(shown, text);
        return shown;
    }

    friend bool operator==(google_ads_error const&, google_ads_error const&) = default;

private:
    /// The least amount that will do.
    void append_minimum(std::string& text) const
    {
        if (!details || !details->budget_per_day_minimum_error_details) return;
        budget_minimum_details const& stated = *details->budget_per_day_minimum_error_details;
        auto const& least =
            stated.minimum_budget_amount ? stated.minimum_budget_amount : stated.minimum_budget_total_amount;
        if (!least) return;
        text += outlay::detail::joined({" (at least ", least->to_string(), stated.currency_code ? " " : "",
                                        stated.currency_code ? stated.currency_code->to_string() : "", ")"});
    }
};
BOOST_DESCRIBE_STRUCT(google_ads_error, (), (error_code, message, trigger, location, details, extras))

/// The reasons why a request, or operations of it, were refused: a detail of rpc_status. A detail of another type, such
/// as google.rpc.ErrorInfo, has its members in the extras, and no errors.
struct google_ads_failure {
    using printable = void;

    std::optional<std::string> type{};       ///< `type.googleapis.com/google.ads.googleads.v25.errors.GoogleAdsFailure`
    std::vector<google_ads_error> errors{};  ///< in any order
    std::optional<std::string> request_id{}; ///< for Google's support
    outlay::extras extras{};

    /// The errors in one line, with `; ` between them, and the request id after them.
    std::string to_string() const
    {
        std::string text;
        for (google_ads_error const& each : errors) text.append(text.empty() ? "" : "; ").append(each.to_string());
        if (!request_id) return text;
        std::string id;
        outlay::detail::append_printable(id, *request_id);
        return outlay::detail::joined({text, text.empty() ? "" : " ", "(request id ", id, ")"});
    }

    friend bool operator==(google_ads_failure const&, google_ads_failure const&) = default;
};
BOOST_DESCRIBE_STRUCT(google_ads_failure, (), (type, errors, request_id, extras))

/// Why one operation of a batch was refused: all errors whose path begins with its index.
struct mutate_refusal {
    using printable = void;

    std::vector<google_ads_error> errors{}; ///< at least one

    mutate_refusal() = default;
    /// Of one error.
    explicit mutate_refusal(google_ads_error&& first) { errors.push_back(std::move(first)); }

    /// Whether one of them is this error of a budget.
    bool has(campaign_budget_error what) const
    {
        for (google_ads_error const& each : errors)
            if (each.is(what)) return true;
        return false;
    }

    /// The errors in one line, with `; ` between them.
    std::string to_string() const
    {
        std::string text;
        for (google_ads_error const& each : errors) text.append(text.empty() ? "" : "; ").append(each.to_string());
        return text;
    }

    friend bool operator==(mutate_refusal const&, mutate_refusal const&) = default;
};

} // namespace outlay::inline v0_1_0::google

namespace outlay::inline v0_1_0 {

template<std::same_as<google::error_trigger> T>
struct model<T> {
    static constexpr auto description = "The value that was refused, of one of these types.";
    static constexpr auto members = std::tuple{
        form<&T::int64_value, forms::integer_text>(), member<&T::boolean_value>(for_information),
        member<&T::int64_value>(for_information),     member<&T::float_value>(for_information),
        member<&T::double_value>(for_information),    member<&T::string_value>(for_information),
    };
};

template<>
struct model<google::field_path_element> {
    static constexpr auto description = "A step of the path to the refused field.";
};

template<std::same_as<google::error_location> T>
struct model<T> {
    static constexpr auto description = "The part of the request that was refused.";
    static constexpr auto members = std::tuple{member<&T::field_path_elements>(presence::optional)};
};

template<std::same_as<google::quota_error_details> T>
struct model<T> {
    static constexpr auto description = "The quota that is exhausted.";
    static constexpr auto members = std::tuple{
        member<&T::rate_scope>(for_information),
        member<&T::rate_name>(for_information),
        member<&T::retry_delay>(for_information, described_as("The time to wait in seconds, such as 30s.")),
    };
};

template<std::same_as<google::budget_minimum_details> T>
struct model<T> {
    static constexpr auto description =
        "The amounts of a budget that is too low, and the least amounts, in millionths of the currency.";
    static constexpr auto members = std::tuple{
        rename<&T::budget_per_day_minimum>("budgetPerDayMinimumMicros"),
        rename<&T::minimum_budget_amount>("minimumBudgetAmountMicros"),
        rename<&T::minimum_budget_total_amount>("minimumBudgetTotalAmountMicros"),
        rename<&T::failed_budget_amount>("failedBudgetAmountMicros"),
        rename<&T::failed_budget_total_amount>("failedBudgetTotalAmountMicros"),
        form<&T::budget_per_day_minimum, forms::micros_text>(),
        form<&T::minimum_budget_amount, forms::micros_text>(),
        form<&T::minimum_budget_total_amount, forms::micros_text>(),
        form<&T::failed_budget_amount, forms::micros_text>(),
        form<&T::failed_budget_total_amount, forms::micros_text>(),
        member<&T::currency_code>(for_information),
        member<&T::budget_per_day_minimum>(for_information),
        member<&T::minimum_budget_amount>(for_information),
        member<&T::minimum_budget_total_amount>(for_information),
        member<&T::failed_budget_amount>(for_information),
        member<&T::failed_budget_total_amount>(for_information),
    };
};

template<std::same_as<google::error_details> T>
struct model<T> {
    static constexpr auto description = "Further details of an error.";
    static constexpr auto members = std::tuple{
        member<&T::unpublished_error_code>(for_information),
        member<&T::quota_error_details>(for_information),
        member<&T::budget_per_day_minimum_error_details>(for_information),
    };
};

template<std::same_as<google::google_ads_error> T>
struct model<T> {
    static constexpr auto description = "One reason why an operation or a request was refused.";
    static constexpr auto direction = outlay::direction::reply;
    static constexpr auto members = std::tuple{
        member<&T::error_code>(presence::optional, for_information,
                               described_as("An object whose one member is named after the kind.")),
        member<&T::message>(for_information),
        member<&T::trigger>(for_information),
        member<&T::details>(for_information),
    };
};

template<std::same_as<google::google_ads_failure> T>
struct model<T> {
    static constexpr auto description = "The reasons why a request, or operations of it, were refused.";
    static constexpr auto direction = outlay::direction::reply;
    static constexpr auto members = std::tuple{
        rename<&T::type>("@type"),
        member<&T::type>(for_information),
        member<&T::errors>(presence::optional),
        member<&T::request_id>(for_information),
    };
};

} // namespace outlay::inline v0_1_0
