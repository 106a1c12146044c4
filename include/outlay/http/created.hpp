#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <utility>

namespace outlay::inline v0_1_0::http {

/// The reply to a create, with the place of what was created. An operation whose `result_type` is
/// `result<created<reply>>` has its body read as a `reply`, and `location` set from the header. In JSON it is the reply
/// alone.
template<class Reply>
struct created : Reply {
    /// The header Location, as the server wrote it: a URL, or a path at the server. Absent if the answer has none.
    std::optional<std::string> location{};

    created() = default;
    /// Of a reply without a place.
    explicit created(Reply reply) : Reply(std::move(reply)) {}

    friend bool operator==(created const&, created const&) = default;

    BOOST_DESCRIBE_CLASS(created, (Reply), (), (), ())
};

namespace detail {

/// What the body of an answer is read as, for an operation whose result holds a Reply.
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
