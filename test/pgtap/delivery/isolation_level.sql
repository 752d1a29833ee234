-- Projects are worked on in READ COMMITTED: a snapshot from before the lock would be computed from what another has just changed.
BEGIN ISOLATION LEVEL REPEATABLE READ;
SET search_path = public, pg_catalog;
SELECT plan(4);
\ir ../../lib/delivery.sql
SELECT throws_ok($$SELECT put('p', 'commit', '[]')$$, '25001', NULL, 'nothing is loaded');
INSERT INTO delivery.project (organization_id, code, name) VALUES (org(), 'p', 'p');
SELECT throws_ok($$SELECT delivery.recompute(p.id) FROM delivery.project p$$, '25001', NULL, 'nothing is recomputed');
SELECT throws_ok($$INSERT INTO delivery.commit (organization_id, project_id, external_id) SELECT p.organization_id, p.id, 'c'
  FROM delivery.project p;
  SET CONSTRAINTS ALL IMMEDIATE$$, '25001', NULL, 'not at the end of a transaction either');
SELECT is(figures('p') ->> 'deployments', '0.000000000', 'but all can be asked for');
SELECT * FROM finish();
ROLLBACK;
