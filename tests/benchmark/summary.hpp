#pragma once

#include "payloads.hpp"
#include "plain.hpp"

#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>

/// Totals of the values in a body, which differ if a parser leaves out some of the work.
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
summary summary_of(plain::portfolio_list const& list);      ///< of a list
summary summary_of(plain::budget_document const& document); ///< of a budget

/// The summary of a text as outlay reads it. Ends the program if outlay rejects the text.
summary summary_of_text(payload kind, std::string_view text);
