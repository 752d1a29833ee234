-- What logical replication, partitions and a restore need of the tables of all modules.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
CREATE TEMP VIEW module_table AS
  SELECT t.relation FROM (SELECT DISTINCT m.module FROM harmony.migration m) m CROSS JOIN LATERAL platform.module_tables(m.module) t;

SELECT is_empty($$SELECT t.relation FROM module_table t JOIN pg_class c ON c.oid = t.relation
  WHERE c.relreplident <> 'd' OR NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indisprimary)$$,
  'a subscriber finds every row by its primary key');
SELECT is_empty($$SELECT a.attrelid::regclass, a.attname FROM module_table t JOIN pg_attribute a ON a.attrelid = t.relation
  JOIN pg_index i ON i.indrelid = a.attrelid AND a.attnum = ANY (i.indkey) WHERE a.attgenerated <> ''$$,
  'no generated column in a key or an index: it is not replicated');
SELECT is_empty($$SELECT c.oid::regclass FROM module_table t JOIN pg_class c ON c.oid = t.relation WHERE c.relpersistence <> 'p'
  AND t.relation <> 'platform.rate_bucket'::regclass$$,  -- what it counts is not worth a copy
  'no table that is not logged');

-- The day of a pulse is filled in by the trigger, and cannot be another one.
\ir ../../lib/crew.sql
INSERT INTO crew.pulse (person_id, vessel_id, score, given_at) VALUES (id('member1'), id('vessel1'), 3, now() - interval '2 days');
SELECT is((SELECT day FROM crew.pulse), (now() AT TIME ZONE 'UTC')::date - 2, 'the day of a pulse');
UPDATE crew.pulse SET given_at = given_at - interval '1 day', day = 'epoch';
SELECT is((SELECT day FROM crew.pulse), (now() AT TIME ZONE 'UTC')::date - 3, 'follows its time');
SET session_replication_role = replica;
SELECT throws_ok('UPDATE crew.pulse SET day = day - 1', '23514', NULL, 'and is not another one without the trigger either');
RESET session_replication_role;
SET TimeZone = 'Pacific/Kiritimati';
INSERT INTO crew.pulse (person_id, vessel_id, score, given_at) VALUES (id('member2'), id('vessel1'), 3,
  ((platform.today() - 5) + time '23:30') AT TIME ZONE 'UTC');
SELECT is((SELECT day FROM crew.pulse WHERE person_id = id('member2')), platform.today() - 5, 'in UTC, wherever the client is');
RESET TimeZone;

-- Row-level security holds on partitions, which nobody reads by themselves: whoever may SELECT all tables sees nothing in them.
CREATE ROLE harmony_test_reader;
CREATE SCHEMA harmony_test_leaves;
CREATE TABLE crew.parted (person_id uuid PRIMARY KEY) PARTITION BY HASH (person_id);
CREATE POLICY own_rows ON crew.parted FOR SELECT USING (person_id = platform.current_account());
CREATE TABLE crew.parted_0 PARTITION OF crew.parted FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE harmony_test_leaves.parted_1 PARTITION OF crew.parted FOR VALUES WITH (MODULUS 2, REMAINDER 1)
  PARTITION BY HASH (person_id);
CREATE TABLE harmony_test_leaves.parted_10 PARTITION OF harmony_test_leaves.parted_1 FOR VALUES WITH (MODULUS 1, REMAINDER 0);
INSERT INTO crew.parted SELECT id('member' || n) FROM generate_series(1, 12) n;
GRANT USAGE ON SCHEMA crew, harmony_test_leaves TO harmony_test_reader;
GRANT SELECT ON crew.parted, crew.parted_0, harmony_test_leaves.parted_1, harmony_test_leaves.parted_10 TO harmony_test_reader;
SELECT bag_eq('SELECT relation::text FROM platform.unsecured_tables()',
  '{crew.parted,crew.parted_0,harmony_test_leaves.parted_1,harmony_test_leaves.parted_10}'::text[], 'unsecured ones are found');
SELECT harmony.install('crew');
SELECT is_empty('SELECT * FROM platform.unsecured_tables()', 'installing closes them');
SELECT is((SELECT count(*) FROM crew.parted), 12::bigint, 'the owner sees everything');
SET ROLE harmony_test_reader;
SELECT is((SELECT count(*) FROM crew.parted_0) + (SELECT count(*) FROM harmony_test_leaves.parted_1)
  + (SELECT count(*) FROM harmony_test_leaves.parted_10), 0::bigint, 'no row in any leaf');
SELECT is((SELECT count(*) FROM crew.parted), 0::bigint, 'no row of others through the parent');
SELECT set_config('request.jwt.claims', json_build_object('sub', id('member1'))::text, true);
SELECT results_eq('SELECT * FROM crew.parted', $$VALUES (id('member1'))$$, 'one''s own row through the parent');
RESET ROLE;
SELECT * FROM finish();
ROLLBACK;
