#include <cstddef>
#include <outlay/value/time_of_day.hpp>
#include <string_view>
#include <type_traits>

namespace {

using outlay::time_of_day;

static_assert(time_of_day() == time_of_day(0, 0, 0));
static_assert(time_of_day(17) == time_of_day(17, 0, 0));
static_assert(time_of_day(23, 59, 58).hour() == 23);
static_assert(time_of_day(23, 59, 58).minute() == 59);
static_assert(time_of_day(23, 59, 58).second() == 58);
static_assert(time_of_day(23, 59, 59).seconds_since_midnight() == 86'399);
static_assert(time_of_day(9, 59, 59) < time_of_day(10));
static_assert(!std::is_convertible_v<int, time_of_day>); // an hour, or seconds since midnight?

static_assert(time_of_day::try_parse("00:00:00") == time_of_day());
static_assert(time_of_day::try_parse("17:05:09") == time_of_day(17, 5, 9));
static_assert(time_of_day::try_parse("23:59:59") == time_of_day(23, 59, 59));
static_assert(!time_of_day::try_parse(""));
static_assert(!time_of_day::try_parse("24:00:00"));
static_assert(!time_of_day::try_parse("17:60:00"));
static_assert(!time_of_day::try_parse("17:00:60"));
static_assert(!time_of_day::try_parse("7:00:00"));
static_assert(!time_of_day::try_parse("17:00"));
static_assert(!time_of_day::try_parse("17:00:00Z"));
static_assert(!time_of_day::try_parse("17-00-00"));
static_assert(!time_of_day::try_parse("17:00-00"));
static_assert(!time_of_day::try_parse("+7:00:00"));
static_assert(!time_of_day::try_parse("17:0x:00"));

/// Without to_string: clang cannot make a short std::string of libstdc++ 12 in a constant expression.
constexpr bool writes(time_of_day time, std::string_view expected)
{
    char text[time_of_day::length]{};
    return std::string_view(text, static_cast<std::size_t>(time.write_to(text) - text)) == expected;
}

static_assert(writes(time_of_day(), "00:00:00"));
static_assert(writes(time_of_day(7, 8, 9), "07:08:09"));
static_assert(writes(time_of_day(23, 59, 59), "23:59:59"));

} // namespace
