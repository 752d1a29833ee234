-- Every case of the shared data of workforce: runs of a slow program in plain Python (workforce/README.md there), to 1e-9 of the
-- number or, for the ends of an interval, of its half-width; closed forms within 4.5 standard errors; what is refused. The program takes
-- t(.975, 5) as 2.57058183661, which is 4e-10 too much.
-- The data folder is HARMONY_DATA, ../shared/data by default; without it everything here is skipped.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
\set data `printf %s "${HARMONY_DATA:-../shared/data}"`
\set present `cd :'data' 2>&- && [ -r workforce/simulation_cases.jsonl ] && echo true || echo false`
\if :present

\set content `cat "${HARMONY_DATA:-../shared/data}/workforce/simulation_cases.jsonl"`
CREATE TEMP TABLE cases AS
SELECT (j ->> 'id') || ' ' || coalesce(j ->> 'name', 'closed form') AS id, j ->> 'kind' AS kind, j -> 'config' AS config, j -> 'want' AS
  want
FROM (SELECT line::jsonb AS j FROM regexp_split_to_table(:'content', '\n') line WHERE line <> '') s;
SELECT cmp_ok((SELECT count(*) FROM cases), '>=', 22::bigint, 'the cases are there');

-- Whether one metric's numbers are the wanted ones.
CREATE FUNCTION pg_temp.same(got jsonb, want jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT bool_and(CASE WHEN jsonb_typeof(v) = 'null' THEN jsonb_typeof(got -> k) = 'null'
    ELSE abs((got ->> k)::float8 - v::float8) <= 1e-9 * greatest(1, abs(v::float8),
      CASE WHEN k LIKE 'ci%' THEN ((want ->> 'ci_high')::float8 - (want ->> 'ci_low')::float8) / 2 END) END IS TRUE)
  FROM jsonb_each(want) e (k, v) $$;
SELECT ok(pg_temp.same('{"mean": 1, "sd": null}', '{"mean": 1.0000000001, "sd": null}') AND NOT pg_temp.same('{"mean": 1}',
  '{"mean": 1.001}')
  AND NOT pg_temp.same('{"mean": 1}', '{"mean": null}') AND NOT pg_temp.same('{}', '{"mean": 1}'), 'the comparison sees a difference');

CREATE TEMP TABLE answers AS
SELECT id, kind, want, harmony.simulate_workforce(config) AS got FROM cases WHERE kind IN ('exact', 'closed_form');

-- Every wanted metric of every wanted step, of all and of each role.
CREATE TEMP TABLE metrics AS
SELECT a.id, s.step ->> 'step' AS step, m.path, m.want, (a.got -> 'steps' -> (s.step ->> 'step')::integer) #> m.path AS got
FROM answers a, jsonb_array_elements(a.want -> 'steps') s (step), LATERAL (
  SELECT ARRAY['total', k] AS path, v AS want FROM jsonb_each(s.step -> 'total') t (k, v)
  UNION ALL SELECT ARRAY['roles', r, k], v FROM jsonb_each(s.step -> 'roles') o (r, metrics), jsonb_each(o.metrics) t (k, v)) m
WHERE a.kind = 'exact';
SELECT is((SELECT count(*) FROM metrics m WHERE m.id = a.id AND pg_temp.same(m.got, m.want) IS NOT TRUE), 0::bigint,
  a.id || ': ' || (SELECT count(*) FROM metrics m WHERE m.id = a.id) || ' metrics') FROM answers a WHERE kind = 'exact' ORDER BY id;
SELECT cmp_ok((SELECT count(*) FROM metrics), '>', 2000::bigint, 'metrics were compared');
SELECT ok(pg_temp.same(got -> 'money' -> 'npv', want -> 'money' -> 'npv')
  AND pg_temp.same(got -> 'money', (want -> 'money') - 'npv'), id || ': money') FROM answers WHERE want ? 'money' ORDER BY id;

SELECT ok(abs((got -> 'steps' -> (w ->> 'step')::integer #>> '{total,automation_rate,mean}')::float8 - (w ->> 'automation_rate')::float8)
  <= 4.5 * (w ->> 'se')::float8 + 1e-12, id || ', step ' || (w ->> 'step'))
FROM answers, jsonb_array_elements(want) w WHERE kind = 'closed_form';

SELECT throws_ok(format('SELECT harmony.simulate_workforce(%L)', config), CASE WHEN id LIKE '%too large%' THEN '54000' ELSE '22023' END,
  NULL, id) FROM cases WHERE kind = 'error';

-- The same bytes however the iterations are divided.
SELECT is(md5(harmony.merge_workforce_chunks(c.config, ARRAY[harmony.workforce_chunk(c.config, n / 2, n),
  harmony.workforce_chunk(c.config, 0, n / 2)])::text),
  md5(a.got::text), c.id || ' in two chunks')
FROM cases c JOIN answers a USING (id), LATERAL (SELECT (c.config ->> 'n_iterations')::integer AS n) i WHERE c.kind = 'exact';
\else
SELECT skip('no workforce data in $HARMONY_DATA or ../shared/data', 1);
\endif
SELECT * FROM finish();
ROLLBACK;
