#pragma once

#include <outlay/model/facts.hpp>
#include <string_view>

// Annotations of a member, among its rules: `member<&T::m>(described_as("..."), at_least(0))`. They go into the JSON
// Schema of the type, and neither validate nor the schema checks a value because of them.

namespace outlay::inline v0_1_0 {
namespace detail {

/// The base of annotations, which are skipped when a value is checked.
struct annotation {
    std::string_view text;
    constexpr explicit annotation(std::string_view words) noexcept : text(words) {}
};

/// The type of in_replies_only.
struct reply_member : annotation {
    constexpr reply_member() noexcept : annotation("only in replies") {}
    bool describe(facts& to) const
    {
        to.is_read_only = true;
        return true;
    }
};

/// The type of for_information.
struct information : annotation {
    constexpr information() noexcept : annotation("for information") {}
    bool describe(facts&) const { return true; }
};

} // namespace detail

/// For a member that only replies have, such as a time of creation. It is left out when a request is written, so that a
/// value from a reply can be changed and sent back; validate() then adds the notice `not_sent`. A value is a request if
/// the model of the outermost object has the `direction` of a request or an update.
inline constexpr detail::reply_member in_replies_only{};

/// For a member of a reply that is not essential: a value of the wrong type does not make the reply invalid. It is a
/// notice; the member stays absent, and the `extras` of the class, if any, keep the value.
inline constexpr detail::information for_information{};

/// A short title of the member: the `title` of its schema. By default, schemas derive the title from the name.
struct titled : detail::annotation {
    using annotation::annotation;
    bool describe(facts& to) const
    {
        to.title = text;
        return true;
    }
};

/// A description of the member, one sentence or more: the `description` of its schema.
struct described_as : detail::annotation {
    using annotation::annotation;
    bool describe(facts& to) const
    {
        to.description = text;
        return true;
    }
};

/// The format of a text by its name in JSON Schema, such as `uuid`, `email` or `uri`: the `format` of its schema. It is
/// not checked.
struct text_format : detail::annotation {
    using annotation::annotation;
    bool describe(facts& to) const
    {
        to.format = text;
        return true;
    }
};

} // namespace outlay::inline v0_1_0
