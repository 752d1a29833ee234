-- What harmony.help finds, and that it tells nobody of what they may not call.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();

SELECT is((SELECT count(*) FROM harmony.help('norms')), 1::bigint, 'the name of a function: that one');
SELECT is((SELECT array_agg(name) FROM harmony.help('HARMONY.Norms')), ARRAY['harmony.norms'], 'in any case, with its schema');
SELECT is(signature, 'harmony.norms(score double precision) RETURNS harmony.norms_result', 'its signature') FROM harmony.help('norms');
SELECT is(description, obj_description('harmony.norms(float8)'::regprocedure, 'pg_proc'), 'the whole comment') FROM harmony.help('norms');
SELECT matches(example, 'harmony\.norms\(', 'an example that calls it') FROM harmony.help('norms');
SELECT is(page, 'docs/reference/functions/statistics.md#harmonynorms', 'where more stands') FROM harmony.help('norms');
SELECT alike(signature, 'harmony.ols(%(and % more)', 'overloads are one row') FROM harmony.help('ols');
SELECT is((SELECT array_agg(name) FILTER (WHERE name LIKE '%percentile%') = array_agg(name) FROM (
  SELECT name FROM harmony.help('percentile') LIMIT 2) h), true, 'a part of a name: names before descriptions');
SELECT cmp_ok((SELECT count(*) FROM harmony.help('Cronbach')), '>=', 1::bigint, 'a word of the descriptions');
SELECT is((SELECT count(*) FROM harmony.help('Cronbach') WHERE description LIKE E'%\n\n%'), 0::bigint, 'with the first paragraph');
SELECT is_empty($$ SELECT * FROM harmony.help('no such thing') $$, 'nothing found: no row');
SELECT is_empty($$ SELECT * FROM harmony.help('n%rms') $$, 'a text and no pattern');
SELECT is((SELECT count(*) FROM harmony.help(NULL)), (SELECT count(*) FROM harmony.help()), 'NULL: all');
SELECT is((SELECT count(*) FROM harmony.help() WHERE name IS NULL OR signature IS NULL OR description IS NULL OR page IS NULL), 0::bigint,
  'each has a description and a page');
SELECT is_empty($$ SELECT p.name FROM harmony_internal.help_page p WHERE to_regproc(p.name) IS NULL
  AND NOT EXISTS (SELECT FROM pg_proc f WHERE format('%s.%s', f.pronamespace::regnamespace, f.proname) = p.name) $$, 'no page of nothing');
SELECT cmp_ok((SELECT count(example) FROM harmony.help() WHERE name LIKE 'harmony.%'), '>=', 120::bigint, 'most functions have an example');

CREATE ROLE helped;
SET LOCAL ROLE helped;
SELECT is_empty($$ SELECT * FROM harmony.help('install') WHERE name = 'harmony.uninstall' $$, 'what one may not call is not told of');
SELECT is((SELECT count(*) FROM harmony.help('norms')), 1::bigint, 'what one may call is');
RESET ROLE;
SELECT * FROM finish();
ROLLBACK;
