#pragma once

#include <outlay/json/options.hpp>
#include <outlay/model/table/type_table.hpp>
#include <outlay/value/detail/separate.hpp>
#include <outlay/value/report.hpp>
#include <string_view>

namespace outlay::inline v0_1_0::detail {
OUTLAY_SEPARATE_BEGIN

/// What became of a text that was read quickly.
enum class quick_result : unsigned char {
    gave_up,      ///< nothing is known of the text, and the value may be anything
    read,         ///< the value is there as far as it could be read, and all that was found is in the report
    read_nothing, ///< likewise, and it is an object without any of its type's members
};

/// Reads a text into a value of a type, which has its default before. What is JSON, of the right kinds and within the
/// limits is read; other texts mostly are not.
quick_result read_quickly(void* root, type_table const& type, std::string_view text, decode_options const& options,
                          report& found);

OUTLAY_SEPARATE_END
} // namespace outlay::inline v0_1_0::detail
