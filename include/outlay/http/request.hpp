#pragma once

#include <cstddef>
#include <initializer_list>
#include <outlay/http/message.hpp>
#include <outlay/http/url.hpp>
#include <outlay/value/detail/words.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <string_view>
#include <utility>

// What an endpoint makes requests with.

namespace outlay::inline v0_1_0::http {
namespace detail {

/// Whether a text may be the value of a header: visible ASCII, and spaces. A line break would start another header.
constexpr bool is_header_value(std::string_view text) noexcept { return outlay::detail::is_ascii_from<' '>(text); }

} // namespace detail

/// A header of a request to make.
struct header_line {
    std::string_view name;     ///< `Authorization`
    std::string_view value;    ///< visible ASCII and blanks; else no request is made
    std::string_view before{}; ///< comes before the value: `Bearer `
    bool is_public = false;    ///< the value may be shown: see header::is_public
};

/// A request without a body, to a path of a server. `base` is a base URL that is known to be good, or comes from
/// check_base_url(), whose error is passed on. Headers that can't be sent are refused; the error names them and does
/// not show their values. Codes: `header_value`, `method`.
inline result<request> make_request(http::method method, result<std::string_view> const& base, std::string_view path,
                                    std::initializer_list<header_line> headers)
{
    if (!base) return base.error();
    if (to_string(method).empty()) return error(error_kind::invalid, "method", "the method is none of HTTP's");
    request made{.method = method};
    made.url.reserve(base->size() + path.size());
    made.url.append(*base).append(path);
    made.headers.reserve(headers.size() + 1); // some have one more
    for (header_line const& line : headers) {
        if (!detail::is_header_value(line.value))
            return error(
                error_kind::invalid, "header_value",
                outlay::detail::joined({"the value for ", line.name, " has characters that no header can have"}));
        header& added = made.headers.emplace_back();
        added.name = line.name;
        added.value.reserve(line.before.size() + line.value.size());
        added.value.append(line.before).append(line.value);
        added.is_public = line.is_public;
    }
    return made;
}

/// The same with a JSON body, and the Content-Type `application/json`; without either if the body is empty, as that of
/// a GET is.
inline result<request> with_json(result<request> made, std::string body)
{
    if (made && !body.empty()) {
        made->headers.push_back({.name = "Content-Type", .value = "application/json"});
        made->body = std::move(body);
    }
    return made;
}

/// Sets a header, whether it is there already or not.
inline void set_header(request& of, std::string_view name, std::string value)
{
    for (header& h : of.headers) {
        if (!detail::is_same_name(h.name, name)) continue;
        h.value = std::move(value);
        return;
    }
    of.headers.push_back({.name = std::string(name), .value = std::move(value)});
}

} // namespace outlay::inline v0_1_0::http
