#pragma once

#include <cstddef>
#include <cstring>
#include <new>
#include <outlay/value/detail/assert.hpp>
#include <type_traits>

namespace outlay::inline v0_1_0::detail {

/// A stack that allocates memory only for more than Capacity elements, so that reading itself usually allocates
/// nothing.
template<class T, std::size_t Capacity>
class inline_stack {
    static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_default_constructible_v<T>);

public:
    inline_stack() noexcept = default;
    inline_stack(inline_stack const&) = delete;
    inline_stack& operator=(inline_stack const&) = delete;
    ~inline_stack() { delete[] heap_; }

    bool empty() const noexcept { return size_ == 0; }
    std::size_t size() const noexcept { return size_; }
    T* data() noexcept { return data_; }
    T* begin() noexcept { return data_; }
    T* end() noexcept { return data_ + size_; }
    T const* begin() const noexcept { return data_; }
    T const* end() const noexcept { return data_ + size_; }
    T& operator[](std::size_t i) noexcept { return data_[i]; }
    T const& operator[](std::size_t i) const noexcept { return data_[i]; }
    T& back() noexcept { return data_[size_ - 1]; }
    T const& back() const noexcept { return data_[size_ - 1]; }

    /// Adds an element with an indeterminate value.
    T& push()
    {
        if (size_ == capacity_) grow(1);
        return *::new (static_cast<void*>(data_ + size_++)) T;
    }

    void append(T const* values, std::size_t count)
    {
        if (count > capacity_ - size_) grow(count);
        if (count != 0) std::memcpy(static_cast<void*>(data_ + size_), values, count * sizeof(T));
        size_ += count;
    }

    void pop() noexcept
    {
        OUTLAY_ASSERT(size_ != 0);
        --size_;
    }
    void truncate(std::size_t size) noexcept
    {
        OUTLAY_ASSERT(size <= size_);
        size_ = size;
    }
    void clear() noexcept { size_ = 0; }

private:
    void grow(std::size_t more)
    {
        std::size_t const capacity = (capacity_ + more) * 2;
        auto* const heap = new std::byte[capacity * sizeof(T)];
        std::memcpy(heap, static_cast<void const*>(data_), size_ * sizeof(T));
        delete[] heap_;
        heap_ = heap;
        data_ = std::launder(reinterpret_cast<T*>(heap_));
        capacity_ = capacity;
    }

    alignas(T) std::byte storage_[Capacity * sizeof(T)]; // left uninitialised
    std::byte* heap_ = nullptr;
    T* data_ = reinterpret_cast<T*>(storage_);
    std::size_t size_ = 0;
    std::size_t capacity_ = Capacity;
};

} // namespace outlay::inline v0_1_0::detail
