-- Installing without the shipped content. The rest of install: install_again.sql; a transaction holds a lock for each object.
BEGIN;
SET search_path = public, pg_catalog;
SET client_min_messages = error;
SELECT no_plan();
-- A module beside these would keep what they depend on.
SELECT harmony.uninstall('signals', true), harmony.uninstall('delivery', true), harmony.uninstall('affinity', true),
  harmony.uninstall('oversight', true),
  harmony.uninstall('workforce', true) \g /dev/null
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
SELECT * FROM finish();
ROLLBACK;
