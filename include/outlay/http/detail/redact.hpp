#pragma once

#include <algorithm>
#include <cstddef>
#include <outlay/http/message.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// A server, or a proxy on the way, may send back what it was sent. Its words become part of errors, so the credentials
// of the request are taken out of them.

namespace outlay::http::detail {

/// The credentials among the headers of a request. Not what is shorter than six characters: that is a placeholder of a
/// test, and may well be a word that a message needs.
inline std::vector<std::string_view> credentials_in(request const& sent)
{
    constexpr std::size_t shortest = 6;
    std::vector<std::string_view> found;
    for (header const& h : sent.headers) {
        if (is_public(h.name)) continue;
        std::string_view const value = h.value;
        std::string_view const secret = value.substr(value.rfind(' ') + 1); // `Bearer abc`: not the scheme
        if (secret.size() >= shortest) found.push_back(secret);
    }
    // The longest first: one may be a part of another.
    std::sort(found.begin(), found.end(), [](std::string_view a, std::string_view b) { return a.size() > b.size(); });
    return found;
}

/// Takes credentials out of a text. Whether there were any.
inline bool redact(std::string& text, std::vector<std::string_view> const& credentials)
{
    constexpr std::string_view stars = "***";
    bool found = false;
    for (std::string_view const secret : credentials) {
        for (auto at = text.find(secret); at != std::string::npos; at = text.find(secret, at + stars.size())) {
            text.replace(at, secret.size(), stars);
            found = true;
        }
    }
    return found;
}

/// The same error, without credentials in it.
inline error redacted(error const& why, request const& sent)
{
    auto const credentials = credentials_in(sent);
    report clean;
    for (violation v : why.report()) {
        redact(v.pointer, credentials);
        redact(v.message, credentials);
        clean.add(std::move(v));
    }
    for (std::size_t i = 0; i < why.report().omitted(); ++i) clean.omit_one();
    return {why.kind(), std::move(clean)};
}

} // namespace outlay::http::detail
