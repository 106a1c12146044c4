#pragma once

#include <concepts>
#include <outlay/http/message.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <type_traits>
#include <utility>

namespace outlay::inline v0_1_0::http {

/// What a transport gives that has no answer, for whatever reason: the request may have reached the server all the
/// same.
inline error connection_lost(std::string message)
{
    return {error_kind::transport, "connection_lost", std::move(message)};
}

/// What a transport gives that is certain that nothing of the request was sent: no such host, connection refused, TLS
/// not established. Then also a request that creates something may be repeated.
inline error not_sent(std::string message) { return {error_kind::transport, "not_sent", std::move(message)}; }

namespace detail {

template<class T>
concept answer =
    std::same_as<std::remove_cvref_t<T>, response> || std::same_as<std::remove_cvref_t<T>, result<response>>;

// Of an awaiter only await_ready and await_resume are asked for: Boost.Asio's await_suspend takes none but its own
// coroutines' handles.
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

/// A function that sends a request, waits, and gives the response; or an error, if none was had. Any callable will do:
///
///     auto transport = [&](outlay::http::request const& r) -> outlay::result<outlay::http::response> { ... };
template<class T>
concept sync_transport = std::invocable<T&, request const&> && detail::answer<std::invoke_result_t<T&, request const&>>;

/// A function that takes a request by value and gives something to co_await for the same: a task of any coroutine
/// library. If it has a function `sleep(std::chrono::milliseconds)` that gives something to co_await, then that is how
/// co_call waits before it repeats a request.
template<class T>
concept async_transport = std::invocable<T&, request> && detail::answer_awaitable<std::invoke_result_t<T&, request>>;

namespace detail {

/// Says what a callable lacks to be a transport of call().
template<class T>
consteval void check_sync_transport()
{
    static_assert(std::invocable<T&, request const&>,
                  "outlay: a transport must be callable with an outlay::http::request const&");
    if constexpr (std::invocable<T&, request const&>) {
        using returned = std::invoke_result_t<T&, request const&>;
        static_assert(!answer_awaitable<returned>,
                      "outlay: this transport is for coroutines: use co_call<Task>(), or name "
                      "the task template of the client: client<Transport, Task>");
        static_assert(
            answer_awaitable<returned> || answer<returned>,
            "outlay: a transport must return outlay::http::response or outlay::result<outlay::http::response>");
    }
}

/// Says what a callable lacks to be a transport of co_call().
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
                      "outlay: an async transport must return something to co_await: "
                      "it needs await_ready() and await_resume()");
        if constexpr (awaitable<returned>)
            static_assert(answer<awaited<returned>>,
                          "outlay: co_await on what an async transport returns must give "
                          "outlay::http::response or outlay::result<outlay::http::response>");
    }
}

} // namespace detail
} // namespace outlay::inline v0_1_0::http
