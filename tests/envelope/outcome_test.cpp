#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <memory>
#include <outlay/envelope.hpp>
#include <ranges>
#include <string>
#include <utility>
#include <vector>

namespace outcome_test {

using testing::ElementsAre;
using testing::IsEmpty;

struct done {
    int amount = 0;
    friend bool operator==(done const&, done const&) = default;
};
struct refused {
    std::string why;
    friend bool operator==(refused const&, refused const&) = default;
};
using outcome = outlay::outcome<done, refused>;
using batch = outlay::batch<done, refused>;

outlay::error lost(std::string why) { return {outlay::error_kind::transport, "connection_lost", std::move(why)}; }

/// One outcome of each kind, and three items of one lost call.
batch mixed()
{
    auto const shared = std::make_shared<outlay::error const>(lost("reset"));
    std::vector<outcome> all;
    all.push_back(outcome::succeeded(0, {.amount = 5}));
    all.push_back(outcome::failed(1, shared));
    all.push_back(outcome::refused(2, {.why = "no"}));
    all.push_back(outcome::failed(3, shared));
    all.push_back(outcome::failed(4, shared));
    all.push_back(outcome::partially(5, {.amount = 7}, {.why = "late"}));
    all.push_back(outcome::failed(6, lost("time-out")));
    return batch(std::move(all));
}

TEST(outcome, has_exactly_one_outcome_of_the_item)
{
    auto const all = mixed();
    EXPECT_EQ(all[0].success()->amount, 5);
    EXPECT_EQ(all[0].refusal(), nullptr);
    EXPECT_EQ(all[0].failure(), nullptr);
    EXPECT_EQ(all[2].refusal()->why, "no");
    EXPECT_EQ(all[2].success(), nullptr);
    EXPECT_EQ(all[2].failure(), nullptr);
    EXPECT_EQ(all[6].failure()->message(), "time-out");
    EXPECT_EQ(all[6].success(), nullptr);
    EXPECT_EQ(all[6].refusal(), nullptr);
}

TEST(outcome, that_is_partial_has_both_and_is_no_success)
{
    auto const all = mixed();
    EXPECT_TRUE(all[5].is_partial());
    EXPECT_EQ(all[5].success()->amount, 7);
    EXPECT_EQ(all[5].refusal()->why, "late");
    EXPECT_EQ(all[5].failure(), nullptr);
    EXPECT_FALSE(all[0].is_partial() || all[2].is_partial() || all[6].is_partial());
    std::vector<outcome> one;
    one.push_back(all[5]);
    EXPECT_FALSE(batch(std::move(one)).ok());
}

TEST(outcome, is_counted_once)
{
    auto const all = mixed();
    EXPECT_EQ(all.count_succeeded(), 1u);
    EXPECT_EQ(all.count_partial(), 1u);
    EXPECT_EQ(all.count_refused(), 1u);
    EXPECT_EQ(all.count_failed(), 4u);
    EXPECT_FALSE(all.ok());
    EXPECT_TRUE(batch().ok());
}

TEST(outcome, is_visited_by_the_function_for_its_kind)
{
    auto const all = mixed();
    auto const of_three = [](outcome const& one) {
        return one.visit([](done const& d) { return std::to_string(d.amount); }, [](refused const& r) { return r.why; },
                         [](outlay::error const& e) { return e.message(); });
    };
    EXPECT_EQ(of_three(all[0]), "5");
    EXPECT_EQ(of_three(all[2]), "no");
    EXPECT_EQ(of_three(all[3]), "reset");
    EXPECT_EQ(of_three(all[5]), "late"); // no visitor ignores its errors
    auto const of_four = [](outcome const& one) {
        return one.visit([](done const&) { return std::string("done"); }, [](refused const&) { return std::string(); },
                         [](outlay::error const&) { return std::string(); },
                         [](done const& d, refused const& r) { return std::to_string(d.amount) + " but " + r.why; });
    };
    EXPECT_EQ(of_four(all[5]), "7 but late");
    EXPECT_EQ(of_four(all[0]), "done");
    struct visitor {
        int operator()(done const&) const { return 1; }
        int operator()(refused const&) const { return 2; }
        int operator()(outlay::error const&) const { return 3; }
    };
    EXPECT_EQ(all[0].visit(visitor{}), 1);
    EXPECT_EQ(all[2].visit(visitor{}), 2);
    EXPECT_EQ(all[1].visit(visitor{}), 3);
}

TEST(outcome, of_two_kinds_with_one_type_are_distinguished)
{
    using same = outlay::outcome<done, done>;
    auto const good = same::succeeded(0, {.amount = 1});
    auto const bad = same::refused(0, {.amount = 1});
    EXPECT_NE(good, bad);
    EXPECT_EQ(bad.success(), nullptr);
    EXPECT_EQ(bad.refusal()->amount, 1);
}

TEST(outcome, compares_errors_by_value)
{
    EXPECT_EQ(mixed(), mixed());
    EXPECT_NE(outcome::failed(1, lost("a")), outcome::failed(1, lost("b")));
    EXPECT_NE(outcome::failed(1, lost("a")), outcome::failed(2, lost("a")));
}

TEST(outcome, compares_its_content)
{
    EXPECT_EQ(outcome::succeeded(0, {.amount = 1}), outcome::succeeded(0, {.amount = 1}));
    EXPECT_NE(outcome::succeeded(0, {.amount = 1}), outcome::succeeded(0, {.amount = 2}));
    EXPECT_EQ(outcome::refused(0, {.why = "a"}), outcome::refused(0, {.why = "a"}));
    EXPECT_NE(outcome::refused(0, {.why = "a"}), outcome::refused(0, {.why = "b"}));
    EXPECT_NE(outcome::partially(0, {.amount = 1}, {.why = "a"}), outcome::partially(0, {.amount = 1}, {.why = "b"}));
    EXPECT_NE(outcome::succeeded(0, {.amount = 1}), outcome::failed(0, lost("a")));
}

TEST(batch_views, visit_the_outcomes_of_one_kind_in_order)
{
    auto const all = mixed();
    std::vector<int> amounts;
    for (done const& row : all.successes()) amounts.push_back(row.amount);
    EXPECT_THAT(amounts, ElementsAre(5, 7));
    std::vector<std::string> reasons;
    for (refused const& row : all.refusals()) reasons.push_back(row.why);
    EXPECT_THAT(reasons, ElementsAre("no", "late"));
    EXPECT_EQ(std::ranges::distance(all.failures()), 4);
    EXPECT_EQ(all.failures().begin()->message(), "reset");
    batch const none;
    EXPECT_TRUE(none.failures().empty());
    EXPECT_FALSE(all.failures().empty());
}

using view = decltype(mixed().begin()->success(), std::declval<batch const&>().successes());
static_assert(std::ranges::view<view>);
static_assert(std::ranges::forward_range<view>);
static_assert(std::same_as<std::ranges::range_reference_t<view>, done const&>);

TEST(failure_groups, name_each_reason_once_with_its_items)
{
    auto const all = mixed();
    auto const groups = all.failure_groups();
    ASSERT_EQ(groups.size(), 2u);
    EXPECT_THAT(groups[0].items, ElementsAre(1u, 3u, 4u));
    EXPECT_EQ(groups[0].why, all[1].failure());
    EXPECT_EQ(groups[0].to_string(), "items 1, 3 to 4: reset");
    EXPECT_EQ(groups[1].to_string(), "item 6: time-out");
    batch const none;
    EXPECT_THAT(none.failure_groups(), IsEmpty());
    std::vector<outcome> unexplained;
    unexplained.push_back(outcome::failed(0, {outlay::error_kind::limit, outlay::report()}));
    batch const one(std::move(unexplained));
    EXPECT_EQ(one.failure_groups()[0].to_string(), "item 0");
}

TEST(failure_groups, are_in_the_order_of_their_first_items)
{
    std::vector<std::shared_ptr<outlay::error const>> errors;
    for (char const why : {'a', 'b', 'c', 'd'})
        errors.push_back(std::make_shared<outlay::error const>(lost(std::string(1, why))));
    // Whatever the order of their addresses is, one of these batches has them in another.
    for (std::vector<std::size_t> const& order : {std::vector<std::size_t>{0, 1, 2, 3}, {3, 2, 1, 0}, {2, 0, 3, 1}}) {
        std::vector<outcome> all;
        for (std::size_t const which : order) all.push_back(outcome::failed(all.size(), errors[which]));
        // The second items are in the opposite order.
        for (std::size_t i = order.size(); i-- > 0;) all.push_back(outcome::failed(all.size(), errors[order[i]]));
        batch const some(std::move(all));
        auto const groups = some.failure_groups();
        ASSERT_EQ(groups.size(), 4u);
        for (std::size_t i = 0; i < 4; ++i) EXPECT_THAT(groups[i].items, ElementsAre(i, 7 - i));
    }
}

TEST(batch, counts_two_of_one_kind)
{
    std::vector<outcome> all;
    for (std::size_t i = 0; i < 2; ++i) all.push_back(outcome::partially(i, {.amount = 1}, {.why = "late"}));
    all.push_back(outcome::succeeded(2, {.amount = 5}));
    batch const some(std::move(all));
    EXPECT_EQ(some.count_partial(), 2u);
    EXPECT_EQ(some.count_succeeded(), 1u);
    EXPECT_EQ(some.count_refused(), 0u);
    EXPECT_EQ(some.count_failed(), 0u);
}

TEST(outcome, can_be_unsettled)
{
    using access = outlay::detail::outcome_access;
    auto const waiting = access::unsettled<outcome>(4);
    EXPECT_FALSE(access::is_settled(waiting));
    EXPECT_EQ(waiting.index, 4u);
    EXPECT_EQ(waiting.failure()->report()[0].code, "not_sent");
    for (outcome const& one : mixed()) EXPECT_TRUE(access::is_settled(one));
}

TEST(listing, is_complete_without_an_error_and_without_violations)
{
    outlay::listing<done> all;
    EXPECT_TRUE(all.is_complete());
    all.found.add_notice({.pointer = {}, .code = "deprecated", .message = "old"});
    EXPECT_TRUE(all.is_complete());
    all.incomplete = lost("reset");
    EXPECT_FALSE(all.is_complete());
    all.incomplete.reset();
    all.found.add({.pointer = "/1", .code = "type", .message = "expected a number"});
    EXPECT_FALSE(all.is_complete());
}

} // namespace outcome_test
