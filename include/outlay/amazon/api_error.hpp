#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <outlay/json/convert.hpp>
#include <outlay/json/extras.hpp>
#include <outlay/model.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/text.hpp>
#include <string>

namespace outlay::inline v0_1_0::amazon {

using outlay::operator<<; // found here, too
using outlay::tag_invoke; // Boost.JSON looks for it here

/// The body of a reply that is not a success: of /portfolios a code and a message, of budget usage a code and details.
/// Source: the specifications of /portfolios (version 3) and of budget usage. Nothing of it is insisted on.
struct api_error {
    using printable = void;

    std::optional<std::string> code{};    ///< `THROTTLED`
    std::optional<std::string> details{}; ///< of budget usage: what is wrong, for people
    std::optional<std::string> message{}; ///< of /portfolios: likewise
    outlay::extras extras{};              ///< `errors`, which a list may have: of a shape that is not documented

    /// `THROTTLED: Too many requests`, and the JSON of `errors`, from the members that the reply has; empty if it has
    /// none.
    std::string to_string() const
    {
        std::string text;
        for (auto const& part : {code, message, details})
            if (part) text.append(text.empty() ? "" : ": ").append(*part);
        for (auto const& [name, json] : extras)
            if (name == "errors") text.append(text.empty() ? "errors " : "; errors ").append(json);
        std::string shown;
        outlay::detail::append_printable(shown, text);
        return shown;
    }

    friend bool operator==(api_error const&, api_error const&) = default;
};
BOOST_DESCRIBE_STRUCT(api_error, (), (code, details, message, extras))

} // namespace outlay::inline v0_1_0::amazon

namespace outlay::inline v0_1_0 {

template<>
struct model<amazon::api_error> {
    static constexpr auto direction = outlay::direction::reply;
};

} // namespace outlay::inline v0_1_0
