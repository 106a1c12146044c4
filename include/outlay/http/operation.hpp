#pragma once

#include <chrono>
#include <concepts>
#include <cstddef>
#include <optional>
#include <outlay/envelope/batch.hpp>
#include <outlay/envelope/listing.hpp>
#include <outlay/envelope/rows.hpp>
#include <outlay/http/credentials.hpp>
#include <outlay/http/detail/row_checks.hpp>
#include <outlay/http/message.hpp>
#include <outlay/http/rate_limit.hpp>
#include <outlay/http/rejection.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace outlay::inline v0_1_0::http {

/// An operation of a vendor's API as a value: a plain struct with the parameters. It also has
///   - `endpoint_type`: the server and its credentials, with a `static rejection rejection_of(response const&)`. It may
///   have
///     `tokens` and `sign` (see credentials.hpp), a `static quota quota_of(response const&, time_point now)` with a
///     time point of std::chrono::system_clock, and a `static constexpr std::string_view json_type`: the Content-Type
///     of its replies if it is neither `application/json` nor ends in `+json`;
///   - `result_type`: the type of the result;
///   - `accepts(status)`: whether a status is a success;
///   - `may_repeat()`: whether the operation is idempotent; false for operations that create an object;
/// and the members for one of the three kinds below. check_operation() reports a missing member in one line.
template<class O>
concept operation = requires(O const& o) {
    typename O::endpoint_type;
    typename O::result_type;
    { O::accepts(200) } -> std::same_as<bool>;
    { o.may_repeat() } -> std::same_as<bool>;
    requires detail::has_rejection_of<typename O::endpoint_type>;
};

/// An operation on any number of items, up to `items_per_call` in a call, each with an outcome: the result is a
/// `batch<success, refusal>`. Identified by its member `items_per_call`.
///   - `request(endpoint) -> result<request>`: the method, URL and headers. After an error nothing is sent;
///   - `items()`: a reference to the vector of items, from which they are moved. Identifiers, and items that are
///   matched
///     by_id, are sent only once;
///   - `body_type` and `body_items`, a member pointer: the body, a described struct, and its vector of items;
///   - `reply_type` and `rows`, a tuple of successes<>, refusals<>, partials<> and successes_and_refusals<>: the reply,
///   and
///     its lists of rows;
/// and, if the defaults do not fit:
///   - `matching`: the matching of rows and items; by default matching::by_index;
///   - `indices`: a tuple of member pointers or functions that return the index of a row; by default its member
///   `index`;
///   - `ids`: a tuple of member pointers or functions that return the id of a row or an item, or the vector of ids of a
///   row
///     for several items. Identifiers are their own ids. `bool checks_ids() const` returns false for a request whose
///     reply has ids of a different form;
///   - `body_type body() const`: the body without items; by default `body_type()`;
///   - `split(row)`, `is_refusal(row)`: see row_kind;
///   - `merge_refusal(refusal& all, row&& more)`: adds another refusal of an item to its first. Without it, an item
///   with
///     several rows fails;
///   - `static std::optional<success> unrefused(reply_type const&)`, for a reply that only lists refusals: the success
///   of an
///     item that is not refused; nullopt if the reply does not imply success. If a refusal names no item, it is not
///     used. An object without members is such a reply, too;
///   - `report check(item const&) const`: rules of an item that depend on more than the body, such as a product in the
///   URL.
///     Pointers start at the item. An item with violations fails and is not sent.
template<class O>
concept batch_operation = operation<O> && requires { O::items_per_call; };

/// An operation that fetches a list in pages: the result is a `result<listing<page_type>>` with the rows of all pages.
/// Identified by its member `page_type`.
///   - `request(endpoint, cursor) -> result<request>`: the request for a page, with the cursor in the query, in the
///   body, or
///     as a whole URL (see next_url). The cursor is empty for the first page;
///   - `next(page)`: the cursor of the next page; absent or empty after the last;
///   - `page_type` and `rows`, a member pointer or nested_rows: the page, and its vector of rows. A row that can't be
///   read
///     is left out of the list;
///   - `std::string_view cursor() const`, to start at a later page;
///   - `static constexpr bool may_say_nothing = true`, if an object without members is an empty page, for APIs that
///   leave
///     out empty lists. Otherwise such a response is an error, `no_reply`.
template<class O>
concept paged_operation = operation<O> && requires { typename O::page_type; };

/// An operation of one call, whose result is its reply: `result<reply>`, `result<void>` or, for a create request,
/// `result<created<reply>>`, with the header Location.
///   - `request(endpoint) -> result<request>`: the request with its body;
///   - `accepts(response const&)`, if success does not depend on the status alone;
///   - `static constexpr bool may_say_nothing = true`, if a response without a body, or an object without members, is a
///     reply without any fields. Otherwise such a response is an error, `no_reply`, unless the result is void.
template<class O>
concept single_operation = operation<O> && !batch_operation<O> && !paged_operation<O>;

/// The rows of a page that are in one of its members: `rows = nested_rows<&page::history, &history::months>{}`. Both
/// are member pointers: to the member, a described class, and to the vector of rows in that class.
template<auto Member, auto Rows>
struct nested_rows {};

namespace detail {

/// The rows of a page of a paged operation.
template<class Page, class T, class M>
constexpr auto& rows_in(Page& page, M T::* rows) noexcept
{
    return page.*rows;
}
template<class Page, auto Member, auto Rows>
constexpr auto& rows_in(Page& page, nested_rows<Member, Rows>) noexcept
{
    return (page.*Member).*Rows;
}

/// Whether an optional member of an endpoint, if it exists, has the required type.
template<class E>
concept has_good_tokens =
    !requires(E const& at) { at.tokens; } || requires(token_source to, E const& at) { to = at.tokens; };
template<class E>
concept has_good_sign = !requires(E const& at) { at.sign; } || requires(signer to, E const& at) { to = at.sign; };
template<class E>
concept has_good_quota =
    !requires { &E::quota_of; } || requires(response const& answer, std::chrono::system_clock::time_point now) {
        { E::quota_of(answer, now) } -> std::same_as<quota>;
    };

template<class E>
concept has_good_json_type = !requires { E::json_type; } || requires(std::string_view to) { to = E::json_type; };

template<class O>
concept has_items = requires(O& o) {
    { o.items().size() } -> std::convertible_to<std::size_t>;
};

template<class O>
using item_of = typename std::remove_cvref_t<decltype(std::declval<O&>().items())>::value_type;

template<class O>
concept has_body = requires(typename O::body_type& body) {
    { body.*O::body_items } -> std::same_as<std::vector<item_of<O>>&>;
};

/// An operation with additional rules for its items.
template<class O>
concept checks_items = requires(O const& o, item_of<O> const& item) {
    { o.check(item) } -> std::same_as<report>;
};

/// Whether an object without members is a reply.
template<class O>
inline constexpr bool may_say_nothing = false;
template<class O>
    requires requires { O::may_say_nothing; }
inline constexpr bool may_say_nothing<O> = O::may_say_nothing;

template<class T>
inline constexpr bool is_result = false;
template<class T>
inline constexpr bool is_result<result<T>> = true;

template<class O>
consteval void check_single_operation()
{
    static_assert(
        requires(O const& o, typename O::endpoint_type const& at) {
            { o.request(at) } -> std::same_as<result<request>>;
        }, "outlay: an operation needs: result<http::request> request(endpoint_type const&) const");
    static_assert(is_result<typename O::result_type>,
                  "outlay: an operation's result_type must be a result<>, or a batch<> if it has items_per_call");
}

template<class O>
consteval void check_batch_operation()
{
    static_assert(
        requires(O const& o, typename O::endpoint_type const& at) {
            { o.request(at) } -> std::same_as<result<request>>;
        }, "outlay: a batch operation needs: result<http::request> request(endpoint_type const&) const");
    static_assert(is_batch<typename O::result_type>, "outlay: a batch operation's result_type must be a batch<>");
    static_assert(has_items<O>, "outlay: a batch operation needs: std::vector<item>& items()");
    static_assert(requires { typename O::body_type; }, "outlay: a batch operation needs: body_type");
    if constexpr (has_items<O> && requires { typename O::body_type; })
        static_assert(has_body<O>, "outlay: a batch operation needs: body_items, a pointer to the member of body_type "
                                   "that is the vector of items");
    if constexpr (has_items<O> && requires { &O::check; })
        static_assert(checks_items<O>, "outlay: a batch operation's check must be: report check(item const&) const");
    if constexpr (requires(O const& o) { o.body(); })
        static_assert(
            requires(O const& o) {
                { o.body() } -> std::same_as<typename O::body_type>;
            }, "outlay: a batch operation's body must be: body_type body() const");
    static_assert(requires { typename O::reply_type; }, "outlay: a batch operation needs: reply_type");
    constexpr bool has_rows = requires { std::tuple_size<std::remove_cvref_t<decltype(O::rows)>>::value; };
    static_assert(has_rows, "outlay: a batch operation needs: rows, a tuple of successes<...>, refusals<...>");
    if constexpr (has_rows && has_items<O> && is_batch<typename O::result_type>)
        check_row_lists<O, item_of<O>>(static_cast<std::remove_cvref_t<decltype(O::rows)> const*>(nullptr));
}

template<class O>
consteval void check_paged_operation()
{
    static_assert(
        requires(O const& o, typename O::endpoint_type const& at, std::string_view cursor) {
            { o.request(at, cursor) } -> std::same_as<result<request>>;
        },
        "outlay: a paged operation needs: result<http::request> request(endpoint_type const&, std::string_view cursor) "
        "const");
    static_assert(std::same_as<typename O::result_type, result<listing<typename O::page_type>>>,
                  "outlay: a paged operation's result_type must be result<listing<page_type>>");
    static_assert(
        requires(typename O::page_type const& page) {
            { O::next(page) } -> std::convertible_to<std::optional<std::string>>;
        }, "outlay: a paged operation needs: static std::optional<std::string> next(page_type const&)");
    static_assert(
        requires(typename O::page_type& page) { rows_in(page, O::rows).size(); },
        "outlay: a paged operation needs: rows, a pointer to the member of page_type that is the vector of rows, or "
        "nested_rows");
}

} // namespace detail

/// Reports the missing members of an operation, each in one line:
/// `static_assert(http::check_operation<my::list_plans>());` after the definition of the operation. Operations are also
/// checked where they are used.
template<class O>
consteval bool check_operation()
{
    static_assert(requires { typename O::endpoint_type; }, "outlay: an operation needs: endpoint_type");
    static_assert(requires { typename O::result_type; }, "outlay: an operation needs: result_type");
    static_assert(
        requires {
            { O::accepts(200) } -> std::same_as<bool>;
        }, "outlay: an operation needs: static bool accepts(int status)");
    static_assert(
        requires(O const& o) {
            { o.may_repeat() } -> std::same_as<bool>;
        }, "outlay: an operation needs: bool may_repeat() const");
    if constexpr (requires { typename O::endpoint_type; })
        static_assert(
            detail::has_rejection_of<typename O::endpoint_type>,
            "outlay: an operation's endpoint needs: static http::rejection rejection_of(http::response const&)");
    if constexpr (requires { typename O::endpoint_type; }) {
        using endpoint = typename O::endpoint_type;
        static_assert(detail::has_good_tokens<endpoint>, "outlay: an endpoint's tokens must be an http::token_source");
        static_assert(detail::has_good_sign<endpoint>,
                      "outlay: an endpoint's sign must be an http::signer: result<void>(http::request&)");
        static_assert(detail::has_good_quota<endpoint>,
                      "outlay: an endpoint's quota_of must be: static http::quota quota_of(http::response const&, "
                      "std::chrono::system_clock::time_point)");
        static_assert(detail::has_good_json_type<endpoint>, "outlay: an endpoint's json_type must be a string_view");
    }
    if constexpr (batch_operation<O>) detail::check_batch_operation<O>();
    else if constexpr (paged_operation<O>) detail::check_paged_operation<O>();
    else if constexpr (operation<O>) detail::check_single_operation<O>();
    return operation<O>;
}

} // namespace outlay::inline v0_1_0::http
