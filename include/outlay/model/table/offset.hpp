#pragma once

#include <cstddef>
#include <cstdint>
#include <outlay/model/members.hpp>

// The offsets of members and bases within an object, as constants: tables then need no function for each member.

namespace outlay::inline v0_1_0::detail {

template<class T>
union object_storage {
    char bytes[sizeof(T)];
    T object;
    ~object_storage() {}
};

#ifdef __clang__
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wundefined-var-template" // it has no definition and needs none
#pragma clang diagnostic ignored "-Wundefined-internal"     // the same for classes of an unnamed namespace
#endif

/// A T that is declared but never defined: only its addresses are compared, in constant expressions.
template<class T>
struct no_object {
    static object_storage<T> at;
};

/// The offset of the part with this address. The search starts at `guess`.
template<class T>
constexpr std::uint32_t offset_of_address(void const* address, std::size_t guess)
{
    auto const is_at = [address](std::size_t at) {
        return static_cast<void const*>(no_object<T>::at.bytes + at) == address;
    };
    for (std::size_t at = guess; at < sizeof(T); ++at)
        if (is_at(at)) return static_cast<std::uint32_t>(at);
    std::size_t at = 0;
    while (!is_at(at)) ++at; // a compile error past the end of the object
    return static_cast<std::uint32_t>(at);
}

/// The offset of a member of T or of one of its bases. The search starts at `guess`.
template<class T, class Pointer>
constexpr std::uint32_t member_offset(Pointer member, std::size_t guess = 0)
{
    return offset_of_address<T>(&member_in(no_object<T>::at.object, member), guess);
}

template<class T, class Base>
constexpr std::uint32_t find_base()
{
    return offset_of_address<T>(&as_owner<Base>(no_object<T>::at.object), 0);
}

#ifdef __clang__
#pragma clang diagnostic pop
#endif

/// The offset of a base, or of T itself.
template<class T, class Base>
inline constexpr std::uint32_t base_offset = find_base<T, Base>();
template<class T>
inline constexpr std::uint32_t base_offset<T, T> = 0;

} // namespace outlay::inline v0_1_0::detail
