-- What the modules share: the day, rounding, checks of rights, and the closing of a schema.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();

SELECT is(platform.today(), (now() AT TIME ZONE 'UTC')::date, 'today');
SET LOCAL TimeZone = 'Pacific/Kiritimati';
SELECT is(platform.today(), (now() AT TIME ZONE 'UTC')::date, 'wherever the session is');
SET LOCAL TimeZone = 'UTC';

SELECT is(platform.rounded('{"a": [1.005, 2.50, "x", null, true], "b": {"c": {"d": [[-0.001]]}}, "e": 7}'),
  '{"a": [1.01, 2.5, "x", null, true], "b": {"c": {"d": [[0]]}}, "e": 7}', 'every number is rounded');
SELECT is(platform.rounded('{"p": 0.00012345}', 6), '{"p": 0.000123}', 'to so many decimals');
SELECT is(platform.rounded('{"p": 0.10}', 4)::text, '{"p": 0.1}', 'without trailing zeros');
SELECT is(platform.rounded('1.005'), '1.01'::jsonb, 'a number alone');
SELECT is(platform.rounded('{}'), '{}'::jsonb, 'nothing');
SELECT is(platform.rounded(NULL), NULL, 'no document');

-- Rights: the owner's own work, an administrator, the person, a client, a stranger.
INSERT INTO platform.account (id, email) SELECT md5(n)::uuid, n || '@example.org' FROM unnest('{admin,client,other}'::text[]) n;
INSERT INTO platform.account_role VALUES (md5('admin')::uuid, 'admin');
INSERT INTO platform.organization (id, name) VALUES (md5('employer')::uuid, 'Employer');
INSERT INTO platform.membership (account_id, organization_id) VALUES (md5('client')::uuid, md5('employer')::uuid);
CREATE ROLE harmony_test_web NOLOGIN;
GRANT USAGE ON SCHEMA platform TO harmony_test_web;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA platform TO harmony_test_web;
CREATE FUNCTION pg_temp.tries(who text, query text) RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  BEGIN
    PERFORM set_config('request.jwt.claims', CASE WHEN who <> 'owner' THEN json_build_object('sub', md5(who)::uuid)::text ELSE '' END,
      true);
    IF who <> 'owner' THEN SET LOCAL ROLE harmony_test_web; END IF;
    EXECUTE query;
    RAISE EXCEPTION USING ERRCODE = 'HM001', MESSAGE = 'passes';
  EXCEPTION WHEN OTHERS THEN RETURN CASE SQLSTATE WHEN 'HM001' THEN SQLERRM ELSE SQLSTATE END;
  END;
END $$;
SELECT results_eq(format($$SELECT pg_temp.tries(who, %L) FROM unnest('{owner,admin,client,other}'::text[]) WITH ORDINALITY w (who, n)
  ORDER BY n$$, query), results, query)
FROM (VALUES
  ($$SELECT platform.require_admin()$$, '{passes,passes,42501,42501}'::text[]),
  ($$SELECT platform.require_self(md5('other')::uuid)$$, '{passes,passes,42501,passes}'),
  ($$SELECT platform.require_self(md5('none')::uuid)$$, '{22023,22023,42501,42501}'),
  ($$SELECT platform.require_self(NULL)$$, '{42501,42501,42501,42501}'),
  ($$SELECT platform.require_organization(md5('employer')::uuid)$$, '{passes,passes,passes,42501}'),
  ($$SELECT platform.require_organization(md5('none')::uuid)$$, '{22023,22023,42501,42501}'),
  ($$SELECT platform.require_organization(NULL)$$, '{22023,22023,42501,42501}')) t (query, results);

-- A schema is closed: forced row-level security, one policy, no routine for everybody but those that are named; twice is as once.
CREATE SCHEMA yard;
CREATE TABLE yard."A table" (id int);
CREATE FUNCTION yard.open() RETURNS int LANGUAGE sql RETURN 1;
CREATE FUNCTION yard.closed() RETURNS int LANGUAGE sql RETURN 1;
INSERT INTO harmony.migration (module, file, version, checksum, objects)
  VALUES ('yard', 'routines/yard.sql', '0', '', '{function yard.open(),function yard.closed()}');
CREATE FUNCTION yard.of_the_site() RETURNS int LANGUAGE sql RETURN 1;
CREATE FUNCTION yard.application_rights() RETURNS TABLE (audience text, privilege text, object text, columns text[])
  LANGUAGE sql AS $$ SELECT 'everybody', 'EXECUTE', 'yard.open', NULL::text[] $$;
GRANT ALL ON SCHEMA yard TO PUBLIC;
GRANT ALL ON yard."A table" TO PUBLIC;
GRANT SELECT (id) ON yard."A table" TO PUBLIC;
SELECT platform.secure('yard'), platform.secure('yard') \g /dev/null
SELECT results_eq($$SELECT has_schema_privilege('public', 'yard', 'USAGE'), has_table_privilege('public', 'yard."A table"', 'TRUNCATE'),
  has_column_privilege('public', 'yard."A table"', 'id', 'SELECT')$$, 'VALUES (false, false, false)', 'nothing in it for PUBLIC');
SELECT results_eq($$SELECT relrowsecurity, relforcerowsecurity FROM pg_class WHERE oid = 'yard."A table"'::regclass$$,
  'VALUES (true, true)', 'row-level security is on and forced');
SELECT policies_are('yard', 'A table', ARRAY['owner_all']);
SELECT results_eq($$SELECT has_function_privilege('public', 'yard.open()', 'EXECUTE'),
  has_function_privilege('public', 'yard.closed()', 'EXECUTE'), has_function_privilege('public', 'yard.of_the_site()', 'EXECUTE')$$,
  'VALUES (true, false, true)', 'routines, but for those of the site');
SELECT platform.drop_with_extension('yard', ARRAY['yard.open()']::regprocedure[]) \g /dev/null
SELECT is((SELECT string_agg(p.proname, ' ' ORDER BY p.proname) FROM pg_proc p JOIN pg_depend d ON d.objid = p.oid AND d.deptype = 'x'
  WHERE p.pronamespace = 'yard'::regnamespace), 'closed', 'the others go with the extension');
SELECT * FROM finish();
ROLLBACK;
