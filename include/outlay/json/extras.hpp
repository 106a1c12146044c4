#pragma once

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <optional>
#include <outlay/json/decode.hpp>
#include <outlay/json/encode.hpp>
#include <outlay/json/options.hpp>
#include <outlay/value/detail/constexpr_vector.hpp>
#include <outlay/value/detail/name_index.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace outlay::inline v0_1_0 {

/// The unknown fields of a JSON object, in their order. A described member of this type keeps them when the object is
/// read, numbers with all digits, and writes them back after the known fields. So fields that a vendor adds later are
/// not lost when an object is read, changed and written.
///
/// It also records how members without a value were written, so that encode() writes the object as it was read:
/// `"error": []`, `"budget": null`, a value that was read as none, or no field. See trace().
///
/// The size is that of a pointer; memory is only allocated for fields and traces that are kept.
class extras {
public:
    using keeps_unknown_fields = void;

    /// One unknown field.
    struct field {
        std::string name; ///< as on the wire
        std::string json; ///< the value's JSON text, without white space
        friend bool operator==(field const&, field const&) = default;
    };
    using value_type = field;
    using const_iterator = detail::constexpr_vector<field>::const_iterator;

    constexpr extras() noexcept = default; ///< no fields
    /// Copies all fields and traces.
    constexpr extras(extras const& other) : kept_(other.kept_ != nullptr ? new kept(*other.kept_) : nullptr) {}
    /// Moves all fields and traces; `other` is then empty.
    constexpr extras(extras&& other) noexcept : kept_(std::exchange(other.kept_, nullptr)) {}
    /// Copies or moves all fields and traces.
    constexpr extras& operator=(extras other) noexcept
    {
        std::swap(kept_, other.kept_);
        return *this;
    }
    constexpr ~extras() { delete kept_; }

    /// The first unknown field.
    constexpr const_iterator begin() const noexcept
    {
        return kept_ != nullptr ? kept_->fields.begin() : const_iterator();
    }
    /// Past the last unknown field.
    constexpr const_iterator end() const noexcept { return kept_ != nullptr ? kept_->fields.end() : const_iterator(); }
    constexpr std::size_t size() const noexcept { return kept_ != nullptr ? kept_->fields.size() : 0; }
    constexpr bool empty() const noexcept { return size() == 0; }

    /// Whether there is a field with this name.
    bool contains(std::string_view name) const noexcept { return find(name) != end(); }

    /// The index of the first field with this name; size() if there is none.
    std::size_t position(std::string_view name) const noexcept { return kept_ != nullptr ? kept_->find(name) : 0; }

    /// The value of a field as a T. Pointers and lines of violations refer to the text of the field. Code if there is
    /// no such field: `missing`.
    template<class T>
    result<T> get(std::string_view name, decode_options const& options = {}) const
    {
        auto const found = find(name);
        if (found != end()) return decode<T>(found->json, options);
        return error(error_kind::invalid, "missing", detail::joined({"there is no field ", detail::in_quotes(name)}));
    }

    /// Sets a field, which replaces all fields with this name. A field with the name of a member is not written.
    template<class T>
    void set(std::string_view name, T const& value)
    {
        field made{.name = std::string(name), .json = json_of(value)};
        own().index_names();
        std::size_t const at = kept_->find(name);
        if (at == size()) return own().keep(std::move(made));
        kept_->fields[at].json = std::move(made.json);
        if (kept_->names.size() != 0 && !kept_->names.has_repeated()) return;
        // Removes the other fields with this name, which come after the first.
        auto& fields = kept_->fields;
        auto const after = fields.begin() + static_cast<std::ptrdiff_t>(at) + 1;
        auto const rest = std::remove_if(after, fields.end(), [&](field const& f) { return f.name == made.name; });
        if (rest == fields.end()) return;
        kept_->names.reset();
        fields.erase(rest, fields.end());
    }

    /// Removes all fields with this name. Returns whether there was one.
    bool erase(std::string_view name)
    {
        if (!contains(name)) return false;
        std::string const erased(name); // `name` may refer to the name of a field
        kept_->names.reset();
        auto const has_name = [&erased](field const& f) { return f.name == erased; };
        kept_->fields.erase(std::remove_if(kept_->fields.begin(), kept_->fields.end(), has_name), kept_->fields.end());
        return true;
    }

    /// Adds a field that was read. `json` must be JSON text without white space.
    void keep(std::string&& name, std::string&& json)
    {
        own().keep({.name = std::move(name), .json = std::move(json)});
    }

    /// The text of a member that was read as no value, by its name on the wire: an empty list, null, or a value that
    /// was read as none, with a notice. The text is empty for a member that was absent and has a default. Returns null
    /// if nothing was recorded. encode() writes the text instead of the member as long as the member has no value; but
    /// in a request not the null of a reply, or a value that was read as none, because null in a request may clear a
    /// field.
    std::string const* trace(std::string_view name) const noexcept
    {
        member_trace const* const found = find_trace(name);
        return found != nullptr ? &found->json : nullptr;
    }

    /// The trace that encode() writes for a member, in a request or not; null for none.
    std::string const* trace_in(bool is_request, std::string_view name) const noexcept
    {
        member_trace const* const found = find_trace(name);
        if (found == nullptr) return nullptr;
        bool const says_nothing = found->json.empty() || found->json == "[]" || found->json == "{}";
        return is_request && found->is_of_reply && !says_nothing ? nullptr : &found->json;
    }

    /// Whether there are neither fields nor traces.
    constexpr bool keeps_nothing() const noexcept { return empty() && (kept_ == nullptr || kept_->traces.empty()); }

    /// Records the trace of a member. `json` must be JSON text without white space, or empty; `is_of_reply`: whether it
    /// is from a reply.
    void keep_trace(std::string_view name, std::string&& json, bool is_of_reply)
    {
        own().traces.push_back({.name = std::string(name), .json = std::move(json), .is_of_reply = is_of_reply});
    }

    /// A copy of the fields without the traces of members, for an object of another type.
    extras unknown() const
    {
        extras made;
        if (!empty()) made.own().fields = kept_->fields;
        return made;
    }

    /// Whether both have the same fields in the same order. Traces are not compared.
    friend constexpr bool operator==(extras const& a, extras const& b) noexcept
    {
        return std::equal(a.begin(), a.end(), b.begin(), b.end());
    }

private:
    struct member_trace {
        std::string name;
        std::string json;
        bool is_of_reply;
    };
    struct kept {
        detail::constexpr_vector<field> fields{};
        detail::constexpr_vector<member_trace> traces{};
        detail::name_index names{}; ///< of all fields, or empty: a few fields are searched one by one

        /// The names of fields, for the index.
        struct name_of {
            detail::constexpr_vector<field> const& fields; ///< all fields
            std::string_view operator()(std::size_t i) const noexcept
            {
                return fields[i].name;
            } ///< the name of a field
        };

        /// Adds the names to the index if there are many, and makes room for another.
        void index_names()
        {
            constexpr std::size_t few = 16; // for fewer, a search one by one is as fast
            if (fields.size() < few) return;
            names.reserve(fields.size() + 1, name_of{fields});
            while (names.size() != fields.size()) names.add(name_of{fields});
        }

        void keep(field&& added)
        {
            index_names();
            bool const is_indexed = names.size() != 0;
            fields.push_back(std::move(added));
            if (is_indexed) names.add(name_of{fields});
        }

        std::size_t find(std::string_view name) const noexcept
        {
            if (names.size() == fields.size()) return (std::min)(names.find(name, name_of{fields}), fields.size());
            std::size_t at = 0;
            while (at != fields.size() && fields[at].name != name) ++at;
            return at;
        }
    };

    member_trace const* find_trace(std::string_view name) const noexcept
    {
        if (kept_ == nullptr) return nullptr;
        for (member_trace const& one : kept_->traces)
            if (one.name == name) return &one;
        return nullptr;
    }

    kept& own()
    {
        if (kept_ == nullptr) kept_ = new kept();
        return *kept_;
    }

    template<class T>
    static std::string json_of(T const& value)
    {
        if constexpr (std::convertible_to<T const&, std::string_view>) return encode(std::string(value));
        else return encode(value);
    }

    const_iterator find(std::string_view name) const noexcept
    {
        if (kept_ == nullptr) return end();
        return begin() + static_cast<std::ptrdiff_t>(kept_->find(name));
    }

    kept* kept_ = nullptr; ///< null: neither fields nor traces
};

} // namespace outlay::inline v0_1_0
