#pragma once

#include <algorithm>
#include <cstddef>
#include <outlay/value/detail/constexpr_vector.hpp>
#include <string_view>
#include <vector>

namespace outlay::inline v0_1_0::datadog {
namespace detail {

constexpr std::string_view trim(std::string_view text) noexcept
{
    constexpr std::string_view blanks = " \t\r\n";
    text.remove_prefix((std::min)(text.find_first_not_of(blanks), text.size()));
    return text.substr(0, text.find_last_not_of(blanks) + 1);
}

/// The text between the braces that follow the first `by` outside of braces.
constexpr std::string_view group_by_list(std::string_view query) noexcept
{
    while (!query.empty()) {
        std::size_t const open = (std::min)(query.find('{'), query.size());
        std::string_view const before = trim(query.substr(0, open));
        query.remove_prefix((std::min)(open + 1, query.size()));
        std::size_t const close = (std::min)(query.find('}'), query.size());
        bool const is_word = before.size() == 2 || before.find_last_of(" \t\r\n)") + 3 == before.size();
        if (before.ends_with("by") && is_word) return query.substr(0, close);
        query.remove_prefix((std::min)(close + 1, query.size()));
    }
    return {};
}

} // namespace detail

/// The tags by which a cost query groups, as views of it: `service` and `env` in
/// `sum:aws.cost.amortized{*} by {service, env}.rollup(sum, monthly)`. None if it does not group.
/// Source: Datadog API reference, "Create or update a budget", metrics_query.
OUTLAY_VECTOR_CONSTEXPR std::vector<std::string_view> group_by_tags(std::string_view query)
{
    std::vector<std::string_view> tags;
    std::string_view list = detail::group_by_list(query);
    while (!list.empty()) {
        std::size_t const comma = (std::min)(list.find(','), list.size());
        std::string_view const tag = detail::trim(list.substr(0, comma));
        if (!tag.empty()) tags.push_back(tag);
        list.remove_prefix((std::min)(comma + 1, list.size()));
    }
    return tags;
}

} // namespace outlay::inline v0_1_0::datadog
