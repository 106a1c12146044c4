#pragma once

#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <outlay/value/detail/digits.hpp>
#include <outlay/value/text.hpp>
#include <string>
#include <string_view>
#include <utility>

namespace outlay::inline v0_1_0 {

/// A vendor's id of one kind of thing: opaque text, ordered as text. Ids of different kinds never mix.
///
///     using campaign_id = identifier<struct campaign_tag>;
///
/// Any text will do, also none: what an id may look like is a rule of the type that holds it.
template<class Tag>
class identifier {
public:
    using printable = void;

    constexpr identifier() noexcept = default; ///< an empty text

    /// Of any text; none of it is checked.
    constexpr identifier(std::string&& text) noexcept : text_(std::move(text)) {}

    /// Of any text. A template, because a literal would need two conversions to become an identifier by way of a
    /// string.
    template<std::convertible_to<std::string_view> Text>
    constexpr identifier(Text const& text) : text_(static_cast<std::string_view>(text))
    {}

    identifier(std::nullptr_t) = delete;

    /// In the room that this id already has.
    template<std::convertible_to<std::string_view> Text>
    constexpr identifier& operator=(Text const& text)
    {
        text_ = static_cast<std::string_view>(text);
        return *this;
    }

    /// The id that is this number in decimal digits; vendors send some ids as JSON numbers.
    static constexpr identifier from_number(std::uint64_t number)
    {
        char digits[std::numeric_limits<std::uint64_t>::digits10 + 1]{};
        return std::string_view(digits, detail::write_unsigned(digits, number));
    }

    constexpr std::string const& str() const& noexcept { return text_; } ///< the text
    constexpr std::string str() && noexcept { return std::move(text_); } ///< the text, moved out
    constexpr std::string to_string() const { return text_; }            ///< a copy of the text
    constexpr bool empty() const noexcept { return text_.empty(); }

    /// The number whose from_number() this id is: nullopt for a sign, leading zeros, or 2^64 and more.
    constexpr std::optional<std::uint64_t> number() const noexcept
    {
        if (text_.empty() || (text_.front() == '0' && text_.size() > 1)) return std::nullopt;
        std::uint64_t n = 0;
        for (char const c : text_) {
            if (!detail::is_digit(c)) return std::nullopt;
            auto const digit = static_cast<std::uint64_t>(c - '0');
            if (n > ((std::numeric_limits<std::uint64_t>::max)() - digit) / 10) return std::nullopt;
            n = n * 10 + digit;
        }
        return n;
    }

    friend constexpr bool operator==(identifier const&, identifier const&) = default;
    friend constexpr std::strong_ordering operator<=>(identifier const&, identifier const&) = default;

    /// With any text.
    template<std::convertible_to<std::string_view> Text>
    friend constexpr bool operator==(identifier const& id, Text const& text)
    {
        return id.text_ == static_cast<std::string_view>(text);
    }

private:
    std::string text_;
};

namespace detail {

template<class T>
inline constexpr bool is_identifier = false;
template<class Tag>
inline constexpr bool is_identifier<identifier<Tag>> = true;

} // namespace detail
} // namespace outlay::inline v0_1_0

/// Transparent: with std::equal_to<>, an unordered container of ids is searched by any text.
template<class Tag>
struct std::hash<outlay::identifier<Tag>> {
    using is_transparent = void;

    std::size_t operator()(outlay::identifier<Tag> const& id) const noexcept { return (*this)(id.str()); }

    template<std::convertible_to<std::string_view> Text>
    std::size_t operator()(Text const& text) const noexcept
    {
        return std::hash<std::string_view>{}(text);
    }
};
