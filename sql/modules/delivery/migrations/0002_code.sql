-- What was written, put live, and went wrong. Documents have ids of their own, which are unique in their project; what one names may come
-- later: a commit that is only named has a row without times, all else is found by its name when it is asked for.
-- Without foreign keys to projects, which would keep an event a row in memory: what belongs to a project goes with it by a trigger.

CREATE TABLE IF NOT EXISTS delivery.commit (
  id               bigint      GENERATED ALWAYS AS IDENTITY,
  authored_at      timestamptz,
  committed_at     timestamptz,
  organization_id  uuid        NOT NULL,
  project_id       integer     NOT NULL,
  author_id        integer,
  first_deployment integer,
  is_merge         boolean     NOT NULL DEFAULT false,
  external_id      text        COLLATE "C" NOT NULL,
  PRIMARY KEY (project_id, external_id)
);
COMMENT ON TABLE delivery.commit IS
'Commits of the repositories of a project, and, with neither time, those that are only named as a parent or as what was deployed.';
COMMENT ON COLUMN delivery.commit.id IS 'By which the graph and what is deployed know it.';
COMMENT ON COLUMN delivery.commit.authored_at IS 'NULL: only its name is known yet.';
COMMENT ON COLUMN delivery.commit.author_id IS 'A row of delivery.author_alias.';
COMMENT ON COLUMN delivery.commit.first_deployment IS
'The first counted deployment whose history contains it; what delivery.recompute finds.';
COMMENT ON COLUMN delivery.commit.is_merge IS 'Whether it has several parents; what delivery.recompute finds.';

CREATE TABLE IF NOT EXISTS delivery.commit_parent (
  child            bigint      NOT NULL,
  parent           bigint      NOT NULL,
  organization_id  uuid        NOT NULL,
  project_id       integer     NOT NULL,
  PRIMARY KEY (child, parent)
);
COMMENT ON TABLE delivery.commit_parent IS 'The graph of commits, by their numbers.';

CREATE TABLE IF NOT EXISTS delivery.deployment (
  id               integer     GENERATED ALWAYS AS IDENTITY UNIQUE,
  organization_id  uuid        NOT NULL,
  project_id       integer     NOT NULL,
  external_id      text        COLLATE "C" NOT NULL,
  service          text        COLLATE "C",
  environment      text,
  result           text,
  started_at       timestamptz,
  finished_at      timestamptz,
  is_rollback      boolean     NOT NULL DEFAULT false,
  unplanned        boolean     NOT NULL DEFAULT false,
  is_seed          boolean     NOT NULL DEFAULT false,
  is_known         boolean     NOT NULL DEFAULT false,
  PRIMARY KEY (project_id, external_id)
);
CREATE INDEX IF NOT EXISTS deployment_counted_idx ON delivery.deployment (project_id, finished_at, external_id)
  WHERE environment = 'production' AND result = 'success' AND finished_at IS NOT NULL;
CREATE INDEX IF NOT EXISTS deployment_service_idx ON delivery.deployment (project_id, service, finished_at, external_id)
  WHERE environment = 'production' AND result = 'success' AND finished_at IS NOT NULL AND service IS NOT NULL;
COMMENT ON TABLE delivery.deployment IS
'Deployments. Counted are those of environment production with result success that have finished (delivery.counted_deployment).';
COMMENT ON COLUMN delivery.deployment.is_seed IS 'Whether it is the first counted one of its service; what delivery.recompute finds.';
COMMENT ON COLUMN delivery.deployment.is_known IS 'Whether a commit of it is in the graph; what delivery.recompute finds.';

CREATE TABLE IF NOT EXISTS delivery.deployment_commit (
  deployment_id    integer     NOT NULL,
  commit_id        bigint      NOT NULL,
  organization_id  uuid        NOT NULL,
  project_id       integer     NOT NULL,
  PRIMARY KEY (deployment_id, commit_id)
);
COMMENT ON TABLE delivery.deployment_commit IS 'The commits that a deployment puts live, of one repository or several.';

CREATE TABLE IF NOT EXISTS delivery.incident (
  organization_id  uuid        NOT NULL,
  project_id       integer     NOT NULL,
  external_id      text        COLLATE "C" NOT NULL,
  service          text        COLLATE "C",
  created_at       timestamptz NOT NULL,
  resolved_at      timestamptz CHECK (resolved_at >= created_at),
  cause            text        COLLATE "C",
  fixed_by         text        COLLATE "C",
  PRIMARY KEY (project_id, external_id)
);
COMMENT ON TABLE delivery.incident IS 'Incidents; cause and fixed_by name deployments of the project, which may come later.';

CREATE TABLE IF NOT EXISTS delivery.pull_request (
  id               bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,
  organization_id  uuid        NOT NULL,
  project_id       integer     NOT NULL,
  external_id      text        COLLATE "C" NOT NULL,
  author_id        integer,
  created_at       timestamptz NOT NULL,
  merged_at        timestamptz,
  closed_at        timestamptz,
  merge_commit     text        COLLATE "C",
  additions        integer     CHECK (additions >= 0),
  deletions        integer     CHECK (deletions >= 0),
  PRIMARY KEY (project_id, external_id)
);
COMMENT ON TABLE delivery.pull_request IS 'Pull requests; merge_commit names a commit of the project, which may come later.';
COMMENT ON COLUMN delivery.pull_request.author_id IS 'A row of delivery.author_alias.';

CREATE TABLE IF NOT EXISTS delivery.pull_request_commit (
  organization_id  uuid        NOT NULL,
  project_id       integer     NOT NULL,
  pull_request     text        COLLATE "C" NOT NULL,
  commit           text        COLLATE "C" NOT NULL,
  authored_at      timestamptz,
  PRIMARY KEY (project_id, pull_request, commit)
);
COMMENT ON TABLE delivery.pull_request_commit IS
'The commits of a pull request as it says them: after a squash they are no commits of the project.';

CREATE TABLE IF NOT EXISTS delivery.review (
  organization_id  uuid        NOT NULL,
  project_id       integer     NOT NULL,
  external_id      text        COLLATE "C" NOT NULL,
  pull_request     text        COLLATE "C" NOT NULL,
  reviewer_id      integer,
  submitted_at     timestamptz NOT NULL,
  state            text,
  PRIMARY KEY (project_id, external_id)
);
CREATE INDEX IF NOT EXISTS review_pull_request_idx ON delivery.review (project_id, pull_request);
COMMENT ON TABLE delivery.review IS 'Reviews of pull requests, which may come later.';
COMMENT ON COLUMN delivery.review.reviewer_id IS 'A row of delivery.author_alias.';

CREATE TABLE IF NOT EXISTS delivery.stale (
  project_id       integer     PRIMARY KEY,
  organization_id  uuid        NOT NULL
);
COMMENT ON TABLE delivery.stale IS
'Projects whose graph or deployments this transaction has changed: no row outlives it, as delivery.recompute takes them before it ends.';

-- Deferred, so that a transaction of many statements recomputes once. A trigger of this kind cannot be replaced, so it is made here, with a
-- function that routines/changes.sql writes anew.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = 'delivery.stale'::regclass AND t.tgname = 'recompute') THEN
    CREATE OR REPLACE FUNCTION delivery.recompute_stale() RETURNS trigger
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS 'BEGIN RETURN NULL; END';
    CREATE CONSTRAINT TRIGGER recompute AFTER INSERT ON delivery.stale DEFERRABLE INITIALLY DEFERRED
      FOR EACH ROW EXECUTE FUNCTION delivery.recompute_stale();
  END IF;
END
$$;

-- A type, since the function that returns it has an argument of the name of a column.
DO $$
BEGIN
  IF to_regtype('delivery.repository_row') IS NULL THEN
    CREATE TYPE delivery.repository_row AS (
      project text, commits bigint, authors bigint, bus_factor integer, elephant_factor integer, pull_requests bigint, merge_rate float8,
      last_commit_at timestamptz);
  END IF;
END
$$;
COMMENT ON TYPE delivery.repository_row IS 'A row of delivery.repositories.';
