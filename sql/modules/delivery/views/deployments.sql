-- Which deployments count.

CREATE OR REPLACE VIEW delivery.counted_deployment WITH (security_invoker = true) AS
  SELECT d.id, d.organization_id, d.project_id, d.external_id, d.service, d.finished_at, d.is_rollback, d.unplanned, d.is_seed, d.is_known
  FROM delivery.deployment d WHERE d.environment = 'production' AND d.result = 'success' AND d.finished_at IS NOT NULL;
COMMENT ON VIEW delivery.counted_deployment IS
'Deployments that count: to production, with success, finished. Everything that is computed of deployments is of these.';
COMMENT ON COLUMN delivery.counted_deployment.id IS 'Identifies the deployment.';
COMMENT ON COLUMN delivery.counted_deployment.organization_id IS 'Whose it is: platform.organization.id.';
COMMENT ON COLUMN delivery.counted_deployment.project_id IS 'In which project: delivery.project.id.';
COMMENT ON COLUMN delivery.counted_deployment.external_id IS 'Its id in the tool.';
COMMENT ON COLUMN delivery.counted_deployment.service IS 'What was deployed; NULL: not told.';
COMMENT ON COLUMN delivery.counted_deployment.finished_at IS 'When it ended.';
COMMENT ON COLUMN delivery.counted_deployment.is_rollback IS 'Whether it takes an earlier one back.';
COMMENT ON COLUMN delivery.counted_deployment.unplanned IS 'Whether it was not planned, such as a hot fix: it counts as rework.';
COMMENT ON COLUMN delivery.counted_deployment.is_seed IS
'Whether it is the first counted one of its service; what delivery.recompute finds.';
COMMENT ON COLUMN delivery.counted_deployment.is_known IS 'Whether a commit of it is in the graph; what delivery.recompute finds.';
