#pragma once

#include <boost/json/basic_parser_impl.hpp>
#include <boost/system/error_code.hpp>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>

/// A handler for basic_parser that does nothing: the least that reading on top of it can cost.
struct empty_handler {
    using view = boost::json::string_view;
    using code = boost::system::error_code;

    static constexpr auto max_object_size = std::numeric_limits<std::size_t>::max();
    static constexpr auto max_array_size = std::numeric_limits<std::size_t>::max();
    static constexpr auto max_key_size = std::numeric_limits<std::size_t>::max();
    static constexpr auto max_string_size = std::numeric_limits<std::size_t>::max();

    bool on_document_begin(code&) { return true; }
    bool on_document_end(code&) { return true; }
    bool on_object_begin(code&) { return true; }
    bool on_object_end(std::size_t, code&) { return true; }
    bool on_array_begin(code&) { return true; }
    bool on_array_end(std::size_t, code&) { return true; }
    bool on_key_part(view, std::size_t, code&) { return true; }
    bool on_key(view, std::size_t, code&) { return true; }
    bool on_string_part(view, std::size_t, code&) { return true; }
    bool on_string(view, std::size_t, code&) { return true; }
    bool on_number_part(view, code&) { return true; }
    bool on_int64(std::int64_t, view, code&) { return true; }
    bool on_uint64(std::uint64_t, view, code&) { return true; }
    bool on_double(double, view, code&) { return true; }
    bool on_bool(bool, code&) { return true; }
    bool on_null(code&) { return true; }
    bool on_comment_part(view, code&) { return true; }
    bool on_comment(view, code&) { return true; }
};

inline bool bare_parse(std::string_view text)
{
    boost::json::basic_parser<empty_handler> parser(boost::json::parse_options{});
    boost::system::error_code ec;
    return parser.write_some(false, text.data(), text.size(), ec) == text.size() && !ec;
}
