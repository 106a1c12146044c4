// Values against oracles. The input is a byte for the check, and its choices: see checks.hpp.

#include "../bytes.hpp"
#include "checks.hpp"
#include <array>
#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    using check = void (*)(fuzz::bytes&);
    // corpus.py makes seeds by this order.
    static constexpr std::array<check, 11> checks{
        &fuzz::check_decimal_text,
        &fuzz::check_decimal_arithmetic,
        &fuzz::check_decimal_doubles,
        &fuzz::check_days,
        &fuzz::check_timestamps,
        &fuzz::check_http_dates,
        &fuzz::check_waits,
        &fuzz::check_next_url,
        &fuzz::check_url_parts,
        &fuzz::check_metrics_query,
        &fuzz::check_csv,
    };
    fuzz::bytes input(data, size);
    input.pick(checks)(input);
    return 0;
}
