#pragma once

#include <concepts>
#include <cstddef>
#include <memory>
#include <outlay/value/detail/assert.hpp>
#include <outlay/value/result.hpp>
#include <type_traits>
#include <utility>
#include <variant>

namespace outlay::inline v0_1_0 {

template<class Success, class Failure>
class outcome;

namespace detail {

/// What an item has before anything is known of it. Never destroyed: outcomes that static objects keep refer to it.
inline error const& not_sent()
{
    static error const& why = *new error(error_kind::transport, "not_sent", "not sent: cancelled before");
    return why;
}

/// Makes and changes outcomes where they are, which users can't.
struct outcome_access {
    /// Of an item that is not settled: its failure() is not_sent().
    template<class Outcome>
    static Outcome unsettled(std::size_t item) noexcept
    {
        return Outcome(item);
    }
    template<class Success, class Failure>
    static bool is_settled(outcome<Success, Failure> const& item) noexcept
    {
        auto const* const why = std::get_if<outcome<Success, Failure>::of_failure>(&item.what_);
        return why == nullptr || *why != nullptr;
    }
    template<class Success, class Failure>
    static void succeed(outcome<Success, Failure>& of, std::type_identity_t<Success>&& row) noexcept
    {
        of.template set<outcome<Success, Failure>::of_success>(std::move(row));
    }
    template<class Success, class Failure>
    static void refuse(outcome<Success, Failure>& of, std::type_identity_t<Failure>&& row) noexcept
    {
        of.template set<outcome<Success, Failure>::of_refusal>(std::move(row));
    }
    template<class Success, class Failure>
    static void succeed_partially(outcome<Success, Failure>& of, std::type_identity_t<Success>&& row,
                                  std::type_identity_t<Failure>&& errors)
    {
        of.template set<outcome<Success, Failure>::of_both>(
            outcome<Success, Failure>::both(std::move(row), std::move(errors)));
    }
    template<class Success, class Failure>
    static void fail(outcome<Success, Failure>& of, std::shared_ptr<error const> why) noexcept
    {
        OUTLAY_ASSERT(why != nullptr);
        of.template set<outcome<Success, Failure>::of_failure>(std::move(why));
    }
};

} // namespace detail

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
        outcome made(item);
        made.template set<of_success>(std::move(row));
        return made;
    }
    /// Of an item that was refused.
    static outcome refused(std::size_t item, Failure row)
    {
        outcome made(item);
        made.template set<of_refusal>(std::move(row));
        return made;
    }
    /// Of an item that was done in part.
    static outcome partially(std::size_t item, Success row, Failure errors)
    {
        outcome made(item);
        made.template set<of_both>(both(std::move(row), std::move(errors)));
        return made;
    }
    /// Of an item of which nothing usable is known. Items of one lost call share one error. `why` is not null.
    static outcome failed(std::size_t item, std::shared_ptr<error const> why) noexcept
    {
        OUTLAY_ASSERT(why != nullptr);
        outcome made(item);
        made.template set<of_failure>(std::move(why));
        return made;
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
        if (why == nullptr) return nullptr;
        return *why != nullptr ? why->get() : &detail::not_sent();
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
    friend detail::outcome_access;

    // The alternatives of what_.
    static constexpr std::size_t of_failure = 0;
    static constexpr std::size_t of_success = 1;
    static constexpr std::size_t of_refusal = 2;
    static constexpr std::size_t of_both = 3;
    using pair_of_both = std::shared_ptr<std::pair<Success, Failure> const>;

    explicit outcome(std::size_t item) noexcept : index(item) {}

    static pair_of_both both(Success row, Failure errors)
    {
        return std::make_shared<std::pair<Success, Failure> const>(std::move(row), std::move(errors));
    }

    /// In place: a row is moved once.
    template<std::size_t I, class What>
    void set(What&& what) noexcept
    {
        what_.template emplace<I>(std::forward<What>(what));
    }

    // So that an outcome never is of no kind.
    static_assert(std::is_nothrow_move_constructible_v<Success> && std::is_nothrow_move_constructible_v<Failure>,
                  "outlay: the rows of a batch need a move constructor that is noexcept");

    std::variant<std::shared_ptr<error const>, Success, Failure, pair_of_both> what_;
};

} // namespace outlay::inline v0_1_0
