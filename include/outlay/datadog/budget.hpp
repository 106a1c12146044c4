#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <concepts>
#include <optional>
#include <outlay/datadog/budget_attributes.hpp>
#include <outlay/json/convert.hpp>
#include <outlay/json/extras.hpp>
#include <outlay/model.hpp>
#include <outlay/value/identifier.hpp>
#include <outlay/value/open_enum.hpp>
#include <tuple>
#include <vector>

// The bodies of
//   GET, PUT /api/v2/cost/budget         read, create or update
//   GET /api/v2/cost/budgets             list
//   POST /api/v2/cost/budget/validate    check only (for the reply see budget_validation.hpp)
// Source: Datadog API reference, "Cloud Cost Management". Of a budget its specification promises only the type.

namespace outlay::inline v0_1_0::datadog {

using outlay::tag_invoke; // Boost.JSON looks for it here

/// A budget: a UUID.
using budget_id = identifier<struct budget_tag>;

/// The type of a budget as a resource of JSON:API.
enum class budget_type : unsigned char { budget };
BOOST_DESCRIBE_ENUM(budget_type, budget)

/// A budget and its id.
struct budget {
    budget_attributes attributes{}; ///< the budget itself; required in a request
    std::optional<budget_id> id{};  ///< in a request: the budget to update; without it a new one is created
    open_enum<budget_type> type{};  ///< `budget`: a request may say no other, a reply may
    outlay::extras extras{};

    friend bool operator==(budget const&, budget const&) = default;
};
BOOST_DESCRIBE_STRUCT(budget, (), (attributes, id, type, extras))

/// A budget as Datadog returns it. To change it: `upsert_budget_request{document.data}`, and so on.
struct budget_document {
    budget data{}; ///< with its entries
    outlay::extras extras{};

    friend bool operator==(budget_document const&, budget_document const&) = default;
};
BOOST_DESCRIBE_STRUCT(budget_document, (), (data, extras))

/// All budgets, without their entries.
struct budget_list_document {
    std::vector<budget> data{}; ///< the budgets
    outlay::extras extras{};

    friend bool operator==(budget_list_document const&, budget_list_document const&) = default;
};
BOOST_DESCRIBE_STRUCT(budget_list_document, (), (data, extras))

/// Creates a budget, or updates the one that has this id. (An update without the id makes a second budget.)
struct upsert_budget_request {
    budget data{}; ///< the budget
    outlay::extras extras{};

    friend bool operator==(upsert_budget_request const&, upsert_budget_request const&) = default;
};
BOOST_DESCRIBE_STRUCT(upsert_budget_request, (), (data, extras))

/// Asks whether Datadog would take a budget.
using validate_budget_request = upsert_budget_request;

} // namespace outlay::inline v0_1_0::datadog

namespace outlay::inline v0_1_0 {

template<>
struct model<datadog::budget_type> {
    static constexpr auto naming = wire_case::snake;
};

template<std::same_as<datadog::budget> T>
struct model<T> {
    static constexpr auto description = "A budget and its id.";
    static constexpr auto naming = wire_case::snake;
    static constexpr auto members = std::tuple{
        member<&T::attributes>(presence::optional),
        member<&T::id>(text_format("uuid"), in_requests(visible_id<datadog::budget_id>)),
        member<&T::type>(in_requests(known_enumerator<datadog::budget_type>())),
        in_requests(invariant(
            "missing", &T::attributes, [](T const& b) { return b.attributes != datadog::budget_attributes{}; },
            "required, but missing")),
    };
};

template<>
struct model<datadog::budget_document> {
    static constexpr auto description = "A budget as Datadog returns it, with its entries.";
    static constexpr auto naming = wire_case::snake;
    static constexpr auto direction = outlay::direction::reply;
};

template<>
struct model<datadog::budget_list_document> {
    static constexpr auto description = "All budgets, without their entries.";
    static constexpr auto naming = wire_case::snake;
    static constexpr auto direction = outlay::direction::reply;
};

template<>
struct model<datadog::upsert_budget_request> {
    static constexpr auto description = "The request to create a budget, or to update the one that has this id.";
    static constexpr auto direction = outlay::direction::request;
    static constexpr auto naming = wire_case::snake;
};

} // namespace outlay::inline v0_1_0
