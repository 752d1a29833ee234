-- Stale marks: which statements leave which, and whom changed profiles are marked for.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
CREATE FUNCTION pg_temp.marks(change text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE r text;
BEGIN
  DELETE FROM platform.stale_mark;
  EXECUTE change;
  SELECT string_agg(kind || ' ' || coalesce(right(key::text, 1), 'all'), ', ' ORDER BY kind, key) INTO r FROM platform.stale_mark;
  RETURN r;
END $$;
CREATE FUNCTION pg_temp.u(n int) RETURNS uuid LANGUAGE sql IMMUTABLE RETURN lpad(n::text, 32, '0')::uuid;

CREATE SCHEMA yard;
CREATE TABLE yard."the boat" (id int, "of" uuid);
SELECT platform.mark_changes('yard."the boat"', 'of', 'yard.boat'), platform.mark_changes('yard."the boat"', 'of', 'yard.boat') \g /dev/null
SELECT is(pg_temp.marks($$INSERT INTO yard."the boat" VALUES (1, pg_temp.u(1)), (2, pg_temp.u(1)), (3, pg_temp.u(2)), (4, NULL)$$),
  'yard.boat 1, yard.boat 2', 'a mark a key and statement');
SELECT is(pg_temp.marks($$UPDATE yard."the boat" SET "of" = pg_temp.u(3) WHERE id = 3$$), 'yard.boat 2, yard.boat 3',
  'the new key and the former one');
SELECT is(pg_temp.marks($$UPDATE yard."the boat" SET id = 5 WHERE id = 4$$), NULL, 'no key, no mark');
SELECT is(pg_temp.marks($$UPDATE yard."the boat" SET id = 6 WHERE false$$), NULL, 'no row, no mark');
SELECT is(pg_temp.marks($$DELETE FROM yard."the boat" WHERE id <= 2$$), 'yard.boat 1', 'rows that go');
SELECT is(pg_temp.marks($$TRUNCATE yard."the boat"$$), 'yard.boat all', 'all of them');

CREATE TABLE yard.dock (id uuid, harbour uuid, note text);
CREATE TRIGGER a AFTER INSERT OR DELETE OR UPDATE OF harbour ON yard.dock FOR EACH ROW EXECUTE FUNCTION
  platform.mark_row_stale('yard.dock', 'id', 'yard.harbour', 'harbour');
CREATE TRIGGER b AFTER TRUNCATE ON yard.dock FOR EACH STATEMENT EXECUTE FUNCTION platform.mark_all_stale('yard.dock');
SELECT is(pg_temp.marks($$INSERT INTO yard.dock VALUES (pg_temp.u(1), pg_temp.u(7))$$), 'yard.dock 1, yard.harbour 7',
  'each kind by its column');
SELECT is(pg_temp.marks($$UPDATE yard.dock SET harbour = pg_temp.u(8)$$), 'yard.dock 1, yard.harbour 7, yard.harbour 8', 'new and former');
SELECT is(pg_temp.marks($$UPDATE yard.dock SET note = 'x'$$), NULL, 'not what is not in the list');
SELECT is(pg_temp.marks($$UPDATE yard.dock SET harbour = NULL$$), 'yard.dock 1, yard.harbour 8', 'NULL marks nothing');
SELECT is(pg_temp.marks($$DELETE FROM yard.dock$$), 'yard.dock 1', 'a row that goes');
SELECT is(pg_temp.marks($$TRUNCATE yard.dock$$), 'yard.dock all', 'all');

-- Profiles: one trigger, as many kinds as have been registered by modules that are there.
INSERT INTO platform.account (id, email) SELECT pg_temp.u(n), n || '@example.org' FROM generate_series(1, 2) n;
SELECT is(pg_temp.marks($$INSERT INTO assessment.profile (person_id) VALUES (pg_temp.u(1)), (pg_temp.u(2))$$),
  'crew.person 1, crew.person 2', 'the crew module wants to know');
SELECT assessment.mark_changed_profiles('yard.berth'), assessment.mark_changed_profiles('yard.berth'),
  assessment.mark_changed_profiles('nowhere.thing') \g /dev/null
SELECT is(pg_temp.marks($$UPDATE assessment.profile SET snapshot_version = 1 WHERE person_id = pg_temp.u(2)$$),
  'crew.person 2, yard.berth 2', 'another does too; one that is not there does not count');
SELECT is(pg_temp.marks($$INSERT INTO assessment.submission (person_id, instrument_id, answers) SELECT pg_temp.u(1), id,
  '{4,2,2,4,4,2,2,4,4,2}' FROM assessment.instrument WHERE code = 'resilience-10'$$), 'crew.person 1, yard.berth 1',
  'answers write a profile');
SELECT is(pg_temp.marks($$DELETE FROM platform.account WHERE id = pg_temp.u(1)$$), 'crew.person 1, yard.berth 1', 'a person who goes');
SET LOCAL client_min_messages = warning;
DROP SCHEMA yard CASCADE;
SELECT is(pg_temp.marks($$DELETE FROM assessment.profile$$), 'crew.person 2', 'a module that has gone is marked for no more');
SELECT bag_eq($$SELECT tgname::text || ' ' || tgenabled::text FROM pg_trigger WHERE tgrelid = 'assessment.profile'::regclass
  AND NOT tgisinternal$$, '{mark_stale_inserted O,mark_stale_updated O,mark_stale_deleted O}'::text[], 'one trigger an event');
DELETE FROM platform.stale_interest;
SELECT harmony.install('assessment') \g /dev/null
SELECT bag_eq($$SELECT DISTINCT tgenabled::text FROM pg_trigger WHERE tgrelid = 'assessment.profile'::regclass AND NOT tgisinternal$$,
  ARRAY['D'], 'which is switched off while nobody has asked for marks');
SELECT is(pg_temp.marks($$UPDATE assessment.profile SET snapshot_version = 1$$), NULL, 'and then leaves none');
SELECT harmony.install('crew') \g /dev/null
SELECT bag_eq($$SELECT DISTINCT tgenabled::text FROM pg_trigger WHERE tgrelid = 'assessment.profile'::regclass AND NOT tgisinternal$$,
  ARRAY['O'], 'the crew module asks');
SELECT throws_ok($$SELECT platform.register_interest('assessment.profile', 'no kind')$$, '23514', NULL, 'a kind names its module');
SELECT * FROM finish();
ROLLBACK;
