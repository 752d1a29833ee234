#!/bin/sh
# make check-deep: what takes too long for make check. Runs every test/deep/NAME.sh, or those named, one after the other, each
# on a server of its own on a unix socket, which ends with it. A line "ok - what: figure (bar: …)" a result; ends with
# "N passed, N failed", and ", N skipped" where a package is missing, and fails unless N failed is 0. docs/reference/reliability.md
# lists the figures.
#
#   test/deep/run.sh [part …]    only these parts, by the names of their files without .sh
#   test/deep/run.sh --help      this text, and the parts
#
# A part alone is test/deep/NAME.sh, whose first lines say what makes it longer or shorter. Output: BUILD/deep/NAME.log.
. "$(dirname "$0")/../../tools/common.sh"

parts=''
for script in test/deep/*.sh; do
  part=$(basename "$script" .sh)
  [ "$part" = run ] || parts="$parts $part"
done
if [ "${1:-}" = --help ] || [ "${1:-}" = -h ]; then
  sed -n '2,/^$/s/^# \{0,1\}//p' test/deep/run.sh | sed '/^\. /d'
  for part in $parts; do printf '%-12s %s\n' "$part" "$(sed -n '2s/^# //p' "test/deep/$part.sh")"; done
  exit
fi
if [ $# -gt 0 ]; then parts=$*; fi
for part in $parts; do [ -f "test/deep/$part.sh" ] || fail "no part $part; test/deep/run.sh --help lists them"; done

STARTED=$(date +%s) STEPS=$(echo "$parts" | wc -w)
export STARTED STEPS
mkdir -p "$BUILD/deep"
passed=0 failed=0 skipped=0
for part in $parts; do
  step "$part"
  log=$BUILD/deep/$part.log status=0
  { sh "test/deep/$part.sh" 2>&1 || echo "status $?"; } | tee "$log" | grep -E --line-buffered '^(ok|not ok) |^status ' || true
  not_ok=$(grep -cE '^not ok ' "$log" || true)
  skips=$(grep -c '^ok .*# SKIP' "$log" || true)
  if grep -q '^status ' "$log" && [ "$not_ok" -eq 0 ]; then tail -20 "$log"; not_ok=1; fi
  good=$(($(grep -cE '^ok ' "$log" || true) - skips))
  if [ $((good + not_ok + skips)) -eq 0 ]; then say "not ok - $part says nothing" && not_ok=1; fi
  passed=$((passed + good)) failed=$((failed + not_ok)) skipped=$((skipped + skips))
done
say "it took $(elapsed) s"
if [ "$skipped" -eq 0 ]; then say "$passed passed, $failed failed"; else say "$passed passed, $failed failed, $skipped skipped"; fi
[ "$failed" -eq 0 ]
