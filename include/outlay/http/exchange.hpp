#pragma once

#include <outlay/http/detail/batch_work.hpp>
#include <outlay/http/detail/paged_work.hpp>
#include <outlay/http/detail/single_work.hpp>
#include <outlay/http/operation.hpp>
#include <outlay/http/options.hpp>
#include <utility>
#ifndef OUTLAY_SEPARATE_COMPILATION
#include <outlay/http/detail/exchange_core_impl.hpp>
#endif

namespace outlay::inline v0_1_0::http {
namespace detail {

template<class Operation>
struct work_for;
template<single_operation Operation>
struct work_for<Operation> {
    using type = single_work<Operation>;
};
template<batch_operation Operation>
struct work_for<Operation> {
    using type = batch_work<Operation>;
};
template<paged_operation Operation>
struct work_for<Operation> {
    using type = paged_work<Operation>;
};

} // namespace detail

/// An operation as a state machine without I/O: it divides items into chunks, follows pages, retries, waits, and
/// combines the replies into one result. call() and co_call() drive it, and so can any loop or event system:
///
///     http::exchange work{endpoint, ads::campaign_budget_usage{product, ids}};
///     for (;;) {
///         http::step const step = work.next();
///         if (auto const* send = std::get_if<http::send>(&step)) work.feed(transport(send->request));
///         else if (auto const* wait = std::get_if<http::wait>(&step)) std::this_thread::sleep_for(wait->time);
///         else break;
///     }
///     auto const all = std::move(work).finish();
///
/// With options.in_flight above 1, a batch has several lanes, each of which is such a loop, with `next(lane)` and
/// `feed(lane, response)`. The lanes share the items of the batch, and wait independently. The loops may run in one
/// event loop, or on threads that lock a mutex of the caller while they use the exchange.
///
/// The functions are next(), feed(), lanes(), cancel(), abandon(), and take_page() for pages. The options `sleep` and
/// `executor` are not used. After any exception, the result has an outcome for each item.
template<operation Operation>
class exchange final : public detail::work_for<Operation>::type {
    static_assert(check_operation<Operation>());
    using work = typename detail::work_for<Operation>::type;

public:
    using result_type = typename Operation::result_type; ///< the result type of the operation

    /// Starts an exchange. Nothing is sent yet.
    exchange(typename Operation::endpoint_type const& endpoint, Operation what, call_options options = {})
        : work(endpoint, std::move(what), std::move(options))
    {}
    /// Continues from the state of the other.
    exchange(exchange&&) = default;

    /// The result. Calls that are not done are cancelled.
    result_type finish() &&
    {
        this->cancel();
        return this->take_result();
    }
};

} // namespace outlay::inline v0_1_0::http
