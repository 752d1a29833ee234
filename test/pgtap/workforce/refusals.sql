-- Module workforce: what is refused before anything is queued, what an organisation may start and keep, and for whom it is done.
BEGIN;
SET search_path = public, pg_catalog;
SET LOCAL jit = off;
SELECT no_plan();
\ir ../../lib/workforce.sql

-- ---- arguments ----
CREATE TEMP TABLE refused (call text, state text);
INSERT INTO refused SELECT format(c.call, pg_temp.config()), c.state FROM (VALUES
  ('start_simulation(NULL)', '22004'), ('start_simulation(''null'')', '22023'), ('start_simulation(%L, NULL, '''')', '22023'),
  ('start_simulation(%L, NULL, '' '')', '22023'), ('start_simulation(%L, NULL, repeat(''x'', 501))', '22023'),
  ('start_sensitivity(%L, ''{"automation_factor": 0.1}'', ''employees'', 40000000)', '22023'),
  ('start_sensitivity(%L, ''{"automation_factor": 0.1}'', ''employees'', 7)', '22023'),
  ('start_sensitivity(%L, ''{"automation_factor": 0.1}'', ''employees'', -1)', '22023'),
  ('start_sensitivity(%L, ''{"automation_factor": 0.1}'', ''employees'', NULL)', '22004'),
  ('start_sensitivity(%L, NULL, ''employees'')', '22004'), ('start_sensitivity(%L, ''null'', ''employees'')', '22023'),
  ('start_sensitivity(%L, ''{}'', ''employees'')', '22023'),
  ('start_sensitivity(%L, ''{"automation_factor": null}'', ''employees'')', '22023'),
  ('start_sensitivity(%L, ''{"automation_factor": 0.1}'', NULL)', '22004'), ('start_sensitivity(NULL, ''{}'', ''employees'')', '22004'),
  ('start_sensitivity(%L, ''{"automation_factor": 0.1}'', ''joy'')', '22023'),
  ('start_sensitivity(%L, ''{"automation_factor": 1e400}'', ''employees'')', '22023'),
  ('simulation_tornado(NULL, ''{}'', ''employees'')', '22004'), ('simulation_tornado(%L, NULL, ''employees'')', '22004'),
  ('simulation_tornado(%L, ''{}'', NULL)', '22004'), ('seek_simulation(%L, NULL, ''employees'', 1, 0, 1)', '22004'),
  ('seek_simulation(%L, ''automation_factor'', NULL, 1, 0, 1)', '22004'),
  ('seek_simulation(%L, ''automation_factor'', ''employees'', NULL, 0, 1)', '22004'),
  ('seek_simulation(%L, ''automation_factor'', ''employees'', 1, NULL, 1)', '22004'),
  ('seek_simulation(%L, ''automation_factor'', ''employees'', 1, 0, NULL)', '22004'),
  ('compare_simulations(NULL)', '22004'), ('compare_simulations(''{NULL}'')', '22004'), ('compare_simulations(''{}'')', '22023'),
  ('compare_simulations(array_fill(id(''A''), ARRAY[21]))', 'PT413'), ('compare_simulations(array_fill(id(''A''), ARRAY[20]))', 'PT404')
) c (call, state);
SELECT is(pg_temp.as_role('pa', 'api.' || call), state, left(regexp_replace(call, '\{"seed.*\}''', 'config'), 90)) FROM refused;
SELECT is((SELECT count(*) FROM workforce.simulation), 0::bigint, 'none of which is queued');
-- What a span says names its input.
SELECT throws_like(format($$SELECT harmony.workforce_tornado(%L, '{"automation_factor": %s}', 'employees')$$, pg_temp.config(), v),
  '%"automation_factor"%', 'a span of ' || v) FROM unnest('{0,-1,1e400,"null","\"x\""}'::text[]) v;

-- ---- names and sizes of a configuration ----
CREATE FUNCTION pg_temp.named(role text, task text DEFAULT 'A') RETURNS jsonb LANGUAGE sql AS $$
  SELECT pg_temp.config(jsonb_build_object('n_steps', 1, 'roles', jsonb_build_array(
    jsonb_build_object('role', role, 'count', 9, 'salary', 1)),
    'workloads', jsonb_build_object(role, jsonb_build_array(jsonb_build_array(task, true, 0.5, 1))))) $$;
SELECT is(pg_temp.as_role('pa', format('api.start_simulation(%L) ->> ''cached''', pg_temp.named(r, t))), a, w)
FROM (VALUES ('other', 'A', '22023', 'a role with the name of those that are joined'), ('Other', 'A', 'false', 'which has no capital'),
  (repeat(U&'\00e9', 200), 'A', 'false', '200 characters'), (repeat('x', 201), 'A', '22023', '201'),
  ('R', repeat(U&'\00e9', 500), 'false', 'a task of 500'), ('R', repeat('x', 501), '22023', '501')) v (r, t, a, w);
SELECT is(pg_temp.start('pa', jsonb_build_object('company', repeat('x', n))), a, 'a company of ' || n)
FROM (VALUES (501, '22023')) v (n, a);
SELECT is(pg_temp.start('pa', '{"workloads": {"HR": [["A", true, 0.5, 1], ["B", false, 0.5, 1e-300]]}}'), '22023', 'next to no time');
SELECT cmp_ok(platform.run_jobs(), '=', 3::bigint, 'what is taken runs');
SELECT is((SELECT array_agg(DISTINCT status) FROM workforce.simulation), '{completed}'::text[], 'and is completed');
-- An answer that jsonb would not hold.
CREATE FUNCTION pg_temp.many_roles(n integer, steps integer) RETURNS jsonb LANGUAGE sql AS $$
  SELECT pg_temp.config(jsonb_build_object('n_steps', steps, 'roles', (SELECT jsonb_agg(jsonb_build_object('role', 'role ' || i, 'count', 1,
    'salary', 1)) FROM generate_series(1, n) i), 'workloads', (SELECT jsonb_object_agg('role ' || i, '[["A", true, 0.5, 1]]'::jsonb)
    FROM generate_series(1, n) i))) $$;
SELECT is(pg_temp.as_role('pa', format('api.start_simulation(%L)', pg_temp.many_roles(1000, 250))), 'PT413', 'an answer that is too large');
SELECT throws_ok(format('SELECT harmony.simulate_workforce(%L)', pg_temp.many_roles(1000, 250)), '54000', 'simulation is too large',
  'in a session too');
SELECT lives_ok(format('SELECT harmony.workforce_input(%L)', pg_temp.many_roles(1000, 48)), 'a thousand roles over four years are not');
SELECT throws_ok(format('SELECT harmony.compare_workforce(array_fill(%L::jsonb, ARRAY[3]))', pg_temp.many_roles(1000, 48)), '54000', NULL,
  'three of them together are');
SELECT throws_ok(format('SELECT harmony.compare_workforce(array_fill(%L::jsonb, ARRAY[21]))', pg_temp.config('{"n_steps": 1}')), '54000',
  NULL, '21 configurations');
SELECT is(jsonb_array_length(harmony.compare_workforce(array_fill(pg_temp.config('{"n_steps": 1}'), ARRAY[20])) -> 'runs'), 20,
  '20 are compared');
SELECT throws_ok(format('SELECT harmony_internal.workforce_comparable(array_fill(%L::jsonb, ARRAY[20]))',
  pg_temp.config('{"n_iterations": 10000, "n_steps": 48}')), '54000', NULL, 'or 1.6 GB of numbers');

-- ---- for whom ----
CREATE TEMP TABLE asked (call text);
INSERT INTO asked VALUES ('start_simulation(%L, organization => %L)'),
  ('simulation_tornado(%L, ''{"automation_factor": 0.1}'', ''employees'', organization => %L)'),
  ('seek_simulation(%L, ''automation_factor'', ''employees'', 38, 0, 1, organization => %L)'),
  ('start_sensitivity(%L, ''{"automation_factor": 0.1}'', ''employees'', 8, organization => %L)');
SELECT is(length(pg_temp.as_role(w, 'api.' || format(call, pg_temp.config(), id('A')))) > 5, true, w || ' may for A: ' || left(call, 18))
FROM asked, unnest('{pa,pab,admin}'::text[]) w;
SELECT is(pg_temp.as_role(w, 'api.' || format(call, pg_temp.config(), id('A'))), '42501', w || ' may not for A: ' || left(call, 18))
FROM asked, unnest('{ca,pb,stranger}'::text[]) w;
SELECT is(pg_temp.as_role(w, 'api.' || format(call, pg_temp.config(), NULL)), '22023', w || ' says for which: ' || left(call, 18))
FROM asked, unnest('{pab,admin}'::text[]) w;
SELECT is(pg_temp.as_role(w, 'api.simulation_defaults() ? ''config'''), a, w || ': what a form starts from')
FROM (VALUES ('ca', 'true'), ('pab', 'true'), ('admin', 'true'), ('stranger', '42501')) v (w, a);
-- Live events of the organisation are for its planners too.
SELECT is(pg_temp.as_role(w, format('api.may_listen(''organization.%s'')', id(o))), a, w || ' hears of ' || o)
FROM (VALUES ('pa', 'A', 'true'), ('pa', 'B', '42501'), ('pab', 'A', 'true'), ('pab', 'B', 'true'), ('ca', 'A', 'true'),
  ('ca', 'B', '42501'), ('admin', 'A', 'true'), ('stranger', 'A', '42501')) v (w, o, a);
SELECT is(pg_temp.as_role('pa', format('api.may_listen(''vessel.%s'')', id('A'))), '42501', 'of an organisation, and nothing else');

-- ---- so much and no more ----
SELECT is(pg_temp.written('pa', format('UPDATE api.simulations SET name = %L', n)), '22023', 'a name of ' || length(n))
FROM unnest(ARRAY['', repeat('x', 501)]) n;
DELETE FROM workforce.simulation;
UPDATE platform.limit SET most = 2 WHERE what = 'simulations_started';
DELETE FROM platform.day_count;
SELECT is(pg_temp.start('pa', jsonb_build_object('seed', s)) LIKE '{%', true, 'simulation ' || s) FROM generate_series(1, 2) s;
SELECT is(pg_temp.start('pa', '{"seed": 3}'), 'PT429', 'the third of a day');
SELECT is(pg_temp.start('pa', '{"seed": 2}') LIKE '{%', true, 'what waits is told of, and counts no more');
SELECT is(pg_temp.written('pa', 'DELETE FROM api.simulations'), '2', 'those that are removed');
SELECT is(pg_temp.start('pa', '{"seed": 3}'), 'PT429', 'stay counted');
SELECT is(pg_temp.start('pb', '{"seed": 3}') LIKE '{%', true, 'others are others');
UPDATE platform.day_count SET day = day - 1;
SELECT is(pg_temp.start('pa', '{"seed": 3}') LIKE '{%', true, 'the next day');
SELECT is((SELECT array_agg(n) FROM platform.day_count WHERE organization_id = id('A')), '{1}'::bigint[],
  'which forgets the one before');
UPDATE platform.limit SET most = 100 WHERE what = 'simulations_started';
UPDATE platform.limit SET most = 1 WHERE what = 'simulations_kept';
SELECT is(pg_temp.start('pa', '{"seed": 4}'), '54000', 'more than are kept');
UPDATE platform.limit SET most = 10 WHERE what = 'simulations_kept';
UPDATE platform.limit SET most = 2 * workforce.kept_bytes('simulation', pg_temp.config()) WHERE what = 'simulation_bytes_kept';
SELECT is(pg_temp.start('pa', '{"seed": 4}') LIKE '{%', true, 'as much as may be');
SELECT is(pg_temp.start('pa', '{"seed": 5}'), '54000', 'more');
SELECT is(pg_temp.start('pa', '{"seed": 5, "target_half_width": {"metric": "employees", "width": 1}}') LIKE '{%', true,
  'what keeps nothing is taken');
SELECT platform.run_jobs() \g /dev/null
SELECT is((SELECT sum(octet_length(c.bytes) - 25)::bigint FROM workforce.chunk c WHERE c.organization_id = id('A')),
  2 * workforce.kept_bytes('simulation', pg_temp.config()), 'so much is kept, and no parts with a half-width');
SELECT is((SELECT count(*) FROM workforce.simulation s WHERE s.organization_id = id('A') AND s.status = 'completed'), 3::bigint,
  'of three');
SELECT pg_temp.as_role('pa', format('api.start_sensitivity(%L, ''{"automation_factor": 0.1}'', ''employees'', 8)',
  pg_temp.config())) \g /dev/null
SELECT platform.run_jobs() \g /dev/null
SELECT is((SELECT count(*) FROM workforce.chunk c JOIN workforce.simulation s ON s.id = c.simulation_id WHERE s.kind = 'sensitivity'),
  0::bigint, 'nor outcomes of samples');
UPDATE platform.limit SET most = 2 WHERE what = 'workload_tasks';
SELECT is(pg_temp.written('pa', format('INSERT INTO api.workloads (role, position, name, automatable, skill, time)
  VALUES (''Chef'', %s, ''Cook'', false, 0.5, 0.5)', p)), a, 'task ' || p) FROM (VALUES (1, '1'), (2, '1'), (3, '54000')) v (p, a);

-- ---- occupations ----
SELECT throws_ok(format($$INSERT INTO workforce.onet_task VALUES ('99-1111.00', 1, 'First', 'Core', 'Tester', '%s', 1)$$, w), '23514', NULL,
  'a weight of ' || w) FROM unnest('{0,-1,NaN,Infinity,1e300}'::text[]) w;
SELECT throws_ok(format($$INSERT INTO workforce.occupation_exposure VALUES ('99-1111.00', 'Tester', 0, 0, 0, 0, '%s', 0)$$, x), '23514',
  NULL, 'an exposure of ' || x) FROM unnest('{-1,1.5,NaN}'::text[]) x;
SELECT * FROM finish();
ROLLBACK;
