-- What the columns of the module's tables hold, where the statement that made them does not say so.

COMMENT ON COLUMN signals.run.organization_id IS 'Whose run it is: platform.organization.id.';
COMMENT ON COLUMN signals.run.run_id IS 'Its name, 1 to 100 characters, later ones sort behind.';
COMMENT ON COLUMN signals.run.loaded_at IS 'When something of it was loaded last.';
COMMENT ON COLUMN signals.run.published_at IS 'When the marts took it over last; NULL: never.';
COMMENT ON COLUMN signals.run.n_lines IS 'Lines of its files that were loaded.';
COMMENT ON COLUMN signals.run.rejected IS 'Lines of its files that were not.';

COMMENT ON COLUMN signals.artifact.id IS 'Number of the file, by which its lines refer to it.';
COMMENT ON COLUMN signals.artifact.organization_id IS 'Whose run it is: platform.organization.id.';
COMMENT ON COLUMN signals.artifact.run_id IS 'The run: signals.run.run_id.';
COMMENT ON COLUMN signals.artifact.artifact IS 'Its path in the run''s folder, 1 to 1000 characters.';
COMMENT ON COLUMN signals.artifact.loaded_at IS 'When it was loaded last.';

COMMENT ON COLUMN signals.ingest_reject.organization_id IS 'Whose file it is: platform.organization.id.';
COMMENT ON COLUMN signals.ingest_reject.artifact_id IS 'The file: signals.artifact.id.';
COMMENT ON COLUMN signals.ingest_reject.line IS 'Number of the line, from 1.';
COMMENT ON COLUMN signals.ingest_reject.reason IS 'Why it was not loaded, in words.';

COMMENT ON COLUMN signals.ingest_warning.organization_id IS 'Whose file it is: platform.organization.id.';
COMMENT ON COLUMN signals.ingest_warning.artifact_id IS 'The file: signals.artifact.id.';
COMMENT ON COLUMN signals.ingest_warning.line IS 'Number of the line, from 1.';
COMMENT ON COLUMN signals.ingest_warning.statistic IS 'What is stated, such as mean, sd, z or entity_results_count.';
COMMENT ON COLUMN signals.ingest_warning.stated IS 'As the file states it.';
COMMENT ON COLUMN signals.ingest_warning.computed IS 'As it comes out; NULL: it cannot be computed.';

COMMENT ON COLUMN signals.raw_node_result.organization_id IS 'Whose run it is: platform.organization.id.';
COMMENT ON COLUMN signals.raw_node_result.run_id IS 'The run: signals.run.run_id.';
COMMENT ON COLUMN signals.raw_node_result.artifact_id IS 'The file: signals.artifact.id.';
COMMENT ON COLUMN signals.raw_node_result.node_id IS 'The node, as the run calls it (canonical_node_id).';
COMMENT ON COLUMN signals.raw_node_result.metric_id IS 'The metric of the node.';
COMMENT ON COLUMN signals.raw_node_result.polarity IS 'lower_is_better, higher_is_better or target_range.';
COMMENT ON COLUMN signals.raw_node_result.range_low IS 'Lower end of the target range, in the unit of the metric; NULL: another polarity.';
COMMENT ON COLUMN signals.raw_node_result.range_high IS 'Upper end of the target range, in the unit of the metric; NULL: another polarity.';
COMMENT ON COLUMN signals.raw_node_result.document IS 'The line as an object.';

COMMENT ON COLUMN signals.raw_entity_result.organization_id IS 'Whose run it is: platform.organization.id.';
COMMENT ON COLUMN signals.raw_entity_result.run_id IS 'The run: signals.run.run_id.';
COMMENT ON COLUMN signals.raw_entity_result.artifact_id IS 'The file: signals.artifact.id.';
COMMENT ON COLUMN signals.raw_entity_result.line IS 'Number of the line, from 1.';
COMMENT ON COLUMN signals.raw_entity_result.facility IS 'Name of the facility for people; NULL: not told.';
COMMENT ON COLUMN signals.raw_entity_result.system_name IS 'The system of facilities that it belongs to; NULL: not told.';
COMMENT ON COLUMN signals.raw_entity_result.encounters IS 'How many encounters are behind the value, 0 or more; NULL: not told.';
COMMENT ON COLUMN signals.raw_entity_result.value IS 'The value of all time, in the unit of the metric; NULL: there are months.';
COMMENT ON COLUMN signals.raw_entity_result."values" IS
'A value a month, in the order of periods; NULL where there is one value for all time.';

COMMENT ON COLUMN signals.raw_line.organization_id IS 'Whose run it is: platform.organization.id.';
COMMENT ON COLUMN signals.raw_line.run_id IS 'The run: signals.run.run_id.';
COMMENT ON COLUMN signals.raw_line.artifact_id IS 'The file: signals.artifact.id.';
COMMENT ON COLUMN signals.raw_line.line IS 'Number of the line, from 1.';
COMMENT ON COLUMN signals.raw_line.kind IS 'contribution, classification, modeling_run, modeling_experiment, shap or narrative.';
COMMENT ON COLUMN signals.raw_line.document IS 'The line as an object.';

COMMENT ON COLUMN signals.int_facility.organization_id IS 'Whose facility it is: platform.organization.id.';
COMMENT ON COLUMN signals.int_facility.run_id IS 'The run: signals.run.run_id.';
COMMENT ON COLUMN signals.int_facility.facility_id IS 'The facility, as the run calls it.';
COMMENT ON COLUMN signals.int_facility.name IS 'Its name for people, as the run tells it; else facility_id.';
COMMENT ON COLUMN signals.int_facility.system_name IS 'The system of facilities that it belongs to; NULL: not told.';
COMMENT ON COLUMN signals.int_facility.encounters IS 'How many encounters it has, 0 or more; NULL: not told.';

COMMENT ON COLUMN signals.dim_facility.organization_id IS 'Whose facility it is: platform.organization.id.';
COMMENT ON COLUMN signals.dim_facility.facility_id IS 'The facility, as the runs call it.';
COMMENT ON COLUMN signals.dim_facility.name IS 'Its name for people, as the runs tell it.';
COMMENT ON COLUMN signals.dim_facility.system_name IS 'The system of facilities that it belongs to; NULL: none is told.';

COMMENT ON COLUMN signals.dim_metric.organization_id IS 'Whose metric it is: platform.organization.id.';
COMMENT ON COLUMN signals.dim_metric.metric_id IS 'The metric, as the runs call it, 1 to 200 characters.';
COMMENT ON COLUMN signals.dim_metric.name IS 'Its name for people; its id until somebody gives another.';
COMMENT ON COLUMN signals.dim_metric.category IS 'A part of its domain, in a word; NULL: none.';
COMMENT ON COLUMN signals.dim_metric.range_low IS 'Lower end of the target range, in the unit of the metric; NULL: another polarity.';
COMMENT ON COLUMN signals.dim_metric.range_high IS 'Upper end of the target range, in the unit of the metric; NULL: another polarity.';
COMMENT ON COLUMN signals.dim_metric.description IS 'What it measures, in words; NULL: not told.';
COMMENT ON COLUMN signals.dim_metric.valid_from IS 'The first run that it counts for: signals.run.run_id; empty: from the beginning.';
COMMENT ON COLUMN signals.dim_metric.valid_to IS 'The first run that it counts for no more; NULL: none.';

COMMENT ON COLUMN signals.cutoff.id IS 'Identifies the version.';
COMMENT ON COLUMN signals.cutoff.organization_id IS 'Whose cut-offs they are: platform.organization.id; NULL: of all.';
COMMENT ON COLUMN signals.cutoff.metric_id IS 'For which metric: signals.dim_metric.metric_id; NULL: for all of the organisation.';
COMMENT ON COLUMN signals.cutoff.document IS 'What differs from the shipped ones: {peers, tiers, classifier}, each an object of numbers.';
COMMENT ON COLUMN signals.cutoff.valid_from IS 'The first run that it counts for: signals.run.run_id; empty: from the beginning.';
COMMENT ON COLUMN signals.cutoff.created_at IS 'When it was made.';

COMMENT ON COLUMN signals.chart_phase.organization_id IS 'Whose facility it is: platform.organization.id.';
COMMENT ON COLUMN signals.chart_phase.metric_id IS 'Of which metric: signals.dim_metric.metric_id.';
COMMENT ON COLUMN signals.chart_phase.facility_id IS 'Of which facility: signals.dim_facility.facility_id.';
COMMENT ON COLUMN signals.chart_phase.starts_on IS 'The first month with the new limits, YYYYMM.';
COMMENT ON COLUMN signals.chart_phase.reason IS 'Why, in words, 1 to 1000 characters.';
COMMENT ON COLUMN signals.chart_phase.created_at IS 'When it was said.';

COMMENT ON COLUMN signals.int_metric.organization_id IS 'Whose run it is: platform.organization.id.';
COMMENT ON COLUMN signals.int_metric.run_id IS 'The run: signals.run.run_id.';
COMMENT ON COLUMN signals.int_metric.node_id IS 'The node, as the run calls it.';
COMMENT ON COLUMN signals.int_metric.metric_id IS 'The metric of the node: signals.dim_metric.metric_id.';
COMMENT ON COLUMN signals.int_metric.min_size IS 'A value of fewer encounters is suppressed: signals.dim_metric.min_size.';
COMMENT ON COLUMN signals.int_metric.cost_a_day IS 'What a day in excess costs: signals.dim_metric.cost_a_day; NULL: not told.';
COMMENT ON COLUMN signals.int_metric.unit_scale IS
'By what a value is multiplied to be a number of events or days an encounter: 0.01 for percentages, else 1.';
COMMENT ON COLUMN signals.int_metric.options IS '{polarity, range, cutoffs} as harmony_internal.metric_signals takes them.';

COMMENT ON COLUMN signals.quality_check.id IS 'Identifies the check.';
COMMENT ON COLUMN signals.quality_check.layer IS 'Whose rows are looked at: signals.layer.name.';
COMMENT ON COLUMN signals.quality_check.kind IS 'not_null, unique, accepted_values, relationships, range, row_count or freshness.';
COMMENT ON COLUMN signals.quality_check.columns IS 'The columns that it is about; empty: the rows as such.';
COMMENT ON COLUMN signals.quality_check.severity IS 'warn, or error: then nothing is published.';

COMMENT ON COLUMN signals.check_result.organization_id IS 'Whose run it is: platform.organization.id.';
COMMENT ON COLUMN signals.check_result.run_id IS 'The run: signals.run.run_id.';
COMMENT ON COLUMN signals.check_result.check_id IS 'The check: signals.quality_check.id.';
COMMENT ON COLUMN signals.check_result.checked_at IS 'When it was checked.';
COMMENT ON COLUMN signals.check_result.n_rows IS 'Rows that were looked at.';
COMMENT ON COLUMN signals.check_result.n_failed IS 'How many of them failed.';
COMMENT ON COLUMN signals.check_result.passed IS 'Whether no more failed than are tolerated.';

COMMENT ON COLUMN signals.unit_test.name IS 'What is tested, in words.';
COMMENT ON COLUMN signals.unit_test.layer IS 'What is computed: signals.layer.name.';
COMMENT ON COLUMN signals.unit_test.expected IS 'The rows that have to come out, as objects.';

COMMENT ON COLUMN signals.monitor_result.organization_id IS 'Whose run it is: platform.organization.id.';
COMMENT ON COLUMN signals.monitor_result.run_id IS 'The run: signals.run.run_id.';
COMMENT ON COLUMN signals.monitor_result.layer IS 'What was measured: signals.layer.name.';
COMMENT ON COLUMN signals.monitor_result.measure IS 'row_count, lateness, days since the run before, or null_share, 0 to 1.';
COMMENT ON COLUMN signals.monitor_result.value IS 'The figure; NULL: it cannot be told.';
COMMENT ON COLUMN signals.monitor_result.robust_z IS 'The value among the earlier runs, by median and MAD; NULL: under seven of them.';
COMMENT ON COLUMN signals.monitor_result.is_unusual IS 'Whether it is beyond 3 of these, and off by more than a small change.';
COMMENT ON COLUMN signals.monitor_result.measured_at IS 'When it was measured.';

COMMENT ON COLUMN signals.build_step.organization_id IS 'Whose run it is: platform.organization.id.';
COMMENT ON COLUMN signals.build_step.run_id IS 'The run: signals.run.run_id.';
COMMENT ON COLUMN signals.build_step."position" IS 'Place among the steps, from 1.';
COMMENT ON COLUMN signals.build_step.step IS 'The layer: signals.layer.name.';
COMMENT ON COLUMN signals.build_step.kind IS 'view, table or incremental, as signals.layer.kind was then.';
COMMENT ON COLUMN signals.build_step.n_rows IS 'Rows written; NULL: a view.';
COMMENT ON COLUMN signals.build_step.ms IS 'Milliseconds that it took.';
COMMENT ON COLUMN signals.build_step.failed_checks IS 'Checks of the layer that failed.';
COMMENT ON COLUMN signals.build_step.built_at IS 'When the build began.';

COMMENT ON COLUMN signals.fct_signal.organization_id IS 'Whose run it is: platform.organization.id.';
COMMENT ON COLUMN signals.fct_signal.run_id IS 'The run: signals.run.run_id.';
COMMENT ON COLUMN signals.fct_signal.node_id IS 'The node of the run''s graph, as the run calls it.';
COMMENT ON COLUMN signals.fct_signal.metric_id IS 'The metric of the node: signals.dim_metric.metric_id.';
COMMENT ON COLUMN signals.fct_signal.facility_id IS 'The facility: signals.dim_facility.facility_id.';
COMMENT ON COLUMN signals.fct_signal.dimensions IS 'The other parts of the entity, {id: value}; {}: the facility as a whole.';
COMMENT ON COLUMN signals.fct_signal.value IS
'Its value of all time, in the unit of the metric, as measured; NULL: none, or too few encounters.';
COMMENT ON COLUMN signals.fct_signal.z IS 'Among the facilities'' values of all time, (x - mean)/SD, high is bad; NULL: too few peers.';
COMMENT ON COLUMN signals.fct_signal.robust_z IS 'As z by median and MAD, high is bad; NULL: too few peers.';
COMMENT ON COLUMN signals.fct_signal.percentile IS
'Mid-rank percentile among the facilities, 0 to 100, as measured, or of the distance from a target range; NULL: too few peers.';
COMMENT ON COLUMN signals.fct_signal.mean_z IS 'Mean of the monthly z, high is bad; NULL: no month has enough peers.';
COMMENT ON COLUMN signals.fct_signal.sd_z IS 'Standard deviation of the monthly z, divisor n; NULL: under two months with enough peers.';
COMMENT ON COLUMN signals.fct_signal.max_abs_z IS 'Largest absolute monthly z; NULL: no month has enough peers.';
COMMENT ON COLUMN signals.fct_signal.slope IS
'Of the line through the months, in units of the metric a month, as measured, or of the distance from a target range; NULL: too few
months.';
COMMENT ON COLUMN signals.fct_signal.slope_percentile IS
'Among the slopes of the metric, mid-rank, 0 to 100, 100 is the worst; NULL: too few slopes.';
COMMENT ON COLUMN signals.fct_signal.acceleration IS 'Slope of the later half less that of the earlier, high is bad; NULL: too few months.';
COMMENT ON COLUMN signals.fct_signal.periods IS 'Observed months.';
COMMENT ON COLUMN signals.fct_signal.p_value IS 'Of the slope, two-sided, 0 to 1; NULL: too few months.';
COMMENT ON COLUMN signals.fct_signal.q_value IS
'p_value adjusted for all facilities of the metric (Benjamini and Hochberg); NULL without one.';
COMMENT ON COLUMN signals.fct_signal.magnitude_tier IS
'critical, severe, elevated, marginal, expected, favorable or excellent; NULL without a percentile.';
COMMENT ON COLUMN signals.fct_signal.trajectory_tier IS 'rapidly_deteriorating, deteriorating, stable, improving or rapidly_improving.';
COMMENT ON COLUMN signals.fct_signal.consistency_tier IS 'persistent, variable or transient, by SD and number of the monthly z.';
COMMENT ON COLUMN signals.fct_signal.signal_type IS 'One of nine, such as emerging_risk, or suspect_data: harmony.classify_signal.';
COMMENT ON COLUMN signals.fct_signal.severity IS '0 to 100, within the range of the type.';
COMMENT ON COLUMN signals.fct_signal."position" IS 'excellent, favorable, normal, marginal, elevated or severe; NULL without a z.';
COMMENT ON COLUMN signals.fct_signal.trend IS 'rapidly_improving, improving, stable, worsening or rapidly_worsening.';
COMMENT ON COLUMN signals.fct_signal.momentum IS 'neutral, accelerating or decelerating.';
COMMENT ON COLUMN signals.fct_signal.consistency IS 'consistent or variable.';
COMMENT ON COLUMN signals.fct_signal.spike IS 'Whether one month stands out from a mean that does not.';

COMMENT ON COLUMN signals.fct_contribution.organization_id IS 'Whose run it is: platform.organization.id.';
COMMENT ON COLUMN signals.fct_contribution.run_id IS 'The run: signals.run.run_id.';
COMMENT ON COLUMN signals.fct_contribution.node_id IS 'The node whose value is made up of parts.';
COMMENT ON COLUMN signals.fct_contribution.metric_id IS 'The metric of the node.';
COMMENT ON COLUMN signals.fct_contribution.facility_id IS 'The facility whose value it is.';
COMMENT ON COLUMN signals.fct_contribution.child IS 'The part, as the run calls it.';
COMMENT ON COLUMN signals.fct_contribution.name IS 'Its name for people.';
COMMENT ON COLUMN signals.fct_contribution.value IS 'Its value, in the unit of the metric; NULL: not told.';
COMMENT ON COLUMN signals.fct_contribution.weight IS 'What it weighs in the whole, such as its encounters, 0 or more; NULL: not told.';
COMMENT ON COLUMN signals.fct_contribution.share IS 'Its share of all weights, 0 to 1; NULL, with all else, where these are 0.';
COMMENT ON COLUMN signals.fct_contribution.excess IS
'What it adds to the difference of the whole: share (child - parent), in the unit of the metric.';
COMMENT ON COLUMN signals.fct_contribution.percent_of_parent IS '100 excess/parent; NULL for a parent of 0.';
COMMENT ON COLUMN signals.fct_contribution.direction IS 'up, down, or neutral for an excess of 0.';
COMMENT ON COLUMN signals.fct_contribution.rank IS 'By the size of the excess, 1 the largest.';
COMMENT ON COLUMN signals.fct_contribution.cumulative IS
'Share of all excess of this sign down to this rank, 0 to 1; NULL for an excess of 0.';

COMMENT ON COLUMN signals.fct_model_driver.organization_id IS 'Whose run it is: platform.organization.id.';
COMMENT ON COLUMN signals.fct_model_driver.run_id IS 'The run: signals.run.run_id.';
COMMENT ON COLUMN signals.fct_model_driver.metric_id IS 'The metric that is foretold.';
COMMENT ON COLUMN signals.fct_model_driver.model IS 'The model, as the run calls it.';
COMMENT ON COLUMN signals.fct_model_driver.facility_id IS 'The facility that it foretells the metric of.';
COMMENT ON COLUMN signals.fct_model_driver.feature IS 'What the model was told.';
COMMENT ON COLUMN signals.fct_model_driver.x IS 'Its value for the facility; NULL: not told.';
COMMENT ON COLUMN signals.fct_model_driver.contribution IS 'What it adds to the prediction, in the unit of the metric.';

COMMENT ON COLUMN signals.signal.id IS 'Number of the signal, by which people and clients name it.';
COMMENT ON COLUMN signals.signal.organization_id IS 'Whose signal it is: platform.organization.id.';
COMMENT ON COLUMN signals.signal.node_id IS 'The node, as the runs call it.';
COMMENT ON COLUMN signals.signal.metric_id IS 'The metric of the node: signals.dim_metric.metric_id.';
COMMENT ON COLUMN signals.signal.facility_id IS 'The facility: signals.dim_facility.facility_id.';
COMMENT ON COLUMN signals.signal.dimensions IS 'The other parts of the entity, {id: value}; {}: the facility as a whole.';
COMMENT ON COLUMN signals.signal.signal_type IS 'One of nine, as the newest run says: signals.fct_signal.signal_type.';
COMMENT ON COLUMN signals.signal.severity IS '0 to 100, as the newest run says.';
COMMENT ON COLUMN signals.signal.detected_at IS 'When it was taken over first.';
COMMENT ON COLUMN signals.signal.first_run_id IS 'The run that said it first: signals.run.run_id.';
COMMENT ON COLUMN signals.signal.why_it_matters IS 'In people''s words, up to 10,000 characters; NULL: nobody has written it.';

COMMENT ON COLUMN signals.signal_history.organization_id IS 'Whose signal it is: platform.organization.id.';
COMMENT ON COLUMN signals.signal_history.signal_id IS 'The signal: signals.signal.id.';
COMMENT ON COLUMN signals.signal_history.run_id IS 'The run: signals.run.run_id.';
COMMENT ON COLUMN signals.signal_history.signal_type IS 'One of nine, as that run said: signals.fct_signal.signal_type.';
COMMENT ON COLUMN signals.signal_history.severity IS '0 to 100, as that run said.';

COMMENT ON COLUMN signals.hydrate_reject.id IS 'Number of the reject.';
COMMENT ON COLUMN signals.hydrate_reject.organization_id IS 'Whose run it is: platform.organization.id.';
COMMENT ON COLUMN signals.hydrate_reject.run_id IS 'The run: signals.run.run_id.';
COMMENT ON COLUMN signals.hydrate_reject.record IS 'The row of signals.fct_signal as an object.';
COMMENT ON COLUMN signals.hydrate_reject.reason IS 'Why it could not be taken over, in words.';

COMMENT ON COLUMN signals.workflow_step.from_status IS 'The status before: signals.assignment.status.';
COMMENT ON COLUMN signals.workflow_step.to_status IS 'The status after.';

COMMENT ON COLUMN signals.assignment.signal_id IS 'The signal: signals.signal.id.';
COMMENT ON COLUMN signals.assignment.organization_id IS 'Whose signal it is: platform.organization.id.';
COMMENT ON COLUMN signals.assignment.status IS 'new, assigned, in_progress, resolved or closed.';
COMMENT ON COLUMN signals.assignment.notes IS 'What people note on the work, up to 10,000 characters; NULL: nothing.';
COMMENT ON COLUMN signals.assignment.assigned_at IS 'When it was given to the assignee; NULL: to nobody yet.';
COMMENT ON COLUMN signals.assignment.started_at IS 'When work began; NULL: not yet.';
COMMENT ON COLUMN signals.assignment.resolved_at IS 'When it was resolved; NULL: it is not.';
COMMENT ON COLUMN signals.assignment.closed_at IS 'When it was closed; NULL: it is not.';
COMMENT ON COLUMN signals.assignment.snoozed_until IS 'Until then it waits; NULL: it does not.';
COMMENT ON COLUMN signals.assignment.assigned_by IS 'Who gave it: platform.account.id; NULL: nobody yet, or the account is gone.';

COMMENT ON COLUMN signals.signal_comment.id IS 'Number of the comment.';
COMMENT ON COLUMN signals.signal_comment.organization_id IS 'Whose signal it is: platform.organization.id.';
COMMENT ON COLUMN signals.signal_comment.signal_id IS 'The signal: signals.signal.id.';
COMMENT ON COLUMN signals.signal_comment.author_id IS 'Who says it: platform.account.id; NULL: the owner''s own work.';
COMMENT ON COLUMN signals.signal_comment.comment IS 'What is said, 1 to 10,000 characters.';
COMMENT ON COLUMN signals.signal_comment.created_at IS 'When.';

COMMENT ON COLUMN signals.activity_event.id IS 'Number of the event.';
COMMENT ON COLUMN signals.activity_event.organization_id IS 'Whose signal it is: platform.organization.id.';
COMMENT ON COLUMN signals.activity_event.created_at IS 'When it happened.';
COMMENT ON COLUMN signals.activity_event.kind IS 'new_signal, regression, improvement, assigned, status, reopened, snoozed or comment.';
COMMENT ON COLUMN signals.activity_event.signal_id IS 'The signal: signals.signal.id.';
COMMENT ON COLUMN signals.activity_event.details IS
'By kind: run_id, from_type, from_severity, type, severity; from, to, assignee; reason; until; or comment.';

COMMENT ON COLUMN signals.feed_mark.account_id IS 'Who has read: platform.account.id.';
COMMENT ON COLUMN signals.feed_mark.organization_id IS 'Whose feed: platform.organization.id.';
COMMENT ON COLUMN signals.feed_mark.read_up_to IS 'The event up to which: signals.activity_event.id.';
COMMENT ON COLUMN signals.feed_mark.read_at IS 'When the mark was set.';
COMMENT ON COLUMN signals.feed_mark.read_in IS 'The transaction that set it.';
