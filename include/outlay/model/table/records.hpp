#pragma once

#include <algorithm>
#include <array>
#include <boost/mp11/list.hpp>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <outlay/model/audit.hpp>
#include <outlay/model/conditions.hpp>
#include <outlay/model/members.hpp>
#include <outlay/model/rules.hpp>
#include <outlay/model/table/make_rules.hpp>
#include <outlay/model/table/offset.hpp>
#include <outlay/model/table/type_table.hpp>
#include <outlay/value/naming.hpp>
#include <string_view>
#include <tuple>
#include <type_traits>

// One pass over the clauses of a model, which records each as data.

namespace outlay::inline v0_1_0::detail {

/// The table of a type, by itself or in the form of a member.
template<class V, class Form = void>
struct table_of {
    static const type_table table;
};

/// A clause of model<T>::members, of T or of a base.
struct clause_record {
    enum class kind : unsigned char { none, alias, form, rules, object };

    kind what = kind::none;
    std::uint8_t member = 0;          ///< the number of the member
    std::uint16_t first = 0;          ///< the first of its rules or demands
    std::uint16_t count = 0;          ///< the number of its rules or demands
    std::string_view name{};          ///< the name of an alias
    type_table const* type = nullptr; ///< for a form, or an alias with one
    read_function read = nullptr;     ///< for a form, or an alias with one
    write_function write = nullptr;   ///< for a form
    clause_table object{};
};

/// The numbers of rules and of demands of a clause.
template<class Clause>
inline constexpr std::size_t rules_in = 0;
template<auto Member, class... Rules>
inline constexpr std::size_t rules_in<member_clause<Member, Rules...>> = (std::size_t{0} + ... + rule_size<Rules>);

template<class Clause>
inline constexpr std::size_t demands_in = 0;
template<class T, class Condition, class... Demands>
inline constexpr std::size_t demands_in<when_clause<T, Condition, Demands...>> = sizeof...(Demands);

struct clause_counts {
    std::size_t clauses = 0;
    std::size_t rules = 0;
    std::size_t demands = 0;
};

template<class Clauses>
inline constexpr clause_counts counts_in{};
template<class... Clauses>
inline constexpr clause_counts counts_in<std::tuple<Clauses...>>{.clauses = sizeof...(Clauses),
                                                                 .rules = (std::size_t{0} + ... + rules_in<Clauses>),
                                                                 .demands =
                                                                     (std::size_t{0} + ... + demands_in<Clauses>)};

template<class T>
constexpr clause_counts count_clauses();

template<template<class...> class List, class... Base>
constexpr clause_counts count_clauses_of(List<Base...>)
{
    clause_counts all;
    for (clause_counts const& one : {clause_counts(), count_clauses<typename Base::type>()...}) {
        all.clauses += one.clauses;
        all.rules += one.rules;
        all.demands += one.demands;
    }
    return all;
}

/// Counts the clauses of the models of T and its bases.
template<class T>
constexpr clause_counts count_clauses()
{
    clause_counts all;
    if constexpr (!boost::mp11::mp_empty<described_bases<T>>::value) all = count_clauses_of(described_bases<T>());
    if constexpr (has_clauses<T>) {
        constexpr clause_counts const& own = counts_in<clause_tuple<T>>;
        all.clauses += own.clauses;
        all.rules += own.rules;
        all.demands += own.demands;
    }
    return all;
}

template<class T>
inline constexpr clause_counts counts_of = count_clauses<T>();

template<class T, auto Member>
inline constexpr auto field_number = static_cast<std::uint8_t>(index_of<T, Member>);

template<class T, auto... Members>
inline constexpr std::array<std::uint8_t, sizeof...(Members)> field_numbers{field_number<T, Members>...};

/// The source of the wire name of a member.
struct name_source {
    std::string_view text; ///< at least as long as the name
    wire_case style;
    bool is_final; ///< from rename(): the text is the wire name
};

/// The naming of a class: from its model, from its namespace, or else `otherwise`.
template<class T>
constexpr wire_case class_naming(wire_case otherwise) noexcept
{
    if constexpr (requires { model<T>::naming; }) return model<T>::naming;
    else if constexpr (requires { outlay_naming(static_cast<T*>(nullptr)); })
        return outlay_naming(static_cast<T*>(nullptr));
    else return otherwise;
}

template<class T, class Clause>
bool invariant_holds(void const* clause, void const* object, context const& rules_context)
{
    auto const& condition = *static_cast<Clause const*>(clause);
    auto const& checked = *static_cast<T const*>(object);
    return condition.holds ? condition.holds(checked) : condition.holds_in(checked, rules_context);
}

template<class T, class Clause>
void run_audit(void const* clause, void const* object, auditor& to)
{
    static_cast<Clause const*>(clause)->run(*static_cast<T const*>(object), to);
}

template<class T, class Clause>
bool is_in_minor_units(void const* clause, void const* object, context const&)
{
    return static_cast<Clause const*>(clause)->holds(*static_cast<T const*>(object));
}

template<class T, class Condition>
bool condition_holds(void const* condition, void const* object)
{
    return static_cast<Condition const*>(condition)->holds(*static_cast<T const*>(object));
}

/// Records the clauses of the models of T and its bases. Each call operator takes one kind of clause.
template<class T>
struct clause_recorder {
    name_source* names;
    clause_record* next;
    rule_table* rules;
    rule_table const* first_rule;
    demand_table* demands;
    demand_table const* first_demand;

    template<auto Member>
    constexpr void operator()(rename<Member> const& clause)
    {
        names[field_number<T, Member>] = {.text = clause.name, .style = wire_case::snake, .is_final = true};
        ++next;
    }
    template<auto Member, class Form>
    constexpr void operator()(alias<Member, Form> const& clause)
    {
        next->what = clause_record::kind::alias;
        next->member = field_number<T, Member>;
        next->name = clause.name;
        if constexpr (!std::is_void_v<Form>) {
            next->type = &table_of<member_type<Member>, Form>::table;
            next->read = function_reading<member_type<Member>, Form>();
        }
        ++next;
    }
    template<auto Member, class Form>
    constexpr void operator()(form<Member, Form> const&)
    {
        next->what = clause_record::kind::form;
        next->member = field_number<T, Member>;
        next->type = &table_of<member_type<Member>, Form>::table;
        next->read = function_reading<member_type<Member>, Form>();
        next->write = function_writing<member_type<Member>, Form>();
        ++next;
    }
    template<auto Member, class... Rules>
    constexpr void operator()(member_clause<Member, Rules...> const& clause)
    {
        next->what = clause_record::kind::rules;
        next->member = field_number<T, Member>;
        next->first = static_cast<std::uint16_t>(rules - first_rule);
        clause.rules.visit(rule_adder<typename unwrapped<member_type<Member>>::type>{rules});
        next->count = static_cast<std::uint16_t>(rules - first_rule - next->first);
        ++next;
    }
    template<class Object, class Culprit>
    constexpr void operator()(object_clause<Object, Culprit> const& clause)
    {
        clause_table& made = start<Object>(clause_table::kind::invariant, clause);
        made.is_notice = clause.is_notice;
        made.message = clause.message;
        made.holds = &invariant_holds<Object, object_clause<Object, Culprit>>;
        if constexpr (!std::is_null_pointer_v<Culprit>)
            made.culprit = static_cast<std::int16_t>(member_index<T>(clause.culprit));
    }
    template<class Object>
    constexpr void operator()(audit_clause<Object> const& clause)
    {
        clause_table& made = start<Object>(clause_table::kind::audit, clause);
        made.code = clause.codes;
        made.run = &run_audit<Object, audit_clause<Object>>;
    }
    template<class Object, class Condition, class... Demands>
    constexpr void operator()(when_clause<Object, Condition, Demands...> const& clause)
    {
        clause_record& record = *next;
        clause_table& made = start<Object>(clause_table::kind::when, clause);
        made.condition = make_condition<Object>(clause.condition);
        record.first = static_cast<std::uint16_t>(demands - first_demand);
        record.count = sizeof...(Demands);
        clause.demands.visit([this](auto const& demand) { this->add_demand(demand); });
    }
    template<auto Amount, auto Currency>
    constexpr void operator()(minor_unit_clause<Amount, Currency> const& clause)
    {
        using owner = object_type<Amount>;
        clause_table& made = start<owner>(clause_table::kind::minor_units, clause);
        made.message = clause.message;
        made.holds = &is_in_minor_units<owner, minor_unit_clause<Amount, Currency>>;
        made.culprit = made.amount = field_number<T, Amount>;
        made.currency = field_number<T, Currency>;
    }
    /// Any other clause with `run(object, auditor)` and `last`, as an audit.
    template<class Clause>
    constexpr void operator()(Clause const& clause)
    {
        static_assert(audits<Clause, T>,
                      "model<T>::members contains an element other than rename, alias, form, member, "
                      "invariant, quirk, audit, when or in_minor_units");
        clause_table& made = start<T>(clause_table::kind::audit, clause);
        made.run = &run_audit<T, Clause>;
    }

private:
    template<class Object, class Clause>
    constexpr clause_table& start(clause_table::kind what, Clause const& clause)
    {
        clause_record& record = *next++;
        record.what = clause_record::kind::object;
        record.object.what = what;
        record.object.last = clause.last;
        record.object.offset = base_offset<T, Object>;
        record.object.clause = &clause;
        if constexpr (requires { clause.code; }) record.object.code = clause.code;
        return record.object;
    }

    template<class Object, auto Member, class V, std::size_t Count>
    static constexpr condition_table make_condition(is_any_of_condition<Member, V, Count> const& condition)
    {
        return {.fields = slice_of(field_numbers<T, Member>),
                .type = &table_of<V>::table,
                .values = condition.values.data(),
                .count = Count,
                .value_size = sizeof(V),
                .holds = &condition_holds<Object, is_any_of_condition<Member, V, Count>>,
                .condition = &condition};
    }
    template<class Object, auto... Members>
    static constexpr condition_table make_condition(has_any<Members...> const&)
    {
        return {.fields = slice_of(field_numbers<T, Members...>)};
    }

    template<auto Member>
    constexpr void add_demand(needs<Member> const& demand)
    {
        *demands++ = {
            .field = field_number<T, Member>, .is_needed = true, .code = demand.code, .message = demand.message};
    }
    template<auto Member>
    constexpr void add_demand(refuses<Member> const& demand)
    {
        *demands++ = {
            .field = field_number<T, Member>, .is_needed = false, .code = demand.code, .message = demand.message};
    }
};

/// All clauses of a type, their rules and demands, and the names of its members.
template<class T>
struct clause_records {
    std::array<name_source, member_count<T>> names{};
    std::array<clause_record, counts_of<T>.clauses> clauses{};
    std::array<rule_table, counts_of<T>.rules> rules{};
    std::array<demand_table, counts_of<T>.demands> demands{};
};

/// Sets the sources of the member names. A member of a base whose model has a naming uses that naming.
template<class T, template<class...> class List, class... D>
constexpr void name_members([[maybe_unused]] name_source* names, List<D...>)
{
    [[maybe_unused]] constexpr wire_case own = class_naming<T>(wire_case::camel);
    if constexpr (boost::mp11::mp_empty<described_bases<T>>::value)
        ((*names++ = {.text = D::name, .style = own, .is_final = false}), ...);
    else
        ((*names++ = {.text = D::name,
                      .style =
                          class_naming<typename member_pointer<std::remove_cv_t<decltype(D::pointer)>>::object>(own),
                      .is_final = false}),
         ...);
}

template<class T>
constexpr clause_records<T> make_records()
{
    clause_records<T> all;
    name_members<T>(all.names.data(), member_list<T>{});
    if constexpr (counts_of<T>.clauses != 0)
        for_each_clause<T>(clause_recorder<T>{.names = all.names.data(),
                                              .next = all.clauses.data(),
                                              .rules = all.rules.data(),
                                              .first_rule = all.rules.data(),
                                              .demands = all.demands.data(),
                                              .first_demand = all.demands.data()});
    return all;
}

template<class T>
inline constexpr clause_records<T> records_of = make_records<T>();

} // namespace outlay::inline v0_1_0::detail
