#pragma once

#include <algorithm>
#include <array>
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
#include <string_view>
#include <type_traits>

// One pass over the clauses of a model, which writes each down as data.

namespace outlay::detail {

/// The table of a type, as it is read and written by itself, or in a form that a member has.
template<class V, class Form = void>
struct table_of {
    static const type_table table;
};

/// A clause of model<T>::members, of T or of a base.
struct clause_record {
    enum class kind : unsigned char { none, alias, form, rules, object };

    kind what = kind::none;
    std::uint8_t member = 0;          ///< that it is about
    std::uint16_t first = 0;          ///< of its rules or demands, among all
    std::uint16_t count = 0;          ///< of them
    std::string_view name{};          ///< of an alias
    type_table const* type = nullptr; ///< of a form, or of an alias with one
    read_function read = nullptr;     ///< likewise
    clause_table object{};
};

/// How many rules, and how many demands, a clause has.
template<class Clause>
inline constexpr std::size_t rules_in = 0;
template<auto Member, class... Rules>
inline constexpr std::size_t rules_in<member_clause<Member, Rules...>> = (std::size_t{0} + ... + rule_size<Rules>);

template<class Clause>
inline constexpr std::size_t demands_in = 0;
template<class T, class Condition, class... Demands>
inline constexpr std::size_t demands_in<when_clause<T, Condition, Demands...>> = sizeof...(Demands);

struct clause_counter {
    std::size_t& clauses;
    std::size_t& rules;
    std::size_t& demands;

    template<class Clause>
    constexpr void operator()(Clause const&) const
    {
        ++clauses;
        rules += rules_in<Clause>;
        demands += demands_in<Clause>;
    }
};

struct clause_counts {
    std::size_t clauses = 0;
    std::size_t rules = 0;
    std::size_t demands = 0;
};

template<class T>
inline constexpr clause_counts counts_of = [] {
    clause_counts counts;
    for_each_clause<T>(clause_counter{counts.clauses, counts.rules, counts.demands});
    return counts;
}();

template<class T, auto Member>
inline constexpr auto field_number = static_cast<std::uint8_t>(index_of<T, Member>);

template<class T, auto... Members>
inline constexpr std::array<std::uint8_t, sizeof...(Members)> field_numbers{field_number<T, Members>...};

template<class T, class Clause>
bool invariant_holds(void const* clause, void const* object, context const& given)
{
    auto const& condition = *static_cast<Clause const*>(clause);
    auto const& checked = *static_cast<T const*>(object);
    return condition.holds ? condition.holds(checked) : condition.holds_given(checked, given);
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

/// Writes the clauses of the models of T and its bases down.
template<class T>
struct clause_recorder {
    clause_record* next;
    rule_table* rules;
    rule_table const* first_rule;
    demand_table* demands;
    demand_table const* first_demand;

    template<auto Member>
    constexpr void operator()(rename<Member> const&) noexcept
    {
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
    /// Whatever else has `run(object, auditor)` and `last`, as an audit.
    template<class Clause>
    constexpr void operator()(Clause const& clause)
    {
        static_assert(audits<Clause, T>, "model<T>::members has something that is no rename, alias, form, member, "
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
        return {.fields = field_numbers<T, Member>,
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
        return {.fields = field_numbers<T, Members...>};
    }

    template<auto Member>
    constexpr void add_demand(needs<Member> const& demand)
    {
        *demands++ = {field_number<T, Member>, true, demand.code, demand.message};
    }
    template<auto Member>
    constexpr void add_demand(refuses<Member> const& demand)
    {
        *demands++ = {field_number<T, Member>, false, demand.code, demand.message};
    }
};

/// All clauses of a type, with their rules and demands apart.
template<class T>
struct clause_records {
    std::array<clause_record, counts_of<T>.clauses> clauses{};
    std::array<rule_table, counts_of<T>.rules> rules{};
    std::array<demand_table, counts_of<T>.demands> demands{};
};

template<class T>
inline constexpr clause_records<T> records_of = [] {
    clause_records<T> all;
    if constexpr (counts_of<T>.clauses != 0)
        for_each_clause<T>(clause_recorder<T>{.next = all.clauses.data(),
                                              .rules = all.rules.data(),
                                              .first_rule = all.rules.data(),
                                              .demands = all.demands.data(),
                                              .first_demand = all.demands.data()});
    return all;
}();

} // namespace outlay::detail
