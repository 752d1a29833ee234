-- Work that is done later, or outside of the database: kinds of it, the queue, what was done, and what comes round.

CREATE TABLE IF NOT EXISTS platform.job_kind (
  kind         text     PRIMARY KEY CHECK (kind ~ '^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$'),
  runs         text     NOT NULL CHECK (runs IN ('database', 'worker')),
  routine      text     CHECK (routine ~ '^[a-z_][a-z0-9_]*\.[a-z_][a-z0-9_]*$'),
  lease        interval NOT NULL DEFAULT '5 minutes' CHECK (lease BETWEEN interval '1 second' AND interval '1 day'),
  max_attempts integer  NOT NULL DEFAULT 5 CHECK (max_attempts > 0),
  backoff      interval NOT NULL DEFAULT '10 seconds' CHECK (backoff BETWEEN interval '0' AND interval '1 day'),
  concurrency  integer  CHECK (concurrency > 0),
  cancellable  boolean  NOT NULL DEFAULT true,
  CHECK ((runs = 'database') = (routine IS NOT NULL))
);
COMMENT ON TABLE platform.job_kind IS
'What may be queued, the white list: jobs that the database runs, by a function (payload jsonb) RETURNS jsonb, and jobs that harmonyd has
code for. [shipped]';
COMMENT ON COLUMN platform.job_kind.routine IS 'schema.name of the function; only the owner writes here, and it runs as the owner.';
COMMENT ON COLUMN platform.job_kind.lease IS 'A worker that is not heard of for so long has lost the job.';
COMMENT ON COLUMN platform.job_kind.max_attempts IS 'So many attempts, then it has failed.';
COMMENT ON COLUMN platform.job_kind.backoff IS
'The n-th failed attempt is followed by the next after backoff * 2^n, give or take 20 %, a day at most.';
COMMENT ON COLUMN platform.job_kind.cancellable IS 'Whether whose job it is may cancel it; administrators may always.';
COMMENT ON COLUMN platform.job_kind.concurrency IS 'So many run at a time; NULL: any number.';

CREATE TABLE IF NOT EXISTS platform.job (
  id               bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind             text        NOT NULL REFERENCES platform.job_kind,
  status           text        NOT NULL DEFAULT 'queued' CHECK (status IN ('queued', 'running', 'done', 'failed', 'cancelled')),
  priority         integer     NOT NULL DEFAULT 5 CHECK (priority BETWEEN 0 AND 9),
  payload          jsonb       NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(payload) = 'object'),
  run_at           timestamptz NOT NULL DEFAULT now() CHECK (isfinite(run_at)),
  sort_at          timestamptz NOT NULL,
  attempt          integer     NOT NULL DEFAULT 0 CHECK (attempt >= 0),
  attempts_before  integer     NOT NULL DEFAULT 0 CHECK (attempts_before BETWEEN 0 AND attempt),
  max_attempts     integer     NOT NULL CHECK (max_attempts > 0),
  dedup_key        text,
  batch_id         uuid,
  owner_id         uuid        REFERENCES platform.account ON DELETE SET NULL,
  worker           text,
  lease_until      timestamptz,
  heartbeat_at     timestamptz,
  cancel_requested boolean     NOT NULL DEFAULT false,
  progress         float8      CHECK (progress BETWEEN 0 AND 1),
  message          text,
  result           jsonb,
  error            text,
  trace_id         text,
  created_at       timestamptz NOT NULL DEFAULT now(),
  started_at       timestamptz,
  finished_at      timestamptz,
  CONSTRAINT job_lease_check CHECK ((status = 'running') = (lease_until IS NOT NULL)),
  CONSTRAINT job_finished_check CHECK ((status IN ('done', 'failed', 'cancelled')) = (finished_at IS NOT NULL))
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_cost_delay = 0,
        autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 20000);
-- By kind first: a worker finds the jobs of its kinds, and of those that have room, without reading past the others.
CREATE INDEX IF NOT EXISTS job_queued_idx ON platform.job (kind, sort_at) WHERE status = 'queued';
CREATE INDEX IF NOT EXISTS job_running_idx ON platform.job (kind, lease_until) WHERE status = 'running';
CREATE UNIQUE INDEX IF NOT EXISTS job_dedup_key ON platform.job (kind, dedup_key)
  WHERE dedup_key IS NOT NULL AND status IN ('queued', 'running');
CREATE INDEX IF NOT EXISTS job_owner_id_idx ON platform.job (owner_id) WHERE owner_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS job_batch_id_idx ON platform.job (batch_id) WHERE batch_id IS NOT NULL;
COMMENT ON TABLE platform.job IS
'The queue: what waits, what runs, what failed or was cancelled, and for a minute what is done. platform.add_job writes here.';
COMMENT ON COLUMN platform.job.priority IS '0 to 9; each step counts like a minute of waiting.';
COMMENT ON COLUMN platform.job.run_at IS 'Not before.';
COMMENT ON COLUMN platform.job.sort_at IS 'The order: run_at, a minute earlier for each step of priority; a trigger keeps it.';
COMMENT ON COLUMN platform.job.attempt IS 'How often it was handed out; a worker names it in each call, and an older one changes nothing.
It only grows, so that a worker that was forgotten never has the number of one that works.';
COMMENT ON COLUMN platform.job.attempts_before IS 'Attempts before it was queued again by platform.retry_job: they do not count any more.';
COMMENT ON COLUMN platform.job.max_attempts IS 'It fails for good at the attempt of this number.';
COMMENT ON COLUMN platform.job.dedup_key IS 'Of a kind and key one job at most is queued or running.';
COMMENT ON COLUMN platform.job.batch_id IS 'What was asked for together.';
COMMENT ON COLUMN platform.job.owner_id IS 'The account of the request that asked for it.';
COMMENT ON COLUMN platform.job.lease_until IS 'Until then the worker has to be heard of.';
COMMENT ON COLUMN platform.job.trace_id IS 'The trace of the request that asked for it: platform.trace_id().';

CREATE TABLE IF NOT EXISTS platform.job_history (
  id          bigint      PRIMARY KEY,
  kind        text        NOT NULL,
  status      text        NOT NULL,
  priority    integer     NOT NULL,
  progress    float8,
  message     text,
  result      jsonb,
  error       text,
  batch_id    uuid,
  owner_id    uuid        REFERENCES platform.account ON DELETE SET NULL,
  attempt     integer     NOT NULL,
  trace_id    text,
  run_at      timestamptz NOT NULL,
  created_at  timestamptz NOT NULL,
  started_at  timestamptz,
  finished_at timestamptz NOT NULL
);
CREATE INDEX IF NOT EXISTS job_history_finished_at_idx ON platform.job_history (finished_at);
CREATE INDEX IF NOT EXISTS job_history_owner_id_idx ON platform.job_history (owner_id) WHERE owner_id IS NOT NULL;
COMMENT ON TABLE platform.job_history IS
'Jobs that are done, without their payload, and in time those that failed or were cancelled: platform.clean_jobs moves them here.';

CREATE TABLE IF NOT EXISTS platform.schedule (
  name        text        PRIMARY KEY CHECK (name ~ '^[a-z][a-z0-9_.]*$'),
  kind        text        NOT NULL REFERENCES platform.job_kind,
  payload     jsonb       NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(payload) = 'object'),
  every       interval    NOT NULL CHECK (every BETWEEN interval '1 second' AND interval '366 days'
                                          AND extract(year FROM every) = 0 AND extract(month FROM every) = 0),
  next_run_at timestamptz NOT NULL DEFAULT now() CHECK (isfinite(next_run_at)),
  is_active   boolean     NOT NULL DEFAULT true
);
CREATE INDEX IF NOT EXISTS schedule_kind_idx ON platform.schedule (kind);
COMMENT ON TABLE platform.schedule IS
'Jobs that come round: at next_run_at one is queued, and every interval after it. Slots that were missed run once. [shipped]';
COMMENT ON COLUMN platform.schedule.every IS 'Up to 366 days, in days, hours, minutes and seconds: months are of different lengths.';

INSERT INTO platform.job_kind (kind, runs, routine, lease, max_attempts, concurrency) VALUES
  ('platform.clean_jobs', 'database', 'platform.clean_jobs', '10 minutes', 3, 1),
  ('platform.check', 'worker', NULL, '10 seconds', 3, NULL)
ON CONFLICT DO NOTHING;
INSERT INTO platform.schedule (name, kind, every) VALUES
  ('platform.clean_jobs', 'platform.clean_jobs', '1 minute')
ON CONFLICT DO NOTHING;
