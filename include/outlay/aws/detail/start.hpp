#pragma once

#include <optional>
#include <outlay/aws/endpoint.hpp>
#include <outlay/http/message.hpp>
#include <outlay/json/encode.hpp>
#include <outlay/model/validate.hpp>
#include <outlay/value/report.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <string_view>
#include <utility>

namespace outlay::inline v0_1_0::aws::detail {

/// The request to do an operation with this body, if it keeps all rules.
template<class Body>
result<http::request> start(endpoint const& at, std::string_view operation, Body const& body)
{
    if (report wrong = validate(body); !wrong.empty()) return error(error_kind::invalid, std::move(wrong));
    return at.start(operation, encode(body));
}

/// A cursor as a member of a body; the empty one is none.
inline std::optional<std::string> token_of(std::string_view cursor)
{
    return cursor.empty() ? std::nullopt : std::optional<std::string>(cursor);
}

} // namespace outlay::inline v0_1_0::aws::detail
