-- Lines of runs that are read as they are.

CREATE OR REPLACE VIEW signals.stg_narrative WITH (security_invoker = true) AS
  SELECT DISTINCT ON (r.organization_id, r.run_id, f.facility_id) r.organization_id, r.run_id, f.facility_id,
         r.document ->> 'generated_at' AS generated_at, r.document - 'type' - 'facility_id' AS document
  FROM signals.raw_line r
  CROSS JOIN LATERAL (SELECT coalesce(r.document ->> 'facility_id', r.document ->> 'facility') AS facility_id) f
  WHERE r.kind = 'narrative' AND f.facility_id IS NOT NULL
  ORDER BY r.organization_id, r.run_id, f.facility_id, r.artifact_id DESC, r.line DESC;
COMMENT ON VIEW signals.stg_narrative IS 'What each run tells of a facility, the newest line of each.';
COMMENT ON COLUMN signals.stg_narrative.organization_id IS 'Whose run it is: platform.organization.id.';
COMMENT ON COLUMN signals.stg_narrative.run_id IS 'The run: signals.run.run_id.';
COMMENT ON COLUMN signals.stg_narrative.facility_id IS 'The facility, as the run calls it.';
COMMENT ON COLUMN signals.stg_narrative.generated_at IS 'When it was written, in the words of the run; NULL: not told.';
COMMENT ON COLUMN signals.stg_narrative.document IS
'The line without type and facility_id: facility, metric, value, peers, up, down, hierarchy.';

CREATE OR REPLACE VIEW signals.stg_experiment WITH (security_invoker = true) AS
  SELECT r.organization_id, r.run_id, r.document ->> 'experiment' AS experiment, r.document ->> 'metric_id' AS metric_id,
         r.document -> 'scores' AS scores, r.document ->> 'created_at' AS created_at
  FROM signals.raw_line r WHERE r.kind = 'modeling_experiment';
COMMENT ON VIEW signals.stg_experiment IS 'Experiments with models, as the runs tell them.';
COMMENT ON COLUMN signals.stg_experiment.organization_id IS 'Whose run it is: platform.organization.id.';
COMMENT ON COLUMN signals.stg_experiment.run_id IS 'The run: signals.run.run_id.';
COMMENT ON COLUMN signals.stg_experiment.experiment IS 'Name of the experiment, as the run tells it.';
COMMENT ON COLUMN signals.stg_experiment.metric_id IS 'The metric that was modelled.';
COMMENT ON COLUMN signals.stg_experiment.scores IS 'An object of scores by name, as the run tells it.';
COMMENT ON COLUMN signals.stg_experiment.created_at IS 'When it was made, in the words of the run; NULL: not told.';
