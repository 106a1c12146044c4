#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <outlay/http/message.hpp>
#include <outlay/value/detail/foreign_text.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <string_view>

namespace outlay::inline v0_1_0::http {

/// What a vendor means by a status that is not a success.
struct refusal {
    std::string text{};        ///< the vendor's words, for people: `THROTTLED: Too many requests (request id 4711)`
    bool is_transient = false; ///< it may go away by waiting, unless the caller says otherwise: retry_policy::repeat
    std::chrono::milliseconds wait_at_least{}; ///< before the next attempt, if the server asks for no certain time
    bool is_told = false;  ///< the body is an error of the vendor's, and not just what could not be read otherwise
    bool is_final = false; ///< it will not go away for hours: not repeated, whatever the caller says
    /// The call may have been carried out, though the status, such as 400, says that it was not: a create is not
    /// repeated then. Of 408, 499 and statuses outside 400..499 this is always assumed.
    bool is_in_doubt = false;
};

/// The beginning of a body that is not what it should be, in a form that can be shown; `(no body)` if there is none. Of
/// a page of HTML the title if it has one, `an HTML page, "502 Bad Gateway"`; of data that are compressed how.
inline std::string excerpt(std::string_view body)
{
    constexpr std::size_t most = 200;
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

namespace detail {

/// The name of a status that these APIs are known to answer with; empty for others.
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

/// `429 Too Many Requests: THROTTLED: ...`, under the code `http_429`.
inline error http_error(int status, std::string_view text)
{
    std::string const number = std::to_string(status);
    std::string_view const name = status_name(status);
    return {error_kind::http, outlay::detail::joined({"http_", number}),
            outlay::detail::joined({number, name.empty() ? "" : " ", name, text.empty() ? "" : ": ", text}), status};
}

/// An answer that is a success by its status, and is none: `200: an error in place of the reply: UNAUTHORIZED: ...`.
inline error no_reply(int status, std::string_view code, std::string_view text)
{
    return {error_kind::http, std::string(code), outlay::detail::joined({std::to_string(status), ": ", text}), status};
}

} // namespace detail
} // namespace outlay::inline v0_1_0::http
