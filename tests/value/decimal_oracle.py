#!/usr/bin/env python3
"""Compares outlay::decimal with Python's decimal and fractions: decimal_oracle.py PROGRAM [CASES [SEED]]

PROGRAM is decimal_oracle.cpp, compiled. It calculates each operation CASES times, with random operands of every size,
many of them beside a limit or a tie. Results are compared as text: value, sign, and places.
"""

import collections
import decimal
import fractions
import math
import random
import subprocess
import sys
import tempfile

D = decimal.Decimal
F = fractions.Fraction

DIGITS = 28
PLACES = 28
LARGEST = 2**96 - 1

# The rules of Python, for operands that are not rounded first.
EXACT = decimal.Context(prec=400, Emax=decimal.MAX_EMAX, Emin=decimal.MIN_EMIN, rounding=decimal.ROUND_HALF_EVEN)

# In the order of outlay::rounding.
MODES = [
    decimal.ROUND_HALF_EVEN, decimal.ROUND_HALF_UP, decimal.ROUND_HALF_DOWN, decimal.ROUND_UP, decimal.ROUND_DOWN,
    decimal.ROUND_CEILING, decimal.ROUND_FLOOR
]


def text_of(units, scale):
    """units / 10^scale with every place, and no sign for zero."""
    digits = str(abs(units)).rjust(scale + 1, "0")
    sign = "-" if units < 0 else ""
    return sign + (digits[:-scale] + "." + digits[-scale:] if scale else digits)


def scale_of(number):
    return -number.as_tuple().exponent


def rounded_units(value, scale, mode=decimal.ROUND_HALF_EVEN):
    """A fraction in units of 10^-scale, as a whole number."""
    scaled = value * 10**scale
    below = scaled.numerator // scaled.denominator
    rest = scaled - below
    if rest == 0:
        return below
    away = below if scaled < 0 else below + 1
    towards = below + 1 if scaled < 0 else below
    if mode == decimal.ROUND_UP:
        return away
    if mode == decimal.ROUND_DOWN:
        return towards
    if mode == decimal.ROUND_CEILING:
        return below + 1
    if mode == decimal.ROUND_FLOOR:
        return below
    if rest != F(1, 2):
        return below if rest < F(1, 2) else below + 1
    if mode == decimal.ROUND_HALF_UP:
        return away
    if mode == decimal.ROUND_HALF_DOWN:
        return towards
    return below if below % 2 == 0 else below + 1


def nearest(value, scale, refusal):
    """The rules of outlay: 28 digits and 28 places, at most `scale` places, half to even; integers up to 2^96 - 1."""
    at = min(scale, PLACES)
    while True:
        units = rounded_units(value, at)
        if at == 0 or abs(units) < 10**DIGITS:
            return text_of(units, at) if abs(units) <= LARGEST else refusal
        at -= 1


def nearest_by_python(number, refusal):
    """The same by the context of Python's decimal, which has no limit of places or of whole numbers."""
    scale = scale_of(number)
    cut = number
    if len(number.as_tuple().digits) > DIGITS and abs(number) < 10**DIGITS:
        cut = decimal.Context(prec=DIGITS, rounding=decimal.ROUND_HALF_EVEN).plus(number)
    if scale_of(cut) > PLACES or abs(number) >= 10**DIGITS:
        return nearest(F(number), max(scale, 0), refusal)  # rounded once, not twice
    return text_of(int(EXACT.scaleb(cut, scale_of(cut))), scale_of(cut))


def exactly(value, scale):
    """The text of the value with as many of `scale` places as 96 bits hold; a code if none does."""
    for at in range(min(scale, PLACES), -1, -1):
        units = value * 10**at
        if units.denominator == 1 and abs(units) <= LARGEST:
            return text_of(int(units), at)
    return "!decimal_inexact" if abs(rounded_units(value, 0)) <= LARGEST else "!decimal_range"


# --- operands


def any_units(random):
    kind = random.randrange(9)
    near = random.randint(-3, 3)
    if kind == 0:
        n = random.randrange(1000)
    elif kind == 1:
        n = random.randrange(10**random.randint(1, 28))
    elif kind == 2:
        n = 10**random.randint(15, 28) + near
    elif kind == 3:
        n = 2**random.randint(30, 96) + near
    elif kind == 4:
        n = random.randrange(10**random.randint(1, 20)) * 10**random.randint(0, 20)
    elif kind == 5:
        n = LARGEST - abs(near)
    elif kind == 6:
        n = (random.randrange(10**random.randint(1, 14)) * 10 + 5) * 10**random.randint(0, 3)
    elif kind == 7:
        n = random.randrange(LARGEST)
    else:
        n = random.randrange(10**17)
    n = min(abs(n), LARGEST)
    return -n if random.random() < 0.4 else n


def any_number(random):
    """The text of any decimal."""
    scale = random.choice([0, 2, random.randint(0, 9), random.randint(0, PLACES), random.randint(0, PLACES)])
    return text_of(any_units(random), scale)


def any_text(random):
    """A number as JSON writes it, often longer than a decimal, often close to a tie."""
    digits = "".join(random.choice("0000123455556789999") for _ in range(random.choice([1, 3, 8, 20, 28, 29, 30, 31, 45])))
    if random.random() < 0.3:
        digits = digits[:28] + random.choice(["5", "50", "500000000001", "49999999999", "51"])
    if random.random() < 0.2:
        digits = str(LARGEST + random.randint(-3, 3)) + random.choice(["", "4", "5", "50", "51"])
    point = random.randint(0, len(digits))
    whole, places = digits[:point].lstrip("0") or "0", digits[point:]
    text = random.choice(["", "-"]) + whole + ("." + places if places else "")
    if random.random() < 0.3:
        text += random.choice("eE") + random.choice(["", "+", "-"]) + str(random.randint(0, 45))
    return text


def any_double(random):
    kind = random.randrange(4)
    if kind == 0:
        return random.uniform(-1e6, 1e6)
    if kind == 1:
        return round(random.uniform(-1e6, 1e6), 2)
    if kind == 2:
        return random.uniform(-1, 1) * 10.0**random.randint(-32, 32)
    return float(random.randrange(2**60)) * 2.0**random.randint(-60, 40)


def beside_a_tie(random):
    """The text of a number half way between two doubles, or next to that."""
    while True:
        odd = random.randrange(2**52, 2**53) * 2 + 1
        halvings = random.randint(0, 12)
        units = odd * 5**halvings + random.randint(-1, 1)
        if units <= LARGEST:
            return text_of(units, halvings)


# --- operations: each returns a line for the program and the expected result


def parse(random):
    text = any_text(random)
    number = D(text)
    return f"parse {text}", exactly(F(number), max(scale_of(number), 0)) if number else text_of(
        0, min(max(scale_of(number), 0), PLACES))


def read(random):
    text = any_text(random)
    number = D(text)
    scale = max(scale_of(number), 0)
    answer = exactly(F(number), scale)
    return f"read {text}", nearest(F(number), scale, "!") if answer.startswith("!") else answer


def print_(random):
    text = any_number(random)
    return f"print {text}", text.removeprefix("-") if not D(text) else text


def arithmetic(name, of_decimals):

    def case(random):
        a, b = any_number(random), any_number(random)
        if random.random() < 0.1:
            b = ("" if a.startswith("-") else "-") + a.removeprefix("-")
        return f"{name} {a} {b}", nearest_by_python(of_decimals(D(a), D(b)), "!arithmetic_error")

    return case


def exact_arithmetic(name, of_decimals):

    def case(random):
        a, b = any_number(random), any_number(random)
        result = of_decimals(D(a), D(b))
        return f"{name}_exact {a} {b}", exactly(F(result), scale_of(result))

    return case


def compare(random):
    a = any_number(random)
    b = any_number(random)
    if random.random() < 0.4:  # the same value with other places, or a neighbour of it
        n = D(a)
        scale = random.randint(0, PLACES)
        if abs(F(n) * 10**scale) <= LARGEST:
            b = text_of(rounded_units(F(n), scale), scale)
    return f"compare {a} {b}", "<" if D(a) < D(b) else ">" if D(a) > D(b) else "="


def divide(random):
    a, b = any_number(random), any_number(random)
    scale = random.randint(0, PLACES)
    mode = random.randrange(len(MODES))
    question = f"divide {a} {b} {scale} {mode}"
    if D(b) == 0:
        return question, "!arithmetic_error"
    units = rounded_units(F(a) / F(b), scale, MODES[mode])
    return question, text_of(units, scale) if abs(units) <= LARGEST else "!arithmetic_error"


def divide_by_integer(random):
    a = any_number(random)
    b = random.choice([random.randint(-130, 130), random.randint(-2**63, 2**63 - 1), 10**random.randint(0, 18)])
    question = f"divide_by_integer {a} {b}"
    if b == 0:
        return question, "!arithmetic_error"
    quotient = F(a) / b
    for scale in range(scale_of(D(a)), PLACES + 1):  # with the places of a, or the fewest that make it exact
        if (quotient * 10**scale).denominator == 1:
            return question, nearest(quotient, scale, "!arithmetic_error")
    return question, nearest(quotient, PLACES, "!arithmetic_error")


def round_(random):
    a = any_number(random)
    scale = random.randint(0, PLACES)
    mode = random.randrange(len(MODES))
    number = EXACT.copy()
    number.rounding = MODES[mode]
    cut = D(a).quantize(D(1).scaleb(-scale), context=number)
    units = int(EXACT.scaleb(cut, scale))
    return f"round {a} {scale} {mode}", text_of(units, scale) if abs(units) <= LARGEST else "!arithmetic_error"


def normalize(random):
    a = any_number(random)
    number = EXACT.normalize(D(a))
    scale = max(scale_of(number), 0)
    return f"normalize {a}", text_of(int(EXACT.scaleb(number, scale)), scale)


def to_double(random):
    a = beside_a_tie(random) if random.random() < 0.3 else any_number(random)
    return f"to_double {a}", abs(float(a)) if D(a) == 0 else float(a)


def from_double(random):
    value = any_double(random)
    shortest = D(repr(value))
    answer = exactly(F(shortest), 400)
    if answer.startswith("!"):
        return f"from_double {value!r}", "!arithmetic_error"
    number = EXACT.normalize(shortest)
    scale = max(scale_of(number), 0)
    return f"from_double {value!r}", text_of(int(EXACT.scaleb(number, scale)), scale)


OPERATIONS = {
    "parse": parse,
    "read": read,
    "print": print_,
    "add": arithmetic("add", EXACT.add),
    "subtract": arithmetic("subtract", EXACT.subtract),
    "multiply": arithmetic("multiply", EXACT.multiply),
    "add_exact": exact_arithmetic("add", EXACT.add),
    "subtract_exact": exact_arithmetic("subtract", EXACT.subtract),
    "multiply_exact": exact_arithmetic("multiply", EXACT.multiply),
    "compare": compare,
    "divide": divide,
    "divide_by_integer": divide_by_integer,
    "round": round_,
    "normalize": normalize,
    "to_double": to_double,
    "from_double": from_double,
}


def is_answer(expected, found):
    if not isinstance(expected, float):
        return expected == found
    value = float.fromhex(found)
    return value == expected and math.copysign(1, value) == math.copysign(1, expected)


def ask(program, questions):
    with tempfile.TemporaryFile("w+") as asked:
        asked.write("\n".join(questions) + "\n")
        asked.seek(0)
        run = subprocess.run([program], stdin=asked, stdout=subprocess.PIPE, text=True, check=True)
    return run.stdout.splitlines()


def check(program, name, cases, generator, at_once=100_000):
    """The number of wrong results; the first of them are printed."""
    wrong = 0
    kinds = collections.Counter()
    for start in range(0, cases, at_once):
        pairs = [OPERATIONS[name](generator) for _ in range(min(at_once, cases - start))]
        answers = ask(program, [question for question, _ in pairs])
        if len(answers) != len(pairs):
            raise SystemExit(f"{name}: {len(pairs)} questions, {len(answers)} answers")
        for (question, expected), found in zip(pairs, answers):
            kinds["refused" if str(expected).startswith("!") else "answered"] += 1
            if not is_answer(expected, found):
                wrong += 1
                if wrong <= 5:
                    print(f"{question}: expected {expected}, found {found}")
    print(f"{name}: {cases} cases ({kinds['refused']} refused), {wrong} wrong", flush=True)
    if kinds["answered"] * 5 < cases:
        raise SystemExit(f"{name}: nearly every case is refused, which tests little")
    return wrong


def main():
    program = sys.argv[1]
    cases = int(sys.argv[2]) if len(sys.argv) > 2 else 20_000
    generator = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    names = sys.argv[4:] or OPERATIONS
    return 1 if sum(check(program, name, cases, generator) for name in names) else 0


if __name__ == "__main__":
    sys.exit(main())
