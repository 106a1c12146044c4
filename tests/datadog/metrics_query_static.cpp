#include <algorithm>
#include <initializer_list>
#include <outlay/datadog/metrics_query.hpp>
#include <string_view>

namespace metrics_query_static {

constexpr bool groups(std::string_view query, std::initializer_list<std::string_view> by)
{
    return std::ranges::equal(outlay::datadog::group_by_tags(query), by);
}

static_assert(groups("aws.cost.amortized{service:ec2} by {service}", {"service"}));
static_assert(groups("sum:aws.cost.amortized{*} by {service, env}.rollup(sum, monthly)", {"service", "env"}));
static_assert(groups("sum:all.cost{*}  by\t{ team ,account}", {"team", "account"}));
static_assert(groups("sum:all.cost{*}by{team}", {"team"}));
static_assert(groups("a{*} by {x,x,y}", {"x", "x", "y"}));
static_assert(groups("by {x}", {"x"}));
static_assert(groups("a by {x}", {"x"}));
static_assert(groups("xby {y}", {}));
static_assert(groups("(sum:a{*} by {x} + sum:b{*} by {x}).rollup(sum)", {"x"}));

// No tags: braces without "by" are a filter, and other words may end in "by".
static_assert(groups("", {}));
static_assert(groups("aws.cost.amortized{*}", {}));
static_assert(groups("aws.cost.amortized{*}.rollup(sum, monthly)", {}));
static_assert(groups("a{*} by {}", {}) && groups("a{*} by { , }", {}) && groups("a{*} by", {}));
static_assert(groups("standby{x}", {}) && groups("sum:nearby {x}", {}));
static_assert(groups("a{name:stand by}", {}));
static_assert(groups("a{name:stand by} by {x}", {"x"}));

// Incomplete queries.
static_assert(groups("a{", {}) && groups("a{b", {}) && groups("}", {}));
static_assert(groups("a{*} by {x,y", {"x", "y"}));

} // namespace metrics_query_static
