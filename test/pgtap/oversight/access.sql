-- Who sees what: every table, view and function of module oversight, from the catalogs, for a member of A, a member of B, one of both, a
-- stranger, an administrator and nobody; with every right granted, so that policies and the functions' own checks alone keep them apart.
BEGIN;
SET search_path = public, pg_catalog;
SET LOCAL jit = off;
SELECT no_plan();
\ir ../../lib/two_watched.sql
SELECT oversight.watch_job('{}') \g /dev/null

CREATE FUNCTION pg_temp.account(who text) RETURNS uuid LANGUAGE sql AS $$ SELECT id(who) $$;
\set module oversight
\ir ../../lib/tenants.sql
-- of(text): whose it is that is told of: by names and numbers.
CREATE FUNCTION pg_temp.of(answer text) RETURNS text LANGUAGE sql AS $$
  SELECT coalesce((SELECT string_agg(w, ' ' ORDER BY w) FROM unnest('{A,B}'::text[]) w
                   WHERE answer ~ format('\m%1$s(\d| )|%2$s', w, id(w))), '-') $$;

-- ---- tables and views ----

SELECT cmp_ok((SELECT count(*) FROM relation), '>=', 17::bigint, 'all of them');
-- What is of all is told to everybody who is signed in.
SELECT is(pg_temp.as_role(p.who, format('SELECT count(*) > 0 FROM oversight.%I', name)), CASE WHEN p.sees = '-' AND p.who <> 'stranger' THEN
  '(f)' ELSE '(t)' END, p.who || ': ' || name) FROM person p, unnest('{data_kind,search_source}'::text[]) name;
DELETE FROM relation WHERE name IN ('oversight.data_kind', 'oversight.search_source', 'oversight.lexicon');
SELECT is(pg_temp.of(pg_temp.all_of(name)), 'A B', name || ' has rows of both') FROM relation;
SELECT is(pg_temp.of(pg_temp.as_role(p.who, format('SELECT t FROM %s t', r.name))), p.sees, p.who || ': ' || r.name)
FROM relation r, person p;
-- Nobody writes, whatever the rights: a DELETE finds no row, an INSERT is refused.
SELECT is(pg_temp.written(p.who, 'DELETE FROM ' || r.name), '0', p.who || ' deletes nothing of ' || r.name)
  FROM relation r, person p WHERE r.relkind = 'r';
SELECT is(pg_temp.written(p.who, $$UPDATE oversight.prediction SET outcome = 1, validated_at = now() WHERE outcome IS NULL$$), '0',
  p.who || ' adds no outcome') FROM person p;
SELECT is(pg_temp.written(p.who, $$INSERT INTO oversight.model (organization_id, name) VALUES (id('A'), 'new')$$), '42501',
  p.who || ' adds nothing') FROM person p;

-- ---- functions ----

-- A value for every argument, of A: by name, else by type.
CREATE TEMP TABLE value (name text, type text, value text);
INSERT INTO value VALUES ('model', 'text', '''A late'''), ('name', 'text', '''A late'''),
  ('version', 'text', '''A v1'''), ('metric', 'integer', (SELECT min(m.id)::text FROM oversight.metric m WHERE m.organization_id =
  id('A'))),
  ('model', 'integer', (SELECT min(m.id)::text FROM oversight.model m WHERE m.organization_id = id('A'))),
  ('models', 'integer[]', (SELECT format('%L::integer[]', array_agg(m.id)) FROM oversight.model m WHERE m.organization_id = id('A'))),
  ('prediction', 'bigint', (SELECT max(p.id)::text FROM oversight.prediction p WHERE p.organization_id = id('A'))),
  ('anomaly', 'bigint', anomaly('A')::text), ('threshold', 'float8', '0.5'), ('high', 'float8', '2'), ('days', 'integer', '5'),
  ('policy', 'oversight.sql_policy', '(SELECT p FROM oversight.sql_policy p WHERE p.organization_id = id(''A''))'),
  ('source', 'oversight.search_source', '(SELECT s FROM oversight.search_source s WHERE s.kind = ''vessel'')'),
  ('policy', 'text', '''own'''), ('sql', 'text', '''SELECT 1'''), ('sqlstate', 'text', '''42703'''),
  ('answer', 'jsonb', '''{"errors": []}'''),
  ('kind', 'text', '''vessel'''), ('at', 'timestamptz', 'now()'), ('end', 'timestamptz', 'now()'), ('prediction', 'float8', '0.5'),
  ('year', 'integer', '2025'), ('query', 'text', '''SELECT 1''');
INSERT INTO value (type, value) VALUES ('uuid', 'id(''A'')'), ('uuid[]', 'ARRAY[id(''A'')]'), ('text', '''x'''), ('integer', '1'),
  ('boolean', 'true'), ('jsonb', '''{}'''), ('timestamptz', '''2026-01-01'''), ('float8', '1'), ('date', 'current_date');
CREATE TEMP TABLE called AS SELECT p.oid, p.proname, p.pronamespace::regnamespace::text AS schema, p.prosecdef,
    a.missing, format('SELECT t FROM %s(%s) t', p.oid::regproc, coalesce(a.arguments, '')) AS query
  FROM pg_proc p CROSS JOIN LATERAL (
    SELECT string_agg(format('%I => %s', u.name, v.value), ', ' ORDER BY u.n) AS arguments,
           string_agg(u.name || ' ' || u.type, ', ') FILTER (WHERE v.value IS NULL) AS missing
    FROM (SELECT n, name, replace(replace(format_type(type, NULL), 'timestamp with time zone', 'timestamptz'), 'double precision', 'float8')
          FROM unnest(p.proargnames[:p.pronargs], p.proargtypes::oid[]) WITH ORDINALITY x (name, type, n)) u (n, name, type)
    LEFT JOIN LATERAL (SELECT w.value FROM value w WHERE w.type = u.type AND coalesce(w.name, u.name) = u.name
                       ORDER BY w.name IS NULL LIMIT 1) v ON true) a
  WHERE p.prorettype <> 'trigger'::regtype AND (p.pronamespace = 'oversight'::regnamespace
    OR p.pronamespace = 'api'::regnamespace AND p.oid IN (SELECT r FROM harmony_internal.module_routines('oversight') r));
SELECT is_empty('SELECT query, missing FROM called WHERE missing IS NOT NULL', 'every argument of every function has a value of A');
-- Others are told nothing of A.
SELECT is(pg_temp.of(pg_temp.as_role(p.who, c.query)) ~ 'A', false, p.who || ': ' || left(c.query, 100))
FROM called c, person p WHERE p.who IN ('b1', 'stranger', 'left', 'anonymous') AND c.proname NOT IN ('application_rights', 'api_rights');
-- What runs as the owner says so, the same to each of them.
SELECT is(pg_temp.as_role(p.who, c.query), f.answer, format('%s is refused %s', p.who, left(c.query, 100)))
FROM called c, person p, (VALUES ('register_model', '42501'), ('add_prediction', '42501'), ('set_outcome', 'PT404'),
  ('acknowledge_anomaly', 'PT404'), ('model_performance', '42501'), ('oversight_stats', '42501'), ('health_ml', '42501'),
  ('check_sql', '42501'), ('check_sql_intent', '42501'), ('record_feedback', '42501'), ('suggest_fix', '42501'), ('count_check', '42501'),
  ('asking_organization', '42501')) f (name, answer)
WHERE c.proname = f.name AND p.who IN ('b1', 'stranger', 'left', 'anonymous') AND c.schema = 'oversight';
SELECT bag_eq($$SELECT proname::text FROM called WHERE prosecdef AND schema = 'oversight'$$, ARRAY['register_model', 'add_prediction',
  'set_outcome', 'acknowledge_anomaly', 'model_performance', 'oversight_stats', 'health_ml', 'visible_models', 'asking_organization',
  'require_member', 'require_feedback', 'count_check', 'record_feedback', 'find_similar', 'acknowledger_names'],
  'no other function runs as the owner');
SELECT is(pg_temp.as_role(p.who, 'SELECT cardinality(oversight.visible_models(true))'), CASE p.who WHEN 'both' THEN '(4)' WHEN 'a1' THEN
  '(2)'
  WHEN 'b1' THEN '(2)' ELSE '(0)' END, p.who || ' sees models of the own') FROM person p;
-- A member of A is told.
SELECT is(pg_temp.as_role(w, c.query) ~ '^[0-9PT]{5}$', false, format('%s: %s', w, left(c.query, 100)))
FROM called c, unnest('{a1,admin}'::text[]) w
WHERE c.schema = 'oversight' AND c.proname IN ('add_prediction', 'acknowledge_anomaly', 'model_performance', 'oversight_stats');
SELECT unalike(pg_temp.as_role('a1', c.query), '%B %', 'a1: ' || left(c.query, 100)) FROM called c;
-- Nothing stays of what is granted to applications alone.
SELECT is_empty($$SELECT r FROM harmony_internal.module_routines('oversight') r JOIN pg_proc p ON p.oid = r
  WHERE has_function_privilege('public', p.oid, 'EXECUTE') AND p.proname <> 'visible_models'$$,
  'nothing is for PUBLIC but what policies call');
SELECT is_empty($$SELECT c.oid::regclass FROM pg_class c WHERE c.relnamespace = 'oversight'::regnamespace AND c.relkind = 'r'
  AND NOT (c.relrowsecurity AND c.relforcerowsecurity)$$, 'row-level security is on and forced');
-- Every foreign key has an index that starts with its columns.
SELECT is_empty($$SELECT c.conrelid::regclass, c.conname FROM pg_constraint c
  WHERE c.contype = 'f' AND c.connamespace = 'oversight'::regnamespace AND NOT EXISTS (SELECT FROM pg_index i
    WHERE i.indrelid = c.conrelid AND i.indkey[0] = c.conkey[1])$$, 'foreign keys have an index');
SELECT is_empty($$SELECT p.oid::regprocedure::text FROM pg_proc p WHERE p.pronamespace = 'oversight'::regnamespace
  AND obj_description(p.oid, 'pg_proc') IS NULL UNION ALL SELECT c.oid::regclass::text FROM pg_class c
  WHERE c.relnamespace = 'oversight'::regnamespace AND c.relkind = 'r' AND obj_description(c.oid, 'pg_class') IS NULL$$,
  'everything has a comment');
SELECT * FROM finish();
ROLLBACK;
