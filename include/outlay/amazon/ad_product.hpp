#pragma once

#include <boost/describe/enum.hpp>
#include <concepts>
#include <outlay/value/naming.hpp>
#include <tuple>

namespace outlay::inline v0_1_0::amazon {

/// The advertising product of a campaign: on the wire, and in URLs, `sp`, `sb` or `sd`.
enum class ad_product : unsigned char { sponsored_products, sponsored_brands, sponsored_display };
BOOST_DESCRIBE_ENUM(ad_product, sponsored_products, sponsored_brands, sponsored_display)

} // namespace outlay::inline v0_1_0::amazon

namespace outlay::inline v0_1_0 {

/// Its texts are Amazon's abbreviations.
template<std::same_as<amazon::ad_product> E>
struct model<E> {
    static constexpr auto members = std::tuple{
        rename<E::sponsored_products>("sp"),
        rename<E::sponsored_brands>("sb"),
        rename<E::sponsored_display>("sd"),
    };
};

} // namespace outlay::inline v0_1_0
