#pragma once

#include <concepts>
#include <cstddef>
#include <functional>
#include <outlay/value/text.hpp>
#include <string>
#include <string_view>
#include <utility>

namespace outlay::inline v0_1_0 {

/// A string that must not be printed: an access token, an API key. It prints as `***`. Only reveal() returns the text,
/// so that a search for that name finds every use. The class overwrites its memory before it releases it.
class secret {
public:
    using printable = void;

    secret() noexcept = default;

    /// Copies a text. The source is not overwritten.
    template<std::convertible_to<std::string_view> Text>
    secret(Text const& text) : text_(static_cast<std::string_view>(text))
    {}

    /// Moves a text and overwrites the source, since moving a short string copies it.
    secret(std::string&& text) noexcept : text_(std::move(text)) { wipe(text); }

    secret(std::nullptr_t) = delete;

    secret(secret const&) = default; ///< a copy, which is overwritten on its own destruction
    /// Moves the text and overwrites `other`.
    secret(secret&& other) noexcept : secret(std::move(other.text_)) {}
    /// Overwrites the former text.
    secret& operator=(secret other) noexcept
    {
        wipe(text_);
        text_ = std::move(other.text_);
        return *this;
    }
    ~secret() { wipe(text_); }

    /// The secret text, which must not be printed or logged.
    std::string const& reveal() const& noexcept { return text_; }

    bool empty() const noexcept { return text_.empty(); }

    /// `***` for every secret, also for an empty one.
    std::string to_string() const { return "***"; }

    /// The time taken does not depend on the position of the first difference, only on whether the lengths are equal.
    friend bool operator==(secret const& a, secret const& b) noexcept
    {
        if (a.text_.size() != b.text_.size()) return false;
        int difference = 0;
        for (std::size_t i = 0; i < a.text_.size(); ++i) difference |= a.text_[i] ^ b.text_[i];
        return difference == 0;
    }

private:
    /// Zeros the whole capacity, since a moved-from short string still has its characters past the end.
    static void wipe(std::string& text) noexcept
    {
        text.resize(text.capacity()); // within the capacity: does not allocate
        // A compiler may drop plain stores to a buffer that is not read again, but not volatile ones.
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
