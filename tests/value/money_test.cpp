#include <algorithm>
#include <array>
#include <boost/multiprecision/cpp_int.hpp>
#include <compare>
#include <cstdint>
#include <functional>
#include <gtest/gtest.h>
#include <limits>
#include <numeric>
#include <outlay/value/money.hpp>
#include <rapidcheck/gtest.h>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace money_test {

using namespace outlay::literals;
using boost::multiprecision::cpp_int;
using outlay::currency;
using outlay::decimal;
using outlay::money;
using outlay::rounding;

constexpr auto most = std::numeric_limits<std::int64_t>::max();
constexpr auto least = std::numeric_limits<std::int64_t>::min();

/// The parts as they print, without the currency.
std::string amounts(std::vector<money> const& parts)
{
    std::string text;
    for (auto const& part : parts) text += (text.empty() ? "" : " ") + part.amount.to_string();
    return text;
}

cpp_int ten_to(int n) { return boost::multiprecision::pow(cpp_int(10), static_cast<unsigned>(n)); }

// --- allocate

TEST(allocate, gives_the_rest_to_the_largest_remainders)
{
    EXPECT_EQ(amounts(money{1.00_dec, "USD"}.allocate({1, 1, 1})), "0.34 0.33 0.33");
    EXPECT_EQ(amounts(money{0.05_dec, "USD"}.allocate({3, 7})), "0.02 0.03"); // 1.5 and 3.5: a tie, to the earlier
    EXPECT_EQ(amounts(money{0.05_dec, "USD"}.allocate({7, 3})), "0.04 0.01");
    EXPECT_EQ(amounts(money{0.03_dec, "USD"}.allocate({1, 2, 1})), "0.01 0.01 0.01"); // 0.75 1.5 0.75
    EXPECT_EQ(amounts(money{1.01_dec, "USD"}.allocate({50, 30, 20})), "0.51 0.30 0.20");
    EXPECT_EQ(amounts(money{0.10_dec, "USD"}.allocate({1, 6, 7})), "0.01 0.04 0.05"); // 0.71 4.29 5
    EXPECT_EQ(amounts(money{0.02_dec, "USD"}.allocate({1, 1, 1, 1, 1})), "0.01 0.01 0.00 0.00 0.00");
}

TEST(allocate, treats_a_negative_amount_as_a_positive_one)
{
    EXPECT_EQ(amounts(money{-1, "USD"}.allocate({1, 1, 1})), "-0.34 -0.33 -0.33");
    EXPECT_EQ(amounts(money{-0.05_dec, "USD"}.allocate({3, 7})), "-0.02 -0.03");
    EXPECT_EQ(amounts(money{decimal::from_parts(least, 2), "USD"}.allocate({1})), "-92233720368547758.08");
    EXPECT_EQ(amounts(money{decimal::from_parts(least, 2), "USD"}.allocate({most, most})),
              "-46116860184273879.04 -46116860184273879.04");
}

TEST(allocate, in_the_minor_units_of_the_currency_or_the_finer_places_of_the_amount)
{
    EXPECT_EQ(amounts(money{100, "JPY"}.allocate({1, 1, 1})), "34 33 33");
    EXPECT_EQ(amounts(money{1, "KWD"}.allocate({1, 1, 1})), "0.334 0.333 0.333");
    EXPECT_EQ(amounts(money{0.001_dec, "USD"}.allocate({1, 1})), "0.001 0.000");
    EXPECT_EQ(amounts(money{100.0_dec, "JPY"}.allocate({1, 1, 1})), "33.4 33.3 33.3");
    EXPECT_EQ(amounts(money{10, "XAU"}.allocate({1, 2})), "3 7");
    EXPECT_EQ(amounts(money{10.00_dec, currency::parse("QQQ").value()}.allocate({1, 2})), "3.33 6.67");
}

TEST(allocate, by_decimals_and_zeros_of_any_range)
{
    EXPECT_EQ(amounts(money{1, "USD"}.allocate({0.5_dec, 0.25_dec, 0.250_dec})), "0.50 0.25 0.25");
    EXPECT_EQ(amounts(money{1, "USD"}.allocate({0.1_dec, 1, 0.01_dec})), "0.09 0.90 0.01");
    EXPECT_EQ(amounts(money{1, "USD"}.allocate({0, 1, 0.00_dec, 2})), "0.00 0.33 0.00 0.67");
    EXPECT_EQ(amounts(money{0, "USD"}.allocate({1, 2})), "0.00 0.00");
    EXPECT_EQ(amounts(money{1, "USD"}.allocate(std::vector<int>{1, 3})), "0.25 0.75");
    EXPECT_EQ(amounts(money{1, "USD"}.allocate(std::array<decimal, 2>{0.5_dec, 1.5_dec})), "0.25 0.75");
    EXPECT_EQ(amounts(money{1, "USD"}.allocate(std::array<unsigned, 2>{1, 3})), "0.25 0.75");
}

TEST(allocate, rejects_meaningless_ratios)
{
    money const whole{1, "USD"};
    EXPECT_THROW(whole.allocate({1, -1}), std::invalid_argument);
    EXPECT_THROW(whole.allocate({2, -0.001_dec}), std::invalid_argument);
    EXPECT_THROW(whole.allocate({0, 0.0_dec}), std::invalid_argument);
    EXPECT_THROW(whole.allocate(std::vector<decimal>{}), std::invalid_argument);
    EXPECT_THROW((money{1e27_dec, "USD"}.allocate({1})), outlay::arithmetic_error); // 1e29 cents
}

TEST(allocate, by_ratios_of_any_scale)
{
    EXPECT_EQ(amounts(money{100.00_dec, "USD"}.allocate({1000, 0.3333333333333333_dec})), "99.97 0.03");
    EXPECT_EQ(amounts(money{100, "USD"}.allocate({66.66666666666667_dec, 33.33333333333333_dec})), "66.67 33.33");
    EXPECT_EQ(amounts(money{1, "USD"}.allocate({7e28_dec, 0.0000000000000000000000000001_dec})), "1.00 0.00");
    EXPECT_EQ(amounts(money{7e26_dec, "USD"}.allocate({7e28_dec, 7.9228162514264337593543950335_dec, 7e28_dec})),
              "349999999999999999999999999.98 0.04 349999999999999999999999999.98");
    EXPECT_EQ(amounts(money{10, "USD"}.allocate({0.5_dec, 0.50_dec, 0.500_dec, 1.0_dec})), "2.00 2.00 2.00 4.00");
    EXPECT_EQ(amounts(money{}.allocate({1, 1})), "0 0");
}

RC_GTEST_PROP(allocate, sums_to_the_whole_and_strays_less_than_a_unit, ())
{
    auto const in = *rc::gen::elementOf(std::vector<currency>{"USD", "JPY", "KWD", "XAU"});
    auto const units = *rc::gen::oneOf(rc::gen::arbitrary<std::int64_t>(), rc::gen::inRange<std::int64_t>(-50, 51),
                                       rc::gen::elementOf(std::vector{least, most}));
    // At least the places of the minor unit: fewer might not fit once padded.
    int const scale = *rc::gen::inRange(in.minor_units().value_or(0), 19);
    money const whole{decimal::from_parts(units, scale), in};
    auto const ratios = *rc::gen::suchThat(
        rc::gen::container<std::vector<decimal>>(
            rc::gen::map(rc::gen::pair(rc::gen::inRange<std::int64_t>(0, 1'000'000'000), rc::gen::inRange(0, 9)),
                         [](auto const& ratio) { return decimal::from_parts(ratio.first, ratio.second); })),
        [](auto const& all) { return std::any_of(all.begin(), all.end(), [](decimal r) { return r > 0; }); });
    auto const parts = whole.allocate(ratios);
    RC_ASSERT(parts.size() == ratios.size());

    std::vector<cpp_int> weights;
    for (decimal const r : ratios) weights.push_back(r.coefficient() * ten_to(8 - r.scale()));
    auto const total = std::accumulate(weights.begin(), weights.end(), cpp_int(0));

    cpp_int sum = 0;
    std::vector<cpp_int> above; // how much each part is over its share, away from zero, in 1 / total of a unit
    for (std::size_t i = 0; i < parts.size(); ++i) {
        RC_ASSERT(parts[i].currency == in);
        RC_ASSERT(parts[i].amount.scale() == scale);
        sum += parts[i].amount.coefficient();
        above.push_back((parts[i].amount.coefficient() * total - units * weights[i]) * (units < 0 ? -1 : 1));
        RC_ASSERT(abs(above[i]) < total);
    }
    RC_ASSERT(sum == units);

    // A part that was rounded up had at least the remainder of each that was not; with the same, it is the earlier.
    for (std::size_t up = 0; up < parts.size(); ++up)
        for (std::size_t down = 0; down < parts.size(); ++down)
            if (above[up] > 0 && above[down] <= 0) {
                cpp_int const remainder = total - above[up];
                RC_ASSERT(remainder > -above[down] || (remainder == -above[down] && up < down));
            }
}

// --- the rest

TEST(money, rounds_to_minor_units_on_request_only)
{
    EXPECT_EQ((money{1.005_dec, "USD"}.to_string()), "1.005 USD");
    EXPECT_EQ((money{1.005_dec, "USD"}.rounded().to_string()), "1.00 USD");
    EXPECT_EQ((money{1.005_dec, "USD"}.rounded(rounding::up).to_string()), "1.01 USD");
    EXPECT_EQ((money{7, "USD"}.rounded().to_string()), "7.00 USD");
    EXPECT_EQ((money{-1.5_dec, "JPY"}.rounded().to_string()), "-2 JPY");
    EXPECT_EQ((money{1.2345_dec, "KWD"}.rounded().to_string()), "1.234 KWD");
    EXPECT_EQ((money{1.2345_dec, "XAU"}.rounded().to_string()), "1.2345 XAU");
    EXPECT_THROW((money{1e27_dec, "USD"}.rounded()), outlay::arithmetic_error);
}

TEST(money, refuses_to_mix_currencies)
{
    money const dollar{1, "USD"}, euro{1, "EUR"};
    EXPECT_THROW(dollar + euro, outlay::currency_mismatch);
    EXPECT_THROW(dollar - euro, outlay::currency_mismatch);
    auto sum = dollar;
    EXPECT_THROW(sum += euro, outlay::currency_mismatch);
    EXPECT_THROW(sum -= euro, outlay::currency_mismatch);
    EXPECT_EQ(sum, dollar);
    try {
        static_cast<void>(dollar + euro);
    } catch (outlay::currency_mismatch const& e) {
        EXPECT_STREQ(e.what(), "arithmetic with USD and EUR");
    }
    // Mixed currencies are reported before anything about the amounts.
    EXPECT_THROW((money{7e28_dec, "USD"} + money{7e28_dec, "EUR"}), outlay::currency_mismatch);
    EXPECT_THROW((money{-7e28_dec, "USD"} - money{7e28_dec, "EUR"}), outlay::currency_mismatch);
}

TEST(money, is_ordered_only_within_its_currency)
{
    money const one{1, "USD"};
    EXPECT_EQ(one <=> (money{2, "USD"}), std::partial_ordering::less);
    EXPECT_EQ(one <=> (money{1.00_dec, "USD"}), std::partial_ordering::equivalent);
    EXPECT_EQ(one <=> (money{2, "EUR"}), std::partial_ordering::unordered);
}

TEST(money, adds_up_or_throws)
{
    money sum{0.10_dec, "USD"};
    sum += money{0.2_dec, "USD"};
    EXPECT_EQ(sum.to_string(), "0.30 USD");
    sum -= money{1, "USD"};
    EXPECT_EQ(sum.to_string(), "-0.70 USD");
    EXPECT_EQ((3 * sum * 0.5_dec).to_string(), "-1.050 USD");
    sum *= 4;
    EXPECT_EQ(sum.to_string(), "-2.80 USD");
    EXPECT_THROW((money{7e28_dec, "USD"} + money{1e28_dec, "USD"}), outlay::arithmetic_error);
    EXPECT_THROW((money{7e28_dec, "USD"} * 2), outlay::arithmetic_error);
}

TEST(money, divides)
{
    EXPECT_EQ((money{10.00_dec, "USD"} / 4).to_string(), "2.50 USD");
    EXPECT_EQ((money{10, "USD"} / 3).to_string(), "3.333333333333333333333333333 USD");
    auto half = money{5, "EUR"};
    half /= 2;
    EXPECT_EQ(half.to_string(), "2.5 EUR");
    EXPECT_EQ((money{2.50_dec, "USD"} / money{10, "USD"}).to_string(), "0.25");
    EXPECT_EQ((money{10, "USD"} / money{-3, "USD"}).to_string(), "-3.333333333333333333333333333");
    EXPECT_EQ((money{} / money{3, "USD"}), 0);
    EXPECT_THROW((money{1, "USD"} / 0), outlay::arithmetic_error);
    EXPECT_THROW((money{1, "USD"} / money{0, "USD"}), outlay::arithmetic_error);
    EXPECT_THROW((money{1, "USD"} / money{}), outlay::arithmetic_error);
    EXPECT_THROW((money{7e28_dec, "USD"} / money{0.1_dec, "USD"}), outlay::arithmetic_error);
    EXPECT_THROW((money{1, "USD"} / money{1, "EUR"}), outlay::currency_mismatch);
}

TEST(money, sums_start_from_nothing)
{
    std::vector<money> const spends{{1.10_dec, "EUR"}, {2.20_dec, "EUR"}};
    EXPECT_EQ(std::accumulate(spends.begin(), spends.end(), money{}).to_string(), "3.30 EUR");
    EXPECT_EQ((money{1, "JPY"} + money{}).to_string(), "1 JPY");
    EXPECT_EQ((money{} - money{1, "JPY"}).to_string(), "-1 JPY");
    EXPECT_EQ((money{} + money{}), money{});
    EXPECT_EQ((money{} + money{0, "JPY"}).to_string(), "0 JPY");
    money sum;
    EXPECT_THROW((sum += money{1, "USD"}) += (money{1, "EUR"}), outlay::currency_mismatch);
    EXPECT_EQ(sum, (money{1, "USD"}));
    // money{} is neutral; other amounts in XXX are in a currency like any other.
    EXPECT_THROW((money{1, "XXX"} + money{1, "EUR"}), outlay::currency_mismatch);
    EXPECT_EQ((money{1, "XXX"} + money{1, "XXX"}), (money{2, "XXX"}));
    EXPECT_NE(money{}, (money{0, "EUR"}));
    EXPECT_FALSE(money{} < (money{1, "EUR"}));
}

TEST(money, reads_what_it_prints)
{
    EXPECT_EQ(money::parse("12.50 USD").value().to_string(), "12.50 USD");
    EXPECT_EQ(money::parse("-0.125 QQQ").value().to_string(), "-0.125 QQQ");
    EXPECT_EQ(money::parse("1e3 JPY").value(), (money{1000, "JPY"}));
    EXPECT_EQ(money::parse(money{}.to_string()).value(), money{});
    EXPECT_EQ(money::try_parse("12.50 USD"), (money{12.5_dec, "USD"}));
    struct refused {
        std::string_view text, code;
    };
    for (auto const [text, code] :
         {refused{"", "money"}, refused{"12.50", "money"}, refused{"12.50USD", "money"}, refused{" USD", "money"},
          refused{"12.50 ", "money"}, refused{"USD 12.50", "decimal"}, refused{"12,50 USD", "decimal"},
          refused{"12.50  USD", "currency"}, refused{"12.50 usd", "currency"}, refused{"12.50 USD ", "currency"},
          refused{"1e40 USD", "decimal_range"}, refused{"1e-40 USD", "decimal_inexact"}}) {
        EXPECT_EQ(money::parse(text).error().report().begin()->code, code) << text;
        EXPECT_EQ(money::try_parse(text), std::nullopt) << text;
    }
    EXPECT_EQ(money::parse("12.50").error().message(),
              "expected an amount and a currency such as 12.50 USD, found \"12.50\"");
}

TEST(money, hashes_by_value_and_currency)
{
    std::unordered_set<money> set{{1.5_dec, "USD"}, {1.50_dec, "USD"}, {1.5_dec, "EUR"}, {1.51_dec, "USD"}};
    EXPECT_EQ(set.size(), 3u);
    EXPECT_TRUE(set.contains({1.500_dec, "EUR"}));
    auto const hash = std::hash<money>{};
    EXPECT_EQ(hash({1.5_dec, "USD"}), hash({1.500_dec, "USD"}));
    EXPECT_NE(hash({1.5_dec, "USD"}), hash({1.5_dec, "EUR"}));
    EXPECT_NE(hash({1.5_dec, "USD"}), hash({1.6_dec, "USD"}));
}

TEST(money, prints_amount_and_currency)
{
    std::ostringstream out;
    out << money{12.50_dec, "USD"} << ", " << money{-3, "JPY"} << ", " << money{};
    EXPECT_EQ(out.str(), "12.50 USD, -3 JPY, 0 " + currency().to_string());
}

} // namespace money_test
