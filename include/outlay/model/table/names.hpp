#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <outlay/model/table/quick_text.hpp>
#include <outlay/model/table/records.hpp>
#include <outlay/model/table/type_table.hpp>
#include <outlay/model/table/writer.hpp>
#include <outlay/value/naming.hpp>
#include <string_view>

// The names of the members of a class on the wire, and the keys that are written before their values.

namespace outlay::inline v0_1_0::detail {

/// The position of a key in the text of all keys of a class.
struct key_place {
    std::uint16_t begin = 0;
    std::uint16_t size = 0;
};

inline constexpr std::size_t longest_member_name = writer::longest_key - around_name;

/// Writes the key of a member. Returns the end.
constexpr char* write_member_key(char* to, name_source const& source)
{
    *to++ = ',';
    *to++ = '"';
    if (source.is_final) {
        for (char const c : source.text) *to++ = c;
    } else {
        wire_name<longest_member_name> const name = to_wire<longest_member_name>(source.text, source.style);
        for (char const c : name.view()) *to++ = c;
    }
    *to++ = '"';
    *to++ = ':';
    return to;
}

/// Writes the keys of members one after another, and their positions.
constexpr void write_member_keys(char* text, key_place* places, name_source const* sources, std::size_t count)
{
    char* end = text;
    for (std::size_t i = 0; i < count; ++i) {
        char* const begin = end;
        end = write_member_key(begin, sources[i]);
        places[i] = {.begin = static_cast<std::uint16_t>(begin - text),
                     .size = static_cast<std::uint16_t>(end - begin)};
    }
}

// The quick reader compares from the quote of a name on, the second character of its key.
static_assert(readable_of_key <= writer::key_block);

constexpr std::size_t count_key_characters(name_source const* sources, std::size_t count) noexcept
{
    std::size_t sum = writer::key_block; // whole blocks of the last key can be read
    for (std::size_t i = 0; i < count; ++i) sum += sources[i].text.size() + around_name;
    return sum;
}

template<std::size_t Names, std::size_t Characters>
struct key_pool {
    std::array<char, Characters> text{};
    std::array<key_place, Names> places{};

    constexpr char const* key(std::size_t index) const noexcept { return text.data() + places[index].begin; }
    constexpr std::size_t key_size(std::size_t index) const noexcept { return places[index].size; }
    constexpr std::string_view name(std::size_t index) const noexcept
    {
        return {key(index) + 2, key_size(index) - around_name};
    }
};

template<class T>
constexpr auto make_member_keys()
{
    constexpr auto const& names = records_of<T>.names;
    key_pool<names.size(), count_key_characters(names.data(), names.size())> pool;
    write_member_keys(pool.text.data(), pool.places.data(), names.data(), names.size());
    return pool;
}

template<class T>
inline constexpr auto member_keys = make_member_keys<T>();

template<class T>
constexpr auto make_member_names()
{
    std::array<std::string_view, member_count<T>> names{};
    for (std::size_t i = 0; i < names.size(); ++i) names[i] = member_keys<T>.name(i);
    return names;
}

/// The names of a type's members on the wire, in the order of its description.
template<class T>
inline constexpr auto member_names = make_member_names<T>();

} // namespace outlay::inline v0_1_0::detail
