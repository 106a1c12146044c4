#pragma once

#include <boost/describe/class.hpp>
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <outlay/http.hpp>
#include <outlay/json.hpp>
#include <outlay/model.hpp>
#include <outlay/value.hpp>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

// Access tokens of Amazon Ads, from Login with Amazon: the refresh of OAuth 2.0 (RFC 6749, section 6) as an operation
// of outlay's, and a source of tokens made of it. Copy it into your program.
//
// Source: Login with Amazon, developer.amazon.com/docs/login-with-amazon: "Authorization Code Grant" (Using Refresh
// Tokens, Access Token Errors), "Access Tokens" (good for sixty minutes) and "Refresh Tokens" (good until the user
// takes the permission back). Servers of regions:
// developer.amazon.com/docs/amazon-data-portability/use-refresh-token.html.

namespace lwa {

namespace http = outlay::http;

// --- bodies

/// The reply to a refresh.
struct token_reply {
    outlay::secret access_token{};                 ///< `Atza|...`, at most 2048 bytes
    std::string token_type{};                      ///< `bearer`
    std::uint32_t expires_in{};                    ///< seconds; 3600 as a rule
    std::optional<outlay::secret> refresh_token{}; ///< `Atzr|...`: if it is there, it replaces the one that was sent
};
BOOST_DESCRIBE_STRUCT(token_reply, (), (access_token, token_type, expires_in, refresh_token))

/// Why there is no token.
struct error_reply {
    std::optional<std::string> error{};             ///< for programs: `invalid_grant`
    std::optional<std::string> error_description{}; ///< for people
};
BOOST_DESCRIBE_STRUCT(error_reply, (), (error, error_description))

inline bool is_bearer(std::string const& type)
{
    return type == "bearer" || type == "Bearer"; // RFC 6749, section 5.1: case makes no difference
}

} // namespace lwa

template<>
struct outlay::model<lwa::token_reply> {
    using reply = lwa::token_reply;
    static constexpr auto naming = wire_case::snake;
    static constexpr auto direction = outlay::direction::reply;
    static constexpr auto members = std::tuple{
        member<&reply::token_type>(satisfies<std::string>("token_type", &lwa::is_bearer, "the type \"bearer\"")),
        invariant(
            "empty_token", &reply::access_token, [](reply const& r) { return !r.access_token.empty(); },
            "the access token is empty"),
    };
};

template<>
struct outlay::model<lwa::error_reply> {
    static constexpr auto naming = wire_case::snake;
    static constexpr auto direction = outlay::direction::reply;
};

namespace lwa {

// --- the call

/// Where tokens come from, and for whom.
struct endpoint {
    std::string client_id{}; ///< `amzn1.application-oa2-client...`; no secret
    outlay::secret client_secret{};
    outlay::secret refresh_token{};                 ///< of the user who granted the permission
    std::string base_url{"https://api.amazon.com"}; ///< in Europe https://api.amazon.co.uk, in the Far East .co.jp
    bool allow_plain_http = false;                  ///< base_url may be http://, for tests

    /// The vendor's error code and description. No other part of the body is quoted: it may contain a token.
    static http::rejection rejection_of(http::response const& answer)
    {
        auto const said = outlay::decode<error_reply>(answer.body);
        http::rejection why{.text = "Login with Amazon gives no token, and no reason",
                            .is_transient = http::default_repeat.contains(answer.status)};
        if (!said || !said->error) return why;
        why.is_vendor_error = true;
        why.text = *said->error;
        if (said->error_description) why.text += ": " + *said->error_description;
        return why;
    }
};

/// POST /auth/o2/token: a new access token. It may be repeated: the refresh token is still good afterwards.
struct refresh {
    using endpoint_type = lwa::endpoint;
    using result_type = outlay::result<token_reply>;

    outlay::result<http::request> request(lwa::endpoint const& at) const
    {
        for (auto const& [name, is_empty] :
             {std::pair("client id", at.client_id.empty()), std::pair("client secret", at.client_secret.empty()),
              std::pair("refresh token", at.refresh_token.empty())})
            if (is_empty)
                return outlay::error(outlay::error_kind::invalid, "no_credentials",
                                     std::string("Login with Amazon: the ") + name + " is empty");

        auto made = http::make_request(http::method::post, http::check_base_url(at.base_url, at.allow_plain_http),
                                       "/auth/o2/token",
                                       {{.name = "Accept", .value = "application/json"},
                                        {.name = "Content-Type", .value = "application/x-www-form-urlencoded"}});
        if (!made) return made;
        made->secrets = {at.client_secret, at.refresh_token}; // so that no error shows them
        made->body = "grant_type=refresh_token";
        add(made->body, "client_id", at.client_id);
        add(made->body, "client_secret", at.client_secret.reveal());
        add(made->body, "refresh_token", at.refresh_token.reveal());
        return made;
    }

    static constexpr bool accepts(int status) noexcept { return status == 200; }
    static constexpr bool may_repeat() noexcept { return true; }

private:
    static void add(std::string& form, std::string_view name, std::string_view value)
    {
        form.append("&").append(name).append("=");
        http::append_encoded(form, value);
    }
};
static_assert(http::check_operation<refresh>());

/// An error of a reply that has a token in it, perhaps where none should be: with the places of what is wrong and its
/// codes, and without any quotation.
inline outlay::error without_quotations(outlay::error const& why)
{
    if (why.http_status() != 200) return why;
    outlay::report shown;
    for (outlay::violation v : why.report()) {
        v.message = "the reply of Login with Amazon can't be used: " + v.code;
        shown.add(std::move(v));
    }
    return why.with_report(std::move(shown));
}

// --- the source

/// Optional settings of lwa_tokens.
struct options {
    std::string base_url = endpoint().base_url; ///< of another region
    bool allow_plain_http = false;              ///< base_url may be http://, for tests
    http::call_options call{};                  ///< repeats, waits, and the time
};

/// Renews an access token through a transport, which may be a reference.
template<class Transport>
class renewal {
public:
    renewal(std::type_identity_t<Transport> transport, endpoint at, http::call_options call)
        : transport_(std::forward<Transport>(transport)), at_(std::move(at)), call_(std::move(call))
    {}

    outlay::result<http::access_token> operator()()
    {
        // From before the request: whenever the token was made, it is good until then.
        auto const asked_at = call_.now ? call_.now() : std::chrono::system_clock::now();
        auto reply = http::call(transport_, at_, refresh{}, call_);
        if (!reply) return without_quotations(reply.error());
        if (reply->refresh_token && !reply->refresh_token->empty()) at_.refresh_token = *reply->refresh_token;
        return http::access_token{.value = std::move(reply->access_token),
                                  .expires_at = asked_at + std::chrono::seconds(reply->expires_in)};
    }

private:
    Transport transport_;
    endpoint at_;
    http::call_options call_;
};

/// Access tokens from Login with Amazon, for the `tokens` of amazon::endpoint: fetched before the first call, a minute
/// before they expire, and after a 401. A transport that is an lvalue must outlive the source; it may be the one that
/// the calls go through. The error of a refusal is in the vendor's words; no error has a token or secret in it.
///
///     ads::endpoint const endpoint{.client_id = id, .profile_id = profile,
///                                  .tokens = lwa::lwa_tokens(transport, id, client_secret, refresh_token)};
template<class Transport>
http::token_source lwa_tokens(Transport&& transport, std::string client_id, outlay::secret client_secret,
                              outlay::secret refresh_token, options other = {})
{
    endpoint at{.client_id = std::move(client_id),
                .client_secret = std::move(client_secret),
                .refresh_token = std::move(refresh_token),
                .base_url = std::move(other.base_url),
                .allow_plain_http = other.allow_plain_http};
    // Shared, because a token_source keeps a copyable function, and a transport may be none.
    auto const renew =
        std::make_shared<renewal<Transport>>(std::forward<Transport>(transport), std::move(at), std::move(other.call));
    return [renew] { return (*renew)(); };
}

} // namespace lwa
