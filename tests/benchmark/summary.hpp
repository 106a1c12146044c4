#pragma once

#include "payloads.hpp"
#include "plain.hpp"

#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>

/// A short account of the values in a body. A parser that leaves out some of the work has another one than outlay.
struct summary {
    std::size_t items = 0;      ///< rows, portfolios or entries
    double amounts = 0;         ///< the sum of all amounts and percents
    std::size_t characters = 0; ///< in ids, names and free text, in UTF-8

    /// Sums of doubles depend on how each amount was rounded; the numbers of items and characters are exact.
    friend bool operator==(summary const& a, summary const& b)
    {
        constexpr double rounding = 1e-9;
        return a.items == b.items && a.characters == b.characters &&
               std::abs(a.amounts - b.amounts) <= rounding * std::abs(a.amounts);
    }
};

summary summary_of(plain::usage_reply const& reply);
summary summary_of(plain::portfolio_list const& list);      ///< likewise
summary summary_of(plain::budget_document const& document); ///< likewise

/// Of a text, as outlay reads it. The program ends if outlay refuses the text.
summary summary_of_text(payload kind, std::string_view text);
