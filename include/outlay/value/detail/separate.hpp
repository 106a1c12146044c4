#pragma once

/// @file
/// Macros for the functions that are compiled once, in the file that includes outlay/src.hpp, if all files of a program
/// define OUTLAY_SEPARATE_COMPILATION.

/// @cond
#ifdef OUTLAY_SEPARATE_COMPILATION
#define OUTLAY_INLINE
// An inline namespace, so that files with and without the macro do not link with each other, and the linker's message
// names the missing file.
#define OUTLAY_SEPARATE_BEGIN inline namespace compiled_by_outlay_src_hpp_or_OUTLAY_COMPILE_TYPE {
#define OUTLAY_SEPARATE_END }
#else
#define OUTLAY_INLINE inline
#define OUTLAY_SEPARATE_BEGIN
#define OUTLAY_SEPARATE_END
#endif
/// @endcond
