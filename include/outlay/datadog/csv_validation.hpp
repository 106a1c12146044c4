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

// The reply to POST /api/v2/cost/budget/csv/validate. Source: Datadog API reference, "Validate CSV budget".

namespace outlay::inline v0_1_0::datadog {

using outlay::tag_invoke; // Boost.JSON looks for it here

/// The place and the reason of one error in a budget as CSV.
struct csv_error_meta {
    std::optional<std::string> field{};   ///< the field at fault
    std::optional<std::string> id{};      ///< the part of the budget at fault
    std::optional<std::string> message{}; ///< in full, for people
    outlay::extras extras{};

    friend bool operator==(csv_error_meta const&, csv_error_meta const&) = default;
};
BOOST_DESCRIBE_STRUCT(csv_error_meta, (), (field, id, message, extras))

/// One error in a budget as CSV.
struct csv_error {
    csv_error_meta meta{};              ///< where it is, and why
    std::optional<std::string> title{}; ///< a short summary, for people
    outlay::extras extras{};

    friend bool operator==(csv_error const&, csv_error const&) = default;
};
BOOST_DESCRIBE_STRUCT(csv_error, (), (meta, title, extras))

/// The reply to validate_csv_budget. Without errors, Datadog would take the budget.
struct csv_validation {
    std::vector<csv_error> errors{}; ///< may be left out
    outlay::extras extras{};

    /// Whether there is no error.
    bool is_valid() const noexcept { return errors.empty(); }

    friend bool operator==(csv_validation const&, csv_validation const&) = default;
};
BOOST_DESCRIBE_STRUCT(csv_validation, (), (errors, extras))

} // namespace outlay::inline v0_1_0::datadog

namespace outlay::inline v0_1_0 {

template<std::same_as<datadog::csv_error_meta> T>
struct model<T> {
    static constexpr auto description = "The place and the reason of one error in a budget as CSV.";
    static constexpr auto naming = wire_case::snake;
    static constexpr auto members = std::tuple{
        member<&T::field>(for_information),
        member<&T::id>(for_information),
        member<&T::message>(for_information),
    };
};

template<std::same_as<datadog::csv_error> T>
struct model<T> {
    static constexpr auto description = "One error in a budget as CSV.";
    static constexpr auto naming = wire_case::snake;
    static constexpr auto members = std::tuple{
        member<&T::meta>(presence::expected),
        member<&T::title>(for_information),
    };
};

template<std::same_as<datadog::csv_validation> T>
struct model<T> {
    static constexpr auto description = "The errors in a budget as CSV. A budget without errors is valid.";
    static constexpr auto naming = wire_case::snake;
    static constexpr auto direction = outlay::direction::reply;
    static constexpr auto members = std::tuple{
        member<&T::errors>(presence::optional),
    };
};

} // namespace outlay::inline v0_1_0
