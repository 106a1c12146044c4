#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <functional>
#include <vector>

// Ratios that hold on a busy machine: the works take turns, in windows so short that some are undisturbed. The least of
// a work's windows is its undisturbed cost; the median is the usual one on this machine.

/// Nanoseconds of one run.
struct timing {
    double least = 0;
    double median = 0;
};

/// Bounds on how long measuring takes.
struct patience {
    int windows = 600;          ///< of each work
    double milliseconds = 1500; ///< of each work: if a run takes long, there are fewer windows, but not below `fewest`
    int fewest = 5;             ///< windows of each work
};

/// One timing of each work, in its order.
inline std::vector<timing> measure_in_turn(std::vector<std::function<void()>> const& works, patience const& limits)
{
    constexpr double window_nanoseconds = 100'000;
    constexpr int warm_up = 3; // runs that fill the caches again after the other works
    auto const time = [](std::function<void()> const& work, int runs) {
        auto const start = std::chrono::steady_clock::now();
        for (int i = 0; i < runs; ++i) work();
        std::chrono::duration<double, std::nano> const passed = std::chrono::steady_clock::now() - start;
        return passed.count() / runs;
    };

    struct plan {
        int runs = 1; ///< of a window
        int warm_up = 0;
        std::vector<double> windows{};
    };
    std::vector<plan> plans(works.size());
    double windows = limits.windows;
    for (std::size_t i = 0; i < works.size(); ++i) {
        time(works[i], 1);
        double const once = std::min(time(works[i], 1), time(works[i], 1));
        plans[i].runs = std::max(1, static_cast<int>(window_nanoseconds / once));
        // A run longer than a window warms the caches itself.
        plans[i].warm_up = once < window_nanoseconds ? warm_up : 0;
        double const round = std::max(once, window_nanoseconds) / 1e6;
        windows = std::clamp<double>(limits.milliseconds / round, limits.fewest, windows);
    }
    for (int window = 0; window < windows; ++window) {
        for (std::size_t i = 0; i < works.size(); ++i) {
            for (int run = 0; run < plans[i].warm_up; ++run) works[i]();
            plans[i].windows.push_back(time(works[i], plans[i].runs));
        }
    }

    std::vector<timing> timings;
    for (plan& each : plans) {
        auto& seen = each.windows;
        auto const middle = seen.begin() + static_cast<std::ptrdiff_t>(seen.size() / 2);
        std::nth_element(seen.begin(), middle, seen.end());
        timings.push_back({.least = *std::min_element(seen.begin(), seen.end()), .median = *middle});
    }
    return timings;
}
