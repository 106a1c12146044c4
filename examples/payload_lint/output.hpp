#pragma once

#include <boost/json.hpp>
#include <cstddef>
#include <iostream>
#include <outlay/json.hpp>
#include <string>
#include <string_view>

// The findings in a document, for people, programs and GitHub.

namespace lint {

enum class format { text, json, github };
BOOST_DESCRIBE_ENUM(format, text, json, github)

} // namespace lint

template<>
struct outlay::model<lint::format> {
    static constexpr auto naming = wire_case::snake;
};

namespace lint {

/// A document, and its source.
struct document {
    std::string_view source;
    std::string_view text;
    std::size_t first_line = 1;
};

inline std::string escaped(std::string_view text, std::string_view special)
{
    constexpr char hex[] = "0123456789ABCDEF";
    std::string made;
    for (char const c : text) {
        if (special.find(c) == special.npos) made += c;
        else made.append("%").append(1, hex[c >> 4]).append(1, hex[c & 15]);
    }
    return made;
}

/// A workflow command, from which GitHub makes a note beside the line of the file.
inline void print_github(document const& about, std::string_view kind, outlay::violation const& v)
{
    std::cout << "::" << kind << " file=" << escaped(about.source, "%\r\n:,");
    if (v.line != 0) std::cout << ",line=" << v.line + about.first_line - 1 << ",col=" << v.column;
    std::cout << ",title=" << escaped(v.code, "%\r\n:,") << "::";
    outlay::violation const without_place{.pointer = v.pointer, .code = {}, .message = v.message};
    std::cout << escaped(without_place.to_string(), "%\r\n") << '\n';
}

inline void print(format as, document const& about, outlay::report const& found, bool with_notices)
{
    switch (as) {
    case format::text:
        std::cout << render(found, about.text,
                            {.notices = with_notices, .source = about.source, .first_line = about.first_line})
                  << '\n';
        return;
    case format::json: {
        boost::json::object made{{"source", about.source}, {"firstLine", about.first_line}};
        boost::json::value const of_report = to_json(found);
        for (auto const& part : of_report.as_object())
            if (with_notices || !part.key().ends_with("otices")) made[part.key()] = part.value();
        std::cout << made << '\n';
        return;
    }
    case format::github:
        for (outlay::violation const& v : found) print_github(about, "error", v);
        if (!with_notices) return;
        for (outlay::violation const& v : found.notices()) print_github(about, "notice", v);
        return;
    }
}

/// JSON on several lines.
inline void print_pretty(boost::json::value const& value, std::string const& indent = {})
{
    std::string const inner = indent + "  ";
    char const* separator = "\n";
    if (auto const* const object = value.if_object(); object != nullptr && !object->empty()) {
        std::cout << '{';
        for (auto const& member : *object) {
            std::cout << separator << inner << boost::json::serialize(boost::json::string(member.key())) << ": ";
            print_pretty(member.value(), inner);
            separator = ",\n";
        }
        std::cout << '\n' << indent << '}';
    } else if (auto const* const list = value.if_array();
               list != nullptr && !list->empty() && !list->begin()->is_string()) {
        std::cout << '[';
        for (auto const& item : *list) {
            std::cout << separator << inner;
            print_pretty(item, inner);
            separator = ",\n";
        }
        std::cout << '\n' << indent << ']';
    } else std::cout << value;
}

} // namespace lint
