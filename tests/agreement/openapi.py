#!/usr/bin/env python3
"""Puts the schemas of the bodies of requests and replies together in an OpenAPI 3.1 document, as a user would.

    documents 0 1 openapi_3_1 | openapi.py

Needs openapi-spec-validator. The document must be valid, as must one of each other type alone; and components with the
same name in the schemas of two bodies must be equal.
"""
import json
import sys

from openapi_spec_validator import validate


def document_of(schemas, name):
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}}
    return {"openapi": "3.1.0", "info": {"title": "Budgets", "version": "1"},
            "paths": {"/": {"get": {"responses": {"200": {"description": "", "content": content}}}}},
            "components": {"schemas": schemas}}


def main():
    together, alone = {}, 0
    for line in sys.stdin:
        entry = json.loads(line)
        if "components" not in entry.get("definition", {}):
            continue
        schemas = entry["definition"]["components"]["schemas"]
        name, _, way = entry["schema"].partition(" (")
        is_reply = name.endswith(("_reply", "_document", "_errors", "_error", "_totals"))
        if name.endswith("_request") and not way or is_reply and way == "as a reply)":
            for key, schema in schemas.items():
                if together.setdefault(key, schema) != schema:
                    sys.exit(f"{entry['schema']}: another schema {key}")
        else:
            validate(document_of(schemas, next(iter(schemas))))
            alone += 1
    validate(document_of(together, "amazon.create_portfolios_request"))
    print(f"{len(together)} schemas, valid in one document; {alone} documents of one type")
    sys.exit(len(together) < 30 or alone < 30)


if __name__ == "__main__":
    main()
