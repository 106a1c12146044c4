#pragma once

#include <outlay/json/write/write_value.hpp>
#include <outlay/model/table/make_type.hpp>
#include <outlay/value/detail/separate.hpp>
#include <string>
#ifndef OUTLAY_SEPARATE_COMPILATION
#include <outlay/json/write/write_value_impl.hpp>
#endif

namespace outlay {
OUTLAY_SEPARATE_BEGIN

/// Appends the JSON text of `value`, without white space. Absent members are not written, null only for a nullable
/// that is null. Rules are not checked: that is validate's work.
template<class T>
void encode_to(std::string& out, T const& value)
{
    detail::encode_value(out, detail::table_of<T>::table, &value);
}

/// The JSON text of `value`; see encode_to.
template<class T>
[[nodiscard]] std::string encode(T const& value)
{
    std::string text;
    encode_to(text, value);
    return text;
}

OUTLAY_SEPARATE_END
} // namespace outlay
