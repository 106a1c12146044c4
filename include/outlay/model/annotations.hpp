#pragma once

#include <outlay/model/facts.hpp>
#include <string_view>

// What a model tells people about a member, among its rules: `member<&T::m>(described_as("..."), at_least(0))`. Nothing
// is checked, neither here nor in a JSON Schema.

namespace outlay {
namespace detail {

/// Not a rule: it is never looked at when a value is checked.
struct annotation {
    std::string_view text;
    constexpr explicit annotation(std::string_view words) noexcept : text(words) {}
};

} // namespace detail

/// A few words for the member, instead of its name.
struct titled : detail::annotation {
    using annotation::annotation;
    bool tell(facts& to) const { return to.title = text, true; }
};

/// What the member is.
struct described_as : detail::annotation {
    using annotation::annotation;
    bool tell(facts& to) const { return to.description = text, true; }
};

/// What its text looks like, by a name of JSON Schema: `uuid`, `email`, `uri`.
struct text_format : detail::annotation {
    using annotation::annotation;
    bool tell(facts& to) const { return to.format = text, true; }
};

} // namespace outlay
