#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace outlay::inline v0_1_0::detail {

/// Scans a JSON string after its opening quote to find the first invalid character. The place where the parser stops is
/// not used, because it depends on how the text is divided into chunks.
class string_scan {
public:
    /// Takes the next character. Returns false if it is invalid, ends the string, or comes after the end.
    constexpr bool take(char c) noexcept
    {
        switch (state_) {
        case state::text: return take_text(static_cast<unsigned char>(c));
        case state::escape: return take_escaped(c);
        case state::hexadecimal: return take_digit(c);
        case state::low_backslash: return c == '\\' ? go(state::low_u) : refuse(surrogates);
        case state::low_u: return c == 'u' ? go(state::hexadecimal) : refuse(surrogates);
        case state::stopped: break;
        }
        return false;
    }

    /// Whether the next byte starts a character; an escape is one character.
    constexpr bool is_between() const noexcept { return state_ == state::text && missing_ == 0; }

    /// The number of bytes so far, after unescaping.
    constexpr std::size_t size() const noexcept { return size_; }

    /// The expectation that the invalid character violates; empty: no character was invalid.
    constexpr std::string_view expected() const noexcept { return expected_; }

private:
    enum class state : unsigned char { text, escape, hexadecimal, low_backslash, low_u, stopped };

    static constexpr std::string_view surrogates = "a pair of surrogates";

    constexpr bool go(state next) noexcept
    {
        state_ = next;
        return next != state::stopped;
    }
    constexpr bool refuse(std::string_view expected) noexcept
    {
        expected_ = expected;
        return go(state::stopped);
    }
    constexpr bool complete(std::size_t bytes) noexcept
    {
        size_ += bytes;
        return go(state::text);
    }

    constexpr bool take_text(unsigned char c) noexcept
    {
        if (missing_ != 0) {
            if (c < least_ || c > most_) return refuse("UTF-8");
            least_ = 0x80;
            most_ = 0xBF;
            if (--missing_ == 0) complete(length_);
            return true;
        }
        if (c == '"') return go(state::stopped);
        if (c == '\\') return go(state::escape);
        if (c < 0x20) return refuse("control characters to be escaped");
        if (c < 0x80) return complete(1);
        if (c < 0xC2 || c > 0xF4) return refuse("UTF-8");
        length_ = c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
        missing_ = static_cast<unsigned char>(length_ - 1);
        // The second byte decides on overlong forms, surrogates, and code points beyond U+10FFFF.
        least_ = c == 0xE0 ? 0xA0 : c == 0xF0 ? 0x90 : 0x80;
        most_ = c == 0xED ? 0x9F : c == 0xF4 ? 0x8F : 0xBF;
        return true;
    }

    constexpr bool take_escaped(char c) noexcept
    {
        constexpr std::string_view simple = "\"\\/bfnrt";
        if (c == 'u') return go(state::hexadecimal);
        return simple.find(c) != simple.npos ? complete(1) : refuse("an escape such as \\n");
    }

    constexpr bool take_digit(char c) noexcept
    {
        constexpr std::string_view hexadecimal = "0123456789abcdef";
        auto const digit = hexadecimal.find(c >= 'A' && c <= 'F' ? static_cast<char>(c | 0x20) : c);
        if (digit == hexadecimal.npos) return refuse("four hexadecimal digits");
        unit_ = unit_ << 4 | static_cast<std::uint32_t>(digit);
        if (++digits_ != 4) return true;

        std::uint32_t const unit = unit_;
        unit_ = 0;
        digits_ = 0;
        bool const is_high = unit >= 0xD800 && unit <= 0xDBFF;
        bool const is_low = unit >= 0xDC00 && unit <= 0xDFFF;
        if (is_low != after_high_) return refuse(surrogates);
        after_high_ = is_high;
        if (is_high) return go(state::low_backslash);
        return complete(is_low ? 4 : unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3);
    }

    std::string_view expected_;
    std::size_t size_ = 0;
    std::uint32_t unit_ = 0;   ///< the UTF-16 unit of an escape
    unsigned char digits_ = 0; ///< the number of its digits so far
    bool after_high_ = false;  ///< the last unit was a high surrogate
    state state_ = state::text;
    unsigned char length_ = 0;  ///< the length of the current UTF-8 sequence
    unsigned char missing_ = 0; ///< the number of its bytes that are missing
    unsigned char least_ = 0x80;
    unsigned char most_ = 0xBF; ///< the next byte must be between least_ and most_
};

} // namespace outlay::inline v0_1_0::detail
