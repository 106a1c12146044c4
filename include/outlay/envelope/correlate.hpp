#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <outlay/envelope/batch.hpp>
#include <outlay/envelope/detail/correlation.hpp>
#include <outlay/envelope/multi_status.hpp>
#include <outlay/envelope/outcome.hpp>
#include <outlay/json/decode.hpp>
#include <string_view>
#include <utility>
#include <vector>

namespace outlay {
namespace detail {

/// Each row of a reply under the item that its index names.
template<class Success, class Failure>
correlation correlation_of(std::size_t items, multi_status<Success, Failure> const& reply, report const& found,
                           std::optional<error_kind> stopped, std::string_view rows_at)
{
    correlation rows(items);
    for (Success const& row : reply.success) rows.add_success(row.index);
    for (Failure const& row : reply.error) rows.add_refusal(row.index);
    if (stopped || !found.empty()) rows.blame(found, stopped, rows_at);
    return rows;
}

/// Adds item number `item` of the request, as an outcome with the index `as`. Takes the row out of the reply.
template<class Success, class Failure>
void append_outcome(std::vector<outcome<Success, Failure>>& to, correlation const& rows,
                    multi_status<Success, Failure>& reply, std::size_t item, std::size_t as)
{
    answer const row = rows[item];
    if (row.is == answer::success) to.emplace_back(as, std::move(reply.success[row.position]));
    else if (row.is == answer::refusal) to.emplace_back(as, std::move(reply.error[row.position]));
    else to.emplace_back(as, rows.failure_of(item));
}

} // namespace detail

/// What a reply says of each of the `items` items of its request. An item fails whose index is missing or repeated in
/// the reply, or whose row breaks a rule; the others are kept. If the text could not be read to its end, all fail.
/// `rows_at` is the JSON Pointer to the two lists, if they are not the whole reply. Codes: `index_missing`,
/// `index_repeated`, and those of decode().
template<class Success, class Failure>
[[nodiscard]] batch<Success, Failure> correlate(std::size_t items, inspection<multi_status<Success, Failure>> reply,
                                                std::string_view rows_at = {})
{
    auto const rows = detail::correlation_of(items, reply.value, reply.report, reply.stopped, rows_at);
    std::vector<outcome<Success, Failure>> outcomes;
    outcomes.reserve(items);
    for (std::size_t item = 0; item < items; ++item) detail::append_outcome(outcomes, rows, reply.value, item, item);
    return batch<Success, Failure>(std::move(outcomes));
}

} // namespace outlay
