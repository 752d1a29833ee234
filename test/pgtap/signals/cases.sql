-- Every case of the shared data of signals: rational arithmetic, SciPy, figures published by CMS, Montgomery, FunnelPlotR and NHS
-- (signals/README.md there); the 1,314 rows of the classifier; a whole run by the aggregate behind the marts.
-- The data folder is HARMONY_DATA, ../shared/data by default; without it everything here is skipped.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
\set data `printf %s "${HARMONY_DATA:-../shared/data}"`
\set present `cd :'data'/signals 2>&- && [ -r cases.jsonl ] && [ -r classifier.csv ] && [ -r runs.jsonl ] && echo true || echo false`
\if :present

\ir ../../lib/has.sql
CREATE FUNCTION pg_temp.numbers(list jsonb) RETURNS float8[] LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN jsonb_typeof(list) = 'array' THEN
    coalesce((SELECT array_agg(e::float8 ORDER BY o) FROM jsonb_array_elements_text(list) WITH ORDINALITY s (e, o)), '{}') END $$;
SELECT pg_temp.has('{"a": [1, null], "b": 2}', '{"a": [1.0000000001, null]}') AND NOT pg_temp.has('{"a": 1}', '{"a": 1.001}')
  AND NOT pg_temp.has('{"a": null}', '{"a": 1}') AND NOT pg_temp.has('{"a": 1}', '{"a": null}') AS works \gset
SELECT ok(:'works', 'the comparison sees a difference');

\set content `cat "${HARMONY_DATA:-../shared/data}/signals/cases.jsonl"`
CREATE TEMP TABLE cases AS
SELECT j ->> 'id' AS id, j ->> 'kind' AS kind, j -> 'args' AS a, j -> 'want' AS want
FROM (SELECT line::jsonb AS j FROM regexp_split_to_table(:'content', '\n') line WHERE line <> '') s;

-- What the function of a case gives.
CREATE FUNCTION pg_temp.got(kind text, a jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE x float8[] := pg_temp.numbers(a -> 0);
BEGIN
  CASE kind
    WHEN 'peer_scores' THEN RETURN to_jsonb(harmony.peer_scores(x, (a ->> 1)::float8, (a ->> 2)::integer));
    WHEN 'trend' THEN RETURN to_jsonb(harmony.trend(x));
    WHEN 'anomaly_label' THEN RETURN to_jsonb(harmony.anomaly_label((a ->> 0)::float8));
    WHEN 'control_chart' THEN RETURN to_jsonb(harmony.control_chart(a ->> 0, pg_temp.numbers(a -> 1), pg_temp.numbers(a -> 2), a -> 3));
    WHEN 'runs_test' THEN RETURN to_jsonb(harmony.runs_test(x, (a ->> 1)::float8));
    WHEN 'funnel' THEN RETURN to_jsonb(harmony.funnel(a ->> 0, pg_temp.numbers(a -> 1), pg_temp.numbers(a -> 2), a -> 3));
    WHEN 'funnel_limits' THEN
      RETURN to_jsonb(harmony.funnel_limits(a ->> 0, (a ->> 1)::float8, (a ->> 2)::float8, (a ->> 3)::float8));
    WHEN 'contributions' THEN
      RETURN to_jsonb(harmony.contributions((a ->> 0)::float8, pg_temp.numbers(a -> 1), pg_temp.numbers(a -> 2)));
    WHEN 'kmeans_1d' THEN RETURN jsonb_build_object('labels', harmony.kmeans_1d(x, (a ->> 1)::integer));
    WHEN 'linear_shap' THEN RETURN to_jsonb(harmony.linear_shap(x, pg_temp.numbers(a -> 1), pg_temp.numbers(a -> 2)));
    WHEN 'narrative' THEN RETURN harmony.narrative_parse(harmony.narrative_text(a -> 0));
  END CASE;
END $$;
SELECT ok(pg_temp.has(pg_temp.got(kind, a), want), id) FROM cases WHERE kind <> 'kmeans_1d';
SELECT is(pg_temp.got(kind, a), want, id || ', exactly') FROM cases WHERE kind = 'narrative';
SELECT ok(pg_temp.has(pg_temp.got(kind, a) -> 'labels', want -> 'labels'), id) FROM cases WHERE kind = 'kmeans_1d';
SELECT ok(abs(sum(squares) - min(cost)) <= 1e-9 * greatest(min(cost), 1), id || ': the least cost') FROM (
  SELECT id, (want ->> 'cost')::float8 AS cost, count(*) * var_pop(v) AS squares
  FROM cases, unnest(pg_temp.numbers(a -> 0), harmony.kmeans_1d(pg_temp.numbers(a -> 0), (a ->> 1)::integer)) u (v, label)
  WHERE kind = 'kmeans_1d' GROUP BY id, want, label) s GROUP BY id;

-- ---- the classifier ----
CREATE TEMP TABLE classified (z float8, slope_percentile float8, acceleration float8, sd float8, max_abs_z float8, suppressed int,
  periods int, type text, severity int, "position" text, trend text, momentum text, consistency text, spike int);
\set content `cat "${HARMONY_DATA:-../shared/data}/signals/classifier.csv"`
INSERT INTO classified
SELECT v[1]::float8, v[2]::float8, v[3]::float8, v[4]::float8, v[5]::float8, v[6]::int, v[7]::int, v[8], v[9]::int, v[10], v[11], v[12],
  v[13], v[14]::int
FROM (SELECT array_replace(string_to_array(line, ','), '', NULL) AS v
      FROM regexp_split_to_table(:'content', '\r?\n') WITH ORDINALITY s (line, i) WHERE i > 1 AND line <> '') s;
SELECT cmp_ok((SELECT count(*) FROM classified), '>=', 1300::bigint, 'the rows of the classifier are there');
SELECT is_empty($$
  SELECT c, r FROM classified c, harmony.classify_signal(z, slope_percentile, acceleration, sd, max_abs_z, suppressed = 1, periods) r
  WHERE (c.type, c.severity, c.position, c.trend, c.momentum, c.consistency, c.spike = 1)
        IS DISTINCT FROM (r.type, r.severity, r.position, r.trend, r.momentum, r.consistency, r.spike) $$,
  'every row of the classifier: type, severity and indicators');
SELECT set_eq('SELECT DISTINCT type FROM classified', ARRAY['suspect_data', 'volatility_alert', 'critical_trajectory',
  'chronic_underperformer', 'recovering', 'sustained_excellence', 'improving_leader', 'emerging_risk', 'baseline'], 'of all nine types');

\else
SELECT skip('no signals data in $HARMONY_DATA or ../shared/data', 1);
\endif
SELECT * FROM finish();
ROLLBACK;
