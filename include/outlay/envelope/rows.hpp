#pragma once

#include <cstdint>

// How an operation says what its reply looks like: which lists have the rows that answer its items, and how a row and
// an item meet. See http::batch_operation, and correlate().

namespace outlay::inline v0_1_0 {

/// How the rows of a reply and the items of its request meet.
enum class matching : unsigned char {
    /// Each row has the index of its item, counted from 0. Where rows and items have ids as well, these must agree; a
    /// row without an index is matched by its id, if one item alone has it.
    by_index,
    /// Row n answers item n. Of a list of successes an empty row says that item n failed; rows of refusals, which are
    /// beside it, have an index. Where rows and items have ids as well, these must agree. A reply with another number
    /// of rows than items answers none of them.
    by_position,
    /// Each row has the id of its item, in any order.
    by_id,
};

/// What the rows of a list are.
enum class row_kind : unsigned char {
    success, ///< what was asked was done
    refusal, ///< why it was not
    partial, ///< it was done, but with errors: the operation's `split(row)` gives the pair of both
    either,  ///< the operation's `is_refusal(row)` says which
};

/// A list of rows in a reply: its kind, and the members that lead to it. Lists on the way are gone through in order,
/// and what is absent has no rows.
template<row_kind Kind, auto... Path>
struct row_list {
    static constexpr row_kind kind = Kind; ///< of all its rows
};

/// Rows of items that succeeded: `successes<&reply::success>`, or further inside `successes<&reply::data,
/// &data::rows>`.
template<auto... Path>
inline constexpr row_list<row_kind::success, Path...> successes{};
/// Rows of items that were refused.
template<auto... Path>
inline constexpr row_list<row_kind::refusal, Path...> refusals{};
/// Rows of items that were done in part.
template<auto... Path>
inline constexpr row_list<row_kind::partial, Path...> partials{};
/// Rows of both kinds in one list.
template<auto... Path>
inline constexpr row_list<row_kind::either, Path...> successes_and_refusals{};

} // namespace outlay::inline v0_1_0
