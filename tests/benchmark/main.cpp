// Runs the contests of all *_benchmark.cpp, by Google Benchmark and then in turn. With --check, only the latter, and
// the exit status tells whether the targets are met.

#include "interleaved.hpp"

#include <algorithm>
#include <benchmark/benchmark.h>
#include <cstdint>
#include <cstdio>
#include <string_view>
#include <utility>
#include <vector>

namespace {

/// What a miss of a target may be without failing --check: what ratios differ by from run to run on a loaded machine.
constexpr double slack = 0.10;

void add_to_google_benchmark(contest const& all)
{
    for (candidate const& one : all.candidates) {
        auto const body = [run = one.run, bytes = all.bytes](benchmark::State& state) {
            for (auto _ : state) run();
            if (bytes != 0) state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
        };
        benchmark::RegisterBenchmark((all.name + '/' + one.name).c_str(), body)->MinTime(0.1);
    }
}

} // namespace

int main(int argc, char** argv)
{
    char** const end = std::remove(argv, argv + argc, std::string_view("--check"));
    bool const checks = end != argv + argc;
    argc = static_cast<int>(end - argv);
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;

    std::vector<contest> contests;
    for (auto const make : registry())
        for (contest& each : make()) contests.push_back(std::move(each));
    if (!checks) {
        for (contest const& each : contests) add_to_google_benchmark(each);
        benchmark::RunSpecifiedBenchmarks();
    }
    std::printf("\nOf the best windows of candidates in turn:\n");
    bool met = true;
    for (contest& each : contests) {
        measure(each);
        met &= print(each, slack);
    }
    if (checks)
        std::printf("\n%s (ratios give or take %.0f %%)\n", met ? "Targets met" : "Targets MISSED", slack * 100);
    return checks && !met ? 1 : 0;
}
