-- What roles do, simulations and what came of them.

CREATE SCHEMA IF NOT EXISTS workforce;
COMMENT ON SCHEMA workforce IS
'What automation does to work, by simulation: a what-if of assumptions, not a forecast. Roles and numbers of posts, never named persons; no
run may be used to pick who leaves.';

INSERT INTO platform.role (code, description) VALUES
  ('planner', 'Plans work: starts simulations of an organisation and sees small roles in them.')
ON CONFLICT DO NOTHING;

CREATE TABLE IF NOT EXISTS workforce.workload (
  id              integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organization_id uuid    REFERENCES platform.organization ON DELETE CASCADE,
  role            text    COLLATE "C" NOT NULL CHECK (length(role) BETWEEN 1 AND 200),
  position        integer NOT NULL CHECK (position BETWEEN 1 AND 1000),
  name            text    NOT NULL CHECK (length(name) BETWEEN 1 AND 500),
  automatable     boolean NOT NULL,
  skill           float8  NOT NULL CHECK (skill BETWEEN 0 AND 1),
  "time"          float8  NOT NULL CHECK ("time" BETWEEN 0 AND 1)
);
CREATE UNIQUE INDEX IF NOT EXISTS workload_key ON workforce.workload
  (coalesce(organization_id, '00000000-0000-0000-0000-000000000000'), role, position);
CREATE INDEX IF NOT EXISTS workload_organization_id_idx ON workforce.workload (organization_id) WHERE organization_id IS NOT NULL;
COMMENT ON TABLE workforce.workload IS
'The tasks of roles in their order; without an organisation they are the defaults of all. A role''s times must sum to 1 when a simulation
starts. [shipped]';
COMMENT ON COLUMN workforce.workload.skill IS '0 to 1: what is to be learnt before the task is automated.';
COMMENT ON COLUMN workforce.workload."time" IS 'Share of the role''s time, 0 to 1.';
INSERT INTO workforce.workload (organization_id, role, position, name, automatable, skill, "time")
  SELECT NULL, r.key, t.position, t.task ->> 0, (t.task ->> 1)::boolean, (t.task ->> 2)::float8, (t.task ->> 3)::float8
  FROM jsonb_each(harmony.default_workloads()) r, jsonb_array_elements(r.value) WITH ORDINALITY t (task, position)
ON CONFLICT DO NOTHING;

CREATE TABLE IF NOT EXISTS workforce.simulation (
  id              uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
  organization_id uuid        NOT NULL REFERENCES platform.organization ON DELETE CASCADE,
  name            text        CHECK (length(name) BETWEEN 1 AND 500),
  kind            text        NOT NULL CHECK (kind IN ('simulation', 'sensitivity')),
  input           jsonb       NOT NULL CHECK (jsonb_typeof(input) = 'object'),
  question        jsonb       CHECK ((kind = 'sensitivity') = (question IS NOT NULL)),
  digest          bytea       NOT NULL,
  status          text        NOT NULL DEFAULT 'created' CHECK (status IN ('created', 'running', 'completed')),
  done            integer     NOT NULL DEFAULT 0 CHECK (done >= 0),
  parts           integer     NOT NULL CHECK (parts > 0),
  size            integer     NOT NULL CHECK (size > 0),
  job             bigint,
  result          jsonb       CHECK ((status = 'completed') = (result IS NOT NULL)),
  created_by      uuid        REFERENCES platform.account ON DELETE SET NULL,
  created_at      timestamptz NOT NULL DEFAULT now(),
  started_at      timestamptz,
  finished_at     timestamptz
);
CREATE INDEX IF NOT EXISTS simulation_digest_idx ON workforce.simulation (organization_id, digest, created_at);
CREATE INDEX IF NOT EXISTS simulation_created_by_idx ON workforce.simulation (created_by) WHERE created_by IS NOT NULL;
COMMENT ON TABLE workforce.simulation IS 'Simulations of an organisation; what ended otherwise than well is in the job.';
COMMENT ON COLUMN workforce.simulation.input IS 'The configuration with every default: harmony.workforce_input.';
COMMENT ON COLUMN workforce.simulation.question IS 'Of a sensitivity analysis: {spans, metric, samples}.';
COMMENT ON COLUMN workforce.simulation.digest IS 'SHA-256 of model version, input and question: the same within an hour is not run again.';
COMMENT ON COLUMN workforce.simulation.done IS 'Iterations or samples that are simulated, of parts.';
COMMENT ON COLUMN workforce.simulation.size IS 'So many of them are a part, the last one may be smaller: workforce.chunk.';
COMMENT ON COLUMN workforce.simulation.job IS
'One of the jobs that were queued last: platform.job. All of them are the batch of the simulation''s id.';

CREATE TABLE IF NOT EXISTS workforce.chunk (
  organization_id uuid     NOT NULL REFERENCES platform.organization ON DELETE CASCADE,
  simulation_id   uuid     NOT NULL REFERENCES workforce.simulation ON DELETE CASCADE,
  first           integer  NOT NULL CHECK (first >= 0),
  last            integer  NOT NULL CHECK (last > first),
  bytes           bytea,
  outcomes        float8[],
  PRIMARY KEY (simulation_id, first),
  CHECK ((bytes IS NULL) <> (outcomes IS NULL))
);
CREATE INDEX IF NOT EXISTS chunk_organization_id_idx ON workforce.chunk (organization_id);
COMMENT ON TABLE workforce.chunk IS
'Iterations of a simulation before they are summed up (harmony.workforce_chunk), or outcomes of samples. Of what is completed those
are kept that can be compared: workforce.kept_bytes.';

INSERT INTO platform.limit (what, most, per) VALUES ('simulations_started', 500, '1 day') ON CONFLICT DO NOTHING;
INSERT INTO platform.limit (what, most) VALUES ('simulations_kept', 1000), ('simulation_bytes_kept', 10000000000),
  ('simulations_compared', 20), ('workload_tasks', 10000) ON CONFLICT DO NOTHING;

CREATE TABLE IF NOT EXISTS workforce.step (
  organization_id uuid    NOT NULL REFERENCES platform.organization ON DELETE CASCADE,
  run             uuid    NOT NULL REFERENCES workforce.simulation ON DELETE CASCADE,
  step            integer NOT NULL CHECK (step >= 0),
  role            text    COLLATE "C" NOT NULL,
  metric          text    COLLATE "C" NOT NULL,
  mean            float8  NOT NULL,
  min             float8  NOT NULL,
  max             float8  NOT NULL,
  sd              float8,
  p05             float8  NOT NULL,
  p50             float8  NOT NULL,
  p95             float8  NOT NULL,
  ci_low          float8,
  ci_high         float8,
  PRIMARY KEY (run, step, role, metric)
);
CREATE INDEX IF NOT EXISTS step_organization_id_idx ON workforce.step (organization_id);
COMMENT ON TABLE workforce.step IS 'Every metric of every step of a simulation, summed up over its iterations.';
COMMENT ON COLUMN workforce.step.role IS 'Empty: of all roles together.';

INSERT INTO platform.job_kind (kind, runs, routine, lease, max_attempts) VALUES
  ('workforce.simulate', 'database', 'workforce.simulate_job', '1 minute', 5)
ON CONFLICT DO NOTHING;
INSERT INTO platform.setting (name, value, allowed, description) VALUES
  ('workforce_lanes', '2', '[1-9][0-9]?', 'So many jobs work at one simulation at a time.')
ON CONFLICT DO NOTHING;
