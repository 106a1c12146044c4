// Any text, as any described type: by the quick reader, which falls back to the careful one, and in pieces by the
// careful one alone; written and read again; and shown by payload_lint.
//
// The input is two bytes for the type, one for the options, one for the size of the pieces, and the text.

#include "../bytes.hpp"
#include "../require.hpp"
#include "lint.hpp"
#include "subject.hpp"
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace {

using fuzz::reading;
using fuzz::require;
using outlay::decode_options;

constexpr std::array options_to_try{
    decode_options{},
    decode_options{.unknown_fields = outlay::unknown_fields::reject},
    decode_options{.unknown_fields = outlay::unknown_fields::reject_unless_kept,
                   .near_misses = outlay::near_misses::reject},
    decode_options{.inexact_numbers = outlay::inexact_numbers::reject, .max_depth = 5, .max_string = 12},
    decode_options{.max_violations = 2, .context = {.direction = outlay::direction::reply}},
    decode_options{.max_depth = 1, .max_bytes = 100},
    decode_options{.max_depth = decode_options::deepest},
};

// The place where a text exceeds max_memory depends on its pieces: the results may differ.
constexpr decode_options little_memory{.max_memory = 2'000};

std::string show(reading const& read)
{
    std::string text = read.stopped ? "stopped: " + std::string(to_string(*read.stopped)) + '\n' : "";
    text += read.found.to_string() + '\n';
    for (outlay::violation const& notice : read.found.notices()) text += "notice: " + notice.to_string() + '\n';
    text += read.written + (read.found_nothing ? "\nnothing\n" : "\n");
    if (!read.broken_rules.empty()) text += "the value: " + read.broken_rules.to_string() + '\n';
    return text;
}

/// The text has the same result as a whole, as one piece, and in small pieces.
reading read_in_every_way(fuzz::subject const& as, std::string_view text, std::size_t piece,
                          decode_options const& options)
{
    reading whole = as.read(text, options);
    std::size_t const all = text.size() + 1;
    for (std::size_t const size : {all, piece}) {
        reading const careful = as.read_in_pieces(text, size, options);
        if (whole == careful) continue;
        require(false, "another reading in pieces of " + std::to_string(size) + " as " + std::string(as.name),
                std::string(text) + "\n--- as a whole\n" + show(whole) + "--- in pieces\n" + show(careful));
    }
    require(!whole.stopped || !whole.found.empty(), "stopped without a reason", text);
    return whole;
}

/// The value can be written, and is read back unchanged.
void check_round_trip(fuzz::subject const& as, std::string_view text, reading const& whole)
{
    std::string const about = std::string(as.name) + '\n' + std::string(text) + "\n---\n" + show(whole);
    reading const again = as.read(whole.written, {});
    require(!again.stopped && again.written == whole.written, "not what was written", about + "---\n" + show(again));
    if (!whole.found.empty()) return;
    require(whole.broken_rules.empty(), "right, but not valid", about);
    require(again.found.empty(), "right, but not what is written of it", about + "---\n" + show(again));
}

void check_lint(fuzz::subject const& as, std::string_view text, reading const& whole)
{
    for (auto const direction : {outlay::direction::request, outlay::direction::reply}) {
        outlay::report const found = as.lint(text, direction);
        fuzz::check_rendering(text, found);
        bool const is_stricter = direction == outlay::direction::request;
        require(!is_stricter || !found.empty() || whole.found.empty(), "conforms, and is not decoded", text);
    }
    fuzz::check_lines(text, !whole.stopped);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    fuzz::bytes input(data, size);
    auto const& all = fuzz::subjects();
    auto const& as = all[input.number(2) % all.size()];
    std::size_t const chosen = input.below(options_to_try.size() + 1);
    std::size_t const piece = input.below(16) + 1;
    std::string const text(input.rest()); // a copy: the sanitizer sees reads beyond its end
    if (chosen == options_to_try.size()) {
        fuzz::check_rendering(text, as.read(text, little_memory).found);
        fuzz::check_rendering(text, as.read_in_pieces(text, piece, little_memory).found);
        return 0;
    }
    reading const whole = read_in_every_way(as, text, piece, options_to_try[chosen]);
    if (chosen != 0) return 0;
    check_round_trip(as, text, whole);
    check_lint(as, text, whole);
    return 0;
}
