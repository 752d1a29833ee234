-- Module workforce: simulations asked for by planners, run by jobs in parts, seen by members; workloads; who sees what.
BEGIN;
SET search_path = public, pg_catalog;
SET LOCAL jit = off;
SELECT no_plan();
\ir ../../lib/workforce.sql
-- Whether two documents are the same, without printing them.
CREATE FUNCTION pg_temp.same(a jsonb, b jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT a::text = b::text $$;

-- ---- asked for ----
SELECT is(pg_temp.start('ca'), '22023', 'who plans for nobody must say for whom');
SELECT is(pg_temp.start('ca', '{}', format(', %L', id('A'))), '42501', 'a client does not plan');
SELECT is(pg_temp.start('pab'), '22023', 'who plans for two says for which');
SELECT is(pg_temp.start('pa', '{}', format(', %L', id('B'))), '42501', 'a planner of A does not plan for B');
SELECT is(pg_temp.start('pa', '{"colour": 1}'), '22023', 'an unknown key');
SELECT is(pg_temp.start('pa', '{"roles": [{"role": "HR", "count": 2000000, "salary": 1}]}'), 'PT413', 'too large');
CREATE TEMP TABLE started AS SELECT pg_temp.start('pa')::jsonb AS a;
SELECT is((SELECT (a ->> 'cached')::boolean FROM started), false, 'a simulation is started');
SELECT is(current_setting('response.status', true), '202', '202');
SELECT is(pg_temp.start('pa')::jsonb - 'cached', (SELECT a - 'cached' FROM started), 'the same that waits is not started again');
CREATE TEMP TABLE one AS SELECT (a ->> 'simulation')::uuid AS id, (a ->> 'job')::bigint AS job FROM started;
CREATE FUNCTION pg_temp.document(who text, wide boolean DEFAULT false) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
  RETURN pg_temp.as_role(who, format('api.simulation(%L, %L)', (SELECT o.id FROM one o), wide))::jsonb;
EXCEPTION WHEN invalid_text_representation THEN RETURN NULL;
END $$;
SELECT is(pg_temp.document('pa') - 'id', '{"status": "created", "progress": 0, "result": null}', 'it waits');

-- ---- run ----
UPDATE workforce.simulation SET created_at = created_at - interval '1 minute';
SELECT is(platform.run_jobs(1), 1::bigint, 'a job runs');
SELECT is((SELECT status FROM workforce.simulation JOIN one USING (id)), 'completed', 'a small one is one part');
SELECT ok(pg_temp.same(pg_temp.document('pa') -> 'result', harmony.simulate_workforce(pg_temp.config())),
  'the result is that of the session, byte for byte');
SELECT is(pg_temp.document('pa') ->> 'progress', '1', 'all is done');
SELECT is(pg_temp.start('pa')::jsonb, (SELECT a || '{"cached": true}' FROM started), 'the same within an hour is stored');
SELECT isnt(pg_temp.start('pb')::jsonb ->> 'simulation', (SELECT a ->> 'simulation' FROM started), 'of another organisation it is not');
UPDATE workforce.simulation SET created_at = created_at - interval '1 hour' FROM one WHERE simulation.id = one.id;
SELECT is((pg_temp.start('pa')::jsonb ->> 'cached')::boolean, false, 'after an hour it is run again');
SELECT platform.run_jobs() \g /dev/null
SELECT is((SELECT count(*) FROM workforce.step JOIN one ON run = id), 25::bigint * (14 + 3 * 7), 'steps are rows');
SELECT is((SELECT mean FROM workforce.step JOIN one ON run = id WHERE step = 24 AND role = 'HR' AND metric = 'count'),
  (pg_temp.document('pa') #>> '{result,steps,24,roles,HR,count,mean}')::float8, 'with the numbers of the result');
SELECT is(pg_temp.document('pa', true) #> '{result,24,HR_count_max}', pg_temp.document('pa') #> '{result,steps,24,roles,HR,count,max}',
  'wide: a role''s');
SELECT is(pg_temp.document('pa', true) #> '{result,24,employees_mean}', pg_temp.document('pa') #> '{result,steps,24,total,employees,mean}',
  'wide: of all');

-- In parts, each a job that can fail and come again.
CREATE OR REPLACE FUNCTION workforce.part_size(input jsonb, question jsonb) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN 4;
DELETE FROM one;
INSERT INTO one SELECT (a ->> 'simulation')::uuid, (a ->> 'job')::bigint FROM (SELECT pg_temp.start('pa', '{"seed": 9}')::jsonb AS a) s;
SELECT is(platform.run_jobs(1), 1::bigint, 'the first part');
SELECT is(pg_temp.document('ca') - 'id', '{"status": "running", "progress": 0.4, "result": null}', 'is told of');
SELECT isnt((SELECT s.job FROM workforce.simulation s JOIN one USING (id)), (SELECT job FROM one), 'the next part is another job');
SELECT is((SELECT owner_id FROM platform.job j JOIN workforce.simulation s ON s.job = j.id JOIN one ON one.id = s.id), id('pa'),
  'of the same owner');
SELECT lives_ok(format('SELECT workforce.simulate_part(%L, 0, 4)', (SELECT id FROM one)), 'a part that comes again');
SELECT is((SELECT count(*) FROM workforce.chunk c JOIN one ON c.simulation_id = one.id), 1::bigint, 'changes nothing');
SELECT is(platform.run_jobs(), 2::bigint, 'the others');
SELECT ok(pg_temp.same(pg_temp.document('pa') -> 'result', harmony.simulate_workforce(pg_temp.config('{"seed": 9}'))),
  'in parts: the same bytes');
SELECT is((SELECT array_agg(first ORDER BY first) FROM workforce.chunk c JOIN one ON c.simulation_id = one.id), '{0,4,8}'::integer[],
  'three parts');

-- With a half-width the parts end where it is reached.
CREATE TEMP TABLE width AS SELECT w, pg_temp.config(format(
  '{"n_iterations": 400, "target_half_width": {"metric": "employees", "width": %s}}', w)::jsonb) AS c
FROM unnest('{0.5,0.3,1e-9}'::float8[]) w;
CREATE OR REPLACE FUNCTION workforce.part_size(input jsonb, question jsonb) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN 30;
ALTER TABLE width ADD id uuid;
UPDATE width SET id = (pg_temp.as_role('pa', format('api.start_simulation(%L)', c))::jsonb ->> 'simulation')::uuid;
SELECT platform.run_jobs() \g /dev/null
SELECT ok(pg_temp.same(s.result, harmony.simulate_workforce(c)), 'to a half-width of ' || w || ': the same bytes')
FROM width JOIN workforce.simulation s USING (id);
SELECT is(s.parts, least(400, (s.result ->> 'n_iterations')::integer + 29) / 30 * 30 + CASE w WHEN 1e-9 THEN 10 ELSE 0 END,
  'no part beyond the one that reaches ' || w) FROM width JOIN workforce.simulation s USING (id);
SELECT is(s.done, s.parts, 'and it is all of it') FROM width JOIN workforce.simulation s USING (id);
SELECT cmp_ok((SELECT count(DISTINCT s.parts) FROM width JOIN workforce.simulation s USING (id)), '=', 3::bigint, 'three different ends');
-- Whichever parts are done first.
CREATE TEMP TABLE in_order AS SELECT w, s.parts, s.result FROM width JOIN workforce.simulation s USING (id);
DELETE FROM workforce.simulation s USING width WHERE s.id = width.id;
UPDATE width SET id = (pg_temp.as_role('pa', format('api.start_simulation(%L)', c))::jsonb ->> 'simulation')::uuid;
SELECT workforce.simulate_part(id, f, least(f + 30, 400)) FROM width, unnest('{390,150,30,210}'::integer[]) f \g /dev/null
SELECT platform.run_jobs(1) \g /dev/null
SELECT is((SELECT max(s.done) FROM width JOIN workforce.simulation s USING (id)), 130, 'all that is done counts');
SELECT platform.run_jobs() \g /dev/null
SELECT ok(pg_temp.same(s.result, o.result), 'parts in another order, to a half-width of ' || w || ': the same bytes')
FROM width JOIN workforce.simulation s USING (id) JOIN in_order o USING (w);
SELECT is(s.parts, o.parts, 'the same end at ' || w) FROM width JOIN workforce.simulation s USING (id) JOIN in_order o USING (w);
SELECT is(s.done, s.parts, 'all of it, and no more, at ' || w) FROM width JOIN workforce.simulation s USING (id);
DELETE FROM workforce.simulation s USING width WHERE s.id = width.id;
CREATE OR REPLACE FUNCTION workforce.part_size(input jsonb, question jsonb) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN 4;

-- ---- several jobs at once ----
CREATE TEMP TABLE lanes (id uuid, job bigint);
CREATE FUNCTION pg_temp.start_lanes(config jsonb) RETURNS void LANGUAGE sql BEGIN ATOMIC
  DELETE FROM lanes;
  INSERT INTO lanes SELECT (a ->> 'simulation')::uuid, (a ->> 'job')::bigint FROM (SELECT pg_temp.start('pa', config)::jsonb AS a) s;
END;
CREATE FUNCTION pg_temp.open_jobs() RETURNS bigint LANGUAGE sql STABLE
  RETURN (SELECT count(*) FROM platform.job j JOIN lanes l ON l.id = j.batch_id WHERE j.status IN ('queued', 'running'));
CREATE FUNCTION pg_temp.shown() RETURNS text LANGUAGE sql VOLATILE
  RETURN pg_temp.as_role('pa',
    (SELECT format('(SELECT concat_ws('' '', status, error) FROM api.simulations WHERE id = %L)', id) FROM lanes));
SELECT pg_temp.start_lanes('{"seed": 20}') \g /dev/null
SELECT is(pg_temp.open_jobs(), 2::bigint, 'two jobs');
SELECT is((SELECT array_agg(DISTINCT j.owner_id) FROM platform.job j JOIN lanes l ON l.id = j.batch_id), ARRAY[id('pa')],
  'both of who asked');
SELECT is(platform.run_jobs(), 3::bigint, 'a job a part, no more');
SELECT ok(pg_temp.same((SELECT s.result FROM workforce.simulation s JOIN lanes USING (id)),
  harmony.simulate_workforce(pg_temp.config('{"seed": 20}'))), 'the same bytes');
SELECT is((SELECT (s.a -> 'job')::bigint FROM (SELECT pg_temp.start('pa', '{"seed": 20}')::jsonb AS a) s),
  (SELECT s.job FROM workforce.simulation s JOIN lanes USING (id)), 'asked again');
UPDATE platform.setting SET value = '9' WHERE name = 'workforce_lanes';
SELECT pg_temp.start_lanes('{"seed": 21}') \g /dev/null
SELECT is(pg_temp.open_jobs(), 3::bigint, 'no more than there are parts');
SELECT platform.run_jobs(1) \g /dev/null
SELECT is(pg_temp.open_jobs(), 2::bigint, 'nor than are left');
UPDATE platform.setting SET value = '2' WHERE name = 'workforce_lanes';
-- The first of its jobs, which has ended, stands for all.
SELECT is((SELECT j.status FROM platform.job j JOIN lanes l ON l.job = j.id), 'done', 'the job that was told has ended');
SELECT is(pg_temp.as_role('ca', format('api.cancel_job(%s)', job)), '42501', 'it is not that of others') FROM lanes;
SELECT is(pg_temp.as_role('pa', format('api.cancel_job(%s)', job)), 'cancelled', 'it cancels the others') FROM lanes;
SELECT is(pg_temp.open_jobs(), 0::bigint, 'all of them');
SELECT is(pg_temp.shown(), 'cancelled', 'and the simulation is');
SELECT is(pg_temp.as_role('pa', format('api.cancel_job(%s)', job)), 'PT409', 'once') FROM lanes;
SELECT is(pg_temp.as_role('admin', format('api.retry_job(%s) IS NULL', (SELECT max(j.id) FROM platform.job j JOIN lanes l
  ON l.id = j.batch_id))), 'false', 'one of them is tried again');
SELECT is(pg_temp.shown(), 'running', 'and so is the simulation');
SELECT platform.run_jobs() \g /dev/null
SELECT ok(pg_temp.same((SELECT s.result FROM workforce.simulation s JOIN lanes USING (id)),
  harmony.simulate_workforce(pg_temp.config('{"seed": 21}'))), 'which goes on: the same bytes');

-- A part that fails, again and again.
CREATE FUNCTION pg_temp.no_luck() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no luck'; END $$;
CREATE TRIGGER no_luck BEFORE INSERT ON workforce.chunk FOR EACH ROW WHEN (NEW.first = 4) EXECUTE FUNCTION pg_temp.no_luck();
UPDATE platform.job_kind SET max_attempts = 2, backoff = '0' WHERE kind = 'workforce.simulate';
SELECT pg_temp.start_lanes('{"seed": 22}') \g /dev/null
SELECT platform.run_jobs(2) \g /dev/null
SELECT is(pg_temp.shown(), 'running no luck', 'a part failed and is tried again');
SELECT platform.run_jobs() \g /dev/null
SELECT is(pg_temp.open_jobs(), 0::bigint, 'not for ever');
SELECT is(pg_temp.shown(), 'failed no luck', 'then the simulation has failed');
SELECT is((SELECT done FROM workforce.simulation JOIN lanes USING (id)), 4, 'what was done is kept');
DROP TRIGGER no_luck ON workforce.chunk;
SELECT is(pg_temp.as_role('admin', format('api.retry_job(%s) IS NULL', (SELECT min(j.id) FROM platform.job j JOIN lanes l
  ON l.id = j.batch_id WHERE j.status = 'failed'))), 'false', 'an administrator has it tried again');
SELECT platform.run_jobs(1) \g /dev/null
SELECT is(pg_temp.open_jobs(), 1::bigint, 'with as many jobs as there is work for');
SELECT platform.run_jobs() \g /dev/null
SELECT ok(pg_temp.same((SELECT s.result FROM workforce.simulation s JOIN lanes USING (id)),
  harmony.simulate_workforce(pg_temp.config('{"seed": 22}'))), 'and it is completed: the same bytes');
-- Nobody is at it any more.
SELECT pg_temp.start_lanes('{"seed": 23}') \g /dev/null
DELETE FROM platform.job j USING lanes l WHERE j.batch_id = l.id;
SELECT is(pg_temp.shown(), 'failed', 'without jobs it has failed');
-- Deleted meanwhile.
SELECT pg_temp.start_lanes('{"seed": 24}') \g /dev/null
SELECT platform.run_jobs(1) \g /dev/null
DELETE FROM workforce.simulation s USING lanes l WHERE s.id = l.id;
SELECT lives_ok(format('SELECT workforce.simulate_part(%L, 4, 8)', id), 'a part of one that is gone') FROM lanes;
SELECT is((SELECT count(*) FROM workforce.chunk c JOIN lanes l ON l.id = c.simulation_id), 0::bigint, 'is not kept');
SELECT is(platform.run_jobs(), 2::bigint, 'jobs of one that is gone end');
SELECT is((SELECT array_agg(DISTINCT j.status) FROM platform.job j JOIN lanes l ON l.id = j.batch_id), '{done}'::text[], 'well');
DELETE FROM workforce.simulation s WHERE (s.input ->> 'seed')::integer BETWEEN 20 AND 24;

-- ---- cancelled ----
CREATE TEMP TABLE other AS SELECT pg_temp.start('pa', '{"seed": 10}')::jsonb AS a;
SELECT platform.run_jobs(1) \g /dev/null
SELECT is(pg_temp.as_role('pa', format('api.cancel_job(%s)', (SELECT job FROM workforce.simulation s,
  other WHERE s.id = (a ->> 'simulation')::uuid))),
  'cancelled', 'its owner cancels it');
SELECT is(platform.run_jobs(), 0::bigint, 'nothing goes on');
SELECT is((SELECT pg_temp.as_role('pa', format('(SELECT status FROM api.simulations WHERE id = %L)', a ->> 'simulation')) FROM other),
  'cancelled',
  'and it says so');
SELECT is((SELECT (pg_temp.start('pa', '{"seed": 10}')::jsonb ->> 'cached')::boolean FROM other), false, 'what was cancelled is run again');
SELECT platform.run_jobs() \g /dev/null

-- ---- who sees what ----
SELECT is(pg_temp.as_role(w, '(SELECT count(*) FROM api.simulations)'), n, w || ' sees ' || n)
FROM (VALUES ('pa', '5'), ('ca', '5'), ('pb', '1'), ('pab', '6'), ('stranger', '0'), ('admin', '6')) v (w, n);
SELECT is(pg_temp.as_role(w, format('api.simulation(%L) ->> ''status''', (SELECT id FROM one))), a, w || ': one simulation')
FROM (VALUES ('pa', 'completed'), ('ca', 'completed'), ('pb', 'PT404'), ('stranger', 'PT404'), ('admin', 'completed')) v (w, a);
SELECT is(pg_temp.as_role(w, format('(SELECT count(*) FROM workforce.%s)', t)), '42501', w || ' does not read ' || t)
FROM unnest('{pa,ca,stranger}'::text[]) w, unnest('{step,chunk,task_rating}'::text[]) t;
SELECT is(pg_temp.as_role('ca', '(SELECT result FROM workforce.simulation LIMIT 1)'), '42501', 'nor results past the functions');

-- HR has three posts: with Marketing, the next smallest, it is "other" to whoever does not plan.
SELECT is(ARRAY (SELECT jsonb_object_keys(pg_temp.document('ca') #> '{result,steps,24,roles}') ORDER BY 1), '{Engineer,other}'::text[],
  'small roles are joined');
SELECT is(pg_temp.document('ca') #> '{result,input,roles,1}', '{"role": "other", "count": 12, "salary": null}', 'in what was asked too');
SELECT is((pg_temp.document('ca') #>> '{result,steps,24,roles,other,count,mean}')::float8,
  (pg_temp.document('pa') #>> '{result,steps,24,roles,HR,count,mean}')::float8
  + (pg_temp.document('pa') #>> '{result,steps,24,roles,Marketing,count,mean}')::float8, 'with their posts together');
SELECT is((pg_temp.document('ca') #>> '{result,steps,24,roles,other,automation_rate,mean}')::float8 BETWEEN
  least((pg_temp.document('pa') #>> '{result,steps,24,roles,HR,automation_rate,min}')::float8,
    (pg_temp.document('pa') #>> '{result,steps,24,roles,Marketing,automation_rate,min}')::float8) AND
  greatest((pg_temp.document('pa') #>> '{result,steps,24,roles,HR,automation_rate,max}')::float8,
    (pg_temp.document('pa') #>> '{result,steps,24,roles,Marketing,automation_rate,max}')::float8), true, 'rates are means over both');
SELECT is(ARRAY (SELECT jsonb_object_keys(pg_temp.document('ca') #> '{result,steps,24,roles,other}') ORDER BY 1),
  ARRAY (SELECT jsonb_object_keys(pg_temp.document('ca') #> '{result,steps,24,roles,Engineer}') ORDER BY 1), 'with every metric of a role');
SELECT is(ARRAY (SELECT jsonb_object_keys(pg_temp.document('ca') #> '{result,steps,24,roles,other,count}') ORDER BY 1),
  '{ci_high,ci_low,max,mean,min,p05,p50,p95,sd}'::text[], 'and its nine numbers');
SELECT ok((pg_temp.document('ca') #>> '{result,steps,24,roles,other,count,sd}')::float8 > 0, 'which are there');
SELECT ok(abs((pg_temp.document('ca') #>> '{result,yearly,1,roles,other,salary}')::float8
  - (pg_temp.document('pa') #>> '{result,yearly,1,roles,HR,salary}')::float8
  - (pg_temp.document('pa') #>> '{result,yearly,1,roles,Marketing,salary}')::float8) < 1e-6, 'and what changes in a year');
-- All roles joined are the total.
SELECT ok(pg_temp.same((SELECT jsonb_agg((j - 'count') || jsonb_build_object('employees', j -> 'count') ORDER BY k)
  FROM jsonb_array_elements(harmony_internal.workforce_joined_roles(pg_temp.config(),
    ARRAY[harmony.workforce_chunk(pg_temp.config(), 0, 10)],
    '{HR,Engineer,Marketing}')) WITH ORDINALITY x (j, k)),
  (SELECT jsonb_agg((SELECT jsonb_object_agg(m.key, m.value) FROM jsonb_each(s -> 'total') m WHERE m.key IN ('employees', 'salary',
    'automation_rate', 'time_per_employee', 'unused_capacity', 'cost_savings', 'headcount_savings')) ORDER BY k)
   FROM jsonb_array_elements(harmony.simulate_workforce(pg_temp.config()) -> 'steps') WITH ORDINALITY x (s, k))),
  'all roles together are the total, bit for bit');
SELECT throws_ok(format($$SELECT harmony_internal.workforce_joined_roles(%L, ARRAY[harmony.workforce_chunk(%1$L, 0, 10)], %L)$$,
  pg_temp.config(), r), '22023', NULL, 'no roles ' || r) FROM unnest('{"{}","{HR,HR}","{Chef}"}'::text[]) r;
SELECT unalike(pg_temp.document(w, x)::text, '%' || r || '%', w || ' is told nothing of ' || r)
FROM (VALUES ('ca', false), ('ca', true)) v (w, x), unnest('{HR,Marketing,Recruitment,Content creation}'::text[]) r;
SELECT is(ARRAY (SELECT jsonb_object_keys(pg_temp.document('pa') #> '{result,steps,24,roles}') ORDER BY 1),
  '{Engineer,HR,Marketing}'::text[],
  'planners see all');
SELECT is(workforce.small_roles('{"roles": [{"role": "a", "count": 5}, {"role": "b", "count": 9}]}'), '{}'::text[], 'none is small');
SELECT is(workforce.small_roles('{"roles": [{"role": "a", "count": 2}, {"role": "b", "count": 4}, {"role": "c", "count": 9}]}'),
  '{a,b}'::text[],
  'two small ones are six');
SELECT is(workforce.without_small_roles(harmony.simulate_workforce('{"n_iterations": 1, "n_steps": 1, "automation_factor": 1, "roles":
  [{"role": "HR", "count": 4, "salary": 1}]}'), '[]'), NULL, 'fewer than five in all: nothing');

-- ---- compared, and what if ----
CREATE TEMP TABLE two AS SELECT array_agg(id ORDER BY created_at, id) AS ids FROM (
  SELECT id, created_at FROM workforce.simulation WHERE organization_id = id('A') AND status = 'completed' AND input ->> 'seed' = '4') s;
SELECT ok(pg_temp.same(pg_temp.as_role('pa', format('api.compare_simulations(%L)', (SELECT ids FROM two)))::jsonb,
  harmony.compare_workforce(ARRAY[pg_temp.config(), pg_temp.config()])), 'stored runs compare as those of the session');
SELECT unalike(pg_temp.as_role('ca', format('api.compare_simulations(%L)', (SELECT ids FROM two))), '%HR%', 'without small roles');
SELECT is(pg_temp.as_role('pa', format('api.compare_simulations(ARRAY[%L, %L]::uuid[])', (SELECT ids[1] FROM two), (SELECT id FROM one))),
  '22023',
  'other seeds');
SELECT is(pg_temp.as_role('pb', format('api.compare_simulations(%L)', (SELECT ids FROM two))), 'PT404', 'of others');
SELECT is(pg_temp.as_role('pa', format('api.compare_simulations(ARRAY[%L]::uuid[])',
  (SELECT s.id FROM workforce.simulation s JOIN platform.job j
  ON j.id = s.job WHERE j.status = 'cancelled'))), 'PT409', 'one that is not completed');
SELECT is(pg_temp.as_role('pa', format('api.simulation_tornado(%L, ''{"automation_factor": 0.1}'', ''employees'')',
  pg_temp.config()))::jsonb,
  harmony.workforce_tornado(pg_temp.config(), '{"automation_factor": 0.1}', 'employees'), 'a tornado');
SELECT is(pg_temp.as_role('pa', format('api.seek_simulation(%L, ''automation_factor'', ''employees'', 38, 0, 1)', pg_temp.config()))::jsonb,
  harmony.seek_workforce(pg_temp.config(), 'automation_factor', 'employees', 38, 0, 1), 'a goal');
SELECT is(pg_temp.as_role(w, format('api.seek_simulation(%L, ''automation_factor'', ''employees'', 38, 0, 1)', pg_temp.config(c::jsonb))),
  a, w || a)
FROM (VALUES ('ca', '{}', '22023'), ('pa', '{"n_iterations": 10000, "n_steps": 600}', 'PT413')) v (w, c, a);

CREATE TEMP TABLE sensitivity AS SELECT pg_temp.as_role('pa', format(
  'api.start_sensitivity(%L, ''{"automation_factor": 0.1, "annual_attrition": 0.05}'', ''employees'', 10)', pg_temp.config()))::jsonb AS a;
SELECT is(ARRAY (SELECT jsonb_object_keys(a) FROM sensitivity ORDER BY 1), '{job,simulation}'::text[], 'a sensitivity analysis is started');
SELECT platform.run_jobs() \g /dev/null
SELECT is(pg_temp.as_role('pa', format('api.simulation(%L) -> ''result''', (SELECT a ->> 'simulation' FROM sensitivity)))::jsonb,
  harmony.workforce_sensitivity(pg_temp.config(), '{"automation_factor": 0.1, "annual_attrition": 0.05}', 'employees', 10,
    harmony.workforce_sensitivity_chunk(pg_temp.config(), '{"automation_factor": 0.1, "annual_attrition": 0.05}', 'employees', 10, 0, 10)),
  'in parts, as in one');
SELECT is(pg_temp.as_role('pa', format('api.start_sensitivity(%L, ''{"colour": 0.1}'', ''employees'')', pg_temp.config())), '22023',
  'an unknown input');

-- ---- workloads ----
SELECT is(pg_temp.as_role('ca', '(SELECT count(*) FROM api.workloads)'), '12', 'members see the defaults');
SELECT is(pg_temp.written('ca', 'INSERT INTO api.workloads (organization_id, role, position, name, automatable, skill, time)
  VALUES (id(''A''), ''Chef'', 1, ''Cook'', false, 0.5, 1)'), '42501', 'clients do not write');
SELECT is(pg_temp.written('pa', 'INSERT INTO api.workloads (role, position, name, automatable, skill, time)
  VALUES (''Chef'', 1, ''Cook'', false, 0.5, 0.5)'), '1', 'planners do');
SELECT is(pg_temp.start('pa', '{"roles": [{"role": "Chef", "count": 9, "salary": 1}]}'), '22023', 'times must sum to 1');
SELECT is(pg_temp.written('pa', 'UPDATE api.workloads SET time = 1 WHERE role = ''Chef'''), '1', 'a change');
CREATE TEMP TABLE chef AS SELECT (pg_temp.start('pa', '{"roles": [{"role": "Chef", "count": 9, "salary": 1}]}')::jsonb ->>
  'simulation')::uuid AS id;
SELECT is((SELECT input -> 'workloads' FROM workforce.simulation JOIN chef USING (id)), '{"Chef": [["Cook", false, 0.5, 1]]}',
  'is what is simulated');
SELECT is(pg_temp.start('pb', '{"roles": [{"role": "Chef", "count": 9, "salary": 1}]}'), '22023', 'others do not have it');
SELECT is(pg_temp.as_role('pb', '(SELECT count(*) FROM api.workloads)'), '12', 'nor see it');
SELECT is(pg_temp.written('pa', 'UPDATE api.workloads SET skill = 2 WHERE role = ''Chef'''), '23514', 'a skill above 1');
SELECT is(pg_temp.written('pa', 'DELETE FROM api.workloads WHERE organization_id IS NULL'), '42501', 'defaults stay');
SELECT is(pg_temp.written('pb', format('DELETE FROM api.workloads WHERE organization_id = %L', id('A'))), '0', 'those of others too');
SELECT is(pg_temp.written('pa', 'DELETE FROM api.workloads WHERE role = ''Chef'''), '1', 'one''s own go');
SELECT is(pg_temp.written('ca', format('UPDATE api.simulations SET name = ''x'' WHERE id = %L', (SELECT id FROM one))), '42501',
  'clients name nothing');
SELECT is(pg_temp.written('pa', format('UPDATE api.simulations SET name = ''x'' WHERE id = %L', (SELECT id FROM one))), '1', 'planners do');
SELECT is(pg_temp.written('pa', format('DELETE FROM api.simulations WHERE id = %L', (SELECT id FROM one))), '1', 'and remove');
SELECT is((SELECT count(*) FROM workforce.step JOIN one ON run = id), 0::bigint, 'with all that belongs to it');
SELECT is(ARRAY (SELECT jsonb_object_keys(pg_temp.as_role('ca', 'api.simulation_defaults()')::jsonb) ORDER BY 1),
  '{assumptions,config,ranges,workloads}'::text[], 'defaults');
SELECT is(pg_temp.as_role('ca', format('api.simulation_defaults(%L)', id('B'))), '42501', 'of others not');

-- ---- occupations ----
INSERT INTO workforce.onet_task VALUES ('99-1111.00', 1, 'First', 'Core', 'Tester', 2, 1), ('99-1111.00', 2, 'Second', 'Core', 'Tester',
  2, 1),
  ('99-1111.00', 3, 'Third', 'Supplemental', 'Tester', 1, 1);
INSERT INTO workforce.occupation_exposure VALUES ('99-1111.00', 'Tester', NULL, NULL, NULL, NULL, 0.5, NULL);
INSERT INTO workforce.occupation_pay (occ_code, occ_title, o_group, tot_emp, a_mean)
  VALUES ('99-2222', 'Testers', 'detailed', '1,200', '50,000');
INSERT INTO workforce.soc_crosswalk VALUES ('99-1111', 'Tester', '99-2222', 'Testers');
SELECT is(workforce.workload_from_occupation('99-1111.00'), '{"role": "Tester", "exposure": 0.5, "salary": 50000, "headcount": 1200,
  "workload": [["First", true, 0.8, 0.4], ["Second", true, 0.8, 0.4], ["Third", false, 0.6,
    0.2]]}', 'the heaviest until the exposure is reached');
INSERT INTO workforce.task_rating VALUES (id('A'), '99-1111.00', 1, 'x', 20), (id('A'), '99-1111.00', 1, 'y', 40), (id('A'), '99-1111.00',
  3, 'x', 90);
SELECT is(pg_temp.as_role('pa', 'workforce.workload_from_occupation(''99-1111.00'') -> ''workload''')::jsonb,
  '[["First", false, 0.8, 0.4], ["Second", true, 0.8, 0.4], ["Third", true, 0.6, 0.2]]', 'ratings count first');
SELECT is(pg_temp.as_role('pb', 'workforce.workload_from_occupation(''99-1111.00'') #> ''{workload,0,1}'''), 'true',
  'those of others do not');
SELECT is(pg_temp.as_role('ca', '(SELECT jsonb_agg(to_jsonb(t)) FROM api.task_scores(''99-1111.00'') t)')::jsonb -> 0,
  '{"task": "First", "core": true, "time": 0.4, "exposure": 0.5, "score": 30, "sd": 14.142135623730951, "n": 2}', 'scores');
SELECT is(pg_temp.as_role('ca', '(SELECT count(*) FROM api.task_scores(''x''))'), 'PT404', 'an unknown occupation');
SELECT is(harmony.workforce_input(jsonb_build_object('n_iterations', 1, 'automation_factor', 1, 'roles', jsonb_build_array(
  jsonb_build_object('role', w ->> 'role', 'count', 5, 'salary', 1)), 'workloads', jsonb_build_object(w ->> 'role',
    w -> 'workload'))) IS NOT NULL, true,
  'a workload that can be simulated') FROM workforce.workload_from_occupation('99-1111.00') w;
-- Alike: equal texts are 1, of two tasks weighed by their time the cosine is worked out here.
SELECT is(pg_temp.as_role('ca', '(SELECT count(*) FROM api.role_adjacency(''99-1111.00''))'), 'PT409', 'occupations are indexed first');
INSERT INTO workforce.onet_task VALUES ('99-1112.00', 1, 'First', 'Core', 'Taster', 2, 1), ('99-1112.00', 2, 'Second', 'Core', 'Taster', 2,
  1), ('99-1112.00', 3, 'Third', 'Supplemental', 'Taster', 1, 1), ('99-1113.00', 1, 'First', 'Core', 'Toaster', 2, 1), ('99-1113.00', 4,
  'Unlike', 'Supplemental', 'Toaster', 1, 1), ('99-1114.00', 1, ' ', 'Core', 'Blank', 2, 1);
SELECT is(workforce.index_occupations(), 3::bigint, 'those whose tasks say something');
CREATE TEMP TABLE near AS
  SELECT pg_temp.as_role('ca', '(SELECT jsonb_agg(to_jsonb(t)) FROM api.role_adjacency(''99-1111.00'') t)')::jsonb AS a;
SELECT is((SELECT jsonb_agg(r - 'similarity') FROM near, jsonb_array_elements(a) r),
  '[{"soc": "99-1112.00", "title": "Taster"}, {"soc": "99-1113.00", "title": "Toaster"}]', 'the most alike first, and not itself');
SELECT is((SELECT round((a #>> '{0,similarity}')::numeric, 6) FROM near), 1.000000, 'the same tasks');
CREATE FUNCTION pg_temp.dot(a float8[], b float8[]) RETURNS float8 LANGUAGE sql AS $$ SELECT sum(x * y) FROM unnest(a, b) u (x, y) $$;
SELECT is((SELECT round((a #>> '{1,similarity}')::numeric, 6) FROM near), (
  SELECT round((sum(v.w * u.w * pg_temp.dot(v.e, u.e)) FILTER (WHERE v.k = 'a' AND u.k = 'b') / sqrt(
    sum(v.w * u.w * pg_temp.dot(v.e, u.e)) FILTER (WHERE v.k = 'a' AND u.k = 'a')
    * sum(v.w * u.w * pg_temp.dot(v.e, u.e)) FILTER (WHERE v.k = 'b' AND u.k = 'b')))::numeric, 6)
  FROM (SELECT k, w, harmony.text_embedding(t) AS e FROM (VALUES ('a', 2, 'First'), ('a', 2, 'Second'), ('a', 1, 'Third'),
      ('b', 2, 'First'),
      ('b', 1, 'Unlike')) r (k, w, t)) v,
       (SELECT k, w, harmony.text_embedding(t) AS e FROM (VALUES ('a', 2, 'First'), ('a', 2, 'Second'), ('a', 1, 'Third'),
      ('b', 2, 'First'),
      ('b', 1, 'Unlike')) r (k, w, t)) u), 'the cosine of sums by time');
SELECT is(pg_temp.as_role(w, format('(SELECT count(*) FROM api.role_adjacency(%L, %s))', s, top)), a, format('%s, %s, %s', w, s, top))
FROM (VALUES ('ca', '99-1111.00', '1', '1'), ('ca', '99-1111.00', '100', '2'), ('ca', '99-1111.00', '101', '22023'),
  ('ca', '99-1111.00', '0', '22023'), ('ca', '99-1111.00', 'NULL', '22023'), ('ca', 'x', '5', 'PT404'), ('ca', '99-1114.00', '5', 'PT409'),
  ('stranger', '99-1111.00', '5', '42501')) v (w, s, top, a);
SELECT is(pg_temp.as_role('stranger', '(SELECT count(*) FROM api.task_scores(''99-1111.00''))'), '42501', 'scores are for members');
SELECT * FROM finish();
ROLLBACK;
