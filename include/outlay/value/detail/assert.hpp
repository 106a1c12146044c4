#pragma once

/// @file
/// OUTLAY_ASSERT: what must hold at a place, whatever a caller or a server does. A program may define it before it
/// includes outlay; by default it is assert().

/// @cond
#ifndef OUTLAY_ASSERT
#include <cassert>
#define OUTLAY_ASSERT(...) assert((__VA_ARGS__))
#endif
/// @endcond
