-- Runs of an analytics engine: what it wrote, as it was read. Later layers are computed from these tables and can be built again.

CREATE SCHEMA IF NOT EXISTS signals;
COMMENT ON SCHEMA signals IS
'Quality metrics of many sites: artifacts of runs, what is computed from them, the signals that need attention, and the work on them.';

CREATE TABLE IF NOT EXISTS signals.run (
  organization_id uuid        NOT NULL REFERENCES platform.organization ON DELETE CASCADE,
  run_id          text        NOT NULL CHECK (run_id <> '' AND length(run_id) <= 100),
  loaded_at       timestamptz NOT NULL DEFAULT now(),
  published_at    timestamptz,
  n_lines         bigint      NOT NULL DEFAULT 0,
  rejected        bigint      NOT NULL DEFAULT 0,
  status          text        NOT NULL DEFAULT 'loaded' CHECK (status IN ('loaded', 'published', 'refused')),
  PRIMARY KEY (organization_id, run_id)
);
COMMENT ON TABLE signals.run IS 'Runs, a row each. Their names sort in the order in which they were made, as times do: 20260101000000.';
COMMENT ON COLUMN signals.run.status IS
'loaded: not built since something was loaded; published: the marts hold it; refused: a check of severity error failed, the marts hold what
they held before.';

CREATE TABLE IF NOT EXISTS signals.artifact (
  id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organization_id uuid        NOT NULL,
  run_id          text        NOT NULL,
  artifact        text        NOT NULL CHECK (artifact <> '' AND length(artifact) <= 1000),
  kind            text        CHECK (kind IN ('node', 'contribution', 'classification', 'modeling_run', 'modeling_experiment', 'shap',
                                              'narrative')),
  n_lines         bigint      NOT NULL DEFAULT 0,
  rejected        bigint      NOT NULL DEFAULT 0,
  digest          bytea       NOT NULL CHECK (octet_length(digest) = 32),
  loaded_at       timestamptz NOT NULL DEFAULT now(),
  UNIQUE (organization_id, run_id, artifact),
  FOREIGN KEY (organization_id, run_id) REFERENCES signals.run ON DELETE CASCADE
);
COMMENT ON TABLE signals.artifact IS 'Files of a run, by their path in the run''s folder. One that is loaded again replaces itself.';
COMMENT ON COLUMN signals.artifact.kind IS 'What its first line says; NULL: that line says nothing that is known, and none was loaded.';
COMMENT ON COLUMN signals.artifact.n_lines IS 'Lines that were loaded: entities of a node, rows of the other kinds.';
COMMENT ON COLUMN signals.artifact.rejected IS 'Lines that were not: rows of signals.ingest_reject.';
COMMENT ON COLUMN signals.artifact.digest IS 'SHA-256 of its bytes: the same again changes nothing.';

-- The rows of an artifact go with it by a trigger (signals.artifact_is_gone): a foreign key would keep an event a row in memory.

CREATE TABLE IF NOT EXISTS signals.ingest_reject (
  organization_id uuid    NOT NULL,
  artifact_id     bigint  NOT NULL,
  line            bigint  NOT NULL CHECK (line > 0),
  reason          text    NOT NULL,
  excerpt         text    NOT NULL CHECK (octet_length(excerpt) <= 200),
  PRIMARY KEY (artifact_id, line)
);
COMMENT ON TABLE signals.ingest_reject IS 'Lines that were not loaded, each with the reason.';
COMMENT ON COLUMN signals.ingest_reject.excerpt IS 'The line''s first 200 bytes; what is no text of this database as \xNN.';

CREATE TABLE IF NOT EXISTS signals.ingest_warning (
  organization_id uuid    NOT NULL,
  artifact_id     bigint  NOT NULL,
  line            bigint  NOT NULL,
  statistic       text    NOT NULL,
  stated          float8  NOT NULL,
  computed        float8,
  PRIMARY KEY (artifact_id, line, statistic)
);
COMMENT ON TABLE signals.ingest_warning IS 'Statistics that an artifact states and that come out otherwise, by more than 1e-9.';

-- Nodes: a metric of entities in a grain of time, and where it hangs in the engine's graph.
CREATE TABLE IF NOT EXISTS signals.raw_node_result (
  organization_id uuid    NOT NULL,
  run_id          text    NOT NULL,
  artifact_id     bigint  PRIMARY KEY REFERENCES signals.artifact ON DELETE CASCADE,
  node_id         text    NOT NULL CHECK (length(node_id) BETWEEN 1 AND 500),
  metric_id       text    NOT NULL CHECK (length(metric_id) BETWEEN 1 AND 200),
  polarity        text    NOT NULL DEFAULT 'lower_is_better' CHECK (polarity IN ('lower_is_better', 'higher_is_better', 'target_range')),
  range_low       float8,
  range_high      float8,
  parents         jsonb   NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(parents) = 'array'),
  children        jsonb   NOT NULL DEFAULT '[]' CHECK (jsonb_typeof(children) = 'array'),
  document        jsonb   NOT NULL,
  CHECK (polarity <> 'target_range' OR (range_low <= range_high) IS TRUE)
);
CREATE INDEX IF NOT EXISTS raw_node_result_run_idx ON signals.raw_node_result (organization_id, run_id, node_id);
COMMENT ON TABLE signals.raw_node_result IS 'The first line of each node artifact.';
COMMENT ON COLUMN signals.raw_node_result.parents IS 'As the artifact has them: [{canonical_parent_node_id, edge_type}].';
COMMENT ON COLUMN signals.raw_node_result.children IS 'As the artifact has them: [{canonical_child_node_id, edge_type}].';

CREATE TABLE IF NOT EXISTS signals.raw_entity_result (
  organization_id uuid      NOT NULL,
  run_id          text      NOT NULL,
  artifact_id     bigint    NOT NULL,
  line            bigint    NOT NULL,
  facility_id     text      NOT NULL,
  dimensions      jsonb     NOT NULL DEFAULT '{}',
  facility        text,
  system_name     text,
  encounters      float8,
  value           float8,
  periods         integer[],
  "values"        float8[],
  PRIMARY KEY (artifact_id, line)
);
CREATE INDEX IF NOT EXISTS raw_entity_result_run_idx ON signals.raw_entity_result (organization_id, run_id);
COMMENT ON TABLE signals.raw_entity_result IS 'The lines of node artifacts, one entity each: a value, or a value a month.';
COMMENT ON COLUMN signals.raw_entity_result.facility_id IS 'The entity''s part facilityId, else its first.';
COMMENT ON COLUMN signals.raw_entity_result.dimensions IS 'The other parts of the entity: {id: value}.';
COMMENT ON COLUMN signals.raw_entity_result.periods IS 'Months, YYYYMM, in order; NULL where there is one value for all time.';

-- The other artifacts, a line a row, as they are.
CREATE TABLE IF NOT EXISTS signals.raw_line (
  organization_id uuid   NOT NULL,
  run_id          text   NOT NULL,
  artifact_id     bigint NOT NULL,
  line            bigint NOT NULL,
  kind            text   NOT NULL,
  document        jsonb  NOT NULL CHECK (jsonb_typeof(document) = 'object'),
  PRIMARY KEY (artifact_id, line)
);
CREATE INDEX IF NOT EXISTS raw_line_run_idx ON signals.raw_line (organization_id, run_id, kind);
COMMENT ON TABLE signals.raw_line IS
'Lines of the other artifacts: contributions, classifications, runs and experiments of models, SHAP values, narratives. The views raw_...
name them.';
