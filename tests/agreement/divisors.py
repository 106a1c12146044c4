#!/usr/bin/env python3
"""Proves that outlay's schemas accept every whole minor unit, in a validator that calculates with doubles.

    documents 0 | divisors.py

For each number of places, the schema has alternatives: a divisor, or two at once. A validator with doubles accepts the
amount x of k minor units by the divisor 1 / (10^places * m) if the quotient of the two doubles rounds to k * m. With e
for the error of x and d for that of the divisor, both relative, it does if |e - d| is less than half the distance
between doubles near k * m, divided by k * m. In units of 2^-53 that bound is 1 / mantissa(k * m), with a mantissa from 1
to 2; and e is any number up to 1 / mantissa(x). Both bounds are c / mantissa(k), where c depends on k only by which of
the mantissas are beyond 2. So everything is linear in 1 / mantissa(k), and what holds at the ends of each piece, and
where two lines cross, holds for every k.

(A quotient just below a power of two has half that distance to its neighbours. k * m is none if m is not 1; and if m is
1, k is one, x has the error of the divisor itself, and the quotient is exact.)
"""
import itertools
import json
import re
import sys
from fractions import Fraction

UNIT = Fraction(1, 2**53)
SLACK = Fraction(1, 1000)  # of UNIT, for products of errors, which are left out above


def mantissa(number):
    while number >= 2:
        number /= 2
    while number < 1:
        number *= 2
    return number


class Divisor:
    def __init__(self, value, places):
        exact = Fraction(value) * 10**places  # 1 / m, but for its error
        self.m = round(1 / exact)
        self.error = (exact * self.m - 1) / UNIT


def bound(ratio, low, high):
    """The c of 1 / mantissa(ratio * k) = c / mantissa(k), for mantissas of k between low and high."""
    middle = (low + high) / 2
    return middle / mantissa(ratio * middle)


def is_covered(reach, windows):
    """Whether every error from -reach to reach is in a window."""
    covered = -reach
    for low, high in sorted(windows):
        if low <= covered:
            covered = max(covered, high)
    return covered >= reach


def finds_all(places, alternatives):
    ratio = Fraction(1, 10**places)
    divisors = [divisor for alternative in alternatives for divisor in alternative]
    steps = sorted({Fraction(1), Fraction(2), 2 / mantissa(ratio), *(2 / mantissa(Fraction(d.m)) for d in divisors)})
    for low, high in zip(steps, steps[1:]):
        reach = bound(ratio, low, high)
        bounds = {d: bound(d.m, low, high) for d in divisors}
        lines = [(Fraction(0), reach), (Fraction(0), -reach)]
        lines += [(d.error, sign * bounds[d]) for d in divisors for sign in (1, -1)]
        points = {1 / low, 1 / high}
        for (at_1, slope_1), (at_2, slope_2) in itertools.combinations(lines, 2):
            if slope_1 != slope_2 and 1 / high < (at_2 - at_1) / (slope_1 - slope_2) < 1 / low:
                points.add((at_2 - at_1) / (slope_1 - slope_2))
        points = sorted(points)
        for u in points + [(a + b) / 2 for a, b in zip(points, points[1:])]:
            windows = [(max(d.error - bounds[d] * u for d in each) + SLACK,
                        min(d.error + bounds[d] * u for d in each) - SLACK) for each in alternatives]
            if not is_covered(reach * u, [w for w in windows if w[0] < w[1]]):
                return False
    return True


def alternatives_of(amount, places):
    """The alternatives of a schema with more than a type: of each, all divisors."""
    for one in amount["anyOf"]:
        divisors = [part["multipleOf"] for part in one.get("allOf", [one]) if "multipleOf" in part]
        if divisors:
            yield [Divisor(value, places) for value in divisors]


def minor_units_in(lines):
    """The schemas of amounts, as documents.cpp writes them, by the number of places after the point."""
    found = {}
    for line in lines:
        if '"definition"' in line:
            entry = json.loads(line)
            if name := re.fullmatch(r"minor units, (\d) places", entry["schema"]):
                found[int(name[1])] = entry["definition"]
    if sorted(found) != [0, 1, 2, 3, 4]:
        sys.exit(f"expected schemas of amounts with 0 to 4 places, found {sorted(found)}")
    return found


def main():
    for places, amount in minor_units_in(sys.stdin).items():
        if places == 0:  # integers are exact
            continue
        alternatives = list(alternatives_of(amount, places))
        if not finds_all(places, alternatives):
            sys.exit(f"{places} places: some amounts are refused")
        for index in range(len(alternatives)):
            if finds_all(places, alternatives[:index] + alternatives[index + 1:]):
                sys.exit(f"{places} places: alternative {index + 1} is not needed")
        print(f"{places} places: every amount is found, by {len(alternatives)} alternatives, each needed")


if __name__ == "__main__":
    main()
