#!/bin/sh
# From a fresh checkout to a running program: installs missing packages, then configures, builds and runs one preset.
set -eu

preset=${1:-}
case $preset in
    quickstart | test | boost_1_90) group= ;;
    benchmark) group=benchmark ;;
    clang | libcxx | sanitize | one_header) group=ci ;;
    *) echo "usage: sh cmake/bootstrap.sh quickstart | test | boost_1_90 | benchmark | clang | libcxx | sanitize | one_header" >&2
       exit 2 ;;
esac

cd "$(dirname "$0")/.."
# shellcheck disable=SC2086 # no argument when there is no group
sh cmake/install-deps $group
[ "$preset" != boost_1_90 ] || sh cmake/boost-from-pypi build/boost-1.90

cmake --workflow --list-presets >/dev/null 2>&1 || {
    echo "outlay: CMake 3.25 or newer is needed, and this is $(cmake --version | head -n 1)" >&2
    exit 1
}
cmake --workflow --preset "$preset" || {
    echo "outlay: preset '$preset' failed; the first error is above" >&2
    exit 1
}
