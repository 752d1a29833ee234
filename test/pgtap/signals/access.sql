-- Who sees what: every table, view and function of module signals, and what it makes in schema api, from the catalogs, for a member of A, a
-- member of B, one of both, a stranger, an administrator and nobody; with every right granted, so that policies and the functions' own
-- checks alone keep them apart.
BEGIN;
SET search_path = public, pg_catalog;
SET LOCAL jit = off;
SELECT no_plan();
\ir ../../lib/two_organizations.sql

-- Something of both in every table.
INSERT INTO signals.cutoff (organization_id, metric_id, document) SELECT id(w), w || 'los', '{}' FROM unnest('{A,B}'::text[]) w;
INSERT INTO signals.cutoff (document) VALUES ('{}');
INSERT INTO signals.chart_phase (organization_id, metric_id, facility_id, starts_on, reason) SELECT id(w), w || 'los', w || 'F20', 202507,
  w || ' reason' FROM unnest('{A,B}'::text[]) w;
INSERT INTO signals.quality_check (organization_id, layer, kind, columns) SELECT id(w), 'signals.fct_signal', 'not_null', '{value}'
  FROM unnest('{A,B}'::text[]) w;
INSERT INTO signals.unit_test VALUES ('one', 'signals.fct_signal', '{}', '[]');
INSERT INTO signals.hydrate_reject (organization_id, run_id, record, reason)
  SELECT id(w), '20260101', jsonb_build_object('of', w || ' x'), 'x' FROM unnest('{A,B}'::text[]) w;
INSERT INTO signals.feed_mark (account_id, organization_id, read_up_to) VALUES (id('a1'), id('A'), 0), (id('b1'), id('B'), 0);
SELECT signals.assign_signal(signal(w || 'F20'), id(lower(w) || '1'), 'owner', w || ' note'),
  signals.comment_signal(signal(w || 'F20'), w || ' comment') FROM unnest('{A,B}'::text[]) w \g /dev/null

CREATE FUNCTION pg_temp.account(who text) RETURNS uuid LANGUAGE sql AS $$ SELECT id(who) $$;
\set module signals
\ir ../../lib/tenants.sql
-- of(text): whose it is that is told of: by names and numbers.
CREATE FUNCTION pg_temp.of(answer text) RETURNS text LANGUAGE sql AS $$
  SELECT coalesce((SELECT string_agg(w, ' ' ORDER BY w) FROM unnest('{A,B}'::text[]) w
                   WHERE answer ~ format('\m%1$s(F\d\d|los|mortality| )|\m%1$s$|%2$s', w, id(w))), '-') $$;

-- ---- tables and views ----

SELECT cmp_ok((SELECT count(*) FROM relation), '>', 50::bigint, 'there are many');
-- What tells of nobody: the engine's own.
CREATE TEMP TABLE nobodys (name text, seen_by text[]);
INSERT INTO nobodys VALUES ('signals.layer', '{a1,b1,both,admin,stranger}'), ('signals.workflow_step', '{a1,b1,both,admin,stranger}'),
  ('signals.unit_test', '{admin}'), ('signals.column_source', '{a1,b1,both,admin,stranger,left,anonymous}');
SELECT is(pg_temp.of(pg_temp.all_of(name)), CASE WHEN name IN (SELECT n.name FROM nobodys n) THEN '-' ELSE 'A B' END,
  name || ' has rows of both') FROM relation;
SELECT is(pg_temp.as_role(p.who, format('SELECT t FROM %s t LIMIT 1', n.name)) <> '-', p.who = ANY (n.seen_by), p.who || ': ' || n.name)
  FROM nobodys n, person p;
-- Of raw_line members see what is shown as it is; what they compute of the rest is nothing.
CREATE TEMP TABLE expected AS SELECT r.name, p.who, CASE
    WHEN r.name = 'signals.feed_mark' AND p.who = 'both' THEN '-'
    WHEN p.who <> 'admin' AND r.name ~ 'raw_(contribution|classification|shap|modeling_run)$|(stg|int)_(contribution|driver|model)$' THEN
      '-'
    ELSE p.sees END AS sees
  FROM relation r, person p WHERE r.name NOT IN (SELECT n.name FROM nobodys n);
SELECT is(pg_temp.of(pg_temp.as_role(e.who, format('SELECT t FROM %s t', e.name))), e.sees, e.who || ': ' || e.name) FROM expected e;
SELECT is(pg_temp.as_role(w, $$SELECT count(*) FROM signals.cutoff WHERE organization_id IS NULL$$), answer, w || ': cut-offs of all')
  FROM (VALUES ('a1', '(1)'), ('stranger', '(1)'), ('admin', '(1)'), ('anonymous', '(0)')) v (w, answer);
-- Nobody writes, whatever the rights: a DELETE finds no row.
SELECT ok(pg_temp.written(p.who, 'DELETE FROM ' || r.name) IN ('0', '42501'), p.who || ' deletes nothing of ' || r.name)
  FROM relation r, person p WHERE r.relkind = 'r' AND r.name ~ '^signals';

-- ---- functions ----

-- A value for every argument, of A: by name, else by type.
CREATE TEMP TABLE value (name text, type text, value text);
INSERT INTO value VALUES ('organization', 'uuid', 'id(''A'')'), ('run_id', 'text', '''20260101'''), ('metric', 'text', '''Alos'''),
  ('facility', 'text', '''AF20'''), ('start', 'text', '''Alos'''), ('vertex', 'text', '''Alos'''), ('of_object', 'text',
    '''signals.fct_signal'''),
  ('object', 'text', '''signals'''), ('format', 'text', '''json'''), ('side', 'text', '''related'''), ('status', 'text', '''in_progress'''),
  ('to_status', 'text', '''in_progress'''), ('layer', 'text', '''signals.fct_signal'''), ('relation', 'text', '''signals.fct_signal'''),
  ('up_to', 'bigint', 'NULL'), ('before_id', 'bigint', 'NULL'), ('before_at', 'timestamptz', 'NULL'), ('label', 'text', 'NULL'),
  ('of_label', 'text', 'NULL'), ('of_column', 'text', 'NULL'), ('column', 'text', 'NULL'), ('assignee', 'uuid', 'id(''a2'')'),
  ('account', 'uuid', 'id(''a1'')'), ('reader', 'uuid', 'id(''a1'')');
INSERT INTO value VALUES ('months', 'jsonb', '''[]''');
INSERT INTO value (type, value) VALUES ('uuid', 'id(''A'')'), ('uuid[]', 'ARRAY[id(''A'')]'), ('text', '''x'''), ('integer', '1'),
  ('boolean', 'false'), ('jsonb', '''{}'''), ('timestamptz', '''2100-01-01'''), ('text[]', '''{}'''), ('float8', '1'),
  ('bigint', (SELECT signal('AF20')::text)), ('jsonb[]', '''{}'''), ('regclass', '''signals.fct_signal'''),
  ('signals.signal', (SELECT format('%L::signals.signal', s) FROM signals.signal s WHERE s.id = signal('AF20'))),
  ('signals.layer', (SELECT format('%L::signals.layer', l) FROM signals.layer l WHERE l.name = 'signals.fct_signal')),
  ('signals.quality_check', (SELECT format('%L::signals.quality_check', q) FROM signals.quality_check q WHERE q.organization_id = id('A'))),
  ('signals.assignment', (SELECT format('%L::signals.assignment', a) FROM signals.assignment a WHERE a.organization_id = id('A'))),
  ('signals.artifact', (SELECT format('%L::signals.artifact', a) FROM signals.artifact a WHERE a.organization_id = id('A') LIMIT 1)),
  ('signals.feed_mark', (SELECT format('%L::signals.feed_mark', m) FROM signals.feed_mark m WHERE m.organization_id = id('A'))),
  ('signals.activity_event', (SELECT format('%L::signals.activity_event', e) FROM signals.activity_event e
                              WHERE e.organization_id = id('A') LIMIT 1)),
  ('signals.fct_signal[]', (SELECT format('%L::signals.fct_signal[]', array_agg(f)) FROM signals.fct_signal f
                            WHERE f.organization_id = id('A') AND f.facility_id = 'AF20'));
CREATE TEMP TABLE called AS SELECT p.oid, p.proname, p.pronamespace::regnamespace::text AS schema, p.prosecdef,
    a.missing, format('SELECT t FROM %s(%s) t', p.oid::regproc, coalesce(a.arguments, '')) AS query
  FROM pg_proc p CROSS JOIN LATERAL (
    SELECT string_agg(format('%I => %s', u.name, v.value), ', ' ORDER BY u.n) AS arguments,
           string_agg(u.name || ' ' || u.type, ', ') FILTER (WHERE v.value IS NULL) AS missing
    FROM (SELECT n, name, replace(replace(format_type(type, NULL), 'timestamp with time zone', 'timestamptz'), 'double precision', 'float8')
          FROM unnest(p.proargnames[:p.pronargs], p.proargtypes::oid[]) WITH ORDINALITY x (name, type, n)) u (n, name, type)
    LEFT JOIN LATERAL (SELECT w.value FROM value w WHERE w.type = u.type AND coalesce(w.name, u.name) = u.name
                       ORDER BY w.name IS NULL LIMIT 1) v ON true) a
  WHERE p.prorettype <> 'trigger'::regtype AND (p.pronamespace = 'signals'::regnamespace
    OR p.pronamespace = 'api'::regnamespace AND p.oid IN (SELECT r FROM harmony_internal.module_routines('signals') r));
SELECT is_empty('SELECT query, missing FROM called WHERE missing IS NOT NULL', 'every argument of every function has a value of A');
SELECT cmp_ok((SELECT count(*) FROM called), '>', 80::bigint, 'they are many');
-- Others are told nothing of A, but by what turns a row that is handed in.
SELECT is(pg_temp.of(pg_temp.as_role(p.who, c.query)) ~ 'A', false, p.who || ': ' || left(c.query, 100))
FROM called c, person p WHERE p.who IN ('b1', 'stranger', 'left', 'anonymous') AND c.proname NOT IN ('shown_assignment', 'enter');
-- What runs as the owner says so, the same to each of them.
SELECT is(pg_temp.as_role(p.who, c.query) IN ('42501', 'PT404'), true, format('%s is refused %s', p.who, left(c.query, 100)))
FROM called c, person p WHERE p.who IN ('b1', 'stranger', 'left', 'anonymous') AND c.schema = 'signals' AND c.prosecdef
  AND c.query ~ '(organization|signal) =>';
-- A member of A is told.
SELECT is(pg_temp.of(pg_temp.as_role(w, c.query)), 'A', format('%s: %s', w, left(c.query, 100)))
FROM called c, unnest('{a1,admin}'::text[]) w WHERE c.query ~ '(organization|signal|vertex|start) =>' AND c.proname = ANY ('{signal_filters,
  signal_detail,signal_contributions,signal_related,signal_children,drivers,narrative,metadata,ontology_neighbors,require_signal}'::text[]);
SELECT isnt(pg_temp.as_role('a1', c.query), '-', c.query) FROM called c WHERE c.proname IN ('feed', 'metric_query', 'neighbors_of',
  'lineage');
SELECT unalike(pg_temp.of(pg_temp.as_role('a1', c.query)), '%B%', 'a1: ' || left(c.query, 100)) FROM called c;
-- One who acts for both is told of the one that is asked for; without one of both.
SELECT is(pg_temp.of(pg_temp.as_role('both', c.query)), 'A', 'both: ' || c.query) FROM called c
WHERE c.schema = 'api' AND c.query ~ 'organization =>' AND c.proname IN ('signal_filters', 'metadata', 'narrative', 'drivers');
SELECT is(pg_temp.of(pg_temp.as_role('both', 'SELECT api.' || f || '()')), 'A B', 'both: ' || f)
  FROM unnest('{signal_filters,metadata}'::text[]) f;
-- What administrators have done is for them alone.
SELECT is(pg_temp.as_role(p.who, c.query), '42501', p.who || ': ' || c.query) FROM called c, person p
WHERE c.proname IN ('ingest', 'ingest_directory', 'build', 'hydrate', 'verify', 'queue_load', 'queue_refresh', 'queue_hydrate',
  'load_artifacts', 'refresh_layers', 'hydrate_signals') AND p.who <> 'admin';

-- As shipped nobody but the owner may.
SELECT is_empty($$SELECT p.oid::regprocedure FROM pg_proc p CROSS JOIN LATERAL aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
  WHERE p.pronamespace = 'signals'::regnamespace AND a.grantee = 0$$, 'no function is for everybody');
SELECT is_empty($$SELECT c.oid::regclass FROM pg_class c CROSS JOIN LATERAL aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) a
  WHERE c.relnamespace = 'signals'::regnamespace AND a.grantee = 0$$, 'no table is for everybody');
SELECT platform.grant_application();
-- What is not published is not granted: values of too few encounters.
SELECT is_empty($$SELECT c.oid::regclass FROM pg_class c WHERE c.relnamespace = 'signals'::regnamespace
  AND has_table_privilege('harmony_user', c.oid, 'SELECT') AND c.relname ~ '^(raw_entity|stg_(obs|contr|fac)|int_(series|score|signal))'$$,
  'values as they were loaded are for nobody');
SELECT * FROM finish();
ROLLBACK;
