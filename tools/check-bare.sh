#!/bin/sh
# make check-bare: "make demo", "make demo-full" and "make check" on bare Debian systems, each a fresh debootstrap root with git and
# make and nothing else. Prints how long each took, and how much packages and build take. As root, since it mounts and changes root.
#
#   tools/check-bare.sh [suite …]    Debian suites; without any: bookworm trixie
. "$(dirname "$0")/common.sh"

. tools/bare.sh

status=0
summary=''
# timed SUITE COMMAND
timed() {
  log=$BUILD/bare/$1-$(echo "$2" | tr ' ' '-').log
  t0=$(date +%s)
  verdict=failed
  say "-- $1: $2 (output in $log)"
  if inside "$base/$1" "$2 && tools/demo-stop.sh" >"$log" 2>&1; then verdict=good; else status=1; tail -40 "$log"; fi
  result=$(grep -x '[0-9]* passed, .*' "$log" || echo "$verdict")
  summary="$summary$(printf '  %-10s %-12s %5d s   %s' "$1" "$2" $(($(date +%s) - t0)) "$result")
"
}

megabytes() { du -sxm "$1" | cut -f1; }

if [ $# -eq 0 ]; then set -- bookworm trixie; fi
for suite in "$@"; do
  say "-- $suite: debootstrap"
  mkdir "$base/$suite"
  bare_root "$suite" "$base/$suite"
  before=$(megabytes "$base/$suite")
  timed "$suite" "make demo"
  built=$(megabytes "$base/$suite/opt/harmony/build")
  summary="$summary$(printf '  %-10s packages take %d MB, what is built %d MB' "$suite" \
    $(($(megabytes "$base/$suite") - before - built)) "$built")
"
  timed "$suite" "make demo-full"
  timed "$suite" "make check"
  summary="$summary$(printf '  %-10s %s' "$suite" \
    "$(chroot "$base/$suite" sh -c 'cat /usr/lib/postgresql/*/lib/pgxs/src/Makefile.global | sed -n "s/^VERSION = /PostgreSQL /p"')")
"
  # Nothing may stay on the system but packages and what stands in the build folder.
  left=$(cd "$base/$suite" && find etc/postgresql/* etc/postgresql-common/createcluster.d tmp/* root/[!hs]* 2>/dev/null) || true
  if [ -n "$left" ]; then
    say "$suite: left behind:" "$left"
    status=1
  fi
  rm -rf --one-file-system "${base:?}/$suite"
done
say ""
say "On bare systems:"
printf '%s' "$summary"
exit $status
