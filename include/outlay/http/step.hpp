#pragma once

#include <chrono>
#include <outlay/http/message.hpp>
#include <variant>

namespace outlay::inline v0_1_0::http {

/// Send this request, and pass the response to feed(). The request is owned by the exchange and valid until then.
struct send {
    http::request const& request; ///< the request to send
};

/// Wait for this time, then call next() again.
struct wait {
    std::chrono::milliseconds time; ///< the time to wait
};

/// The exchange is done: call finish().
struct done {};

/// The next step of an exchange.
using step = std::variant<send, wait, done>;

} // namespace outlay::inline v0_1_0::http
