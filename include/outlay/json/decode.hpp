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

/// Gives a value its default again.
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

/// All that could be had from a text: the value as far as it was read (what is wrong keeps its default), and
/// everything found on the way. For salvage; decode() is for a text that must be right.
template<class T>
struct inspection {
    T value{};                           ///< what could be read; the rest keeps its default
    outlay::report report;               ///< violations, and the notices also of a text without violations
    std::optional<error_kind> stopped{}; ///< the text could not be read to its end: syntax, or limit

    /// Whether the text was read to its end and is an object that has none of T's members, under any of their names:
    /// `{}`, `{"code": ..., "message": ...}`, `{"Portfolios": []}` where T has a member `portfolios`. Required or not,
    /// a member that is there counts, also with a value that could not be read; fields that only `extras` keeps do not.
    /// Such a body answers nothing, although it may be without violations. False if T is no object, or has no members
    /// but `extras`.
    bool found_nothing = false;

    /// Whether there is no violation; notices do not count.
    bool ok() const noexcept { return report.empty(); }

    /// The value if there is no violation, otherwise the error.
    result<T> to_result() &&
    {
        if (ok()) return result<T>(result<T>::in_place_value, std::move(value));
        return result<T>(result<T>::in_place_error, std::move(*this).to_error());
    }

    /// The error, where there is a violation.
    error to_error() && { return {stopped.value_or(error_kind::invalid), std::move(report)}; }
};

namespace detail {

/// Reads a text into an inspection that has nothing but the defaults of a T.
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

/// What a decoder reports of a text whose reading was ended by an exception.
inline report interrupted()
{
    report found;
    found.add({.pointer = {},
               .code = "exception",
               .message = "reading was ended by an exception, such as for lack of memory"});
    return found;
}

} // namespace detail

OUTLAY_SEPARATE_BEGIN

/// Reads as much of a JSON text as can be read, and reports all the rest.
template<class T>
[[nodiscard]] inspection<T> inspect(std::string_view text, decode_options const& options = {})
{
    detail::require_readable<T>();
    inspection<T> seen;
    detail::inspect_into(seen, text, options);
    return seen;
}

/// Reads a JSON text (UTF-8) and checks its structure and the rules of T. The error names every violation with its
/// JSON Pointer, line and column, and is of kind syntax, limit or invalid. Notices are to be had from inspect().
template<class T>
[[nodiscard]] result<T> decode(std::string_view text, decode_options const& options = {})
{
    return inspect<T>(text, options).to_result();
}

OUTLAY_SEPARATE_END

/// decode() into an object that is there, for loops that read one text after another: on an error the object is what it
/// was before; on success its lists have at least the capacity that they had. Whatever else it held is replaced: a
/// member that the text does not have gets its default. See also decoder::decode_into().
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

/// decode() for a text that arrives in pieces, such as the body of a reply: write() them, then finish(). Gives the same
/// result as decode() of the whole, but holds no more than the piece at hand. It can then read another text.
///
/// An exception (std::bad_alloc, or one of a codec) ends a text: what was read of it may lack a part. So write() takes
/// no more of it, and finish() returns an error of kind `limit` with the code `exception`. The next text is read as
/// any.
template<class T>
class decoder {
public:
    /// A decoder at the start of a text.
    explicit decoder(decode_options const& options = {}) : options_(options) { detail::require_readable<T>(); }
    decoder(decoder const&) = delete;
    decoder& operator=(decoder const&) = delete;

    /// False when further input would change nothing, because the text is broken or a limit is reached.
    bool write(std::string_view piece)
    {
        if (is_over_) start_anew();
        if (std::exchange(is_interrupted_, true)) return false;
        bool const wants_more = document().write(piece, true);
        is_interrupted_ = false;
        return wants_more;
    }

    /// Ends the text. What is written next begins another.
    result<T> finish() { return finish_inspection().to_result(); }

    /// The same, as inspect() gives it.
    inspection<T> finish_inspection()
    {
        if (is_over_) start_anew();
        is_over_ = true; // whatever is thrown
        if (is_interrupted_) return {.report = detail::interrupted(), .stopped = error_kind::limit};
        document().write({}, false);
        seen_.report = document_->take_report();
        seen_.stopped = document_->stopped();
        seen_.found_nothing = document_->found_nothing();
        inspection<T> finished = std::move(seen_);
        start_anew();
        return finished;
    }

    /// decode_into() of a whole text. The lists that the object had are kept for the next call: from the third of
    /// several texts of one size on, no list allocates memory. What was written before, and not finished, is dropped.
    [[nodiscard]] result<void> decode_into(T& to, std::string_view text)
    {
        start_anew();
        is_over_ = true; // whatever is thrown
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
    T spare_{}; ///< whose lists are empty, and have capacity for the next object
    std::optional<detail::document_reader> document_{};
    bool is_over_ = false;        ///< the text was finished, and the next one is to be begun
    bool is_interrupted_ = false; ///< an exception ended the text
};

} // namespace outlay::inline v0_1_0
