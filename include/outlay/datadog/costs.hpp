#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <outlay/json/convert.hpp>
#include <outlay/json/extras.hpp>
#include <outlay/model.hpp>
#include <outlay/value/decimal.hpp>
#include <outlay/value/nullable.hpp>
#include <string>

namespace outlay::datadog {

using outlay::tag_invoke; // Boost.JSON looks for it here

/// What a budget, or an entry of it, has cost and will cost, in costs_unit. Only a reply has it, to a request that asks
/// for it (`actual`, `forecast`): what it did not ask for is absent, what is not known is null.
/// Source: Datadog API reference, "Get budget", since 2026-06.
struct costs {
    nullable<decimal> actual{};          ///< what was spent
    nullable<decimal> amount{};          ///< what is budgeted for the same period
    nullable<decimal> custom_forecast{}; ///< of an entry only; null: none is set, so that ootb_forecast counts
    nullable<decimal> forecast{};        ///< custom_forecast where one is set, and otherwise ootb_forecast
    nullable<decimal> ootb_forecast{};   ///< Datadog's own ("out of the box")
    outlay::extras extras{};

    friend bool operator==(costs const&, costs const&) = default;
};
BOOST_DESCRIBE_STRUCT(costs, (), (actual, amount, custom_forecast, forecast, ootb_forecast, extras))

/// The unit of all costs of a reply. Source: Datadog API reference, "Get budget", since 2026-06.
struct costs_unit {
    std::optional<std::string> family{};     ///< `currency`
    std::optional<std::int64_t> id{};        ///< Datadog's number of the unit
    std::optional<std::string> name{};       ///< `dollar`
    std::optional<std::string> plural{};     ///< `dollars`
    std::optional<decimal> scale_factor{};   ///< of the unit within its family: 0.01 for cents
    std::optional<std::string> short_name{}; ///< `$`
    outlay::extras extras{};

    friend bool operator==(costs_unit const&, costs_unit const&) = default;
};
BOOST_DESCRIBE_STRUCT(costs_unit, (), (family, id, name, plural, scale_factor, short_name, extras))

} // namespace outlay::datadog

namespace outlay {

template<>
struct model<datadog::costs> {
    static constexpr auto description = "What a budget, or an entry of it, has cost and will cost, in costs_unit.";
    static constexpr auto naming = wire_case::snake;
};

template<>
struct model<datadog::costs_unit> {
    static constexpr auto description = "The unit of all costs of a reply.";
    static constexpr auto naming = wire_case::snake;
};

} // namespace outlay
