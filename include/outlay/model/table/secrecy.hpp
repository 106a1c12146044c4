#pragma once

#include <cstddef>
#include <outlay/model/table/map_key.hpp>
#include <outlay/model/table/type_table.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace outlay::detail {

/// Knows of which types a secret is a part, however deep. What is read into such a type, or found in its place, is not
/// shown in messages: a text that is not where it should be may be the secret. Asked only about what is wrong already.
class secrecy {
public:
    /// Whether a value of this type may hold a secret.
    bool covers(type_table const& type)
    {
        for (known const& one : known_)
            if (one.type == &type) return one.is_covered;
        std::vector<type_table const*> seen{&type};
        bool is_covered = false;
        // The list grows while it is walked: a type may be a part of itself.
        for (std::size_t i = 0; i != seen.size() && !is_covered; ++i) {
            is_covered = is_secret(*seen[i]);
            for_each_part(*seen[i], [&seen](type_table const& part) {
                for (type_table const* const one : seen)
                    if (one == &part) return;
                seen.push_back(&part);
            });
        }
        known_.push_back({.type = &type, .is_covered = is_covered});
        return is_covered;
    }

private:
    struct known {
        type_table const* type;
        bool is_covered;
    };

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

    std::vector<known> known_;
};

/// In messages, in place of a name that is a secret.
inline constexpr std::string_view hidden_name = "***";

/// In place of the words of a codec.
inline constexpr std::string_view words_not_shown =
    "refused by its codec, whose words are not shown: they may hold a secret";

/// Whether the names of a map are secrets.
inline bool has_secret_names(map_table const& type) { return type.key->scalar->facts.is_secret; }

/// Appends the name that a key is, as JSON Pointers and messages show it.
inline void append_shown_key(std::string& text, map_table const& type, void const* key)
{
    if (has_secret_names(type)) text += hidden_name;
    else append_key(text, *type.key, key);
}

} // namespace outlay::detail
