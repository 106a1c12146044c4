#pragma once

// Included before everything else in a build of tests/mutation.py. A mutated expression of a header is
// `(outlay_mutant(17) ? <mutated> : <original>)`: one build holds all mutants, and the environment selects one.

#include <type_traits>

/// Whether this mutant is the selected one. Notes that it was reached.
bool outlay_mutant_at_run_time(int id) noexcept;

/// Constant evaluation always sees the original.
constexpr bool outlay_mutant(int id) noexcept
{
    if (std::is_constant_evaluated()) return false;
    return outlay_mutant_at_run_time(id);
}
