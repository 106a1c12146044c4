#pragma once

#include <array>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/string.hpp>
#include <boost/json/value.hpp>
#include <cstddef>
#include <outlay/json/schema/terms.hpp>
#include <outlay/model/table/slice.hpp>
#include <outlay/value/decimal.hpp>
#include <outlay/value/report.hpp>
#include <utility>

// That an amount has no more places after the point than the minor unit of its currency, in a schema.

namespace outlay::inline v0_1_0::detail {

/// Two divisors of a minor unit, for a number that has to be a multiple of both.
///
/// `multipleOf: 0.01` is exact in a validator that calculates with decimals. Most calculate with doubles, as ajv and
/// python-jsonschema do: x is a multiple of 0.01 if the quotient x / 0.01 rounds to an integer. Both numbers have been
/// rounded before, and where their errors add up, the quotient misses the integer: it does for 1,398,100 of the first
/// ten million amounts of whole cents.
///
/// A multiple of 0.01 is a multiple of 0.01 / m, too, whose double has another error, and which therefore finds other
/// amounts. 10 / 3 is a multiple of 0.01 / 3 and no whole cent, so two divisors are asked at once whose m have no
/// factor in common with each other or with 10: a multiple of both is one of 0.01. Where there are two pairs, the
/// quotients by one err to the one side of the integer, those by the other to the other; with the unit itself, they
/// find every multiple. tests/agreement/divisors.py proves it for amounts of any size. The smaller m of a pair limits
/// up to which amount a further place is noticed: these are the smallest that will do.
struct divisor_pair {
    double first;
    double second;
};

inline constexpr std::array divisors_of_tenth{divisor_pair{.first = 1. / 70, .second = 1. / 290}};
/// The first of all is the double next to 0.01 / 3, below it: the error of 0.01 / 3 itself is on the other side.
inline constexpr std::array divisors_of_hundredth{divisor_pair{.first = 0.003333333333333333, .second = 1. / 4'100},
                                                  divisor_pair{.first = 1. / 300, .second = 1. / 2'300}};
inline constexpr std::array divisors_of_thousandth{divisor_pair{.first = 1. / 11'000, .second = 1. / 91'000},
                                                   divisor_pair{.first = 1. / 7'000, .second = 1. / 17'000}};
inline constexpr std::array divisors_of_ten_thousandth{divisor_pair{.first = 1. / 70'000, .second = 1. / 530'000}};

/// By the number of places after the point, which is 4 at the most in ISO 4217.
inline constexpr std::array<slice<divisor_pair>, 5> divisors_of_minor_unit{
    slice<divisor_pair>(),
    slice_of(divisors_of_tenth),
    slice_of(divisors_of_hundredth),
    slice_of(divisors_of_thousandth),
    slice_of(divisors_of_ten_thousandth),
};

inline boost::json::object multiples_of(boost::json::value divisor) { return {{"multipleOf", std::move(divisor)}}; }

/// The amounts with so many places after the point, and null.
inline boost::json::object whole_minor_units(std::size_t places)
{
    decimal const unit = decimal::from_parts(1, static_cast<int>(places));
    // Integers by themselves, because ajv takes no quotient of 10^21 or more for one.
    boost::json::array any{boost::json::object{{"type", "integer"}}, multiples_of(exact_number(unit))};
    for (divisor_pair const& pair : divisors_of_minor_unit[places])
        any.push_back(
            boost::json::object{{"allOf", boost::json::array{multiples_of(pair.first), multiples_of(pair.second)}}});
    boost::json::object made{{"type", boost::json::array{"number", "null"}}};
    if (!divisors_of_minor_unit[places].empty())
        made["$comment"] = joined({"The amount is a multiple of ", unit.to_string(),
                                   ". The other divisors find those multiples of it that a validator misses which "
                                   "calculates with doubles."});
    made["anyOf"] = std::move(any);
    return made;
}

} // namespace outlay::inline v0_1_0::detail
