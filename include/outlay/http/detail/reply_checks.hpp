#pragma once

#include <charconv>
#include <chrono>
#include <cstddef>
#include <outlay/http/message.hpp>
#include <outlay/http/rate_limit.hpp>
#include <outlay/http/rejection.hpp>
#include <outlay/http/retry.hpp>
#include <outlay/http/transport.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

// Checks of a response that do not depend on the operation, and the errors for them.

namespace outlay::inline v0_1_0::http::detail {

/// Whether a Content-Type is JSON: application/json, a type that ends in +json, or the additional type of an endpoint.
/// Parameters, such as a charset, are ignored.
constexpr bool is_json(std::string_view media_type, std::string_view further) noexcept
{
    constexpr std::string_view suffix = "+json";
    media_type = media_type.substr(0, media_type.find(';'));
    media_type = media_type.substr(0, media_type.find_last_not_of(" \t") + 1);
    if (is_same_name(media_type, "application/json") || is_same_name(media_type, further)) return true;
    return media_type.size() > suffix.size() &&
           is_same_name(media_type.substr(media_type.size() - suffix.size()), suffix);
}

/// The error for a response that is not JSON. `body`: the text that is shown for its body.
inline error describe_type(std::string_view media_type, int status, std::string_view body)
{
    return http_error(
        status, outlay::detail::joined({"expected JSON, found ", outlay::detail::in_quotes(media_type), ": ", body}));
}

/// A report about a body that is not JSON, with the title if it is an HTML page.
inline report with_title(report const& raw, std::string_view body)
{
    std::string const title = outlay::detail::title_of_page(body);
    if (title.empty()) return raw;
    report made;
    for (violation v : raw) {
        if (v.code == "syntax") v.message += outlay::detail::joined({"; its title is ", title});
        made.add(std::move(v));
    }
    for (violation const& v : raw.notices()) made.add_notice(v);
    return made;
}

/// Whether a body has fewer bytes than its Content-Length. Compressed bodies, whose length differs, are not checked.
inline bool is_cut_short(response const& answer)
{
    auto const promised = answer.header("Content-Length");
    if (!promised || promised->empty() || answer.header("Content-Encoding")) return false;
    std::size_t length = 0;
    auto const [stop, wrong] = std::from_chars(promised->data(), promised->data() + promised->size(), length);
    return wrong == std::errc() && stop == promised->data() + promised->size() && answer.body.size() < length;
}

inline error describe_cut(response const& answer)
{
    return connection_lost(outlay::detail::joined(
        {"the body ends after ", std::to_string(answer.body.size()), " bytes of ", *answer.header("Content-Length")}));
}

inline bool has_code(error const& why, std::string_view code)
{
    for (violation const& v : why.report())
        if (v.code == code) return true;
    return false;
}

/// The error with an additional reason.
inline error with_reason(error const& why, std::string code, std::string message)
{
    report reasons = why.report();
    reasons.add({.pointer = {}, .code = std::move(code), .message = std::move(message)});
    return why.with_report(std::move(reasons));
}

/// The error of a create request that is not retried, because it may have been carried out.
inline error in_doubt(error const& why)
{
    return with_reason(why, "outcome_unknown",
                       "the object may have been created: check before the request is sent again");
}

/// Whether a request may have been carried out in spite of this status. Not for statuses 400 to 499, except 408,
/// because a server that timed out may have received the whole request, and 499, because the server behind a proxy may
/// have.
constexpr bool leaves_doubt(int status) noexcept
{
    bool const is_refusal = status >= 400 && status <= 499;
    return !is_refusal || status == 408 || status == 499;
}

inline error out_of_attempts(error why, int attempts)
{
    if (attempts == 1) return why;
    return with_reason(why, "attempts",
                       outlay::detail::joined({"given up after ", std::to_string(attempts), " attempts"}));
}

inline error out_of_time(error const& why, std::chrono::milliseconds pause, std::chrono::milliseconds total)
{
    auto const in_ms = [](std::chrono::milliseconds time) { return std::to_string(time.count()); };
    return with_reason(why, "total_wait",
                       outlay::detail::joined({"not retried: with a wait of ", in_ms(pause),
                                               " ms all waits would take more than ", in_ms(total), " ms"}));
}

/// The quota in the usual headers: X-RateLimit-Remaining and X-RateLimit-Reset.
inline quota usual_quota(response const& answer, std::chrono::system_clock::time_point now)
{
    auto const left = read_count(answer.header("X-RateLimit-Remaining"));
    auto const reset = answer.header("X-RateLimit-Reset");
    if (!left || !reset) return {};
    return {.remaining = left, .reset = read_waits(*reset, now)};
}

} // namespace outlay::inline v0_1_0::http::detail
