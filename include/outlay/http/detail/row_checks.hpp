#pragma once

#include <concepts>
#include <optional>
#include <outlay/envelope/batch.hpp>
#include <outlay/envelope/detail/row_walk.hpp>
#include <outlay/envelope/rows.hpp>
#include <tuple>
#include <type_traits>
#include <utility>

// The requirements on the rows of an operation, each with a message of one line. Without them, the compiler's errors
// would be within the templates for correlation.

namespace outlay::inline v0_1_0::http::detail {

template<class T>
inline constexpr bool is_batch = false;
template<class Success, class Failure>
inline constexpr bool is_batch<batch<Success, Failure>> = true;

/// The types of a batch's success and refusal.
template<class Batch>
struct answers_of;
template<class Success, class Failure>
struct answers_of<batch<Success, Failure>> {
    using success = Success;
    using refusal = Failure;
};

template<class O, class Row>
concept has_index = requires(Row const& row) { row.index; } || requires(Row const& row) {
    requires !std::same_as<decltype(outlay::detail::first_of(row, O::indices)), std::nullopt_t>;
};

template<class O, class Row>
concept has_id = outlay::detail::row_facts<O>::template has_id<Row>;

/// Checks that outcomes can be made of the rows of one list.
template<class O, row_kind Kind, class Row>
consteval void check_kind()
{
    using answers = answers_of<typename O::result_type>;
    if constexpr (Kind == row_kind::success) {
        static_assert(std::constructible_from<typename answers::success, Row>,
                      "outlay: rows of successes<> must be of the success type of result_type");
    } else if constexpr (Kind == row_kind::refusal) {
        static_assert(std::constructible_from<typename answers::refusal, Row>,
                      "outlay: rows of refusals<> must be of the refusal type of result_type");
        if constexpr (requires { &O::merge_refusal; })
            static_assert(outlay::detail::merges_refusals<O, Row>,
                          "outlay: an operation's merge_refusal must be: static void merge_refusal(refusal& all, "
                          "row&& more)");
    } else if constexpr (Kind == row_kind::partial) {
        static_assert(
            requires(Row row) {
                {
                    O::split(std::move(row))
                } -> std::convertible_to<std::pair<typename answers::success, typename answers::refusal>>;
            }, "outlay: an operation with partials<> needs: static std::pair<success, refusal> split(row)");
    } else {
        static_assert(
            requires(Row const& row) {
                { O::is_refusal(row) } -> std::convertible_to<bool>;
            }, "outlay: an operation with successes_and_refusals<> needs: static bool is_refusal(row const&)");
    }
}

/// Checks that the rows of one list can be matched to items.
template<class O, row_kind Kind, class Item, class Row>
consteval void check_matching()
{
    constexpr auto how = outlay::detail::row_facts<O>::how;
    if constexpr (how == matching::by_id) {
        static_assert(has_id<O, Item>, "outlay: by_id needs the id of an item: ids, a tuple of member pointers");
        static_assert(has_id<O, Row>, "outlay: by_id needs the id of every kind of row: ids, a tuple of member "
                                      "pointers");
    } else if constexpr (how == matching::by_index) {
        static_assert(has_index<O, Row> || (has_id<O, Row> && has_id<O, Item>),
                      "outlay: by_index needs the index of every kind of row: a member index, or indices, a tuple of "
                      "member pointers and functions");
    } else if constexpr (Kind == row_kind::refusal) {
        static_assert(has_index<O, Row>, "outlay: by_position needs the index of refusals: a member index, or indices, "
                                         "a tuple of member pointers and functions");
    }
}

template<class O, class Item, row_kind Kind, auto... Path>
consteval void check_row_list(row_list<Kind, Path...> const*)
{
    using row = outlay::detail::row_at_end<Path...>;
    check_kind<O, Kind, row>();
    check_matching<O, Kind, Item, row>();
}

template<class O, class Item, class... Lists>
consteval void check_row_lists(std::tuple<Lists...> const*)
{
    if constexpr (requires { &O::unrefused; }) {
        static_assert(((Lists::kind == row_kind::refusal) && ...),
                      "outlay: an operation with unrefused has no other rows than refusals<>");
        using success = typename answers_of<typename O::result_type>::success;
        static_assert(
            requires(typename O::reply_type const& reply) {
                { O::unrefused(reply) } -> std::same_as<std::optional<success>>;
            }, "outlay: an operation's unrefused must be: static std::optional<success> unrefused(reply_type const&)");
    }
    (check_row_list<O, Item>(static_cast<Lists const*>(nullptr)), ...);
}

} // namespace outlay::inline v0_1_0::http::detail
