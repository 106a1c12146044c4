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

// For tests: whether a text, or a boost::json::value, is what a type says it is.

namespace outlay::inline v0_1_0 {
namespace detail {

/// The options of conforms(). An unknown field in a request is a mistake of its author; in a reply it is news from the
/// vendor.
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

/// What conforms() says: true, or false with every violation, printed one a line. It is what EXPECT_TRUE and
/// ASSERT_TRUE of GoogleTest, REQUIRE of Catch2 and CHECK of doctest take as it is, and print when it is false.
class [[nodiscard]] conformance {
public:
    using printable = void;

    /// Of a report: its violations count, its notices do not.
    explicit conformance(outlay::report found) : report_(std::move(found)) {}

    /// Whether there is no violation.
    explicit operator bool() const noexcept { return report_.empty(); }

    /// To GoogleTest's AssertionResult: of anything else that is only true or false, it would print no more than that.
    template<detail::assertion_result Result>
    operator Result() const
    {
        Result result(report_.empty());
        if (!report_.empty()) result << to_string();
        return result;
    }

    /// What is wrong; and its notices(), which do not count here.
    outlay::report const& report() const& noexcept { return report_; }
    /// The same, moved out of a temporary.
    outlay::report report() && noexcept { return std::move(report_); }

    /// `conforms`, or the violations, one a line.
    std::string to_string() const { return report_.empty() ? "conforms" : report_.to_string(); }

private:
    outlay::report report_;
};

/// Whether a JSON text is a T that keeps all the rules of its model: `EXPECT_TRUE(outlay::conforms<T>(body))`. What
/// decode() reads with a notice conforms, but for unknown fields: unless T is a reply, they are violations where the
/// object has no `extras` to keep them, or where their names come near that of a member. With options it is these that
/// decide: `conforms<T>(body, {.near_misses = near_misses::notice})`.
template<class T>
conformance conforms(std::string_view text, decode_options const& options)
{
    return conformance(inspect<T>(text, options).report);
}
/// The same under the options for what T is: by its `direction`, a reply or not.
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
/// The same under the options for what T is.
template<class T, detail::json_value Value>
conformance conforms(Value const& value)
{
    return conforms<T>(value, detail::conformance_options<T>(direction::request));
}

/// conforms(), for a type that is both sent and received: as what is sent, which all rules bind. (A model that says
/// its `direction` has decided that already.)
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

/// conforms(), for a type that is both sent and received: as what is received. Rules for requests don't bind it, and it
/// may have fields that nobody knows.
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
