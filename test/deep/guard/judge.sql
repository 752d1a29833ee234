-- Judges every statement of the server's log (:log, as CSV) under the policies of guard_test.policy: none ends in an error, and nothing is
-- run, written or left locked. `guard_test.judged` keeps those that pass the policy "listed".
SET client_min_messages = error;
CREATE EXTENSION harmony;
CREATE SCHEMA guard_test;
CREATE TABLE guard_test.log (log_time text, user_name text, database_name text, process_id int, connection_from text, session_id text,
  session_line_num bigint, command_tag text, session_start_time text, virtual_transaction_id text, transaction_id bigint,
  error_severity text, sql_state_code text, message text, detail text, hint text, internal_query text, internal_query_pos int, context text,
  query text, query_pos int, location text, application_name text, backend_type text, leader_pid int, query_id bigint);
COPY guard_test.log FROM :'log' CSV;
-- What was executed, and what failed before it was.
CREATE TABLE guard_test.statement AS
SELECT DISTINCT s.sql FROM guard_test.log l,
  unnest(ARRAY[CASE WHEN l.message LIKE 'statement: %' THEN substr(l.message, 12) END, l.query]) s (sql)
WHERE l.database_name = 'regression' AND l.application_name = 'server tests' AND s.sql IS NOT NULL;

-- Every second relation is listed; of every third of these the first column is denied.
CREATE TABLE guard_test.listed AS
SELECT c.oid, format('%I.%I', n.nspname, c.relname) AS name,
  CASE WHEN c.oid::bigint % 3 = 0 AND c.relkind <> 'v' THEN (SELECT a.attname FROM pg_attribute a
    WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum LIMIT 1) END AS denied
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'v', 'm') AND NOT c.relrowsecurity
  AND c.oid::bigint % 2 = 0 AND c.oid >= 16384 AND n.nspname !~ '^pg_|guard_test';
CREATE FUNCTION guard_test.policy(name text) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT CASE name WHEN 'none' THEN '{}' ELSE coalesce((SELECT jsonb_build_object('relations', jsonb_agg(l.name),
    'columns_denied', coalesce(jsonb_agg(format('%s.%I', l.name, l.denied)) FILTER (WHERE l.denied IS NOT NULL), '[]'))
    FROM guard_test.listed l HAVING count(*) > 0), '{}') END
    || CASE name WHEN 'tenant' THEN '{"tenant": {"column": "a", "value": 1}, "require_limit": 5, "explain": true}'
      WHEN 'cost' THEN '{"max_cost": 1e15, "max_rows": 1e15, "explain": true}' ELSE '{}' END::jsonb $$;
-- What the guard raises. `passed` is kept in a setting, since nothing is written here.
CREATE FUNCTION guard_test.judge(policy text, OUT n bigint, OUT passed text[], OUT raised text) LANGUAGE plpgsql AS $$
DECLARE s text; options jsonb := guard_test.policy(policy);
BEGIN
  n := 0; passed := '{}';
  FOR s IN SELECT sql FROM guard_test.statement ORDER BY sql LOOP
    n := n + 1;
    BEGIN
      IF harmony.check_sql(s, options) -> 'ok' = 'true' THEN passed := passed || s; END IF;
    EXCEPTION WHEN OTHERS OR query_canceled THEN raised := coalesce(raised, '') || format('%s %s: %s; ', SQLSTATE, SQLERRM, s);
    END;
  END LOOP;
END $$;
-- Functions called since the last reset, but for this file's and the guard.
CREATE FUNCTION guard_test.calls(but text DEFAULT '^$') RETURNS text LANGUAGE sql STABLE AS $$
  SELECT string_agg(format('%s.%s', schemaname, funcname), ', ') FROM pg_stat_user_functions
  WHERE calls > 0 AND schemaname !~ but AND schemaname <> 'guard_test' AND (schemaname, funcname) <> ('harmony', 'check_sql') $$;
-- Locks on anything but the catalog and this file's tables.
CREATE FUNCTION guard_test.locks() RETURNS text LANGUAGE sql STABLE AS $$
  SELECT string_agg(DISTINCT relation::regclass::text, ', ') FROM pg_locks l JOIN pg_class c ON c.oid = l.relation
  WHERE l.pid = pg_backend_pid() AND c.oid >= 16384
    AND c.relnamespace NOT IN ('guard_test'::regnamespace, 'harmony'::regnamespace, 'pg_toast'::regnamespace) $$;
CREATE FUNCTION guard_test.tell(what text, problem text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN coalesce(problem, '') = '' THEN 'ok - ' || what
    ELSE 'not ok - ' || what || ': ' || regexp_replace(left(problem, 2000), '\s+', ' ', 'g') END $$;

SELECT pg_stat_reset() \g /dev/null
BEGIN READ ONLY;
SELECT sum(j.n) AS n, pg_catalog.concat(string_agg(j.raised, '')) AS raised
FROM unnest('{none,tenant}'::text[]) p, guard_test.judge(p) j \gset
SELECT j.n + :n AS n, j.passed, cardinality(j.passed) AS n_passed, pg_catalog.concat(j.raised, :'raised') AS raised
FROM guard_test.judge('listed') j \gset
SELECT guard_test.tell('server: locks left by ' || :n || ' judgements, in ' || :'place',
  pg_catalog.concat(guard_test.locks(), pg_current_xact_id_if_assigned()::text));
COMMIT;
SELECT pg_sleep(1.5) \g /dev/null
SELECT guard_test.tell('server: functions called by them', guard_test.calls());
SELECT j.n AS planned, pg_catalog.concat(j.raised, :'raised') AS raised FROM guard_test.judge('cost') j \gset
SELECT guard_test.tell('server: errors of them and of ' || :planned || ' that may be planned', :'raised');
CREATE TABLE guard_test.passed AS SELECT sql FROM unnest(:'passed'::text[]) sql;
