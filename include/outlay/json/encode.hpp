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
/// std::vector<std::byte>. The text has no white space unless the options request it. Absent members are not written,
/// and null only for a nullable that is null. Rules are not checked: see validate().
///
/// The container does not allocate if its capacity is large enough; otherwise usually once. If the allocation throws,
/// `out` may end with a part of the text.
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

/// Passes the JSON text of `value` to `sink` in pieces, so that the whole text is never in memory. A sink is a function
/// that takes a std::string_view and returns void; a std::ostream, whose state then shows whether the text was written;
/// or a buffer with prepare() and commit(), such as boost::beast::flat_buffer.
///
///     outlay::encode_to([&](std::string_view piece) { socket.send(piece); }, plan);
///     outlay::encode_to(file, plan, {.indent = 4});
///
/// Each piece has 4096 characters, except the last, which has 1 to 4096. A piece may end within a UTF-8 sequence, and
/// is valid until the function returns. An exception thrown by the sink is passed on; no piece is passed twice.
template<class Sink, class T>
    requires detail::text_taker<std::remove_reference_t<Sink>>
void encode_to(Sink&& sink, T const& value, encode_options const& options = {})
{
    detail::sink_target<std::remove_reference_t<Sink>> to(sink);
    detail::encode_in_blocks(detail::sink_of(to), detail::table_of<T>::table, &value, options.indent);
}

/// Writes the JSON text of `value` to memory of a fixed size: a std::span<char>, or an array of characters or of
/// std::byte. Returns the number of characters of the text; no NUL is written after them.
///
/// If the text is longer than the memory, the error is of kind `limit`, with the code `buffer_size` and the size of the
/// text in its message. The memory then has the beginning of the text.
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
