#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <outlay/json/convert.hpp>
#include <outlay/json/extras.hpp>
#include <outlay/model.hpp>
#include <outlay/model/table/token.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/text.hpp>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

// The body of a reply that is not a success. Source: Datadog API reference, "API error response" (a list of texts), and
// live replies (a list of JSON:API errors).

namespace outlay::inline v0_1_0::datadog {

using outlay::operator<<; // found here, too
using outlay::tag_invoke; // Boost.JSON looks for it here

/// One error. On the wire it is an object, or a string, which is its title; it is written in the form that was read.
struct api_error {
    using printable = void;

    std::optional<std::string> detail{}; ///< what is wrong, for people
    std::optional<std::string> status{}; ///< that of HTTP: `400`
    std::optional<std::string> title{};  ///< `Bad Request`
    outlay::extras extras{};
    bool is_text = false; ///< it came as a mere text

    /// `400 Bad Request: start_month is required`, from the members that the reply has.
    std::string to_string() const
    {
        std::string text = status.value_or("");
        auto const add = [&text](std::optional<std::string> const& more, char const* separator) {
            if (more) text.append(text.empty() ? "" : separator).append(*more);
        };
        add(title, " ");
        add(detail, ": ");
        std::string shown;
        outlay::detail::append_printable(shown, text.empty() ? "error" : text);
        return shown;
    }

    /// Whether they say the same, in either form.
    friend bool operator==(api_error const& a, api_error const& b)
    {
        return a.detail == b.detail && a.status == b.status && a.title == b.title && a.extras == b.extras;
    }
};
BOOST_DESCRIBE_STRUCT(api_error, (), (detail, status, title, extras))

/// The reason why a call failed.
struct api_errors {
    std::vector<api_error> errors{}; ///< texts or objects
    outlay::extras extras{};

    friend bool operator==(api_errors const&, api_errors const&) = default;
};
BOOST_DESCRIBE_STRUCT(api_errors, (), (errors, extras))

namespace detail {

/// An error that is a mere text.
struct error_text {
    static outlay::detail::problem const* read(api_error& to, outlay::detail::token from)
    {
        static constexpr outlay::detail::problem neither{.code = "type", .expected = "an object or a string"};
        if (from.kind != outlay::detail::token_kind::string) return &neither;
        to.title.emplace(from.text());
        to.is_text = true;
        return nullptr;
    }

    static std::string const* find(api_error const& error)
    {
        bool const has_more = error.detail || error.status || !error.extras.empty();
        return error.is_text && error.title && !has_more ? &*error.title : nullptr;
    }
};

} // namespace detail
} // namespace outlay::inline v0_1_0::datadog

namespace outlay::inline v0_1_0 {

template<>
struct model<datadog::api_error> {
    static constexpr auto description = "One error in a request.";
    static constexpr auto naming = wire_case::snake;
    using text_form = datadog::detail::error_text;
};

template<>
struct model<datadog::api_errors> {
    static constexpr auto description = "The reason why a call failed.";
    static constexpr auto naming = wire_case::snake;
    static constexpr auto direction = outlay::direction::reply;
};

} // namespace outlay::inline v0_1_0
