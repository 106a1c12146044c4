#pragma once

#include <cstddef>
#include <outlay/model/rules.hpp>
#include <outlay/value/detail/words.hpp>
#include <outlay/value/identifier.hpp>

namespace outlay::amazon {

/// An advertising campaign of any product. Amazon's ids are unsigned 64-bit numbers, written as strings.
using campaign_id = identifier<struct campaign_tag>;

/// A portfolio: a group of campaigns.
using portfolio_id = identifier<struct portfolio_tag>;

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

/// Whether an id has nothing but visible ASCII. With a blank, or the line break of the file that it was read from, it
/// is another id than the one that was meant, and looks the same.
template<class Id>
constexpr bool is_visible(Id const& id)
{
    return outlay::detail::is_ascii_from<'!'>(id.str());
}

template<class Id>
inline constexpr auto visible = satisfies<Id>("id_characters", &is_visible<Id>, "visible ASCII, without blanks");

template<class Id>
inline constexpr auto looks_like_id = notice(satisfies<Id>("odd_id", &is_plain<Id>, "letters and digits"));

/// What each id of a request must be.
template<class Id>
inline constexpr auto id_rules = each(length(1, 255), visible<Id>, looks_like_id<Id>);

} // namespace detail
} // namespace outlay::amazon
