-- Every case of the shared data of the SQL guard, on the schema that they were labelled on (oversight/README.md there).
-- The data folder is HARMONY_DATA, ../shared/data by default; without it everything here is skipped.
BEGIN;
SET search_path = public, pg_catalog;
SET client_min_messages = warning;
SELECT no_plan();
\set folder `printf %s "${HARMONY_DATA:-../shared/data}/oversight"`
\set present `cd "${HARMONY_DATA:-../shared/data}/oversight" 2>&- && [ -r guard_cases.jsonl ] && echo true || echo false`
\if :present
\cd :folder
\o /dev/null
\i guard_schema.sql
\i guard_data.sql
\o
\set content `cat guard_cases.jsonl`
CREATE TEMP TABLE given AS
SELECT n, line::jsonb AS c FROM regexp_split_to_table(:'content', E'\n') WITH ORDINALITY l (line, n) WHERE line <> '';
CREATE TEMP TABLE defaults AS SELECT c -> 'options' AS options, c ->> 'search_path' AS path FROM given WHERE n = 1;

CREATE FUNCTION pg_temp.statement(c jsonb) RETURNS text LANGUAGE plpgsql AS $$
DECLARE result text := c ->> 'sql';
BEGIN
  IF result IS NULL THEN EXECUTE 'SELECT ' || (c ->> 'sql_expr') INTO result; END IF;
  RETURN result;
END $$;
CREATE FUNCTION pg_temp.rules(found jsonb) RETURNS text[] LANGUAGE sql AS $$
  SELECT coalesce(array_agg(e ->> 'rule'), '{}') FROM jsonb_array_elements(found) e $$;

SELECT path AS cases_path FROM defaults \gset
SET search_path = :cases_path;
CREATE TEMP TABLE judged AS
SELECT c, CASE WHEN c ->> 'group' = 'intent'
  THEN harmony.sql_intent(pg_temp.statement(c), c ->> 'intent', coalesce(c -> 'options', (SELECT options FROM pg_temp.defaults)))
  ELSE harmony.check_sql(pg_temp.statement(c), coalesce(c -> 'options', (SELECT options FROM pg_temp.defaults))) END AS a
FROM pg_temp.given WHERE n > 1;
SET search_path = public, pg_catalog;

SELECT cmp_ok(count(*)::int, '>', 400, 'the cases are there') FROM judged;
SELECT ok((a ->> 'ok')::boolean, format('%s passes: %s', c ->> 'id', left(c ->> 'sql', 80)))
FROM judged WHERE c -> 'want' = '"ok"' ORDER BY (c ->> 'id')::int;
SELECT ok(NOT (a ->> 'ok')::boolean AND pg_temp.rules(a -> 'errors') && ARRAY(SELECT jsonb_array_elements_text(c -> 'want')),
  format('%s is refused by %s: %s', c ->> 'id', c -> 'want', left(c ->> 'sql', 80)))
FROM judged WHERE jsonb_typeof(c -> 'want') = 'array' AND NOT c -> 'want' ? 'any' ORDER BY (c ->> 'id')::int;
-- Whatever the label: an answer, and a reason where it is no.
SELECT ok((a ->> 'ok')::boolean = (a -> 'errors' = '[]'), format('%s is answered', c ->> 'id'))
FROM judged WHERE c -> 'want' = '"any"' OR c -> 'want' ? 'any' ORDER BY (c ->> 'id')::int;
SELECT is(pg_temp.rules(a -> 'warnings'), CASE WHEN c ->> 'warning' IS NULL THEN '{}' ELSE ARRAY[c ->> 'warning'] END,
  format('%s is warned of: %s', c ->> 'id', left(c ->> 'sql', 80)))
FROM judged WHERE c ? 'warning' ORDER BY (c ->> 'id')::int;
SELECT ok((a ->> 'ok')::boolean, format('%s passes with its warning', c ->> 'id')) FROM judged WHERE c ? 'warning';
SELECT is((SELECT coalesce(jsonb_agg(jsonb_build_array(e -> 'name', e -> 'type') ORDER BY o), '[]')
           FROM jsonb_array_elements(a -> 'columns') WITH ORDINALITY x (e, o)), c -> 'columns', format('%s has these columns', c ->> 'id'))
FROM judged WHERE c ? 'columns' ORDER BY (c ->> 'id')::int;
SELECT ok(a -> 'missed' = c -> 'missed' AND a -> 'extra' = c -> 'extra', format('%s is asked: %s', c ->> 'id', c ->> 'intent'))
FROM judged WHERE c ->> 'group' = 'intent' ORDER BY (c ->> 'id')::int;
\else
SELECT skip('no oversight/guard_*.* in HARMONY_DATA', 1);
\endif
SELECT * FROM finish();
ROLLBACK;
