#pragma once

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/parse_options.hpp>
#include <boost/system/error_code.hpp>
#include <cstddef>
#include <optional>
#include <outlay/json/detail/reader.hpp>
#include <outlay/json/detail/syntax.hpp>
#include <outlay/json/detail/tables.hpp>
#include <outlay/json/options.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <string_view>
#include <utility>

namespace outlay {
namespace detail {

/// Reads a text in one or more chunks into a value whose type only its tables know.
class document_reader {
public:
    document_reader(void* root, value_reader const& type, decode_options const& options)
        : options_(options), parser_(parse_options(options), root, type, options)
    {}

    /// False if no more input is wanted, because the text can't be read any further.
    bool write(std::string_view chunk, bool more)
    {
        if (chunk.data() == nullptr) chunk = ""; // what ends here still has a place
        if (stopped_) return read_on(chunk);
        std::size_t const allowed = options_.max_bytes - bytes_;
        if (chunk.size() > allowed) {
            // What is wrong before the limit is reported first, however the text is cut into chunks.
            write(chunk.substr(0, allowed), true);
            return stopped_ ? read_on(chunk.substr(allowed)) : too_many_bytes();
        }
        bytes_ += chunk.size();
        reader& in = parser_.handler();
        in.begin_chunk(chunk, !more);
        boost::system::error_code ec;
        std::size_t const read = parser_.write_some(more, chunk.data(), chunk.size(), ec);
        if (!ec && read < chunk.size()) ec = boost::json::error::extra_data;
        if (ec) return stop(ec, chunk.data() + read);
        if (more) in.end_chunk();
        return true;
    }

    std::optional<error_kind> stopped() const noexcept { return stopped_; }

    report take_report()
    {
        report& found = parser_.handler().found;
        if (syntax_error_) found.add(std::move(*syntax_error_).finish());
        return std::move(found);
    }

private:
    static boost::json::parse_options parse_options(decode_options const& options)
    {
        boost::json::parse_options parse;
        parse.max_depth = options.max_depth;
        return parse;
    }

    bool stop(boost::system::error_code ec, char const* at)
    {
        reader& in = parser_.handler();
        auto token = in.tracker.token_at(at);
        // A string is refused for what comes first in it, wherever the parser noticed.
        if (token.string.size() > options_.max_string) ec = boost::json::error::string_too_large;
        stopped_ = kind_of(ec);
        if (*stopped_ == error_kind::limit) in.found.add(describe_limit(in, ec, options_, token.position));
        else syntax_error_ = describe_syntax_error(in, std::move(token), at);
        return wants_rest_of_word();
    }

    bool wants_rest_of_word() const noexcept { return syntax_error_ && !syntax_error_->word_is_whole; }

    bool read_on(std::string_view chunk)
    {
        if (wants_rest_of_word()) syntax_error_->read_on(chunk);
        return wants_rest_of_word();
    }

    bool too_many_bytes()
    {
        reader& in = parser_.handler();
        stopped_ = error_kind::limit;
        in.found.add(
            {.pointer = {},
             .code = "max_bytes",
             .message = detail::joined({"a text of more than ", std::to_string(options_.max_bytes), " bytes"})});
        return false;
    }

    decode_options const& options_;
    boost::json::basic_parser<reader> parser_;
    std::size_t bytes_ = 0;
    std::optional<error_kind> stopped_;
    std::optional<syntax_error> syntax_error_;
};

} // namespace detail

/// All that could be had from a text: the value as far as it was read (what is wrong keeps its default), and
/// everything found on the way. For salvage; decode() is for a text that must be right.
template<class T>
struct inspection {
    T value{};                           ///< what could be read; the rest keeps its default
    outlay::report report;               ///< violations, and the notices also of a text without violations
    std::optional<error_kind> stopped{}; ///< the text could not be read to its end: syntax, or limit

    /// Whether there is no violation; notices do not count.
    bool ok() const noexcept { return report.empty(); }

    /// The value if there is no violation, otherwise the error.
    result<T> to_result() &&
    {
        if (ok()) return std::move(value);
        return error(stopped.value_or(error_kind::invalid), std::move(report));
    }
};

/// Reads as much of a JSON text as can be read, and reports all the rest.
template<class T>
[[nodiscard]] inspection<T> inspect(std::string_view text, decode_options const& options = {})
{
    inspection<T> seen;
    detail::document_reader document(&seen.value, detail::value_tables<T>::reader, options);
    document.write(text, false);
    seen.report = document.take_report();
    seen.stopped = document.stopped();
    return seen;
}

/// Reads a JSON text (UTF-8) and checks its structure and the rules of T. The error names every violation with its
/// JSON Pointer, line and column, and is of kind syntax, limit or invalid. Notices are to be had from inspect().
template<class T>
[[nodiscard]] result<T> decode(std::string_view text, decode_options const& options = {})
{
    return inspect<T>(text, options).to_result();
}

/// decode() for a text that arrives in pieces, such as the body of a reply: write() them, then finish(). Gives the same
/// result as decode() of the whole, but holds no more than the piece at hand.
template<class T>
class decoder {
public:
    /// A decoder at the start of a text.
    explicit decoder(decode_options const& options = {})
        : options_(options), document_(&seen_.value, detail::value_tables<T>::reader, options_)
    {}
    decoder(decoder const&) = delete;
    decoder& operator=(decoder const&) = delete;

    /// False when further input would change nothing, because the text is broken or a limit is reached.
    bool write(std::string_view piece) { return document_.write(piece, true); }

    /// Ends the text. The decoder can't be used again.
    result<T> finish() { return finish_inspection().to_result(); }

    /// The same, as inspect() gives it.
    inspection<T> finish_inspection()
    {
        document_.write({}, false);
        seen_.report = document_.take_report();
        seen_.stopped = document_.stopped();
        return std::move(seen_);
    }

private:
    decode_options options_;
    inspection<T> seen_;
    detail::document_reader document_;
};

} // namespace outlay
