#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <concepts>
#include <initializer_list>
#include <optional>
#include <outlay/hubspot/named_values.hpp>
#include <outlay/json/convert.hpp>
#include <outlay/json/extras.hpp>
#include <outlay/model.hpp>
#include <outlay/value/open_enum.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/text.hpp>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

// The body of a reply that is not a success. Source: HubSpot API reference, "Error handling" and "Usage guidelines".
// Live replies leave out what the reference promises, and have objects for texts (subCategory): every member may be
// absent, and what is of another kind is kept in `extras`, with a notice.

namespace outlay::inline v0_1_0::hubspot {

using outlay::operator<<; // found here, too
using outlay::tag_invoke; // Boost.JSON looks for it here

/// The limit on the number of requests that was reached.
enum class rate_limit_policy : unsigned char {
    daily,
    ten_secondly_rolling, ///< over the last ten seconds
};
BOOST_DESCRIBE_ENUM(rate_limit_policy, daily, ten_secondly_rolling)

/// One error in a request.
struct error_detail {
    std::optional<std::string> code{};         ///< for programs
    std::optional<named_values> context{};     ///< lists of texts
    std::optional<std::string> in{};           ///< the name of the field or parameter
    std::optional<std::string> message{};      ///< for people
    std::optional<std::string> sub_category{}; ///< for programs
    outlay::extras extras{};

    friend bool operator==(error_detail const&, error_detail const&) = default;
};
BOOST_DESCRIBE_STRUCT(error_detail, (), (code, context, in, message, sub_category, extras))

/// The reason why a call failed. The body of a 429 has errorType and policyName, and no category.
struct api_error {
    using printable = void;

    std::optional<std::string> category{};                     ///< `VALIDATION_ERROR`
    std::optional<named_values> context{};                     ///< lists of texts
    std::optional<std::string> correlation_id{};               ///< for HubSpot's support
    std::optional<std::string> error_type{};                   ///< `RATE_LIMIT`
    std::vector<error_detail> errors{};                        ///< may be left out
    std::optional<named_values> links{};                       ///< texts
    std::optional<std::string> message{};                      ///< for people
    std::optional<open_enum<rate_limit_policy>> policy_name{}; ///< of a 429
    std::optional<std::string> request_id{};                   ///< of a 429
    std::optional<std::string> status{};                       ///< `error`
    std::optional<std::string> sub_category{};                 ///< for programs
    outlay::extras extras{};

    /// `RATE_LIMIT DAILY: Too many requests (correlation id 1f2e...)`, from the members that the reply has, and for
    /// each of the errors `; in name: must not be empty`.
    std::string to_string() const
    {
        std::string text = category ? *category : error_type.value_or("error");
        auto const add = [&text](std::initializer_list<std::string_view> pieces) {
            for (std::string_view const piece : pieces) text += piece;
        };
        if (policy_name) add({" ", policy_name->text()});
        if (message) add({": ", *message});
        if (correlation_id) add({" (correlation id ", *correlation_id, ")"});
        for (error_detail const& e : errors) {
            add({"; "});
            if (e.in) add({"in ", *e.in, ": "});
            add({e.message ? *e.message : e.code.value_or("error")});
        }
        std::string shown;
        outlay::detail::append_printable(shown, text);
        return shown;
    }

    friend bool operator==(api_error const&, api_error const&) = default;
};
BOOST_DESCRIBE_STRUCT(api_error, (),
                      (category, context, correlation_id, error_type, errors, links, message, policy_name, request_id,
                       status, sub_category, extras))

} // namespace outlay::inline v0_1_0::hubspot

namespace outlay::inline v0_1_0 {

template<std::same_as<hubspot::error_detail> T>
struct model<T> {
    static constexpr auto description = "One error in a request.";
    static constexpr auto members = std::tuple{
        member<&T::code>(for_information),         member<&T::context>(for_information),
        member<&T::in>(for_information),           member<&T::message>(for_information),
        member<&T::sub_category>(for_information),
    };
};

template<std::same_as<hubspot::api_error> T>
struct model<T> {
    static constexpr auto description = "The reason why a call failed.";
    static constexpr auto direction = outlay::direction::reply;
    static constexpr auto members = std::tuple{
        member<&T::category>(for_information),
        member<&T::context>(for_information),
        member<&T::correlation_id>(for_information),
        member<&T::error_type>(for_information),
        member<&T::errors>(presence::optional, for_information),
        member<&T::links>(for_information),
        member<&T::message>(for_information),
        member<&T::policy_name>(for_information),
        member<&T::request_id>(for_information),
        member<&T::status>(for_information),
        member<&T::sub_category>(for_information),
    };
};

} // namespace outlay::inline v0_1_0
