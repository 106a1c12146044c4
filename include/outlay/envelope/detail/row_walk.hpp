#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <outlay/envelope/detail/correlation.hpp>
#include <outlay/envelope/outcome.hpp>
#include <outlay/envelope/rows.hpp>
#include <outlay/json/encode.hpp>
#include <outlay/model/members.hpp>
#include <outlay/value/identifier.hpp>
#include <outlay/value/report.hpp>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

// The typed part of correlation: iterates over the rows of a reply, with their indices and ids.

namespace outlay::inline v0_1_0::detail {

template<auto Member>
inline constexpr std::size_t member_of = 0;
template<class Owner, class T, T Owner::* Member>
inline constexpr std::size_t member_of<Member> = index_of<Owner, Member>;

/// Calls `f(list)` for each list at the end of a path. `pointer`, if not null, is the JSON Pointer of `owner`, and that
/// of the list during the call.
template<auto First, auto... Rest, class Owner, class F>
void for_each_list(Owner& owner, std::string* pointer, F&& f)
{
    auto const go_on = [&](auto& part) {
        if constexpr (sizeof...(Rest) == 0) f(part);
        else if constexpr (is_vector<std::remove_cvref_t<decltype(part)>>) {
            for (std::size_t i = 0; i < part.size(); ++i) {
                std::size_t const length = pointer != nullptr ? pointer->size() : 0;
                if (pointer != nullptr) pointer->append(joined({"/", std::to_string(i)}));
                for_each_list<Rest...>(part[i], pointer, f);
                if (pointer != nullptr) pointer->resize(length);
            }
        } else for_each_list<Rest...>(part, pointer, f);
    };
    std::size_t const length = pointer != nullptr ? pointer->size() : 0;
    if (pointer != nullptr) {
        using described = std::remove_const_t<Owner>;
        pointer->append(joined({"/", member_names<described>[member_of<First>]}));
    }
    auto& part = owner.*First;
    if constexpr (optional_like<std::remove_cvref_t<decltype(part)>>) {
        if (part.has_value()) go_on(*part);
    } else go_on(part);
    if (pointer != nullptr) pointer->resize(length);
}

/// nullopt for rows without an index or id. A function, because the type of `std::nullopt` itself is const where a
/// return type is deduced.
constexpr std::nullopt_t none() noexcept { return std::nullopt; }

/// The result of the first of several member pointers and functions that can be applied to x; none() if none can.
template<class T, class Tuple, std::size_t I = 0>
decltype(auto) first_of(T const& x, Tuple const& all)
{
    if constexpr (I == std::tuple_size_v<Tuple>) return none();
    else if constexpr (std::invocable<std::tuple_element_t<I, Tuple> const&, T const&>)
        return std::invoke(std::get<I>(all), x);
    else return first_of<T, Tuple, I + 1>(x, all);
}

/// An id as a text; empty for one that is absent.
template<class Id>
std::string_view text_of_id(Id const& id)
{
    if constexpr (std::same_as<Id, std::nullopt_t>) return {};
    else if constexpr (optional_like<Id>) return id.has_value() ? text_of_id(*id) : std::string_view();
    else if constexpr (is_identifier<Id>) return id.str();
    else return std::string_view(id);
}

template<class Index>
std::optional<std::size_t> index_value(Index const& index)
{
    if constexpr (std::same_as<Index, std::nullopt_t>) return std::nullopt;
    else if constexpr (optional_like<Index>)
        return index.has_value() ? std::optional(static_cast<std::size_t>(*index)) : std::nullopt;
    else return static_cast<std::size_t>(index);
}

/// The matching, indices and ids of an operation, with the defaults for those that it does not define.
template<class Operation>
struct row_facts {
    static constexpr matching how = [] {
        if constexpr (requires { Operation::matching; }) return Operation::matching;
        else return matching::by_index;
    }();

    template<class Row>
    static std::optional<std::size_t> index_of(Row const& row)
    {
        if constexpr (requires { Operation::indices; }) {
            using index_type = decltype(first_of(row, Operation::indices));
            if constexpr (!std::same_as<index_type, std::nullopt_t>)
                return index_value(first_of(row, Operation::indices));
        }
        if constexpr (requires { row.index; }) return index_value(row.index);
        else return std::nullopt;
    }

    /// The id of a row or an item, or a range of ids.
    template<class T>
    static decltype(auto) ids_of(T const& x)
    {
        if constexpr (is_identifier<T>) return (x);
        else if constexpr (requires { Operation::ids; }) return first_of(x, Operation::ids);
        else return none();
    }

    template<class T>
    static constexpr bool has_id = !std::same_as<decltype(ids_of(std::declval<T const&>())), std::nullopt_t>;

    /// Whether a row may have several ids; it is then copied to each of the items.
    template<class T>
    static constexpr bool has_ids = is_vector<std::remove_cvref_t<decltype(ids_of(std::declval<T const&>()))>>;

    template<class T>
    static std::string_view id_of(T const& x)
    {
        using id = decltype(ids_of(x));
        static_assert(std::is_reference_v<id> || std::is_trivially_copyable_v<id>,
                      "outlay: a function in an operation's ids must return a reference or a std::string_view: an id "
                      "returned by value is destroyed before it is read");
        return text_of_id(ids_of(x));
    }
};

/// The ids of the items of a call. The items must outlive the result.
template<class Operation, class Item>
item_ids ids_of_items(std::vector<Item> const& items)
{
    using facts = row_facts<Operation>;
    if constexpr (facts::template has_id<Item>)
        return {&items, [](void const* all, std::size_t n) {
                    return facts::id_of((*static_cast<std::vector<Item> const*>(all))[n]);
                }};
    else return {};
}

/// Notes the JSON text of a refusal that belongs to no item, such as one for the whole call.
template<row_kind Kind, class Row>
void note_words(correlation& to, Row const& row)
{
    if constexpr (Kind == row_kind::refusal) {
        constexpr std::size_t most = 200; // characters that are shown of a text, as in http::excerpt
        if (to.has_words()) return;
        std::string const text = encode(row);
        std::string shown;
        append_printable(shown, std::string_view(text).substr(0, most));
        if (text.size() > most) shown += "...";
        to.note_words(std::move(shown));
    }
}

template<class List>
struct row_of_list {
    using type = typename List::value_type;
};
template<optional_like List>
struct row_of_list<List> : row_of_list<std::remove_cvref_t<decltype(*std::declval<List&>())>> {};
template<class Owner, class List>
typename row_of_list<List>::type* row_of(List Owner::*);

/// The type of the rows at the end of a path.
template<auto... Path>
using row_at_end = std::remove_pointer_t<decltype(row_of(std::get<sizeof...(Path) - 1>(std::tuple{Path...})))>;

template<class Outcome>
struct refusal_of;
template<class Success, class Failure>
struct refusal_of<outcome<Success, Failure>> {
    using type = Failure;
};

/// Whether an operation merges several refusals of one item.
template<class Operation, class Row>
concept merges_refusals = requires(typename refusal_of<typename Operation::result_type::value_type>::type& all,
                                   Row& more) { Operation::merge_refusal(all, std::move(more)); };

/// Adds the rows of one list of an operation. The reply must outlive `to`.
template<class Operation, row_kind Kind, auto... Path, class Reply>
void add_rows(correlation& to, std::uint8_t list, row_list<Kind, Path...>, Reply& reply)
{
    using facts = row_facts<Operation>;
    constexpr bool is_by_position = facts::how == matching::by_position && Kind != row_kind::refusal;
    if constexpr (Kind == row_kind::refusal && merges_refusals<Operation, row_at_end<Path...>>) to.allow_several(list);
    std::size_t position = 0;
    for_each_list<Path...>(reply, nullptr, [&](auto& rows) {
        for (auto& row : rows) {
            using row_type = std::remove_cvref_t<decltype(row)>;
            if constexpr (is_by_position) {
                bool const is_empty = Kind == row_kind::success && row == row_type();
                std::string_view id;
                if constexpr (!facts::template has_ids<row_type>) id = facts::id_of(row);
                if (!is_empty) to.add_at(list, &row, position, id);
                ++position;
            } else if constexpr (facts::template has_ids<row_type>) {
                auto const& ids = facts::ids_of(row);
                bool is_placed = !ids.empty() || to.add(list, &row, facts::index_of(row), {});
                for (auto const& id : ids) is_placed &= to.add(list, &row, facts::index_of(row), text_of_id(id));
                if (!is_placed) note_words<Kind>(to, row);
            } else if (!to.add(list, &row, facts::index_of(row), facts::id_of(row))) {
                note_words<Kind>(to, row);
            }
        }
    });
    if constexpr (is_by_position) to.expect_count(list, position);
}

/// Appends the JSON Pointers of the rows of one list. `at` is the JSON Pointer of the reply.
template<row_kind Kind, auto... Path, class Reply>
void add_places(std::vector<row_place>& places, row_list<Kind, Path...>, Reply& reply, std::string_view at)
{
    std::string pointer(at);
    for_each_list<Path...>(reply, &pointer, [&](auto& rows) {
        for (std::size_t i = 0; i < rows.size(); ++i)
            places.push_back({.pointer = joined({pointer, "/", std::to_string(i)}), .row = &rows[i]});
    });
}

/// Calls f with each list of an operation and its number.
template<class Operation, class F>
void for_each_row_list(F const& f)
{
    std::apply([&f, n = std::uint8_t{0}](auto... lists) mutable { (f(lists, n++), ...); }, Operation::rows);
}

/// Whether a reply has any rows.
template<class Operation, class Reply>
bool has_rows(Reply const& reply)
{
    bool found = false;
    for_each_row_list<Operation>([&]<row_kind Kind, auto... Path>(row_list<Kind, Path...>, std::uint8_t) {
        for_each_list<Path...>(reply, nullptr, [&found](auto const& rows) { found |= !rows.empty(); });
    });
    return found;
}

/// Matches the rows of a reply to items. `found`: the violations in the reply.
template<class Operation, class Reply>
correlation correlation_of(std::size_t items, item_ids ids, Reply& reply, report const& found, std::string_view at = {})
{
    correlation made(row_facts<Operation>::how, items, ids);
    for_each_row_list<Operation>([&](auto rows, std::uint8_t list) { add_rows<Operation>(made, list, rows, reply); });
    if (found.empty()) return made;
    std::vector<row_place> places;
    for_each_row_list<Operation>([&](auto rows, std::uint8_t) { add_places(places, rows, reply, at); });
    made.assign_violations(found, std::move(places));
    return made;
}

/// Sets the outcome of item `n` of a call from a row of a list. The row is moved, or copied if it may belong to several
/// items.
template<class Operation, class Outcome, row_kind Kind, auto... Path>
void settle_by(Outcome& item, correlation const& rows, std::size_t n, row_list<Kind, Path...>, void* row_at)
{
    using row_type = row_at_end<Path...>;
    auto& row = *static_cast<row_type*>(row_at);
    auto const settle = [&](row_type&& mine) {
        if constexpr (Kind == row_kind::success) outcome_access::succeed(item, std::move(mine));
        else if constexpr (Kind == row_kind::refusal && merges_refusals<Operation, row_type>) {
            typename refusal_of<Outcome>::type all(std::move(mine));
            rows.for_each_further(n, [&all](void* row_of_item) {
                auto& more = *static_cast<row_type*>(row_of_item);
                if constexpr (row_facts<Operation>::template has_ids<row_type>)
                    Operation::merge_refusal(all, row_type(more));
                else Operation::merge_refusal(all, std::move(more));
            });
            outcome_access::refuse(item, std::move(all));
        } else if constexpr (Kind == row_kind::refusal) outcome_access::refuse(item, std::move(mine));
        else if constexpr (Kind == row_kind::either) {
            if (Operation::is_refusal(mine)) outcome_access::refuse(item, std::move(mine));
            else outcome_access::succeed(item, std::move(mine));
        } else {
            auto [done, errors] = Operation::split(std::move(mine));
            outcome_access::succeed_partially(item, std::move(done), std::move(errors));
        }
    };
    if constexpr (row_facts<Operation>::template has_ids<row_type>) settle(row_type(row));
    else settle(std::move(row));
}

/// The result of unrefused_of() for an operation without `unrefused`.
struct no_unrefused {};

/// The success of items that no row refuses. Must be called before rows are moved out.
template<class Operation, class Reply>
auto unrefused_of(Reply const& reply)
{
    if constexpr (requires { Operation::unrefused(reply); }) return Operation::unrefused(reply);
    else return no_unrefused();
}

/// Sets the outcome of item `n` of a call, which replaces the present one.
template<class Operation, class Outcome, class Unrefused>
void settle(Outcome& item, correlation const& rows, std::size_t n, Unrefused const& unrefused)
{
    answer const mine = rows[n];
    if constexpr (!std::same_as<Unrefused, no_unrefused>) {
        if (mine.is == answer::none && unrefused && rows.places_all())
            return outcome_access::succeed(item, typename Unrefused::value_type(*unrefused));
    }
    if (mine.is != answer::row) return outcome_access::fail(item, rows.failure_of(n));
    for_each_row_list<Operation>([&](auto list, std::uint8_t number) {
        if (number == mine.list) settle_by<Operation>(item, rows, n, list, mine.row_at);
    });
}

} // namespace outlay::inline v0_1_0::detail
