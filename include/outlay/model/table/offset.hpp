#pragma once

#include <cstddef>
#include <cstdint>
#include <outlay/model/members.hpp>

// Where members and bases are within an object, as constants: with these, tables need no function for each member.

namespace outlay::inline v0_1_0::detail {

template<class T>
union object_storage {
    char bytes[sizeof(T)];
    T object;
    ~object_storage() {}
};

/// An object of a T that never is: its addresses are compared, in constant expressions only.
template<class T>
struct no_object {
    static object_storage<T> at;
};

#ifdef __clang__
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wundefined-var-template" // it has no definition, and needs none
#endif

/// The offset of the part that `address`, at `guess` or beyond, or else before it, is that of.
template<class T>
constexpr std::uint32_t offset_of_address(void const* address, std::size_t guess)
{
    auto const is_at = [address](std::size_t at) {
        return static_cast<void const*>(no_object<T>::at.bytes + at) == address;
    };
    for (std::size_t at = guess; at < sizeof(T); ++at)
        if (is_at(at)) return static_cast<std::uint32_t>(at);
    std::size_t at = 0;
    while (!is_at(at)) ++at; // fails to compile beyond the object
    return static_cast<std::uint32_t>(at);
}

/// The offset of a member of T or of one of its bases. `guess`: where to look for it first.
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
