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

/// Whether a transport has a way to wait that does not block.
template<class T>
concept sleeper = requires(T& transport, std::chrono::milliseconds time) {
    { transport.sleep(time) } -> awaitable;
};

/// Whether a transport has a way to run several tasks at once.
template<class T, template<class...> class Task>
concept multitasker = requires(T& transport, std::vector<Task<void>> tasks) {
    { transport.all(std::move(tasks)) } -> awaitable;
};

/// What the lanes of an exchange share. They may be on several threads: a lane holds the mutex while it uses the
/// exchange, and not while it awaits anything.
template<class Operation>
struct shared_exchange {
    exchange<Operation> work;
    std::function<void(std::chrono::milliseconds)> sleep;
    std::mutex access{};
    std::exception_ptr passed{}; ///< what was thrown that is no std::exception

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

/// Does all calls of one lane, and returns the result of the exchange, or nothing: then it throws nothing, either. All
/// parameters are part of the coroutine's frame; Transport may be a reference, and Shared is a pointer of any kind.
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

/// Does the calls of all lanes at once.
template<template<class...> class Task, class Transport, class Operation>
Task<typename Operation::result_type> drive_lanes(Transport transport,
                                                  std::unique_ptr<shared_exchange<Operation>> shared)
{
    try {
        std::vector<Task<void>> lanes;
        for (std::size_t lane = 0; lane < shared->work.lanes(); ++lane)
            lanes.push_back(drive_lane<Task, void, std::remove_reference_t<Transport>&>(transport, shared.get(), lane));
        co_await transport.all(std::move(lanes));
    } catch (std::exception const& e) { // of all(), or of what makes tasks
        shared->abandon(e);
    }
    co_return shared->finish();
}

} // namespace detail

/// call() as a coroutine: `co_await http::co_call<boost::asio::awaitable>(transport, endpoint, operation)`. Task is the
/// template of any coroutine library; the transport is an async_transport. Between attempts it waits with
/// options.sleep, which blocks, if there is one; else with the transport's sleep(); with neither, nothing is repeated,
/// and no limit of calls holds any back.
///
/// With options.in_flight above 1, several calls are under way at once if the transport has a function
/// `all(std::vector<Task<void>>)` that returns something to co_await, which ends when all of the tasks have ended; they
/// may run on one thread or on several.
///
/// A transport that is an lvalue must outlive the task; all else is copied. Exceptions are those of call().
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
