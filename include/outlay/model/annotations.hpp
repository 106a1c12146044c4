#pragma once

#include <outlay/model/facts.hpp>
#include <string_view>

// Words for people about a member, among its rules: `member<&T::m>(described_as("..."), at_least(0))`. They are in the
// JSON Schema of the type; neither validate nor the schema checks anything because of them.

namespace outlay::inline v0_1_0 {
namespace detail {

/// Stands among rules, and is skipped when a value is checked.
struct annotation {
    std::string_view text;
    constexpr explicit annotation(std::string_view words) noexcept : text(words) {}
};

/// The type of in_replies_only.
struct reply_member : annotation {
    constexpr reply_member() noexcept : annotation("only in replies") {}
    bool tell(facts& to) const
    {
        to.is_read_only = true;
        return true;
    }
};

/// The type of for_information.
struct information : annotation {
    constexpr information() noexcept : annotation("for information") {}
    bool tell(facts&) const { return true; }
};

} // namespace detail

/// For a member that only replies have, such as the time at which something was created: a request leaves it out when
/// it is written, so that what was read can be changed and sent back, and validate() says so with a notice, `not_sent`.
/// A request is what the model of the outermost object says to be one, with `direction`.
inline constexpr detail::reply_member in_replies_only{};

/// For a member of a reply that nobody depends on: a value of another kind than it should have is no reason to refuse
/// the reply. It is a notice; the member stays absent, and the `extras` of the class, if it has any, keep the value.
inline constexpr detail::information for_information{};

/// A few words for the member, in place of its name: the `title` of its schema.
struct titled : detail::annotation {
    using annotation::annotation;
    bool tell(facts& to) const
    {
        to.title = text;
        return true;
    }
};

/// A sentence or more about the member: the `description` of its schema.
struct described_as : detail::annotation {
    using annotation::annotation;
    bool tell(facts& to) const
    {
        to.description = text;
        return true;
    }
};

/// The kind of text, by its name in JSON Schema, such as `uuid`, `email` or `uri`: the `format` of its schema.
struct text_format : detail::annotation {
    using annotation::annotation;
    bool tell(facts& to) const
    {
        to.format = text;
        return true;
    }
};

} // namespace outlay::inline v0_1_0
