#!/usr/bin/env python3
"""Checks check.py, divisors.py and amounts.py: each change to a schema must make them fail.

    check_test.py DOCUMENTS      the program documents
"""
import json
import subprocess
import sys
from pathlib import Path

CHECK = Path(__file__).with_name("check.py")


def change(schema, path, value):
    for step in path[:-1]:
        schema = schema[step]
    if value is None:
        del schema[path[-1]]
    else:
        schema[path[-1]] = value


# The changes, each of one schema: the place and the new value; None removes it.
CHANGES = [
    ("amazon.campaign_usage_request", ["properties", "campaignIds", "maxItems"], 101),
    ("amazon.campaign_usage_request", ["properties", "campaignIds", "minItems"], None),
    ("amazon.campaign_usage_request", ["properties", "campaignIds", "items", "maxLength"], 254),
    ("amazon.campaign_usage_request", ["required"], None),
    ("amazon.campaign_usage_request", ["additionalProperties"], True),
    ("amazon.campaign_usage", ["properties", "index", "maximum"], 4294967296),
    ("amazon.campaign_usage", ["properties", "index", "type"], "integer"),
    ("amazon.campaign_usage", ["properties", "budget", "maximum"], 9007199254740992),
    ("amazon.campaign_usage", ["properties", "lastUpdatedDate"], None),
    ("amazon.campaign_usage", ["allOf"], None),
    ("amazon.portfolio_budget", ["properties", "amount", "exclusiveMinimum"], None),
    ("amazon.portfolio_budget", ["properties", "endDate", "pattern"], "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
    ("amazon.portfolio_budget", ["properties", "currencyCode", "anyOf", 1], {"type": "null"}),
    *[("amazon.portfolio_budget", ["allOf", i], {}) for i in range(5)],
    ("hubspot.budget_item_input", ["properties", "name", "minLength"], 2),
    ("datadog.api_error", ["type"], "object"),
    ("datadog.budget", ["properties", "type", "const"], "budgets"),
    ("maps", ["properties", "prices", "maxProperties"], 4),
    ("maps", ["properties", "prices", "propertyNames", "minLength"], None),
    ("maps", ["properties", "prices", "additionalProperties", "minimum"], None),
    ("maps", ["properties", "currencies", "propertyNames"], None),
    ("maps", ["properties", "numbers", "propertyNames"], None),
    ("containers", ["properties", "three", "maxItems"], 4),
    ("containers", ["properties", "three", "minItems"], None),
    ("containers", ["properties", "distinct", "uniqueItems"], None),
    ("containers", ["properties", "pair", "prefixItems"], None),
    ("variants", ["properties", "scalar", "anyOf", 2], {}),
    ("variant", ["anyOf", 0], {}),
    ("forms", ["properties", "text", "pattern"], None),
    ("forms", ["properties", "micros", "type"], ["string", "number"]),
    ("forms", ["properties", "day", "pattern"], "^[0-9]{8}$"),
    ("no schema", ["$schema"], "x"),
]


def notices_amounts(lines, script):
    """Whether a script fails if whole cents have one alternative less, or another divisor."""
    schema = next(entry for entry in map(json.loads, lines) if entry["schema"] == "minor units, 2 places")
    for index in range(1, 4):
        left_out = json.loads(json.dumps(schema))
        del left_out["definition"]["anyOf"][index]
        text = "\n".join(json.dumps(left_out) if "units, 2 places" in line else line for line in lines)
        run = subprocess.run([sys.executable, CHECK.with_name(script)], input=text, text=True, capture_output=True)
        if run.returncode == 0:
            print(f"{script} did not notice that alternative {index} is left out", file=sys.stderr)
            return False
    return True


def main():
    types = sorted({name for name, _, _ in CHANGES})
    command = [sys.argv[1], "600", "20261121", "draft_2020_12", *types]
    run = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    lines = {}
    for line in run.stdout.splitlines():
        lines.setdefault(json.loads(line)["schema"], []).append(line)

    unnoticed = 0
    for name, path, value in CHANGES:
        definition, *documents = lines.get(name, [json.dumps({"schema": name, "definition": {"type": "nonsense"}})])
        entry = json.loads(definition)
        change(entry["definition"], path, value)
        text = "\n".join([json.dumps(entry), *documents])
        if subprocess.run([sys.executable, CHECK], input=text, text=True, capture_output=True).returncode == 0:
            print(f"not noticed: {name}, /{'/'.join(map(str, path))} is {value}", file=sys.stderr)
            unnoticed += 1
    amounts = [line for name, (line, *_) in lines.items() if name.startswith("minor units")]
    unnoticed += sum(not notices_amounts(amounts, script) for script in ("divisors.py", "amounts.py"))
    print(f"{len(CHANGES)} changes, {unnoticed} not noticed")
    sys.exit(unnoticed != 0)


if __name__ == "__main__":
    main()
