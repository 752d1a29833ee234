-- Runs are worked on in READ COMMITTED: a snapshot from before the lock would be computed from what another has just changed.
BEGIN ISOLATION LEVEL REPEATABLE READ;
SET search_path = public, pg_catalog;
SELECT plan(3);
INSERT INTO platform.organization (id, name) VALUES (md5('level')::uuid, 'A');
SELECT throws_ok($$SELECT signals.ingest(md5('level')::uuid, '1', 'a', '')$$, '25001', NULL, 'nothing is loaded');
SELECT throws_ok($$SELECT signals.build(md5('level')::uuid, '1')$$, '25001', NULL, 'nothing is built');
SELECT throws_ok($$SELECT signals.hydrate(md5('level')::uuid, '1')$$, '25001', NULL, 'nothing is taken over');
SELECT * FROM finish();
ROLLBACK;
