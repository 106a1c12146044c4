#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <outlay/model/table/type_table.hpp>
#include <outlay/value/detail/attributes.hpp>

namespace outlay::inline v0_1_0::detail {

/// The order of the members of each class in a text, for predicting the next name. The first prediction is the order of
/// the description; after a wrong prediction, the actual order is learned for the next object of the class.
class key_orders {
public:
    /// For the index of a member, the index of the member after it.
    using order = std::array<std::uint8_t, most_members + 1>;
    /// The index in `order` for the first member.
    static constexpr std::size_t before_first = most_members;

    /// The learned order of a class; null: the order of the description.
    order* find(object_table const& type) noexcept
    {
        if (!is_used_) [[likely]]
            return nullptr;
        slot* const kept = slot_of(type);
        return kept != nullptr && kept->type == &type ? &kept->after : nullptr;
    }

    /// Starts learning the order of a class; the result is at first the order of the description. Its address does not
    /// change when other classes are learned. Null if there are too many classes.
    OUTLAY_NOINLINE order* learn(object_table const& type) noexcept
    {
        slot* const kept = slot_of(type);
        if (kept == nullptr) return nullptr;
        is_used_ = true;
        if (kept->type == &type) return &kept->after; // an object within another object of the same class
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

    /// The slot of a class, or an empty slot; null if all are used by other classes.
    slot* slot_of(object_table const& type) noexcept
    {
        std::size_t const first = reinterpret_cast<std::uintptr_t>(&type) / alignof(object_table);
        for (std::size_t i = 0; i < most_classes; ++i) {
            slot& one = slots_[(first + i * stride) % most_classes];
            if (one.type == &type || one.type == nullptr) return &one;
        }
        return nullptr;
    }

    static constexpr std::size_t most_classes = 16; ///< more than a text usually has, in few bytes
    static constexpr std::size_t stride = 5;        ///< coprime to most_classes, so that the search visits all slots
    std::array<slot, most_classes> slots_;
    bool is_used_ = false;
};

} // namespace outlay::inline v0_1_0::detail
