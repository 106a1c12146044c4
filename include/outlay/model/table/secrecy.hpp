#pragma once

#include <outlay/model/table/map_key.hpp>
#include <outlay/model/table/type_table.hpp>
#include <string>
#include <string_view>

namespace outlay::inline v0_1_0::detail {

/// Knows of which types a secret is a part, however deep. What is read into such a type, or found in its place, is not
/// shown in messages: a text that is not where it should be may be the secret. Asked only about what is wrong already.
class secrecy {
public:
    /// Whether a value of this type may hold a secret.
    bool covers(type_table const& type)
    {
        if (last_ != &type) is_covered_ = covers(type, nullptr);
        last_ = &type;
        return is_covered_;
    }

private:
    /// A type whose parts are looked at, and those that it is a part of: a type may be a part of itself.
    struct chain {
        type_table const* type;
        chain const* outer;
    };

    static bool covers(type_table const& type, chain const* outer)
    {
        for (chain const* one = outer; one != nullptr; one = one->outer)
            if (one->type == &type) return false;
        if (is_secret(type)) return true;
        chain const here{.type = &type, .outer = outer};
        bool is_covered = false;
        for_each_part(type, [&](type_table const& part) { is_covered = is_covered || covers(part, &here); });
        return is_covered;
    }

    static bool is_secret(type_table const& type) { return type.scalar != nullptr && type.scalar->facts.is_secret; }

    /// A type with a form may be several things at once: what it is here, and what it is on the wire.
    template<class F>
    static void for_each_part(type_table const& type, F const& f)
    {
        if (type.object != nullptr)
            for (field_table const& field : type.object->fields.first(type.object->members)) f(*field.type);
        if (type.list != nullptr) f(*type.list->item);
        if (type.map != nullptr) {
            f(*type.map->key);
            f(*type.map->value);
        }
        if (type.tuple != nullptr)
            for (type_table const* const part : type.tuple->parts) f(*part);
        if (type.maybe != nullptr) f(*type.maybe->value);
        if (type.variant != nullptr)
            for (type_table const* const alternative : type.variant->alternatives) f(*alternative);
        if (type.converted != nullptr) f(*type.converted->wire);
    }

    type_table const* last_ = nullptr; ///< that was asked about: findings of one list have one type
    bool is_covered_ = false;
};

/// In messages, in place of a name that is a secret.
inline constexpr std::string_view hidden_name = "***";

/// In place of the words of a codec.
inline constexpr std::string_view words_not_shown =
    "refused by its codec, whose words are not shown: they may hold a secret";

/// Whether the names of a map are secrets.
inline bool has_secret_names(map_table const& type) { return scalar_of_key(*type.key).facts.is_secret; }

/// Appends the name that a key is, as JSON Pointers and messages show it.
inline void append_shown_key(std::string& text, map_table const& type, void const* key)
{
    if (has_secret_names(type)) text += hidden_name;
    else append_key(text, *type.key, key);
}

} // namespace outlay::inline v0_1_0::detail
