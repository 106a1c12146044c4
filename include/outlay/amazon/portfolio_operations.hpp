#pragma once

#include <concepts>
#include <cstddef>
#include <iterator>
#include <optional>
#include <outlay/amazon/endpoint.hpp>
#include <outlay/amazon/portfolio.hpp>
#include <outlay/amazon/portfolios.hpp>
#include <outlay/envelope/batch.hpp>
#include <outlay/http/message.hpp>
#include <outlay/value/result.hpp>
#include <string_view>
#include <utility>
#include <vector>

// Operations (see outlay/http/operation.hpp) on portfolios. Source: the specification of /portfolios (version 3).

namespace outlay::amazon {

/// What is answered for a portfolio that was created or updated.
enum class returned : unsigned char {
    id,              ///< the default
    obfuscated_id,   ///< another form of it
    whole_portfolio, ///< mutation_success::portfolio
};

namespace detail {

inline constexpr std::string_view portfolio_media_type = "application/vnd.spPortfolio.v3+json";

inline result<http::request> start_write(endpoint const& at, http::method method, returned what)
{
    auto to_send = at.start(method, "/portfolios", portfolio_media_type);
    if (!to_send || what == returned::id) return to_send;
    to_send->headers.push_back(
        {"Prefer", what == returned::whole_portfolio ? "return=representation" : "return=obfuscatedObjectId"});
    return to_send;
}

} // namespace detail

/// POST /portfolios for any number of new portfolios. Each is created or refused for itself. What may have been created
/// already is not sent again.
struct create_portfolios {
    std::vector<new_portfolio> portfolios{}; ///< any number: 100 are sent at a time
    amazon::returned returned{};             ///< what each success tells

    using endpoint_type = amazon::endpoint;
    using result_type = batch<mutation_success, mutation_error>;
    using body_type = create_portfolios_request;
    using reply_type = portfolio_write_reply;
    static constexpr auto rows = &portfolio_write_reply::portfolios;
    static constexpr std::size_t items_per_call = 100;

    std::vector<new_portfolio>& items() noexcept { return portfolios; }

    result<http::request> request(amazon::endpoint const& at) const
    {
        return detail::start_write(at, http::method::post, returned);
    }

    static constexpr bool accepts(int status) noexcept { return status == 200 || status == 207; }
    static constexpr bool may_repeat() noexcept { return false; }
};

/// PUT /portfolios for any number of updates, each for itself. Several of the same portfolio are all sent.
struct update_portfolios {
    std::vector<portfolio_update> portfolios{}; ///< any number: 100 are sent at a time
    amazon::returned returned{};                ///< what each success tells

    using endpoint_type = amazon::endpoint;
    using result_type = batch<mutation_success, mutation_error>;
    using body_type = update_portfolios_request;
    using reply_type = portfolio_write_reply;
    static constexpr auto rows = &portfolio_write_reply::portfolios;
    static constexpr std::size_t items_per_call = 100;

    std::vector<portfolio_update>& items() noexcept { return portfolios; }

    result<http::request> request(amazon::endpoint const& at) const
    {
        return detail::start_write(at, http::method::put, returned);
    }

    static constexpr bool accepts(int status) noexcept { return status == 200 || status == 207; }
    static constexpr bool may_repeat() noexcept { return true; }
};

/// POST /portfolios/list, page after page. The result is one reply with the portfolios of all pages; a next_token is in
/// it only if on_progress stopped it, and is that of the page to go on with.
struct list_portfolios {
    list_portfolios_request filter{}; ///< as it is without filters: all portfolios

    using endpoint_type = amazon::endpoint;
    using page_type = portfolio_list_reply;
    using result_type = result<portfolio_list_reply>;

    /// As http::paged_operation asks for.
    list_portfolios_request const& first() const noexcept { return filter; }

    /// As http::paged_operation asks for.
    // A template, so that only what calls it compiles the insertion.
    static void append(std::same_as<portfolio_list_reply> auto& all, portfolio_list_reply page)
    {
        all.portfolios.insert(all.portfolios.end(), std::move_iterator(page.portfolios.begin()),
                              std::move_iterator(page.portfolios.end()));
        all.next_token = std::move(page.next_token);
        all.total_results = page.total_results;
    }

    result<http::request> request(amazon::endpoint const& at) const
    {
        return at.start(http::method::post, "/portfolios/list", detail::portfolio_media_type);
    }

    static constexpr bool accepts(int status) noexcept { return status == 200; }
    static constexpr bool may_repeat() noexcept { return true; }
};

} // namespace outlay::amazon
