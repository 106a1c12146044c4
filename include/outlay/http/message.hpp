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

// What goes to a server and what comes back, as values: outlay itself sends nothing.

namespace outlay::inline v0_1_0::http {

using outlay::operator<<; // printing looks for it here

/// The methods that the operations of all vendors need.
enum class method : unsigned char {
    get,     ///< reads
    post,    ///< creates, or asks what does not fit into a URL
    put,     ///< sets, or changes
    patch,   ///< changes a part
    delete_, ///< deletes; the keyword has the name
};

/// As in a request line: `DELETE`; empty for a value that is no method.
constexpr std::string_view to_string(method m) noexcept
{
    constexpr std::string_view names[] = {"GET", "POST", "PUT", "PATCH", "DELETE"};
    auto const i = static_cast<std::size_t>(m);
    return i < std::size(names) ? names[i] : std::string_view();
}

/// A line of a message's head.
struct header {
    std::string name{};  ///< in any case: `content-type`
    std::string value{}; ///< what comes after the colon
    /// The value may be shown in logs and errors. For ids that are no secrets, such as those of clients and profiles:
    /// any other header of a request, but for Accept, Content-Type and Prefer, may hold a credential. Its value is
    /// replaced by `***` wherever it would be shown.
    bool is_public = false;

    /// Whether the same is sent: is_public is not compared.
    friend bool operator==(header const& a, header const& b) { return a.name == b.name && a.value == b.value; }
};

namespace detail {

constexpr char lower(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Whether two names or tokens of HTTP are the same: case makes no difference, in ASCII.
constexpr bool is_same_name(std::string_view a, std::string_view b) noexcept
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

/// The first header of this name.
inline std::optional<std::string_view> find_header(std::vector<header> const& headers, std::string_view name) noexcept
{
    for (header const& h : headers)
        if (is_same_name(h.name, name)) return h.value;
    return std::nullopt;
}

/// Whether the value of a header may be shown. All others might hold a secret.
inline bool is_public(header const& h) noexcept
{
    for (std::string_view const known : {"Accept", "Content-Type", "Prefer"})
        if (is_same_name(h.name, known)) return true;
    return h.is_public;
}

} // namespace detail

/// What a transport is to send. The URL is absolute, and what can't be in one is percent-encoded. A transport adds the
/// headers that are its own business, such as Host and Content-Length.
struct request {
    using printable = void;

    http::method method = http::method::get; ///< GET unless told otherwise
    std::string url{};                       ///< `https://...`
    std::vector<http::header> headers{};     ///< Authorization among them: not to be logged
    std::string body{};                      ///< empty: none
    bool may_repeat = true; ///< false: it creates something, and no layer below may send it again on its own
    /// Credentials that are in the body, or in the query of the URL, before they are encoded there: the secret of a
    /// client in a form, an API key in a query. They are replaced by `***` wherever they would be shown, as the values
    /// of headers are.
    std::vector<secret> secrets{};

    /// The value of the first header of this name, in any case: `request.header("content-type")`.
    std::optional<std::string_view> header(std::string_view name) const& noexcept
    {
        return detail::find_header(headers, name);
    }
    void header(std::string_view name) const&& = delete; // it would refer to what is gone

    /// `POST https://... (Accept: application/json, Authorization: ***; 120 bytes)`: what may be logged. It has the
    /// values of the public headers, which are Accept, Content-Type, Prefer and those with header::is_public, and
    /// nothing of the body. If there are secrets, it has nothing of the query, either.
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

/// What a server answered: `response{207, {{"Content-Type", "application/json"}}, body}`. The body is as it was before
/// any chunked transfer or compression.
struct response {
    int status = 0;                      ///< of HTTP: 200
    std::vector<http::header> headers{}; ///< in the order in which they came
    std::string body{};                  ///< may be empty

    /// The value of the first header of this name, in any case.
    std::optional<std::string_view> header(std::string_view name) const& noexcept
    {
        return detail::find_header(headers, name);
    }
    void header(std::string_view name) const&& = delete;

    friend bool operator==(response const&, response const&) = default;
};

} // namespace outlay::inline v0_1_0::http
