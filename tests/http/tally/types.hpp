#pragma once

#include <boost/describe/class.hpp>
#include <cstddef>
#include <optional>
#include <outlay/json.hpp>
#include <outlay/model.hpp>
#include <outlay/value.hpp>
#include <string>
#include <tuple>
#include <vector>

// The bodies that Tally, an invented planning service, sends and takes. Tally has every shape of batch and page that an
// operation can have. A member that its document does not promise is a std::optional, so that its absence is no error.

namespace tally {

using plan_id = outlay::identifier<struct plan_tag>;
using invoice_id = outlay::identifier<struct invoice_tag>;

/// A team's plan for its spending.
struct plan {
    std::optional<plan_id> id{};
    std::optional<std::string> name{};
    std::optional<outlay::decimal> amount{}; ///< in the currency of the account

    friend bool operator==(plan const&, plan const&) = default;
};
BOOST_DESCRIBE_STRUCT(plan, (), (id, name, amount))

/// The body of a reply that is not a success: `{"code": "TOO_FAST", "message": "slow down"}`.
struct api_error {
    std::optional<std::string> code{};
    std::optional<std::string> message{};
};
BOOST_DESCRIBE_STRUCT(api_error, (), (code, message))

// --- POST /v1/spend: rows by id. Results are in any order, and one error names all the ids that it is about.

struct plan_ref {
    plan_id id{};

    friend bool operator==(plan_ref const&, plan_ref const&) = default;
};
BOOST_DESCRIBE_STRUCT(plan_ref, (), (id))

struct spend_request {
    std::vector<plan_ref> inputs{}; ///< 1 to 50
};
BOOST_DESCRIBE_STRUCT(spend_request, (), (inputs))

struct spend {
    std::optional<plan_id> id{};
    std::optional<outlay::decimal> spent{}; ///< in the currency of the account

    friend bool operator==(spend const&, spend const&) = default;
};
BOOST_DESCRIBE_STRUCT(spend, (), (id, spent))

struct spend_error {
    std::optional<std::string> code{};
    std::optional<std::string> message{};
    std::vector<plan_id> ids{}; ///< of all plans with this error

    friend bool operator==(spend_error const&, spend_error const&) = default;
};
BOOST_DESCRIBE_STRUCT(spend_error, (), (code, message, ids))

struct spend_reply {
    std::vector<spend> results{};
    std::vector<spend_error> errors{};
};
BOOST_DESCRIBE_STRUCT(spend_reply, (), (results, errors))

// --- POST /v1/plans: rows by position. Result n is of item n, and `{}` if that failed. The errors are in lists inside
// a list, where the path to the faulty field has the index of the item.

struct create_request {
    std::vector<plan> plans{}; ///< 1 to 50
};
BOOST_DESCRIBE_STRUCT(create_request, (), (plans))

struct path_step {
    std::optional<std::string> name{};
    std::optional<std::size_t> index{};

    friend bool operator==(path_step const&, path_step const&) = default;
};
BOOST_DESCRIBE_STRUCT(path_step, (), (name, index))

struct error_location {
    std::vector<path_step> field_path{}; ///< `plans`, 7, `amount`

    friend bool operator==(error_location const&, error_location const&) = default;
};
BOOST_DESCRIBE_STRUCT(error_location, (), (field_path))

struct create_error {
    std::optional<std::string> message{};
    std::optional<error_location> location{};

    friend bool operator==(create_error const&, create_error const&) = default;
};
BOOST_DESCRIBE_STRUCT(create_error, (), (message, location))

struct error_detail {
    std::vector<create_error> errors{};
};
BOOST_DESCRIBE_STRUCT(error_detail, (), (errors))

struct partial_failure {
    std::vector<error_detail> details{};
};
BOOST_DESCRIBE_STRUCT(partial_failure, (), (details))

struct create_reply {
    std::vector<plan> results{};
    std::optional<partial_failure> failure{}; ///< absent if all succeeded
};
BOOST_DESCRIBE_STRUCT(create_reply, (), (results, failure))

// --- PUT /v1/plans: one list by position, with successes and refusals mixed. `code` distinguishes them.

struct update_request {
    std::vector<plan> plans{}; ///< 1 to 50
};
BOOST_DESCRIBE_STRUCT(update_request, (), (plans))

struct update_row {
    std::optional<std::string> code{}; ///< `OK`, or why not
    std::optional<std::string> message{};
    std::optional<plan_id> id{};

    friend bool operator==(update_row const&, update_row const&) = default;
};
BOOST_DESCRIBE_STRUCT(update_row, (), (code, message, id))

struct update_reply {
    std::vector<update_row> responses{};
};
BOOST_DESCRIBE_STRUCT(update_reply, (), (responses))

// --- POST /v1/plans/close: three lists. A plan may be closed in spite of errors.

struct close_request {
    std::vector<plan_id> ids{}; ///< 1 to 50
};
BOOST_DESCRIBE_STRUCT(close_request, (), (ids))

struct closed_plan {
    std::optional<plan_id> id{};
    std::optional<outlay::decimal> left_over{};

    friend bool operator==(closed_plan const&, closed_plan const&) = default;
};
BOOST_DESCRIBE_STRUCT(closed_plan, (), (id, left_over))

struct close_problem {
    std::optional<plan_id> id{};
    std::vector<std::string> reasons{};

    friend bool operator==(close_problem const&, close_problem const&) = default;
};
BOOST_DESCRIBE_STRUCT(close_problem, (), (id, reasons))

struct partly_closed_plan {
    std::optional<plan_id> id{};
    std::optional<outlay::decimal> left_over{};
    std::vector<std::string> reasons{}; ///< the errors of a closed plan
};
BOOST_DESCRIBE_STRUCT(partly_closed_plan, (), (id, left_over, reasons))

struct close_reply {
    std::vector<closed_plan> closed{};
    std::vector<partly_closed_plan> partly_closed{};
    std::vector<close_problem> not_closed{};
};
BOOST_DESCRIBE_STRUCT(close_reply, (), (closed, partly_closed, not_closed))

// --- GET /v1/plans: pages by a cursor in the query. It is inside `paging`, which the last page does not have.

struct paging {
    std::optional<std::string> after{};

    friend bool operator==(paging const&, paging const&) = default;
};
BOOST_DESCRIBE_STRUCT(paging, (), (after))

struct plan_page {
    std::vector<plan> plans{};
    std::optional<tally::paging> paging{};

    friend bool operator==(plan_page const&, plan_page const&) = default;
};
BOOST_DESCRIBE_STRUCT(plan_page, (), (plans, paging))

// --- POST /v1/plans/search: pages by a cursor in the body, which has one name in the reply and another in the request.

struct search_request {
    std::string text{};
    std::optional<std::string> resume_from{}; ///< absent: the first page
};
BOOST_DESCRIBE_STRUCT(search_request, (), (text, resume_from))

struct search_page {
    std::vector<plan> hits{};
    std::optional<std::string> continues_at{};

    friend bool operator==(search_page const&, search_page const&) = default;
};
BOOST_DESCRIBE_STRUCT(search_page, (), (hits, continues_at))

// --- GET /v1/invoices: each page has the whole URL of the next.

struct invoice {
    invoice_id id{};
    outlay::decimal amount{};

    friend bool operator==(invoice const&, invoice const&) = default;
};
BOOST_DESCRIBE_STRUCT(invoice, (), (id, amount))

struct invoice_page {
    std::vector<invoice> invoices{};
    std::optional<std::string> next_page_url{};

    friend bool operator==(invoice_page const&, invoice_page const&) = default;
};
BOOST_DESCRIBE_STRUCT(invoice_page, (), (invoices, next_page_url))

} // namespace tally

// The rules of Tally's document: a request that breaks one is not sent. Lists that a reply may leave out are optional.

template<>
struct outlay::model<tally::spend_request> {
    static constexpr auto members = std::tuple{
        member<&tally::spend_request::inputs>(items(1, 50)),
    };
};

template<>
struct outlay::model<tally::plan_ref> {
    static constexpr auto members = std::tuple{member<&tally::plan_ref::id>(length(1, 40))};
};

template<>
struct outlay::model<tally::plan> {
    static constexpr auto members = std::tuple{
        member<&tally::plan::name>(in_requests(length(1, 80))),
        member<&tally::plan::amount>(in_requests(at_least(decimal(0)))),
    };
};

template<>
struct outlay::model<tally::create_request> {
    static constexpr auto members = std::tuple{member<&tally::create_request::plans>(items(1, 50))};
};

template<>
struct outlay::model<tally::update_request> {
    static constexpr auto members = std::tuple{member<&tally::update_request::plans>(items(1, 50))};
};

template<>
struct outlay::model<tally::close_request> {
    static constexpr auto members = std::tuple{member<&tally::close_request::ids>(items(1, 50), each(length(1, 40)))};
};

template<>
struct outlay::model<tally::spend_error> {
    static constexpr auto direction = outlay::direction::reply;
    static constexpr auto members = std::tuple{member<&tally::spend_error::ids>(presence::optional)};
};

template<>
struct outlay::model<tally::spend_reply> {
    static constexpr auto direction = outlay::direction::reply;
    static constexpr auto members = std::tuple{
        member<&tally::spend_reply::results>(presence::optional),
        member<&tally::spend_reply::errors>(presence::optional),
    };
};

template<>
struct outlay::model<tally::create_reply> {
    static constexpr auto direction = outlay::direction::reply;
};

template<>
struct outlay::model<tally::close_reply> {
    static constexpr auto direction = outlay::direction::reply;
    static constexpr auto members = std::tuple{
        member<&tally::close_reply::closed>(presence::optional),
        member<&tally::close_reply::partly_closed>(presence::optional),
        member<&tally::close_reply::not_closed>(presence::optional),
    };
};

template<>
struct outlay::model<tally::plan_page> {
    static constexpr auto direction = outlay::direction::reply;
};

template<>
struct outlay::model<tally::search_page> {
    static constexpr auto direction = outlay::direction::reply;
};
