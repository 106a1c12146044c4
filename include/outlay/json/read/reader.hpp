#pragma once

#include <algorithm>
#include <boost/json/error.hpp>
#include <boost/json/string_view.hpp>
#include <boost/system/error_code.hpp>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <outlay/json/options.hpp>
#include <outlay/json/read/inline_stack.hpp>
#include <outlay/json/read/value_reader.hpp>
#include <outlay/model/table/token.hpp>
#include <outlay/model/table/type_table.hpp>
#include <outlay/value/detail/attributes.hpp>
#include <string>
#include <string_view>

namespace outlay::inline v0_1_0::detail {

/// The handler of boost::json::basic_parser: assembles tokens that arrive in several parts, and passes them to
/// value_reader.
class reader final : public value_reader {
    using error_code = boost::system::error_code;
    using json_view = boost::json::string_view;

public:
    reader(void* root, type_table const& type, decode_options const& options)
        : value_reader(root, type, options),
          max_string_(std::min<std::size_t>(options.max_string, (std::numeric_limits<std::uint32_t>::max)()))
    {}

    /// Whether a key was read and its value was not, for the message of a syntax error.
    bool after_key() const noexcept { return after_key_; }

    /// The JSON Pointer of a syntax error: of the value after a key, otherwise of the object or array.
    std::string pointer_of_syntax_error() { return after_key_ ? pointer() : pointer_of_container(); }

    void begin_chunk(std::string_view chunk, bool is_last)
    {
        tracker.begin_chunk(chunk.data(), chunk.size());
        text_end_ = is_last ? chunk.data() + chunk.size() : nullptr;
    }

    /// Removes and returns the parts of an incomplete number.
    std::string take_parts()
    {
        std::string text(parts_.data(), parts_.size());
        parts_.clear();
        return text;
    }

    /// Takes a number that the parser rejects because of its exponent. `is_cut`: the text may end within the number.
    void far_number(std::string_view text, bool is_cut)
    {
        tracker.token(text, 0);
        after_key_ = false;
        if (!is_cut || is_outermost()) scalar(token(token_kind::number, text));
    }

    // The interface for basic_parser. The handler checks sizes against the options; the parser's own limits are off.

    static constexpr std::size_t unlimited = (std::numeric_limits<std::size_t>::max)();
    static constexpr std::size_t max_object_size = unlimited;
    static constexpr std::size_t max_array_size = unlimited;
    static constexpr std::size_t max_key_size = unlimited;
    static constexpr std::size_t max_string_size = unlimited;

    bool on_document_begin(error_code&) { return true; }
    bool on_document_end(error_code&) { return true; }
    bool on_comment_part(json_view, error_code&) { return true; }
    bool on_comment(json_view, error_code&) { return true; }

    bool on_object_begin(error_code&)
    {
        begin_token();
        open<true>();
        return true;
    }
    bool on_array_begin(error_code&)
    {
        begin_token();
        open<false>();
        return true;
    }
    bool on_object_end(std::size_t, error_code&)
    {
        tracker.token();
        close();
        return true;
    }
    bool on_array_end(std::size_t, error_code&)
    {
        tracker.token();
        close();
        return true;
    }

    bool on_key_part(json_view part, std::size_t size, error_code& ec) { return add_part(part, size, ec); }
    bool on_key(json_view part, std::size_t size, error_code& ec)
    {
        if (size > max_string_) return too_large(ec);
        key(whole({part.data(), part.size()}, 1));
        after_key_ = true;
        return true;
    }

    bool on_string_part(json_view part, std::size_t size, error_code& ec) { return add_part(part, size, ec); }
    bool on_string(json_view part, std::size_t size, error_code& ec)
    {
        if (size > max_string_) return too_large(ec);
        return take(token(token_kind::string, whole({part.data(), part.size()}, 1)));
    }

    bool on_number_part(json_view part, error_code&)
    {
        parts_.append(part.data(), part.size()); // bounded by max_bytes
        return true;
    }
    bool on_int64(std::int64_t, json_view part, error_code&) { return number(token_kind::integer, part); }
    bool on_uint64(std::uint64_t, json_view part, error_code&) { return number(token_kind::number, part); }
    bool on_double(double, json_view part, error_code&) { return number(token_kind::number, part); }

    bool on_bool(bool value, error_code&)
    {
        tracker.token();
        return take(token::boolean(value));
    }
    bool on_null(error_code&)
    {
        tracker.token();
        null();
        after_key_ = false;
        return true;
    }

private:
    void begin_token() noexcept
    {
        tracker.token();
        after_key_ = false;
    }

    bool take(token value)
    {
        scalar(value);
        after_key_ = false;
        return true;
    }

    static bool too_large(error_code& ec)
    {
        ec = boost::json::error::string_too_large;
        return false;
    }

    bool add_part(json_view part, std::size_t size, error_code& ec)
    {
        if (size > max_string_) return too_large(ec);
        parts_.append(part.data(), part.size());
        return true;
    }

    /// The whole text of a token with this last part.
    std::string_view whole(std::string_view part, std::size_t quotes)
    {
        if (parts_.empty()) [[likely]] {
            tracker.token(part, quotes);
            return part;
        }
        tracker.token();
        parts_.append(part.data(), part.size());
        std::string_view const text{parts_.data(), parts_.size()};
        parts_.clear(); // the characters stay valid until the next part is added
        return text;
    }

    bool number(token_kind kind, json_view part)
    {
        token const value(kind, whole({part.data(), part.size()}, 0));
        // At the end of a text with open brackets, the number may be incomplete: it is not read, since its value may be
        // wrong.
        if (part.data() + part.size() == text_end_ && !is_outermost()) [[unlikely]] {
            after_key_ = false;
            return true;
        }
        return take(value);
    }

    std::size_t const max_string_;  ///< from the options
    inline_stack<char, 256> parts_; ///< the parts of a string, name or number so far
    bool after_key_ = false;
    char const* text_end_ = nullptr; ///< the end of the whole text; null: not known yet
};

} // namespace outlay::inline v0_1_0::detail

#undef OUTLAY_COLD
