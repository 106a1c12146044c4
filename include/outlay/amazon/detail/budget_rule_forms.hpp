#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <outlay/model/table/scalars.hpp>
#include <outlay/model/table/token.hpp>
#include <outlay/value/enum_text.hpp>
#include <outlay/value/open_enum.hpp>
#include <outlay/value/timestamp.hpp>
#include <string_view>
#include <tuple>

// Forms of members of budget rules that Amazon's documents leave open.

namespace outlay::inline v0_1_0::amazon::detail {

using outlay::detail::problem;

/// An enumeration whose texts one of Amazon's guides has in small letters, `weekly`, and all others in capitals. Small
/// letters are read as capitals, with a notice, and never written.
template<class E>
struct any_case {
    using reads = std::tuple<open_enum<E>>;

    static problem const* read(std::optional<open_enum<E>>& to, outlay::detail::token from)
    {
        static constexpr problem other_case{.code = "other_case",
                                            .expected = "a text in capital letters",
                                            .weight = problem::gravity::notice,
                                            .remedy = "read as if it were"};
        open_enum<E> value;
        if (auto const* const wrong = outlay::detail::scalar_wire<open_enum<E>>::read(value, from)) return wrong;
        if (!value.is_known())
            for (auto const& entry : outlay::detail::enum_table<E>)
                if (is_same_but_for_case(entry.text, value.text())) {
                    to = entry.value;
                    return &other_case;
                }
        to = value;
        return nullptr;
    }

private:
    static bool is_same_but_for_case(std::string_view capitals, std::string_view text)
    {
        auto const in_capitals = [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; };
        if (capitals.size() != text.size()) return false;
        for (std::size_t i = 0; i < text.size(); ++i)
            if (capitals[i] != in_capitals(text[i])) return false;
        return true;
    }
};

/// An "epoch time" whose unit Amazon does not document. Below 10^11, seconds are before the year 5138, and milliseconds
/// before March 1973, long before the first rule: so smaller numbers are seconds, and others milliseconds. A time
/// before March 1973, which has no number of its own in milliseconds, is not read.
struct epoch_of_either_unit {
    using reads = std::tuple<epoch_timestamp>;
    static constexpr std::int64_t least_milliseconds = 100'000'000'000;
    static constexpr problem too_early{.code = "timestamp", .expected = "a time after March 1973"};

    static problem const* read(std::optional<epoch_timestamp>& to, outlay::detail::token from)
    {
        epoch_timestamp time;
        if (auto const* const wrong = outlay::detail::scalar_wire<epoch_timestamp>::read(time, from)) return wrong;
        std::int64_t const number = time.milliseconds();
        if (number < least_milliseconds / 1000) return &too_early;
        to = number < least_milliseconds ? epoch_timestamp::from_milliseconds(number * 1000) : time;
        return nullptr;
    }
};

} // namespace outlay::inline v0_1_0::amazon::detail
