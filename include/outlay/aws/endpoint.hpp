#pragma once

#include <algorithm>
#include <array>
#include <concepts>
#include <outlay/aws/api_error.hpp>
#include <outlay/http/credentials.hpp>
#include <outlay/http/message.hpp>
#include <outlay/http/rejection.hpp>
#include <outlay/http/request.hpp>
#include <outlay/http/retry.hpp>
#include <outlay/http/url.hpp>
#include <outlay/json/decode.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <string_view>
#include <utility>

namespace outlay::inline v0_1_0::aws {
namespace detail {

/// The types of errors that pass by waiting, before which nothing was done.
inline constexpr std::array<std::string_view, 8> throttling{
    "ThrottlingException",      "Throttling",       "ThrottledException",   "RequestThrottledException",
    "TooManyRequestsException", "RequestThrottled", "RequestLimitExceeded", "SlowDown",
};

/// Those after which a call may have been carried out, though they come with the status 400.
inline constexpr std::array<std::string_view, 6> internal{
    "InternalErrorException",      "InternalFailure", "InternalServerException",
    "ServiceUnavailableException", "RequestTimeout",  "RequestTimeoutException",
};

} // namespace detail

/// Where calls go, and for whom: `endpoint{account_id, signer}`. The service is one for all regions of AWS, and is
/// signed for `us-east-1`; other partitions, such as China, have a base_url of their own.
struct endpoint {
    std::string account_id{}; ///< whose budgets: 12 digits
    /// Adds the signature of AWS, version 4, to each finished request: examples/aws_signer has one. Required; behind a
    /// proxy that signs, a function that does nothing.
    http::signer sign{};
    std::string base_url{"https://budgets.amazonaws.com"}; ///< AWS's server, or another
    bool allow_plain_http = false;                         ///< base_url may be http://, for tests

    static constexpr std::string_view json_type = "application/x-amz-json-1.1"; ///< of bodies, in both directions

    /// A request to do this operation, with the body of its request. Codes: `no_signer`, and those of
    /// http::check_base_url.
    result<http::request> start(std::string_view operation, std::string body) const
    {
        if (!sign)
            return error(error_kind::invalid, "no_signer",
                         "the endpoint has no signer, and AWS answers no request without a signature");
        std::string const target = outlay::detail::joined({"AWSBudgetServiceGateway.", operation});
        auto made = http::make_request(http::method::post, http::check_base_url(base_url, allow_plain_http), "/",
                                       {{.name = "X-Amz-Target", .value = target, .is_public = true},
                                        {.name = "Content-Type", .value = json_type}});
        if (made) made->body = std::move(body);
        return made;
    }

    /// The type and the message of the error, and the id of the request. A throttled call passes by waiting, whatever
    /// its status. After an internal error, too, which leaves open whether a create was carried out.
    // A template, so that only what calls it compiles decode().
    static http::rejection rejection_of(std::same_as<http::response> auto const& answer)
    {
        auto const decoded = decode<api_error>(answer.body);
        bool const is_vendor_error = decoded && decoded->type && !decoded->type->empty();
        bool const has_text = decoded && (is_vendor_error || decoded->message);
        std::string_view const type = is_vendor_error ? decoded->short_type() : std::string_view();
        bool const is_throttled = std::ranges::count(detail::throttling, type) != 0;
        bool const is_internal = std::ranges::count(detail::internal, type) != 0;
        http::rejection why{.text = has_text ? decoded->to_string() : http::excerpt(answer.body),
                            .is_transient = is_throttled || is_internal || http::default_repeat.contains(answer.status),
                            .is_vendor_error = is_vendor_error,
                            .is_in_doubt = is_internal};
        if (auto const id = answer.header("x-amzn-RequestId"))
            why.text += outlay::detail::joined({" (request id ", *id, ")"});
        return why;
    }
};

} // namespace outlay::inline v0_1_0::aws
