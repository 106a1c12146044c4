#include "allocations.hpp"

#include <cstddef>
#include <cstdlib>
#include <new>

// Code of this program that calls malloc is linked to the functions with __wrap_ (see CMakeLists.txt): some libraries
// do not use operator new. One thread measures, so plain numbers are enough.

namespace {

allocations total;

void count(std::size_t size)
{
    ++total.count;
    total.bytes += size;
}

} // namespace

allocations allocated_so_far() { return total; }

#ifdef OUTLAY_WRAPS_MALLOC
extern "C" {
void* __real_malloc(std::size_t size);
void* __real_calloc(std::size_t number, std::size_t size);
void* __real_realloc(void* block, std::size_t size);

void* __wrap_malloc(std::size_t size)
{
    count(size);
    return __real_malloc(size);
}

void* __wrap_calloc(std::size_t number, std::size_t size)
{
    count(number * size);
    return __real_calloc(number, size);
}

void* __wrap_realloc(void* block, std::size_t size)
{
    count(size);
    return __real_realloc(block, size);
}
}
#else
namespace {
void* __real_malloc(std::size_t size) { return std::malloc(size); }
} // namespace
#endif

void* operator new(std::size_t size)
{
    count(size);
    if (void* const block = __real_malloc(size != 0 ? size : 1)) return block;
    throw std::bad_alloc();
}

void* operator new(std::size_t size, std::align_val_t alignment)
{
    count(size);
    auto const unit = static_cast<std::size_t>(alignment);
    if (void* const block = std::aligned_alloc(unit, (size + unit - 1) / unit * unit)) return block;
    throw std::bad_alloc();
}

void operator delete(void* block) noexcept { std::free(block); }
void operator delete(void* block, std::size_t) noexcept { std::free(block); }
void operator delete(void* block, std::align_val_t) noexcept { std::free(block); }
void operator delete(void* block, std::size_t, std::align_val_t) noexcept { std::free(block); }
