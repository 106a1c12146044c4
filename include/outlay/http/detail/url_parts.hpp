#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <outlay/http/message.hpp>
#include <outlay/value/detail/assert.hpp>
#include <outlay/value/detail/digits.hpp>
#include <string_view>

// Checks of URLs before they are sent: the grammar of RFC 3986, without parts that parsers interpret differently,
// because a transport with another interpretation could send credentials to another server.

namespace outlay::inline v0_1_0::http::detail {

/// The reason why a URL is rejected. Contains no part of the URL, which may be a password.
struct url_fault {
    std::string_view what{};           ///< for a message, after "the base URL": `has an empty port`; empty: no fault
    std::optional<std::size_t> at = 0; ///< the character, from 0; absent if it would reveal the length of a password

    constexpr explicit operator bool() const noexcept { return !what.empty(); }
};

/// A fault in a part of a URL that starts at `by`. Precondition: the fault has a position.
constexpr url_fault moved(url_fault fault, std::size_t by) noexcept
{
    OUTLAY_ASSERT(fault.at);
    *fault.at += by;
    return fault;
}

constexpr bool is_alphanumeric(char c) noexcept
{
    return (lower(c) >= 'a' && lower(c) <= 'z') || outlay::detail::is_digit(c);
}

constexpr bool is_hex_digit(char c) noexcept
{
    return outlay::detail::is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'f');
}

constexpr bool is_number(std::string_view text) noexcept
{
    return !text.empty() && std::all_of(text.begin(), text.end(), outlay::detail::is_digit);
}

/// Rejects characters that are not allowed in a URL, and the backslash, which some parsers read as a slash and others
/// as part of the host name.
constexpr url_fault check_characters(std::string_view url) noexcept
{
    for (std::size_t i = 0; i < url.size(); ++i) {
        auto const c = static_cast<unsigned char>(url[i]);
        if (c == ' ' || c == '\t') return {.what = "has a blank", .at = i};
        if (c < 0x20 || c == 0x7F) return {.what = "has a control character", .at = i};
        if (c > 0x7F) return {.what = "has a character outside of ASCII, which is not percent-encoded,", .at = i};
        if (c == '\\') return {.what = "has a backslash", .at = i};
    }
    return {};
}

// --- hosts

/// `127.0.0.1`: four numbers up to 255, without leading zeros, which some parsers read as octal numbers.
constexpr bool is_ipv4(std::string_view text) noexcept
{
    for (int count = 1;; ++count) {
        std::size_t const size = (std::min)(text.find('.'), text.size());
        std::string_view const number = text.substr(0, size);
        if (!is_number(number) || size > 3 || (size > 1 && number[0] == '0')) return false;
        if (outlay::detail::read_padded(number.data(), static_cast<int>(size)) > 255) return false;
        if (size == text.size()) return count == 4;
        text.remove_prefix(size + 1);
    }
}

/// An address of RFC 4291, section 2.2, such as `2001:db8::1` or `::ffff:192.0.2.1`, without brackets.
constexpr bool is_ipv6(std::string_view text) noexcept
{
    constexpr int all = 8; // groups of 16 bits
    int groups = 0;
    bool has_gap = false; // `::`, for any number of zero groups
    if (text.starts_with("::")) {
        has_gap = true;
        text.remove_prefix(2);
        if (text.empty()) return true;
    }
    while (true) {
        std::size_t const size = (std::min)(text.find(':'), text.size());
        std::string_view const group = text.substr(0, size);
        if (size == text.size() && group.find('.') != std::string_view::npos) {
            groups += 2;
            return is_ipv4(group) && (has_gap ? groups < all : groups == all);
        }
        if (size < 1 || size > 4 || !std::all_of(group.begin(), group.end(), is_hex_digit)) return false;
        ++groups;
        if (size == text.size()) return has_gap ? groups < all : groups == all;
        text.remove_prefix(size + 1);
        if (!text.starts_with(':')) continue;
        if (has_gap) return false;
        has_gap = true;
        text.remove_prefix(1);
        if (text.empty()) return groups < all;
    }
}

/// Whether a parser may read the last label of a host as a number, and so the host as an IPv4 address.
constexpr bool is_numeric_label(std::string_view label) noexcept
{
    if (is_number(label)) return true;
    return is_same_name(label.substr(0, 2), "0x") && std::all_of(label.begin() + 2, label.end(), is_hex_digit);
}

/// Checks a DNS name: labels of letters, digits, hyphens, and underscores, which internal names may have. A dot at the
/// end is allowed.
constexpr url_fault check_host_name(std::string_view host) noexcept
{
    constexpr std::size_t longest_name = 253; // RFC 1035, without the lengths of the labels
    constexpr std::size_t longest_label = 63;
    constexpr std::string_view marks = "-_.";
    if (host.empty()) return {.what = "has no host"};
    for (std::size_t i = 0; i < host.size(); ++i) {
        char const c = host[i];
        if (is_alphanumeric(c) || marks.find(c) != std::string_view::npos) continue;
        if (c == '[' || c == ']') return {.what = "has a bracket in its host, which is not an IPv6 address,", .at = i};
        if (c == '%') return {.what = "has a percent sign in its host", .at = i};
        return {.what = "has a character that is not allowed in a host", .at = i};
    }
    std::string_view rest = host.ends_with('.') ? host.substr(0, host.size() - 1) : host;
    if (rest.size() > longest_name) return {.what = "has a host of more than 253 characters"};
    while (true) {
        std::size_t const at = static_cast<std::size_t>(rest.data() - host.data());
        std::size_t const size = (std::min)(rest.find('.'), rest.size());
        std::string_view const label = rest.substr(0, size);
        if (label.empty()) return {.what = "has an empty label in its host", .at = at};
        if (size > longest_label) return {.what = "has a label of more than 63 characters in its host", .at = at};
        if (label.front() == '-' || label.back() == '-')
            return {.what = "has a label that starts or ends with a hyphen in its host", .at = at};
        if (size == rest.size()) {
            bool const is_name = !is_numeric_label(label);
            return is_name || is_ipv4(host) ? url_fault()
                                            : url_fault{.what = "has a host that is an incomplete IPv4 address"};
        }
        rest.remove_prefix(size + 1);
    }
}

/// Checks the text between the brackets of an IPv6 address. A zone is rejected, because it names an interface of one
/// machine.
constexpr url_fault check_ipv6(std::string_view address) noexcept
{
    std::size_t const zone = address.find('%');
    if (zone != std::string_view::npos) return {.what = "has a zone in its IPv6 address", .at = zone};
    return is_ipv6(address) ? url_fault() : url_fault{.what = "has brackets around a text that is not an IPv6 address"};
}

// --- servers

/// The server of a URL.
struct url_server {
    bool is_https = false;
    std::string_view scheme{};
    std::string_view host{}; ///< the host; an IPv6 address with its brackets
    int port = 0;            ///< the port; by default that of the scheme
    std::size_t size = 0;    ///< the number of characters before the path
};

/// Whether two servers are the same. The case of the host, and whether the default port is written, do not matter.
constexpr bool is_same_server(url_server const& a, url_server const& b) noexcept
{
    return a.is_https == b.is_https && a.port == b.port && is_same_name(a.host, b.host);
}

/// Reads the number after the colon of a port.
constexpr url_fault read_port(std::string_view text, int& port) noexcept
{
    if (text.empty()) return {.what = "has an empty port"};
    bool const is_port = is_number(text) && text.size() <= 5 && text.front() != '0';
    if (is_port) port = outlay::detail::read_padded(text.data(), static_cast<int>(text.size()));
    return is_port && port <= 65'535 ? url_fault()
                                     : url_fault{.what = "has a port that is not a number from 1 to 65535"};
}

/// Reads the scheme, in upper or lower case, the host and the port of an absolute URL.
constexpr url_fault read_server(std::string_view url, url_server& to) noexcept
{
    std::size_t const scheme_size = (std::min)(url.find(':'), url.size());
    to.scheme = url.substr(0, scheme_size);
    to.is_https = is_same_name(to.scheme, "https");
    bool const is_known = to.is_https || is_same_name(to.scheme, "http");
    if (!is_known || !url.substr(scheme_size).starts_with("://")) return {.what = "does not start with https://"};
    std::size_t const start = scheme_size + 3;
    to.size = (std::min)(url.find_first_of("/?#", start), url.size());
    std::string_view const server = url.substr(start, to.size - start);
    if (server.find('@') != std::string_view::npos) return {.what = "has user information", .at = std::nullopt};

    bool const has_bracket = server.starts_with('[');
    std::size_t host_size = (std::min)(server.find(':'), server.size());
    if (has_bracket) {
        std::size_t const end = server.find(']');
        if (end == std::string_view::npos) return {.what = "has a bracket that is not closed", .at = start};
        host_size = end + 1;
    }
    to.host = server.substr(0, host_size);
    url_fault const fault =
        has_bracket ? moved(check_ipv6(to.host.substr(1, host_size - 2)), 1) : check_host_name(to.host);
    if (fault) return moved(fault, start);
    to.port = to.is_https ? 443 : 80;
    std::string_view const rest = server.substr(host_size);
    if (rest.empty()) return {};
    if (rest.front() != ':') return {.what = "has more than a port after its IPv6 address", .at = start + host_size};
    return moved(read_port(rest.substr(1), to.port), start + host_size);
}

// --- paths

/// `.` or `..`, in which dots may be percent-encoded.
constexpr bool is_dot_segment(std::string_view segment) noexcept
{
    std::size_t dots = 0;
    for (; !segment.empty(); ++dots) {
        if (segment.front() == '.') segment.remove_prefix(1);
        else if (is_same_name(segment.substr(0, 3), "%2e")) segment.remove_prefix(3);
        else return false;
    }
    return dots == 1 || dots == 2;
}

/// Checks the characters of a segment of a path or of a query. `others`: characters that are allowed in addition to RFC
/// 3986's `pchar`.
constexpr url_fault check_encoding(std::string_view text, std::string_view others) noexcept
{
    constexpr std::string_view marks = "-._~!$&'()*+,;=:@";
    for (std::size_t i = 0; i < text.size(); ++i) {
        char const c = text[i];
        if (c == '%') {
            bool const is_encoded = text.size() - i > 2 && is_hex_digit(text[i + 1]) && is_hex_digit(text[i + 2]);
            if (!is_encoded) return {.what = "has a percent sign without two hexadecimal digits", .at = i};
        } else if (!is_alphanumeric(c) && marks.find(c) == std::string_view::npos &&
                   others.find(c) == std::string_view::npos) {
            return {.what = "has a character that must be percent-encoded", .at = i};
        }
    }
    return {};
}

enum class empty_segments : unsigned char { refused, allowed };

/// Checks a path, which is empty or starts with a slash. A slash at its end is not an empty segment.
constexpr url_fault check_path(std::string_view path, empty_segments empty) noexcept
{
    for (std::size_t at = 0; at < path.size();) {
        ++at; // the slash
        std::size_t const size = (std::min)(path.find('/', at), path.size()) - at;
        std::string_view const segment = path.substr(at, size);
        bool const is_last = at + size == path.size();
        if (segment.empty() && !is_last && empty == empty_segments::refused)
            return {.what = "has an empty segment", .at = at};
        if (is_dot_segment(segment)) return {.what = "has a segment of dots", .at = at};
        if (auto const fault = check_encoding(segment, "")) return moved(fault, at);
        at += size;
    }
    return {};
}

/// Checks the path and the query of a URL. Brackets in a query are allowed: some servers do not encode them, and all
/// parsers agree on them.
constexpr url_fault check_target(std::string_view target) noexcept
{
    std::size_t const path_size = (std::min)(target.find_first_of("?#"), target.size());
    if (auto const fault = check_path(target.substr(0, path_size), empty_segments::allowed)) return fault;
    std::size_t const fragment = target.find('#');
    if (fragment != std::string_view::npos) return {.what = "has a fragment", .at = fragment};
    if (path_size == target.size()) return {};
    return moved(check_encoding(target.substr(path_size + 1), "/?[]"), path_size + 1);
}

} // namespace outlay::inline v0_1_0::http::detail
