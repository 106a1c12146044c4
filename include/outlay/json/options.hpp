#pragma once

#include <cstddef>
#include <outlay/model/rules.hpp>

namespace outlay::inline v0_1_0 {

/// What to do with a member that the type does not have.
enum class unknown_fields : unsigned char {
    ignore,             ///< skip it, with a notice
    reject,             ///< a violation
    reject_unless_kept, ///< a violation, but where a type has `extras` to keep it a notice
};

/// What to do with an unknown field whose name comes near that of a member (`enddate` for `endDate`), so that it is
/// probably a mistake of spelling.
enum class near_misses : unsigned char {
    notice, ///< as with any other unknown field; the message names the member
    reject, ///< a violation, also where the type has `extras` to keep the field
};

/// What to do with a number of more than 28 digits or 28 places, or a time finer than a millisecond.
enum class inexact_numbers : unsigned char {
    round,  ///< take the nearest decimal, a tie to the even digit (a time is cut off), with a notice
    reject, ///< a violation
};

/// How a text is read. Its bounds are bounds on what a hostile text can cost; each ends the reading with an error of
/// kind `limit`, but for max_violations.
struct decode_options {
    /// The largest max_depth that can be asked for; reading with a larger one is refused as a limit. What is read is
    /// written, checked and destroyed by recursion as well. The main thread's usual stack of 8 MiB bears 4 times as
    /// much without optimisation and under AddressSanitizer; a thread of 512 KiB bears a quarter of it.
    static constexpr std::size_t deepest = 1000;

    /// What to do with members that the type does not have.
    outlay::unknown_fields unknown_fields = outlay::unknown_fields::ignore;
    /// What to do with those among them whose names come near that of a member.
    outlay::near_misses near_misses = outlay::near_misses::notice;
    /// What to do with numbers and times that are finer than what holds them.
    outlay::inexact_numbers inexact_numbers = outlay::inexact_numbers::round;
    /// Objects and arrays within each other, at most `deepest`.
    std::size_t max_depth = 32;
    std::size_t max_bytes = std::size_t{64} << 20; ///< of the whole text
    std::size_t max_string = std::size_t{1} << 20; ///< bytes of one string or name, unescaped
    /// Bytes of the objects that are made from the text: of the items and entries of lists and maps with the room that
    /// is set aside for more, of what pointers own, of what `extras` and variants keep, and of the report. Strings,
    /// which are no longer than the text, are not counted. Without this limit `{}`, of 3 characters with its comma, may
    /// take 300 bytes, as often as it is repeated. Where a text exceeds it depends on the pieces in which it arrives.
    std::size_t max_memory = std::size_t{512} << 20;
    std::size_t max_violations = 1000; ///< kept; more of them, or of the notices, are only counted
    outlay::context context{};         ///< what rules need to know, such as the day of today
};

} // namespace outlay::inline v0_1_0
