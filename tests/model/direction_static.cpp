#include <boost/describe/class.hpp>
#include <optional>
#include <outlay/model.hpp>
#include <outlay/value.hpp>
#include <string_view>
#include <tuple>

namespace direction_static {

using namespace outlay::literals;
using outlay::context;
using outlay::valid;

struct budget {
    int amount = 1;
    std::optional<int> floor{};
};
BOOST_DESCRIBE_STRUCT(budget, (), (amount, floor))

struct sent {
    direction_static::budget budget{};
};
BOOST_DESCRIBE_STRUCT(sent, (), (budget))

struct received {
    direction_static::budget budget{};
    std::optional<sent> echo{};
};
BOOST_DESCRIBE_STRUCT(received, (), (budget, echo))

} // namespace direction_static

template<>
struct outlay::model<direction_static::budget> {
    using budget = direction_static::budget;
    static constexpr auto members = std::tuple{
        member<&budget::amount>(in_requests(more_than(0)), at_most(100)),
        in_requests(invariant(
            "floor_over_amount", &budget::floor, [](budget const& b) { return !b.floor || *b.floor <= b.amount; },
            "the floor is over the amount")),
    };
};

template<>
struct outlay::model<direction_static::sent> {
    static constexpr auto direction = outlay::direction::request;
};

template<>
struct outlay::model<direction_static::received> {
    static constexpr auto direction = outlay::direction::reply;
};

namespace direction_static {

constexpr context of_reply{.direction = outlay::direction::reply};
constexpr context of_request{.direction = outlay::direction::request};

// A value is checked as one to be sent, unless the context has another direction.
static_assert(!valid(budget{.amount = 0}) && !valid(budget{.amount = 0}, of_request));
static_assert(valid(budget{.amount = 0}, of_reply));
static_assert(!valid(budget{.amount = 1, .floor = 2}) && valid(budget{.amount = 1, .floor = 2}, of_reply));

// All other rules bind both.
static_assert(!valid(budget{.amount = 101}) && !valid(budget{.amount = 101}, of_reply));

// Within a reply no rule for requests applies, whatever the context or a part of it says.
static_assert(valid(received{.budget = {0}}) && valid(received{.budget = {0}}, of_request));
static_assert(valid(received{.echo = sent{{0}}}, of_request) && !valid(received{.echo = sent{{101}}}));

// A type for requests does not turn a reply into a request.
static_assert(!valid(sent{{0}}) && valid(sent{{0}}, of_reply));

// --- coded has its own code, and the rule of another

constexpr outlay::coded positive("budget_amount_invalid", outlay::more_than(0));
static_assert(positive.code == std::string_view("budget_amount_invalid"));
static_assert(positive.holds(1) && !positive.holds(0) && positive.holds(0.01_dec));
static_assert(outlay::more_than::code == std::string_view("more_than"));

} // namespace direction_static
