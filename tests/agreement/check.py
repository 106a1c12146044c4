#!/usr/bin/env python3
"""Holds what outlay says of documents against what python3-jsonschema says of them by outlay's schemas.

    documents | check.py [LEAST]

Reads what documents.cpp writes. Every schema must be valid against the meta-schema, and every document must get the
same verdict twice, but for those whose violations are all listed in a $comment, as what the schema can't say. Fails,
too, if fewer than LEAST documents were compared.
"""
import decimal
import json
import re
import sys

import jsonschema
from jsonschema import Draft202012Validator as Draft, validators

decimal.getcontext().prec = 700  # enough for the remainder of any double by 0.0001


def is_integer(_, instance):
    """Draft 2020-12: any number without a fractional part. Floating point is not used here, to compare exactly."""
    if isinstance(instance, bool):
        return False
    return isinstance(instance, int) or isinstance(instance, decimal.Decimal) and instance == instance.to_integral_value()


def pattern(validator, regex, instance, schema):
    """As ECMA-262 has it, and not as Python: there `$` also matches before a newline at the end."""
    if validator.is_type(instance, "string") and not re.search(regex.replace("$", r"\Z"), instance):
        yield jsonschema.ValidationError(f"{instance!r} does not match {regex!r}")


Validator = validators.extend(
    Draft, {"pattern": pattern}, type_checker=Draft.TYPE_CHECKER.redefine("integer", is_integer))


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
    if code == "timestamp":  # of times, only these
        return re.search(r":60|^0000-01-01|^9999-12-31", str(value_at(document, pointer))) is not None
    for comment in comments:
        for found in re.finditer(rf"(?<![\w]){code}(?: \((/\w+)\))?(?![\w])", comment):
            if found[1] is None or pointer.endswith(found[1]):
                return True
    return False


def main():
    least = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    schemas, comments = {}, {}
    conforming = violating = unsaid = inexact = differences = 0
    for line in sys.stdin:
        entry = json.loads(line, parse_float=decimal.Decimal)
        name = entry["schema"]
        if "definition" in entry:
            Draft.check_schema(json.loads(line)["definition"])
            entry["definition"].pop("$schema", None)  # where a reference leads back here, it would choose a Validator of its own
            schemas[name] = Validator(entry["definition"])
            comments[name] = list(comments_in(entry["definition"]))
            continue
        document, violations = entry["document"], entry["violations"]
        if violations and all(is_unsaid(v, comments[name], document) for v in violations):
            unsaid += 1
            continue
        if entry["inexact"]:
            inexact += 1
            continue
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
