#pragma once

#include <outlay/value/result.hpp>

namespace outlay::inline v0_1_0 {

/// The wire form of a user's type: another type, which outlay can read and write. A specialisation applies to reading,
/// writing, validate, valid, json_schema, and conversion to and from boost::json::value, wherever the type occurs: as a
/// member, as an item, in a std::optional, or by itself. It takes precedence over a description of T.
///
///     template<>
///     struct outlay::codec<my::micros> {
///         using wire = std::int64_t;                                    // a number, a text, a list, a class ...
///         static outlay::result<my::micros> from_wire(wire const& n);   // an error becomes a violation
///         static wire to_wire(my::micros const& amount);                // can't fail
///     };
///
/// T and `wire` must be default-constructible; T need not be comparable. Each violation of an error that from_wire()
/// returns is reported at the place of the value, with its own code.
///
/// The optional member `static constexpr std::string_view refuses = "odd: an even number"` describes, for the JSON
/// Schema, the values of `wire` that from_wire() rejects, after the code of the error. Empty: from_wire() never fails.
template<class T>
struct codec;

/// A clause, `form<&T::m, Form>()`: the wire form of one member. Form has the same members `wire`, `from_wire` and
/// `to_wire` as a codec. For a std::optional, nullable or pointer, from_wire may return a result of the type inside;
/// the Form then need not handle absent and null. Rules of the member apply to its value in C++. Namespace
/// outlay::forms has ready-made forms.
///
/// A Form for members of several types has these members in a `template<class V> struct for_type`. A codec may be
/// derived from such a Form: `template<> struct outlay::codec<my::size> : my::in_words {};`.
template<auto Member, class Form>
struct form {};

} // namespace outlay::inline v0_1_0
