#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <outlay/model/table/type_table.hpp>
#include <string>
#include <string_view>
#include <unordered_set>

namespace outlay::detail {

/// Finds names that an object's extras keep already, in time linear in the text: where there are many of them, they are
/// remembered by their hash, and compared one by one only if that is known.
class kept_names {
public:
    /// Whether `extras`, which is about to keep a field of this name, has one.
    bool is_repeated(extras_table const& type, void const* extras, std::string_view name)
    {
        constexpr std::size_t few = 16;
        std::size_t const kept = type.size(extras);
        if (kept < few) return type.contains(extras, name);
        if (kept == few) remember_all(type, extras);
        // An address may be that of an object that has gone since: the hash alone decides nothing.
        return !hashes_.insert(hash(extras, name)).second && type.contains(extras, name);
    }

private:
    static std::size_t hash(void const* extras, std::string_view name) noexcept
    {
        constexpr std::size_t odd = 0x9E3779B1; // 2^32 divided by the golden ratio: spreads addresses that are near
        return std::hash<std::string_view>()(name) ^ reinterpret_cast<std::uintptr_t>(extras) * odd;
    }

    void remember_all(extras_table const& type, void const* extras)
    {
        auto const remember = [this, extras](std::string const& name) { hashes_.insert(hash(extras, name)); };
        type.each(extras, {const_cast<void*>(static_cast<void const*>(&remember)),
                           [](void* context, void const* name, void const*) {
                               (*static_cast<decltype(remember)*>(context))(*static_cast<std::string const*>(name));
                           }});
    }

    std::unordered_set<std::size_t> hashes_{};
};

} // namespace outlay::detail
