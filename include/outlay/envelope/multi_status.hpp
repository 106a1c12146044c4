#pragma once

#include <boost/describe/class.hpp>
#include <outlay/json/extras.hpp>
#include <outlay/model/rules.hpp>
#include <tuple>
#include <vector>

namespace outlay::inline v0_1_0 {

/// The body of a response with status 207: the results of the items of a batch, in two lists. Each row has the `index`
/// of its item in the request. Either list may be absent.
template<class Success, class Failure>
struct multi_status {
    std::vector<Success> success; ///< in any order
    std::vector<Failure> error;   ///< in any order
    outlay::extras extras{};

    BOOST_DESCRIBE_CLASS(multi_status, (), (success, error, extras), (), ())

    friend bool operator==(multi_status const&, multi_status const&) = default;
};

template<class Success, class Failure>
struct model<multi_status<Success, Failure>> {
    static constexpr auto description =
        "The results of the items of a batch; each has the index of its item in the request.";
    using reply = multi_status<Success, Failure>;
    static constexpr auto direction = outlay::direction::reply;
    static constexpr auto members = std::tuple{
        member<&reply::success>(presence::optional),
        member<&reply::error>(presence::optional),
        quirk<reply>(
            "empty_reply", [](reply const& r) { return !r.success.empty() || !r.error.empty(); },
            "neither success nor error has a row"),
    };
};

} // namespace outlay::inline v0_1_0
