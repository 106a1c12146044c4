#pragma once

#include <algorithm>
#include <cstddef>
#include <outlay/http/detail/odd_character.hpp>
#include <outlay/http/detail/url_parts.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <string_view>

namespace outlay::inline v0_1_0::http {

// --- parts of a URL

/// Appends `text`, percent-encoded except letters, digits and `-._~` (RFC 3986, "unreserved").
inline void append_encoded(std::string& url, std::string_view text)
{
    constexpr char hex[] = "0123456789ABCDEF";
    constexpr std::string_view marks = "-._~";
    for (char const c : text) {
        if (detail::is_alphanumeric(c) || marks.find(c) != std::string_view::npos) {
            url += c;
        } else {
            url += '%';
            url += hex[static_cast<unsigned char>(c) >> 4];
            url += hex[static_cast<unsigned char>(c) & 15];
        }
    }
}

/// An id as one segment of a path. Rejects an empty id, `.` and `..`, which change the path in every encoding, and an
/// id with a blank, a control character or an invisible character, such as a line end that was read with it. Code:
/// `id_in_path`.
inline result<std::string> path_segment(std::string_view id)
{
    if (id.empty() || id == "." || id == "..")
        return outlay::detail::unexpected("id_in_path", "an id that can be in a URL", id);
    if (auto const odd = detail::find_odd_character(id))
        return error(error_kind::invalid, "id_in_path",
                     outlay::detail::joined({"expected an id without blanks and control characters, found ",
                                             outlay::detail::in_quotes(id), ": character ",
                                             std::to_string(odd->position), " is ", detail::name_of(*odd)}));
    std::string segment;
    append_encoded(segment, id);
    return segment;
}

/// Appends `name=value`, percent-encoded, to the query of a URL or of a path: after `?` if it is the first, else after
/// `&`, and before a fragment.
inline void append_query(std::string& url, std::string_view name, std::string_view value)
{
    std::size_t const end = (std::min)(url.find('#'), url.size());
    std::size_t const query = std::string_view(url).substr(0, end).find('?');
    std::string added; // a separate string, because name and value may be parts of the URL
    if (query == std::string_view::npos) added = "?";
    else if (query + 1 != end && url[end - 1] != '&') added = "&";
    append_encoded(added, name);
    added += '=';
    append_encoded(added, value);
    url.insert(end, added);
}

// --- the URL of a server

/// The longest base URL: half of the 8,000 octets that RFC 9110, section 4.1, recommends every server to support, which
/// leaves space for path and query.
inline constexpr std::size_t longest_base_url = 4'000;

namespace detail {

/// `the base URL has an empty port at character 20`
inline std::string message_of(std::string_view subject, url_fault const& fault)
{
    std::string const place = fault.at ? std::to_string(*fault.at + 1) : std::string();
    return outlay::detail::joined({subject, " ", fault.what, fault.at ? " at character " : "", place});
}

constexpr url_fault find_fault_of_base(std::string_view url, url_server& server) noexcept
{
    if (url.size() > longest_base_url) return {.what = "is longer than 4000 characters", .at = std::nullopt};
    // Checked first, and in the whole URL, because a password may contain slashes.
    if (url.find('@') != std::string_view::npos)
        return {.what = "has user information, or an @ elsewhere", .at = std::nullopt};
    if (auto const fault = check_characters(url)) return fault;
    if (auto const fault = read_server(url, server)) return fault;
    if (server.scheme != "https" && server.scheme != "http")
        return {.what = "has a scheme in upper case, which some transports do not support,"};
    std::size_t const end = (std::min)(url.find_first_of("?#"), url.size());
    if (end != url.size()) return {.what = url[end] == '?' ? "has a query" : "has a fragment", .at = end};
    return moved(check_path(url.substr(server.size), empty_segments::refused), server.size);
}

} // namespace detail

/// Checks the URL of a server: `https://host`, with or without a port and a path. Returns it without a slash at the
/// end, so that a path can be appended. Rejects plain http:// unless `allow_plain_http`.
///
/// Also rejects user information, a query, a fragment, segments that are empty or dots, a host that is neither a name
/// nor an address, an IPv6 zone, a port outside 1..65535, an upper-case scheme, and everything that RFC 3986 does not
/// allow. The error has the fault and its position, but no part of the URL, which may be a password. Codes:
/// `not_https`, `base_url`.
inline result<std::string_view> check_base_url(std::string_view url, bool allow_plain_http)
{
    detail::url_server server;
    if (auto const fault = detail::find_fault_of_base(url, server))
        return error(error_kind::invalid, "base_url",
                     outlay::detail::joined({detail::message_of("the base URL", fault),
                                             "; expected a URL such as https://example.com:8443/path"}));
    if (!server.is_https && !allow_plain_http)
        return error(error_kind::invalid, "not_https",
                     "the base URL is not https: credentials are not sent unencrypted");
    if (url.ends_with('/')) url.remove_suffix(1);
    return url;
}

/// Whether a URL is valid and has the same server as a base URL: scheme, host (ignoring case) and port. False if either
/// is not an absolute http or https URL, or has user information or a fragment.
constexpr bool same_server(std::string_view base, std::string_view url) noexcept
{
    auto const is_good = [](std::string_view text, detail::url_server& server) {
        return !detail::check_characters(text) && !detail::read_server(text, server) &&
               !detail::check_target(text.substr(server.size));
    };
    detail::url_server a;
    detail::url_server b;
    return is_good(base, a) && is_good(url, b) && detail::is_same_server(a, b);
}

/// The URL of the next page, from the link in a reply: an absolute URL on the server of the base (see same_server), or
/// a path and query on it, `/x?y=z`, which is not relative to the path of the base.
///
/// Rejects any other link, because credentials are sent with the call: another server, `//host/x`, `x?y=z`, user
/// information, a fragment, segments of dots, and everything that RFC 3986 does not allow. The returned URL starts with
/// the scheme, host and port of the base. Codes: `other_server`; `base_url` for a base that check_base_url() rejects.
inline result<std::string> next_url(std::string_view base, std::string_view link)
{
    auto const checked = check_base_url(base, true);
    if (!checked) return checked.error();
    detail::url_server here;
    detail::read_server(*checked, here);

    auto const refused = [](std::string_view message) {
        return error(error_kind::invalid, "other_server",
                     outlay::detail::joined({message, ": credentials are only sent to the server of the base URL"}));
    };
    constexpr std::string_view subject = "the link to the next page";
    if (auto const fault = detail::check_characters(link)) return refused(detail::message_of(subject, fault));
    std::size_t target_at = 0;
    if (!link.starts_with('/') || link.starts_with("//")) {
        detail::url_server there;
        if (auto const fault = detail::read_server(link, there)) return refused(detail::message_of(subject, fault));
        if (!detail::is_same_server(here, there))
            return refused(
                outlay::detail::joined({subject, " refers to another server, ", link.substr(0, there.size)}));
        target_at = there.size;
    }
    std::string_view const target = link.substr(target_at);
    if (auto const fault = detail::check_target(target))
        return refused(detail::message_of(subject, detail::moved(fault, target_at)));
    return outlay::detail::joined({checked->substr(0, here.size), target.starts_with('/') ? "" : "/", target});
}

} // namespace outlay::inline v0_1_0::http
