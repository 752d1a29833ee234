#!/bin/sh
# The demo's season on other days than today: a leap day, the night in which summer time begins, ten years on, and after 2^31 seconds.
# Everything installs, the same is printed, and all that is stored is true. Needs Debian package faketime.
. "$(dirname "$0")/../../tools/common.sh"
. "$root/test/deep/lib/figure.sh"
library=$(find /usr/lib -name 'libfaketime.so.1' 2>/dev/null | head -1)
[ -n "$library" ] || { say 'ok - clock # SKIP libfaketime is not installed'; exit 0; }
build
test_cluster_start clock
# at TIME [setting …]: the server again, at that time.
at() {
  as_server "$bin/pg_ctl" -D "$cluster/data" -m fast -w stop >/dev/null
  as_server env LD_PRELOAD="$library" FAKETIME="@$1" FAKETIME_DONT_FAKE_MONOTONIC=1 TZ=UTC \
    "$bin/pg_ctl" -D "$cluster/data" -l "$cluster/log" -o "-c timezone=$2" -w start >/dev/null
}
season() {
  dropdb --if-exists season 2>/dev/null
  createdb season
  psql -qX -v ON_ERROR_STOP=1 -o /dev/null -d season -c 'CREATE EXTENSION harmony' -c "SELECT harmony.install('crew')" -f sql/demo/fleet.sql
  psql -qX -d season -f sql/demo/season.sql
  psql -qAtX -d season -c 'SELECT crew.rebuild_stale() * 0' -c 'SELECT count(*) FROM assessment.verify_snapshots()' \
    -c 'SELECT count(*) FROM crew.verify_snapshots()'
}
season >"$cluster/today.txt" 2>&1
wrong=0 days=0
while IFS='|' read -r what time zone; do
  at "$time" "$zone"
  season >"$cluster/other.txt" 2>&1 || true
  now=$(psql -qAtX -c 'SELECT now()')
  days=$((days + 1))
  if cmp -s "$cluster/today.txt" "$cluster/other.txt"; then
    say "$what ($now): the same"
  else
    say "$what ($now): differs"
    diff "$cluster/today.txt" "$cluster/other.txt" | head -10
    wrong=$((wrong + 1))
  fi
done <<EOF
a leap day|2028-02-29 12:00:00|UTC
the night of summer time|2027-03-28 00:59:50|Europe/Berlin
the night of winter time|2027-10-31 00:59:50|Europe/Berlin
a new year on the other side of the world|2027-01-01 00:30:00|Pacific/Kiritimati
ten years on|2036-11-29 12:00:00|UTC
after 2^31 seconds|2038-01-19 03:14:00|UTC
EOF
figure "days of $days that differ" "$wrong" -eq 0
[ "$wrong" -eq 0 ]
