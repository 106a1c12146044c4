#include <algorithm>
#include <boost/describe/class.hpp>
#include <cstdint>
#include <date/date.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <optional>
#include <outlay/json/decode.hpp>
#include <outlay/json/encode.hpp>
#include <outlay/model.hpp>
#include <outlay/value.hpp>
#include <string>
#include <tuple>
#include <vector>

// Rules that apply to requests only, and rules under another code; for validate() and decode().

namespace direction_test {

using namespace outlay::literals;
using testing::ElementsAre;
using testing::IsEmpty;

struct item {
    std::int32_t price = 1;

    friend bool operator==(item const&, item const&) = default;
};
BOOST_DESCRIBE_STRUCT(item, (), (price))

struct order {
    std::string name = "n";
    std::optional<std::int32_t> discount{};
    std::vector<std::int32_t> amounts{};
    std::vector<std::vector<std::int32_t>> table{};
    std::vector<item> items{};
    std::optional<item> gift{};
    std::optional<date::year_month_day> due{};

    friend bool operator==(order const&, order const&) = default;
};
BOOST_DESCRIBE_STRUCT(order, (), (name, discount, amounts, table, items, gift, due))

struct echo {
    std::string name = "n"; // with rules for replies
    std::vector<direction_test::order> orders{};
    std::optional<direction_test::order> last{};

    friend bool operator==(echo const&, echo const&) = default;
};
BOOST_DESCRIBE_STRUCT(echo, (), (name, orders, last))

struct call {
    std::optional<echo> before{}; // a reply inside of a request
    direction_test::order order{};
    std::optional<echo> after{};
    std::int32_t number = 1;

    friend bool operator==(call const&, call const&) = default;
};
BOOST_DESCRIBE_STRUCT(call, (), (before, order, after, number))

} // namespace direction_test

template<>
struct outlay::model<direction_test::item> {
    using item = direction_test::item;
    static constexpr auto members = std::tuple{member<&item::price>(in_requests(coded("unpaid", more_than(0))))};
};

template<>
struct outlay::model<direction_test::order> {
    using order = direction_test::order;
    static constexpr auto members = std::tuple{
        member<&order::name>(coded("nameless", length(1, 3)), in_requests(notice(length(2, 3)))),
        member<&order::discount>(in_requests(coded("negative", at_least(0))), at_most(100)),
        member<&order::amounts>(in_requests(items(0, 3)), each(in_requests(at_least(0)), at_most(9))),
        member<&order::table>(each(in_requests(items(1, 9)), each(in_requests(at_least(0))))),
        in_requests(invariant(
            "overdue", &order::due,
            [](order const& o, context const& given) { return !given.today || !o.due || *o.due >= *given.today; },
            "due before today")),
        in_requests(invariant<order>(
            "empty", [](order const& o) { return o.name != "all" || !o.items.empty(); }, "nothing of everything")),
        in_requests(quirk<order>(
            "gift_only", [](order const& o) { return !o.gift || !o.items.empty(); }, "a gift without an order")),
    };
};

template<>
struct outlay::model<direction_test::echo> {
    using echo = direction_test::echo;
    static constexpr auto direction = outlay::direction::reply;
    static constexpr auto members = std::tuple{
        member<&echo::name>(in_requests(length(2, 9)), length(1, 9)),
        in_requests(invariant(
            "empty", &echo::orders, [](echo const& e) { return !e.orders.empty(); }, "no orders")),
    };
};

template<>
struct outlay::model<direction_test::call> {
    using call = direction_test::call;
    static constexpr auto members = std::tuple{
        member<&call::number>(in_requests(more_than(0))),
        in_requests(invariant(
            "seven", &call::number, [](call const& c) { return c.number != 7; }, "not seven")),
    };
};

namespace direction_test {

std::vector<std::string> lines(outlay::report const& report)
{
    std::vector<std::string> lines;
    for (outlay::violation const& v : report) lines.push_back(outlay::detail::joined({v.pointer, " ", v.code}));
    for (outlay::violation const& v : report.notices())
        lines.push_back(outlay::detail::joined({v.pointer, " ", v.code, "?"}));
    std::ranges::sort(lines);
    return lines;
}

constexpr outlay::context of_reply{.direction = outlay::direction::reply};

/// The findings of validate(), which are also those of decode(). valid() agrees.
template<class T>
std::vector<std::string> found(T const& value, outlay::context const& given = {})
{
    auto const seen = outlay::inspect<T>(outlay::encode(value), {.context = given});
    EXPECT_EQ(lines(seen.report), lines(outlay::validate(value, given))) << outlay::encode(value);
    EXPECT_TRUE(seen.value == value);
    EXPECT_EQ(outlay::valid(value, given), outlay::validate(value, given).empty()) << outlay::encode(value);
    return lines(outlay::validate(value, given));
}

order bad_order()
{
    return {.name = "x",
            .discount = -1,
            .amounts = {1, -1, 2, 3},
            .table = {{}, {-1, 0}},
            .items = {{0}, {1}},
            .gift = item{-1}};
}

TEST(direction, of_a_request_applies_all_rules)
{
    EXPECT_THAT(found(bad_order()),
                ElementsAre("/amounts items", "/amounts/1 at_least", "/discount negative", "/gift/price unpaid",
                            "/items/0/price unpaid", "/name length?", "/table/0 items", "/table/1/0 at_least"));
    EXPECT_THAT(found(order{.name = "all", .gift = item{}}), ElementsAre(" empty", " gift_only?"));
}

TEST(direction, of_a_reply_applies_no_rule_for_requests)
{
    EXPECT_THAT(found(bad_order(), of_reply), IsEmpty());
    EXPECT_THAT(found(order{.name = "all", .gift = item{}}, of_reply), IsEmpty());
}

TEST(direction, of_a_reply_applies_the_rules_for_both)
{
    order const bad{.name = "long", .discount = 101, .amounts = {10}};
    EXPECT_THAT(found(bad, of_reply), ElementsAre("/amounts/0 at_most", "/discount at_most", "/name nameless"));
}

TEST(direction, of_a_type_for_replies_holds_for_its_parts)
{
    EXPECT_THAT(found(echo{.orders = {bad_order(), {}}, .last = bad_order()}), IsEmpty());
    EXPECT_THAT(found(echo{.name = "n"}), IsEmpty());
    EXPECT_THAT(found(echo{.name = "", .orders = {{.name = ""}}}),
                ElementsAre("/name length", "/orders/0/name nameless"));
    EXPECT_THAT(found(std::vector<echo>{{.last = bad_order()}, {.last = bad_order()}}), IsEmpty());
}

TEST(direction, of_a_part_ends_with_the_part)
{
    call const bad{.before = echo{.last = bad_order()},
                   .order = {.name = "ok", .items = {{0}}},
                   .after = echo{.orders = {bad_order()}},
                   .number = 0};
    EXPECT_THAT(found(bad), ElementsAre("/number more_than", "/order/items/0/price unpaid"));
    EXPECT_THAT(found(call{.order = {.name = "ok"}, .after = echo{}, .number = 7}), ElementsAre("/number seven"));
    EXPECT_THAT(found(bad, of_reply), IsEmpty());
}

TEST(direction, decides_about_rules_on_the_date_of_today)
{
    order const late{.name = "ok", .due = 2025_y / 1 / 1};
    EXPECT_THAT(found(late), IsEmpty());
    EXPECT_THAT(found(late, {.today = 2025_y / 1 / 2}), ElementsAre("/due overdue"));
    EXPECT_THAT(found(late, {.today = 2025_y / 1 / 2, .direction = outlay::direction::reply}), IsEmpty());
    EXPECT_THAT(found(echo{.last = late}, {.today = 2025_y / 1 / 2}), IsEmpty());
}

TEST(direction, decides_about_absent_members_with_defaults)
{
    EXPECT_THAT(
        lines(
            outlay::inspect<echo>(R"({"name":"n","orders":[{"name":"n","amounts":[],"table":[],"items":[]}]})").report),
        IsEmpty());
    order none;
    none.name = "ok";
    EXPECT_THAT(found(none), IsEmpty());
}

TEST(direction, does_not_change_the_message_of_a_rule)
{
    auto const report = outlay::validate(order{.name = "long", .discount = -1});
    EXPECT_EQ(report.to_string(), "/name: expected 1 to 3 characters, found 4 characters\n"
                                  "/discount: expected 0 or more, found -1");
    EXPECT_EQ(report[0].code, "nameless");
}

// --- notices about each item

struct rated {
    std::vector<std::int32_t> stars{};

    friend bool operator==(rated const&, rated const&) = default;
};
BOOST_DESCRIBE_STRUCT(rated, (), (stars))

} // namespace direction_test

template<>
struct outlay::model<direction_test::rated> {
    using rated = direction_test::rated;
    static constexpr auto members = std::tuple{member<&rated::stars>(each(notice(at_most(5))))};
};

namespace direction_test {

TEST(direction, of_a_notice_about_each_item_is_a_notice)
{
    EXPECT_THAT(found(rated{{1, 6}}), ElementsAre("/stars/1 at_most?"));
}

// --- updates

struct part {
    std::optional<std::int32_t> size{};

    friend bool operator==(part const&, part const&) = default;
};
BOOST_DESCRIBE_STRUCT(part, (), (size))

struct whole {
    direction_test::part part{};

    friend bool operator==(whole const&, whole const&) = default;
};
BOOST_DESCRIBE_STRUCT(whole, (), (part))

struct change {
    direction_test::part part{};

    friend bool operator==(change const&, change const&) = default;
};
BOOST_DESCRIBE_STRUCT(change, (), (part))

struct changed {
    direction_test::change change{};

    friend bool operator==(changed const&, changed const&) = default;
};
BOOST_DESCRIBE_STRUCT(changed, (), (change))

} // namespace direction_test

template<>
struct outlay::model<direction_test::part> {
    using part = direction_test::part;
    static constexpr auto members = std::tuple{
        member<&part::size>(in_creates(at_least(1)), in_requests(at_most(9))),
        in_creates(invariant(
            "sizeless", &part::size, [](part const& p) { return p.size.has_value(); }, "of no size")),
    };
};

template<>
struct outlay::model<direction_test::change> {
    static constexpr auto direction = outlay::direction::update;
};

template<>
struct outlay::model<direction_test::changed> {
    static constexpr auto direction = outlay::direction::reply;
};

namespace direction_test {

TEST(direction, of_an_update_is_between_those_of_a_request_and_a_reply)
{
    EXPECT_THAT(found(whole{}), ElementsAre("/part/size sizeless"));
    EXPECT_THAT(found(change{}), IsEmpty());
    EXPECT_THAT(found(whole{{0}}), ElementsAre("/part/size at_least"));
    EXPECT_THAT(found(change{{0}}), IsEmpty());
    EXPECT_THAT(found(whole{{10}}), ElementsAre("/part/size at_most"));
    EXPECT_THAT(found(change{{10}}), ElementsAre("/part/size at_most"));
    EXPECT_THAT(found(changed{{{10}}}), IsEmpty());
    EXPECT_THAT(found(whole{{10}}, {.direction = outlay::direction::reply}), IsEmpty());
}

} // namespace direction_test
