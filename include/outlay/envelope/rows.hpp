#pragma once

#include <cstdint>

// The description of a reply in an operation: the lists with the rows for its items, and the matching of rows and
// items. See http::batch_operation, and correlate().

namespace outlay::inline v0_1_0 {

/// The way in which the rows of a reply are matched to the items of its request.
enum class matching : unsigned char {
    /// Each row has the index of its item, from 0. If rows and items also have ids, these must agree; a row without an
    /// index
    /// is matched by its id, if exactly one item has it.
    by_index,
    /// Row n is for item n. In a list of successes, an empty row means that item n failed; rows of refusals, which are
    /// in
    /// another list, have an index. If rows and items also have ids, these must agree. If the numbers of rows and items
    /// differ, all items fail.
    by_position,
    /// Each row has the id of its item, in any order.
    by_id,
};

/// The kind of the rows in a list.
enum class row_kind : unsigned char {
    success, ///< the item succeeded
    refusal, ///< the item was refused
    partial, ///< the item succeeded with errors: the operation's `split(row)` returns the pair of both
    either,  ///< the operation's `is_refusal(row)` returns which of the two
};

/// A list of rows in a reply: its kind, and the path of members to it. For lists on the path, the rows of all elements
/// are used, in order; an absent member has no rows.
template<row_kind Kind, auto... Path>
struct row_list {
    static constexpr row_kind kind = Kind; ///< the kind of all rows
};

/// Rows of items that succeeded: `successes<&reply::success>`, or further inside `successes<&reply::data,
/// &data::rows>`.
template<auto... Path>
inline constexpr row_list<row_kind::success, Path...> successes{};
/// Rows of items that were refused.
template<auto... Path>
inline constexpr row_list<row_kind::refusal, Path...> refusals{};
/// Rows of items that succeeded partially.
template<auto... Path>
inline constexpr row_list<row_kind::partial, Path...> partials{};
/// Rows of both kinds in one list.
template<auto... Path>
inline constexpr row_list<row_kind::either, Path...> successes_and_refusals{};

} // namespace outlay::inline v0_1_0
