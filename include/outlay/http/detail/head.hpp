#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <outlay/http/message.hpp>
#include <outlay/value/detail/words.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <string_view>

namespace outlay::http::detail {

/// Whether a text may be the value of a header: visible ASCII, and spaces. A line break would start another header.
/// Tokens are long: eight characters at a time.
constexpr bool is_header_value(std::string_view text) noexcept
{
    constexpr std::uint64_t every = 0x0101010101010101;
    constexpr std::uint64_t high = every * 0x80;
    std::uint64_t wrong = 0; // has the high bit of each byte that is not ASCII, above '~', or below ' '
    for (; text.size() >= 8; text.remove_prefix(8)) {
        std::uint64_t const word = outlay::detail::load_word(text.data());
        wrong |= word | (word + every) | ~((word | high) - every * ' ');
    }
    for (char const c : text) wrong |= c < ' ' || c > '~' ? high : 0;
    return (wrong & high) == 0;
}

struct head_line {
    std::string_view name;
    std::string_view value;
    std::string_view before = {}; ///< the value: `Bearer `
};

/// A request without a body, to a base URL that is known to be good, or from check_base_url(). Refuses headers that are
/// none; the error does not show them. Code: `header_value`.
inline result<request> make_request(http::method method, result<std::string_view> const& base, std::string_view path,
                                    std::initializer_list<head_line> headers)
{
    if (!base) return base.error();
    request made{.method = method};
    made.url.reserve(base->size() + path.size());
    made.url.append(*base).append(path);
    made.headers.reserve(headers.size() + 1); // some have one more
    for (head_line const& line : headers) {
        if (!is_header_value(line.value))
            return error(
                error_kind::invalid, "header_value",
                outlay::detail::joined({"the value for ", line.name, " has characters that no header can have"}));
        header& added = made.headers.emplace_back();
        added.name = line.name;
        added.value.reserve(line.before.size() + line.value.size());
        added.value.append(line.before).append(line.value);
    }
    return made;
}

} // namespace outlay::http::detail
