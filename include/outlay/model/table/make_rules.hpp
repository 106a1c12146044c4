#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <outlay/model/annotations.hpp>
#include <outlay/model/facts.hpp>
#include <outlay/model/members.hpp>
#include <outlay/model/rules.hpp>
#include <outlay/model/table/make_scalar.hpp>
#include <outlay/model/table/shape.hpp>
#include <outlay/model/table/type_table.hpp>
#include <string>
#include <string_view>

// The rules of members as data.

namespace outlay::inline v0_1_0::detail {

/// The number of table entries of a rule.
template<class Rule>
inline constexpr std::size_t rule_size = 1;
template<class Rule>
inline constexpr std::size_t rule_size<notice<Rule>> = rule_size<Rule>;
template<class Rule>
inline constexpr std::size_t rule_size<bounded_rule<Rule>> = rule_size<Rule>;
template<class... Rules>
inline constexpr std::size_t rule_size<each<Rules...>> = (std::size_t{1} + ... + rule_size<Rules>);
template<class... Rules>
inline constexpr std::size_t rule_size<each_key<Rules...>> = (std::size_t{1} + ... + rule_size<Rules>);

/// The rule inside coded<>.
template<class Rule>
struct uncoded {
    using type = Rule;
};
template<class Rule>
struct uncoded<coded<Rule>> : uncoded<Rule> {};

template<class V>
struct item_of {
    static_assert(list_like<V> || map_like<V>, "each() is a rule for lists and maps");
};
template<list_like V>
struct item_of<V> {
    using type = typename V::value_type;
};
template<map_like V>
struct item_of<V> {
    using type = typename V::mapped_type;
};

template<class Rule, class V>
bool rule_holds(void const* rule, void const* value)
{
    return static_cast<Rule const*>(rule)->holds(*static_cast<V const*>(value));
}

template<class Rule>
std::string rule_expects(void const* rule)
{
    return static_cast<Rule const*>(rule)->expected();
}

template<class Rule, class V>
std::string rule_found(void const* rule, void const* value)
{
    return static_cast<Rule const*>(rule)->found(*static_cast<V const*>(value));
}

template<class Rule>
bool rule_describes(void const* rule, facts& to)
{
    if constexpr (requires(Rule const& r) { r.describe(to); }) return static_cast<Rule const*>(rule)->describe(to);
    else return static_cast<Rule const*>(rule)->tell(to); // the name of the function before 0.2
}

/// A rule that is called through function pointers. The table keeps the address of the constant in the model.
template<class V, class Rule>
constexpr rule_table make_custom_rule(Rule const& rule)
{
    rule_table made{.code = rule.code,
                    .rule = &rule,
                    .holds = &rule_holds<Rule, V>,
                    .expected = &rule_expects<Rule>,
                    .found = &rule_found<Rule, V>};
    if constexpr (requires(facts& to) { rule.describe(to); } || requires(facts& to) { rule.tell(to); })
        made.describe = &rule_describes<Rule>;
    return made;
}

template<class Rule>
constexpr rule_table make_bound(rule_table::kind kind, Rule const& rule)
{
    return {.what = kind, .code = rule.code, .bound = rule.bound};
}

template<class Rule>
constexpr rule_table make_count(rule_table::kind kind, Rule const& rule)
{
    return {.what = kind, .code = rule.code, .least = rule.least, .most = rule.most};
}

/// The entry of a rule for a V.
template<class V, class Rule>
constexpr rule_table make_rule(Rule const& rule)
{
    using kind = rule_table::kind;
    using plain = typename uncoded<Rule>::type;
    constexpr bool is_bound = std::same_as<plain, at_least> || std::same_as<plain, at_most> ||
                              std::same_as<plain, more_than> || std::same_as<plain, less_than>;
    if constexpr (is_bound) static_assert(number_like<V>, "this rule is for numbers");
    if constexpr (std::same_as<plain, length>) static_assert(has_text<V>, "this rule is for texts");
    if constexpr (std::same_as<plain, items>)
        static_assert(list_like<V> || map_like<V>, "this rule is for lists and maps");

    // The table of a type with a codec has no functions for texts and lists, which it need not be on the wire.
    constexpr bool is_about_text_or_list = std::same_as<plain, length> || std::same_as<plain, items>;
    if constexpr (has_codec<V> && is_about_text_or_list) return make_custom_rule<V>(rule);
    else if constexpr (std::same_as<plain, at_least>) return make_bound(kind::at_least, rule);
    else if constexpr (std::same_as<plain, at_most>) return make_bound(kind::at_most, rule);
    else if constexpr (std::same_as<plain, more_than>) return make_bound(kind::more_than, rule);
    else if constexpr (std::same_as<plain, less_than>) return make_bound(kind::less_than, rule);
    else if constexpr (std::same_as<plain, length>) return make_count(kind::length, rule);
    else if constexpr (std::same_as<plain, items>) return make_count(kind::items, rule);
    else if constexpr (std::same_as<plain, presence>)
        return {.what = kind::presence, .least = rule == presence::required, .most = rule == presence::expected};
    else if constexpr (std::same_as<plain, reply_member>) return {.what = kind::in_replies_only, .code = rule.text};
    else if constexpr (std::same_as<plain, information>) return {.what = kind::for_information, .code = rule.text};
    else if constexpr (std::same_as<plain, titled>) return {.what = kind::title, .code = rule.text};
    else if constexpr (std::same_as<plain, described_as>) return {.what = kind::description, .code = rule.text};
    else if constexpr (std::same_as<plain, text_format>) return {.what = kind::format, .code = rule.text};
    else return make_custom_rule<V>(rule);
}

/// Appends rules for a value of type V to a table.
template<class V>
struct rule_adder {
    rule_table*& end;
    bool is_notice = false;
    direction last = direction::reply;

    template<class Rule>
    constexpr void operator()(Rule const& rule) const
    {
        *end = make_rule<V>(rule);
        end->is_notice = is_notice;
        end->last = last;
        ++end;
    }
    template<class Rule>
    constexpr void operator()(notice<Rule> const& marked) const
    {
        rule_adder{end, true, last}(marked.rule);
    }
    template<class Rule>
    constexpr void operator()(bounded_rule<Rule> const& bounded) const
    {
        rule_adder{end, is_notice, (std::min)(last, bounded.last)}(bounded.rule);
    }
    template<class... Rules>
    constexpr void operator()(each<Rules...> const& all) const
    {
        nest<typename item_of<V>::type>(rule_table::kind::each, all.rules);
    }
    template<class... Rules>
    constexpr void operator()(each_key<Rules...> const& all) const
    {
        static_assert(map_like<V>, "each_key() is a rule for maps");
        nest<typename V::key_type>(rule_table::kind::each_key, all.rules);
    }

private:
    template<class Item, class Rules>
    constexpr void nest(rule_table::kind kind, Rules const& rules) const
    {
        static_assert(!has_codec<V>, "each() and each_key() are not for a type with a codec, whose table has no items: "
                                     "write satisfies() instead");
        rule_table* const head = end++;
        rules.visit(rule_adder<typename unwrapped<Item>::type>{end});
        *head = {.what = kind, .nested = static_cast<std::uint16_t>(end - head - 1)};
    }
};

} // namespace outlay::inline v0_1_0::detail
