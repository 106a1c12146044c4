#!/bin/sh
# Builds the fuzz targets, and runs all at once, or those that are named: tests/fuzz/run.sh [SECONDS [TARGET...]]
#
# FUZZ_PRESET is the preset: fuzz, which is quick to build, or fuzz_long, whose targets are four times as fast. Inputs that
# reach new code are kept in build/<preset>/corpus, and the next run starts from them. An input that ends a target is in
# build/<preset>/findings: build/<preset>/tests/fuzz/outlay_fuzz_<target> <file> reproduces it.
set -eu
cd "$(dirname "$0")/../.."

seconds=${1:-60}
[ $# -eq 0 ] || shift
[ $# -ne 0 ] || set -- decode values exchange
preset=${FUZZ_PRESET:-fuzz}
build=build/$preset

[ -f "$build/CMakeCache.txt" ] || cmake --preset "$preset"
programs=
for target; do programs="$programs outlay_fuzz_$target"; done
# shellcheck disable=SC2086 # a list
cmake --build --preset "$preset" --target $programs
python3 tests/fuzz/corpus.py "$build/seeds"

# Without it, a finding's functions have no names.
symbolizer=$(command -v llvm-symbolizer-19 || command -v llvm-symbolizer || true)
[ -z "$symbolizer" ] || export ASAN_SYMBOLIZER_PATH="$symbolizer" UBSAN_SYMBOLIZER_PATH="$symbolizer"

# Runs a target; its output is in a file, since the last lines have the statistics, or the finding.
run() {
    mkdir -p "$build/corpus/$1" "$build/findings/$1"
    "$build/tests/fuzz/outlay_fuzz_$1" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 \
        -max_len=6000 -len_control=20 -print_final_stats=1 -dict="$build/seeds/dictionary" \
        -artifact_prefix="$build/findings/$1/" "$build/corpus/$1" "$build/seeds/$1" >"$build/$1.log" 2>&1 || return 1
    touch "$build/$1.passed"
}
for target; do
    rm -f "$build/$target.passed"
    run "$target" &
done
wait

found=0
for target; do
    echo "--- $target, $seconds s"
    if [ -f "$build/$target.passed" ]; then
        grep -E '^(Done |stat::)|DONE' "$build/$target.log"
    else
        tail -n 60 "$build/$target.log"
        found=1
    fi
done
exit $found
