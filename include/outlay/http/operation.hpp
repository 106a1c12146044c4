#pragma once

#include <concepts>
#include <cstddef>
#include <outlay/http/message.hpp>
#include <outlay/http/refusal.hpp>
#include <outlay/value/result.hpp>
#include <utility>

namespace outlay::http {

/// What a vendor's API can be asked to do, as a value: a plain struct of the parameters. Beside them it tells
///   - `endpoint_type`: where it is done and for whom, with a `static refusal refusal_of(response const&)`;
///   - `result_type`: what comes of it;
///   - `request(endpoint) -> result<request>`: the method, URL and headers. An error: nothing is sent;
///   - `accepts(status)`: whether a status is a success;
///   - `may_repeat()`: whether doing it twice is as good as once, which it is not for what creates something;
/// and what one of the three kinds below needs.
template<class O>
concept operation = requires(O const& o, typename O::endpoint_type const& endpoint, response const& answer) {
    typename O::result_type;
    { o.request(endpoint) } -> std::same_as<result<request>>;
    { O::accepts(200) } -> std::same_as<bool>;
    { o.may_repeat() } -> std::same_as<bool>;
    { O::endpoint_type::refusal_of(answer) } -> std::same_as<refusal>;
};

/// One call, whose result is its reply: `result<reply>`, or `result<void>`. request() has the body, too. If the status
/// alone does not tell a success, there may be a further `accepts(response const&)`, which is asked instead.
template<class O>
concept single_operation = operation<O> && requires { typename O::result_type::value_type; } &&
                           !requires { O::items_per_call; } && !requires { typename O::page_type; };

/// Any number of items, `items_per_call` at a time, each with an outcome of its own: `batch<success, refusal>`.
///   - `items()`: a vector, from which they are taken; identifiers are sent once, however often they are in it;
///   - `body_type`: what is sent, a struct of a vector of items;
///   - `reply_type`: a multi_status, or a struct whose member `rows` is one.
template<class O>
concept batch_operation = operation<O> && requires(O& o) {
    typename O::body_type;
    typename O::reply_type;
    { O::items_per_call } -> std::convertible_to<std::size_t>;
    { o.items().size() } -> std::same_as<std::size_t>;
};

/// A list that comes in pages: `result<page_type>`, with the items of all pages in it.
///   - `first()`: the body that asks for the first page, with a member `next_token`;
///   - `page_type`: what is answered, with a member `next_token`;
///   - `append(all, page)`: adds a page to those before it.
template<class O>
concept paged_operation = operation<O> && requires(O const& o, typename O::page_type& all, typename O::page_type page) {
    { o.first().next_token };
    { page.next_token };
    O::append(all, std::move(page));
};

} // namespace outlay::http
