-- Sequences after rows came with their numbers; installing again beside Citus, and whatever the session has set.
BEGIN;
SET search_path = public, pg_catalog;
SET client_min_messages = error;
SELECT no_plan();

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
