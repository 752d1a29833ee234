-- Two histories of git from plain tables (delivery.import_git): the figures of the shared data for pgvector and pg_cron, what a table may
-- look like, and whose rights it is read with. Without the data (HARMONY_DATA, ../shared/data by default) the figures are skipped.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
\ir ../../lib/delivery.sql
\set data `printf %s "${HARMONY_DATA:-../shared/data}"`
\set present `cd :'data' 2>&- && [ -r delivery/git/figures.json ] && [ -r git/pgvector/releases.csv ] && echo true || echo false`
\if :present
CREATE TABLE public.cron_commit ("commit" integer, parents text, authored_at bigint, committed_at bigint, first_release integer);
CREATE TABLE public.cron_release (release integer, "commit" integer, released_at bigint);
CREATE TABLE public.vector_commit (commit_id text, parents text, authored_at timestamptz, committed_at timestamptz, developer_id text,
  is_merge integer, is_revert integer, is_fix integer, files_changed integer, insertions integer, deletions integer);
CREATE TABLE public.vector_release (release text, commit_id text, released_at text, previous_release text, n_commits integer,
  n_reverts integer, n_fix_commits integer);
\copy public.cron_commit FROM PROGRAM 'cat "${HARMONY_DATA:-../shared/data}/delivery/git/commits.csv"' CSV HEADER
\copy public.cron_release FROM PROGRAM 'cat "${HARMONY_DATA:-../shared/data}/delivery/git/releases.csv"' CSV HEADER
\copy public.vector_commit FROM PROGRAM 'cat "${HARMONY_DATA:-../shared/data}/git/pgvector/commits.csv"' CSV HEADER
\copy public.vector_release FROM PROGRAM 'cat "${HARMONY_DATA:-../shared/data}/git/pgvector/releases.csv"' CSV HEADER
\set figures `cat "${HARMONY_DATA:-../shared/data}/delivery/git/figures.json"`
SELECT is(i.*::text, '(365,0,0)', 'pg_cron is loaded') FROM delivery.import_git(org(), 'pg_cron', 'cron_commit', 'cron_release') i;
SELECT is(i.*::text, '(2009,0,0)', 'pgvector is loaded') FROM delivery.import_git(org(), 'pgvector', 'vector_commit', 'vector_release') i;
SELECT is(i.*::text, '(0,0,0)', 'again it changes nothing')
  FROM delivery.import_git(org(), 'pgvector', 'vector_commit', 'vector_release') i;
CREATE TEMP VIEW got AS SELECT p.code, to_jsonb(d) || to_jsonb(c) AS got
  FROM delivery.project p, delivery.dora(org(), p.code, '2000-01-01', '2100-01-01') d, LATERAL (
    SELECT count(*) AS commits, count(first_deployment) AS released, count(*) FILTER (WHERE is_merge) AS merges,
           (SELECT count(*) FROM delivery.deployment x WHERE x.project_id = p.id) AS releases
    FROM delivery.commit c WHERE c.project_id = p.id) c;
SELECT is(round((g.got ->> e.key)::numeric, 6), round((e.value #>> '{}')::numeric, 6), format('%s: %s', g.code, e.key))
  FROM got g, jsonb_each(:'figures'::jsonb -> g.code) e;
-- What the commits' own file says of pg_cron: the release that has each first.
SELECT is_empty($$SELECT c."commit" FROM cron_commit c
  JOIN delivery.commit k ON k.external_id = c."commit"::text JOIN delivery.project p ON p.id = k.project_id AND p.code = 'pg_cron'
  LEFT JOIN delivery.deployment d ON d.id = k.first_deployment
  WHERE d.external_id IS DISTINCT FROM c.first_release::text$$, 'pg_cron: each commit has the release that git names');
\else
SELECT skip('no data: set HARMONY_DATA', 1);
\endif

-- ---- what a table may look like ----
CREATE TABLE public."odd ""name" (id integer, parents integer[], authored_at timestamp, author text, more text);
INSERT INTO "odd ""name" VALUES (1, '{}', '2026-01-01', 'a', NULL), (2, '{1}', '2026-01-02', NULL, ''), (3, '{2,1}', '2026-01-03', 'a',
  'x');
CREATE VIEW public.released AS SELECT 'v' || n AS release, n AS "commit", 1767225600 + n * 86400.5 AS released_at FROM generate_series(2,
  3) n;
SELECT is(i.*::text, '(5,0,0)', 'arrays, times without a zone, seconds with fractions, a view, a name that needs quotes')
  FROM delivery.import_git(org(), 'odd', 'public."odd ""name"', 'released') i;
SELECT set_eq($$SELECT c.external_id::text, d.external_id::text AS release, c.is_merge, c.authored_at, a.alias::text FROM delivery.commit c
    JOIN delivery.project p ON p.id = c.project_id AND p.code = 'odd' LEFT JOIN delivery.deployment d ON d.id = c.first_deployment
    LEFT JOIN delivery.author_alias a ON a.id = c.author_id$$,
  $$VALUES ('1'::text, 'v2'::text, false, '2026-01-01 00:00Z'::timestamptz, 'a'::text), ('2', 'v2', false, '2026-01-02 00:00Z', NULL),
    ('3', 'v3', true, '2026-01-03 00:00Z', 'a')$$, 'as it says');
SELECT is(i.*::text, '(0,0,0)', 'without releases') FROM delivery.import_git(org(), 'odd', 'public."odd ""name"', NULL) i;
CREATE TABLE public.bad (commit_id text, parents text, authored_at text);
INSERT INTO bad VALUES ('1', NULL, '2026-01-01T00:00:00Z'), ('2', '1 ;x, y', 'infinity'), (NULL, '', '1'), ('4', '', '1e9'), ('5', '',
  'NaN');
SELECT is(i.*::text, '(1,0,4)', 'what cannot be loaded is rejected') FROM delivery.import_git(org(), 'bad', 'bad', NULL) i;
SELECT set_eq($$SELECT external_id, reason FROM delivery.load_reject$$, $$VALUES ('2', '"authored_at" is no time'), (NULL,
  '"id" is missing'),
  ('4', '"authored_at" is no time'), ('5', '"authored_at" is no time')$$, 'with the reason');
SELECT throws_ok($$SELECT delivery.import_git(org(), 'x', 'pg_class', NULL)$$, '42703', 'table pg_class has no column "parents"',
  'no commits');
SELECT throws_ok($$SELECT delivery.import_git(org(), 'x', 'bad', 'bad')$$, '42703', 'table public.bad has no column "release"',
  'no releases');
SELECT throws_ok($$SELECT delivery.import_git(org(), 'x', NULL, 'bad')$$, '22004', NULL, 'no table');
SELECT throws_ok($$SELECT delivery.import_git(org(), 'x', 'bad; DROP TABLE bad', NULL)$$, '42602', NULL, 'a name is a name');

-- Whoever asks has to be able to read the table.
CREATE ROLE harmony_test_importer NOLOGIN;
GRANT USAGE ON SCHEMA delivery, platform, harmony, public TO harmony_test_importer;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA delivery, platform, public TO harmony_test_importer;
INSERT INTO platform.account (id, email, full_name) VALUES (org('member'), 'member@delivery.example.org', 'Member');
INSERT INTO platform.membership (account_id, organization_id) VALUES (org('member'), org());
SELECT set_config('request.jwt.claims', json_build_object('sub', org('member'))::text, true) \g /dev/null
SET LOCAL ROLE harmony_test_importer;
SELECT throws_ok($$SELECT delivery.import_git(org(), 'x', 'bad', NULL)$$, '42501', 'permission denied for table bad',
  'not what one may not read');
RESET ROLE;
GRANT SELECT ON bad TO harmony_test_importer;
SET LOCAL ROLE harmony_test_importer;
SELECT is(i.*::text, '(1,0,4)', 'a member loads what one may read') FROM delivery.import_git(org(), 'mine', 'bad', NULL) i;
SELECT throws_ok($$SELECT delivery.import_git(org('B'), 'x', 'bad', NULL)$$, '42501', NULL, 'and not into another organisation');
RESET ROLE;
SELECT * FROM finish();
ROLLBACK;
