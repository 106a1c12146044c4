#pragma once

#include <outlay/value/result.hpp>

namespace outlay {

/// How a type of the user's own is written and read: as another type, which outlay knows. Reading, writing, validate,
/// conversion to and from boost::json::value and json_schema all follow it, wherever the type occurs: as a member, an
/// item, in a std::optional, alone.
///
///     template<>
///     struct outlay::codec<my::micros> {
///         using wire = std::int64_t;                                    // a number, a text, a list, a class ...
///         static outlay::result<my::micros> from_wire(wire const& n);   // an error becomes a violation
///         static wire to_wire(my::micros const& amount);
///     };
///
/// T and `wire` have a default constructor. A `static constexpr std::string_view refuses = "odd: an even number"` is what
/// the JSON Schema says in words of what from_wire() refuses, with the codes of its errors; empty for a from_wire() that
/// never fails. The violations of an error that from_wire() returns are reported at the
/// place of the value; they keep their codes.
template<class T>
struct codec;

/// `form<&T::m, Form>()` among the members of a model: what a codec says of a type, Form says of this one member. It
/// has the same `wire`, `from_wire` and `to_wire`; from_wire returns the member's type or, of a std::optional, nullable
/// or pointer, the type inside. A Form for members of several types has these names in a `template<class V> struct
/// for_type`; so has a codec that is derived from such a form. Stock forms are in outlay::forms.
template<auto Member, class Form>
struct form {};

} // namespace outlay
