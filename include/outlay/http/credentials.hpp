#pragma once

#include <algorithm>
#include <chrono>
#include <concepts>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <outlay/http/message.hpp>
#include <outlay/value/result.hpp>
#include <outlay/value/secret.hpp>
#include <type_traits>
#include <utility>

// Credentials that an endpoint adds to each request just before it is sent, in data members with these names:
//   - `tokens`, a token_source: the Authorization header is set to its token, which is renewed after a 401;
//   - `sign`, a signer: receives the complete request and may add headers to it.

namespace outlay::inline v0_1_0::http {

/// A bearer token and its time of expiry.
struct access_token {
    secret value{};                                                    ///< the token, without `Bearer `
    std::optional<std::chrono::system_clock::time_point> expires_at{}; ///< absent: used until a server rejects it
};

/// A source of access tokens that expire, such as those of OAuth 2.0: a function of the user that returns a new token.
/// The function is called for the first token, when the token is about to expire, and after a response with status 401,
/// at most once for a call. Copies share the token, and simultaneous calls share one renewal. Safe to use from several
/// threads.
///
///     http::token_source tokens{[&]() -> outlay::result<http::access_token> { ... }};
///
/// The function blocks the calling thread. In an event loop, renew the token before it expires, and call put().
class token_source {
public:
    /// The time before its expiry at which a token is renewed, so that it is still valid when the request arrives.
    static constexpr std::chrono::seconds margin{60};

    /// No source: the credentials of the endpoint are used.
    token_source() = default;

    /// From a function that returns an access_token or a result<access_token>.
    template<class Renew>
        requires(!std::same_as<std::remove_cvref_t<Renew>, token_source> &&
                 std::is_invocable_r_v<result<access_token>, Renew&>)
    token_source(Renew&& renew) : state_(std::make_shared<state>(std::forward<Renew>(renew)))
    {}

    /// Whether there is a source.
    explicit operator bool() const noexcept { return state_ != nullptr; }

    /// The token for a request that is sent now; renewed if it is about to expire. Precondition: there is a source.
    result<secret> current(std::chrono::system_clock::time_point now) const
    {
        std::lock_guard const lock(state_->access);
        auto const& token = state_->token;
        constexpr auto earliest = (std::chrono::system_clock::time_point::min)() + margin; // no time is before it
        bool const is_good = token && (!token->expires_at || now < (std::max)(*token->expires_at, earliest) - margin);
        return is_good ? result<secret>(token->value) : state_->renewed();
    }

    /// The token after a server rejected `rejected`: renewed, unless it has been renewed since. Precondition: there is
    /// a source.
    result<secret> after(secret const& rejected) const
    {
        std::lock_guard const lock(state_->access);
        auto const& token = state_->token;
        return token && token->value != rejected ? result<secret>(token->value) : state_->renewed();
    }

    /// Sets a token that was obtained in another way. Precondition: there is a source.
    void put(access_token token) const
    {
        std::lock_guard const lock(state_->access);
        state_->token = std::move(token);
    }

private:
    struct state {
        explicit state(std::function<result<access_token>()> function) : renew(std::move(function)) {}

        result<secret> renewed()
        {
            auto made = renew();
            if (!made) return made.error();
            token = std::move(*made);
            return token->value;
        }

        std::mutex access;
        std::function<result<access_token>()> renew;
        std::optional<access_token> token;
    };

    std::shared_ptr<state> state_;
};

/// Called with each complete request just before it is sent; may change its headers, for a signature of the body or a
/// trace id. Each attempt starts from the unsigned request. If it returns an error, the request is not sent. An empty
/// function has no effect.
using signer = std::function<result<void>(request&)>;

} // namespace outlay::inline v0_1_0::http
