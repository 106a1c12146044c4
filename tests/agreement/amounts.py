#!/usr/bin/env python3
"""Checks python3-jsonschema, with its usual floats, with the schemas of amounts.

    documents 0 | amounts.py [all]      all: every amount of whole cents up to 100,000.00, which takes minutes

Every amount of whole minor units must be accepted, and none with a further place.
"""
import random
import sys

import jsonschema

from divisors import minor_units_in

MOST = 100_000
SHARES = [3, 7, 9, 11, 12, 17, 23, 29, 30, 41, 52, 53, 91]


def whole_amounts(places, count):
    unit = 10**places
    for _ in range(count):
        yield random.randrange(MOST * unit) / unit
        yield random.randrange(10**random.randint(2, 12 + places)) / -unit
    yield from (1, 1.0, 1e15, 1e19, 1e21, 7.9e28, 10**20)


def too_fine_amounts(places, count):
    for _ in range(count):
        # As many digits as a double can distinguish, for each divisor.
        more = random.randint(1, 8 - places)
        number = random.randrange(10**random.randint(3, 14))
        if number % 10**more != 0:
            yield number / 10**(places + more)
        number, share = random.randrange(10**6), random.choice(SHARES)
        if number * 10**places % share != 0:
            yield number / share


def main():
    random.seed(20261126)
    failed = 0
    for places, schema in minor_units_in(sys.stdin).items():
        is_valid = jsonschema.Draft202012Validator(schema).is_valid
        refused = [x for x in whole_amounts(places, 3000) if not is_valid(x)]
        accepted = [x for x in too_fine_amounts(places, 3000) if is_valid(x)]
        if places == 2 and sys.argv[1:] == ["all"]:
            refused += [k / 100 for k in range(MOST * 100 + 1) if not is_valid(k / 100)]
        if refused or accepted:
            print(f"{places} places: {len(refused)} amounts refused, such as {refused[:5]}; "
                  f"{len(accepted)} accepted that are too fine, such as {accepted[:5]}", file=sys.stderr)
        failed += len(refused) + len(accepted)
    sys.exit(failed != 0)


if __name__ == "__main__":
    main()
