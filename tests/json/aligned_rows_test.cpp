#include "sample.hpp"
#include <algorithm>
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <boost/json.hpp>
#include <cstddef>
#include <cstdint>
#include <date/date.h>
#include <gtest/gtest.h>
#include <optional>
#include <ostream>
#include <outlay/datadog/api_errors.hpp>
#include <outlay/datadog/budget.hpp>
#include <outlay/json.hpp>
#include <outlay/model.hpp>
#include <outlay/value.hpp>
#include <random>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

// inspect() keeps the items of a list in their places: item n of the value is what inspect() makes of item n of the
// text alone, and so are the findings about it. Calls that keep the good rows of a list rely on it.

namespace aligned_rows_test {

BOOST_DEFINE_ENUM_CLASS(state, on, off)
using row_id = outlay::identifier<struct row_tag>;

struct row {
    row_id id{};
    std::optional<outlay::decimal> amount{};
    std::vector<std::int8_t> parts{};
    std::optional<state> is{};
    outlay::extras rest{};

    friend bool operator==(row const&, row const&) = default;
};
BOOST_DESCRIBE_STRUCT(row, (), (id, amount, parts, is, rest))

template<class Item>
struct page {
    std::string before{};
    std::vector<Item> rows{};
    int after{};

    BOOST_DESCRIBE_CLASS(page, (), (before, rows, after), (), ())

    friend bool operator==(page const&, page const&) = default;
};

} // namespace aligned_rows_test

template<>
struct outlay::model<aligned_rows_test::row> {
    using row = aligned_rows_test::row;
    static constexpr auto members = std::tuple{
        member<&row::id>(length(0, 5)),
        member<&row::amount>(at_least(0)),
        member<&row::parts>(unique_items(), items(0, 3), each(at_most(9))),
        alias<&row::is>("was"),
        invariant(
            "no_parts", &row::parts, [](row const& r) { return !r.amount || !r.parts.empty(); },
            "an amount without parts"),
    };
};

namespace aligned_rows_test {

/// Good rows, rows with each kind of mistake, and values that are no rows.
constexpr std::string_view items[] = {
    R"({"id":"a","amount":1.5,"parts":[1,2],"is":"ON"})",
    R"({"id":"b","parts":[]})",
    R"({"id":7,"parts":[3],"new":{"deep":[1,{"x":null}]}})",
    R"({"id":null,"parts":null})",
    R"({"id":"b","parts":[1,"2",{},[],null,1000,3.5,4],"is":"NEITHER"})",
    R"({"id":"b","parts":[1,1]})",
    R"({"id":"c","id":"d","parts":[1],"parts":[2]})",
    R"({"was":"ON","is":"OFF","id":"e","parts":{}})",
    R"({"id":"much too long","amount":-1,"parts":[10,11,12,13]})",
    R"({"id":"f","amount":1,"parts":[]})",
    R"({"amount":{"id":"g"}})",
    R"({"type":"budget","attributes":{"entries":[null,{"month":true}]}})",
    R"({"type":"later","id":3,"attributes":[]})",
    R"({"title":"t","status":400})",
    "{}",
    "[]",
    "[[]]",
    "[null]",
    R"(["a",7,null,{},["b"],"a"])",
    R"([[1,"x"],null,[],7,[300]])",
    R"([{"id":"a","parts":[]},null,3,{"id":[]},[{"id":"b","parts":[]}]])",
    "null",
    "true",
    "0",
    "-1",
    "300",
    "1.5",
    "1e400",
    "12345678901234567890123456789",
    R"("")",
    R"("ON")",
    R"("a")",
    R"("2025-01-31")",
    R"("USD")",
};

struct finding {
    std::string pointer;
    std::string code;
    std::string message;
    bool is_notice;

    friend bool operator==(finding const&, finding const&) = default;
    friend auto operator<=>(finding const&, finding const&) = default;
    friend std::ostream& operator<<(std::ostream& to, finding const& f)
    {
        return to << f.pointer << ' ' << f.code << ' ' << f.message;
    }
};

void add_findings(std::vector<finding>& to, outlay::report const& report, std::string const& place)
{
    for (auto const& v : report)
        to.push_back({.pointer = place + v.pointer, .code = v.code, .message = v.message, .is_notice = false});
    for (auto const& v : report.notices())
        to.push_back({.pointer = place + v.pointer, .code = v.code, .message = v.message, .is_notice = true});
}

std::vector<finding> findings(outlay::report const& report)
{
    std::vector<finding> all;
    add_findings(all, report, "");
    std::ranges::sort(all);
    return all;
}

template<class Item>
class checker {
public:
    explicit checker(outlay::direction way) : options_{.context = {.direction = way}} {}

    /// Reads a list of these items in all ways.
    void check(std::vector<std::string_view> const& texts)
    {
        std::vector<Item> values;
        std::vector<finding> found;
        for (std::string_view const text : texts) {
            auto alone = outlay::inspect<Item>(text, options_);
            add_findings(found, alone.report, "/" + std::to_string(values.size()));
            values.push_back(std::move(alone.value));
        }
        std::ranges::sort(found);

        std::string const list = in_list(texts);
        auto const seen = outlay::inspect<std::vector<Item>>(list, options_);
        ASSERT_TRUE(seen.value == values) << list;
        ASSERT_EQ(findings(seen.report), found) << list;
        for (std::size_t const size : {1u, 2u, 3u, 7u, 20u}) {
            auto const pieces = sample::inspect_pieces<std::vector<Item>>(list, size, options_);
            ASSERT_TRUE(pieces.value == values) << list << "\n in pieces of " << size;
            ASSERT_EQ(pieces.report, seen.report) << list << "\n in pieces of " << size;
        }
        for (auto& f : found) f.pointer.insert(0, "/rows");
        found.push_back(
            {.pointer = "/before", .code = "type", .message = "expected a string, found 1", .is_notice = false});
        found.push_back(
            {.pointer = "/after", .code = "missing", .message = "required, but missing", .is_notice = false});
        std::ranges::sort(found);
        std::string const text = R"({"before":1,"rows":)" + list + R"(})";
        auto const in_page = outlay::inspect<page<Item>>(text, options_);
        ASSERT_TRUE(in_page.value.rows == values) << text;
        ASSERT_EQ(findings(in_page.report), found) << text;
    }

    /// From a boost::json::value, where names are unique and numbers are doubles.
    void check_values(std::vector<std::string_view> const& texts)
    {
        std::vector<Item> values;
        for (std::string_view const text : texts)
            values.push_back(outlay::inspect<Item>(boost::json::parse(text), options_).value);
        auto const seen = outlay::inspect<std::vector<Item>>(boost::json::parse(in_list(texts)), options_);
        ASSERT_TRUE(seen.value == values) << in_list(texts);
    }

private:
    static std::string in_list(std::vector<std::string_view> const& texts)
    {
        std::string list = "[";
        for (char const* separator = ""; std::string_view const text : texts) {
            list.append(separator).append(text);
            separator = ", ";
        }
        return list += "]";
    }

    outlay::decode_options options_;
};

template<class Item>
class aligned_rows : public testing::Test {};

using item_types =
    testing::Types<row, std::optional<row>, outlay::nullable<row>, row_id, std::optional<row_id>, std::string,
                   std::optional<std::string>, int, std::uint8_t, double, outlay::decimal,
                   std::optional<outlay::decimal>, state, outlay::open_enum<state>, outlay::currency,
                   date::year_month_day, std::vector<int>, std::vector<row>, std::vector<row_id>,
                   std::vector<std::vector<std::int16_t>>, std::optional<std::vector<std::optional<int>>>,
                   std::vector<std::optional<row>>, outlay::datadog::budget, outlay::datadog::api_error, page<row>>;
TYPED_TEST_SUITE(aligned_rows, item_types);

TYPED_TEST(aligned_rows, are_what_each_is_alone)
{
    std::mt19937 random(20261126);
    for (auto const way : {outlay::direction::request, outlay::direction::reply}) {
        checker<TypeParam> rows(way);
        rows.check({});
        rows.check({std::begin(items), std::end(items)});
        rows.check_values({std::begin(items), std::end(items)});
        for (int round = 0; round < 60; ++round) {
            std::vector<std::string_view> texts(random() % 12);
            for (auto& text : texts) text = items[random() % std::size(items)];
            rows.check(texts);
            if (this->HasFatalFailure()) return;
        }
    }
}

TEST(aligned_rows, are_kept_when_there_are_more_findings_than_reported)
{
    std::string text = "[";
    for (int n = 0; n < 500; ++n) text += n % 3 == 0 ? "null,0,\"x\",[]," : R"({"id":"a","parts":[]},)";
    text += R"({"id":"z","parts":[1]}])";
    auto const seen = outlay::inspect<std::vector<row>>(text, {.max_violations = 3});
    EXPECT_EQ(seen.report.size(), 3u);
    ASSERT_EQ(seen.value.size(), 167u * 4 + 333 + 1);
    EXPECT_EQ(seen.value.back(), (row{.id = row_id("z"), .parts = {1}}));
    EXPECT_EQ(seen.value[4].id, row_id("a"));
    EXPECT_EQ(seen.value[3], row{});
}

} // namespace aligned_rows_test
