#pragma once

#include <charconv>
#include <cstddef>
#include <outlay/http/message.hpp>
#include <outlay/http/refusal.hpp>
#include <outlay/http/transport.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

// What can be told of an answer without knowing what it is about, and of errors.

namespace outlay::http::detail {

/// Whether a Content-Type is JSON: application/json, or anything+json. Parameters, such as a charset, are no matter.
constexpr bool is_json(std::string_view media_type) noexcept
{
    constexpr std::string_view suffix = "+json";
    media_type = media_type.substr(0, media_type.find(';'));
    media_type = media_type.substr(0, media_type.find_last_not_of(" \t") + 1);
    if (is_same_name(media_type, "application/json")) return true;
    return media_type.size() > suffix.size() &&
           is_same_name(media_type.substr(media_type.size() - suffix.size()), suffix);
}

inline error describe_type(std::string_view media_type, response const& answer)
{
    return http_error(answer.status,
                      outlay::detail::joined({"expected JSON, found ", outlay::detail::in_quotes(media_type), ": ",
                                              excerpt(answer.body)}));
}

/// Whether a body has fewer bytes than its Content-Length promises. (That of a compressed one is another number.)
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

/// The same error with one more reason.
inline error with_reason(error const& why, std::string code, std::string message)
{
    report reasons = why.report();
    reasons.add({.pointer = {}, .code = std::move(code), .message = std::move(message)});
    return {why.kind(), std::move(reasons)};
}

} // namespace outlay::http::detail
