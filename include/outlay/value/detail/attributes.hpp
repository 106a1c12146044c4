#pragma once

/// @file
/// Attributes that compilers spell differently. No other header spells them, which tests/floors.py checks.

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

/// For code that ordinary values do not reach: kept out of the functions that they do.
#define OUTLAY_COLD OUTLAY_NOINLINE
/// @endcond
