-- What the columns of the views in layers.sql hold.

COMMENT ON COLUMN signals.stg_node.organization_id IS 'Whose run it is: platform.organization.id.';
COMMENT ON COLUMN signals.stg_node.run_id IS 'The run: signals.run.run_id.';
COMMENT ON COLUMN signals.stg_node.artifact_id IS 'The file: signals.artifact.id.';
COMMENT ON COLUMN signals.stg_node.node_id IS 'The node, as the run calls it (canonical_node_id).';
COMMENT ON COLUMN signals.stg_node.metric_id IS 'The metric of the node.';
COMMENT ON COLUMN signals.stg_node.polarity IS 'lower_is_better, higher_is_better or target_range.';
COMMENT ON COLUMN signals.stg_node.range_low IS 'Lower end of the target range, in the unit of the metric; NULL: another polarity.';
COMMENT ON COLUMN signals.stg_node.range_high IS 'Upper end of the target range, in the unit of the metric; NULL: another polarity.';
COMMENT ON COLUMN signals.stg_node.parents IS 'As the artifact has them: [{canonical_parent_node_id, edge_type}].';
COMMENT ON COLUMN signals.stg_node.children IS 'As the artifact has them: [{canonical_child_node_id, edge_type}].';
COMMENT ON COLUMN signals.stg_node.document IS 'The line as an object.';

COMMENT ON COLUMN signals.stg_observation.organization_id IS 'Whose run it is: platform.organization.id.';
COMMENT ON COLUMN signals.stg_observation.run_id IS 'The run: signals.run.run_id.';
COMMENT ON COLUMN signals.stg_observation.node_id IS 'The node of the run''s graph, as the run calls it.';
COMMENT ON COLUMN signals.stg_observation.metric_id IS 'The metric of the node: signals.dim_metric.metric_id.';
COMMENT ON COLUMN signals.stg_observation.facility_id IS 'The facility: signals.dim_facility.facility_id.';
COMMENT ON COLUMN signals.stg_observation.dimensions IS 'The other parts of the entity, {id: value}; {}: the facility as a whole.';
COMMENT ON COLUMN signals.stg_observation.encounters IS 'How many encounters are behind the value, 0 or more; NULL: not told.';
COMMENT ON COLUMN signals.stg_observation.period IS 'The month, YYYYMM; NULL: the value of all time.';
COMMENT ON COLUMN signals.stg_observation.value IS 'Its value in the period, in the unit of the metric; NULL: the artifact has none.';

COMMENT ON COLUMN signals.stg_facility.organization_id IS 'Whose facility it is: platform.organization.id.';
COMMENT ON COLUMN signals.stg_facility.run_id IS 'The run: signals.run.run_id.';
COMMENT ON COLUMN signals.stg_facility.facility_id IS 'The facility, as the run calls it.';
COMMENT ON COLUMN signals.stg_facility.number IS 'Its place among the run''s facilities, from 1, in the order of their ids.';
COMMENT ON COLUMN signals.stg_facility.name IS 'Its name for people, as the run tells it; else facility_id.';
COMMENT ON COLUMN signals.stg_facility.system_name IS 'The system of facilities that it belongs to; NULL: not told.';
COMMENT ON COLUMN signals.stg_facility.encounters IS 'How many encounters it has, 0 or more; NULL: not told.';

COMMENT ON COLUMN signals.raw_contribution.organization_id IS 'Whose run it is: platform.organization.id.';
COMMENT ON COLUMN signals.raw_contribution.run_id IS 'The run: signals.run.run_id.';
COMMENT ON COLUMN signals.raw_contribution.artifact_id IS 'The file: signals.artifact.id.';
COMMENT ON COLUMN signals.raw_contribution.line IS 'Number of the line, from 1.';
COMMENT ON COLUMN signals.raw_contribution.document IS 'The line as an object.';

COMMENT ON COLUMN signals.raw_classification.organization_id IS 'Whose run it is: platform.organization.id.';
COMMENT ON COLUMN signals.raw_classification.run_id IS 'The run: signals.run.run_id.';
COMMENT ON COLUMN signals.raw_classification.artifact_id IS 'The file: signals.artifact.id.';
COMMENT ON COLUMN signals.raw_classification.line IS 'Number of the line, from 1.';
COMMENT ON COLUMN signals.raw_classification.document IS 'The line as an object.';

COMMENT ON COLUMN signals.raw_modeling_run.organization_id IS 'Whose run it is: platform.organization.id.';
COMMENT ON COLUMN signals.raw_modeling_run.run_id IS 'The run: signals.run.run_id.';
COMMENT ON COLUMN signals.raw_modeling_run.artifact_id IS 'The file: signals.artifact.id.';
COMMENT ON COLUMN signals.raw_modeling_run.line IS 'Number of the line, from 1.';
COMMENT ON COLUMN signals.raw_modeling_run.document IS 'The line as an object.';

COMMENT ON COLUMN signals.raw_modeling_experiment.organization_id IS 'Whose run it is: platform.organization.id.';
COMMENT ON COLUMN signals.raw_modeling_experiment.run_id IS 'The run: signals.run.run_id.';
COMMENT ON COLUMN signals.raw_modeling_experiment.artifact_id IS 'The file: signals.artifact.id.';
COMMENT ON COLUMN signals.raw_modeling_experiment.line IS 'Number of the line, from 1.';
COMMENT ON COLUMN signals.raw_modeling_experiment.document IS 'The line as an object.';

COMMENT ON COLUMN signals.raw_shap.organization_id IS 'Whose run it is: platform.organization.id.';
COMMENT ON COLUMN signals.raw_shap.run_id IS 'The run: signals.run.run_id.';
COMMENT ON COLUMN signals.raw_shap.artifact_id IS 'The file: signals.artifact.id.';
COMMENT ON COLUMN signals.raw_shap.line IS 'Number of the line, from 1.';
COMMENT ON COLUMN signals.raw_shap.document IS 'The line as an object.';

COMMENT ON COLUMN signals.raw_narrative.organization_id IS 'Whose run it is: platform.organization.id.';
COMMENT ON COLUMN signals.raw_narrative.run_id IS 'The run: signals.run.run_id.';
COMMENT ON COLUMN signals.raw_narrative.artifact_id IS 'The file: signals.artifact.id.';
COMMENT ON COLUMN signals.raw_narrative.line IS 'Number of the line, from 1.';
COMMENT ON COLUMN signals.raw_narrative.document IS 'The line as an object.';

COMMENT ON COLUMN signals.stg_contribution.organization_id IS 'Whose run it is: platform.organization.id.';
COMMENT ON COLUMN signals.stg_contribution.run_id IS 'The run: signals.run.run_id.';
COMMENT ON COLUMN signals.stg_contribution.node_id IS 'The node whose value is made up of parts.';
COMMENT ON COLUMN signals.stg_contribution.metric_id IS 'The metric of the node.';
COMMENT ON COLUMN signals.stg_contribution.facility_id IS 'The facility whose value it is.';
COMMENT ON COLUMN signals.stg_contribution.child IS 'The part, as the run calls it.';
COMMENT ON COLUMN signals.stg_contribution.name IS 'Its name for people.';
COMMENT ON COLUMN signals.stg_contribution.value IS 'Its value, in the unit of the metric; NULL: not told.';
COMMENT ON COLUMN signals.stg_contribution.weight IS 'What it weighs in the whole, such as its encounters, 0 or more; NULL: not told.';

COMMENT ON COLUMN signals.stg_model.organization_id IS 'Whose run it is: platform.organization.id.';
COMMENT ON COLUMN signals.stg_model.run_id IS 'The run: signals.run.run_id.';
COMMENT ON COLUMN signals.stg_model.metric_id IS 'The metric that is foretold.';
COMMENT ON COLUMN signals.stg_model.model IS 'The model, as the run calls it.';
COMMENT ON COLUMN signals.stg_model.feature IS 'What the model is told.';
COMMENT ON COLUMN signals.stg_model.beta IS 'Slope of the feature, in the unit of the metric by that of the feature.';
COMMENT ON COLUMN signals.stg_model.mean IS 'The value of the feature from which it is measured.';

COMMENT ON COLUMN signals.stg_driver.organization_id IS 'Whose run it is: platform.organization.id.';
COMMENT ON COLUMN signals.stg_driver.run_id IS 'The run: signals.run.run_id.';
COMMENT ON COLUMN signals.stg_driver.metric_id IS 'The metric that is foretold.';
COMMENT ON COLUMN signals.stg_driver.model IS 'The model, as the run calls it.';
COMMENT ON COLUMN signals.stg_driver.facility_id IS 'The facility that it foretells the metric of.';
COMMENT ON COLUMN signals.stg_driver.feature IS 'What the model was told.';
COMMENT ON COLUMN signals.stg_driver.x IS 'Its value for the facility; NULL: not told.';
COMMENT ON COLUMN signals.stg_driver.value IS 'The SHAP value, in the unit of the metric; NULL: to be computed.';

COMMENT ON COLUMN signals.node_edge.organization_id IS 'Whose run it is: platform.organization.id.';
COMMENT ON COLUMN signals.node_edge.run_id IS 'The run: signals.run.run_id.';
COMMENT ON COLUMN signals.node_edge.parent IS 'The node above, as the run calls it.';
COMMENT ON COLUMN signals.node_edge.child IS 'The node below, as the run calls it.';
COMMENT ON COLUMN signals.node_edge.edge_type IS 'What the run calls the edge, such as trends_to; child where it says nothing.';

COMMENT ON COLUMN signals.int_trend.organization_id IS 'Whose run it is: platform.organization.id.';
COMMENT ON COLUMN signals.int_trend.run_id IS 'The run: signals.run.run_id.';
COMMENT ON COLUMN signals.int_trend.node_id IS 'The node with values of all time.';
COMMENT ON COLUMN signals.int_trend.monthly_node_id IS 'The node with its months.';

COMMENT ON COLUMN signals.stg_metric.organization_id IS 'Whose run it is: platform.organization.id.';
COMMENT ON COLUMN signals.stg_metric.run_id IS 'The run: signals.run.run_id.';
COMMENT ON COLUMN signals.stg_metric.node_id IS 'The node, as the run calls it.';
COMMENT ON COLUMN signals.stg_metric.metric_id IS 'The metric of the node: signals.dim_metric.metric_id.';
COMMENT ON COLUMN signals.stg_metric.min_size IS 'A value of fewer encounters is suppressed: signals.dim_metric.min_size.';
COMMENT ON COLUMN signals.stg_metric.cost_a_day IS 'What a day in excess costs: signals.dim_metric.cost_a_day; NULL: not told.';
COMMENT ON COLUMN signals.stg_metric.unit_scale IS
'By what a value is multiplied to be a number of events or days an encounter: 0.01 for percentages, else 1.';
COMMENT ON COLUMN signals.stg_metric.options IS '{polarity, range, cutoffs} as harmony_internal.metric_signals takes them.';

COMMENT ON COLUMN signals.int_series.organization_id IS 'Whose run it is: platform.organization.id.';
COMMENT ON COLUMN signals.int_series.run_id IS 'The run: signals.run.run_id.';
COMMENT ON COLUMN signals.int_series.node_id IS 'The node of the run''s graph, as the run calls it.';
COMMENT ON COLUMN signals.int_series.metric_id IS 'The metric of the node: signals.dim_metric.metric_id.';
COMMENT ON COLUMN signals.int_series.options IS '{polarity, range, cutoffs} as harmony_internal.metric_signals takes them.';
COMMENT ON COLUMN signals.int_series.facility_id IS 'The facility: signals.dim_facility.facility_id.';
COMMENT ON COLUMN signals.int_series.number IS 'Number of the facility in the run: signals.int_facility.number.';
COMMENT ON COLUMN signals.int_series.dimensions IS 'The other parts of the entity, {id: value}; {}: the facility as a whole.';
COMMENT ON COLUMN signals.int_series.encounters IS 'How many encounters are behind the values, 0 or more; NULL: not told.';
COMMENT ON COLUMN signals.int_series.is_small IS 'Whether these are fewer than min_size; NULL: not told.';
COMMENT ON COLUMN signals.int_series.periods IS 'Months, YYYYMM, in order; NULL: the value of all time.';
COMMENT ON COLUMN signals.int_series."values" IS 'A value a period; NULL in place of those that are too small.';

COMMENT ON COLUMN signals.int_score.organization_id IS 'Whose run it is: platform.organization.id.';
COMMENT ON COLUMN signals.int_score.run_id IS 'The run: signals.run.run_id.';
COMMENT ON COLUMN signals.int_score.node_id IS 'The node of the run''s graph, as the run calls it.';
COMMENT ON COLUMN signals.int_score.metric_id IS 'The metric of the node: signals.dim_metric.metric_id.';
COMMENT ON COLUMN signals.int_score.facility_id IS 'The facility: signals.dim_facility.facility_id.';
COMMENT ON COLUMN signals.int_score.encounters IS
'Of the facility in this metric: of the line that has its value of all time; NULL: not told.';
COMMENT ON COLUMN signals.int_score.dimensions IS 'The other parts of the entity, {id: value}; {}: the facility as a whole.';
COMMENT ON COLUMN signals.int_score.value IS
'Its value of all time, in the unit of the metric, as measured; NULL: none, or too few encounters.';
COMMENT ON COLUMN signals.int_score.z IS 'Among the facilities'' values of all time, (x - mean)/SD, high is bad; NULL: too few peers.';
COMMENT ON COLUMN signals.int_score.robust_z IS 'As z by median and MAD, high is bad; NULL: too few peers.';
COMMENT ON COLUMN signals.int_score.percentile IS
'Mid-rank percentile among the facilities, 0 to 100, as measured, or of the distance from a target range; NULL: too few peers.';
COMMENT ON COLUMN signals.int_score.mean_z IS 'Mean of the monthly z, high is bad; NULL: no month has enough peers.';
COMMENT ON COLUMN signals.int_score.sd_z IS 'Standard deviation of the monthly z, divisor n; NULL: under two months with enough peers.';
COMMENT ON COLUMN signals.int_score.max_abs_z IS 'Largest absolute monthly z; NULL: no month has enough peers.';
COMMENT ON COLUMN signals.int_score.slope IS
'Of the line through the months, in units of the metric a month, as measured, or of the distance from a target range; NULL: too few
months.';
COMMENT ON COLUMN signals.int_score.slope_percentile IS
'Among the slopes of the metric, mid-rank, 0 to 100, 100 is the worst; NULL: too few slopes.';
COMMENT ON COLUMN signals.int_score.acceleration IS 'Slope of the later half less that of the earlier, high is bad; NULL: too few months.';
COMMENT ON COLUMN signals.int_score.periods IS 'Observed months.';
COMMENT ON COLUMN signals.int_score.suppressed IS 'Too few peers to compare with, or too few encounters to be shown.';
COMMENT ON COLUMN signals.int_score.p_value IS 'Of the slope, two-sided, 0 to 1; NULL: too few months.';
COMMENT ON COLUMN signals.int_score.q_value IS
'p_value adjusted for all facilities of the metric (Benjamini and Hochberg); NULL without one.';
COMMENT ON COLUMN signals.int_score.magnitude_tier IS
'critical, severe, elevated, marginal, expected, favorable or excellent; NULL without a percentile.';
COMMENT ON COLUMN signals.int_score.trajectory_tier IS 'rapidly_deteriorating, deteriorating, stable, improving or rapidly_improving.';
COMMENT ON COLUMN signals.int_score.consistency_tier IS 'persistent, variable or transient, by SD and number of the monthly z.';
COMMENT ON COLUMN signals.int_score.signal_type IS 'One of nine, such as emerging_risk, or suspect_data: harmony.classify_signal.';
COMMENT ON COLUMN signals.int_score.severity IS '0 to 100, within the range of the type.';
COMMENT ON COLUMN signals.int_score."position" IS 'excellent, favorable, normal, marginal, elevated or severe; NULL without a z.';
COMMENT ON COLUMN signals.int_score.trend IS 'rapidly_improving, improving, stable, worsening or rapidly_worsening.';
COMMENT ON COLUMN signals.int_score.momentum IS 'neutral, accelerating or decelerating.';
COMMENT ON COLUMN signals.int_score.consistency IS 'consistent or variable.';
COMMENT ON COLUMN signals.int_score.spike IS 'Whether one month stands out from a mean that does not.';
COMMENT ON COLUMN signals.int_score.peer_mean IS 'Mean of value over all facilities of the node with these dimensions; NULL: none has one.';

COMMENT ON COLUMN signals.int_signal.organization_id IS 'Whose run it is: platform.organization.id.';
COMMENT ON COLUMN signals.int_signal.run_id IS 'The run: signals.run.run_id.';
COMMENT ON COLUMN signals.int_signal.node_id IS 'The node of the run''s graph, as the run calls it.';
COMMENT ON COLUMN signals.int_signal.metric_id IS 'The metric of the node: signals.dim_metric.metric_id.';
COMMENT ON COLUMN signals.int_signal.facility_id IS 'The facility: signals.dim_facility.facility_id.';
COMMENT ON COLUMN signals.int_signal.dimensions IS 'The other parts of the entity, {id: value}; {}: the facility as a whole.';
COMMENT ON COLUMN signals.int_signal.value IS
'Its value of all time, in the unit of the metric, as measured; NULL: none, or too few encounters.';
COMMENT ON COLUMN signals.int_signal.z IS 'Among the facilities'' values of all time, (x - mean)/SD, high is bad; NULL: too few peers.';
COMMENT ON COLUMN signals.int_signal.robust_z IS 'As z by median and MAD, high is bad; NULL: too few peers.';
COMMENT ON COLUMN signals.int_signal.percentile IS
'Mid-rank percentile among the facilities, 0 to 100, as measured, or of the distance from a target range; NULL: too few peers.';
COMMENT ON COLUMN signals.int_signal.mean_z IS 'Mean of the monthly z, high is bad; NULL: no month has enough peers.';
COMMENT ON COLUMN signals.int_signal.sd_z IS 'Standard deviation of the monthly z, divisor n; NULL: under two months with enough peers.';
COMMENT ON COLUMN signals.int_signal.max_abs_z IS 'Largest absolute monthly z; NULL: no month has enough peers.';
COMMENT ON COLUMN signals.int_signal.slope IS
'Of the line through the months, in units of the metric a month, as measured, or of the distance from a target range; NULL: too few
months.';
COMMENT ON COLUMN signals.int_signal.slope_percentile IS
'Among the slopes of the metric, mid-rank, 0 to 100, 100 is the worst; NULL: too few slopes.';
COMMENT ON COLUMN signals.int_signal.acceleration IS 'Slope of the later half less that of the earlier, high is bad; NULL: too few months.';
COMMENT ON COLUMN signals.int_signal.periods IS 'Observed months.';
COMMENT ON COLUMN signals.int_signal.suppressed IS 'Too few peers to compare with, or too few encounters to be shown.';
COMMENT ON COLUMN signals.int_signal.p_value IS 'Of the slope, two-sided, 0 to 1; NULL: too few months.';
COMMENT ON COLUMN signals.int_signal.q_value IS
'p_value adjusted for all facilities of the metric (Benjamini and Hochberg); NULL without one.';
COMMENT ON COLUMN signals.int_signal.magnitude_tier IS
'critical, severe, elevated, marginal, expected, favorable or excellent; NULL without a percentile.';
COMMENT ON COLUMN signals.int_signal.trajectory_tier IS 'rapidly_deteriorating, deteriorating, stable, improving or rapidly_improving.';
COMMENT ON COLUMN signals.int_signal.consistency_tier IS 'persistent, variable or transient, by SD and number of the monthly z.';
COMMENT ON COLUMN signals.int_signal.signal_type IS 'One of nine, such as emerging_risk, or suspect_data: harmony.classify_signal.';
COMMENT ON COLUMN signals.int_signal.severity IS '0 to 100, within the range of the type.';
COMMENT ON COLUMN signals.int_signal."position" IS 'excellent, favorable, normal, marginal, elevated or severe; NULL without a z.';
COMMENT ON COLUMN signals.int_signal.trend IS 'rapidly_improving, improving, stable, worsening or rapidly_worsening.';
COMMENT ON COLUMN signals.int_signal.momentum IS 'neutral, accelerating or decelerating.';
COMMENT ON COLUMN signals.int_signal.consistency IS 'consistent or variable.';
COMMENT ON COLUMN signals.int_signal.spike IS 'Whether one month stands out from a mean that does not.';
COMMENT ON COLUMN signals.int_signal.encounters IS
'Of the facility in this metric: of the line that has its value of all time; NULL: not told.';
COMMENT ON COLUMN signals.int_signal.excess IS
'Beyond the mean of the peers, times the encounters, in events or days; NULL where it is not worse, or another polarity.';
COMMENT ON COLUMN signals.int_signal.cost IS 'excess times what a day in excess costs; NULL: not told, or no excess.';

COMMENT ON COLUMN signals.int_contribution.organization_id IS 'Whose run it is: platform.organization.id.';
COMMENT ON COLUMN signals.int_contribution.run_id IS 'The run: signals.run.run_id.';
COMMENT ON COLUMN signals.int_contribution.node_id IS 'The node whose value is made up of parts.';
COMMENT ON COLUMN signals.int_contribution.metric_id IS 'The metric of the node.';
COMMENT ON COLUMN signals.int_contribution.facility_id IS 'The facility whose value it is.';
COMMENT ON COLUMN signals.int_contribution.child IS 'The part, as the run calls it.';
COMMENT ON COLUMN signals.int_contribution.name IS 'Its name for people.';
COMMENT ON COLUMN signals.int_contribution.value IS 'Its value, in the unit of the metric; NULL: not told.';
COMMENT ON COLUMN signals.int_contribution.weight IS 'What it weighs in the whole, such as its encounters, 0 or more; NULL: not told.';
COMMENT ON COLUMN signals.int_contribution.share IS 'Its share of all weights, 0 to 1; NULL, with all else, where these are 0.';
COMMENT ON COLUMN signals.int_contribution.excess IS
'What it adds to the difference of the whole: share (child - parent), in the unit of the metric.';
COMMENT ON COLUMN signals.int_contribution.percent_of_parent IS '100 excess/parent; NULL for a parent of 0.';
COMMENT ON COLUMN signals.int_contribution.direction IS 'up, down, or neutral for an excess of 0.';
COMMENT ON COLUMN signals.int_contribution.rank IS 'By the size of the excess, 1 the largest.';
COMMENT ON COLUMN signals.int_contribution.cumulative IS
'Share of all excess of this sign down to this rank, 0 to 1; NULL for an excess of 0.';

COMMENT ON COLUMN signals.int_driver.organization_id IS 'Whose run it is: platform.organization.id.';
COMMENT ON COLUMN signals.int_driver.run_id IS 'The run: signals.run.run_id.';
COMMENT ON COLUMN signals.int_driver.metric_id IS 'The metric that is foretold.';
COMMENT ON COLUMN signals.int_driver.model IS 'The model, as the run calls it.';
COMMENT ON COLUMN signals.int_driver.facility_id IS 'The facility that it foretells the metric of.';
COMMENT ON COLUMN signals.int_driver.feature IS 'What the model was told.';
COMMENT ON COLUMN signals.int_driver.x IS 'Its value for the facility; NULL: not told.';
COMMENT ON COLUMN signals.int_driver.contribution IS 'What it adds to the prediction, in the unit of the metric.';

COMMENT ON COLUMN signals.int_facility_version.organization_id IS 'Whose facility it is: platform.organization.id.';
COMMENT ON COLUMN signals.int_facility_version.facility_id IS 'The facility, as the runs call it.';
COMMENT ON COLUMN signals.int_facility_version.name IS 'Its name for people, as the runs tell it.';
COMMENT ON COLUMN signals.int_facility_version.system_name IS 'The system of facilities that it belongs to; NULL: none is told.';
COMMENT ON COLUMN signals.int_facility_version.encounters IS 'Of the newest run of the row; NULL: not told.';
COMMENT ON COLUMN signals.int_facility_version.valid_from IS 'The first run that says so.';
COMMENT ON COLUMN signals.int_facility_version.valid_to IS 'The first run that says otherwise; NULL: none does.';
