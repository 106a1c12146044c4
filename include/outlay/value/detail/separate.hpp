#pragma once

/// @file
/// With OUTLAY_SEPARATE_COMPILATION defined, for all files of a program, what is no template (and the templates of
/// vendors' types) is compiled once, in the file that includes outlay/src.hpp, and not in every file.

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
