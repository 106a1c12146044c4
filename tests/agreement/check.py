#!/usr/bin/env python3
"""Holds what outlay says of documents against what other validators say of them by outlay's schemas.

    documents | check.py LEAST [VERDICTS]

The other validator is python3-jsonschema, which calculates with decimals here; or the one that wrote a verdict for each
document into the file VERDICTS, as ajv.js does, which calculates with doubles. Reads what documents.cpp writes. Every
schema must be valid against the meta-schema, and every document must get the same verdict twice, but for those whose
violations are all listed in a $comment, as what the schema can't say. Fails, too, if fewer than LEAST documents were
compared.
"""
import decimal
import json
import re
import sys

import jsonschema
from jsonschema import Draft7Validator, Draft202012Validator, validators

decimal.getcontext().prec = 700  # enough for the remainder of any double by 0.0001


def is_integer(_, instance):
    """Any number without a fractional part. Floating point is not used here, to compare exactly."""
    if isinstance(instance, bool):
        return False
    return isinstance(instance, int) or isinstance(instance, decimal.Decimal) and instance == instance.to_integral_value()


def pattern(validator, regex, instance, schema):
    """As ECMA-262 has it, and not as Python: there `$` also matches before a newline at the end."""
    if validator.is_type(instance, "string") and not re.search(regex.replace("$", r"\Z"), instance):
        yield jsonschema.ValidationError(f"{instance!r} does not match {regex!r}")


def extended(draft):
    types = draft.TYPE_CHECKER.redefine("integer", is_integer)
    return validators.extend(draft, {"pattern": pattern}, type_checker=types)


VALIDATORS = {"http://json-schema.org/draft-07/schema#": extended(Draft7Validator),
              "https://json-schema.org/draft/2020-12/schema": extended(Draft202012Validator)}


def validator_of(line):
    """By the draft of the schema, to whose meta-schema it is held."""
    schema = json.loads(line)["definition"]
    draft = VALIDATORS[schema.get("$schema", "https://json-schema.org/draft/2020-12/schema")]
    draft.check_schema(schema)
    exact = json.loads(line, parse_float=decimal.Decimal)["definition"]
    exact.pop("$schema", None)  # where a reference leads back here, it would choose a validator of its own
    return draft(exact)


def comments_in(schema):
    if isinstance(schema, dict):
        for key, value in schema.items():
            if key == "$comment":
                if value.startswith("Not said here: "):
                    yield value
            else:
                yield from comments_in(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from comments_in(value)


def value_at(document, pointer):
    for token in pointer.split("/")[1:]:
        token = token.replace("~1", "/").replace("~0", "~")
        document = document[int(token)] if isinstance(document, list) else document[token]
    return document


def is_unsaid(violation, comments, document):
    """Whether a schema says that it can't say this."""
    code, pointer = violation["code"], violation["pointer"]
    is_key = any("timestamp: names" in comment for comment in comments) and re.search(r"/-?[0-9.]+$", pointer)
    if code == "timestamp" and not is_key:  # of times that are values, only these
        return re.search(r":60|^0000-01-01|^9999-12-31", str(value_at(document, pointer))) is not None
    for comment in comments:
        for found in re.finditer(rf"(?<![\w]){code}(?: \((/\w+)\))?(?![\w])", comment):
            if found[1] is None or pointer.endswith(found[1]):
                return True
    return False


def has_inexact_double(document):
    """Whether there is a number that doubles don't tell from its neighbours, or that is greater than all of them."""
    if isinstance(document, dict):
        document = list(document.values())
    if isinstance(document, list):
        return any(map(has_inexact_double, document))
    if isinstance(document, bool) or not isinstance(document, (int, decimal.Decimal)):
        return False
    return len(decimal.Decimal(document).as_tuple().digits) > sys.float_info.dig or abs(document) > sys.float_info.max


def main():
    least = int(sys.argv[1])
    verdicts = iter(open(sys.argv[2], encoding="utf-8").read().splitlines()) if len(sys.argv) > 2 else None
    schemas, comments = {}, {}
    conforming = violating = unsaid = inexact = differences = 0
    for line in sys.stdin:
        entry = json.loads(line, parse_float=decimal.Decimal)
        name = entry["schema"]
        if "definition" in entry:
            schemas[name] = validator_of(line)
            comments[name] = list(comments_in(entry["definition"]))
            continue
        document, violations = entry["document"], entry["violations"]
        verdict = next(verdicts) if verdicts else None
        if violations and all(is_unsaid(v, comments[name], document) for v in violations):
            unsaid += 1
            continue
        if entry["inexact"] or verdict and has_inexact_double(document):
            inexact += 1
            continue
        if verdict:
            error = None if verdict == "conforms" else jsonschema.ValidationError(verdict)
        else:
            error = next(schemas[name].iter_errors(document), None)
        if (error is None) == (not violations):
            conforming += not violations
            violating += bool(violations)
            continue
        differences += 1
        if differences <= 20:
            print(f"{name}: {line.strip()[:2000]}\n  outlay: {violations or 'conforms'}\n"
                  f"  {'conforms' if error is None else error.message[:500]}", file=sys.stderr)
    compared = conforming + violating + differences
    print(f"{compared} documents compared by {len(schemas)} schemas ({conforming} conform, {violating} do not): "
          f"{differences} differences. {unsaid} more break only what no schema can say, {inexact} have too many digits.")
    # What conforms and what does not must both be there in numbers, or nothing is shown.
    sys.exit(differences != 0 or compared < least or min(conforming, violating) * 20 < compared)


if __name__ == "__main__":
    main()
