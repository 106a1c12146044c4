#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <outlay/value/decimal.hpp>
#include <string_view>
#include <vector>

namespace outlay {

/// What the rules of a member say of its value, in the terms of JSON Schema. A rule that can say all of itself has
///
///     bool tell(facts& to) const;    // true: it is all said; false: it has to be described in words
///
/// and adds what it knows to what other rules have said before it. A rule without it is described in words.
struct facts {
    std::optional<decimal> minimum{};           ///< the least number that will do
    std::optional<decimal> exclusive_minimum{}; ///< the most of all that are too small
    std::optional<decimal> maximum{};           ///< the greatest number that will do
    std::optional<decimal> exclusive_maximum{}; ///< the least of all that are too great
    std::optional<std::size_t> min_length{};    ///< in characters
    std::optional<std::size_t> max_length{};    ///< in characters
    std::optional<std::size_t> min_items{};     ///< of a list
    std::optional<std::size_t> max_items{};     ///< of a list
    bool unique_items = false;                  ///< no two items of the list are equal
    std::vector<std::string_view> patterns{};   ///< regular expressions of ECMA-262, each of which matches
    std::vector<std::string_view> allowed{};    ///< the only texts that will do; empty: any text
    std::string_view title{};                   ///< words for people, as the next
    std::string_view description{};             ///< what the member is
    std::string_view format{};                  ///< of a text, by its name in JSON Schema: `uuid`

    /// Keeps the greater of two least bounds.
    template<class Bound>
    static void tighten_least(std::optional<Bound>& bound, Bound least)
    {
        bound = bound ? std::max(*bound, least) : least;
    }
    /// Keeps the smaller of two greatest bounds.
    template<class Bound>
    static void tighten_most(std::optional<Bound>& bound, Bound most)
    {
        bound = bound ? std::min(*bound, most) : most;
    }
};

} // namespace outlay
