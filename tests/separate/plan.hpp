#pragma once

#include <boost/describe/class.hpp>
#include <outlay/amazon.hpp>
#include <outlay/json/separate.hpp>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

// A type of one's own, with one of outlay's in it, that several files use and one compiles.

namespace my {

struct plan {
    std::string name;
    std::vector<outlay::amazon::new_portfolio> portfolios;
};
BOOST_DESCRIBE_STRUCT(plan, (), (name, portfolios))

/// What a plan without a name has wrong, and what one with a name is written as; from the other file.
std::string read_again(std::string_view text);

/// The outcome of one campaign, for the other file.
bool ask(std::string& url);

} // namespace my

template<>
struct outlay::model<my::plan> {
    static constexpr auto members = std::tuple{member<&my::plan::name>(length(1, 20))};
};

OUTLAY_EXTERN_TYPE(my::plan)
