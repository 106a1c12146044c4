#pragma once

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <outlay/model/audit.hpp>
#include <outlay/model/conditions.hpp>
#include <outlay/model/members.hpp>
#include <outlay/model/place.hpp>
#include <outlay/model/rules.hpp>
#include <outlay/model/table/shape.hpp>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

// valid(): the same rules as validate(), for constant expressions, in which the void pointers of tables can't be used.

namespace outlay::inline v0_1_0 {
namespace detail {

/// Remembers whether an audit reported a violation.
class violation_detector final : public auditor {
public:
    constexpr violation_detector(place const& object, outlay::context const& rules_context,
                                 outlay::direction direction) noexcept
        : auditor(object, rules_context, direction)
    {}
    constexpr bool found() const noexcept { return found_; }

private:
    constexpr void add(place const&, bool is_notice, std::string_view, std::string_view) override
    {
        found_ |= !is_notice;
    }

    bool found_ = false;
};

/// Checks a value. Stops at the first violation.
struct constant_check {
    context const& rules_context;
    outlay::direction direction;

    /// Checks one rule of a member.
    template<class V, class Rule>
    constexpr bool keeps(Rule const& rule, V const& value) const
    {
        if constexpr (std::derived_from<Rule, annotation>) return true;
        else if constexpr (std::same_as<Rule, presence>) return rule != presence::required || !is_missing(value);
        else if constexpr (maybe_like<V>) {
            return !has_value(value) || keeps(rule, *value);
        } else if constexpr (is_notice_rule<Rule>) return true;
        else if constexpr (is_bounded_rule<Rule>) return direction > rule.last || keeps(rule.rule, value);
        else if constexpr (is_each<Rule>) return keeps_each(rule, value);
        else if constexpr (requires { typename Rule::is_each_key; }) {
            return std::all_of(value.begin(), value.end(),
                               [&](auto const& entry) { return keeps_all(rule.rules, entry.first); });
        } else return rule.holds(value);
    }

    template<class V, class Rules>
    constexpr bool keeps_all(Rules const& rules, V const& value) const
    {
        bool all = true;
        rules.visit([&](auto const& rule) { all = all && keeps(rule, value); });
        return all;
    }

    template<class V, class Rule>
    constexpr bool keeps_each(Rule const& rule, V const& value) const
    {
        return std::all_of(value.begin(), value.end(), [&](auto const& item) {
            if constexpr (map_like<V>) return keeps_all(rule.rules, item.second);
            else return keeps_all(rule.rules, item);
        });
    }

    /// Checks the rules of a type and of its parts.
    template<class V>
    constexpr bool is_valid(V const& value) const
    {
        if constexpr (has_codec<V>) return is_valid_on_wire<codec_of<V>>(value);
        else if constexpr (maybe_like<V>) {
            return !has_value(value) || is_valid(*value);
        } else if constexpr (requires { scalar_wire<V>::flaw(value); }) {
            return scalar_wire<V>::flaw(value) == nullptr;
        } else if constexpr (scalar<V>) return true;
        else if constexpr (described<V>) return is_valid_object(value);
        else if constexpr (map_like<V>) {
            return std::all_of(value.begin(), value.end(),
                               [&](auto const& entry) { return is_valid(entry.first) && is_valid(entry.second); });
        } else if constexpr (list_like<V>) {
            return std::all_of(value.begin(), value.end(), [&](auto const& item) { return is_valid(item); });
        } else if constexpr (is_tuple_like<V>) {
            return std::apply([&](auto const&... part) { return (is_valid(part) && ...); }, value);
        } else if constexpr (is_variant<V>) {
            return visit([&](auto const& held) { return is_valid(held); }, value);
        } else {
            static_assert(!requires { value.error(); }, "a result has no rules: validate its value");
            return true;
        }
    }

    /// Checks the wire value. Whether the codec reads it back is only checked at run time: from_wire() returns a
    /// result, which libstdc++ 12 with clang does not allow in a constant expression.
    template<class Form, class V>
    constexpr bool is_valid_on_wire(V const& value) const
    {
        if (!is_valid(Form::to_wire(value))) return false;
        return std::is_constant_evaluated() || Form::from_wire(Form::to_wire(value)).has_value();
    }

    /// Checks the wire value of a member with a form.
    template<class Form, class V>
    constexpr bool is_valid_in_form(V const& value) const
    {
        if constexpr (generic_form<Form, V>) {
            if constexpr (maybe_like<V>) return !has_value(value) || is_valid_in_form<Form>(*value);
            else return is_valid_on_wire<typename form_of<Form, V>::type>(value);
        } else if constexpr (requires { Form::to_wire(value); }) {
            return is_valid_on_wire<Form>(value);
        } else if constexpr (maybe_like<V>) {
            return !has_value(value) || is_valid_in_form<Form>(*value);
        } else {
            return true; // a form that only changes reading
        }
    }

    template<class T>
    constexpr bool is_valid_object(T const& object) const
    {
        constant_check const inside{rules_context, (std::max)(direction, direction_of<T>)};
        bool const are_parts_valid = inside.template are_valid<T>(object, member_list<T>{});
        bool all = are_parts_valid;
        for_each_clause<T>([&](auto const& clause) { all = all && inside.keeps_clause(clause, object); });
        return all;
    }

    template<class T, class D>
    constexpr bool is_valid_member(T const& object) const
    {
        if constexpr (has_codec<typename unwrapped<described_type<D>>::type>) {
            if constexpr (has_form<T, D::pointer>()) return true; // the form replaces the codec, see keeps_form()
            else return is_valid(member_in(object, D::pointer));
        } else {
            return is_valid(member_in(object, D::pointer));
        }
    }

    template<class T, template<class...> class List, class... D>
    constexpr bool are_valid(T const& object, List<D...>) const
    {
        return (is_valid_member<T, D>(object) && ...);
    }

    template<class T, class Clause>
    constexpr bool keeps_clause(Clause const& clause, T const& object) const
    {
        if constexpr (is_member_clause<Clause>) return keeps_all(clause.rules, member_in(object, Clause::pointer));
        else if constexpr (is_object_clause<Clause>) {
            return direction > clause.last || holds(clause, object);
        } else return keeps_form(clause, object);
    }

    template<class T, auto Member, class Form>
    constexpr bool keeps_form(form<Member, Form> const&, T const& object) const
    {
        return is_valid_in_form<Form>(member_in(object, Member));
    }
    constexpr bool keeps_form(auto const&, auto const&) const { return true; } ///< rename, alias

    template<class T, class Object, class Culprit>
    constexpr bool holds(object_clause<Object, Culprit> const& clause, T const& object) const
    {
        Object const& owner = as_owner<Object>(object);
        return clause.is_notice || (clause.holds ? clause.holds(owner) : clause.holds_in(owner, rules_context));
    }
    template<class T, class Object, class Condition, class... Demands>
    constexpr bool holds(when_clause<Object, Condition, Demands...> const& clause, T const& object) const
    {
        return clause.holds(as_owner<Object>(object), direction);
    }
    template<class T, auto Amount, auto Currency>
    constexpr bool holds(minor_unit_clause<Amount, Currency> const& clause, T const& object) const
    {
        return clause.holds(as_owner<object_type<Amount>>(object));
    }
    template<class T, class Clause>
        requires audits<Clause, T>
    constexpr bool holds(Clause const& clause, T const& object) const
    {
        place const here{};
        violation_detector to(here, rules_context, direction);
        clause.run(object, to);
        return !to.found();
    }
};

} // namespace detail

/// Whether validate() would report no violation; also in constant expressions: `static_assert(valid(spring));`. With
/// libstdc++ 12 and clang, a constant expression can't have a std::string that outlives it, and so no identifier.
template<class T>
[[nodiscard]] constexpr bool valid(T const& value, context const& rules_context = {})
{
    return detail::constant_check{.rules_context = rules_context, .direction = rules_context.direction}.is_valid(value);
}

} // namespace outlay::inline v0_1_0
