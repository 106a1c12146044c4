#pragma once

/// @file
/// The version of outlay: https://semver.org. CMake and the packages read it here. The headers have it in the name of
/// an inline namespace, v0_1_0, too: two versions in one program are told apart.

#if __cplusplus < 202002L && (!defined(_MSVC_LANG) || _MSVC_LANG < 202002L)
#error "outlay needs C++20, such as -std=c++20"
#endif
#if !defined(__cpp_exceptions) && !defined(_CPPUNWIND)
#error "outlay needs exceptions, which the options of this compiler turn off: -fexceptions turns them on"
#endif
#ifdef OUTLAY_ONE_HEADER
#error "outlay: both its one header and a header of its tree are included; please use one of the two"
#endif

/// Grows with what breaks programs.
#define OUTLAY_VERSION_MAJOR 0
/// Grows with what is new.
#define OUTLAY_VERSION_MINOR 1
/// Grows with what is put right.
#define OUTLAY_VERSION_PATCH 0

/// @cond
#define OUTLAY_VERSION_TEXT(x) #x
#define OUTLAY_VERSION_DOTTED(x, y, z) OUTLAY_VERSION_TEXT(x) "." OUTLAY_VERSION_TEXT(y) "." OUTLAY_VERSION_TEXT(z)
/// @endcond

/// The three with dots: a string literal.
#define OUTLAY_VERSION_STRING OUTLAY_VERSION_DOTTED(OUTLAY_VERSION_MAJOR, OUTLAY_VERSION_MINOR, OUTLAY_VERSION_PATCH)
