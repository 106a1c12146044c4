#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <outlay/http/detail/secret_pattern.hpp>
#include <outlay/http/detail/unescape.hpp>
#include <string_view>
#include <utility>
#include <vector>

// Finds credentials in a text in any spelling: by their symbols, see unescape.hpp.
//
// The text before a credential may join a part of it to an escape: `100%` before `cafe...` reads as `100\xCA` and
// `fe...`. A text is therefore read from its end to its beginning, and an escape both as its character and as its
// parts. The text after a credential matters only if the credential ends with the beginning of an escape (`...u`).
//
// Time and memory are proportional to the text, for any contents.

namespace outlay::inline v0_1_0::http::detail {

/// A part of a text, from begin up to, but not including, end.
struct text_range {
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// Finds the credentials in a text.
class secret_search {
public:
    explicit secret_search(std::string_view text) : text_(text), has_escape_(http::detail::has_escape(text)) {}

    /// Returns false if find() would find nothing. Does not allocate. Exact for texts without escapes, the usual case;
    /// always true for others.
    bool may_find(secret_pattern const& credential)
    {
        if (has_escape_) return true;
        std::size_t matched = 0;
        bool is_begun = false;
        for (std::size_t i = 0; i < text_.size(); ++i) {
            is_begun = is_begun || credential.is_beginning(matched, secret_pattern::least_beginning);
            if (is_begun && is_cut(i)) return true;
            unsigned char const symbol = symbol_of(static_cast<unsigned char>(text_[i]));
            if (!is_compared(symbol)) continue;
            matched = credential.forward(matched, symbol, steps_);
            if (matched == credential.size()) return true;
        }
        return false;
    }

    /// Finds the credential, and its beginnings before a cut, and adds the ranges to found().
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
        // Without unescaping, since the text before may join the first characters to an escape.
        places_.clear();
        reading_ = {};
        for (std::size_t i = text_.size(); i-- > 0;)
            (void)place_before(symbol_of(static_cast<unsigned char>(text_[i])), {.begin = i, .end = i + 1});
        find_beginnings(credential);
    }

    /// The ranges in order, without overlaps.
    std::vector<text_range> found() &&
    {
        std::sort(found_.begin(), found_.end(), [](text_range a, text_range b) { return a.begin < b.begin; });
        std::vector<text_range> merged;
        for (text_range const next : found_) {
            if (!merged.empty() && next.begin < merged.back().end)
                merged.back().end = (std::max)(merged.back().end, next.end);
            else merged.push_back(next);
        }
        return merged;
    }

    /// The number of comparisons of a symbol of the text with one of a credential, for tests of the complexity.
    std::size_t steps() const noexcept { return steps_; }

private:
    static constexpr std::string_view cut = "..."; ///< marks the rest of a text that is not shown

    /// A symbol, which comes after its parts. 0 parts: a byte of the text.
    struct node {
        unsigned char symbol;
        unsigned char parts;
    };

    /// A symbol and its end in the text, packed in one number, because there is one for each byte.
    class place {
    public:
        place(std::size_t end, unsigned char symbol) noexcept : packed_(std::uint64_t{end} << 8 | symbol) {}
        std::size_t end() const noexcept { return static_cast<std::size_t>(packed_ >> 8); }
        unsigned char symbol() const noexcept { return static_cast<unsigned char>(packed_ & 0xFF); }

    private:
        std::uint64_t packed_;
    };

    /// The state of reading a text.
    struct reading {
        std::size_t matched = 0;     ///< the number of matched symbols from the credential's end
        std::size_t end = 0;         ///< the end of the character whose last part was read; 0: none
        bool is_after_found = false; ///< a backslash here belongs to a credential that was found
    };

    /// An escape whose parts are being read, before it is read as its character.
    struct frame {
        node made;
        std::size_t end;
        std::size_t places;
        reading before;
    };

    /// The numbers of matched symbols after each of the last symbols of the text: as many as a cut, threefold nested
    /// escape may have.
    using history = std::array<std::size_t, 16>;

    /// Finds whole credentials. Reads the nodes from last to first, so that an escape comes before its parts.
    void find_whole(secret_pattern const& credential)
    {
        places_.clear();
        reading_ = {};
        std::size_t position = text_.size();
        for (std::size_t i = nodes_.size(); i-- > 0;) {
            if (nodes_[i].parts != 0) {
                frames_.push_back({.made = nodes_[i], .end = position, .places = places_.size(), .before = reading_});
                continue;
            }
            unsigned char symbol = nodes_[i].symbol;
            take(credential, symbol, {.begin = position - 1, .end = position}, i);
            --position;
            while (is_compared(symbol) && !frames_.empty() && --frames_.back().made.parts == 0) {
                frame const whole = frames_.back();
                frames_.pop_back();
                reading_ = whole.before;
                places_.erase(places_.begin() + static_cast<std::ptrdiff_t>(whole.places), places_.end());
                symbol = whole.made.symbol;
                take(credential, symbol, {.begin = position, .end = whole.end}, i);
            }
        }
    }

    /// Adds the symbol before the present ones, if it is compared.
    bool place_before(unsigned char symbol, text_range of)
    {
        if (symbol == continued && reading_.end == 0) reading_.end = of.end;
        if (!is_compared(symbol)) return false;
        places_.emplace_back(reading_.end != 0 ? reading_.end : of.end, symbol);
        reading_.end = 0;
        return true;
    }

    /// Takes the symbol before those taken already. `first`: the first node of the symbol or of its parts.
    void take(secret_pattern const& credential, unsigned char symbol, text_range of, std::size_t first)
    {
        bool const is_after_found = std::exchange(reading_.is_after_found, false);
        if (!place_before(symbol, of)) {
            reading_.is_after_found = is_after_found && symbol == backslash;
            if (reading_.is_after_found) found_.back().begin = of.begin;
            return;
        }
        reading_.matched = credential.backward(reading_.matched, symbol, steps_);
        if (reading_.matched != credential.body()) return;
        std::size_t const last = places_.size() - credential.body(); // the place of the body's last symbol
        of.end = places_[last].end();
        if (credential.is_whole_word() && (is_word_before(first) || is_word_after(last))) return;
        std::size_t const begin = credential.body() > 1 ? places_[last + 1].end() : of.begin;
        if (!has_tail(credential, last, of.end - begin > 1, of.end)) return;
        add(of);
        reading_.is_after_found = true;
    }

    /// Whether the rest of a credential follows its body, or may do so within an escape. Sets its end. `last`: the
    /// place of the body's last symbol, which may be an escape.
    bool has_tail(secret_pattern const& credential, std::size_t last, bool is_escape, std::size_t& end)
    {
        for (std::size_t i = credential.body(); i < credential.size(); ++i) {
            ++steps_;
            if (last == 0) return is_escape || end < text_.size();
            std::size_t const next_end = places_[--last].end();
            bool const is_same = places_[last].symbol() == credential.at(i);
            bool const is_next_escape = next_end - end > 1;
            is_escape = is_escape || is_next_escape;
            if (is_same || is_next_escape) end = next_end;
            if (!is_same) return is_escape;
        }
        return true;
    }

    /// Whether a letter or digit precedes a node. The letter of an escape such as `\n` does not count.
    bool is_word_before(std::size_t first) const noexcept
    {
        if (first == 0 || !is_letter_or_digit(nodes_[first - 1].symbol)) return false;
        bool const is_after_backslash = first > 1 && nodes_[first - 2].symbol == backslash;
        return !is_after_backslash || !names_control(nodes_[first - 1].symbol);
    }

    /// Whether a letter or digit follows a place, with the same exception.
    bool is_word_after(std::size_t last) const noexcept
    {
        if (last == 0 || !is_letter_or_digit(places_[last - 1].symbol())) return false;
        std::string_view const rest = text_.substr(places_[last].end());
        if (!names_control(places_[last - 1].symbol())) return true;
        return !rest.starts_with('\\') && !rest.starts_with("%5C") && !rest.starts_with("%5c");
    }

    /// Whether a letter after a backslash is a control character in JSON.
    static bool names_control(unsigned char letter) noexcept
    {
        return std::string_view("bfnrt").find(static_cast<char>(letter)) != std::string_view::npos;
    }

    bool is_cut(std::size_t at) const noexcept { return text_.compare(at, cut.size(), cut) == 0; }

    /// Finds the beginnings of a credential before cuts, in the symbols of places_.
    void find_beginnings(secret_pattern const& credential)
    {
        history matched{};
        std::size_t const count = places_.size();
        for (std::size_t i = 0; i < count; ++i) {
            if (i + cut.size() <= count && symbol(i) == '.' && symbol(i + 1) == '.' && symbol(i + 2) == '.')
                find_beginning(credential, matched, i);
            matched[(i + 1) % matched.size()] = credential.forward(matched[i % matched.size()], symbol(i), steps_);
        }
    }

    /// Finds a beginning before a cut at a symbol, which may be within an escape.
    void find_beginning(secret_pattern const& credential, history const& matched, std::size_t at)
    {
        add_beginning(credential, at, matched[at % matched.size()], at);
        for (std::size_t i = at; i > 0 && at - i < matched.size() - 1;) {
            unsigned char const before = symbol(--i);
            bool const begins_escape = escape_digits(before) != 0;
            if (!begins_escape && hex_value(before) < 0) return;
            if (begins_escape) add_beginning(credential, i, matched[i % matched.size()], at);
        }
    }

    /// Adds a beginning of `matched` symbols right before `after`, with a cut at `cut_at`.
    void add_beginning(secret_pattern const& credential, std::size_t after, std::size_t matched, std::size_t cut_at)
    {
        ++steps_;
        if (!credential.is_beginning(matched, cut_at - after)) return;
        std::size_t const first = after - matched;
        if (credential.is_whole_word() && first != 0 && is_letter_or_digit(symbol(first - 1))) return;
        found_.push_back({.begin = begin(first), .end = begin(cut_at)});
    }

    // Access to places_, which are in reverse order, by the number from the first.
    unsigned char symbol(std::size_t i) const noexcept { return places_[places_.size() - 1 - i].symbol(); }
    std::size_t begin(std::size_t i) const noexcept { return i == 0 ? 0 : places_[places_.size() - i].end(); }

    /// Adds a range. Precondition: it begins before all others of the same credential, or where the last one does.
    void add(text_range of)
    {
        if (!found_.empty() && of.begin <= found_.back().begin && of.end > found_.back().begin)
            found_.back() = {.begin = of.begin, .end = (std::max)(of.end, found_.back().end)};
        else found_.push_back(of);
    }

    std::string_view text_;
    bool has_escape_;
    std::vector<node> nodes_;
    std::vector<place> places_; ///< the symbols that were read, the last of the text first
    std::vector<frame> frames_;
    std::vector<text_range> found_;
    reading reading_{};
    std::size_t steps_ = 0;
};

} // namespace outlay::inline v0_1_0::http::detail
