#pragma once

#include <algorithm>
#include <boost/json/conversion.hpp>
#include <boost/json/error.hpp>
#include <boost/json/fwd.hpp>
#include <boost/json/parse_options.hpp>
#include <boost/system/errc.hpp>
#include <boost/system/error_code.hpp>
#include <boost/system/result.hpp>
#include <boost/system/system_error.hpp>
#include <charconv>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <outlay/json/decode.hpp>
#include <outlay/json/write/write_value.hpp>
#include <outlay/model/table/make_type.hpp>
#include <outlay/model/table/map_key.hpp>
#include <outlay/model/table/readable.hpp>
#include <outlay/model/table/type_table.hpp>
#include <outlay/model/table/visit.hpp>
#include <outlay/value/compact_optional.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <string_view>
#include <utility>

// Conversion to and from boost::json::value. Code that uses these functions includes <boost/json.hpp>; this header only
// names the type, as a template parameter, so that other code need not compile it.

namespace outlay::inline v0_1_0 {
namespace detail {

/// boost::json::value, which must be complete only where a template is instantiated.
template<class T>
concept json_value = std::same_as<T, boost::json::value>;

/// Converts the text that encode() writes for a number: to an integer if it is one, otherwise to the nearest double.
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

/// A JSON text in which exponents of more than 5 digits, which are out of range of every double, are shortened to
/// 99999.
inline std::string with_near_exponents(std::string_view json)
{
    constexpr std::size_t most_digits = 5;
    std::string text;
    bool in_string = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        text += json[i];
        if (json[i] == '"') in_string = !in_string;
        else if (in_string && json[i] == '\\') text += json[++i];
        bool const is_exponent = !in_string && (json[i] == 'e' || json[i] == 'E') && i + 1 < json.size();
        if (!is_exponent) continue;
        if (json[i + 1] == '+' || json[i + 1] == '-') text += json[++i];
        std::size_t const end = (std::min)(json.find_first_not_of("0123456789", i + 1), json.size());
        std::size_t const begin = (std::min)(json.find_first_not_of('0', i + 1), end);
        if (end - begin <= most_digits) continue;
        text.append(most_digits, '9');
        i = end - 1;
    }
    return text;
}

/// Parses a JSON text without white space, up to the depth that can be read.
template<class Value>
void text_to_json(Value& to, std::string const& json)
{
    boost::json::parse_options options;
    options.max_depth = decode_options::deepest;
    boost::system::error_code ec;
    to = parse(json, ec, to.storage(), options); // Boost.JSON's parse, found by argument-dependent lookup
    if (ec == boost::json::error::exponent_overflow) to = parse(with_near_exponents(json), to.storage(), options);
    else if (ec) throw boost::system::system_error(ec);
}

template<class Value>
void scalar_to_json(Value& to, scalar_table const& type, void const* value)
{
    if (type.text != nullptr) {
        to.emplace_string() = type.text(value);
        return;
    }
    std::string text;
    writer out(text);
    type.write(out, value);
    out.flush();
    if (text.front() == '"' || text == "null" || text == "true" || text == "false") text_to_json(to, text);
    else number_to_json(to, text);
}

/// `is_request`: leaves out the members that only replies have, like encode().
template<class Value>
void to_json(Value& to, type_table const& type, void const* value, bool is_request = false);

template<class Value>
void object_to_json(Value& to, object_table const& type, void const* object, bool is_request)
{
    if (type.find_text != nullptr) {
        if (std::string const* const text = type.find_text(object)) {
            to.emplace_string() = *text;
            return;
        }
    }
    auto& members = to.emplace_object();
    std::uint64_t required = type.required;
    for (field_table const& field : type.fields.first(type.members)) {
        written_as const how = how_written(type, field, object, (required & 1) != 0, is_request);
        if (how.is_value) to_json(members[field.name], *field.type, field.in(object), is_request);
        else if (how.json != nullptr) text_to_json(members[field.name], *how.json);
        required >>= 1;
    }
    for_each_kept(type, object, [&](std::string const& name, std::string const& json) {
        if (is_kept_name_written(type, name)) text_to_json(members[name], json);
    });
}

template<class Value>
void list_to_json(Value& to, list_table const& type, void const* list, bool is_request)
{
    auto& items = to.emplace_array();
    items.reserve(type.size(list));
    for_each_item(type, list,
                  [&](void const* item) { to_json(items.emplace_back(nullptr), *type.item, item, is_request); });
}

template<class Value>
void map_to_json(Value& to, map_table const& type, void const* map, bool is_request)
{
    auto& entries = to.emplace_object();
    for_each_entry(type, map, [&](void const* key, void const* value) {
        std::string name;
        append_key(name, *type.key, key);
        to_json(entries[name], *type.value, value, is_request);
    });
}

template<class Value>
void to_json(Value& to, type_table const& type, void const* value, bool is_request)
{
    switch (type.is) {
    case shape::scalar: return scalar_to_json(to, *type.scalar, value);
    case shape::object: return object_to_json(to, *type.object, value, is_request);
    case shape::list: return list_to_json(to, *type.list, value, is_request);
    case shape::map: return map_to_json(to, *type.map, value, is_request);
    case shape::tuple: {
        auto& parts = to.emplace_array();
        for (std::size_t i = 0; i < type.tuple->parts.size(); ++i)
            to_json(parts.emplace_back(nullptr), *type.tuple->parts[i], part_of(*type.tuple, value, i), is_request);
        return;
    }
    case shape::maybe:
        if (void const* const held = type.maybe->held(value)) return to_json(to, *type.maybe->value, held, is_request);
        to = nullptr;
        return;
    case shape::variant:
        return to_json(to, *type.variant->alternatives[type.variant->index(value)], type.variant->held(value),
                       is_request);
    case shape::converted:
        return with_wire(*type.converted, value,
                         [&](void const* wire) { to_json(to, *type.converted->wire, wire, is_request); });
    }
}

/// Calls the reader like the parser would for the text of a value with at most `levels` levels of objects and arrays.
/// Returns false if the reader stops.
template<class Value>
bool read_json(reader& in, Value const& from, std::size_t levels, boost::system::error_code& ec)
{
    if (levels == 0 && (from.is_object() || from.is_array())) {
        ec = boost::json::error::too_deep;
        return false;
    }
    char text[32]; // the longest double has 24 characters
    auto const number = [&text](auto n) {
        return boost::json::string_view(text, static_cast<std::size_t>(std::to_chars(text, text + 32, n).ptr - text));
    };
    if (auto const* const object = from.if_object()) {
        in.on_object_begin(ec);
        for (auto const& member : *object)
            if (!in.on_key(member.key(), member.key().size(), ec) || !read_json(in, member.value(), levels - 1, ec))
                return false;
        return in.on_object_end(object->size(), ec);
    }
    if (auto const* const array = from.if_array()) {
        in.on_array_begin(ec);
        for (auto const& item : *array)
            if (!read_json(in, item, levels - 1, ec)) return false;
        return in.on_array_end(array->size(), ec);
    }
    if (auto const* const string = from.if_string())
        return in.on_string({string->data(), string->size()}, string->size(), ec);
    if (auto const* const n = from.if_int64()) return in.on_int64(*n, number(*n), ec);
    if (auto const* const u = from.if_uint64()) return in.on_uint64(*u, number(*u), ec);
    if (auto const* const d = from.if_double()) {
        // JSON has no infinity. Boost.JSON reads one from a number that is too large, which is passed on here.
        if (std::isinf(*d)) return in.on_double(*d, *d < 0 ? "-1e999" : "1e999", ec);
        return std::isnan(*d) ? in.on_null(ec) : in.on_double(*d, number(*d), ec);
    }
    if (auto const* const b = from.if_bool()) return in.on_bool(*b, ec);
    return in.on_null(ec);
}

} // namespace detail

/// inspect() for a boost::json::value. Violations have JSON Pointers but no lines. A double is read as the shortest
/// decimal that converts back to it. The limits of the options apply, except max_bytes.
template<class T, detail::json_value Value>
[[nodiscard]] inspection<T> inspect(Value const& from, decode_options const& options = {})
{
    detail::require_readable<T>();
    inspection<T> seen;
    detail::reader in(&seen.value, detail::table_of<T>::table, options);
    if (violation refused = detail::describe_refused(options); !refused.code.empty()) {
        seen.stopped = error_kind::limit;
        in.found.add(std::move(refused));
    } else if (boost::system::error_code ec; !detail::read_json(in, from, options.max_depth, ec)) {
        seen.stopped = error_kind::limit;
        if (!in.is_out_of_memory()) in.found.add(detail::describe_limit(in, ec, options, {}));
    } else if (in.is_out_of_memory()) {
        seen.stopped = error_kind::limit;
    }
    seen.report = std::move(in.found);
    seen.found_nothing = !seen.stopped && in.found_nothing();
    return seen;
}

/// decode() for a boost::json::value.
template<class T, detail::json_value Value>
[[nodiscard]] result<T> decode(Value const& from, decode_options const& options = {})
{
    return inspect<T>(from, options).to_result();
}

namespace detail {

/// A type that outlay's tag_invoke converts. Boost.JSON itself converts lists, maps and std::optional of these.
template<class T>
concept converted_here = described<T> || scalar<T> || has_codec<T> || is_compact_optional<T>;

} // namespace detail

/// Boost.JSON's value_from, for described types and the value types of outlay, with the names and wire forms of
/// encode(). Found for types of namespace outlay; for others, write `using outlay::tag_invoke;` in the namespace of the
/// type.
template<detail::json_value Value, detail::converted_here T>
void tag_invoke(boost::json::value_from_tag, Value& to, T const& value)
{
    detail::type_table const& type = detail::table_of<T>::table;
    detail::to_json(to, type, &value, detail::is_request(type));
}

/// Boost.JSON's try_value_to and value_to, for the same types. The error is `invalid_argument` for every violation;
/// decode<T>(value) returns all of them.
template<detail::converted_here T, detail::json_value Value>
boost::system::result<T> tag_invoke(boost::json::try_value_to_tag<T>, Value const& from)
{
    auto seen = inspect<T>(from);
    if (!seen.ok()) return make_error_code(boost::system::errc::invalid_argument);
    return std::move(seen.value);
}

} // namespace outlay::inline v0_1_0
