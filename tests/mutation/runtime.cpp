// Linked into a test program of tests/mutation.py: selects the mutant that OUTLAY_MUTANT names, and, if
// OUTLAY_MUTANTS_REACHED names a file, writes there which mutants each test reaches.

#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>

#include "mutant.hpp"

#ifndef OUTLAY_MUTANT_COUNT
#error "OUTLAY_MUTANT_COUNT is the number of mutants"
#endif

namespace {

// Zero before any initialiser runs, so that mutants in initialisers of other files are handled, too.
int selected;
bool reached[OUTLAY_MUTANT_COUNT + 1];

[[gnu::constructor(101)]] void select_mutant()
{
    char const* const id = std::getenv("OUTLAY_MUTANT");
    if (id != nullptr) selected = std::atoi(id);
}

/// Writes a line for each test: its name, `passed` or `failed`, its time in ms, and the mutants that it reaches.
class reach_writer : public testing::EmptyTestEventListener {
public:
    explicit reach_writer(char const* path) : out_(path) {}

private:
    void OnTestStart(testing::TestInfo const&) override
    {
        for (bool& one : reached) one = false;
    }

    void OnTestEnd(testing::TestInfo const& test) override
    {
        out_ << test.test_suite_name() << '.' << test.name() << (test.result()->Failed() ? " failed " : " passed ")
             << test.result()->elapsed_time();
        for (std::size_t id = 1; id <= OUTLAY_MUTANT_COUNT; ++id)
            if (reached[id]) out_ << ' ' << id;
        out_ << '\n' << std::flush;
    }

    std::ofstream out_;
};

[[maybe_unused]] bool const is_listening = [] {
    char const* const path = std::getenv("OUTLAY_MUTANTS_REACHED");
    if (path != nullptr) testing::UnitTest::GetInstance()->listeners().Append(new reach_writer(path));
    return path != nullptr;
}();

} // namespace

bool outlay_mutant_at_run_time(int id) noexcept
{
    reached[id] = true;
    return selected == id;
}
