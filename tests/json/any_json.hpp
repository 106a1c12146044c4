#pragma once

#include <cstddef>
#include <iterator>
#include <outlay/value/report.hpp>
#include <rapidcheck.h>
#include <string>
#include <vector>

// Any JSON value, for RapidCheck, as two texts: as a server might send it, and as extras keep it.

namespace any_json {

struct text {
    std::string sent;
    std::string kept; ///< without white space, its strings escaped as encode() escapes them
};

inline std::string any_space()
{
    return *rc::gen::weightedElement<std::string>({{8, ""}, {3, " "}, {2, "\n"}, {1, "\r\n\t"}});
}

inline text any_string()
{
    static constexpr struct {
        char const* sent;
        char const* kept;
    } pieces[] = {{"a", "a"},
                  {"0", "0"},
                  {",:[]{}", ",:[]{}"},
                  {"\\\"", "\\\""},
                  {"\\\\", "\\\\"},
                  {"\\/", "/"},
                  {"\\u0041", "A"},
                  {"\\n", "\\n"},
                  {"\\u000a", "\\n"},
                  {"\\u0000", "\\u0000"},
                  {"\xC3\xA9", "\xC3\xA9"},
                  {"\\u00e9", "\xC3\xA9"},
                  {"\\ud83d\\ude00", "\xF0\x9F\x98\x80"},
                  {"a rather long piece that no small string holds", "a rather long piece that no small string holds"}};
    text made{"\"", "\""};
    for (std::size_t const i :
         *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, std::size(pieces)))) {
        made.sent += pieces[i].sent;
        made.kept += pieces[i].kept;
    }
    return {made.sent + '"', made.kept + '"'};
}

inline text any_scalar()
{
    if (*rc::gen::arbitrary<bool>()) return any_string();
    auto const same = *rc::gen::element<std::string>("0", "-0", "-1.50", "7", "1e3", "1E+05", "-0.0e-7",
                                                     "18446744073709551616", "123456789012345678901234567890",
                                                     "0.123456789012345678901234567890", "true", "false", "null");
    return {same, same};
}

inline text any_value(int depth)
{
    int const kind = depth == 0 ? 0 : *rc::gen::inRange(0, 3);
    if (kind == 0) return any_scalar();
    bool const is_object = kind == 1;
    text made{is_object ? "{" : "[", is_object ? "{" : "["};
    int const items = *rc::gen::inRange(0, 4);
    for (int i = 0; i < items; ++i) {
        if (i != 0) {
            made.sent += ',';
            made.kept += ',';
        }
        if (is_object) {
            text const name = any_string();
            made.sent += outlay::detail::joined({any_space(), name.sent, any_space(), ":"});
            made.kept += outlay::detail::joined({name.kept, ":"});
        }
        text const item = any_value(depth - 1);
        made.sent += outlay::detail::joined({any_space(), item.sent, any_space()});
        made.kept += item.kept;
    }
    made.sent += outlay::detail::joined({any_space(), is_object ? "}" : "]"});
    made.kept += is_object ? '}' : ']';
    return made;
}

} // namespace any_json
