#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <outlay/model/codec.hpp>
#include <outlay/model/members.hpp>
#include <outlay/model/table/make_containers.hpp>
#include <outlay/model/table/make_object.hpp>
#include <outlay/model/table/make_scalar.hpp>
#include <outlay/model/table/member_checks.hpp>
#include <outlay/model/table/quick_scalars.hpp>
#include <outlay/model/table/records.hpp>
#include <outlay/model/table/shape.hpp>
#include <outlay/model/table/type_table.hpp>
#include <tuple>
#include <type_traits>

// The table of any type.

namespace outlay::inline v0_1_0::detail {

template<class List>
inline constexpr list_table list_table_of = make_list_table<List>();
template<class Map>
inline constexpr map_table map_table_of = make_map_table<Map>();
template<class Tuple>
inline constexpr tuple_table tuple_table_of = make_tuple_table<Tuple>();
template<class Variant>
inline constexpr variant_table variant_table_of = make_variant_table<Variant>();
template<class V, class Form>
inline constexpr converted_table converted_table_of = make_converted_table<V, Form>();
/// The kinds of JSON values for a V. 0: the kinds are in the table of the type inside.
template<class V>
constexpr json_kinds kinds_of() noexcept
{
    if constexpr (has_codec<V> || maybe_like<V> || is_variant<V>) return 0;
    else if constexpr (scalar<V>) return facts_of<V>().kinds;
    else if constexpr (list_like<V> || is_tuple_like<V>) return json_array;
    else if constexpr (has_text_form<V>) return json_object | json_string;
    else return json_object;
}

/// The table of a holder whose value has a form, or is written like its type.
template<class Holder, class Form>
inline constexpr maybe_table maybe_table_of =
    make_maybe_table<Holder, std::is_void_v<Form> && is_written_at_once<Holder>()>(
        table_of<std::remove_cvref_t<decltype(*std::declval<Holder&>())>, Form>::table);

/// The table of a V without a form.
template<class V>
constexpr type_table make_plain_table()
{
    static_assert(is_known_type<V>,
                  "outlay can't read or write this type: describe a class with BOOST_DESCRIBE_STRUCT or an enumeration "
                  "with BOOST_DESCRIBE_ENUM, or specialise outlay::codec for it");
    type_table made{
        .is = shape::scalar, .kinds = kinds_of<V>(), .read = function_reading<V>(), .quick = quick_function_of<V>()};
    made.is_plain = is_flawless<V>();
    if constexpr (has_codec<V>) {
        made.is = shape::converted;
        made.converted = &converted_table_of<V, codec_of<V>>;
    } else if constexpr (maybe_like<V>) {
        made.is = shape::maybe;
        made.maybe = &maybe_table_of<V, void>;
    } else if constexpr (scalar<V>) {
        made.scalar = &scalar_table_of<V>;
    } else if constexpr (described<V>) {
        made.is = shape::object;
        made.object = &object_table_of<V>;
    } else if constexpr (map_like<V>) {
        made.is = shape::map;
        made.map = &map_table_of<V>;
    } else if constexpr (is_tuple_like<V>) {
        made.is = shape::tuple;
        made.tuple = &tuple_table_of<V>;
    } else if constexpr (is_variant<V>) {
        made.is = shape::variant;
        made.variant = &variant_table_of<V>;
    } else if constexpr (list_like<V>) {
        made.is = shape::list;
        made.list = &list_table_of<V>;
    }
    return made;
}

/// In the list of types that a Form reads, for a Form without such a list.
struct unknown_form {};

/// The table of an entry of `reads` that is not a type of values.
template<class Pseudo>
inline constexpr scalar_table pseudo_scalar{
    .write = nullptr,
    .text = nullptr,
    .compare = nullptr,
    .shown = nullptr,
    .facts = std::same_as<Pseudo, blank> ? facts_of_blank()
             : std::same_as<Pseudo, any_number>
                 ? scalar_facts{.kinds = json_number}
                 : facts_of_unknown("type: a value that the form of this member accepts"),
    .room = 0};

template<class Forms>
struct form_reads;
template<class... Read>
struct form_reads<std::tuple<Read...>> {
    static constexpr std::array<type_table const*, sizeof...(Read)> types{&table_of<Read>::table...};
};

/// The type of value that from_wire() of a Form returns.
template<class Form>
using made_by_form = typename decltype(Form::from_wire(std::declval<typename Form::wire const&>()))::value_type;

/// Whether a Form applies to the value in a holder, and not to the holder itself.
template<class V, class Form>
constexpr bool is_form_of_held() noexcept
{
    if constexpr (!maybe_like<V>) return false;
    else if constexpr (generic_form<Form, V>) return true;
    else return !std::same_as<made_by_form<Form>, V>;
}

/// The type inside a holder that is converted as a whole: it is not read or written by itself, but rules check it.
template<class Held>
inline constexpr type_table opaque_table = [] {
    type_table made{.is = shape::converted, .kinds = 0, .read = &read_needs_more};
    if constexpr (is_known_type<Held>) made = make_plain_table<Held>();
    made.is = shape::converted;
    made.quick = nullptr;
    made.is_plain = false;
    made.converted = nullptr; // the form of the holder replaces a codec
    return made;
}();
template<class Holder>
inline constexpr maybe_table opaque_holder =
    make_maybe_table<Holder, true>(opaque_table<std::remove_cvref_t<decltype(*std::declval<Holder&>())>>);

/// The table of a V in the form of a member.
template<class V, class Form>
constexpr type_table make_formed_table()
{
    if constexpr (reading_form<Form, V>) {
        type_table made = make_plain_table<V>();
        made.read = function_reading<V, Form>();
        made.quick = quick_function_of<V, Form>();
        if constexpr (requires { typename Form::reads; })
            made.reads = slice_of(form_reads<typename Form::reads>::types);
        else made.reads = slice_of(form_reads<std::tuple<unknown_form>>::types);
        return made;
    } else {
        type_table made{.is = shape::converted, .kinds = 0, .read = function_reading<V, Form>()};
        if constexpr (is_form_of_held<V, Form>()) {
            made.is = shape::maybe;
            made.maybe = &maybe_table_of<V, Form>;
        } else {
            using form = typename form_of<Form, V>::type;
            static_assert(std::same_as<made_by_form<form>, V>,
                          "from_wire() of a form must return a result of the member's type");
            // Rules apply to the value in C++, not to its wire form.
            if constexpr (is_known_type<V>) made = make_plain_table<V>();
            if constexpr (maybe_like<V>) made.maybe = &opaque_holder<V>;
            made.is = shape::converted;
            made.kinds = 0;
            made.read = function_reading<V, Form>();
            made.quick = nullptr;
            made.is_plain = false;
            made.converted = &converted_table_of<V, form>;
        }
        return made;
    }
}

template<class V, class Form>
constexpr type_table make_table()
{
    if constexpr (std::same_as<V, blank> || std::same_as<V, any_number> || std::same_as<V, unknown_form>)
        return {.is = shape::scalar,
                .kinds = pseudo_scalar<V>.facts.kinds,
                .read = &read_needs_more,
                .scalar = &pseudo_scalar<V>};
    else if constexpr (std::is_void_v<Form> && has_codec<V> && maybe_like<V>) {
        type_table made = make_plain_table<V>();
        made.maybe = &opaque_holder<V>; // conditions ask whether it has a value
        return made;
    } else if constexpr (std::is_void_v<Form>) return make_plain_table<V>();
    else return make_formed_table<V, Form>();
}

template<class V, class Form>
constinit const type_table table_of<V, Form>::table = make_table<V, Form>();

} // namespace outlay::inline v0_1_0::detail
