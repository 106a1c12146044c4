#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <outlay/value/decimal.hpp>
#include <string_view>
#include <vector>

namespace outlay::inline v0_1_0 {

/// The rules of a member in the terms of JSON Schema. A rule that can be said so has
///
///     bool tell(facts& to) const;    // true: all of it is said; false: the rest has to be said in words
///
/// and adds its own to what the rules before it have said. A rule without this function is said in words: its code, and
/// what it expects.
struct facts {
    std::optional<decimal> minimum{};           ///< the least number that is allowed
    std::optional<decimal> exclusive_minimum{}; ///< the greatest of the numbers that are too small
    std::optional<decimal> maximum{};           ///< the greatest number that is allowed
    std::optional<decimal> exclusive_maximum{}; ///< the least of the numbers that are too great
    std::optional<std::size_t> min_length{};    ///< in characters
    std::optional<std::size_t> max_length{};    ///< in characters
    std::optional<std::size_t> min_items{};     ///< of a list, or entries of a map
    std::optional<std::size_t> max_items{};     ///< likewise
    bool is_read_only = false;                  ///< only replies have it
    bool unique_items = false;                  ///< no two items of the list are equal
    std::vector<std::string_view> patterns{};   ///< regular expressions of ECMA-262; the text matches all of them
    std::vector<std::string_view> allowed{};    ///< the only texts that are allowed; empty: all are
    std::string_view title{};                   ///< a few words for people
    std::string_view description{};             ///< a sentence or more for people
    std::string_view format{};                  ///< of a text, by its name in JSON Schema: `uuid`

    /// Keeps the greater of two lower bounds.
    template<class Bound>
    static void tighten_least(std::optional<Bound>& bound, Bound least)
    {
        bound = bound ? (std::max)(*bound, least) : least;
    }
    /// Keeps the smaller of two upper bounds.
    template<class Bound>
    static void tighten_most(std::optional<Bound>& bound, Bound most)
    {
        bound = bound ? (std::min)(*bound, most) : most;
    }
};

} // namespace outlay::inline v0_1_0
