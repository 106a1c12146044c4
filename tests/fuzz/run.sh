#!/bin/sh
# Builds the fuzz targets, and runs each, or those that are named: tests/fuzz/run.sh [SECONDS [TARGET...]]
#
# Inputs that reach new code are kept in build/fuzz/corpus, and the next run starts from them. An input that ends a
# target is in build/fuzz/findings: build/fuzz/tests/fuzz/outlay_fuzz_<target> <file> reproduces it.
set -eu
cd "$(dirname "$0")/../.."

seconds=${1:-60}
[ $# -eq 0 ] || shift
[ $# -ne 0 ] || set -- decode values exchange

[ -f build/fuzz/CMakeCache.txt ] || cmake --preset fuzz
for target; do
    cmake --build --preset fuzz --target "outlay_fuzz_$target"
done
python3 tests/fuzz/corpus.py build/fuzz/seeds

# Without it, a finding's functions have no names.
symbolizer=$(command -v llvm-symbolizer-19 || command -v llvm-symbolizer || true)
[ -z "$symbolizer" ] || export ASAN_SYMBOLIZER_PATH="$symbolizer" UBSAN_SYMBOLIZER_PATH="$symbolizer"

found=0
for target; do
    mkdir -p "build/fuzz/corpus/$target" "build/fuzz/findings/$target"
    echo "--- $target, $seconds s"
    # The last lines of libFuzzer have the statistics, or the finding.
    log=build/fuzz/$target.log
    if "build/fuzz/tests/fuzz/outlay_fuzz_$target" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 \
        -max_len=6000 -len_control=20 -print_final_stats=1 -dict=build/fuzz/seeds/dictionary \
        -artifact_prefix="build/fuzz/findings/$target/" "build/fuzz/corpus/$target" "build/fuzz/seeds/$target" \
        >"$log" 2>&1; then
        grep -E '^(Done |stat::)|DONE' "$log"
    else
        tail -n 60 "$log"
        found=1
    fi
done
exit $found
