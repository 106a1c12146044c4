#pragma once

#include <cstddef>
#include <outlay/value/result.hpp>
#include <utility>
#include <variant>

namespace outlay {

/// What became of one item of a batch. One of three: the vendor did what was asked (success), or says why not
/// (refusal), or nothing usable was heard of the item (failure).
template<class Success, class Failure>
class outcome {
public:
    std::size_t index =
        0; ///< of the item in the batch that was asked for, from 0; what is inside counts in its own call

    /// Of an item that succeeded.
    outcome(std::size_t of_item, Success&& success) : index(of_item), what_(std::in_place_index<0>, std::move(success))
    {}
    /// Of an item that was refused.
    outcome(std::size_t of_item, Failure&& refusal) : index(of_item), what_(std::in_place_index<1>, std::move(refusal))
    {}
    /// Of an item of which nothing usable was heard.
    outcome(std::size_t of_item, error&& failure) : index(of_item), what_(std::in_place_index<2>, std::move(failure)) {}

    /// What the vendor answered; null if it did not, or refused.
    Success const* success() const noexcept { return std::get_if<0>(&what_); }

    /// Why the vendor refused; null if it did not.
    Failure const* refusal() const noexcept { return std::get_if<1>(&what_); }

    /// Why nothing is known: the item was not sent, its call failed, its index is missing or repeated in the reply, or
    /// its row of the reply did not decode. Null if the vendor did answer.
    error const* failure() const noexcept { return std::get_if<2>(&what_); }

    friend bool operator==(outcome const&, outcome const&) = default;

private:
    std::variant<Success, Failure, error> what_;
};

} // namespace outlay
