-- Modules: in, again, out, and what becomes of the data when the extension is dropped and comes back.
SET client_min_messages = warning;
\pset format unaligned
BEGIN;
SELECT harmony.install('assessment');
SELECT module, file FROM harmony.migrations ORDER BY module, file;
SELECT bool_and(installed_by = CURRENT_USER) AS by_me, bool_and(installed_at = now()) AS now,
  bool_and(version = harmony.version()) AS by_this_version FROM harmony.migrations;
COMMIT;
-- Again: nothing runs twice, the content is there once.
SELECT count(*) AS items FROM assessment.item \gset
SELECT harmony.install('assessment');
SELECT count(*) AS migrations, count(DISTINCT (module, file)) AS different FROM harmony.migrations;
SELECT bool_and(checksum ~ '^[0-9a-f]{64}$') AS checksums,
  bool_or(file = 'views/analysis.sql' AND 'view assessment.flag_share' = ANY (objects)) AS objects FROM harmony.migration;
SELECT count(*) = :items AND :items > 0 AS same_items FROM assessment.item;
-- A module brings those it needs.
SELECT harmony_internal.module_requirements('assessment'), harmony_internal.module_requirements('platform'),
  harmony_internal.module_order('crew');

-- What is no module.
\set VERBOSITY sqlstate
SELECT harmony.install('nonsense');
SELECT harmony.install('');
SELECT harmony.install('../assessment');
SELECT harmony.install('assessment; DROP SCHEMA assessment');
SELECT harmony.install(NULL) IS NULL AS null_is_null;
SELECT harmony_internal.module_requirements('nonsense');
SELECT harmony_internal.module_order('nonsense');
SELECT harmony_internal.module_files('');
SELECT harmony_internal.module_file('assessment', '../crew/requires');
SELECT harmony_internal.module_file('assessment', 'routines/nonsense.sql');
SELECT harmony_internal.run_script('-- nothing', 'here');
SELECT harmony.uninstall('nonsense');
SELECT harmony.uninstall('assessment"; DROP SCHEMA platform CASCADE; --');

-- Only the owner of the database's objects installs: no right for others, whatever the search path holds.
CREATE ROLE harmony_regress_guest;
SET ROLE harmony_regress_guest;
SELECT harmony.install('assessment');
SELECT harmony.uninstall('assessment', true);
SELECT count(*) > 0 AS may_look FROM harmony.migrations;
SELECT harmony.version() = (SELECT extversion FROM pg_extension WHERE extname = 'harmony') AS one_version;
RESET ROLE;

-- Out: not while another module needs it, not while there are rows, unless forced.
SELECT harmony.uninstall('platform');
SELECT harmony.uninstall('platform', true);
INSERT INTO platform.account (id, email) VALUES ('00000000-0000-0000-0000-000000000001', 'one@example.org');
INSERT INTO assessment.submission (person_id, instrument_id, answers)
SELECT '00000000-0000-0000-0000-000000000001', id, '{4,2,4,2,4,2,4,2,4,2}' FROM assessment.instrument WHERE code = 'resilience-10';
SELECT harmony.uninstall('assessment');
\set VERBOSITY default
\set SHOW_CONTEXT never
SELECT harmony.uninstall('assessment');
SELECT count(*) FROM assessment.submission;

-- The extension cannot go while a module stands on it …
SET client_min_messages = error;
\set VERBOSITY sqlstate
DROP EXTENSION harmony;
-- … with CASCADE it goes, and the data stays: tables, rows, results.
CREATE TEMP TABLE before AS SELECT r.* FROM assessment.result r;
CREATE TEMP TABLE profile_before AS SELECT * FROM assessment.profile;
DROP EXTENSION harmony CASCADE;
SELECT (SELECT count(*) FROM assessment.submission) AS submissions, (SELECT count(*) FROM assessment.profile) AS profiles,
  (SELECT count(*) FROM platform.account) AS accounts;
-- Two refuse norms that cannot be scored by: they stay with the triggers that call them.
SELECT count(*) AS functions_left FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
  WHERE n.nspname IN ('harmony', 'harmony_internal') OR (n.nspname = 'assessment' AND p.prosrc LIKE '%harmony.%');
SELECT to_regnamespace('harmony') IS NULL AS harmony_gone;
CREATE EXTENSION harmony;
SELECT harmony.install('assessment');
SELECT count(*) AS changed FROM ((TABLE before EXCEPT TABLE assessment.result) UNION ALL (TABLE assessment.result EXCEPT TABLE before)) d;
SELECT count(*) AS changed
  FROM ((TABLE profile_before EXCEPT TABLE assessment.profile) UNION ALL (TABLE assessment.profile EXCEPT TABLE profile_before)) d;
SELECT count(*) = :items AS same_items FROM assessment.item;
SELECT count(*) AS untrue FROM assessment.verify_snapshots();
SELECT assessment.rescore();
SELECT count(*) AS untrue FROM assessment.verify_snapshots();
-- And the triggers work: another submission, then none.
INSERT INTO assessment.submission (person_id, instrument_id, answers)
SELECT '00000000-0000-0000-0000-000000000001', id, '{5,1,5,1,5,1,5,1,4,2}' FROM assessment.instrument WHERE code = 'resilience-10';
SELECT count(*) AS results FROM assessment.result;
SELECT count(*) AS untrue FROM assessment.verify_snapshots();

-- A failed installation leaves nothing behind: the name of a table is taken by a view.
SELECT harmony.uninstall('assessment', true), harmony.uninstall('platform', true);
SELECT count(*) AS migrations FROM harmony.migration;
SELECT to_regnamespace('assessment') IS NULL AND to_regnamespace('platform') IS NULL AS gone;
CREATE SCHEMA assessment;
CREATE VIEW assessment.item AS SELECT 1 AS one;
SELECT harmony.install('assessment');
-- The error tells the file and the line, and not the whole file.
\set VERBOSITY terse
DO $$
DECLARE context text;
BEGIN
  PERFORM harmony.install('assessment');
EXCEPTION WHEN OTHERS THEN
  GET STACKED DIAGNOSTICS context = PG_EXCEPTION_CONTEXT;
  RAISE INFO '% %', SQLERRM, regexp_replace(split_part(context, E'\n', 1), '\d+$', 'N');
END $$;
\set VERBOSITY sqlstate
SELECT count(*) AS migrations FROM harmony.migration;
SELECT to_regnamespace('platform') IS NULL AS nothing_left;
DROP SCHEMA assessment CASCADE;

-- A hostile search path and hostile settings do not reach the module's own statements.
CREATE SCHEMA trap;
CREATE FUNCTION trap.now() RETURNS timestamptz LANGUAGE sql AS $$ SELECT '1900-01-01'::timestamptz $$;
CREATE FUNCTION trap.format(text, VARIADIC "any") RETURNS text LANGUAGE internal AS 'text_format';
CREATE FUNCTION trap.jsonb_array_length(jsonb) RETURNS integer LANGUAGE sql AS $$ SELECT 666 $$;
SET search_path = trap, pg_catalog;
SET check_function_bodies = off;
SET standard_conforming_strings = off;
SET escape_string_warning = off;
SELECT harmony.install('assessment');
RESET ALL;
SELECT count(*) AS stray_tables FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'trap';
SELECT count(*) AS functions_of_the_trap FROM pg_depend d JOIN pg_proc p ON p.oid = d.refobjid WHERE p.pronamespace = 'trap'::regnamespace
  AND d.refclassid = 'pg_proc'::regclass;
SELECT count(*) = :items AS same_items FROM assessment.item;
SET client_min_messages = error;
SELECT harmony.uninstall('assessment', true), harmony.uninstall('platform', true);
DROP SCHEMA trap CASCADE;
DROP ROLE harmony_regress_guest;
