#!/bin/sh
# How long a refused sign-in takes over HTTP, at the default costs of Argon2: does the time tell an address that nobody has from a wrong
# password, or from the right one of an account that is not active? Welch's t of each pair; 4.5 is what tests of leakage take for one.
#   TRIES=400 of each  PORT=8480
. "$(dirname "$0")/../../lib/bench.sh"
. test/lib/gateway.sh
TRIES=${TRIES:-400}
gateway_start login
psql -qX -v ON_ERROR_STOP=1 -o /dev/null <<'SQL'
INSERT INTO platform.account (email) VALUES ('active@example.org'), ('inactive@example.org');
SELECT platform.set_password(id, 'correct horse battery staple', NULL) FROM platform.account;
UPDATE platform.account SET is_active = false WHERE email = 'inactive@example.org';
CREATE TABLE bench.took (kind text, ms float8);
VACUUM ANALYZE;
SQL
gateway_serve
/usr/bin/python3 test/bench/platform/login.py "$PORT" "$TRIES" postgres >"$cluster/took" || fail "$(tail -1 "$cluster/took")"
psql -qX -v ON_ERROR_STOP=1 -c "\\copy bench.took FROM '$cluster/took'"

heading "$TRIES refused sign-ins of each kind, milliseconds" "mean" "SD" "median"
for kind in unknown wrong inactive; do
  figures=$(sql "SELECT round(avg(ms)::numeric, 3), round(stddev(ms)::numeric, 3),
                        round((percentile_cont(.5) WITHIN GROUP (ORDER BY ms))::numeric, 3) FROM bench.took WHERE kind = '$kind'")
  row "$kind" "$(echo "$figures" | cut -d'|' -f1)" "$(echo "$figures" | cut -d'|' -f2)" "$(echo "$figures" | cut -d'|' -f3)"
done
heading "Welch's t" "t" "goal"
# welch ONE OTHER
welch() {
  t=$(sql "SELECT round((w.t).t::numeric, 2) FROM (
      SELECT harmony.welch_t(a.n, a.mean, a.sd, b.n, b.mean, b.sd) AS t
      FROM (SELECT count(*) n, avg(ms) mean, stddev(ms) sd FROM bench.took WHERE kind = '$1') a,
           (SELECT count(*) n, avg(ms) mean, stddev(ms) sd FROM bench.took WHERE kind = '$2') b) w")
  goal "${t#-}" '<' 4.5; row "$1, $2" "$t" "|t| < 4.5" "$verdict"
}
welch unknown wrong
welch unknown inactive
welch wrong inactive
exit $missed
