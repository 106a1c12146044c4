#include "sample.hpp"
#include <algorithm>
#include <array>
#include <boost/describe/class.hpp>
#include <boost/json.hpp>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <optional>
#include <outlay/amazon/portfolios.hpp>
#include <outlay/datadog/budget.hpp>
#include <outlay/hubspot/budget_totals.hpp>
#include <outlay/json.hpp>
#include <outlay/model.hpp>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

// null in place of a list: an empty list with a notice in a reply, a violation in a request.

namespace null_list_test {

using testing::IsEmpty;
using testing::UnorderedElementsAre;

struct basket {
    std::vector<int> fruits{};
    std::vector<std::string> defaults{"pear"};
    std::vector<int> left_out{1};
    std::vector<std::vector<int>> rows{};
    std::optional<std::vector<int>> maybe{};
    outlay::nullable<std::vector<int>> cleared{};
    std::vector<std::optional<int>> holes{};

    friend bool operator==(basket const&, basket const&) = default;
};
BOOST_DESCRIBE_STRUCT(basket, (), (fruits, defaults, left_out, rows, maybe, cleared, holes))

struct delivery {
    std::vector<basket> baskets{};
    std::optional<basket> last{};
    std::vector<int> counted{};

    friend bool operator==(delivery const&, delivery const&) = default;
};
BOOST_DESCRIBE_STRUCT(delivery, (), (baskets, last, counted))

struct segment {
    std::array<int, 2> ends{3, 4};

    friend bool operator==(segment const&, segment const&) = default;
};
BOOST_DESCRIBE_STRUCT(segment, (), (ends))

} // namespace null_list_test

template<>
struct outlay::model<null_list_test::basket> {
    using type = null_list_test::basket;
    static constexpr auto members = std::tuple{
        member<&type::fruits>(in_requests(items(1, 9))),
        member<&type::defaults>(presence::required),
        member<&type::left_out>(presence::optional, items(1, 9)),
    };
};

template<>
struct outlay::model<null_list_test::delivery> {
    using type = null_list_test::delivery;
    static constexpr auto direction = outlay::direction::reply;
    static constexpr auto members = std::tuple{member<&type::counted>(presence::optional)};
};

namespace null_list_test {

constexpr std::string_view nulls =
    R"({"fruits":null,"defaults":null,"leftOut":null,"rows":[[1],null,[]],"maybe":null,"cleared":null,"holes":[null]})";

basket emptied()
{
    return {.fruits = {},
            .defaults = {},
            .left_out = {},
            .rows = {{1}, {}, {}},
            .maybe = std::nullopt,
            .cleared = outlay::null,
            .holes = {std::nullopt}};
}

std::vector<std::string> lines(outlay::report const& report)
{
    std::vector<std::string> lines;
    for (outlay::violation const& v : report) lines.push_back(v.pointer + " " + v.code);
    for (outlay::violation const& v : report.notices()) lines.push_back(v.pointer + " " + v.code + "?");
    std::ranges::sort(lines); // a boost::json::value has no lines to sort by
    return lines;
}

/// The report, which must be the same for all readers.
template<class T>
outlay::inspection<T> inspected(std::string_view text, outlay::decode_options const& options = {})
{
    auto seen = outlay::inspect<T>(text, options);
    for (std::size_t size = 1; size < text.size(); ++size) {
        auto const pieces = sample::inspect_pieces<T>(text, size, options);
        EXPECT_EQ(pieces.report, seen.report) << size;
        EXPECT_EQ(pieces.value, seen.value) << size;
    }
    auto const from_value = outlay::inspect<T>(boost::json::parse(text), options);
    EXPECT_EQ(lines(from_value.report), lines(seen.report));
    EXPECT_EQ(from_value.value, seen.value);
    return seen;
}

TEST(null_list, is_empty_in_a_reply_with_a_notice)
{
    auto const seen = inspected<delivery>(R"({"baskets":null})");
    EXPECT_TRUE(seen.ok());
    ASSERT_EQ(seen.report.notices().size(), 1u);
    auto const& notice = seen.report.notices()[0];
    EXPECT_EQ(notice.pointer, "/baskets");
    EXPECT_EQ(notice.code, "null_list");
    EXPECT_EQ(notice.message, "null instead of a list: read as an empty list");
    EXPECT_EQ(notice.line, 1u);
    EXPECT_EQ(notice.column, 12u);
    EXPECT_FALSE(seen.found_nothing);
}

TEST(null_list, of_a_fixed_size_stays_as_it_was)
{
    auto const seen = inspected<segment>(R"({"ends":null})", {.context = {.direction = outlay::direction::reply}});
    EXPECT_TRUE(seen.ok());
    EXPECT_EQ(seen.value, segment());
    ASSERT_EQ(seen.report.notices().size(), 1u);
    EXPECT_EQ(seen.report.notices()[0].message, "null instead of a list: its items stay as they were");
}

TEST(null_list, is_empty_in_all_that_is_in_a_reply)
{
    std::string text(R"({"baskets":[)");
    text.append(nulls).append(R"(],"counted":null,"last":)").append(nulls).append("}");
    auto const seen = inspected<delivery>(text);
    EXPECT_THAT(lines(seen.report),
                UnorderedElementsAre("/baskets/0/fruits null_list?", "/baskets/0/defaults null_list?",
                                     "/baskets/0/leftOut null_list?", "/baskets/0/rows/1 null_list?",
                                     "/counted null_list?", "/last/fruits null_list?", "/last/defaults null_list?",
                                     "/last/leftOut null_list?", "/last/rows/1 null_list?"));
    EXPECT_EQ(seen.value, (delivery{{emptied()}, emptied(), {}}));
    EXPECT_TRUE(outlay::conforms<delivery>(text));
}

TEST(null_list, is_empty_where_the_context_is_a_reply)
{
    auto const seen = inspected<basket>(nulls, {.context = {.direction = outlay::direction::reply}});
    EXPECT_THAT(lines(seen.report), UnorderedElementsAre("/fruits null_list?", "/defaults null_list?",
                                                         "/leftOut null_list?", "/rows/1 null_list?"));
    EXPECT_EQ(seen.value, emptied());
    EXPECT_TRUE(outlay::conforms_as_reply<basket>(nulls));
    EXPECT_TRUE(outlay::conforms_as_reply<std::vector<int>>("null"));
    EXPECT_FALSE(outlay::conforms_as_reply<basket>("null")) << "an object";
}

TEST(null_list, is_a_violation_in_a_request)
{
    for (auto const way : {outlay::direction::request, outlay::direction::update}) {
        auto const seen = inspected<basket>(nulls, {.context = {.direction = way}});
        EXPECT_THAT(lines(seen.report), UnorderedElementsAre("/fruits type", "/defaults type", "/rows/1 type"));
        EXPECT_EQ(seen.value.defaults, basket{}.defaults) << "what could not be read keeps its default";
        EXPECT_EQ(seen.value.left_out, basket{}.left_out) << "null is read as absent";
    }
    EXPECT_EQ(outlay::inspect<std::vector<int>>("null").report[0].message, "expected an array, found null");
    EXPECT_FALSE(outlay::conforms_as_request<basket>(nulls));
}

TEST(null_list, is_held_to_the_rules_for_lists)
{
    auto const ways = outlay::decode_options{.context = {.direction = outlay::direction::reply}};
    auto const seen = inspected<outlay::amazon::portfolio_id_filter>(R"({"include":null})", ways);
    EXPECT_THAT(lines(seen.report), UnorderedElementsAre("/include items", "/include null_list?"));
}

TEST(null_list, is_no_other_wrong_type)
{
    for (std::string_view const text : {R"({"baskets":{}})", R"({"baskets":""})", R"({"baskets":0})",
                                        R"({"baskets":false})", R"({"baskets":[null]})", "null"})
        EXPECT_EQ(inspected<delivery>(text).report.size(), 1u) << text;
}

TEST(null_list, is_one_of_several_findings)
{
    EXPECT_THAT(lines(inspected<delivery>(R"({"baskets":null,"counted":["x",1],"last":0})").report),
                UnorderedElementsAre("/baskets null_list?", "/counted/0 type", "/last type"));
    EXPECT_THAT(lines(outlay::inspect<delivery>(R"({"baskets":null,"baskets":[]})").report),
                UnorderedElementsAre("/baskets duplicate", "/baskets null_list?"));
}

TEST(null_list, is_empty_for_every_vendor)
{
    auto const notices = []<class T>(outlay::inspection<T> const& seen) {
        EXPECT_TRUE(seen.ok()) << seen.report;
        std::vector<std::string> found;
        for (auto const& notice : seen.report.notices())
            if (notice.code == "null_list") found.push_back(notice.pointer);
        return found;
    };
    namespace ads = outlay::amazon;
    EXPECT_THAT(notices(inspected<ads::portfolio_list_reply>(R"({"portfolios":null,"totalResults":0})")),
                UnorderedElementsAre("/portfolios"));
    EXPECT_THAT(notices(inspected<ads::portfolio_write_reply>(R"({"portfolios":{"success":null,"error":null}})")),
                UnorderedElementsAre("/portfolios/success", "/portfolios/error"));
    EXPECT_THAT(notices(inspected<ads::portfolio_write_reply>(
                    R"({"portfolios":{"success":[],"error":[{"index":0,"errors":null}]}})")),
                UnorderedElementsAre("/portfolios/error/0/errors"));
    EXPECT_THAT(notices(inspected<outlay::datadog::budget_list_document>(R"({"data":null})")),
                UnorderedElementsAre("/data"));
    EXPECT_THAT(notices(inspected<outlay::datadog::budget_document>(
                    R"({"data":{"type":"budget","attributes":{"entries":[{"amount":1,"tag_filters":null}]}}})")),
                UnorderedElementsAre("/data/attributes/entries/0/tag_filters"));
    EXPECT_THAT(notices(inspected<outlay::hubspot::budget_totals>(
                    R"({"budgetItems":null,"currencyCode":"USD","spendItems":null})")),
                UnorderedElementsAre("/budgetItems", "/spendItems"));
}

TEST(null_list, is_in_the_schema_of_replies_only)
{
    auto const list_type = [](boost::json::object const& schema, char const* name) {
        return schema.at("properties").at(name).at("type");
    };
    boost::json::array const or_null{"array", "null"};
    auto const reply = outlay::json_schema<delivery>();
    EXPECT_EQ(list_type(reply, "baskets"), or_null);
    auto const& nested = reply.at("$defs").as_object().begin()->value().as_object();
    EXPECT_EQ(list_type(nested, "fruits"), or_null);
    EXPECT_EQ(nested.at("properties").at("rows").at("items").at("type"), or_null);
    EXPECT_EQ(list_type(nested, "maybe"), or_null) << "null once";
    auto const request = outlay::json_schema<basket>();
    EXPECT_EQ(list_type(request, "fruits"), "array");
    EXPECT_EQ(request.at("properties").at("rows").at("items").at("type"), "array");
    EXPECT_EQ(list_type(request, "leftOut"), or_null);
}

TEST(null_list, is_read_by_boost_json_as_well)
{
    auto const page =
        boost::json::value_to<outlay::datadog::budget_list_document>(boost::json::parse(R"({"data":null})"));
    EXPECT_THAT(page.data, IsEmpty());
}

} // namespace null_list_test
