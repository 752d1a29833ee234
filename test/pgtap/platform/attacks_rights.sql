-- Rights that nobody listed: given to everybody by hand, by another role, or by membership; and roles that may not have an application's.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
SELECT platform.grant_application();

CREATE TEMP TABLE before AS
  SELECT c.oid, c.relacl, (SELECT array_agg(a.attacl::text ORDER BY a.attnum) FROM pg_attribute a WHERE a.attrelid = c.oid) AS columns
  FROM pg_class c WHERE c.relnamespace IN ('platform'::regnamespace, 'assessment'::regnamespace, 'crew'::regnamespace);
CREATE TEMP TABLE routines_before AS SELECT p.oid FROM pg_proc p
  WHERE p.pronamespace IN ('platform'::regnamespace, 'assessment'::regnamespace, 'crew'::regnamespace)
  AND has_function_privilege('public', p.oid, 'EXECUTE');
CREATE FUNCTION pg_temp.open_everything() RETURNS void LANGUAGE sql AS $$
  GRANT ALL ON ALL TABLES IN SCHEMA crew, assessment, platform TO PUBLIC;
  GRANT ALL ON ALL SEQUENCES IN SCHEMA crew, assessment, platform TO PUBLIC;
  GRANT EXECUTE ON ALL ROUTINES IN SCHEMA crew, assessment, platform TO PUBLIC;
  GRANT USAGE, CREATE ON SCHEMA crew, assessment, platform TO PUBLIC;
  GRANT SELECT (correct_option), UPDATE (text) ON assessment.item TO PUBLIC $$;
CREATE FUNCTION pg_temp.still_open() RETURNS SETOF text LANGUAGE sql AS $$
  SELECT c.oid::regclass::text FROM pg_class c
  WHERE c.relnamespace IN ('platform'::regnamespace, 'assessment'::regnamespace, 'crew'::regnamespace) AND EXISTS (
    SELECT FROM aclexplode(c.relacl) x WHERE x.grantee = 0
    UNION ALL SELECT FROM pg_attribute a CROSS JOIN LATERAL aclexplode(a.attacl) x WHERE a.attrelid = c.oid AND x.grantee = 0)
  UNION ALL SELECT p.oid::regprocedure::text FROM pg_proc p
  WHERE p.pronamespace IN ('platform'::regnamespace, 'assessment'::regnamespace, 'crew'::regnamespace)
    AND has_function_privilege('public', p.oid, 'EXECUTE') AND p.oid NOT IN (SELECT r.oid FROM routines_before r)
  UNION ALL SELECT n.nspname FROM pg_namespace n WHERE n.nspname IN ('platform', 'assessment', 'crew')
    AND (has_schema_privilege('public', n.oid, 'USAGE') OR has_schema_privilege('public', n.oid, 'CREATE')) $$;

SELECT is((SELECT count(*) FROM platform.unlisted_rights()), 0::bigint, 'nothing is unlisted');
SELECT pg_temp.open_everything() \g /dev/null
SELECT isnt_empty('SELECT FROM pg_temp.still_open()', 'everything is open to everybody');
SELECT cmp_ok((SELECT count(*) FROM platform.unlisted_rights()), '>', 500::bigint, 'which is seen');
SELECT is(has_column_privilege('harmony_user', 'assessment.item', 'correct_option', 'SELECT'), true, 'and used');
SELECT platform.grant_application();
SELECT is_empty('SELECT * FROM pg_temp.still_open()', 'granting an application takes it away');
SELECT is((SELECT count(*) FROM platform.unlisted_rights()), 0::bigint, 'all of it');
SELECT is_empty($$SELECT oid FROM routines_before WHERE NOT has_function_privilege('public', oid, 'EXECUTE')$$,
  'but for what policies call');
SELECT is_empty($$SELECT c.oid::regclass FROM before b JOIN pg_class c USING (oid) WHERE EXISTS (
    SELECT x.grantee, x.privilege_type FROM aclexplode(b.relacl) x EXCEPT SELECT x.grantee, x.privilege_type FROM aclexplode(c.relacl) x)$$,
  'and what is listed stays');
SELECT pg_temp.open_everything() \g /dev/null
SELECT platform.secure(m) FROM unnest('{platform,assessment,crew}'::text[]) m \g /dev/null
SELECT is_empty('SELECT * FROM pg_temp.still_open()', 'securing a module does so too');
SELECT is((SELECT count(*) FROM platform.unlisted_rights()), 0::bigint, 'and leaves nothing');

-- A site's own routine in a module's schema is the site's; its table is not everybody's unless it is listed.
CREATE FUNCTION crew.of_the_site() RETURNS int LANGUAGE sql RETURN 1;
CREATE TABLE crew.notes_of_the_site (n int);
GRANT SELECT ON crew.notes_of_the_site TO PUBLIC;
SELECT platform.grant_application();
SELECT is((has_function_privilege('public', 'crew.of_the_site()', 'EXECUTE'), has_table_privilege('public', 'crew.notes_of_the_site',
  'SELECT')),
  (true, false), 'a routine of the site stays, a table does not');
INSERT INTO platform.application_right (audience, privilege, object) VALUES ('everybody', 'SELECT', 'crew.notes_of_the_site');
SELECT platform.grant_application();
SELECT is(has_table_privilege('public', 'crew.notes_of_the_site', 'SELECT'), true, 'unless it is listed');
SELECT is((SELECT count(*) FROM platform.unlisted_rights()), 0::bigint, 'and then it is no surprise');

-- By membership, and by another role: told, with the way out.
CREATE FUNCTION pg_temp.unlisted() RETURNS text LANGUAGE sql AS $$
  SELECT string_agg(DISTINCT u.grantee || ' ' || u.privilege, ', ' ORDER BY u.grantee || ' ' || u.privilege)
  FROM platform.unlisted_rights() u WHERE u.object = 'assessment.scoring_key'::regclass $$;
GRANT pg_read_all_data TO harmony_user;
SELECT is(pg_temp.unlisted(), 'harmony_user SELECT', 'a member of pg_read_all_data reads the keys of tests');
REVOKE pg_read_all_data FROM harmony_user;
CREATE ROLE harmony_test_group;
GRANT ALL ON assessment.scoring_key TO harmony_test_group;
GRANT harmony_test_group TO harmony_anon;
SELECT matches(pg_temp.unlisted(), 'harmony_anon DELETE, .*harmony_anon SELECT, harmony_anon TRIGGER', 'as does a member of another role');
REVOKE harmony_test_group FROM harmony_anon;
SELECT is(pg_temp.unlisted(), NULL, 'until that is taken back');
GRANT harmony_user TO harmony_anon;
SELECT cmp_ok((SELECT count(*) FROM platform.unlisted_rights() WHERE grantee = 'harmony_anon'), '>', 50::bigint,
  'requests without a person with the rights of those with one');
REVOKE harmony_user FROM harmony_anon;

-- Not to these.
CREATE ROLE harmony_test_super SUPERUSER;
CREATE ROLE harmony_test_passes BYPASSRLS;
CREATE ROLE harmony_test_fine;
SELECT throws_ok(format('SELECT platform.grant_application(%L)', r), '22023', format('role "%s" is no role for requests', r), r)
FROM unnest('{harmony_anon,harmony_analyst,harmony_authenticator,pg_monitor,pg_read_all_data,pg_nothing,public,harmony_test_super,
  harmony_test_passes}'::text[] || current_user::text) r;
SELECT throws_ok('SELECT platform.grant_application(NULL)', '22023', NULL, 'nor to none');
SELECT lives_ok('SELECT platform.grant_application(''harmony_test_fine'')', 'to one like harmony_user');
SELECT is(has_table_privilege('harmony_anon', 'crew.pulse', 'SELECT'), false, 'and none of it to requests without a person');
SELECT * FROM finish();
ROLLBACK;
