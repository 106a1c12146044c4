#pragma once

#include <outlay/model/facts.hpp>
#include <string_view>

// Words for people about a member, among its rules: `member<&T::m>(described_as("..."), at_least(0))`. They are in the
// JSON Schema of the type; neither validate nor the schema checks anything because of them.

namespace outlay {
namespace detail {

/// Stands among rules, and is skipped when a value is checked.
struct annotation {
    std::string_view text;
    constexpr explicit annotation(std::string_view words) noexcept : text(words) {}
};

} // namespace detail

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

} // namespace outlay
