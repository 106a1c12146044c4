#pragma once

#include <algorithm>
#include <cstddef>
#include <outlay/envelope/outcome.hpp>
#include <utility>
#include <vector>

namespace outlay {

/// What became of every item of a batch, whatever happened: a random-access range of outcomes, one for each item that
/// was asked for, in that order, so that `all[i].index == i`.
template<class Success, class Failure>
class batch {
public:
    using value_type = outcome<Success, Failure>;
    using const_iterator = typename std::vector<value_type>::const_iterator;

    batch() = default;
    /// Of outcomes in the order of the items.
    explicit batch(std::vector<value_type> outcomes) noexcept : outcomes_(std::move(outcomes)) {}

    const_iterator begin() const noexcept { return outcomes_.begin(); }
    const_iterator end() const noexcept { return outcomes_.end(); }
    std::size_t size() const noexcept { return outcomes_.size(); }
    bool empty() const noexcept { return outcomes_.empty(); }
    /// What became of item number `i`, which must be below size().
    value_type const& operator[](std::size_t i) const noexcept { return outcomes_[i]; }

    /// Whether all succeeded; so also when nothing was asked for.
    bool ok() const noexcept { return count_succeeded() == size(); }

    std::size_t count_succeeded() const noexcept { return count(&value_type::success); } ///< have a success()
    std::size_t count_refused() const noexcept { return count(&value_type::refusal); }   ///< have a refusal()
    std::size_t count_failed() const noexcept { return count(&value_type::failure); }    ///< have a failure()

    friend bool operator==(batch const&, batch const&) = default;

private:
    template<class Answer>
    std::size_t count(Answer const* (value_type::*answer)() const noexcept) const noexcept
    {
        auto const has = [answer](value_type const& one) { return (one.*answer)() != nullptr; };
        return static_cast<std::size_t>(std::ranges::count_if(outcomes_, has));
    }

    std::vector<value_type> outcomes_;
};

} // namespace outlay
