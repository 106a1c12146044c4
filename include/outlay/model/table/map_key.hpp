#pragma once

#include <cstddef>
#include <outlay/model/table/token.hpp>
#include <outlay/model/table/type_table.hpp>
#include <outlay/model/table/visit.hpp>
#include <outlay/model/table/writer.hpp>
#include <outlay/value/detail/digits.hpp>
#include <outlay/value/timestamp.hpp>
#include <string>
#include <string_view>

// The keys of maps, which are names in JSON for every type of key.

namespace outlay::inline v0_1_0::detail {

/// Whether a text is an integer in the form that is written, so that no two names are the same key: not `-0`.
constexpr bool is_integer_text(std::string_view text) noexcept
{
    if (text == "0") return true;
    if (text.starts_with('-')) text.remove_prefix(1);
    if (text.empty() || text.front() == '0') return false;
    for (char const c : text)
        if (!is_digit(c)) return false;
    return true;
}

/// Whether a text is a number with a point, as decimals are written: `-0.50`.
constexpr bool is_fraction_text(std::string_view text) noexcept
{
    std::size_t const point = text.find('.');
    if (point == std::string_view::npos || point + 1 == text.size()) return false;
    for (char const c : text.substr(point + 1))
        if (!is_digit(c)) return false;
    return text.starts_with("-0.") || is_integer_text(text.substr(0, point));
}

/// Reads a name as a key: as a string, or as a number if the type is written as a number.
inline problem const* read_key(type_table const& key, void* to, std::string_view name)
{
    bool const is_number = is_integer_text(name) || ((key.kinds & json_number) != 0 && is_fraction_text(name));
    if ((key.kinds & json_string) != 0 || !is_number) return key.read(to, token(token_kind::string, name));
    return key.read(to, token(read_integer(name) ? token_kind::integer : token_kind::number, name));
}

/// The scalar that a key is on the wire.
inline scalar_table const& scalar_of_key(type_table const& key)
{
    return key.converted != nullptr ? scalar_of_key(*key.converted->wire) : *key.scalar;
}

/// Appends the name for a key; for a number, its digits.
inline void append_key(std::string& text, type_table const& key, void const* value)
{
    if (key.converted != nullptr)
        return with_wire(*key.converted, value,
                         [&](void const* wire) { append_key(text, *key.converted->wire, wire); });
    if (key.scalar->text != nullptr) {
        text += key.scalar->text(value);
        return;
    }
    std::string written;
    writer out(written);
    key.scalar->write(out, value);
    out.flush();
    bool const is_quoted = written.starts_with('"');
    text += std::string_view(written).substr(is_quoted, written.size() - 2u * is_quoted);
}

} // namespace outlay::inline v0_1_0::detail
