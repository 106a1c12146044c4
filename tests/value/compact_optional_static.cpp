#include <algorithm>
#include <array>
#include <chrono>
#include <compare>
#include <concepts>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <outlay/value/compact_optional.hpp>
#include <outlay/value/decimal.hpp>
#include <outlay/value/nullable.hpp>
#include <outlay/value/timestamp.hpp>
#include <ranges>
#include <string>
#include <type_traits>
#include <utility>
#include <version>

namespace {

using outlay::compact_optional;
using outlay::decimal;
using outlay::iso_timestamp;
using outlay::nullable;
using outlay::vacancy;
using namespace outlay::literals;

// --- sizes

static_assert(sizeof(compact_optional<decimal>) == sizeof(decimal));
static_assert(sizeof(compact_optional<iso_timestamp>) == sizeof(iso_timestamp));
static_assert(std::is_trivially_copyable_v<compact_optional<decimal>>);
static_assert(std::is_trivially_copyable_v<compact_optional<iso_timestamp>>);
static_assert(std::is_trivially_destructible_v<compact_optional<decimal>>);
static_assert(std::is_nothrow_default_constructible_v<compact_optional<decimal>>);

// --- a value or none

constexpr compact_optional<decimal> none;
constexpr compact_optional<decimal> five = 5;
static_assert(!none && !none.has_value() && none == std::nullopt && std::nullopt == none);
static_assert(five && five.has_value() && five != std::nullopt && *five == 5 && five.value() == 5);
static_assert(five->scale() == 0);
static_assert(none.value_or(7_dec) == 7 && five.value_or(7_dec) == 5 && none.value_or(0) == 0);
static_assert(none == none && five == five && none != five);
static_assert(five == 5 && 5 == five && five == 5_dec && five == 5.00_dec && five != 6 && none != 0);

// A value of zero is not absent, although the words of the two decimals differ only in the status.
static_assert(compact_optional<decimal>(0).has_value() && compact_optional<decimal>(0) != none);
static_assert(compact_optional<decimal>(decimal::from_words({.low = 0, .high = 0, .scale = 28})).has_value());
static_assert(compact_optional<decimal>(-79'228'162'514'264'337'593'543'950'335_dec).has_value());

constexpr bool goes_from_each_state_to_each()
{
    compact_optional<decimal> x;
    bool ok = !x.has_value();
    x = 1_dec;
    ok = ok && x == 1;
    x = 12.50_dec;
    ok = ok && x == 12.5_dec && x->scale() == 2;
    x = std::nullopt;
    ok = ok && !x;
    x = 2;
    x = {};
    ok = ok && !x;
    ok = ok && x.emplace(3) == 3 && x == 3;
    *x += 1;
    ok = ok && x == 4;
    x.reset();
    ok = ok && !x;
    x = std::optional<decimal>(6);
    ok = ok && x == 6;
    x = std::optional<decimal>();
    ok = ok && !x;
    ok = ok && x.emplace() == 0 && x.has_value();
    compact_optional<decimal> y;
    swap(x, y);
    x.swap(y);
    swap(x, y);
    return ok && !x && y == 0 && compact_optional<decimal>(std::in_place, 8) == 8;
}
static_assert(goes_from_each_state_to_each());

// --- beside a std::optional

constexpr std::optional<decimal> no_decimal;
constexpr std::optional<decimal> std_five = five;
static_assert(std_five == 5 && std_five == five && five == std_five && std_five != none && none != std_five);
static_assert(std::optional<decimal>(none) == std::nullopt && none == no_decimal && no_decimal == none);
static_assert(compact_optional<decimal>(std_five) == five && compact_optional<decimal>(no_decimal) == none);
static_assert((true ? five : compact_optional<decimal>(no_decimal)) == 5 && (false ? five : std::nullopt) == none);

constexpr decimal value_of(std::optional<decimal> const& x) { return x.value_or(-1); }
static_assert(value_of(five) == 5 && value_of(none) == -1);

static_assert(std::is_convertible_v<compact_optional<decimal>, std::optional<decimal>>);
static_assert(std::is_convertible_v<std::optional<decimal>, compact_optional<decimal>>);
static_assert(std::is_assignable_v<std::optional<decimal>&, compact_optional<decimal>>);
static_assert(std::is_convertible_v<int, compact_optional<decimal>>);
static_assert(!std::is_convertible_v<double, compact_optional<decimal>>);
static_assert(!std::is_constructible_v<compact_optional<decimal>, double>);
static_assert(!std::is_constructible_v<compact_optional<decimal>, std::string>);
static_assert(!std::is_constructible_v<compact_optional<decimal>, std::optional<int>>);
static_assert(!std::is_convertible_v<compact_optional<decimal>, bool>);
static_assert(!std::is_convertible_v<compact_optional<decimal>, decimal>);
static_assert(std::is_same_v<compact_optional<decimal>::value_type, decimal>);
static_assert(std::is_same_v<decltype(compact_optional(1_dec)), compact_optional<decimal>>);

static_assert(std::is_same_v<decltype(*std::declval<compact_optional<decimal>&>()), decimal&>);
static_assert(std::is_same_v<decltype(*std::declval<compact_optional<decimal> const&>()), decimal const&>);
static_assert(std::is_same_v<decltype(*std::declval<compact_optional<decimal>>()), decimal&&>);
static_assert(std::is_same_v<decltype(std::declval<compact_optional<decimal>>().value()), decimal&&>);

// --- beside a nullable

static_assert(nullable<decimal>(five) == 5 && nullable<decimal>(none).is_absent());
static_assert(std::is_convertible_v<compact_optional<decimal>, nullable<decimal>>);
static_assert(!std::is_constructible_v<compact_optional<decimal>, nullable<decimal>>);

// --- order: none is less than any value

static_assert(none < five && five > none && none <= none && (five <=> five) == 0);
static_assert(five < compact_optional<decimal>(6) && five > compact_optional<decimal>(-6));
static_assert(five > 4 && five < 6_dec && none < -1'000'000 && 4 < five && five >= 5_dec);
static_assert(five > std::nullopt && !(none > std::nullopt) && none <= std::nullopt);
static_assert(five > std::optional<decimal>(4) && std::optional<decimal>(4) < five && none < std::optional<decimal>(4));
static_assert(std::same_as<std::compare_three_way_result_t<compact_optional<decimal>>, std::weak_ordering>);
static_assert(std::same_as<std::compare_three_way_result_t<compact_optional<iso_timestamp>>, std::strong_ordering>);
static_assert(std::totally_ordered<compact_optional<decimal>> && std::regular<compact_optional<iso_timestamp>>);

struct row {
    compact_optional<decimal> budget{};
    compact_optional<iso_timestamp> at{};
    friend bool operator==(row const&, row const&) = default;
};
static_assert(row{.budget = 10_dec} == row{.budget = std::optional<decimal>(10)});
static_assert(row{.budget = {}} == row{} && row{.budget = std::nullopt} == row{});
static_assert(row{.budget = 10_dec} != row{});

constexpr bool sorts_rows()
{
    std::array rows{row{.budget = 2}, row{}, row{.budget = 1}};
    std::ranges::sort(rows, {}, &row::budget);
    return !rows[0].budget && rows[1].budget == 1 && rows[2].budget == 2 &&
           std::ranges::count(rows, 2_dec, &row::budget) == 1;
}
static_assert(sorts_rows());

// --- times: all of 64 bits but the least number

constexpr auto least = std::numeric_limits<std::int64_t>::min();
constexpr auto most = std::numeric_limits<std::int64_t>::max();
constexpr bool holds(std::int64_t ms)
{
    compact_optional<iso_timestamp> const x = iso_timestamp::from_milliseconds(ms);
    return x.has_value() && *x == iso_timestamp::from_milliseconds(ms);
}
static_assert(holds(0) && holds(-1) && holds(most) && holds(least + 1) && holds(least));
static_assert(compact_optional<iso_timestamp>(iso_timestamp(iso_timestamp::time_point::min())).has_value());
static_assert(
    compact_optional<iso_timestamp>(iso_timestamp(outlay::epoch_timestamp::from_milliseconds(least))).has_value());
static_assert(!compact_optional<iso_timestamp>() && compact_optional<iso_timestamp>(iso_timestamp()).has_value());

// --- hash and text

template<class T>
concept hashable = requires(T const& x) { std::hash<T>{}(x); };
static_assert(hashable<compact_optional<decimal>> && hashable<compact_optional<iso_timestamp>>);
static_assert(outlay::detail::printable<compact_optional<decimal>>);

// --- which types have one

template<class T>
concept spares = outlay::detail::has_spare_value<T>;
static_assert(spares<decimal> && spares<iso_timestamp>);
static_assert(!spares<outlay::epoch_timestamp> && !spares<int> && !spares<std::string>, "each of their values is one");
static_assert(outlay::detail::has_spare_null<decimal> && !outlay::detail::has_spare_null<iso_timestamp>);

#if defined(__cpp_lib_optional) && __cpp_lib_optional >= 202110L
constexpr auto doubled = [](decimal d) { return d + d; };
static_assert(five.transform(doubled) == 10 && none.transform(doubled) == std::nullopt);
static_assert(five.and_then([](decimal d) { return std::optional(d); }) == 5);
static_assert(none.or_else([] { return std::optional<decimal>(1); }) == 1);
#endif

// --- a spare value of a user's type

struct percent {
    int value = 0;
    friend constexpr bool operator==(percent, percent) = default;
};

} // namespace

template<>
struct outlay::spare_value<percent> {
    static constexpr bool has_null = true;
    static constexpr percent make(vacancy state) noexcept { return {-static_cast<int>(state)}; }
    static constexpr vacancy of(percent const& p) noexcept
    {
        return p.value < 0 ? static_cast<vacancy>(-p.value) : vacancy::none;
    }
};

namespace {

static_assert(sizeof(compact_optional<percent>) == sizeof(int) && sizeof(nullable<percent>) == sizeof(int));
static_assert(compact_optional<percent>(percent{5}) == percent{5} && !compact_optional<percent>());
static_assert(nullable<percent>(outlay::null).is_null() && nullable<percent>().is_absent());
static_assert(nullable<percent>(percent{0}).has_value());

} // namespace
