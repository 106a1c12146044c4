#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <limits>
#include <outlay/json/codec.hpp>
#include <outlay/json/detail/writer.hpp>
#include <outlay/model/members.hpp>
#include <outlay/model/rules.hpp>
#include <outlay/value/detail/separate.hpp>
#include <string>
#include <string_view>
#include <utility>

namespace outlay {
namespace detail {

/// `,"name":` for each member.
template<class T>
inline constexpr auto member_keys = [] {
    std::array<wire_name<longest_member_name + 5>, member_count<T>> keys{};
    for (std::size_t i = 0; i < keys.size(); ++i) {
        keys[i].push(',');
        keys[i].push('"');
        for (char const c : member_names<T>[i].view()) keys[i].push(c);
        keys[i].push('"');
        keys[i].push(':');
    }
    return keys;
}();

template<class V>
void write_value(writer& out, V const& value);

template<class V>
std::size_t room_for(V const& value);

/// Whether a member is written at all: absent ones are not, nor, where they may be absent, empty lists.
template<class V>
constexpr bool is_written(V const& value, bool required)
{
    if constexpr (requires { value.is_absent(); }) return !value.is_absent();
    else if constexpr (optional_like<V>) return value.has_value();
    else if constexpr (is_vector<V>) return required || !value.empty();
    else return true;
}

template<class T, std::size_t Index, class V>
void write_member(writer& out, V const& value, bool& is_first)
{
    constexpr bool required = (required_members<T> >> Index & 1) != 0;
    if (!is_written(value, required)) return;
    constexpr auto const& key = member_keys<T>[Index];
    out.put_fixed<key.size>(key.text.data() + is_first, key.size - is_first); // one has no comma, and one to spare
    is_first = false;
    write_value(out, value);
}

template<class T, template<class...> class List, class... D>
void write_members(writer& out, T const& object, List<D...>)
{
    bool is_first = true;
    [&]<std::size_t... I>(std::index_sequence<I...>) {
        (write_member<T, I>(out, object.*D::pointer, is_first), ...);
    }(std::index_sequence_for<D...>());
    if constexpr (has_extras<T>) {
        for (auto const& field : extras_of(object)) {
            if (is_member_name<T>(field.name)) continue;
            if (!std::exchange(is_first, false)) out.put(',');
            out.put_string(field.name);
            out.put(':');
            out.put(field.json);
        }
    }
}

template<class V>
void write_value(writer& out, V const& value)
{
    if constexpr (scalar<V>) {
        codec<V>::write(out, value);
    } else if constexpr (optional_like<V>) {
        if (value.has_value()) write_value(out, *value);
        else out.put("null");
    } else if constexpr (is_vector<V>) {
        out.put('[');
        for (std::size_t i = 0; i < value.size(); ++i) {
            if (i != 0) out.put(',');
            write_value(out, value[i]);
        }
        out.put(']');
    } else {
        static_assert(described<V>,
                      "outlay can't write this type: describe a class with BOOST_DESCRIBE_STRUCT, an enumeration with "
                      "BOOST_DESCRIBE_ENUM");
        if constexpr (has_text_form<V>)
            if (std::string const* const text = model<V>::text_form::find(value)) return out.put_string(*text);
        out.put('{');
        write_members(out, value, member_list<V>{});
        out.put('}');
    }
}

/// The characters of all of a type's keys.
template<class T>
inline constexpr std::size_t room_for_keys = [] {
    std::size_t room = 2;
    for (auto const& key : member_keys<T>) room += key.size;
    return room;
}();

template<class T, template<class...> class List, class... D>
std::size_t room_for_members(T const& object, List<D...>)
{
    std::size_t room = (room_for_keys<T> + ... + room_for(object.*D::pointer));
    if constexpr (has_extras<T>)
        for (auto const& field : extras_of(object)) room += field.name.size() + field.json.size() + 4;
    return room;
}

/// About how many characters `value` takes as JSON, and rarely less than it takes: so that room is made for them once.
template<class V>
std::size_t room_for(V const& value)
{
    if constexpr (std::same_as<V, decimal>)
        return decimal_access::parts(value).high() != 0
                   ? longest_decimal
                   : static_cast<std::size_t>(count_digits(decimal_access::parts(value).low)) + 3;
    else if constexpr (std::integral<V>) return std::numeric_limits<V>::digits10 / 2 + 1;
    else if constexpr (has_text<V>) return text_of(value).size() + 2;
    else if constexpr (requires { value.text(); }) return value.text().size() + 2;
    else if constexpr (described_enum<V>) return enum_text(value).size() + 2;
    else if constexpr (scalar<V>) return 26;
    else if constexpr (optional_like<V>) return value.has_value() ? room_for(*value) : 4;
    else if constexpr (is_vector<V>) {
        std::size_t room = 2 + value.size();
        for (auto const& item : value) room += room_for(item);
        return room;
    } else return room_for_members(value, member_list<V>{});
}

} // namespace detail

OUTLAY_SEPARATE_BEGIN

/// Appends the JSON text of `value`, without white space. Absent members are not written, null only for a nullable
/// that is null. Rules are not checked: that is validate's work.
template<class T>
void encode_to(std::string& out, T const& value)
{
    out.reserve(out.size() + detail::room_for(value));
    detail::writer to(out);
    detail::write_value(to, value);
    to.flush();
}

/// The JSON text of `value`; see encode_to.
template<class T>
[[nodiscard]] std::string encode(T const& value)
{
    std::string text;
    encode_to(text, value);
    return text;
}

OUTLAY_SEPARATE_END

} // namespace outlay
