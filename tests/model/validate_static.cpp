#include <array>
#include <boost/describe/class.hpp>
#include <date/date.h>
#include <optional>
#include <outlay/model.hpp>
#include <outlay/value.hpp>
#include <string_view>
#include <tuple>

namespace validate_static {

using namespace outlay::literals;
using outlay::context;
using outlay::decimal;
using outlay::valid;

struct window {
    date::year_month_day first{};
    std::optional<date::year_month_day> last;
};
BOOST_DESCRIBE_STRUCT(window, (), (first, last))

struct budget {
    std::optional<decimal> amount;
    std::string_view name;
    std::optional<validate_static::window> window;
};
BOOST_DESCRIBE_STRUCT(budget, (), (amount, name, window))

struct undemanding {
    int anything;
};
BOOST_DESCRIBE_STRUCT(undemanding, (), (anything))

} // namespace validate_static

template<>
struct outlay::model<validate_static::window> {
    using window = validate_static::window;
    static constexpr auto members = std::tuple{
        invariant(
            "reversed", &window::last, [](window const& w) { return !w.last || w.first <= *w.last; },
            "the last day is before the first"),
        invariant(
            "in_the_past", &window::first,
            [](window const& w, context const& given) { return !given.today || w.first >= *given.today; },
            "the first day is in the past"),
    };
};

template<>
struct outlay::model<validate_static::budget> {
    using budget = validate_static::budget;
    static constexpr auto members = std::tuple{
        member<&budget::amount>(more_than(0), at_most(100)),
        member<&budget::name>(titled("Name"), length(1, 3)),
        quirk<budget>(
            "no_amount", [](budget const& b) { return b.amount.has_value(); }, "a budget without an amount"),
    };
};

namespace validate_static {

static_assert(valid(budget{.amount = 0.01_dec, .name = "abc", .window = {}}));
static_assert(valid(undemanding{-1}));

static_assert(!valid(budget{.amount = 0, .name = "abc", .window = {}}));
static_assert(!valid(budget{.amount = 100.01_dec, .name = "abc", .window = {}}));
static_assert(!valid(budget{.amount = 1, .name = "", .window = {}}));

// An absent member breaks no rule about its value; a notice is no violation.
static_assert(valid(budget{.amount = {}, .name = "abc", .window = {}}));

// Parts are checked by their own rules; rules about the context apply only if the context has the value.
constexpr window june{2024_y / 6 / 1, 2024_y / 6 / 30};
constexpr window reversed{2024_y / 6 / 30, 2024_y / 6 / 1};
static_assert(valid(budget{.amount = 1, .name = "abc", .window = june}));
static_assert(!valid(budget{.amount = 1, .name = "abc", .window = reversed}));
static_assert(valid(june, context{.today = 2024_y / 6 / 1}) && !valid(june, context{.today = 2024_y / 6 / 2}));
static_assert(!valid(budget{.amount = 1, .name = "abc", .window = june}, context{.today = 2024_y / 6 / 2}));

} // namespace validate_static
