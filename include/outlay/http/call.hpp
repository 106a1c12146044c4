#pragma once

#include <cstddef>
#include <exception>
#include <mutex>
#include <outlay/http/detail/sleep.hpp>
#include <outlay/http/exchange.hpp>
#include <outlay/http/operation.hpp>
#include <outlay/http/options.hpp>
#include <outlay/http/transport.hpp>
#include <outlay/value/result.hpp>
#include <utility>
#include <variant>
#ifndef OUTLAY_SEPARATE_COMPILATION
#include <outlay/http/detail/sleep_impl.hpp>
#endif

namespace outlay::inline v0_1_0::http {
namespace detail {

/// An exception of a transport is the failure of its call, so that the replies of earlier calls are not lost.
inline error thrown(std::exception const& e) { return {error_kind::transport, "exception", e.what()}; }

template<class Transport>
result<response> send_once(Transport& transport, request const& to_send)
{
    try {
        return transport(to_send);
    } catch (std::exception const& e) {
        return thrown(e);
    }
}

/// Performs the next step of the exchange. Returns false if it is done.
template<class Transport, class Operation>
bool advance(Transport& transport, exchange<Operation>& work, call_options const& options)
{
    step const next = work.next();
    if (auto const* const s = std::get_if<send>(&next)) work.feed(send_once(transport, s->request));
    else if (auto const* const w = std::get_if<wait>(&next)) sleep(options, w->time);
    else return false;
    return true;
}

/// Whether several calls run at once.
template<class Operation>
bool is_parallel(exchange<Operation> const& work, call_options const& options)
{
    return work.lanes() > 1 && options.executor;
}

/// Performs all calls of one lane. Lanes may run on different threads. An exception that is not a std::exception is
/// stored in `passed`.
template<class Transport, class Operation>
void run_lane(Transport& transport, exchange<Operation>& work, std::size_t lane, call_options const& options,
              std::mutex& access, std::exception_ptr& passed) noexcept
{
    try {
        for (;;) {
            auto const next = [&] {
                std::lock_guard const lock(access);
                return work.next(lane);
            }();
            if (auto const* const s = std::get_if<send>(&next)) {
                auto answer = send_once(transport, s->request);
                std::lock_guard const lock(access);
                work.feed(lane, std::move(answer));
            } else if (auto const* const w = std::get_if<wait>(&next)) {
                sleep(options, w->time);
            } else {
                return;
            }
        }
    } catch (std::exception const& e) {
        std::lock_guard const lock(access);
        work.abandon(e);
    } catch (...) {
        std::lock_guard const lock(access);
        work.cancel();
        passed = std::current_exception();
    }
}

template<class Transport, class Operation>
void run_lanes(Transport& transport, exchange<Operation>& work, call_options const& options)
{
    std::mutex access;
    std::exception_ptr passed;
    try {
        options.executor(work.lanes(),
                         [&](std::size_t lane) { run_lane(transport, work, lane, options, access, passed); });
    } catch (std::exception const& e) {
        work.abandon(e);
    }
    if (passed) std::rethrow_exception(passed);
}

} // namespace detail

/// Performs an operation through a sync_transport: any number of calls, one after the other or, with options.in_flight
/// and options.executor, several at once. Returns when all are done.
///
/// The result has all replies, also if some calls fail. A std::exception thrown by the transport is the failure of its
/// call. After a std::exception from elsewhere (`sleep`, `on_progress`, a token_source, an allocation) no more calls
/// are made, and the items that were not sent fail with the code `exception`. Two kinds of exceptions are passed on:
/// those thrown before the first call (std::bad_alloc; std::length_error for more than 2^30 items), and those that are
/// not a std::exception, with which the result is lost. Use an exchange to keep the result.
///
///     auto all = http::call(transport, endpoint, ads::campaign_budget_usage{product, ids});
template<class Transport, operation Operation>
typename Operation::result_type call(Transport&& transport, typename Operation::endpoint_type const& endpoint,
                                     Operation what, call_options const& options = {})
{
    detail::check_sync_transport<Transport>();
    if constexpr (sync_transport<Transport>) {
        exchange<Operation> work(endpoint, std::move(what), options);
        if (detail::is_parallel(work, options)) {
            detail::run_lanes(transport, work, options);
        } else {
            try {
                while (detail::advance(transport, work, options)) {
                }
            } catch (std::exception const& e) {
                work.abandon(e);
            }
        }
        return std::move(work).finish();
    }
}

} // namespace outlay::inline v0_1_0::http
