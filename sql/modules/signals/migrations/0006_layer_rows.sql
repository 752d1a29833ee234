-- The shipped layers, and the checks of what they publish.

INSERT INTO signals.layer (name, kind, source, contract) VALUES
  ('signals.stg_node', 'view', NULL, '{"organization_id": "uuid", "run_id": "text", "node_id": "text", "metric_id": "text"}'),
  ('signals.stg_observation', 'view', NULL,
   '{"organization_id": "uuid", "run_id": "text", "node_id": "text", "facility_id": "text", "period": "integer", "value": "float8"}'),
  ('signals.stg_facility', 'view', NULL, '{"organization_id": "uuid", "run_id": "text", "facility_id": "text", "name": "text"}'),
  ('signals.stg_contribution', 'view', NULL, '{"child": "text", "value": "float8", "weight": "float8"}'),
  ('signals.stg_model', 'view', NULL, '{"feature": "text", "beta": "float8", "mean": "float8"}'),
  ('signals.stg_driver', 'view', NULL, '{"feature": "text", "x": "float8", "value": "float8"}'),
  ('signals.int_facility', 'incremental', 'signals.stg_facility', '{"facility_id": "text", "name": "text", "encounters": "float8"}'),
  ('signals.node_edge', 'view', NULL, '{"parent": "text", "child": "text", "edge_type": "text"}'),
  ('signals.int_trend', 'view', NULL, '{"node_id": "text", "monthly_node_id": "text"}'),
  ('signals.stg_metric', 'view', NULL, '{"node_id": "text", "metric_id": "text", "options": "jsonb"}'),
  ('signals.int_metric', 'incremental', 'signals.stg_metric', '{"node_id": "text", "metric_id": "text", "options": "jsonb"}'),
  ('signals.int_series', 'view', NULL, '{"facility_id": "text", "periods": "integer[]", "values": "float8[]", "dimensions": "jsonb"}'),
  ('signals.int_score', 'view', NULL, '{"facility_id": "text", "signal_type": "text", "severity": "integer"}'),
  ('signals.int_signal', 'view', NULL, '{"facility_id": "text", "signal_type": "text", "severity": "integer", "cost": "float8"}'),
  ('signals.int_contribution', 'view', NULL, '{"child": "text", "excess": "float8", "rank": "integer"}'),
  ('signals.int_driver', 'view', NULL, '{"feature": "text", "contribution": "float8"}'),
  ('signals.int_facility_version', 'view', NULL, '{"facility_id": "text", "valid_from": "text", "valid_to": "text"}'),
  ('signals.dim_facility', 'table', 'signals.int_facility_version', '{"facility_id": "text", "valid_from": "text", "valid_to": "text"}'),
  ('signals.fct_signal', 'incremental', 'signals.int_signal',
   '{"node_id": "text", "metric_id": "text", "facility_id": "text", "value": "float8", "signal_type": "text", "severity": "integer"}'),
  ('signals.fct_contribution', 'incremental', 'signals.int_contribution', '{"child": "text", "excess": "float8", "rank": "integer"}'),
  ('signals.fct_model_driver', 'incremental', 'signals.int_driver', '{"feature": "text", "contribution": "float8"}')
ON CONFLICT DO NOTHING;

INSERT INTO signals.quality_check (layer, kind, columns, arguments, tolerated, severity) VALUES
  ('signals.stg_node', 'row_count', '{}', '{"least": 1}', 0, 'error'),
  ('signals.stg_observation', 'not_null', '{facility_id}', '{}', 0, 'error'),
  ('signals.stg_observation', 'not_null', '{value}', '{}', 0.5, 'warn'),
  ('signals.stg_observation', 'range', '{period}', '{"least": 190001, "most": 299912}', 0, 'error'),
  ('signals.int_facility', 'unique', '{name}', '{}', 0, 'warn'),
  ('signals.fct_signal', 'unique', '{node_id,facility_id,dimensions}', '{}', 0, 'error'),
  ('signals.fct_signal', 'accepted_values', '{signal_type}',
   '{"values": ["sustained_excellence", "improving_leader", "baseline", "emerging_risk", "recovering", "volatility_alert",
                "chronic_underperformer", "critical_trajectory", "suspect_data"]}', 0, 'error'),
  ('signals.fct_signal', 'range', '{severity}', '{"least": 0, "most": 100}', 0, 'error'),
  ('signals.fct_signal', 'relationships', '{facility_id}', '{"to": "signals.dim_facility", "columns": ["facility_id"]}', 0, 'error'),
  ('signals.fct_signal', 'not_null', '{z}', '{}', 0.5, 'warn'),
  ('signals.fct_contribution', 'relationships', '{facility_id}', '{"to": "signals.dim_facility", "columns": ["facility_id"]}', 0, 'warn')
ON CONFLICT DO NOTHING;

INSERT INTO signals.unit_test (name, layer, given, expected) VALUES
  ('an edge is told by either end', 'signals.node_edge',
   '{"signals.stg_node": [
      {"run_id": "1", "node_id": "a", "children": [{"canonical_child_node_id": "a by month", "edge_type": "trends_to"}], "parents": []},
      {"run_id": "1", "node_id": "b", "children": [{"canonical_child_node_id": "c", "edge_type": "splits_into"}], "parents": []},
      {"run_id": "1", "node_id": "b by month", "children": [],
       "parents": [{"canonical_parent_node_id": "b", "edge_type": "trends_to"}]}]}',
   '[{"parent": "a", "child": "a by month", "edge_type": "trends_to"}, {"parent": "b", "child": "c", "edge_type": "splits_into"},
     {"parent": "b", "child": "b by month", "edge_type": "trends_to"}]'),
  ('a renamed facility has two versions', 'signals.int_facility_version',
   '{"signals.int_facility": [
      {"run_id": "1", "facility_id": "f", "name": "Old", "encounters": 1}, {"run_id": "2", "facility_id": "f", "name": "Old",
        "encounters": 2},
      {"run_id": "3", "facility_id": "f", "name": "New", "encounters": 3}, {"run_id": "4", "facility_id": "f", "name": "Old",
        "encounters": 4}]}',
   '[{"name": "Old", "encounters": 2, "valid_from": "1", "valid_to": "3"},
     {"name": "New", "encounters": 3, "valid_from": "3", "valid_to": "4"},
     {"name": "Old", "encounters": 4, "valid_from": "4", "valid_to": null}]')
ON CONFLICT DO NOTHING;

INSERT INTO platform.job_kind (kind, runs, routine, lease, max_attempts, concurrency) VALUES
  ('signals.load', 'database', 'signals.load_job', '1 hour', 3, NULL),
  ('signals.refresh', 'database', 'signals.refresh_job', '1 hour', 3, NULL),
  ('signals.hydrate', 'database', 'signals.hydrate_job', '1 hour', 3, NULL)
ON CONFLICT DO NOTHING;
