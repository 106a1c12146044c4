#pragma once

#include <algorithm>
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <concepts>
#include <optional>
#include <outlay/json/convert.hpp>
#include <outlay/json/extras.hpp>
#include <outlay/model.hpp>
#include <outlay/value/boxed.hpp>
#include <outlay/value/open_enum.hpp>
#include <string>
#include <tuple>
#include <vector>

// Which costs or usage a budget is about, as an expression. Source: AWS's description of its service Budgets, version
// 2016-10-20; that an expression has one root is said in its description of Cost Explorer, whose expressions these are.

namespace outlay::inline v0_1_0::aws {

using outlay::tag_invoke; // Boost.JSON looks for it here

/// A property of costs and usage.
enum class dimension : unsigned char {
    az,
    instance_type,
    linked_account,
    linked_account_name,
    operation,
    purchase_type,
    region,
    service,
    service_code,
    usage_type,
    usage_type_group,
    record_type,
    operating_system,
    tenancy,
    scope,
    platform,
    subscription_id,
    legal_entity_name,
    invoicing_entity,
    deployment_option,
    database_engine,
    cache_engine,
    instance_type_family,
    billing_entity,
    reservation_id,
    resource_id,
    rightsizing_type,
    savings_plans_type,
    savings_plan_arn,
    payment_option,
    reservation_modified,
    tag_key,
    cost_category_name,
};
BOOST_DESCRIBE_ENUM(dimension, az, instance_type, linked_account, linked_account_name, operation, purchase_type, region,
                    service, service_code, usage_type, usage_type_group, record_type, operating_system, tenancy, scope,
                    platform, subscription_id, legal_entity_name, invoicing_entity, deployment_option, database_engine,
                    cache_engine, instance_type_family, billing_entity, reservation_id, resource_id, rightsizing_type,
                    savings_plans_type, savings_plan_arn, payment_option, reservation_modified, tag_key,
                    cost_category_name)

/// How values are compared.
enum class match_option : unsigned char {
    equals,
    absent, ///< there is no value
    starts_with,
    ends_with,
    contains,
    greater_than_or_equal,
    case_sensitive,
    case_insensitive,
};
BOOST_DESCRIBE_ENUM(match_option, equals, absent, starts_with, ends_with, contains, greater_than_or_equal,
                    case_sensitive, case_insensitive)

/// Costs whose dimension has one of these values.
struct expression_dimension_values {
    open_enum<dimension> key{};                           ///< `SERVICE`
    std::vector<std::string> values{};                    ///< any of them; of a request one or more
    std::vector<open_enum<match_option>> match_options{}; ///< at most one
    outlay::extras extras{};

    friend bool operator==(expression_dimension_values const&, expression_dimension_values const&) = default;
};
BOOST_DESCRIBE_STRUCT(expression_dimension_values, (), (key, values, match_options, extras))

/// Costs whose tag has one of these values.
struct tag_values {
    std::optional<std::string> key{};                     ///< of the tag
    std::vector<std::string> values{};                    ///< any of them
    std::vector<open_enum<match_option>> match_options{}; ///< how they are compared
    outlay::extras extras{};

    friend bool operator==(tag_values const&, tag_values const&) = default;
};
BOOST_DESCRIBE_STRUCT(tag_values, (), (key, values, match_options, extras))

/// Costs whose cost category has one of these values.
struct cost_category_values {
    std::optional<std::string> key{};                     ///< the name of the category
    std::vector<std::string> values{};                    ///< any of them
    std::vector<open_enum<match_option>> match_options{}; ///< how they are compared
    outlay::extras extras{};

    friend bool operator==(cost_category_values const&, cost_category_values const&) = default;
};
BOOST_DESCRIBE_STRUCT(cost_category_values, (), (key, values, match_options, extras))

/// Costs whose product attribute has one of these values. AWS has such attributes for Amazon Bedrock only.
struct product_attribute_values {
    std::string key{};                                    ///< `feature`, `inferenceType`, `model` or `provider`
    std::vector<std::string> values{};                    ///< any of them; none with ABSENT
    std::vector<open_enum<match_option>> match_options{}; ///< EQUALS or ABSENT; CASE_SENSITIVE with EQUALS only
    outlay::extras extras{};

    friend bool operator==(product_attribute_values const&, product_attribute_values const&) = default;
};
BOOST_DESCRIBE_STRUCT(product_attribute_values, (), (key, values, match_options, extras))

/// The costs or the usage that a budget counts. In a request exactly one of the members is set.
struct expression {
    std::vector<expression> or_{};                                ///< what any of these selects
    std::vector<expression> and_{};                               ///< what all of these select
    boxed<expression> not_{};                                     ///< what this does not select
    std::optional<expression_dimension_values> dimensions{};      ///< by a dimension
    std::optional<tag_values> tags{};                             ///< by a tag
    std::optional<cost_category_values> cost_categories{};        ///< by a cost category
    std::optional<product_attribute_values> product_attributes{}; ///< by an attribute of a product
    outlay::extras extras{};

    friend bool operator==(expression const&, expression const&) = default;
};
BOOST_DESCRIBE_STRUCT(expression, (), (or_, and_, not_, dimensions, tags, cost_categories, product_attributes, extras))

namespace detail {

/// Whether an expression has exactly one root.
constexpr bool has_one_root(auto const& of)
{
    int const roots = !of.or_.empty() + !of.and_.empty() + (of.not_ != nullptr) + of.dimensions.has_value() +
                      of.tags.has_value() + of.cost_categories.has_value() + of.product_attributes.has_value();
    return roots == 1;
}

/// Whether the match options and the values of a product attribute go together.
constexpr bool has_good_options(auto const& of)
{
    auto const has = [&of](match_option which) { return std::ranges::count(of.match_options, which) != 0; };
    bool const is_absent = has(match_option::absent);
    bool const is_equal = has(match_option::equals);
    for (auto const& option : of.match_options)
        if (option != match_option::absent && option != match_option::equals && option != match_option::case_sensitive)
            return false;
    if (is_absent && (is_equal || !of.values.empty())) return false;
    return is_equal || !has(match_option::case_sensitive);
}

inline constexpr auto known_options = each(in_requests(known_enumerator<match_option>()));
inline constexpr auto value_lengths = each(in_requests(coded("value_length", length(0, 1024))));

} // namespace detail
} // namespace outlay::inline v0_1_0::aws

namespace outlay::inline v0_1_0 {

template<std::same_as<aws::expression_dimension_values> T>
struct model<T> {
    static constexpr auto description = "Selects the costs whose dimension has one of these values.";
    static constexpr auto naming = wire_case::upper_camel;
    static constexpr auto members = std::tuple{
        member<&T::key>(in_requests(known_enumerator<aws::dimension>())),
        member<&T::values>(in_requests(coded("values_count", items(1))), aws::detail::value_lengths),
        member<&T::match_options>(presence::optional, in_requests(coded("match_options_count", items(0, 1))),
                                  aws::detail::known_options),
    };
};

template<std::same_as<aws::tag_values> T>
struct model<T> {
    static constexpr auto description = "Selects the costs whose tag has one of these values.";
    static constexpr auto naming = wire_case::upper_camel;
    static constexpr auto members = std::tuple{
        member<&T::key>(in_requests(coded("key_length", length(0, 1024)))),
        member<&T::values>(presence::optional, aws::detail::value_lengths),
        member<&T::match_options>(presence::optional, aws::detail::known_options),
    };
};

template<std::same_as<aws::cost_category_values> T>
struct model<T> {
    static constexpr auto description = "Selects the costs whose cost category has one of these values.";
    static constexpr auto naming = wire_case::upper_camel;
    static constexpr auto members = std::tuple{
        member<&T::values>(presence::optional, aws::detail::value_lengths),
        member<&T::match_options>(presence::optional, aws::detail::known_options),
    };
};

template<std::same_as<aws::product_attribute_values> T>
struct model<T> {
    static constexpr auto description = "Selects the costs whose product attribute has one of these values.";
    static constexpr auto naming = wire_case::upper_camel;
    static constexpr auto members = std::tuple{
        member<&T::key>(in_requests(coded("key_length", length(0, 1024)))),
        member<&T::values>(presence::optional, aws::detail::value_lengths),
        member<&T::match_options>(presence::optional, aws::detail::known_options),
        in_requests(invariant(
            "values_required", &T::values,
            [](T const& of) {
                return !of.values.empty() || std::ranges::count(of.match_options, aws::match_option::absent) != 0;
            },
            "values are required unless the match option is ABSENT")),
        in_requests(invariant(
            "match_options_combination", &T::match_options,
            [](T const& of) { return aws::detail::has_good_options(of); },
            "either EQUALS, perhaps with CASE_SENSITIVE, or ABSENT without values")),
    };
};

template<std::same_as<aws::expression> T>
struct model<T> {
    static constexpr auto description = "Selects costs or usage: an operator, or the values of one property.";
    static constexpr auto naming = wire_case::upper_camel;
    static constexpr auto members = std::tuple{
        member<&T::or_>(presence::optional, described_as("What any of these selects.")),
        member<&T::and_>(presence::optional, described_as("What all of these select.")),
        member<&T::not_>(described_as("What this does not select.")),
        in_requests(invariant<T>(
            "expression_roots", [](T const& of) { return aws::detail::has_one_root(of); },
            "an expression has exactly one of Or, And, Not, Dimensions, Tags, CostCategories and ProductAttributes")),
    };
};

} // namespace outlay::inline v0_1_0
