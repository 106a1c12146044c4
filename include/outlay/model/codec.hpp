#pragma once

#include <outlay/value/result.hpp>

namespace outlay::inline v0_1_0 {

/// The wire form of a type of one's own: another type, one that outlay knows. Reading, writing, validate, valid,
/// json_schema, and conversion to and from boost::json::value go through it, wherever the type occurs: as a member, as
/// an item, in a std::optional, by itself. It takes precedence over a description of T.
///
///     template<>
///     struct outlay::codec<my::micros> {
///         using wire = std::int64_t;                                    // a number, a text, a list, a class ...
///         static outlay::result<my::micros> from_wire(wire const& n);   // an error becomes a violation
///         static wire to_wire(my::micros const& amount);                // can't fail
///     };
///
/// T and `wire` need a default constructor; T needs no comparison. Each violation of an error that from_wire() returns
/// is reported at the place of the value, under its own code.
///
/// `static constexpr std::string_view refuses = "odd: an even number"`, which is optional, says in words which values
/// of `wire` from_wire() refuses, with the codes of its errors: the JSON Schema has these words. Empty: it never fails.
template<class T>
struct codec;

/// A clause, `form<&T::m, Form>()`: Form does for this one member what a codec does for a type. It has the same `wire`,
/// `from_wire` and `to_wire`; from_wire returns a result of the member's type or, of a std::optional, nullable or
/// pointer, of the type inside, and then absent and null need nothing of the Form. Rules of the member are about its
/// value as it is in C++. Stock forms are in outlay::forms.
///
/// A Form for members of several types has these names in a `template<class V> struct for_type`. A codec that is
/// derived from such a Form needs none of its own: `template<> struct outlay::codec<my::size> : my::in_words {};`.
template<auto Member, class Form>
struct form {};

} // namespace outlay::inline v0_1_0
