#pragma once

#include <cstddef>
#include <outlay/model/rules.hpp>

namespace outlay::inline v0_1_0 {

/// The treatment of a field that is not a member of the type.
enum class unknown_fields : unsigned char {
    ignore,             ///< skipped, with a notice
    reject,             ///< a violation
    reject_unless_kept, ///< a violation, but only a notice if the type has `extras`, which keep the field
};

/// The treatment of an unknown field whose name is similar to that of a member (`enddate` for `endDate`), and therefore
/// probably misspelt.
enum class near_misses : unsigned char {
    notice, ///< like any other unknown field; the message has the name of the member
    reject, ///< a violation, also if the type has `extras`
};

/// The treatment of a number with more than 28 digits or 28 places, or of a time with fractions of a millisecond.
enum class inexact_numbers : unsigned char {
    round,  ///< rounded to the nearest decimal, a tie to the even digit (a time is truncated), with a notice
    reject, ///< a violation
};

/// Options of decode(). The limits bound the time and memory that a hostile text can cost. A text that exceeds one is
/// an error of kind `limit`, except for max_violations.
struct decode_options {
    /// The largest value of max_depth; reading with a larger one is an error of kind `limit`. Values are also written,
    /// checked and destroyed recursively. The usual stack of the main thread, 8 MiB, is enough for 4 times this depth
    /// without optimisation and under AddressSanitizer; the stack of a thread with 512 KiB for a quarter of it.
    static constexpr std::size_t deepest = 1000;

    /// The treatment of fields that are not members of the type.
    outlay::unknown_fields unknown_fields = outlay::unknown_fields::ignore;
    /// The treatment of unknown fields whose names are similar to that of a member.
    outlay::near_misses near_misses = outlay::near_misses::notice;
    /// The treatment of numbers and times that can't be represented exactly.
    outlay::inexact_numbers inexact_numbers = outlay::inexact_numbers::round;
    /// The most levels of nested objects and arrays; at most `deepest`.
    std::size_t max_depth = 32;
    std::size_t max_bytes = std::size_t{64} << 20; ///< the most bytes of the whole text
    std::size_t max_string = std::size_t{1} << 20; ///< the most bytes of one string or name, after unescaping
    /// The most bytes of the objects that are made from the text: the capacity of lists and maps, objects owned by
    /// pointers, the contents of `extras` and variants, and the report. Strings, which are no longer than the text, are
    /// not counted. Without this limit, each `{},`, of 3 characters, may take 300 bytes. The place where a text exceeds
    /// the limit depends on the pieces in which it arrives.
    std::size_t max_memory = std::size_t{512} << 20;
    std::size_t max_violations =
        1000; ///< the most violations, and the most notices, that are kept; further ones are only counted
    outlay::context context{}; ///< information for rules, such as today's date
};

} // namespace outlay::inline v0_1_0
