#pragma once

#include <chrono>
#include <outlay/http/message.hpp>
#include <variant>

namespace outlay::inline v0_1_0::http {

/// Send this, and feed the answer to the exchange. The request is the exchange's own: valid until that is fed.
struct send {
    http::request const& request; ///< what to send
};

/// Wait this long, then ask again.
struct wait {
    std::chrono::milliseconds time; ///< how long
};

/// There is nothing more to do: take the result.
struct done {};

/// What an exchange wants next.
using step = std::variant<send, wait, done>;

} // namespace outlay::inline v0_1_0::http
