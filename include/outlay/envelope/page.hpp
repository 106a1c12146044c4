#pragma once

#include <cstddef>
#include <optional>
#include <outlay/value/result.hpp>
#include <string>
#include <unordered_set>

namespace outlay::inline v0_1_0 {

/// The way through a list that comes in pages, where each page names the next by a token, or by a URL.
class page_trail {
public:
    /// A way of at most so many pages.
    explicit page_trail(std::size_t max_pages = 10'000) noexcept : max_pages_(max_pages) {}

    /// Goes on to the page that a reply names: its token, or none after the last page (an absent or empty token). An
    /// error for a token that was followed before, which would lead around in a circle, and for a page too many.
    /// Codes: `repeated_page`, `max_pages`.
    result<std::optional<std::string>> follow(std::optional<std::string> const& next_token)
    {
        if (!next_token || next_token->empty()) return std::optional<std::string>();
        if (followed_.contains(*next_token))
            return error(error_kind::invalid, "repeated_page",
                         detail::joined({"the page after this is one that was already read: its token is ",
                                         detail::in_quotes(*next_token)}));
        if (followed_.size() + 1 >= max_pages_)
            return error(error_kind::limit, "max_pages",
                         detail::joined({"the list has more than ", std::to_string(max_pages_), " pages"}));
        followed_.insert(*next_token);
        return next_token;
    }

    /// Where the way begins, if it is not at the first page: that page is not to come again, either.
    void begin_at(std::string const& token)
    {
        if (!token.empty()) followed_.insert(token);
    }

private:
    std::unordered_set<std::string> followed_;
    std::size_t max_pages_;
};

} // namespace outlay::inline v0_1_0
