#pragma once

#include <compare>
#include <concepts>
#include <cstddef>
#include <limits>
#include <outlay/model/rules.hpp>
#include <outlay/model/table/scalar_facts.hpp>
#include <outlay/model/table/scalars.hpp>
#include <outlay/model/table/shape.hpp>
#include <outlay/model/table/type_table.hpp>
#include <outlay/value/detail/attributes.hpp>
#include <string>
#include <string_view>

// The tables of scalars, and the functions that read values of any type from a token and write them after a key.

namespace outlay::inline v0_1_0::detail {

template<class V>
concept number_like =
    std::same_as<V, decimal> || std::floating_point<V> || (std::integral<V> && !std::same_as<V, bool>);

/// A type with a text, which is written in quotes.
template<class V>
concept text_like = has_text<V> || requires(V const& value) {
    { value.text() } -> std::convertible_to<std::string_view>;
};

template<class V>
std::string_view text_of_value(void const* value)
{
    V const& text = *static_cast<V const*>(value);
    if constexpr (has_text<V>) return text_of(text);
    else return text.text();
}

template<class V>
std::partial_ordering compare_value(void const* value, decimal const& with)
{
    return compare_number(*static_cast<V const*>(value), with);
}

/// The text of a value for messages.
template<class V>
std::string shown_value(void const* value)
{
    return shown(*static_cast<V const*>(value));
}

/// Not inlined, so that the code that writes a V is compiled once for members, items and values in holders.
template<class V>
OUTLAY_NOINLINE void write_scalar(writer& out, void const* value)
{
    scalar_wire<V>::write(out, *static_cast<V const*>(value));
}

/// A scalar with values that can't be read back once they are written.
template<class V>
concept may_have_flaw = requires(V const& value) { scalar_wire<V>::flaw(value); };

template<class V>
problem const* flaw_of(void const* value)
{
    return scalar_wire<V>::flaw(*static_cast<V const*>(value));
}

/// The usual number of characters of a scalar, for an estimate of memory; for a text, only its quotes.
template<class V>
constexpr std::size_t room_of_scalar() noexcept
{
    constexpr std::size_t quotes = 2;
    constexpr std::size_t usual_decimal = 10;
    constexpr std::size_t usual_enumerator = 12;
    constexpr std::size_t longest_date_or_time = 26;
    if constexpr (text_like<V>) return quotes;
    else if constexpr (described_enum<V>) return quotes + usual_enumerator;
    else if constexpr (std::same_as<V, decimal>) return usual_decimal;
    else if constexpr (std::integral<V>) return std::numeric_limits<V>::digits10 / 2 + 1;
    else return longest_date_or_time;
}

template<class V>
constexpr scalar_table make_scalar_table()
{
    scalar_table made{.write = &write_scalar<V>,
                      .text = nullptr,
                      .compare = nullptr,
                      .shown = &shown_value<V>,
                      .facts = facts_of<V>(),
                      .room = room_of_scalar<V>()};
    if constexpr (text_like<V>) made.text = &text_of_value<V>;
    if constexpr (number_like<V>) made.compare = &compare_value<V>;
    if constexpr (may_have_flaw<V>) made.flaw = &flaw_of<V>;
    return made;
}

template<class V>
inline constexpr scalar_table scalar_table_of = make_scalar_table<V>();

inline constexpr problem expected_object{.code = "type", .expected = "an object"};
inline constexpr problem expected_array{.code = "type", .expected = "an array"};

/// The result for a scalar token where an object, an array, or a type that needs more than a token is expected.
template<class V>
constexpr problem const* due_instead() noexcept
{
    if constexpr (has_codec<V> || is_variant<V>) return &needs_more;
    else if constexpr (described<V> || map_like<V>) return &expected_object;
    else return &expected_array;
}

template<class V>
problem const* read_token(void* to, token from);

inline problem const* read_needs_more(void*, token) noexcept { return &needs_more; }

/// Reads a token other than null into the value of a holder.
template<class V>
problem const* read_held(V& holder, token from)
{
    using held = typename unwrapped<V>::type;
    if constexpr (scalar<held> && !has_codec<held>) {
        if constexpr (has_text<held> && std::constructible_from<held, std::string_view> && !is_owner<V>) {
            if (from.kind == token_kind::string) {
                holder.emplace(from.text());
                return nullptr;
            }
        }
        problem const* const found = scalar_wire<held>::read(engage(holder), from);
        if (found != nullptr && !found->has_value()) holder.reset();
        return found;
    } else if constexpr (has_text_form<held> && !has_codec<held>) {
        problem const* const found = model<held>::text_form::read(engage(holder), from);
        if (found != nullptr && !found->has_value()) holder.reset();
        return found;
    } else {
        return due_instead<held>();
    }
}

template<class V>
problem const* read_token(void* to, token from)
{
    V& value = *static_cast<V*>(to);
    if constexpr (has_codec<V>) return &needs_more;
    else if constexpr (maybe_like<V>) {
        if (from.kind != token_kind::null) return read_held(value, from);
        set_null(value);
        return nullptr;
    } else if constexpr (scalar<V>) return scalar_wire<V>::read(value, from);
    else if constexpr (has_text_form<V>) return model<V>::text_form::read(value, from);
    else return due_instead<V>();
}

/// A vendor's Form that reads from tokens; it accepts more than the type's own form, or other values.
template<class Form, class V>
concept reading_form = requires(V& to, token from) {
    { Form::read(to, from) } -> std::same_as<problem const*>;
};

template<class V, class Form>
problem const* read_in_form(void* to, token from)
{
    return Form::read(*static_cast<V*>(to), from);
}

/// The function that reads a token into a V, by itself or in a form.
template<class V, class Form = void>
constexpr read_function function_reading() noexcept
{
    if constexpr (std::is_void_v<Form>) return &read_token<V>;
    else if constexpr (reading_form<Form, V>) return &read_in_form<V, Form>;
    else return &read_needs_more;
}

/// Writes a key and the scalar after it, unless it is absent.
template<class V>
bool write_member(writer& out, void const* value, char const* key, std::size_t key_size)
{
    if constexpr (maybe_like<V>) {
        V const& member = *static_cast<V const*>(value);
        if (is_missing(member)) return false;
        out.put_key(key, key_size);
        if (auto const* const held = held_by(member)) write_scalar<typename unwrapped<V>::type>(out, held);
        else out.put("null");
    } else {
        out.put_key(key, key_size);
        write_scalar<V>(out, value);
    }
    return true;
}

template<class V>
constexpr bool is_written_at_once() noexcept
{
    using held = typename unwrapped<V>::type;
    return scalar<held> && !has_codec<held> && !has_codec<V>;
}

/// Whether validate need not check a V, except for the rules of its member.
template<class V>
constexpr bool is_flawless() noexcept
{
    return is_written_at_once<V>() && !may_have_flaw<typename unwrapped<V>::type>;
}

/// The function that writes a V, by itself or in a form, after its key; null for a type that is not a scalar on the
/// wire.
template<class V, class Form = void>
constexpr write_function function_writing() noexcept
{
    if constexpr (is_written_at_once<V>() && (std::is_void_v<Form> || reading_form<Form, V>)) return &write_member<V>;
    else return nullptr;
}

} // namespace outlay::inline v0_1_0::detail
