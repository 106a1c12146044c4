#pragma once

#include <concepts>
#include <cstddef>
#include <date/date.h>
#include <optional>
#include <outlay/model/annotations.hpp>
#include <outlay/model/facts.hpp>
#include <outlay/model/members.hpp>
#include <outlay/model/value_rules.hpp>
#include <string_view>
#include <type_traits>

// The clauses of a model: the rules of its members, the conditions between them, and rules that bind requests only.

namespace outlay::inline v0_1_0 {

/// The use of a value, which determines the rules that bind it. Rules in in_requests() bind requests and updates, but
/// not replies, whose contents are the vendor's responsibility. Rules in in_creates() bind requests only, since an
/// update leaves out the fields that do not change.
enum class direction : unsigned char {
    request, ///< sent, and complete
    update,  ///< sent, with only the fields that change
    reply,   ///< received
};

/// Information that rules need in addition to the value.
struct context {
    /// The day on which the value is checked, in the advertiser's time zone. Rules that depend on it are skipped if it
    /// is absent.
    std::optional<date::year_month_day> today{};
    /// Determines whether rules in in_requests() and in_creates() bind. A type whose model has a `direction` that comes
    /// later in the enumeration uses that one, for itself and for all of its parts.
    outlay::direction direction = direction::request;
};

namespace detail {

/// A rule that binds the directions up to `last`.
template<class Rule>
struct bounded_rule {
    Rule rule;
    direction last;

    static_assert(!is_each<Rule>, "write each(in_requests(rule)) instead");
    static_assert(!std::same_as<Rule, presence>,
                  "presence applies in every direction: use an invariant for a condition on requests");
};

template<class Rule>
inline constexpr bool is_bounded_rule = false;
template<class Rule>
inline constexpr bool is_bounded_rule<bounded_rule<Rule>> = true;

template<auto Member, class... Rules>
struct member_clause {
    static constexpr auto pointer = Member;
    rule_list<Rules...> rules;
};

template<class Rule>
inline constexpr bool is_notice_rule = false;
template<class Rule>
inline constexpr bool is_notice_rule<notice<Rule>> = true;

/// A condition on a whole object. A violation is reported at the member to which `culprit` points, or at the object if
/// `culprit` is null.
template<class T, class Culprit>
struct object_clause {
    std::string_view code;
    Culprit culprit;
    bool (*holds)(T const&);
    bool (*holds_in)(T const&, context const&); ///< the condition if it depends on a context; `holds` is then null
    std::string_view message;
    bool is_notice;
    direction last = direction::reply; ///< the last direction that it binds
};

template<class T>
inline constexpr bool is_object_clause = false;
template<class T, class Culprit>
inline constexpr bool is_object_clause<object_clause<T, Culprit>> = true;

template<class T>
inline constexpr bool is_member_clause = false;
template<auto Member, class... Rules>
inline constexpr bool is_member_clause<member_clause<Member, Rules...>> = true;

/// The direction in the model of T; request if it has none.
template<class T>
inline constexpr direction direction_of = [] {
    if constexpr (requires { model<T>::direction; }) return model<T>::direction;
    else return direction::request;
}();

template<class Rule>
constexpr auto bounded(Rule rule, direction last)
{
    if constexpr (is_object_clause<Rule>) {
        rule.last = last;
        return rule;
    } else {
        return bounded_rule<Rule>{rule, last};
    }
}

} // namespace detail

/// A clause: rules, presence and annotations of one member, `member<&T::m>(presence::required, at_least(0_dec))`.
/// A member may have several clauses, such as one of a base and one of a derived class. All of their rules apply; the
/// member is required if any clause has presence::required.
template<auto Member, class... Rules>
constexpr auto member(Rules... rules)
{
    return detail::member_clause<Member, Rules...>{detail::rule_list<Rules...>(rules...)};
}

/// A clause: a condition between the members of T. If `holds` returns false, a violation with this code and message is
/// reported at the member `culprit`. `holds` is a function or a lambda without captures. When a text is read, it is
/// called only if the members themselves are valid.
template<class T, class M>
constexpr auto invariant(std::string_view code, M T::* culprit, std::type_identity_t<bool (*)(T const&)> holds,
                         std::string_view message)
{
    return detail::object_clause<T, M T::*>{code, culprit, holds, nullptr, message, false};
}

/// The same, for a condition that depends on the context, such as today's date.
template<class T, class M>
constexpr auto invariant(std::string_view code, M T::* culprit,
                         std::type_identity_t<bool (*)(T const&, context const&)> holds, std::string_view message)
{
    return detail::object_clause<T, M T::*>{code, culprit, nullptr, holds, message, false};
}

/// The same, for a condition that is about no single member, `invariant<T>(...)`: the violation is at the object.
template<class T>
constexpr auto invariant(std::string_view code, std::type_identity_t<bool (*)(T const&)> holds,
                         std::string_view message)
{
    return detail::object_clause<T, std::nullptr_t>{code, nullptr, holds, nullptr, message, false};
}

/// The same rule or clause (invariant, audit, when ...), but binding only requests and updates. A reply that breaks it
/// is accepted.
template<class Rule>
constexpr auto in_requests(Rule rule)
{
    return detail::bounded(rule, direction::update);
}

/// The same rule or clause, but binding only requests, neither updates nor replies.
template<class Rule>
constexpr auto in_creates(Rule rule)
{
    return detail::bounded(rule, direction::request);
}

/// A clause: like invariant<T>, but reported as a notice, because the value can be used. For known quirks of a vendor:
/// deviations from the documented form.
template<class T>
constexpr auto quirk(std::string_view code, std::type_identity_t<bool (*)(T const&)> holds, std::string_view message)
{
    return detail::object_clause<T, std::nullptr_t>{code, nullptr, holds, nullptr, message, true};
}

} // namespace outlay::inline v0_1_0
