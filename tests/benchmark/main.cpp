// Measures the rows of all files of the suite. Prints a line for the compiler and for each library, and then a line of
// tab-separated fields for each row, of which suite.py makes tables. The fields are:
//
//     payload  form  items  row  bytes of JSON  least ns  median ns  allocations of one run  bytes of these
//
//     outlay_benchmark [--quick] [words...]        measures the groups whose names have one of the words, such as
//                                                  usage/pretty/100; all without words
//     outlay_benchmark --run usage/pretty/100/decode 50    runs one row so often in outlay_benchmark_runs(), for
//                                                  callgrind, and prints the bytes of JSON of one run

#include "allocations.hpp"
#include "interleaved.hpp"
#include "suite.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

void require(bool holds, std::string_view what)
{
    if (holds) return;
    std::fprintf(stderr, "outlay_benchmark: %.*s\n", static_cast<int>(what.size()), what.data());
    std::exit(2);
}

std::vector<entrant>& registry()
{
    static std::vector<entrant> all;
    return all;
}

std::vector<library>& libraries()
{
    static std::vector<library> all;
    return all;
}

std::vector<contest (*)()>& contests()
{
    static std::vector<contest (*)()> all;
    return all;
}

/// The only code in which callgrind counts instructions.
extern "C" [[gnu::noinline]] void outlay_benchmark_runs(std::function<void()> const& work, int runs)
{
    for (int i = 0; i < runs; ++i) work();
}

namespace {

constexpr payload all_payloads[] = {payload::usage, payload::portfolios, payload::budget};
constexpr form all_forms[] = {form::compact, form::pretty, form::reversed, form::escapes};
constexpr int usual = 100;                     // items
constexpr int sizes[] = {1, 10, 1000, 10'000}; // items, in the compact form
constexpr std::string_view rows_of_all_sizes[] = {"bare", "decode", "decode_into", "validate", "encode"};

/// `usage/pretty/100`
std::string group_name(payload kind, form written, int items)
{
    return std::string(name_of(kind)) + '/' + std::string(name_of(written)) + '/' + std::to_string(items);
}

std::vector<candidate> candidates_of(sample const& from)
{
    std::vector<candidate> all;
    for (entrant const& row : registry()) {
        bool const is_for_size = from.items == usual || std::ranges::count(rows_of_all_sizes, row.row) != 0;
        if (!is_for_size) continue;
        if (auto made = row.enter(from)) all.push_back(std::move(*made));
    }
    return all;
}

/// FNV-1a, 64 bits.
std::uint64_t hash_of(std::string_view text)
{
    std::uint64_t hash = 0xcbf29ce484222325;
    for (char const c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    return hash;
}

/// Figures of other machines, compilers and versions must be about the same bytes.
void check_bytes(sample const& from)
{
    constexpr std::uint64_t expected[] = {17'986'529'317'611'253'189U, 8'069'821'112'689'406'664U,
                                          4'758'314'328'020'426'755U}; // by payload
    if (from.written != form::compact || from.items != usual) return;
    require(hash_of(from.text) == expected[static_cast<int>(from.kind)],
            std::string(name_of(from.kind)) + " is another text: its hash is " + std::to_string(hash_of(from.text)));
}

/// Each library must make the same values of a text as outlay.
void check(sample const& from, std::vector<candidate> const& all)
{
    summary const expected = summary_of_text(from.kind, from.text);
    require(expected.items == static_cast<std::size_t>(from.items), "outlay reads another number of items");
    for (candidate const& each : all) {
        if (each.check && each.check() == expected) continue;
        if (!each.check) each.run();
        else require(false, std::string(each.row) + " has other values than outlay");
    }
}

void measure(std::string const& group, std::vector<candidate> const& all, patience const& limits)
{
    std::vector<std::function<void()>> works;
    for (candidate const& each : all) works.push_back(each.run);
    auto const timings = measure_in_turn(works, limits);
    std::string fields = group;
    std::ranges::replace(fields, '/', '\t');
    for (std::size_t i = 0; i < all.size(); ++i) {
        allocations const before = allocated_so_far();
        all[i].run();
        allocations const after = allocated_so_far();
        std::printf("%s\t%.*s\t%zu\t%.1f\t%.1f\t%zu\t%zu\n", fields.c_str(), static_cast<int>(all[i].row.size()),
                    all[i].row.data(), all[i].bytes, timings[i].least, timings[i].median, after.count - before.count,
                    after.bytes - before.bytes);
    }
    std::fflush(stdout);
}

void print_versions()
{
#ifdef __clang__
    std::printf("#compiler\tclang %s\n", __clang_version__);
#else
    std::printf("#compiler\tg++ %s\n", __VERSION__);
#endif
    for (library const& each : libraries())
        std::printf("#library\t%s\t%s\n", std::string(each.name).c_str(), each.version.c_str());
}

/// Calls `f` with each group's name and a function that makes its sample.
template<class Function>
void for_each_group(Function f)
{
    for (payload const kind : all_payloads) {
        for (form const written : all_forms)
            f(group_name(kind, written, usual), [=] { return make_sample(kind, written, usual); });
        for (int const items : sizes)
            f(group_name(kind, form::compact, items), [=] { return make_sample(kind, form::compact, items); });
    }
}

int run_one(std::string_view name, std::string_view number)
{
    int runs = 0;
    std::from_chars(number.data(), number.data() + number.size(), runs);
    require(runs > 0, "expected a number of runs");
    auto const slash = name.rfind('/');
    bool is_found = false;
    for_each_group([&](std::string const& group, auto const& make) {
        if (slash == std::string_view::npos || name.substr(0, slash) != group) return;
        sample const from = make();
        for (entrant const& row : registry()) {
            if (row.row != name.substr(slash + 1)) continue;
            auto const found = row.enter(from);
            if (!found) continue;
            is_found = true;
            found->run(); // static objects are made here
            outlay_benchmark_runs(found->run, runs);
            std::printf("%zu\n", found->bytes);
        }
    });
    require(is_found, "expected the name of a row, such as usage/pretty/100/decode");
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    std::vector<std::string_view> words(argv + 1, argv + argc);
    if (words.size() == 3 && words.front() == "--run") return run_one(words[1], words[2]);
    patience limits;
    if (std::erase(words, "--quick") != 0) limits = {.windows = 20, .milliseconds = 50, .fewest = 2};
    auto const is_wanted = [&words](std::string_view group) {
        return words.empty() || std::ranges::any_of(words, [group](std::string_view word) {
                   return group.find(word) != std::string_view::npos;
               });
    };
    print_versions();
    for_each_group([&](std::string const& group, auto const& make) {
        if (!is_wanted(group)) return;
        sample const from = make();
        auto const all = candidates_of(from);
        check_bytes(from);
        check(from, all);
        measure(group, all, limits);
    });
    for (auto const make : contests()) {
        contest const each = make();
        auto const group = std::string(each.name) + "/-/0";
        if (is_wanted(group)) measure(group, each.candidates, limits);
    }
    return 0;
}
