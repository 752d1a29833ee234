-- Schema api, the part of module affinity: what is there, as docs/reference/api.md tells it, and what cannot be written. Who is told what:
-- consent.sql and access.sql.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
\ir ../../lib/secrets.sql
\ir ../../lib/affinity.sql
\ir ../../lib/attack.sql
\ir ../../lib/api.sql
SELECT platform.grant_application() \g /dev/null
GRANT USAGE ON SCHEMA public TO harmony_user, harmony_anon;

CREATE TEMP TABLE contract (volatility "char", signature text);
INSERT INTO contract VALUES ('v', 'consent(kind text, given boolean, text_version text = NULL, language text = ''en'')'),
  ('s', 'consent_texts(language text = ''en'')'), ('v', 'photo_put(document uuid)'),
  ('s', 'calibration_set()'), ('v', 'calibrate(ratings jsonb)'), ('s', 'visual_score(person uuid)'), ('v', 'set_filters(filters jsonb)'),
  ('s', 'discover(most integer = 20)'), ('v', 'want_to_meet(person uuid, answer text)'), ('v',
  'block(person uuid, blocked boolean = true)'),
  ('v', 'hla_put(gl text)'), ('s', 'hla_match(person uuid)'), ('v', 'export_typing()'), ('s', 'match(person uuid)'),
  ('v', 'match_top(k integer = 10)'), ('v', 'match_report(match bigint, format text = ''html'')'),
  ('s', 'calibration_summary()'), ('s', 'affinity_validation(model text = NULL)');
SELECT bag_eq($$SELECT p.provolatile, r.signature FROM pg_temp.routines('affinity') r JOIN pg_proc p ON p.oid = r.routine$$,
  'SELECT * FROM contract', 'functions, their arguments and defaults, and which change something');
SELECT bag_eq($$SELECT v.name FROM pg_temp.views('affinity') v$$, '{consents,phases,photos,filters,matches,calibration,
  answers,blocks}'::text[], 'views');
SELECT is_empty($$SELECT pg_temp.faults('affinity')$$, 'comments, rights, conflicts');
SELECT is((SELECT string_agg(name || ' ' || format_type(type, NULL), ', ' ORDER BY n) FROM pg_proc p,
    unnest(p.proargnames, p.proallargtypes, p.proargmodes) WITH ORDINALITY a (name, type, mode, n)
  WHERE p.pronamespace = 'api'::regnamespace AND p.proname = f.name AND a.mode = 't'), f.columns, f.name || ' returns')
FROM (VALUES ('calibration_set', 'photo uuid, sort integer, rating double precision'),
  ('discover', 'person uuid, display_name text, photo uuid'),
  ('match_top', 'person uuid, score integer, missing text[], display_name text'),
  ('calibration_summary', 'people bigint, learnt bigint, best double precision, median double precision, worst double precision'),
  ('affinity_validation', 'phase integer, pairs bigint, people bigint, auc double precision, auc_low double precision, '
    'auc_high double precision, brier double precision, slope double precision, slope_low double precision, slope_high double precision, '
    'incremental_r_squared double precision')) f (name, columns);
\set page `sed -n '/^<!-- affinity -->/,/^<!-- end of affinity -->/p' docs/reference/api.md`
SELECT bag_eq(format('SELECT pg_temp.listed(%L)', :'page'), $$SELECT pg_temp.told('affinity')$$, 'the page lists every object');
SELECT is_empty($$SELECT pg_temp.unrefused('affinity', 'p1')$$, 'nothing is written by way of views');

-- Nobody in particular is told nothing.
SELECT is(pg_temp.answers('anonymous', format('(SELECT count(*) FROM api.%s)', name)), '42501', name || ' is not for nobody')
  FROM pg_temp.views('affinity');
SELECT is_empty($$SELECT r.signature FROM pg_temp.routines('affinity') r WHERE has_function_privilege('harmony_anon', r.routine,
  'EXECUTE')$$,
  'nor is any function');
-- What a report says of how much it is worth.
SELECT night(1) \g /dev/null
SELECT id AS pair FROM affinity.pair WHERE id('p1') IN (person_a, person_b) LIMIT 1 \gset
SELECT alike(pg_temp.answers('p1', format('api.match_report(%s)', :pair)), '%' || said || '%', 'it says: ' || said)
  FROM unnest('{Score of the pair,A low band can mean kinship,Reviews found no significant effect,Over 313 studies,
    4 to 18 % of the variance,none in who likes whom in particular,A score is no probability}'::text[]) said;
SELECT unalike(pg_temp.answers('p1', format('api.match_report(%s)', :pair)), '%illingness%', 'and no more than a score');
-- What a file as report answers.
SELECT matches(pg_temp.answers('p1', format('api.match_report(%s, ''pdf'')', :pair), true), '^\{"job": [0-9]+\} 202$', 'a file: 202 {job}');
SELECT is((SELECT kind FROM platform.report_page), 'match', 'of kind match');
SELECT ok((SELECT page::xml IS NOT NULL AND person_id IS NOT NULL FROM platform.report_page),
  'a page of XHTML, which goes with the other, too');
SELECT is(pg_temp.answers('p1', format('api.make_report(''match'', %L)', s)), '22023', 'no subject: ' || s)
  FROM unnest(ARRAY['{}', '{"match": "x"}', '{"match": -1}', '{"match": 1e300}', '{"match": null}']) s;
SELECT is(pg_temp.answers('p1', 'api.make_report(''match'', ''{"match": 0}'')'), 'PT404', 'one that is not there');

SELECT pg_temp.remove_secrets();
SELECT * FROM finish();
ROLLBACK;
