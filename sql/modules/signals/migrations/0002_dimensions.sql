-- What facilities and metrics are, and when they were so.

CREATE TABLE IF NOT EXISTS signals.int_facility (
  organization_id uuid   NOT NULL,
  run_id          text   NOT NULL,
  facility_id     text   NOT NULL,
  number          integer NOT NULL,
  name            text   NOT NULL,
  system_name     text,
  encounters      float8,
  PRIMARY KEY (organization_id, run_id, facility_id),
  UNIQUE (organization_id, run_id, number),
  FOREIGN KEY (organization_id, run_id) REFERENCES signals.run ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS int_facility_facility_idx ON signals.int_facility (organization_id, facility_id, run_id);
COMMENT ON TABLE signals.int_facility IS 'What each run says of each facility.';
COMMENT ON COLUMN signals.int_facility.number IS 'Its place in the run, by which harmony_internal.metric_signals knows it.';

CREATE TABLE IF NOT EXISTS signals.dim_facility (
  organization_id uuid   NOT NULL REFERENCES platform.organization ON DELETE CASCADE,
  facility_id     text   NOT NULL,
  name            text   NOT NULL,
  system_name     text,
  encounters      float8,
  valid_from      text   NOT NULL,
  valid_to        text   CHECK (valid_to > valid_from),
  PRIMARY KEY (organization_id, facility_id, valid_from)
);
COMMENT ON TABLE signals.dim_facility IS 'Facilities by organisation, a row each time that the name or the system changed.';
COMMENT ON COLUMN signals.dim_facility.encounters IS 'Of the newest run of the row.';
COMMENT ON COLUMN signals.dim_facility.valid_from IS 'The first run that says so.';
COMMENT ON COLUMN signals.dim_facility.valid_to IS 'The first run that says otherwise; NULL: none does.';

CREATE TABLE IF NOT EXISTS signals.dim_metric (
  organization_id uuid   NOT NULL REFERENCES platform.organization ON DELETE CASCADE,
  metric_id       text   NOT NULL CHECK (length(metric_id) BETWEEN 1 AND 200),
  name            text   NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  domain          text   NOT NULL DEFAULT 'other',
  category        text,
  unit            text,
  polarity        text   CHECK (polarity IN ('lower_is_better', 'higher_is_better', 'target_range')),
  range_low       float8,
  range_high      float8,
  min_size        float8 NOT NULL DEFAULT 0 CHECK (min_size >= 0),
  cost_a_day      float8 CHECK (cost_a_day >= 0 AND cost_a_day < 'Infinity'),
  description     text,
  valid_from      text   NOT NULL DEFAULT '',
  valid_to        text   CHECK (valid_to > valid_from),
  CHECK (polarity <> 'target_range' OR (range_low <= range_high) IS TRUE),
  PRIMARY KEY (organization_id, metric_id, valid_from)
);
COMMENT ON TABLE signals.dim_metric IS
'Metrics by organisation. Runs add those that they name; what else is known of a metric is written here, and counts for runs from
valid_from up to before valid_to.';
COMMENT ON COLUMN signals.dim_metric.unit IS
'In a word. proportion, percent (or %) and ratio make a funnel of the metric, with the encounters as sizes; percent counts as a hundredth
where a value is multiplied by encounters. Any other has no meaning here.';
COMMENT ON COLUMN signals.dim_metric.domain IS 'The part of quality that it belongs to: safety, flow, experience ...';
COMMENT ON COLUMN signals.dim_metric.polarity IS 'NULL: as the runs say.';
COMMENT ON COLUMN signals.dim_metric.min_size IS
'A value of fewer encounters is suppressed before it is published, and is nobody''s peer.';
COMMENT ON COLUMN signals.dim_metric.cost_a_day IS 'What a day in excess costs, for metrics that are days.';

CREATE TABLE IF NOT EXISTS signals.cutoff (
  id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organization_id uuid        REFERENCES platform.organization ON DELETE CASCADE,
  metric_id       text,
  document        jsonb       NOT NULL CHECK (jsonb_typeof(document) = 'object'),
  valid_from      text        NOT NULL DEFAULT '',
  created_at      timestamptz NOT NULL DEFAULT now(),
  UNIQUE NULLS NOT DISTINCT (organization_id, metric_id, valid_from),
  CHECK (metric_id IS NULL OR organization_id IS NOT NULL)
);
COMMENT ON TABLE signals.cutoff IS
'Versions of the cut-offs of tiers and of the classifier (harmony.classify_signal): for runs from valid_from on, the newest of the metric,
else of the organisation, else of all. What a document does not name is as shipped.';

CREATE TABLE IF NOT EXISTS signals.chart_phase (
  organization_id uuid    NOT NULL REFERENCES platform.organization ON DELETE CASCADE,
  metric_id       text    NOT NULL,
  facility_id     text    NOT NULL,
  starts_on       integer NOT NULL CHECK (starts_on BETWEEN 100001 AND 999912 AND starts_on % 100 BETWEEN 1 AND 12),
  reason          text    NOT NULL CHECK (length(reason) BETWEEN 1 AND 1000),
  created_by      uuid    REFERENCES platform.account ON DELETE SET NULL,
  created_at      timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (organization_id, metric_id, facility_id, starts_on)
);
COMMENT ON COLUMN signals.chart_phase.created_by IS 'Who said so. [told]';
COMMENT ON TABLE signals.chart_phase IS
'From this month on a control chart has limits of its own, for a reason that somebody gave: nothing rebases by itself.';

CREATE TABLE IF NOT EXISTS signals.int_metric (
  organization_id uuid   NOT NULL,
  run_id          text   NOT NULL,
  node_id         text   NOT NULL,
  metric_id       text   NOT NULL,
  min_size        float8 NOT NULL,
  cost_a_day      float8,
  unit_scale      float8 NOT NULL,
  options         jsonb  NOT NULL,
  PRIMARY KEY (organization_id, run_id, node_id),
  FOREIGN KEY (organization_id, run_id) REFERENCES signals.run ON DELETE CASCADE
);
COMMENT ON TABLE signals.int_metric IS
'How each node of a run is judged: polarity, cut-offs, the size below which a value is suppressed, as they were when it was built.';
