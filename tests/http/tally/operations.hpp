#pragma once

#include "endpoint.hpp"
#include "types.hpp"
#include <algorithm>
#include <cstddef>
#include <optional>
#include <outlay/envelope.hpp>
#include <outlay/http.hpp>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

// The operations of Tally: each is a plain struct of its parameters, with members for the request and the reply.
// outlay/http/operation.hpp lists these members; the static_asserts at the end name, in one line, a missing one.

namespace tally {

// --- a single call

/// GET /plans/{id}
struct get_plan {
    plan_id id{};

    using endpoint_type = tally::endpoint;
    using result_type = outlay::result<plan>;

    outlay::result<http::request> request(tally::endpoint const& at) const
    {
        auto const segment = http::path_segment(id.str());
        if (!segment) return segment.error();
        return at.start(http::method::get, "/plans/" + *segment);
    }

    static constexpr bool accepts(int status) noexcept { return status == 200; }
    static constexpr bool may_repeat() noexcept { return true; }
};

// --- batches: any number of items, each with an outcome

/// POST /spend: rows by id, in any order. An id that is requested twice is sent once, and has two outcomes.
struct read_spend {
    std::vector<plan_ref> plans{};

    using endpoint_type = tally::endpoint;
    using result_type = outlay::batch<spend, spend_error>;
    using body_type = spend_request;
    using reply_type = spend_reply;
    static constexpr std::size_t items_per_call = 50;
    static constexpr auto body_items = &body_type::inputs;
    static constexpr auto rows =
        std::tuple{outlay::successes<&reply_type::results>, outlay::refusals<&reply_type::errors>};
    static constexpr auto matching = outlay::matching::by_id;
    // Ids of an item and of the two kinds of rows. A row with a vector of ids belongs to all of them.
    static constexpr auto ids = std::tuple{&plan_ref::id, &spend::id, &spend_error::ids};

    std::vector<plan_ref>& items() noexcept { return plans; }

    outlay::result<http::request> request(tally::endpoint const& at) const
    {
        return at.start(http::method::post, "/spend");
    }

    static constexpr bool accepts(int status) noexcept { return status == 200 || status == 207; }
    static constexpr bool may_repeat() noexcept { return true; }
};

/// POST /plans: rows by position, `{}` where an item failed, and errors that name the index of their item in a path.
/// A create is not sent again if it may have been carried out: may_repeat().
struct create_plans {
    std::vector<plan> plans{};

    using endpoint_type = tally::endpoint;
    using result_type = outlay::batch<plan, create_error>;
    using body_type = create_request;
    using reply_type = create_reply;
    static constexpr std::size_t items_per_call = 50;
    static constexpr auto body_items = &body_type::plans;
    static constexpr auto rows = std::tuple{
        outlay::successes<&reply_type::results>,
        // failure.details[].errors[]: the path goes through lists, and `failure` may be absent.
        outlay::refusals<&reply_type::failure, &partial_failure::details, &error_detail::errors>,
    };
    static constexpr auto matching = outlay::matching::by_position;

    /// A function finds the index of a row without a member `index`: here in the first step of its path that has one.
    static constexpr std::optional<std::size_t> index_of(create_error const& row)
    {
        if (!row.location) return std::nullopt;
        for (path_step const& step : row.location->field_path)
            if (step.index) return step.index;
        return std::nullopt;
    }
    static constexpr auto indices = std::tuple{&create_plans::index_of};

    std::vector<plan>& items() noexcept { return plans; }

    outlay::result<http::request> request(tally::endpoint const& at) const
    {
        return at.start(http::method::post, "/plans");
    }

    static constexpr bool accepts(int status) noexcept { return status == 201 || status == 207; }
    static constexpr bool may_repeat() noexcept { return false; }
};

/// PUT /plans: one list by position, in which each row has its kind.
struct update_plans {
    std::vector<plan> plans{};

    using endpoint_type = tally::endpoint;
    using result_type = outlay::batch<update_row, update_row>;
    using body_type = update_request;
    using reply_type = update_reply;
    static constexpr std::size_t items_per_call = 50;
    static constexpr auto body_items = &body_type::plans;
    static constexpr auto rows = std::tuple{outlay::successes_and_refusals<&reply_type::responses>};
    static constexpr auto matching = outlay::matching::by_position;

    static bool is_refusal(update_row const& row) { return row.code != "OK"; }

    std::vector<plan>& items() noexcept { return plans; }

    outlay::result<http::request> request(tally::endpoint const& at) const
    {
        return at.start(http::method::put, "/plans");
    }

    static constexpr bool accepts(int status) noexcept { return status == 200 || status == 207; }
    static constexpr bool may_repeat() noexcept { return true; }
};

/// POST /plans/close: three lists, one of plans that were closed although something went wrong.
struct close_plans {
    std::vector<plan_id> plans{};

    using endpoint_type = tally::endpoint;
    using result_type = outlay::batch<closed_plan, close_problem>;
    using body_type = close_request;
    using reply_type = close_reply;
    static constexpr std::size_t items_per_call = 50;
    static constexpr auto body_items = &body_type::ids;
    static constexpr auto rows =
        std::tuple{outlay::successes<&reply_type::closed>, outlay::partials<&reply_type::partly_closed>,
                   outlay::refusals<&reply_type::not_closed>};
    static constexpr auto matching = outlay::matching::by_id;
    static constexpr auto ids = std::tuple{&closed_plan::id, &partly_closed_plan::id, &close_problem::id};

    /// The part that was done, and the errors.
    static std::pair<closed_plan, close_problem> split(partly_closed_plan row)
    {
        return {{.id = row.id, .left_over = row.left_over}, {.id = row.id, .reasons = std::move(row.reasons)}};
    }

    std::vector<plan_id>& items() noexcept { return plans; }

    outlay::result<http::request> request(tally::endpoint const& at) const
    {
        return at.start(http::method::post, "/plans/close");
    }

    static constexpr bool accepts(int status) noexcept { return status == 207; }
    static constexpr bool may_repeat() noexcept { return true; } // a closed plan stays closed
};

// --- lists in pages: `next` returns the cursor of a page, and `request` puts it where the vendor expects it

/// GET /plans?after=...
struct list_plans {
    using endpoint_type = tally::endpoint;
    using page_type = plan_page;
    using result_type = outlay::result<outlay::listing<plan_page>>;
    static constexpr auto rows = &plan_page::plans;

    static std::optional<std::string> next(plan_page const& page)
    {
        return page.paging ? page.paging->after : std::nullopt;
    }

    outlay::result<http::request> request(tally::endpoint const& at, std::string_view cursor) const
    {
        std::string path = "/plans";
        if (!cursor.empty()) http::append_query(path, "after", cursor);
        return at.start(http::method::get, path);
    }

    static constexpr bool accepts(int status) noexcept { return status == 200; }
    static constexpr bool may_repeat() noexcept { return true; }
};

/// POST /plans/search with the cursor in the body.
struct search_plans {
    std::string text{};

    using endpoint_type = tally::endpoint;
    using page_type = search_page;
    using result_type = outlay::result<outlay::listing<search_page>>;
    static constexpr auto rows = &search_page::hits;

    static std::optional<std::string> next(search_page const& page) { return page.continues_at; }

    outlay::result<http::request> request(tally::endpoint const& at, std::string_view cursor) const
    {
        search_request body{.text = text};
        if (!cursor.empty()) body.resume_from = cursor;
        auto made = at.start(http::method::post, "/plans/search");
        if (made) made->body = outlay::encode(body);
        return made;
    }

    static constexpr bool accepts(int status) noexcept { return status == 200; }
    static constexpr bool may_repeat() noexcept { return true; }
};

/// GET /invoices, and then the URL of the next page, if that is on the same server.
struct list_invoices {
    using endpoint_type = tally::endpoint;
    using page_type = invoice_page;
    using result_type = outlay::result<outlay::listing<invoice_page>>;
    static constexpr auto rows = &invoice_page::invoices;

    static std::optional<std::string> next(invoice_page const& page) { return page.next_page_url; }

    outlay::result<http::request> request(tally::endpoint const& at, std::string_view cursor) const
    {
        return cursor.empty() ? at.start(http::method::get, "/invoices") : at.follow(cursor);
    }

    static constexpr bool accepts(int status) noexcept { return status == 200; }
    static constexpr bool may_repeat() noexcept { return true; }
};

static_assert(http::check_operation<get_plan>());
static_assert(http::check_operation<read_spend>());
static_assert(http::check_operation<create_plans>());
static_assert(http::check_operation<update_plans>());
static_assert(http::check_operation<close_plans>());
static_assert(http::check_operation<list_plans>());
static_assert(http::check_operation<search_plans>());
static_assert(http::check_operation<list_invoices>());

} // namespace tally
