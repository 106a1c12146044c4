#pragma once

#include <ctime>

/// The time that a piece of work takes of the processor, in seconds: what else the machine does is not in it. (On Windows,
/// std::clock() is a clock on the wall.)
template<class Work>
double processor_seconds(Work const& work)
{
    std::clock_t const start = std::clock();
    work();
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}
