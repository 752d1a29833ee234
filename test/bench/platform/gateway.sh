#!/bin/sh
# The HTTP face on two cores, nginx and PostgREST as in deploy/ but without limits: GET me, the matching of a pool, signing in. Beside them
# what the same road costs without Harmony (a bare view, an empty function, PostgREST without nginx), and back ends of FastAPI and
# SQLAlchemy with two workers before the same tables: one as most are written, with mapped classes and response models (peer_orm.py),
# which the goals are set against, and one tuned by hand (peer.py, whose head says what both leave out). Rounds alternate; medians. wrk
# runs on the same two cores, for all alike.
#   POOL=1000  CREW=12  ROUNDS=5  SECONDS_EACH=3  PORT=8480 and the three after it
. "$(dirname "$0")/../../lib/bench.sh"
. test/lib/gateway.sh
POOL=${POOL:-1000} CREW=${CREW:-12} ROUNDS=${ROUNDS:-5} SECONDS_EACH=${SECONDS_EACH:-3}
gateway_start gateway max_connections=100  # two peers keep ten each
psql -qX -v ON_ERROR_STOP=1 -v pool="$POOL" -v crew="$CREW" -o /dev/null <<'SQL'
\ir test/bench/crew/pool.sql
UPDATE platform.account SET full_name = 'Person ' || split_part(email, '@', 1);
CREATE VIEW api.bench_one AS SELECT 1 AS one;
CREATE FUNCTION api.bench_nothing() RETURNS void LANGUAGE plpgsql VOLATILE AS $$ BEGIN END $$;
-- An empty call and Argon2, and nothing else of a sign-in.
CREATE FUNCTION api.bench_verify(email text, password text) RETURNS boolean LANGUAGE plpgsql VOLATILE SECURITY DEFINER AS $$
BEGIN
  RETURN harmony.password_verify(password, (SELECT a.password_hash FROM platform.account a WHERE a.email = bench_verify.email));
END $$;
REVOKE ALL ON FUNCTION api.bench_nothing(), api.bench_verify(text, text) FROM PUBLIC;
GRANT SELECT ON api.bench_one TO harmony_user;
GRANT EXECUTE ON FUNCTION api.bench_nothing(), api.bench_verify(text, text) TO harmony_anon;
UPDATE platform.rate_limit SET burst = 1000000000;  -- counted as always, never empty
SELECT crew.rebuild_stale();
SQL
sql "VACUUM ANALYZE"
open_account "$(sql "SELECT bench.id('person', 1)")" 'correct horse battery staple'
gateway_serve

# PostgREST once more, without nginx; and the peers.
bare=http://127.0.0.1:$((PORT + 1)) peer=http://127.0.0.1:$((PORT + 2)) orm=http://127.0.0.1:$((PORT + 3))
grep -v '^server-unix-socket' deploy/postgrest.conf >"$cluster/bare.conf"
run_bare() {
  postgrest_file=$cluster/bare.conf
  run_postgrest postgres PGRST_SERVER_UNIX_SOCKET= PGRST_SERVER_HOST=127.0.0.1 PGRST_SERVER_PORT=$((PORT + 1))
}
start bare run_bare
cp test/bench/platform/peer.py test/bench/platform/peer_orm.py "$cluster"
run_peer() {  # MODULE PORT
  in_group env -i PATH="$PATH" LC_ALL=C.UTF-8 OPENBLAS_NUM_THREADS=1 PYTHONPATH="$cluster" PYTHONDONTWRITEBYTECODE=1 \
    PEER_SOCKETS="$cluster" PEER_DATABASE=postgres PEER_USER="$PGUSER" PEER_KEY="$cluster/jwt.key" /usr/bin/python3 -m uvicorn "$1:app" \
    --workers 2 --loop uvloop --http httptools --no-access-log --log-level warning --host 127.0.0.1 --port "$2"
}
start peer run_peer peer $((PORT + 2))
start orm run_peer peer_orm $((PORT + 3))
wait_for bare "$bare/"
wait_for peer "$peer/openapi.json"
wait_for orm "$orm/openapi.json"
login='{"email": "1@example.org", "password": "correct horse battery staple"}'
token=$(sign_in 1@example.org 'correct horse battery staple')
bearer="Authorization: Bearer $token"
campaign=$(sql "SELECT bench.id('campaign', 1)")

# Both say the same of everybody, but for a unit in the last place where a half was rounded, and for chance: p_top is drawn.
curl -s -H "$bearer" "$API/rpc/matching?campaign=$campaign" >"$cluster/ours.json"
curl -s -H "$bearer" "$peer/matching?campaign=$campaign" >"$cluster/peer.json"
curl -s -H "$bearer" "$orm/matching?campaign=$campaign" >"$cluster/orm.json"
differences=$(/usr/bin/python3 - "$cluster/ours.json" "$cluster/peer.json" "$cluster/orm.json" <<'PY'
import json, sys
ours, peer, orm = ({r["person"]: r for r in json.load(open(f))} for f in sys.argv[1:])
numbers = "g_fit centile centile_low centile_high y_success p_ind f_team f_env f_lmx team_delta rank g_fit_computed y_low y_high".split()
words = "safety_level fit_label success_label team_flags full_name status shortlisted confidence".split()
close = lambda a, b, within=1: a == b or a is not None and b is not None and abs(a - b) <= within
def chance(p, q):  # two shares of 1,000 draws each: within five standard errors of their difference
    return p == q or p is not None and q is not None and (
        abs(p - q) <= .01 + 5 * (2 * max((p + q) / 2 * (1 - (p + q) / 2), 1e-3) / 1000) ** .5)
same = lambda a, b: all(close(a[k], b[k]) for k in numbers) and all(a[k] == b[k] for k in words) and all(
    close(v["score"], b["competencies"][n]["score"]) for n, v in a["competencies"].items()) and chance(a["p_top"], b["p_top"])
print(sum(len(ours.keys() ^ they.keys()) + sum(not same(r, they[p]) for p, r in ours.items() if p in they) for they in (peer, orm)))
PY
)
curl -s -H "$bearer" "$API/me" >"$cluster/ours.json"
curl -s -H "$bearer" "$peer/me" >"$cluster/peer.json"
curl -s -H "$bearer" "$orm/me" >"$cluster/orm.json"
same_me=$(/usr/bin/python3 -c 'import json, sys
a, b, c = ([(r["id"], r["email"], r["full_name"], r["roles"], r["organizations"]) for r in json.load(open(f))] for f in sys.argv[1:])
print(int(a == b == c and len(a) == 1))' "$cluster/ours.json" "$cluster/peer.json" "$cluster/orm.json")

# The milliseconds of a durable commit of one row.
sql "CREATE TABLE bench.durable (n int)"
commit_ms() {
  { printf '%s\n' '\timing on'; for _ in $(seq 20); do echo "INSERT INTO bench.durable VALUES (1);"; done; } |
    psql -qAtX | sed -n 's/^Time: \([0-9.]*\) ms.*/\1/p' | median
}
# measure NAME CONNECTIONS ADDRESS [options]: one round of it, into a file. First a second of it that does not count: of the connections
# that stood idle in the rounds of the others, pools have closed some, and a new one plans everything anew.
measure() {
  what=$1
  shift
  load 1 "$@" >/dev/null
  load "$SECONDS_EACH" "$@" >>"$cluster/of.$what"
}
rate() { cut -d' ' -f1 "$cluster/of.$1" | median; }
ms() { cut -d' ' -f2 "$cluster/of.$1" | median; }
for round in $(seq 0 "$ROUNDS"); do
  if [ "$round" = 1 ]; then rm -f "$cluster"/of.*; fi  # the first is to warm up
  measure me 16 "$API/me" -H "$bearer"
  measure one 16 "$API/bench_one" -H "$bearer"
  measure bare_me 16 "$bare/me" -H "$bearer"
  measure peer_me 16 "$peer/me" -H "$bearer"
  measure orm_me 16 "$orm/me" -H "$bearer"
  measure matching 1 "$API/rpc/matching?campaign=$campaign" -H "$bearer"
  measure peer_matching 1 "$peer/matching?campaign=$campaign" -H "$bearer"
  measure matching4 4 "$API/rpc/matching?campaign=$campaign" -H "$bearer"
  measure peer_matching4 4 "$peer/matching?campaign=$campaign" -H "$bearer"
  SECONDS_EACH=10 measure orm_matching4 4 "$orm/matching?campaign=$campaign" -H "$bearer"
  export BODY="$login"
  measure login 1 "$API/rpc/login"
  measure verify 1 "$API/rpc/bench_verify"
  measure login2 2 "$API/rpc/login"
  measure peer_login 1 "$peer/login"
  measure peer_login2 2 "$peer/login"
  BODY='{}'
  measure nothing 1 "$API/rpc/bench_nothing"
  unset BODY
  echo "0 $(commit_ms)" >>"$cluster/of.commit"
done

# compare LABEL OURS OTHER '>=' FACTOR: a goal as a multiple.
compare() { goal "$2" "$4" "$5 * $3"; row "$1" "$2" "$3" "$4 $5 x $verdict"; }
heading "GET me, 16 connections, requests a second; $ROUNDS rounds of $SECONDS_EACH s" "Harmony" "other"
compare "beside a bare view of one row, the same road" "$(rate me)" "$(rate one)" '>=' .8
row "beside PostgREST without nginx" "$(rate me)" "$(rate bare_me)"
compare "beside FastAPI and SQLAlchemy" "$(rate me)" "$(rate orm_me)" '>=' 2
row "beside these, tuned by hand" "$(rate me)" "$(rate peer_me)"
goal "$same_me" '==' 1; row "the same answer" "$same_me" "" "$verdict"
heading "matching of $POOL candidates with a crew of $CREW" "Harmony" "other"
goal "$(ms matching)" '<=' 150; row "one at a time, milliseconds; tuned by hand" "$(ms matching)" "$(ms peer_matching)" "<= 150 $verdict"
compare "four at a time, requests a second" "$(rate matching4)" "$(rate orm_matching4)" '>=' 2
row "beside these, tuned by hand" "$(rate matching4)" "$(rate peer_matching4)"
goal "$differences" '==' 0; row "candidates of whom the two say different things" "$differences" "" "$verdict"
heading "Signing in" "Harmony" "other"
compare "milliseconds, beside a call of Argon2 alone" "$(ms login)" "$(ms verify)" '<=' 1.25
row "an empty call, a durable commit of one row" "$(ms nothing)" "$(ms commit)"
compare "a second, two at once, beside one at a time" "$(rate login2)" "$(rate login)" '>=' 1.6
row "a second, two at once, beside FastAPI and argon2-cffi" "$(rate login2)" "$(rate peer_login2)"
row "milliseconds, beside FastAPI and argon2-cffi" "$(ms login)" "$(ms peer_login)"
exit $missed
