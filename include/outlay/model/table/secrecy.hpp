#pragma once

#include <outlay/model/table/map_key.hpp>
#include <outlay/model/table/type_table.hpp>
#include <string>
#include <string_view>

namespace outlay::inline v0_1_0::detail {

/// Finds out whether a type contains a secret at any depth. Messages do not show values that are read into such a type,
/// or found in its place: a misplaced text may be the secret. Called only for values that have a violation.
class secrecy {
public:
    /// Whether a value of this type may contain a secret.
    bool covers(type_table const& type)
    {
        if (last_ != &type) is_covered_ = covers(type, nullptr);
        last_ = &type;
        return is_covered_;
    }

private:
    /// A type whose parts are being searched, and the types around it: a type may contain itself.
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

    /// A type with a form may have several tables at once: for the type in C++, and for its wire form.
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

    type_table const* last_ = nullptr; ///< the last type, cached: the findings in a list are all of one type
    bool is_covered_ = false;
};

/// Shown in messages instead of a name that is a secret.
inline constexpr std::string_view hidden_name = "***";

/// The message instead of a codec's own.
inline constexpr std::string_view words_not_shown =
    "rejected by its codec, whose message is not shown because it may contain a secret";

/// Whether the names of a map are secrets.
inline bool has_secret_names(map_table const& type) { return scalar_of_key(*type.key).facts.is_secret; }

/// Appends the name for a key, as JSON Pointers and messages show it.
inline void append_shown_key(std::string& text, map_table const& type, void const* key)
{
    if (has_secret_names(type)) text += hidden_name;
    else append_key(text, *type.key, key);
}

} // namespace outlay::inline v0_1_0::detail
