#pragma once

#include <charconv>
#include <cstddef>
#include <outlay/value/report.hpp>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

// Findings in the pages of a list, by row.

namespace outlay::inline v0_1_0::http::detail {

/// The index after `prefix` in a JSON Pointer: 7 in `/success/7/budget` for `/success/`; `none` if there is none below
/// `none`.
inline std::size_t index_after(std::string_view pointer, std::string_view prefix, std::size_t none)
{
    if (!pointer.starts_with(prefix)) return none;
    std::size_t index = 0;
    char const* const end = pointer.data() + pointer.size();
    auto const [stop, wrong] = std::from_chars(pointer.data() + prefix.size(), end, index);
    bool const is_index = wrong == std::errc() && (stop == end || *stop == '/');
    return is_index && index < none ? index : none;
}

struct findings {
    std::vector<bool> rows; ///< which rows have violations; empty: none
    report others{};        ///< the violations outside of rows
};

/// Divides the violations in a page by its `count` rows, which are at the JSON Pointer `prefix`.
inline findings bad_rows(report const& found, std::string_view prefix, std::size_t count)
{
    findings sorted;
    for (violation const& v : found) {
        std::size_t const row = index_after(v.pointer, prefix, count);
        if (row == count) {
            sorted.others.add(v);
            continue;
        }
        sorted.rows.resize(count);
        sorted.rows[row] = true;
    }
    return sorted;
}

/// Removes the bad rows.
template<class Row>
void keep_good(std::vector<Row>& rows, std::vector<bool> const& bad)
{
    if (bad.empty()) return;
    auto kept = rows.begin();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (bad[i]) continue;
        auto const row = rows.begin() + static_cast<std::ptrdiff_t>(i);
        if (kept != row) *kept = std::move(*row);
        ++kept;
    }
    rows.erase(kept, rows.end());
}

/// Appends the findings in reply number `number`, up to a limit, so that ten thousand pages with notices do not take
/// much memory.
inline void add_findings(report& to, report const& found, std::string_view kind, std::size_t number)
{
    constexpr std::size_t most = 1000; // as decode_options::max_violations
    auto const place = [&](violation v) {
        if (number > 1) v.message = outlay::detail::joined({kind, std::to_string(number), ": ", v.message});
        return v;
    };
    // Appended, because lines and columns of different pages are not comparable.
    for (violation const& v : found) {
        if (to.size() < most) to.append(place(v));
        else to.omit_one();
    }
    for (violation const& v : found.notices()) {
        if (to.notices().size() < most) to.append_notice(place(v));
        else to.omit_notice();
    }
    for (std::size_t i = 0; i < found.omitted_notices(); ++i) to.omit_notice();
}

} // namespace outlay::inline v0_1_0::http::detail
