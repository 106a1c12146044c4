#pragma once

#include <concepts>
#include <cstddef>
#include <functional>
#include <outlay/value/text.hpp>
#include <string>
#include <string_view>
#include <utility>

namespace outlay::inline v0_1_0 {

/// A string for one pair of eyes: an access token, an API key. Every way of printing it gives `***`; reveal() is
/// the only way to read it, so that a search for that word finds every use. No copy of it outlives it in memory
/// that this class has held.
class secret {
public:
    using printable = void;

    secret() noexcept = default;

    /// Of a text, which is copied: what it is copied from is not wiped.
    template<std::convertible_to<std::string_view> Text>
    secret(Text const& text) : text_(static_cast<std::string_view>(text))
    {}

    /// Leaves nothing in `text`; short strings are copied when moved.
    secret(std::string&& text) noexcept : text_(std::move(text)) { wipe(text); }

    secret(std::nullptr_t) = delete;

    secret(secret const&) = default; ///< a copy, which is wiped in its turn
    /// Leaves nothing in `other`.
    secret(secret&& other) noexcept : secret(std::move(other.text_)) {}
    /// Wipes what it held.
    secret& operator=(secret other) noexcept
    {
        wipe(text_);
        text_ = std::move(other.text_);
        return *this;
    }
    ~secret() { wipe(text_); }

    /// The secret itself. Keep it out of whatever is printed or logged.
    std::string const& reveal() const& noexcept { return text_; }

    bool empty() const noexcept { return text_.empty(); }

    /// `***`, whatever the secret, also for an empty one.
    std::string to_string() const { return "***"; }

    /// Takes the same time wherever the first difference is: timing tells nothing but whether the lengths are equal.
    friend bool operator==(secret const& a, secret const& b) noexcept
    {
        if (a.text_.size() != b.text_.size()) return false;
        int difference = 0;
        for (std::size_t i = 0; i < a.text_.size(); ++i) difference |= a.text_[i] ^ b.text_[i];
        return difference == 0;
    }

private:
    /// Zeros the whole buffer, also what lies past the end, where a moved-from short string still has its characters.
    static void wipe(std::string& text) noexcept
    {
        text.resize(text.capacity()); // within the capacity: does not allocate
        // Nobody reads the buffer again, so a compiler may drop plain stores to it; it must keep volatile ones.
        for (char& c : text) *static_cast<char volatile*>(&c) = 0;
        text.clear();
    }

    std::string text_;
};

} // namespace outlay::inline v0_1_0

template<>
struct std::hash<outlay::secret> {
    std::size_t operator()(outlay::secret const& s) const noexcept { return std::hash<std::string>{}(s.reveal()); }
};
