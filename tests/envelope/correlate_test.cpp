#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <memory>
#include <optional>
#include <outlay/amazon.hpp>
#include <outlay/envelope.hpp>
#include <ranges>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace correlate_test {

namespace ads = outlay::amazon;
using testing::HasSubstr;

auto correlate(std::size_t items, std::string_view reply)
{
    return outlay::correlate(items, outlay::inspect<ads::campaign_usage_reply>(reply));
}

static_assert(std::ranges::random_access_range<ads::campaign_budget_usage::result_type>);

TEST(correlate, gives_each_item_its_row_in_the_order_of_the_request)
{
    auto const all = correlate(3, R"({"success":[{"index":2,"budget":20},{"index":0,"budget":5}],
                                      "error":[{"index":1,"code":"NOT_FOUND"}]})");
    ASSERT_EQ(all.size(), 3u);
    for (std::size_t i = 0; i < all.size(); ++i) EXPECT_EQ(all[i].index, i);
    EXPECT_EQ(all[0].success()->budget, outlay::decimal(5));
    EXPECT_EQ(all[1].refusal()->code, "NOT_FOUND");
    EXPECT_EQ(all[2].success()->budget, outlay::decimal(20));
    EXPECT_EQ(all[1].success(), nullptr);
    EXPECT_EQ(all[1].failure(), nullptr);
    EXPECT_EQ(all[0].refusal(), nullptr);
    EXPECT_FALSE(all.ok());
    EXPECT_EQ(all.count_succeeded(), 2u);
    EXPECT_EQ(all.count_refused(), 1u);
    EXPECT_EQ(all.count_failed(), 0u);
}

TEST(correlate, is_ok_when_all_succeeded)
{
    EXPECT_TRUE(correlate(1, R"({"success":[{"index":0}]})").ok());
    EXPECT_TRUE(correlate(0, "{}").ok());
}

TEST(correlate, fails_an_item_whose_index_is_missing)
{
    auto const all = correlate(3, R"({"success":[{"index":0},{"index":3},{"budget":1}]})");
    EXPECT_NE(all[0].success(), nullptr);
    EXPECT_EQ(all[1].failure()->report()[0].code, "index_missing");
    EXPECT_EQ(all[2].failure()->message(),
              "no row of the reply has index 2, 1 row refers to no item of the request, 1 index is out of range");
}

TEST(correlate, places_no_row_by_its_id_where_items_have_none)
{
    auto const all = correlate(2, R"({"success":[{"campaignId":"11"},{"index":1,"campaignId":"22"}]})");
    EXPECT_EQ(all[0].failure()->message(), "no row of the reply has index 0, 1 row refers to no item of the request");
    EXPECT_NE(all[1].success(), nullptr);
}

TEST(correlate, fails_an_item_whose_index_is_repeated)
{
    auto const all = correlate(
        3, R"({"success":[{"index":1},{"index":0},{"index":1}],"error":[{"index":2,"code":"X"},{"index":0}]})");
    EXPECT_EQ(all[0].failure()->report()[0].code, "index_repeated");
    EXPECT_EQ(all[1].failure()->report()[0].code, "index_repeated");
    EXPECT_EQ(all[2].refusal()->code, "X");
}

TEST(correlate, fails_a_malformed_item_and_keeps_the_others)
{
    auto const all = correlate(
        3, R"({"success":[{"index":0,"budget":"ten"},{"index":1,"budget":10}],"error":[{"index":2,"code":7}]})");
    EXPECT_EQ(all[0].failure()->message(), R"(1:33 /success/0/budget: expected a number, found "ten")");
    EXPECT_EQ(all[1].success()->budget, outlay::decimal(10));
    EXPECT_THAT(all[2].failure()->message(), HasSubstr("/error/0/code: expected a string"));
}

TEST(correlate, names_a_row_with_an_unreadable_index_in_the_failure)
{
    auto const all = correlate(2, R"({"success":[{"index":"0"},{"index":1}]})");
    EXPECT_THAT(all[0].failure()->message(), HasSubstr("/success/0/index: expected"));
    EXPECT_NE(all[1].success(), nullptr);
}

/// Correlates with the requested ids.
auto correlate(std::vector<ads::campaign_id> const& ids, std::string_view reply)
{
    return outlay::correlate<ads::campaign_budget_usage>(ids, outlay::inspect<ads::campaign_usage_reply>(reply));
}

TEST(correlate, gives_no_item_the_row_of_another)
{
    auto const all = correlate({"11", "22", "33"}, R"({"success":[
        {"index":0,"campaignId":"22","budget":5},{"index":1,"campaignId":"11","budget":7},{"index":2,"campaignId":"33"}]})");
    EXPECT_EQ(all[0].failure()->report()[0].code, "id_mismatch");
    EXPECT_EQ(all[0].failure()->message(),
              R"(the row of the reply with index 0 has the id "22", and item 0 of the request "11")");
    EXPECT_EQ(all[1].failure()->report()[0].code, "id_mismatch");
    EXPECT_NE(all[2].success(), nullptr);
}

TEST(correlate, does_not_take_an_index_that_counts_from_1)
{
    auto const all =
        correlate({"11", "22"}, R"({"success":[{"index":1,"campaignId":"11"},{"index":2,"campaignId":"22"}]})");
    EXPECT_EQ(all[0].failure()->report()[0].code, "index_missing");
    EXPECT_EQ(all[1].failure()->report()[0].code, "id_mismatch");
}

TEST(correlate, compares_the_ids_of_refusals)
{
    auto const all = correlate({"11", "22"}, R"({"error":[{"index":0,"campaignId":"22","code":"X"},
                                                          {"index":1,"campaignId":"22","code":"Y"}]})");
    EXPECT_EQ(all[0].failure()->report()[0].code, "id_mismatch");
    EXPECT_EQ(all[1].refusal()->code, "Y");
    auto const missing = correlate({"11", "22"}, R"({"error":[{"index":0,"campaignId":"22","code":"X"}]})");
    EXPECT_EQ(missing[1].failure()->message(), "no row of the reply has index 1") << "the refusal has an item";
}

TEST(correlate, takes_the_id_of_a_row_that_has_no_index)
{
    auto const all = correlate({"11", "22", "33", "33"}, R"({"success":[
        {"campaignId":"22","budget":2},{"campaignId":"11","budget":1},{"campaignId":"33"},{"campaignId":"44"}]})");
    EXPECT_EQ(all[0].success()->budget, outlay::decimal(1));
    EXPECT_EQ(all[1].success()->budget, outlay::decimal(2));
    for (std::size_t const ambiguous : {2u, 3u}) {
        EXPECT_EQ(all[ambiguous].failure()->report()[0].code, "index_missing");
        EXPECT_THAT(all[ambiguous].failure()->message(), HasSubstr("2 rows refer to no item of the request"));
    }
}

TEST(correlate, takes_no_id_without_those_of_the_items)
{
    auto const all = correlate(2, R"({"success":[{"campaignId":"11"},{"index":1,"campaignId":"22"}]})");
    EXPECT_EQ(all[0].failure()->message(), "no row of the reply has index 0, 1 row refers to no item of the request");
    EXPECT_NE(all[1].success(), nullptr);
}

TEST(correlate, treats_an_empty_id_as_absent)
{
    auto const all = correlate({"11", "22"}, R"({"success":[{"index":0,"campaignId":""},{"index":1}]})");
    EXPECT_TRUE(all.ok());
}

TEST(correlate, fails_an_item_with_a_good_row_and_one_of_another)
{
    auto const all = correlate({"11"}, R"({"success":[{"index":0,"campaignId":"11"},{"index":0,"campaignId":"12"}]})");
    EXPECT_EQ(all[0].failure()->report()[0].code, "index_repeated");
}

TEST(correlate, keeps_notices_and_rows_of_no_item)
{
    auto const all =
        correlate({"11"}, R"({"success":[{"index":0,"campaignId":"11","lastUpdatedDate":"2027-01-01T00:00:00Z"},
                                                      {"index":7,"budget":"x"}]})");
    EXPECT_TRUE(all.ok());
    ASSERT_EQ(all.found().notices().size(), 1u);
    EXPECT_EQ(all.found().notices()[0].pointer, "/success/0/lastUpdatedDate");
    ASSERT_EQ(all.found().size(), 1u);
    EXPECT_EQ(all.found()[0].pointer, "/success/1/budget");
}

TEST(correlate, lets_items_of_a_lost_reply_share_its_error)
{
    auto const all = correlate({"1", "2", "3"}, "{");
    EXPECT_EQ(all[0].failure(), all[2].failure());
    ASSERT_EQ(all.failure_groups().size(), 1u);
}

TEST(correlate, fails_all_items_of_half_a_text)
{
    auto const all = correlate(2, R"({"success":[{"index":0,"budget":1},{"index":1,"bud)");
    EXPECT_EQ(all.count_failed(), 2u);
    EXPECT_EQ(all[0].failure()->kind(), outlay::error_kind::syntax);
}

TEST(correlate, fails_all_items_if_not_all_violations_are_known)
{
    auto seen = outlay::inspect<ads::campaign_usage_reply>(
        R"({"success":[{"index":0,"budget":"x"},{"index":1,"budget":"x"}]})", {.max_violations = 1});
    ASSERT_EQ(seen.report.omitted(), 1u);
    EXPECT_EQ(outlay::correlate(2, std::move(seen)).count_failed(), 2u);
}

TEST(correlate, finds_rows_that_are_not_the_whole_reply)
{
    auto seen = outlay::inspect<ads::portfolio_write_reply>(
        R"({"portfolios":{"success":[{"index":0,"portfolioId":true},{"index":1}]}})");
    auto const all = outlay::correlate(
        2, outlay::inspection<decltype(seen.value.portfolios)>{seen.value.portfolios, seen.report, seen.stopped},
        "/portfolios");
    EXPECT_THAT(all[0].failure()->message(), HasSubstr("/portfolios/success/0/portfolioId"));
    EXPECT_NE(all[1].success(), nullptr);
}

TEST(chunk, cuts_into_pieces_in_order)
{
    std::vector<int> const items{1, 2, 3, 4, 5};
    std::vector<std::vector<int>> pieces;
    for (auto const piece : outlay::chunk(items, 2)) pieces.emplace_back(piece.begin(), piece.end());
    EXPECT_EQ(pieces, (std::vector<std::vector<int>>{{1, 2}, {3, 4}, {5}}));
    EXPECT_EQ(outlay::chunk(items, 5).size(), 1u);
    EXPECT_TRUE(outlay::chunk(std::as_const(*std::make_unique<std::vector<int>>()), 5).empty());
    EXPECT_THROW((void)outlay::chunk(items, 0), std::invalid_argument);
}

TEST(page_trail, ends_after_the_last_page_and_never_walks_in_a_circle)
{
    outlay::page_trail trail;
    EXPECT_EQ(trail.follow("a").value(), "a");
    EXPECT_EQ(trail.follow("b").value(), "b");
    EXPECT_EQ(trail.follow(std::nullopt).value(), std::nullopt);
    EXPECT_EQ(trail.follow("").value(), std::nullopt);
    EXPECT_EQ(trail.follow("a").error().report()[0].code, "repeated_page");
}

TEST(page_trail, reads_as_many_pages_as_its_limit_and_none_twice)
{
    outlay::page_trail three(3);
    EXPECT_EQ(three.follow("a").value(), "a");
    EXPECT_EQ(three.follow("b").value(), "b");
    EXPECT_EQ(three.follow("").value(), std::nullopt);
    EXPECT_EQ(three.follow("c").error().report()[0].code, "max_pages");
    outlay::page_trail later;
    later.begin_at("start");
    later.begin_at("");
    EXPECT_EQ(later.follow("start").error().report()[0].code, "repeated_page");
    EXPECT_EQ(later.follow("a").value(), "a");
}

TEST(page_trail, reads_ten_thousand_pages_by_default)
{
    outlay::page_trail trail;
    for (int page = 2; page <= 10'000; ++page) ASSERT_TRUE(trail.follow(std::to_string(page)).has_value()) << page;
    EXPECT_EQ(trail.follow("10001").error().report()[0].code, "max_pages");
}

} // namespace correlate_test
