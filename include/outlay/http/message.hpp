#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <outlay/value/report.hpp>
#include <outlay/value/secret.hpp>
#include <outlay/value/text.hpp>
#include <string>
#include <string_view>
#include <vector>

// Requests and responses as values. outlay itself sends nothing.

namespace outlay::inline v0_1_0::http {

using outlay::operator<<; // found by argument-dependent lookup

/// The HTTP methods that vendors' operations use.
enum class method : unsigned char {
    get,     ///< GET: reads
    post,    ///< POST: creates, or queries with a body
    put,     ///< PUT: replaces or changes
    patch,   ///< PATCH: changes a part
    delete_, ///< DELETE; `delete` is a keyword
};

/// The name of a method, `DELETE`; empty for a value that is not an enumerator.
constexpr std::string_view to_string(method m) noexcept
{
    constexpr std::string_view names[] = {"GET", "POST", "PUT", "PATCH", "DELETE"};
    auto const i = static_cast<std::size_t>(m);
    return i < std::size(names) ? names[i] : std::string_view();
}

/// A header field of a request or response.
struct header {
    std::string name{};  ///< the name, in upper or lower case: `content-type`
    std::string value{}; ///< the value
    /// Whether the value may be shown in logs and errors. For ids that are not secret, such as those of clients and
    /// profiles. The values of all other headers of a request, except Accept, Content-Type and Prefer, may be
    /// credentials and are replaced by `***` where they would be shown.
    bool is_public = false;

    /// Compares name and value. is_public is not compared.
    friend bool operator==(header const& a, header const& b) { return a.name == b.name && a.value == b.value; }
};

namespace detail {

constexpr char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Whether two names or tokens of HTTP are equal, ignoring ASCII case.
constexpr bool is_same_name(std::string_view a, std::string_view b) noexcept
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

/// The first header with this name.
inline std::optional<std::string_view> find_header(std::vector<header> const& headers, std::string_view name) noexcept
{
    for (header const& h : headers)
        if (is_same_name(h.name, name)) return h.value;
    return std::nullopt;
}

/// Whether the value of a header may be shown. All others may be secret.
inline bool is_public(header const& h) noexcept
{
    for (std::string_view const known : {"Accept", "Content-Type", "Prefer"})
        if (is_same_name(h.name, known)) return true;
    return h.is_public;
}

} // namespace detail

/// A request for a transport to send. The URL is absolute and percent-encoded. The transport adds the headers of its
/// own protocol, such as Host and Content-Length.
struct request {
    using printable = void;

    http::method method = http::method::get; ///< the method
    std::string url{};                       ///< `https://...`
    std::vector<http::header> headers{};     ///< include Authorization: must not be logged
    std::string body{};                      ///< empty: no body
    bool may_repeat = true; ///< false: the request creates an object, and the transport must not send it again
    /// Credentials in the body or in the query of the URL, before encoding: a client secret in a form, an API key in a
    /// query. Like the values of headers, they are replaced by `***` where they would be shown.
    std::vector<secret> secrets{};

    /// The value of the first header with this name, ignoring case: `request.header("content-type")`.
    std::optional<std::string_view> header(std::string_view name) const& noexcept
    {
        return detail::find_header(headers, name);
    }
    void header(std::string_view name) const&& = delete; // the view would dangle

    /// `POST https://... (Accept: application/json, Authorization: ***; 120 bytes)`, which may be logged: with the
    /// values of Accept, Content-Type, Prefer and headers with is_public, without the body, and, if there are secrets,
    /// without the query.
    std::string to_string() const
    {
        std::string_view const shown_url = secrets.empty() ? url : std::string_view(url).substr(0, url.find('?'));
        std::string text = outlay::detail::joined(
            {http::to_string(method), " ", shown_url, shown_url.size() == url.size() ? "" : "?***", " ("});
        for (char const* separator = ""; http::header const& h : headers) {
            text += outlay::detail::joined({separator, h.name, ": ", detail::is_public(h) ? h.value : "***"});
            separator = ", ";
        }
        text += outlay::detail::joined({headers.empty() ? "" : "; ", std::to_string(body.size()), " bytes)"});
        std::string shown;
        outlay::detail::append_printable(shown, text);
        return shown;
    }

    friend bool operator==(request const&, request const&) = default;
};

/// A response of a server: `response{207, {{"Content-Type", "application/json"}}, body}`. The transport has decoded
/// chunked transfer and compression of the body.
struct response {
    int status = 0;                      ///< the HTTP status, such as 200
    std::vector<http::header> headers{}; ///< in the order in which they were received
    std::string body{};                  ///< may be empty

    /// The value of the first header with this name, ignoring case.
    std::optional<std::string_view> header(std::string_view name) const& noexcept
    {
        return detail::find_header(headers, name);
    }
    void header(std::string_view name) const&& = delete;

    friend bool operator==(response const&, response const&) = default;
};

} // namespace outlay::inline v0_1_0::http
