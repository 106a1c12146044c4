#include "heap.hpp"
#include <algorithm>
#include <cstddef>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <outlay/amazon.hpp>
#include <outlay/json/ndjson.hpp>
#include <ranges>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ndjson_test {

namespace ads = outlay::amazon;
using testing::ElementsAre;
using testing::IsEmpty;

using reader = outlay::ndjson_reader<ads::campaign_usage>;
static_assert(std::ranges::input_range<reader>);
static_assert(std::ranges::viewable_range<reader>);

constexpr std::string_view log = "{\"index\":0}\n"
                                 "\n"
                                 "  \t\r\n"
                                 "{\"index\":1,\"budget\":\"75\"}\r\n"
                                 "  {\"index\":\n"
                                 "{\"index\":2}";

/// `number index`, or the error.
template<class Lines>
std::vector<std::string> described(Lines&& lines)
{
    std::vector<std::string> all;
    for (auto const& line : lines)
        all.push_back(line.ok() ? std::to_string(line.number) + ' ' + std::to_string(*line.value.index)
                                : line.report.to_string());
    return all;
}

auto is_the_log()
{
    return ElementsAre("1 0", "4:21 /budget: expected a number, found \"75\"",
                       "5:12 /index: expected a value, found the end of the text", "6 2");
}

TEST(ndjson, of_a_text_is_its_lines) { EXPECT_THAT(described(outlay::ndjson<ads::campaign_usage>(log)), is_the_log()); }

TEST(ndjson, of_a_stream_is_its_lines)
{
    std::istringstream stream{std::string(log)};
    EXPECT_THAT(described(outlay::ndjson<ads::campaign_usage>(stream)), is_the_log());
}

TEST(ndjson, is_the_same_in_pieces_of_every_size)
{
    for (std::size_t size = 1; size <= log.size(); ++size) {
        std::string piece; // made anew each time: a reference into the one before is an error
        auto next_piece = [&piece, left = log, size]() mutable -> std::string_view {
            std::string(size, '#').swap(piece);
            piece.assign(left.substr(0, size));
            left.remove_prefix(piece.size());
            return piece;
        };
        ASSERT_THAT(described(outlay::ndjson<ads::campaign_usage>(next_piece)), is_the_log()) << size;
    }
}

TEST(ndjson, may_be_empty_or_blank)
{
    for (std::string_view const text : {"", "\n", " \n\r\n ", "   "})
        EXPECT_THAT(described(outlay::ndjson<ads::campaign_usage>(text)), IsEmpty());
}

TEST(ndjson, has_the_limits_of_a_line_and_goes_on_after_it)
{
    std::string const text = "{\"index\":0,\"x\":\"" + std::string(100, 'a') + "\"}\n{\"index\":1}\n";
    EXPECT_THAT(described(outlay::ndjson<ads::campaign_usage>(text, {.max_bytes = 50})),
                ElementsAre(testing::HasSubstr("50"), "2 1"));
}

TEST(ndjson, gives_notices_the_number_of_their_line)
{
    for (auto const& line : outlay::ndjson<ads::campaign_usage>("\n{\"campaignId\":7}\n")) {
        ASSERT_EQ(line.report.notices().size(), 1u);
        EXPECT_EQ(line.report.notices()[0].line, 2u);
        EXPECT_EQ(line.report.notices()[0].column, 15u);
        EXPECT_EQ(line.number, 2u);
    }
}

TEST(ndjson, counts_the_findings_that_a_line_omits)
{
    auto lines = outlay::ndjson<ads::campaign_usage>(
        R"({"index":[],"budget":[],"usageUpdatedTimestamp":[],"x":1,"y":2})", {.max_violations = 1});
    auto const line = lines.begin();
    ASSERT_TRUE(line != lines.end());
    EXPECT_EQ(line->report.size(), 1u);
    EXPECT_EQ(line->report.omitted(), 2u);
    EXPECT_EQ(line->report.notices().size(), 1u);
    EXPECT_EQ(line->report.omitted_notices(), 1u);
}

TEST(ndjson, has_no_line_for_options_that_are_refused)
{
    outlay::decode_options const too_deep{.max_depth = outlay::decode_options::deepest + 1};
    EXPECT_THAT(described(outlay::ndjson<ads::campaign_usage>("\n{}\n", too_deep)),
                ElementsAre("max_depth is 1001, which exceeds the limit of 1000 levels"));
}

TEST(ndjson, can_be_iterated_once)
{
    auto lines = outlay::ndjson<ads::campaign_usage>("{\"index\":0}\n{\"index\":1}\n");
    EXPECT_EQ(lines.begin()->value.index, 0u);
    EXPECT_EQ(lines.begin()->value.index, 0u) << "the line at hand";
    EXPECT_EQ((++lines.begin())->value.index, 1u);
    auto last = lines.begin();
    last++;
    EXPECT_TRUE(last == lines.end());
    EXPECT_TRUE(lines.begin() == lines.end());
}

TEST(ndjson, works_with_views_and_may_be_moved_from)
{
    auto good =
        outlay::ndjson<ads::campaign_usage>(log) | std::views::filter([](auto const& line) { return line.ok(); });
    std::vector<ads::campaign_usage> rows;
    for (auto& line : good) rows.push_back(std::move(line.value));
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[1].index, 2u);
}

TEST(ndjson, needs_memory_for_one_line_only)
{
    constexpr std::size_t lines = 20'000;
    std::size_t left = lines;
    std::string const line = R"({"index":1,"campaignId":"a campaign id that no small string holds"})"
                             "\n";
    auto next_piece = [&]() -> std::string_view { return left-- == 0 ? std::string_view() : std::string_view(line); };
    std::size_t read = 0;
    std::size_t most = 0;
    std::size_t const before = test_heap::counted().allocated - test_heap::counted().freed;
    for (auto const& row : outlay::ndjson<ads::campaign_usage>(next_piece)) {
        read += row.ok();
        most = std::max(most, test_heap::counted().allocated - test_heap::counted().freed - before);
    }
    EXPECT_EQ(read, lines);
    EXPECT_LE(most, 2u) << "the id of the line at hand, and no more than one piece of memory besides";
}

} // namespace ndjson_test
