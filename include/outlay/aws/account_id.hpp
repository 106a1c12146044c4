#pragma once

#include <algorithm>
#include <cstddef>
#include <outlay/model.hpp>
#include <outlay/value/detail/digits.hpp>
#include <outlay/value/identifier.hpp>
#include <string>

namespace outlay::aws {

/// An account of AWS: 12 digits, the first of which may be 0.
using account_id = identifier<struct account_tag>;

namespace detail {

constexpr bool is_account_id(account_id const& id) noexcept
{
    constexpr std::size_t digits = 12;
    return id.str().size() == digits && std::ranges::all_of(id.str(), &outlay::detail::is_digit);
}

inline constexpr auto account_id_pattern =
    satisfies<account_id>("account_id_pattern", &is_account_id, "an account of 12 digits", "^[0-9]{12}$");

} // namespace detail
} // namespace outlay::aws
