#include <boost/describe/class.hpp>
#include <cstddef>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <optional>
#include <outlay/envelope.hpp>
#include <outlay/json.hpp>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

// The ways in which rows are matched to items, with operations that use little else.

namespace matching_test {

using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;

struct item {
    std::string key;
};

struct done {
    std::string key;
    int amount = 0;
    friend bool operator==(done const&, done const&) = default;
};
BOOST_DESCRIBE_STRUCT(done, (), (key, amount))

struct refused {
    std::optional<unsigned> index{};
    std::vector<std::string> keys{};
    std::string why;
    friend bool operator==(refused const&, refused const&) = default;
};
BOOST_DESCRIBE_STRUCT(refused, (), (index, keys, why))

/// All refusals of one item.
struct refusals_of_item {
    std::vector<std::string> reasons{};

    refusals_of_item() = default;
    explicit refusals_of_item(refused&& first) : reasons{std::move(first.why)} {}
    friend bool operator==(refusals_of_item const&, refusals_of_item const&) = default;
};

struct part {
    std::optional<std::vector<refused>> errors{};
    friend bool operator==(part const&, part const&) = default;
};
BOOST_DESCRIBE_STRUCT(part, (), (errors))

struct reply {
    std::optional<std::vector<done>> results{};
    std::optional<std::vector<part>> parts{};
    friend bool operator==(reply const&, reply const&) = default;
};
BOOST_DESCRIBE_STRUCT(reply, (), (results, parts))

/// Results by position; errors in parts, each with an index or keys, and several for an item.
struct place {
    using reply_type = reply;
    using result_type = outlay::batch<done, refusals_of_item>;
    static constexpr auto matching = outlay::matching::by_position;
    static constexpr auto rows =
        std::tuple{outlay::successes<&reply::results>, outlay::refusals<&reply::parts, &part::errors>};
    static constexpr auto ids = std::tuple{&item::key, &done::key, &refused::keys};
    static void merge_refusal(refusals_of_item& all, refused&& more) { all.reasons.push_back(std::move(more.why)); }
};

/// The same, whose items succeed if no row refuses them.
struct silent : place {
    static std::optional<done> unrefused(reply const& said)
    {
        if (said.results) return std::nullopt;
        return done{.key = "unrefused"};
    }
};

/// The same as `place`, with the errors first.
struct errors_first : place {
    static constexpr auto rows =
        std::tuple{outlay::refusals<&reply::parts, &part::errors>, outlay::successes<&reply::results>};
};

/// Rows with the keys of their items.
struct by_key {
    using reply_type = reply;
    using result_type = outlay::batch<done, refused>;
    static constexpr auto matching = outlay::matching::by_id;
    static constexpr auto rows = std::tuple{outlay::successes<&reply::results>};
    static constexpr auto ids = std::tuple{&item::key, &done::key};
};

template<class Operation>
auto match(std::vector<item> const& items, std::string_view text)
{
    return outlay::correlate<Operation>(items, outlay::inspect<reply>(text));
}

std::vector<item> const three{{"a"}, {"b"}, {"c"}};

std::string code(auto const& outcome) { return std::string(outcome.failure()->report()[0].code); }

TEST(matching, by_position_leaves_items_with_empty_rows_to_their_errors)
{
    auto const all = match<place>(three, R"({"results":[{"key":"a","amount":1},{"key":"","amount":0},
        {"key":"c","amount":3}],"parts":[{"errors":[{"index":1,"keys":[],"why":"no"}]}]})");
    EXPECT_EQ(all[0].success()->amount, 1);
    EXPECT_THAT(all[1].refusal()->reasons, ElementsAre("no"));
    EXPECT_EQ(all[2].success()->amount, 3);
}

TEST(matching, by_position_needs_a_row_for_each_item)
{
    for (std::string_view const rows : {R"({"key":"a","amount":1},{"key":"b","amount":2})",
                                        R"({"key":"a","amount":1},{"key":"b","amount":2},
                                           {"key":"c","amount":3},{"key":"d","amount":4})"}) {
        auto const all = match<place>(three, std::string(R"({"results":[)").append(rows).append("]}"));
        EXPECT_EQ(all.count_failed(), 3u);
        EXPECT_EQ(code(all[0]), "row_count");
        EXPECT_THAT(all[2].failure()->message(), HasSubstr("rows for 3 items"));
    }
}

TEST(matching, by_position_keeps_errors_where_the_count_of_results_is_wrong)
{
    auto const all = match<place>(three, R"({"results":[{"key":"a","amount":1}],
        "parts":[{"errors":[{"index":2,"keys":[],"why":"no"}]}]})");
    EXPECT_EQ(code(all[0]), "row_count");
    EXPECT_THAT(all[2].refusal()->reasons, ElementsAre("no"));
    auto const first = match<errors_first>(three, R"({"results":[{"key":"a","amount":1}],
        "parts":[{"errors":[{"index":2,"keys":[],"why":"no"}]}]})");
    EXPECT_EQ(code(first[0]), "row_count");
    EXPECT_THAT(first[2].refusal()->reasons, ElementsAre("no"));
}

TEST(matching, by_position_compares_ids)
{
    auto const all = match<place>(three, R"({"results":[{"key":"b","amount":1},{"key":"b","amount":2},
        {"key":"","amount":3}]})");
    EXPECT_EQ(code(all[0]), "id_mismatch");
    EXPECT_THAT(all[0].failure()->message(), HasSubstr("at position 0"));
    EXPECT_EQ(all[1].success()->amount, 2);
    EXPECT_EQ(all[2].success()->amount, 3) << "without an id";
}

TEST(matching, merges_refusals_of_an_item_in_all_parts)
{
    auto const all = match<silent>(three, R"({"parts":[{},
        {"errors":[{"index":2,"keys":[],"why":"x"},{"index":0,"keys":[],"why":"y"}]},
        {"errors":[{"index":0,"keys":[],"why":"z"},{"index":2,"keys":[],"why":"w"}]}]})");
    EXPECT_THAT(all[0].refusal()->reasons, ElementsAre("y", "z"));
    EXPECT_EQ(all[1].success()->key, "unrefused");
    EXPECT_THAT(all[2].refusal()->reasons, ElementsAre("x", "w"));
}

TEST(matching, does_not_merge_a_success_and_a_refusal)
{
    auto const all = match<place>({{"a"}}, R"({"results":[{"key":"a","amount":1}],
        "parts":[{"errors":[{"index":0,"keys":[],"why":"no"}]}]})");
    EXPECT_EQ(code(all[0]), "index_repeated");
    auto const one = match<place>({{"a"}}, R"({"results":[{"key":"a","amount":1}],"parts":[{"errors":[]}]})");
    EXPECT_TRUE(one.ok());
}

TEST(matching, copies_a_refusal_to_all_of_its_ids)
{
    auto const all = match<silent>(three, R"({"parts":[{"errors":[{"keys":["c","a"],"why":"x"}]},
        {"errors":[{"keys":["a","b"],"why":"y"}]}]})");
    EXPECT_THAT(all[0].refusal()->reasons, ElementsAre("x", "y"));
    EXPECT_THAT(all[1].refusal()->reasons, ElementsAre("y"));
    EXPECT_THAT(all[2].refusal()->reasons, ElementsAre("x"));
}

TEST(matching, assigns_a_malformed_row_to_its_item)
{
    auto const all = match<place>(three, R"({"parts":[{"errors":[]},{"errors":[{"index":2,"keys":[],"why":"x"},
        {"index":1,"keys":[],"why":7},{"index":2,"keys":[],"why":false}]}]})");
    EXPECT_EQ(code(all[0]), "row_count");
    EXPECT_THAT(all[1].failure()->message(), HasSubstr("/parts/1/errors/1/why"));
    EXPECT_THAT(all[2].failure()->message(), HasSubstr("/parts/1/errors/2/why")) << "a further row";
}

TEST(matching, takes_no_silence_for_success_where_a_row_belongs_to_no_item)
{
    for (std::string_view const stray :
         {R"({"keys":[],"why":"all"})", R"({"index":3,"keys":[],"why":"all"})", R"({"keys":["d"],"why":"all"})"}) {
        auto const all = match<silent>(
            three, std::string(R"({"parts":[{"errors":[{"index":1,"keys":[],"why":"mine"},)").append(stray) + "]}]}");
        EXPECT_EQ(code(all[0]), "row_count") << stray;
        EXPECT_THAT(all[0].failure()->message(), HasSubstr(R"("why":"all"})"));
        EXPECT_THAT(all[1].refusal()->reasons, ElementsAre("mine"));
    }
    auto const malformed = match<silent>(three, R"({"parts":[{"errors":[{"index":false,"keys":[],"why":"x"}]}]})");
    EXPECT_EQ(malformed.count_failed(), 3u);
    auto const without_rows = match<silent>(three, R"({"parts":[{"errors":[]},{"errors":7}]})");
    EXPECT_EQ(without_rows.count_failed(), 3u);
    EXPECT_THAT(without_rows[0].failure()->message(), HasSubstr("/parts/1/errors: expected an array"));
    auto const unasked = match<place>(three, R"({})");
    EXPECT_EQ(unasked.count_failed(), 3u);
}

TEST(matching, quotes_200_bytes_of_the_first_refusal_of_no_item)
{
    std::string const frame = R"({"keys":[],"why":""})";
    for (std::size_t const length : {199u, 200u, 201u}) {
        std::string const why(length - frame.size(), 'x');
        auto const all = match<silent>(three, R"({"parts":[{"errors":[{"keys":[],"why":")" + why +
                                                  R"("},{"keys":[],"why":"second"}]}]})");
        EXPECT_THAT(all[0].failure()->message(), HasSubstr(R"(a refusal: {"keys":[],"why":"xxx)"));
        EXPECT_THAT(all[0].failure()->message(), Not(HasSubstr("second")));
        if (length <= 200) EXPECT_THAT(all[0].failure()->message(), EndsWith(R"(x"})"));
        else EXPECT_THAT(all[0].failure()->message(), EndsWith(R"(x"...)"));
    }
}

TEST(matching, by_id_finds_each_item_in_any_order)
{
    auto const all = match<by_key>({{"c"}, {"a"}, {"b"}, {"d"}, {"d"}}, R"({"results":[{"key":"a","amount":1},
        {"key":"b","amount":2},{"key":"c","amount":3},{"key":"d","amount":4},{"key":"","amount":5},
        {"key":"e","amount":6}]})");
    EXPECT_EQ(all[0].success()->amount, 3);
    EXPECT_EQ(all[1].success()->amount, 1);
    EXPECT_EQ(all[2].success()->amount, 2);
    EXPECT_EQ(code(all[3]), "id_missing");
    EXPECT_THAT(all[4].failure()->message(), HasSubstr(R"(the id "d", 3 rows refer to no item of the request)"));
}

TEST(matching, by_id_takes_no_similar_and_no_empty_id)
{
    auto const all = match<by_key>({{"b"}, {"d"}, {""}}, R"({"results":[{"key":"a","amount":1},{"key":"c","amount":2},
        {"key":"d","amount":3},{"key":"","amount":4}]})");
    EXPECT_EQ(code(all[0]), "id_missing");
    EXPECT_EQ(all[1].success()->amount, 3);
    EXPECT_EQ(code(all[2]), "id_missing");
}

TEST(matching, by_id_reports_a_repeated_id)
{
    auto const all = match<by_key>(three, R"({"results":[{"key":"b","amount":1},{"key":"b","amount":2}]})");
    EXPECT_EQ(code(all[0]), "id_missing");
    EXPECT_EQ(code(all[1]), "id_repeated");
    EXPECT_THAT(all[1].failure()->message(), HasSubstr(R"(the id "b")"));
}

TEST(matching, adds_three_violations_of_no_item_and_counts_the_rest)
{
    for (std::size_t const strays : {3u, 4u, 6u}) {
        std::string text = R"({"results":[)";
        for (std::size_t i = 0; i < strays; ++i) text += R"({"key":"x","amount":"ten"},)";
        auto const all = match<by_key>(three, text + R"({"key":"b","amount":2}]})");
        EXPECT_EQ(all[0].failure()->report().size(), 4u);
        EXPECT_EQ(all[0].failure()->report().omitted(), strays - 3);
        EXPECT_NE(all[1].success(), nullptr);
    }
}

TEST(matching, finds_rows_in_a_reply)
{
    auto const has_rows = [](std::string_view text) {
        auto const read = outlay::decode<reply>(text).value();
        return outlay::detail::has_rows<place>(read);
    };
    EXPECT_TRUE(has_rows(R"({"results":[{"key":"a","amount":1}]})"));
    EXPECT_TRUE(has_rows(R"({"parts":[{},{"errors":[{"keys":[],"why":"x"}]}]})"));
    EXPECT_FALSE(has_rows(R"({"results":[],"parts":[{},{"errors":[]}]})"));
    EXPECT_FALSE(has_rows("{}"));
}

} // namespace matching_test
