#pragma once

#include <cstddef>
#include <cstdint>
#include <outlay/json/encode.hpp>
#include <outlay/json/write/write_value.hpp>
#include <outlay/model/members.hpp>
#include <outlay/model/table/make_type.hpp>
#include <outlay/model/table/type_table.hpp>
#include <outlay/model/table/visit.hpp>
#include <string>
#include <string_view>

namespace outlay::inline v0_1_0 {
namespace detail {

inline void append_mask_path(std::string& mask, std::string_view within, std::string_view name)
{
    if (!mask.empty()) mask += ',';
    mask.append(within).append(name);
}

/// The object inside a member and its class; null for a member that is absent, has a codec, or is not an object.
struct object_within {
    object_table const* type = nullptr;
    void const* object = nullptr;

    object_within(type_table const& of, void const* value)
    {
        if (of.converted != nullptr || value == nullptr) return;
        if (of.maybe != nullptr) {
            *this = {*of.maybe->value, of.maybe->held(value)};
        } else if (of.object != nullptr && of.object->find_text == nullptr) {
            type = of.object;
            object = value;
        }
    }
};

/// Appends the paths of the members of an object that are written. `without` has a bit for each member to leave out.
inline void append_mask(std::string& mask, std::string_view within, object_table const& type, void const* object,
                        bool is_request, std::uint64_t without = 0)
{
    std::uint64_t required = type.required;
    for (field_table const& field : type.fields.first(type.members)) {
        written_as const how = how_written(type, field, object, (required & 1) != 0, is_request);
        bool const is_left_out = (without & 1) != 0;
        required >>= 1;
        without >>= 1;
        if (is_left_out || (!how.is_value && how.json == nullptr)) continue;
        std::size_t const before = mask.size();
        if (object_within const inner(*field.type, field.in(object)); how.is_value && inner.type != nullptr)
            append_mask(mask, joined({within, field.name, "."}), *inner.type, inner.object, is_request);
        if (mask.size() == before) append_mask_path(mask, within, field.name);
    }
    for_each_kept(type, object, [&](std::string const& name, std::string const&) {
        if (is_kept_name_written(type, name)) append_mask_path(mask, within, name);
    });
}

} // namespace detail

/// The field mask of an update: the paths of all members of `change` that encode() writes, separated by commas, for
/// APIs with an `updateMask`: `displayName,amount.currencyCode`. A member that is a class contributes the paths of its
/// own members, or its own path if it is empty; a list, a map, and a type with a codec have one path. A nullable that
/// is null is written, and is therefore in the mask: the server clears the field.
///
///     request.update_mask = outlay::field_mask<&budget::resource_name>(change);   // all members but the name
///
/// The members in the template arguments are left out.
template<auto... Without, described T>
[[nodiscard]] std::string field_mask(T const& change)
{
    std::string mask;
    detail::type_table const& type = detail::table_of<T>::table;
    detail::append_mask(mask, {}, *type.object, &change, detail::is_request(type),
                        (std::uint64_t{0} | ... | (std::uint64_t{1} << detail::index_of<T, Without>)));
    return mask;
}

} // namespace outlay::inline v0_1_0
