#pragma once

#include <chrono>
#include <coroutine>
#include <cstddef>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <outlay/http/call.hpp>
#include <outlay/http/exchange.hpp>
#include <outlay/http/operation.hpp>
#include <outlay/http/options.hpp>
#include <outlay/http/transport.hpp>
#include <outlay/value/result.hpp>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace outlay::inline v0_1_0::http {
namespace detail {

/// A transport with a function that waits without blocking.
template<class T>
concept sleeper = requires(T& transport, std::chrono::milliseconds time) {
    { transport.sleep(time) } -> awaitable;
};

/// A transport with a function that runs several tasks at once.
template<class T, template<class...> class Task>
concept multitasker = requires(T& transport, std::vector<Task<void>> tasks) {
    { transport.all(std::move(tasks)) } -> awaitable;
};

/// The state that the lanes of an exchange share. Lanes may run on several threads: a lane holds the mutex while it
/// uses the exchange, and never while it awaits.
template<class Operation>
struct shared_exchange {
    exchange<Operation> work;
    std::function<void(std::chrono::milliseconds)> sleep;
    std::mutex access{};
    std::exception_ptr passed{}; ///< an exception that is not a std::exception

    step next(std::size_t lane)
    {
        std::lock_guard const lock(access);
        return work.next(lane);
    }
    void feed(std::size_t lane, result<response> answer)
    {
        std::lock_guard const lock(access);
        work.feed(lane, std::move(answer));
    }
    void abandon(std::exception const& why)
    {
        std::lock_guard const lock(access);
        work.abandon(why);
    }
    void pass(std::exception_ptr what)
    {
        std::lock_guard const lock(access);
        work.cancel();
        passed = std::move(what);
    }
    typename Operation::result_type finish()
    {
        if (passed) std::rethrow_exception(passed);
        return std::move(work).finish();
    }
};

/// Performs all calls of one lane. Returns the result of the exchange; if Result is void, it returns nothing and does
/// not throw. All parameters are stored in the coroutine's frame; Transport may be a reference, and Shared any pointer.
template<template<class...> class Task, class Result, class Transport, class Shared>
Task<Result> drive_lane(Transport transport, Shared shared, std::size_t lane)
{
    try {
        for (;;) {
            step const next = shared->next(lane);
            if (auto const* const s = std::get_if<send>(&next)) {
                result<response> answer = error();
                try {
                    request to_send = s->request;
                    answer = co_await transport(std::move(to_send));
                } catch (std::exception const& e) {
                    answer = thrown(e);
                }
                shared->feed(lane, std::move(answer));
            } else if (auto const* const w = std::get_if<wait>(&next)) {
                if (shared->sleep) shared->sleep(w->time);
                else if constexpr (sleeper<std::remove_reference_t<Transport>>) co_await transport.sleep(w->time);
            } else {
                break;
            }
        }
    } catch (std::exception const& e) {
        shared->abandon(e);
    } catch (...) {
        shared->pass(std::current_exception());
    }
    if constexpr (!std::is_void_v<Result>) co_return shared->finish();
}

/// Performs the calls of all lanes at once.
template<template<class...> class Task, class Transport, class Operation>
Task<typename Operation::result_type> drive_lanes(Transport transport,
                                                  std::unique_ptr<shared_exchange<Operation>> shared)
{
    try {
        std::vector<Task<void>> lanes;
        for (std::size_t lane = 0; lane < shared->work.lanes(); ++lane)
            lanes.push_back(drive_lane<Task, void, std::remove_reference_t<Transport>&>(transport, shared.get(), lane));
        co_await transport.all(std::move(lanes));
    } catch (std::exception const& e) { // thrown by all(), or by making tasks
        shared->abandon(e);
    }
    co_return shared->finish();
}

} // namespace detail

/// call() as a coroutine: `co_await http::co_call<boost::asio::awaitable>(transport, endpoint, operation)`. Task is the
/// task template of any coroutine library; the transport is an async_transport. Between attempts it waits with
/// options.sleep, which blocks, or, without that, with the transport's sleep(). If there is neither, calls are not
/// retried, and rate limits do not delay them.
///
/// With options.in_flight above 1, several calls run at once if the transport has a function
/// `all(std::vector<Task<void>>)`, which returns an awaitable that completes when all tasks have completed. The tasks
/// may run on one thread or on several.
///
/// A transport that is an lvalue must outlive the task; all other arguments are copied. Exceptions are those of call().
template<template<class...> class Task, class Transport, operation Operation>
Task<typename Operation::result_type> co_call(Transport&& transport, typename Operation::endpoint_type const& endpoint,
                                              Operation what, call_options options = {})
{
    detail::check_async_transport<Transport>();
    if constexpr (async_transport<Transport>) {
        if (!options.sleep && !detail::sleeper<std::remove_reference_t<Transport>>) options.retry.attempts = 1;
        using shared_type = detail::shared_exchange<Operation>;
        auto sleep = options.sleep;
        std::unique_ptr<shared_type> shared(new shared_type{
            .work = exchange<Operation>(endpoint, std::move(what), std::move(options)), .sleep = std::move(sleep)});
        if constexpr (detail::multitasker<std::remove_reference_t<Transport>, Task>)
            if (shared->work.lanes() > 1)
                return detail::drive_lanes<Task, Transport>(std::forward<Transport>(transport), std::move(shared));
        return detail::drive_lane<Task, typename Operation::result_type, Transport>(std::forward<Transport>(transport),
                                                                                    std::move(shared), 0);
    }
}

} // namespace outlay::inline v0_1_0::http
