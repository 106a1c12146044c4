#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <outlay/envelope/batch.hpp>
#include <outlay/envelope/detail/correlation.hpp>
#include <outlay/envelope/detail/row_walk.hpp>
#include <outlay/envelope/multi_status.hpp>
#include <outlay/envelope/outcome.hpp>
#include <outlay/envelope/rows.hpp>
#include <outlay/json/decode.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/result.hpp>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace outlay::inline v0_1_0 {
namespace detail {

/// The part of an operation that describes the rows of a multi_status, each of which has an index.
template<class Success, class Failure>
struct rows_by_index {
    using reply_type = multi_status<Success, Failure>;
    static constexpr auto rows = std::tuple{successes<&reply_type::success>, refusals<&reply_type::error>};
};

/// The reason why no row of a reply can be used: its text was not read to the end, or violations were omitted, so that
/// the valid rows are not known. Null if the rows can be used.
template<class Reply>
std::shared_ptr<error const> whole_failure(inspection<Reply> const& seen)
{
    if (!seen.stopped && seen.report.omitted() == 0) return nullptr;
    return std::make_shared<error const>(seen.stopped.value_or(error_kind::invalid), seen.report);
}

/// The outcomes of a call with `items` items, from the rows of its reply.
template<class Operation, class Batch, class Reply>
Batch correlate(std::size_t items, item_ids ids, inspection<Reply> seen, std::string_view at)
{
    using outcome = typename Batch::value_type;
    std::vector<outcome> outcomes;
    outcomes.reserve(items);
    for (std::size_t i = 0; i < items; ++i) outcomes.push_back(outcome_access::unsettled<outcome>(i));
    if (auto const why = whole_failure(seen)) {
        for (outcome& item : outcomes) outcome_access::fail(item, why);
        return Batch(std::move(outcomes), std::move(seen.report));
    }
    auto const rows = correlation_of<Operation>(items, ids, seen.value, seen.report, at);
    auto const unrefused = unrefused_of<Operation>(seen.value);
    for (std::size_t i = 0; i < items; ++i) settle<Operation>(outcomes[i], rows, i, unrefused);
    report found = rows.stray();
    for (violation const& notice : seen.report.notices()) found.add_notice(notice);
    return Batch(std::move(outcomes), std::move(found));
}

} // namespace detail

/// The outcomes of the `items` items of a request, from a reply whose rows have the index of their item. An item fails
/// if its index is missing or repeated in the reply, or if its row breaks a rule; the others are kept. If the text
/// could not be read to its end, all items fail. `rows_at` is the JSON Pointer to the two lists, if they are not the
/// whole reply. Codes: `index_missing`, `index_repeated`, and those of decode().
template<class Success, class Failure>
[[nodiscard]] batch<Success, Failure> correlate(std::size_t items, inspection<multi_status<Success, Failure>> reply,
                                                std::string_view rows_at = {})
{
    using operation = detail::rows_by_index<Success, Failure>;
    return detail::correlate<operation, batch<Success, Failure>>(items, {}, std::move(reply), rows_at);
}

/// The outcomes of the items of an operation's request (see http::batch_operation), from its reply:
/// `correlate<ads::campaign_budget_usage>(ids, outlay::inspect<ads::campaign_usage_reply>(body))`. The operation
/// determines how rows are matched to items. An item fails if its row is missing or repeated, breaks a rule, or has the
/// id of another item; the others are kept. Codes: `index_missing`, `index_repeated`, `id_missing`, `id_repeated`,
/// `id_mismatch`, `row_count`, and those of decode().
template<class Operation, class Item>
[[nodiscard]] typename Operation::result_type correlate(std::vector<Item> const& items,
                                                        inspection<typename Operation::reply_type> reply)
{
    return detail::correlate<Operation, typename Operation::result_type>(
        items.size(), detail::ids_of_items<Operation>(items), std::move(reply), {});
}

} // namespace outlay::inline v0_1_0
