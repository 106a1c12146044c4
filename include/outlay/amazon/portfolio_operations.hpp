#pragma once

#include <concepts>
#include <cstddef>
#include <optional>
#include <outlay/amazon/endpoint.hpp>
#include <outlay/amazon/portfolio.hpp>
#include <outlay/amazon/portfolios.hpp>
#include <outlay/envelope/batch.hpp>
#include <outlay/envelope/listing.hpp>
#include <outlay/envelope/multi_status.hpp>
#include <outlay/envelope/rows.hpp>
#include <outlay/http/message.hpp>
#include <outlay/http/request.hpp>
#include <outlay/json/encode.hpp>
#include <outlay/model/validate.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

// Operations (see outlay/http/operation.hpp) on portfolios. Source: the specification of /portfolios (version 3).

namespace outlay::inline v0_1_0::amazon {

/// The form in which a reply has portfolios and campaigns.
enum class returned : unsigned char {
    id,                               ///< the default: the canonical id
    obfuscated_id,                    ///< another form of the id; of portfolios only
    whole_portfolio,                  ///< mutation_success::portfolio
    whole_campaign = whole_portfolio, ///< campaign_mutation_success::campaign
};

namespace detail {

inline constexpr std::string_view portfolio_media_type = "application/vnd.spPortfolio.v3+json";

/// The value of the header Prefer; empty: without it.
inline result<std::string_view> preference(returned what)
{
    switch (what) {
    case returned::id: return std::string_view();
    case returned::obfuscated_id: return std::string_view("return=obfuscatedObjectId");
    case returned::whole_portfolio: return std::string_view("return=representation");
    }
    return error(error_kind::invalid, "returned", "what is to be returned is none of the three forms");
}

/// A request with the header Prefer.
inline result<http::request> start(endpoint const& at, http::method method, std::string_view path,
                                   std::string_view media_type, returned what)
{
    auto const prefer = preference(what);
    if (!prefer) return prefer.error();
    auto to_send = at.start(method, path, media_type);
    if (to_send && !prefer->empty()) http::set_header(*to_send, "Prefer", std::string(*prefer));
    return to_send;
}

inline result<http::request> start_write(endpoint const& at, http::method method, returned what)
{
    return start(at, method, "/portfolios", portfolio_media_type, what);
}

/// The request for a page of a list: with the filter as its body, and the cursor in that.
template<class Filter>
result<http::request> with_page_body(result<http::request> to_send, Filter body, std::string_view cursor)
{
    body.next_token = cursor.empty() ? std::nullopt : std::optional<std::string>(cursor);
    if (report wrong = validate(body); !wrong.empty()) return error(error_kind::invalid, std::move(wrong));
    if (to_send) to_send->body = encode(body);
    return to_send;
}

/// The two lists of a reply to a create or an update.
inline constexpr auto write_rows =
    std::tuple{successes<&portfolio_write_reply::portfolios, &multi_status<mutation_success, mutation_error>::success>,
               refusals<&portfolio_write_reply::portfolios, &multi_status<mutation_success, mutation_error>::error>};

} // namespace detail

/// POST /portfolios for any number of new portfolios. Each is created or refused for itself. What may have been created
/// already is not sent again.
struct create_portfolios {
    std::vector<new_portfolio> portfolios{}; ///< of any number: 100 are sent at a time
    amazon::returned returned{};             ///< the content of each success

    using endpoint_type = amazon::endpoint;
    using result_type = batch<mutation_success, mutation_error>;
    using body_type = create_portfolios_request;
    using reply_type = portfolio_write_reply;
    static constexpr std::size_t items_per_call = 100;
    static constexpr auto body_items = &body_type::portfolios;
    static constexpr auto rows = detail::write_rows;

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
    std::vector<portfolio_update> portfolios{}; ///< of any number: 100 are sent at a time
    amazon::returned returned{};                ///< the content of each success

    using endpoint_type = amazon::endpoint;
    using result_type = batch<mutation_success, mutation_error>;
    using body_type = update_portfolios_request;
    using reply_type = portfolio_write_reply;
    static constexpr std::size_t items_per_call = 100;
    static constexpr auto body_items = &body_type::portfolios;
    static constexpr auto rows = detail::write_rows;
    static constexpr auto ids = std::tuple{&mutation_success::portfolio_id, &portfolio_update::portfolio_id};

    std::vector<portfolio_update>& items() noexcept { return portfolios; }

    /// Required by http::batch_operation: an obfuscated id is not the one that was sent.
    bool checks_ids() const noexcept { return returned != amazon::returned::obfuscated_id; }

    result<http::request> request(amazon::endpoint const& at) const
    {
        return detail::start_write(at, http::method::put, returned);
    }

    static constexpr bool accepts(int status) noexcept { return status == 200 || status == 207; }
    static constexpr bool may_repeat() noexcept { return true; }
};

/// POST /portfolios/list, page after page. The result is one reply with the portfolios of all pages. If it is
/// incomplete, its next_token is that of the page to go on with.
///
/// With `returned::obfuscated_id`, ids of the portfolios are in the form that only obfuscated replies have: they equal
/// none of the ids in other replies, budget usage among them. A list always has whole portfolios, so that
/// `returned::whole_portfolio` is the same as `returned::id`.
struct list_portfolios {
    list_portfolios_request filter{}; ///< as it is without filters: all portfolios; next_token: from that page on
    amazon::returned returned{};      ///< the form of the ids

    using endpoint_type = amazon::endpoint;
    using page_type = portfolio_list_reply;
    using result_type = result<listing<portfolio_list_reply>>;
    static constexpr auto rows = &portfolio_list_reply::portfolios;

    /// Required by http::paged_operation.
    std::string_view cursor() const noexcept { return filter.next_token ? *filter.next_token : std::string_view(); }
    static std::optional<std::string> const& next(portfolio_list_reply const& page) noexcept { return page.next_token; }

    // A template, so that only what calls it compiles validate() and encode().
    result<http::request> request(std::same_as<amazon::endpoint> auto const& at, std::string_view cursor) const
    {
        auto const form = returned == amazon::returned::whole_portfolio ? amazon::returned::id : returned;
        auto to_send = detail::start(at, http::method::post, "/portfolios/list", detail::portfolio_media_type, form);
        return detail::with_page_body(std::move(to_send), filter, cursor);
    }

    static constexpr bool accepts(int status) noexcept { return status == 200; }
    static constexpr bool may_repeat() noexcept { return true; }
};

} // namespace outlay::inline v0_1_0::amazon
