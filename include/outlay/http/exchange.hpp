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

/// All that an operation takes, as a state machine that sends nothing itself: chunks, pages, repeats and waits, and
/// what of many replies is made one result. call() and co_call() drive it; so can any loop, on any event system:
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
/// With options.in_flight above 1 a batch has several lanes, each of which is such a loop, with `next(lane)` and
/// `feed(lane, answer)`. Lanes take the items of the batch between them, and wait each for itself. The loops may be
/// turns of one event loop, or threads that use the exchange under a mutex of theirs.
///
/// It has next(), feed(), lanes(), cancel(), abandon(), and for pages take_page(). Of the options it does not use
/// `sleep` and `executor`. Whatever it throws, the result has an outcome for each item.
template<operation Operation>
class exchange final : public detail::work_for<Operation>::type {
    static_assert(check_operation<Operation>());
    using work = typename detail::work_for<Operation>::type;

public:
    using result_type = typename Operation::result_type; ///< what the operation has for its result

    /// At the start: nothing is sent yet.
    exchange(typename Operation::endpoint_type const& endpoint, Operation what, call_options options = {})
        : work(endpoint, std::move(what), std::move(options))
    {}
    /// Goes on where the other was.
    exchange(exchange&&) = default;

    /// The result. What was not done by then counts as cancelled.
    result_type finish() &&
    {
        this->cancel();
        return this->take_result();
    }
};

} // namespace outlay::inline v0_1_0::http
