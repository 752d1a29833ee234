-- The aggregate behind the marts: a whole run of the shared data, row for row; the same in any order and plan; polarity, few peers,
-- few months, missing months; what it refuses.
-- The run is in HARMONY_DATA, ../shared/data by default; without it that part is skipped.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();

-- ---- a whole run ----
\set data `printf %s "${HARMONY_DATA:-../shared/data}"`
\set present `cd :'data'/signals 2>&- && [ -r runs.jsonl ] && echo true || echo false`
\if :present
\set content `cat "${HARMONY_DATA:-../shared/data}/signals/runs.jsonl"`
CREATE FUNCTION pg_temp.json_or_null(line text) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN line::jsonb;
EXCEPTION WHEN data_exception THEN RETURN NULL;
END $$;
-- The good lines of the run's nodes; of an entity the first.
CREATE TEMP TABLE lines AS
WITH run AS (SELECT :'content'::jsonb AS j),
  line AS (SELECT key AS file, i, pg_temp.json_or_null(line) AS j
           FROM run, jsonb_each_text(j -> 'files') f, regexp_split_to_table(value, '\n') WITH ORDINALITY s (line, i))
SELECT DISTINCT ON (file, facility) split_part(replace(file, 'results/nodes/', ''), '__', 1) AS metric,
  regexp_replace(entity.j #>> '{entity,0,value}', '\D', '', 'g')::integer AS facility, entity.j #> '{metric,0,values}' AS measured,
  head.j #>> '{metric,polarity}' AS polarity
FROM line entity JOIN line head USING (file)
WHERE head.i = 1 AND entity.i > 1 AND entity.j #>> '{entity,0,value}' LIKE 'F0%' AND
  (jsonb_typeof(entity.j #> '{metric,0,values}') = 'number' OR entity.j #> '{metric,0,values,timeline}' IS NOT NULL)
ORDER BY file, facility, entity.i;
CREATE TEMP TABLE observed AS
SELECT metric, facility, NULL::integer AS period, measured::float8 AS value, polarity FROM lines WHERE jsonb_typeof(measured) = 'number'
UNION ALL
SELECT metric, facility, (t ->> 'period')::integer, (t ->> 'value')::float8, polarity
FROM lines, jsonb_array_elements(measured -> 'timeline') t WHERE jsonb_typeof(measured) = 'object';
CREATE TEMP TABLE wanted AS
SELECT w.*, regexp_replace(w.facility, '\D', '', 'g')::integer AS number
FROM jsonb_to_recordset(:'content'::jsonb -> 'want') AS w (metric text, facility text, value float8, z float8, robust_z float8,
  percentile float8, mean_z float8, sd_z float8, max_abs_z float8, slope float8, slope_percentile float8, acceleration float8,
  periods integer, suppressed boolean, type text, severity integer);
CREATE TEMP TABLE got AS
SELECT metric, s.* FROM (SELECT metric, harmony_internal.metric_signals(facility, period, value, jsonb_build_object('polarity', polarity))
                           AS signals FROM observed GROUP BY metric) m, unnest(signals) s;
SELECT cmp_ok((SELECT count(*) FROM wanted), '>=', 50::bigint, 'the run is there');
SELECT results_eq('SELECT metric, facility FROM got ORDER BY 1, 2', 'SELECT metric, number FROM wanted ORDER BY 1, 2',
  'the run: a row of each facility');
CREATE FUNCTION pg_temp.near(a float8, b float8) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT (a IS NULL AND b IS NULL) OR coalesce(abs(a - b) <= 1e-9 * greatest(1, abs(b)), false) $$;
SELECT is_empty($$
  SELECT w, g FROM wanted w JOIN got g ON (g.metric, g.facility) = (w.metric, w.number)
  WHERE NOT (pg_temp.near(g.value, w.value) AND pg_temp.near(g.z, w.z) AND pg_temp.near(g.robust_z, w.robust_z)
    AND pg_temp.near(g.percentile, w.percentile) AND pg_temp.near(g.mean_z, w.mean_z) AND pg_temp.near(g.sd_z, w.sd_z)
    AND pg_temp.near(g.max_abs_z, w.max_abs_z) AND pg_temp.near(g.slope, w.slope)
    AND pg_temp.near(g.slope_percentile, w.slope_percentile) AND pg_temp.near(g.acceleration, w.acceleration))
    OR (g.periods, g.suppressed, g.signal_type, g.severity) IS DISTINCT FROM (w.periods, w.suppressed, w.type, w.severity) $$,
  'the run: every figure, type and severity');
\else
SELECT skip('no signals data in $HARMONY_DATA or ../shared/data', 3);
\endif

-- ---- against the functions of arrays, on generated rows ----
CREATE TEMP TABLE made AS
SELECT m AS metric, f AS facility, p AS period, v AS value,
  hashint8extended(m * 10000000 + f * 100000 + coalesce(p, 0), 7) AS mixed
FROM generate_series(1, 3) m, generate_series(1, 40) f,
  LATERAL (SELECT NULL::integer AS p, 100 + hashint8extended(m * 1000 + f, 1) % 50 / 7.0::float8 AS v
           UNION ALL
           SELECT to_char(date '2024-11-01' + make_interval(months => i), 'YYYYMM')::integer,
             CASE WHEN (f + i) % 11 > 0 THEN 100 + hashint8extended(m * 1000 + f * 20 + i, 2) % 50 / 7.0 END
           FROM generate_series(0, 12) i) r;
CREATE FUNCTION pg_temp.signals_of(options jsonb, ordering text) RETURNS TABLE (metric integer, s harmony_internal.facility_signal)
LANGUAGE plpgsql AS $$
BEGIN
  RETURN QUERY EXECUTE format('SELECT m, s FROM (SELECT metric AS m, '
    'harmony_internal.metric_signals(facility, period, value, $1) AS signals FROM (SELECT * FROM made ORDER BY %s OFFSET 0) r '
    'GROUP BY metric) x, unnest(signals) s', ordering) USING options;
END $$;
CREATE TEMP TABLE plain AS SELECT metric, (s).* FROM pg_temp.signals_of(NULL, 'metric, facility, period');
SELECT is((SELECT count(*) FROM plain), 120::bigint, 'a row of each facility and metric');
SELECT is_empty($$
  SELECT FROM (SELECT metric, array_agg(facility ORDER BY facility) AS f, harmony.peer_scores(array_agg(value ORDER BY facility)) AS p
               FROM made WHERE period IS NULL GROUP BY metric) a,
    unnest(f, p) AS x (facility, z, robust_z, percentile, n, suppressed)
  JOIN plain g USING (facility) WHERE g.metric = a.metric AND (g.z, g.robust_z, g.percentile, g.suppressed)
    IS DISTINCT FROM (x.z, x.robust_z, x.percentile, x.suppressed) $$, 'aggregates are compared as harmony.peer_scores compares');
SELECT is_empty($$
  SELECT FROM (SELECT metric, facility, (harmony.trend(array_agg(value ORDER BY period))).*
               FROM made WHERE period IS NOT NULL GROUP BY 1, 2) t JOIN plain g USING (metric, facility)
  WHERE (t.slope, t.p_value, t.acceleration, t.n) IS DISTINCT FROM (g.slope, g.p_value, g.acceleration, g.periods) $$,
  'trends are those of harmony.trend');
SELECT is_empty($$
  SELECT FROM (SELECT metric, facility, avg((s).z) AS mean, stddev_pop((s).z) AS sd, max(abs((s).z)) AS most
    FROM (SELECT metric, unnest(f) AS facility, unnest(p) AS s
          FROM (SELECT metric, period, array_agg(facility ORDER BY facility) AS f,
                  harmony.peer_scores(array_agg(value ORDER BY facility), 0.05, 10) AS p
                FROM made WHERE period IS NOT NULL GROUP BY 1, 2) a) b GROUP BY 1, 2) w JOIN plain g USING (metric, facility)
  WHERE abs(w.mean - g.mean_z) > 1e-12 OR abs(w.sd - g.sd_z) > 1e-12 OR abs(w.most - g.max_abs_z) > 1e-12 $$,
  'months are compared as harmony.peer_scores compares');
SELECT is_empty($$
  SELECT FROM plain g, harmony.classify_signal(g.mean_z, g.slope_percentile, g.acceleration, g.sd_z, g.max_abs_z, g.suppressed,
    g.periods) c
  WHERE (c.type, c.severity, c.position, c.trend, c.momentum, c.consistency, c.spike)
    IS DISTINCT FROM (g.signal_type, g.severity, g.position, g.trend, g.momentum, g.consistency, g.spike) $$,
  'types are those of harmony.classify_signal');
SELECT is_empty($$
  SELECT g, x FROM (SELECT metric, array_agg(facility ORDER BY facility) AS f,
                      harmony.fdr_bh(array_agg(p_value ORDER BY facility)) AS q FROM plain GROUP BY metric) a,
    unnest(f, q) x (facility, q_value) JOIN plain g USING (facility)
  WHERE a.metric = g.metric AND g.q_value IS DISTINCT FROM x.q_value $$, 'q values are those of harmony.fdr_bh');
SELECT set_eq('SELECT metric, (s).* FROM pg_temp.signals_of(NULL, ''mixed'')', 'SELECT * FROM plain', 'the order of rows does not matter');

-- In parallel, and by workers.
CREATE TABLE public.made_rows AS SELECT * FROM made;
ANALYZE public.made_rows;
SET LOCAL min_parallel_table_scan_size = 0; SET LOCAL parallel_setup_cost = 0; SET LOCAL parallel_tuple_cost = 0;
SET LOCAL max_parallel_workers_per_gather = 4;
CREATE FUNCTION pg_temp.plan(query text) RETURNS SETOF text LANGUAGE plpgsql AS $$
BEGIN
  RETURN QUERY EXECUTE 'EXPLAIN (COSTS OFF) ' || query;
END $$;
\set parallel 'SELECT harmony_internal.metric_signals(facility, period, value, NULL) AS s FROM made_rows WHERE metric = 2'
SELECT ok((SELECT bool_or(p LIKE '%Partial%') FROM pg_temp.plan(:'parallel') p), 'the plan has workers');
SELECT set_eq(format('SELECT 2, s.* FROM (%s) x, unnest(s) s', :'parallel'), 'SELECT * FROM plain WHERE metric = 2',
  'workers change nothing');
SET LOCAL max_parallel_workers_per_gather = 0;

-- ---- polarity ----
CREATE TEMP TABLE higher AS SELECT metric, (s).* FROM pg_temp.signals_of('{"polarity": "higher_is_better"}', 'mixed');
SELECT is_empty($$
  SELECT p, h FROM plain p JOIN higher h USING (metric, facility)
  WHERE (h.z, h.robust_z, h.mean_z, h.acceleration, h.slope_percentile, h.value, h.percentile, h.slope, h.sd_z, h.max_abs_z, h.p_value)
    IS DISTINCT FROM (-p.z, -p.robust_z, -p.mean_z, -p.acceleration, 100 - p.slope_percentile, p.value, p.percentile, p.slope, p.sd_z,
      p.max_abs_z, p.p_value) $$, 'higher is better: what turns, and what stays as measured');
SELECT is_empty($$
  SELECT FROM higher WHERE magnitude_tier IS DISTINCT FROM CASE WHEN 100 - percentile >= 99 THEN 'critical'
    WHEN 100 - percentile >= 95 THEN 'severe' WHEN 100 - percentile >= 85 THEN 'elevated' WHEN 100 - percentile >= 75 THEN 'marginal'
    WHEN 100 - percentile >= 25 THEN 'expected' WHEN 100 - percentile >= 10 THEN 'favorable' ELSE 'excellent' END $$,
  'higher is better: the magnitude is told from the bad end');
SELECT is_empty($$
  SELECT FROM (SELECT metric, (s).* FROM pg_temp.signals_of('{"polarity": "target_range", "range": [98, 101]}', 'mixed')) t
  JOIN (SELECT metric, (s).* FROM (SELECT metric, harmony_internal.metric_signals(facility, period,
          CASE WHEN value IS NOT NULL THEN greatest(0, 98 - value, value - 101) END, NULL) AS signals
        FROM made GROUP BY metric) x, unnest(signals) s) d USING (metric, facility)
  JOIN plain p USING (metric, facility)
  WHERE (t.z, t.mean_z, t.slope, t.percentile, t.signal_type, t.severity, t.value)
    IS DISTINCT FROM (d.z, d.mean_z, d.slope, d.percentile, d.signal_type, d.severity, p.value) $$,
  'target range: the distance from it, lower is better; the value as measured');

-- ---- few, and none ----
CREATE FUNCTION pg_temp.one(rows text, options jsonb DEFAULT NULL) RETURNS SETOF harmony_internal.facility_signal
LANGUAGE plpgsql AS $$
BEGIN
  RETURN QUERY EXECUTE 'SELECT s.* FROM (SELECT harmony_internal.metric_signals(f, p, v, $1) AS signals FROM (' || rows ||
    ') r (f, p, v)) x, unnest(signals) s' USING options;
END $$;
SELECT is((SELECT harmony_internal.metric_signals(1, NULL, 1.0, NULL) WHERE false), NULL, 'no row: NULL');
SELECT is((SELECT harmony_internal.metric_signals(1, 202501, 1.0, NULL)), '{}', 'months alone: no row');
SELECT results_eq($$ SELECT facility, value, z, suppressed, signal_type, severity, periods, consistency_tier, trajectory_tier,
    magnitude_tier
    FROM pg_temp.one('VALUES (7, NULL::int, 1.5::float8), (7, 202501, 2), (7, 202502, 3)') $$,
  $$ VALUES (7, 1.5::float8, NULL::float8, true, 'suspect_data', 50, 2, 'transient', 'stable', NULL) $$, 'alone: suppressed');
SELECT results_eq($$ SELECT facility, value, periods FROM pg_temp.one('VALUES (7, NULL::int, NULL::float8), (7, 202501, NULL)') $$,
  $$ VALUES (7, NULL::float8, 0) $$, 'an aggregate without a value: a row without figures');
SELECT results_eq($$ SELECT suppressed, z IS NULL, mean_z, periods FROM pg_temp.one(
    'SELECT f, p, 1.0::float8 FROM generate_series(1, 14) f, unnest(''{NULL,202501,202502,202503}''::int[]) p') WHERE facility = 14 $$,
  $$ VALUES (true, true, 0::float8, 3) $$, '14 peers: the aggregate is suppressed, the months are not');
SELECT results_eq($$ SELECT mean_z IS NULL, z, signal_type FROM pg_temp.one(
    'SELECT f, p, 1.0::float8 FROM generate_series(1, 20) f, unnest(''{NULL,202501,202502,202503}''::int[]) p WHERE f < 10 OR p IS NULL')
    WHERE facility IN (9, 10) $$,
  $$ VALUES (true, 0::float8, 'baseline'), (true, 0::float8, 'suspect_data') $$, '9 peers of a month: months are suppressed, the z counts');
SELECT results_eq($$ SELECT count(slope), count(slope_percentile) FROM pg_temp.one(
    'SELECT f, p, f::float8 FROM generate_series(1, 20) f, generate_series(202500, 202500 + CASE WHEN f < 10 THEN 6 ELSE 5 END) q,
       nullif(q, 202500) p') $$, $$ VALUES (9::bigint, 0::bigint) $$, '6 months make a slope, 10 slopes a percentile');
SELECT results_eq($$ SELECT count(slope), count(slope_percentile), min(slope_percentile) FROM pg_temp.one(
    'SELECT f, p, f::float8 FROM generate_series(1, 20) f, generate_series(202500, 202500 + CASE WHEN f < 11 THEN 6 ELSE 5 END) q,
       nullif(q, 202500) p') $$, $$ VALUES (10::bigint, 10::bigint, 50::float8) $$, 'the tenth slope makes percentiles');
SELECT isnt((SELECT signal_type FROM pg_temp.one(
    'SELECT f, p, f::float8 FROM generate_series(1, 20) f, unnest(''{NULL,202501,202502}''::int[]) p',
    '{"cutoffs": {"classifier": {"min_periods": 2}}}') WHERE facility = 20), 'suspect_data', 'cut-offs are taken');

-- ---- refused ----
CREATE FUNCTION pg_temp.refused(rows text, code text, message text, options jsonb DEFAULT NULL) RETURNS text LANGUAGE sql AS $$
  SELECT throws_ok(format('SELECT pg_temp.one(%L, %L)', rows, options), code, message) $$;
SELECT pg_temp.refused('VALUES (NULL::int, 1, 1.0::float8)', '22004', 'facility must not be null');
SELECT pg_temp.refused('VALUES (1, 202501, ''NaN''::float8)', '22023', 'value must be finite');
SELECT pg_temp.refused('VALUES (1, 202501, ''-Infinity''::float8)', '22023', 'value must be finite');
SELECT pg_temp.refused('VALUES (1, 202513, 1.0::float8)', '22023', 'period 202513 is no month');
SELECT pg_temp.refused('VALUES (1, 202500, 1.0::float8)', '22023', 'period 202500 is no month');
SELECT pg_temp.refused('VALUES (1, -202501, 1.0::float8)', '22023', 'period -202501 is no month');
SELECT pg_temp.refused('VALUES (1, 202501, 1.0::float8), (1, 202501, 1.0)', '22023',
  'facility 1 has two values of period 202501 of one metric');
SELECT pg_temp.refused('VALUES (1, NULL::int, 1.0::float8), (1, NULL, 2.0)', '22023', 'facility 1 has two aggregates of one metric');
SELECT pg_temp.refused('VALUES (1, 202501, 1.0::float8)', '22023', NULL, '{"polarity": "up"}');
SELECT pg_temp.refused('VALUES (1, 202501, 1.0::float8)', '22023', NULL, '{"polarity": "target_range"}');
SELECT pg_temp.refused('VALUES (1, 202501, 1.0::float8)', '22023', NULL, '{"polarity": "target_range", "range": [2, 1]}');
SELECT pg_temp.refused('VALUES (1, 202501, 1.0::float8)', '22023', NULL, '{"cutoffs": {"tiers": {"severe": 100}}}');
SELECT pg_temp.refused('VALUES (1, 202501, 1.0::float8)', '22023', NULL, '{"cutoff": 1}');
SELECT throws_ok($$ SELECT harmony_internal.metric_signals(f, NULL, 1, CASE WHEN f > 1 THEN '{}'::jsonb END)
  FROM generate_series(1, 2) f $$, '22023', 'options must be the same in every row of a metric');
-- The months that a signal's z are of: one rule for both, whatever the polarity and the cut-offs.
CREATE TEMP TABLE month AS SELECT f, m, sin(f * 1.7) + cos(f * m * 0.9) AS value FROM generate_series(1, 12) f, generate_series(1, 8) m
  WHERE (f + m) % 11 > 0;
SELECT is_empty(format($$
  SELECT s.facility, s.mean_z, s.sd_z, s.max_abs_z, m.mean_z, m.sd_z, m.max_abs_z
  FROM unnest((SELECT harmony_internal.metric_signals(f, ps, vs, %1$L) FROM (
    SELECT f, array_agg(202500 + m ORDER BY m) AS ps, array_agg(value ORDER BY m) AS vs FROM month GROUP BY f
    UNION ALL SELECT f, NULL, ARRAY[f::float8] FROM generate_series(1, 12) f) r)) s
  JOIN (SELECT m.facility, avg(m.z) AS mean_z, stddev_pop(m.z) AS sd_z, max(abs(m.z)) AS max_abs_z FROM unnest((
          SELECT harmony_internal.metric_months(f, ps, vs, %1$L) FROM (
            SELECT f, array_agg(202500 + m ORDER BY m) AS ps, array_agg(value ORDER BY m) AS vs FROM month GROUP BY f) r)) m
        GROUP BY m.facility) m USING (facility)
  WHERE NOT (abs(s.mean_z - m.mean_z) < 1e-12 AND abs(s.sd_z - m.sd_z) < 1e-12 AND s.max_abs_z = m.max_abs_z)
    OR num_nulls(s.mean_z, m.mean_z) = 1$$, o), 'months of ' || o)
FROM unnest(ARRAY['{}', '{"polarity": "higher_is_better"}', '{"polarity": "target_range", "range": [-0.5, 0.2]}',
  '{"cutoffs": {"peers": {"monthly_min_peers": 11, "monthly_floor": 0.9}}}']) o;
SELECT is((SELECT count(*) FROM unnest((SELECT harmony_internal.metric_months(f, ps, vs, '{}') FROM (
  SELECT f, array_agg(202500 + m ORDER BY m) AS ps, array_agg(value ORDER BY m) AS vs FROM month GROUP BY f) r)) m), (SELECT count(*)
    FROM month),
  'a row a month that has a value');

SELECT * FROM finish();
ROLLBACK;
