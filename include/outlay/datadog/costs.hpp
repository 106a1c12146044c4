#pragma once

#include <boost/describe/class.hpp>
#include <concepts>
#include <cstdint>
#include <optional>
#include <outlay/json/convert.hpp>
#include <outlay/json/extras.hpp>
#include <outlay/model.hpp>
#include <outlay/value/decimal.hpp>
#include <outlay/value/nullable.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <string_view>
#include <tuple>
#include <variant>

namespace outlay::inline v0_1_0::datadog {

using outlay::tag_invoke; // Boost.JSON looks for it here

/// The actual and the forecast costs of a budget or of one of its entries, in costs_unit. Only the reply to a request
/// with `actual` or `forecast` has them: costs that were not requested are absent, costs that are not known are null.
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

/// Datadog's number of a unit: a string in the newest specification, an integer in older ones. It is written as it was
/// read.
class unit_id {
public:
    using printable = void;

    unit_id() = default;
    unit_id(std::int64_t number) : value_(number) {}              ///< `129`
    unit_id(std::string_view text) : value_(std::string(text)) {} ///< `"129"`

    /// Its digits.
    std::string to_string() const
    {
        if (auto const* const number = std::get_if<std::int64_t>(&value_)) return std::to_string(*number);
        return std::get<std::string>(value_);
    }
    /// The value as on the wire.
    std::variant<std::int64_t, std::string> const& wire() const noexcept { return value_; }

    /// Equal ids have the same kind and value: 129 is not "129".
    friend bool operator==(unit_id const&, unit_id const&) = default;

private:
    std::variant<std::int64_t, std::string> value_{};
};

/// The unit of all costs of a reply. Source: Datadog API reference, "Get budget", since 2026-06.
struct costs_unit {
    std::optional<std::string> family{};     ///< `currency`
    std::optional<unit_id> id{};             ///< Datadog's number of the unit
    std::optional<std::string> name{};       ///< `dollar`
    std::optional<std::string> plural{};     ///< `dollars`
    std::optional<decimal> scale_factor{};   ///< of the unit within its family: 0.01 for cents
    std::optional<std::string> short_name{}; ///< `$`
    outlay::extras extras{};

    friend bool operator==(costs_unit const&, costs_unit const&) = default;
};
BOOST_DESCRIBE_STRUCT(costs_unit, (), (family, id, name, plural, scale_factor, short_name, extras))

} // namespace outlay::inline v0_1_0::datadog

namespace outlay::inline v0_1_0 {

template<>
struct model<datadog::costs> {
    static constexpr auto description =
        "The actual and the forecast costs of a budget or of one of its entries, in costs_unit.";
    static constexpr auto naming = wire_case::snake;
};

/// An integer or a string.
template<>
struct codec<datadog::unit_id> {
    using wire = std::variant<std::int64_t, std::string>;
    /// Never fails.
    static result<datadog::unit_id> from_wire(wire const& from)
    {
        if (auto const* const number = std::get_if<std::int64_t>(&from)) return datadog::unit_id(*number);
        return datadog::unit_id(std::get<std::string>(from));
    }
    /// As it was read.
    static wire to_wire(datadog::unit_id const& id) { return id.wire(); }
    static constexpr std::string_view refuses = ""; ///< nothing
};

template<std::same_as<datadog::costs_unit> T>
struct model<T> {
    static constexpr auto description = "The unit of all costs of a reply.";
    static constexpr auto naming = wire_case::snake;
    static constexpr auto members = std::tuple{
        member<&T::family>(for_information),       member<&T::id>(for_information),
        member<&T::name>(for_information),         member<&T::plural>(for_information),
        member<&T::scale_factor>(for_information), member<&T::short_name>(for_information),
    };
};

} // namespace outlay::inline v0_1_0
