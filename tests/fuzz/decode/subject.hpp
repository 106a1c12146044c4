#pragma once

#include <cstddef>
#include <optional>
#include <outlay/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// A type that texts are decoded to, behind functions that name no type: the checks are compiled once.

namespace fuzz {

/// The result of reading a text as a type. Values are compared by their encoded texts.
struct reading {
    std::string written{};                       ///< the value, encoded
    outlay::report found{};                      ///< while reading
    std::optional<outlay::error_kind> stopped{}; ///< inspection::stopped
    bool found_nothing = false;                  ///< inspection::found_nothing
    outlay::report broken_rules{};               ///< of the value, by validate()

    friend bool operator==(reading const&, reading const&) = default;
};

/// A described type.
struct subject {
    std::string_view name;
    reading (*read)(std::string_view text, outlay::decode_options const& options);
    reading (*read_in_pieces)(std::string_view text, std::size_t piece, outlay::decode_options const& options);
    outlay::report (*lint)(std::string_view text, outlay::direction as); ///< the findings of payload_lint
};

template<class T>
reading reading_of(outlay::inspection<T> seen)
{
    return {.written = outlay::encode(seen.value),
            .found = std::move(seen.report),
            .stopped = seen.stopped,
            .found_nothing = seen.found_nothing,
            .broken_rules = outlay::validate(seen.value)};
}

template<class T>
reading read_as(std::string_view text, outlay::decode_options const& options)
{
    return reading_of(outlay::inspect<T>(text, options));
}

/// Each piece is freed once it has been written, so that nothing can refer to it.
template<class T>
reading read_in_pieces_as(std::string_view text, std::size_t piece, outlay::decode_options const& options)
{
    outlay::decoder<T> decoder(options);
    while (!text.empty()) {
        std::string const next(text.substr(0, piece));
        text.remove_prefix(next.size());
        if (!decoder.write(next)) break;
    }
    return reading_of(decoder.finish_inspection());
}

template<class T>
outlay::report lint_as(std::string_view text, outlay::direction as)
{
    auto found =
        as == outlay::direction::reply ? outlay::conforms_as_reply<T>(text) : outlay::conforms_as_request<T>(text);
    return std::move(found).report();
}

template<class T>
subject subject_of(std::string_view name)
{
    return {.name = name, .read = &read_as<T>, .read_in_pieces = &read_in_pieces_as<T>, .lint = &lint_as<T>};
}

/// The types of tests, with a member of each kind.
std::vector<subject> kinds();

/// All types: those of the tests, and the wire types of all vendors.
std::vector<subject> const& subjects();

} // namespace fuzz
