#pragma once

#include <cstddef>
#include <outlay/http/detail/unescape.hpp>
#include <outlay/value/secret.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace outlay::inline v0_1_0::http::detail {

/// The failure function of the Knuth-Morris-Pratt algorithm for a pattern of `size` symbols: the number of matched
/// symbols with which to continue if the next one differs; -1: with the next symbol of the text. At most
/// logarithmically many links are followed for a symbol.
template<class SymbolAt>
std::vector<std::ptrdiff_t> links_of(std::size_t size, SymbolAt at)
{
    std::vector<std::ptrdiff_t> links(size + 1, -1);
    std::ptrdiff_t matched = -1;
    for (std::size_t i = 0; i < size;) {
        while (matched >= 0 && at(i) != at(static_cast<std::size_t>(matched)))
            matched = links[static_cast<std::size_t>(matched)];
        ++i;
        ++matched;
        auto const m = static_cast<std::size_t>(matched);
        links[i] = i < size && at(i) == at(m) ? links[m] : matched;
    }
    return links;
}

/// A credential, prepared for searches. The text of the credential must outlive it.
class secret_pattern {
public:
    /// Shorter credentials are not searched for: they are sample values, or words that messages need.
    static constexpr std::size_t least_size = 3;
    /// Shorter credentials are only found as a whole word.
    static constexpr std::size_t least_inside_words = 6;
    /// At least this much of a beginning is found where a text is cut.
    static constexpr std::size_t least_beginning = 4;

    /// From a credential, whose first `known` characters are no secret, such as `Bearer `.
    explicit secret_pattern(std::string_view credential, std::size_t known = 0) : raw_(credential), known_(known)
    {
        set_symbols();
        set_tail();
        forward_ = links_of(size(), [this](std::size_t i) { return at(i); });
        backward_ = links_of(body_, [this](std::size_t i) { return from_end(i); });
    }

    /// Whether it is searched for.
    bool is_searched() const noexcept
    {
        // A credential of three stars is not replaced by three stars.
        return size() >= least_size && symbols() != "***";
    }

    bool is_whole_word() const noexcept { return size() < least_inside_words; } ///< only found as a whole word
    std::size_t size() const noexcept { return symbols().size(); }              ///< the number of symbols
    std::size_t body() const noexcept
    {
        return body_;
    } ///< the number of symbols without an end that may become part of an escape
    /// Whether a match of its first symbols before a cut is replaced, together with a part of the next symbol.
    bool is_beginning(std::size_t matched, std::size_t of_next = 0) const noexcept
    {
        if (matched >= beginning_) return true;
        return begins_with_escape_ && matched > known_ && matched + of_next >= known_ + least_beginning;
    }

    unsigned char at(std::size_t i) const noexcept { return static_cast<unsigned char>(symbols()[i]); }

    /// The number of matched symbols from the beginning after the next symbol of a text.
    std::size_t forward(std::size_t matched, unsigned char symbol, std::size_t& steps) const noexcept
    {
        return next(forward_, matched, steps, [this, symbol](std::size_t i) { return i < size() && at(i) == symbol; });
    }

    /// The number of matched symbols from the end of the body after the next symbol of a text that is read backwards.
    std::size_t backward(std::size_t matched, unsigned char symbol, std::size_t& steps) const noexcept
    {
        return next(backward_, matched, steps,
                    [this, symbol](std::size_t i) { return i < body_ && from_end(i) == symbol; });
    }

private:
    std::string_view symbols() const noexcept { return folded_.empty() ? raw_ : std::string_view(folded_.reveal()); }

    unsigned char from_end(std::size_t i) const noexcept { return at(body_ - 1 - i); }

    template<class Matches>
    static std::size_t next(std::vector<std::ptrdiff_t> const& links, std::size_t matched, std::size_t& steps,
                            Matches matches) noexcept
    {
        auto state = static_cast<std::ptrdiff_t>(matched);
        for (++steps; state >= 0 && !matches(static_cast<std::size_t>(state)); ++steps)
            state = links[static_cast<std::size_t>(state)];
        return static_cast<std::size_t>(state + 1);
    }

    /// Sets folded_ and beginning_.
    void set_symbols()
    {
        std::string symbols;
        symbols.reserve(raw_.size()); // a reallocation would leave a copy in memory
        std::size_t read = 0;
        std::size_t const least = known_ + least_beginning;
        unescaper([&](unsigned char symbol, unsigned char parts) {
            symbols.erase(symbols.size() - parts);
            // The first characters may be part of an escape within the credential, which is one symbol.
            if (parts != 0 && read >= least && symbols.size() < beginning_) {
                beginning_ = symbols.size() + 1;
                begins_with_escape_ = true;
            }
            if (is_compared(symbol)) symbols += static_cast<char>(symbol);
            if (parts == 0 && ++read == least) beginning_ = symbols.size();
        }).read(raw_);
        if (read < least) beginning_ = read;
        if (symbols != raw_) folded_ = secret(std::move(symbols));
        else secret(std::move(symbols)); // overwrites the memory
    }

    /// Sets body_: excludes the last symbols if they are the beginning of an escape, or of a nested one.
    void set_tail() noexcept
    {
        constexpr std::size_t longest = 16; // symbols: a bound for the steps at each place where the body is found
        body_ = size();
        if (is_whole_word()) return; // no digit follows a whole word
        int digits = 0;
        for (std::size_t i = size(); i-- > 1 && size() - i <= longest;) {
            if (hex_value(at(i)) >= 0) {
                ++digits;
            } else if (digits < escape_digits(at(i))) {
                body_ = i;
                digits = 0; // the escape itself may become a digit of another
            } else {
                break;
            }
        }
    }

    std::string_view raw_;
    secret folded_; ///< the symbols, if they differ from the bytes
    std::size_t known_;
    std::size_t beginning_ = 0;       ///< the number of symbols of the first known_ + least_beginning characters
    bool begins_with_escape_ = false; ///< these characters are part of an escape within the credential
    std::size_t body_ = 0;
    std::vector<std::ptrdiff_t> forward_;
    std::vector<std::ptrdiff_t> backward_;
};

} // namespace outlay::inline v0_1_0::http::detail
