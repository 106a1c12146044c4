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
    std::optional<decimal> minimum{};
    std::optional<decimal> exclusive_minimum{};
    std::optional<decimal> maximum{};
    std::optional<decimal> exclusive_maximum{};
    std::optional<std::size_t> min_length{}; ///< in characters
    std::optional<std::size_t> max_length{};
    std::optional<std::size_t> min_items{};
    std::optional<std::size_t> max_items{};
    bool unique_items = false;
    std::vector<std::string_view> patterns{}; ///< regular expressions of ECMA-262, each of which matches
    std::string_view title{};
    std::string_view description{};
    std::string_view format{};

    /// Keeps the tighter of two bounds.
    template<class Bound>
    static void tighten_least(std::optional<Bound>& bound, Bound least)
    {
        bound = bound ? std::max(*bound, least) : least;
    }
    template<class Bound>
    static void tighten_most(std::optional<Bound>& bound, Bound most)
    {
        bound = bound ? std::min(*bound, most) : most;
    }
};

} // namespace outlay
