-- Two real histories, of pgvector and pg_cron, from the folders :git and :cron: temporary tables commit and release, for delivery.sql,
-- which makes up what git does not know.
CREATE TEMP TABLE vector_commit (id text, parents text, authored_at timestamptz, committed_at timestamptz, author text, is_merge integer,
  is_revert integer, is_fix integer, files integer, insertions integer, deletions integer);
CREATE TEMP TABLE vector_release (id text, commit_id text, released_at timestamptz, previous text, commits integer, reverts integer,
  fixes integer);
CREATE TEMP TABLE cron_commit (id text, parents text, authored_at bigint, committed_at bigint, first_release integer);
CREATE TEMP TABLE cron_release (id text, commit_id text, released_at bigint);
\set file :git/commits.csv
COPY vector_commit FROM :'file' CSV HEADER;
\set file :git/releases.csv
COPY vector_release FROM :'file' CSV HEADER;
\set file :cron/commits.csv
COPY cron_commit FROM :'file' CSV HEADER;
\set file :cron/releases.csv
COPY cron_release FROM :'file' CSV HEADER;
CREATE TEMP TABLE commit AS
  SELECT 'pgvector' AS project, id, regexp_split_to_array(coalesce(parents, ''), '\s+') AS parents, authored_at, author, is_revert = 1 AS
    reverts
  FROM vector_commit
  UNION ALL
  SELECT 'pg_cron', id, regexp_split_to_array(coalesce(parents, ''), '\s+'), to_timestamp(authored_at), NULL, false FROM cron_commit;
CREATE TEMP TABLE release AS
  SELECT 'pgvector' AS project, id, commit_id, released_at FROM vector_release
  UNION ALL SELECT 'pg_cron', id, commit_id, to_timestamp(released_at) FROM cron_release;
