-- Records of Jira: issues with their changelog, what statuses stand for, sprints; and records of other shapes.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
\ir ../../lib/delivery.sql

CREATE FUNCTION pg_temp.take(kind text, documents jsonb) RETURNS text LANGUAGE sql AS $$
  SELECT concat_ws(' ', i.loaded, i.updated, i.rejected) FROM delivery.import_jira(org(), 'till', kind, documents) i $$;
-- issue(number, status now, its category, changes of fields [[day, field, from, to], ...], more fields).
CREATE FUNCTION pg_temp.issue(n integer, status text, category text, changes jsonb, more jsonb DEFAULT '{}') RETURNS jsonb LANGUAGE sql AS
  $$
  SELECT jsonb_build_object('id', (100 + n)::text, 'key', 'TILL-' || n, 'fields', jsonb_build_object('summary', 'Issue ' || n, 'created',
      '2026-01-01T09:00:00.000+0100', 'issuetype', '{"name": "Story"}'::jsonb, 'customfield_10016', n, 'status', jsonb_build_object('name',
      status, 'statusCategory', jsonb_build_object('key', category))) || more,
    'changelog', jsonb_build_object('histories', (
      SELECT jsonb_agg(jsonb_build_object('id', n * 100 + o, 'created', format('2026-01-%sT09:00:00.000+0000', lpad(c ->> 0, 2, '0')),
        'items',
        jsonb_build_array(jsonb_build_object('field', c ->> 1, 'fromString', c ->> 2, 'toString', c ->> 3, 'from', c ->> 2, 'to', c ->> 3)))
        ORDER BY o DESC)
      FROM jsonb_array_elements(changes) WITH ORDINALITY x (c, o)))) $$;
-- story(number): what an item became, and when.
CREATE FUNCTION pg_temp.story(n integer) RETURNS text LANGUAGE sql AS $$
  SELECT string_agg(category || ' ' || extract(day FROM at), ', ' ORDER BY at, external_id) FROM delivery.status_change
  WHERE work_item = 'TILL-' || n $$;
CREATE FUNCTION pg_temp.errors() RETURNS text LANGUAGE sql AS $$
  SELECT string_agg(external_id || ' ' || error, ', ' ORDER BY id) FROM delivery.raw_record WHERE status = 'rejected' $$;

-- ---- statuses: of the list, of the issue, mapped, unknown ----
SELECT is(pg_temp.take('statuses', '[{"id": "1", "name": "Open", "statusCategory": {"key": "new"}}, {"id": "2", "name": "Doing",
  "statusCategory": {"key": "indeterminate"}}, {"id": "3", "name": "Review", "statusCategory": {"key": "indeterminate"}},
  {"id": "4", "name": "Closed", "statusCategory": {"key": "done"}}]'), '0 0 0', 'statuses are kept');
SELECT is(pg_temp.take('issues', jsonb_build_object('startAt', 0, 'issues', jsonb_build_array(
  pg_temp.issue(1, 'Closed', 'done', '[[2, "status", "Open", "Doing"], [3, "status", "Doing", "Review"], [4, "status", "Review", "Doing"],
    [6, "status", "Doing", "Closed"], [5, "assignee", "a", "b"]]'),
  pg_temp.issue(2, 'Open', 'new', '[]'), pg_temp.issue(3, 'Doing', 'indeterminate', '[]'),
  pg_temp.issue(4, 'Odd', 'indeterminate', '[[2, "status", "Open", "Odd"]]'),
  pg_temp.issue(5, 'Doing', 'indeterminate', '[[2, "status", "Lost", "Closed"], [3, "status", "Closed", "Doing"]]')))), '11 0 1',
  'an answer with issues: five items, six changes');
SELECT is(array(SELECT pg_temp.story(n) FROM generate_series(1, 5) n), ARRAY['in_progress 2, done 6', NULL, 'in_progress 1',
  'in_progress 2',
  'done 2, in_progress 3'], 'changes within a category are none; what an issue is made as is one, but to do');
SELECT is(pg_temp.errors(), '105 status "Lost" has no category', 'a status that nobody knows');
SELECT is((SELECT string_agg(concat_ws(' ', external_id, type, title, points, created_at), ', ' ORDER BY external_id) FROM
  delivery.work_item
  WHERE points < 3), 'TILL-1 Story Issue 1 1 2026-01-01 08:00:00+00, TILL-2 Story Issue 2 2 2026-01-01 08:00:00+00', 'items');
SELECT is(delivery.map_status(i.id, 'Review', 'done'), org(), 'Review is done') FROM delivery.integration i;
SELECT is(delivery.map_status(i.id, 'Lost', 'in_progress'), org(), 'Lost is in progress') FROM delivery.integration i;
SELECT is((SELECT count(*) FROM platform.job WHERE kind = 'delivery.transform'), 1::bigint, 'one job for both');
SELECT is(delivery.transform(i.id)::text, '(3,0,0)', 'what it does') FROM delivery.integration i;
SELECT is(array(SELECT pg_temp.story(n) FROM generate_series(1, 5) n), ARRAY['in_progress 2, done 3, in_progress 4, done 6', NULL,
  'in_progress 1', 'in_progress 2', 'in_progress 1, done 2, in_progress 3'], 'the history anew');
SELECT is(pg_temp.errors(), NULL, 'nothing is rejected any more');
SELECT lives_ok(format('SELECT delivery.unmap_status(%s, %L)', i.id, 'Review'), 'Review as Jira says') FROM delivery.integration i;
SELECT is(delivery.transform(i.id)::text, '(0,0,0)', 'nothing is new') FROM delivery.integration i;
SELECT is(pg_temp.story(1), 'in_progress 2, done 6', 'what is told no more is gone');
SELECT is(delivery.transform(i.id)::text, '(0,0,0)', 'once') FROM delivery.integration i;
SELECT is(pg_temp.take('issues', jsonb_build_array(pg_temp.issue(2, 'Doing', 'indeterminate', '[[7, "status", "Open", "Doing"]]',
  '{"customfield_10016": null, "summary": "New words", "issuetype": {"name": "Bug"}}'))), '1 1 0', 'an issue that has changed');
SELECT is((SELECT concat_ws(' ', type, title, points) FROM delivery.work_item WHERE external_id = 'TILL-2'), 'Bug New words', 'says so');

-- ---- sprints: who was in one when, by the changelog ----
UPDATE delivery.integration SET settings = '{"team_field": "customfield_1"}';
SELECT is(pg_temp.take('boards', '{"values": [{"id": 9, "name": "Blue board"}]}'), '0 0 0', 'boards are kept');
SELECT is(pg_temp.take('issues', jsonb_build_array(
  -- From the start to the end; from the start, left on the 8th; came on the 7th and was done; came and left; before and after alone.
  pg_temp.issue(11, 'Closed', 'done', '[[2, "Sprint", "", "5"], [6, "status", "Doing", "Closed"]]', '{"customfield_1": {"value": "Blue"}}'),
  pg_temp.issue(12, 'Doing', 'indeterminate', '[[2, "Sprint", "", "5"], [8, "Sprint", "5", ""]]'),
  pg_temp.issue(13, 'Closed', 'done', '[[7, "Sprint", "", "5"], [8, "status", "Doing", "Closed"]]'),
  pg_temp.issue(14, 'Doing', 'indeterminate', '[[7, "Sprint", "", "5"], [8, "Sprint", "5", "6"]]'),
  pg_temp.issue(15, 'Doing', 'indeterminate', '[[2, "Sprint", "", "5"], [3, "Sprint", "5", ""], [20, "Sprint", "", "5"]]'),
  -- In it from its creation, as the field alone tells; done too late; and carried over to the next.
  pg_temp.issue(16, 'Doing', 'indeterminate', '[]', '{"customfield_10020": [{"id": 5, "boardId": 9}]}'),
  pg_temp.issue(17, 'Closed', 'done', '[[2, "Sprint", "", "5"], [12, "status", "Doing", "Closed"]]', '{"sprint": {"id": 5}}'),
  pg_temp.issue(18, 'Doing', 'indeterminate', '[[2, "Sprint", "", "5"], [10, "Sprint", "5", "5, 6"]]'))), '19 0 0', 'eight issues');
SELECT is(pg_temp.take('sprints', '{"values": [{"id": 5, "state": "closed", "originBoardId": 9, "startDate": "2026-01-05T08:00:00.000Z",
  "endDate": "2026-01-09T08:00:00.000Z", "completeDate": "2026-01-10T10:00:00.000Z"}, {"id": 6, "state": "future", "name": "Next"}]}'),
  '1 0 0', 'a sprint, and one that has not begun');
SELECT is((SELECT concat_ws(' ', s.external_id, t.name, s.started_at, s.ended_at) FROM delivery.sprint s JOIN delivery.team t ON t.id =
  s.team_id),
  '5 Blue board 2026-01-05 08:00:00+00 2026-01-10 10:00:00+00', 'its board is the team; it ended when it was completed');
SELECT is((SELECT string_agg(concat_ws(' ', substr(work_item, 6), points, is_added, is_removed, is_completed), ', ' ORDER BY work_item)
  FROM delivery.sprint_item), '11 11 f f t, 12 12 f t f, 13 13 t f t, 14 14 t t f, 16 16 f f f, 17 17 f f f, 18 18 f f f',
  'committed, added, removed, completed, carried over');
SELECT is((SELECT t.name FROM delivery.work_item w JOIN delivery.team t ON t.id = w.team_id WHERE w.external_id = 'TILL-11'), 'Blue',
  'a team by a field');
SELECT is(pg_temp.take('issues', jsonb_build_array(pg_temp.issue(16, 'Closed', 'done', '[[9, "status", "Doing", "Closed"]]',
  '{"customfield_10020": [{"id": 5}]}'))), '1 1 0', 'an issue is done');
SELECT is((SELECT is_completed FROM delivery.sprint_item WHERE work_item = 'TILL-16'), true, 'and the sprint says so');
SELECT is((SELECT round(p.predictability::numeric, 4) || ' ' || p.sprints FROM delivery.portfolio(org(), '2026-01-01', '2026-02-01') p),
  round((11 + 13 + 16)::numeric / (11 + 12 + 16 + 17 + 18), 4) || ' 1', 'predictability of it');

-- ---- again, and in another order ----
CREATE TEMP TABLE kept AS SELECT DISTINCT ON (kind, external_id) kind, document FROM delivery.raw_record ORDER BY kind, external_id, id
  DESC;
CREATE FUNCTION pg_temp.state() RETURNS text LANGUAGE sql AS $$
  SELECT string_agg(x.v, E'\n' ORDER BY x.v COLLATE "C") FROM (
    SELECT concat_ws(' ', external_id, work_item, category, at) FROM delivery.status_change
    UNION ALL SELECT concat_ws(' ', external_id, type, title, points) FROM delivery.work_item
    UNION ALL SELECT concat_ws(' ', sprint, work_item, points, is_added, is_removed, is_completed) FROM delivery.sprint_item) x (v) $$;
CREATE TEMP TABLE before AS SELECT pg_temp.state() AS state;
SELECT is((SELECT string_agg(pg_temp.take(substr(kind, 6), document), ' ') FROM kept WHERE kind = 'jira.issues'),
  (SELECT string_agg('0 0 0', ' ') FROM kept WHERE kind = 'jira.issues'), 'the same again changes nothing');
SELECT is(pg_temp.state(), state, 'nothing') FROM before;
DELETE FROM delivery.project;
DELETE FROM delivery.raw_record;
DO $$ BEGIN PERFORM pg_temp.take(substr(k.kind, 6), k.document) FROM (SELECT * FROM kept ORDER BY kind DESC, md5(document::text)) k; END $$;
SELECT is(pg_temp.state(), state, 'sprints first, issues last: the same') FROM before;

-- ---- what others rest on comes last ----
SAVEPOINT last;
DELETE FROM delivery.project;
DELETE FROM delivery.raw_record;
DELETE FROM delivery.status;
SELECT is(pg_temp.take('issues', jsonb_build_array(pg_temp.issue(80, 'Fertig', 'done', '[[2, "status", "Neu", "QA"], [5, "status", "QA",
  "Fertig"]]'))), '2 0 2', 'statuses of a history that nobody knows');
SELECT is(pg_temp.take('sprints', '{"values": [{"id": 37, "state": "closed", "originBoardId": 9, "startDate": "2026-01-05T08:00:00.000Z",
  "endDate": "2026-01-09T08:00:00.000Z"}]}'), '1 0 0', 'a sprint of a board that nobody knows');
SELECT is(pg_temp.take('statuses', '[{"id": "1", "name": "Neu", "statusCategory": {"key": "new"}}, {"id": "2", "name": "QA",
  "statusCategory": {"key": "indeterminate"}}, {"id": "3", "name": "Fertig", "statusCategory": {"key": "done"}}]'), '1 0 0', 'they come');
SELECT is(pg_temp.story(80), 'in_progress 2, done 5', 'and the history is whole');
SELECT is(pg_temp.take('boards', '{"values": [{"id": 9, "name": "Green board"}]}'), '0 1 0', 'the board comes');
SELECT is((SELECT t.name FROM delivery.sprint s JOIN delivery.team t ON t.id = s.team_id), 'Green board', 'and is the team');
SELECT is(pg_temp.take('boards', '{"values": [{"id": 9, "name": "Green board"}]}'), '0 0 0', 'the same again wakes nothing');
ROLLBACK TO last;

-- ---- other shapes ----
SELECT is(pg_temp.take('issues',
  '[5, null, [], {}, {"id": 1}, {"id": "2", "key": "X-2"}, {"id": "3", "key": "X-3", "fields": 5, "changelog": 5},
  {"id": "4", "key": "X-4", "fields": {"created": "soon", "status": 7}, "changelog": {"histories": [5, {"items": 5}, {"items": [7,
  {"field": "status"}]}]}}]'), '0 0 12', 'issues that are none');
SELECT is(pg_temp.take('issues', jsonb_build_array(pg_temp.issue(50, 'Doing', 'indeterminate', '[[2, "status", "Open", "Doing"]]')
  #- '{changelog,histories,0,created}')), '1 0 1', 'a change without a time');
SELECT is(pg_temp.errors() ~ '150 "at" is missing', true, 'says so');
SELECT is(pg_temp.take('sprints', '[5, {}, {"id": 70, "startDate": "x", "endDate": "y"}, {"id": 71, "startDate": "2026-01-05", "endDate":
  "2026-01-01"}, {"id": 72, "startDate": "2026-01-05", "endDate": "2026-01-09", "originBoardId": {}}]'), '1 0 3', 'sprints that are none');
SELECT lives_ok(format('SELECT delivery.import_jira(org(), %L, %L, %L)', 'till', k, d), k || ' ' || left(d, 20))
FROM unnest(delivery.record_kinds('jira')) k, unnest(ARRAY['null', '5', '"x"', '{}', '[]', '[[]]', '{"issues": 5}', '{"values": [null]}',
  '[{"id": 1e400}]', '[{"id": "z", "fields": {"customfield_10016": 1e400, "sprint": 5, "closedSprints": {}, "customfield_10020": [5]}}]',
  (SELECT jsonb_build_array(jsonb_build_object('id', repeat('x', 5000), 'key', repeat('x', 5000)))::text)]) d;
SELECT is((SELECT count(*) FROM delivery.raw_record WHERE status = 'waiting'), 0::bigint, 'nothing waits');
SELECT throws_ok($$SELECT delivery.import_jira(org(), 'till', 'pulls', '[]')$$, '22023', 'kind "pulls" does not exist', 'another kind');
SELECT throws_ok($$SELECT delivery.import_jira(org('none'), 'till', 'issues', '[]')$$, '22023', NULL, 'no organisation');
SELECT * FROM finish();
ROLLBACK;
