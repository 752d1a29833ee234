-- SQL that machines write: by which policies it is judged, what came of it, and which structures data have to have.

CREATE TABLE IF NOT EXISTS oversight.sql_policy (
  id              integer     GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organization_id uuid        REFERENCES platform.organization ON DELETE CASCADE,
  name            text        NOT NULL CHECK (name ~ '^[a-z][a-z0-9_-]{0,39}$'),
  options         jsonb       NOT NULL CHECK (jsonb_typeof(options) = 'object' AND NOT options ? 'tenant'),
  tenant_column   text        CHECK (length(tenant_column) BETWEEN 1 AND 63),
  search_path     text[]      NOT NULL DEFAULT '{api}' CHECK (array_position(search_path, NULL) IS NULL),
  description     text        NOT NULL DEFAULT '' CHECK (length(description) <= 1000),
  created_at      timestamptz NOT NULL DEFAULT now(),
  UNIQUE NULLS NOT DISTINCT (organization_id, name)
);
COMMENT ON TABLE oversight.sql_policy IS
'By which options of harmony.check_sql a statement is judged (oversight.check_sql): by name, of one organisation, or of all, where it has
none of that name of its own. [shipped]';
COMMENT ON COLUMN oversight.sql_policy.organization_id IS 'NULL: of all.';
COMMENT ON COLUMN oversight.sql_policy.options IS 'Without tenant, which is the organisation of whoever asks.';
COMMENT ON COLUMN oversight.sql_policy.tenant_column IS
'Each relation with this column has to be held to the organisation of whoever asks; NULL: no proof is asked for.';
COMMENT ON COLUMN oversight.sql_policy.search_path IS 'By which the statement will run: names without a schema are looked up there.';
INSERT INTO oversight.sql_policy (name, options, tenant_column, description) VALUES
  ('default', '{"relations": ["api.*"], "trust_views": true, "require_limit": 1000}', NULL,
   'The views of schema api, for statements that run as harmony_user with the claims of whoever asks: row security holds them to these.')
ON CONFLICT DO NOTHING;

CREATE TABLE IF NOT EXISTS oversight.sql_check (
  id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organization_id uuid        NOT NULL REFERENCES platform.organization ON DELETE CASCADE,
  policy          text        NOT NULL,
  is_ok           boolean     NOT NULL,
  rules           text[]      NOT NULL,
  fingerprint     text,
  checked_at      timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX IF NOT EXISTS sql_check_organization_idx ON oversight.sql_check (organization_id, checked_at);
CREATE INDEX IF NOT EXISTS sql_check_checked_at_idx ON oversight.sql_check (checked_at);
COMMENT ON TABLE oversight.sql_check IS
'That a statement was judged, and by which rules it was refused; never the statement. Kept for platform.setting oversight_retention.';

CREATE TABLE IF NOT EXISTS oversight.lexicon (
  phrase  text    PRIMARY KEY CHECK (length(phrase) BETWEEN 1 AND 200),
  feature text    NOT NULL CHECK (length(feature) <= 100),
  is_weak boolean NOT NULL DEFAULT false
);
COMMENT ON TABLE oversight.lexicon IS
'What phrases of a question ask of a query, as harmony.sql_intent takes them; as long as the table is empty, as shipped with it.';
COMMENT ON COLUMN oversight.lexicon.feature IS 'Such as aggregate:count, group:month; empty: the words mean nothing here.';
COMMENT ON COLUMN oversight.lexicon.is_weak IS 'Counts where no other phrase of the class does.';

CREATE TABLE IF NOT EXISTS oversight.data_kind (
  kind        text  PRIMARY KEY CHECK (kind ~ '^[a-z][a-z0-9_]{0,39}$'),
  structure   jsonb NOT NULL CHECK (jsonb_typeof(structure) = 'object'),
  description text  NOT NULL CHECK (description <> '')
);
COMMENT ON TABLE oversight.data_kind IS
'Which structure rows of a kind have to have, in words of JSON Schema, as harmony.check_structure takes it. [shipped]';
INSERT INTO oversight.data_kind (kind, structure, description) VALUES
  ('team_analysis', '{"type": "object", "required": ["team", "members"], "properties": {
     "team": {"type": "string", "minLength": 1}, "members": {"type": "integer", "minimum": 1, "maximum": 10000},
     "period": {"type": "string"}, "velocity": {"type": "number", "minimum": 0},
     "health": {"type": "number", "minimum": 0, "maximum": 100}, "risks": {"type": "array"}}}',
   'What is said of a team in a period.'),
  ('dora_metric', '{"type": "object", "required": ["metric", "value"], "properties": {
     "metric": {"enum": ["deployment_frequency", "lead_time", "change_failure_rate", "time_to_restore"]},
     "value": {"type": "number", "minimum": 0}, "unit": {"type": "string"}, "tier": {"enum": ["elite", "high", "medium", "low"]},
     "start": {"type": "string", "format": "date-time"}, "end": {"type": "string", "format": "date-time"}}}',
   'One of the four keys of a project in a window.'),
  ('rework', '{"type": "object", "required": ["work_item", "returns"], "properties": {
     "work_item": {"type": "string", "minLength": 1}, "returns": {"type": "integer", "minimum": 0},
     "share": {"type": "number", "minimum": 0, "maximum": 1}, "reason": {"type": "string"}}}',
   'How often a piece of work came back.')
ON CONFLICT DO NOTHING;

INSERT INTO platform.setting (name, value, allowed, description) VALUES
  ('oversight_retention', '180 days', '[0-9]{1,4} days?',
   'How long is kept that statements were judged, and what was learnt from them since it was last of use.')
ON CONFLICT DO NOTHING;
INSERT INTO platform.job_kind (kind, runs, routine, lease, max_attempts, concurrency) VALUES
  ('oversight.forget', 'database', 'oversight.forget_job', '10 minutes', 3, 1)
ON CONFLICT DO NOTHING;
INSERT INTO platform.schedule (name, kind, every) VALUES ('oversight.forget', 'oversight.forget', '1 day') ON CONFLICT DO NOTHING;
