#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <outlay/model/members.hpp>
#include <outlay/model/table/make_scalar.hpp>
#include <outlay/model/table/names.hpp>
#include <outlay/model/table/type_table.hpp>
#include <string>
#include <string_view>

namespace outlay::inline v0_1_0 {

/// The tag of a class, for its model: `static constexpr auto tag = outlay::tagged("type", "circle");`. On the wire, the
/// class has an additional field with this name and this text as its value, but no such member in C++. The tag is
/// written after the members, and is required when the class is read. Codes: `missing`, `tag`.
///
/// If all alternatives of a std::variant that are objects have tags of the same name, the variant is read as the class
/// whose text is found. The tag may be anywhere in the object.
struct tagged {
    std::string_view name; ///< the name of the field; `naming` does not apply
    std::string_view text; ///< the value of the field, a string
    /// `tagged("type", "circle")`. The texts must be literals or other constants.
    constexpr tagged(std::string_view member, std::string_view value) noexcept : name(member), text(value) {}
};

namespace detail {

template<class T>
inline constexpr bool has_tag = requires { model<T>::tag; };

template<class T>
constexpr std::string_view tag_name() noexcept
{
    if constexpr (has_tag<T>) return model<T>::tag.name;
    else return {};
}

/// The table of the tag of T, which is like that of a member.
template<class T>
struct tag_table {
    static constexpr tagged const& tag = model<T>::tag;
    static constexpr problem expected{.code = "tag", .expected = tag.text};

    static problem const* read(void*, token from)
    {
        if (from.kind != token_kind::string) return &expected_string;
        return from.text() == tag.text ? nullptr : &expected;
    }
    static void write(writer& out, void const*) { out.put_string(tag.text); }
    static bool write_after_key(writer& out, void const* object, char const* key, std::size_t key_size)
    {
        out.put_key(key, key_size);
        write(out, object);
        return true;
    }

    static constexpr scalar_table scalar{
        .write = &write,
        .text = nullptr,
        .compare = nullptr,
        .shown = nullptr, // no rule or flaw of a tag is ever reported
        .facts = {.kinds = json_string, .texts = 1, .text = [](std::size_t) { return tag.text; }, .is_closed = true},
        .room = tag.text.size() + 2,
    };
    static constexpr type_table table{
        .is = shape::scalar,
        .kinds = json_string,
        .read = &read,
        .is_plain = true,
        .scalar = &scalar,
    };

    static constexpr name_source source{.text = tag.name, .style = wire_case::snake, .is_final = true};
    static constexpr auto keys = [] {
        key_pool<1, count_key_characters(&source, 1)> pool;
        write_member_keys(pool.text.data(), pool.places.data(), &source, 1);
        return pool;
    }();
};

template<class T>
constexpr field_table make_tag_field(std::size_t index)
{
    using of = tag_table<T>;
    return {.read = &of::read,
            .write = &of::write_after_key,
            .type = &of::table,
            .index = static_cast<std::uint8_t>(index),
            .may_be_flawed = false};
}

} // namespace detail
} // namespace outlay::inline v0_1_0
