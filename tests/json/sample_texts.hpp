#pragma once

#include "sample.hpp"
#include <rapidcheck.h>
#include <string>
#include <utility>
#include <vector>

// Generated JSON texts, for RapidCheck: always JSON, mostly of the shape of sample::plan, seldom valid in full.

namespace sample {

inline std::string any_space()
{
    return *rc::gen::weightedElement<std::string>({{8, ""}, {3, " "}, {2, "\n"}, {1, "\r\n\t"}});
}

inline std::string any_string()
{
    auto const pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
        "a", "id", "\xC3\xA9", "\xE6\x97\xA5", "\xF0\x9F\x98\x80", "\\n", "\\\"", "\\\\", "\\u00e9", "\\ud83d\\ude00"));
    std::string text = "\"";
    for (std::string const& piece : pieces) text += piece;
    return text + '"';
}

inline std::string any_scalar()
{
    if (*rc::gen::arbitrary<bool>()) return any_string();
    return *rc::gen::element<std::string>("0", "-1.50", "7", "1e3", "18446744073709551615", "0.1234567890123456789",
                                          "true", "false", "null", "\"PAUSED\"", "[]", "{}");
}

/// Mostly the type that `plan` expects, so that nested values are reached.
inline std::string any_object(int depth)
{
    std::string text = *rc::gen::element<std::string>("{", "{\"id\":\"a\"", "{\"amount\":1") + any_space();
    bool is_first = text.find(':') == text.npos;
    int const members = *rc::gen::inRange(0, 6);
    for (int i = 0; i < members; ++i) {
        auto const name = *rc::gen::element<std::string>("id", "name", "oldTitle", "active", "state", "floor", "cap",
                                                         "tags", "entries", "children", "amount", "monthIndex", "note",
                                                         "n\\u006fte", "unknown");
        if (!std::exchange(is_first, false)) text += "," + any_space();
        text += '"' + name + '"' + any_space() + ':' + any_space();
        bool const is_list = name == "tags" || name == "entries" || name == "children" || name == "unknown";
        if (!is_list || depth == 0) {
            text += any_scalar();
        } else {
            int const items = *rc::gen::inRange(0, 4);
            text += '[';
            for (int item = 0; item < items; ++item)
                text += (item != 0 ? "," : "") + any_space() + (name == "tags" ? any_string() : any_object(depth - 1));
            text += any_space() + ']';
        }
    }
    return text + any_space() + "}";
}

inline std::string any_plan() { return any_space() + any_object(2) + any_space(); }

} // namespace sample
