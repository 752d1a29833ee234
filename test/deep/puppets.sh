#!/bin/sh
# An employer with puppet accounts and a year of time (test/lib/puppets.sql): what changes of what is told about groups could be used.
#   YEARS=500  with verified accounts alone   OTHERS=150  each of the two modes without   STEPS=40 a year   AT_ONCE=2 sessions
# The last line is what puppets learn that have waited for 30 days: documented in docs/explanation/security.md.
. "$(dirname "$0")/../../tools/common.sh"
YEARS=${YEARS:-500} OTHERS=${OTHERS:-150} STEPS=${STEPS:-40} AT_ONCE=${AT_ONCE:-2}
if [ -z "${PUPPETS_HOST:-}" ]; then  # a server of one's own otherwise
  build
  cluster_start puppets fsync=off
else
  PGHOST=$PUPPETS_HOST
  export PGHOST
fi
mkdir -p "$BUILD/deep"
run() { psql -qAtX -v ON_ERROR_STOP=1 "$@"; }
dropdb --if-exists puppets 2>/dev/null
createdb puppets
run -o /dev/null -d puppets -c 'CREATE EXTENSION harmony' -c "SELECT harmony.install('crew')"
sed -n '/^-- Rights of requests/,/^-- End of rights/p' docs/explanation/security.md | run -d puppets
# years MODE SESSION: every AT_ONCE-th year of a mode; a line a year: usable, figures, those with one honest person, and what. Fifteen
# years a transaction: what a long one leaves of rows makes each year slower than the one before.
years() {
  most=$OTHERS year=$2
  if [ "$1" = verified ]; then most=$YEARS; fi
  while [ "$year" -le "$most" ]; do
    last=$((year + 14 * AT_ONCE))
    run -d "puppets$2" <<SQL
BEGIN;
SET search_path = public, pg_catalog;
SET LOCAL jit = off;
\i test/lib/puppets.sql
SELECT format('SELECT f -> ''usable'', f -> ''figures'', f -> ''known'', f -> ''what'' FROM puppets_year(%s / 1000.0, %L, %s) f',
  n, '$1', $STEPS) FROM generate_series($year, least($last, $most), $AT_ONCE) n \\gexec
ROLLBACK;
SQL
    year=$((last + AT_ONCE))
  done >"$BUILD/deep/puppets-$1-$2.txt"
}
session() { for mode in waiting young verified; do years "$mode" "$1"; done; }
for i in $(seq 1 "$AT_ONCE"); do
  dropdb --if-exists "puppets$i" 2>/dev/null
  createdb -T puppets "puppets$i"
done
running=''
for i in $(seq 1 "$AT_ONCE"); do
  session "$i" &
  running="$running $!"
done
for pid in $running; do wait "$pid"; done
for i in '' $(seq 1 "$AT_ONCE"); do dropdb "puppets$i"; done
for role in harmony_authenticator harmony_anon harmony_user; do run -d postgres -c "DROP ROLE $role"; done
total() { cat "$BUILD/deep/puppets-$1-"*.txt | awk -F'|' '$1 ~ /^[0-9]+$/ { n++; usable += $1; figures += $2; known += $3 }
  END { print n + 0, usable + 0, figures + 0, known + 0 }'; }
for mode in verified young; do
  # shellcheck disable=SC2046
  set -- $(total "$mode")
  what="puppets, $mode: $2 usable differences in $1 years of $STEPS steps, $3 figures published"
  if [ "$2" -eq 0 ] && [ "$1" -gt 0 ]; then say "ok - $what (bar: 0)"; else say "not ok - $what (bar: 0)"; fi
done
# shellcheck disable=SC2046
set -- $(total waiting)
say "puppets, waiting: of $3 figures in $1 years, $2 held answers of fewer than five others, $4 of one alone, who is known"
