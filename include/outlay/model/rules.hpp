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

// The clauses of a model: the rules of its members, the conditions between them, and what binds only what is sent.

namespace outlay::inline v0_1_0 {

/// The use of a value, which decides which rules bind it. Those of in_requests() bind requests and updates, since a
/// reply is read as it is; those of in_creates() bind requests only, since an update leaves out what is not to change.
enum class direction : unsigned char {
    request, ///< is sent, and complete by itself
    update,  ///< is sent, and has only what is to change
    reply,   ///< is received
};

/// Facts that rules need beyond the value itself.
struct context {
    /// The day on which the value is checked, in the advertiser's own time zone. Rules about it are skipped where it is
    /// not known.
    std::optional<date::year_month_day> today{};
    /// Decides whether rules of in_requests() and in_creates() bind. A type whose model has a later `direction`, of
    /// request, update and reply, has that one for itself and all that it holds.
    outlay::direction direction = direction::request;
};

namespace detail {

/// A rule that binds only up to a direction.
template<class Rule>
struct bounded_rule {
    Rule rule;
    direction last;

    static_assert(!is_each<Rule>, "write each(in_requests(rule)) instead");
    static_assert(!std::same_as<Rule, presence>, "presence binds always: a condition on the value can be an invariant");
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

/// A condition on a whole object. It reports the member to which `culprit` points, or, if that is null, the object.
template<class T, class Culprit>
struct object_clause {
    std::string_view code;
    Culprit culprit;
    bool (*holds)(T const&);
    bool (*holds_given)(T const&, context const&); ///< the condition, if it needs a context; holds is null then
    std::string_view message;
    bool is_notice;
    direction last = direction::reply; ///< it binds up to this
};

template<class T>
inline constexpr bool is_object_clause = false;
template<class T, class Culprit>
inline constexpr bool is_object_clause<object_clause<T, Culprit>> = true;

template<class T>
inline constexpr bool is_member_clause = false;
template<auto Member, class... Rules>
inline constexpr bool is_member_clause<member_clause<Member, Rules...>> = true;

/// The direction of T, and at least that of all that it holds.
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
/// Several clauses for a member, such as those of a base and of a class derived from it, add up; a member is
/// required if any of them says so.
template<auto Member, class... Rules>
constexpr auto member(Rules... rules)
{
    return detail::member_clause<Member, Rules...>{detail::rule_list<Rules...>(rules...)};
}

/// A clause: a condition between the members of T. Where it does not hold, the member `culprit` is reported, with this
/// code and message. `holds` is a function or a lambda without captures. When a text is read, it is called only if the
/// members themselves are right.
template<class T, class M>
constexpr auto invariant(std::string_view code, M T::* culprit, std::type_identity_t<bool (*)(T const&)> holds,
                         std::string_view message)
{
    return detail::object_clause<T, M T::*>{code, culprit, holds, nullptr, message, false};
}

/// The same for a condition that depends on the context, such as on today's date.
template<class T, class M>
constexpr auto invariant(std::string_view code, M T::* culprit,
                         std::type_identity_t<bool (*)(T const&, context const&)> holds, std::string_view message)
{
    return detail::object_clause<T, M T::*>{code, culprit, nullptr, holds, message, false};
}

/// The same for a condition that no single member breaks, `invariant<T>(...)`: the object is reported.
template<class T>
constexpr auto invariant(std::string_view code, std::type_identity_t<bool (*)(T const&)> holds,
                         std::string_view message)
{
    return detail::object_clause<T, std::nullptr_t>{code, nullptr, holds, nullptr, message, false};
}

/// The same rule or clause about an object (invariant, audit, when ...), binding only what is sent: requests and
/// updates. A reply that breaks it is not refused for it.
template<class Rule>
constexpr auto in_requests(Rule rule)
{
    return detail::bounded(rule, direction::update);
}

/// The same, binding requests only: neither updates nor replies.
template<class Rule>
constexpr auto in_creates(Rule rule)
{
    return detail::bounded(rule, direction::request);
}

/// Like invariant<T>, for a deviation from the specified form that is reported as a notice.
template<class T>
constexpr auto quirk(std::string_view code, std::type_identity_t<bool (*)(T const&)> holds, std::string_view message)
{
    return detail::object_clause<T, std::nullptr_t>{code, nullptr, holds, nullptr, message, true};
}

} // namespace outlay::inline v0_1_0
