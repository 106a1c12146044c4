#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <boost/describe/members.hpp>
#include <boost/describe/modifiers.hpp>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
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

namespace outlay::inline v0_1_0::detail {

constexpr std::size_t count_records(clause_record const* records, std::size_t count, clause_record::kind what) noexcept
{
    std::size_t found = 0;
    for (std::size_t i = 0; i < count; ++i) found += records[i].what == what;
    return found;
}

template<class T>
constexpr std::size_t count_records(clause_record::kind what) noexcept
{
    return count_records(records_of<T>.clauses.data(), records_of<T>.clauses.size(), what);
}

/// Whether a rule checks the value as a whole. The reader itself checks presence, except for a required member whose
/// type may be absent: it may be null.
constexpr bool is_value_rule(rule_table const& rule, bool may_be_absent) noexcept
{
    if (rule.what == rule_table::kind::presence) return may_be_absent;
    return !rule.is_annotation() && rule.what != rule_table::kind::each && rule.what != rule_table::kind::each_key;
}

using record_span = slice<clause_record>;

/// Sorts the rules of a class by member; the rules of a base come first.
constexpr void sort_rules(record_span records, rule_span rules, rule_table* to, std::size_t members)
{
    for (std::size_t member = 0; member < members; ++member)
        for (clause_record const& record : records)
            if (record.what == clause_record::kind::rules && record.member == member)
                for (std::size_t i = 0; i < record.count; ++i) *to++ = rules[record.first + i];
}

template<class T>
constexpr auto make_sorted_rules()
{
    std::array<rule_table, counts_of<T>.rules> sorted{};
    sort_rules(slice_of(records_of<T>.clauses), slice_of(records_of<T>.rules), sorted.data(), member_count<T>);
    return sorted;
}

template<class T>
inline constexpr auto sorted_rules_of = make_sorted_rules<T>();

/// Completes the fields of a class. They are in the order of the members, with a tag as the last, followed by the
/// aliases.
class field_maker {
public:
    field_table* fields;
    std::size_t count; ///< the number of fields, including aliases
    std::size_t members;
    std::uint64_t required = 0;
    std::uint64_t expected = 0;
    std::uint8_t slots = 0;

    constexpr void set_keys(char const* keys, key_place const* places)
    {
        for (std::size_t i = 0; i < members; ++i) set_key(fields[i], keys, places[i]);
    }
    static constexpr void set_key(field_table& field, char const* keys, key_place const& place)
    {
        field.name = {keys + place.begin + 2, place.size - around_name};
    }

    /// Applies the clauses. Precondition: `rules` are sorted by sort_rules().
    constexpr void apply(record_span records, rule_span rules)
    {
        for (std::size_t i = 0; i < members; ++i) {
            std::size_t of_member = 0;
            for (clause_record const& record : records)
                if (record.what == clause_record::kind::rules && record.member == i) of_member += record.count;
            if (of_member != 0) add_rules(fields[i], rules.first(of_member));
            rules = rules.from(of_member);
        }
        std::size_t alias = members;
        for (clause_record const& record : records) apply(record, alias);
        for (std::size_t i = 0; i < members; ++i) {
            fields[i].is_plain = !fields[i].has_value_rules && fields[i].slot < 0;
            fields[i].is_plain_in_replies =
                !fields[i].has_reply_rules && (fields[i].slot < 0 || !binds_replies(records));
            fields[i].next = static_cast<std::uint8_t>((i + 1) % members);
        }
        for (std::size_t i = members; i < count; ++i) finish_alias(fields[i]);
    }

private:
    /// Whether any condition between members binds replies.
    static constexpr bool binds_replies(record_span records)
    {
        for (clause_record const& record : records)
            if (record.what == clause_record::kind::object && record.object.last == direction::reply) return true;
        return false;
    }

    constexpr void add_rules(field_table& field, rule_span rules)
    {
        field.rules = rules.data;
        field.rule_count = static_cast<std::uint16_t>(rules.size());
        std::uint64_t const bit = std::uint64_t{1} << field.index;
        bool const may_be_absent = (required & bit) == 0; // by its type: presence rules are applied below
        bool is_required = false;
        bool is_optional = false;
        for (std::size_t i = 0; i < rules.size(); i += 1u + rules[i].nested) {
            rule_table const& rule = rules[i];
            if (rule.what == rule_table::kind::presence) (rule.least != 0 ? is_required : is_optional) = true;
            if (rule.what == rule_table::kind::presence && rule.most != 0) expected |= bit;
            if (rule.what == rule_table::kind::in_replies_only) field.is_in_replies_only = field.is_unusual = true;
            if (rule.what == rule_table::kind::for_information) field.is_for_information = true;
            if (is_value_rule(rule, may_be_absent)) field.has_value_rules = true;
            if (is_value_rule(rule, may_be_absent) && rule.last == direction::reply) field.has_reply_rules = true;
            if (rule.nested != 0) field.has_item_rules = true;
        }
        // If the models of a class and of its bases differ, the member is required: all of their rules apply.
        if (is_required) required |= bit;
        else if (is_optional) required &= ~bit;
    }

    constexpr void add_slot(field_table& field)
    {
        if (field.slot < 0) field.slot = static_cast<std::int8_t>(slots++);
    }

    constexpr void apply(clause_record const& record, std::size_t& alias)
    {
        if (record.what == clause_record::kind::form) {
            fields[record.member].type = record.type;
            fields[record.member].read = record.read;
            fields[record.member].write = record.write;
            fields[record.member].has_own_room = true;
            fields[record.member].may_be_flawed = true;
        } else if (record.what == clause_record::kind::alias) {
            field_table& field = fields[alias++];
            field.name = record.name;
            field.type = record.type;
            field.read = record.read;
            field.index = record.member;
        } else if (record.what == clause_record::kind::object) {
            if (record.object.what != clause_table::kind::invariant) {
                for (std::size_t i = 0; i < members; ++i) add_slot(fields[i]); // the clause may report any member
            } else if (record.object.culprit != clause_table::no_culprit) {
                add_slot(fields[static_cast<std::size_t>(record.object.culprit)]);
            }
        }
    }

    /// Copies the member to its alias, except the name and form. Precondition: the member is complete.
    constexpr void finish_alias(field_table& alias) const
    {
        field_table const named = alias;
        alias = fields[named.index];
        alias.name = named.name;
        alias.is_alias = alias.is_unusual = true;
        if (named.type == nullptr) return;
        alias.type = named.type;
        alias.read = named.read;
    }
};

template<class T>
inline constexpr std::uint64_t members_with_form = [] {
    std::uint64_t members = 0;
    for (clause_record const& record : records_of<T>.clauses)
        if (record.what == clause_record::kind::form) members |= std::uint64_t{1} << record.member;
    return members;
}();

/// Whether a member has a type that only its form can read and write.
template<class T, class D>
inline constexpr bool is_known_by_form = [] {
    if constexpr (is_known_type<typename unwrapped<described_type<D>>::type>) return false;
    else return (members_with_form<T> >> index_of<T, D::pointer> & 1) != 0;
}();

/// The field of a member, before clauses are applied.
template<class V>
constexpr field_table make_field(std::uint32_t offset, std::size_t index)
{
    field_table made{.offset = offset, .index = static_cast<std::uint8_t>(index)};
    if constexpr (has_codec<V> || is_known_type<typename unwrapped<V>::type>) { // otherwise its form has the table
        made.read = function_reading<V>();
        made.write = function_writing<V>();
        made.has_own_room = made.write == nullptr || text_like<typename unwrapped<V>::type>;
        made.may_be_flawed = !is_flawless<V>();
        made.shows_absence = maybe_like<V> || (!has_codec<V> && (list_like<V> || map_like<V>));
        made.type = &table_of<V>::table;
    }
    return made;
}

/// The fields of T, by member, with a tag as the last; the aliases follow.
template<class T>
struct field_list {
    static constexpr std::size_t members = member_count<T> + has_tag<T>;

    std::array<field_table, members + count_records<T>(clause_record::kind::alias)> fields{};
    std::uint64_t required = 0;
    std::uint64_t expected = 0;
    std::uint8_t slots = 0;
};

template<class T, template<class...> class List, class... D>
constexpr field_list<T> make_fields(List<D...>)
{
    static_assert(sizeof...(D) + has_tag<T> <= most_members, "a described class has at most 64 members");
    if constexpr (!(is_usable_type<described_type<D>> && ...)) (check_member<T, D, is_known_by_form<T, D>>(), ...);
    field_list<T> all;
    [[maybe_unused]] std::size_t index = 0;
    [[maybe_unused]] std::uint32_t guess = 0; // members are usually laid out one after another
    [[maybe_unused]] auto const add = [&]<class Description>(Description) {
        using type = described_type<Description>;
        all.fields[index] = make_field<type>(member_offset<T>(Description::pointer, guess), index);
        guess = all.fields[index].offset + static_cast<std::uint32_t>(sizeof(type));
        all.required |= std::uint64_t{!maybe_like<type>} << index;
        ++index;
    };
    (add(D()), ...);
    field_maker maker{
        .fields = all.fields.data(), .count = all.fields.size(), .members = sizeof...(D), .required = all.required};
    maker.set_keys(member_keys<T>.text.data(), member_keys<T>.places.data());
    if constexpr (has_tag<T>) {
        all.fields[index] = make_tag_field<T>(index);
        field_maker::set_key(all.fields[index], tag_table<T>::keys.text.data(), tag_table<T>::keys.places[0]);
        maker.required |= std::uint64_t{1} << index;
        ++maker.members;
    }
    maker.apply(slice_of(records_of<T>.clauses), slice_of(sorted_rules_of<T>));
    all.required = maker.required;
    all.expected = maker.expected;
    all.slots = maker.slots;
    return all;
}

template<class T>
inline constexpr field_list<T> fields_of = make_fields<T>(member_list<T>{});

/// The required members, one bit each.
template<class T>
inline constexpr std::uint64_t required_members = fields_of<T>.required;

constexpr void collect_clauses(record_span records, slice<demand_table> demands, clause_table* to)
{
    for (clause_record const& record : records) {
        if (record.what != clause_record::kind::object) continue;
        *to = record.object;
        to->demands = demands.part(record.first, record.object.what == clause_table::kind::when ? record.count : 0);
        ++to;
    }
}

template<class T>
constexpr auto make_clauses()
{
    std::array<clause_table, count_records<T>(clause_record::kind::object)> clauses{};
    collect_clauses(slice_of(records_of<T>.clauses), slice_of(records_of<T>.demands), clauses.data());
    return clauses;
}

template<class T>
inline constexpr auto clauses_of = make_clauses<T>();

/// Fills a hash table with the numbers of fields, from 1; 0: an empty bucket. The table is at least twice as large as
/// the number of fields, so that every search ends at an empty bucket.
constexpr void fill_buckets(slice<field_table> fields, std::uint8_t* table, std::size_t size)
{
    for (std::size_t i = 0; i < fields.size(); ++i) {
        std::uint32_t bucket = object_table::hash(fields[i].name);
        while (table[bucket % size] != 0) ++bucket;
        table[bucket % size] = static_cast<std::uint8_t>(i + 1);
    }
}

template<class T>
constexpr auto make_buckets()
{
    std::array<std::uint8_t, std::bit_ceil(2 * fields_of<T>.fields.size() + 1)> table{};
    fill_buckets(slice_of(fields_of<T>.fields), table.data(), table.size());
    return table;
}

template<class T>
inline constexpr auto buckets_of = make_buckets<T>();

constexpr bool names_differ(slice<field_table> fields) noexcept
{
    for (std::size_t i = 0; i < fields.size(); ++i)
        for (std::size_t k = 0; k < i; ++k)
            if (fields[i].name == fields[k].name) return false;
    return true;
}

/// The usual number of characters of a number, a date or a time, for an estimate of memory.
inline constexpr std::size_t usual_room = 14;

/// Sets the members of the table that are derived from the fields.
constexpr void finish_object_table(object_table& table, slice<field_table> members) noexcept
{
    table.has_rules = !table.clauses.empty() || table.extras != nullptr;
    table.noted_if_absent = table.expected;
    for (clause_table const& clause : table.clauses)
        table.has_reply_clauses = table.has_reply_clauses || clause.last == direction::reply;
    // Without members, no name is unusually long: all are for extras.
    if (members.empty()) table.longest_name = (std::numeric_limits<std::uint32_t>::max)();
    for (field_table const& field : members) {
        table.has_rules = table.has_rules || field.rule_count != 0 || field.may_be_flawed;
        table.room += field.key_size();
        table.longest_name = (std::max)(table.longest_name, static_cast<std::uint32_t>(field.name.size()));
        if (!field.has_own_room) table.room += usual_room;
        std::uint64_t const bit = std::uint64_t{1} << field.index;
        if (field.has_value_rules && (table.required & bit) == 0) table.checked_if_absent |= bit;
        if (field.is_in_replies_only) table.in_replies_only |= bit;
        if (table.extras != nullptr && !field.shows_absence && (table.required & bit) == 0)
            table.noted_if_absent |= bit;
    }
    table.looked_for = table.required | table.checked_if_absent | table.noted_if_absent;
    table.looked_for_in_replies = table.looked_for;
    for (field_table const& field : members) {
        std::uint64_t const bit = std::uint64_t{1} << field.index;
        if (!field.has_reply_rules && ((table.required | table.noted_if_absent) & bit) == 0)
            table.looked_for_in_replies &= ~bit;
    }
}

constexpr bool has_value_rules(slice<field_table> members) noexcept
{
    for (field_table const& field : members)
        if (field.has_value_rules) return true;
    return false;
}

template<class Extras>
void keep_in_extras(void* extras, std::string&& name, std::string&& json)
{
    static_cast<Extras*>(extras)->keep(std::move(name), std::move(json));
}

template<class Extras>
void each_of_extras(void const* extras, item_visitor const& to)
{
    for (auto const& field : *static_cast<Extras const*>(extras)) to.visit(to.context, &field.name, &field.json);
}

template<class Extras>
void keep_trace_in_extras(void* extras, std::string_view name, std::string&& json, bool is_of_reply)
{
    static_cast<Extras*>(extras)->keep_trace(name, std::move(json), is_of_reply);
}

/// One table for all classes with the same type of extras.
template<class Extras>
inline constexpr extras_table extras_table_of{
    .size = [](void const* extras) { return static_cast<Extras const*>(extras)->size(); },
    .position = [](void const* extras,
                   std::string_view name) { return static_cast<Extras const*>(extras)->position(name); },
    .keep = &keep_in_extras<Extras>,
    .each = &each_of_extras<Extras>,
    .keep_trace = &keep_trace_in_extras<Extras>,
    .trace_in = [](void const* extras, bool is_request,
                   std::string_view name) { return static_cast<Extras const*>(extras)->trace_in(is_request, name); },
    .is_empty = [](void const* extras) { return static_cast<Extras const*>(extras)->keeps_nothing(); },
};

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

/// Whether the model of T has the direction of a request or an update.
template<class T>
inline constexpr bool is_declared_request = [] {
    if constexpr (requires { model<T>::direction; }) return model<T>::direction != direction::reply;
    else return false;
}();

template<class T>
constexpr object_table make_object_table()
{
    check_model<T>();
    constexpr auto const& made = fields_of<T>;
    static_assert(names_differ(slice_of(made.fields)),
                  "two members of T, or an alias and a member, have the same name on the wire");
    object_table table{
        .fields = slice_of(made.fields),
        .members = made.members,
        .buckets = buckets_of<T>.data(),
        .bucket_mask = static_cast<std::uint32_t>(buckets_of<T>.size() - 1),
        .required = made.required,
        .expected = made.expected,
        .clauses = slice_of(clauses_of<T>),
        .direction = direction_of<T>,
        .is_request = is_declared_request<T>,
        .slots = made.slots,
        .tag = tag_name<T>(),
        .type_name = compilers_name<T>(),
        .schema_name = function_naming<T>(),
        .title = title_of_model<T>(),
        .description = description_of_model<T>(),
    };
    if constexpr (has_extras<T>) {
        using extras = typename extras_description<T>::type;
        table.extras = &extras_table_of<described_type<extras>>;
        table.extras_offset = member_offset<T>(extras::pointer);
    }
    if constexpr (has_text_form<T>) table.find_text = &find_text_form<T>;
    finish_object_table(table, slice_of(made.fields).first(made.members));
    if constexpr (std::default_initializable<T> && (has_value_rules(slice_of(made.fields)) || has_extras<T>))
        table.defaults = &factory_of<T>;
    return table;
}

template<class T>
inline constexpr object_table object_table_of = make_object_table<T>();

} // namespace outlay::inline v0_1_0::detail
