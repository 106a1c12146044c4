#pragma once

#include <cstddef>
#include <optional>
#include <outlay/value/result.hpp>
#include <string>
#include <unordered_set>

namespace outlay::inline v0_1_0 {

/// Follows the pages of a list, in which each page has a token or URL for the next.
class page_trail {
public:
    /// `max_pages`: the most pages that are followed.
    explicit page_trail(std::size_t max_pages = 10'000) noexcept : max_pages_(max_pages) {}

    /// Returns the token of the next page, or nullopt after the last page (an absent or empty token). An error for a
    /// token that was followed before, because the pages would repeat endlessly, and for more pages than the limit.
    /// Codes: `repeated_page`, `max_pages`.
    result<std::optional<std::string>> follow(std::optional<std::string> const& next_token)
    {
        if (!next_token || next_token->empty()) return std::optional<std::string>();
        if (followed_.contains(*next_token))
            return error(error_kind::invalid, "repeated_page",
                         detail::joined({"the next page is one that was already read: its token is ",
                                         detail::in_quotes(*next_token)}));
        if (followed_.size() + 1 >= max_pages_)
            return error(error_kind::limit, "max_pages",
                         detail::joined({"the list has more than ", std::to_string(max_pages_), " pages"}));
        followed_.insert(*next_token);
        return next_token;
    }

    /// Sets the token of the page at which reading starts, if it is not the first page, so that it is not read again.
    void begin_at(std::string const& token)
    {
        if (!token.empty()) followed_.insert(token);
    }

private:
    std::unordered_set<std::string> followed_;
    std::size_t max_pages_;
};

} // namespace outlay::inline v0_1_0
