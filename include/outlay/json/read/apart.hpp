#pragma once

#include <cstddef>
#include <outlay/json/read/inline_stack.hpp>
#include <outlay/model/table/type_table.hpp>
#include <outlay/value/detail/assert.hpp>

namespace outlay::inline v0_1_0::detail {

/// An object that is read outside of its destination: the wire value of a codec, which is converted when it is
/// complete, or an item of a set, whose place depends on its value.
struct apart {
    object_factory const* factory;
    void* object;
    type_table const* type; ///< the converted type of the destination; null: the object is an item of a set
    void* target;           ///< the destination, of that type
};

/// The objects that are being read outside of their destinations, the innermost last. All are destroyed, also if the
/// reading ends early.
class apart_stack {
public:
    apart_stack() noexcept = default;
    apart_stack(apart_stack const&) = delete;
    apart_stack& operator=(apart_stack const&) = delete;
    ~apart_stack()
    {
        while (!open_.empty()) pop();
    }

    /// Makes an object and returns its address.
    void* push(object_factory const& factory, type_table const* type = nullptr, void* target = nullptr)
    {
        open_.push() = {.factory = &factory, .object = nullptr, .type = type, .target = target};
        return open_.back().object = factory.make();
    }

    apart const& back() const noexcept
    {
        OUTLAY_ASSERT(!open_.empty()); // each frame counts its objects
        return open_.back();
    }

    void pop() noexcept
    {
        apart const done = back();
        open_.pop();
        if (done.object != nullptr) done.factory->destroy(done.object);
    }

private:
    inline_stack<apart, 4> open_;
};

} // namespace outlay::inline v0_1_0::detail
