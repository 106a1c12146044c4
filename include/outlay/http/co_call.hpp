#pragma once

#include <chrono>
#include <coroutine>
#include <exception>
#include <functional>
#include <outlay/http/call.hpp>
#include <outlay/http/exchange.hpp>
#include <outlay/http/operation.hpp>
#include <outlay/http/options.hpp>
#include <outlay/http/transport.hpp>
#include <outlay/value/result.hpp>
#include <type_traits>
#include <utility>
#include <variant>

namespace outlay::http {
namespace detail {

/// Whether a transport has a way to wait that does not block.
template<class T>
concept sleeper = requires(T& transport, std::chrono::milliseconds time) {
    { transport.sleep(time) } -> awaitable;
};

/// All parameters are part of the coroutine's frame; Transport may be a reference to what outlives it.
template<template<class...> class Task, class Transport, class Operation>
Task<typename Operation::result_type> drive(Transport transport, exchange<Operation> work,
                                            std::function<void(std::chrono::milliseconds)> sleep)
{
    for (;;) {
        step const next = work.next();
        if (auto const* const s = std::get_if<send>(&next)) {
            result<response> answer = error();
            try {
                request to_send = s->request;
                answer = co_await transport(std::move(to_send));
            } catch (std::exception const& e) {
                answer = thrown(e);
            }
            work.feed(std::move(answer));
        } else if (auto const* const w = std::get_if<wait>(&next)) {
            if (sleep) sleep(w->time);
            else if constexpr (sleeper<std::remove_reference_t<Transport>>) co_await transport.sleep(w->time);
        } else {
            break;
        }
    }
    co_return std::move(work).finish();
}

} // namespace detail

/// call() as a coroutine: `co_await http::co_call<boost::asio::awaitable>(transport, endpoint, operation)`. Task is the
/// template of any coroutine library; the transport is an async_transport. Between attempts it waits with
/// options.sleep, which blocks, if there is one; else with the transport's sleep(); with neither, nothing is repeated.
///
/// A transport that is an lvalue must outlive the task; all else is copied.
template<template<class...> class Task, class Transport, operation Operation>
Task<typename Operation::result_type> co_call(Transport&& transport, typename Operation::endpoint_type const& endpoint,
                                              Operation what, call_options options = {})
{
    detail::check_async_transport<Transport>();
    if constexpr (async_transport<Transport>) {
        if (!options.sleep && !detail::sleeper<std::remove_reference_t<Transport>>) options.retry.attempts = 1;
        auto sleep = options.sleep;
        return detail::drive<Task, Transport>(std::forward<Transport>(transport),
                                              exchange<Operation>(endpoint, std::move(what), std::move(options)),
                                              std::move(sleep));
    }
}

} // namespace outlay::http
