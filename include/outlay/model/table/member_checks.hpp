#pragma once

#include <boost/describe/members.hpp>
#include <boost/describe/modifiers.hpp>
#include <boost/mp11/list.hpp>
#include <concepts>
#include <outlay/model/members.hpp>
#include <outlay/model/table/scalars.hpp>
#include <outlay/model/table/shape.hpp>
#include <type_traits>

// What can't be read or written is refused when it is compiled: in one line, by the name of a function that is not
// there, whose arguments are the class and the member.

namespace outlay::detail {

template<class T, auto Member>
void a_const_member_cannot_be_read_so_remove_const_or_do_not_describe_it() = delete;
template<class T, auto Member>
void a_char_is_neither_text_nor_number_so_use_std_string_or_std_int8_t() = delete;
template<class T, auto Member>
void a_raw_pointer_owns_nothing_so_use_std_optional_or_std_unique_ptr() = delete;
template<class T, auto Member>
void a_duration_has_no_unit_in_json_so_give_the_member_a_form_such_as_outlay_forms_seconds() = delete;
template<class T, auto Member>
void the_type_of_this_member_must_be_described_or_have_an_outlay_codec() = delete;
template<class T, auto Member>
void a_static_member_is_not_part_of_a_value_so_do_not_describe_it() = delete;

template<class V>
inline constexpr bool is_duration = false;
template<class Rep, class Period>
inline constexpr bool is_duration<std::chrono::duration<Rep, Period>> = true;

/// A type that outlay knows by itself. Of lists and the like, their items are asked when their tables are made.
template<class V>
inline constexpr bool is_known_type = has_codec<V> || scalar<V> || list_like<V> || map_like<V> || is_tuple_like<V> ||
                                      is_variant<V> || maybe_like<V> || described<V>;

/// Of a member.
template<class V>
inline constexpr bool is_usable_type = !std::is_const_v<V> && is_known_type<typename unwrapped<V>::type>;

/// Refuses a member that is not usable, and says why. `has_form`: the model says how it is read and written.
template<class T, class D, bool has_form>
constexpr void check_member()
{
    using value_type = described_type<D>;
    using held = typename unwrapped<value_type>::type;
    constexpr auto member = D::pointer;
    if constexpr (std::is_const_v<value_type>)
        a_const_member_cannot_be_read_so_remove_const_or_do_not_describe_it<T, member>();
    else if constexpr (is_known_type<held> || has_form) return;
    else if constexpr (is_character<held>)
        a_char_is_neither_text_nor_number_so_use_std_string_or_std_int8_t<T, member>();
    else if constexpr (std::is_pointer_v<held>)
        a_raw_pointer_owns_nothing_so_use_std_optional_or_std_unique_ptr<T, member>();
    else if constexpr (is_duration<held>)
        a_duration_has_no_unit_in_json_so_give_the_member_a_form_such_as_outlay_forms_seconds<T, member>();
    else the_type_of_this_member_must_be_described_or_have_an_outlay_codec<T, member>();
}

/// Of a specialisation of model, whether it says anything that outlay looks for.
template<class T>
inline constexpr bool model_says_something =
    requires { typename model<T>::says_nothing; } || requires { model<T>::naming; } || requires { model<T>::members; } ||
    requires { model<T>::title; } || requires { model<T>::description; } || requires { model<T>::direction; } ||
    requires { model<T>::tag; } || requires { typename model<T>::text_form; };

template<class T>
constexpr void check_model()
{
    static_assert(model_says_something<T>,
                  "model<T> has none of naming, members, title, description, direction, tag: is one of them misspelt?");
    static_assert(!requires { model<T>::member; }, "model<T> has `member`, which outlay does not know: it is `members`");
}

} // namespace outlay::detail
