#pragma once

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <outlay/model/audit.hpp>
#include <outlay/model/members.hpp>
#include <outlay/model/place.hpp>
#include <outlay/model/rules.hpp>
#include <outlay/value/detail/separate.hpp>
#include <outlay/value/report.hpp>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace outlay {

namespace detail {

/// Where rules report what they find: one that makes a report, or, in constant expressions, one that only counts.
class findings {
public:
    explicit findings(outlay::context const& given) noexcept : rules_context(given), way(given.direction) {}
    outlay::context const& rules_context;
    direction way; ///< of what is being checked

    template<class Message>
    void add(place const& at, bool is_notice, std::string_view code, Message const& message)
    {
        add_finding(at, is_notice, code, message());
    }

protected:
    ~findings() = default;

private:
    virtual void add_finding(place const& at, bool is_notice, std::string_view code, std::string message) = 0;
};

class report_findings final : public findings {
public:
    using findings::findings;
    report found;

private:
    void add_finding(place const& at, bool is_notice, std::string_view code, std::string message) override
    {
        violation v{.pointer = {}, .code = std::string(code), .message = std::move(message)};
        append_pointer(v.pointer, at);
        if (is_notice) found.add_notice(std::move(v));
        else found.add(std::move(v));
    }
};

struct first_violation {
    using ignores_notices = void;

    outlay::context const& rules_context;
    direction way = rules_context.direction;
    bool found = false;

    template<class Message>
    constexpr void add(place const&, bool is_notice, std::string_view, Message const&) noexcept
    {
        found |= !is_notice;
    }
};

template<class V, class Sink, class Rules>
constexpr void check_rules(Rules const& rules, V const& value, place const& at, Sink& sink);

/// A nullable that is null is there: it says so.
template<class V>
constexpr bool is_missing(V const& value)
{
    if constexpr (requires { value.is_absent(); }) return value.is_absent();
    else if constexpr (optional_like<V>) return !value.has_value();
    else return false;
}

template<class V, class Sink, class Rule>
constexpr void check_rule(Rule const& rule, V const& value, place const& at, Sink& sink, bool is_notice = false)
{
    if constexpr (std::derived_from<Rule, annotation>) {
        return; // for people
    } else if constexpr (std::same_as<Rule, presence>) {
        if (rule == presence::required && is_missing(value))
            sink.add(at, false, "missing", [] { return std::string("required, but missing"); });
    } else if constexpr (optional_like<V>) {
        if (value.has_value()) check_rule(rule, *value, at, sink, is_notice);
    } else if constexpr (is_notice_rule<Rule>) {
        if constexpr (!requires { typename Sink::ignores_notices; }) check_rule(rule.rule, value, at, sink, true);
    } else if constexpr (is_bounded_rule<Rule>) {
        if (sink.way <= rule.last) check_rule(rule.rule, value, at, sink, is_notice);
    } else if constexpr (is_each<Rule>) {
        std::size_t index = 0;
        for (auto const& item : value) check_rules(rule.rules, item, {&at, {}, index++}, sink);
    } else if (!rule.holds(value)) {
        sink.add(at, is_notice, rule.code,
                 [&] { return joined({"expected ", rule.expected(), ", found ", rule.found(value)}); });
    }
}

template<class V, class Sink, class Rules>
constexpr void check_rules(Rules const& rules, V const& value, place const& at, Sink& sink)
{
    rules.visit([&](auto const& rule) { check_rule(rule, value, at, sink); });
}

template<class T, class Culprit, class Sink>
constexpr void check_object_clause(object_clause<T, Culprit> const& clause, T const& object, place const& at,
                                   Sink& sink)
{
    if (sink.way > clause.last) return;
    bool const holds = clause.holds ? clause.holds(object) : clause.holds_given(object, sink.rules_context);
    if (holds) return;
    auto const message = [&clause] { return std::string(clause.message); };
    if constexpr (std::is_null_pointer_v<Culprit>) sink.add(at, clause.is_notice, clause.code, message);
    else sink.add({&at, member_names<T>[member_index<T>(clause.culprit)]}, clause.is_notice, clause.code, message);
}

template<class Sink>
class sink_auditor final : public auditor {
public:
    constexpr sink_auditor(place const& object, Sink& sink) : auditor(object, sink.rules_context, sink.way), sink_(sink)
    {}

private:
    constexpr void add(place const& at, bool is_notice, std::string_view code, std::string_view message) override
    {
        sink_.add(at, is_notice, code, [message] { return std::string(message); });
    }

    Sink& sink_;
};

template<class Clause, class T, class Sink>
    requires audits<Clause, T>
constexpr void check_object_clause(Clause const& clause, T const& object, place const& at, Sink& sink)
{
    if (sink.way > clause.last) return;
    sink_auditor<Sink> to(at, sink);
    clause.run(object, to);
}

/// The conditions between the members of one object, not those of its parts.
template<class T, class Sink>
constexpr void check_invariants(T const& object, place const& at, Sink& sink)
{
    for_each_clause<T>([&]<class Clause>(Clause const& clause) {
        if constexpr (is_object_clause<Clause>) check_object_clause(clause, object, at, sink);
    });
}

template<class V, class Sink>
constexpr void check_value(V const& value, place const& at, Sink& sink);

template<class T, class Sink, template<class...> class List, class... D>
constexpr void check_parts(T const& object, place const& at, Sink& sink, List<D...>)
{
    std::size_t index = 0;
    (check_value(object.*D::pointer, {&at, member_names<T>[index++]}, sink), ...);
}

template<class T, class Sink>
constexpr void check_object(T const& object, place const& at, Sink& sink)
{
    direction const outer_way = sink.way;
    sink.way = std::max(sink.way, direction_of<T>);
    for_each_clause<T>([&]<class Clause>(Clause const& clause) {
        if constexpr (is_member_clause<Clause>) {
            constexpr std::size_t index = index_of<T, Clause::pointer>;
            check_rules(clause.rules, object.*Clause::pointer, {&at, member_names<T>[index]}, sink);
        }
    });
    check_parts(object, at, sink, member_list<T>{});
    check_invariants(object, at, sink);
    sink.way = outer_way;
}

/// The parts of a value that have rules of their own.
template<class V, class Sink>
constexpr void check_value(V const& value, place const& at, Sink& sink)
{
    if constexpr (optional_like<V>) {
        if (value.has_value()) check_value(*value, at, sink);
    } else if constexpr (is_vector<V>) {
        std::size_t index = 0;
        for (auto const& item : value) check_value(item, {&at, {}, index++}, sink);
    } else if constexpr (described<V>) {
        check_object(value, at, sink);
    } else {
        static_assert(!requires { value.error(); }, "a result has no rules: validate its value, if it has one");
    }
}

} // namespace detail

OUTLAY_SEPARATE_BEGIN

/// Every rule that the value breaks, each with the JSON Pointer of the member. Empty: it may be sent.
template<class T>
[[nodiscard]] report validate(T const& value, context const& given = {})
{
    detail::report_findings findings(given);
    detail::check_value(value, {}, static_cast<detail::findings&>(findings));
    return std::move(findings.found);
}

OUTLAY_SEPARATE_END

/// Whether the value keeps every rule; also in constant expressions: `static_assert(valid(spring));`. With libstdc++ 12
/// and clang no constant expression may hold a std::string, and so no identifier: a limit of that library.
template<class T>
[[nodiscard]] constexpr bool valid(T const& value, context const& given = {})
{
    detail::first_violation findings{given};
    detail::check_value(value, {}, findings);
    return !findings.found;
}

} // namespace outlay
