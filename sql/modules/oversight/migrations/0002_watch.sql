-- What is watched every night: drift, series, and what stands out of them.

CREATE TABLE IF NOT EXISTS oversight.drift (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organization_id uuid   NOT NULL,
  model_id        integer NOT NULL,
  day             date   NOT NULL CHECK (isfinite(day)),
  part            text   NOT NULL CHECK (part IN ('input', 'prediction', 'residual')),
  input           text   COLLATE "C" NOT NULL CHECK (length(input) <= 250),
  figures         jsonb  NOT NULL,
  p               float8,
  p_adjusted      float8,
  level           text   CHECK (level IN ('none', 'moderate', 'major')),
  UNIQUE (model_id, day, part, input),
  FOREIGN KEY (model_id, organization_id) REFERENCES oversight.model (id, organization_id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS drift_organization_id_idx ON oversight.drift (organization_id);
COMMENT ON TABLE oversight.drift IS 'Drift as it was judged in the night after a day (UTC): the 30 days up to it beside those before.';
COMMENT ON COLUMN oversight.drift.part IS 'What was judged: an input, the predictions, or the residuals (prediction - outcome).';
COMMENT ON COLUMN oversight.drift.input IS 'Its name (oversight.input_name); empty where it is no input.';
COMMENT ON COLUMN oversight.drift.figures IS 'The row of harmony.drift or harmony.drift_categories.';
COMMENT ON COLUMN oversight.drift.p_adjusted IS 'By Benjamini and Hochberg over what was judged of the model that night; level goes by it.';

CREATE TABLE IF NOT EXISTS oversight.metric (
  id              integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organization_id uuid    NOT NULL REFERENCES platform.organization ON DELETE CASCADE,
  model           text    COLLATE "C" NOT NULL CHECK (length(model) <= 200),
  name            text    COLLATE "C" NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  zone            text    NOT NULL DEFAULT 'UTC' CHECK ((timestamptz '2000-01-01 00:00:00+00' AT TIME ZONE zone) IS NOT NULL),
  UNIQUE (organization_id, model, name)
);
COMMENT ON TABLE oversight.metric IS
'Series that are watched: what is measured of a model every night, and what a site adds; none of a model about people.';
COMMENT ON COLUMN oversight.metric.model IS 'The model whose it is; empty: of none.';
COMMENT ON COLUMN oversight.metric.zone IS 'The hours of the week of its season are this zone''s.';

CREATE TABLE IF NOT EXISTS oversight.metric_value (
  metric_id       integer     NOT NULL REFERENCES oversight.metric ON DELETE CASCADE,
  at              timestamptz NOT NULL CHECK (isfinite(at)),
  organization_id uuid        NOT NULL REFERENCES platform.organization ON DELETE CASCADE,
  value           float8      NOT NULL CHECK (value BETWEEN -1e101 AND 1e101),
  judged_at       timestamptz,
  PRIMARY KEY (metric_id, at)
);
CREATE INDEX IF NOT EXISTS metric_value_judged_at_idx ON oversight.metric_value (at) WHERE judged_at IS NULL;
CREATE INDEX IF NOT EXISTS metric_value_organization_id_idx ON oversight.metric_value (organization_id);
COMMENT ON TABLE oversight.metric_value IS 'The values of the series; oversight.find_anomalies judges each once.';
COMMENT ON COLUMN oversight.metric_value.value IS 'Up to 1e101: differences of predictions and outcomes too have their place.';

CREATE TABLE IF NOT EXISTS oversight.anomaly (
  id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organization_id uuid        NOT NULL REFERENCES platform.organization ON DELETE CASCADE,
  model           text        COLLATE "C" NOT NULL,
  metric          text        COLLATE "C" NOT NULL,
  at              timestamptz NOT NULL,
  value           float8      NOT NULL,
  expected        float8      NOT NULL,
  z               float8      NOT NULL,
  severity        text        NOT NULL CHECK (severity IN ('low', 'medium', 'high', 'critical')),
  status          text        NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'acknowledged')),
  opened_at       timestamptz NOT NULL DEFAULT now(),
  raised_at       timestamptz,
  acknowledged_at timestamptz,
  acknowledged_by uuid        REFERENCES platform.account ON DELETE SET NULL,
  note            text        CHECK (length(note) <= 10000),
  CHECK ((status = 'acknowledged') = (acknowledged_at IS NOT NULL))
);
CREATE UNIQUE INDEX IF NOT EXISTS anomaly_one_open_idx ON oversight.anomaly (organization_id, model, metric) WHERE status = 'open';
CREATE INDEX IF NOT EXISTS anomaly_quiet_idx ON oversight.anomaly (organization_id, model, metric, acknowledged_at);
CREATE INDEX IF NOT EXISTS anomaly_acknowledged_by_idx ON oversight.anomaly (acknowledged_by) WHERE acknowledged_by IS NOT NULL;
COMMENT ON TABLE oversight.anomaly IS
'Values that stand out of their series. One is open a model and metric: a value of a higher severity raises it, until somebody acknowledges
it.';
COMMENT ON COLUMN oversight.anomaly.expected IS 'The median of the series, or of its hour of the week.';
COMMENT ON COLUMN oversight.anomaly.z IS 'harmony.robust_z of what the value is off.';
COMMENT ON COLUMN oversight.anomaly.raised_at IS 'When a worse value raised it last.';
COMMENT ON COLUMN oversight.anomaly.acknowledged_by IS 'Who has seen it; NULL as well where the account is gone. [told]';

INSERT INTO platform.setting (name, value, allowed, description) VALUES
  ('oversight_quiet', '24 hours', '[0-9]{1,4} hours?',
   'How long an anomaly that was acknowledged is not told of again, unless it is worse.')
ON CONFLICT DO NOTHING;
INSERT INTO platform.export_hidden (relation, column_name, reason, shown_when) VALUES
  ('oversight.anomaly', '*', 'it is the organisation''s', 't.acknowledged_by = platform.current_account()')
ON CONFLICT DO NOTHING;

INSERT INTO platform.job_kind (kind, runs, routine, lease, max_attempts, concurrency) VALUES
  ('oversight.watch', 'database', 'oversight.watch_job', '1 hour', 3, 1),
  ('oversight.find_anomalies', 'database', 'oversight.find_anomalies_job', '10 minutes', 3, 1)
ON CONFLICT DO NOTHING;
INSERT INTO platform.schedule (name, kind, every, next_run_at) VALUES
  ('oversight.watch', 'oversight.watch', '1 day', date_trunc('day', now(), 'UTC') + interval '1 day 30 minutes'),
  ('oversight.find_anomalies', 'oversight.find_anomalies', '1 hour', now())
ON CONFLICT DO NOTHING;
