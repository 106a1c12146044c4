#pragma once

#include <outlay/value/result.hpp>
#include <string>
#include <string_view>

namespace outlay::http {

/// Appends `text` percent-encoded: only letters, digits and `-._~` stay as they are (RFC 3986, "unreserved").
inline void append_encoded(std::string& url, std::string_view text)
{
    constexpr char hex[] = "0123456789ABCDEF";
    constexpr std::string_view marks = "-._~";
    for (char const c : text) {
        bool const is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (is_plain || marks.find(c) != std::string_view::npos) {
            url += c;
        } else {
            url += '%';
            url += hex[static_cast<unsigned char>(c) >> 4];
            url += hex[static_cast<unsigned char>(c) & 15];
        }
    }
}

/// An id as one segment of a path. There is none for an empty id, nor for `.` and `..`, which mean another place
/// however they are encoded. Code: `id_in_path`.
inline result<std::string> path_segment(std::string_view id)
{
    if (id.empty() || id == "." || id == "..")
        return outlay::detail::unexpected("id_in_path", "an id that can stand in a URL", id);
    std::string segment;
    append_encoded(segment, id);
    return segment;
}

/// Checks where a server is: `https://host`, perhaps with a port and a path, and without a slash at its end. Plain
/// http:// is refused unless `allow_plain_http`. Codes: `not_https`, `base_url`.
inline result<std::string_view> check_base_url(std::string_view url, bool allow_plain_http)
{
    std::string_view rest = url;
    if (rest.starts_with("https://")) {
        rest.remove_prefix(8);
    } else if (rest.starts_with("http://")) {
        if (!allow_plain_http)
            return error(
                error_kind::invalid, "not_https",
                outlay::detail::joined({outlay::detail::in_quotes(url), " is not https: credentials are not sent "
                                                                        "in the clear"}));
        rest.remove_prefix(7);
    } else {
        return outlay::detail::unexpected("base_url", "a URL such as https://example.com", url);
    }
    bool is_good = !rest.empty() && rest.front() != '/' && rest.front() != ':' && rest.back() != '/';
    constexpr std::string_view allowed = "-._~:/[]%"; // no user information, query or fragment
    for (char const c : rest)
        is_good &= (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                   allowed.find(c) != std::string_view::npos;
    if (!is_good) return outlay::detail::unexpected("base_url", "a host, and perhaps a port and a path", url);
    return url;
}

} // namespace outlay::http
