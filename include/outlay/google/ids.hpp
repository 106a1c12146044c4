#pragma once

#include <algorithm>
#include <cstddef>
#include <outlay/model/facts.hpp>
#include <outlay/model/value_rules.hpp>
#include <outlay/value/detail/digits.hpp>
#include <outlay/value/identifier.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <string_view>

namespace outlay::inline v0_1_0::google {

/// A Google Ads account: ten digits. The form of the user interface, `123-456-7890`, is taken as well.
using customer_id = identifier<struct customer_tag>;

/// The number of a campaign budget within its account, an integer of 64 bits.
using campaign_budget_id = identifier<struct campaign_budget_id_tag>;

/// The resource name of a campaign budget, by which requests name it: `customers/1234567890/campaignBudgets/42`.
using campaign_budget_name = identifier<struct campaign_budget_name_tag>;

/// The number of a portfolio bidding strategy, an integer of 64 bits.
using bidding_strategy_id = identifier<struct bidding_strategy_tag>;

namespace detail {

constexpr bool are_digits(std::string_view text) noexcept
{
    return !text.empty() && std::all_of(text.begin(), text.end(), outlay::detail::is_digit);
}

/// Whether a name is `customers/{digits}/campaignBudgets/{digits}`.
constexpr bool is_budget_name(campaign_budget_name const& name) noexcept
{
    constexpr std::string_view before = "customers/";
    constexpr std::string_view between = "/campaignBudgets/";
    std::string_view rest = name.str();
    if (!rest.starts_with(before)) return false;
    rest.remove_prefix(before.size());
    std::size_t const at = rest.find(between);
    if (at == rest.npos || !are_digits(rest.substr(0, at))) return false;
    return are_digits(rest.substr(at + between.size()));
}

inline constexpr std::string_view a_budget_name = "a name such as customers/1234567890/campaignBudgets/42";

/// A rule of an id that its pattern covers in part: the schema of an id also accepts numbers, to which no pattern
/// applies.
template<class Id>
struct id_form : satisfies<Id> {
    using satisfies<Id>::satisfies;
    bool describe(facts& to) const
    {
        satisfies<Id>::describe(to);
        return false;
    }
};

/// The rule of a budget's resource name in a request. The code is Google's RESOURCE_NAME_MALFORMED.
inline constexpr id_form<campaign_budget_name> budget_name_rule{
    "resource_name_malformed", &is_budget_name, a_budget_name, "^customers/[0-9]+/campaignBudgets/[0-9]+$"};

template<class Id>
constexpr bool is_number(Id const& id)
{
    return id.number().has_value();
}

/// The rule of a numeric id in a request.
template<class Id>
inline constexpr id_form<Id> number_rule{"id_not_a_number", &is_number<Id>, "an id that is a number such as 123",
                                         "^(?:0|[1-9][0-9]{0,19})$"};

} // namespace detail

/// The ten digits of an account, without dashes, as paths and headers have them. Code: `customer_id`, for any other
/// text, so that it gets no further.
inline result<std::string> digits_of(customer_id const& id)
{
    constexpr std::size_t digits = 10;
    constexpr std::size_t first_dash = 3;
    constexpr std::size_t second_dash = 7;
    std::string text = id.str();
    if (text.size() == digits + 2 && text[first_dash] == '-' && text[second_dash] == '-') {
        text.erase(second_dash, 1);
        text.erase(first_dash, 1);
    }
    if (text.size() == digits && detail::are_digits(text)) return text;
    return outlay::detail::unexpected("customer_id", "ten digits such as 1234567890 or 123-456-7890", id.str());
}

/// The resource name of a budget by its number. Codes: `customer_id`, `id_not_a_number`.
inline result<campaign_budget_name> name_of(customer_id const& customer, campaign_budget_id const& budget)
{
    auto const digits = digits_of(customer);
    if (!digits) return digits.error();
    if (!budget.number())
        return outlay::detail::unexpected("id_not_a_number", "an id that is a number such as 123", budget.str());
    return campaign_budget_name(outlay::detail::joined({"customers/", *digits, "/campaignBudgets/", budget.str()}));
}

} // namespace outlay::inline v0_1_0::google
