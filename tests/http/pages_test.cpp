#include "fake_amazon.hpp"

#include <chrono>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <optional>
#include <outlay/amazon.hpp>
#include <outlay/http.hpp>
#include <outlay/http/detail/page_rows.hpp>
#include <ranges>
#include <string>
#include <utility>
#include <vector>

namespace pages_test {

namespace ads = outlay::amazon;
namespace http = outlay::http;
using fake_amazon::endpoint;
using testing::ElementsAre;
using testing::HasSubstr;

/// Three pages of two portfolios each; then the responses of the script.
struct list_server {
    std::string last_token{};
    std::size_t broken_page = 99;
    std::vector<std::string> tokens{};

    http::response operator()(http::request const& asked)
    {
        auto const request = outlay::decode<ads::list_portfolios_request>(asked.body).value();
        EXPECT_EQ(asked.url, "https://advertising-api.amazon.com/portfolios/list");
        EXPECT_EQ(request.include_extended_data_fields, true);
        tokens.push_back(request.next_token.value_or(""));
        std::size_t const page = tokens.size() - 1;
        if (page == broken_page) return fake_amazon::json(403, "{}");
        ads::portfolio_list_reply reply{.total_results = 6};
        for (auto const name : {"a", "b"})
            reply.portfolios.push_back({.name = name + std::to_string(page), .portfolio_id = "1"});
        if (page < 2) reply.next_token = "t" + std::to_string(page);
        else if (!last_token.empty()) reply.next_token = last_token;
        return fake_amazon::json(200, outlay::encode(reply));
    }
};

ads::list_portfolios_request const filter{.include_extended_data_fields = true};

std::vector<std::string> names(std::vector<ads::portfolio> const& portfolios)
{
    std::vector<std::string> all;
    for (ads::portfolio const& p : portfolios) all.push_back(p.name);
    return all;
}

TEST(pages, are_followed_to_the_end)
{
    list_server server;
    ads::client amazon{server, endpoint};
    auto const all = amazon.list_portfolios(filter).value();
    EXPECT_THAT(names(all.portfolios), ElementsAre("a0", "b0", "a1", "b1", "a2", "b2"));
    EXPECT_THAT(server.tokens, ElementsAre("", "t0", "t1"));
    EXPECT_EQ(all.next_token, std::nullopt);
    EXPECT_EQ(all.total_results, 6u);
}

TEST(pages, end_incomplete_at_a_repeated_token)
{
    for (auto const token : {"t0", "t1"}) {
        list_server server{token};
        ads::client amazon{server, endpoint};
        auto const all = amazon.list_portfolios(filter).value();
        EXPECT_EQ(all.portfolios.size(), 6u);
        EXPECT_FALSE(all.is_complete());
        EXPECT_EQ(all.incomplete->report()[0].code, "repeated_page");
        EXPECT_EQ(server.tokens.size(), 3u);
    }
    list_server server{"start"};
    ads::client amazon{server, endpoint};
    auto first = filter;
    first.next_token = "start";
    EXPECT_EQ(amazon.list_portfolios(first).value().incomplete->report()[0].code, "repeated_page");
}

TEST(pages, before_one_that_is_not_had_are_kept)
{
    list_server server{.broken_page = 1};
    ads::client amazon{server, endpoint};
    auto const all = amazon.list_portfolios(filter).value();
    EXPECT_THAT(names(all.portfolios), ElementsAre("a0", "b0"));
    EXPECT_EQ(all.next_token, "t0"); // to go on with
    EXPECT_FALSE(all.is_complete());
    EXPECT_THAT(all.incomplete->message(), HasSubstr("403 Forbidden"));
    EXPECT_EQ(all.incomplete->http_status(), 403);
}

TEST(pages, are_an_error_if_the_first_is_lost)
{
    list_server server{.broken_page = 0};
    ads::client amazon{server, endpoint};
    EXPECT_THAT(amazon.list_portfolios(filter).error().message(), HasSubstr("403 Forbidden"));
}

TEST(pages, can_be_stopped_between_and_taken_up_again)
{
    list_server server;
    http::call_options options;
    options.on_progress = [](http::progress const& p) {
        EXPECT_EQ(p.total, std::nullopt);
        return p.done < 2;
    };
    ads::client amazon{server, endpoint, options};
    auto const some = amazon.list_portfolios(filter).value();
    EXPECT_THAT(names(some.portfolios), ElementsAre("a0", "b0", "a1", "b1"));
    ASSERT_EQ(some.next_token, "t1");
    EXPECT_EQ(some.incomplete->report()[0].code, "not_sent");
    auto rest = filter;
    rest.next_token = some.next_token;
    EXPECT_THAT(names(amazon.list_portfolios(rest).value().portfolios), ElementsAre("a2", "b2"));
}

TEST(pages, are_a_range_that_fetches_no_more_than_the_loop_reads)
{
    list_server server;
    ads::client amazon{server, endpoint};
    using range = decltype(amazon.portfolio_pages(filter));
    static_assert(std::ranges::input_range<range>);
    std::vector<std::string> seen;
    for (auto& page : amazon.portfolio_pages(filter)) {
        for (ads::portfolio& p : page->portfolios) seen.push_back(std::move(p.name));
        EXPECT_EQ(server.tokens.size() * 2, seen.size());
        if (seen.size() == 4) break;
    }
    EXPECT_THAT(seen, ElementsAre("a0", "b0", "a1", "b1"));
    EXPECT_EQ(server.tokens.size(), 2u);
}

TEST(pages, of_a_range_end_after_the_last_or_an_error)
{
    auto const run = [](list_server server) {
        std::vector<std::string> seen;
        for (auto const& page : http::pages(server, endpoint, ads::list_portfolios{filter}))
            seen.push_back(page ? page->portfolios[0].name : page.error().report()[0].code);
        return seen;
    };
    EXPECT_THAT(run({}), ElementsAre("a0", "a1", "a2"));
    EXPECT_THAT(run({"t1"}), ElementsAre("a0", "a1", "a2", "repeated_page"));
    EXPECT_THAT(run({.broken_page = 0}), ElementsAre("http_403"));
    EXPECT_THAT(run({.broken_page = 2}), ElementsAre("a0", "a1", "http_403"));
}

TEST(pages, are_not_requested_with_a_filter_that_breaks_a_rule)
{
    ads::client amazon{[](http::request const&) -> http::response { throw 1; }, endpoint};
    EXPECT_EQ(amazon.list_portfolios({.state_filter = ads::portfolio_state_filter{}}).error().report()[0].pointer,
              "/stateFilter/include");
    auto pages = amazon.portfolio_pages({.state_filter = ads::portfolio_state_filter{}});
    auto first = pages.begin();
    EXPECT_EQ((*first).error().kind(), outlay::error_kind::invalid);
    EXPECT_EQ(++first, pages.end());
}

TEST(page_rows, are_found_by_the_index_in_a_pointer)
{
    using http::detail::index_after;
    EXPECT_EQ(index_after("/rows/7", "/rows/", 8), 7u);
    EXPECT_EQ(index_after("/rows/7/budget", "/rows/", 8), 7u);
    for (auto const pointer : {"", "/rows", "/rows/", "/rows/x", "/rows/7x", "/rows/8", "/others/7"})
        EXPECT_EQ(index_after(pointer, "/rows/", 8), 8u) << pointer;
}

TEST(page_rows, have_a_thousand_findings_at_most)
{
    outlay::report page;
    for (int i = 0; i < 600; ++i) {
        page.add({.pointer = "/rows/0", .code = "type", .message = "wrong"});
        page.add_notice({.pointer = "/rows/1", .code = "unknown_field", .message = "odd"});
    }
    page.omit_notice();
    outlay::report all;
    http::detail::add_findings(all, page, "page ", 1);
    http::detail::add_findings(all, page, "page ", 2);
    EXPECT_EQ(all.size(), 1000u);
    EXPECT_EQ(all.omitted(), 200u);
    EXPECT_EQ(all.notices().size(), 1000u);
    EXPECT_EQ(all.omitted_notices(), 202u);
    EXPECT_EQ(all[0].message, "wrong");
    EXPECT_EQ(all[999].message, "page 2: wrong");
}

TEST(pages, are_retried_like_any_call)
{
    list_server server;
    int calls = 0;
    std::vector<std::chrono::milliseconds> waits;
    auto transport = [&](http::request const& asked) {
        return ++calls == 2 ? fake_amazon::json(503, "{}") : server(asked);
    };
    ads::client amazon{transport, endpoint, fake_amazon::patient(waits)};
    EXPECT_EQ(amazon.list_portfolios(filter).value().portfolios.size(), 6u);
    EXPECT_EQ(waits.size(), 1u);
}

} // namespace pages_test
