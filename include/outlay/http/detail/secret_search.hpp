#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <outlay/http/detail/secret_pattern.hpp>
#include <outlay/http/detail/unescape.hpp>
#include <string_view>
#include <vector>

// Credentials in a text, however they are written there: by their symbols, as in unescape.hpp.
//
// What comes before a credential may take part of it into an escape: `100%` before `cafe...` reads as `100\xCA` and
// `fe...`. A text is therefore read from its end to its beginning, and an escape both as its character and as what it
// is made of. What comes after it is less trouble: only a credential that ends as escapes begin (`...u`) is concerned.
//
// All of this takes time and memory in proportion to the text, whatever is in it.

namespace outlay::http::detail {

/// A part of a text: from begin up to, but not including, end.
struct text_range {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Where credentials are in a text.
class secret_search {
public:
    explicit secret_search(std::string_view text) : text_(text), has_escape_(http::detail::has_escape(text)) {}

    /// False if find() finds nothing. It allocates nothing, and is right for most texts: those without escapes.
    bool may_find(secret_pattern const& credential)
    {
        if (has_escape_) return true;
        std::size_t matched = 0;
        bool is_begun = false;
        for (std::size_t i = 0; i < text_.size(); ++i) {
            is_begun = is_begun || matched >= credential.beginning();
            if (is_begun && is_cut(i)) return true;
            unsigned char const symbol = symbol_of(static_cast<unsigned char>(text_[i]));
            if (symbol == no_symbol) continue;
            matched = credential.forward(matched, symbol, steps_);
            if (matched == credential.size()) return true;
        }
        return false;
    }

    /// Adds to found() where the credential is, and its beginnings that are before a cut.
    void find(secret_pattern const& credential)
    {
        if (nodes_.empty()) {
            nodes_.reserve(text_.size());
            unescaper([this](unsigned char symbol, unsigned char parts) {
                nodes_.push_back({.symbol = symbol, .parts = parts});
            }).read(text_);
        }
        find_whole(credential);
        if (text_.find(cut) == std::string_view::npos) return;
        find_beginnings(credential);
        if (!has_escape_) return;
        // What comes before may take the first characters into an escape.
        places_.clear();
        for (std::size_t i = text_.size(); i-- > 0;) {
            unsigned char const symbol = symbol_of(static_cast<unsigned char>(text_[i]));
            if (symbol != no_symbol) places_.emplace_back(i + 1, symbol);
        }
        find_beginnings(credential);
    }

    /// In their order, none overlapping another.
    std::vector<text_range> found() &&
    {
        std::sort(found_.begin(), found_.end(), [](text_range a, text_range b) { return a.begin < b.begin; });
        std::vector<text_range> merged;
        for (text_range const next : found_) {
            if (!merged.empty() && next.begin < merged.back().end)
                merged.back().end = std::max(merged.back().end, next.end);
            else merged.push_back(next);
        }
        return merged;
    }

    /// What it took: comparisons of a symbol of the text with one of a credential.
    std::size_t steps() const noexcept { return steps_; }

private:
    static constexpr std::string_view cut = "..."; ///< where a text goes on that is not shown

    /// A symbol, after those that it is made of: 0 if it is a byte of the text.
    struct node {
        unsigned char symbol;
        unsigned char parts;
    };

    /// A symbol, and where it ends in the text: in one number, as there is one for each byte.
    class place {
    public:
        place(std::size_t end, unsigned char symbol) noexcept : packed_(std::uint64_t{end} << 8 | symbol) {}
        std::size_t end() const noexcept { return static_cast<std::size_t>(packed_ >> 8); }
        unsigned char symbol() const noexcept { return static_cast<unsigned char>(packed_ & 0xFF); }

    private:
        std::uint64_t packed_;
    };

    /// An escape that is read as what it is made of, before it is read as its character.
    struct frame {
        node made;
        std::size_t end;
        std::size_t matched;
        std::size_t places;
    };

    /// Reads the nodes from the last one to the first: an escape comes before its parts.
    void find_whole(secret_pattern const& credential)
    {
        places_.clear();
        matched_ = 0;
        std::size_t position = text_.size();
        for (std::size_t i = nodes_.size(); i-- > 0;) {
            if (nodes_[i].parts != 0) {
                frames_.push_back({.made = nodes_[i], .end = position, .matched = matched_, .places = places_.size()});
                continue;
            }
            unsigned char symbol = nodes_[i].symbol;
            take(credential, symbol, {.begin = position - 1, .end = position}, i);
            --position;
            while (symbol != no_symbol && !frames_.empty() && --frames_.back().made.parts == 0) {
                frame const whole = frames_.back();
                frames_.pop_back();
                matched_ = whole.matched;
                places_.erase(places_.begin() + static_cast<std::ptrdiff_t>(whole.places), places_.end());
                symbol = whole.made.symbol;
                take(credential, symbol, {.begin = position, .end = whole.end}, i);
            }
        }
    }

    /// Takes the symbol before those taken already. `first` is the first node of it, or of its parts.
    void take(secret_pattern const& credential, unsigned char symbol, text_range of, std::size_t first)
    {
        if (symbol == no_symbol) return;
        places_.emplace_back(of.end, symbol);
        matched_ = credential.backward(matched_, symbol, steps_);
        if (matched_ != credential.body()) return;
        std::size_t last = places_.size() - credential.body(); // the place of the body's last symbol
        of.end = places_[last].end();
        if (credential.is_whole_word() && (is_word_before(first) || is_word_after(last))) return;
        for (std::size_t i = credential.body(); i < credential.size(); ++i) {
            ++steps_;
            if (last-- == 0) return;
            std::size_t const end = places_[last].end();
            bool const is_escape = end - of.end > 1; // with what comes after
            if (places_[last].symbol() != credential.at(i) && !is_escape) return;
            of.end = end;
            if (places_[last].symbol() != credential.at(i)) break;
        }
        add(of);
    }

    /// Whether a letter or digit comes before a node. That of `\\n` is none.
    bool is_word_before(std::size_t first) const noexcept
    {
        constexpr std::string_view controls = "bfnrt";
        if (first == 0 || !is_letter_or_digit(nodes_[first - 1].symbol)) return false;
        bool const is_after_backslash = first > 1 && nodes_[first - 2].symbol == no_symbol;
        return !is_after_backslash ||
               controls.find(static_cast<char>(nodes_[first - 1].symbol)) == std::string_view::npos;
    }

    /// Whether a letter or digit comes after a place, likewise.
    bool is_word_after(std::size_t last) const noexcept
    {
        if (last == 0 || !is_letter_or_digit(places_[last - 1].symbol())) return false;
        std::string_view const rest = text_.substr(places_[last].end());
        return !rest.starts_with('\\') && !rest.starts_with("%5C") && !rest.starts_with("%5c");
    }

    bool is_cut(std::size_t at) const noexcept { return text_.compare(at, cut.size(), cut) == 0; }

    /// The beginnings of a credential before cuts, in the symbols of places_.
    void find_beginnings(secret_pattern const& credential)
    {
        // After how many symbols how many were matched, of the last ones.
        std::array<std::size_t, 8> history{};
        std::size_t const count = places_.size();
        for (std::size_t i = 0; i < count; ++i) {
            if (i + cut.size() <= count && symbol(i) == '.' && symbol(i + 1) == '.' && symbol(i + 2) == '.') {
                constexpr std::size_t longest_escape = 6; // and what is left of it where it is cut, too
                for (std::size_t dropped = 0; dropped < longest_escape && dropped <= i; ++dropped) {
                    if (dropped != 0 && escape_digits(symbol(i - dropped)) == 0) continue;
                    add_beginning(credential, i - dropped, history[(i - dropped) % history.size()], begin(i));
                }
            }
            std::size_t const matched = history[i % history.size()];
            history[(i + 1) % history.size()] = credential.forward(matched, symbol(i), steps_);
        }
    }

    /// Of a credential's symbols, `matched` are right before the one at `after`. They are followed by a cut.
    void add_beginning(secret_pattern const& credential, std::size_t after, std::size_t matched, std::size_t cut_at)
    {
        ++steps_;
        if (matched < credential.beginning()) return;
        std::size_t const first = after - matched;
        if (credential.is_whole_word() && first != 0 && is_letter_or_digit(symbol(first - 1))) return;
        found_.push_back({.begin = begin(first), .end = cut_at});
    }

    // Of places_, which are in the order from the last one to the first, by their number from the first.
    unsigned char symbol(std::size_t i) const noexcept { return places_[places_.size() - 1 - i].symbol(); }
    std::size_t begin(std::size_t i) const noexcept { return i == 0 ? 0 : places_[places_.size() - i].end(); }

    /// Adds a range that begins before all others of the same credential, or where the last one does.
    void add(text_range of)
    {
        if (!found_.empty() && of.begin <= found_.back().begin && of.end > found_.back().begin)
            found_.back() = {.begin = of.begin, .end = std::max(of.end, found_.back().end)};
        else found_.push_back(of);
    }

    std::string_view text_;
    bool has_escape_;
    std::vector<node> nodes_;
    std::vector<place> places_; ///< of the symbols that are read, the last of the text first
    std::vector<frame> frames_;
    std::vector<text_range> found_;
    std::size_t matched_ = 0;
    std::size_t steps_ = 0;
};

} // namespace outlay::http::detail
