#pragma once

#include <algorithm>
#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/error.hpp>
#include <boost/json/parse_options.hpp>
#include <boost/system/error_code.hpp>
#include <cstddef>
#include <cstring>
#include <outlay/json/options.hpp>
#include <outlay/json/read/document_reader.hpp>
#include <outlay/json/read/reader.hpp>
#include <outlay/json/read/syntax.hpp>
#include <outlay/model/table/type_table.hpp>
#include <outlay/value/detail/assert.hpp>
#include <outlay/value/detail/attributes.hpp>
#include <outlay/value/detail/separate.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <string_view>
#include <utility>

namespace outlay::inline v0_1_0::detail {

inline boost::json::parse_options parse_options_of(decode_options const& options)
{
    boost::json::parse_options parse;
    parse.max_depth = options.max_depth;
    return parse;
}

/// Whether an error is one of Boost.JSON; always true. This function is not inlined, and is the only one that calls a
/// function of Boost.JSON's library, so that a linker's message about the missing library contains its name.
OUTLAY_NOINLINE inline bool link_boost_json_or_include_outlay_src_hpp_in_one_file(boost::system::error_code ec)
{
    return ec == make_error_condition(boost::json::condition::parse_error);
}

OUTLAY_SEPARATE_BEGIN

template<class Handler>
basic_document_reader<Handler>::basic_document_reader(void* root, type_table const& type, decode_options const& options)
    : options_(options), parser_(parse_options_of(options), root, type, options)
{
    violation refused = describe_refused(options);
    if (refused.code.empty()) return;
    stopped_ = error_kind::limit;
    parser_.handler().found.add(std::move(refused));
}

template<class Handler>
basic_document_reader<Handler>::~basic_document_reader() = default;

template<class Handler>
bool basic_document_reader<Handler>::write(std::string_view chunk, bool more)
{
    if (chunk.data() == nullptr) chunk = ""; // an error at the end has an address in the chunk
    if (stopped_) return read_on(chunk);
    std::size_t const allowed = options_.max_bytes - bytes_;
    if (chunk.size() > allowed) {
        // Errors before the limit are reported first, so that the result does not depend on the chunks.
        write(chunk.substr(0, allowed), true);
        return stopped_ ? read_on(chunk.substr(allowed)) : too_many_bytes();
    }
    if (head_size_ < head_.size()) take_head(chunk);
    bytes_ += chunk.size();
    Handler& in = parser_.handler();
    in.begin_chunk(chunk, !more);
    if (!parse(chunk, more)) return wants_rest_of_word();
    if (more) in.end_chunk();
    return true;
}

template<class Handler>
bool basic_document_reader<Handler>::parse(std::string_view rest, bool more)
{
    for (;;) {
        if (is_in_far_number_) [[unlikely]]
            rest = after_far_number(rest, more);
        boost::system::error_code ec;
        std::size_t const read = parser_.write_some(more, rest.data(), rest.size(), ec);
        if (parser_.handler().is_out_of_memory()) {
            stopped_ = error_kind::limit; // later parts of the text, perhaps with a syntax error, have not been read
            return false;
        }
        if (!ec && read < rest.size()) ec = boost::json::error::extra_data;
        if (!ec) return true;
        char const* const at = rest.data() + read;
        if (ec != boost::json::error::exponent_overflow) {
            stop(ec, at);
            return false;
        }
        begin_far_number(at);
        rest.remove_prefix(read);
    }
}

/// The parser can't continue after a number whose exponent is too large for it, such as 1e9999999999, which may be in
/// an unknown field. So the parser is reset, and reads the open brackets and `null` instead of the number, which the
/// reader ignores. That takes time in proportion to the depth of the number.
template<class Handler>
void basic_document_reader<Handler>::begin_far_number(char const* at)
{
    constexpr std::string_view of_numbers = "+-.0123456789Ee";
    Handler& in = parser_.handler();
    far_begin_ = at;
    while (far_begin_ != in.tracker.chunk().data() && of_numbers.find(far_begin_[-1]) != of_numbers.npos) --far_begin_;
    far_number_ = in.take_parts();
    std::string const open = in.text_of_open();
    parser_.reset();
    in.ignore([&] {
        boost::system::error_code ec;
        parser_.write_some(true, open.data(), open.size(), ec);
        OUTLAY_ASSERT(!ec); // the text is JSON, and no deeper than the text before the number
    });
    is_in_far_number_ = true;
}

/// Passes the number to the reader when it is complete. Returns the rest of the chunk after it.
template<class Handler>
std::string_view basic_document_reader<Handler>::after_far_number(std::string_view rest, bool more)
{
    constexpr std::string_view digits = "0123456789";
    std::size_t const size = (std::min)(rest.find_first_not_of(digits), rest.size());
    char const* const end = rest.data() + size;
    char const* const begin = far_begin_ != nullptr ? far_begin_ : rest.data();
    std::string_view const part(begin, static_cast<std::size_t>(end - begin));
    far_begin_ = nullptr; // the number continues at the start of the next chunk
    rest.remove_prefix(size);
    if (rest.empty() && more) {
        far_number_ += part;
        return rest;
    }
    is_in_far_number_ = false;
    Handler& in = parser_.handler();
    if (far_number_.empty()) in.far_number(part, rest.empty());
    else in.far_number(far_number_ += part, rest.empty());
    return rest;
}

template<class Handler>
report basic_document_reader<Handler>::take_report()
{
    report& found = parser_.handler().found;
    if (syntax_error_) std::move(*syntax_error_).add_to(found, {head_.data(), head_size_});
    return std::move(found);
}

template<class Handler>
void basic_document_reader<Handler>::stop(boost::system::error_code ec, char const* at)
{
    Handler& in = parser_.handler();
    auto token = in.tracker.token_at(at);
    // A string that is too long is reported as such even if the parser found another error in it first, so that the
    // result does not depend on the chunks.
    if (token.string.size() > options_.max_string) ec = boost::json::error::string_too_large;
    stopped_ = link_boost_json_or_include_outlay_src_hpp_in_one_file(ec) ? kind_of(ec) : error_kind::syntax;
    if (*stopped_ == error_kind::limit) in.found.add(describe_limit(in, ec, options_, token.position));
    else syntax_error_ = describe_syntax_error(in, std::move(token), at);
    if (!syntax_error_) return;
    std::string_view const chunk = in.tracker.chunk();
    auto const rest = static_cast<std::size_t>(chunk.data() + chunk.size() - at);
    syntax_error_->is_at_begin = bytes_ - rest < bytes_of_encoding;
}

template<class Handler>
void basic_document_reader<Handler>::take_head(std::string_view chunk) noexcept
{
    std::size_t const size = (std::min)(chunk.size(), head_.size() - head_size_);
    std::memcpy(head_.data() + head_size_, chunk.data(), size);
    head_size_ += size;
}

template<class Handler>
bool basic_document_reader<Handler>::read_on(std::string_view chunk)
{
    if (!wants_rest_of_word()) return false;
    if (syntax_error_->is_at_begin) take_head(chunk);
    if (!syntax_error_->word_is_whole) syntax_error_->read_on(chunk);
    return wants_rest_of_word();
}

template<class Handler>
bool basic_document_reader<Handler>::too_many_bytes()
{
    Handler& in = parser_.handler();
    stopped_ = error_kind::limit;
    in.found.add({.pointer = {},
                  .code = "max_bytes",
                  .message = joined({"a text of more than ", std::to_string(options_.max_bytes), " bytes"})});
    return false;
}

OUTLAY_SEPARATE_END
} // namespace outlay::inline v0_1_0::detail
