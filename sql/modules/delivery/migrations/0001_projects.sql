-- Whose work it is: projects, teams, and the names that people have in the tools.

CREATE SCHEMA IF NOT EXISTS delivery;
COMMENT ON SCHEMA delivery IS
'How well software teams deliver: commits, deployments, incidents, pull requests and work items of projects, and figures of them.';

CREATE TABLE IF NOT EXISTS delivery.team (
  id              integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organization_id uuid    NOT NULL REFERENCES platform.organization ON DELETE CASCADE,
  name            text    COLLATE "C" NOT NULL CHECK (length(name) BETWEEN 1 AND 500),
  UNIQUE (organization_id, name)
);
COMMENT ON TABLE delivery.team IS 'Teams by name. Work items and sprints that name one make it.';

CREATE TABLE IF NOT EXISTS delivery.project (
  id              integer     GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organization_id uuid        NOT NULL REFERENCES platform.organization ON DELETE CASCADE,
  code            text        COLLATE "C" NOT NULL CHECK (length(code) BETWEEN 1 AND 500),
  name            text        NOT NULL CHECK (length(name) BETWEEN 1 AND 500),
  team_id         integer     REFERENCES delivery.team ON DELETE SET NULL,
  is_active       boolean     NOT NULL DEFAULT true,
  created_at      timestamptz NOT NULL DEFAULT now(),
  UNIQUE (organization_id, code)
);
COMMENT ON TABLE delivery.project IS
'Projects by their code. The first load for one makes it; what was loaded for it goes with it.';
COMMENT ON COLUMN delivery.project.team_id IS 'The team that delivers it, where there is one.';
COMMENT ON COLUMN delivery.project.is_active IS 'One that is not is left out of the portfolio.';

CREATE TABLE IF NOT EXISTS delivery.author (
  id              integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organization_id uuid    NOT NULL REFERENCES platform.organization ON DELETE CASCADE,
  name            text    COLLATE "C" NOT NULL CHECK (length(name) BETWEEN 1 AND 500),
  affiliation     text    CHECK (length(affiliation) BETWEEN 1 AND 500),
  UNIQUE (organization_id, name)
);
COMMENT ON TABLE delivery.author IS 'People who have several names in the tools: rows of delivery.author_alias point here.';
COMMENT ON COLUMN delivery.author.affiliation IS 'Whom they work for, for the elephant factor.';

CREATE TABLE IF NOT EXISTS delivery.author_alias (
  id              integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organization_id uuid    NOT NULL REFERENCES platform.organization ON DELETE CASCADE,
  alias           text    COLLATE "C" NOT NULL CHECK (length(alias) BETWEEN 1 AND 500),
  author_id       integer REFERENCES delivery.author ON DELETE SET NULL,
  account_id      uuid    REFERENCES platform.account ON DELETE SET NULL,
  is_bot          boolean,
  UNIQUE (organization_id, alias)
);
CREATE INDEX IF NOT EXISTS author_alias_account_id_idx ON delivery.author_alias (account_id) WHERE account_id IS NOT NULL;
COMMENT ON TABLE delivery.author_alias IS
'Names of authors and reviewers as documents have them: accounts and addresses. Loading adds them; administrators map them.';
COMMENT ON COLUMN delivery.author_alias.author_id IS 'Who it is; NULL: not mapped, an author by itself.';
COMMENT ON COLUMN delivery.author_alias.account_id IS 'The account of this person here, to whom the own figures are shown. [told]';
COMMENT ON COLUMN delivery.author_alias.is_bot IS 'Whether it is no person; NULL: as the name says (delivery.is_bot).';

CREATE TABLE IF NOT EXISTS delivery.integration (
  id              integer     GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organization_id uuid        NOT NULL REFERENCES platform.organization ON DELETE CASCADE,
  kind            text        NOT NULL CHECK (length(kind) BETWEEN 1 AND 100),
  name            text        NOT NULL CHECK (length(name) BETWEEN 1 AND 500),
  settings        jsonb       NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(settings) = 'object'),
  is_active       boolean     NOT NULL DEFAULT true,
  last_run_at     timestamptz,
  last_error      text,
  fetched         jsonb       NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(fetched) = 'object'),
  UNIQUE (organization_id, name),
  UNIQUE (id, organization_id)
);
COMMENT ON TABLE delivery.integration IS
'Tools that records are extracted from, such as a tracker or a code host. Secrets are with the extractor, never here.';
COMMENT ON COLUMN delivery.integration.settings IS
'What the extractor has to know, such as addresses and names of projects (delivery.integration_settings).';
COMMENT ON COLUMN delivery.integration.fetched IS 'Up to where harmonyd has fetched: of each list the ETag and the time to go on from.';

CREATE TABLE IF NOT EXISTS delivery.status (
  organization_id uuid    NOT NULL REFERENCES platform.organization ON DELETE CASCADE,
  integration_id  integer NOT NULL,
  status          text    COLLATE "C" NOT NULL CHECK (length(status) BETWEEN 1 AND 500),
  category        text    NOT NULL CHECK (category IN ('todo', 'in_progress', 'done')),
  PRIMARY KEY (integration_id, status),
  FOREIGN KEY (integration_id, organization_id) REFERENCES delivery.integration (id, organization_id) ON DELETE CASCADE
);
COMMENT ON TABLE delivery.status IS 'Which category each status of a tool stands for; delivery.transform goes by it.';

CREATE TABLE IF NOT EXISTS delivery.raw_record (
  id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organization_id uuid        NOT NULL REFERENCES platform.organization ON DELETE CASCADE,
  integration_id  integer     NOT NULL,
  project         text        NOT NULL CHECK (length(project) BETWEEN 1 AND 500 AND project ~ '[^[:space:]]'),
  kind            text        NOT NULL CHECK (length(kind) BETWEEN 1 AND 100),
  external_id     text        COLLATE "C",
  document        jsonb       NOT NULL,
  received_at     timestamptz NOT NULL DEFAULT now(),
  status          text        NOT NULL DEFAULT 'waiting' CHECK (status IN ('waiting', 'loaded', 'rejected')),
  error           text,
  FOREIGN KEY (integration_id, organization_id) REFERENCES delivery.integration (id, organization_id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS raw_record_integration_id_idx ON delivery.raw_record (integration_id, status, id);
CREATE INDEX IF NOT EXISTS raw_record_key_idx ON delivery.raw_record (integration_id, project, kind, external_id, id);
COMMENT ON TABLE delivery.raw_record IS
'Records as an extractor wrote them, in the order in which they came; delivery.transform loads those that wait.';
COMMENT ON COLUMN delivery.raw_record.kind IS
'A kind of delivery.load, of which the record is a document, or a tool and a kind of its records (delivery.record_kinds), as github.pulls.';
COMMENT ON COLUMN delivery.raw_record.external_id IS 'What it tells of; a trigger notes it (delivery.record_key).';
COMMENT ON COLUMN delivery.raw_record.error IS 'Why it was rejected.';

CREATE TABLE IF NOT EXISTS delivery.etl_job (
  id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organization_id uuid        NOT NULL REFERENCES platform.organization ON DELETE CASCADE,
  integration_id  integer     NOT NULL,
  step            text        NOT NULL DEFAULT 'transform' CHECK (step IN ('fetch', 'transform')),
  cause           text        NOT NULL DEFAULT 'hand' CHECK (cause IN ('hand', 'schedule')),
  job_id          bigint,
  status          text        NOT NULL DEFAULT 'running' CHECK (status IN ('running', 'done', 'put_off', 'failed')),
  started_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
  finished_at     timestamptz,
  pages           bigint      NOT NULL DEFAULT 0,
  records         bigint      NOT NULL DEFAULT 0,
  loaded          bigint      NOT NULL DEFAULT 0,
  updated         bigint      NOT NULL DEFAULT 0,
  rejected        bigint      NOT NULL DEFAULT 0,
  error           text,
  CHECK ((status = 'running') = (finished_at IS NULL)),
  FOREIGN KEY (integration_id, organization_id) REFERENCES delivery.integration (id, organization_id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS etl_job_integration_id_idx ON delivery.etl_job (integration_id, started_at);
COMMENT ON TABLE delivery.etl_job IS
'What each run of harmonyd for an integration has fetched, and each call of delivery.transform has done; the queue is platform.job.';
COMMENT ON COLUMN delivery.etl_job.job_id IS 'The job of platform.job, or platform.job_history, that fetched.';
COMMENT ON COLUMN delivery.etl_job.status IS 'put_off: the tool asked to wait, another job goes on later.';
COMMENT ON COLUMN delivery.etl_job.records IS 'Of a fetch those that were new, of a transformation those that waited.';

-- Types, since functions hand them to each other.
DO $$
BEGIN
  IF to_regtype('delivery.load_result') IS NULL THEN
    CREATE TYPE delivery.load_result AS (loaded bigint, updated bigint, rejected bigint);
  END IF;
  IF to_regtype('delivery.transformed_record') IS NULL THEN
    CREATE TYPE delivery.transformed_record AS (record bigint, kind text, document jsonb, reason text);
  END IF;
END
$$;
COMMENT ON TYPE delivery.load_result IS 'What delivery.load answers.';
COMMENT ON TYPE delivery.transformed_record IS
'A document of a kind of delivery.load that a record of delivery.raw_record tells, or the reason why it tells none.';

CREATE TABLE IF NOT EXISTS delivery.load_reject (
  id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organization_id uuid        NOT NULL,
  project_id      integer     NOT NULL REFERENCES delivery.project ON DELETE CASCADE,
  kind            text        NOT NULL,
  external_id     text,
  reason          text        NOT NULL,
  document        jsonb       NOT NULL,
  digest          bytea       NOT NULL CHECK (octet_length(digest) = 32),
  rejected_at     timestamptz NOT NULL DEFAULT now(),
  UNIQUE (project_id, kind, digest)
);
COMMENT ON TABLE delivery.load_reject IS 'Documents that were not loaded, each once, with the reason.';
COMMENT ON COLUMN delivery.load_reject.digest IS 'SHA-256 of the document: the same again is the same row.';
