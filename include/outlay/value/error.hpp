#pragma once

#include <boost/assert/source_location.hpp>
#include <optional>
#include <outlay/value/report.hpp>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace outlay::inline v0_1_0 {

/// Which layer failed. The layers are never mixed in one error.
enum class error_kind : unsigned char {
    syntax,    ///< the text is not JSON, or not a number, date, ... at all
    invalid,   ///< well-formed, but not allowed by the type or its rules
    http,      ///< the response has a status other than success
    transport, ///< no response was received
    limit,     ///< a limit of the options (depth, bytes, string length ...) was exceeded
};

/// The name of the enumerator: `syntax`.
constexpr std::string_view to_string(error_kind kind) noexcept
{
    constexpr std::string_view names[] = {"syntax", "invalid", "http", "transport", "limit"};
    return names[static_cast<std::size_t>(kind)];
}

/// The reason why there is no value: a kind, and a report of every violation found. Prints one violation a line.
class error {
public:
    using printable = void;

    /// An error without a reason, as result<T>::error() returns when there is a value.
    constexpr error() = default;

    /// An error with the violations of a report. `http_status` is the status of the faulty response; 0: no response.
    constexpr error(error_kind kind, outlay::report report, int http_status = 0)
        : report_(std::move(report)), kind_(kind), http_status_(http_status)
    {}

    /// An error with a single reason that is about no particular place. `http_status` as above.
    constexpr error(error_kind kind, std::string code, std::string message, int http_status = 0)
        : kind_(kind), http_status_(http_status)
    {
        report_.add({.pointer = {}, .code = std::move(code), .message = std::move(message)});
    }

    constexpr error_kind kind() const noexcept { return kind_; }                 ///< the layer that failed
    constexpr outlay::report const& report() const& noexcept { return report_; } ///< every violation, with its place
    constexpr outlay::report report() && { return std::move(report_); }          ///< moved out of a temporary

    /// The status of the response that the error is about; absent if there was no response. Errors of kinds other than
    /// `http` have one, too: for a body that can't be read it is usually 200.
    constexpr std::optional<int> http_status() const noexcept
    {
        return http_status_ == 0 ? std::nullopt : std::optional(http_status_);
    }

    /// A copy with another report, such as one that also names the request.
    constexpr error with_report(outlay::report report) const { return {kind_, std::move(report), http_status_}; }

    /// The violations, one a line.
    constexpr std::string message() const { return report_.to_string(); }
    constexpr std::string to_string() const { return message(); } ///< the same as message()

    friend constexpr bool operator==(error const&, error const&) = default;

private:
    outlay::report report_;
    error_kind kind_ = error_kind::invalid;
    int http_status_ = 0;
};

/// Thrown by result<T>::value() when there is no value. Holds the error.
class error_exception : public std::runtime_error {
public:
    /// what() returns the message() of the error.
    explicit error_exception(outlay::error why) : std::runtime_error(why.message()), why_(std::move(why)) {}
    outlay::error const& why() const noexcept { return why_; } ///< the error

private:
    outlay::error why_;
};

/// Called by result<T>::value() when there is no value: Boost.System's hook, found by argument-dependent lookup.
[[noreturn]] inline void throw_exception_from_error(error const& why, boost::source_location const&)
{
    throw error_exception(why);
}

namespace detail {

/// `expected X, found "text"`: the error of every parse() of a value type.
constexpr error unexpected(std::string_view code, std::string_view expected, std::string_view found)
{
    return {error_kind::invalid, std::string(code), joined({"expected ", expected, ", found ", in_quotes(found)})};
}

} // namespace detail
} // namespace outlay::inline v0_1_0

// Boost.System's class template, declared without its header, and the specialisations that outlay/value/result.hpp
// defines. Declared here, so that the primary template is never instantiated for outlay's error.
namespace boost::system {

template<class T, class E>
class result;
template<class T>
class result<T, outlay::error>;
template<class U>
class result<U&, outlay::error>;
template<>
class result<void, outlay::error>;

} // namespace boost::system
