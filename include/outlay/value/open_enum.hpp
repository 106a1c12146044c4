#pragma once

#include <compare>
#include <cstddef>
#include <functional>
#include <optional>
#include <outlay/value/enum_text.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/text.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace outlay::inline v0_1_0 {

/// Thrown by open_enum::value() for a text that is not the text of an enumerator.
class unknown_enumerator : public std::logic_error {
public:
    /// what() quotes the text.
    explicit unknown_enumerator(std::string_view text)
        : std::logic_error(detail::in_quotes(text) + " is none of the known enumerators; call is_known() first")
    {}
};

namespace detail {

/// A string that is nearly always absent: one pointer, null when absent. A class with such a member is small, moves
/// cheaply, and can be a constexpr variable, unlike one with a std::string in libstdc++.
class rare_string {
public:
    constexpr rare_string() noexcept = default;
    constexpr explicit rare_string(std::string_view text) : text_(new std::string(text)) {}
    constexpr rare_string(rare_string const& other) : text_(other.text_ ? new std::string(*other.text_) : nullptr) {}
    constexpr rare_string(rare_string&& other) noexcept : text_(std::exchange(other.text_, nullptr)) {}
    constexpr rare_string& operator=(rare_string other) noexcept
    {
        std::swap(text_, other.text_);
        return *this;
    }
    constexpr ~rare_string() { delete text_; }

    constexpr std::string const* get() const noexcept { return text_; }

private:
    std::string const* text_ = nullptr;
};

} // namespace detail

/// One of the enumerators of E, or any other text, which is kept intact: a value that a vendor adds to an enumeration
/// later survives a round trip. The size is two words. After a move from an unknown one, the source is E{}.
///
///     switch (state.known().value_or(portfolio_state::paused)) ...
template<described_enum E>
class open_enum {
public:
    using printable = void;
    using enum_type = E; ///< the enumeration of the known values

    constexpr open_enum() noexcept = default;                ///< E{}
    constexpr open_enum(E value) noexcept : value_(value) {} ///< a known value

    /// The enumerator with this wire text, or the text itself if there is none.
    static constexpr open_enum from_text(std::string_view text)
    {
        if (auto const known = enum_value<E>(text)) return *known;
        open_enum unknown;
        unknown.unknown_ = detail::rare_string(text);
        return unknown;
    }

    /// Whether it is one of the enumerators of E.
    constexpr bool is_known() const noexcept { return unknown_.get() == nullptr; }

    /// The enumerator. Throws unknown_enumerator if is_known() is false.
    constexpr E value() const { return is_known() ? value_ : throw unknown_enumerator(text()); }

    /// The enumerator, or nullopt if is_known() is false.
    constexpr std::optional<E> known() const noexcept { return is_known() ? std::optional(value_) : std::nullopt; }

    /// The text on the wire. The view is valid until this object is changed or destroyed.
    constexpr std::string_view text() const noexcept
    {
        return is_known() ? enum_text(value_) : std::string_view(*unknown_.get());
    }
    constexpr std::string to_string() const { return std::string(text()); } ///< a copy of text()

    /// Compares enumerators; texts if both are unknown.
    friend constexpr bool operator==(open_enum const& a, open_enum const& b) noexcept
    {
        if (a.is_known() || b.is_known()) return a.is_known() == b.is_known() && a.value_ == b.value_;
        return a.text() == b.text();
    }
    /// Whether it is this enumerator.
    friend constexpr bool operator==(open_enum const& a, E b) noexcept { return a.is_known() && a.value_ == b; }

    /// Ordered by text. The other members only distinguish values that have the same text, after a cast or two renames.
    friend constexpr std::strong_ordering operator<=>(open_enum const& a, open_enum const& b) noexcept
    {
        return std::tuple(a.text(), a.value_, a.is_known()) <=> std::tuple(b.text(), b.value_, b.is_known());
    }

private:
    E value_{}; ///< E{} when the text is unknown
    detail::rare_string unknown_;
};

} // namespace outlay::inline v0_1_0

template<class E>
struct std::hash<outlay::open_enum<E>> {
    std::size_t operator()(outlay::open_enum<E> const& e) const noexcept
    {
        return e.is_known() ? std::hash<E>{}(*e.known()) : std::hash<std::string_view>{}(e.text());
    }
};
