#!/bin/sh
# Building one run of an organisation that has no other, and the same run among 50: signals.build, backend CPU.
#   FACILITIES=2000  METRICS=20  MONTHS=12  RUNS=50  ROUNDS=5
. "$(dirname "$0")/../../lib/bench.sh"
FACILITIES=${FACILITIES:-2000} METRICS=${METRICS:-20} MONTHS=${MONTHS:-12} RUNS=${RUNS:-50} ROUNDS=${ROUNDS:-5}
bench_start signals_build shared_buffers=1GB
sql "SELECT harmony.install('signals')" >/dev/null
psql -qX -v ON_ERROR_STOP=1 -v f="$FACILITIES" -v t="$MONTHS" <<'EOF'
INSERT INTO platform.organization (id, name) VALUES (md5('bench')::uuid, 'Bench');
-- The values of a metric, and its months in a node of their own.
CREATE FUNCTION bench.node(run integer, metric integer, is_monthly boolean) RETURNS text LANGUAGE sql AS $$
  SELECT jsonb_build_object('type', 'node_metadata', 'canonical_node_id', 'n' || metric || CASE WHEN is_monthly THEN ' months' ELSE '' END,
    'metric_id', 'm' || metric, 'canonical_child_node_ids', CASE WHEN is_monthly THEN '[]' ELSE
      jsonb_build_array(jsonb_build_object('canonical_child_node_id', 'n' || metric || ' months', 'edge_type', 'trends_to')) END)::text
    || E'\n' || string_agg(jsonb_build_object(
      'entity', jsonb_build_array(jsonb_build_object('id', 'facilityId', 'value', 'F' || f)), 'metadata', '{"encounters": 100}'::jsonb,
      'metric', jsonb_build_array(jsonb_build_object('metadata', jsonb_build_object('metric_id', 'm' || metric), 'values',
        CASE WHEN is_monthly THEN jsonb_build_object('timeline', (
          SELECT jsonb_agg(jsonb_build_object('period', 202400 + m, 'value', abs(hashint4(run * 7919 + metric * 101 + f * 13 + m)) / 1e9))
          FROM generate_series(1, current_setting('bench.months')::integer) m))
        ELSE to_jsonb(abs(hashint4(run * 7919 + metric * 101 + f)) / 1e9) END)))::text, E'\n')
  FROM generate_series(1, current_setting('bench.facilities')::integer) f $$;
CREATE FUNCTION bench.load(run integer) RETURNS bigint LANGUAGE sql AS $$
  SELECT sum(i.loaded)::bigint
  FROM generate_series(1, current_setting('bench.metrics')::integer) m, unnest('{false,true}'::boolean[]) k (k),
    signals.ingest(md5('bench')::uuid, to_char(run, 'FM000'), format('m%s %s.jsonl', m, k), bench.node(run, m, k)) i $$;
EOF
settings="SET bench.facilities = $FACILITIES; SET bench.metrics = $METRICS; SET bench.months = $MONTHS; SET jit = off;"
build_one="SELECT signals.build(md5('bench')::uuid, '025')"
many() { # FILE
  for round in $(seq "$ROUNDS"); do time_sql "$build_one" "$settings" >>"$cluster/$1"; done
}
sql "$settings SELECT bench.load(25)" >/dev/null
sql "$build_one" >/dev/null
sql "VACUUM ANALYZE"
many alone
for run in $(seq "$RUNS"); do
  if [ "$run" -ne 25 ]; then
    sql "$settings SELECT bench.load($run)" >/dev/null
    sql "SELECT signals.build(md5('bench')::uuid, to_char($run, 'FM000'))" >/dev/null
  fi
done
sql "VACUUM ANALYZE"
many among
alone=$(awk '{print $2}' "$cluster/alone" | median) among=$(awk '{print $2}' "$cluster/among" | median)
heading "One run of $FACILITIES facilities, $METRICS metrics, $MONTHS months; median of $ROUNDS, CPU" ms ': alone' 'goal'
row "alone" "$alone"
goal "$(calc "$among / $alone")" '<=' 1.2
row "among $RUNS" "$among" "$(calc "$among / $alone")" "<= 1.2 $verdict"
exit "$missed"
