#!/bin/sh
# Compares the verdicts of ajv with outlay's.
#
#     ajv.sh DOCUMENTS NODE AJV PYTHON draft_2020_12|draft_07 all|some
#
# DOCUMENTS is the program, AJV the folder that has ajv in a folder of its own, PYTHON one that has jsonschema. `all`
# takes every amount, and more documents.
set -eu

here=$(dirname "$0")
folder=$(mktemp -d)
trap 'rm -r "$folder"' EXIT
case $6 in
    all) count=200 least=15000 ;;
    some) count=20 least=3500 ;;
esac
"$1" "$count" 20261121 "$5" > "$folder/documents"
NODE_PATH=$3 "$2" "$here/ajv.js" "$folder/documents" "$6" > "$folder/verdicts"
"$4" "$here/check.py" "$least" "$folder/verdicts" < "$folder/documents"
