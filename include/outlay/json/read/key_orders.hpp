#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <outlay/model/table/type_table.hpp>
#include <outlay/value/detail/attributes.hpp>

namespace outlay::inline v0_1_0::detail {

/// In which order the members of classes come in a text, for the guess which name is next. At first the guess is the
/// order of the description; a wrong guess is remembered, for the next object of the class.
class key_orders {
public:
    /// By the index of a member, the index of the member after it.
    using order = std::array<std::uint8_t, most_members + 1>;
    /// In place of the index of a member, before the first.
    static constexpr std::size_t before_first = most_members;

    /// Null: members come in the order of the description, as far as is known.
    order* find(object_table const& type) noexcept
    {
        if (!is_used_) [[likely]]
            return nullptr;
        slot* const kept = slot_of(type);
        return kept != nullptr && kept->type == &type ? &kept->after : nullptr;
    }

    /// That of the description, to be changed. It stays where it is, also while other classes are learned: null if
    /// there are too many.
    OUTLAY_NOINLINE order* learn(object_table const& type) noexcept
    {
        slot* const kept = slot_of(type);
        if (kept == nullptr) return nullptr;
        is_used_ = true;
        if (kept->type == &type) return &kept->after; // it is an object in one of the same class
        kept->type = &type;
        for (std::size_t i = 0; i < type.members; ++i) kept->after[i] = type.fields[i].next;
        kept->after[before_first] = 0;
        return &kept->after;
    }

private:
    struct slot {
        object_table const* type = nullptr;
        order after;
    };

    /// That of a class, or an empty one for it; null if there is none.
    slot* slot_of(object_table const& type) noexcept
    {
        std::size_t const first = reinterpret_cast<std::uintptr_t>(&type) / alignof(object_table);
        for (std::size_t i = 0; i < most_classes; ++i) {
            slot& one = slots_[(first + i * stride) % most_classes];
            if (one.type == &type || one.type == nullptr) return &one;
        }
        return nullptr;
    }

    static constexpr std::size_t most_classes = 16; ///< of which the order is learned
    static constexpr std::size_t stride = 5;        ///< passes all slots
    std::array<slot, most_classes> slots_;
    bool is_used_ = false;
};

} // namespace outlay::inline v0_1_0::detail
