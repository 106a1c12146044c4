#pragma once

/// @file
/// The marks of what is compiled once, in the file that includes outlay/src.hpp, where OUTLAY_SEPARATE_COMPILATION is
/// defined for all files of a program.

/// @cond
#ifdef OUTLAY_SEPARATE_COMPILATION
#define OUTLAY_INLINE
// Another name than without: files of both kinds don't mix, and a linker that misses one of these says what it needs.
#define OUTLAY_SEPARATE_BEGIN inline namespace compiled_by_outlay_src_hpp_or_OUTLAY_COMPILE_TYPE {
#define OUTLAY_SEPARATE_END }
#else
#define OUTLAY_INLINE inline
#define OUTLAY_SEPARATE_BEGIN
#define OUTLAY_SEPARATE_END
#endif
/// @endcond
