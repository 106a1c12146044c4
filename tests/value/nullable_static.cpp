#include <functional>
#include <memory>
#include <optional>
#include <outlay/value/decimal.hpp>
#include <outlay/value/identifier.hpp>
#include <outlay/value/nullable.hpp>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace {

using outlay::decimal;
using outlay::null;
using outlay::null_t;
using outlay::nullable;
using campaign_id = outlay::identifier<struct campaign_tag>;

constexpr nullable<decimal> absent;
static_assert(absent.is_absent() && !absent.is_null() && !absent.has_value() && !absent);

constexpr nullable<decimal> nothing = null;
static_assert(nothing.is_null() && !nothing.is_absent() && !nothing.has_value() && !nothing);

constexpr nullable<decimal> five = 5;
static_assert(five.has_value() && five && !five.is_null() && !five.is_absent());
static_assert(*five == 5 && five.value() == 5 && five->scale() == 0);

static_assert(absent == absent && nothing == nothing && five == five);
static_assert(absent != nothing && absent != five && nothing != five);
static_assert(nothing == null && null == nothing && absent != null && five != null);
static_assert(absent == std::nullopt && nothing != std::nullopt && five != std::nullopt);
static_assert(five == 5 && 5 == five && five != 6 && absent != 0 && nothing != 0);

static_assert(absent.value_or(1) == 1 && nothing.value_or(1) == 1 && five.value_or(1) == 5);
static_assert(nullable(decimal(5)) == five);

constexpr bool goes_from_each_state_to_each()
{
    nullable<int> n;
    n = 1;
    bool ok = n == 1;
    n = null;
    ok = ok && n.is_null();
    n = {};
    ok = ok && n.is_absent();
    n.set_null();
    ok = ok && n.is_null();
    n.emplace(2);
    ok = ok && n == 2 && !n.is_null();
    n.set_null();
    ok = ok && !n.has_value();
    n.reset();
    ok = ok && n.is_absent();
    n = 3;
    *n += 1;
    ok = ok && n == 4;
    n = std::nullopt;
    return ok && n.is_absent();
}
static_assert(goes_from_each_state_to_each());

/// A nullable of a class that owns memory, copied, moved and assigned in each state.
constexpr bool keeps_what_it_owns()
{
    nullable<std::vector<int>> a = std::vector{1, 2, 3};
    nullable<std::vector<int>> b = a;
    bool ok = a == b;
    nullable<std::vector<int>> c = std::move(b);
    ok = ok && c == a;
    b = null;
    ok = ok && b.is_null();
    b = c;
    ok = ok && b->size() == 3;
    c = nullable<std::vector<int>>();
    ok = ok && c.is_absent();
    c = std::move(b);
    ok = ok && c->size() == 3;
    c.set_null();
    a = c;
    return ok && a.is_null() && c.is_null();
}
static_assert(keeps_what_it_owns());

// Implicit from what converts to T, explicit from what only constructs it, not from anything else.
static_assert(std::is_convertible_v<char const*, nullable<std::string>>);
static_assert(std::is_convertible_v<char const*, nullable<campaign_id>>);
static_assert(std::is_constructible_v<nullable<std::string>, std::string_view>);
static_assert(!std::is_convertible_v<std::string_view, nullable<std::string>>);
static_assert(!std::is_constructible_v<nullable<decimal>, std::string>);
static_assert(!std::is_constructible_v<nullable<int>, nullable<long>>);
static_assert(!std::is_convertible_v<nullable<int>, nullable<bool>>);
static_assert(!std::is_convertible_v<nullable<int>, bool>);

static_assert(std::is_same_v<decltype(*std::declval<nullable<int>&>()), int&>);
static_assert(std::is_same_v<decltype(*std::declval<nullable<int> const&>()), int const&>);
static_assert(std::is_same_v<decltype(*std::declval<nullable<int>>()), int&&>);
static_assert(std::is_same_v<decltype(std::declval<nullable<int>>().value()), int&&>);

static_assert(std::is_trivially_copyable_v<nullable<int>> && std::is_trivially_destructible_v<nullable<int>>);
static_assert(std::is_nothrow_move_constructible_v<nullable<std::string>>);
static_assert(!std::is_copy_constructible_v<nullable<std::unique_ptr<int>>>);
static_assert(!std::is_copy_assignable_v<nullable<std::unique_ptr<int>>>);
static_assert(std::is_nothrow_move_assignable_v<nullable<std::unique_ptr<int>>>);
static_assert(std::is_copy_assignable_v<nullable<std::string>> && !std::is_trivially_copyable_v<nullable<std::string>>);
static_assert(std::is_trivially_copyable_v<nullable<decimal>>);

// One byte beside the value; of a decimal, which has two spare values, none.
static_assert(sizeof(nullable<decimal>) == sizeof(decimal));
static_assert(sizeof(nullable<int>) == 2 * sizeof(int) && sizeof(nullable<bool>) == 2);
static_assert(sizeof(nullable<std::string>) == sizeof(std::string) + alignof(std::string));

// In constant expressions, too, the three states are those of a type without spare values.
constexpr nullable<int> no_int;
constexpr nullable<int> null_int = null;
constexpr nullable<int> int_five = 5;
static_assert(no_int.is_absent() && null_int.is_null() && *int_five == 5);
static_assert(no_int != null_int && null_int != int_five && nullable(int_five) == int_five);

// A decimal of any scale and sign is a value.
static_assert(nullable<decimal>(0).has_value() && nullable<decimal>(decimal()) == 0 && nullable<decimal>(0) != absent);
static_assert(nullable<decimal>(decimal::from_words({.low = 1, .high = 0, .scale = 28, .negative = true})).has_value());

template<class T>
concept hashable = requires(T const& x) { std::hash<T>{}(x); };
struct unhashable {};
static_assert(hashable<nullable<decimal>> && hashable<nullable<campaign_id>> && !hashable<nullable<unhashable>>);

template<class T>
concept has_text = requires(T const& x) { x.to_string(); };
static_assert(has_text<nullable<decimal>> && !has_text<nullable<unhashable>>);
static_assert(outlay::detail::printable<nullable<decimal>> && !outlay::detail::printable<nullable<unhashable>>);

} // namespace
