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

// What an endpoint may do to each request just before it is sent. An endpoint has it as data members with these names:
//   - `tokens`, a token_source: the Authorization header is set to its token, and renewed after a 401;
//   - `sign`, a signer: sees the finished request and may add headers to it.

namespace outlay::inline v0_1_0::http {

/// A bearer token, and until when it is good.
struct access_token {
    secret value{};                                                    ///< without `Bearer `
    std::optional<std::chrono::system_clock::time_point> expires_at{}; ///< absent: until a server refuses it
};

/// Where access tokens come from that are good for a while, such as those of OAuth 2.0: a function of the user's that
/// returns a new one. It is called when there is none yet, when the one at hand is about to expire, and when a server
/// answers 401 to it: once for a call, never in a loop. Copies share the token, and calls at the same time one renewal;
/// it can be used from several threads.
///
///     http::token_source tokens{[&]() -> outlay::result<http::access_token> { ... }};
///
/// The function blocks for as long as it takes. In an event loop, renew the token in time and put() it.
class token_source {
public:
    /// How long before its end a token is renewed: it must still be good when the request arrives.
    static constexpr std::chrono::seconds margin{60};

    /// No source: requests keep the credentials of their endpoint.
    token_source() = default;

    /// Of a function that returns an access_token, or a result of one.
    template<class Renew>
        requires(!std::same_as<std::remove_cvref_t<Renew>, token_source> &&
                 std::is_invocable_r_v<result<access_token>, Renew&>)
    token_source(Renew&& renew) : state_(std::make_shared<state>(std::forward<Renew>(renew)))
    {}

    /// Whether there is a source.
    explicit operator bool() const noexcept { return state_ != nullptr; }

    /// The token for a request that is sent now; renewed if it is about to expire. Requires a source.
    result<secret> current(std::chrono::system_clock::time_point now) const
    {
        std::lock_guard const lock(state_->access);
        auto const& token = state_->token;
        constexpr auto earliest = (std::chrono::system_clock::time_point::min)() + margin; // no time is before it
        bool const is_good = token && (!token->expires_at || now < (std::max)(*token->expires_at, earliest) - margin);
        return is_good ? result<secret>(token->value) : state_->renewed();
    }

    /// The token after a server refused `rejected`: renewed, unless that has been done since. Requires a source.
    result<secret> after(secret const& rejected) const
    {
        std::lock_guard const lock(state_->access);
        auto const& token = state_->token;
        return token && token->value != rejected ? result<secret>(token->value) : state_->renewed();
    }

    /// Takes a token that was had in another way. Requires a source.
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

/// Sees each finished request just before it is sent, with its body, and may change its headers: a signature over the
/// body, an id to trace it by. Each attempt starts from the request as it was before. After an error nothing is sent.
/// An empty function does nothing.
using signer = std::function<result<void>(request&)>;

} // namespace outlay::inline v0_1_0::http
