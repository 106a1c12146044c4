#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <outlay/envelope/outcome.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/result.hpp>
#include <outlay/value/text.hpp>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace outlay::inline v0_1_0 {

/// The rows of one kind in a batch, in the order of the items: a forward range, without the items that have none.
/// Refers to the batch, which must outlive it.
template<class Outcome, auto Answer>
class answers_view {
public:
    /// Iterates over the rows.
    class iterator {
    public:
        using value_type = std::remove_cvref_t<decltype(*(std::declval<Outcome const&>().*Answer)())>;
        using difference_type = std::ptrdiff_t;

        iterator() = default;

        value_type const& operator*() const noexcept { return *(at_->*Answer)(); } ///< the row
        value_type const* operator->() const noexcept { return (at_->*Answer)(); } ///< the row
        /// Advances to the next row.
        iterator& operator++() noexcept
        {
            ++at_;
            skip();
            return *this;
        }
        /// Advances to the next row.
        iterator operator++(int) noexcept
        {
            iterator const before = *this;
            ++*this;
            return before;
        }

        /// Whether both are at the same item.
        friend bool operator==(iterator const& a, iterator const& b) noexcept { return a.at_ == b.at_; }

    private:
        friend answers_view;
        iterator(Outcome const* at, Outcome const* end) noexcept : at_(at), end_(end) { skip(); }

        void skip() noexcept
        {
            while (at_ != end_ && (at_->*Answer)() == nullptr) ++at_;
        }

        Outcome const* at_ = nullptr;
        Outcome const* end_ = nullptr;
    };

    /// From the outcomes of a batch.
    explicit answers_view(std::span<Outcome const> outcomes) noexcept : outcomes_(outcomes) {}

    iterator begin() const noexcept { return {outcomes_.data(), outcomes_.data() + outcomes_.size()}; }
    iterator end() const noexcept
    {
        Outcome const* const last = outcomes_.data() + outcomes_.size();
        return {last, last};
    }
    bool empty() const noexcept { return begin() == end(); }

private:
    std::span<Outcome const> outcomes_;
};

/// The items of a batch that failed for the same reason, such as a lost call.
struct failure_group {
    using printable = void;

    error const* why = nullptr;       ///< the error, in the batch, which must outlive the group
    std::vector<std::size_t> items{}; ///< the indices of the items, ascending; at least one

    /// `items 100 to 199: 503 Service Unavailable: BUSY; given up after 4 attempts`, in one line.
    std::string to_string() const
    {
        std::string text = items.size() == 1 ? "item " : "items ";
        for (std::size_t i = 0; i < items.size();) {
            std::size_t last = i; // the last of a run without gaps
            while (last + 1 < items.size() && items[last + 1] == items[last] + 1) ++last;
            if (i != 0) text += ", ";
            detail::append_number(text, items[i]);
            if (last != i) {
                text += " to ";
                detail::append_number(text, items[last]);
            }
            i = last + 1;
        }
        if (!why->report().empty()) text.append(": ").append(why->to_line());
        return text;
    }
};

/// The outcomes of all items of a batch: a random-access range with exactly one outcome for each item of the request,
/// in the order of the items, so that `all[i].index == i`. This holds after every kind of failure.
template<class Success, class Failure>
class batch {
public:
    using value_type = outcome<Success, Failure>;
    using const_iterator = typename std::vector<value_type>::const_iterator;

    batch() = default;
    /// From outcomes in the order of the items, and the findings in the replies that belong to no item.
    explicit batch(std::vector<value_type> outcomes, outlay::report found = {}) noexcept
        : outcomes_(std::move(outcomes)), found_(std::move(found))
    {}

    const_iterator begin() const noexcept { return outcomes_.begin(); }
    const_iterator end() const noexcept { return outcomes_.end(); }
    std::size_t size() const noexcept { return outcomes_.size(); }
    bool empty() const noexcept { return outcomes_.empty(); }
    /// The outcome of item `i`, which must be below size().
    value_type const& operator[](std::size_t i) const noexcept { return outcomes_[i]; }

    /// Whether all items succeeded, none of them partially. True for an empty batch.
    bool ok() const noexcept { return count_succeeded() == size(); }

    // The sum of these four is size().
    std::size_t count_succeeded() const noexcept { return count(true, false); } ///< items with only success()
    std::size_t count_partial() const noexcept { return count(true, true); }    ///< items with success() and refusal()
    std::size_t count_refused() const noexcept { return count(false, true); }   ///< items with only refusal()
    std::size_t count_failed() const noexcept { return count(false, false); }   ///< items with failure()

    /// The rows of the items that have a success(), without indices: iterate over the batch for these.
    auto successes() const& noexcept { return answers_view<value_type, &value_type::success>(outcomes_); }
    /// The rows of the items that have a refusal().
    auto refusals() const& noexcept { return answers_view<value_type, &value_type::refusal>(outcomes_); }
    /// The errors of the items that have a failure(), the same for each item of a lost call: see failure_groups().
    auto failures() const& noexcept { return answers_view<value_type, &value_type::failure>(outcomes_); }
    void successes() const&& = delete; // the view would dangle
    void refusals() const&& = delete;
    void failures() const&& = delete;

    /// Each failure once, with its items, in the order of their first items. For logs.
    std::vector<failure_group> failure_groups() const&
    {
        std::vector<std::pair<error const*, std::size_t>> failed;
        for (value_type const& one : outcomes_)
            if (error const* const why = one.failure()) failed.emplace_back(why, one.index);
        std::sort(failed.begin(), failed.end()); // by reason, then by index
        std::vector<failure_group> groups;
        for (auto const& [why, item] : failed) {
            if (groups.empty() || groups.back().why != why) groups.push_back({.why = why});
            groups.back().items.push_back(item);
        }
        std::sort(groups.begin(), groups.end(),
                  [](failure_group const& a, failure_group const& b) { return a.items[0] < b.items[0]; });
        return groups;
    }
    void failure_groups() const&& = delete;

    /// The findings in the replies that are no item's failure: notices, each with its place, and violations of rows
    /// that belong to no item.
    outlay::report const& found() const& noexcept { return found_; }
    /// The same, moved out of a temporary.
    outlay::report found() && { return std::move(found_); }

    /// Whether both have the same outcomes. found() is not compared.
    friend bool operator==(batch const& a, batch const& b) { return a.outcomes_ == b.outcomes_; }

private:
    std::size_t count(bool is_done, bool has_errors) const noexcept
    {
        std::size_t n = 0;
        for (value_type const& one : outcomes_)
            n += (one.success() != nullptr) == is_done && (one.refusal() != nullptr) == has_errors;
        return n;
    }

    std::vector<value_type> outcomes_;
    outlay::report found_;
};

} // namespace outlay::inline v0_1_0

/// @cond
template<class Outcome, auto Answer>
inline constexpr bool std::ranges::enable_view<outlay::answers_view<Outcome, Answer>> = true;
/// @endcond
