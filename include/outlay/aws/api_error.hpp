#pragma once

#include <boost/describe/class.hpp>
#include <concepts>
#include <optional>
#include <outlay/json/convert.hpp>
#include <outlay/json/extras.hpp>
#include <outlay/model.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/text.hpp>
#include <string>
#include <string_view>
#include <tuple>

// The body of a reply that is not a success. Source: AWS's description of its service Budgets, version 2016-10-20, and
// its protocol JSON 1.1, in which a type may have a namespace, and the message a name in lower case.

namespace outlay::inline v0_1_0::aws {

using outlay::operator<<; // found here, too
using outlay::tag_invoke; // Boost.JSON looks for it here

/// The reason why a call failed.
struct api_error {
    using printable = void;

    std::optional<std::string> type{};    ///< `NotFoundException`, perhaps with a namespace and `#` before it
    std::optional<std::string> message{}; ///< for people; `Message` or `message` on the wire
    outlay::extras extras{};

    /// The type without its namespace, and without the URL that some have after a colon; empty for none.
    std::string_view short_type() const noexcept
    {
        std::string_view name = type ? std::string_view(*type) : std::string_view();
        name = name.substr(0, name.find(':'));
        return name.substr(name.find('#') + 1); // npos + 1 is 0
    }

    /// `NotFoundException: no such budget`, from the members that the reply has.
    std::string to_string() const
    {
        std::string text(short_type().empty() ? "error" : short_type());
        if (message) text.append(": ").append(*message);
        std::string shown;
        outlay::detail::append_printable(shown, text);
        return shown;
    }

    friend bool operator==(api_error const&, api_error const&) = default;
};
BOOST_DESCRIBE_STRUCT(api_error, (), (type, message, extras))

} // namespace outlay::inline v0_1_0::aws

namespace outlay::inline v0_1_0 {

template<std::same_as<aws::api_error> T>
struct model<T> {
    static constexpr auto description = "The reason why a call failed.";
    static constexpr auto naming = wire_case::upper_camel;
    static constexpr auto direction = outlay::direction::reply;
    static constexpr auto members = std::tuple{
        rename<&T::type>("__type"),
        member<&T::type>(for_information),
        member<&T::message>(for_information),
        alias<&T::message>("message"),
    };
};

} // namespace outlay::inline v0_1_0
