#include <compare>
#include <concepts>
#include <outlay/value/money.hpp>
#include <type_traits>

namespace {

using namespace outlay::literals;
using outlay::currency;
using outlay::money;
using outlay::rounding;

constexpr money coffee{3.50_dec, "USD"};

static_assert(std::is_aggregate_v<money> && std::is_trivially_copyable_v<money>);
static_assert(std::same_as<std::compare_three_way_result_t<money>, std::partial_ordering>);
static_assert(std::derived_from<outlay::currency_mismatch, std::logic_error>);

static_assert(coffee == money{3.5_dec, "USD"} && coffee != money{3.51_dec, "USD"});
static_assert(coffee < money{4, "USD"} && coffee > money{-4, "USD"} && coffee >= money{3.500_dec, "USD"});
static_assert((coffee <=> money{3.5_dec, "USD"}) == std::partial_ordering::equivalent);

// Amounts of different currencies are neither equal nor ordered, not even zero.
static_assert(coffee != money{3.50_dec, "EUR"});
static_assert((coffee <=> money{3.50_dec, "EUR"}) == std::partial_ordering::unordered);
static_assert(!(coffee < money{4, "EUR"}) && !(coffee > money{1, "EUR"}));
static_assert(!(coffee <= money{3.50_dec, "EUR"}) && !(coffee >= money{3.50_dec, "EUR"}));
static_assert(money{0, "USD"} != money{0, "EUR"});

static_assert(coffee + coffee == money{7, "USD"} && coffee - money{1, "USD"} == money{2.5_dec, "USD"});
static_assert(coffee * 1.1_dec == money{3.85_dec, "USD"} && 2 * coffee == money{7, "USD"});
static_assert(-coffee == money{-3.5_dec, "USD"});

static_assert(money{0.125_dec, "USD"}.rounded().amount.coefficient() == 12);
static_assert(money{0.125_dec, "USD"}.rounded(rounding::half_up).amount.coefficient() == 13);
static_assert(money{2.5_dec, "JPY"}.rounded().amount.coefficient() == 2);
static_assert(money{1, "KWD"}.rounded().amount.scale() == 3);

// Amounts add, and scale by numbers; they do not multiply.
template<class A, class B>
concept can_multiply = requires(A a, B b) { a* b; };
template<class A, class B>
concept can_add = requires(A a, B b) { a + b; };
static_assert(can_multiply<money, int> && can_multiply<int, money> && can_multiply<money, outlay::decimal>);
static_assert(!can_multiply<money, money> && !can_multiply<money, double>);
static_assert(can_add<money, money> && !can_add<money, outlay::decimal> && !can_add<money, int>);

// A money is divided by integers, and by money of its currency.
template<class A, class B>
concept can_divide = requires(A a, B b) { a / b; };
static_assert(can_divide<money, int> && !can_divide<money, outlay::decimal> && !can_divide<money, double>);
static_assert(!can_divide<int, money>);
static_assert(coffee / 2 == money{1.75_dec, "USD"} && coffee / money{7, "USD"} == 0.5_dec);

static_assert(money::try_parse("3.50 USD") == coffee && !money::try_parse("3.50"));
static_assert(money{} + coffee == coffee && coffee - money{} == coffee && money{} != money{0, "USD"});

constexpr bool allocates()
{
    auto const parts = money{100, "USD"}.allocate({1, 1, 1});
    return parts.size() == 3 && parts[0] == money{33.34_dec, "USD"} && parts[1] == money{33.33_dec, "USD"} &&
           parts[2] == money{33.33_dec, "USD"};
}

static_assert(allocates());

} // namespace
