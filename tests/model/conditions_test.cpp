#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <optional>
#include <outlay/json/decode.hpp>
#include <outlay/model.hpp>
#include <outlay/value.hpp>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace conditions_test {

using namespace outlay::literals;

BOOST_DEFINE_ENUM_CLASS(kind, fixed, open, gone)

struct plan {
    std::optional<conditions_test::kind> kind;
    outlay::nullable<int> first;
    std::optional<int> last;
    std::optional<outlay::decimal> amount;
    std::optional<outlay::currency> currency;
};
BOOST_DESCRIBE_STRUCT(plan, (), (kind, first, last, amount, currency))

struct price {
    outlay::decimal amount;
    outlay::currency currency;
};
BOOST_DESCRIBE_STRUCT(price, (), (amount, currency))

struct fee {
    outlay::decimal amount;
    outlay::nullable<outlay::currency> currency;
};
BOOST_DESCRIBE_STRUCT(fee, (), (amount, currency))

/// A guest has nothing else.
struct login {
    bool is_guest = false;
    std::optional<outlay::secret> password{};
    std::optional<std::vector<std::string>> hosts{};
    std::optional<std::map<std::string, int>> ports{};
    std::optional<price> cost{};
    std::optional<std::pair<int, int>> window{};
    std::optional<std::vector<outlay::secret>> codes{};
};
BOOST_DESCRIBE_STRUCT(login, (), (is_guest, password, hosts, ports, cost, window, codes))

struct numbered {
    int number = 0;
};
BOOST_DESCRIBE_STRUCT(numbered, (), (number))

struct numbered_plan : numbered, plan {};
BOOST_DESCRIBE_STRUCT(numbered_plan, (numbered, plan), ())

} // namespace conditions_test

template<>
struct outlay::model<conditions_test::login> {
    using login = conditions_test::login;
    static constexpr auto members =
        std::tuple{when(is_any_of<&login::is_guest>(true), refuses<&login::password>("secret", "has none"),
                        refuses<&login::hosts>("hosts", "has none"), refuses<&login::ports>("ports", "has none"),
                        refuses<&login::cost>("cost", "has none"), refuses<&login::window>("window", "has none"),
                        refuses<&login::codes>("codes", "has none"))};
};

template<>
struct outlay::model<conditions_test::plan> {
    using plan = conditions_test::plan;
    using kind = conditions_test::kind;
    static constexpr auto members = std::tuple{
        rename<&plan::last>("end"),
        when(is_any_of<&plan::kind>(kind::fixed, kind::open), needs<&plan::first>("no_first", "needs a first")),
        when(is_any_of<&plan::kind>(kind::fixed), needs<&plan::last>("no_last", "needs a last")),
        when(is_any_of<&plan::kind>(kind::gone), refuses<&plan::first>("first", "has none"),
             refuses<&plan::last>("last", "has none")),
        in_requests(when(has_any<&plan::first, &plan::last>(), needs<&plan::kind>("no_kind", "needs a kind"))),
        in_minor_units<&plan::amount, &plan::currency>("too_fine", "finer than a cent"),
    };
};

template<>
struct outlay::model<conditions_test::price> {
    using price = conditions_test::price;
    static constexpr auto members =
        std::tuple{in_minor_units<&price::amount, &price::currency>("too_fine", "finer than a cent")};
};
template<>
struct outlay::model<conditions_test::fee> {
    using fee = conditions_test::fee;
    static constexpr auto members =
        std::tuple{in_minor_units<&fee::amount, &fee::currency>("too_fine", "finer than a cent")};
};

namespace conditions_test {

using outlay::direction;
using testing::ElementsAre, testing::IsEmpty;

std::vector<std::string> broken(plan const& p, direction as = direction::request)
{
    std::vector<std::string> lines;
    for (outlay::violation const& v : outlay::validate(p, {.direction = as})) lines.push_back(v.code + ' ' + v.pointer);
    return lines;
}

static_assert(outlay::valid(plan{}));
static_assert(!outlay::valid(plan{.kind = kind::fixed}));
static_assert(outlay::valid(plan{.kind = kind::fixed, .first = 1, .last = 2}));

TEST(conditions, report_what_members_require_of_each_other)
{
    EXPECT_THAT(broken({}), IsEmpty());
    EXPECT_THAT(broken({.kind = kind::fixed}), ElementsAre("no_first /first", "no_last /end"));
    EXPECT_THAT(broken({.kind = kind::open}), ElementsAre("no_first /first"));
    EXPECT_THAT(broken({.kind = kind::open, .first = outlay::null}), ElementsAre("no_first /first"));
    EXPECT_THAT(broken({.kind = kind::open, .first = 1}), IsEmpty());
    EXPECT_THAT(broken({.kind = kind::gone, .first = 1, .last = 2}), ElementsAre("first /first", "last /end"));
    EXPECT_THAT(broken({.kind = kind::gone, .first = outlay::null}), IsEmpty());
    EXPECT_THAT(broken({.last = 2}), ElementsAre("no_kind /kind"));
    EXPECT_THAT(broken({.first = outlay::null}), IsEmpty());
}

TEST(conditions, let_an_update_leave_out_required_members)
{
    EXPECT_THAT(broken({.kind = kind::fixed}, direction::update), IsEmpty());
    EXPECT_THAT(broken({.kind = kind::fixed, .first = outlay::null}, direction::update),
                ElementsAre("no_first /first"));
    EXPECT_THAT(broken({.kind = kind::gone, .last = 2}, direction::update), ElementsAre("last /end"));
}

TEST(conditions, bind_in_the_directions_that_they_are_for)
{
    EXPECT_THAT(broken({.last = 2}, direction::reply), IsEmpty());
    EXPECT_THAT(broken({.kind = kind::fixed}, direction::reply), ElementsAre("no_first /first", "no_last /end"));
}

TEST(conditions, know_the_minor_units_of_currencies)
{
    auto const amount = [](outlay::decimal of, outlay::currency in) { return broken({.amount = of, .currency = in}); };
    EXPECT_THAT(amount(12.34_dec, "USD"), IsEmpty());
    EXPECT_THAT(amount(12.340_dec, "USD"), IsEmpty());
    EXPECT_THAT(amount(12.345_dec, "USD"), ElementsAre("too_fine /amount"));
    EXPECT_THAT(amount(12.345_dec, "KWD"), IsEmpty());
    EXPECT_THAT(amount(12.5_dec, "JPY"), ElementsAre("too_fine /amount"));
    EXPECT_THAT(amount(12.345_dec, "XAU"), IsEmpty()); // has none
    EXPECT_THAT(broken({.amount = 12.345_dec}), IsEmpty());
    EXPECT_THAT(broken({.currency = outlay::currency{"USD"}}), IsEmpty());
}

TEST(conditions, know_the_minor_units_of_members_that_are_always_there)
{
    static_assert(outlay::valid(price{.amount = 12.340_dec, .currency = outlay::currency{"USD"}}));
    static_assert(!outlay::valid(price{.amount = 12.345_dec, .currency = outlay::currency{"USD"}}));
    EXPECT_EQ(outlay::decode<price>(R"({"amount": 12.345, "currency": "USD"})").error().message(),
              "1:12 /amount: finer than a cent: found 12.345 USD, where USD has 2 decimal places");
    EXPECT_TRUE(outlay::decode<price>(R"({"amount": 12.345, "currency": "KWD"})"));
    EXPECT_TRUE(outlay::validate(price{}).empty());

    EXPECT_TRUE(outlay::validate(fee{.amount = 12.345_dec}).empty());
    fee const cents{.amount = 12.345_dec, .currency = outlay::currency{"EUR"}};
    EXPECT_EQ(outlay::validate(cents).to_string(),
              "/amount: finer than a cent: found 12.345 EUR, where EUR has 2 decimal places");
}

TEST(conditions, are_reported_at_the_member)
{
    auto const read = outlay::decode<plan>(R"({"first": null, "kind": "OPEN", "amount": 1.001, "currency": "EUR"})");
    EXPECT_EQ(
        read.error().message(),
        "1:11 /first: needs a first\n1:43 /amount: finer than a cent: found 1.001 EUR, where EUR has 2 decimal places");
}

TEST(conditions, of_a_base_apply_to_its_members)
{
    numbered_plan fixed;
    fixed.number = 1;
    fixed.kind = kind::fixed;
    EXPECT_EQ(outlay::validate(fixed).to_string(), "/first: needs a first\n/end: needs a last");
    fixed.kind = kind::open;
    fixed.first = 1;
    EXPECT_TRUE(outlay::validate(fixed).empty());
}

TEST(conditions, show_what_should_be_absent_in_short)
{
    login const guest{.is_guest = true,
                      .password = outlay::secret("hunter2"),
                      .hosts = std::vector<std::string>{"a", "b"},
                      .ports = std::map<std::string, int>{{"a", 1}},
                      .cost = price{},
                      .window = std::pair(1, 2),
                      .codes = std::vector{outlay::secret("hunter2")}};
    EXPECT_EQ(outlay::validate(guest).to_string(), "/password: has none, found ***\n"
                                                   "/hosts: has none, found 2 items\n"
                                                   "/ports: has none, found 1 item\n"
                                                   "/cost: has none, found an object\n"
                                                   "/window: has none, found a value\n"
                                                   "/codes: has none, found something else");
}

TEST(conditions, report_members_that_should_be_absent)
{
    plan const gone{.kind = kind::gone, .first = 1, .last = 2};
    EXPECT_EQ(outlay::validate(gone).to_string(), "/first: has none, found 1\n/end: has none, found 2");
    plan fine;
    fine.amount = 12.5_dec;
    fine.currency = outlay::currency{"JPY"};
    EXPECT_EQ(outlay::validate(fine).to_string(),
              "/amount: finer than a cent: found 12.5 JPY, where JPY has 0 decimal places");
}

} // namespace conditions_test
