-- Every case of the shared data of the statistics of oversight: NumPy, SciPy, plain Python, figures published by NIST, Montgomery and
-- Runger, and scikit-learn (oversight/README.md there).
-- The data folder is HARMONY_DATA, ../shared/data by default; without it everything here is skipped.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
\set data `printf %s "${HARMONY_DATA:-../shared/data}"`
\set present `cd :'data'/oversight 2>&- && [ -r statistics_cases.jsonl ] && echo true || echo false`
\if :present

\ir ../../lib/has.sql
CREATE FUNCTION pg_temp.numbers(list jsonb) RETURNS float8[] LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce((SELECT array_agg(e::float8 ORDER BY o) FROM jsonb_array_elements_text(list) WITH ORDINALITY s (e, o)), '{}') $$;
SELECT pg_temp.has('{"a": [1, null], "b": 2}', '{"a": [1.0000000001, null]}') AND NOT pg_temp.has('{"a": 1}', '{"a": 1.001}')
  AND NOT pg_temp.has('{"a": null}', '{"a": 1}') AND NOT pg_temp.has('{"a": 1}', '{"a": null}') AS works \gset
SELECT ok(:'works', 'the comparison sees a difference');

\set content `cat "${HARMONY_DATA:-../shared/data}/oversight/statistics_cases.jsonl"`
CREATE TEMP TABLE cases AS
SELECT j ->> 'id' || ': ' || (j ->> 'kind') || coalesce(', ' || (j ->> 'name'), '') AS id, j ->> 'kind' AS kind, j AS a,
  j -> 'want' AS want
FROM (SELECT line::jsonb AS j FROM regexp_split_to_table(:'content', '\n') line WHERE line <> '') s;

-- The two sides of a drift in one list, the reference among the current values.
CREATE FUNCTION pg_temp.sides(a jsonb, OUT value float8, OUT is_reference boolean) RETURNS SETOF record LANGUAGE sql AS $$
  SELECT v, r FROM (SELECT v, true, o FROM unnest(pg_temp.numbers(a -> 'reference')) WITH ORDINALITY u (v, o)
    UNION ALL SELECT v, false, o FROM unnest(pg_temp.numbers(a -> 'current')) WITH ORDINALITY u (v, o)) s (v, r, o) ORDER BY o $$;
CREATE FUNCTION pg_temp.counted(a jsonb, OUT category text, OUT is_reference boolean) RETURNS SETOF record LANGUAGE sql AS $$
  SELECT c.key, s.side = 'reference' FROM unnest(ARRAY['reference', 'current']) s (side), jsonb_each_text(a -> s.side) c,
    generate_series(1, c.value::integer) $$;
CREATE FUNCTION pg_temp.got(kind text, a jsonb) RETURNS jsonb LANGUAGE plpgsql AS $$
DECLARE x float8[] := pg_temp.numbers(a -> 'values');
BEGIN
  CASE kind
    WHEN 'drift' THEN RETURN (SELECT CASE WHEN a ? 'bins' THEN to_jsonb(harmony.drift(value, is_reference, (a ->> 'bins')::integer))
      ELSE to_jsonb(harmony.drift(value, is_reference)) END FROM pg_temp.sides(a));
    WHEN 'drift_categories' THEN RETURN (SELECT to_jsonb(harmony.drift_categories(category, is_reference)) FROM pg_temp.counted(a));
    WHEN 'binary' THEN RETURN (SELECT to_jsonb(harmony.binary_performance(y = 1, p))
      FROM unnest(pg_temp.numbers(a -> 'outcome'), pg_temp.numbers(a -> 'probability')) u (y, p));
    WHEN 'regression' THEN RETURN (SELECT to_jsonb(harmony.regression_performance(y, f))
      FROM unnest(pg_temp.numbers(a -> 'actual'), pg_temp.numbers(a -> 'predicted')) u (y, f));
    WHEN 'estimated' THEN RETURN (SELECT to_jsonb(harmony.estimated_performance(p)) FROM unnest(pg_temp.numbers(a -> 'probability')) p);
    WHEN 'robust_z' THEN RETURN to_jsonb(harmony.robust_z((a ->> 'value')::float8, pg_temp.numbers(a -> 'window')));
    WHEN 'ewma' THEN RETURN (SELECT jsonb_agg(jsonb_build_array(c.ewma, c.low, c.high, c.signal) ORDER BY c.i)
      FROM harmony.ewma_chart(x, (a ->> 'target')::float8, (a ->> 'sd')::float8, (a ->> 'lambda_')::float8, (a ->> 'l')::float8,
        (a ->> 'steady')::boolean) c);
    WHEN 'cusum' THEN RETURN (SELECT jsonb_agg(jsonb_build_array(c.high, c.low, c.signal) ORDER BY c.i)
      FROM harmony.cusum_chart(x, (a ->> 'target')::float8, (a ->> 'sd')::float8, (a ->> 'k')::float8, (a ->> 'h')::float8) c);
    WHEN 'embedding' THEN RETURN to_jsonb(harmony.text_embedding(a ->> 'text', (a ->> 'dimensions')::integer));
  END CASE;
END $$;
SELECT ok(pg_temp.has(jsonb_build_object('got', pg_temp.got(kind, a)), jsonb_build_object('got', nullif(want, 'null'))), id) FROM cases;
SELECT cmp_ok((SELECT count(*) FROM cases), '>=', 74::bigint, 'the cases are there');
SELECT set_eq('SELECT DISTINCT kind FROM cases', ARRAY['drift', 'drift_categories', 'binary', 'regression', 'estimated', 'robust_z', 'ewma',
  'cusum', 'embedding'], 'of all nine kinds');

\else
SELECT skip('no oversight data in $HARMONY_DATA or ../shared/data', 1);
\endif
SELECT * FROM finish();
ROLLBACK;
