-- What is published of a run: its signals, the parts that make them up, what drives the models.

CREATE TABLE IF NOT EXISTS signals.fct_signal (
  organization_id  uuid    NOT NULL,
  run_id           text    NOT NULL,
  node_id          text    NOT NULL,
  metric_id        text    NOT NULL,
  facility_id      text    NOT NULL,
  dimensions       jsonb   NOT NULL,
  value            float8,
  z                float8,
  robust_z         float8,
  percentile       float8,
  mean_z           float8,
  sd_z             float8,
  max_abs_z        float8,
  slope            float8,
  slope_percentile float8,
  acceleration     float8,
  periods          integer NOT NULL,
  suppressed       boolean NOT NULL,
  p_value          float8,
  q_value          float8,
  magnitude_tier   text,
  trajectory_tier  text,
  consistency_tier text,
  signal_type      text    NOT NULL,
  severity         integer NOT NULL,
  position         text,
  trend            text,
  momentum         text,
  consistency      text,
  spike            boolean,
  encounters       float8,
  excess           float8,
  cost             float8,
  PRIMARY KEY (organization_id, run_id, node_id, facility_id, dimensions),
  FOREIGN KEY (organization_id, run_id) REFERENCES signals.run ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS fct_signal_facility_idx ON signals.fct_signal (organization_id, facility_id, metric_id, run_id);
COMMENT ON TABLE signals.fct_signal IS
'Each facility in each metric of a run: where it stands among its peers, where it is going, and what that is called.';
COMMENT ON COLUMN signals.fct_signal.suppressed IS 'Too few peers to compare with, or too few encounters to be shown (min_size).';
COMMENT ON COLUMN signals.fct_signal.encounters IS 'Of the facility in this metric: of the line that has its value of all time.';
COMMENT ON COLUMN signals.fct_signal.excess IS
'Beyond the mean of the peers, times the encounters, in events or days (a percentage as a hundredth); NULL where it is not worse, and of
metrics that are not lower_is_better.';
COMMENT ON COLUMN signals.fct_signal.cost IS 'excess times the metric''s cost_a_day.';

CREATE TABLE IF NOT EXISTS signals.fct_contribution (
  organization_id   uuid   NOT NULL,
  run_id            text   NOT NULL,
  node_id           text   NOT NULL,
  metric_id         text   NOT NULL,
  facility_id       text   NOT NULL,
  child             text   NOT NULL,
  name              text   NOT NULL,
  value             float8,
  weight            float8,
  share             float8,
  excess            float8,
  percent_of_parent float8,
  direction         text,
  rank              integer,
  cumulative        float8,
  PRIMARY KEY (organization_id, run_id, node_id, facility_id, child),
  FOREIGN KEY (organization_id, run_id) REFERENCES signals.run ON DELETE CASCADE
);
COMMENT ON TABLE signals.fct_contribution IS 'What the parts of a facility''s value add to it or take from it (harmony.contributions).';

CREATE TABLE IF NOT EXISTS signals.fct_model_driver (
  organization_id uuid   NOT NULL,
  run_id          text   NOT NULL,
  metric_id       text   NOT NULL,
  model           text   NOT NULL,
  facility_id     text   NOT NULL,
  feature         text   NOT NULL,
  x               float8,
  contribution    float8 NOT NULL,
  PRIMARY KEY (organization_id, run_id, metric_id, model, facility_id, feature),
  FOREIGN KEY (organization_id, run_id) REFERENCES signals.run ON DELETE CASCADE
);
COMMENT ON TABLE signals.fct_model_driver IS
'What each feature adds to a model''s prediction: SHAP values as loaded, or exact ones of a linear model (harmony.linear_shap).';
