#pragma once

#include <cstddef>
#include <outlay/model/rules.hpp>
#include <outlay/model/visible_id.hpp>
#include <outlay/value/identifier.hpp>

namespace outlay::inline v0_1_0::amazon {

/// An advertising campaign of any product. Amazon's ids are unsigned 64-bit numbers, written as strings.
using campaign_id = identifier<struct campaign_tag>;

/// A portfolio: a group of campaigns.
using portfolio_id = identifier<struct portfolio_tag>;

/// A budget rule: a UUID.
using budget_rule_id = identifier<struct budget_rule_tag>;

/// An event that budget rules may be for, such as Black Friday. Its id comes from Amazon's recommendations.
using rule_event_id = identifier<struct rule_event_tag>;

namespace detail {

/// Whether an id looks like one: a documented sample has backticks around it, which no server understands.
template<class Id>
constexpr bool is_plain(Id const& id)
{
    for (char const c : id.str())
        if (!((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_'))
            return false;
    return true;
}

template<class Id>
inline constexpr auto looks_like_id = notice(satisfies<Id>("odd_id", &is_plain<Id>, "letters and digits"));

/// The rules of each id in a request.
template<class Id>
inline constexpr auto id_rules = each(length(1, 255), visible_id<Id>, looks_like_id<Id>);

} // namespace detail
} // namespace outlay::inline v0_1_0::amazon
