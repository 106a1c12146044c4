#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <outlay/http/message.hpp>
#include <outlay/http/url.hpp>
#include <outlay/value/detail/words.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <string_view>
#include <utility>

// Functions with which endpoints make requests.

namespace outlay::inline v0_1_0::http {
namespace detail {

/// Whether a text can be the value of a header: visible ASCII and blanks. A line break would start another header.
constexpr bool is_header_value(std::string_view text) noexcept { return outlay::detail::is_ascii_from<' '>(text); }

/// The reason why a URL that ends with this path is rejected; nullopt if it is valid.
inline std::optional<error> find_fault_of_url(std::string_view url, std::string_view path)
{
    if (!path.empty() && !path.starts_with('/') && !path.starts_with('?'))
        return error(error_kind::invalid, "url", "the path does not start with / or ?");
    url_server server;
    auto fault = check_characters(url);
    if (!fault) fault = read_server(url, server);
    if (!fault) fault = check_target(url.substr(server.size));
    if (!fault) return std::nullopt;
    return error(error_kind::invalid, "url", message_of("the URL", fault));
}

} // namespace detail

/// A header for make_request().
struct header_line {
    std::string_view name;     ///< `Authorization`
    std::string_view value;    ///< must consist of visible ASCII and blanks
    std::string_view before{}; ///< a prefix of the value: `Bearer `
    bool is_public = false;    ///< whether the value may be shown: see header::is_public
};

/// Makes a request without a body, to a path on a server, or to a whole URL in `base` with an empty path. `base` is
/// usually the result of check_base_url(), whose error is passed on. Rejects values that can't be sent in a header (the
/// error has the name of the header but not the value), a path that does not start with `/` or `?`, because it would
/// continue the host name, and a URL that is not valid for HTTP or has user information. Codes: `header_value`,
/// `method`, `url`.
inline result<request> make_request(http::method method, result<std::string_view> const& base, std::string_view path,
                                    std::initializer_list<header_line> headers)
{
    if (!base) return base.error();
    if (to_string(method).empty()) return error(error_kind::invalid, "method", "the method is not an HTTP method");
    request made{.method = method};
    made.url.reserve(base->size() + path.size());
    made.url.append(*base).append(path);
    if (auto fault = detail::find_fault_of_url(made.url, path)) return std::move(*fault);
    made.headers.reserve(headers.size() + 1); // with_json() may add one
    for (header_line const& line : headers) {
        if (!detail::is_header_value(line.value))
            return error(error_kind::invalid, "header_value",
                         outlay::detail::joined(
                             {"the value for ", line.name, " has characters that are not allowed in a header"}));
        header& added = made.headers.emplace_back();
        added.name = line.name;
        added.value.reserve(line.before.size() + line.value.size());
        added.value.append(line.before).append(line.value);
        added.is_public = line.is_public;
    }
    return made;
}

/// Adds a JSON body and the Content-Type `application/json`; neither if the body is empty.
inline result<request> with_json(result<request> made, std::string body)
{
    if (made && !body.empty()) {
        made->headers.push_back({.name = "Content-Type", .value = "application/json"});
        made->body = std::move(body);
    }
    return made;
}

/// Sets a header; replaces its value if it exists.
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
