#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <stdexcept>
#include <vector>

namespace outlay::inline v0_1_0 {

/// Divides a list into pieces of `limit` items; the last may have fewer: `chunk(ids, 100)`. The pieces refer to the
/// list. Throws std::invalid_argument for a limit of 0.
template<class T>
std::vector<std::span<T const>> chunk(std::vector<T> const& items, std::size_t limit)
{
    if (limit == 0) throw std::invalid_argument("outlay::chunk: pieces of 0 items");
    std::vector<std::span<T const>> pieces;
    pieces.reserve(items.size() / limit + 1);
    for (std::span<T const> rest = items; !rest.empty(); rest = rest.subspan(pieces.back().size()))
        pieces.push_back(rest.first((std::min)(limit, rest.size())));
    return pieces;
}

/// Deleted for a temporary list, which the pieces would outlive.
template<class T>
void chunk(std::vector<T> const&& items, std::size_t limit) = delete;

} // namespace outlay::inline v0_1_0
