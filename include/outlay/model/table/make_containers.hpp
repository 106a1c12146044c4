#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <optional>
#include <outlay/model/codec.hpp>
#include <outlay/model/table/factory.hpp>
#include <outlay/model/table/map_key.hpp>
#include <outlay/model/table/member_checks.hpp>
#include <outlay/model/table/records.hpp>
#include <outlay/model/table/shape.hpp>
#include <outlay/model/table/type_table.hpp>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

// The tables of lists, maps, tuples, variants, holders of values, and types with a codec.

namespace outlay::inline v0_1_0::detail {

/// A list whose items are contiguous in memory.
template<class List>
concept contiguous_list = requires(List const& list) { list.data(); };

// Function templates and not lambdas, each of which costs three functions to compile.

template<class List>
void each_item(void const* list, item_visitor const& to)
{
    for (auto const& item : *static_cast<List const*>(list)) to.visit(to.context, nullptr, &item);
}

template<class List>
std::size_t size_of_list(void const* list)
{
    return static_cast<List const*>(list)->size();
}

template<class List>
void const* data_of_list(void const* list)
{
    return static_cast<List const*>(list)->data();
}

template<class List>
void* append_to_list(void* list, std::size_t)
{
    return &static_cast<List*>(list)->emplace_back();
}

template<class Array>
void* item_of_array(void* array, std::size_t index)
{
    return index < std::tuple_size_v<Array> ? &(*static_cast<Array*>(array))[index] : nullptr;
}

template<class List>
void reserve_in_list(void* list, std::size_t items)
{
    static_cast<List*>(list)->reserve(items);
}

template<class List>
void clear_list(void* list)
{
    static_cast<List*>(list)->clear();
}

template<class Set>
bool insert_in_set(void* set, void* item)
{
    return static_cast<Set*>(set)->insert(std::move(*static_cast<typename Set::value_type*>(item))).second;
}

template<class List>
constexpr list_table make_list_table()
{
    using item_type = std::remove_cv_t<typename List::value_type>;
    static_assert(
        !is_vector_of_bool<List>,
        "the items of a std::vector<bool> have no addresses to read into: use std::vector<std::optional<bool>> or "
        "std::deque<bool>");
    list_table made{.item = &table_of<item_type>::table, .item_size = sizeof(item_type), .size = &size_of_list<List>};
    if constexpr (contiguous_list<List>) made.data = &data_of_list<List>;
    else made.each = &each_item<List>;

    if constexpr (is_fixed_array<List>) {
        made.count = std::tuple_size_v<List>;
        made.append = &item_of_array<List>;
    } else if constexpr (sequence_like<List>) {
        made.append = &append_to_list<List>;
        if constexpr (requires(List& list) { list.reserve(1); }) made.reserve = &reserve_in_list<List>;
    } else if constexpr (set_like<List>) {
        made.items = &factory_of<item_type>;
        made.insert = &insert_in_set<List>;
    }
    if constexpr (requires(List& list) { list.clear(); }) made.clear = &clear_list<List>;
    return made;
}

/// The description, for schemas, of the values that a codec or form rejects in addition to its wire type.
template<class Form>
constexpr std::string_view refused_by() noexcept
{
    if constexpr (requires { Form::refuses; }) return Form::refuses;
    else return "codec: a value that the codec of this type accepts; its errors have codes of its own";
}

/// The problem of a name that the codec of a key rejects. The codec's own message, which is about a value, is not used.
template<class Codec>
inline constexpr problem refused_key = [] {
    constexpr std::string_view refuses = refused_by<Codec>();
    constexpr std::size_t colon = refuses.find(": ");
    if constexpr (requires { Codec::refuses; } && colon != std::string_view::npos)
        return problem{.code = refuses.substr(0, colon), .expected = refuses.substr(colon + 2)};
    else return problem{.code = "codec", .expected = "a name that the codec of the key accepts"};
}();

template<class Key>
problem const* read_key_into(Key& key, std::string_view name)
{
    if constexpr (has_codec<Key>) {
        typename codec_of<Key>::wire wire{};
        problem const* const wrong = read_key_into(wire, name);
        if (wrong != nullptr && !wrong->has_value()) return wrong;
        auto made = codec_of<Key>::from_wire(wire);
        if (!made) return &refused_key<codec_of<Key>>;
        key = std::move(*made);
        return wrong;
    } else {
        return read_key(table_of<Key>::table, &key, name);
    }
}

template<class Map>
map_entry insert_entry(void* map, std::string_view name)
{
    using key_type = typename Map::key_type;
    key_type key{};
    problem const* const wrong = read_key_into(key, name);
    if (wrong != nullptr && !wrong->has_value()) return {.wrong = wrong};
    auto const made = static_cast<Map*>(map)->try_emplace(std::move(key));
    if (!made.second) return {};
    return {.key = &made.first->first, .value = &made.first->second, .wrong = wrong};
}

template<class Map>
constexpr map_table make_map_table()
{
    using key_type = typename Map::key_type;
    static_assert(map_key<key_type>,
                  "the keys of a map are names in JSON: texts, identifiers, enumerations, integers, months, dates");
    return {
        .key = &table_of<key_type>::table,
        .value = &table_of<typename Map::mapped_type>::table,
        .entry_size = sizeof(typename Map::value_type),
        .insert = &insert_entry<Map>,
        .size = [](void const* map) -> std::size_t { return static_cast<Map const*>(map)->size(); },
        .each =
            [](void const* map, item_visitor const& to) {
                for (auto const& [key, value] : *static_cast<Map const*>(map)) to.visit(to.context, &key, &value);
            },
    };
}

template<class Tuple, class Indices>
struct tuple_parts;
template<class Tuple, std::size_t... I>
struct tuple_parts<Tuple, std::index_sequence<I...>> {
    static constexpr std::array<type_table const*, sizeof...(I)> types{
        &table_of<std::tuple_element_t<I, Tuple>>::table...};

    static void* part(void* tuple, std::size_t index)
    {
        void* parts[] = {&std::get<I>(*static_cast<Tuple*>(tuple))...};
        return parts[index];
    }
};

template<class Tuple>
constexpr tuple_table make_tuple_table()
{
    static_assert(std::tuple_size_v<Tuple> != 0, "an empty tuple can't be read or written");
    using parts = tuple_parts<Tuple, std::make_index_sequence<std::tuple_size_v<Tuple>>>;
    return {.parts = slice_of(parts::types), .part = &parts::part};
}

template<class Holder>
void const* held_in(void const* holder)
{
    return held_by(*static_cast<Holder const*>(holder));
}

template<class Holder>
void* engage_holder(void* holder)
{
    return &engage(*static_cast<Holder*>(holder));
}

template<class Holder>
void set_holder_null(void* holder)
{
    set_null(*static_cast<Holder*>(holder));
}

template<class Holder>
void reset_holder(void* holder)
{
    static_cast<Holder*>(holder)->reset();
}

template<class Holder>
bool is_null_holder(void const* holder)
{
    return static_cast<Holder const*>(holder)->is_null();
}

/// The table of a holder. `IsReadAtOnce`: the holder of a scalar is read in one step, by the read function of its type,
/// and needs no functions to make and reset the value.
template<class Holder, bool IsReadAtOnce>
constexpr maybe_table make_maybe_table(type_table const& value)
{
    using held = std::remove_cvref_t<decltype(*std::declval<Holder&>())>;
    static_assert(!maybe_like<held>, "JSON can't distinguish an optional of an optional from an optional");
    maybe_table made{.value = &value, .held = &held_in<Holder>};
    if constexpr (!IsReadAtOnce) {
        made.engage = &engage_holder<Holder>;
        made.set_null = &set_holder_null<Holder>;
        made.reset = &reset_holder<Holder>;
    }
    if constexpr (requires(Holder const& holder) { holder.is_null(); }) made.is_null = &is_null_holder<Holder>;
    if constexpr (sizeof(Holder) < sizeof(held)) made.apart = sizeof(held);
    else if constexpr (requires(Holder const& holder) { holder.get(); }) made.apart = sizeof(held);
    return made;
}

template<class Variant>
struct variant_parts;
template<template<class...> class Variant, class... Alternatives>
struct variant_parts<Variant<Alternatives...>> {
    using variant = Variant<Alternatives...>;
    static constexpr std::array<type_table const*, sizeof...(Alternatives)> types{&table_of<Alternatives>::table...};

    static void const* held(void const* of)
    {
        return visit([](auto const& value) -> void const* { return &value; }, *static_cast<variant const*>(of));
    }

    static void* emplace(void* of, std::size_t index)
    {
        return emplace(*static_cast<variant*>(of), index, std::index_sequence_for<Alternatives...>());
    }

private:
    template<std::size_t... I>
    static void* emplace(variant& of, std::size_t index, std::index_sequence<I...>)
    {
        void* made = nullptr;
        ((I == index ? static_cast<void>(made = &of.template emplace<I>()) : void()), ...);
        return made;
    }
};

template<class Variant>
constexpr variant_table make_variant_table()
{
    using parts = variant_parts<Variant>;
    return {.alternatives = slice_of(parts::types),
            .index = [](void const* of) { return static_cast<Variant const*>(of)->index(); },
            .held = &parts::held,
            .emplace = &parts::emplace,
            .variants = &factory_of<Variant>};
}

template<class V, class Form>
bool reads_back(void const* value, error& why)
{
    V const& value_in = *static_cast<V const*>(value);
    auto const made = Form::from_wire(Form::to_wire(value_in));
    if (!made) {
        why = made.error();
        return false;
    }
    if constexpr (std::equality_comparable<V>) {
        return *made == value_in;
    } else {
        return true;
    }
}

/// The table of a V with a codec, or with a Form, which has the same members.
template<class V, class Form>
constexpr converted_table make_converted_table()
{
    check_codec<V, Form>();
    using wire = typename Form::wire;
    return {
        .wire = &table_of<wire>::table,
        .wires = &factory_of<wire>,
        .from_wire =
            [](void* to, void const* from, error& why) {
                auto made = Form::from_wire(*static_cast<wire const*>(from));
                if (made) *static_cast<V*>(to) = std::move(*made);
                else why = made.error();
                return made.has_value();
            },
        .to_wire =
            [](void const* value, item_visitor const& to) {
                wire const written = Form::to_wire(*static_cast<V const*>(value));
                to.visit(to.context, nullptr, &written);
            },
        .reads_back = &reads_back<V, Form>,
        .unsaid = refused_by<Form>(),
    };
}

} // namespace outlay::inline v0_1_0::detail
