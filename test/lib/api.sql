-- The objects of schema api, and how they are called: after attack.sql and crew.sql, which tell who is who.

-- routines(module), views(module): what a module's files made in schema api. signature: name(argument type = default, ...).
CREATE FUNCTION pg_temp.routines(of_module text) RETURNS TABLE (routine oid, signature text) LANGUAGE sql AS $$
  SELECT p.oid, format('%s(%s)', p.proname, replace(regexp_replace(replace(
    pg_get_function_arguments(p.oid), ' DEFAULT ', ' = '), '::[a-z ]+(\[\])?', '', 'g'), 'timestamp with time zone', 'timestamptz'))
  FROM harmony_internal.module_routines(of_module) r JOIN pg_proc p ON p.oid = r WHERE p.pronamespace = 'api'::regnamespace $$;
CREATE FUNCTION pg_temp.views(of_module text) RETURNS TABLE (relation oid, name text) LANGUAGE sql AS $$
  SELECT c.oid, c.relname::text FROM pg_class c JOIN harmony.migration m ON 'view api.' || c.relname = ANY (m.objects)
  WHERE m.module = of_module AND c.relnamespace = 'api'::regnamespace $$;

-- faults(module): what is wrong with how they are made.
CREATE FUNCTION pg_temp.faults(of_module text) RETURNS SETOF text LANGUAGE sql AS $$
  WITH object AS (
    SELECT r.signature AS name, obj_description(r.routine, 'pg_proc') AS comment FROM pg_temp.routines(of_module) r
    UNION ALL SELECT v.name, obj_description(v.relation, 'pg_class') FROM pg_temp.views(of_module) v)
  SELECT o.name || ': no comment whose first line is a summary' FROM object o
  WHERE o.comment !~ '^[^\n]{10,140}[.?]\n\n[^\n]' IS NOT FALSE
  UNION ALL
  SELECT r.signature || ': the comment does not tell of ' || a.name
  FROM pg_temp.routines(of_module) r JOIN pg_proc p ON p.oid = r.routine CROSS JOIN unnest(p.proargnames[:p.pronargs]) a (name)
  WHERE obj_description(p.oid, 'pg_proc') !~ ('\m' || rtrim(replace(a.name, '_', '[_ ]'), 's') || 's?\M')
  UNION ALL
  SELECT r.signature || ': runs as its owner' FROM pg_temp.routines(of_module) r JOIN pg_proc p ON p.oid = r.routine WHERE p.prosecdef
  UNION ALL
  -- 55000 and 55P03 have no status of their own: whoever writes may meet them.
  SELECT r.signature || ': does not tell of conflicts' FROM pg_temp.routines(of_module) r JOIN pg_proc p ON p.oid = r.routine
  WHERE p.provolatile = 'v' AND p.prosrc !~ 'lock_not_available THEN.*PERFORM platform.raise_conflict'
  UNION ALL
  SELECT v.name || ': shows more than its reader may see' FROM pg_temp.views(of_module) v JOIN pg_class c ON c.oid = v.relation
  WHERE NOT coalesce(c.reloptions @> '{security_invoker=true}', false)
  UNION ALL
  SELECT o.name || ': for PUBLIC' FROM (
    SELECT r.signature AS name, coalesce(p.proacl, acldefault('f', p.proowner)) AS acl
    FROM pg_temp.routines(of_module) r JOIN pg_proc p ON p.oid = r.routine
    UNION ALL SELECT v.name, c.relacl FROM pg_temp.views(of_module) v JOIN pg_class c ON c.oid = v.relation) o
  WHERE EXISTS (SELECT FROM aclexplode(o.acl) x WHERE x.grantee = 0)
  UNION ALL
  SELECT o.name || ': not granted' FROM (
    SELECT r.signature AS name, has_function_privilege('harmony_user', r.routine, 'EXECUTE') AS granted FROM pg_temp.routines(of_module) r
    UNION ALL SELECT v.name, has_table_privilege('harmony_user', v.relation, 'SELECT') FROM pg_temp.views(of_module) v) o
  WHERE NOT o.granted $$;

-- listed(page): the objects in the tables of a part of docs/reference/api.md: how they are called, and their arguments or columns.
CREATE FUNCTION pg_temp.listed(page text) RETURNS SETOF text LANGUAGE sql AS $$
  SELECT m[1] || ' ' || m[2] FROM string_to_table(page, E'\n') l (line)
  CROSS JOIN LATERAL regexp_match(l.line, '^\| ([A-Z]+(?:, [A-Z]+)*) \| `([^`]+)`') m WHERE m IS NOT NULL $$;
-- told(module): the same from the catalog.
CREATE FUNCTION pg_temp.told(of_module text) RETURNS SETOF text LANGUAGE sql AS $$
  SELECT CASE WHEN p.provolatile = 'v' THEN 'POST' ELSE 'GET, POST' END || ' ' || r.signature
  FROM pg_temp.routines(of_module) r JOIN pg_proc p ON p.oid = r.routine
  UNION ALL
  SELECT concat_ws(', ', 'GET', CASE WHEN has_any_column_privilege('harmony_user', v.relation, 'INSERT') THEN 'POST' END,
           CASE WHEN has_any_column_privilege('harmony_user', v.relation, 'UPDATE') THEN 'PATCH' END,
           CASE WHEN has_table_privilege('harmony_user', v.relation, 'DELETE') THEN 'DELETE' END) || ' ' || v.name || ' ('
         || (SELECT string_agg(a.attname, ', ' ORDER BY a.attnum) FROM pg_attribute a WHERE a.attrelid = v.relation AND a.attnum > 0) || ')'
  FROM pg_temp.views(of_module) v $$;

-- answers(who, value, stays): what a request of this person is told: the value as text, with the status where the function sets one; or the
-- SQLSTATE. Who is anonymous has the role of requests without a person.
CREATE FUNCTION pg_temp.answers(who text, value text, stays boolean DEFAULT false) RETURNS text LANGUAGE sql AS $$
  SELECT pg_temp.attempt(CASE WHEN who = 'anonymous' THEN '' ELSE json_build_object('sub', id(who))::text END,
    format($q$SELECT concat_ws(' ', nullif(set_config('response.status', '', true), ''), (%s)::text,
                               nullif(current_setting('response.status', true), ''))$q$, value),
    CASE WHEN who = 'anonymous' THEN 'harmony_anon' ELSE 'harmony_user' END, stays) $$;

-- unrefused(module, who): what a person may not write of a view, and is not refused with 42501, or 0A000 for what is
-- computed, 428C9 for a number that the table gives.
CREATE FUNCTION pg_temp.unrefused(of_module text, who text) RETURNS SETOF text LANGUAGE sql AS $$
  SELECT w.query || ': ' || o.outcome
  FROM pg_temp.views(of_module) v
  CROSS JOIN LATERAL (SELECT a.attname AS name FROM pg_attribute a WHERE a.attrelid = v.relation AND a.attnum > 0
                      ORDER BY a.attnum) c
  CROSS JOIN LATERAL (VALUES ('INSERT', format('INSERT INTO api.%s (%I) VALUES (NULL)', v.name, c.name)),
    ('UPDATE', format('UPDATE api.%s SET %I = NULL', v.name, c.name)), ('DELETE', format('DELETE FROM api.%s', v.name))) w (privilege,
    query)
  CROSS JOIN LATERAL (SELECT pg_temp.tries(who, w.query) AS outcome) o
  WHERE o.outcome NOT IN ('42501', '0A000', '428C9')
    AND NOT CASE w.privilege WHEN 'DELETE' THEN has_table_privilege('harmony_user', v.relation, w.privilege)
                                     ELSE has_column_privilege('harmony_user', v.relation, c.name, w.privilege) END $$;
