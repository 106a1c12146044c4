#include <array>
#include <cstdint>
#include <limits>
#include <outlay/model.hpp>
#include <outlay/value.hpp>
#include <string>
#include <string_view>

namespace rules_static {

using namespace outlay::literals;
using namespace outlay;

// --- bounds compare exactly, whatever the type of the number

static_assert(at_least(5).holds(5) && at_least(5).holds(6) && !at_least(5).holds(4));
static_assert(at_most(5).holds(5) && at_most(5).holds(4) && !at_most(5).holds(6));
static_assert(more_than(5).holds(6) && !more_than(5).holds(5));
static_assert(less_than(5).holds(4) && !less_than(5).holds(5));

static_assert(at_least(0.10_dec).holds(0.1_dec) && !more_than(0.10_dec).holds(0.1_dec));
static_assert(at_least(2.5_dec).holds(3) && !at_least(2.5_dec).holds(2));
static_assert(at_least(0.5_dec).holds(0.5) && !at_least(0.5_dec).holds(0.25));
static_assert(!at_least(0).holds(std::numeric_limits<double>::quiet_NaN()));
static_assert(!at_most(0).holds(std::numeric_limits<double>::quiet_NaN()));

constexpr auto largest = std::numeric_limits<std::uint64_t>::max();
constexpr auto smallest = std::numeric_limits<std::int64_t>::min();
static_assert(more_than(9223372036854775807_dec).holds(largest) && !at_most(0).holds(largest));
static_assert(at_least(smallest).holds(smallest) && less_than(0.000000000000000001_dec).holds(smallest));

// --- length counts characters, items counts items

static_assert(length(1, 3).holds(std::string_view("abc")) && !length(1, 3).holds(std::string_view("abcd")));
static_assert(!length(1, 3).holds(std::string_view("")) && length(0, 0).holds(std::string_view("")));
static_assert(length(3, 3).holds(std::string_view("\xC3\xA9\xE6\x97\xA5\xF0\x9F\x98\x80")));
static_assert(byte_length(9, 9).holds(std::string_view("\xC3\xA9\xE6\x97\xA5\xF0\x9F\x98\x80")));
static_assert(byte_length(1, 3).holds(std::string_view("abc")) && !byte_length(1, 3).holds(std::string_view("abcd")));
static_assert(!byte_length(1, 3).holds(std::string_view("")) && !byte_length(1, 1).holds(std::string_view("\xC3\xA9")));

static_assert(items(1, 2).holds(std::array{1}) && items(1, 2).holds(std::array{1, 2}));
static_assert(!items(1, 2).holds(std::array{1, 2, 3}) && !items(1, 2).holds(std::array<int, 0>{}));

// --- rules of users

constexpr satisfies<int> even("even", [](int const& n) { return n % 2 == 0; }, "an even number");
static_assert(even.holds(2) && !even.holds(3) && even.code == "even");

} // namespace rules_static
