#pragma once

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <optional>
#include <outlay/json/decode.hpp>
#include <outlay/json/encode.hpp>
#include <outlay/json/options.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace outlay {

/// The fields of a JSON object that its type does not know, in the order in which they came. A described member of this
/// type keeps them when the object is read, numbers to the last digit, and writes them back after the known ones: what
/// a vendor adds tomorrow is not lost today between reading, changing and writing.
class extras {
public:
    using keeps_unknown_fields = void;

    /// One of them.
    struct field {
        std::string name; ///< as on the wire
        std::string json; ///< the value's JSON text, without white space
        friend bool operator==(field const&, field const&) = default;
    };
    using value_type = field;
    using const_iterator = std::vector<field>::const_iterator;

    constexpr extras() noexcept = default; ///< no fields

    constexpr const_iterator begin() const noexcept { return fields_.begin(); }
    constexpr const_iterator end() const noexcept { return fields_.end(); }
    constexpr std::size_t size() const noexcept { return fields_.size(); }
    constexpr bool empty() const noexcept { return fields_.empty(); }

    /// Whether there is a field of this name.
    bool contains(std::string_view name) const noexcept { return find(name) != end(); }

    /// The field's value as a T. Its violations are about its own text; code `missing` if there is no such field.
    template<class T>
    result<T> get(std::string_view name, decode_options const& options = {}) const
    {
        auto const found = find(name);
        if (found != end()) return decode<T>(found->json, options);
        return error(error_kind::invalid, "missing", detail::joined({"there is no field ", detail::in_quotes(name)}));
    }

    /// Sets a field, in the place of those of this name. A name that the type does know is for its member: here it is
    /// not written.
    template<class T>
    void set(std::string_view name, T const& value)
    {
        field made{std::string(name), json_of(value)};
        auto const at = find(name) - begin();
        erase(made.name);
        fields_.insert(fields_.begin() + std::min(at, end() - begin()), std::move(made));
    }

    /// Whether there was such a field.
    bool erase(std::string_view name)
    {
        std::string const erased(name); // `name` may be that of a field
        return std::erase_if(fields_, [&erased](field const& f) { return f.name == erased; }) != 0;
    }

    /// Adds a field that was read: `json` is a JSON text without white space.
    void keep(std::string&& name, std::string&& json) { fields_.push_back({std::move(name), std::move(json)}); }

    friend bool operator==(extras const&, extras const&) = default;

private:
    template<class T>
    static std::string json_of(T const& value)
    {
        if constexpr (std::convertible_to<T const&, std::string_view>) return encode(std::string(value));
        else return encode(value);
    }

    const_iterator find(std::string_view name) const noexcept
    {
        auto at = begin();
        while (at != end() && at->name != name) ++at;
        return at;
    }

    std::vector<field> fields_;
};

} // namespace outlay
