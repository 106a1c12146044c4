// Any text, read as a whole, by the quick reader and what it gives up on by the careful one, and in pieces, by the
// careful reader alone; and what was read, written and read again:
//
//   clang++-19 -std=c++20 -O1 -g -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all -Iinclude
//       tests/fuzz/decode_fuzzer.cpp -lboost_json -o decode_fuzzer
//   mkdir -p corpus && ./decode_fuzzer -max_total_time=120 corpus tests/payloads/amazon
//
// The first byte of the input says how the text is cut, the second which options it is read with.

#include "../json/every_kind.hpp"
#include "../json/sample.hpp"
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <outlay/amazon.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace {

void require(bool holds, std::string_view what, std::string_view text)
{
    if (holds) return;
    std::cerr << what << ":\n" << text << '\n';
    std::abort();
}

using outlay::decode_options;

constexpr std::array options_to_try{
    decode_options{},
    decode_options{.unknown_fields = outlay::unknown_fields::reject},
    decode_options{.unknown_fields = outlay::unknown_fields::reject_unless_kept,
                   .near_misses = outlay::near_misses::reject},
    decode_options{.inexact_numbers = outlay::inexact_numbers::reject, .max_depth = 5, .max_string = 12},
    decode_options{.max_violations = 2, .context = {.direction = outlay::direction::reply}},
};

template<class T>
void check(std::string_view text, std::size_t piece, decode_options const& options)
{
    auto const whole = outlay::inspect<T>(text, options);
    auto const pieces = sample::inspect_pieces<T>(text, piece, options);
    require(whole.found_nothing == pieces.found_nothing, "nothing found in pieces", text);
    require(whole.value == pieces.value, "another value in pieces", text);
    require(whole.stopped == pieces.stopped, "another end in pieces", text);
    require(whole.report == pieces.report, "another report in pieces", text);
    require(!whole.stopped || !whole.report.empty(), "stopped without a reason", text);

    if (&options != options_to_try.data()) return;
    std::string const written = outlay::encode(whole.value);
    auto const again = outlay::inspect<T>(written);
    require(!again.stopped && again.value == whole.value, "not what was written", written);
    if (whole.ok()) require(again.ok() && outlay::validate(whole.value).empty(), "right, but not valid", text);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    if (size < 2) return 0;
    std::size_t const piece = data[0] % 16u + 1;
    auto const& options = options_to_try[data[1] % options_to_try.size()];
    std::string const text(data + 2, data + size);
    check<sample::plan>(text, piece, options);
    check<outlay::amazon::campaign_usage_reply>(text, piece, options);
    check<std::vector<std::vector<std::int8_t>>>(text, piece, options);
    auto const whole = outlay::inspect<every_kind::everything>(text, options);
    auto const pieces = sample::inspect_pieces<every_kind::everything>(text, piece, options);
    require(whole.value == pieces.value && whole.report == pieces.report, "another reading in pieces", text);
    return 0;
}
