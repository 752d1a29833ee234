-- What belongs together stays together: records and their integration, what is emptied, blank names.
BEGIN;
SET search_path = public, pg_catalog;
SET LOCAL jit = off;
SELECT no_plan();
\ir ../../lib/delivery.sql
INSERT INTO delivery.integration (organization_id, kind, name) VALUES (org(), 'tracker', 'one') RETURNING id AS one \gset
INSERT INTO platform.organization (id, name) VALUES (org('other'), 'Other');

SELECT throws_ok(format($$INSERT INTO delivery.status VALUES (%L, %s, 'x', 'todo')$$, org('other'), :one), '23503', NULL,
  'no status of another organisation''s integration');
SELECT throws_ok(format($$INSERT INTO delivery.raw_record (organization_id, integration_id, project, kind, document)
  VALUES (%L, %s, 'p', 'commit', '{}')$$, org('other'), :one), '23503', NULL, 'nor a record of it');
SELECT throws_ok(format($$INSERT INTO delivery.etl_job (organization_id, integration_id) VALUES (%L, %s)$$, org('other'), :one), '23503',
  NULL, 'nor a run of it');
SELECT throws_ok(format($$INSERT INTO delivery.raw_record (organization_id, integration_id, project, kind, document)
  VALUES (%L, %s, '  ', 'commit', '{}')$$, org(), :one), '23514', NULL, 'a record of no project, which would stop all others');

SELECT put('p', 'commit', '[{"id": "b", "parents": ["a"], "authored_at": "2026-01-01"}]'),
  put('p', 'deployment', '[{"id": "d", "environment": "production", "result": "success", "finished_at": "2026-01-02", "commits": ["b"]}]')
  \g /dev/null
SELECT is((SELECT count(*) FROM delivery.commit_parent) || ' ' || (SELECT count(*) FROM delivery.deployment_commit), '1 1', 'edges');
SAVEPOINT emptied;
TRUNCATE delivery.deployment;
SELECT is((SELECT count(*) FROM delivery.commit_parent) || ' ' || (SELECT count(*) FROM delivery.deployment_commit), '1 0',
  'deployments take what they put live along');
ROLLBACK TO emptied;
TRUNCATE delivery.commit;
SELECT is((SELECT count(*) FROM delivery.commit_parent) || ' ' || (SELECT count(*) FROM delivery.deployment_commit), '0 0',
  'commits what names them');
SET CONSTRAINTS ALL IMMEDIATE;
SELECT is_empty($$SELECT * FROM delivery.verify(org())$$, 'and all is well');
SELECT * FROM finish();
ROLLBACK;
