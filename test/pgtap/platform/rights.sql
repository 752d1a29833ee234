-- Rights: exactly what docs/reference/security.md lists, of roles, schemas, tables, columns, views and functions; complete, and the same
-- however often they are granted.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
\ir ../../lib/rights.sql
SELECT platform.grant_application();
\set page `sed -n '/^<!-- rights -->/,/^<!-- end of rights -->/p' docs/reference/security.md | grep '|'`
CREATE TEMP TABLE granted AS SELECT r.line FROM pg_temp.rights() r (line);
CREATE TEMP TABLE listed AS SELECT l.line FROM string_to_table(:'page', E'\n') l (line);
SELECT is_empty('SELECT line FROM granted EXCEPT SELECT line FROM listed',
  'nothing is granted that the page does not list (make reference)');
SELECT is_empty('SELECT line FROM listed EXCEPT SELECT line FROM granted', 'and everything that it lists');
SELECT cmp_ok((SELECT count(*) FROM listed), '>', 100::bigint, 'which is more than a hundred lines');
SELECT is_empty($$SELECT line FROM granted WHERE line ~ 'TRUNCATE|TRIGGER|REFERENCES|GRANT OPTION|sequence|CREATE|is more than'
  OR line ~ '^harmony_anon \| (table|view)' OR line ~ '^harmony_analyst \| .*(INSERT|UPDATE|DELETE|EXECUTE)'$$,
    'no dangerous kind of right');

-- Complete: whatever checks who asks is there to be called by a request, unless its comment says [inner] or it is a check itself.
CREATE TEMP VIEW unlisted AS
  SELECT p.oid::regprocedure AS routine FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
  WHERE n.nspname IN (SELECT m.module FROM harmony.migration m) AND p.prosecdef AND p.prorettype <> 'trigger'::regtype
    AND coalesce(p.prosrc, '') || coalesce(pg_get_function_sqlbody(p.oid), '') ~ '\mrequire_' AND p.proname !~ '^require_'
    AND coalesce(obj_description(p.oid, 'pg_proc'), '') !~ '\[inner\]'
    AND NOT EXISTS (SELECT FROM platform.wanted_rights() w WHERE w.kind = 'ROUTINE' AND w.object = p.oid);
SELECT is_empty('SELECT * FROM unlisted', 'every function that checks who asks is in the list of a module (policies/rights.sql)');
CREATE FUNCTION crew.forgotten(vessel uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  AS 'BEGIN PERFORM crew.require_vessel(vessel); END';
SELECT results_eq('SELECT routine::text FROM unlisted', $$VALUES ('crew.forgotten(uuid)')$$, 'one that is forgotten is found');
DROP FUNCTION crew.forgotten(uuid);
-- The other way round: what is granted checks who asks, or is harmless.
SELECT is_empty($$SELECT w.object::regprocedure FROM platform.wanted_rights() w JOIN pg_proc p ON p.oid = w.object WHERE w.kind = 'ROUTINE'
  AND w.grantee <> 'public' AND p.prosecdef AND pg_get_functiondef(p.oid) !~
    '\m(require_|sees_everything|is_admin|is_privileged|find_token|active_account|set_barrier)'
    AND p.pronamespace <> 'api'::regnamespace AND p.oid::regprocedure::text !~
      '^platform\.(today|my_account|current_session|raise_conflict|pre_request|is_unchanged'
      '|register|login|refresh|logout|request_password_reset|reset_password|verify_email)\('
      '|^crew\.(person|vessel|fleet)_page\('  -- what they call asks: report, dashboard, fleet (crew/access.sql)
      '|^(signals\.signal|delivery\.delivery|workforce\.simulation)_page\('  -- and signal_detail, executive, simulation_document
    $$,
  'every function that is granted checks who asks');
-- Every limit that is asked for has a row.
SELECT is_empty($$SELECT m[1] FROM pg_proc p CROSS JOIN LATERAL regexp_matches(p.prosrc, 'require_limit\(''([a-z_]+)''', 'g') m
  WHERE m[1] NOT IN (SELECT l.what FROM platform.limit l)$$, 'limits that are asked for have rows');
SELECT is_empty($$SELECT p.oid::regprocedure, m[1] FROM pg_proc p
  CROSS JOIN LATERAL regexp_matches(p.prosrc, 'require_limit\(''([a-z_]+)''', 'g') m JOIN platform.limit l ON l.what = m[1]
  WHERE (l.per IS NOT NULL OR l.what ~ '^declared_') AND p.prosrc !~ format('take_turn\(''%s''', m[1])$$,
  'whoever counts rows for one takes a turn, so that it holds for transactions at once');
SELECT throws_ok($$INSERT INTO platform.application_right VALUES ('user', 'EXECUTE', 'crew.nothing');
  SELECT platform.grant_application()$$,
  '42704', NULL, 'a row that names nothing is an error');

-- Again: nothing changes. What is not listed any more goes; what the site granted to others stays.
CREATE TEMP TABLE acl AS SELECT oid, relacl, (SELECT array_agg(attacl::text ORDER BY attnum) FROM pg_attribute WHERE attrelid = c.oid)
  AS columns
  FROM pg_class c WHERE relnamespace = 'crew'::regnamespace;
SELECT platform.grant_application();
SELECT is_empty('SELECT oid::regclass FROM acl JOIN pg_class c USING (oid) WHERE acl.relacl IS DISTINCT FROM c.relacl OR acl.columns IS
  DISTINCT FROM (SELECT array_agg(attacl::text ORDER BY attnum) FROM pg_attribute WHERE attrelid = c.oid)', 'again, nothing changes');
CREATE ROLE harmony_test_site;
GRANT SELECT ON crew.vessel TO harmony_test_site;
GRANT ALL ON crew.vessel, platform.pseudonym TO harmony_user;
GRANT UPDATE (name) ON crew.vessel TO harmony_anon;
GRANT EXECUTE ON FUNCTION platform.audit(text, text, jsonb) TO harmony_analyst;
GRANT ALL ON ALL SEQUENCES IN SCHEMA crew TO harmony_user;
INSERT INTO platform.application_right VALUES ('user', 'EXECUTE', 'crew.fairness', NULL, false);
SELECT platform.grant_application();
SELECT bag_eq('SELECT line FROM listed WHERE line !~ ''crew.fairness''', 'SELECT * FROM pg_temp.rights()',
  'what is not listed is taken away');
SELECT ok(has_table_privilege('harmony_test_site', 'crew.vessel', 'SELECT'), 'what others were granted stays');
-- To a role of another name.
SELECT platform.grant_application('harmony_test_site');
SELECT ok(has_function_privilege('harmony_test_site', 'crew.dashboard(uuid, text)', 'EXECUTE')
  AND NOT has_function_privilege('harmony_test_site', 'platform.audit(text, text, jsonb)', 'EXECUTE'), 'to a role of another name');
SELECT lives_ok($$SELECT platform.grant_application('harmony_test_nobody')$$, 'one that is not there is told');

-- Roles that are not for requests, and what others have granted.
SELECT throws_ok(format('SELECT platform.grant_application(%L)', current_user), '22023', NULL, 'not to the owner');
SELECT lives_ok('SELECT platform.is_privileged()', 'who keeps the rights');
CREATE ROLE harmony_test_other;
GRANT USAGE ON SCHEMA assessment TO harmony_test_other;
GRANT SELECT ON assessment.scoring_key TO harmony_test_other WITH GRANT OPTION;
SET LOCAL ROLE harmony_test_other;
GRANT SELECT ON assessment.scoring_key TO harmony_user;
RESET ROLE;
SET LOCAL client_min_messages = warning;
SELECT platform.grant_application();
SELECT ok(has_table_privilege('harmony_user', 'assessment.scoring_key', 'SELECT'), 'what somebody else granted is told, and stays');

-- An owner who may not create roles.
CREATE ROLE harmony_test_owner;
SET LOCAL ROLE harmony_test_owner;
SELECT throws_ok('SELECT platform.grant_application()', '42501', NULL, 'nobody but the owner grants');
RESET ROLE;
SELECT * FROM finish();
ROLLBACK;
