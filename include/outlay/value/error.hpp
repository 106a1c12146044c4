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
    invalid,   ///< well-formed, but not what the type or its rules allow
    http,      ///< the server answered with a status that is not a success
    transport, ///< no answer was had
    limit,     ///< a bound of the options (depth, bytes, string length ...) was reached
};

/// The name of the kind, as it is written here: `syntax`.
constexpr std::string_view to_string(error_kind kind) noexcept
{
    constexpr std::string_view names[] = {"syntax", "invalid", "http", "transport", "limit"};
    return names[static_cast<std::size_t>(kind)];
}

/// Why there is no value: a kind, and a report that names every reason found. Prints one reason a line.
class error {
public:
    using printable = void;

    /// No reason at all: what result<T>::error() gives when there is a value.
    constexpr error() = default;

    /// An error with the reasons of a report. `http_status` is that of the answer with the fault; 0: no answer was had.
    constexpr error(error_kind kind, outlay::report report, int http_status = 0)
        : report_(std::move(report)), kind_(kind), http_status_(http_status)
    {}

    /// An error with a single reason that concerns no particular place; `http_status` likewise.
    constexpr error(error_kind kind, std::string code, std::string message, int http_status = 0)
        : kind_(kind), http_status_(http_status)
    {
        report_.add({.pointer = {}, .code = std::move(code), .message = std::move(message)});
    }

    constexpr error_kind kind() const noexcept { return kind_; }                 ///< the layer that failed
    constexpr outlay::report const& report() const& noexcept { return report_; } ///< every reason, with its place
    constexpr outlay::report report() && { return std::move(report_); }          ///< moved out of a temporary

    /// The status of the answer that the error is about; absent where no answer was had. Not only of the kind `http`:
    /// a body that can't be read has the status that it came with, which is 200 as a rule.
    constexpr std::optional<int> http_status() const noexcept
    {
        return http_status_ == 0 ? std::nullopt : std::optional(http_status_);
    }

    /// The same kind and status with another report, such as one that also names the request.
    constexpr error with_report(outlay::report report) const { return {kind_, std::move(report), http_status_}; }

    /// The reasons, one a line.
    constexpr std::string message() const { return report_.to_string(); }
    constexpr std::string to_string() const { return message(); } ///< the same as message()

    friend constexpr bool operator==(error const&, error const&) = default;

private:
    outlay::report report_;
    error_kind kind_ = error_kind::invalid;
    int http_status_ = 0;
};

/// Thrown by result<T>::value() when there is no value: the error, as an exception.
class error_exception : public std::runtime_error {
public:
    /// Of an error, whose message() is what() says.
    explicit error_exception(outlay::error why) : std::runtime_error(why.message()), why_(std::move(why)) {}
    outlay::error const& why() const noexcept { return why_; } ///< all of the error

private:
    outlay::error why_;
};

/// What result<T>::value() calls when there is no value: Boost.System's hook, found through the error.
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

// Boost.System's class template, without its header, of which outlay needs no more; and what outlay/value/result.hpp
// defines of it. Until then these are incomplete, so that nothing can use Boost.System's own for outlay's error.
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
