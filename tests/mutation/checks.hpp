#pragma once

// Makes tests that only compile run as well, for tests/mutation.py: mutants are the original in constant evaluation.

#include <gtest/gtest.h>
#include <vector>

namespace outlay_checks {

inline std::vector<bool (*)()>& all()
{
    static std::vector<bool (*)()> checks;
    return checks;
}

inline bool add(bool (*check)())
{
    all().push_back(check);
    return true;
}

template<class Condition>
constexpr bool condition(Condition const& holds, char const* = "")
{
    return static_cast<bool>(holds);
}

} // namespace outlay_checks

TEST(static_assert_test, all_hold)
{
    for (auto const& check : outlay_checks::all()) ASSERT_TRUE(check());
}

#define OUTLAY_CHECK_NAME_2(number) outlay_check_##number
#define OUTLAY_CHECK_NAME(number) OUTLAY_CHECK_NAME_2(number)
#define OUTLAY_CHECK(...)                                                                                              \
    [[maybe_unused]] static bool const OUTLAY_CHECK_NAME(__COUNTER__) =                                                \
        outlay_checks::add([] { return outlay_checks::condition(__VA_ARGS__); })
