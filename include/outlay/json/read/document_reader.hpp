#pragma once

#include <array>
#include <boost/json/basic_parser.hpp>
#include <boost/json/parse_options.hpp>
#include <boost/system/error_code.hpp>
#include <cstddef>
#include <optional>
#include <outlay/json/options.hpp>
#include <outlay/json/read/reader.hpp>
#include <outlay/json/read/syntax.hpp>
#include <outlay/model/table/type_table.hpp>
#include <outlay/value/detail/foreign_text.hpp>
#include <outlay/value/detail/separate.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <string_view>

namespace outlay::inline v0_1_0::detail {
OUTLAY_SEPARATE_BEGIN

/// The careful reader: reads a text in one or more chunks into a value of any type, using the type's table. It handles
/// all texts, and reports all errors with their positions. Reads with boost::json::basic_parser, whose handler is
/// `reader`. There is only one Handler; this is a template so that it is compiled only where it is used.
template<class Handler>
class basic_document_reader {
public:
    basic_document_reader(void* root, type_table const& type, decode_options const& options);
    basic_document_reader(basic_document_reader const&) = delete;
    basic_document_reader& operator=(basic_document_reader const&) = delete;
    ~basic_document_reader();

    /// Reads a chunk. `more`: further chunks follow. Returns false if the text can't be read any further.
    bool write(std::string_view chunk, bool more);

    std::optional<error_kind> stopped() const noexcept { return stopped_; }

    /// See inspection::found_nothing.
    bool found_nothing() const noexcept { return !stopped_ && parser_.handler().found_nothing(); }

    report take_report();

private:
    /// Parses the rest of the current chunk. Returns false if the text can't be read any further.
    bool parse(std::string_view rest, bool more);
    void begin_far_number(char const* at);
    std::string_view after_far_number(std::string_view rest, bool more);
    void stop(boost::system::error_code ec, char const* at);
    /// Whether the description of a syntax error needs more of the text.
    bool wants_rest_of_word() const noexcept
    {
        return syntax_error_ &&
               (!syntax_error_->word_is_whole || (syntax_error_->is_at_begin && head_size_ < head_.size()));
    }
    void take_head(std::string_view chunk) noexcept;
    bool read_on(std::string_view chunk);
    bool too_many_bytes();

    decode_options const& options_;
    boost::json::basic_parser<Handler> parser_;
    std::size_t bytes_ = 0;
    std::optional<error_kind> stopped_;
    std::optional<syntax_error> syntax_error_;
    std::array<char, bytes_of_encoding> head_{}; ///< the first bytes of the text
    std::size_t head_size_ = 0;
    /// A number that the parser rejects because of its exponent: its part in earlier chunks, and the start of its part
    /// in the current chunk; null: the start of the chunk.
    std::string far_number_;
    char const* far_begin_ = nullptr;
    bool is_in_far_number_ = false;
};

using document_reader = basic_document_reader<reader>;

#ifdef OUTLAY_SEPARATE_COMPILATION
extern template class basic_document_reader<reader>;
#endif

OUTLAY_SEPARATE_END
} // namespace outlay::inline v0_1_0::detail
