#pragma once

#include <optional>
#include <outlay/value/report.hpp>
#include <outlay/value/result.hpp>
#include <utility>

namespace outlay::inline v0_1_0 {

/// A list that was fetched: the vendor's reply with the valid rows of all pages. A row that can't be read is left out,
/// with its violations in `found`; a page that can't be fetched ends the list, with the error in `incomplete`.
template<class Page>
struct listing : Page {
    /// The findings in the pages: the violations of rows that were left out, with their places in their pages, and
    /// notices.
    report found{};

    /// The reason why further pages are missing; absent if the list is complete.
    std::optional<error> incomplete{};

    listing() = default;
    /// From a page, without findings.
    explicit listing(Page page) : Page(std::move(page)) {}

    /// Whether no page and no row is missing.
    bool is_complete() const noexcept { return !incomplete && found.empty(); }

    friend bool operator==(listing const&, listing const&) = default;
};

} // namespace outlay::inline v0_1_0
