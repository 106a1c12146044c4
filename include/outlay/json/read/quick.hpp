#pragma once

#include <outlay/json/options.hpp>
#include <outlay/model/table/type_table.hpp>
#include <outlay/value/detail/separate.hpp>
#include <outlay/value/report.hpp>
#include <string_view>

namespace outlay::inline v0_1_0::detail {
OUTLAY_SEPARATE_BEGIN

/// The result of the quick reader.
enum class quick_result : unsigned char {
    gave_up,      ///< the text must be read by the careful reader; the value is unspecified
    read,         ///< the value and the report are complete
    read_nothing, ///< the same, and the text is an object without any of its type's members
};

/// Reads a text into a value, using its type's table. Reads JSON texts of the right kinds and within the limits, and
/// gives up for most others. Precondition: the value has its default.
quick_result read_quickly(void* root, type_table const& type, std::string_view text, decode_options const& options,
                          report& found);

OUTLAY_SEPARATE_END
} // namespace outlay::inline v0_1_0::detail
