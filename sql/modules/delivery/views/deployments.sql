-- Which deployments count.

CREATE OR REPLACE VIEW delivery.counted_deployment WITH (security_invoker = true) AS
  SELECT d.id, d.organization_id, d.project_id, d.external_id, d.service, d.finished_at, d.is_rollback, d.unplanned, d.is_seed, d.is_known
  FROM delivery.deployment d WHERE d.environment = 'production' AND d.result = 'success' AND d.finished_at IS NOT NULL;
COMMENT ON VIEW delivery.counted_deployment IS
'Deployments that count: to production, with success, finished. Everything that is computed of deployments is of these.';
