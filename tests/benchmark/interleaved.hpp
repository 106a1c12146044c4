#pragma once

#include <algorithm>
#include <benchmark/benchmark.h>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <limits>
#include <string>
#include <utility>
#include <vector>

// Ratios that hold on a busy machine: the candidates take turns, in windows so short that some are undisturbed, and
// each is judged by its best window.

struct candidate {
    std::string name;
    std::function<void()> run;
    double nanoseconds = std::numeric_limits<double>::infinity(); ///< of one run, in the best window
};

/// A candidate that calls `f` with `argument`, which must outlive it.
template<class Function, class Argument>
candidate calling(std::string name, Function f, Argument const& argument)
{
    return {std::move(name), [f, &argument] {
                auto result = f(argument);
                benchmark::DoNotOptimize(result);
            }};
}

/// What the first candidate of a contest is to reach beside another.
struct target {
    enum { none, as_fast_at_least, time_at_most } kind = none;
    double bound = 0;
};

struct contest {
    std::string name;
    std::size_t bytes; ///< of JSON, read or written by each run; 0 if it is about something else
    std::vector<candidate> candidates;
    std::vector<target> targets{};   ///< beside the second candidate, the third ...
    double milliseconds_at_most = 0; ///< of the first candidate, on any machine; 0: no target
};

/// The functions that make the contests: each *_benchmark.cpp adds one, by a variable of type registered.
inline auto& registry()
{
    static std::vector<std::vector<contest> (*)()> all;
    return all;
}

struct registered {
    explicit registered(std::vector<contest> (*make)()) { registry().push_back(make); }
};

/// Ends the program if what is measured does not do what it should.
inline void require(bool holds, char const* what)
{
    if (holds) return;
    std::fprintf(stderr, "outlay_benchmark: %s\n", what);
    std::exit(2);
}

inline void measure(contest& all)
{
    constexpr int warm_up = 3; // runs that bring back the caches that the others have taken
    constexpr double window_nanoseconds = 100'000;
    double windows = 1500;
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
        // Fewer, if a run is longer than a window should be: all is to take seconds, not minutes.
        windows = std::clamp(1500 * window_nanoseconds / one.nanoseconds, 20.0, windows);
    }
    for (candidate& one : all.candidates) one.nanoseconds = std::numeric_limits<double>::infinity();
    for (int window = 0; window < windows; ++window)
        for (std::size_t i = 0; i < runs.size(); ++i) time(all.candidates[i], runs[i]);
}

/// Prints what was measured, and says whether every target is met: ratios give or take `slack`.
inline bool print(contest const& all, double slack)
{
    candidate const& first = all.candidates.front();
    auto const bytes = static_cast<double>(all.bytes);
    bool all_met = true;
    std::printf("\n%s", all.name.c_str());
    if (all.bytes != 0) std::printf(", %zu bytes", all.bytes);
    std::printf("\n");
    for (candidate const& one : all.candidates) {
        std::printf("  %-34s %8.2f us", one.name.c_str(), one.nanoseconds / 1000);
        if (all.bytes != 0) std::printf(" %8.0f MB/s", bytes / one.nanoseconds * 1000);
        std::printf("\n");
    }
    if (all.milliseconds_at_most != 0) {
        double const milliseconds = first.nanoseconds / 1e6;
        all_met = milliseconds <= all.milliseconds_at_most;
        std::printf("  time: %.1f ms, target: at most %.0f ms, %s\n", milliseconds, all.milliseconds_at_most,
                    all_met ? "met" : "MISSED");
    }
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
