-- Two histories of git as they are, from the folders in variables pgvector and pg_cron: releases of free software (PostgreSQL licence). Who
-- releases software knows no incidents of those who run it, so that there are none. Makes the temporary table history.
CREATE TEMP TABLE vector_commit (commit_id text, parents text, authored_at timestamptz, committed_at timestamptz, developer_id text,
  is_merge integer, is_revert integer, is_fix integer, files_changed integer, insertions integer, deletions integer);
CREATE TEMP TABLE vector_release (release text, commit_id text, released_at timestamptz, previous_release text, n_commits integer,
  n_reverts integer, n_fix_commits integer);
CREATE TEMP TABLE cron_commit ("commit" integer, parents text, authored_at bigint, committed_at bigint, first_release integer);
CREATE TEMP TABLE cron_release (release integer, "commit" integer, released_at bigint);
\set vector_commits :pgvector '/commits.csv'
\set vector_releases :pgvector '/releases.csv'
\set cron_commits :pg_cron '/commits.csv'
\set cron_releases :pg_cron '/releases.csv'
\set copy '\\copy vector_commit FROM ' :'vector_commits' ' CSV HEADER'
:copy
\set copy '\\copy vector_release FROM ' :'vector_releases' ' CSV HEADER'
:copy
\set copy '\\copy cron_commit FROM ' :'cron_commits' ' CSV HEADER'
:copy
\set copy '\\copy cron_release FROM ' :'cron_releases' ' CSV HEADER'
:copy
CREATE TEMP TABLE history AS
  SELECT v.project, v.commits, v.releases
  FROM (VALUES ('pgvector', 'vector_commit'::regclass, 'vector_release'::regclass), ('pg_cron', 'cron_commit', 'cron_release'))
    v (project, commits, releases);
