#pragma once

#include <algorithm>
#include <charconv>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <date/date.h>
#include <limits>
#include <optional>
#include <outlay/model/facts.hpp>
#include <outlay/value/calendar.hpp>
#include <outlay/value/decimal.hpp>
#include <outlay/value/detail/attributes.hpp>
#include <outlay/value/enum_text.hpp>
#include <outlay/value/report.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

// Rules for one member: `member<&T::m>(at_least(0_dec), ...)`. A rule has a `code`, `holds(value)`, and, for the
// message `expected ..., found ...`, `expected()` and `found(value)`; `describe(facts&)` adds it to a schema, see
// facts.hpp. A rule for a std::optional, nullable or pointer applies to the value in it, and holds if there is none.
// Rules are constants in a model, so that a rule can't have state that changes.

namespace outlay::inline v0_1_0 {
namespace detail {

template<class N>
constexpr auto compare_number(N value, decimal bound) noexcept
{
    static_assert(std::integral<N> || std::floating_point<N> || std::same_as<N, decimal>, "this rule is for numbers");
    if constexpr (std::integral<N>) {
        return decimal(value) <=> bound;
    } else if constexpr (std::floating_point<N>) {
        using wider = std::common_type_t<N, double>;
        return static_cast<wider>(value) <=> static_cast<wider>(bound.to_double());
    } else {
        return value <=> bound;
    }
}

/// The number of code points of a text in UTF-8.
constexpr std::size_t count_characters(std::string_view text) noexcept
{
    std::size_t characters = 0;
    for (char const c : text) characters += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    return characters;
}

template<class S>
concept has_text = requires(S const& s) { s.str(); } || std::convertible_to<S const&, std::string_view>;

template<has_text S>
constexpr std::string_view text_of(S const& value) noexcept
{
    if constexpr (requires { value.str(); }) return value.str();
    else return value;
}

/// The upper bound of a count that has none.
inline constexpr std::size_t no_largest_count = (std::numeric_limits<std::size_t>::max)();
/// Bounds from here on are not shown: for "no bound", vendors document the largest integer of 32 bits.
inline constexpr std::size_t as_good_as_none = (std::numeric_limits<std::int32_t>::max)();

/// `1 item`, `5 items`, `1 to 100 items`, `1 item or more`, `at most 5 items`
inline std::string count_text(std::size_t least, std::size_t most, std::string_view unit)
{
    bool const has_most = most < as_good_as_none;
    std::size_t const last = has_most ? most : least;
    std::string const number = std::to_string(last);
    std::string_view const plural = last == 1 ? "" : "s";
    if (!has_most) return joined({number, " ", unit, plural, " or more"});
    if (least == most) return joined({number, " ", unit, plural});
    if (least == 0) return joined({"at most ", number, " ", unit, plural});
    return joined({std::to_string(least), " to ", number, " ", unit, plural});
}

/// The text of a value in messages.
template<class V>
std::string shown(V const& value)
{
    if constexpr (has_text<V>) return in_quotes(text_of(value));
    else if constexpr (requires { value.text(); }) return in_quotes(value.text());
    else if constexpr (requires {
                           { value.to_string() } -> std::convertible_to<std::string>;
                       })
        return value.to_string();
    else if constexpr (std::same_as<V, date::year_month_day>) return to_string(value);
    else if constexpr (std::same_as<V, bool>) return value ? "true" : "false";
    else if constexpr (std::integral<V>) return std::to_string(value);
    else if constexpr (std::floating_point<V>) {
        char text[32]; // the longest double has 24 characters
        return {text, std::to_chars(text, text + sizeof text, value).ptr};
    }
    if constexpr (requires { value.size(); }) return count_text(value.size(), value.size(), "item");
    else return "another value";
}

/// `; did you mean "ENABLED"?`, for an unknown text of an open_enum that is similar to a known one.
template<class V>
std::string hint(V const& value)
{
    if constexpr (requires { typename V::enum_type; }) {
        if (value.is_known()) return {};
        std::string_view const likely = likely_enumerator<typename V::enum_type>(value.text());
        if (!likely.empty()) return joined({"; did you mean ", in_quotes(likely), "?"});
    }
    return {};
}

struct bound_rule {
    decimal bound;
    constexpr explicit bound_rule(decimal b) noexcept : bound(b) {}
    static std::string found(auto const& value) { return shown(value); }
};

/// Not constexpr: the compiler's message for a constant expression that fails has the name of the function.
[[noreturn]] inline void least_is_more_than_most()
{
    throw std::invalid_argument("a rule with a least count that is more than its most");
}

struct count_rule {
    std::size_t least;
    std::size_t most;
    /// Throws std::invalid_argument if no count is right; a constant expression then does not compile.
    constexpr explicit count_rule(std::size_t fewest, std::size_t largest = no_largest_count)
        : least(fewest), most(largest)
    {
        if (fewest > largest) least_is_more_than_most();
    }
    constexpr bool within(std::size_t n) const noexcept { return n >= least && n <= most; }
};

} // namespace detail

/// A rule: the number is `bound` or more: `at_least(0_dec)`.
struct at_least : detail::bound_rule {
    using bound_rule::bound_rule;
    static constexpr std::string_view code = "at_least";
    constexpr bool holds(auto const& value) const { return detail::compare_number(value, bound) >= 0; }
    bool describe(facts& to) const
    {
        facts::tighten_least(to.minimum, bound);
        return true;
    }
    std::string expected() const { return detail::joined({bound.to_string(), " or more"}); }
};

/// A rule: the number is `bound` or less: `at_most(100_dec)`.
struct at_most : detail::bound_rule {
    using bound_rule::bound_rule;
    static constexpr std::string_view code = "at_most";
    constexpr bool holds(auto const& value) const { return detail::compare_number(value, bound) <= 0; }
    bool describe(facts& to) const
    {
        facts::tighten_most(to.maximum, bound);
        return true;
    }
    std::string expected() const { return detail::joined({bound.to_string(), " or less"}); }
};

/// A rule: the number is more than `bound`: `more_than(0_dec)`.
struct more_than : detail::bound_rule {
    using bound_rule::bound_rule;
    static constexpr std::string_view code = "more_than";
    constexpr bool holds(auto const& value) const { return detail::compare_number(value, bound) > 0; }
    bool describe(facts& to) const
    {
        facts::tighten_least(to.exclusive_minimum, bound);
        return true;
    }
    std::string expected() const { return detail::joined({"more than ", bound.to_string()}); }
};

/// A rule: the number is less than `bound`: `less_than(100_dec)`.
struct less_than : detail::bound_rule {
    using bound_rule::bound_rule;
    static constexpr std::string_view code = "less_than";
    constexpr bool holds(auto const& value) const { return detail::compare_number(value, bound) < 0; }
    bool describe(facts& to) const
    {
        facts::tighten_most(to.exclusive_maximum, bound);
        return true;
    }
    std::string expected() const { return detail::joined({"less than ", bound.to_string()}); }
};

/// A rule: the text has `least` to `most` characters (code points, as in JSON Schema): `length(1, 40)`. `length(1)`: at
/// least one.
struct length : detail::count_rule {
    using count_rule::count_rule;
    static constexpr std::string_view code = "length";
    template<class Text>
    constexpr bool holds(Text const& text) const
    {
        static_assert(detail::has_text<Text>, "this rule is for texts");
        std::string_view const bytes = detail::text_of(text);
        // A character has 1 to 4 bytes, so that the number of bytes usually decides.
        if (within(bytes.size()) && within((bytes.size() + 3) / 4)) return true;
        return within(detail::count_characters(bytes));
    }
    bool describe(facts& to) const
    {
        facts::tighten_least(to.min_length, least);
        facts::tighten_most(to.max_length, most);
        return true;
    }
    std::string expected() const { return detail::count_text(least, most, "character"); }
    static std::string found(auto const& text)
    {
        auto const n = detail::count_characters(detail::text_of(text));
        return detail::count_text(n, n, "character");
    }
};

/// A rule: the text has `least` to `most` bytes in UTF-8, for APIs that count bytes: `byte_length(1, 255)`. A schema,
/// which can only count characters, has the bounds that follow for these, and the rule in words.
struct byte_length : detail::count_rule {
    using count_rule::count_rule;
    static constexpr std::string_view code = "byte_length";
    template<class Text>
    constexpr bool holds(Text const& text) const
    {
        static_assert(detail::has_text<Text>, "this rule is for texts");
        return within(detail::text_of(text).size());
    }
    bool describe(facts& to) const
    {
        constexpr std::size_t most_bytes = 4; // of one character
        facts::tighten_least(to.min_length, (least + most_bytes - 1) / most_bytes);
        facts::tighten_most(to.max_length, most);
        return false;
    }
    std::string expected() const { return detail::count_text(least, most, "byte"); }
    static std::string found(auto const& text)
    {
        std::size_t const n = detail::text_of(text).size();
        return detail::count_text(n, n, "byte");
    }
};

/// A rule: the list or map has `least` to `most` items or entries: `items(1, 100)`. `items(1)`: at least one.
struct items : detail::count_rule {
    using count_rule::count_rule;
    static constexpr std::string_view code = "items";
    template<class List>
    constexpr bool holds(List const& list) const
    {
        static_assert(requires { list.begin(); } && !detail::has_text<List>, "this rule is for lists and maps");
        return within(list.size());
    }
    bool describe(facts& to) const
    {
        facts::tighten_least(to.min_items, least);
        facts::tighten_most(to.max_items, most);
        return true;
    }
    std::string expected() const { return detail::count_text(least, most, "item"); }
    static std::string found(auto const& list) { return detail::count_text(list.size(), list.size(), "item"); }
};

/// A rule: no two items of the list are equal. Items are compared with `<`.
struct unique_items {
    static constexpr std::string_view code = "unique_items";
    template<class List>
    constexpr bool holds(List const& list) const
    {
        return !find_repeated(list);
    }
    bool describe(facts& to) const { return to.unique_items = true; }
    static std::string expected() { return "items that differ"; }
    template<class List>
    static std::string found(List const& list)
    {
        auto const repeated = find_repeated(list);
        return repeated ? detail::joined({detail::shown(**repeated), " more than once"}) : "items that differ";
    }

private:
    /// The least item that is in the list more than once.
    template<class List>
    static constexpr auto find_repeated(List const& list) -> std::optional<typename List::value_type const*>
    {
        std::vector<typename List::value_type const*> sorted;
        for (auto const& item : list) sorted.push_back(&item);
        std::sort(sorted.begin(), sorted.end(), [](auto const* a, auto const* b) { return *a < *b; });
        for (std::size_t i = 1; i < sorted.size(); ++i)
            if (!(*sorted[i - 1] < *sorted[i])) return sorted[i - 1];
        return std::nullopt;
    }
};

namespace detail {

/// A list of rules; quicker to compile than a std::tuple.
template<class... Rules>
struct rule_list {
    constexpr void visit(auto const&) const {}
};
template<class First, class... Rest>
struct rule_list<First, Rest...> {
    First first;
    OUTLAY_NO_UNIQUE_ADDRESS rule_list<Rest...> rest;

    constexpr explicit rule_list(First f, Rest... r) : first(f), rest(r...) {}
    constexpr void visit(auto const& f) const
    {
        f(first);
        rest.visit(f);
    }
};

} // namespace detail

/// These rules apply to every item of the list, or to every value of the map. Each violation is at its item.
template<class... Rules>
struct each {
    detail::rule_list<Rules...> rules; ///< of one item
    /// `each(length(1, 255), ...)`
    constexpr explicit each(Rules... item_rules) : rules(item_rules...) {}
};
// each(each(at_least(0))) applies to the items of the items; without this guide it would be a copy of the inner each.
template<class... Rules>
each(each<Rules...>) -> each<each<Rules...>>;

/// These rules apply to every key of the map, as its C++ type: `each_key(length(1, 50))`. Each violation is at its
/// entry.
template<class... Rules>
struct each_key {
    using is_each_key = void;
    detail::rule_list<Rules...> rules; ///< of one key
    /// `each_key(length(1, 50), ...)`
    constexpr explicit each_key(Rules... key_rules) : rules(key_rules...) {}
};

namespace detail {

template<class Rule>
inline constexpr bool is_each = false;
template<class... Rules>
inline constexpr bool is_each<each<Rules...>> = true;

} // namespace detail

/// The same rule, but a breach is a notice instead of a violation.
template<class Rule>
struct notice {
    static_assert(!detail::is_each<Rule>, "write each(notice(rule)) instead");
    Rule rule; ///< the rule
    /// `notice(at_most(100_dec))`
    constexpr explicit notice(Rule r) : rule(r) {}
};

/// The same rule with another code, such as the vendor's own for the same mistake.
template<class Rule>
struct coded : Rule {
    std::string_view code;
    /// `coded("budget_too_low", at_least(1_dec))`
    constexpr coded(std::string_view rule_code, Rule r) : Rule(r), code(rule_code) {}
};

/// A user's rule for a member of type V, or for the value in a std::optional, nullable or pointer.
template<class V>
struct satisfies {
    std::string_view code;
    bool (*predicate)(V const&);  ///< whether a value keeps the rule
    std::string_view expectation; ///< follows `expected` in the message
    std::string_view pattern;     ///< the rule as a regular expression of ECMA-262, or empty

    /// `expects` completes the message `expected ..., found ...`. `regex`, a regular expression of ECMA-262 for the
    /// JSON Schema, matches the texts that the predicate accepts. If it is empty, the schema describes the rule in
    /// words; if it is `.*`, the schema leaves the rule out, because the type V already implies it.
    constexpr satisfies(std::string_view rule_code, bool (*test)(V const&), std::string_view expects,
                        std::string_view regex = {}) noexcept
        : code(rule_code), predicate(test), expectation(expects), pattern(regex)
    {}
    constexpr bool holds(V const& value) const { return predicate(value); }
    bool describe(facts& to) const
    {
        if (!pattern.empty() && pattern != ".*") to.patterns.push_back(pattern);
        return !pattern.empty();
    }
    std::string expected() const { return std::string(expectation); }
    static std::string found(V const& value) { return detail::shown(value) + detail::hint(value); }
};

} // namespace outlay::inline v0_1_0
