// Any text, read as a whole and in pieces, and what was read, written and read again:
//
//   clang++-19 -std=c++20 -O1 -g -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all -Iinclude
//       tests/fuzz/decode_fuzzer.cpp -lboost_json -o decode_fuzzer
//   mkdir -p corpus && ./decode_fuzzer -max_total_time=120 corpus tests/payloads/amazon
//
// The first byte of the input says how the text is cut.

#include "../json/sample.hpp"
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

template<class T>
void check(std::string_view text, std::size_t piece)
{
    auto const whole = outlay::inspect<T>(text);
    auto const pieces = sample::inspect_pieces<T>(text, piece);
    require(whole.value == pieces.value, "another value in pieces", text);
    require(whole.stopped == pieces.stopped, "another end in pieces", text);
    require(whole.report == pieces.report, "another report in pieces", text);
    require(!whole.stopped || !whole.report.empty(), "stopped without a reason", text);

    std::string const written = outlay::encode(whole.value);
    auto const again = outlay::inspect<T>(written);
    require(!again.stopped && again.value == whole.value, "not what was written", written);
    if (whole.ok()) require(again.ok() && outlay::validate(whole.value).empty(), "right, but not valid", text);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    if (size == 0) return 0;
    std::size_t const piece = data[0] % 16u + 1;
    std::string const text(data + 1, data + size);
    check<sample::plan>(text, piece);
    check<outlay::amazon::campaign_usage_reply>(text, piece);
    check<std::vector<std::vector<std::int8_t>>>(text, piece);
    return 0;
}
