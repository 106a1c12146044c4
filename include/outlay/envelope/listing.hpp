#pragma once

#include <optional>
#include <outlay/value/report.hpp>
#include <outlay/value/result.hpp>
#include <utility>

namespace outlay::inline v0_1_0 {

/// A list that was fetched: the vendor's reply with the good rows of all pages, and what is to be known of the rest.
/// A row that could not be read is left out, and told in found(); a page that could not be had ends the list, which is
/// then incomplete.
template<class Page>
struct listing : Page {
    /// What was found in the pages: a violation for all that is wrong with each row that was left out, with its place
    /// in its page; and notices.
    report found{};

    /// Why further pages are missing; absent if the vendor said that there are none.
    std::optional<error> incomplete{};

    listing() = default;
    /// Of a page, without anything to say about it.
    explicit listing(Page page) : Page(std::move(page)) {}

    /// Whether nothing is missing: no page, and no row of any.
    bool is_complete() const noexcept { return !incomplete && found.empty(); }

    friend bool operator==(listing const&, listing const&) = default;
};

} // namespace outlay::inline v0_1_0
