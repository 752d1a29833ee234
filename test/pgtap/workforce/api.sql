-- Schema api, the part of module workforce: what is there, as docs/reference/api.md tells it.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
CREATE FUNCTION public.id(name text) RETURNS uuid LANGUAGE sql IMMUTABLE RETURN md5('harmony workforce test ' || name)::uuid;
\ir ../../lib/attack.sql
\ir ../../lib/api.sql

CREATE TEMP TABLE contract (volatility "char", signature text);
INSERT INTO contract VALUES ('s', 'simulation_defaults(organization uuid = NULL)'),
  ('v', 'start_simulation(config jsonb, organization uuid = NULL, name text = NULL)'), ('s', 'simulation(id uuid, wide boolean = false)'),
  ('s', 'compare_simulations(ids uuid[])'), ('s', 'simulation_tornado(config jsonb, spans jsonb, metric text, organization uuid = NULL)'),
  ('s', 'seek_simulation(config jsonb, input text, metric text, goal double precision, low double precision, high double precision, '
    'organization uuid = NULL)'),
  ('v', 'start_sensitivity(config jsonb, spans jsonb, metric text, samples integer = 1024, organization uuid = NULL)'),
  ('s', 'task_scores(soc text)'),
  ('s', 'role_adjacency(soc text, top integer = 10)');
SELECT bag_eq($$SELECT p.provolatile, r.signature FROM pg_temp.routines('workforce') r JOIN pg_proc p ON p.oid = r.routine$$,
  'SELECT * FROM contract', 'functions, their arguments and defaults, and which change something');
SELECT bag_eq($$SELECT v.name FROM pg_temp.views('workforce') v$$, '{workloads,simulations}'::text[], 'views');
SELECT is_empty($$SELECT pg_temp.faults('workforce')$$, 'comments, rights, conflicts');
\set page `sed -n '/^<!-- workforce -->/,/^<!-- end of workforce -->/p' docs/reference/api.md`
SELECT bag_eq(format('SELECT pg_temp.listed(%L)', :'page'), $$SELECT pg_temp.told('workforce')$$, 'the page lists every object');
SELECT * FROM finish();
ROLLBACK;
