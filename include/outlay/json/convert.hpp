#pragma once

#include <boost/json/conversion.hpp>
#include <boost/json/error.hpp>
#include <boost/json/fwd.hpp>
#include <boost/json/parse_options.hpp>
#include <boost/system/errc.hpp>
#include <boost/system/error_code.hpp>
#include <boost/system/result.hpp>
#include <charconv>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <outlay/json/codec.hpp>
#include <outlay/json/decode.hpp>
#include <outlay/json/encode.hpp>
#include <outlay/model/members.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <string_view>
#include <utility>

// To and from boost::json::value. Code that uses these has included <boost/json.hpp>; here it is only named, so that no
// other code pays for it. That is why its type is a template parameter.

namespace outlay {
namespace detail {

/// boost::json::value, complete only where this is instantiated.
template<class T>
concept json_value = std::same_as<T, boost::json::value>;

template<class Value, class V>
void to_json(Value& to, V const& value);

/// A scalar from the text that encode() writes for it; numbers as integers where they are, otherwise the nearest
/// double.
template<class Value>
void number_to_json(Value& to, std::string_view text)
{
    char const* const end = text.data() + text.size();
    auto const is_whole = [&](auto& n) {
        auto const parsed = std::from_chars(text.data(), end, n);
        return parsed.ec == std::errc() && parsed.ptr == end;
    };
    if (std::int64_t n = 0; is_whole(n)) to = n;
    else if (std::uint64_t u = 0; is_whole(u)) to = u;
    else to = read_double(text);
}

template<class Value, class V>
void scalar_to_json(Value& to, V const& value)
{
    if constexpr (has_text<V>) {
        to.emplace_string() = text_of(value);
    } else if constexpr (std::same_as<V, bool>) {
        to = value;
    } else if constexpr (requires { value.reveal(); }) {
        to.emplace_string() = value.reveal();
    } else {
        std::string text;
        encode_to(text, value);
        // What is written as a string here (dates, currencies, enumerators) has nothing to be escaped.
        if (text.front() == '"') to.emplace_string() = std::string_view(text).substr(1, text.size() - 2);
        else if (text == "null") to = nullptr;
        else number_to_json(to, text);
    }
}

template<class Value, class T, template<class...> class List, class... D>
void members_to_json(Value& to, T const& object, List<D...>)
{
    auto& members = to.emplace_object();
    [[maybe_unused]] std::size_t index = 0;
    [[maybe_unused]] auto const add = [&](auto const& member) {
        bool const required = (required_members<T> >> index & 1) != 0;
        std::string_view const name = member_names<T>[index++];
        if (is_written(member, required)) to_json(members[name], member);
    };
    (add(object.*D::pointer), ...);
    if constexpr (has_extras<T>) {
        for (auto const& field : extras_of(object)) {
            if (is_member_name<T>(field.name)) continue;
            boost::json::parse_options options;
            options.max_depth = field.json.size(); // it was read under a limit of its own
            // parse() is Boost.JSON's, found by its second argument when this is instantiated.
            members[field.name] = parse(field.json, to.storage(), options);
        }
    }
}

template<class Value, class V>
void to_json(Value& to, V const& value)
{
    if constexpr (scalar<V>) {
        scalar_to_json(to, value);
    } else if constexpr (optional_like<V>) {
        if (value.has_value()) to_json(to, *value);
        else to = nullptr;
    } else if constexpr (is_vector<V>) {
        auto& items = to.emplace_array();
        items.reserve(value.size());
        for (auto const& item : value) to_json(items.emplace_back(nullptr), item);
    } else {
        if constexpr (has_text_form<V>)
            if (std::string const* const text = model<V>::text_form::find(value)) {
                to.emplace_string() = *text;
                return;
            }
        members_to_json(to, value, member_list<V>{});
    }
}

/// Tells the reader of a value what the parser would tell it of a text. False if the reader wants no more of it.
template<class Value>
bool read_json(reader& in, Value const& from, boost::system::error_code& ec)
{
    char text[32];
    auto const number = [&text](auto n) {
        return boost::json::string_view(text, static_cast<std::size_t>(std::to_chars(text, text + 32, n).ptr - text));
    };
    if (auto const* const object = from.if_object()) {
        in.on_object_begin(ec);
        for (auto const& member : *object)
            if (!in.on_key(member.key(), member.key().size(), ec) || !read_json(in, member.value(), ec)) return false;
        return in.on_object_end(object->size(), ec);
    }
    if (auto const* const array = from.if_array()) {
        in.on_array_begin(ec);
        for (auto const& item : *array)
            if (!read_json(in, item, ec)) return false;
        return in.on_array_end(array->size(), ec);
    }
    if (auto const* const string = from.if_string())
        return in.on_string({string->data(), string->size()}, string->size(), ec);
    if (auto const* const n = from.if_int64()) return in.on_int64(*n, number(*n), ec);
    if (auto const* const u = from.if_uint64()) return in.on_uint64(*u, number(*u), ec);
    if (auto const* const d = from.if_double()) {
        // JSON has no infinity: Boost.JSON reads it from a number that is too large, as it is again here.
        if (std::isinf(*d)) return in.on_double(*d, *d < 0 ? "-1e999" : "1e999", ec);
        return std::isnan(*d) ? in.on_null(ec) : in.on_double(*d, number(*d), ec);
    }
    if (auto const* const b = from.if_bool()) return in.on_bool(*b, ec);
    return in.on_null(ec);
}

} // namespace detail

/// What inspect() gives, from a boost::json::value: violations have JSON Pointers, but no line. A double stands for the
/// shortest decimal that it equals.
template<class T, detail::json_value Value>
[[nodiscard]] inspection<T> inspect(Value const& from, decode_options const& options = {})
{
    inspection<T> seen;
    detail::reader in(&seen.value, detail::value_tables<T>::reader, options);
    if (boost::system::error_code ec; !detail::read_json(in, from, ec)) {
        seen.stopped = error_kind::limit;
        in.found.add(detail::describe_limit(in, ec, options, {}));
    }
    seen.report = std::move(in.found);
    seen.found_nothing = !seen.stopped && in.found_nothing();
    return seen;
}

/// What decode() gives, from a boost::json::value.
template<class T, detail::json_value Value>
[[nodiscard]] result<T> decode(Value const& from, decode_options const& options = {})
{
    return inspect<T>(from, options).to_result();
}

/// Boost.JSON's value_from, for described types and the values of outlay, with the names and in the forms of encode().
/// It is found for types of namespace outlay; elsewhere say `using outlay::tag_invoke;` in the type's namespace.
template<detail::json_value Value, class T>
    requires described<T> || detail::scalar<T>
void tag_invoke(boost::json::value_from_tag, Value& to, T const& value)
{
    detail::to_json(to, value);
}

/// Boost.JSON's try_value_to and value_to, likewise. Its error codes can't tell more than that the value is not valid:
/// decode<T>(value) tells all of it.
template<class T, detail::json_value Value>
    requires described<T> || detail::scalar<T>
boost::system::result<T> tag_invoke(boost::json::try_value_to_tag<T>, Value const& from)
{
    auto seen = inspect<T>(from);
    if (!seen.ok()) return make_error_code(boost::system::errc::invalid_argument);
    return std::move(seen.value);
}

} // namespace outlay
