#pragma once

#include <chrono>
#include <ctime>

/// The time that a piece of work takes of the processor, in seconds: what else the machine does is not in it. On
/// Windows, where std::clock() is a coarse clock on the wall, a finer one.
template<class Work>
double processor_seconds(Work const& work)
{
#ifdef _WIN32
    auto const start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
#else
    std::clock_t const start = std::clock();
    work();
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
#endif
}
