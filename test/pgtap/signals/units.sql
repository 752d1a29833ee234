-- What a metric's unit and least size mean, of whose encounters; since when a signal is what it is; checks that can be asked; questions
-- about a metric that the newest run has not.
BEGIN;
SET search_path = public, pg_catalog;
SET LOCAL jit = off;
SELECT no_plan();
\ir ../../lib/signals.sql
\set org 'pg_temp.org()'

-- Twenty sites with encounters of their own in each metric; site F20 is the worst.
CREATE FUNCTION pg_temp.sites(run text, metric text, unit float8, size float8) RETURNS bigint LANGUAGE sql AS $$
  SELECT i.loaded FROM signals.ingest(pg_temp.org(), run, metric || '.jsonl',
    jsonb_build_object('type', 'node_metadata', 'canonical_node_id', metric, 'metric_id', metric, 'metric',
      jsonb_build_object('polarity', 'lower_is_better'))::text || E'\n' || (
    SELECT string_agg(jsonb_build_object(
      'entity', jsonb_build_array(jsonb_build_object('id', 'facilityId', 'value', format('F%s', lpad(f::text, 2, '0')))),
      'metric', jsonb_build_array(jsonb_build_object('metadata', jsonb_build_object('metric_id', metric), 'values', unit * f / 100)),
      'metadata', jsonb_build_object('facility', 'Site ' || f, 'encounters', size * f))::text, E'\n') FROM generate_series(1, 20) f)) i
$$;
CREATE FUNCTION pg_temp.signal(metric text, facility text) RETURNS bigint LANGUAGE sql AS $$
  SELECT s.id FROM signals.signal s WHERE s.organization_id = pg_temp.org() AND s.metric_id = metric AND s.facility_id = facility
$$;
SELECT pg_temp.sites('1', 'falls', 1, 100), pg_temp.sites('1', 'sepsis', 100, 30) \g /dev/null
INSERT INTO signals.dim_metric (organization_id, metric_id, name, unit) VALUES (:org, 'falls', 'Falls', 'proportion'),
  (:org, 'sepsis', 'Sepsis', '%') ON CONFLICT (organization_id, metric_id, valid_from) DO UPDATE SET unit = excluded.unit;
UPDATE signals.dim_metric SET min_size = 60 WHERE organization_id = :org AND metric_id = 'sepsis';
SELECT signals.build(:org, '1'), signals.hydrate(:org, '1') \g /dev/null

SELECT results_eq($$SELECT metric_id, encounters FROM signals.fct_signal WHERE organization_id = pg_temp.org() AND facility_id = 'F20'
  ORDER BY metric_id$$, $$VALUES ('falls', 2000::float8), ('sepsis', 600)$$, 'encounters are those of the metric''s own line');
-- By hand: falls f %, mean 10.5 %; (0.2 - 0.105) * 2000 = 190 falls beyond the mean. sepsis: the mean of F02 to F20 is 11 %, F20 has 20 %
-- of 600: 54, although the values are 20 and 11.
SELECT is((SELECT round(excess::numeric, 6) FROM signals.fct_signal WHERE organization_id = :org AND metric_id = 'falls'
  AND facility_id = 'F20'), 190.000000, 'events beyond the mean of the peers');
SELECT is((SELECT round(excess::numeric, 6) FROM signals.fct_signal WHERE organization_id = :org AND metric_id = 'sepsis'
  AND facility_id = 'F20'), 54.000000, 'a percentage counts as a hundredth');
SELECT is((SELECT array_agg(facility_id) FROM signals.fct_signal WHERE organization_id = :org AND metric_id = 'sepsis' AND suppressed),
  '{F01}', 'a site of fewer encounters than min_size is suppressed');
SELECT is((SELECT row(value, z)::text FROM signals.fct_signal WHERE organization_id = :org AND metric_id = 'sepsis' AND suppressed),
  '(,)', 'and has no value');
SELECT is((SELECT string_agg(p ->> 'facility_id' || ' ' || (p ->> 'size') || ' ' || (p ->> 'value'), ' ')
  FROM jsonb_array_elements(signals.signal_detail(pg_temp.signal('sepsis', 'F20')) #> '{funnel,points}') p
  WHERE p ->> 'facility_id' >= 'F19'), 'F19 570 0.18947368421052632 F20 600 0.2', 'a funnel by the metric''s own encounters');
SELECT is(jsonb_array_length(signals.signal_detail(pg_temp.signal('sepsis', 'F20')) #> '{funnel,points}'), 19, 'without who is suppressed');
SELECT results_eq($$SELECT u, signals.funnel_kind(u), signals.unit_scale(u)
  FROM unnest('{Proportion,PERCENT,%,ratio,days,NULL}'::text[]) u$$,
  $$VALUES ('Proportion', 'proportion', 1::float8), ('PERCENT', 'proportion', 0.01), ('%', 'proportion', 0.01), ('ratio', 'ratio', 1),
           ('days', NULL, 1), (NULL, NULL, 1)$$, 'units');

-- Since when.
SELECT pg_temp.sites('2', 'falls', 1, 100), pg_temp.sites('3', 'falls', 1, 100) \g /dev/null
SELECT signals.build(:org, r), signals.hydrate(:org, r) FROM (VALUES ('2'), ('3')) v (r) \g /dev/null
SELECT is(signals.signal_detail(pg_temp.signal('falls', 'F20')) -> 'since' ->> 'run_id', '1', 'the same since the first run');
UPDATE signals.signal_history SET severity = severity + 1 WHERE signal_id = pg_temp.signal('falls', 'F20') AND run_id = '2';
SELECT is(signals.signal_detail(pg_temp.signal('falls', 'F20')) #>> '{since,run_id}', '3', 'a break between: since after it');
SELECT is(signals.signal_detail(pg_temp.signal('falls', 'F20')) #>> '{since,first_run_id}', '1', 'which is not when it appeared');
SELECT is(signals.signal_detail(pg_temp.signal('falls', 'F20')) -> 'comments', '[]', 'nobody has said anything');
SELECT signals.comment_signal(pg_temp.signal('falls', 'F20'), w) FROM unnest('{first,second}'::text[]) w \g /dev/null
SELECT is((SELECT array_agg(c ->> 'comment' ORDER BY n) FROM jsonb_array_elements(
  signals.signal_detail(pg_temp.signal('falls', 'F20')) -> 'comments') WITH ORDINALITY x (c, n)), '{second,first}',
  'comments, the newest first');

-- A metric that the newest run has not, and filters as a query of HTTP has them.
SELECT results_eq($$SELECT n, value FROM signals.metric_query(pg_temp.org(), 'sepsis')$$, 'VALUES (19::bigint, 11::float8)',
  'the newest run that has the metric');
SELECT results_eq($$SELECT n FROM signals.metric_query(pg_temp.org(), 'falls', '{}', '"{\"facility_id\": [\"F01\", \"F02\"]}"')$$,
  'VALUES (2::bigint)', 'filters as a string');
SELECT throws_ok(format('SELECT signals.metric_query(pg_temp.org(), ''falls'', ''{}'', %L)', f), '22023', NULL,
  'filters that are none: ' || f)
FROM unnest(ARRAY['"x"', '"[1]"', '[]', '1', '"{\"facility_id\": {}}"', '"{"']) f;

-- Checks that could not be asked.
SELECT throws_ok(format('INSERT INTO signals.quality_check (layer, kind, columns, arguments) VALUES (''signals.fct_signal'', %L, %L, %L)',
  kind, columns, arguments), '22023', NULL, format('%s %s %s', kind, columns, arguments))
FROM (VALUES ('range', '{value}', '{}'), ('range', '{value}', '{"min": 1}'), ('range', '{value}', '{"least": "1"}'), ('range', '{}',
        '{"least": 1}'), ('not_null', '{}', '{}'), ('not_null', '{value}', '{"values": []}'), ('accepted_values', '{value}', '{}'),
        ('accepted_values', '{value}', '{"values": 1}'), ('relationships', '{run_id}', '{"to": "signals.run"}'),
        ('relationships', '{run_id}', '{"to": "signals.run", "columns": ["run_id", "x"]}'), ('row_count', '{value}', '{"most": 1}'),
        ('row_count', '{}', '{}'), ('freshness', '{value}', '{}'), ('unique', '{}', '{}')) v (kind, columns, arguments);
SELECT lives_ok($$INSERT INTO signals.quality_check (layer, kind, columns, arguments, severity) VALUES
  ('signals.fct_signal', 'range', '{value}', '{"least": 0}', 'warn'), ('signals.fct_signal', 'row_count', '{}', '{"least": 1}', 'warn'),
  ('signals.fct_signal', 'relationships', '{run_id}', '{"to": "signals.run", "columns": ["run_id"]}', 'warn')$$, 'those that can');

-- A run that was refused says why it cannot be taken over.
SELECT pg_temp.sites('4', 'falls', 1, 100) \g /dev/null
UPDATE signals.quality_check SET severity = 'error', arguments = '{"least": 1}' WHERE layer = 'signals.fct_signal' AND kind = 'range'
  AND arguments = '{"least": 0}';
SELECT signals.build(:org, '4') \g /dev/null
CREATE FUNCTION pg_temp.hint(statement text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE hint text;
BEGIN
  EXECUTE statement; RETURN 'none';
EXCEPTION WHEN OTHERS THEN GET STACKED DIAGNOSTICS hint = PG_EXCEPTION_HINT; RETURN SQLSTATE || ' ' || hint;
END
$$;
SELECT is(pg_temp.hint($$SELECT signals.hydrate(pg_temp.org(), '4')$$),
  '55000 A check failed when it was built: signals.check_result says which, and which rows.', 'a refused run');

SELECT * FROM finish();
ROLLBACK;
