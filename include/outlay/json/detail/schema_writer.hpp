#pragma once

#include <algorithm>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/string.hpp>
#include <boost/json/value.hpp>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <outlay/json/detail/schema_conditions.hpp>
#include <outlay/json/detail/schema_scalar.hpp>
#include <outlay/json/detail/schema_terms.hpp>
#include <outlay/json/detail/tables.hpp>
#include <outlay/json/detail/type_name.hpp>
#include <outlay/json/options.hpp>
#include <outlay/model/facts.hpp>
#include <outlay/model/members.hpp>
#include <outlay/model/rules.hpp>
#include <outlay/model/validate.hpp>
#include <outlay/value/nullable.hpp>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace outlay::detail {

constexpr std::string_view to_string(direction way) noexcept
{
    constexpr std::string_view names[] = {"request", "update", "reply"};
    return names[static_cast<std::size_t>(way)];
}

/// A name for the whole schema. It is no address: what is there is the same on every machine.
inline std::string schema_id(std::string const& name, direction way, direction usual)
{
    std::string id = joined({"https://outlay.example/schema/", name});
    if (way != usual) id += joined({".", to_string(way)});
    return id;
}

/// One for each class, whatever it is called.
template<class T>
inline constexpr char type_key = 0;

template<class Clause>
inline constexpr bool is_form_clause = false;
template<auto Member, class Form>
inline constexpr bool is_form_clause<form<Member, Form>> = true;

/// Makes the schemas of classes, each once for each direction in which it is met.
class schema_writer {
public:
    /// `way` is that of the document.
    schema_writer(decode_options const& options, direction way) noexcept : options_(options), way_(way) {}

    boost::json::object const& definitions() const noexcept { return definitions_; }

    /// The schema of the document itself.
    template<class V>
    boost::json::object root()
    {
        if constexpr (described<V>) {
            met_.push_back({&type_key<V>, way_, "#"});
            return object_schema<V>(way_);
        } else {
            auto value = describe<V>(way_);
            if (may_be_null_list<V>(way_)) allow_null(value.schema);
            put_comment(value.schema, value.unsaid);
            return std::move(value.schema);
        }
    }

private:
    struct met_class {
        void const* type;
        direction way;
        std::string reference;
    };

    /// A reference to the schema of a class, which is made if this is the first one.
    template<class T>
    std::string reference(direction outer)
    {
        direction const way = std::max(outer, direction_of<T>);
        for (met_class const& known : met_)
            if (known.type == &type_key<T> && known.way == way) return known.reference;
        std::string name = type_name<T>();
        if (way != way_) name += joined({".", to_string(way)});
        while (definitions_.contains(name)) name += '_'; // two classes of one name
        std::string const made = joined({"#/$defs/", name});
        definitions_[name].emplace_object();       // keeps the order in which they are met,
        met_.push_back({&type_key<T>, way, made}); // and is there for a class that holds itself
        definitions_[name] = object_schema<T>(way);
        return made;
    }

    /// Whether null is read as a V without items, unless rules refuse that.
    template<class V>
    static constexpr bool may_be_null_list(direction way)
    {
        return is_vector<V> && way == direction::reply;
    }

    /// What a value of any type is, without the rules of its member.
    template<class V>
    described_value describe(direction way)
    {
        if constexpr (optional_like<V>) {
            auto value = describe<typename unwrapped<V>::type>(way);
            allow_null(value.schema);
            return value;
        } else if constexpr (is_vector<V>) {
            auto item = describe<typename V::value_type>(way);
            if (may_be_null_list<typename V::value_type>(way)) allow_null(item.schema);
            boost::json::object list{{"type", "array"}};
            put_comment(item.schema, item.unsaid);
            list["items"] = std::move(item.schema);
            return {std::move(list)};
        } else if constexpr (described<V>) {
            return {{{"$ref", reference<V>(way)}}};
        } else {
            return describe_scalar<V>();
        }
    }

    /// What a Form reads.
    template<class Form>
    described_value describe_form(direction way)
    {
        if constexpr (requires { typename Form::reads; }) {
            described_value value;
            boost::json::array any;
            [&]<class... Read>(std::type_identity<std::tuple<Read...>>) {
                (add_alternative(any, value.unsaid, describe<Read>(way)), ...);
            }(std::type_identity<typename Form::reads>{});
            if (any.size() == 1) value.schema = std::move(any[0].get_object());
            else value.schema["anyOf"] = std::move(any);
            return value;
        } else {
            return {{}, {"type: a value of a form of its own"}};
        }
    }

    static void add_alternative(boost::json::array& any, std::vector<std::string>& unsaid, described_value&& value)
    {
        any.push_back(std::move(value.schema));
        unsaid.insert(unsaid.end(), value.unsaid.begin(), value.unsaid.end());
    }

    /// Adds what a rule says, in words where it has to be.
    template<class Rule>
    static void tell(Rule const& rule, direction way, facts& said, std::vector<std::string>& unsaid)
    {
        if constexpr (is_bounded_rule<Rule>) {
            if (way <= rule.last) tell(rule.rule, way, said, unsaid);
        } else if constexpr (!is_notice_rule<Rule> && !std::same_as<Rule, presence> && !is_each<Rule>) {
            if constexpr (requires { rule.tell(said); }) {
                if (rule.tell(said)) return;
            }
            if constexpr (requires { rule.expected(); }) unsaid.push_back(joined({rule.code, ": ", rule.expected()}));
        }
    }

    /// Whether a list without items keeps the rules for it.
    template<class List, class Rules>
    static bool may_be_empty(Rules const& rules, direction way)
    {
        outlay::context const given{.direction = way};
        first_violation found{given};
        check_rules(rules, List{}, place{}, found);
        return !found.found;
    }

    /// Puts the rules of a value of type V into its schema: those of its items, too.
    template<class V, class Rules>
    static void put_rules(described_value& value, Rules const& rules, direction way)
    {
        facts said;
        rules.visit([&](auto const& rule) { tell(rule, way, said, value.unsaid); });
        put_facts(value, said);
        rules.visit([&]<class Rule>(Rule const& rule) {
            if constexpr (is_each<Rule>) put_item_rules<V>(value, rule.rules, way);
        });
    }

    /// Puts the rules of the items of a List into its schema.
    template<class List, class Rules>
    static void put_item_rules(described_value& value, Rules const& rules, direction way)
    {
        using item_type = typename List::value_type;
        described_value item{std::move(value.schema["items"].get_object())};
        put_rules<typename unwrapped<item_type>::type>(item, rules, way);
        if constexpr (is_vector<item_type>)
            if (may_be_null_list<item_type>(way) && !may_be_empty<item_type>(rules, way)) refuse_null(item.schema);
        put_comment(item.schema, item.unsaid);
        value.schema["items"] = std::move(item.schema);
    }

    /// A class under construction.
    struct object_parts {
        boost::json::object properties;
        boost::json::array required;
        boost::json::array conditions;
        std::vector<std::string> unsaid;
    };

    template<class T>
    boost::json::object object_schema(direction way)
    {
        object_parts parts;
        add_members<T>(parts, way, member_list<T>{});
        for_each_clause<T>([&]<class Clause>(Clause const& clause) {
            if constexpr (is_object_clause<Clause>)
                if (way <= clause.last) add_condition<T>(parts.conditions, parts.unsaid, clause, way);
        });

        boost::json::object schema{{"title", type_title<T>()}};
        if constexpr (requires { model<T>::description; })
            schema["description"] = std::string_view(model<T>::description);
        if constexpr (has_text_form<T>) schema["type"] = boost::json::array{"object", "string"};
        else schema["type"] = "object";
        schema["properties"] = std::move(parts.properties);
        if (!parts.required.empty()) schema["required"] = std::move(parts.required);
        schema["additionalProperties"] = takes_unknown_fields<T>();
        if (!parts.conditions.empty()) schema["allOf"] = std::move(parts.conditions);
        put_comment(schema, parts.unsaid);
        return schema;
    }

    template<class T>
    bool takes_unknown_fields() const
    {
        if (has_extras<T> && member_count<T> == 0) return true; // any name is as good as any other
        switch (options_.unknown_fields) {
        case unknown_fields::ignore: return true;
        case unknown_fields::reject: return false;
        case unknown_fields::reject_unless_kept: return has_extras<T>;
        }
        return true;
    }

    template<class T, template<class...> class List, class... D>
    void add_members(object_parts& to, [[maybe_unused]] direction way, List<D...>)
    {
        [[maybe_unused]] std::size_t index = 0;
        (add_member<T, D>(to, index++, way), ...);
    }

    template<class T, class D>
    void add_member(object_parts& to, std::size_t index, direction way)
    {
        boost::json::string const name(member_names<T>[index].view());
        bool const may_be_absent = (required_members<T> >> index & 1) == 0;
        to.properties[name] = member_schema<T, D::pointer, void>(may_be_absent, way);
        boost::json::array names{name};
        for_each_clause<T>([&]<class Clause>(Clause const& clause) {
            if constexpr (is_alias_clause<Clause>) add_alias<T, D::pointer>(to, names, clause, may_be_absent, way);
        });

        bool is_required = !may_be_absent;
        if constexpr (!optional_like<described_type<D>>)
            is_required = is_required || !keeps_rules_if_absent<T, D::pointer>(way);
        if (is_required && names.size() == 1) to.required.push_back(name);
        if (is_required && names.size() != 1) to.conditions.push_back(any_is_required(names));
    }

    static boost::json::object any_is_required(boost::json::array const& names)
    {
        boost::json::array any;
        for (auto const& name : names) any.push_back(boost::json::object{{"required", boost::json::array{name}}});
        return {{"anyOf", std::move(any)}};
    }

    /// Another name of a member, if this is one: whichever is there, it is the only one.
    template<class T, auto Member, auto Of, class Form>
    void add_alias(object_parts& to, boost::json::array& names, alias<Of, Form> const& clause, bool may_be_absent,
                   direction way)
    {
        if constexpr (same_member(Member, Of)) {
            auto schema = member_schema<T, Member, Form>(may_be_absent, way);
            schema["deprecated"] = true;
            schema["description"] = joined({"Another name of ", names[0].get_string(), "."});
            to.properties[clause.name] = std::move(schema);
            boost::json::string const alias(clause.name);
            for (auto const& other : names) {
                boost::json::object const both{{"required", boost::json::array{other, alias}}};
                to.conditions.push_back(boost::json::object{{"not", both}});
            }
            names.push_back(alias);
        }
    }

    /// What is absent has its default, which has to keep the rules as well.
    template<class T, auto Member>
    static bool keeps_rules_if_absent(direction way)
    {
        outlay::context const given{.direction = way};
        first_violation found{given};
        for_each_clause<T>([&]<class Clause>(Clause const& clause) {
            if constexpr (is_member_clause<Clause>)
                if constexpr (same_member(Clause::pointer, Member))
                    clause.rules.visit([&]<class Rule>(Rule const& rule) {
                        if constexpr (!is_each<Rule>) check_rule(rule, T{}.*Member, place{}, found);
                    });
        });
        return !found.found;
    }

    /// The schema of a member's value in a form: void, its own.
    template<class T, auto Member, class Form>
    boost::json::object member_schema(bool may_be_absent, direction way)
    {
        using value_type = member_type<Member>;
        auto value = [&] {
            if constexpr (std::is_void_v<Form>) return describe_member<T, Member>(way);
            else return describe_form<Form>(way);
        }();
        bool takes_null = may_be_absent || is_nullable<value_type> || may_be_null_list<value_type>(way);
        for_each_clause<T>([&]<class Clause>(Clause const& clause) {
            if constexpr (is_member_clause<Clause>)
                if constexpr (same_member(Clause::pointer, Member)) {
                    put_rules<typename unwrapped<value_type>::type>(value, clause.rules, way);
                    if constexpr (is_vector<value_type>)
                        takes_null = may_be_absent || (takes_null && may_be_empty<value_type>(clause.rules, way));
                }
        });
        if (takes_null) allow_null(value.schema);
        put_comment(value.schema, value.unsaid);
        return std::move(value.schema);
    }

    template<class T, auto Member>
    described_value describe_member(direction way)
    {
        described_value value;
        bool has_form = false;
        for_each_clause<T>([&]<class Clause>(Clause const&) {
            if constexpr (is_form_clause<Clause>)
                [&]<auto Of, class Form>(std::type_identity<form<Of, Form>>) {
                    if constexpr (same_member(Of, Member)) {
                        value = describe_form<Form>(way);
                        has_form = true;
                    }
                }(std::type_identity<Clause>{});
        });
        if (!has_form) value = describe<typename unwrapped<member_type<Member>>::type>(way);
        return value;
    }

    decode_options const& options_;
    direction way_;
    boost::json::object definitions_;
    std::vector<met_class> met_;
};

} // namespace outlay::detail
