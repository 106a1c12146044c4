#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <utility>

namespace outlay::inline v0_1_0::http {

/// The reply to a create request, with the location of the new object. For an operation whose `result_type` is
/// `result<created<reply>>`, the body is read as a `reply`, and `location` is set from the header. In JSON, only the
/// reply.
template<class Reply>
struct created : Reply {
    /// The value of the header Location: a URL, or a path on the server. Absent if the response has no such header.
    std::optional<std::string> location{};

    created() = default;
    /// From a reply, without a location.
    explicit created(Reply reply) : Reply(std::move(reply)) {}

    friend bool operator==(created const&, created const&) = default;

    BOOST_DESCRIBE_CLASS(created, (Reply), (), (), ())
};

namespace detail {

/// The type as which a body is read, for an operation whose result contains a Reply.
template<class Reply>
struct body_of {
    using type = Reply;
};
template<class Reply>
struct body_of<created<Reply>> {
    using type = Reply;
};

} // namespace detail
} // namespace outlay::inline v0_1_0::http
