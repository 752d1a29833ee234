#!/bin/sh
# delivery.dora over a project beside the same figures in plain SQL with percentile_cont, and in pandas where it is installed; the bare scan
# of its commits; what a commit takes; and how long recomputing everything takes. One process, no workers.
#   COMMITS=1000000  DEPLOYMENTS=200000  INCIDENTS=10000  ROUNDS=5
. "$(dirname "$0")/../../lib/bench.sh"
COMMITS=${COMMITS:-1000000} DEPLOYMENTS=${DEPLOYMENTS:-200000} INCIDENTS=${INCIDENTS:-10000} ROUNDS=${ROUNDS:-5}
bench_start delivery shared_buffers=1GB autovacuum=off
sql "SELECT harmony.install('delivery'); INSERT INTO platform.organization (id, name) VALUES (md5('bench')::uuid, 'Employer');
     INSERT INTO delivery.project (organization_id, code, name) VALUES (md5('bench')::uuid, 'p', 'p')" >/dev/null

# Two years. A commit every few seconds on one line, a merge from time to time; deployments of ten services, each of the commits up to it.
psql -qX -v ON_ERROR_STOP=1 -v c="$COMMITS" -v d="$DEPLOYMENTS" -v i="$INCIDENTS" <<'EOF'
BEGIN;
INSERT INTO delivery.author_alias (organization_id, alias) SELECT md5('bench')::uuid, 'a' || n FROM generate_series(1, 50) n;
INSERT INTO delivery.commit (authored_at, committed_at, organization_id, project_id, author_id, external_id)
SELECT '2024-01-01Z'::timestamptz + (n::float8 / :c) * interval '729 days' - mod(abs(hashint8extended(n, 1)), 864000) * interval '1 s',
  '2024-01-01Z'::timestamptz + (n::float8 / :c) * interval '729 days', md5('bench')::uuid, 1, 1 + n % 50,
  lpad(to_hex((n::bigint * 2654435761) % 4294967296), 8, '0') FROM generate_series(1, :c) n;
INSERT INTO delivery.commit_parent (child, parent, organization_id, project_id)
SELECT n, n - 1, md5('bench')::uuid, 1 FROM generate_series(2, :c) n UNION ALL
SELECT n, n - 3, md5('bench')::uuid, 1 FROM generate_series(5, :c, 5) n;
INSERT INTO delivery.deployment (organization_id, project_id, external_id, service, environment, result, finished_at, unplanned)
SELECT md5('bench')::uuid, 1, 'd' || n, 's' || n % 10, 'production', 'success',
  '2024-01-01Z'::timestamptz + (n::float8 / :d) * interval '729 days' + interval '1 hour', n % 50 = 0 FROM generate_series(1, :d) n;
INSERT INTO delivery.deployment_commit SELECT n, n * (:c / :d), md5('bench')::uuid, 1 FROM generate_series(1, :d) n;
INSERT INTO delivery.incident (organization_id, project_id, external_id, created_at, resolved_at, cause, fixed_by)
SELECT md5('bench')::uuid, 1, 'i' || n, t, CASE WHEN n % 20 > 0 THEN t + mod(abs(hashint8extended(n, 2)), 400000) * interval '1 s' END,
  CASE WHEN n % 3 = 0 THEN 'd' || n * (:d / :i) END, CASE WHEN n % 4 = 0 THEN 'd' || n * (:d / :i) END
FROM (SELECT n, '2024-01-02Z'::timestamptz + (n::float8 / :i) * interval '720 days' AS t FROM generate_series(1, :i) n) x;
COMMIT;
VACUUM (FULL, ANALYZE) delivery.commit;
VACUUM ANALYZE delivery.commit_parent, delivery.deployment, delivery.deployment_commit, delivery.incident;
EOF
psql -qX -v ON_ERROR_STOP=1 -f "$bench/dora.sql"
# The same figures; the interval of the plain query may be a rank off.
differ=$(sql "SELECT coalesce(string_agg(key || ' ' || p.value || ' ' || d.value, ', '), 'none')
  FROM jsonb_each((SELECT to_jsonb(p) FROM bench.plain p)) p JOIN jsonb_each((
  SELECT to_jsonb(d) FROM delivery.dora(md5('bench')::uuid, 'p', '2024-01-01Z', '2026-01-01Z') d)) d USING (key)
  WHERE abs(p.value::text::float8 - d.value::text::float8) > CASE WHEN key IN ('lead_low', 'lead_high') THEN 60 ELSE 1e-6 END")
query() { # what
  case $1 in
    scan) echo "SELECT count(authored_at) FROM delivery.commit" ;;
    dora) echo "SELECT * FROM delivery.dora(md5('bench')::uuid, 'p', '2024-01-01Z', '2026-01-01Z')" ;;
    plain) echo "SELECT * FROM bench.plain" ;;
    recompute) echo "SELECT delivery.recompute(1)" ;;
  esac
}
cases='scan dora plain recompute'
for what in $cases; do : >"$cluster/$what"; done
time_sql "$(query scan)" >/dev/null # into the cache
for round in $(seq "$ROUNDS"); do # interleaved, so that a slow phase of the machine hits all alike
  for what in $cases; do
    time_sql "$(query $what)" "LOAD 'harmony'; SET max_parallel_workers_per_gather = 0; SET jit = off; SET work_mem = '64MB';" \
      >>"$cluster/$what"
  done
  "${PYTHON:-/usr/bin/python3}" "$bench/dora.py" 2>/dev/null >>"$cluster/pandas" || :
done
ms() { awk -v column="$2" '{print $column}' "$cluster/$1" | median; }
heading "$COMMITS commits, $DEPLOYMENTS deployments, $INCIDENTS incidents, no workers; median of $ROUNDS, milliseconds" wall CPU
row "scan of the commits" "$(ms scan 1)" "$(ms scan 2)"
row "delivery.dora" "$(ms dora 1)" "$(ms dora 2)"
row "plain SQL with percentile_cont" "$(ms plain 1)" "$(ms plain 2)"
row "delivery.recompute, nothing changed" "$(ms recompute 1)" "$(ms recompute 2)"
if [ -s "$cluster/pandas" ]; then row "pandas, with fetching" "$(ms pandas 1)"; fi
bytes() { sql "SELECT round($1('delivery.$2')::numeric / $COMMITS, 1)"; }
heading "" "" goal
ratio=$(calc "$(ms dora 2) / $(ms plain 2)")
goal "$ratio" '<=' 0.45; row "delivery.dora : plain SQL, CPU" "$ratio" "<= 0.45" "$verdict"
table=$(bytes pg_relation_size commit)
goal "$table" '<=' 100; row "bytes a commit of an author, its id of 8 letters: table" "$table" "<= 100" "$verdict"
row "bytes a commit, with its index" "$(bytes pg_total_relation_size commit)"
row "bytes a commit, its parents" "$(bytes pg_total_relation_size commit_parent)"
goal "\"$differ\"" '==' '"none"'; row "figures that differ" "$differ" none "$verdict"
exit $missed
