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

// The condition that an amount has no more decimal places than the minor unit of its currency, in a schema.

namespace outlay::inline v0_1_0::detail {

/// Two divisors of a minor unit. A number that is a multiple of both is a multiple of the unit.
///
/// `multipleOf: 0.01` is exact in a validator that calculates with decimals. Most, such as ajv and python-jsonschema,
/// calculate with doubles: x is a multiple of 0.01 if the quotient x / 0.01 is an integer after rounding. Both numbers
/// are already rounded, and if their errors add up, the quotient is not an integer: for 1,398,100 of the first ten
/// million amounts of whole cents.
///
/// A multiple of 0.01 is also a multiple of 0.01 / m, whose double has a different error, and which therefore
/// recognises other amounts. Since 10 / 3 is a multiple of 0.01 / 3 but not of 0.01, two divisors are required at once,
/// whose m have no common factor with each other or with 10: a multiple of both is a multiple of 0.01. With two pairs,
/// the quotients by one have errors of one sign, those by the other of the other sign; together with the unit itself,
/// they recognise every multiple. tests/agreement/divisors.py proves this for amounts of any size. The smaller m of a
/// pair limits the amounts for which an additional place is rejected: the pairs have the smallest m that work.
struct divisor_pair {
    double first;
    double second;
};

inline constexpr std::array divisors_of_tenth{divisor_pair{.first = 1. / 70, .second = 1. / 290}};
/// The first divisor is the double below 0.01 / 3, because the error of 0.01 / 3 itself has the wrong sign.
inline constexpr std::array divisors_of_hundredth{divisor_pair{.first = 0.003333333333333333, .second = 1. / 4'100},
                                                  divisor_pair{.first = 1. / 300, .second = 1. / 2'300}};
inline constexpr std::array divisors_of_thousandth{divisor_pair{.first = 1. / 11'000, .second = 1. / 91'000},
                                                   divisor_pair{.first = 1. / 7'000, .second = 1. / 17'000}};
inline constexpr std::array divisors_of_ten_thousandth{divisor_pair{.first = 1. / 70'000, .second = 1. / 530'000}};

/// The divisors by the number of decimal places, which is at most 4 in ISO 4217.
inline constexpr std::array<slice<divisor_pair>, 5> divisors_of_minor_unit{
    slice<divisor_pair>(),
    slice_of(divisors_of_tenth),
    slice_of(divisors_of_hundredth),
    slice_of(divisors_of_thousandth),
    slice_of(divisors_of_ten_thousandth),
};

inline boost::json::object multiples_of(boost::json::value divisor) { return {{"multipleOf", std::move(divisor)}}; }

/// The schema of amounts with at most `places` decimal places, and null.
inline boost::json::object whole_minor_units(std::size_t places)
{
    decimal const unit = decimal::from_parts(1, static_cast<int>(places));
    // Integers are accepted separately, because ajv does not recognise quotients of 10^21 or more as integers.
    boost::json::array any{boost::json::object{{"type", "integer"}}, multiples_of(exact_number(unit))};
    for (divisor_pair const& pair : divisors_of_minor_unit[places])
        any.push_back(
            boost::json::object{{"allOf", boost::json::array{multiples_of(pair.first), multiples_of(pair.second)}}});
    boost::json::object made{{"type", boost::json::array{"number", "null"}}};
    if (!divisors_of_minor_unit[places].empty())
        made["$comment"] = joined({"The amount is a multiple of ", unit.to_string(),
                                   ". The other divisors accept those multiples that a validator which "
                                   "calculates with doubles does not recognise."});
    made["anyOf"] = std::move(any);
    return made;
}

} // namespace outlay::inline v0_1_0::detail
