#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <chrono>
#include <cstdint>
#include <date/date.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <limits>
#include <map>
#include <optional>
#include <outlay/json.hpp>
#include <outlay/model.hpp>
#include <outlay/value.hpp>
#include <string>
#include <string_view>
#include <tuple>
#include <variant>
#include <vector>

// Values without a JSON text that reads as the same value, and the report of validate on them.

namespace flaws_test {

using testing::ElementsAre;
using testing::IsEmpty;

BOOST_DEFINE_ENUM_CLASS(colour, red, green)

struct crate {
    std::optional<int> weight{};
};
BOOST_DESCRIBE_STRUCT(crate, (), (weight))

/// The list is written even if it is empty.
struct basket {
    std::vector<int> fruits{};
    std::optional<int> weight{};
};
BOOST_DESCRIBE_STRUCT(basket, (), (fruits, weight))

/// Keeps unknown fields.
struct sack {
    std::optional<int> weight{};
    outlay::extras others{};
};
BOOST_DESCRIBE_STRUCT(sack, (), (weight, others))

/// All findings, a line each; a notice ends in a question mark.
template<class T>
std::vector<std::string> found(T const& value)
{
    std::vector<std::string> lines;
    outlay::report const report = outlay::validate(value);
    for (outlay::violation const& v : report) lines.push_back(v.to_string());
    for (outlay::violation const& v : report.notices()) lines.push_back(v.to_string() + '?');
    EXPECT_EQ(outlay::valid(value), report.empty());
    return lines;
}

TEST(flaw, of_floating_point_is_nan_or_infinity)
{
    using limits = std::numeric_limits<double>;
    EXPECT_THAT(found(limits::quiet_NaN()), ElementsAre("expected a finite number, found nan"));
    EXPECT_THAT(found(-limits::infinity()), ElementsAre("expected a finite number, found -inf"));
    EXPECT_THAT(found(std::numeric_limits<float>::infinity()), ElementsAre("expected a finite number, found inf"));
    for (double const number : {limits::max(), limits::lowest(), limits::denorm_min(), -0.0})
        EXPECT_THAT(found(number), IsEmpty()) << number;
}

TEST(flaw, of_an_enumeration_is_a_value_without_a_name)
{
    EXPECT_THAT(found(static_cast<colour>(7)), ElementsAre("expected one of RED, GREEN, found another value"));
    EXPECT_THAT(found(outlay::open_enum(static_cast<colour>(7))),
                ElementsAre("expected one of RED, GREEN, found \"\""));
    EXPECT_THAT(found(outlay::open_enum<colour>::from_text("BLUE")), IsEmpty());
    EXPECT_THAT(found(outlay::open_enum<colour>::from_text("")), IsEmpty());
}

TEST(flaw, of_a_date_is_a_day_outside_the_calendar)
{
    using namespace date::literals;
    constexpr char const* expected = "expected a day of the calendar in the years 0000 to 9999, found ";
    EXPECT_THAT(found(date::year_month_day()), ElementsAre(std::string(expected) + "0000-00-00"));
    EXPECT_THAT(found(2023_y / 2 / 29), ElementsAre(std::string(expected) + "2023-02-29"));
    EXPECT_THAT(found(date::year(10'000) / 1 / 1), ElementsAre(std::string(expected) + "+10000-01-01"));
    EXPECT_THAT(found(date::year(-1) / 1 / 1), ElementsAre(std::string(expected) + "-0001-01-01"));
    EXPECT_THAT(found(2024_y / 2 / 29), IsEmpty());
    EXPECT_EQ(found(std::chrono::year_month_day()).size(), 1u);
    EXPECT_THAT(found(std::chrono::year(9999) / 12 / 31), IsEmpty());
    EXPECT_THAT(found(std::chrono::year(0) / 1 / 1), IsEmpty());
    EXPECT_EQ(found(std::chrono::year(-1) / 12 / 31).size(), 1u);
    EXPECT_EQ(found(std::chrono::year(10'000) / 1 / 1).size(), 1u);
}

TEST(flaw, of_a_time_is_a_year_of_other_than_four_digits)
{
    auto const first = outlay::iso_timestamp::parse("0000-01-01T00:00:00Z").value();
    auto const last = outlay::iso_timestamp::parse("9999-12-31T23:59:59.999Z").value();
    EXPECT_THAT(found(first), IsEmpty());
    EXPECT_THAT(found(last), IsEmpty());
    auto const before = outlay::iso_timestamp::from_milliseconds(first.milliseconds() - 1);
    auto const after = outlay::iso_timestamp::from_milliseconds(last.milliseconds() + 1);
    constexpr char const* expected = "expected a time in the years 0000 to 9999, found ";
    EXPECT_THAT(found(before), ElementsAre(std::string(expected) + "-0001-12-31T23:59:59.999Z"));
    EXPECT_THAT(found(after), ElementsAre(std::string(expected) + "+10000-01-01T00:00:00Z"));
    EXPECT_EQ(found(outlay::detail::sys_milliseconds::max()).size(), 1u);
    EXPECT_THAT(found(outlay::epoch_timestamp::from_milliseconds(std::numeric_limits<std::int64_t>::max())), IsEmpty());
}

TEST(flaw, of_a_text_is_invalid_utf_8)
{
    EXPECT_THAT(found(std::string("\xFF")), ElementsAre("expected a text in UTF-8, found \"\\xff\""));
    EXPECT_THAT(found(outlay::identifier<struct thing_tag>("a\xC3")).size(), 1u);
    EXPECT_THAT(found(outlay::open_enum<colour>::from_text("\xED\xA0\x80")).size(), 1u);
    EXPECT_THAT(found(std::string("\xC3\xA9\xF0\x9F\x98\x80")), IsEmpty());
    EXPECT_THAT(found(outlay::secret("hunter2\xFF")), ElementsAre("expected a text in UTF-8, found something else"));
}

TEST(flaw, is_found_wherever_the_value_is)
{
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    constexpr char const* found_nan = ": expected a finite number, found nan";
    auto const at = [&](std::string_view pointer) { return std::string(pointer) + found_nan; };
    EXPECT_THAT(found(std::vector{1.0, nan}), ElementsAre(at("/1")));
    EXPECT_THAT(found(std::map<std::string, std::optional<double>>{{"a", nan}, {"b", {}}}), ElementsAre(at("/a")));
    EXPECT_THAT(found(std::tuple(1, nan)), ElementsAre(at("/1")));
    EXPECT_THAT(found(std::tuple(nan, 1)), ElementsAre(at("/0")));
    EXPECT_THAT(found(std::variant<std::string, double>(nan)), ElementsAre("expected a finite number, found nan"));
    EXPECT_EQ(found(std::map<std::string, int>{{"\xFF", 1}}).size(), 1u) << "a name";
    EXPECT_EQ(found(std::map<colour, int>{{static_cast<colour>(7), 1}}).size(), 1u);
}

TEST(alternative, that_is_read_as_another_is_a_notice)
{
    constexpr char const* other = "the written value is read back as another alternative of the variant?";
    using number = std::variant<std::int64_t, double>;
    EXPECT_THAT(found(number(5.0)), ElementsAre(other));
    EXPECT_THAT(found(number(5.5)), IsEmpty());
    EXPECT_THAT(found(number(std::int64_t{5})), IsEmpty());
    using flag_or_number = std::variant<std::int64_t, bool>;
    EXPECT_THAT(found(flag_or_number(true)), IsEmpty());
    EXPECT_THAT(found(flag_or_number(false)), IsEmpty());
    using day_or_text = std::variant<date::year_month_day, std::string>;
    EXPECT_THAT(found(day_or_text(date::year(2024) / 1 / 31)), IsEmpty());
    EXPECT_THAT(found(day_or_text("2024-01-31")), ElementsAre(other));
    EXPECT_THAT(found(day_or_text("2024-01-32")), IsEmpty());
    using lists = std::variant<std::vector<int>, std::vector<std::string>>;
    EXPECT_THAT(found(lists(std::vector<std::string>{"a"})), IsEmpty());
    EXPECT_THAT(found(lists(std::vector<std::string>())), ElementsAre(other)) << "[] may be either";
    using maps = std::variant<std::map<std::string, int>, std::map<std::string, std::string>>;
    EXPECT_THAT(found(maps(std::map<std::string, std::string>{{"a", "b"}})), IsEmpty());
    using nested = std::variant<std::vector<std::vector<int>>, std::vector<std::map<std::string, int>>>;
    EXPECT_THAT(found(nested(std::vector<std::vector<int>>{{1}})), IsEmpty());
    EXPECT_THAT(found(nested(std::vector<std::map<std::string, int>>{{{"a", 1}}})), IsEmpty());
}

TEST(alternative, is_read_back_by_the_fields_that_are_written)
{
    constexpr char const* other = "the written value is read back as another alternative of the variant?";
    using basket_or_crate = std::variant<basket, crate>;
    EXPECT_THAT(found(basket_or_crate(basket{})), IsEmpty()) << R"({"fruits":[]})";
    EXPECT_THAT(found(basket_or_crate(crate{})), IsEmpty()) << "{}";
    using basket_or_map = std::variant<basket, std::map<std::string, std::vector<int>>>;
    EXPECT_THAT(found(basket_or_map(std::map<std::string, std::vector<int>>{{"roots", {1}}})), IsEmpty());
    EXPECT_THAT(found(basket_or_map(std::map<std::string, std::vector<int>>{{"fruits", {1}}})), ElementsAre(other));
    using sack_or_numbers = std::variant<sack, std::map<std::string, int>>;
    for (bool const is_new : {false, true}) {
        sack with_flag;
        with_flag.others.set("new", is_new);
        EXPECT_THAT(found(sack_or_numbers(with_flag)), IsEmpty()) << "true and false are no numbers";
        using sack_or_flags = std::variant<std::map<std::string, bool>, sack>;
        EXPECT_THAT(found(sack_or_flags(with_flag)), IsEmpty()) << "a class that keeps all names is nearer than a map";
    }
    using crate_or_sack = std::variant<crate, sack>;
    sack with_colour;
    with_colour.others.set("colour", 1);
    EXPECT_THAT(found(crate_or_sack(with_colour)), IsEmpty()) << "a crate has no colour";
    EXPECT_THAT(found(crate_or_sack(sack{})), ElementsAre(other)) << "{} may be either";
}

} // namespace flaws_test
