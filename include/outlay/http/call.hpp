#pragma once

#include <exception>
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

namespace outlay::http {
namespace detail {

/// An exception of a transport is a failed call, so that what was answered before is not lost with it.
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

/// Does what the exchange wants next. False: there is nothing more to do.
template<class Transport, class Operation>
bool advance(Transport& transport, exchange<Operation>& work, call_options const& options)
{
    step const next = work.next();
    if (auto const* const s = std::get_if<send>(&next)) work.feed(send_once(transport, s->request));
    else if (auto const* const w = std::get_if<wait>(&next)) sleep(options, w->time);
    else return false;
    return true;
}

} // namespace detail

/// Does an operation, and returns when it is done: any number of calls, one after the other, through a sync_transport.
/// The result has all that was answered, whatever failed; see the operation for its type. Exceptions of the transport
/// that are std::exceptions are failed calls; others get through.
///
///     auto all = http::call(transport, endpoint, ads::campaign_budget_usage{product, ids});
template<class Transport, operation Operation>
typename Operation::result_type call(Transport&& transport, typename Operation::endpoint_type const& endpoint,
                                     Operation what, call_options const& options = {})
{
    detail::check_sync_transport<Transport>();
    if constexpr (sync_transport<Transport>) {
        exchange<Operation> work(endpoint, std::move(what), options);
        while (detail::advance(transport, work, options)) {
        }
        return std::move(work).finish();
    }
}

} // namespace outlay::http
