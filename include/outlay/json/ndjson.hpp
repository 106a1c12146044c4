#pragma once

#include <concepts>
#include <cstddef>
#include <iterator>
#include <optional>
#include <outlay/json/decode.hpp>
#include <outlay/json/options.hpp>
#include <outlay/value/report.hpp>
#include <string>
#include <string_view>
#include <utility>

// NDJSON, one JSON text a line: logs of replies, exports, messages of a stream.

namespace outlay::inline v0_1_0 {

/// A line of NDJSON as a T: the result of inspect(), in which each violation has the number of the line in the whole
/// text.
template<class T>
struct ndjson_line : inspection<T> {
    std::size_t number = 0; ///< from 1, counting blank lines
};

namespace detail {

/// A stream from which ndjson reads: std::istream, without including its header.
template<class S>
concept char_stream = requires(S& stream, char* to) {
    { stream.rdbuf()->sgetn(to, 1) } -> std::convertible_to<std::ptrdiff_t>;
};

/// The pieces of a whole text: one.
struct whole_text {
    std::string_view text;
    std::string_view operator()() noexcept { return std::exchange(text, std::string_view()); }
};

/// The pieces of a stream, all of one size.
template<class Stream>
class stream_pieces {
public:
    explicit stream_pieces(Stream& from) : from_(&from), buffer_(piece, '\0') {}

    std::string_view operator()()
    {
        auto const got = from_->rdbuf()->sgetn(buffer_.data(), static_cast<std::ptrdiff_t>(buffer_.size()));
        return {buffer_.data(), got > 0 ? static_cast<std::size_t>(got) : 0};
    }

private:
    static constexpr std::size_t piece = std::size_t{64} << 10; // bytes: large enough that the calls do not matter

    Stream* from_;
    std::string buffer_;
};

/// A copy of a report, with line 1 changed to line `number`.
inline report at_line(report const& found, std::size_t number)
{
    report moved;
    auto const at_number = [number](violation v) {
        if (v.line == 1) v.line = number;
        return v;
    };
    for (violation const& v : found) moved.append(at_number(v));
    for (violation const& v : found.notices()) moved.append_notice(at_number(v));
    for (std::size_t left = found.omitted(); left != 0; --left) moved.omit_one();
    for (std::size_t left = found.omitted_notices(); left != 0; --left) moved.omit_notice();
    return moved;
}

} // namespace detail

/// The lines of an NDJSON text as an input range of ndjson_line<T>. A line with violations has them in its report, and
/// does not end the range; blank lines are left out. Only the T of the current line is in memory, for texts and lines
/// of any length. The limits of the options, such as max_bytes, apply to each line.
///
///     for (auto const& line : outlay::ndjson<campaign_usage>(std::cin))
///         if (line.ok()) add(line.value);
///         else std::cerr << line.report << '\n';    // 17:12 /budget: expected a number, found "75"
///
/// After an exception, such as std::bad_alloc or one thrown by `Pieces`, the range ends: no further line is read.
///
/// `Pieces` is called for the next piece of the text until it returns an empty one; each piece must be valid until the
/// next call.
template<class T, class Pieces = detail::whole_text>
class ndjson_reader {
public:
    /// Made by ndjson().
    explicit ndjson_reader(Pieces pieces, decode_options const& options) : pieces_(std::move(pieces)), options_(options)
    {
        detail::require_readable<T>();
    }

    /// An input iterator. All iterators of a range share its position.
    class iterator {
    public:
        using value_type = ndjson_line<T>;
        using difference_type = std::ptrdiff_t;
        using iterator_concept = std::input_iterator_tag; ///< single pass

        iterator() noexcept = default;                              ///< singular
        explicit iterator(ndjson_reader& of) noexcept : of_(&of) {} ///< at the current line

        /// The line, which may be moved from. Valid until the iterator is incremented.
        ndjson_line<T>& operator*() const noexcept { return *of_->line_; }
        ndjson_line<T>* operator->() const noexcept { return &*of_->line_; } ///< the line
        /// Reads the next line.
        iterator& operator++()
        {
            of_->next();
            return *this;
        }
        void operator++(int) { of_->next(); } ///< reads the next line

        /// Whether there are no more lines.
        friend bool operator==(iterator const& at, std::default_sentinel_t) noexcept { return at.is_at_end(); }

    private:
        bool is_at_end() const noexcept { return !of_->line_; }

        ndjson_reader* of_ = nullptr;
    };

    /// Reads the first line when it is called first; later calls return the current position.
    iterator begin()
    {
        if (number_ == 0) next();
        return iterator(*this);
    }
    std::default_sentinel_t end() const noexcept { return {}; } ///< the end of the lines

private:
    /// Reads the next line that is not blank.
    void next()
    {
        line_.reset();
        if (std::exchange(is_over_, true)) return; // until a line is read, so that an exception ends the range
        while (!line_) {
            if (rest_.empty()) rest_ = pieces_();
            if (rest_.empty()) return;
            ++number_;
            std::size_t const end = rest_.find('\n');
            bool const is_whole = end != std::string_view::npos || std::same_as<Pieces, detail::whole_text>;
            if (is_whole) read_whole(take_part(end));
            else read_pieces();
        }
        if (!line_->report.empty() || !line_->report.notices().empty()) number_report();
        is_over_ = false;
    }

    /// Sets the line numbers of the report. If that throws, the line is discarded, because its numbers are wrong.
    void number_report()
    {
        try {
            line_->report = detail::at_line(line_->report, number_);
        } catch (...) {
            line_.reset();
            throw;
        }
    }

    /// Removes the rest of the current line from the current piece. `end` is the end of the line in the piece, or npos.
    std::string_view take_part(std::size_t end) noexcept
    {
        std::string_view const part = rest_.substr(0, end);
        rest_.remove_prefix(end == std::string_view::npos ? part.size() : part.size() + 1);
        return part;
    }

    static bool is_blank(std::string_view part) noexcept { return part.find_first_not_of(" \t\r") == part.npos; }

    void read_whole(std::string_view text)
    {
        if (!is_blank(text)) line_.emplace(ndjson_line<T>{inspect<T>(text, options_), number_});
    }

    /// Reads a line that continues in further pieces.
    void read_pieces()
    {
        decoder<T> reading(options_);
        bool is_empty = true;
        for (bool goes_on = true; goes_on;) {
            std::size_t const end = rest_.find('\n');
            std::string_view const part = take_part(end);
            is_empty = is_empty && is_blank(part);
            static_cast<void>(reading.write(part)); // after a syntax error, the rest of the line is skipped
            if (end == std::string_view::npos) rest_ = pieces_();
            goes_on = end == std::string_view::npos && !rest_.empty();
        }
        if (!is_empty) line_.emplace(ndjson_line<T>{reading.finish_inspection(), number_});
    }

    Pieces pieces_;
    decode_options options_;
    std::string_view rest_{}; ///< the rest of the current piece
    std::size_t number_ = 0;  ///< the number of the current line
    bool is_over_ = false;    ///< there are no more lines
    std::optional<ndjson_line<T>> line_{};
};

/// The lines of a text, which must outlive the range.
template<class T>
[[nodiscard]] ndjson_reader<T> ndjson(std::string_view text, decode_options const& options = {})
{
    return ndjson_reader<T>(detail::whole_text{text}, options);
}

/// The lines of a std::istream, which must outlive the range. A read error ends the text; the stream's state is not
/// changed.
template<class T, detail::char_stream Stream>
[[nodiscard]] ndjson_reader<T, detail::stream_pieces<Stream>> ndjson(Stream& from, decode_options const& options = {})
{
    return ndjson_reader<T, detail::stream_pieces<Stream>>(detail::stream_pieces<Stream>(from), options);
}

/// The lines of a text that arrives in pieces, such as the body of a response. `next_piece()` returns a
/// std::string_view, and an empty one at the end of the text.
template<class T, class Pieces>
    requires(!std::convertible_to<Pieces const&, std::string_view>) && requires(Pieces& next_piece) {
        { next_piece() } -> std::convertible_to<std::string_view>;
    }
[[nodiscard]] ndjson_reader<T, Pieces> ndjson(Pieces next_piece, decode_options const& options = {})
{
    return ndjson_reader<T, Pieces>(std::move(next_piece), options);
}

} // namespace outlay::inline v0_1_0
