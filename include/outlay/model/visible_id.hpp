#pragma once

#include <outlay/model/rules.hpp>
#include <outlay/value/detail/words.hpp>

namespace outlay::inline v0_1_0 {
namespace detail {

template<class Id>
constexpr bool has_visible_ascii(Id const& id) noexcept
{
    return is_ascii_from<'!'>(id.str());
}

} // namespace detail

/// An id has nothing but visible ASCII. With a blank, or with the line break of the file that it was read from, it is
/// another id than the one that was meant, and looks the same in every message. For members of an identifier type, or
/// `each(visible_id<Id>)`. Code: `id_characters`.
template<class Id>
inline constexpr auto visible_id =
    satisfies<Id>("id_characters", &detail::has_visible_ascii<Id>, "visible ASCII, without blanks", "^[!-~]*$");

} // namespace outlay::inline v0_1_0
