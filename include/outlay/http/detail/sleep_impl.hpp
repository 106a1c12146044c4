#pragma once

#include <chrono>
#include <outlay/http/detail/sleep.hpp>
#include <outlay/http/options.hpp>
#include <outlay/value/detail/separate.hpp>
#include <thread>

namespace outlay::inline v0_1_0::http::detail {
OUTLAY_SEPARATE_BEGIN

OUTLAY_INLINE void sleep(call_options const& options, std::chrono::milliseconds time)
{
    if (options.sleep) options.sleep(time);
    else std::this_thread::sleep_for(time);
}

OUTLAY_SEPARATE_END
} // namespace outlay::inline v0_1_0::http::detail
