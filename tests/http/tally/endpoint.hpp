#pragma once

#include "types.hpp"
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <outlay/http.hpp>
#include <string>
#include <string_view>
#include <utility>

// Where calls go and for whom, and what the vendor means by its answers. An endpoint is a plain struct; outlay looks
// for these names in it: rejection_of (required), quota_of, tokens and sign.

namespace tally {

namespace http = outlay::http;

/// The checksum that Tally wants of each request: FNV-1a over the method, the URL and the body. It is a toy, and no
/// protection. A signature that is one, such as AWS's SigV4, is made in the same place and of the same parts.
inline std::string checksum_of(http::request const& r)
{
    std::uint64_t hash = 14695981039346656037U;
    for (std::string_view const part : {http::to_string(r.method), std::string_view(r.url), std::string_view(r.body)})
        for (char const c : part) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    return std::to_string(hash);
}

/// Sees each finished request just before it is sent, also when it is sent again.
inline outlay::result<void> add_checksum(http::request& r)
{
    http::set_header(r, "Tally-Checksum", checksum_of(r));
    return {};
}

struct endpoint {
    std::string account{};       ///< whose plans; no secret
    http::token_source tokens{}; ///< access tokens: asked before a call, and again after a 401
    std::string base_url{"https://api.tally.example/v1"};
    bool allow_plain_http = false; ///< base_url may be http://, for tests
    http::signer sign = &add_checksum;

    /// A request to a path of the server, without a body yet.
    outlay::result<http::request> start(http::method method, std::string_view path) const
    {
        return at_url(method, http::check_base_url(base_url, allow_plain_http), path);
    }

    /// GET of a link that the server gave. One to another server is refused: the access token goes with the call.
    outlay::result<http::request> follow(std::string_view link) const
    {
        auto const url = http::next_url(base_url, link);
        if (!url) return url.error();
        return at_url(http::method::get, std::string_view(*url), "");
    }

    /// Required: the vendor's words, and whether waiting may help. 420 and 529 are Tally's own for "not now"; its 500
    /// never passes, so it is not in the set.
    static http::rejection rejection_of(http::response const& answer)
    {
        static constexpr auto repeat = http::default_repeat.without(500) | http::status_set{420, 529};
        auto const said = outlay::decode<api_error>(answer.body);
        bool const is_error = said && said->code;
        return {.text = is_error ? *said->code + ": " + said->message.value_or("") : http::excerpt(answer.body),
                .is_transient = repeat.contains(answer.status),
                .wait_at_least = std::chrono::seconds(answer.status == 529 ? 2 : 0), // as Tally's document asks
                .is_vendor_error = is_error};
    }

    /// Optional: how many calls are left, in the vendor's own headers. Without it those are read that most servers
    /// send, X-RateLimit-Remaining and X-RateLimit-Reset.
    static http::quota quota_of(http::response const& answer, std::chrono::system_clock::time_point)
    {
        auto const window = http::read_count(answer.header("Tally-Window-Ends-In")); // seconds
        http::quota left{.remaining = http::read_count(answer.header("Tally-Calls-Left"))};
        if (window) left.reset = std::chrono::seconds(*window);
        return left;
    }

private:
    outlay::result<http::request> at_url(http::method method, outlay::result<std::string_view> const& base,
                                         std::string_view path) const
    {
        auto made = http::make_request(method, base, path,
                                       {{.name = "Tally-Account", .value = account, .is_public = true},
                                        {.name = "Accept", .value = "application/json"}});
        if (made && method != http::method::get) http::set_header(*made, "Content-Type", "application/json");
        return made;
    }
};

} // namespace tally
