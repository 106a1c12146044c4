#pragma once

#include <algorithm>
#include <outlay/json/convert.hpp>
#include <outlay/json/decode.hpp>
#include <outlay/json/options.hpp>
#include <outlay/model/rules.hpp>
#include <outlay/value/detail/assertion_result.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/text.hpp>
#include <string>
#include <string_view>
#include <utility>

// For tests: checks whether a text, or a boost::json::value, conforms to a type.

namespace outlay::inline v0_1_0 {
namespace detail {

/// The options of conforms(). An unknown field in a request is a mistake of its author; in a reply it may be a new
/// field of the vendor.
template<class T>
decode_options conformance_options(direction as)
{
    decode_options options;
    options.context.direction = as;
    if ((std::max)(as, direction_of<T>) != direction::reply) {
        options.unknown_fields = unknown_fields::reject_unless_kept;
        options.near_misses = near_misses::reject;
    }
    return options;
}

} // namespace detail

/// The result of conforms(): true, or false with every violation. Prints one violation a line. EXPECT_TRUE and
/// ASSERT_TRUE of GoogleTest, REQUIRE of Catch2 and CHECK of doctest accept it directly, and print the violations when
/// it is false.
class [[nodiscard]] conformance {
public:
    using printable = void;

    /// From a report: false if it has violations; notices do not matter.
    explicit conformance(outlay::report found) : report_(std::move(found)) {}

    /// Whether there is no violation.
    explicit operator bool() const noexcept { return report_.empty(); }

    /// Converts to GoogleTest's AssertionResult, so that GoogleTest prints the violations and not only `false`.
    template<detail::assertion_result Result>
    operator Result() const
    {
        Result result(report_.empty());
        if (!report_.empty()) result << to_string();
        return result;
    }

    /// The violations; and the notices, which do not affect the result.
    outlay::report const& report() const& noexcept { return report_; }
    /// The same, moved out of a temporary.
    outlay::report report() && noexcept { return std::move(report_); }

    /// `conforms`, or the violations, one a line.
    std::string to_string() const { return report_.empty() ? "conforms" : report_.to_string(); }

private:
    outlay::report report_;
};

/// Checks whether a JSON text is a T that keeps all rules of its model: `EXPECT_TRUE(outlay::conforms<T>(body))`. A
/// text that decode() reads with notices conforms, with one exception: unless T is a reply, an unknown field is a
/// violation if the object has no `extras` to keep it, or if its name is similar to that of a member. This overload
/// uses the given options instead: `conforms<T>(body, {.near_misses = near_misses::notice})`.
template<class T>
conformance conforms(std::string_view text, decode_options const& options)
{
    return conformance(inspect<T>(text, options).report);
}
/// The same, with the options for the `direction` in the model of T.
template<class T>
conformance conforms(std::string_view text)
{
    return conforms<T>(text, detail::conformance_options<T>(direction::request));
}

/// The same for a boost::json::value: the violations have no line.
template<class T, detail::json_value Value>
conformance conforms(Value const& value, decode_options const& options)
{
    return conformance(inspect<T>(value, options).report);
}
/// The same, with the options for the `direction` in the model of T.
template<class T, detail::json_value Value>
conformance conforms(Value const& value)
{
    return conforms<T>(value, detail::conformance_options<T>(direction::request));
}

/// conforms(), as a request, for a type that is both sent and received: all rules apply. (If the model has a
/// `direction`, that one is used.)
template<class T>
conformance conforms_as_request(std::string_view text)
{
    return conforms<T>(text, detail::conformance_options<T>(direction::request));
}
/// The same for a boost::json::value.
template<class T, detail::json_value Value>
conformance conforms_as_request(Value const& value)
{
    return conforms<T>(value, detail::conformance_options<T>(direction::request));
}

/// conforms(), as a reply, for a type that is both sent and received: rules for requests do not apply, and unknown
/// fields are allowed.
template<class T>
conformance conforms_as_reply(std::string_view text)
{
    return conforms<T>(text, detail::conformance_options<T>(direction::reply));
}
/// The same for a boost::json::value.
template<class T, detail::json_value Value>
conformance conforms_as_reply(Value const& value)
{
    return conforms<T>(value, detail::conformance_options<T>(direction::reply));
}

} // namespace outlay::inline v0_1_0
