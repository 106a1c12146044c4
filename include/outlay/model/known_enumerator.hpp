#pragma once

#include <outlay/model/facts.hpp>
#include <outlay/model/rules.hpp>
#include <outlay/value/enum_text.hpp>
#include <outlay/value/open_enum.hpp>
#include <string>
#include <string_view>

namespace outlay::inline v0_1_0 {

/// A rule: an open_enum is one of the enumerators of E, and no other text. With
/// `in_requests(known_enumerator<budget_type>())`, new values of a vendor are accepted in replies, but a misspelt text
/// is not sent.
template<described_enum E>
struct known_enumerator {
    static constexpr std::string_view code = "enum"; ///< the same code as for an enumeration that is not open
    constexpr bool holds(open_enum<E> const& value) const noexcept { return value.is_known(); }
    bool describe(facts& to) const
    {
        for (auto const& entry : detail::enum_table<E>) to.allowed.push_back(entry.text);
        return true;
    }
    static std::string expected() { return std::string(detail::enumerators_listed<E>.view()); }
    static std::string found(open_enum<E> const& value) { return detail::shown(value) + detail::hint(value); }
};

} // namespace outlay::inline v0_1_0
