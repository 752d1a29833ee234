-- Module workforce: small roles are told to planners alone, in no answer and by no way round: results, comparisons, sensitivity analyses,
-- half-widths.
BEGIN;
SET search_path = public, pg_catalog;
SET LOCAL jit = off;
SELECT no_plan();
\ir ../../lib/workforce.sql

-- run(who, changes): a simulation that has run.
CREATE TEMP TABLE run (name text, id uuid);
CREATE FUNCTION pg_temp.roles(engineers integer, hr integer, marketing integer) RETURNS jsonb LANGUAGE sql AS $$
  SELECT jsonb_build_object('roles', jsonb_agg(jsonb_build_object('role', r, 'count', n, 'salary', 1000)))
  FROM (VALUES ('Engineer', engineers), ('HR', hr), ('Marketing', marketing)) v (r, n) WHERE n > 0 $$;
INSERT INTO run SELECT name, (pg_temp.start('pa', changes) ::jsonb ->> 'simulation')::uuid FROM (VALUES
  ('base', pg_temp.roles(30, 3, 9)), ('like it', pg_temp.roles(30, 4, 9) || '{"policy": "rapid"}'),
  ('others joined', pg_temp.roles(8, 3, 9)), ('none small', pg_temp.roles(30, 6, 9)), ('four', pg_temp.roles(0, 4, 0)),
  ('two', pg_temp.roles(0, 2, 0)),
  ('width of HR', pg_temp.roles(30, 3, 9) || '{"target_half_width": {"metric": "count", "role": "HR", "width": 9}}'),
  ('width of Engineer', pg_temp.roles(30, 3, 9) || '{"target_half_width": {"metric": "count", "role": "Engineer", "width": 9}}'),
  ('width of all', pg_temp.roles(30, 3, 9) || '{"target_half_width": {"metric": "employees", "width": 9}}')) v (name, changes);
INSERT INTO run SELECT 'sensitivity of ' || name, (pg_temp.as_role('pa', format(
  'api.start_sensitivity(%L, ''{"automation_factor": 0.1}'', ''employees'', 8)', pg_temp.config(changes)))::jsonb ->> 'simulation')::uuid
FROM (VALUES ('four', pg_temp.roles(0, 4, 0)), ('five', pg_temp.roles(0, 5, 0)), ('base', pg_temp.roles(30, 3, 9))) v (name, changes);
SELECT platform.run_jobs() \g /dev/null
SELECT is((SELECT count(*) FROM workforce.simulation WHERE status <> 'completed'), 0::bigint, 'all have run');
CREATE FUNCTION pg_temp.result(who text, name text, wide boolean DEFAULT false) RETURNS jsonb LANGUAGE sql AS $$
  SELECT pg_temp.as_role(who, format('api.simulation(%L, %L) -> ''result''', r.id, wide))::jsonb FROM run r WHERE r.name = result.name $$;
CREATE FUNCTION pg_temp.compared(who text, VARIADIC names text[]) RETURNS jsonb LANGUAGE sql AS $$
  SELECT pg_temp.as_role(who, format('api.compare_simulations(%L)', ARRAY (SELECT r.id FROM unnest(names) WITH ORDINALITY n (name, place)
    JOIN run r USING (name) ORDER BY n.place)))::jsonb $$;

-- Of fewer than five posts in all nothing.
SELECT is(jsonb_typeof(pg_temp.result(w, n)), t, format('%s: %s', w, n)) FROM (VALUES ('ca', 'four', 'null'), ('pa', 'four', 'object'),
  ('admin', 'four', 'object'), ('ca', 'sensitivity of four', 'null'), ('pa', 'sensitivity of four', 'object'),
  ('ca', 'sensitivity of five', 'object'), ('ca', 'sensitivity of base', 'object'), ('ca', 'base', 'object')) v (w, n, t);
SELECT is(jsonb_typeof(pg_temp.result('ca', 'four', true)), 'null', 'nor wide');

-- A half-width that names a small role.
SELECT is(pg_temp.result(w, 'width of ' || n) #> '{input}' ? 'target_half_width', a, format('%s: the half-width of %s', w, n))
FROM (VALUES ('ca', 'HR', false), ('pa', 'HR', true), ('ca', 'Engineer', true), ('ca', 'all', true)) v (w, n, a);
SELECT unalike(pg_temp.result('ca', n)::text, '%HR%', n || ' is told without HR')
FROM unnest('{base,width of HR,width of Engineer}'::text[]) n;

-- Comparisons: no differences of what is not told, or told otherwise.
SELECT is((SELECT array_agg(DISTINCT (d ->> 'config')::integer ORDER BY (d ->> 'config')::integer)
  FROM jsonb_array_elements(pg_temp.compared(w, VARIADIC n) -> 'differences') d), a, format('%s: differences of %s', w, n))
FROM (VALUES ('ca', '{base,like it}'::text[], '{1}'::integer[]), ('ca', '{base,others joined}', NULL), ('ca', '{base,none small}', NULL),
  ('ca', '{none small,base}', NULL), ('ca', '{base,four}', NULL), ('ca', '{four,base}', NULL), ('ca', '{four,two}', NULL),
  ('ca', '{base,others joined,like it,four}', '{2}'), ('pa', '{base,others joined,like it,four}', '{1,2,3}'),
  ('admin', '{four,two}', '{1}')) v (w, n, a);
SELECT is(jsonb_typeof(pg_temp.compared(w, VARIADIC n) -> 'variance_ratio'), a, format('%s: variance ratio of %s', w, n))
FROM (VALUES ('ca', '{base,like it}'::text[], 'number'), ('ca', '{base,others joined,like it}', 'null'), ('ca', '{four,two}', 'null'),
  ('pa', '{base,others joined,like it}', 'number')) v (w, n, a);
SELECT is(jsonb_typeof(pg_temp.compared('ca', 'base', 'four') #> '{runs,1}'), 'null', 'a run of four posts is not told');
SELECT is(jsonb_typeof(pg_temp.compared('ca', 'base', 'four') #> '{runs,0}'), 'object', 'the others are');
SELECT is(pg_temp.compared('ca', 'base', 'like it') -> 'differences', pg_temp.compared('pa', 'base', 'like it') -> 'differences',
  'where the same roles are joined the differences are those of planners');
SELECT unalike(pg_temp.compared('ca', 'base', 'like it', 'others joined')::text, '%HR%', 'without small roles');
SELECT * FROM finish();
ROLLBACK;
