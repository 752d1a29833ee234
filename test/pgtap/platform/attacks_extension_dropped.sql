-- DROP EXTENSION CASCADE leaves the tables with their rights: what refuses a change of platform's and assessment's must stay too.
BEGIN;
SET search_path = public, pg_catalog;
SET client_min_messages = error;
SELECT no_plan();
\ir ../../lib/crew.sql
INSERT INTO assessment.submission (person_id, instrument_id, answers)
  SELECT id('candidate1'), id, '{4,2,5,3,4,2,4,4,3,4}' FROM assessment.instrument WHERE code = 'resilience-10';
INSERT INTO crew.declared_group SELECT id('candidate' || n), 'origin', 'a' FROM generate_series(1, 6) n;
UPDATE crew.campaign SET status = 'closed' WHERE id = id('campaign1');
SELECT platform.audit('test', 'test');
SELECT platform.grant_application();
SELECT json_build_object('sub', id('candidate2')) AS claims \gset
CREATE TEMP TABLE policies AS SELECT * FROM pg_policies;
CREATE TEMP TABLE checks AS
  SELECT t.tgrelid::regclass::text, t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
  WHERE NOT t.tgisinternal AND c.relnamespace IN ('platform'::regnamespace, 'assessment'::regnamespace);
DROP EXTENSION harmony CASCADE;
SELECT bag_eq('SELECT * FROM pg_policies', 'SELECT * FROM policies', 'policies stay');
-- What goes only computes: scores, snapshots, marks of what to compute again.
SELECT bag_eq($$SELECT tgrelid, tgname::text FROM checks
  EXCEPT SELECT t.tgrelid::regclass::text, t.tgname::text FROM pg_trigger t WHERE NOT t.tgisinternal$$,
  $$SELECT 'assessment.submission' AS r, 'score_' || e AS t FROM unnest('{inserted,updated,deleted,truncated}'::text[]) e
    UNION ALL SELECT 'assessment.submission', 'take_traits_' || e FROM unnest('{inserted,updated,deleted}'::text[]) e
    UNION ALL SELECT 'assessment.profile', 'mark_stale_' || e FROM unnest('{inserted,updated,deleted}'::text[]) e$$,
  'triggers that only compute go, no other');
SELECT throws_ok($$UPDATE assessment.item i SET keyed = -keyed FROM assessment.instrument s
  WHERE s.id = i.instrument_id AND s.code = 'resilience-10'$$, '55000', NULL, 'items that have been answered are fixed');
SELECT throws_ok($$UPDATE assessment.instrument SET scale_max = 7 WHERE code = 'resilience-10'$$, '55000', NULL, 'and so is their scoring');
SELECT throws_ok($$UPDATE assessment.trait SET family = 'x' WHERE code = 'resilience'$$, '55000', NULL, 'and the family of a trait');
SELECT throws_ok('UPDATE platform.audit_event SET action = ''x''', '55000', NULL, 'the audit trail is append-only');
SELECT throws_ok('TRUNCATE platform.audit_event', '55000', NULL, 'and is not emptied');
-- What is told about fairness is counted when a campaign is archived, by what has gone.
SELECT throws_ok($$UPDATE crew.campaign SET status = 'archived' WHERE id = id('campaign1')$$, '55000', NULL,
  'no campaign is archived uncounted');
CREATE SCHEMA harmony;
SELECT throws_ok($$UPDATE crew.campaign SET status = 'archived' WHERE id = id('campaign1')$$, '55000', NULL,
  'nor where a schema has the name of the extension');
DROP SCHEMA harmony;
SELECT lives_ok($$UPDATE crew.campaign SET status = 'open' WHERE id = id('campaign1')$$, 'other steps are taken');
UPDATE crew.campaign SET status = 'closed' WHERE id = id('campaign1');
SET LOCAL request.jwt.claims = :'claims';
SET LOCAL ROLE harmony_user;
SELECT throws_ok($$INSERT INTO assessment.submission (person_id, instrument_id, answers)
  SELECT id('candidate2'), id, '{4,2,5,3,4,2,4,4,3,4}' FROM assessment.instrument WHERE code = 'resilience-10'$$, '42501', NULL,
  'nobody hands in what nothing checks');
SELECT lives_ok('SELECT FROM assessment.result', 'results are read as before');
RESET ROLE;
RESET request.jwt.claims;
SELECT lives_ok($$INSERT INTO assessment.submission (person_id, instrument_id, answers)
  SELECT id('candidate2'), id, '{4,2,5,3,4,2,4,4,3,4}' FROM assessment.instrument WHERE code = 'resilience-10'$$,
  'the owner''s answers are taken, unscored');
-- Functions of the extension's names in a schema of its name, put there by somebody else.
CREATE ROLE harmony_test_planter;
SELECT format('GRANT CREATE ON DATABASE %I TO harmony_test_planter', current_database()) AS grant \gset
:grant;
SET LOCAL ROLE harmony_test_planter;
CREATE SCHEMA harmony;
CREATE FUNCTION harmony.norm_percentile(float8, float8[]) RETURNS float8 LANGUAGE plpgsql AS $$
  BEGIN EXECUTE 'ALTER ROLE harmony_test_planter SUPERUSER'; RETURN 1; END $$;
CREATE FUNCTION harmony.mahalanobis(float8[], float8[], float8[]) RETURNS float8 LANGUAGE plpgsql AS $$
  BEGIN EXECUTE 'ALTER ROLE harmony_test_planter SUPERUSER'; RETURN 1; END $$;
RESET ROLE;
SELECT throws_ok('UPDATE assessment.norm SET n = n', '55000', NULL, 'norms are not checked by what stands in the extension''s place');
SELECT throws_ok('UPDATE assessment.response_norm SET n = n', '55000', NULL, 'nor response norms');
SELECT is((SELECT rolsuper FROM pg_roles WHERE rolname = 'harmony_test_planter'), false, 'nobody has gained anything');
SET LOCAL request.jwt.claims = :'claims';
SET LOCAL ROLE harmony_user;
SELECT throws_ok($$INSERT INTO assessment.submission (person_id, instrument_id, answers)
  SELECT id('candidate2'), id, '{4,2,5,3,4,2,4,4,3,4}' FROM assessment.instrument WHERE code = 'resilience-10'$$, '42501', NULL,
  'nor are answers taken by that');
RESET ROLE;
RESET request.jwt.claims;
DROP SCHEMA harmony CASCADE;
SELECT is_empty($$SELECT p.oid::regprocedure FROM pg_proc p
  WHERE p.pronamespace IN ('platform'::regnamespace, 'assessment'::regnamespace, 'crew'::regnamespace)
    AND pg_get_functiondef(p.oid) ~ 'harmony(_internal)?\.[a-z_]+\(' AND p.prosrc !~ 'require_extension|has_extension'$$,
  'what stays and calls the extension asks for it first');
SELECT lives_ok($$DELETE FROM platform.account WHERE id = id('stranger')$$, 'a person can be erased');
CREATE EXTENSION harmony;
SELECT throws_ok($$UPDATE crew.campaign SET status = 'archived' WHERE id = id('campaign1')$$, '55000', NULL,
  'nor before the modules are installed again');
SELECT harmony.install('crew');
SELECT lives_ok($$UPDATE crew.campaign SET status = 'archived' WHERE id = id('campaign1')$$, 'then it is');
SELECT is((SELECT sum(people) FROM crew.selection_count WHERE campaign_id = id('campaign1') AND attribute = 'origin'), 6::numeric,
  'with its six people counted');
SELECT is(assessment.rescore(ARRAY[id('candidate2')]), 1::bigint, 'and scored when the extension is back');
SELECT * FROM finish();
ROLLBACK;
