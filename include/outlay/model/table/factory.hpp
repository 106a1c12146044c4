#pragma once

#include <outlay/model/table/type_table.hpp>

namespace outlay::inline v0_1_0::detail {

/// Makes and destroys objects of type V.
template<class V>
inline constexpr object_factory factory_of{
    .make = []() -> void* { return new V(); },
    .destroy = [](void* object) { delete static_cast<V*>(object); },
};

} // namespace outlay::inline v0_1_0::detail
