#pragma once

#include <cstddef>
#include <outlay/http/detail/unescape.hpp>
#include <outlay/value/secret.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace outlay::inline v0_1_0::http::detail {

/// The links of Knuth, Morris and Pratt for a pattern of `size` symbols: after how many symbols of it to go on if the
/// next one differs; -1: with the next symbol of the text. A symbol takes logarithmically many of them at most.
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

/// A credential, prepared for searches. Refers to the text that it is made of.
class secret_pattern {
public:
    /// Shorter credentials are sample values, or words that a message needs: they are not searched for.
    static constexpr std::size_t least_size = 3;
    /// Shorter ones are only found as a whole word.
    static constexpr std::size_t least_inside_words = 6;
    /// So much of a beginning, where a text is cut, is too much.
    static constexpr std::size_t least_beginning = 4;

    /// Of a credential, whose first `known` characters are no secret: those of `Bearer `.
    explicit secret_pattern(std::string_view credential, std::size_t known = 0) : raw_(credential), known_(known)
    {
        set_symbols();
        set_tail();
        forward_ = links_of(size(), [this](std::size_t i) { return at(i); });
        backward_ = links_of(body_, [this](std::size_t i) { return from_end(i); });
    }

    /// Whether it is searched for at all.
    bool is_searched() const noexcept
    {
        // What is replaced by stars may be three of them.
        return size() >= least_size && symbols() != "***";
    }

    bool is_whole_word() const noexcept { return size() < least_inside_words; } ///< and is not found within one
    std::size_t size() const noexcept { return symbols().size(); }              ///< in symbols
    std::size_t body() const noexcept { return body_; } ///< without an end that may become part of an escape
    /// Whether so many of its first symbols are too many before a cut, together with what may be a part of the next.
    bool is_beginning(std::size_t matched, std::size_t of_next = 0) const noexcept
    {
        if (matched >= beginning_) return true;
        return begins_with_escape_ && matched > known_ && matched + of_next >= known_ + least_beginning;
    }

    unsigned char at(std::size_t i) const noexcept { return static_cast<unsigned char>(symbols()[i]); }

    /// How many symbols of the beginning are matched after one more of a text.
    std::size_t forward(std::size_t matched, unsigned char symbol, std::size_t& steps) const noexcept
    {
        return next(forward_, matched, steps, [this, symbol](std::size_t i) { return i < size() && at(i) == symbol; });
    }

    /// How many symbols of the body's end are matched after one more of a text that is read backwards.
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
        symbols.reserve(raw_.size()); // no copy is left behind
        std::size_t read = 0;
        std::size_t const least = known_ + least_beginning;
        unescaper([&](unsigned char symbol, unsigned char parts) {
            symbols.erase(symbols.size() - parts);
            // The first characters may be a part of an escape of the credential's own, which is one symbol.
            if (parts != 0 && read >= least && symbols.size() < beginning_) {
                beginning_ = symbols.size() + 1;
                begins_with_escape_ = true;
            }
            if (is_compared(symbol)) symbols += static_cast<char>(symbol);
            if (parts == 0 && ++read == least) beginning_ = symbols.size();
        }).read(raw_);
        if (read < least) beginning_ = read;
        if (symbols != raw_) folded_ = secret(std::move(symbols));
        else secret(std::move(symbols)); // wipes them
    }

    /// Sets body_: without the last symbols if they are the beginning of an escape, or of one within another.
    void set_tail() noexcept
    {
        constexpr std::size_t longest = 16; // each place where the body is costs that many steps
        body_ = size();
        if (is_whole_word()) return; // after which no digit comes
        int digits = 0;
        for (std::size_t i = size(); i-- > 1 && size() - i <= longest;) {
            if (hex_value(at(i)) >= 0) {
                ++digits;
            } else if (digits < escape_digits(at(i))) {
                body_ = i;
                digits = 0; // it may become one, or a part of a character, which is none
            } else {
                break;
            }
        }
    }

    std::string_view raw_;
    secret folded_; ///< its symbols, if these are others than its bytes
    std::size_t known_;
    std::size_t beginning_ = 0;       ///< the symbols of what is known and least_beginning characters more
    bool begins_with_escape_ = false; ///< of its own, which these characters are a part of
    std::size_t body_ = 0;
    std::vector<std::ptrdiff_t> forward_;
    std::vector<std::ptrdiff_t> backward_;
};

} // namespace outlay::inline v0_1_0::http::detail
