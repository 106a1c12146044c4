#pragma once

#include <boost/json.hpp>
#include <chrono>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <outlay/json.hpp>
#include <outlay/model.hpp>
#include <outlay/value.hpp>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

// Documents similar to those of a type: from its description, not from its schema, which they test.

namespace agreement {

namespace json = boost::json;

class generator {
public:
    explicit generator(std::uint64_t seed) : random_(seed) {}

    bool chance(int percent) { return below(100) < static_cast<std::size_t>(percent); }
    std::size_t below(std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random_); }

    /// A value that is mostly valid.
    template<class V>
    json::value make(int depth = 0)
    {
        using namespace outlay;
        if constexpr (outlay::detail::has_codec<V>) {
            return make<typename outlay::detail::codec_of<V>::wire>(depth);
        } else if constexpr (outlay::detail::maybe_like<V>) {
            bool const is_deep = depth > 3 && outlay::detail::is_owner<V>;
            return is_deep || chance(10) ? json::value(nullptr)
                                         : make<typename outlay::detail::unwrapped<V>::type>(depth);
        } else if constexpr (outlay::detail::list_like<V>) {
            if (chance(4)) return nullptr;
            json::array list;
            std::size_t n = depth > 6 ? 0 : below(4);
            if constexpr (outlay::detail::is_fixed_array<V>)
                if (chance(80)) n = std::tuple_size_v<V>;
            for (; n != 0; --n) list.push_back(make<typename V::value_type>(depth + 1));
            return list;
        } else if constexpr (outlay::detail::map_like<V>) {
            json::object map;
            for (std::size_t n = depth > 6 ? 0 : below(4); n != 0; --n)
                map[make_key<typename V::key_type>()] = make<typename V::mapped_type>(depth + 1);
            return map;
        } else if constexpr (outlay::detail::is_tuple_like<V>) {
            return make_tuple<V>(depth, std::make_index_sequence<std::tuple_size_v<V>>());
        } else if constexpr (outlay::detail::is_variant<V>) {
            return make_alternative<V>(below(std::variant_size_v<V>), depth);
        } else if constexpr (described<V>) {
            if constexpr (outlay::detail::has_text_form<V>)
                if (chance(30)) return "Bad Request";
            json::object object;
            if constexpr (outlay::detail::has_tag<V>)
                if (!chance(5)) object[model<V>::tag.name] = json::string(chance(5) ? "oval" : model<V>::tag.text);
            add_members<V>(object, depth, outlay::detail::member_list<V>{});
            if (chance(5)) object["somethingElse"] = any();
            return object;
        } else if constexpr (std::same_as<V, bool>) {
            return chance(50);
        } else if constexpr (described_enum<V>) {
            return json::string(
                outlay::detail::enum_table<V>[below(std::size(outlay::detail::enum_table<V>))].text.view());
        } else if constexpr (requires { typename V::enum_type; }) {
            return chance(10) ? json::value("SOMETHING_NEW") : make<typename V::enum_type>();
        } else if constexpr (std::same_as<V, date::year_month_day> || std::same_as<V, std::chrono::year_month_day>) {
            return chance(15) ? pick(odd_texts) : pick(dates);
        } else if constexpr (std::same_as<V, outlay::detail::compact_day>) {
            return chance(15) ? pick(odd_texts) : pick(compact_dates);
        } else if constexpr (requires { V::numerator; }) { // a duration
            return chance(20) ? any_number() : json::value(static_cast<double>(below(100)) * 30);
        } else if constexpr (std::same_as<V, outlay::detail::instant_in_seconds>) {
            return chance(20) ? any_number() : json::value(static_cast<double>(below(100000)) / 8);
        } else if constexpr (std::derived_from<V, outlay::detail::amount_in_micros>) {
            return any_in_text(chance(20) ? any_number() : json::value(below(100000)), 50);
        } else if constexpr (requires(V v) { outlay::detail::number_in_text{v.value}; }) {
            return any_in_text(make<decltype(V::value)>(), 90);
        } else if constexpr (std::same_as<V, iso_timestamp> || std::same_as<V, outlay::detail::sys_milliseconds>) {
            return chance(15) ? pick(odd_texts) : pick(times);
        } else if constexpr (std::same_as<V, time_of_day>) {
            return chance(15) ? pick(odd_texts) : pick(times_of_day);
        } else if constexpr (std::same_as<V, currency>) {
            return pick(currencies);
        } else if constexpr (std::same_as<V, month>) {
            return static_cast<std::int64_t>(202501 + below(3));
        } else if constexpr (std::same_as<V, decimal> || std::floating_point<V>) {
            return chance(20) ? any_number() : json::value(static_cast<double>(below(100000)) / 100);
        } else if constexpr (std::integral<V> || std::same_as<V, epoch_timestamp>) {
            return chance(20) ? any_number() : json::value(below(1000));
        } else if constexpr (outlay::detail::is_identifier<V>) {
            if (chance(10)) return json::string(std::string(250 + below(10), '7'));
            return chance(20) ? json::value(std::uint64_t{190881001}) : json::value("190881001");
        } else {
            return pick(texts);
        }
    }

    /// The document's text.
    static std::string text(json::value const& document)
    {
        std::string text = json::serialize(document);
        for (std::size_t at = 0; (at = text.find("\"#", at)) != text.npos;) {
            std::size_t const end = text.find("#\"", at);
            text = text.substr(0, at) + text.substr(at + 2, end - at - 2) + text.substr(end + 2);
        }
        return text;
    }

    /// Repairs a document, as far as simple values do: `check` returns the report on a document.
    template<class Check>
    void repair(json::value& document, Check const& check)
    {
        for (int round = 0; round < 40; ++round) {
            outlay::report const found = check(document);
            if (found.empty()) return;
            repair_at(document, found[below(found.size())].pointer, found.size(), check);
        }
    }

    /// Makes one change, anywhere.
    void mutate(json::value& document)
    {
        std::vector<json::value*> nodes;
        collect(document, nodes);
        json::value& node = *nodes[below(nodes.size())];
        if (auto* const object = node.if_object(); object != nullptr && chance(70)) return mutate_object(*object);
        if (auto* const list = node.if_array(); list != nullptr && chance(70)) return mutate_array(*list);
        node = any();
    }

private:
    static constexpr std::string_view dates[] = {"2027-01-31", "2027-02-01", "2028-02-29", "2027-02-28", "0000-02-29"};
    static constexpr std::string_view times_of_day[] = {"00:00:00", "17:00:00", "23:59:59", "24:00:00",
                                                        "17:60:00", "7:00:00",  "17:00",    "17:00:00Z"};
    static constexpr std::string_view compact_dates[] = {"20270131", "20280229",   "00000229", "20270229",
                                                         "20271301", "2027-01-31", "2027013"};
    static constexpr std::string_view times[] = {"2022-01-05T02:45:32.486Z",     "2022-01-05T02:45:32Z",
                                                 "2022-01-05t02:45:32.4864999z", "2022-01-05T02:45:32+02:00",
                                                 "2016-12-31T23:59:60Z",         "2017-01-01T00:59:60+01:00",
                                                 "0000-01-01T00:00:00Z",         "2022-01-05T23:59:59-23:59"};
    static constexpr std::string_view currencies[] = {"USD", "EUR", "JPY", "KWD", "CLF", "XAU", "QQQ", "HRK", ""};
    static constexpr std::string_view texts[] = {
        "Spring", "", "x", "aws.cost.amortized{service:ec2} by {service}", "string", "\xE6\x97\xA5\xE6\x9C\xAC",
        "`c1`"};
    static constexpr std::string_view odd_texts[] = {"",
                                                     " ",
                                                     "usd",
                                                     "USDX",
                                                     "US",
                                                     "USD\n",
                                                     "enabled",
                                                     "dateRange",
                                                     "ENABLED\n",
                                                     "OTHER",
                                                     "OTHER\n",
                                                     "A-B",
                                                     "null",
                                                     "7",
                                                     "7.5",
                                                     "2027-02-29",
                                                     "1900-02-29",
                                                     "2000-02-29",
                                                     "2027-13-01",
                                                     "2027-00-10",
                                                     "2027-04-31",
                                                     "2027-4-01",
                                                     "20270401",
                                                     "2027-01-01\n",
                                                     " 2027-01-01",
                                                     "2027-01-01T",
                                                     "\xD9\xA2\xD9\xA0\xD9\xA2\xD9\xA7-01-01",
                                                     "10000-01-01",
                                                     "-001-01-01",
                                                     "2022-01-05T02:45:32",
                                                     "2022-01-05 02:45:32Z",
                                                     "2022-01-05T24:00:00Z",
                                                     "2022-01-05T02:60:00Z",
                                                     "2022-01-05T02:45:61Z",
                                                     "2022-01-05T02:45:60Z",
                                                     "2022-01-05T02:45:60+01:00",
                                                     "2022-01-05T02:45:32.Z",
                                                     "2022-01-05T02:45:32.1234567890Z",
                                                     "2022-01-05T02:45:32+24:00",
                                                     "2022-01-05T02:45:32+0200",
                                                     "2022-01-05T02:45Z",
                                                     "2022-01-05T02:45:32Z\n",
                                                     "0000-01-01T00:00:00+01:00",
                                                     "9999-12-31T23:59:59-01:00",
                                                     "2022-02-30T02:45:32Z",
                                                     "18446744073709551615"};

    /// Numbers that a boost::json::value can't hold as they are written: text() takes the marks off.
    static constexpr std::string_view exact_numbers[] = {"#12345678901234567.89#",
                                                         "#0.000000000000000001#",
                                                         "#100.10#",
                                                         "#5000000000.00#",
                                                         "#1.0e2#",
                                                         "#0.010#",
                                                         "#9223372036854775807.0#",
                                                         "#-9223372036854775808.0#",
                                                         "#12.3450#",
                                                         "#0.1234567890123456789#",
                                                         "#0.12345678901234567890123456789#",
                                                         "#1234567890123456789012345678#",
                                                         "#-0.0000000000000000000000000001#",
                                                         "#7.9e28#",
                                                         "#-8e28#",
                                                         "#-0#",
                                                         "#1E-2#",
                                                         "#1e400#",
                                                         "#-1e400#",
                                                         "#4294967295.0#",
                                                         "#0.00000000000000000000#",
                                                         "#7.000000000000000000001#"};

    template<std::size_t N>
    json::value pick(std::string_view const (&from)[N])
    {
        return json::string(from[below(N)]);
    }

    /// A number, mostly as its text.
    json::value any_in_text(json::value number, int percent)
    {
        if (!chance(percent)) return number;
        if (number.is_string())
            return number.get_string().subview(1, number.get_string().size() - 2); // of exact_numbers
        return json::string(json::serialize(number));
    }

    /// The name of an entry of a map. A number is that of its text.
    template<class Key>
    std::string make_key()
    {
        if (chance(8)) return std::string(odd_texts[below(std::size(odd_texts))]);
        if constexpr (std::integral<Key>) {
            static constexpr std::string_view names[] = {"0",
                                                         "1",
                                                         "7",
                                                         "-1",
                                                         "-128",
                                                         "127",
                                                         "128",
                                                         "-0",
                                                         "01",
                                                         "256",
                                                         "18446744073709551615",
                                                         "18446744073709551616"};
            return std::string(names[below(chance(60) ? 3 : std::size(names))]);
        } else {
            auto value = make<Key>();
            if (value.is_string() && value.get_string().starts_with('#'))
                value = any_in_text(std::move(value), 100); // without the marks of exact_numbers
            return value.is_string() ? std::string(value.get_string()) : json::serialize(value);
        }
    }

    template<class Tuple, std::size_t... I>
    json::value make_tuple(int depth, std::index_sequence<I...>)
    {
        json::array parts;
        (parts.push_back(make<std::tuple_element_t<I, Tuple>>(depth + 1)), ...);
        if (chance(5)) parts.pop_back();
        return parts;
    }

    template<class Variant, std::size_t I = 0>
    json::value make_alternative(std::size_t index, int depth)
    {
        if constexpr (I + 1 < std::variant_size_v<Variant>)
            if (index != I) return make_alternative<Variant, I + 1>(index, depth);
        return make<std::variant_alternative_t<I, Variant>>(depth);
    }

    json::value any_number()
    {
        if (chance(25)) return pick(exact_numbers);
        switch (below(24)) {
        case 0: return 0;
        case 1: return 1;
        case 2: return -1;
        case 3: return -0.0;
        case 4: return 0.01;
        case 5: return 0.001;
        case 6: return 12.5;
        case 7: return 12.345;
        case 8: return 5.0;
        case 9: return 1e3;
        case 10: return 5000000000;
        case 11: return 2147483647;
        case 12: return 2147483648;
        case 13: return -2147483649;
        case 14: return 4294967295;
        case 15: return 4294967296;
        case 16: return std::numeric_limits<std::int64_t>::max();
        case 17: return std::numeric_limits<std::int64_t>::min();
        case 18: return std::uint64_t{1} << 63;
        case 19: return std::numeric_limits<std::uint64_t>::max();
        case 20: return 18446744073709551616.0;
        case 21: return 1e300;
        case 22: return -1e300;
        default: return 0.1 + 0.2;
        }
    }

    json::value any()
    {
        switch (below(10)) {
        case 0: return nullptr;
        case 1: return chance(50);
        case 2: return json::object{};
        case 3: return json::object{{"x", 1}};
        case 4: return json::array{};
        case 5: return json::array{"x", nullptr};
        case 6: return json::string(std::string(below(400), 'x'));
        case 7:
        case 8: return any_number();
        default: return pick(odd_texts);
        }
    }

    template<class Check>
    void repair_at(json::value& document, std::string const& pointer, std::size_t violations, Check const& check)
    {
        static json::array const entries{json::object{{"amount", 5}, {"month", 202501}}};
        static json::value const simple[] = {
            5,
            0.005,
            9.5,
            202501,
            true,
            nullptr,
            "",
            "abc",
            "RED",
            "ENABLED",
            "ONE",
            "USD",
            "budget",
            "2027-01-31",
            "DATE_RANGE",
            json::array{},
            json::array{1},
            json::array{"ENABLED"},
            json::object{},
            entries,
            json::object{{"start_month", 202501}, {"end_month", 202501}, {"entries", entries}}};
        auto const slash = pointer.rfind('/');
        if (slash == pointer.npos) return;
        boost::system::error_code ec;
        if (document.find_pointer(pointer.substr(0, slash), ec) == nullptr) return; // named by its older name
        std::string name = pointer.substr(slash + 1);
        for (auto const& [escaped, plain] : {std::pair("~1", "/"), std::pair("~0", "~")})
            for (std::size_t at = 0; (at = name.find(escaped, at)) != name.npos; ++at) name.replace(at, 2, plain);
        auto const put = [&](json::value const* value) {
            json::value& parent = *document.find_pointer(pointer.substr(0, slash), ec);
            if (auto* const object = parent.if_object()) {
                if (value == nullptr) object->erase(name);
                else (*object)[name] = *value;
            } else if (auto* const list = parent.if_array(); list != nullptr && value != nullptr) {
                list->at(std::stoul(name)) = *value;
            }
        };
        json::value const before = document;
        json::value best = document;
        for (std::size_t first = below(std::size(simple)), n = 0; n <= std::size(simple); ++n) {
            put(n == std::size(simple) ? nullptr : &simple[(first + n) % std::size(simple)]);
            if (std::size_t const left = check(document).size(); left <= violations) {
                best = document;
                if (left < violations) break;
            }
            document = before;
        }
        document = best; // perhaps no better, but different
    }

    static void collect(json::value& node, std::vector<json::value*>& nodes)
    {
        nodes.push_back(&node);
        if (auto* const object = node.if_object())
            for (auto& member : *object) collect(member.value(), nodes);
        if (auto* const list = node.if_array())
            for (auto& item : *list) collect(item, nodes);
    }

    void mutate_object(json::object& object)
    {
        if (object.empty() || chance(15)) {
            object["unknownField"] = any();
            return;
        }
        auto const member = object.begin() + below(object.size());
        if (chance(40)) object.erase(member);
        else member->value() = chance(30) ? json::value(nullptr) : any();
    }

    void mutate_array(json::array& list)
    {
        if (list.empty() || chance(20)) {
            list.push_back(any());
        } else if (chance(30)) {
            json::value const item = list[below(list.size())];
            list.resize(chance(30) ? 1001 : chance(50) ? 101 : 100, item);
        } else if (chance(30)) {
            list.erase(list.begin() + below(list.size()));
        } else list[below(list.size())] = any();
    }

    template<class T, template<class...> class List, class... D>
    void add_members(json::object& to, [[maybe_unused]] int depth, List<D...>)
    {
        [[maybe_unused]] std::size_t index = 0;
        (add_member<T, D>(to, index++, depth), ...);
        outlay::detail::for_each_clause<T>(alias_adder{*this, to});
    }

    template<class T, class D>
    void add_member(json::object& to, std::size_t index, int depth)
    {
        bool const required = (outlay::detail::required_members<T> >> index & 1) != 0;
        if (chance(required ? 3 : depth == 0 ? 20 : 45)) return;
        to[outlay::detail::member_names<T>[index]] = make_member<T, D>(depth + 1);
    }

    template<class T, class D>
    json::value make_member(int depth)
    {
        using type = outlay::detail::described_type<D>;
        json::value made;
        bool has_form = false;
        outlay::detail::for_each_clause<T>(formed_maker<D>{*this, made, has_form, depth});
        if constexpr (outlay::detail::is_known_type<typename outlay::detail::unwrapped<type>::type>)
            if (!has_form) return make<type>(depth);
        return made;
    }

    /// Makes the member of D in its form, if that is a stock form.
    template<class D>
    struct formed_maker {
        generator& with;
        json::value& made;
        bool& has_form;
        int depth;

        template<auto Member, class Form>
        void operator()(outlay::form<Member, Form> const& clause) const
        {
            using type = outlay::detail::described_type<D>;
            using held = typename outlay::detail::unwrapped<type>::type;
            if constexpr (outlay::detail::same_member(Member, D::pointer) && outlay::detail::generic_form<Form, held>) {
                made = with.make_formed<type>(clause, depth);
                has_form = true;
            }
        }
        void operator()(auto const&) const {}
    };

    /// Adds members under other names.
    struct alias_adder {
        generator& with;
        json::object& to;

        template<auto Member, class Form>
        void operator()(outlay::alias<Member, Form> const& clause) const
        {
            if (with.chance(6)) with.add_alias(to, clause);
        }
        void operator()(auto const&) const {}
    };

    template<class V, auto Member, class Form>
    json::value make_formed(outlay::form<Member, Form> const&, int depth)
    {
        using held = typename outlay::detail::unwrapped<V>::type;
        if (outlay::detail::maybe_like<V> && chance(10)) return nullptr;
        return make<typename outlay::detail::form_of<Form, held>::type::wire>(depth);
    }

    template<auto Member, class Form>
    void add_alias(json::object& to, outlay::alias<Member, Form> const& clause)
    {
        to[clause.name] = chance(30) ? any() : make<outlay::detail::member_type<Member>>();
    }

    std::mt19937_64 random_;
};

} // namespace agreement
