#pragma once

#include <cstddef>
#include <outlay/value/report.hpp>
#include <string>
#include <string_view>

namespace outlay::inline v0_1_0::detail {

/// The place of a value in a document: a linked list on the stack, from the value up to the root. Each element has a
/// name, or an index if the data() of the name is null.
struct place {
    place const* parent = nullptr;
    std::string_view name = {};
    std::size_t index = 0;
};

constexpr void append_token(std::string& pointer, std::string_view name)
{
    pointer += '/';
    for (char const c : name) {
        if (c == '~') pointer += "~0";
        else if (c == '/') pointer += "~1";
        else pointer += c;
    }
}

constexpr void append_token(std::string& pointer, std::size_t index)
{
    pointer += '/';
    append_number(pointer, index);
}

/// Appends the JSON Pointer of a place. Nothing is appended for the root.
constexpr void append_pointer(std::string& pointer, place const& at)
{
    if (at.parent == nullptr) return;
    append_pointer(pointer, *at.parent);
    if (at.name.data() != nullptr) append_token(pointer, at.name);
    else append_token(pointer, at.index);
}

} // namespace outlay::inline v0_1_0::detail
