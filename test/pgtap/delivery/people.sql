-- Reviews, and figures about people: at least five, at least five besides, whole months, the own row alone; bots; names of one person.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
\ir ../../lib/delivery.sql
CREATE FUNCTION pg_temp.day(n numeric) RETURNS timestamptz LANGUAGE sql IMMUTABLE AS $$
  SELECT '2026-01-01 00:00Z'::timestamptz + n * interval '1 day' $$;
-- wrote(project, author, n, day): so many commits of an author on a day.
CREATE FUNCTION pg_temp.wrote(project text, author text, n integer, on_day integer DEFAULT 5) RETURNS text LANGUAGE sql AS $$
  SELECT put(project, 'commit', jsonb_agg(jsonb_build_object('id', concat_ws(' ', author, on_day, i), 'author', author, 'authored_at',
    pg_temp.day(on_day)))) FROM generate_series(1, n) i $$;
CREATE FUNCTION pg_temp.who(project text DEFAULT NULL, options jsonb DEFAULT '{}', until timestamptz DEFAULT '2026-03-01') RETURNS jsonb
  LANGUAGE sql AS $$ SELECT delivery.contributors(org(), '2026-01-01', until, project, options) $$;
CREATE FUNCTION pg_temp.repository(code text) RETURNS delivery.repository_row LANGUAGE sql AS $$
  SELECT r FROM delivery.repositories(org(), '2026-01-01', '2026-03-01') r WHERE r.project = code $$;

-- ---- five of them ----
SELECT pg_temp.wrote('p', 'a' || n, n) FROM generate_series(1, 4) n \g /dev/null
SELECT is(pg_temp.who() -> k, 'null'::jsonb, 'four authors: no ' || k) FROM unnest('{authors,bus_factor,gini,commits,own}'::text[]) k;
SELECT is(pg_temp.who() ? 'reason', true, 'and why');
SELECT pg_temp.wrote('p', 'ci[bot]', 50), pg_temp.wrote('p', 'deployer', 50) \g /dev/null
UPDATE delivery.author_alias SET is_bot = true WHERE alias = 'deployer';
SELECT is(pg_temp.who() -> 'authors', 'null'::jsonb, 'bots, by their names and by the list, are nobody');
SELECT pg_temp.wrote('p', 'a5', 10) \g /dev/null
SELECT is(pg_temp.who() - 'unmapped',
  '{"authors": 5, "bus_factor": 1, "gini": 0.40, "commits": null, "own": null}'::jsonb,
  'five: 1, 2, 3, 4, 10 commits; their quartiles would be the counts of three');
SAVEPOINT twenty;
SELECT pg_temp.wrote('p', 'many' || i, i) FROM generate_series(11, 25) i \g /dev/null
SELECT is(pg_temp.who() #> '{commits,quartiles}', '[11, 16, 20]'::jsonb, 'of twenty they are shown');
ROLLBACK TO twenty;
SELECT is(pg_temp.who() -> 'unmapped', '["a1", "a2", "a3", "a4", "a5"]', 'names that nobody is known of');
SELECT is(pg_temp.repository('p')::text, '(p,120,5,1,,0,,"2026-01-06 00:00:00+00")', 'the repository, with its commits');
SELECT is(pg_temp.who(until => '2026-01-31') -> 'authors', 'null'::jsonb, 'no month is whole');
SELECT is(pg_temp.who(until => '2026-02-27') - 'own', pg_temp.who(until => '2026-02-01') - 'own', 'a part of a month changes nothing');
SELECT is(delivery.contributors(org(), '2026-01-02', '2026-03-01') -> 'authors', 'null'::jsonb, 'at the start neither');
SELECT is(pg_temp.who(until => now() + interval '1 year') - 'own', pg_temp.who() - 'own', 'nor the month that is not over');

-- ---- five besides ----
SELECT pg_temp.wrote('q', 'b1', 1) \g /dev/null
SELECT is(pg_temp.who() ->> 'authors', '6', 'of all projects');
SELECT is(pg_temp.who('p') -> 'authors', 'null'::jsonb, 'one author is in no part: the difference would be hers');
SELECT is(pg_temp.who('q') -> 'authors', 'null'::jsonb, 'nor alone');
SELECT is((pg_temp.repository('p')).authors, NULL, 'a repository the same');
SELECT is((pg_temp.repository('p')).commits, 120::bigint, 'but for its commits');
SELECT pg_temp.wrote('q', 'b' || n, 1) FROM generate_series(2, 5) n \g /dev/null
SELECT is(pg_temp.who(p) ->> 'authors', '5', p || ': five, and five besides') FROM unnest('{p,q}'::text[]) p;
INSERT INTO delivery.team (organization_id, name) VALUES (org(), 't');
UPDATE delivery.project SET team_id = (SELECT id FROM delivery.team WHERE organization_id = org()) WHERE code = 'q';
SELECT is(pg_temp.who(options => '{"team": "t"}') ->> 'authors', '5', 'a team''s projects');

-- ---- what two looks tell ----
-- In February somebody writes alone: with January's five that is nobody's month, and no window tells of it.
SAVEPOINT alone;
SELECT pg_temp.wrote('p', 'ann', 37, 35) \g /dev/null
SELECT is(pg_temp.who('p', until => '2026-02-01') - 'own', pg_temp.who('p') - 'own', 'one author more in another month: the same answer');
SELECT is(delivery.contributors(org(), '2026-02-01', '2026-03-01', 'p') -> 'authors', 'null'::jsonb, 'and none of that month');
SELECT is((pg_temp.repository('p')).authors, 5::bigint, 'a repository the same');
SELECT pg_temp.wrote('p', 'a' || n, 1, 36) FROM generate_series(1, 5) n \g /dev/null
SELECT is(pg_temp.who('p') ->> 'authors', '6', 'where five write, all six count');
ROLLBACK TO alone;
-- A team of p and of a project that one more writes in: the difference would be hers.
SAVEPOINT team;
SELECT pg_temp.wrote('r', 'ann', 37) \g /dev/null
UPDATE delivery.project SET team_id = (SELECT id FROM delivery.team WHERE organization_id = org()) WHERE code IN ('p', 'r');
UPDATE delivery.project SET team_id = NULL WHERE code = 'q';
SELECT is(pg_temp.who('p') ->> 'authors', '5', 'a project');
SELECT is(pg_temp.who(options => '{"team": "t"}') -> 'authors', 'null'::jsonb, 'its team has one more: nothing is said of it');
SELECT pg_temp.wrote('r', 'c' || n, 1) FROM generate_series(1, 4) n \g /dev/null
SELECT is(pg_temp.who(options => '{"team": "t"}') ->> 'authors', '10', 'with five others it is');
ROLLBACK TO team;

-- ---- names of one ----
SELECT delivery.map_author(org(), 'b' || n, 'Author B') FROM generate_series(1, 2) n \g /dev/null
SELECT is(pg_temp.who('q') -> 'authors', 'null'::jsonb, 'two names of one author are one');
SELECT is(pg_temp.who() -> 'unmapped' ? 'b1', false, 'and are known');
SELECT delivery.map_author(org(), 'b2', NULL) \g /dev/null
SELECT is(pg_temp.who('q') ->> 'authors', '5', 'taken back');
UPDATE delivery.author SET affiliation = 'one';
SELECT is((pg_temp.repository('q')).elephant_factor, 1, 'whom they work for');
SELECT throws_ok($$SELECT delivery.map_author(org(), ' ', 'x')$$, '22023', NULL, 'no name');
SELECT throws_ok($$SELECT delivery.map_author(org(), 'x', 'x', org('none'))$$, '22023', NULL, 'no such account');
SELECT is((SELECT count(*) FROM platform.audit_event WHERE action = 'delivery.mapped'), 3::bigint, 'who is who is in the audit trail');

-- ---- the own row ----
INSERT INTO platform.account (id, email, full_name) SELECT org(n), n || '@delivery.example.org', n
  FROM unnest('{one,other,admin}'::text[]) n;
INSERT INTO platform.membership (account_id, organization_id) SELECT org(n), org() FROM unnest('{one,other}'::text[]) n;
INSERT INTO platform.account_role VALUES (org('admin'), 'admin');
SELECT delivery.map_author(org(), 'a5', 'Author A', org('one')), delivery.map_author(org(), 'a4', 'Author A') \g /dev/null
SELECT put('p', 'pull_request', '[{"id": "1", "author": "a5", "created_at": "2026-01-05"}]'),
  put('p', 'review', '[{"id": "1", "pull_request": "1", "reviewer": "a4", "submitted_at": "2026-01-06"}]') \g /dev/null
CREATE FUNCTION pg_temp.own(who text, project text DEFAULT NULL) RETURNS jsonb LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('request.jwt.claims', json_build_object('sub', org(who))::text, true);
  RETURN pg_temp.who(project) -> 'own';
END $$;
CREATE ROLE harmony_test_web NOLOGIN;
GRANT USAGE ON SCHEMA delivery, public TO harmony_test_web;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA delivery, public TO harmony_test_web;
SET LOCAL ROLE harmony_test_web;
SELECT is(pg_temp.own('one'), '{"commits": 14, "pull_requests": 1, "reviews": 1}'::jsonb, 'one''s own, by all one''s names');
SELECT is(pg_temp.own('one', 'q'), '{"commits": 0, "pull_requests": 0, "reviews": 0}'::jsonb, 'of a project');
SELECT is(pg_temp.own('other'), 'null'::jsonb, 'nobody else''s');
SELECT is(pg_temp.own('admin'), 'null'::jsonb, 'an administrator neither');
SELECT set_config('request.jwt.claims', json_build_object('sub', org('other'))::text, true) \g /dev/null
SELECT throws_ok($$SELECT delivery.map_author(org(), 'a5', 'Author A', org('other'))$$, '42501', NULL,
  'a member makes nobody''s figures the own');
RESET ROLE;
SELECT set_config('request.jwt.claims', '', true) \g /dev/null

-- ---- reviews ----
-- a: opened day 0, reviewed day 1, changes asked for day 1 and 2 with commits after both, merged day 4. b: opened, reviewed by the author
-- and
-- by a bot alone, closed. c: a bot's. d: reviewed before it was opened, open still.
SELECT put('r', 'pull_request', '[
  {"id": "a", "author": "x1", "created_at": "2026-01-01", "merged_at": "2026-01-05", "additions": 40, "deletions": 9, "commits": [
    {"id": "1", "authored_at": "2025-12-31"}, {"id": "2", "authored_at": "2026-01-02T12:00Z"}, {"id": "3", "authored_at": "2026-01-04"}]},
  {"id": "b", "author": "x1", "created_at": "2026-01-01", "closed_at": "2026-01-02", "additions": 1000, "deletions": 0},
  {"id": "c", "author": "renovate[bot]", "created_at": "2026-01-01", "merged_at": "2026-01-02"},
  {"id": "d", "author": "x1", "created_at": "2026-01-03", "additions": 9, "deletions": 0,
    "commits": [{"id": "4", "authored_at": "2026-01-02"}]}]'),
  put('r', 'review', '[
  {"id": "1", "pull_request": "a", "reviewer": "x2", "submitted_at": "2026-01-02", "state": "CHANGES_REQUESTED"},
  {"id": "2", "pull_request": "a", "reviewer": "x2", "submitted_at": "2026-01-03", "state": "changes_requested"},
  {"id": "3", "pull_request": "a", "reviewer": "x3", "submitted_at": "2026-01-04T12:00Z", "state": "changes_requested"},
  {"id": "4", "pull_request": "b", "reviewer": "x1", "submitted_at": "2026-01-01T12:00Z", "state": "COMMENTED"},
  {"id": "5", "pull_request": "b", "reviewer": "check[BOT]", "submitted_at": "2026-01-01T12:00Z", "state": "APPROVED"},
  {"id": "6", "pull_request": "d", "reviewer": "x2", "submitted_at": "2026-01-02", "state": "APPROVED"}]') \g /dev/null
CREATE FUNCTION pg_temp.reviews() RETURNS jsonb LANGUAGE sql AS $$ SELECT delivery.reviews(org(), '2026-01-01', '2026-02-01', 'r') $$;
SELECT is(pg_temp.reviews() - '{reviewed,rework_share}'::text[],
  '{"n": 3, "rounds": 1, "merge_rate": 0.5, "first_review": {"median": 43200, "low":
  null, "high": null}, "sizes": {"under_10": 1, "under_50": 1, "under_250": 0, "under_1000": 0, "from_1000": 1}}'::jsonb,
  'three of people; of the reviewed a has two rounds, d none; first after a day and at once');
SELECT is(round((pg_temp.reviews() ->> 'reviewed')::numeric, 6), 0.666667, 'two of three were reviewed by another person');
SELECT is(round((pg_temp.reviews() ->> 'rework_share')::numeric, 6), 0.5, 'two of four commits came after the first review');
SELECT delivery.map_author(org(), n, 'Author X') FROM unnest('{x1,x2}'::text[]) n \g /dev/null
SELECT is(round((pg_temp.reviews() ->> 'reviewed')::numeric, 6), 0.333333, 'two names of one person are no other person');
SELECT is((SELECT pickup FROM delivery.pull_request_times(org(), 'r') WHERE pull_request = 'a'), 3.5 * 86400::float8,
  'for a pull request neither');
SELECT is(jsonb_strip_nulls(delivery.reviews(org(), '2026-02-01', '2026-01-01')),
  '{"n": 0, "sizes": {"under_10": 0, "under_50": 0, "under_250": 0,
  "under_1000": 0, "from_1000": 0}, "first_review": {}}'::jsonb, 'of no time');
SELECT * FROM finish();
ROLLBACK;
