#pragma once

#include <boost/describe/class.hpp>
#include <concepts>
#include <optional>
#include <outlay/json/convert.hpp>
#include <outlay/json/extras.hpp>
#include <outlay/model.hpp>
#include <string>
#include <tuple>
#include <vector>

// The reply to POST /api/v2/cost/budget/validate, 200 or 400. Source: Datadog API reference, "Validate budget".

namespace outlay::inline v0_1_0::datadog {

using outlay::tag_invoke; // Boost.JSON looks for it here

/// The result of the validation of a budget. Datadog reports the first error only, outlay's validate() all of them.
struct budget_validation_attributes {
    std::vector<std::string> errors{}; ///< may be left out
    bool valid{};                      ///< whether the budget is valid; absent: false, with a notice
    outlay::extras extras{};

    friend bool operator==(budget_validation_attributes const&, budget_validation_attributes const&) = default;
};
BOOST_DESCRIBE_STRUCT(budget_validation_attributes, (), (errors, valid, extras))

/// The result of the validation of a budget, as a resource.
struct budget_validation {
    budget_validation_attributes attributes{}; ///< what the reply says of it
    std::optional<std::string> id{};           ///< `budget_validation`
    std::optional<std::string> type{};         ///< `budget_validation`
    outlay::extras extras{};

    friend bool operator==(budget_validation const&, budget_validation const&) = default;
};
BOOST_DESCRIBE_STRUCT(budget_validation, (), (attributes, id, type, extras))

/// The reply to validate_budget.
struct budget_validation_document {
    budget_validation data{}; ///< the verdict
    outlay::extras extras{};

    friend bool operator==(budget_validation_document const&, budget_validation_document const&) = default;
};
BOOST_DESCRIBE_STRUCT(budget_validation_document, (), (data, extras))

} // namespace outlay::inline v0_1_0::datadog

namespace outlay::inline v0_1_0 {

template<std::same_as<datadog::budget_validation_attributes> T>
struct model<T> {
    static constexpr auto description = "The result of the validation of a budget.";
    static constexpr auto naming = wire_case::snake;
    static constexpr auto members = std::tuple{
        member<&T::errors>(presence::optional),
        member<&T::valid>(presence::expected),
    };
};

template<std::same_as<datadog::budget_validation> T>
struct model<T> {
    static constexpr auto naming = wire_case::snake;
    static constexpr auto members = std::tuple{
        member<&T::attributes>(presence::expected),
        member<&T::id>(for_information),
        member<&T::type>(for_information),
    };
};

template<>
struct model<datadog::budget_validation_document> {
    static constexpr auto naming = wire_case::snake;
    static constexpr auto direction = outlay::direction::reply;
};

} // namespace outlay::inline v0_1_0
