#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <functional>
#include <limits>
#include <string>
#include <vector>

// Ratios that hold on a busy machine: the candidates take turns, in windows so short that some are undisturbed, and
// each is judged by its best window.

struct candidate {
    std::string name;
    std::function<void()> run;
    double nanoseconds = std::numeric_limits<double>::infinity(); ///< of one run, in the best window
};

/// What the first candidate of a contest is to reach beside another.
struct target {
    enum { none, as_fast_at_least, time_at_most } kind = none;
    double bound = 0;
};

struct contest {
    std::string name;
    std::size_t bytes; ///< of JSON, read or written by each run
    std::vector<candidate> candidates;
    std::vector<target> targets; ///< beside the second candidate, the third ...
};

inline void measure(contest& all)
{
    constexpr int windows = 1500;
    constexpr int warm_up = 3; // runs that bring back the caches that the others have taken
    constexpr double window_nanoseconds = 100'000;
    auto const time = [](candidate& one, int runs) {
        for (int i = 0; i < warm_up; ++i) one.run();
        auto const start = std::chrono::steady_clock::now();
        for (int i = 0; i < runs; ++i) one.run();
        std::chrono::duration<double, std::nano> const passed = std::chrono::steady_clock::now() - start;
        one.nanoseconds = std::min(one.nanoseconds, passed.count() / runs);
    };
    std::vector<int> runs;
    for (candidate& one : all.candidates) {
        for (int i = 0; i < 10; ++i) time(one, 1);
        runs.push_back(std::max(1, static_cast<int>(window_nanoseconds / one.nanoseconds)));
    }
    for (candidate& one : all.candidates) one.nanoseconds = std::numeric_limits<double>::infinity();
    for (int window = 0; window < windows; ++window)
        for (std::size_t i = 0; i < runs.size(); ++i) time(all.candidates[i], runs[i]);
}

/// Prints what was measured, and says whether every target is met, give or take `slack`.
inline bool print(contest const& all, double slack)
{
    candidate const& first = all.candidates.front();
    auto const bytes = static_cast<double>(all.bytes);
    bool all_met = true;
    std::printf("\n%s, %zu bytes\n", all.name.c_str(), all.bytes);
    for (candidate const& one : all.candidates)
        std::printf("  %-34s %8.2f us %8.0f MB/s\n", one.name.c_str(), one.nanoseconds / 1000,
                    bytes / one.nanoseconds * 1000);
    for (std::size_t i = 0; i < all.targets.size(); ++i) {
        auto const [kind, bound] = all.targets[i];
        candidate const& other = all.candidates[i + 1];
        double const as_fast = other.nanoseconds / first.nanoseconds;
        double const ratio = kind == target::time_at_most ? 1 / as_fast : as_fast;
        std::printf("  ratio: %s %s %s: %.2f", first.name.c_str(),
                    kind == target::time_at_most ? "takes the time of" : "is as fast as", other.name.c_str(), ratio);
        if (kind != target::none) {
            bool const at_most = kind == target::time_at_most;
            bool const is_met = at_most ? ratio <= bound : ratio >= bound;
            std::printf(" x, target: at %s %.1f, %s", at_most ? "most" : "least", bound, is_met ? "met" : "MISSED");
            all_met = all_met && (at_most ? ratio <= bound * (1 + slack) : ratio >= bound / (1 + slack));
        } else {
            std::printf(" x");
        }
        std::printf("\n");
    }
    return all_met;
}
