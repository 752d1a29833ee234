#!/bin/sh
# make check: packages, all builds, all tests. Ends with "N passed, N failed".
. "$(dirname "$0")/common.sh"

started=$(date +%s)
step() { say "== $* ($(($(date +%s) - started)) s)"; }
HARMONY_DATA=${HARMONY_DATA:-$root/../shared/data}
export HARMONY_DATA

tools/deps.sh build test

# unit BUILD-NAME CMAKE-ARGUMENTS: builds the core's unit tests, runs them, adds to the counts.
unit() {
  name=$1
  shift
  if cmake -S . -B "build/$name" "$@" >"build/$name.log" 2>&1 && cmake --build "build/$name" -j"$(nproc)" >>"build/$name.log" 2>&1; then
    "build/$name/unit_tests" --gtest_brief=1 >"build/$name-tests.log" 2>&1 || grep -E '^\[  FAILED|Failure|ERROR:' "build/$name-tests.log" || true
    passed=$(sed -n 's/^\[  PASSED  \] \([0-9]*\) test.*/\1/p' "build/$name-tests.log")
    failed=$(sed -n 's/^\[  FAILED  \] \([0-9]*\) test.*/\1/p' "build/$name-tests.log" | head -1)
    [ -n "$passed" ] || { say "unit tests of $name did not finish"; tail -20 "build/$name-tests.log"; failed=$((${failed:-0} + 1)); }
  else
    tail -40 "build/$name.log"
    passed=0 failed=1
  fi
  say "$name: ${passed:-0} passed, ${failed:-0} failed"
  UNIT_PASSED=$((UNIT_PASSED + ${passed:-0})) UNIT_FAILED=$((UNIT_FAILED + ${failed:-0}))
}

step "extension with g++, warnings are errors"
WERROR=-Werror
export WERROR
build_and_install

step "lint, and the lint's own tests"
{ tools/lint.sh || true; test/lint.sh || true; } >build/lint.log
grep -v '^ok ' build/lint.log | tail -60 || true
lint_passed=$(grep '^ok ' build/lint.log | grep -vc '# SKIP' || true) lint_failed=$(grep -c '^not ok ' build/lint.log || true)
say "lint: $lint_passed passed, $lint_failed failed"

step "boundary and shells with clang++"
shells_with_clang() {
  for file in $(grep -E '^src/(postgres|functions)/' src/sources.list); do
    clang++ -fsyntax-only -std=c++17 -Wall -Wextra -Wshadow -Werror -Isrc -isystem "$($PG_CONFIG --includedir-server)" \
      -DHARMONY_VERSION='"0"' "$file" || return 1
  done
}
if shells_with_clang; then UNIT_PASSED=1 UNIT_FAILED=0; else UNIT_PASSED=0 UNIT_FAILED=1; fi

# g++ compiled the core above, with warnings as errors; here clang++ does, and the sanitizers watch.
step "unit tests with clang++ under AddressSanitizer and UndefinedBehaviorSanitizer"
unit core-sanitized -DCMAKE_CXX_COMPILER=clang++ -DHARMONY_SANITIZE=ON

trap cluster_stop EXIT
cluster_start check "fsync = off" "max_wal_size = 4GB"

step "every example in README and docs"
test/docs.sh >build/docs.log 2>&1 || true
passed=$(grep -c '^ok ' build/docs.log || true) failed=$(grep -c '^not ok ' build/docs.log || true)
if [ "$passed" = 0 ] || [ "$failed" != 0 ]; then
  tail -60 build/docs.log
  if [ "$failed" = 0 ]; then failed=1; fi
fi
say "documentation: $passed passed, $failed failed"
UNIT_PASSED=$((UNIT_PASSED + passed + lint_passed)) UNIT_FAILED=$((UNIT_FAILED + failed + lint_failed))

step "functions, tables, concurrency, whole databases"
export UNIT_PASSED UNIT_FAILED
test/run.sh  # its last line is the sum of everything
