#pragma once

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <outlay/value/report.hpp>

namespace outlay::inline v0_1_0 {
namespace detail {

inline boost::json::object violation_to_json(violation const& v)
{
    boost::json::object made{{"pointer", v.pointer}, {"code", v.code}, {"message", v.message}};
    if (v.line == 0) return made;
    made["line"] = v.line;
    made["column"] = v.column;
    return made;
}

template<class Violations>
boost::json::array violations_to_json(Violations const& violations)
{
    boost::json::array list;
    for (violation const& v : violations) list.push_back(violation_to_json(v));
    return list;
}

} // namespace detail

/// A report as JSON, such as the body of a response with status 400:
///
///     {"violations":[{"pointer":"/name","code":"length","message":"...","line":1,"column":9}],"notices":[]}
///
/// `line` and `column` are left out for values that were not read from a text. If the limit on violations was exceeded,
/// `omitted` and `omittedNotices` are the numbers of those that were not kept.
inline boost::json::value to_json(report const& found)
{
    boost::json::object made{{"violations", detail::violations_to_json(found)},
                             {"notices", detail::violations_to_json(found.notices())}};
    if (found.omitted() != 0) made["omitted"] = found.omitted();
    if (found.omitted_notices() != 0) made["omittedNotices"] = found.omitted_notices();
    return made;
}

} // namespace outlay::inline v0_1_0
