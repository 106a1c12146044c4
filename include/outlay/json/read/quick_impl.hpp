#pragma once

#include <outlay/json/options.hpp>
#include <outlay/json/read/quick.hpp>
#include <outlay/json/read/quick_reader.hpp>
#include <outlay/model/table/type_table.hpp>
#include <outlay/value/detail/separate.hpp>
#include <outlay/value/report.hpp>
#include <string_view>

namespace outlay::inline v0_1_0::detail {
OUTLAY_SEPARATE_BEGIN

OUTLAY_INLINE quick_result read_quickly(void* root, type_table const& type, std::string_view text,
                                        decode_options const& options, report& found)
{
    quick_reader reader(text, options);
    if (!reader.read(root, type)) return quick_result::gave_up;
    found = reader.take_report();
    return reader.found_nothing() ? quick_result::read_nothing : quick_result::read;
}

OUTLAY_SEPARATE_END
} // namespace outlay::inline v0_1_0::detail
