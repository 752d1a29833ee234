-- Who may do what: an audit of the catalog, and a person who asks for what is somebody else's.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();

-- The audit.
SELECT is_empty($$SELECT p.oid::regprocedure FROM pg_proc p
  WHERE p.pronamespace IN ('harmony'::regnamespace, 'harmony_internal'::regnamespace, 'platform'::regnamespace, 'assessment'::regnamespace)
  AND p.prosecdef AND NOT coalesce(p.proconfig @> ARRAY['search_path=pg_catalog, pg_temp'], false)$$,
    'SECURITY DEFINER functions fix search_path to pg_catalog, pg_temp');
SELECT is_empty($$SELECT p.oid::regprocedure FROM pg_proc p, unnest(p.proconfig) setting
  WHERE p.pronamespace IN ('harmony'::regnamespace, 'harmony_internal'::regnamespace, 'platform'::regnamespace, 'assessment'::regnamespace)
  AND setting LIKE 'search_path=%' AND setting <> 'search_path=pg_catalog, pg_temp'$$, 'no other search_path');
SELECT is_empty($$SELECT p.oid::regprocedure FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
  WHERE p.pronamespace IN ('harmony'::regnamespace, 'harmony_internal'::regnamespace, 'platform'::regnamespace, 'assessment'::regnamespace)
  AND (l.lanname = 'plpgsql' OR (l.lanname = 'sql' AND p.prosqlbody IS NULL))
    AND NOT coalesce(p.proconfig @> ARRAY['search_path=pg_catalog, pg_temp'], false)$$,
    'functions whose text is parsed at run time fix it too');
SELECT is_empty($$SELECT c.oid::regclass FROM pg_class c
  WHERE c.relkind = 'v' AND c.relnamespace IN ('harmony'::regnamespace, 'harmony_internal'::regnamespace, 'platform'::regnamespace,
  'assessment'::regnamespace)
  AND NOT coalesce(c.reloptions && ARRAY['security_invoker=true', 'security_invoker=on'], false)
  AND NOT (c.relname IN ('research_results', 'research_usage') AND c.reloptions = '{security_barrier=true}')$$,
    'views ask with the rights of who asks, but for the two for analysts, which hide the person');
SELECT bag_eq($$SELECT p.oid::regprocedure::text FROM pg_proc p CROSS
  JOIN LATERAL aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
  WHERE p.pronamespace IN ('platform'::regnamespace, 'assessment'::regnamespace) AND a.grantee = 0 AND a.privilege_type = 'EXECUTE'$$,
  ARRAY['platform.is_json_object(text)', 'platform.claims()', 'platform.is_analyst()', 'platform.has_extension()',
    'platform.current_account()',
    'platform.active_account()', 'platform.has_role(text)', 'platform.is_admin()',
    'platform.current_organizations()',
    'platform.joined_organizations()', 'platform.is_privileged()', 'platform.people_of_employers()',
    'assessment.is_taking_test()'],
    'nothing else of the modules is for everybody');
SELECT bag_eq($$SELECT p.oid::regprocedure::text FROM pg_proc p
  WHERE p.pronamespace IN ('harmony'::regnamespace, 'harmony_internal'::regnamespace) AND NOT has_function_privilege('public', p.oid,
  'EXECUTE')$$,
  ARRAY['harmony.install(text,boolean)', 'harmony.uninstall(text,boolean)', 'harmony.advance_sequences()',
    'harmony_internal.run_script(text,text)', 'harmony.jwt_sign(jsonb,interval)', 'harmony.jwt_verify(text,text,timestamp with time zone)',
    'harmony.password_hash(text)', 'harmony.password_verify(text,text)', 'harmony.password_needs_rehash(text)',
    'harmony.s3_presign(text,text,text,integer,jsonb,timestamp with time zone)', 'harmony_internal.artifact_lines(text,text)',
    'harmony.fernet_open(text,text,integer,timestamp with time zone)', 'harmony.hla_seal(text,uuid)',
    'harmony_internal.hla_unseal(bytea,uuid)', 'harmony.hla_reseal(bytea,uuid)',
    'harmony.hla_sealed_dissimilarity(bytea,uuid,bytea,uuid,text,text[])', 'harmony_internal.hla_sealed_key(bytea)',
    'harmony_internal.hla_sealed_dissimilarity(bytea,uuid,bytea,uuid,text,text[],bytea)', 'harmony_internal.hla_equality_token(text)',
    'harmony_internal.hla_sealed_equality_token(bytea,uuid)',
    'harmony_internal.artifact_digest(text,text)', 'harmony_internal.artifact_files(text)'],
    'of the extension everything but what changes the database, uses its secrets or reads files is for everybody');
SELECT is_empty($$SELECT c.oid::regclass, a.privilege_type FROM pg_class c CROSS
  JOIN LATERAL aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) a
  WHERE c.relnamespace IN ('harmony'::regnamespace, 'harmony_internal'::regnamespace, 'platform'::regnamespace, 'assessment'::regnamespace)
    AND a.grantee = 0 AND NOT (c.relname IN ('migration', 'migrations', 'help_page') AND a.privilege_type = 'SELECT')$$,
  'no table is for everybody');
SELECT is_empty($$SELECT n.nspname, a.privilege_type FROM pg_namespace n CROSS
  JOIN LATERAL aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) a
  WHERE n.nspname IN ('platform', 'assessment') AND a.grantee = 0$$, 'nor a schema of a module');
SELECT schema_privs_are('harmony', 'public', ARRAY['USAGE']);
SELECT is_empty($$SELECT polname FROM pg_policy p WHERE p.polrelid::regclass::text ~ '^(platform|assessment)\.' AND p.polroles = '{0}'
  AND coalesce(pg_get_expr(polqual, polrelid), '') || coalesce(pg_get_expr(polwithcheck, polrelid),
  '') !~ ('active_account|(current|joined)_organizations|people_of_employers|is_admin|is_analyst'
  || '|closed_questionnaires')$$,
  'every policy for everybody asks who it is');

-- Two people with answers, and a role for requests, as PostgREST has one, with every table right there is: row-level security alone keeps
-- them apart.
CREATE ROLE harmony_test_request;
GRANT USAGE ON SCHEMA platform, assessment, harmony, public TO harmony_test_request;
GRANT ALL ON ALL TABLES IN SCHEMA platform, assessment TO harmony_test_request;
REVOKE TRUNCATE ON ALL TABLES IN SCHEMA platform, assessment FROM harmony_test_request;
SELECT '00000000-0000-0000-0000-00000000000a' AS a, '00000000-0000-0000-0000-00000000000b' AS b \gset
INSERT INTO platform.account (id, email) VALUES (:'a', 'a@example.org'), (:'b', 'b@example.org');
SELECT id AS resilience FROM assessment.instrument WHERE code = 'resilience-10' \gset
-- resilience-10 is keyed + - - + + - - + + -: A answers 4 throughout as keyed, B 2.
INSERT INTO assessment.submission (person_id, instrument_id, answers) VALUES (:'a', :resilience, '{4,2,2,4,4,2,2,4,4,2}'),
  (:'b', :resilience, '{2,4,4,2,2,4,4,2,2,4}');
SELECT set_config('search_path', 'public, pg_catalog', true);
GRANT ALL ON ALL TABLES IN SCHEMA public TO harmony_test_request;
DO $$ DECLARE t text; BEGIN FOR t IN SELECT c.oid::regclass FROM pg_class c WHERE c.relnamespace = pg_my_temp_schema()
  AND relkind IN ('r', 'S') LOOP EXECUTE 'GRANT ALL ON ' || t || ' TO harmony_test_request'; END LOOP; END $$;

SET LOCAL ROLE harmony_test_request;
SELECT set_config('request.jwt.claims', json_build_object('sub', :'a', 'role', 'harmony_test_request')::text, true) IS NOT NULL AS acting
  \gset
SELECT is(platform.current_account(), :'a'::uuid, 'the request is of person A');
SELECT results_eq('SELECT id FROM platform.account', ARRAY[:'a'::uuid], 'A sees the own account only');
SELECT results_eq('SELECT DISTINCT person_id FROM assessment.submission', ARRAY[:'a'::uuid], 'A sees own submissions only');
SELECT results_eq('SELECT DISTINCT person_id FROM assessment.result', ARRAY[:'a'::uuid], 'A sees own results only');
SELECT results_eq('SELECT person_id FROM assessment.profile', ARRAY[:'a'::uuid], 'A sees the own profile only');
SELECT results_eq('SELECT person_id FROM assessment.submission_quality', ARRAY[:'a'::uuid], 'A sees own submissions only through the view');
SELECT is_empty(format('SELECT FROM assessment.submission WHERE person_id = %L', :'b'), 'A does not find B by name');
SELECT is_empty('SELECT FROM assessment.profile WHERE psychometric_snapshot IS NOT NULL AND person_id <> platform.current_account()',
  'nor by a condition');
SELECT throws_ok(format('INSERT INTO assessment.submission (person_id, instrument_id, answers) VALUES (%L, %s, ''{4,2,4,2,4,2,4,2,4,2}'')',
  :'b', :resilience), '42501', NULL, 'A does not answer for B');
SELECT throws_ok(format('INSERT INTO assessment.result (person_id, submission_id, trait, instrument_id, measured_at, raw, n_items, '
  'n_answered, score, reliable, flags) VALUES (%L, 1, ''resilience'', 1, now(), 1, 1, 1, 100, true, ''{}'')', :'a'), '42501', NULL,
  'A does not write results, not the own ones either');
SELECT throws_ok(format('INSERT INTO assessment.profile (person_id) VALUES (%L)', :'b'), '42501', NULL, 'nor profiles');
SELECT throws_ok($$INSERT INTO platform.account (email) VALUES ('c@example.org')$$, '42501', NULL, 'nor accounts');
PREPARE change AS WITH c AS (UPDATE assessment.result SET score = 100 RETURNING 1) SELECT count(*)::int FROM c;
SELECT results_eq('change', ARRAY[0], 'A changes no result');
PREPARE change_profile AS WITH c AS (UPDATE assessment.profile SET psychometric_snapshot = '{}' RETURNING 1) SELECT count(*)::int FROM c;
SELECT results_eq('change_profile', ARRAY[0], 'A changes no profile');
PREPARE change_submission AS WITH c AS (UPDATE assessment.submission SET answers = '{5,1,5,1,5,1,5,1,5,1}' RETURNING 1)
  SELECT count(*)::int FROM c;
SELECT results_eq('change_submission', ARRAY[0], 'A changes no submission');
PREPARE remove AS WITH c AS (DELETE FROM assessment.submission RETURNING 1) SELECT count(*)::int FROM c;
SELECT results_eq('remove', ARRAY[0], 'A removes no submission');
SELECT throws_ok('TRUNCATE assessment.submission', '42501', NULL, 'A empties nothing');
SELECT throws_ok('SELECT assessment.rescore()', '42501', NULL, 'A does not rescore');
SELECT throws_ok('SELECT assessment.verify_snapshots()', '42501', NULL, 'A does not verify');
SELECT throws_ok('SELECT assessment.lock_profiles(NULL)', '42501', NULL, 'A locks nobody');
SELECT throws_ok($$SELECT harmony.install('assessment')$$, '42501', NULL, 'A installs nothing');
-- Answering for oneself works, and the triggers do for A what A may not.
SELECT lives_ok(format('INSERT INTO assessment.submission (person_id, instrument_id, answers, response_ms)
  VALUES (%L, %s, ''{5,1,1,5,5,1,1,5,5,2}'', array_fill(3000, ''{10}''))', :'a', :resilience), 'A answers');
SELECT is((SELECT count(*) FROM assessment.result), 2::bigint, 'and sees the second result');
-- 9 of 10 at the maximum as keyed, one a point below: (10 * 4 - 1)/40 = 97.5; EXTREME alone leaves it reliable.
SELECT is((SELECT psychometric_snapshot ->> 'resilience' FROM assessment.profile), '97.5', 'which is in the profile');
-- Nobody: no claims, empty claims, claims of nobody known.
SELECT set_config('request.jwt.claims', '', true) IS NOT NULL AS acting \gset
SELECT is_empty('SELECT FROM assessment.submission', 'without claims nobody sees anything');
SELECT throws_ok(format('INSERT INTO assessment.submission (person_id, instrument_id, answers) VALUES (%L, %s, ''{4,2,4,2,4,2,4,2,4,2}'')',
  :'a', :resilience), '42501', NULL, 'without claims nobody answers');
SELECT set_config('request.jwt.claims', '{"role": "anon"}', true) IS NOT NULL AS acting \gset
SELECT is_empty('SELECT FROM platform.account', 'claims without a person see nothing');
SELECT set_config('request.jwt.claims', '{"sub": "00000000-0000-0000-0000-0000000000ff"}', true) IS NOT NULL AS acting \gset
SELECT is_empty('SELECT FROM assessment.profile', 'claims of a stranger see nothing');
SELECT set_config('request.jwt.claims', '{"sub": "x'' OR true --"}', true) IS NOT NULL AS acting \gset
SELECT is_empty('SELECT FROM assessment.profile', 'claims that name no uuid are nobody''s');
RESET ROLE;
-- B is untouched: (2 - 1)/4 = 25.
SELECT is((SELECT psychometric_snapshot ->> 'resilience' FROM assessment.profile WHERE person_id = :'b'), '25.0', 'B is as before');
SELECT * FROM finish();
ROLLBACK;
