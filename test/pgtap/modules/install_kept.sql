-- What a site adds to a module's tables is still there when the module is installed anew, and is not taken for the module's own.
BEGIN;
SET search_path = public, pg_catalog;
SET client_min_messages = warning;
SELECT no_plan();

CREATE ROLE harmony_test_site;
ALTER TABLE crew.vessel ADD COLUMN site_code text DEFAULT 'none';
CREATE INDEX site_code_idx ON crew.vessel (site_code);
ALTER TABLE crew.vessel ADD CONSTRAINT site_check CHECK (site_code <> '');
CREATE POLICY site_rows ON crew.vessel FOR SELECT TO harmony_test_site USING (site_code = 'mine');
CREATE VIEW crew.site_vessels WITH (security_invoker = true) AS SELECT id, site_code FROM crew.vessel;
CREATE FUNCTION crew.site_code(id uuid) RETURNS text
  LANGUAGE sql STABLE AS $$ SELECT v.site_code FROM crew.vessel v WHERE v.id = site_code.id $$;
CREATE FUNCTION crew.site_changed() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
CREATE TRIGGER site_changed AFTER INSERT ON crew.vessel FOR EACH ROW EXECUTE FUNCTION crew.site_changed();
CREATE TRIGGER site_changed AFTER INSERT ON assessment.profile FOR EACH ROW EXECUTE FUNCTION crew.site_changed();
CREATE TYPE crew.site_kind AS ENUM ('one', 'other');
CREATE SEQUENCE crew.site_numbers;
CREATE TABLE crew.site_notes (id integer PRIMARY KEY, note text);
INSERT INTO crew.site_notes VALUES (1, 'kept');
GRANT SELECT ON crew.vessel TO harmony_test_site;
GRANT EXECUTE ON FUNCTION crew.current_vessels() TO harmony_test_site;

CREATE TEMP TABLE before AS SELECT harmony_internal.objects_in('{platform,assessment,crew,api}') AS object;
CREATE TEMP TABLE recorded AS SELECT m.module, m.file, m.checksum, m.objects FROM harmony.migration m;
SELECT is(harmony.install('crew'), 'platform, assessment, crew', 'installed anew');
SELECT is_empty('TABLE before EXCEPT SELECT harmony_internal.objects_in(''{platform,assessment,crew,api}'')', 'nothing is gone');
SELECT is(harmony.install('crew'), 'platform, assessment, crew', 'and again');
SELECT is_empty('TABLE before EXCEPT SELECT harmony_internal.objects_in(''{platform,assessment,crew,api}'')', 'nothing is gone');
SELECT is_empty($$SELECT m.file, o FROM harmony.migration m, unnest(m.objects) o
  WHERE o ~ 'site_' AND o !~ '^policy (owner_all|admin_reads) on crew.site_notes$'$$, 'nothing of the site is taken for the module''s');
SELECT is_empty('SELECT module, file, checksum FROM recorded EXCEPT SELECT module, file, checksum FROM harmony.migration',
  'the same record');
SELECT is_empty($$SELECT r.file, o FROM recorded r, unnest(r.objects) o EXCEPT SELECT m.file, o FROM harmony.migration m,
  unnest(m.objects) o$$, 'of the same objects');
SELECT has_column('crew', 'vessel', 'site_code', 'the column');
SELECT col_default_is('crew', 'vessel', 'site_code', 'none', 'its default');
SELECT has_index('crew', 'vessel', 'site_code_idx', ARRAY['site_code'], 'the index');
SELECT has_check('crew', 'vessel', 'the constraint');
SELECT ok(EXISTS (SELECT FROM pg_policies WHERE schemaname = 'crew' AND tablename = 'vessel' AND policyname = 'site_rows'
  AND qual = $$(site_code = 'mine'::text)$$), 'the policy');
SELECT has_view('crew', 'site_vessels', 'the view');
SELECT has_function('crew', 'site_code', ARRAY['uuid'], 'the function');
SELECT has_trigger('crew', 'vessel', 'site_changed', 'the trigger');
SELECT has_trigger('assessment', 'profile', 'site_changed', 'the trigger on another module''s table');
SELECT is((SELECT note FROM crew.site_notes), 'kept', 'the table and its row');
SELECT ok(has_table_privilege('harmony_test_site', 'crew.vessel', 'SELECT'), 'the grant on a table');
SELECT ok(has_function_privilege('harmony_test_site', 'crew.current_vessels()', 'EXECUTE'), 'the grant on a routine');
SELECT ok(has_function_privilege('harmony_test_site', 'crew.site_code(uuid)', 'EXECUTE'),
  'what everybody may do with the site''s own routine');
SELECT is_empty($$SELECT objid::regprocedure FROM pg_depend WHERE deptype = 'x' AND objid = 'crew.site_code(uuid)'::regprocedure$$,
  'which stays when the extension goes');
SELECT is_empty($$SELECT harmony_internal.module_routines('crew') EXCEPT SELECT objid::regprocedure FROM pg_depend WHERE deptype = 'x'
  EXCEPT SELECT unnest('{crew.current_vessels(),crew.current_campaigns(),crew.served_vessels()}'::regprocedure[])
  EXCEPT SELECT r FROM harmony_internal.module_routines('crew') r
    WHERE r::text ~ '^crew\.check_(campaign|candidacy|assignment|experience|hiring_event|model_version|review|pulses|survey)\('
    OR r::text ~ '^(api\.|crew\.check_survey_responses\()'
    OR r::text ~ '^crew\.(live_campaigns|require_(vessel|campaign|persons|position)|sees_everything|model_activated|audit_decisions)\('
    OR r::text IN ('crew.limit_own_rows()', 'crew.set_pulse_day()', 'crew.aboard_until(date,timestamp with time zone)')$$,
    'unlike the module''s, but for what checks rights and states');

-- The record: everything that files which run every time make, each object once.
SELECT is_empty($$SELECT o FROM harmony.migration m, unnest(m.objects) o GROUP BY o HAVING count(*) > 1$$, 'no object is of two files');
SELECT is_empty($$SELECT o FROM harmony.migration m, unnest(m.objects) o EXCEPT
  SELECT harmony_internal.objects_in('{platform,assessment,crew,signals,delivery,affinity,oversight,workforce,api}')$$,
  'what is recorded is there');
SELECT is_empty($$SELECT o FROM harmony_internal.objects_in('{platform,assessment,crew,api}') o
  WHERE o ~ '^(function|procedure|aggregate|view|trigger|policy) '
  AND o !~ 'site_' EXCEPT SELECT o FROM harmony.migration m, unnest(m.objects) o WHERE m.file NOT LIKE 'migrations/%'$$,
    'all routines, views, triggers and policies are recorded');

-- A name that a later version ships and the site has already: not replaced in silence.
SELECT harmony_internal.run_script('CREATE OR REPLACE VIEW crew.site_vessels AS SELECT id, site_code FROM crew.vessel', 'here') AS since
  \gset
SELECT results_eq('SELECT object, kind, schema FROM harmony_internal.objects_written_since(' || :since || ')',
  $$VALUES ('view crew.site_vessels', 'view', 'crew')$$, 'a view that is replaced counts as written');
SELECT harmony_internal.run_script($$CREATE OR REPLACE FUNCTION crew.site_code(id uuid) RETURNS text
  LANGUAGE sql STABLE AS ' SELECT ''x'' ';
  CREATE OR REPLACE TRIGGER site_changed AFTER INSERT ON crew.vessel FOR EACH ROW EXECUTE FUNCTION crew.site_changed()$$, 'here') AS since
    \gset
SELECT bag_eq('SELECT object FROM harmony_internal.objects_written_since(' || :since || ')',
  ARRAY['function crew.site_code(pg_catalog.uuid)', 'trigger site_changed on crew.vessel'], 'so do a function and a trigger');
SELECT harmony_internal.run_script($$GRANT SELECT ON crew.site_vessels TO PUBLIC; REVOKE ALL ON FUNCTION crew.site_code(uuid)
  FROM PUBLIC; COMMENT ON VIEW crew.site_vessels IS 'x';
  ALTER FUNCTION crew.site_code(uuid) COST 7; ALTER FUNCTION crew.site_code(uuid) DEPENDS ON EXTENSION harmony; ALTER TABLE crew.vessel
    DISABLE TRIGGER site_changed;
  ALTER VIEW crew.site_vessels SET (security_barrier); UPDATE crew.site_notes SET note = 'x'; ALTER TABLE crew.site_notes ENABLE ROW LEVEL
    SECURITY$$, 'here') AS since \gset
SELECT is_empty('SELECT object FROM harmony_internal.objects_written_since(' || :since || ')', 'grants, comments and settings do not');

-- A function with a parsed body that takes a whole row forbids new columns with a default; text bodies, or single columns, do not.
SELECT lives_ok(format('ALTER TABLE %s ADD COLUMN site_extra text DEFAULT ''none''', c.oid::regclass),
  format('a column with a default can be added to %s', c.oid::regclass))
FROM pg_class c
WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relnamespace IN ('platform'::regnamespace, 'assessment'::regnamespace,
  'crew'::regnamespace, to_regnamespace('signals'), to_regnamespace('delivery'), to_regnamespace('affinity'),
  to_regnamespace('oversight'), to_regnamespace('workforce'));

SELECT * FROM finish();
ROLLBACK;
