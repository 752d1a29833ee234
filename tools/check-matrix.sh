#!/bin/sh
# make check-matrix: the extension built, and the SQL, pgTAP and isolation suites run, on the PostgreSQL of each Debian: 15, 17 and 18,
# every one in a bare root with its own compiler and server. Ends with "N passed, N failed, N skipped"; what cannot be had is skipped.
#
#   tools/check-matrix.sh [SUITE …]    Debian suites; without any: bookworm trixie forky
. "$(dirname "$0")/common.sh"
. tools/bare.sh

COUNTS=$BUILD/bare/matrix.counts
export COUNTS
: >"$COUNTS"
# matrix SUITE: one line a kind of test.
matrix() {
  say "== $1"
  mkdir "$base/$1"
  if ! bare_root "$1" "$base/$1"; then
    add "$1" 0 0 1
    return
  fi
  log=$BUILD/bare/$1-matrix.log
  inside "$base/$1" 'tools/deps.sh build test && test/run.sh regress pgtap isolation' >"$log" 2>&1 || true
  version=$(chroot "$base/$1" sh -c 'sed -n "s/^VERSION = /PostgreSQL /p" /usr/lib/postgresql/*/lib/pgxs/src/Makefile.global' 2>/dev/null)
  kinds=$(sed -n 's/^\([a-z]*\): \([0-9]*\) passed, \([0-9]*\) failed, \([0-9]*\) skipped$/\1 \2 \3 \4/p' "$log")
  if [ "$(printf '%s\n' "$kinds" | grep -c .)" -ne 3 ]; then
    tail -40 "$log"
    kinds="build 0 1 0"
  fi
  say "$1: ${version:-no server}"
  while read -r kind passed failed skipped; do add "$1 $kind" "$passed" "$failed" "$skipped" | sed 's/^/  /'; done <<X
$kinds
X
  rm -rf --one-file-system "${base:?}/$1"
}

if [ $# -eq 0 ]; then set -- bookworm trixie forky; fi
for suite in "$@"; do matrix "$suite"; done
# The counts of a suite's kind have two names before them.
awk '{ p += $(NF - 2); f += $(NF - 1); s += $NF } END { printf "%d passed, %d failed, %d skipped\n", p, f, s; exit f > 0 }' "$COUNTS"
