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

/// The error of an item that has not been sent. Never destroyed, because outcomes in static objects may refer to it.
inline error const& not_sent()
{
    static error const& why = *new error(error_kind::transport, "not_sent", "not sent: cancelled before it was sent");
    return why;
}

/// Constructs and changes outcomes in place, for outlay only.
struct outcome_access {
    /// The outcome of an item that is not settled: its failure() is not_sent().
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

/// The outcome of one item of a batch, one of four:
///   - success: the vendor processed the item; only success() is not null;
///   - refusal: the vendor rejected the item; only refusal() is not null;
///   - partial: the vendor processed the item in part, or with errors; success() and refusal() are not null. Only for
///     operations whose replies have rows of this kind;
///   - failure: no usable result of the item is known; only failure() is not null.
template<class Success, class Failure>
class outcome {
public:
    /// The index of the item in the whole batch, from 0. Indices in rows and errors are those of the single call.
    std::size_t index = 0;

    /// The outcome of an item that succeeded.
    static outcome succeeded(std::size_t item, Success row)
    {
        outcome made(item);
        made.template set<of_success>(std::move(row));
        return made;
    }
    /// The outcome of an item that was refused.
    static outcome refused(std::size_t item, Failure row)
    {
        outcome made(item);
        made.template set<of_refusal>(std::move(row));
        return made;
    }
    /// The outcome of an item that succeeded partially.
    static outcome partially(std::size_t item, Success row, Failure errors)
    {
        outcome made(item);
        made.template set<of_both>(both(std::move(row), std::move(errors)));
        return made;
    }
    /// The outcome of an item without a usable result. Items of one lost call share one error. Precondition: `why` is
    /// not null.
    static outcome failed(std::size_t item, std::shared_ptr<error const> why) noexcept
    {
        OUTLAY_ASSERT(why != nullptr);
        outcome made(item);
        made.template set<of_failure>(std::move(why));
        return made;
    }
    /// The same, with an error of this item alone.
    static outcome failed(std::size_t item, error why)
    {
        return failed(item, std::make_shared<error const>(std::move(why)));
    }

    /// The row of an item that succeeded, also partially; otherwise null.
    Success const* success() const noexcept
    {
        if (auto const* const both = std::get_if<of_both>(&what_)) return &(*both)->first;
        return std::get_if<of_success>(&what_);
    }

    /// The row of an item that was refused, or the errors of an item that succeeded partially; otherwise null.
    Failure const* refusal() const noexcept
    {
        if (auto const* const both = std::get_if<of_both>(&what_)) return &(*both)->second;
        return std::get_if<of_refusal>(&what_);
    }

    /// The reason why no result is known: the item breaks a rule and was not sent, its call failed, or its row is
    /// missing, repeated, contradictory or malformed in the reply. Null if there is a row. Items of one lost call have
    /// the same pointer.
    error const* failure() const noexcept
    {
        auto const* const why = std::get_if<of_failure>(&what_);
        if (why == nullptr) return nullptr;
        return *why != nullptr ? why->get() : &detail::not_sent();
    }

    /// Whether the item succeeded partially.
    bool is_partial() const noexcept { return what_.index() == of_both; }

    /// Calls the function for the kind of outcome, and returns its result. For an item that succeeded partially,
    /// `on_refusal` is called, so that its errors are not overlooked, unless there is a fourth function, which takes
    /// both.
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
    /// The same, with a function for items that succeeded partially.
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
        // Called for the same kind of outcome: both have the content, or neither.
        auto const same = [](auto const* x, auto const* y) { return x == y || *x == *y; };
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

    /// Constructs in place, so that a row is moved once.
    template<std::size_t I, class What>
    void set(What&& what) noexcept
    {
        what_.template emplace<I>(std::forward<What>(what));
    }

    // Otherwise what_ could be valueless after an exception.
    static_assert(std::is_nothrow_move_constructible_v<Success> && std::is_nothrow_move_constructible_v<Failure>,
                  "outlay: the rows of a batch need a move constructor that is noexcept");

    std::variant<std::shared_ptr<error const>, Success, Failure, pair_of_both> what_;
};

} // namespace outlay::inline v0_1_0
