#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <outlay/value/decimal.hpp>
#include <string_view>
#include <vector>

namespace outlay::inline v0_1_0 {

/// The rules of a member in the terms of JSON Schema. A rule that can be expressed in these terms has a function
///
///     bool describe(facts& to) const;    // true: completely; false: the schema also describes the rule in words
///
/// which adds the rule to those before it. The schema describes a rule without this function in words: its code, and
/// the text of its expected(). (The function may also have its former name, `tell`, until version 0.3.)
struct facts {
    std::optional<decimal> minimum{};           ///< the least number that is allowed
    std::optional<decimal> exclusive_minimum{}; ///< the greatest number that is too small
    std::optional<decimal> maximum{};           ///< the greatest number that is allowed
    std::optional<decimal> exclusive_maximum{}; ///< the least number that is too great
    std::optional<std::size_t> min_length{};    ///< in characters
    std::optional<std::size_t> max_length{};    ///< in characters
    std::optional<std::size_t> min_items{};     ///< items of a list, or entries of a map
    std::optional<std::size_t> max_items{};     ///< items of a list, or entries of a map
    bool is_read_only = false;                  ///< only replies have it
    bool unique_items = false;                  ///< no two items of the list are equal
    std::vector<std::string_view> patterns{};   ///< regular expressions of ECMA-262; the text matches all of them
    std::vector<std::string_view> allowed{};    ///< the only texts that are allowed; empty: all are
    std::string_view title{};                   ///< a title for people
    std::string_view description{};             ///< a description for people, one sentence or more
    std::string_view format{};                  ///< the format of a text by its name in JSON Schema: `uuid`

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
