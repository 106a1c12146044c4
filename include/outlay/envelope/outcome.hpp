#pragma once

#include <concepts>
#include <cstddef>
#include <memory>
#include <outlay/value/detail/assert.hpp>
#include <outlay/value/result.hpp>
#include <type_traits>
#include <utility>
#include <variant>

namespace outlay {

/// What became of one item of a batch. One of four:
///   - success: the vendor did what was asked, and only success() is not null;
///   - refusal: the vendor says why not, and only refusal() is not null;
///   - partial: the vendor did a part, or did it with errors: success() and refusal() are not null. Only operations
///     whose replies have rows of that kind give it;
///   - failure: nothing usable is known of the item, and only failure() is not null.
template<class Success, class Failure>
class outcome {
public:
    /// Of the item in the batch that was asked for, from 0. What is inside counts in its own call.
    std::size_t index = 0;

    /// Of an item that succeeded.
    static outcome succeeded(std::size_t item, Success row)
    {
        return {item, what(std::in_place_index<of_success>, std::move(row))};
    }
    /// Of an item that was refused.
    static outcome refused(std::size_t item, Failure row)
    {
        return {item, what(std::in_place_index<of_refusal>, std::move(row))};
    }
    /// Of an item that was done in part.
    static outcome partially(std::size_t item, Success row, Failure errors)
    {
        using both = std::pair<Success, Failure>;
        return {item, what(std::in_place_index<of_both>, std::make_shared<both>(std::move(row), std::move(errors)))};
    }
    /// Of an item of which nothing usable is known. Items of one lost call share one error. `why` is not null.
    static outcome failed(std::size_t item, std::shared_ptr<error const> why) noexcept
    {
        OUTLAY_ASSERT(why != nullptr);
        return {item, what(std::in_place_index<of_failure>, std::move(why))};
    }
    /// The same, of an error that is this item's alone.
    static outcome failed(std::size_t item, error why)
    {
        return failed(item, std::make_shared<error const>(std::move(why)));
    }

    /// What the vendor answered, also for an item that was done in part; null otherwise.
    Success const* success() const noexcept
    {
        if (auto const* const both = std::get_if<of_both>(&what_)) return &(*both)->first;
        return std::get_if<of_success>(&what_);
    }

    /// Why the vendor refused, or what went wrong with an item that was done in part; null otherwise.
    Failure const* refusal() const noexcept
    {
        if (auto const* const both = std::get_if<of_both>(&what_)) return &(*both)->second;
        return std::get_if<of_refusal>(&what_);
    }

    /// Why nothing is known: the item broke a rule and was not sent, its call failed, or its row is missing, repeated,
    /// contradictory or malformed in the reply. Null if the vendor did answer. Items of one lost call have the same
    /// pointer.
    error const* failure() const noexcept
    {
        auto const* const why = std::get_if<of_failure>(&what_);
        return why != nullptr ? why->get() : nullptr;
    }

    /// Whether the item was done in part.
    bool is_partial() const noexcept { return what_.index() == of_both; }

    /// Calls the function for what the item has, and returns what it returns. An item that was done in part goes to
    /// `on_refusal`, so that its errors are not overlooked; the fourth function, if there is one, gets both.
    ///
    ///     one.visit([](auto const& row) { ... }, [](auto const& refusal) { ... }, [](outlay::error const& why) { ...
    ///     });
    template<std::invocable<Success const&> OnSuccess, std::invocable<Failure const&> OnRefusal,
             std::invocable<error const&> OnFailure>
    decltype(auto) visit(OnSuccess&& on_success, OnRefusal&& on_refusal, OnFailure&& on_failure) const
    {
        if (Failure const* const row = refusal()) return std::forward<OnRefusal>(on_refusal)(*row);
        if (Success const* const row = success()) return std::forward<OnSuccess>(on_success)(*row);
        return std::forward<OnFailure>(on_failure)(*failure());
    }
    /// The same, with a function for items that were done in part.
    template<class OnSuccess, class OnRefusal, class OnFailure,
             std::invocable<Success const&, Failure const&> OnPartial>
    decltype(auto) visit(OnSuccess&& on_success, OnRefusal&& on_refusal, OnFailure&& on_failure,
                         OnPartial&& on_partial) const
    {
        if (is_partial()) return std::forward<OnPartial>(on_partial)(*success(), *refusal());
        return visit(std::forward<OnSuccess>(on_success), std::forward<OnRefusal>(on_refusal),
                     std::forward<OnFailure>(on_failure));
    }
    /// The same with one function object that takes each of the three, such as an overload set.
    template<class Visitor>
        requires std::invocable<Visitor&, Success const&> && std::invocable<Visitor&, Failure const&> &&
                 std::invocable<Visitor&, error const&>
    decltype(auto) visit(Visitor&& visitor) const
    {
        return visit(visitor, visitor, visitor);
    }

    /// Whether both have the same index and the same content; errors are compared by value.
    friend bool operator==(outcome const& a, outcome const& b)
    {
        auto const same = [](auto const* x, auto const* y) { return x == y || (x && y && *x == *y); };
        return a.index == b.index && a.what_.index() == b.what_.index() && same(a.success(), b.success()) &&
               same(a.refusal(), b.refusal()) && same(a.failure(), b.failure());
    }

private:
    enum : std::size_t { of_failure, of_success, of_refusal, of_both };
    using what = std::variant<std::shared_ptr<error const>, Success, Failure,
                              std::shared_ptr<std::pair<Success, Failure> const>>;

    outcome(std::size_t item, what&& of) noexcept : index(item), what_(std::move(of)) {}

    what what_;
};

} // namespace outlay
