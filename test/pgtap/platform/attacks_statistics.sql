-- The planner's statistics hold values, and whoever may EXPLAIN reads estimates made of them: there are none of personal content.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
\ir ../../lib/crew.sql
INSERT INTO assessment.submission (person_id, instrument_id, answers)
  SELECT id('candidate' || n), id, '{4,2,5,3,4,2,4,4,3,4}' FROM assessment.instrument, generate_series(1, 8) n WHERE code = 'resilience-10';
SELECT count(joins(id('campaign1'), id('candidate' || n), 'reason ' || n)) = 4 AS joined FROM generate_series(1, 4) n \gset
ANALYZE;

-- Every column of a table of people that is neither a key, nor of a foreign key, nor a time.
CREATE TEMP TABLE content AS
  SELECT c.oid::regclass AS relation, a.attname AS attribute, a.attstattarget
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE c.relkind IN ('r', 'p') AND c.relnamespace IN ('platform'::regnamespace, 'assessment'::regnamespace, 'crew'::regnamespace)
    AND (c.oid = 'platform.account'::regclass
         OR EXISTS (SELECT FROM pg_attribute p WHERE p.attrelid = c.oid AND p.attname = 'person_id' AND NOT p.attisdropped))
    AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype IN ('p', 'f') AND a.attnum = ANY (k.conkey))
    AND a.atttypid NOT IN ('date'::regtype, 'timestamptz'::regtype, 'uuid'::regtype);
SELECT cmp_ok((SELECT count(*) FROM content), '>=', 50::bigint, 'there is much of people');
-- What is not of the person but of what was asked, or a state by which rows are looked up.
CREATE TEMP TABLE planned (relation regclass, attribute name, reason text);
INSERT INTO planned VALUES
  ('platform.account', 'is_active', 'a state: nearly all are'),
  ('crew.assignment', 'status', 'a state, in two indexes: who is active crew is asked of every vessel'),
  ('crew.hiring_event', 'position', 'of the campaign'),
  ('assessment.result', 'instrument_id', 'of the instrument'), ('assessment.result', 'instrument', 'of the instrument'),
  ('assessment.result', 'family', 'of the instrument'), ('assessment.result', 'n_items', 'of the instrument'),
  ('assessment.test', 'submission_id', 'a number of a row'), ('assessment.profile', 'snapshot_version', 'of the layout');
SELECT is_empty($$SELECT c.relation, c.attribute FROM content c LEFT JOIN planned p USING (relation, attribute)
  WHERE p.reason IS NULL AND c.attstattarget <> 0$$, 'no statistics of it are kept, but of what is listed here');
SELECT is_empty($$SELECT relation, attribute FROM planned EXCEPT SELECT relation, attribute FROM content WHERE attstattarget <> 0$$,
  'which has some');
SELECT is_empty($$SELECT s.tablename, s.attname FROM pg_stats s JOIN content c
  ON c.relation = format('%I.%I', s.schemaname, s.tablename)::regclass AND c.attribute = s.attname LEFT JOIN planned p
  USING (relation, attribute) WHERE p.reason IS NULL$$, 'ANALYZE stores none');
SELECT isnt_empty($$SELECT FROM pg_stats WHERE schemaname = 'crew' AND tablename = 'assignment' AND attname = 'status'$$, 'as it would');
SELECT is_empty($$SELECT i.indexrelid::regclass, a.attname FROM pg_index i JOIN content c ON c.relation = i.indrelid
  JOIN pg_attribute a ON a.attrelid = i.indexrelid WHERE i.indkey[a.attnum - 1] = 0 AND a.attstattarget <> 0$$, 'nor of an expression');
SELECT is_empty($$SELECT attname FROM pg_stats WHERE tablename = 'account_email_key'$$, 'such as an address in lower case');
SELECT is_empty($$SELECT attribute FROM (VALUES ('crew.vessel'::regclass, 'vessel_snapshot'), ('crew.vessel', 'toxicity_evidence'),
    ('platform.published_figure', 'figures'), ('platform.published_figure', 'basis'),
    ('crew.survey_response', 'survey_id')) d (relation, attribute)
  JOIN pg_attribute a ON a.attrelid = d.relation AND a.attname = d.attribute WHERE a.attstattarget <> 0$$, 'nor of documents made of it');

-- An address is known to be unique without them, and found by its index.
SET LOCAL enable_seqscan = off;
CREATE FUNCTION pg_temp.plan(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE plan json;
BEGIN
  EXECUTE 'EXPLAIN (FORMAT json) ' || query INTO plan;
  RETURN concat_ws(' ', plan -> 0 -> 'Plan' ->> 'Index Name', plan -> 0 -> 'Plan' ->> 'Plan Rows');
END $$;
SELECT is(pg_temp.plan($$SELECT id FROM platform.account WHERE lower(email) = 'a@example.org'$$), 'account_email_key 1', 'one row');
SELECT * FROM finish();
ROLLBACK;
-- ANALYZE has left the sizes of tables that are empty again, by which later tests would be planned.
VACUUM;
