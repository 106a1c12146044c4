#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <gtest/gtest.h>
#include <locale>
#include <outlay/json.hpp>
#include <outlay/value.hpp>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

// Locale and time zone do not affect reading and writing. surroundings.sh runs the tests of numbers and dates again in
// the locale and the time zone of OUTLAY_TEST_LOCALE and TZ, and tests/platforms/run all tests.

namespace surroundings_test {

using namespace outlay::literals;

char const* wanted_locale() { return std::getenv("OUTLAY_TEST_LOCALE"); }

/// Sets the locale of the environment as the global one of C and of C++, before any test.
struct surroundings : testing::Environment {
    void SetUp() override
    {
        if (wanted_locale() == nullptr) return;
        try {
            std::locale::global(std::locale(wanted_locale()));
        } catch (std::runtime_error const&) {
            FAIL() << "no such locale: " << wanted_locale();
        }
    }
};
testing::Environment* const registered = testing::AddGlobalTestEnvironment(new surroundings);

/// A locale with decimal commas, and with a point in every number of two digits or more.
struct commas : std::numpunct<char> {
    char do_decimal_point() const override { return ','; }
    char do_thousands_sep() const override { return '.'; }
    std::string do_grouping() const override { return "\1"; }
};

/// Keeps a locale that is global for as long as this lives.
class global_locale {
public:
    explicit global_locale(std::locale const& made) : before_(std::locale::global(made)) {}
    global_locale(global_locale const&) = delete;
    global_locale& operator=(global_locale const&) = delete;
    ~global_locale() { std::locale::global(before_); }

private:
    std::locale before_;
};

template<class T>
std::string printed(T const& value)
{
    std::ostringstream text; // with the global locale
    text << value;
    return text.str();
}

TEST(surroundings, with_decimal_commas_change_no_text)
{
#ifndef __cpp_rtti
    GTEST_SKIP() << "a locale takes no facets without the types of run time";
#endif
    ASSERT_NE(registered, nullptr);
    global_locale const here(std::locale(std::locale::classic(), new commas));
    ASSERT_EQ(printed(1234.5), "1.2.3.4,5");
    EXPECT_EQ(printed(1234.5_dec), "1234.5");
    EXPECT_EQ(printed(outlay::money(1234.5_dec, outlay::currency("EUR"))), "1234.5 EUR");
    EXPECT_EQ(outlay::decimal::parse("1234.5").value(), 1234.5_dec);
    EXPECT_TRUE(outlay::decimal::parse("1234,5").has_error());
    EXPECT_EQ(outlay::decimal::from_double(1234.5), 1234.5_dec);
    EXPECT_EQ((1234.5_dec).to_double(), 1234.5);
    EXPECT_EQ(outlay::encode(std::vector<double>{1234.5, 1e300}), "[1234.5,1e+300]");
    EXPECT_EQ(outlay::decode<std::vector<double>>("[1234.5,1e300]").value(), (std::vector<double>{1234.5, 1e300}));
    auto const when = outlay::decode<outlay::iso_timestamp>("\"2026-11-26T01:02:03Z\"").value();
    EXPECT_EQ(printed(when), "2026-11-26T01:02:03Z");
    EXPECT_EQ(printed(outlay::decode<std::vector<int>>("[1,\n\n\n\n\n\n\n\n\n\n            x]").error().report()),
              "11:13: expected a value, found \"x\"");
}

/// Checks that OUTLAY_TEST_LOCALE and TZ had an effect.
TEST(surroundings, are_those_requested)
{
    char text[8]{};
    ASSERT_GT(std::snprintf(text, sizeof text, "%.1f", 1.5), 0);
    EXPECT_STREQ(text, wanted_locale() == nullptr ? "1.5" : "1,5");
    if (wanted_locale() == nullptr) return;
    std::time_t const now = 1'700'000'000;
    EXPECT_NE(std::mktime(std::gmtime(&now)), now); // the zone is not that of UTC
}

} // namespace surroundings_test
