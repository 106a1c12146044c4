// A type of your own works exactly like outlay's: describe it once, and outlay reads, checks and writes it. This one is
// the cloud budget of a team for a month, as a FinOps service might send it.

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <cstdlib>
#include <iostream>
#include <optional>
#include <outlay/json.hpp>
#include <outlay/value.hpp>
#include <string>
#include <tuple>
#include <vector>

namespace finops {

// Plain structs of plain members. The type of a member decides on its JSON form, and whether it may be absent.
// Boost.Describe has the names.

enum class charge { on_demand, commitment, tax };
BOOST_DESCRIBE_ENUM(charge, on_demand, commitment, tax)

struct cost_line {
    charge category = charge::on_demand;
    outlay::decimal amount; // exact: 0.1 is 0.1
};
BOOST_DESCRIBE_STRUCT(cost_line, (), (category, amount))

struct budget_plan {
    outlay::identifier<struct team_tag> team; // a string that no other kind of id can be assigned to
    outlay::month month;                      // 202601
    outlay::decimal amount;
    outlay::currency currency;
    std::vector<cost_line> lines;
    std::optional<std::string> cost_center;     // absent, or a value
    outlay::nullable<outlay::decimal> alert_at; // absent: leave it as it is; null: clear it; or a value

    constexpr outlay::money unplanned() const
    {
        outlay::money rest{amount, currency};
        for (cost_line const& line : lines) rest.amount -= line.amount;
        return rest;
    }
};
BOOST_DESCRIBE_STRUCT(budget_plan, (), (team, month, amount, currency, lines, cost_center, alert_at))

} // namespace finops

// A model adds other names and rules to a description. All parts are optional, and so is the model.

using namespace outlay::literals;

template<>
struct outlay::model<finops::charge> {
    static constexpr auto members = std::tuple{rename<finops::charge::commitment>("COMMITTED_USE")};
};

template<>
struct outlay::model<finops::cost_line> {
    static constexpr auto members = std::tuple{member<&finops::cost_line::amount>(at_least(0_dec))};
};

template<>
struct outlay::model<finops::budget_plan> {
    using plan = finops::budget_plan;
    static constexpr auto naming = wire_case::snake; // cost_center; without this it would be costCenter
    static constexpr auto members = std::tuple{
        rename<&plan::lines>("cost_lines"),     // its name in JSON
        alias<&plan::cost_center>("dept_code"), // another name that is read, too
        member<&plan::team>(length(1, 40)),
        member<&plan::amount>(more_than(0_dec)),
        member<&plan::lines>(items(1, 50)),
        member<&plan::alert_at>(at_least(0_dec)), // if there is a value
        invariant(
            "overplanned", &plan::lines, [](plan const& p) { return p.unplanned().amount >= 0; },
            "the lines add up to more than the amount"),
    };
};

// Rules are checked at compile time, too.
static_assert(outlay::valid(finops::cost_line{finops::charge::tax, 64.90_dec}));
static_assert(!outlay::valid(finops::cost_line{finops::charge::tax, -64.90_dec}));

int main()
{
    auto plan = outlay::decode<finops::budget_plan>(R"({
        "team": "search", "month": 202601, "amount": 1200.00, "currency": "EUR", "dept_code": "R-17", "cost_lines": [
            {"category": "COMMITTED_USE", "amount": 812.35},
            {"category": "ON_DEMAND", "amount": 0.1}
        ]})");
    if (!plan) {
        std::cerr << plan.error() << '\n';
        return EXIT_FAILURE;
    }
    std::cout << plan->team << " has " << plan->unplanned() << " left to plan in " << plan->month << "\n\n";

    // Change it and write it. Absent members are not written; null is, for a nullable.
    plan->lines.push_back({finops::charge::tax, 387.55_dec});
    plan->alert_at = outlay::null;
    std::cout << outlay::encode(*plan) << "\n\n";

    // One cent more breaks a rule.
    plan->lines.back().amount += 0.01_dec;
    auto const broken = outlay::validate(*plan);
    std::cout << broken << "\n\n";

    // Every mistake of a text is reported, with its place.
    auto const wrong = outlay::decode<finops::budget_plan>(R"({
        "team": "", "month": 202613, "amount": 0, "currency": "euro",
        "cost_lines": [{"category": "tax", "amount": "5"}]})");
    std::cout << wrong.error() << '\n';
    return broken.size() == 1 && wrong.error().report().size() == 6 ? EXIT_SUCCESS : EXIT_FAILURE;
}
