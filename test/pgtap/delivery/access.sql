-- Who sees what: every table, view and function of module delivery, from the catalogs, for a member of A, a member of B, one of both, a
-- stranger, an administrator and nobody; with every right granted, so that policies and the functions' own checks alone keep them apart.
BEGIN;
SET search_path = public, pg_catalog;
SET LOCAL jit = off;
SELECT no_plan();
\ir ../../lib/delivery.sql

INSERT INTO platform.account (id, email, full_name)
  SELECT org(name), name || '@delivery.example.org', 'Name of ' || name FROM unnest('{admin,a1,b1,both,left,stranger}'::text[]) name;
INSERT INTO platform.account_role VALUES (org('admin'), 'admin');
INSERT INTO platform.membership (account_id, organization_id) VALUES (org('a1'), org('A')), (org('b1'), org('B')), (org('both'), org('A')),
  (org('both'), org('B')), (org('left'), org('A'));

-- Something of both in every table. What is A's begins with A and a blank or a number.
CREATE FUNCTION pg_temp.fill(w text) RETURNS void LANGUAGE sql AS $$
  SELECT delivery.load(org(w), w || ' project', 'commit', (SELECT jsonb_agg(jsonb_build_object('id', w || n, 'parents', ARRAY[w || n - 1],
    'author', w || ' author ' || n, 'authored_at', '2026-01-05')) FROM generate_series(1, 6) n));
  SELECT delivery.load(org(w), w || ' project', 'deployment', jsonb_build_array(jsonb_build_object('id', w || ' d', 'service', w || ' s',
    'environment', 'production', 'result', 'success', 'finished_at', '2026-01-06', 'commits', ARRAY[w || '5'])));
  SELECT delivery.load(org(w), w || ' project', 'incident', jsonb_build_array(jsonb_build_object('id', w || ' i', 'created_at',
    '2026-01-07')));
  SELECT delivery.load(org(w), w || ' project', 'pull_request', jsonb_build_array(jsonb_build_object('id', w || ' p', 'author',
    w || ' author 1',
    'created_at', '2026-01-05', 'merged_at', '2026-01-05', 'merge_commit', w || '5', 'commits', jsonb_build_array(jsonb_build_object('id',
      w || 'x')))));
  SELECT delivery.load(org(w), w || ' project', 'review', jsonb_build_array(jsonb_build_object('id', w || ' r', 'pull_request', w || ' p',
    'reviewer', w || ' author 2', 'submitted_at', '2026-01-05')));
  SELECT delivery.load(org(w), w || ' project', 'work_item', jsonb_build_array(jsonb_build_object('id', w || ' w', 'type', w || ' type',
    'team', w || ' team', 'created_at', '2026-01-05'), jsonb_build_object('id', w || ' v', 'type', w || ' type', 'created_at',
      '2026-01-05')));
  SELECT delivery.load(org(w), w || ' project', 'status_change', jsonb_build_array(jsonb_build_object('id', w || ' c', 'work_item',
    w || ' w',
    'category', 'in_progress', 'at', '2026-01-05')));
  SELECT delivery.load(org(w), w || ' project', 'sprint', jsonb_build_array(jsonb_build_object('id', w || ' s', 'started_at', '2026-01-05',
    'ended_at', '2026-01-09', 'items', jsonb_build_array(jsonb_build_object('work_item', w || ' w', 'points', 1))),
      jsonb_build_object('id', w || ' bad')));
  INSERT INTO delivery.integration (organization_id, kind, name) VALUES (org(w), 'tracker', w || ' tracker');
  INSERT INTO delivery.status SELECT org(w), i.id, w || ' status', 'todo' FROM delivery.integration i WHERE i.organization_id = org(w);
  INSERT INTO delivery.raw_record (organization_id, integration_id, project, kind, document)
  SELECT org(w), i.id, w || ' project', 'x', jsonb_build_object('id', w || ' record') FROM delivery.integration i WHERE i.organization_id
    = org(w);
  SELECT delivery.transform(i.id) FROM delivery.integration i WHERE i.organization_id = org(w);
  INSERT INTO delivery.benchmark (organization_id, year, figure, tier, measure, border, is_inclusive)
  VALUES (org(w), 2030, 'cfr', 'elite', 'change_failure_rate', 0.1, true);
  INSERT INTO delivery.health_weight (organization_id, part, weight) VALUES (org(w), 'carry_over', 2);
  INSERT INTO delivery.service_level (organization_id, type, days) VALUES (org(w), w || ' type', 5);
  SELECT delivery.map_author(org(w), w || ' author 1', w || ' author', org(lower(w) || '1')) $$;
SELECT pg_temp.fill(w) FROM unnest('{A,B}'::text[]) w \g /dev/null
-- Marks, which last until the transaction ends.
INSERT INTO delivery.stale SELECT p.id, p.organization_id FROM delivery.project p;

CREATE FUNCTION pg_temp.account(who text) RETURNS uuid LANGUAGE sql AS $$ SELECT org(who) $$;
\set module delivery
\ir ../../lib/tenants.sql
-- of(text): whose it is that is told of: by names and numbers.
CREATE FUNCTION pg_temp.of(answer text) RETURNS text LANGUAGE sql AS $$
  SELECT coalesce((SELECT string_agg(w, ' ' ORDER BY w) FROM unnest('{A,B}'::text[]) w
                   WHERE answer ~ format('\m%1$s(\d| )|%2$s', w, org(w))), '-') $$;

-- ---- tables and views ----

SELECT cmp_ok((SELECT count(*) FROM relation), '>', 24::bigint, 'there are many');
SELECT is(pg_temp.of(pg_temp.all_of(name)), 'A B', name || ' has rows of both') FROM relation;
-- Of names of people a member sees the own alone; authors are behind functions.
SELECT is(pg_temp.of(pg_temp.as_role(p.who, format('SELECT t FROM %s t', r.name))), CASE
    WHEN r.name = 'delivery.author' AND p.who <> 'admin' THEN '-' WHEN r.name = 'delivery.author_alias' AND p.who = 'both' THEN '-'
    ELSE p.sees END, p.who || ': ' || r.name) FROM relation r, person p;
SELECT is(pg_temp.as_role('a1', 'SELECT alias FROM delivery.author_alias'), '("A author 1")', 'a member sees the own name alone');
SELECT is(pg_temp.as_role(w, 'SELECT count(*) FROM delivery.' || t || ' WHERE organization_id IS NULL') = '(0)', w IN ('anonymous', 'left'),
  w || ': shipped rows of ' || t) FROM person p (w), unnest('{benchmark,health_weight}'::text[]) t;
-- Nobody writes, whatever the rights: a DELETE finds no row, an INSERT of a row that is there is refused.
SELECT is(pg_temp.written(p.who, 'DELETE FROM ' || r.name), '0', p.who || ' deletes nothing of ' || r.name)
  FROM relation r, person p WHERE r.relkind = 'r';
SELECT is(pg_temp.written(p.who, $$INSERT INTO delivery.team (organization_id, name) VALUES (org('A'), 'new')$$), '42501',
  p.who || ' adds nothing')
  FROM person p;

-- ---- functions ----

-- A value for every argument, of A: by name, else by type.
CREATE TEMP TABLE value (name text, type text, value text);
INSERT INTO value VALUES ('organization', 'uuid', 'org(''A'')'), ('project', 'text', '''A project'''), ('code', 'text', '''A project'''),
  ('kind', 'text', '''commit'''), ('team', 'text', '''A team'''), ('zone', 'text', '''UTC'''), ('unit', 'text', '''week'''),
  ('figure', 'text', '''cfr'''), ('type', 'text', '''A type'''), ('year', 'integer', '2030'), ('documents', 'jsonb', '''[]'''),
  ('project_id', 'integer', (SELECT p.id::text FROM delivery.project p WHERE p.organization_id = org('A'))),
  ('integration', 'integer', (SELECT i.id::text FROM delivery.integration i WHERE i.organization_id = org('A'))),
  ('project', 'integer', (SELECT p.id::text FROM delivery.project p WHERE p.organization_id = org('A'))),
  ('item', 'bigint', (SELECT min(w.id)::text FROM delivery.work_item w WHERE w.organization_id = org('A'))),
  ('commits', 'regclass', '''platform.role'''), ('end', 'timestamptz', '''2026-02-01'''), ('account', 'uuid', 'org(''a1'')');
INSERT INTO value (type, value) VALUES ('uuid', 'org(''A'')'), ('uuid[]', 'ARRAY[org(''A'')]'), ('text', '''x'''), ('integer', '1'),
  ('boolean', 'false'), ('jsonb', '''{}'''), ('timestamptz', '''2026-01-01'''), ('text[]', '''{}'''), ('float8', '1'), ('bigint', '5'),
  ('float8[]', '''{0.5}'''), ('timestamptz[]', '''{}'''), ('interval', '''1 day'''), ('jsonb[]', '''{}'''), ('regclass',
    '''platform.role'''),
  ('integer[]', (SELECT format('%L::integer[]', array_agg(p.id)) FROM delivery.project p WHERE p.organization_id = org('A'))),
  ('harmony.duration_summary', 'NULL::harmony.duration_summary'), ('bigint[]', '''{}'''), ('delivery.transformed_record[]', '''{}'''),
  ('delivery.integration', (SELECT format('%L::delivery.integration', i) FROM delivery.integration i WHERE i.organization_id = org('A'))),
  ('delivery.work_item', (SELECT format('%L::delivery.work_item', w) FROM delivery.work_item w WHERE w.organization_id = org('A') LIMIT 1)),
  ('delivery.project', (SELECT format('%L::delivery.project', p) FROM delivery.project p WHERE p.organization_id = org('A')));
CREATE TEMP TABLE called AS SELECT p.oid, p.proname, p.pronamespace::regnamespace::text AS schema, p.prosecdef,
    a.missing, format('SELECT t FROM %s(%s) t', p.oid::regproc, coalesce(a.arguments, '')) AS query
  FROM pg_proc p CROSS JOIN LATERAL (
    SELECT string_agg(format('%I => %s', u.name, v.value), ', ' ORDER BY u.n) AS arguments,
           string_agg(u.name || ' ' || u.type, ', ') FILTER (WHERE v.value IS NULL) AS missing
    FROM (SELECT n, name, replace(replace(format_type(type, NULL), 'timestamp with time zone', 'timestamptz'), 'double precision', 'float8')
          FROM unnest(p.proargnames[:p.pronargs], p.proargtypes::oid[]) WITH ORDINALITY x (name, type, n)) u (n, name, type)
    LEFT JOIN LATERAL (SELECT w.value FROM value w WHERE w.type = u.type AND coalesce(w.name, u.name) = u.name
                       ORDER BY w.name IS NULL LIMIT 1) v ON true) a
  WHERE p.prorettype <> 'trigger'::regtype AND (p.pronamespace = 'delivery'::regnamespace
    OR p.pronamespace = 'api'::regnamespace AND p.oid IN (SELECT r FROM harmony_internal.module_routines('delivery') r));
SELECT is_empty('SELECT query, missing FROM called WHERE missing IS NOT NULL', 'every argument of every function has a value of A');
SELECT cmp_ok((SELECT count(*) FROM called), '>', 70::bigint, 'they are many');
-- Others are told nothing of A, but by what turns a row that is handed in.
SELECT is(pg_temp.of(pg_temp.as_role(p.who, c.query)) ~ 'A', false, p.who || ': ' || left(c.query, 100))
FROM called c, person p WHERE p.who IN ('b1', 'stranger', 'left', 'anonymous');
-- What runs as the owner says so, the same to each of them.
SELECT is(pg_temp.as_role(p.who, c.query), '42501', format('%s is refused %s', p.who, left(c.query, 100)))
FROM called c, person p WHERE p.who IN ('b1', 'stranger', 'left', 'anonymous') AND c.schema = 'delivery' AND c.prosecdef
  AND c.query ~ '(organization|integration) =>';
-- What runs as the owner checks for itself.
SELECT is(pg_temp.as_role(p.who, c.query), f.answer, format('%s is refused %s', p.who, left(c.query, 100)))
FROM called c, person p, (VALUES ('change_project', '42501'), ('add_work_item', '22023'), ('change_work_item', 'PT404'),
  ('remove_work_item', 'PT404'), ('shown_pull_requests', '-'), ('fetch_work', '42501'), ('fetch_page', '42501'),
  ('fetch_ended', '42501'), ('delivery_page', '22023')) f (name, answer)
WHERE c.proname = f.name AND p.who IN ('b1', 'stranger', 'left', 'anonymous') AND c.schema = 'delivery' AND (f.answer, p.who) <> ('-',
  'b1');
SELECT is_empty($$SELECT proname FROM called WHERE prosecdef AND schema = 'delivery' AND query !~ '(organization|integration) =>'
  AND proname NOT IN ('change_project', 'add_work_item', 'change_work_item', 'remove_work_item', 'shown_pull_requests',
    'delivery_page')  -- reports.sql
  AND proname !~ '^fetch_'$$,
  'each other function that runs as the owner is of an organisation or an integration');
-- A member of A is told.
SELECT is(pg_temp.of(pg_temp.as_role(w, c.query)), 'A', format('%s: %s', w, left(c.query, 100)))
FROM called c, unnest('{a1,admin}'::text[]) w WHERE c.proname IN ('pull_request_times', 'repositories', 'portfolio', 'delivery_filters',
  'flow')
  AND c.schema = 'delivery';
SELECT isnt(pg_temp.as_role('a1', c.query), '-', c.query) FROM called c WHERE c.schema = 'delivery' AND c.proname IN ('dora',
  'dora_document',
  'load', 'lead_time_trend', 'reviews', 'contributors', 'forecast', 'executive');
SELECT unalike(pg_temp.as_role('a1', c.query), '%B %', 'a1: ' || left(c.query, 100)) FROM called c;
SELECT is(pg_temp.of(pg_temp.as_role(w, 'SELECT delivery.delivery_filters()')), sees, w || ' without an organisation') FROM person p (w,
  sees)
  WHERE w <> 'left';
-- What administrators have done is for them alone.
SELECT is(pg_temp.as_role(p.who, c.query), '42501', p.who || ': ' || c.query) FROM called c, person p
WHERE c.proname IN ('map_author', 'transform', 'queue_transform') AND p.who <> 'admin';

-- As shipped nobody but the owner may.
SELECT is_empty($$SELECT p.oid::regprocedure FROM pg_proc p CROSS JOIN LATERAL aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
  WHERE p.pronamespace = 'delivery'::regnamespace AND a.grantee = 0$$, 'no function is for everybody');
SELECT is_empty($$SELECT c.oid::regclass FROM pg_class c CROSS JOIN LATERAL aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) a
  WHERE c.relnamespace = 'delivery'::regnamespace AND a.grantee = 0$$, 'no table is for everybody');
SELECT platform.grant_application() \g /dev/null
-- What tells who wrote what is not granted.
SELECT is_empty($$SELECT a.attrelid::regclass, a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
  WHERE c.relnamespace = 'delivery'::regnamespace AND a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'v')
    AND (a.attname IN ('author_id', 'reviewer_id', 'account_id', 'alias', 'document') OR c.relname IN ('commit', 'author', 'author_alias',
      'review', 'pull_request_commit', 'load_reject', 'stale'))
    AND has_column_privilege('harmony_user', c.oid, a.attnum, 'SELECT')$$, 'who wrote what is for nobody');
SELECT * FROM finish();
ROLLBACK;
