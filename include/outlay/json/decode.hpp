#pragma once

#include <memory>
#include <optional>
#include <outlay/json/options.hpp>
#include <outlay/json/read/document_reader.hpp>
#include <outlay/json/read/list_capacity.hpp>
#include <outlay/json/read/quick.hpp>
#include <outlay/model/table/make_type.hpp>
#include <outlay/model/table/readable.hpp>
#include <outlay/value/detail/separate.hpp>
#include <outlay/value/result.hpp>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#ifndef OUTLAY_SEPARATE_COMPILATION
#include <outlay/json/read/document_reader_impl.hpp>
#include <outlay/json/read/quick_impl.hpp>
#include <outlay/model/table/check_impl.hpp>
#endif

namespace outlay::inline v0_1_0 {
namespace detail {

/// Resets a value to its default.
template<class T>
void make_anew(T& value)
{
    if constexpr (std::is_nothrow_default_constructible_v<T>) {
        std::destroy_at(&value);
        std::construct_at(&value);
    } else {
        value = T();
    }
}

} // namespace detail

/// The value of a text as far as it could be read, and all violations and notices. Members with a violation keep their
/// defaults. For salvaging the valid parts of a text; decode() is for a text that must be valid.
template<class T>
struct inspection {
    T value{};                           ///< the parts that could be read; all others have their defaults
    outlay::report report;               ///< all violations and notices
    std::optional<error_kind> stopped{}; ///< not empty if the text could not be read to its end: syntax or limit

    /// Whether the text was read to its end and is an object without any of T's members, under any of their names:
    /// `{}`,
    /// `{"code": ..., "message": ...}`, or `{"Portfolios": []}` for a T with a member `portfolios`. A member whose
    /// value could not be read counts as present; fields that only `extras` keeps do not. Such a body is not the
    /// expected reply, although it may have no violations. False if T is not an object, or has no members but `extras`.
    bool found_nothing = false;

    /// Whether there are no violations. Notices do not matter.
    bool ok() const noexcept { return report.empty(); }

    /// The value if there are no violations, otherwise the error.
    result<T> to_result() &&
    {
        if (ok()) return result<T>(result<T>::in_place_value, std::move(value));
        return result<T>(result<T>::in_place_error, std::move(*this).to_error());
    }

    /// The error. Precondition: !ok().
    error to_error() && { return {stopped.value_or(error_kind::invalid), std::move(report)}; }
};

namespace detail {

/// Reads a text into an inspection. Precondition: the value is a default T and the report is empty. Tries the quick
/// reader first, and starts again with the careful one if it gives up.
template<class T>
void inspect_into(inspection<T>& seen, std::string_view text, decode_options const& options)
{
    auto const quick = read_quickly(&seen.value, table_of<T>::table, text, options, seen.report);
    if (quick != quick_result::gave_up) {
        seen.found_nothing = quick == quick_result::read_nothing;
        return;
    }
    make_anew(seen.value);
    document_reader document(&seen.value, table_of<T>::table, options);
    document.write(text, false);
    seen.report = document.take_report();
    seen.stopped = document.stopped();
    seen.found_nothing = document.found_nothing();
}

/// The report of a decoder for a text whose reading was ended by an exception.
inline report interrupted()
{
    report found;
    found.add(
        {.pointer = {}, .code = "exception", .message = "an exception, such as std::bad_alloc, ended the reading"});
    return found;
}

} // namespace detail

OUTLAY_SEPARATE_BEGIN

/// Reads as much of a JSON text (UTF-8) as possible, and reports all violations and notices.
template<class T>
[[nodiscard]] inspection<T> inspect(std::string_view text, decode_options const& options = {})
{
    detail::require_readable<T>();
    inspection<T> seen;
    detail::inspect_into(seen, text, options);
    return seen;
}

/// Reads a JSON text (UTF-8) and checks its structure and the rules of T. The error, of kind syntax, limit or invalid,
/// has every violation with its JSON Pointer, line and column. Only inspect() also returns notices.
template<class T>
[[nodiscard]] result<T> decode(std::string_view text, decode_options const& options = {})
{
    return inspect<T>(text, options).to_result();
}

OUTLAY_SEPARATE_END

/// decode() into an existing object, for loops that read many texts. On success, all members are replaced, those that
/// the text does not have by their defaults, but lists keep at least their capacity. On an error, the object is
/// unchanged. See also decoder::decode_into().
///
///     ads::campaign_usage_reply usage;
///     for (std::string const& body : bodies)
///         if (auto const read = outlay::decode_into(usage, body)) add(usage);
///         else std::cerr << read.error() << '\n';
template<class T>
[[nodiscard]] result<void> decode_into(T& to, std::string_view text, decode_options const& options = {})
{
    inspection<T> seen;
    detail::keep_capacity(seen.value, to);
    detail::inspect_into(seen, text, options);
    if (!seen.ok()) return std::move(seen).to_error();
    to = std::move(seen.value);
    return {};
}

/// decode() for a text that arrives in pieces, such as the body of a response: write() the pieces, then finish(). The
/// result is that of decode() for the whole text, but the decoder does not store the text. It can then read another
/// text.
///
/// An exception (std::bad_alloc, or one thrown by a codec) ends a text, because a part of it may be missing: further
/// calls of write() return false, and finish() returns an error of kind `limit` with the code `exception`. The decoder
/// can then read another text.
template<class T>
class decoder {
public:
    /// Starts a text.
    explicit decoder(decode_options const& options = {}) : options_(options) { detail::require_readable<T>(); }
    decoder(decoder const&) = delete;
    decoder& operator=(decoder const&) = delete;

    /// Reads a piece of the text. Returns false if more input can't change the result, after a syntax error or a limit.
    bool write(std::string_view piece)
    {
        if (is_over_) start_anew();
        if (std::exchange(is_interrupted_, true)) return false;
        bool const wants_more = document().write(piece, true);
        is_interrupted_ = false;
        return wants_more;
    }

    /// Ends the text and returns the result. The next call of write() starts another text.
    result<T> finish() { return finish_inspection().to_result(); }

    /// The same, with the result of inspect().
    inspection<T> finish_inspection()
    {
        if (is_over_) start_anew();
        is_over_ = true; // also if an exception is thrown
        if (is_interrupted_) return {.report = detail::interrupted(), .stopped = error_kind::limit};
        document().write({}, false);
        seen_.report = document_->take_report();
        seen_.stopped = document_->stopped();
        seen_.found_nothing = document_->found_nothing();
        inspection<T> finished = std::move(seen_);
        start_anew();
        return finished;
    }

    /// decode_into() for a whole text. Keeps the lists of the object for the next call: from the third text of the same
    /// size on, lists allocate no memory. An unfinished text is discarded.
    [[nodiscard]] result<void> decode_into(T& to, std::string_view text)
    {
        start_anew();
        is_over_ = true; // also if an exception is thrown
        detail::swap_lists(seen_.value, spare_);
        detail::keep_capacity(seen_.value, to);
        detail::inspect_into(seen_, text, options_);
        if (!seen_.ok()) {
            result<void> why = std::move(seen_).to_error();
            detail::swap_emptied_lists(seen_.value, spare_);
            start_anew();
            return why;
        }
        std::swap(to, seen_.value);
        detail::swap_emptied_lists(seen_.value, spare_);
        start_anew();
        return {};
    }

private:
    detail::document_reader& document()
    {
        if (!document_) document_.emplace(&seen_.value, detail::table_of<T>::table, options_);
        return *document_;
    }

    void start_anew()
    {
        document_.reset();
        seen_ = {};
        is_over_ = false;
        is_interrupted_ = false;
    }

    decode_options options_;
    inspection<T> seen_;
    T spare_{}; ///< its lists are empty, with capacity for the next object
    std::optional<detail::document_reader> document_{};
    bool is_over_ = false;        ///< the text is finished; the next write() starts another
    bool is_interrupted_ = false; ///< an exception ended the text
};

} // namespace outlay::inline v0_1_0
