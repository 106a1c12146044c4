#pragma once

#include <chrono>
#include <outlay/http/options.hpp>
#include <outlay/value/detail/separate.hpp>

namespace outlay::inline v0_1_0::http::detail {
OUTLAY_SEPARATE_BEGIN

/// Waits with options.sleep; by default the thread sleeps.
void sleep(call_options const& options, std::chrono::milliseconds time);

OUTLAY_SEPARATE_END
} // namespace outlay::inline v0_1_0::http::detail
