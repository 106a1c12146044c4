// The guarantees of result<T> and error at compile time.

#include <any>
#include <array>
#include <boost/system/result.hpp>
#include <concepts>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <outlay/value/result.hpp>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace {

using outlay::error, outlay::error_kind, outlay::report, outlay::result;

// --- error

// No texts in these: std::string is not constexpr with libstdc++ 12.
static_assert(error(error_kind::http, report(), 503).http_status() == 503);
static_assert(!error().http_status());
static_assert(!error(error_kind::invalid, report()).http_status());

static_assert(error(error_kind::http, report(), 429) == error(error_kind::http, report(), 429));
static_assert(error(error_kind::http, report(), 429) != error(error_kind::http, report(), 503), "a part of the error");
static_assert(error(error_kind::http, report(), 429) != error(error_kind::http, report()));

// The status takes the place of padding, of which 32-bit processors have none.
struct kind_and_report {
    report reasons;
    error_kind kind;
};
static_assert(sizeof(void*) < 8 || sizeof(error) == sizeof(kind_and_report));

constexpr bool another_report_keeps_kind_and_status()
{
    report longer;
    longer.omit_one();
    error const changed = error(error_kind::http, report(), 429).with_report(longer);
    return changed.kind() == error_kind::http && changed.http_status() == 429 && changed.report() == longer;
}
static_assert(another_report_keeps_kind_and_status());

// --- It is Boost.System's result

static_assert(std::same_as<result<int>, boost::system::result<int, error>>);
static_assert(std::same_as<result<int&>, boost::system::result<int&, error>>);
static_assert(std::same_as<result<void>, boost::system::result<void, error>>);
static_assert(std::same_as<result<int>::value_type, int> && std::same_as<result<int>::error_type, error>);

/// An error for which Boost.System's own class template is used, to compare with.
struct twin : error {
    using error::error;
};

/// outlay's result is constructible and convertible wherever Boost's result with the twin is.
template<class T, class... From>
constexpr bool takes_at_least =
    std::is_constructible_v<result<T>, From...> || !std::is_constructible_v<boost::system::result<T, twin>, From...>;
template<class T, class From>
constexpr bool takes_at_least<T, From> =
    (std::is_constructible_v<result<T>, From> || !std::is_constructible_v<boost::system::result<T, twin>, From>) &&
    (std::is_convertible_v<From, result<T>> || !std::is_convertible_v<From, boost::system::result<T, twin>>);

template<class T>
struct takes_what_boost_takes {
    using value = boost::system::in_place_value_t;
    using error = boost::system::in_place_error_t;

    static_assert(takes_at_least<T> && takes_at_least<T, value> && takes_at_least<T, value, int>);
    static_assert(takes_at_least<T, int> && takes_at_least<T, long> && takes_at_least<T, double>);
    static_assert(takes_at_least<T, char> && takes_at_least<T, char const*> && takes_at_least<T, std::string>);
    static_assert(takes_at_least<T, std::string const&> && takes_at_least<T, std::vector<int>>);
    static_assert(takes_at_least<T, std::optional<int>> && takes_at_least<T, std::unique_ptr<int>>);
    static_assert(takes_at_least<T, std::nullptr_t> && takes_at_least<T, int*>);
    static_assert(takes_at_least<T, int, int> && takes_at_least<T, int, char>);
    static_assert(takes_at_least<T, value, int, char> && takes_at_least<T, error, error_kind, report>);
    static_assert(takes_at_least<T, error_kind, report>);
    static_assert(takes_at_least<T, error_kind, char const*, char const*>);
};
template struct takes_what_boost_takes<int>;
template struct takes_what_boost_takes<double>; // not of bool: 1.81 takes any pointer for one, as later ones do not
template struct takes_what_boost_takes<std::string>;
template struct takes_what_boost_takes<std::vector<int>>;
template struct takes_what_boost_takes<std::unique_ptr<int>>;
template struct takes_what_boost_takes<std::optional<int>>;
template struct takes_what_boost_takes<std::any>;
template struct takes_what_boost_takes<std::mutex>;
template struct takes_what_boost_takes<void>;

// An error is never a value, nor a value an error.
static_assert(!std::constructible_from<result<int>, std::string>);
static_assert(!std::constructible_from<result<std::string>, std::vector<int>>);
static_assert(!std::convertible_to<int, result<std::vector<int>>>, "explicit, as the vector's");
static_assert(std::constructible_from<result<std::vector<int>>, int>);
static_assert(!std::convertible_to<std::unique_ptr<int>, result<bool>>, "no more than to bool");
static_assert(!std::constructible_from<result<void>, int>);
static_assert(!std::constructible_from<result<std::string const&>, char const*>, "a reference to a temporary");

// An error, and a result of another type.
static_assert(std::convertible_to<error, result<int>> && std::convertible_to<error const&, result<void>>);
static_assert(std::convertible_to<twin, result<int>>);
static_assert(std::convertible_to<result<short>, result<long>>);
static_assert(std::convertible_to<result<char const*> const&, result<std::string>>);
static_assert(!std::constructible_from<result<int>, result<std::string>>);
static_assert(std::convertible_to<boost::system::result<int, twin>, result<int>>, "of an error that converts");
static_assert(std::convertible_to<boost::system::result<void, twin>, result<void>>);

// Copied, moved and compared as the value is.
static_assert(std::copyable<result<std::string>> && std::copyable<result<void>> && std::copyable<result<int&>>);
static_assert(std::movable<result<std::unique_ptr<int>>> && !std::copy_constructible<result<std::unique_ptr<int>>>);
static_assert(!std::move_constructible<result<std::mutex>>);
static_assert(std::constructible_from<result<std::mutex>, boost::system::in_place_value_t>);
static_assert(std::is_nothrow_move_constructible_v<result<std::string>>);
static_assert(std::is_nothrow_swappable_v<result<std::string>>);
static_assert(std::equality_comparable<result<std::string>> && std::equality_comparable<result<void>>);
static_assert(!std::equality_comparable<result<std::mutex>>, "asked, and not an error in a header");
static_assert(!std::default_initializable<result<int&>>);

// A value moved out of a temporary is no reference into it; a constant temporary does not compile.
template<class R>
concept dereferences = requires(R&& r) { *std::forward<R>(r); };
static_assert(std::same_as<decltype(*std::declval<result<std::string>>()), std::string>);
static_assert(std::same_as<decltype(*std::declval<result<std::string>&>()), std::string&>);
static_assert(std::same_as<decltype(*std::declval<result<std::string> const&>()), std::string const&>);
static_assert(!dereferences<result<std::string> const>);
static_assert(std::same_as<decltype(std::declval<result<std::string>>().value()), std::string>);
static_assert(std::same_as<decltype(*std::declval<result<std::mutex>>()), std::mutex&&>);
static_assert(std::same_as<decltype(std::declval<result<int>>().error()), error>);
static_assert(std::same_as<decltype(std::declval<result<int> const&>().error()), error const&>, "no copy");

// --- constexpr

constexpr result<int> half(int n)
{
    if (n % 2 != 0) return error(error_kind::invalid, report());
    return n / 2;
}
static_assert(*half(4) == 2 && half(4).value() == 2 && half(4).has_value() && half(4) && !half(4).has_error());
static_assert(half(3).has_error() && !half(3) && half(3).error().kind() == error_kind::invalid);
static_assert(half(4) == 2 && half(4) == half(5 - 1) && half(4) != half(6) && half(4) != half(3));
static_assert(half(4).error() == error());
static_assert(half(3).operator->() == nullptr);

constexpr bool emplace_and_assign()
{
    result<int> r = half(3);
    r.emplace(7);
    if (r != 7 || r.error() != error()) return false;
    r = half(1);
    if (!r.has_error()) return false;
    r = 9;
    result<int> other = half(5);
    swap(r, other);
    return r.has_error() && *other == 9;
}
static_assert(emplace_and_assign());

constexpr bool emplace_and_assign_nothing()
{
    result<void> r = error(error_kind::limit, report());
    if (r || r.error().kind() != error_kind::limit || r.operator->() != nullptr) return false;
    r.emplace();
    if (!r || r.error() != error() || r.operator->() == nullptr) return false;
    r = error(error_kind::limit, report());
    result<void> other;
    swap(r, other);
    return r && !other;
}
static_assert(emplace_and_assign_nothing());

constexpr bool refers()
{
    int a = 1;
    int b = 1;
    result<int&> r = a;
    result<int&> const second(b);
    if (r != second || &*r != &a || r.operator->() != &a) return false;
    r = second;
    *r = 5;
    r.emplace(a);
    result<int const&> const wider = r;
    return b == 5 && *r == 1 && &*wider == &a;
}
static_assert(refers());

// --- transform and the like

constexpr auto twice = [](int n) { return 2 * n; };

static_assert(half(4).transform(twice) == 4);
static_assert(half(3).transform(twice).error().kind() == error_kind::invalid);
static_assert(half(8).and_then(half).and_then(half) == 1);
static_assert(half(6).and_then(half).error().kind() == error_kind::invalid);
static_assert(half(6).and_then(half).or_else([](error const&) { return half(100); }) == 50);
static_assert(half(6).or_else([](error const&) -> result<int> { throw "not called"; }) == 3);
static_assert(
    half(3).transform_error([](error const& e) { return error(error_kind::limit, e.report()); }).error().kind() ==
    error_kind::limit);
static_assert(half(6).transform_error([](error const&) -> error { throw "not called"; }) == 3);
static_assert(half(6).value_or(1) == 3 && half(3).value_or(1) == 1 && half(3).value_or({}) == 0);

/// The overload that is called is that of the result: each passes the value, or the error, as the result is.
struct which {
    constexpr int operator()(auto&, auto&&...) const = delete;
    constexpr int operator()(int&) const { return 0; }
    constexpr int operator()(int const&) const { return 1; }
    constexpr int operator()(int&&) const { return 2; }
    constexpr int operator()(int const&&) const { return 3; }
};
constexpr bool passes_the_value_as_it_is()
{
    result<int> r = 5;
    std::array const called = {*r.transform(which()), *std::as_const(r).transform(which()),
                               *static_cast<result<int>&&>(r).transform(which()),
                               *static_cast<result<int> const&&>(r).transform(which())};
    auto const in_result = [](auto&& n) -> result<int> { return which()(std::forward<decltype(n)>(n)); };
    std::array const chained = {*r.and_then(in_result), *std::as_const(r).and_then(in_result),
                                *static_cast<result<int>&&>(r).and_then(in_result),
                                *static_cast<result<int> const&&>(r).and_then(in_result)};
    return called == std::array{0, 1, 2, 3} && chained == called;
}
static_assert(passes_the_value_as_it_is());

// result<void>, as argument and as result.
static_assert(result<void>().transform([] { return 7; }) == 7);
static_assert(std::same_as<decltype(half(2).transform([](int) {})), result<void>>);
static_assert(half(2).transform([](int) {}).has_value() && half(1).transform([](int) {}).has_error());
static_assert(result<void>().and_then([] { return half(8); }) == 4);
static_assert(result<void>(error()).or_else([](error const&) { return result<void>(); }).has_value());
static_assert(result<void>(error()).transform_error([](error const& e) { return e.with_report({}); }).has_error());

// A reference is not moved from; a returned reference is copied, as the result may outlive its object.
struct named {
    std::string name;
};
struct square {
    int side = 0;
    constexpr int area() const { return side * side; }
};
static_assert(std::same_as<decltype(std::declval<result<named>>().transform(&named::name)), result<std::string>>);
static_assert(std::same_as<decltype(std::declval<result<named>&>().transform(&named::name)), result<std::string>>);
static_assert(std::same_as<decltype(std::declval<result<named&>>().transform(std::identity())), result<named>>);
static_assert(std::same_as<decltype(std::declval<result<named&>>().value_or(named())), named>);
static_assert(result<square>(square{3}).transform(&square::area) == 9);
static_assert(result<square>(square{3}).transform(&square::side) == 3);

// Types that can only be moved.
static_assert(
    std::same_as<decltype(std::declval<result<std::unique_ptr<int>>>().value_or(nullptr)), std::unique_ptr<int>>);
static_assert(std::same_as<decltype(std::declval<result<std::unique_ptr<int>>>().transform(std::identity())),
                           result<std::unique_ptr<int>>>);

} // namespace
