#!/bin/sh
# make check: packages, all builds, all tests. Ends with "N passed, N failed", and ", N skipped" where data are missing.
. "$(dirname "$0")/common.sh"

STARTED=$(date +%s) STEPS=5 COUNTS=$BUILD/check.counts HARMONY_DATA=${HARMONY_DATA:-$root/../shared/data}
export STARTED STEPS COUNTS HARMONY_DATA
alone check
: >"$COUNTS"

step "packages"
tools/deps.sh build test worker format
tools/deps.sh api serve web || true
tools/deps.sh faces || true

# unit BUILD-NAME CMAKE-ARGUMENTS: builds the core's unit tests and runs them.
unit() {
  name=$1 log=$BUILD/$1.log tests=$BUILD/$1-tests.log
  shift
  rm -f "$tests" "$tests".*
  # What cmake made for a checkout of another place is of no use.
  grep -qsx "CMAKE_HOME_DIRECTORY:INTERNAL=$(pwd -P)" "$BUILD/$name/CMakeCache.txt" || rm -rf "${BUILD:?}/$name"
  cmake -S . -B "$BUILD/$name" "$@" >"$log" 2>&1 && cmake --build "$BUILD/$name" -j"$(nproc)" 2>&1 | tee -a "$log" \
    | sed -nu 's/^\[ *[0-9]*%\] Building CXX object [^ ]*\.dir\/\(.*\)\.o$/  compile \1/p'
  if tail -1 "$log" | grep -q '^\[100%\] Built target'; then
    status=0
    # A part on each processor.
    seq 0 $(($(nproc) - 1)) | GTEST_TOTAL_SHARDS=$(nproc) xargs -P 0 -I '{}' sh -c \
      "GTEST_SHARD_INDEX={} '$BUILD/$name/unit_tests' --gtest_brief=1 >'$tests.{}' 2>&1" || status=1
    cat "$tests".* >"$tests"
    sum() { sed -n "s/^\[$1\] \([0-9]*\) test.*/\1/p" "$tests" | awk '{ n += $1 } END { print n + 0 }'; }
    ran=$(sum ' *==========') passed=$(sum '  PASSED  ') skipped=$(sum '  SKIPPED ')
    failed=$((ran - passed - skipped))
    if [ $status -ne 0 ] && [ $failed -le 0 ]; then failed=1; fi
    if [ $failed -ne 0 ]; then grep -vE '^  [A-Z]' "$tests" | tail -40; fi
  else
    tail -40 "$log"
    passed=0 failed=1 skipped=0
  fi
  add "$name" "${passed:-0}" "${failed:-0}" "${skipped:-0}"
}

step "extension with g++, without a warning"
build
# Also of what an earlier make compiled; "make clean" forgets sources that are gone.
warnings=$(find "$BUILD"/obj-* -name '*.o.log' -size +0 -exec cat {} +)
if [ -z "$warnings" ]; then add extension-g++ 1 0; else say "$warnings"; add extension-g++ 0 1; fi

step "boundary and shells with clang++; beside it and the next step lint, and the lint's own tests"
{ tools/lint.sh || true; test/lint.sh || true; } >"$BUILD/lint.log" &
lint=$!
shell_with_clang="clang++ -fsyntax-only -std=c++17 -Wall -Wextra -Werror -Isrc -isystem $($PG_CONFIG --includedir-server)"
shells=$(find src/postgres src/functions -name '*.cpp' | sort)
# shellcheck disable=SC2086
if tools/groups.sh "$BUILD/shells-clang" $shells | xargs -n 1 -P "$(nproc)" $shell_with_clang -DHARMONY_VERSION='"0"'; then
  add shells-clang 1 0
else
  add shells-clang 0 1
fi

# g++ compiled the core above, with warnings as errors; here clang++ does, and the sanitizers watch.
step "unit tests with clang++ under AddressSanitizer and UndefinedBehaviorSanitizer"
unit core-sanitized -DCMAKE_CXX_COMPILER=clang++ -DHARMONY_SANITIZE=ON

wait $lint
grep -v '^ok ' "$BUILD/lint.log" | tail -60 || true
count() { grep -c "$1" "$BUILD/lint.log" || true; }
add lint $(($(count '^ok ') - $(count '# SKIP'))) "$(count '^not ok ')" "$(count '# SKIP')"

test/run.sh  # its last line is the sum of everything
