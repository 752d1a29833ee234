#!/bin/sh
# PgBouncer in transaction mode: 16 clients share 2 connections, and each of 1,000 requests sees what its own claims show. With claims
# that are set for the session instead, the same count shows what goes wrong. Needs Debian package pgbouncer.
#   CLIENTS=16 CONNECTIONS=2 REQUESTS=1000
. "$(dirname "$0")/../../tools/common.sh"
. "$root/test/deep/lib/figure.sh"
CLIENTS=${CLIENTS:-16} CONNECTIONS=${CONNECTIONS:-2} REQUESTS=${REQUESTS:-1000}
PATH=$PATH:/usr/sbin
command -v pgbouncer >/dev/null || { say 'ok - pooling # SKIP pgbouncer is not installed'; exit 0; }
build
test_cluster_start pooling
sql() { psql -qAtX -v ON_ERROR_STOP=1 -c "$1"; }
sql "CREATE EXTENSION harmony; SELECT harmony.install('crew')" >/dev/null
sed -n '/^-- Rights of requests/,/^-- End of rights/p' docs/explanation/security.md | psql -qX -v ON_ERROR_STOP=1
psql -qX -v ON_ERROR_STOP=1 -o /dev/null <<'SQL'
INSERT INTO platform.account (id, email) SELECT md5(g::text)::uuid, g || '@example.org' FROM generate_series(1, 50) g;
INSERT INTO assessment.submission (person_id, instrument_id, answers)
  SELECT a.id, i.id, '{4,2,5,3,4,2,4,4,3,4}' FROM platform.account a, assessment.instrument i WHERE i.code = 'resilience-10';
CREATE TABLE public.seen (asked uuid, account uuid, people uuid[]);
GRANT INSERT ON public.seen TO harmony_user;
CREATE TABLE public.between_requests (account uuid, role name);
SQL
cat >"$cluster/pgbouncer.ini" <<EOF
[databases]
postgres = host=$cluster user=$PGUSER pool_size=$CONNECTIONS
[pgbouncer]
pool_mode = transaction
auth_type = any
unix_socket_dir = $cluster/pool
listen_port = 6543
logfile = $cluster/pool/log
pidfile = $cluster/pool/pid
EOF
mkdir "$cluster/pool"
if [ "$(id -u)" = 0 ]; then chown postgres "$cluster/pool"; fi
as_server "$(command -v pgbouncer)" -q -d "$cluster/pgbouncer.ini"
until [ -s "$cluster/pool/pid" ] && [ -S "$cluster/pool/.s.PGSQL.6543" ]; do sleep 0.1; done
pooler=$(cat "$cluster/pool/pid")
trap 'kill "$pooler" 2>/dev/null; cluster_stop' EXIT

# request LOCAL: a script of pgbench, one transaction with the claims of one of 50 people, and then one without.
request() {
  cat <<EOF
\\set person random(1, 50)
BEGIN;
SET $1 ROLE harmony_user;
SELECT set_config('request.jwt.claims', json_build_object('sub', md5((:person)::text)::uuid)::text, '$1' = 'LOCAL');
INSERT INTO public.seen SELECT md5((:person)::text)::uuid, platform.current_account(), array_agg(DISTINCT person_id)
  FROM assessment.submission;
COMMIT;
INSERT INTO public.between_requests SELECT platform.current_account(), current_user;
EOF
}
# wrong LOCAL|SESSION: how many of the requests saw another person, or left their claims to the next one.
wrong() {
  request "$1" >"$cluster/request.sql"
  sql 'TRUNCATE public.seen, public.between_requests; GRANT INSERT ON public.between_requests TO harmony_user'
  PGHOST=$cluster/pool PGPORT=6543 pgbench -n -c "$CLIENTS" -j 2 -t $(((REQUESTS + CLIENTS - 1) / CLIENTS)) \
    -f "$cluster/request.sql" postgres >"$cluster/pgbench.log" 2>&1 || cat "$cluster/pgbench.log" >&2
  sql "SELECT (SELECT count(*) FROM public.seen WHERE (account = asked AND people = ARRAY[asked]) IS NOT TRUE)
         + (SELECT count(*) FROM public.between_requests WHERE account IS NOT NULL OR role = 'harmony_user')"
}
local=$(wrong LOCAL)
requests=$(sql 'SELECT count(*) FROM public.seen')
session=$(wrong SESSION)
figure "requests of $CLIENTS clients on $CONNECTIONS connections" "$requests" -ge "$REQUESTS"
figure 'of these in another'"'"'s name' "$local" -eq 0
figure 'with claims set for the session, which docs warn of' "$session" -ge 1
[ "$local" -eq 0 ] && [ "$requests" -ge "$REQUESTS" ] && [ "$session" -gt 0 ]
