#include "tally/client.hpp"
#include "tally/fake_server.hpp"

#include <boost/describe/class.hpp>
#include <chrono>
#include <cstddef>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <optional>
#include <outlay/http.hpp>
#include <outlay/json.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

// The shapes of batches and pages that no vendor here has, with those of an invented vendor, Tally.

namespace tally_test {

namespace http = outlay::http;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

/// A transport that always returns the same response, and keeps the requests.
struct canned {
    int status = 207;
    std::string body{};
    std::vector<http::request> asked{};
    std::vector<http::header> headers{};

    http::response operator()(http::request const& r)
    {
        asked.push_back(r);
        return {.status = status, .headers = headers, .body = body};
    }
};

/// Options that do not wait, and keep the waits.
http::call_options patient(std::vector<std::chrono::milliseconds>& waits)
{
    http::call_options options;
    options.sleep = [&waits](std::chrono::milliseconds time) { waits.push_back(time); };
    options.random = [] { return 0.0; };
    return options;
}

http::call_options impatient()
{
    http::call_options options;
    options.sleep = [](std::chrono::milliseconds) {};
    return options;
}

tally::endpoint endpoint()
{
    return {.account = "acme", .tokens = http::token_source([] { return http::access_token{.value = "token-1"}; })};
}

tally::read_spend::result_type spend(std::vector<tally::plan_ref> plans, std::string_view reply)
{
    return http::call(canned{.body = std::string(reply)}, endpoint(), tally::read_spend{std::move(plans)});
}

tally::create_plans::result_type create(std::size_t count, std::string_view reply)
{
    std::vector<tally::plan> plans(count);
    return http::call(canned{.body = std::string(reply)}, endpoint(), tally::create_plans{std::move(plans)});
}

tally::update_plans::result_type update(std::size_t count, std::string_view reply)
{
    std::vector<tally::plan> plans(count);
    return http::call(canned{.body = std::string(reply)}, endpoint(), tally::update_plans{std::move(plans)});
}

tally::close_plans::result_type close(std::vector<tally::plan_id> plans, std::string_view reply)
{
    return http::call(canned{.body = std::string(reply)}, endpoint(), tally::close_plans{std::move(plans)});
}

/// The second reason of an item of a create that may have been carried out.
std::string const in_doubt = "\nthe object may have been created: check before the request is sent again";

/// The codes of an item's failure.
template<class Outcome>
std::string code_of(Outcome const& one)
{
    return one.failure() != nullptr && !one.failure()->report().empty() ? one.failure()->report()[0].code : "none";
}

// --- single calls with an empty response

/// The state of a plan.
struct plan_state {
    std::optional<std::string> state{};
    outlay::extras extras{};
};
BOOST_DESCRIBE_STRUCT(plan_state, (), (state, extras))

/// PUT /plan: the response has the state, or is empty.
template<bool MaySayNothing>
struct put_plan {
    using endpoint_type = tally::endpoint;
    using result_type = outlay::result<plan_state>;
    static constexpr bool may_say_nothing = MaySayNothing;

    outlay::result<http::request> request(tally::endpoint const& at) const
    {
        return at.start(http::method::put, "/plan");
    }
    static constexpr bool accepts(int status) noexcept { return status == 200; }
    static constexpr bool may_repeat() noexcept { return true; }
};

template<bool MaySayNothing>
outlay::result<plan_state> put(std::string_view reply)
{
    return http::call(canned{.status = 200, .body = std::string(reply)}, endpoint(), put_plan<MaySayNothing>{},
                      impatient());
}

TEST(tally_single, accepts_an_empty_body_where_the_operation_allows_it)
{
    EXPECT_EQ(put<true>(R"({"state":"open"})").value().state, "open");
    EXPECT_EQ(put<true>("").value().state, std::nullopt);
    EXPECT_EQ(put<true>("{}").value().state, std::nullopt);
    EXPECT_EQ(put<true>(R"({"message":"no access"})").error().report()[0].code, "no_reply");
    EXPECT_FALSE(put<true>("<html>"));
    EXPECT_FALSE(put<true>("[]"));

    EXPECT_EQ(put<false>(R"({"state":"open"})").value().state, "open");
    EXPECT_EQ(put<false>("{}").error().report()[0].code, "no_reply");
    EXPECT_FALSE(put<false>(""));
}

// --- by id

TEST(tally_by_id, takes_rows_in_any_order)
{
    auto const all = spend({{"a"}, {"b"}, {"c"}}, R"({"results":[{"id":"c","spent":3},{"id":"a","spent":1}],
                                                      "errors":[{"code":"GONE","ids":["b"]}]})");
    ASSERT_EQ(all.size(), 3u);
    EXPECT_EQ(all[0].success()->spent, outlay::decimal(1));
    EXPECT_EQ(all[1].refusal()->code, "GONE");
    EXPECT_EQ(all[2].success()->spent, outlay::decimal(3));
}

TEST(tally_by_id, gives_one_error_to_all_items_that_it_names)
{
    auto const all = spend({{"a"}, {"b"}, {"c"}},
                           R"({"results":[{"id":"b","spent":2}],"errors":[{"code":"GONE","ids":["c","a"]}]})");
    EXPECT_EQ(all.count_refused(), 2u);
    EXPECT_EQ(*all[0].refusal(), *all[2].refusal());
    EXPECT_EQ(all[0].refusal()->ids.size(), 2u); // each item has the whole row
    EXPECT_EQ(all[1].success()->spent, outlay::decimal(2));
}

TEST(tally_by_id, sends_an_item_once_and_returns_its_outcome_each_time)
{
    tally::fake_server server(200);
    std::vector<std::size_t> sizes;
    auto transport = [&](http::request const& r) {
        sizes.push_back(outlay::decode<tally::spend_request>(r.body).value().inputs.size());
        return server(r);
    };
    std::vector<tally::plan_ref> plans;
    for (std::size_t i = 0; i < 240; ++i) plans.push_back({"p" + std::to_string(i % 120 + 1)});
    auto const all = http::call(transport, endpoint(), tally::read_spend{plans});
    EXPECT_THAT(sizes, ElementsAre(50u, 50u, 20u));
    ASSERT_EQ(all.size(), 240u);
    for (std::size_t i = 0; i < 240; ++i) {
        EXPECT_EQ(all[i].index, i);
        if (plans[i].id.str().ends_with('7')) EXPECT_EQ(all[i].refusal()->code, "NO_SUCH_PLAN");
        else EXPECT_EQ(all[i].success()->id, plans[i].id);
    }
    EXPECT_EQ(all.count_refused(), 24u);
}

TEST(tally_by_id, counts_no_call_for_items_that_were_sent_before)
{
    std::vector<std::size_t> totals;
    auto options = impatient();
    options.on_progress = [&](http::progress const& p) { totals.push_back(p.total.value()); };
    std::vector<tally::plan_ref> plans;
    for (std::size_t i = 0; i < 120; ++i) plans.push_back({"p" + std::to_string(i % 50 + 1)});
    EXPECT_EQ(http::call(tally::fake_server(50), endpoint(), tally::read_spend{plans}, options).count_failed(), 0u);
    EXPECT_THAT(totals, ElementsAre(1u));
}

TEST(tally_by_id, fails_an_item_whose_id_is_missing_and_names_unexpected_ids)
{
    auto const all = spend({{"a"}, {"b"}}, R"({"results":[{"id":"a","spent":1},{"id":"x","spent":2},{"spent":3}]})");
    EXPECT_NE(all[0].success(), nullptr);
    EXPECT_EQ(code_of(all[1]), "id_missing");
    EXPECT_EQ(all[1].failure()->message(),
              R"(no row of the reply has the id "b", 2 rows refer to no item of the request)");
}

TEST(tally_by_id, reports_a_refusal_that_names_no_item)
{
    auto const all = spend({{"a"}, {"b"}}, R"({"results":[{"id":"a","spent":1}],"errors":[
        {"code":"CLOSED","message":"at night, says token-1"},{"code":"OTHER"}]})");
    EXPECT_NE(all[0].success(), nullptr);
    EXPECT_EQ(all[1].failure()->message(),
              R"(no row of the reply has the id "b", 2 rows refer to no item of the request; of these, a refusal: )"
              R"({"code":"CLOSED","message":"at night, says ***"})");
    auto const others = spend({{"a"}}, R"({"errors":[{"code":"GONE","ids":["x"]}]})");
    EXPECT_THAT(others[0].failure()->message(), HasSubstr("GONE"));
}

TEST(tally_by_id, fails_an_item_whose_id_is_there_twice)
{
    auto const all = spend({{"a"}, {"b"}}, R"({"results":[{"id":"a","spent":1},{"id":"b","spent":2},{"id":"a"}]})");
    EXPECT_EQ(code_of(all[0]), "id_repeated");
    EXPECT_EQ(all[0].failure()->message(), R"(several rows of the reply have the id "a")");
    EXPECT_NE(all[1].success(), nullptr);
}

TEST(tally_by_id, fails_an_item_with_a_result_and_an_error)
{
    auto const all =
        spend({{"a"}, {"b"}}, R"({"results":[{"id":"a","spent":1}],"errors":[{"code":"GONE","ids":["a","b"]}]})");
    EXPECT_EQ(code_of(all[0]), "id_repeated");
    EXPECT_EQ(all[1].refusal()->code, "GONE");
}

TEST(tally_by_id, fails_a_bad_row_alone)
{
    auto const all = spend({{"a"}, {"b"}}, R"({"results":[{"id":"a","spent":"much"},{"id":"b","spent":2}]})");
    EXPECT_THAT(all[0].failure()->message(), HasSubstr("/results/0/spent: expected a number"));
    EXPECT_NE(all[1].success(), nullptr);
}

/// PUT of plans whose rows are found by id, as those of read_spend are.
struct rename_plans : tally::update_plans {
    using endpoint_type = tally::endpoint;
    static constexpr auto matching = outlay::matching::by_id;
    static constexpr auto ids = std::tuple{&tally::plan::id, &tally::update_row::id};
};
static_assert(http::check_operation<rename_plans>());

TEST(tally_by_id, does_not_send_a_different_item_with_the_same_id)
{
    canned server{.body = R"({"responses":[{"code":"OK","id":"a"},{"code":"OK","id":"b"}]})"};
    auto const all = http::call(server, endpoint(),
                                rename_plans{{{{.id = "a", .name = "x"},
                                               {.id = "b", .name = "x"},
                                               {.id = "a", .name = "y"},
                                               {.id = "a", .name = "x"}}}});
    ASSERT_EQ(server.asked.size(), 1u);
    EXPECT_EQ(server.asked[0].body, R"({"plans":[{"id":"a","name":"x"},{"id":"b","name":"x"}]})");
    EXPECT_NE(all[0].success(), nullptr);
    EXPECT_NE(all[1].success(), nullptr);
    EXPECT_EQ(code_of(all[2]), "id_repeated");
    EXPECT_EQ(all[2].failure()->message(),
              R"(not sent: item 0 has the same id "a", but different contents; rows are matched by id)");
    EXPECT_EQ(*all[3].success(), *all[0].success());
    EXPECT_EQ(all[3].index, 3u);
}

TEST(tally_by_id, keeps_items_without_an_id_apart)
{
    canned server{.body = R"({"responses":[{"code":"OK","id":"a"}]})"};
    std::vector<tally::plan> plans(200); // more than the hash of ids tries
    plans[0].id = "a";
    auto const all = http::call(server, endpoint(), rename_plans{{plans}});
    EXPECT_EQ(server.asked.size(), 4u);
    EXPECT_NE(all[0].success(), nullptr);
    EXPECT_EQ(all.count_failed(), 199u);
    EXPECT_EQ(code_of(all[1]), "id_missing");
}

// --- by index

struct indexed_row {
    std::optional<std::size_t> index{};
    std::optional<tally::plan_id> id{};
};
BOOST_DESCRIBE_STRUCT(indexed_row, (), (index, id))

struct indexed_reply {
    std::vector<indexed_row> success{};
    std::vector<tally::create_error> error{};
};
BOOST_DESCRIBE_STRUCT(indexed_reply, (), (success, error))

/// `indices` is for one kind of row; the other has a member `index`.
struct create_by_index : tally::create_plans {
    using result_type = outlay::batch<indexed_row, tally::create_error>;
    using reply_type = indexed_reply;
    static constexpr auto rows =
        std::tuple{outlay::successes<&indexed_reply::success>, outlay::refusals<&indexed_reply::error>};
    static constexpr auto matching = outlay::matching::by_index;
};
static_assert(http::check_operation<create_by_index>());

TEST(tally_by_index, finds_it_in_a_member_where_no_function_does)
{
    canned const server{.body = R"({"success":[{"index":2,"id":"c"},{"index":0,"id":"a"}],
                                    "error":[{"message":"no","location":{"fieldPath":[{"index":1}]}}]})"};
    auto const all = http::call(canned(server), endpoint(), create_by_index{{std::vector<tally::plan>(3)}});
    EXPECT_EQ(all[0].success()->id, "a");
    EXPECT_EQ(all[1].refusal()->message, "no");
    EXPECT_EQ(all[2].success()->id, "c");
}

/// A call whose reply has a rule for requests, in a class without a direction.
struct get_checked_plan : tally::get_plan {};

TEST(tally_single, holds_no_reply_to_rules_for_requests)
{
    canned const server{.status = 200,
                        .body = R"({"id":"p1","name":"","amount":-1})"}; // a request needs a name and no less than 0
    auto const plan = http::call(canned(server), endpoint(), get_checked_plan{{.id = tally::plan_id("p1")}});
    ASSERT_TRUE(plan) << plan.error();
    EXPECT_EQ(plan->amount, outlay::decimal(-1));
}

// --- by position

TEST(tally_by_position, finds_the_error_of_an_empty_row_by_the_index_in_its_path)
{
    auto const all = create(4, R"({"results":[{"id":"a"},{},{"id":"c"},{}],"failure":{"details":[
        {"errors":[{"message":"too much","location":{"fieldPath":[{"name":"plans","index":3},{"name":"amount"}]}}]},
        {"errors":[{"message":"no name","location":{"fieldPath":[{"name":"plans","index":1}]}}]}]}})");
    EXPECT_EQ(all[0].success()->id, "a");
    EXPECT_EQ(all[1].refusal()->message, "no name");
    EXPECT_EQ(all[2].success()->id, "c");
    EXPECT_EQ(all[3].refusal()->message, "too much");
}

TEST(tally_by_position, counts_in_each_call_anew)
{
    tally::fake_server server(0);
    std::vector<tally::plan> plans(120);
    for (std::size_t i = 0; i < plans.size(); ++i) plans[i].amount = outlay::decimal(i == 70 ? 2000 : 1);
    auto const all = http::call(server, endpoint(), tally::create_plans{plans});
    EXPECT_EQ(server.calls, 3);
    EXPECT_EQ(all.count_succeeded(), 119u);
    EXPECT_EQ(all[70].refusal()->message, "more than 1000");
    EXPECT_EQ(all[119].success()->id, "new19");
}

TEST(tally_by_position, takes_no_row_if_there_are_more_or_fewer_than_items)
{
    std::string const refusal =
        R"("failure":{"details":[{"errors":[{"message":"no","location":{"fieldPath":[{"index":1}]}}]}]})";
    for (auto const& [results, count] :
         {std::pair(R"([{"id":"a"},{}])", "2 rows"), std::pair(R"([{"id":"a"},{},{"id":"c"},{"id":"d"}])", "4 rows"),
          std::pair(R"([{"id":"b"}])", "1 row"), std::pair("[]", "0 rows")}) {
        auto const all = create(3, R"({"results":)" + std::string(results) + "," + refusal + "}");
        EXPECT_EQ(code_of(all[0]), "row_count");
        EXPECT_EQ(all[0].failure()->message(), std::string("the reply has ") + count +
                                                   " for 3 items, and rows are matched by their position" + in_doubt);
        EXPECT_EQ(all[1].refusal()->message, "no"); // its row has an index
        EXPECT_EQ(code_of(all[2]), "row_count");
    }
}

TEST(tally_by_position, fails_an_item_with_a_result_and_an_error)
{
    auto const all = create(2, R"({"results":[{"id":"a"},{"id":"b"}],"failure":{"details":[
        {"errors":[{"message":"no","location":{"fieldPath":[{"index":1}]}}]}]}})");
    EXPECT_NE(all[0].success(), nullptr);
    EXPECT_EQ(code_of(all[1]), "index_repeated");
}

TEST(tally_by_position, fails_an_empty_row_whose_error_is_out_of_range_or_has_no_index)
{
    auto const all = create(2, R"({"results":[{"id":"a"},{}],"failure":{"details":[{"errors":[
        {"message":"no","location":{"fieldPath":[{"index":2}]}},
        {"message":"no","location":{"fieldPath":[{"name":"plans"}]}}, {"message":"no"}]}]}})");
    EXPECT_NE(all[0].success(), nullptr);
    EXPECT_EQ(code_of(all[1]), "index_missing");
    EXPECT_EQ(
        all[1].failure()->message(),
        R"(no row of the reply has index 1, 2 rows refer to no item of the request, 1 index is out of range; of these, a refusal: )"
        R"({"message":"no","location":{"fieldPath":[{"index":2}]}})" +
            in_doubt);
}

/// The same call, where an item may have several errors.
struct create_with_all_errors : tally::create_plans {
    struct errors {
        explicit errors(tally::create_error&& first) { all.push_back(std::move(first)); }
        std::vector<tally::create_error> all;

        friend bool operator==(errors const&, errors const&) = default;
    };
    using result_type = outlay::batch<tally::plan, errors>;

    static void merge_refusal(errors& of_item, tally::create_error&& more) { of_item.all.push_back(std::move(more)); }
};
static_assert(http::check_operation<create_with_all_errors>());

TEST(tally_by_position, gives_an_item_all_of_its_errors_if_the_operation_merges_them)
{
    canned const server{.body = R"({"results":[{"id":"a"},{},{}],"failure":{"details":[
        {"errors":[{"message":"no","location":{"fieldPath":[{"index":1}]}},
                   {"message":"nor","location":{"fieldPath":[{"index":2}]}}]},
        {"errors":[{"message":"never","location":{"fieldPath":[{"index":1}]}}]}]}})"};
    auto const all = http::call(canned(server), endpoint(), create_with_all_errors{{std::vector<tally::plan>(3)}});
    EXPECT_EQ(all[0].success()->id, "a");
    ASSERT_EQ(all[1].refusal()->all.size(), 2u);
    EXPECT_EQ(all[1].refusal()->all[0].message, "no");
    EXPECT_EQ(all[1].refusal()->all[1].message, "never");
    ASSERT_EQ(all[2].refusal()->all.size(), 1u);
    EXPECT_EQ(all[2].refusal()->all[0].message, "nor");
}

TEST(tally_by_position, fails_an_item_with_a_result_and_merged_errors)
{
    canned const server{.body = R"({"results":[{"id":"a"}],"failure":{"details":[
        {"errors":[{"message":"no","location":{"fieldPath":[{"index":0}]}}]}]}})"};
    auto const all = http::call(canned(server), endpoint(), create_with_all_errors{{std::vector<tally::plan>(1)}});
    EXPECT_EQ(code_of(all[0]), "index_repeated");
}

TEST(tally_by_position, fails_an_item_one_of_whose_errors_cannot_be_read)
{
    canned const server{.body = R"({"results":[{}],"failure":{"details":[{"errors":[
        {"message":"no","location":{"fieldPath":[{"index":0}]}},
        {"message":7,"location":{"fieldPath":[{"index":0}]}}]}]}})"};
    auto const all = http::call(canned(server), endpoint(), create_with_all_errors{{std::vector<tally::plan>(1)}});
    EXPECT_EQ(code_of(all[0]), "type");
}

/// The same call, with a function that throws.
struct create_with_an_exception : create_with_all_errors {
    static void merge_refusal(errors&, tally::create_error&&) { throw std::runtime_error("not merged"); }
};

TEST(tally_by_position, keeps_the_items_before_an_exception_of_the_operation)
{
    canned const server{.body = R"({"results":[{"id":"a"},{},{"id":"c"}],"failure":{"details":[{"errors":[
        {"message":"no","location":{"fieldPath":[{"index":1}]}},
        {"message":"never","location":{"fieldPath":[{"index":1}]}}]}]}})"};
    auto const all = http::call(canned(server), endpoint(), create_with_an_exception{{std::vector<tally::plan>(3)}});
    EXPECT_EQ(all[0].success()->id, "a");
    for (std::size_t const lost : {1u, 2u}) EXPECT_EQ(code_of(all[lost]), "exception");
}

TEST(tally_by_position, says_that_a_create_may_have_been_carried_out)
{
    canned server{.status = 502, .body = "<html>"};
    auto const all = http::call(server, endpoint(), tally::create_plans{{{.name = "x"}}}, impatient());
    EXPECT_EQ(server.asked.size(), 1u);
    EXPECT_THAT(all[0].failure()->message(), testing::EndsWith(in_doubt));
}

TEST(tally_by_position, sends_nothing_of_an_item_that_breaks_a_rule)
{
    tally::fake_server server(0);
    auto const all = http::call(server, endpoint(),
                                tally::create_plans{{{.name = "", .amount = outlay::decimal(1)},
                                                     {.name = "x", .amount = outlay::decimal(-1)},
                                                     {.name = "x", .amount = outlay::decimal(1)}}});
    EXPECT_EQ(all[0].failure()->report()[0].pointer, "/plans/0/name");
    EXPECT_EQ(all[1].failure()->report()[0].pointer, "/plans/1/amount");
    EXPECT_EQ(all[2].success()->id, "new0");
}

/// A vendor whose rows have the ids of their items.
struct update_by_id_and_position : tally::update_plans {
    static constexpr auto ids = std::tuple{&tally::update_row::id, &tally::plan::id};
};
static_assert(http::check_operation<update_by_id_and_position>());

TEST(tally_by_position, takes_no_row_that_has_the_id_of_another_item)
{
    std::vector<tally::plan> const plans{
        {.id = tally::plan_id("a")}, {.id = tally::plan_id("b")}, {.id = tally::plan_id("c")}, {}};
    canned const server{.body = R"({"responses":[{"code":"OK","id":"a"},{"code":"OK","id":"c"},{"code":"OK"},
                                                 {"code":"OK","id":"d"}]})"};
    auto const all = http::call(canned(server), endpoint(), update_by_id_and_position{{plans}});
    EXPECT_NE(all[0].success(), nullptr);
    EXPECT_EQ(code_of(all[1]), "id_mismatch");
    EXPECT_EQ(all[1].failure()->message(),
              R"(the row of the reply at position 1 has the id "c", and item 1 of the request "b")");
    EXPECT_NE(all[2].success(), nullptr); // the row has no id
    EXPECT_NE(all[3].success(), nullptr); // the item has no id
}

TEST(tally_by_position, counts_rows_before_it_compares_ids)
{
    canned const server{.body = R"({"responses":[{"code":"OK","id":"b"}]})"};
    auto const all =
        http::call(canned(server), endpoint(),
                   update_by_id_and_position{{{{.id = tally::plan_id("a")}, {.id = tally::plan_id("b")}}}});
    EXPECT_EQ(code_of(all[0]), "row_count");
    EXPECT_EQ(code_of(all[1]), "row_count");
}

// --- rules that need a member of the operation

/// Plans of an account with a limit, which is in the URL and not in the body.
struct update_within : tally::update_plans {
    outlay::decimal limit{};
    static constexpr std::size_t items_per_call = 2;

    outlay::report check(tally::plan const& item) const
    {
        outlay::report found;
        if (item.amount > limit)
            found.add({.pointer = "/amount", .code = "above_the_limit", .message = "more than the limit"});
        return found;
    }
};
static_assert(http::check_operation<update_within>());

/// Three plans, of which some are above the limit of 10.
auto update_amounts(canned& server, std::vector<outlay::decimal> const& amounts)
{
    update_within what;
    what.limit = outlay::decimal(10);
    for (outlay::decimal const amount : amounts) what.plans.push_back({.name = "x", .amount = amount});
    return http::call(server, endpoint(), std::move(what));
}

TEST(tally_checks, fail_an_item_alone)
{
    canned server{.body = R"({"responses":[{"code":"OK","id":"a"}]})"};
    auto const all = update_amounts(server, {outlay::decimal(11), outlay::decimal(10), outlay::decimal(12)});
    EXPECT_EQ(all[0].failure()->report()[0].pointer, "/plans/0/amount");
    EXPECT_EQ(code_of(all[0]), "above_the_limit");
    EXPECT_EQ(all[1].success()->id, "a");
    EXPECT_EQ(all[2].failure()->report()[0].pointer, "/plans/2/amount");
    EXPECT_EQ(server.asked.size(), 1u);
}

TEST(tally_checks, add_to_the_violations_of_the_body)
{
    canned server{.body = R"({"responses":[{"code":"OK"}]})"};
    update_within what;
    what.limit = outlay::decimal(10);
    what.plans = {{.name = "", .amount = outlay::decimal(11)}, {.name = "x", .amount = outlay::decimal(1)}};
    auto const all = http::call(server, endpoint(), std::move(what));
    EXPECT_EQ(all[0].failure()->report().size(), 2u);
    EXPECT_EQ(all[0].failure()->report()[0].pointer, "/plans/0/name");
    EXPECT_EQ(all[0].failure()->report()[1].pointer, "/plans/0/amount");
    EXPECT_NE(all[1].success(), nullptr);
}

TEST(tally_checks, send_nothing_if_every_item_breaks_a_rule)
{
    canned server;
    auto const all = update_amounts(server, {outlay::decimal(11), outlay::decimal(12), outlay::decimal(13)});
    EXPECT_EQ(all.count_failed(), 3u);
    EXPECT_THAT(server.asked, testing::IsEmpty());
}

// --- refusals only

/// PUT /plans/check: whether plans would be accepted, for a team. The reply names only those that would not.
struct check_request {
    std::vector<tally::plan> plans{};
    std::optional<std::string> team{};
};
BOOST_DESCRIBE_STRUCT(check_request, (), (plans, team))

} // namespace tally_test

template<>
struct outlay::model<tally_test::check_request> {
    static constexpr auto members = std::tuple{member<&tally_test::check_request::team>(length(1, 10))};
};

namespace tally_test {

struct check_reply {
    std::optional<tally::partial_failure> failure{};
    outlay::extras extras{};
};
BOOST_DESCRIBE_STRUCT(check_reply, (), (failure, extras))

struct would_be_taken {
    friend bool operator==(would_be_taken, would_be_taken) = default;
};

struct check_plans : tally::create_plans {
    std::string team{};

    using result_type = outlay::batch<would_be_taken, tally::create_error>;
    using body_type = check_request;
    using reply_type = check_reply;
    static constexpr std::size_t items_per_call = 2;
    static constexpr auto body_items = &check_request::plans;
    static constexpr auto rows = std::tuple{
        outlay::refusals<&check_reply::failure, &tally::partial_failure::details, &tally::error_detail::errors>};

    check_request body() const { return {.team = team}; }

    static std::optional<would_be_taken> unrefused(check_reply const& reply)
    {
        bool const names_none = reply.failure && reply.failure->details.empty();
        return names_none ? std::nullopt : std::optional(would_be_taken());
    }
    static constexpr bool may_repeat() noexcept { return true; }
};
static_assert(http::check_operation<check_plans>());

check_plans::result_type check(std::size_t count, std::string_view reply)
{
    check_plans what{{std::vector<tally::plan>(count)}, "red"};
    return http::call(canned{.body = std::string(reply)}, endpoint(), std::move(what), impatient());
}

TEST(tally_refusals_only, takes_each_item_for_a_success_that_no_refusal_names)
{
    auto const all = check(2, R"({"failure":{"details":[{"errors":[
        {"message":"no","location":{"fieldPath":[{"index":1}]}}]}]}})");
    EXPECT_NE(all[0].success(), nullptr);
    EXPECT_EQ(all[1].refusal()->message, "no");
    EXPECT_TRUE(check(2, "{}").ok());
}

TEST(tally_refusals_only, takes_none_for_a_success_if_a_refusal_names_no_item)
{
    for (std::string_view const place : {R"("location":{"fieldPath":[{"index":2}]})", R"("location":{})"}) {
        auto const all =
            check(2, R"({"failure":{"details":[{"errors":[{"message":"no","location":{"fieldPath":[{"index":1}]}},
                        {"message":"nor",)" +
                         std::string(place) + "}]}]}}");
        EXPECT_EQ(code_of(all[0]), "index_missing");
        EXPECT_THAT(all[0].failure()->message(), HasSubstr("nor"));
        EXPECT_EQ(all[1].refusal()->message, "no");
    }
}

TEST(tally_refusals_only, needs_a_reply_that_reports_success)
{
    EXPECT_EQ(code_of(check(1, R"({"failure":{"details":[]}})")[0]), "index_missing");
    EXPECT_EQ(code_of(check(1, R"({"failure":{"details":[7]}})")[0]), "type");
    EXPECT_EQ(code_of(check(1, R"({"message":"no access"})")[0]), "no_reply");
    EXPECT_EQ(code_of(check(1, R"({"code":"NO_ACCESS"})")[0]), "error_in_reply");
    EXPECT_EQ(check(1, "").count_failed(), 1u);
    EXPECT_EQ(check(1, "<html>").count_failed(), 1u);
}

TEST(tally_refusals_only, correlates_without_a_call)
{
    std::vector<tally::plan> const plans(2);
    auto const all = outlay::correlate<check_plans>(plans, outlay::inspect<check_reply>("{}"));
    EXPECT_TRUE(all.ok());
}

TEST(tally_body, has_the_members_that_the_operation_sets_beside_the_items)
{
    canned server{.body = "{}"};
    check_plans what{{std::vector<tally::plan>(3)}, "red"};
    auto const all = http::call(server, endpoint(), what);
    EXPECT_TRUE(all.ok());
    ASSERT_EQ(server.asked.size(), 2u);
    EXPECT_EQ(server.asked[0].body, R"({"plans":[{},{}],"team":"red"})");
    EXPECT_EQ(server.asked[1].body, R"({"plans":[{}],"team":"red"})");
}

TEST(tally_body, sends_nothing_if_a_member_beside_the_items_breaks_a_rule)
{
    canned server{.body = "{}"};
    auto const all =
        http::call(server, endpoint(), check_plans{{std::vector<tally::plan>(3)}, "a name of many characters"});
    EXPECT_EQ(all.count_failed(), 3u);
    for (auto const& one : all) EXPECT_EQ(one.failure()->report()[0].pointer, "/team");
    EXPECT_THAT(server.asked, testing::IsEmpty());
}

// --- one mixed list

TEST(tally_mixed, reads_the_kind_of_each_row)
{
    auto const all = update(3, R"({"responses":[{"code":"OK","id":"a"},{"code":"LOCKED","message":"later"},{}]})");
    EXPECT_EQ(all[0].success()->id, "a");
    EXPECT_EQ(all[1].refusal()->message, "later");
    EXPECT_EQ(*all[2].refusal(),
              tally::update_row()); // an empty row is no failure here: the operation decides on its kind
}

TEST(tally_mixed, takes_no_row_if_there_are_more_or_fewer_than_items)
{
    auto const all = update(2, R"({"responses":[{"code":"OK","id":"a"}]})");
    EXPECT_EQ(all.count_failed(), 2u);
    EXPECT_EQ(code_of(all[0]), "row_count");
}

// --- three lists

TEST(tally_three_lists, splits_the_rows_of_partial_successes)
{
    auto const all = close({"a", "b", "c"}, R"({"closed":[{"id":"c","leftOver":1}],
        "partlyClosed":[{"id":"a","leftOver":2,"reasons":["an order is open"]}],
        "notClosed":[{"id":"b","reasons":["locked"]}]})");
    EXPECT_TRUE(all[0].is_partial());
    EXPECT_EQ(all[0].success()->left_over, outlay::decimal(2));
    EXPECT_THAT(all[0].refusal()->reasons, ElementsAre("an order is open"));
    EXPECT_THAT(all[1].refusal()->reasons, ElementsAre("locked"));
    EXPECT_EQ(all[2].success()->left_over, outlay::decimal(1));
    EXPECT_EQ(all.count_partial(), 1u);
    EXPECT_EQ(all.count_refused(), 1u);
    EXPECT_EQ(all.count_succeeded(), 1u);
    EXPECT_FALSE(all.ok());
}

TEST(tally_three_lists, fails_an_item_that_is_in_two_of_them)
{
    auto const all = close({"a", "b"}, R"({"closed":[{"id":"a"}],"partlyClosed":[{"id":"b","reasons":["x"]}],
                                            "notClosed":[{"id":"b","reasons":["y"]}]})");
    EXPECT_NE(all[0].success(), nullptr);
    EXPECT_EQ(code_of(all[1]), "id_repeated");
}

TEST(tally_three_lists, reports_an_error_under_a_success_status)
{
    auto const all = close({"a"}, R"({"code":"CLOSED_FOR_LUNCH","message":"at two"})");
    EXPECT_EQ(all[0].failure()->message(), "207: an error instead of a reply: CLOSED_FOR_LUNCH: at two");
}

// --- pages

template<class Rows>
std::vector<std::string> ids_of(Rows const& rows)
{
    std::vector<std::string> all;
    for (auto const& row : rows) all.push_back(outlay::encode(row.id));
    return all;
}

TEST(tally_pages, go_on_by_a_cursor_in_the_query)
{
    tally::fake_server server(5);
    std::vector<std::string> urls;
    auto transport = [&](http::request const& r) {
        EXPECT_EQ(r.body, "");
        EXPECT_EQ(r.header("Content-Type"), std::nullopt);
        urls.push_back(r.url);
        return server(r);
    };
    auto const all = http::call(transport, endpoint(), tally::list_plans{}).value();
    EXPECT_THAT(ids_of(all.plans), ElementsAre("\"p1\"", "\"p2\"", "\"p3\"", "\"p4\"", "\"p5\""));
    EXPECT_TRUE(all.is_complete());
    EXPECT_THAT(urls, ElementsAre("https://api.tally.example/v1/plans", "https://api.tally.example/v1/plans?after=p3"));
}

TEST(tally_pages, encode_the_cursor)
{
    canned server{.status = 200, .body = R"({"plans":[{"id":"a"}],"paging":{"after":"a&b=c d"}})"};
    auto const all = http::call(server, endpoint(), tally::list_plans{}).value();
    ASSERT_EQ(server.asked.size(), 2u);
    EXPECT_EQ(server.asked[1].url, "https://api.tally.example/v1/plans?after=a%26b%3Dc%20d");
    EXPECT_THAT(all.incomplete->message(), HasSubstr("already read")); // the same cursor again
    EXPECT_EQ(all.plans.size(), 2u);
}

TEST(tally_pages, go_on_by_a_cursor_in_the_body)
{
    tally::fake_server server(12);
    std::vector<std::string> bodies;
    auto transport = [&](http::request const& r) {
        bodies.push_back(r.body);
        return server(r);
    };
    auto const all = http::call(transport, endpoint(), tally::search_plans{"Plan 1"}).value();
    EXPECT_THAT(ids_of(all.hits), ElementsAre("\"p1\"", "\"p10\"", "\"p11\"", "\"p12\""));
    EXPECT_EQ(bodies[0], R"({"text":"Plan 1"})");
    EXPECT_EQ(bodies[1], R"({"text":"Plan 1","resumeFrom":"p10"})");
}

TEST(tally_pages, go_on_by_a_url_and_to_no_other_server)
{
    tally::fake_server server(0);
    auto const all = http::call(server, endpoint(), tally::list_invoices{}).value();
    EXPECT_EQ(server.calls, 3);
    EXPECT_THAT(ids_of(all.invoices), ElementsAre("\"i1\"", "\"i2\"", "\"i3\""));
    EXPECT_EQ(all.incomplete->report()[0].code, "other_server");
    EXPECT_FALSE(all.is_complete());
}

/// The months of a plan, in an object of their own.
struct plan_history {
    std::string plan{};
    std::vector<tally::plan> months{};
    outlay::extras extras{};
};
BOOST_DESCRIBE_STRUCT(plan_history, (), (plan, months, extras))

struct history_page {
    tally_test::plan_history plan_history{};
    std::optional<std::string> after{};
};
BOOST_DESCRIBE_STRUCT(history_page, (), (plan_history, after))

/// GET /history: the rows are in a member of a member of the page.
struct list_history {
    using endpoint_type = tally::endpoint;
    using page_type = history_page;
    using result_type = outlay::result<outlay::listing<history_page>>;
    static constexpr auto rows = http::nested_rows<&history_page::plan_history, &plan_history::months>{};

    static std::optional<std::string> next(history_page const& page) { return page.after; }
    outlay::result<http::request> request(tally::endpoint const& at, std::string_view cursor) const
    {
        return at.start(http::method::get, cursor.empty() ? "/history" : "/history?more");
    }
    static constexpr bool accepts(int status) noexcept { return status == 200; }
    static constexpr bool may_repeat() noexcept { return true; }
};
static_assert(http::check_operation<list_history>());

TEST(tally_pages, may_have_their_rows_in_a_member)
{
    std::vector<http::request> asked;
    auto server = [&](http::request const& r) {
        asked.push_back(r);
        return http::response{
            .status = 200,
            .body = asked.size() == 1 ? R"({"planHistory":{"plan":"a","months":[{"id":"1"},{"id":[]}]},"after":"x"})"
                                      : R"({"planHistory":{"plan":"a","months":[{"id":"3"}]}})"};
    };
    auto const all = http::call(server, endpoint(), list_history{}).value();
    EXPECT_THAT(ids_of(all.plan_history.months), ElementsAre("\"1\"", "\"3\""));
    EXPECT_EQ(all.plan_history.plan, "a");
    EXPECT_EQ(all.incomplete, std::nullopt);
    EXPECT_EQ(all.found.size(), 1u);
    EXPECT_EQ(all.found[0].pointer, "/planHistory/months/1/id");
    EXPECT_EQ(asked.size(), 2u);
}

TEST(tally_pages, keep_the_good_rows)
{
    canned server{.status = 200, .body = R"({"invoices":[{"id":"a","amount":1},{"id":"b","amount":"?"}]})"};
    auto const all = http::call(server, endpoint(), tally::list_invoices{}).value();
    EXPECT_THAT(ids_of(all.invoices), ElementsAre("\"a\""));
    EXPECT_EQ(all.found[0].pointer, "/invoices/1/amount");
}

TEST(tally_pages, without_all_of_their_violations_are_lost)
{
    std::string rows;
    for (int i = 0; i < 1001; ++i) rows += R"({"id":7},)"; // one more than are kept
    canned server{.status = 200, .body = R"({"invoices":[)" + rows + R"({"id":"a","amount":1}]})"};
    auto const all = http::call(server, endpoint(), tally::list_invoices{});
    ASSERT_FALSE(all);
    EXPECT_EQ(all.error().report().omitted(), 1u);
}

/// A page of a server that leaves out empty lists.
struct sparse_page {
    std::vector<tally::plan> plans{};
};
BOOST_DESCRIBE_STRUCT(sparse_page, (), (plans))

/// GET /plans of such a server.
template<bool MaySayNothing>
struct list_sparse_plans {
    using endpoint_type = tally::endpoint;
    using page_type = sparse_page;
    using result_type = outlay::result<outlay::listing<sparse_page>>;
    static constexpr auto rows = &sparse_page::plans;
    static constexpr bool may_say_nothing = MaySayNothing;

    static std::optional<std::string> next(sparse_page const&) { return std::nullopt; }
    outlay::result<http::request> request(tally::endpoint const& at, std::string_view) const
    {
        return at.start(http::method::get, "/plans");
    }
    static constexpr bool accepts(int status) noexcept { return status == 200; }
    static constexpr bool may_repeat() noexcept { return true; }
};

} // namespace tally_test

template<>
struct outlay::model<tally_test::sparse_page> {
    static constexpr auto direction = outlay::direction::reply;
    static constexpr auto members = std::tuple{member<&tally_test::sparse_page::plans>(presence::optional)};
};

namespace tally_test {

TEST(tally_pages, accept_an_empty_page_where_the_operation_allows_it)
{
    auto const list = [](auto what, std::string_view reply) {
        return http::call(canned{.status = 200, .body = std::string(reply)}, endpoint(), what, impatient());
    };
    auto const none = list(list_sparse_plans<true>{}, "{}");
    ASSERT_TRUE(none) << none.error();
    EXPECT_TRUE(none->plans.empty());
    EXPECT_TRUE(none->is_complete());
    EXPECT_EQ(list(list_sparse_plans<true>{}, R"({"plans":[{"id":"p1"}]})").value().plans.size(), 1u);
    for (auto const* wrong :
         {"", "[]", "<html>", R"({"message":"no access"})", R"({"code":"NO","message":"no access"})"})
        EXPECT_FALSE(list(list_sparse_plans<true>{}, wrong)) << wrong;
    EXPECT_EQ(list(list_sparse_plans<false>{}, "{}").error().report()[0].code, "no_reply");
}

// --- an exchange

TEST(tally_exchange, abandoned_before_its_first_call_has_the_reason)
{
    http::exchange work{endpoint(), tally::get_plan{.id = tally::plan_id("p1")}};
    work.abandon(std::runtime_error("shutting down"));
    auto const got = std::move(work).finish();
    EXPECT_EQ(got.error().report()[0].code, "exception");
    EXPECT_EQ(got.error().message(), "shutting down");
}

TEST(tally_exchange, returns_the_request_under_way_after_it_is_cancelled)
{
    http::exchange work{endpoint(), tally::get_plan{.id = tally::plan_id("p1")}};
    ASSERT_TRUE(std::holds_alternative<http::send>(work.next()));
    work.cancel();
    EXPECT_TRUE(std::holds_alternative<http::send>(work.next()));
    work.feed(http::response{.status = 200, .body = R"({"id":"p1"})"});
    EXPECT_TRUE(std::holds_alternative<http::done>(work.next()));
    EXPECT_EQ(std::move(work).finish()->id, "p1");
}

TEST(tally_exchange, makes_no_call_once_its_endpoint_cancels_it)
{
    // In the function for a token, and in that for a new one after the first is rejected.
    for (int const most_tokens : {0, 1}) {
        int tokens = 0;
        std::optional<http::exchange<tally::get_plan>> work;
        tally::endpoint const at{.account = "acme", .tokens = http::token_source([&] {
                                                        if (tokens++ == most_tokens) work->cancel();
                                                        return http::access_token{.value = outlay::secret("token-1")};
                                                    })};
        work.emplace(at, tally::get_plan{.id = tally::plan_id("p1")});
        if (most_tokens == 1) {
            ASSERT_TRUE(std::holds_alternative<http::send>(work->next()));
            work->feed(http::response{.status = 401});
        }
        EXPECT_TRUE(std::holds_alternative<http::done>(work->next()));
        EXPECT_EQ((*std::move(work)).finish().error().report()[0].code, most_tokens == 0 ? "not_sent" : "http_401");
    }
}

// --- the endpoint

TEST(tally_endpoint, signs_each_attempt_with_its_token)
{
    tally::fake_server server(3);
    server.good_token = "token-2";
    std::vector<std::string> checksums;
    auto transport = [&](http::request const& r) {
        int count = 0;
        for (http::header const& h : r.headers) count += h.name == "Tally-Checksum";
        EXPECT_EQ(count, 1);
        EXPECT_EQ(r.header("Tally-Checksum"), tally::checksum_of(r));
        checksums.emplace_back(*r.header("Authorization"));
        return server(r);
    };
    int tokens = 0;
    tally::client client{transport, {.account = "acme", .tokens = http::token_source([&] {
                                                            return http::access_token{
                                                                .value = "token-" + std::to_string(++tokens)};
                                                        })}};
    EXPECT_TRUE(client.read_spend({{"p1"}}).ok());
    EXPECT_TRUE(client.read_spend({{"p2"}}).ok());
    EXPECT_THAT(checksums, ElementsAre("Bearer token-1", "Bearer token-2", "Bearer token-2"));
}

TEST(tally_endpoint, sends_nothing_that_could_not_be_signed)
{
    canned server;
    auto at = endpoint();
    at.sign = [](http::request const&) -> outlay::result<void> {
        return outlay::error(outlay::error_kind::invalid, "no_key", "the key is on another disk");
    };
    auto const all = http::call(server, at, tally::read_spend{{{"p1"}}});
    EXPECT_EQ(code_of(all[0]), "no_key");
    EXPECT_TRUE(server.asked.empty());
}

TEST(tally_endpoint, decides_after_which_statuses_a_call_is_retried)
{
    auto const calls = [](int status, http::call_options options) {
        canned server{.status = status, .body = "{}"};
        (void)http::call(server, endpoint(), tally::get_plan{"p1"}, options);
        return server.asked.size();
    };
    EXPECT_EQ(calls(529, impatient()), 4u);
    EXPECT_EQ(calls(420, impatient()), 4u);
    EXPECT_EQ(calls(503, impatient()), 4u);
    EXPECT_EQ(calls(500, impatient()), 1u);
    auto options = impatient();
    options.retry.repeat = http::status_set{500};
    EXPECT_EQ(calls(500, options), 4u);
    EXPECT_EQ(calls(529, options), 1u);
}

TEST(tally_endpoint, waits_as_the_vendor_asks_and_until_its_window_ends)
{
    std::vector<std::chrono::milliseconds> waits;
    tally::fake_server server(120);
    server.busy_at = 1;
    auto client = tally::client<tally::fake_server&>{server, endpoint(), patient(waits)};
    EXPECT_TRUE(client.get_plan("p1").has_value());
    EXPECT_THAT(waits, ElementsAre(std::chrono::seconds(2)));

    waits.clear();
    server.calls_left = 2; // two calls of three, and then a new window
    std::vector<tally::plan_ref> plans;
    for (std::size_t i = 1; i <= 120; ++i) plans.push_back({"p" + std::to_string(i)});
    EXPECT_EQ(client.read_spend(plans).count_failed(), 0u);
    ASSERT_EQ(waits.size(), 1u);
    EXPECT_GT(waits[0], std::chrono::milliseconds(4'000));
    EXPECT_LE(waits[0], std::chrono::milliseconds(5'000));
}

/// POST /plans of one plan, whose URL is in the header Location of the response.
struct create_plan {
    using endpoint_type = tally::endpoint;
    using result_type = outlay::result<http::created<tally::plan>>;

    outlay::result<http::request> request(tally::endpoint const& at) const
    {
        return at.start(http::method::post, "/plans");
    }

    static constexpr bool accepts(int status) noexcept { return status == 201; }
    static constexpr bool may_repeat() noexcept { return false; }
};
static_assert(http::check_operation<create_plan>());

TEST(tally_create, returns_the_location_of_the_created_resource)
{
    canned server{.status = 201, .body = R"({"id":"p7"})", .headers = {{"LOCATION", "/plans/p7"}}};
    auto const made = http::call(server, endpoint(), create_plan());
    ASSERT_TRUE(made) << made.error();
    EXPECT_EQ(made->id, "p7");
    EXPECT_EQ(made->location, "/plans/p7");
    EXPECT_EQ(outlay::encode(*made), R"({"id":"p7"})"); // the reply alone
    auto const other = http::call(canned{.status = 201, .body = server.body}, endpoint(), create_plan());
    EXPECT_EQ(other->location, std::nullopt);
    EXPECT_NE(*made, *other);
    EXPECT_EQ(outlay::decode<http::created<tally::plan>>(server.body).value(), *other);
    EXPECT_EQ(http::created<tally::plan>().location, std::nullopt);
    tally::plan const& plain = *made;
    EXPECT_EQ(plain, tally::plan{.id = "p7"});
    auto const broken = http::call(canned{.status = 201, .body = R"({"id":[]})"}, endpoint(), create_plan());
    EXPECT_THAT(broken.error().message(), HasSubstr("may have been created"));
}

/// An endpoint whose server reports its internal failures with 400.
struct doubtful_endpoint : tally::endpoint {
    static http::rejection rejection_of(http::response const& answer)
    {
        return {.text = answer.body, .is_transient = true, .is_in_doubt = answer.body == "internal"};
    }
};
template<bool Creates>
struct post_plan {
    using endpoint_type = doubtful_endpoint;
    using result_type = outlay::result<void>;

    outlay::result<http::request> request(doubtful_endpoint const& at) const
    {
        return at.start(http::method::post, "/plans");
    }
    static constexpr bool accepts(int status) noexcept { return status == 200; }
    static constexpr bool may_repeat() noexcept { return !Creates; }
};

TEST(tally_create, is_not_retried_where_the_endpoint_reports_doubt)
{
    canned server{.status = 400, .body = "internal"};
    EXPECT_EQ(http::call(server, {endpoint()}, post_plan<true>(), impatient()).error().report()[1].code,
              "outcome_unknown");
    EXPECT_EQ(server.asked.size(), 1u);
    server = {.status = 400, .body = "throttled"};
    auto const refused = http::call(server, {endpoint()}, post_plan<true>(), impatient());
    EXPECT_THAT(refused.error().message(), Not(HasSubstr("may have been created")));
    EXPECT_EQ(server.asked.size(), 4u);
    server = {.status = 400};
    EXPECT_EQ(http::call(server, {endpoint()}, post_plan<true>(), {.retry = {.attempts = 1}}).error().message(),
              "400 Bad Request")
        << "without a text";
    server = {.status = 400, .body = "internal"};
    EXPECT_FALSE(http::call(server, {endpoint()}, post_plan<false>(), impatient()));
    EXPECT_EQ(server.asked.size(), 4u);
}

/// An endpoint with its own media type of replies.
struct typed_endpoint : tally::endpoint {
    static constexpr std::string_view json_type = "application/x-tally-json-1.0";
};
struct get_typed_plan : put_plan<false> {
    using endpoint_type = typed_endpoint;
};
static_assert(http::check_operation<get_typed_plan>());

TEST(tally_endpoint, may_have_another_name_for_json)
{
    auto const code_with = [](std::string type) {
        canned server{.status = 200, .body = R"({"state":"open"})", .headers = {{"Content-Type", std::move(type)}}};
        auto const usual = http::call(server, endpoint(), put_plan<false>(), impatient());
        auto const typed = http::call(server, {endpoint()}, get_typed_plan(), impatient());
        return std::pair(usual.has_value(), typed.has_value());
    };
    EXPECT_EQ(code_with("application/x-tally-json-1.0"), std::pair(false, true));
    EXPECT_EQ(code_with("Application/X-Tally-JSON-1.0; charset=utf-8"), std::pair(false, true));
    EXPECT_EQ(code_with("application/x-tally-json-1.1"), std::pair(false, false));
    EXPECT_EQ(code_with("application/json"), std::pair(true, true));
    EXPECT_EQ(code_with("application/vnd.tally+json"), std::pair(true, true));
    EXPECT_EQ(code_with("text/html"), std::pair(false, false));
    EXPECT_EQ(code_with("json"), std::pair(false, false));
}

TEST(tally_endpoint, shows_no_credential)
{
    canned server{.status = 403, .body = R"({"code":"NO","message":"Bearer token-1 may not"})"};
    auto const all = http::call(server, endpoint(), tally::read_spend{{{"p1"}}});
    EXPECT_EQ(all[0].failure()->message(), "403 Forbidden: NO: *** may not");
    EXPECT_THAT(server.asked[0].to_string(), Not(HasSubstr("token-1")));
    EXPECT_THAT(server.asked[0].to_string(), HasSubstr("Tally-Account: acme"));
}

} // namespace tally_test
