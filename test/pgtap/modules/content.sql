-- Installing without the shipped content, beside Citus, and sequences after rows came with their numbers.
BEGIN;
SET search_path = public, pg_catalog;
SET client_min_messages = error;
SELECT no_plan();
CREATE FUNCTION pg_temp.rows_of(relation regclass) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE n bigint; BEGIN EXECUTE format('SELECT count(*) FROM %s', relation) INTO n; RETURN n; END $$;
CREATE TEMP VIEW relation AS SELECT unnest(harmony_internal.tables_of('{platform,assessment,crew}')) AS name;
CREATE TEMP TABLE objects AS SELECT harmony_internal.objects_in('{platform,assessment,crew}') AS o;
CREATE TEMP TABLE triggers AS SELECT tgrelid::regclass::text, tgname, tgenabled FROM pg_trigger WHERE NOT tgisinternal;

-- A module that is there keeps its content: nothing is added, nothing goes.
CREATE TEMP TABLE before AS SELECT name::text, pg_temp.rows_of(name) FROM relation;
DELETE FROM crew.wording WHERE code = 'HUMAN_REVIEW';
UPDATE before SET rows_of = rows_of - 1 WHERE name = 'crew.wording';
UPDATE harmony.migration SET checksum = NULL WHERE module = 'crew';
DELETE FROM harmony.migration WHERE module = 'crew' AND file = 'migrations/0004_human_review.sql';  -- as if it were a new one
SELECT is(harmony.install('crew', content => false), 'platform, assessment, crew', 'brought up to date without content');
SELECT bag_eq('SELECT name::text, pg_temp.rows_of(name) FROM relation', 'SELECT * FROM before', 'no row more, no row less');
SELECT is_empty($$SELECT tgrelid::regclass FROM pg_trigger WHERE tgname = 'without_content'$$, 'content can come again');
SELECT harmony.install('crew');
SELECT harmony.uninstall('crew', true), harmony.uninstall('assessment', true), harmony.uninstall('platform', true);
SELECT harmony.install('crew', content => false);
SELECT is_empty('SELECT name FROM relation WHERE pg_temp.rows_of(name) > 0', 'all tables are empty');
SELECT isnt_empty('SELECT FROM harmony.migration', 'what has run is recorded');
SELECT bag_eq('SELECT o FROM harmony_internal.objects_in(''{platform,assessment,crew}'') o', 'SELECT o FROM objects', 'the same objects');
SELECT bag_eq('SELECT tgrelid::regclass::text, tgname, tgenabled FROM pg_trigger WHERE NOT tgisinternal', 'SELECT * FROM triggers',
  'the same triggers');
SELECT harmony.uninstall('crew', true), harmony.uninstall('assessment', true), harmony.uninstall('platform', true);
SELECT harmony.install('crew');

-- Sequences.
SELECT is_empty('SELECT * FROM harmony.advance_sequences()', 'no sequence lags behind');
INSERT INTO platform.outbox OVERRIDING SYSTEM VALUE SELECT 1000, NULL, 'email', 'x', '{}', 'x';
INSERT INTO crew.safety_rule
  SELECT (jsonb_populate_record(r, '{"id": 5000, "below": 1}')).* FROM crew.safety_rule r ORDER BY id LIMIT 1;
SELECT bag_eq('SELECT sequence::text, last_value FROM harmony.advance_sequences()',
  $$VALUES ('platform.outbox_id_seq', 1000::bigint), ('crew.safety_rule_id_seq', 5000)$$,
  'they are set to the highest number');
SELECT is_empty('SELECT * FROM harmony.advance_sequences()', 'once');
INSERT INTO platform.outbox (template, idempotency_key) VALUES ('x', 'y');
SELECT is((SELECT max(id) FROM platform.outbox), 1001::bigint, 'the next row has the next number');
CREATE ROLE harmony_test_other;
GRANT EXECUTE ON FUNCTION harmony.advance_sequences() TO harmony_test_other;
GRANT USAGE ON SCHEMA platform, crew, assessment TO harmony_test_other;
GRANT SELECT, UPDATE ON ALL TABLES IN SCHEMA platform, crew, assessment TO harmony_test_other;
SET ROLE harmony_test_other;
SELECT throws_ok('SELECT harmony.advance_sequences()', '42501', NULL, 'not by a role from which rows are hidden');
RESET ROLE;

-- Beside Citus, of which a setting of that name stands here.
SET LOCAL citus.enable_ddl_propagation = on;
SELECT harmony.install('platform');
SELECT is(current_setting('citus.enable_ddl_propagation'), 'off', 'Citus does not distribute what is installed');

-- Whatever the session has set, the record names objects alike.
CREATE TEMP TABLE recorded AS SELECT module, file, objects FROM harmony.migration;
SET quote_all_identifiers = on;
SET DateStyle = 'SQL, DMY';
SELECT harmony.install('crew');
RESET quote_all_identifiers;
SELECT bag_eq('SELECT module, file, objects FROM harmony.migration', 'SELECT * FROM recorded', 'the same objects are recorded');
SELECT * FROM finish();
ROLLBACK;
