#pragma once

/// @file
/// Attributes that compilers spell in ways of their own. No other header spells them: tests/floors.py.

/// @cond
#if defined(_MSC_VER) && !defined(__clang__)
#define OUTLAY_NOINLINE [[msvc::noinline]]
#define OUTLAY_ALWAYS_INLINE [[msvc::forceinline]]
// The standard's spelling has no effect there, so that programs of two versions of the compiler have the same layouts.
#define OUTLAY_NO_UNIQUE_ADDRESS [[msvc::no_unique_address]]
#else
#define OUTLAY_NOINLINE [[gnu::noinline]]
#define OUTLAY_ALWAYS_INLINE [[gnu::always_inline]]
#define OUTLAY_NO_UNIQUE_ADDRESS [[no_unique_address]]
#endif

/// Out of the way of what every value passes.
#define OUTLAY_COLD OUTLAY_NOINLINE
/// @endcond
