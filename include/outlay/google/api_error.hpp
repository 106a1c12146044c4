#pragma once

#include <boost/describe/class.hpp>
#include <concepts>
#include <cstdint>
#include <optional>
#include <outlay/google/google_ads_error.hpp>
#include <outlay/json/convert.hpp>
#include <outlay/json/extras.hpp>
#include <outlay/model.hpp>
#include <outlay/value/text.hpp>
#include <string>
#include <tuple>
#include <vector>

// Why a call failed, and why operations of a call did. Source: google.rpc.Status as Google's REST APIs send it, and
// Google Ads API, "Understand API errors".

namespace outlay::inline v0_1_0::google {

/// A status of google.rpc. As the error of a call it has a `status`; as the partialFailureError of a reply, none.
struct rpc_status {
    using printable = void;

    std::optional<std::int32_t> code{};        ///< as the error of a call that of HTTP, else that of google.rpc
    std::optional<std::string> message{};      ///< for people, and about the call as a whole
    std::optional<std::string> status{};       ///< `INVALID_ARGUMENT`, `UNAUTHENTICATED`, `RESOURCE_EXHAUSTED`, ...
    std::vector<google_ads_failure> details{}; ///< may be left out; of any types
    outlay::extras extras{};

    /// `INVALID_ARGUMENT: Request contains an invalid argument; queryError BAD_FIELD_NAME: ... (request id x1)`, in one
    /// line, of the members that are present.
    std::string to_string() const
    {
        std::string text = status ? *status : code ? outlay::detail::joined({"code ", std::to_string(*code)}) : "error";
        if (message) text += outlay::detail::joined({": ", *message});
        std::string shown;
        outlay::detail::append_printable(shown, text);
        for (google_ads_failure const& each : details)
            if (std::string const text_of_each = each.to_string(); !text_of_each.empty())
                shown.append("; ").append(text_of_each);
        return shown;
    }

    friend bool operator==(rpc_status const&, rpc_status const&) = default;
};
BOOST_DESCRIBE_STRUCT(rpc_status, (), (code, message, status, details, extras))

/// The body of a response without success. A partialFailureError is there instead of an error in the reply to a
/// mutate; an operation's outcome has the errors that are in it.
struct api_error {
    using printable = void;

    std::optional<rpc_status> error{};                 ///< why the call failed
    std::optional<rpc_status> partial_failure_error{}; ///< why operations of it did
    outlay::extras extras{};

    /// The one that is there, in one line.
    std::string to_string() const
    {
        if (error) return error->to_string();
        return partial_failure_error ? partial_failure_error->to_string() : "error";
    }

    friend bool operator==(api_error const&, api_error const&) = default;
};
BOOST_DESCRIBE_STRUCT(api_error, (), (error, partial_failure_error, extras))

} // namespace outlay::inline v0_1_0::google

namespace outlay::inline v0_1_0 {

template<std::same_as<google::rpc_status> T>
struct model<T> {
    static constexpr auto description = "A status of google.rpc: the reason why a call, or operations of it, failed.";
    static constexpr auto direction = outlay::direction::reply;
    static constexpr auto members = std::tuple{
        member<&T::code>(for_information),
        member<&T::message>(for_information),
        member<&T::status>(for_information),
        member<&T::details>(presence::optional),
    };
};

template<>
struct model<google::api_error> {
    static constexpr auto description = "The reason why a call failed.";
    static constexpr auto direction = outlay::direction::reply;
};

} // namespace outlay::inline v0_1_0
