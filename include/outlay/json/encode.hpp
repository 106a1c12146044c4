#pragma once

#include <array>
#include <cstddef>
#include <outlay/json/codec.hpp>
#include <outlay/json/detail/writer.hpp>
#include <outlay/model/members.hpp>
#include <outlay/model/rules.hpp>
#include <string>
#include <string_view>
#include <utility>

namespace outlay {
namespace detail {

/// `,"name":` for each member.
template<class T>
inline constexpr auto member_keys = [] {
    std::array<wire_name<longest_member_name + 4>, member_count<T>> keys{};
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
    out.put(member_keys<T>[Index].view().substr(is_first));
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
}

template<class Items>
void write_items(writer& out, Items const& items)
{
    std::size_t const start = out.size();
    std::size_t written = 0;
    for (auto const& item : items) {
        if (written != 0) out.put(',');
        write_value(out, item);
        // Rows of one kind have much the same length: the first tells how much room they all take.
        if (written++ == 0) out.reserve((out.size() - start) * items.size() / 8 * 9 + 64);
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
        write_items(out, value);
        out.put(']');
    } else {
        static_assert(described<V>,
                      "outlay can't write this type: describe a class with BOOST_DESCRIBE_STRUCT, an enumeration with "
                      "BOOST_DESCRIBE_ENUM");
        out.put('{');
        write_members(out, value, member_list<V>{});
        out.put('}');
    }
}

} // namespace detail

/// Appends the JSON text of `value`, without white space. Absent members are not written, null only for a nullable
/// that is null. Rules are not checked: that is validate's work.
template<class T>
void encode_to(std::string& out, T const& value)
{
    detail::writer to(out);
    detail::write_value(to, value);
    to.flush();
}

/// The JSON text of `value`; see encode_to.
template<class T>
std::string encode(T const& value)
{
    std::string text;
    encode_to(text, value);
    return text;
}

} // namespace outlay
