#pragma once

#include <cstddef>
#include <iterator>
#include <outlay/json/encode_options.hpp>
#include <outlay/json/write/targets.hpp>
#include <outlay/json/write/write_value.hpp>
#include <outlay/model/table/make_type.hpp>
#include <outlay/value/detail/separate.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <type_traits>
#ifndef OUTLAY_SEPARATE_COMPILATION
#include <outlay/json/write/write_value_impl.hpp>
#endif

namespace outlay::inline v0_1_0 {
OUTLAY_SEPARATE_BEGIN

/// Appends the JSON text of `value` to a container of characters, such as std::pmr::string, std::vector<char> or
/// std::vector<std::byte>: without white space, unless the options ask for it. Absent members are not written, null
/// only for a nullable that is null. Rules are not checked: that is validate's work.
///
/// The container allocates nothing where its capacity is large enough; else it makes room, as a rule once. When that
/// throws, `out` may end with a part of the text.
template<detail::growing_text Buffer, class T>
void encode_to(Buffer& out, T const& value, encode_options const& options = {})
{
    auto const& type = detail::table_of<T>::table;
    detail::growing_target<Buffer> to(out, type, &value, options.indent);
    detail::encode_value(detail::sink_of(to), type, &value, options.indent);
}

/// The same, to a string.
template<class T>
void encode_to(std::string& out, T const& value, encode_options const& options = {})
{
    auto const& type = detail::table_of<T>::table;
    detail::growing_target<std::string> to(out, type, &value, options.indent);
    detail::encode_value(detail::sink_of(to), type, &value, options.indent);
}

/// Passes the JSON text of `value` to `sink`, so that the whole of it is never in memory: to a function that takes
/// a std::string_view and returns nothing; to a std::ostream, whose state says whether the text was written; or to
/// a buffer with prepare() and commit(), such as boost::beast::flat_buffer.
///
///     outlay::encode_to([&](std::string_view piece) { socket.send(piece); }, plan);
///     outlay::encode_to(file, plan, {.indent = 4});
///
/// Each piece has 4096 characters, but for the last, which has from 1 to 4096. It may end inside of a character of
/// UTF-8, and is valid until the function returns. An exception of the sink ends the writing and passes through; no
/// piece is passed twice.
template<class Sink, class T>
    requires detail::text_taker<std::remove_reference_t<Sink>>
void encode_to(Sink&& sink, T const& value, encode_options const& options = {})
{
    detail::sink_target<std::remove_reference_t<Sink>> to(sink);
    detail::encode_in_blocks(detail::sink_of(to), detail::table_of<T>::table, &value, options.indent);
}

/// Writes the JSON text of `value` to memory of a fixed size: a std::span<char>, an array of characters or of
/// std::byte. Returns how many characters the text has; no NUL is written after them.
///
/// Where the text is longer, the error is of kind `limit` and has the code `buffer_size`; its message says how long the
/// text is. The memory then has as much of its beginning as fits in.
template<class Fixed, class T>
    requires detail::fixed_text<std::remove_reference_t<Fixed>>
[[nodiscard]] result<std::size_t> encode_to(Fixed&& to, T const& value, encode_options const& options = {})
{
    detail::fixed_target copy(reinterpret_cast<char*>(std::data(to)), std::size(to));
    detail::encode_value(detail::sink_of(copy), detail::table_of<T>::table, &value, options.indent);
    if (copy.count() > std::size(to)) return detail::text_too_long(copy.count(), std::size(to));
    return copy.count();
}

/// The JSON text of `value`; see encode_to.
///
///     std::string const text = outlay::encode(plan, {.indent = 2});
template<class T>
[[nodiscard]] std::string encode(T const& value, encode_options const& options = {})
{
    std::string text;
    encode_to(text, value, options);
    return text;
}

OUTLAY_SEPARATE_END
} // namespace outlay::inline v0_1_0
