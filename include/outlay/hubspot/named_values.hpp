#pragma once

#include <boost/describe/class.hpp>
#include <outlay/json/convert.hpp>
#include <outlay/json/extras.hpp>
#include <outlay/model.hpp>

namespace outlay::inline v0_1_0::hubspot {

using outlay::tag_invoke; // Boost.JSON looks for it here

/// Values under names that only the reply at hand knows: `context->values.get<std::vector<std::string>>("ids")`.
struct named_values {
    outlay::extras values{}; ///< the JSON of each, by its name

    friend bool operator==(named_values const&, named_values const&) = default;
};
BOOST_DESCRIBE_STRUCT(named_values, (), (values))

} // namespace outlay::inline v0_1_0::hubspot
