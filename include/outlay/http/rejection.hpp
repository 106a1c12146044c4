#pragma once

#include <chrono>
#include <concepts>
#include <cstddef>
#include <optional>
#include <outlay/http/message.hpp>
#include <outlay/value/detail/foreign_text.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <string_view>

namespace outlay::inline v0_1_0::http {

/// A response whose status is not a success, as an endpoint interprets it for outlay's retries and errors. Not to be
/// confused with outcome::refusal(), which is the vendor's rejection of a single item.
struct rejection {
    std::string text{};        ///< the vendor's message: `THROTTLED: Too many requests (request id 4711)`
    bool is_transient = false; ///< whether a retry may succeed; retry_policy::repeat takes precedence
    std::chrono::milliseconds wait_at_least{}; ///< the least wait before a retry, if the server requests no time
    bool is_vendor_error = false;              ///< whether the body is an error of the vendor, and not some other text
    bool is_final = false;                     ///< whether it lasts for hours: never retried
    /// Whether the request may have been carried out in spite of the status, such as 400; a create request is then not
    /// retried. Always assumed for 408, 499 and statuses outside 400..499.
    bool is_in_doubt = false;
};

/// The beginning of an unexpected body in a printable form; `(no body)` if it is empty. For an HTML page the title, if
/// any: `an HTML page, "502 Bad Gateway"`; for compressed data, the kind of compression.
inline std::string excerpt(std::string_view body)
{
    constexpr std::size_t most = 200; // characters: the message of an error stays readable
    if (body.empty()) return "(no body)";
    auto const markup = outlay::detail::recognise_markup(body);
    std::string const title = outlay::detail::title_of_page(body);
    if (!title.empty()) return outlay::detail::joined({markup.name, ", ", title});
    if (auto const other = outlay::detail::recognise_encoding(body))
        return outlay::detail::joined({other.name, ", ", std::to_string(body.size()), " bytes"});
    std::string text;
    if (markup) text = outlay::detail::joined({markup.name, ": "});
    outlay::detail::append_printable(text, body.substr(0, most));
    if (body.size() > most) text += "...";
    return text;
}

/// The former name of rejection.
struct [[deprecated("use http::rejection")]] refusal {
    std::string text{};                        ///< see rejection::text
    bool is_transient = false;                 ///< see rejection::is_transient
    std::chrono::milliseconds wait_at_least{}; ///< see rejection::wait_at_least
    bool is_told = false;                      ///< see rejection::is_vendor_error
    bool is_final = false;                     ///< see rejection::is_final
    bool is_in_doubt = false;                  ///< see rejection::is_in_doubt

    /// Converts to the new type.
    operator rejection() const
    {
        return {.text = text,
                .is_transient = is_transient,
                .wait_at_least = wait_at_least,
                .is_vendor_error = is_told,
                .is_final = is_final,
                .is_in_doubt = is_in_doubt};
    }
};

namespace detail {

/// An endpoint with a rejection_of(), or with the former refusal_of().
template<class Endpoint>
concept has_rejection_of = requires(response const& answer) {
    { Endpoint::rejection_of(answer) } -> std::same_as<rejection>;
} || requires(response const& answer) {
    { Endpoint::refusal_of(answer) } -> std::convertible_to<rejection>;
};

/// The rejection in a response of an endpoint.
template<has_rejection_of Endpoint>
rejection rejection_by(response const& answer)
{
    if constexpr (requires { Endpoint::rejection_of(answer); }) return Endpoint::rejection_of(answer);
    else return Endpoint::refusal_of(answer);
}

/// The name of a status that vendors' APIs return; empty for others.
constexpr std::string_view status_name(int status) noexcept
{
    switch (status) {
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 410: return "Gone";
    case 412: return "Precondition Failed";
    case 413: return "Content Too Large";
    case 415: return "Unsupported Media Type";
    case 422: return "Unprocessable Content";
    case 423: return "Locked";
    case 429: return "Too Many Requests";
    case 477: return "Migration in Progress";
    case 500: return "Internal Server Error";
    case 502: return "Bad Gateway";
    case 503: return "Service Unavailable";
    case 504: return "Gateway Timeout";
    case 521: return "Web Server Is Down";
    default: return {};
    }
}

/// The error `429 Too Many Requests: THROTTLED: ...`, with the code `http_429`.
inline error http_error(int status, std::string_view text)
{
    std::string const number = std::to_string(status);
    std::string_view const name = status_name(status);
    return {error_kind::http, outlay::detail::joined({"http_", number}),
            outlay::detail::joined({number, name.empty() ? "" : " ", name, text.empty() ? "" : ": ", text}), status};
}

/// The error for a response with a successful status but no reply: `200: an error instead of a reply: UNAUTHORIZED:
/// ...`.
inline error no_reply(int status, std::string_view code, std::string_view text)
{
    return {error_kind::http, std::string(code), outlay::detail::joined({std::to_string(status), ": ", text}), status};
}

} // namespace detail
} // namespace outlay::inline v0_1_0::http
