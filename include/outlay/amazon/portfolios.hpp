#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <concepts>
#include <cstdint>
#include <optional>
#include <outlay/amazon/ids.hpp>
#include <outlay/amazon/portfolio.hpp>
#include <outlay/amazon/portfolio_error.hpp>
#include <outlay/envelope/multi_status.hpp>
#include <outlay/json/convert.hpp>
#include <outlay/json/extras.hpp>
#include <outlay/model.hpp>
#include <outlay/value/open_enum.hpp>
#include <string>
#include <tuple>
#include <vector>

// The bodies of
//   POST /portfolios        create
//   PUT /portfolios         update
//   POST /portfolios/list   list
// Source: Amazon Ads, "Get started with Portfolios", and the specification of /portfolios (version 3).

namespace outlay::inline v0_1_0::amazon {

// --- requests

/// Creates 1 to 100 portfolios, each for itself: some may succeed and others not.
struct create_portfolios_request {
    std::vector<new_portfolio> portfolios; ///< 1 to 100

    friend bool operator==(create_portfolios_request const&, create_portfolios_request const&) = default;
};
BOOST_DESCRIBE_STRUCT(create_portfolios_request, (), (portfolios))

/// Changes 1 to 100 portfolios, each for itself.
struct update_portfolios_request {
    std::vector<portfolio_update> portfolios; ///< 1 to 100

    friend bool operator==(update_portfolios_request const&, update_portfolios_request const&) = default;
};
BOOST_DESCRIBE_STRUCT(update_portfolios_request, (), (portfolios))

/// Only the portfolios with these ids: 1 to 1000.
struct portfolio_id_filter {
    std::vector<portfolio_id> include; ///< 1 to 1000

    friend bool operator==(portfolio_id_filter const&, portfolio_id_filter const&) = default;
};
BOOST_DESCRIBE_STRUCT(portfolio_id_filter, (), (include))

/// How a name is compared with those of a filter.
enum class query_term_match_type : unsigned char { broad_match, exact_match };
BOOST_DESCRIBE_ENUM(query_term_match_type, broad_match, exact_match)

/// Only the portfolios with these names: 1 to 1000. (Amazon silently ignores a filter whose list has another name, such
/// as `value`.)
struct portfolio_name_filter {
    std::vector<std::string> include; ///< 1 to 1000, each of 1 character or more
    std::optional<open_enum<amazon::query_term_match_type>> query_term_match_type{}; ///< absent: Amazon's choice

    friend bool operator==(portfolio_name_filter const&, portfolio_name_filter const&) = default;
};
BOOST_DESCRIBE_STRUCT(portfolio_name_filter, (), (include, query_term_match_type))

/// Only the portfolios in this state: exactly one.
struct portfolio_state_filter {
    std::vector<open_enum<portfolio_state>> include; ///< exactly 1

    friend bool operator==(portfolio_state_filter const&, portfolio_state_filter const&) = default;
};
BOOST_DESCRIBE_STRUCT(portfolio_state_filter, (), (include))

/// The request for a page of portfolios: those that all of the filters let pass. All portfolios without any.
struct list_portfolios_request {
    std::optional<bool> include_extended_data_fields{};               ///< whether portfolio::extended_data is returned
    std::optional<portfolio_name_filter> name_filter{};               ///< absent: any name
    std::optional<std::string> next_token{};                          ///< of the page before
    std::optional<amazon::portfolio_id_filter> portfolio_id_filter{}; ///< absent: any id
    std::optional<portfolio_state_filter> state_filter{};             ///< absent: any state

    friend bool operator==(list_portfolios_request const&, list_portfolios_request const&) = default;
};
BOOST_DESCRIBE_STRUCT(list_portfolios_request, (),
                      (include_extended_data_fields, name_filter, next_token, portfolio_id_filter, state_filter))

// --- replies

/// A portfolio that was created or updated.
struct mutation_success {
    std::optional<std::uint32_t> index{};               ///< in the request, from 0
    std::optional<amazon::portfolio> portfolio{};       ///< if the request has Prefer: return=representation
    std::optional<amazon::portfolio_id> portfolio_id{}; ///< in the form of the request's Prefer
    outlay::extras extras{};

    friend bool operator==(mutation_success const&, mutation_success const&) = default;
};
BOOST_DESCRIBE_STRUCT(mutation_success, (), (index, portfolio, portfolio_id, extras))

/// A portfolio or campaign that was not created or updated, with its errors.
struct mutation_error {
    std::vector<portfolio_error> errors{}; ///< may be left out
    std::optional<std::uint32_t> index{};  ///< in the request, from 0
    outlay::extras extras{};

    friend bool operator==(mutation_error const&, mutation_error const&) = default;
};
BOOST_DESCRIBE_STRUCT(mutation_error, (), (errors, index, extras))

/// The reply to a create or an update (207).
struct portfolio_write_reply {
    multi_status<mutation_success, mutation_error> portfolios; ///< of each portfolio of the request
    outlay::extras extras{};

    friend bool operator==(portfolio_write_reply const&, portfolio_write_reply const&) = default;
};
BOOST_DESCRIBE_STRUCT(portfolio_write_reply, (), (portfolios, extras))

/// A page of portfolios (200): at most 1000 of them. There is a further page as long as there is a next_token.
struct portfolio_list_reply {
    std::optional<std::string> next_token{};      ///< absent on the last page
    std::vector<portfolio> portfolios{};          ///< 0 to 1000
    std::optional<std::uint64_t> total_results{}; ///< of all pages
    outlay::extras extras{};

    friend bool operator==(portfolio_list_reply const&, portfolio_list_reply const&) = default;
};
BOOST_DESCRIBE_STRUCT(portfolio_list_reply, (), (next_token, portfolios, total_results, extras))

} // namespace outlay::inline v0_1_0::amazon

namespace outlay::inline v0_1_0 {

template<std::same_as<amazon::create_portfolios_request> T>
struct model<T> {
    static constexpr auto description = "The request to create 1 to 100 portfolios.";
    static constexpr auto direction = outlay::direction::request;
    static constexpr auto members = std::tuple{member<&T::portfolios>(items(1, 100))};
};

template<std::same_as<amazon::update_portfolios_request> T>
struct model<T> {
    static constexpr auto description = "The request to change 1 to 100 portfolios.";
    static constexpr auto direction = outlay::direction::update;
    static constexpr auto members = std::tuple{member<&T::portfolios>(items(1, 100))};
};

template<std::same_as<amazon::portfolio_id_filter> T>
struct model<T> {
    static constexpr auto description = "Selects the portfolios with these ids.";
    static constexpr auto members =
        std::tuple{member<&T::include>(items(1, 1000), amazon::detail::id_rules<amazon::portfolio_id>)};
};

template<std::same_as<amazon::portfolio_name_filter> T>
struct model<T> {
    static constexpr auto description = "Selects the portfolios with these names.";
    static constexpr auto members = std::tuple{
        member<&T::include>(items(1, 1000), each(amazon::detail::name_rule)),
        member<&T::query_term_match_type>(amazon::detail::in_capitals<amazon::query_term_match_type>),
    };
};

template<std::same_as<amazon::portfolio_state_filter> T>
struct model<T> {
    static constexpr auto description = "Selects the portfolios in this state.";
    static constexpr auto members =
        std::tuple{member<&T::include>(items(1, 1), each(amazon::detail::in_capitals<amazon::portfolio_state>))};
};

template<>
struct model<amazon::list_portfolios_request> {
    static constexpr auto description = "The request for a page of portfolios.";
    static constexpr auto direction = outlay::direction::request;
};

template<>
struct model<amazon::portfolio_write_reply> {
    static constexpr auto description = "The outcome of each portfolio to create or to update.";
    static constexpr auto direction = outlay::direction::reply;
};

template<std::same_as<amazon::mutation_success> T>
struct model<T> {
    static constexpr auto description = "A portfolio that was created or updated.";
    static constexpr auto members = std::tuple{
        member<&T::index>(presence::required),
        quirk<T>(
            "empty_id", [](T const& s) { return !s.portfolio_id || !s.portfolio_id->empty(); },
            "a success for a portfolio without an id, as an update without one gets"),
    };
};

template<std::same_as<amazon::mutation_error> T>
struct model<T> {
    static constexpr auto description = "A portfolio or campaign that was not created or updated, with its errors.";
    static constexpr auto members = std::tuple{
        member<&T::errors>(presence::optional),
        quirk<T>(
            "empty_item", [](T const& e) { return e != T{}; }, "an error without anything in it"),
        invariant(
            "missing", &T::index, [](T const& e) { return e.index || e.errors.empty(); }, "required, but missing"),
    };
};

template<std::same_as<amazon::portfolio_list_reply> T>
struct model<T> {
    static constexpr auto description = "A page of portfolios.";
    static constexpr auto direction = outlay::direction::reply;
    static constexpr auto members = std::tuple{
        member<&T::portfolios>(presence::optional),
        quirk<T>(
            "empty_reply", [](T const& r) { return !r.portfolios.empty() || r.total_results || r.next_token; },
            "neither portfolios nor how many there are"),
        quirk<T>(
            "total_results_too_low",
            [](T const& r) { return !r.total_results || *r.total_results >= r.portfolios.size(); },
            "totalResults is less than the portfolios of this page"),
        quirk<T>(
            "placeholder", [](T const& r) { return r.next_token != "string"; },
            "nextToken is \"string\", as in Amazon's samples: there is no such page"),
    };
};

} // namespace outlay::inline v0_1_0
