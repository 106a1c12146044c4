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

/// A vendor's id of one kind of object: opaque text, ordered as text. Ids of different kinds do not convert to each
/// other.
///
///     using campaign_id = identifier<struct campaign_tag>;
///
/// Any text is accepted, also an empty one: the format of an id is a rule of the type that holds it.
template<class Tag>
class identifier {
public:
    using printable = void;

    constexpr identifier() noexcept = default; ///< an empty text

    /// From any text, which is not checked.
    constexpr identifier(std::string&& text) noexcept : text_(std::move(text)) {}

    /// From any text. A template, because a literal would need two conversions: to a string, and to an identifier.
    template<std::convertible_to<std::string_view> Text>
    constexpr identifier(Text const& text) : text_(static_cast<std::string_view>(text))
    {}

    identifier(std::nullptr_t) = delete;

    /// Assigns a text; reuses the memory of this id.
    template<std::convertible_to<std::string_view> Text>
    constexpr identifier& operator=(Text const& text)
    {
        text_ = static_cast<std::string_view>(text);
        return *this;
    }

    /// The id whose text is this number in decimal digits; vendors send some ids as JSON numbers.
    static constexpr identifier from_number(std::uint64_t number)
    {
        char digits[std::numeric_limits<std::uint64_t>::digits10 + 1]{};
        return std::string_view(digits, detail::write_unsigned(digits, number));
    }

    constexpr std::string const& str() const& noexcept { return text_; } ///< the text
    constexpr std::string str() && noexcept { return std::move(text_); } ///< the text, moved out
    constexpr std::string to_string() const { return text_; }            ///< a copy of the text
    constexpr bool empty() const noexcept { return text_.empty(); }

    /// The number for which from_number() returns this id; nullopt for other text: a sign, leading zeros, 2^64 or more.
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

    /// Compares with any text.
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
