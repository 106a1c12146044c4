#pragma once

#include <array>
#include <cstddef>

namespace outlay::inline v0_1_0::detail {

/// Contiguous constants. Like std::span, each use of which would cost more to compile than the table itself.
template<class T>
struct slice {
    T const* data = nullptr;
    std::size_t count = 0;

    constexpr T const* begin() const noexcept { return data; }
    constexpr T const* end() const noexcept { return data + count; }
    constexpr std::size_t size() const noexcept { return count; }
    constexpr bool empty() const noexcept { return count == 0; }
    constexpr T const& operator[](std::size_t index) const noexcept { return data[index]; }
    constexpr T const& front() const noexcept { return *data; }

    constexpr slice first(std::size_t size) const noexcept { return {data, size}; }
    constexpr slice from(std::size_t index) const noexcept { return {data + index, count - index}; }
    constexpr slice part(std::size_t index, std::size_t size) const noexcept { return {data + index, size}; }
};

template<class T, std::size_t Size>
constexpr slice<T> slice_of(std::array<T, Size> const& items) noexcept
{
    return {items.data(), Size};
}

} // namespace outlay::inline v0_1_0::detail
