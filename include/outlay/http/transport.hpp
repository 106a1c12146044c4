#pragma once

#include <concepts>
#include <outlay/http/message.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <type_traits>
#include <utility>

namespace outlay::inline v0_1_0::http {

/// Returned by a transport that received no response. The server may have received the request.
inline error connection_lost(std::string message)
{
    return {error_kind::transport, "connection_lost", std::move(message)};
}

/// Returned by a transport if no part of the request was sent: host not found, connection refused, TLS handshake
/// failed. A create request may then be retried, too.
inline error not_sent(std::string message) { return {error_kind::transport, "not_sent", std::move(message)}; }

namespace detail {

template<class T>
concept answer =
    std::same_as<std::remove_cvref_t<T>, response> || std::same_as<std::remove_cvref_t<T>, result<response>>;

// Only await_ready and await_resume of an awaiter are required, because Boost.Asio's await_suspend only accepts handles
// of its own coroutines.
template<class T>
concept awaiter = requires(T& x) {
    static_cast<bool>(x.await_ready());
    x.await_resume();
};

template<class T>
decltype(auto) awaiter_of(T&& awaitable)
{
    if constexpr (requires { std::forward<T>(awaitable).operator co_await(); })
        return std::forward<T>(awaitable).operator co_await();
    else if constexpr (requires { operator co_await(std::forward<T>(awaitable)); })
        return operator co_await(std::forward<T>(awaitable));
    else return std::forward<T>(awaitable);
}

template<class T>
using awaiter_type = std::remove_reference_t<decltype(awaiter_of(std::declval<T>()))>;

template<class T>
concept awaitable = awaiter<awaiter_type<T>>;

template<class T>
using awaited = decltype(std::declval<awaiter_type<T>&>().await_resume());

template<class T>
concept answer_awaitable = awaitable<T> && answer<awaited<T>>;

} // namespace detail

/// A callable that sends a request, waits, and returns the response, or an error if there is none:
///
///     auto transport = [&](outlay::http::request const& r) -> outlay::result<outlay::http::response> { ... };
template<class T>
concept sync_transport = std::invocable<T&, request const&> && detail::answer<std::invoke_result_t<T&, request const&>>;

/// A callable that takes a request by value and returns an awaitable of the response: a task of any coroutine library.
/// If it has a function `sleep(std::chrono::milliseconds)` that returns an awaitable, co_call() uses it to wait.
template<class T>
concept async_transport = std::invocable<T&, request> && detail::answer_awaitable<std::invoke_result_t<T&, request>>;

namespace detail {

/// Reports why a callable is not a transport for call().
template<class T>
consteval void check_sync_transport()
{
    static_assert(std::invocable<T&, request const&>,
                  "outlay: a transport must be callable with an outlay::http::request const&");
    if constexpr (std::invocable<T&, request const&>) {
        using returned = std::invoke_result_t<T&, request const&>;
        static_assert(
            !answer_awaitable<returned>,
            "outlay: this transport is for coroutines: use co_call<Task>(), or a client with a task template: "
            "client<Transport, Task>");
        static_assert(
            answer_awaitable<returned> || answer<returned>,
            "outlay: a transport must return outlay::http::response or outlay::result<outlay::http::response>");
    }
}

/// Reports why a callable is not a transport for co_call().
template<class T>
consteval void check_async_transport()
{
    static_assert(std::invocable<T&, request>,
                  "outlay: an async transport must be callable with an outlay::http::request by value");
    if constexpr (std::invocable<T&, request>) {
        using returned = std::invoke_result_t<T&, request>;
        static_assert(!answer<returned>,
                      "outlay: this transport is not for coroutines: use call(), or a client without a "
                      "task template");
        static_assert(answer<returned> || awaitable<returned>,
                      "outlay: an async transport must return an awaitable, with await_ready() and await_resume()");
        if constexpr (awaitable<returned>)
            static_assert(answer<awaited<returned>>,
                          "outlay: the awaitable of an async transport must return outlay::http::response or "
                          "outlay::result<outlay::http::response>");
    }
}

} // namespace detail
} // namespace outlay::inline v0_1_0::http
