#!/bin/sh
# libFuzzer, with AddressSanitizer and UndefinedBehaviorSanitizer, on every target of test/fuzz: what reads bytes, texts and
# numbers from outside. Nothing may crash, hang for more than a second or take more than 512 MB.
#
#   test/deep/fuzz.sh [target …]    only these, such as snapshot_states
#   FUZZ_SECONDS=60                 a target
#   FUZZ_KEEP=1                     afterwards keeps, in test/fuzz/DOMAIN/corpus/TARGET, the smallest set of inputs that
#                                   reaches everything that was reached
. "$(dirname "$0")/lib/deep.sh"
command -v clang++ >/dev/null || fail 'needs clang++'
seconds=${FUZZ_SECONDS:-60}
say "building ($(elapsed) s)"
cmake -S . -B "$BUILD/fuzz" -DCMAKE_BUILD_TYPE=None -DCMAKE_CXX_FLAGS=-O1 \
  -DHARMONY_FUZZ=ON -DCMAKE_CXX_COMPILER=clang++ ${CMAKE_OPTIONS:-} >"$work/cmake.log"
cmake --build "$BUILD/fuzz" -j"$(nproc)" >"$work/build.log" 2>&1 || fail "$(tail -30 "$work/build.log")"
for source in test/fuzz/*/*.cpp; do
  target=$(basename "$source" .cpp) seeds=$(dirname "$source")/corpus/$(basename "$source" .cpp)
  if [ $# -gt 0 ]; then case " $* " in *" $target "*) ;; *) continue ;; esac; fi
  mkdir -p "$work/corpus/$target"
  status=0
  "$BUILD/fuzz/fuzz_$target" -max_len=4096 -max_total_time="$seconds" -timeout=1 -rss_limit_mb=512 -print_final_stats=1 -seed=1 \
    -artifact_prefix="$work/$target-" "$work/corpus/$target" $([ ! -d "$seeds" ] || echo "$seeds") >"$work/$target.log" 2>&1 || status=1
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$work/$target.log")
  reached=$(sed -n 's/.* cov: \([0-9]*\).*/\1/p' "$work/$target.log" | tail -1)
  say "  $target: ${runs:-0} inputs, $reached edges"
  figure "$target: findings" "$status" -eq 0
  if [ "$status" -ne 0 ]; then tail -30 "$work/$target.log"; fi
  if [ -n "${FUZZ_KEEP:-}" ] && [ "$status" -eq 0 ]; then
    mkdir -p "$seeds" "$work/merged"
    rm -f "$work"/merged/*
    "$BUILD/fuzz/fuzz_$target" -merge=1 -max_len=512 "$work/merged" "$seeds" "$work/corpus/$target" >/dev/null 2>&1
    cp "$work"/merged/* "$seeds"
  fi
done
