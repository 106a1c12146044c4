#pragma once

/// @file
/// OUTLAY_ASSERT: an invariant of outlay, or a precondition that its documentation states. No text that is read can
/// break one. A program may define the macro before it includes outlay; by default it is assert().

/// @cond
#ifndef OUTLAY_ASSERT
#include <cassert>
#define OUTLAY_ASSERT(...) assert((__VA_ARGS__))
#endif
/// @endcond
