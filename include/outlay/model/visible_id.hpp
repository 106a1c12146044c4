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

/// A rule: an id consists of visible ASCII characters. An id with a blank or a line break, such as one read from a
/// file, is a different id but looks the same in messages. For members of an identifier type, or
/// `each(visible_id<Id>)`. Code: `id_characters`.
template<class Id>
inline constexpr auto visible_id =
    satisfies<Id>("id_characters", &detail::has_visible_ascii<Id>, "visible ASCII, without blanks", "^[!-~]*$");

} // namespace outlay::inline v0_1_0
