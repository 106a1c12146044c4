#pragma once

#include <outlay/model/findings.hpp>
#include <outlay/model/rules.hpp>
#include <outlay/model/table/check.hpp>
#include <outlay/model/table/make_type.hpp>
#include <outlay/model/valid.hpp>
#include <outlay/value/detail/separate.hpp>
#include <outlay/value/report.hpp>
#include <utility>
#ifndef OUTLAY_SEPARATE_COMPILATION
#include <outlay/model/table/check_impl.hpp>
#endif

namespace outlay::inline v0_1_0 {
OUTLAY_SEPARATE_BEGIN

/// Reports every rule that the value breaks, each with the JSON Pointer of the member and without a line. If the report
/// is empty, the value may be sent; report::notices() are separate. Rules that depend on the date are skipped unless
/// `context` has one.
template<class T>
[[nodiscard]] report validate(T const& value, outlay::context const& context = {})
{
    static_assert(!requires { value.error(); }, "a result has no rules: validate its value, if it has one");
    detail::report_findings findings(context);
    detail::check_value(detail::table_of<T>::table, &value, {}, findings);
    return std::move(findings.found);
}

OUTLAY_SEPARATE_END
} // namespace outlay::inline v0_1_0
