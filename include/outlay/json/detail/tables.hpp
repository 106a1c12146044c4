#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <outlay/json/codec.hpp>
#include <outlay/json/detail/token.hpp>
#include <outlay/model/members.hpp>
#include <outlay/model/rules.hpp>
#include <outlay/model/validate.hpp>
#include <outlay/value/detail/words.hpp>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

// What the reader knows of a type, as constant data: one reader, compiled once, reads every type from these tables.

namespace outlay::detail {

struct field_reader;
struct object_reader;
struct array_reader;

using check_function = void (*)(void const* value, findings& to);
using keep_function = void (*)(void* object, std::string&& name, std::string&& json);

/// How a value of one type is read.
struct value_reader {
    problem const* (*scalar)(void* to, token from);
    object_reader const* object; ///< for a class: its members
    array_reader const* array;   ///< for a list: its items
    void* (*engage)(void* to);   ///< makes the value of a std::optional or nullable; null for other types
};

struct array_reader {
    value_reader const& (*item)(); ///< a function, so that a type may contain a list of itself
    void* (*append)(void* list);
    void (*reserve)(void* list, std::size_t items);
    void (*clear)(void* list);
    std::size_t item_size;
};

/// A name under which a member is read. Of a size that makes the address of the n-th cheap.
struct alignas(64) field_reader {
    std::string_view name;
    problem const* (*read)(void* object, token from) = nullptr; ///< a scalar into the member
    value_reader const* value = nullptr;
    void* (*member)(void* object) = nullptr;
    check_function check = nullptr;      ///< the member's rules
    check_function check_item = nullptr; ///< the rules of each of its items
    std::uint8_t index = 0;
    std::int8_t slot = -1; ///< an invariant reports this member: its position is kept in this slot
    bool is_alias = false;
    bool is_plain = true;  ///< has neither check nor slot
    std::uint8_t next = 0; ///< the number of the field after this one, after the last that of the first

    bool has_name(std::string_view text) const noexcept
    {
        return name.size() == text.size() && same_text(name.data(), text.data(), text.size());
    }
};

struct object_reader {
    field_reader const* fields; ///< by member index; the aliases follow
    std::uint8_t const* buckets;
    std::uint32_t bucket_mask;
    std::uint64_t required;
    std::uint64_t checked_if_absent; ///< members that may be absent, and whose default has rules to keep
    check_function check;            ///< the invariants
    keep_function keep;              ///< takes a field that is not among them; null: it is ignored
    bool has_any_names;              ///< no member but extras: any name is as good as another
    std::uint8_t slots;
    direction way; ///< what binds all that is in it

    /// Of few characters, cheaply: a name that collides goes to the next bucket.
    static constexpr std::uint32_t hash(std::string_view name) noexcept
    {
        if (name.empty()) return 0;
        auto const first = static_cast<unsigned char>(name.front());
        auto const last = static_cast<unsigned char>(name.back());
        return static_cast<std::uint32_t>(name.size()) * 4 + last * 2u + first;
    }

    /// Whether there is a name under which something is read.
    bool has_members() const noexcept
    {
        return std::any_of(buckets, buckets + bucket_mask + 1, [](std::uint8_t entry) { return entry != 0; });
    }

    field_reader const* find(std::string_view name) const noexcept
    {
        for (std::uint32_t bucket = hash(name);; ++bucket) {
            std::uint8_t const entry = buckets[bucket & bucket_mask];
            if (entry == 0) return nullptr;
            if (fields[entry - 1].has_name(name)) return &fields[entry - 1];
        }
    }
};

inline constexpr problem expected_object{"type", "an object"};
inline constexpr problem expected_array{"type", "an array"};

template<class V>
problem const* read_scalar(void* to, token from)
{
    if constexpr (optional_like<V>) {
        V& value = *static_cast<V*>(to);
        if (from.kind == token_kind::null) {
            if constexpr (requires { value.set_null(); }) value.set_null();
            else value.reset();
            return nullptr;
        }
        using inner = std::remove_cvref_t<decltype(*value)>;
        if constexpr (has_text<inner> && std::constructible_from<inner, std::string_view>) {
            if (from.kind == token_kind::string) return value.emplace(from.text()), nullptr;
        }
        if constexpr (scalar<inner> || has_text_form<inner>) {
            problem const* const found = read_scalar<inner>(&value.emplace(), from);
            if (found != nullptr && !found->has_value()) value.reset();
            return found;
        } else {
            return read_scalar<inner>(nullptr, from);
        }
    } else if constexpr (scalar<V>) {
        return codec<V>::read(*static_cast<V*>(to), from);
    } else if constexpr (is_vector<V>) {
        return &expected_array;
    } else if constexpr (has_text_form<V>) {
        return model<V>::text_form::read(*static_cast<V*>(to), from);
    } else {
        return &expected_object;
    }
}

template<class T, auto Member>
problem const* read_member(void* object, token from)
{
    auto& member = static_cast<T*>(object)->*Member;
    return read_scalar<std::remove_cvref_t<decltype(member)>>(&member, from);
}

template<class T, auto Member, class Form>
problem const* read_form(void* object, token from)
{
    return Form::read(static_cast<T*>(object)->*Member, from);
}

template<class T>
struct object_tables;

template<class V>
struct value_tables;

template<class List>
struct array_tables {
    using item_type = typename List::value_type;
    static_assert(!std::same_as<item_type, bool>, "std::vector<bool> has no items that could be read into");

    static constexpr array_reader reader{
        []() -> value_reader const& { return value_tables<item_type>::reader; },
        [](void* list) -> void* { return &static_cast<List*>(list)->emplace_back(); },
        [](void* list, std::size_t items) { static_cast<List*>(list)->reserve(items); },
        [](void* list) { static_cast<List*>(list)->clear(); },
        sizeof(item_type),
    };
};

/// What is inside any number of std::optional and nullable.
template<class V>
struct unwrapped {
    using type = V;
};
template<optional_like V>
struct unwrapped<V> : unwrapped<std::remove_cvref_t<decltype(*std::declval<V&>())>> {};

template<class V>
constexpr value_reader make_value_reader()
{
    using inner = typename unwrapped<V>::type;
    static_assert(scalar<inner> || is_vector<inner> || described<inner>,
                  "outlay can't read this type: describe a class with BOOST_DESCRIBE_STRUCT, an enumeration with "
                  "BOOST_DESCRIBE_ENUM");
    if constexpr (optional_like<V>)
        static_assert(std::same_as<inner, std::remove_cvref_t<decltype(*std::declval<V&>())>>,
                      "an optional of an optional can't be told apart in JSON");
    value_reader reader{&read_scalar<V>, nullptr, nullptr, nullptr};
    if constexpr (!scalar<inner>) {
        if constexpr (is_vector<inner>) reader.array = &array_tables<inner>::reader;
        else reader.object = &object_tables<inner>::reader;
        if constexpr (optional_like<V>)
            reader.engage = [](void* to) -> void* { return &static_cast<V*>(to)->emplace(); };
    }
    return reader;
}

template<class V>
struct value_tables {
    static constexpr value_reader reader = make_value_reader<V>();
};

/// Whether a rule has anything to check on the member as a whole. That it is there at all, the reader knows; but an
/// optional member that is required may still be null.
template<class Rule, class Member>
inline constexpr bool is_member_rule =
    !is_each<Rule> && !std::derived_from<Rule, annotation> && (!std::same_as<Rule, presence> || optional_like<Member>);

/// The rules of clause number Clause on its member's value, but for those that are about each item.
template<class T, std::size_t Clause>
void check_member(void const* value, findings& to)
{
    auto const& clause = std::get<Clause>(model<T>::members);
    auto const& member = *static_cast<member_type<clause.pointer> const*>(value);
    clause.rules.visit([&]<class Rule>(Rule const& rule) {
        if constexpr (!is_each<Rule>) check_rule(rule, member, place{}, to);
    });
}

/// The rules of clause number Clause on one item of its member.
template<class T, std::size_t Clause>
void check_item(void const* value, findings& to)
{
    auto const& clause = std::get<Clause>(model<T>::members);
    using item_type = typename unwrapped<member_type<clause.pointer>>::type::value_type;
    clause.rules.visit([&]<class Rule>(Rule const& rule) {
        if constexpr (is_each<Rule>) check_rules(rule.rules, *static_cast<item_type const*>(value), place{}, to);
    });
}

/// How many member clauses are about one member.
template<class T, auto Member>
inline constexpr std::size_t clauses_of = [] {
    std::size_t count = 0;
    for_each_clause<T>([&count]<class Clause>(Clause const&) {
        if constexpr (is_member_clause<Clause>) count += same_member(Clause::pointer, Member);
    });
    return count;
}();

template<class Clause>
inline constexpr bool is_alias_clause = false;
template<auto Member, class Form>
inline constexpr bool is_alias_clause<alias<Member, Form>> = true;

template<class T>
struct object_tables {
    static constexpr std::size_t members = member_count<T>;

    static constexpr std::size_t aliases = [] {
        std::size_t count = 0;
        for_each_clause<T>([&count]<class Clause>(Clause const&) { count += is_alias_clause<Clause>; });
        return count;
    }();

    static constexpr bool has_invariants = [] {
        bool has = false;
        for_each_clause<T>([&has]<class Clause>(Clause const&) { has |= is_object_clause<Clause>; });
        return has;
    }();

    using field_array = std::array<field_reader, members + aliases>;

    struct maker {
        field_array fields{};
        std::size_t used = members;
        std::uint8_t slots = 0;
        std::size_t clause = 0;

        template<std::size_t Clause, class... Rules, auto Member>
        constexpr void apply(member_clause<Member, Rules...> const&)
        {
            static_assert(clauses_of<T, Member> == 1,
                          "model<T>::members has more than one member<> clause for a member");
            field_reader& field = fields[index_of<T, Member>];
            if constexpr ((is_member_rule<Rules, member_type<Member>> || ...)) field.check = &check_member<T, Clause>;
            if constexpr ((is_each<Rules> || ...)) field.check_item = &check_item<T, Clause>;
        }
        template<std::size_t Clause, auto Member, class Form>
        constexpr void apply(alias<Member, Form> const& clause_)
        {
            if constexpr (!std::is_void_v<Form>) fields[used].read = &read_form<T, Member, Form>;
            fields[used].name = clause_.name;
            fields[used].index = static_cast<std::uint8_t>(index_of<T, Member>);
            fields[used++].is_alias = true;
        }
        template<std::size_t Clause, class Culprit>
        constexpr void apply(object_clause<T, Culprit> const& clause_)
        {
            if constexpr (!std::is_null_pointer_v<Culprit>) {
                field_reader& field = fields[member_index<T>(clause_.culprit)];
                if (field.slot < 0) field.slot = static_cast<std::int8_t>(slots++);
            }
        }
        template<std::size_t Clause, audits<T> Audit>
        constexpr void apply(Audit const&)
        {
            for (std::size_t i = 0; i < members; ++i)
                if (fields[i].slot < 0) fields[i].slot = static_cast<std::int8_t>(slots++);
        }
        template<std::size_t Clause, auto Member, class Form>
        constexpr void apply(form<Member, Form> const&)
        {
            fields[index_of<T, Member>].read = &read_form<T, Member, Form>;
        }
        template<std::size_t Clause, auto Member>
        constexpr void apply(rename<Member> const&)
        {}
    };

    template<template<class...> class List, class... D>
    static constexpr maker make_fields(List<D...>)
    {
        maker all;
        std::size_t index = 0;
        ((all.fields[index] = {.name = member_names<T>[index],
                               .read = &read_member<T, D::pointer>,
                               .value = &value_tables<described_type<D>>::reader,
                               .member = [](void* object) -> void* { return &(static_cast<T*>(object)->*D::pointer); },
                               .index = static_cast<std::uint8_t>(index),
                               .next = static_cast<std::uint8_t>((index + 1) % members)},
          ++index),
         ...);
        if constexpr (requires { model<T>::members; }) {
            using clauses = std::remove_cvref_t<decltype(model<T>::members)>;
            [&all]<std::size_t... I>(std::index_sequence<I...>) {
                (all.template apply<I>(std::get<I>(model<T>::members)), ...);
            }(std::make_index_sequence<std::tuple_size_v<clauses>>());
        }
        for (field_reader& field : all.fields) field.is_plain = field.check == nullptr && field.slot < 0;
        // Apart from its form, an alias is as the member itself, which is complete only now.
        for (std::size_t i = members; i < all.fields.size(); ++i) {
            field_reader const named = all.fields[i];
            all.fields[i] = all.fields[named.index];
            all.fields[i].name = named.name;
            if (named.read != nullptr) all.fields[i].read = named.read;
            all.fields[i].is_alias = true;
        }
        return all;
    }

    static constexpr maker made = make_fields(member_list<T>{});

    static constexpr std::uint64_t checked_if_absent = [] {
        std::uint64_t checked = 0;
        for (std::size_t i = 0; i < members; ++i)
            if (made.fields[i].check != nullptr) checked |= std::uint64_t{1} << i;
        return checked & ~required_members<T>;
    }();

    static constexpr bool names_differ = [] {
        for (std::size_t i = 0; i < made.fields.size(); ++i)
            for (std::size_t k = 0; k < i; ++k)
                if (made.fields[i].name == made.fields[k].name) return false;
        return true;
    }();
    static_assert(names_differ, "two members of T, or an alias and a member, have the same name on the wire");

    static constexpr auto buckets = [] {
        std::array<std::uint8_t, std::bit_ceil(2 * (members + aliases) + 1)> table{};
        for (std::size_t i = 0; i < made.fields.size(); ++i) {
            std::uint32_t bucket = object_reader::hash(made.fields[i].name);
            while (table[bucket % table.size()] != 0) ++bucket;
            table[bucket % table.size()] = static_cast<std::uint8_t>(i + 1);
        }
        return table;
    }();

    static void check(void const* object, findings& to)
    {
        check_invariants(*static_cast<T const*>(object), place{}, to);
    }

    static void keep(void* object, std::string&& name, std::string&& json)
    {
        extras_of(*static_cast<T*>(object)).keep(std::move(name), std::move(json));
    }

    static constexpr keep_function keeper = [] {
        if constexpr (has_extras<T>) return &keep;
        else return nullptr;
    }();

    static constexpr object_reader reader{
        made.fields.data(),
        buckets.data(),
        static_cast<std::uint32_t>(buckets.size() - 1),
        required_members<T>,
        checked_if_absent,
        has_invariants ? &check : nullptr,
        keeper,
        has_extras<T>&& members == 0,
        made.slots,
        direction_of<T>,
    };
};

} // namespace outlay::detail
