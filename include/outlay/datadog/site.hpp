#pragma once

#include <boost/describe/enum.hpp>
#include <concepts>
#include <outlay/value/naming.hpp>
#include <string_view>
#include <tuple>

namespace outlay::inline v0_1_0::datadog {

/// Where an organization's data is. Source: Datadog documentation, "Getting started with Datadog sites".
enum class site : unsigned char { us1, us3, us5, eu1, ap1, ap2, uk1, us1_fed, us2_fed };
BOOST_DESCRIBE_ENUM(site, us1, us3, us5, eu1, ap1, ap2, uk1, us1_fed, us2_fed)

/// The host of its API: `api.us3.datadoghq.com`.
constexpr std::string_view host(site of) noexcept
{
    switch (of) {
    case site::us1: return "api.datadoghq.com";
    case site::us3: return "api.us3.datadoghq.com";
    case site::us5: return "api.us5.datadoghq.com";
    case site::eu1: return "api.datadoghq.eu";
    case site::ap1: return "api.ap1.datadoghq.com";
    case site::ap2: return "api.ap2.datadoghq.com";
    case site::uk1: return "api.uk1.datadoghq.com";
    case site::us1_fed: return "api.ddog-gov.com";
    case site::us2_fed: return "api.us2.ddog-gov.com";
    }
    return {};
}

} // namespace outlay::inline v0_1_0::datadog

namespace outlay::inline v0_1_0 {

template<std::same_as<datadog::site> T>
struct model<T> {
    static constexpr auto members = std::tuple{
        rename<T::us1_fed>("US1-FED"),
        rename<T::us2_fed>("US2-FED"),
    };
};

} // namespace outlay::inline v0_1_0
