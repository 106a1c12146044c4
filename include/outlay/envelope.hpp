#pragma once

/// @file
/// The shapes that replies to batches have.

#include <outlay/envelope/multi_status.hpp>
