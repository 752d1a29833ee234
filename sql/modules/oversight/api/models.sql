-- Models under watch, for members of the organisation.

CREATE OR REPLACE VIEW api.predictions WITH (security_invoker = true) AS
  SELECT p.id, p.organization_id, m.name::text AS model, p.version::text AS version, i.input, p.prediction, p.confidence, p.outcome,
         p.created_at, p.validated_at
  FROM oversight.prediction p JOIN oversight.model m ON m.id = p.model_id
  LEFT JOIN oversight.prediction_input i ON i.prediction_id = p.id;
COMMENT ON VIEW api.predictions IS
'What models predicted, and what happened.

For members. POST organization_id, model, version, input, prediction, confidence; PATCH outcome, once. prediction: a number, or the
probability of outcome 1; input: an object, which of models about people administrators alone are shown, and so are the predictions of
module crew. Errors: 400 a number that cannot be, no version; 403 an organisation that is not one''s own; 409 it has an outcome; 429.';
COMMENT ON COLUMN api.predictions.id IS 'Number of the prediction.';
COMMENT ON COLUMN api.predictions.organization_id IS 'May be left out by members of one organisation.';
COMMENT ON COLUMN api.predictions.model IS 'Which model made it, by its name.';
COMMENT ON COLUMN api.predictions.version IS 'Which version of the model.';
COMMENT ON COLUMN api.predictions.input IS 'An object of values by name, as the model was given them; null: not told.';
COMMENT ON COLUMN api.predictions.prediction IS 'The number, or the probability of outcome 1.';
COMMENT ON COLUMN api.predictions.confidence IS 'How sure the model was, 0 to 1, as it said; null: not told.';
COMMENT ON COLUMN api.predictions.outcome IS 'What happened, in the unit of the prediction; null: not known yet.';
COMMENT ON COLUMN api.predictions.created_at IS 'When it was made.';
COMMENT ON COLUMN api.predictions.validated_at IS 'When the outcome was added; null: not yet.';
CREATE OR REPLACE TRIGGER write INSTEAD OF INSERT OR UPDATE ON api.predictions
  FOR EACH ROW EXECUTE FUNCTION oversight.prediction_written();
CREATE OR REPLACE TRIGGER fixed INSTEAD OF DELETE ON api.predictions FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE OR REPLACE VIEW api.anomalies WITH (security_invoker = true) AS
  SELECT a.id, a.organization_id, a.model::text AS model, a.metric::text AS metric, a.at, a.value, a.expected, a.z, a.severity, a.status,
         a.opened_at, a.acknowledged_at, a.acknowledged_by, a.note, n.full_name AS acknowledged_by_name
  FROM oversight.anomaly a LEFT JOIN oversight.acknowledger_names() n ON n.account = a.acknowledged_by;
COMMENT ON VIEW api.anomalies IS
'What stands out of the series of one''s own organisations.

For members; acknowledge_anomaly closes one. One is open a model and metric, and a value of a higher severity raises it. severity:
low, medium, high, critical.';
COMMENT ON COLUMN api.anomalies.id IS 'Identifies the anomaly.';
COMMENT ON COLUMN api.anomalies.organization_id IS 'Whose series it is in: id of organizations.';
COMMENT ON COLUMN api.anomalies.model IS 'The model whose series it is; empty: none''s.';
COMMENT ON COLUMN api.anomalies.metric IS 'Name of the series.';
COMMENT ON COLUMN api.anomalies.at IS 'When the value was measured.';
COMMENT ON COLUMN api.anomalies.value IS 'The value, in the unit of the series.';
COMMENT ON COLUMN api.anomalies.expected IS 'The median of the series, or of its hour of the week.';
COMMENT ON COLUMN api.anomalies.z IS 'How far the value is off, in robust standard deviations.';
COMMENT ON COLUMN api.anomalies.severity IS 'low, medium, high or critical.';
COMMENT ON COLUMN api.anomalies.status IS 'open or acknowledged.';
COMMENT ON COLUMN api.anomalies.opened_at IS 'When it was found.';
COMMENT ON COLUMN api.anomalies.acknowledged_at IS 'When somebody acknowledged it; null: it is open.';
COMMENT ON COLUMN api.anomalies.acknowledged_by IS 'Who did: an account; null: nobody, or the account is gone.';
COMMENT ON COLUMN api.anomalies.note IS 'What was said then; null: nothing.';
COMMENT ON COLUMN api.anomalies.acknowledged_by_name IS 'The name of who acknowledged it; null: nobody, or the account is gone.';
CREATE OR REPLACE TRIGGER fixed INSTEAD OF INSERT OR UPDATE OR DELETE ON api.anomalies
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE OR REPLACE VIEW api.metric_values WITH (security_invoker = true) AS
  SELECT v.organization_id, m.model::text AS model, m.name::text AS metric, v.at, v.value
  FROM oversight.metric_value v JOIN oversight.metric m ON m.id = v.metric_id;
COMMENT ON VIEW api.metric_values IS
'The series that anomalies stand out of, of one''s own organisations.

For members. model: whose series it is, empty of none; of models about people there is none. anomalies.expected: the median of 12 weeks, of
the hour of the week where four weeks are known.';
COMMENT ON COLUMN api.metric_values.organization_id IS 'Whose series it is: id of organizations.';
COMMENT ON COLUMN api.metric_values.model IS 'The model whose series it is; empty: none''s.';
COMMENT ON COLUMN api.metric_values.metric IS 'Name of the series.';
COMMENT ON COLUMN api.metric_values.at IS 'When it was measured, or the time that it is about.';
COMMENT ON COLUMN api.metric_values.value IS 'The value, in the unit of the series.';
CREATE OR REPLACE TRIGGER fixed INSTEAD OF INSERT OR UPDATE OR DELETE ON api.metric_values
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

SELECT platform.expose('oversight.model_performance(text, text, integer, uuid)',
'What a model''s predictions of the last days were worth, and whether what it sees has drifted.

For members and administrators. model: its name; version: null all; days: 1 to 365; organization: null all of one''s own. {window, n,
performance, expected, reference, drift, by_version}; expected: of predictions without outcomes, to be read beside the calibration of
reference, the last window with outcomes before. auc_low and auc_high, observed_low and observed_high of calibration: 95 % intervals;
reference.auc_change {difference, low, high}: how the area has moved. Of a model about people members are told what was published: by
calendar year, rounded, in years. Errors: 400 other days, no such model; 403.'),
  platform.expose('oversight.acknowledge_anomaly(bigint, text)',
'Notes that an anomaly has been seen.

For members of its organisation. anomaly: its id; note: in words. 204. One as bad of the same model and metric is not told of for a day.
Errors: 400 a note that is blank or too long; 404 no such anomaly; 409 it is not open.'),
  platform.expose('oversight.oversight_stats(integer, uuid)',
'How much was watched in the last days.

For members and administrators. days: 1 to 365; organization: null all of one''s own. {models, predictions, validated, anomalies {low,
medium, high, critical}, checks, refused}. Errors: 400 other days; 403.'),
  platform.expose('oversight.health_ml()',
'How models stand: the newest prediction and outcome, and the level of drift.

For administrators and harmony_monitor. {status, models [{model, last_prediction, last_outcome, level}]}; status ok or degraded. Errors:
403.'),
  platform.secure_api();
