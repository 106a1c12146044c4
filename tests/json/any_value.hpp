#pragma once

#include <array>
#include <boost/describe/members.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <boost/mp11/algorithm.hpp>
#include <chrono>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <date/date.h>
#include <iterator>
#include <limits>
#include <outlay/json.hpp>
#include <random>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

// Any value of any type that outlay reads and writes, ordinary or odd, from a seed: a failure can be reproduced.

namespace any_value {

class maker {
public:
    /// `odd_in`: one scalar in this many has no JSON form, or is at the edge of its type.
    maker(std::uint64_t seed, std::size_t odd_in) : random_(seed), odd_in_(odd_in) {}

    /// Less than `bound`.
    std::size_t below(std::size_t bound) { return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random_); }

    template<class List>
    auto pick(List const& list)
    {
        return list[below(std::size(list))];
    }

    template<class T>
    T make()
    {
        using namespace outlay::detail;
        if constexpr (has_codec<T>) return make_by_codec<T>();
        else if constexpr (maybe_like<T>) {
            return make_maybe<T>();
        } else if constexpr (std::same_as<T, outlay::extras>) return make_extras();
        else if constexpr (scalar<T>) return make_scalar<T>();
        else if constexpr (outlay::described<T>) return make_object<T>();
        else if constexpr (is_variant<T>) return make_variant<T>();
        else if constexpr (is_tuple_like<T>) return make_tuple<T>();
        else return make_list<T>();
    }

    /// The text of a JSON value, as extras keep it.
    std::string any_json()
    {
        return std::string(pick(std::array{"0", "-1.50", "null", "[]", "{\"a\":[true]}", "\"x\""}));
    }

private:
    bool is_odd() { return below(odd_in_) == 0; }

    /// Whether a list is to be empty, and an optional to have no value: a type that contains itself would never end.
    bool is_deep() const noexcept { return objects_ > 8; }

    template<class T>
    using described_members =
        boost::describe::describe_members<T, boost::describe::mod_any_access | boost::describe::mod_inherited>;

    template<class T>
    T make_object()
    {
        T made{};
        ++objects_;
        boost::mp11::mp_for_each<described_members<T>>([&](auto member) {
            auto& to = made.*member.pointer;
            to = make<std::remove_reference_t<decltype(to)>>();
        });
        --objects_;
        return made;
    }

    template<class T>
    T make_by_codec()
    {
        for (;;)
            if (auto made = outlay::codec<T>::from_wire(make<typename outlay::codec<T>::wire>()))
                return std::move(*made);
    }

    template<class T>
    T make_maybe()
    {
        T made{};
        std::size_t const chosen = is_deep() ? 1 : below(4);
        if (chosen == 0) outlay::detail::set_null(made);
        if (chosen > 1) outlay::detail::engage(made) = make<std::remove_cvref_t<decltype(*made)>>();
        return made;
    }

    outlay::extras make_extras()
    {
        outlay::extras made;
        if (below(4) != 0) return made;
        static constexpr std::array names{"x", "y", "a rather long name", "\xC3\xA9", "success", "attributes"};
        for (std::size_t left = below(3); left != 0; --left) made.keep(pick(names), any_json());
        return made;
    }

    template<class T>
    T make_variant()
    {
        return make_alternative<T>(std::make_index_sequence<std::variant_size_v<T>>());
    }
    template<class T, std::size_t... I>
    T make_alternative(std::index_sequence<I...>)
    {
        T made{};
        std::size_t const chosen = below(sizeof...(I));
        ((I == chosen ? static_cast<void>(made.template emplace<I>(make<std::variant_alternative_t<I, T>>())) : void()),
         ...);
        return made;
    }

    template<class T>
    T make_tuple()
    {
        T made{};
        std::apply([&](auto&... part) { ((part = make<std::remove_reference_t<decltype(part)>>()), ...); }, made);
        return made;
    }

    template<class T>
    T make_list()
    {
        T made{};
        if constexpr (outlay::detail::is_fixed_array<T>) {
            for (auto& item : made) item = make<typename T::value_type>();
        } else {
            for (std::size_t left = is_deep() ? 0 : below(3); left != 0; --left) {
                if constexpr (outlay::detail::map_like<T>)
                    made.emplace(make<typename T::key_type>(), make<typename T::mapped_type>());
                else if constexpr (outlay::detail::set_like<T>) made.insert(make<typename T::value_type>());
                else made.push_back(make<typename T::value_type>());
            }
        }
        return made;
    }

    // Scalars.

    std::string make_text()
    {
        static constexpr std::array usual{
            "a", "ec2", "1234567890", "Spring 2027", "ENABLED", "2024-01-31", "a text that no small string holds"};
        static constexpr std::array odd{
            "", "\xFF", "\xED\xA0\x80", "\xC3\xA9\xF0\x9F\x98\x80", "\"\\/\b\f\n\r\t\x01", "\xEF\xBB\xBF", "0"};
        return is_odd() ? pick(odd) : pick(usual);
    }

    std::int64_t make_milliseconds()
    {
        constexpr std::int64_t in_2023 = 1'700'000'000'000;
        constexpr std::int64_t in_2055 = 2'700'000'000'000;
        if (!is_odd()) return std::uniform_int_distribution<std::int64_t>(in_2023, in_2055)(random_);
        return pick(std::array{std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max(),
                               outlay::detail::first_rfc3339, outlay::detail::last_rfc3339,
                               outlay::detail::first_rfc3339 - 1, outlay::detail::last_rfc3339 + 1, std::int64_t{0},
                               std::int64_t{-62'135'596'800'000}});
    }

    date::year_month_day make_date()
    {
        if (!is_odd()) return date::sys_days(date::days(static_cast<int>(below(40'000))));
        constexpr auto day = [](int year, unsigned month, unsigned of_month) {
            return date::year_month_day(date::year(year), date::month(month), date::day(of_month));
        };
        return pick(std::array{date::year_month_day(), day(2023, 2, 29), day(2024, 2, 29), day(0, 1, 1),
                               day(9999, 12, 31), day(10'000, 1, 1), day(-1, 12, 31), day(2024, 13, 1),
                               day(2024, 1, 32)});
    }

    outlay::decimal make_decimal()
    {
        using outlay::decimal;
        if (!is_odd())
            return decimal::from_parts(static_cast<std::int64_t>(below(10'000'000)), static_cast<int>(below(4)));
        static constexpr std::array odd{"0",
                                        "-0.00",
                                        "79228162514264337593543950335",
                                        "-79228162514264337593543950335",
                                        "0.0000000000000000000000000001",
                                        "7.9228162514264337593543950335"};
        return *decimal::parse(pick(odd));
    }

    template<class T>
    T make_number()
    {
        using limits = std::numeric_limits<T>;
        if constexpr (std::integral<T>) {
            if (!is_odd()) return static_cast<T>(below(100));
            return pick(std::array{limits::min(), limits::max(), T{}});
        } else {
            if (!is_odd()) return static_cast<T>(below(1'000)) / T(8);
            return pick(std::array{limits::quiet_NaN(), limits::infinity(), -limits::infinity(), limits::max(),
                                   limits::lowest(), limits::min(), limits::denorm_min(), limits::epsilon(), T(-0.0),
                                   T(1) / T(3)});
        }
    }

    template<class E>
    E make_enumerator()
    {
        if (is_odd()) return static_cast<E>(99);
        auto const& table = outlay::detail::enum_table<E>;
        return pick(table).value;
    }

    template<class T>
    T make_scalar()
    {
        using namespace outlay;
        if constexpr (std::same_as<T, bool>) return below(2) == 0;
        else if constexpr (std::integral<T> || std::floating_point<T>) return make_number<T>();
        else if constexpr (std::same_as<T, decimal>) return make_decimal();
        else if constexpr (std::same_as<T, currency>) return is_odd() ? T() : pick(std::array<T, 2>{"USD", "JPY"});
        else if constexpr (std::same_as<T, month>) return month(2024, 1) + static_cast<int>(below(100));
        else if constexpr (std::same_as<T, date::year_month_day>) return make_date();
        else if constexpr (std::same_as<T, time_of_day>)
            return time_of_day(static_cast<int>(below(24)), static_cast<int>(below(60)), static_cast<int>(below(60)));
        else if constexpr (std::same_as<T, iso_timestamp> || std::same_as<T, epoch_timestamp>)
            return T::from_milliseconds(make_milliseconds());
        else if constexpr (std::same_as<T, detail::sys_milliseconds>)
            return T(std::chrono::milliseconds(make_milliseconds()));
        else if constexpr (std::same_as<T, detail::instant_in_seconds>) return {.milliseconds = make_milliseconds()};
        else if constexpr (std::is_enum_v<T>) return make_enumerator<T>();
        else if constexpr (requires { typename T::enum_type; })
            return below(4) == 0 ? T::from_text(make_text()) : T(make_enumerator<typename T::enum_type>());
        else return T(make_text());
    }

    std::mt19937_64 random_;
    std::size_t odd_in_;
    std::size_t objects_ = 0; ///< that are being made, one in another
};

/// Changes a text as vendors do: empty lists, null, unknown fields, members that are left out.
inline void disturb(boost::json::value& json, maker& random)
{
    if (auto* const array = json.if_array())
        for (auto& item : *array) disturb(item, random);
    auto* const object = json.if_object();
    if (object == nullptr) return;
    for (auto& member : *object) {
        disturb(member.value(), random);
        constexpr std::size_t one_in = 12;
        switch (random.below(one_in)) {
        case 0: member.value() = nullptr; break;
        case 1: member.value() = boost::json::array(); break;
        case 2: member.value() = boost::json::object(); break;
        case 3: member.value() = ""; break;
        default: break;
        }
    }
    if (!object->empty() && random.below(4) == 0) object->erase(object->begin());
    if (random.below(4) == 0) (*object)["news"] = boost::json::parse(random.any_json());
}

} // namespace any_value
