#include "fake_amazon.hpp"

#include <gtest/gtest.h>
#include <outlay/amazon.hpp>
#include <outlay/http.hpp>
#include <stdexcept>
#include <utility>
#include <variant>

// An exchange that ends by an exception keeps what it knew before.

namespace abandon_test {

namespace ads = outlay::amazon;
namespace http = outlay::http;
using fake_amazon::endpoint;
using outlay::error_kind;

std::runtime_error const shutting_down("shutting down");

TEST(abandon, leaves_a_list_complete_that_was_read_to_its_end)
{
    http::exchange work{endpoint, ads::list_portfolios{}};
    ASSERT_TRUE(std::holds_alternative<http::send>(work.next()));
    work.feed(fake_amazon::json(200, R"({"portfolios":[]})"));
    ASSERT_TRUE(std::holds_alternative<http::done>(work.next()));
    work.abandon(shutting_down);
    auto const all = std::move(work).finish();
    ASSERT_TRUE(all);
    EXPECT_FALSE(all->incomplete);
}

TEST(abandon, leaves_the_error_of_a_signer)
{
    auto at = endpoint;
    at.sign = [](http::request&) -> outlay::result<void> {
        return outlay::error(error_kind::invalid, "no_key", "there is no key to sign with");
    };
    http::call_options options;
    options.on_progress = [](http::progress const&) -> bool { throw shutting_down; };
    http::exchange work{at, ads::campaign_budget_usage{{}, fake_amazon::ids(2)}, options};
    EXPECT_THROW((void)work.next(), std::runtime_error);
    work.abandon(shutting_down);
    auto const all = std::move(work).finish();
    ASSERT_EQ(all.count_failed(), 2u);
    EXPECT_EQ(all[1].failure()->report()[0].code, "no_key");
}

TEST(abandon, leaves_a_create_in_doubt_whose_answer_did_not_come)
{
    http::exchange work{endpoint, ads::create_portfolios{fake_amazon::portfolios(1)}};
    ASSERT_TRUE(std::holds_alternative<http::send>(work.next()));
    work.abandon(shutting_down);
    auto const all = std::move(work).finish();
    ASSERT_EQ(all.count_failed(), 1u);
    outlay::report const& why = all[0].failure()->report();
    ASSERT_EQ(why.size(), 2u);
    EXPECT_EQ(why[0].code, "cancelled");
    EXPECT_EQ(why[1].code, "outcome_unknown");
}

} // namespace abandon_test
