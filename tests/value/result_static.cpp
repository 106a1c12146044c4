// What result<T> and error promise at compile time.

#include <outlay/value/result.hpp>
#include <string>
#include <utility>

namespace {

using outlay::error, outlay::error_kind, outlay::report;

// --- error

// No texts in these: std::string is not constexpr with libstdc++ 12.
static_assert(error(error_kind::http, report(), 503).http_status() == 503);
static_assert(!error().http_status());
static_assert(!error(error_kind::invalid, report()).http_status());

static_assert(error(error_kind::http, report(), 429) == error(error_kind::http, report(), 429));
static_assert(error(error_kind::http, report(), 429) != error(error_kind::http, report(), 503), "a part of the error");
static_assert(error(error_kind::http, report(), 429) != error(error_kind::http, report()));

// The status lives where there was padding.
struct kind_and_report {
    report reasons;
    error_kind kind;
};
static_assert(sizeof(error) == sizeof(kind_and_report));

constexpr bool another_report_keeps_kind_and_status()
{
    report longer;
    longer.omit_one();
    error const changed = error(error_kind::http, report(), 429).with_report(longer);
    return changed.kind() == error_kind::http && changed.http_status() == 429 && changed.report() == longer;
}
static_assert(another_report_keeps_kind_and_status());

} // namespace
