#pragma once

#include <algorithm>
#include <cstddef>
#include <outlay/model.hpp>
#include <outlay/value/detail/digits.hpp>
#include <string>

namespace outlay::inline v0_1_0::aws::detail {

/// Whether a text is the id of an account: 12 digits, the first of which may be 0. A number is none.
constexpr bool is_account_id(std::string const& id) noexcept
{
    constexpr std::size_t digits = 12;
    return id.size() == digits && std::ranges::all_of(id, &outlay::detail::is_digit);
}

inline constexpr auto account_id_pattern =
    satisfies<std::string>("account_id_pattern", &is_account_id, "an account of 12 digits", "^[0-9]{12}$");

} // namespace outlay::inline v0_1_0::aws::detail
