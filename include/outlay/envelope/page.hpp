#pragma once

#include <algorithm>
#include <optional>
#include <outlay/value/result.hpp>
#include <string>
#include <utility>
#include <vector>

namespace outlay {

/// The way through a list that comes in pages, where each page names the next by a token.
class page_trail {
public:
    /// Goes on to the page that a reply names: its token, or none after the last page (an absent or empty token). An
    /// error for a token that was followed before, which would lead around in a circle. Code: `repeated_page`.
    result<std::optional<std::string>> follow(std::optional<std::string> const& next_token)
    {
        if (!next_token || next_token->empty()) return std::optional<std::string>();
        if (std::find(followed_.begin(), followed_.end(), *next_token) != followed_.end())
            return error(error_kind::invalid, "repeated_page",
                         detail::joined({"the page after this is one that was already read: its token is ",
                                         detail::in_quotes(*next_token)}));
        followed_.push_back(*next_token);
        return next_token;
    }

private:
    std::vector<std::string> followed_;
};

} // namespace outlay
