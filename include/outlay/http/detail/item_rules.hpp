#pragma once

#include <cstddef>
#include <outlay/http/detail/page_rows.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace outlay::inline v0_1_0::http::detail {

/// Divides the violations of a body by the `count` items of its list `name`. Violations outside of items are added to
/// each item. Pointers get the place of the item in the whole batch, `place_of(n)`.
template<class PlaceOf>
std::vector<report> sort_by_item(report const& wrong, std::string_view name, std::size_t count, PlaceOf const& place_of)
{
    std::string const list = outlay::detail::joined({"/", name, "/"});
    std::vector<report> found(count);
    for (violation v : wrong) {
        std::size_t const n = index_after(v.pointer, list, count);
        if (n == count) {
            for (report& each : found) each.add(v);
            continue;
        }
        std::string const rest = v.pointer.substr(list.size() + std::to_string(n).size());
        v.pointer = outlay::detail::joined({list, std::to_string(place_of(n)), rest});
        found[n].add(std::move(v));
    }
    return found;
}

/// Adds violations whose pointers start at an item, with the list `name` and the place of the item in the whole batch.
inline void add_from_item(report& to, report const& wrong, std::string_view name, std::size_t place)
{
    for (violation v : wrong) {
        v.pointer = outlay::detail::joined({"/", name, "/", std::to_string(place), v.pointer});
        to.add(std::move(v));
    }
}

/// The error of an item with the id of item `first` and different contents.
inline error same_id(std::size_t first, std::string_view id)
{
    return {
        error_kind::invalid, "id_repeated",
        outlay::detail::joined({"not sent: item ", std::to_string(first), " has the same id ",
                                outlay::detail::in_quotes(id), ", but different contents; rows are matched by id"})};
}

} // namespace outlay::inline v0_1_0::http::detail
