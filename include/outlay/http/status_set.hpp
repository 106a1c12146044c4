#pragma once

#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <outlay/value/report.hpp>
#include <outlay/value/text.hpp>
#include <stdexcept>
#include <string>

namespace outlay::inline v0_1_0::http {

using outlay::operator<<; // found by argument-dependent lookup

namespace detail {

// Not constexpr: the compiler's message for a constant expression that fails has the name of the function.
[[noreturn]] inline void not_a_status_of_http() { throw std::out_of_range("an HTTP status is from 100 to 599"); }

} // namespace detail

/// A set of HTTP statuses, 100 to 599: `status_set{408, 429, 500}`. Its size is 64 bytes; it does not allocate memory,
/// and can be used in constant expressions.
class status_set {
public:
    using printable = void;

    /// The empty set.
    constexpr status_set() noexcept = default;

    /// The set of these statuses. Throws std::out_of_range for a status outside 100..599; a constant expression then
    /// does not compile.
    constexpr status_set(std::initializer_list<int> statuses)
    {
        for (int const status : statuses) {
            if (!can_be(status)) detail::not_a_status_of_http();
            word(status) |= bit(status);
        }
    }

    /// Whether the set contains a status; false for one outside 100..599.
    constexpr bool contains(int status) const noexcept
    {
        return can_be(status) && (words_[index(status) / bits] & bit(status)) != 0;
    }

    /// The number of statuses in the set.
    constexpr std::size_t size() const noexcept
    {
        std::size_t count = 0;
        for (std::uint64_t const one : words_) count += static_cast<std::size_t>(std::popcount(one));
        return count;
    }

    constexpr bool empty() const noexcept { return *this == status_set(); }

    /// The union of two sets.
    friend constexpr status_set operator|(status_set a, status_set const& b) noexcept
    {
        for (std::size_t i = 0; i < a.words_.size(); ++i) a.words_[i] |= b.words_[i];
        return a;
    }

    /// Adds the statuses of the other.
    constexpr status_set& operator|=(status_set const& other) noexcept { return *this = *this | other; }

    /// The statuses that are not in the other: `default_repeat.without(server_errors)`.
    constexpr status_set without(status_set const& others) const noexcept
    {
        status_set rest = *this;
        for (std::size_t i = 0; i < rest.words_.size(); ++i) rest.words_[i] &= ~others.words_[i];
        return rest;
    }

    /// The same for single statuses: `default_repeat.without(500, 504)`. Throws std::out_of_range like the constructor.
    constexpr status_set without(std::same_as<int> auto... statuses) const
        requires(sizeof...(statuses) > 0)
    {
        return without(status_set{statuses...});
    }

    /// `{408, 429, 500}`, in ascending order.
    constexpr std::string to_string() const
    {
        std::string text = "{";
        for (int status = first; status <= last; ++status) {
            if (!contains(status)) continue;
            if (text.size() > 1) text += ", ";
            outlay::detail::append_number(text, static_cast<std::size_t>(status));
        }
        text += '}';
        return text;
    }

    /// Whether both contain the same statuses.
    friend constexpr bool operator==(status_set const&, status_set const&) noexcept = default;

private:
    static constexpr int first = 100;
    static constexpr int last = 599;
    static constexpr std::size_t bits = 64; ///< in a word

    static constexpr bool can_be(int status) noexcept { return status >= first && status <= last; }
    static constexpr std::size_t index(int status) noexcept { return static_cast<std::size_t>(status - first); }
    static constexpr std::uint64_t bit(int status) noexcept { return std::uint64_t{1} << index(status) % bits; }
    constexpr std::uint64_t& word(int status) noexcept { return words_[index(status) / bits]; }

    std::array<std::uint64_t, (last - first) / bits + 1> words_{};
};

/// The statuses after which idempotent calls are retried by default: the server timed out (408), rejects a replay in
/// early data (425), limits calls (429), or failed, itself or behind a gateway (500, 502, 503, 504).
inline constexpr status_set default_repeat{408, 425, 429, 500, 502, 503, 504};

} // namespace outlay::inline v0_1_0::http
