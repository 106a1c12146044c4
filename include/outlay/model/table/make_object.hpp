#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <boost/describe/members.hpp>
#include <boost/describe/modifiers.hpp>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <outlay/model/members.hpp>
#include <outlay/model/rules.hpp>
#include <outlay/model/table/factory.hpp>
#include <outlay/model/table/member_checks.hpp>
#include <outlay/model/table/names.hpp>
#include <outlay/model/table/offset.hpp>
#include <outlay/model/table/records.hpp>
#include <outlay/model/table/tag.hpp>
#include <outlay/model/table/type_name.hpp>
#include <outlay/model/table/type_table.hpp>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

// The table of a described class.

namespace outlay::detail {

/// A set of members has a bit for each, in a word.
inline constexpr std::size_t most_members = 64;

template<class T>
inline constexpr std::size_t alias_count = [] {
    std::size_t count = 0;
    for (clause_record const& record : records_of<T>.clauses) count += record.what == clause_record::kind::alias;
    return count;
}();

/// The rules of T, those of one member together: of a base first.
template<class T>
struct sorted_rules {
    std::array<rule_table, counts_of<T>.rules> rules{};
    std::array<std::uint16_t, member_count<T> + 2> begin{}; ///< of the rules of each member
};

template<class T>
inline constexpr sorted_rules<T> rules_of = [] {
    sorted_rules<T> sorted;
    std::uint16_t used = 0;
    for (std::size_t member = 0; member < member_count<T>; ++member) {
        sorted.begin[member] = used;
        for (clause_record const& record : records_of<T>.clauses) {
            if (record.what != clause_record::kind::rules || record.member != member) continue;
            for (std::size_t i = 0; i < record.count; ++i)
                sorted.rules[used++] = records_of<T>.rules[record.first + i];
        }
    }
    sorted.begin[member_count<T>] = used;
    return sorted;
}();

/// Whether a rule has anything to check on the value as a whole. That it is there at all, the reader knows; but a member
/// that may be absent and is required may still be null.
constexpr bool is_value_rule(rule_table const& rule, bool may_be_absent) noexcept
{
    if (rule.what == rule_table::kind::presence) return may_be_absent;
    return !rule.is_annotation() && rule.what != rule_table::kind::each && rule.what != rule_table::kind::each_key;
}

/// The fields of T by member, its tag, and its aliases.
template<class T>
struct field_list {
    static constexpr std::size_t members = member_count<T> + has_tag<T>;

    std::array<field_table, members + alias_count<T>> fields{};
    std::uint64_t required = 0;
    std::uint8_t slots = 0;

    constexpr void add_rules(std::size_t member, bool may_be_absent)
    {
        field_table& field = fields[member];
        std::size_t const begin = rules_of<T>.begin[member];
        std::size_t const end = rules_of<T>.begin[member + 1];
        if (begin == end) return;
        field.rules = rules_of<T>.rules.data() + begin;
        field.rule_count = static_cast<std::uint16_t>(end - begin);
        std::uint64_t const bit = std::uint64_t{1} << member;
        for (std::size_t i = begin; i < end; ++i) {
            rule_table const& rule = rules_of<T>.rules[i];
            if (rule.what == rule_table::kind::presence) required = rule.least != 0 ? required | bit : required & ~bit;
            if (is_value_rule(rule, may_be_absent)) field.has_value_rules = true;
            if (rule.nested != 0) field.has_item_rules = true;
            i += rule.nested;
        }
    }

    constexpr void add_slot(std::size_t member)
    {
        if (fields[member].slot < 0) fields[member].slot = static_cast<std::int8_t>(slots++);
    }

    constexpr void apply(clause_record const& record, std::size_t& aliases)
    {
        using clause = clause_table::kind;
        if (record.what == clause_record::kind::form) {
            fields[record.member].type = record.type;
            fields[record.member].read = record.read;
        } else if (record.what == clause_record::kind::alias) {
            field_table& field = fields[members + aliases++];
            field.name = record.name;
            field.type = record.type;
            field.read = record.read;
            field.index = record.member;
            field.is_alias = true;
        } else if (record.what == clause_record::kind::object && record.object.what == clause::invariant) {
            if (record.object.culprit >= 0) add_slot(static_cast<std::size_t>(record.object.culprit));
        } else if (record.what == clause_record::kind::object) {
            for (std::size_t i = 0; i < members; ++i) add_slot(i); // it may report any
        }
    }

    /// Apart from its form, an alias is as the member itself, which must be complete.
    constexpr void finish_alias(field_table& alias) const
    {
        field_table const named = alias;
        alias = fields[named.index];
        alias.name = named.name;
        if (named.type != nullptr) {
            alias.type = named.type;
            alias.read = named.read;
        }
        alias.is_alias = true;
    }
};

template<class T>
inline constexpr std::uint64_t members_with_form = [] {
    std::uint64_t members = 0;
    for (clause_record const& record : records_of<T>.clauses)
        if (record.what == clause_record::kind::form) members |= std::uint64_t{1} << record.member;
    return members;
}();

/// Whether a member has a type that only its form knows.
template<class T, class D>
inline constexpr bool is_known_by_form = [] {
    if constexpr (is_known_type<typename unwrapped<described_type<D>>::type>) return false;
    else return (members_with_form<T> >> index_of<T, D::pointer> & 1) != 0;
}();

template<class T, class D>
constexpr field_table make_field(std::size_t index, std::size_t guess)
{
    using value_type = described_type<D>;
    check_member<T, D, is_known_by_form<T, D>>();
    field_table made{.name = member_names<T>[index],
                     .key = member_keys<T>.key(index),
                     .offset = member_offset<T>(D::pointer, guess),
                     .key_size = static_cast<std::uint8_t>(member_keys<T>.key_size(index)),
                     .index = static_cast<std::uint8_t>(index)};
    if constexpr (!is_known_by_form<T, D>) {
        made.read = function_reading<value_type>();
        made.type = &table_of<value_type>::table;
    }
    return made;
}

template<class T, template<class...> class List, class... D>
constexpr field_list<T> make_fields(List<D...>)
{
    static_assert(sizeof...(D) + has_tag<T> <= most_members, "a described class has at most 64 members");
    field_list<T> all;
    std::size_t index = 0;
    [[maybe_unused]] std::size_t end = 0; // of the member before: the next one is near
    ((all.fields[index] = make_field<T, D>(index, end),
      end = all.fields[index].offset + sizeof(described_type<D>),
      all.required |= std::uint64_t{!maybe_like<described_type<D>>} << index,
      all.add_rules(index, maybe_like<described_type<D>>),
      ++index),
     ...);
    if constexpr (has_tag<T>) {
        all.fields[index] = make_tag_field<T>(index);
        all.required |= std::uint64_t{1} << index;
    }
    std::size_t aliases = 0;
    for (clause_record const& record : records_of<T>.clauses) all.apply(record, aliases);
    for (std::size_t i = 0; i < all.members; ++i) {
        field_table& field = all.fields[i];
        field.is_plain = !field.has_value_rules && field.slot < 0;
        field.next = static_cast<std::uint8_t>((i + 1) % all.members);
    }
    for (std::size_t i = all.members; i < all.fields.size(); ++i) all.finish_alias(all.fields[i]);
    return all;
}

template<class T>
inline constexpr field_list<T> fields_of = make_fields<T>(member_list<T>{});

/// The members that must be there, a bit each.
template<class T>
inline constexpr std::uint64_t required_members = fields_of<T>.required;

template<class T>
inline constexpr std::size_t object_clause_count = [] {
    std::size_t count = 0;
    for (clause_record const& record : records_of<T>.clauses) count += record.what == clause_record::kind::object;
    return count;
}();

template<class T>
inline constexpr std::array<clause_table, object_clause_count<T>> clauses_of = [] {
    std::array<clause_table, object_clause_count<T>> clauses{};
    std::size_t used = 0;
    for (clause_record const& record : records_of<T>.clauses) {
        if (record.what != clause_record::kind::object) continue;
        clauses[used] = record.object;
        clauses[used++].demands = {records_of<T>.demands.data() + record.first, record.count};
    }
    return clauses;
}();

/// Numbers of fields from 1, by hash of their names; 0: none.
template<class T>
inline constexpr auto buckets_of = [] {
    constexpr auto const& fields = fields_of<T>.fields;
    std::array<std::uint8_t, std::bit_ceil(2 * fields.size() + 1)> table{};
    for (std::size_t i = 0; i < fields.size(); ++i) {
        std::uint32_t bucket = object_table::hash(fields[i].name);
        while (table[bucket % table.size()] != 0) ++bucket;
        table[bucket % table.size()] = static_cast<std::uint8_t>(i + 1);
    }
    return table;
}();

template<class T>
inline constexpr bool names_differ = [] {
    constexpr auto const& fields = fields_of<T>.fields;
    for (std::size_t i = 0; i < fields.size(); ++i)
        for (std::size_t k = 0; k < i; ++k)
            if (fields[i].name == fields[k].name) return false;
    return true;
}();

template<class T>
void keep_field(void* object, std::string&& name, std::string&& json)
{
    extras_of(*static_cast<T*>(object)).keep(std::move(name), std::move(json));
}

template<class T>
void each_kept_field(void const* object, item_visitor const& to)
{
    for (auto const& field : extras_of(*static_cast<T const*>(object))) to.visit(to.context, &field.name, &field.json);
}

template<class T>
std::string const* find_text_form(void const* object)
{
    return model<T>::text_form::find(*static_cast<T const*>(object));
}

template<class T>
constexpr std::string_view title_of_model() noexcept
{
    if constexpr (requires { model<T>::title; }) return model<T>::title;
    else return {};
}

template<class T>
constexpr std::string_view description_of_model() noexcept
{
    if constexpr (requires { model<T>::description; }) return model<T>::description;
    else return {};
}

template<class T>
constexpr object_table make_object_table()
{
    check_model<T>();
    static_assert(names_differ<T>, "two members of T, or an alias and a member, have the same name on the wire");
    auto const& made = fields_of<T>;
    object_table table{
        .fields = made.fields,
        .members = made.members,
        .buckets = buckets_of<T>.data(),
        .bucket_mask = static_cast<std::uint32_t>(buckets_of<T>.size() - 1),
        .required = made.required,
        .clauses = clauses_of<T>,
        .way = direction_of<T>,
        .slots = made.slots,
        .tag = tag_name<T>(),
        .type_name = compilers_name<T>(),
        .title = title_of_model<T>(),
        .description = description_of_model<T>(),
    };
    bool has_rules = false;
    for (std::size_t i = 0; i < made.members; ++i) {
        table.room += made.fields[i].key_size;
        std::uint64_t const bit = std::uint64_t{1} << i;
        has_rules = has_rules || made.fields[i].has_value_rules;
        if (made.fields[i].has_value_rules && (made.required & bit) == 0) table.checked_if_absent |= bit;
    }
    if constexpr (has_extras<T>) {
        table.keep = &keep_field<T>;
        table.each_kept = &each_kept_field<T>;
    }
    if constexpr (has_text_form<T>) table.find_text = &find_text_form<T>;
    if constexpr (std::default_initializable<T>)
        if (has_rules) table.defaults = &factory_of<T>;
    return table;
}

template<class T>
inline constexpr object_table object_table_of = make_object_table<T>();

} // namespace outlay::detail
