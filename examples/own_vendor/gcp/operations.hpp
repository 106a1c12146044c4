#pragma once

#include "endpoint.hpp"
#include "types.hpp"
#include <optional>
#include <outlay/envelope.hpp>
#include <outlay/http.hpp>
#include <outlay/json.hpp>
#include <outlay/model.hpp>
#include <string>
#include <string_view>
#include <utility>

// The operations of the API: each is a plain struct of its parameters. outlay/http/operation.hpp lists the members; the
// static_asserts at the end name, in one line, a missing one.

namespace gcp {

/// GET /v1/billingAccounts/{account}/budgets?pageSize=&pageToken=: all budgets, page after page.
struct list_budgets {
    int page_size = 100; ///< 1 to 100

    using endpoint_type = gcp::endpoint;
    using page_type = budget_page;
    using result_type = outlay::result<outlay::listing<budget_page>>;
    static constexpr auto rows = &budget_page::budgets;
    static constexpr bool may_say_nothing = true; ///< `{}` is an account without budgets

    static std::optional<std::string> next(budget_page const& page) { return page.next_page_token; }

    outlay::result<http::request> request(gcp::endpoint const& at, std::string_view cursor) const
    {
        auto path = at.budgets_path();
        if (!path) return path.error();
        http::append_query(*path, "pageSize", std::to_string(page_size));
        if (!cursor.empty()) http::append_query(*path, "pageToken", cursor);
        return at.start(http::method::get, *path);
    }

    static constexpr bool accepts(int status) noexcept { return status == 200; }
    static constexpr bool may_repeat() noexcept { return true; }
};

/// GET /v1/{name}
struct get_budget {
    budget_name name{};

    using endpoint_type = gcp::endpoint;
    using result_type = outlay::result<budget>;

    outlay::result<http::request> request(gcp::endpoint const& at) const
    {
        auto const path = path_of(name);
        if (!path) return path.error();
        return at.start(http::method::get, *path);
    }

    static constexpr bool accepts(int status) noexcept { return status == 200; }
    static constexpr bool may_repeat() noexcept { return true; }
};

/// POST /v1/billingAccounts/{account}/budgets. A budget that breaks a rule is not sent, and one that may have been
/// created already is not sent again.
struct create_budget {
    new_budget body{};

    using endpoint_type = gcp::endpoint;
    using result_type = outlay::result<budget>;

    outlay::result<http::request> request(gcp::endpoint const& at) const
    {
        auto const path = at.budgets_path();
        if (!path) return path.error();
        if (auto wrong = outlay::validate(body); !wrong.empty())
            return outlay::error(outlay::error_kind::invalid, std::move(wrong));
        return at.start(http::method::post, *path, outlay::encode(body));
    }

    static constexpr bool accepts(int status) noexcept { return status == 200; }
    static constexpr bool may_repeat() noexcept { return false; }
};

/// PATCH /v1/{name}?updateMask=displayName,amount.specifiedAmount: changes the members that the body has, and no
/// others. The etag is in the body and not in the mask: it is compared, not changed. A change with an etag may be
/// rejected when it is retried after a lost response.
struct update_budget {
    budget_name name{};
    budget_change body{};

    using endpoint_type = gcp::endpoint;
    using result_type = outlay::result<budget>;

    outlay::result<http::request> request(gcp::endpoint const& at) const
    {
        auto path = path_of(name);
        if (!path) return path.error();
        if (auto wrong = outlay::validate(body); !wrong.empty())
            return outlay::error(outlay::error_kind::invalid, std::move(wrong));
        std::string const mask = outlay::field_mask<&budget_change::etag>(body);
        if (mask.empty())
            return outlay::error(outlay::error_kind::invalid, "no_change", "expected something to change");
        http::append_query(*path, "updateMask", mask);
        return at.start(http::method::patch, *path, outlay::encode(body));
    }

    static constexpr bool accepts(int status) noexcept { return status == 200; }
    static constexpr bool may_repeat() noexcept { return true; }
};

/// DELETE /v1/{name}. Succeeds for a budget that is deleted already.
struct delete_budget {
    budget_name name{};

    using endpoint_type = gcp::endpoint;
    using result_type = outlay::result<void>;

    outlay::result<http::request> request(gcp::endpoint const& at) const
    {
        auto const path = path_of(name);
        if (!path) return path.error();
        return at.start(http::method::delete_, *path);
    }

    static constexpr bool accepts(int status) noexcept { return status == 200; }
    static constexpr bool may_repeat() noexcept { return true; }
};

static_assert(http::check_operation<list_budgets>());
static_assert(http::check_operation<get_budget>());
static_assert(http::check_operation<create_budget>());
static_assert(http::check_operation<update_budget>());
static_assert(http::check_operation<delete_budget>());

} // namespace gcp
