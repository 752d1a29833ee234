-- Records of GitHub: what becomes of each kind, in any order, again and again; and records of other shapes.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
\ir ../../lib/delivery.sql

-- take(kind, documents): imports into project gh of A; 'loaded updated rejected'.
CREATE FUNCTION pg_temp.take(kind text, documents jsonb) RETURNS text LANGUAGE sql AS $$
  SELECT concat_ws(' ', i.loaded, i.updated, i.rejected) FROM delivery.import_github(org(), 'gh', kind, documents) i $$;
CREATE FUNCTION pg_temp.pull(n integer, merged_at text, more jsonb DEFAULT '{}') RETURNS jsonb LANGUAGE sql AS $$
  SELECT jsonb_build_object('id', 1000 + n, 'number', n, 'state', CASE WHEN merged_at IS NULL THEN 'open' ELSE 'closed' END, 'user',
    jsonb_build_object('login', 'ann', 'id', 7), 'created_at', '2026-01-05T12:00:00Z', 'updated_at', '2026-01-06T12:00:00Z', 'closed_at',
    merged_at, 'merged_at', merged_at, 'merge_commit_sha', 'm' || n, 'draft', false) || more $$;
CREATE FUNCTION pg_temp.deploy(n integer, more jsonb DEFAULT '{}') RETURNS jsonb LANGUAGE sql AS $$
  SELECT jsonb_build_object('id', n, 'sha', 'c' || n, 'ref', 'main', 'task', 'deploy', 'environment', 'Production', 'created_at',
    format('2026-01-0%sT10:00:00Z', n), 'production_environment', false) || more $$;
CREATE FUNCTION pg_temp.state(n integer, deployment integer, state text, at text) RETURNS jsonb LANGUAGE sql AS $$
  SELECT jsonb_build_object('id', n, 'state', state, 'created_at', at, 'deployment_url',
    'https://api.example.org/repos/o/r/deployments/' || deployment) $$;
CREATE FUNCTION pg_temp.commit(n integer, login text DEFAULT 'ann') RETURNS jsonb LANGUAGE sql AS $$
  SELECT jsonb_build_object('sha', 'c' || n, 'commit', jsonb_build_object('author', jsonb_build_object('name', 'Name', 'email',
      'mail@example.org', 'date', format('2026-01-0%sT08:00:00Z', n)), 'committer', jsonb_build_object('date',
      format('2026-01-0%sT09:00:00Z', n))), 'author', CASE WHEN login IS NOT NULL THEN jsonb_build_object('login', login) END,
    'parents', CASE WHEN n > 1 THEN jsonb_build_array(jsonb_build_object('sha', 'c' || n - 1)) ELSE '[]' END) $$;

INSERT INTO delivery.integration (organization_id, kind, name, settings)
VALUES (org(), 'github', 'Code', '{"incident_label": "incident", "service": "web"}');

-- ---- each kind, new, the same, changed ----
SELECT is(pg_temp.take('pulls', jsonb_build_array(pg_temp.pull(1, '2026-01-06T12:00:00Z'), pg_temp.pull(2, NULL))), '2 0 0',
  'a list of pulls');
SELECT is(pg_temp.take('pulls', jsonb_build_array(pg_temp.pull(1, '2026-01-06T12:00:00Z'), pg_temp.pull(2, NULL))), '0 0 0', 'the same');
SELECT is(pg_temp.take('pulls', pg_temp.pull(1, '2026-01-06T12:00:00Z', '{"additions": 10, "deletions": 2, "commits": 3}')), '0 1 0',
  'a single one has sizes');
SELECT is(pg_temp.take('pulls', jsonb_build_array(pg_temp.pull(1, '2026-01-06T12:00:00Z', '{"title": "x"}'))), '0 0 0',
  'which a list keeps');
SELECT is(pg_temp.take('pull_commits', '{"number": 1, "commits": [{"sha": "x", "commit": {"author": {"date": "2026-01-04T12:00:00Z"}}},
  {"sha": "y", "commit": {"author": {"date": "2026-01-05T00:00:00Z"}}}]}'), '0 1 0', 'its commits');
SELECT is(pg_temp.take('pull_commits', '{"number": 3, "commits": [{"sha": "z"}]}'), '0 0 0', 'commits of one that comes later');
SELECT is(pg_temp.take('pulls', jsonb_build_array(pg_temp.pull(3, '2026-01-07T00:00:00Z'))), '1 0 0', 'it comes');
SELECT is(pg_temp.take('reviews', '[{"id": 5, "user": {"login": "bob"}, "state": "APPROVED", "submitted_at": "2026-01-05T18:00:00Z",
  "pull_request_url": "https://api.example.org/repos/o/r/pulls/1"}]'), '1 0 0', 'a review');
SELECT is((SELECT string_agg(concat_ws(' ', p.external_id, a.alias, p.merged_at, p.closed_at, p.merge_commit, p.additions, p.deletions,
    (SELECT string_agg(c.commit, '+' ORDER BY c.commit) FROM delivery.pull_request_commit c
     WHERE c.project_id = p.project_id AND c.pull_request = p.external_id)), ', ' ORDER BY p.external_id)
  FROM delivery.pull_request p JOIN delivery.author_alias a ON a.id = p.author_id),
  '1 ann 2026-01-06 12:00:00+00 2026-01-06 12:00:00+00 m1 10 2 x+y, 2 ann, 3 ann 2026-01-07 00:00:00+00 2026-01-07 00:00:00+00 m3 z',
  'pull requests: the commit of a trial is none');
SELECT is((SELECT concat_ws(' ', r.external_id, r.pull_request, a.alias, r.state) FROM delivery.review r
  JOIN delivery.author_alias a ON a.id = r.reviewer_id), '5 1 bob approved', 'reviews');

SELECT is(pg_temp.take('deployment_statuses', jsonb_build_array(pg_temp.state(1, 1, 'pending', '2026-01-01T10:01:00Z'),
  pg_temp.state(2, 1, 'success', '2026-01-01T10:05:00Z'), pg_temp.state(3, 1, 'inactive', '2026-01-02T10:00:00Z'))), '0 0 0',
  'statuses of one that comes later');
SELECT is(pg_temp.take('deployments', jsonb_build_array(pg_temp.deploy(1), pg_temp.deploy(2), pg_temp.deploy(3,
  '{"task": "deploy:rollback"}'),
  pg_temp.deploy(4, '{"environment": "eu-1", "production_environment": true}'), pg_temp.deploy(5, '{"environment": "staging"}'))), '5 0 0',
  'deployments');
SELECT is(pg_temp.take('deployment_statuses', jsonb_build_array(pg_temp.state(4, 2, 'failure', '2026-01-02T10:05:00Z'),
  pg_temp.state(5, 3, 'failure', '2026-01-03T10:05:00Z'), pg_temp.state(6, 3, 'success', '2026-01-03T10:09:00Z'),
  pg_temp.state(7, 5, 'error', '2026-01-05T10:00:00Z'), pg_temp.state(8, 5, 'in_progress', '2026-01-05T10:01:00Z'))), '0 2 0',
  'their statuses');
SELECT is((SELECT string_agg(concat_ws(' ', d.external_id, d.environment, d.result, d.finished_at, d.is_rollback), ', ' ORDER BY
  d.external_id)
  FROM delivery.deployment d), '1 production success 2026-01-01 10:05:00+00 f, 2 production failure 2026-01-02 10:05:00+00 f, '
  '3 production success 2026-01-03 10:09:00+00 t, 4 production f, 5 staging f', 'the first success counts, else a last failure');
SELECT is(pg_temp.take('commits', jsonb_build_array(pg_temp.commit(1), pg_temp.commit(2, NULL), pg_temp.commit(3))), '3 0 0', 'commits');
SELECT is((SELECT string_agg(concat_ws(' ', c.external_id, a.alias, c.authored_at, c.committed_at, d.external_id), ', ' ORDER BY
  c.external_id)
  FROM delivery.commit c JOIN delivery.author_alias a ON a.id = c.author_id LEFT JOIN delivery.deployment d ON d.id = c.first_deployment),
  'c1 ann 2026-01-01 08:00:00+00 2026-01-01 09:00:00+00 1, c2 mail@example.org 2026-01-02 08:00:00+00 2026-01-02 09:00:00+00 3, '
  'c3 ann 2026-01-03 08:00:00+00 2026-01-03 09:00:00+00 3', 'and what put them live');

CREATE FUNCTION pg_temp.issue(n integer, closed_at text, updated_at text, more jsonb DEFAULT '{}') RETURNS jsonb LANGUAGE sql AS $$
  SELECT jsonb_build_object('id', 100 + n, 'number', n, 'title', 'Issue ' || n, 'created_at', '2026-01-05T00:00:00Z', 'closed_at',
    closed_at,
    'updated_at', updated_at, 'labels', '[]'::jsonb) || more $$;
SELECT is(pg_temp.take('issues', jsonb_build_array(pg_temp.issue(10, NULL, '2026-01-05T00:00:00Z'), pg_temp.issue(11,
  '2026-01-06T00:00:00Z',
    '2026-01-06T00:00:00Z', '{"type": {"name": "Bug"}}'), pg_temp.issue(12, '2026-01-05T03:00:00Z', '2026-01-05T03:00:00Z',
    '{"labels": [{"name": "incident"}]}'), pg_temp.issue(13, NULL, '2026-01-05T00:00:00Z', '{"pull_request": {"url": "x"}}'))), '6 0 0',
  'issues: items, an incident, closings; a pull request among them is none');
SELECT is(pg_temp.take('issues', jsonb_build_array(pg_temp.issue(11, NULL, '2026-01-07T00:00:00Z', '{"type": {"name": "Bug"}}'))), '1 0 0',
  'open again');
SELECT is(pg_temp.take('issues', jsonb_build_array(pg_temp.issue(11, '2026-01-09T00:00:00Z', '2026-01-09T00:00:00Z'))), '1 1 0',
  'and closed');
SELECT is((SELECT string_agg(concat_ws(' ', w.external_id, w.type, w.title, (SELECT string_agg(c.category || ' ' || c.at::date, ' ' ORDER
  BY c.at)
    FROM delivery.status_change c WHERE c.project_id = w.project_id AND c.work_item = w.external_id)), ', ' ORDER BY w.external_id)
  FROM delivery.work_item w), '10 issue Issue 10, 11 issue Issue 11 done 2026-01-06 todo 2026-01-07 done 2026-01-09, '
  '12 incident Issue 12 done 2026-01-05', 'work items and what they became');
SELECT is((SELECT concat_ws(' ', external_id, service, resolved_at - created_at) FROM delivery.incident), '12 web 03:00:00', 'an incident');

-- ---- kept as they came ----
SELECT is((SELECT count(DISTINCT i.id) || ' ' || min(i.name) FROM delivery.integration i WHERE i.organization_id = org()), '1 Code',
  'of the one integration that there is');
SELECT is((SELECT string_agg(DISTINCT status, ' ') FROM delivery.raw_record), 'loaded', 'all was loaded');
SELECT is((SELECT count(*) FROM delivery.raw_record WHERE kind = 'github.pulls' AND external_id = '1'), 3::bigint,
  'each version of a record is kept once');
CREATE TEMP TABLE before AS SELECT figures('gh') AS figures, times('gh') AS times;
CREATE TEMP TABLE kept AS SELECT kind, document FROM delivery.raw_record;
DELETE FROM delivery.project;
DELETE FROM delivery.raw_record;
DO $$
BEGIN
  -- All of it again, one by one, the newest of each first within a kind but for issues, whose versions tell a history.
  PERFORM delivery.import_github(org(), 'gh', substr(k.kind, 8), k.document) FROM (
    SELECT k.* FROM kept k WHERE k.kind NOT IN ('github.issues', 'github.pulls') ORDER BY md5(k.document::text)) k;
  PERFORM delivery.import_github(org(), 'gh', substr(k.kind, 8), k.document) FROM kept k WHERE k.kind IN ('github.issues', 'github.pulls');
END
$$;
SELECT is((figures('gh'), times('gh'))::text, (SELECT (b.figures, b.times)::text FROM before b),
  'in another order the figures are the same');

-- ---- other shapes: rejected with a reason, and the rest is loaded ----
SELECT is(pg_temp.take('pulls', '[5, null, "x", [], {}, {"number": null}, {"number": 50}, {"number": 51, "user": 7, "created_at": "soon"},
  {"number": 52, "created_at": "2026-01-01T00:00:00Z", "merged_at": {}, "user": []}]' || jsonb_build_array(pg_temp.pull(53, NULL))),
  '1 0 9', 'pulls that are none');
SELECT bag_eq($$SELECT document ->> 'number', error FROM delivery.raw_record WHERE status = 'rejected'$$, $$VALUES
  (NULL, 'it is no object'), (NULL, 'it is no object'), (NULL, 'it is no object'), (NULL, 'it is no object'),
  (NULL, 'it does not say what it tells of'), (NULL, 'it does not say what it tells of'), ('50', '"created_at" is missing'),
  ('51', '"created_at" is no time'), ('52', '"merged_at" is no time')$$, 'with the reason');
SELECT is(pg_temp.take(kind, d || '[5, {}, {"id": {}}, {"id": [1]}, {"number": "x"}, {"sha": 5}]'), n, kind || ' that are none')
FROM (VALUES ('reviews', '[{"id": 1}, {"id": 2, "pull_request_url": 5, "submitted_at": "2026-01-01T00:00:00Z"}]'::jsonb, '0 0 8'),
  ('deployments', '[{"id": 1000, "sha": {}, "created_at": 5}]', '0 0 7'),
  ('deployment_statuses', '[{"id": 1, "deployment_url": "x"}]', '0 0 7'),
  ('commits', '[{"sha": "odd", "commit": 5}, {"sha": "odd2", "commit": {"author": {"date": "x"}}, "parents": {}}]', '0 0 8'),
  ('pull_commits', '[{"number": 53, "commits": 5}, {"number": 53, "commits": [5, {}]}]', '0 0 6'),
  ('issues', '[{"number": 99, "labels": 5}, {"number": 98, "created_at": "2026-01-01T00:00:00Z", "labels": [5], "closed_at": "x"}]',
    '1 0 8')
) x (kind, d, n);
SELECT is((SELECT count(*) FROM delivery.raw_record WHERE status = 'waiting'), 0::bigint, 'nothing waits');
SELECT lives_ok(format('SELECT delivery.import_github(org(), %L, %L, %L)', 'gh', k, d), k || ' ' || left(d, 20))
FROM unnest(delivery.record_kinds('github')) k, unnest(ARRAY['null', '5', '"x"', '{}', '[]', '[[]]', '{"issues": 5}', '{"values": [null]}',
  '[{"number": 1e400, "id": 1e400}]', (SELECT jsonb_build_array(jsonb_build_object('number', repeat('9', 600), 'id', repeat('x',
    5000)))::text)]) d;
SELECT throws_ok($$SELECT delivery.import_github(org(), 'gh', 'forks', '[]')$$, '22023', 'kind "forks" does not exist', 'another kind');
SELECT throws_ok($$SELECT delivery.import_github(org(), ' ', 'pulls', '[]')$$, '22023', NULL, 'no name of a project');
SELECT throws_ok($$SELECT delivery.import_github(org(), NULL, 'pulls', '[]')$$, '22004', NULL, 'no project');
SELECT throws_ok($$SELECT delivery.import_github(org(), 'gh', NULL, '[]')$$, '22004', NULL, 'no kind');
SELECT throws_ok($$SELECT delivery.import_github(org(), 'gh', 'pulls', NULL)$$, '22004', NULL, 'no documents');
SELECT throws_ok($$SELECT delivery.import_github(org('none'), 'gh', 'pulls', '[]')$$, '22023', NULL, 'no organisation');
-- Two projects of one tool keep to themselves.
SELECT is((SELECT i.loaded FROM delivery.import_github(org(), 'other', 'pulls', jsonb_build_array(pg_temp.pull(1, NULL))) i), 1::bigint,
  'number 1 of another project');
SELECT is((SELECT p.merged_at IS NOT NULL FROM delivery.pull_request p JOIN delivery.project o ON o.id = p.project_id
  WHERE o.code = 'gh' AND p.external_id = '1'), true, 'is another');
SELECT * FROM finish();
ROLLBACK;
