-- Loading: kinds and fields, what is rejected and why, what counts as changed, and what comes later than what names it.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
\ir ../../lib/delivery.sql

-- ---- of every kind: new, the same, changed ----
CREATE TEMP TABLE doc (kind text, first jsonb, changed jsonb);
INSERT INTO doc VALUES
  ('commit', '{"id": "c", "authored_at": "2026-01-01T00:00:00Z"}', '{"committed_at": "2026-01-02T00:00:00Z"}'),
  ('commit', '{"id": "c2", "authored_at": "2026-01-01T00:00:00Z", "parents": ["c"], "author": "ann"}', '{"parents": ["c", "c3"]}'),
  ('commit', '{"id": "c4", "authored_at": "2026-01-01T00:00:00Z", "parents": ["c", "c3"]}', '{"parents": null}'),
  ('commit', '{"id": "c5", "authored_at": "2026-01-01T00:00:00Z", "author": "ann"}', '{"author": "bob"}'),
  ('deployment', '{"id": "d"}', '{"finished_at": "2026-01-02T00:00:00Z"}'),
  ('deployment', '{"id": "d2", "service": "s", "environment": "production", "result": "success", "started_at": "2026-01-01",
    "finished_at": "2026-01-02", "commits": ["c"], "is_rollback": true, "unplanned": true}', '{"commits": ["c", "later"]}'),
  ('incident', '{"id": "i", "created_at": "2026-01-01 00:00"}', '{"resolved_at": "2026-01-01T00:00:00+00:00"}'),
  ('incident', '{"id": "i2", "created_at": "2026-01-01", "cause": "d", "service": "s"}', '{"fixed_by": "d2"}'),
  ('pull_request', '{"id": "p", "created_at": "2026-01-01"}', '{"additions": 5}'),
  ('pull_request', '{"id": "p2", "author": "ann", "created_at": "2026-01-01", "merged_at": "2026-01-02", "closed_at": "2026-01-02",
    "merge_commit": "c", "additions": 1, "deletions": 0, "commits": [{"id": "x", "authored_at": "2025-12-31"}, {"id": "y"}]}',
    '{"commits": [{"id": "x", "authored_at": "2025-12-30"}]}'),
  ('review', '{"id": "r", "pull_request": "p", "submitted_at": "2026-01-01"}', '{"state": "approved"}'),
  ('review', '{"id": "r2", "pull_request": "none", "submitted_at": "2026-01-01", "reviewer": "bob"}', '{"reviewer": "ann"}'),
  ('work_item', '{"id": "w", "created_at": "2026-01-01"}', '{"points": 2.5}'),
  ('work_item', '{"id": "w2", "type": "bug", "team": "t", "title": "It fails", "points": 0, "created_at": "2026-01-01"}', '{"team": "u"}'),
  ('status_change', '{"id": "s", "work_item": "w", "category": "todo", "at": "2026-01-01"}', '{"category": "done"}'),
  ('sprint', '{"id": "s", "started_at": "2026-01-01", "ended_at": "2026-01-15"}', '{"team": "t"}'),
  ('sprint', '{"id": "s2", "started_at": "2026-01-01", "ended_at": "2026-01-15", "items": [{"work_item": "w", "points": 1}]}',
    '{"items": [{"work_item": "w", "points": 1, "completed": true}]}');
CREATE FUNCTION pg_temp.all_put(doc jsonb, kind text) RETURNS text LANGUAGE sql AS $$ SELECT put('p', kind, jsonb_build_array(doc)) $$;
SELECT is(pg_temp.all_put(first, kind), '1 0 0', format('%s %s: new', kind, first ->> 'id')) FROM doc;
SELECT is(pg_temp.all_put(first, kind), '0 0 0', format('%s %s: the same', kind, first ->> 'id')) FROM doc;
-- Whoever guesses at names learns nothing from what is counted.
SELECT is(pg_temp.all_put(first || changed, kind), CASE WHEN changed ?| '{author,reviewer}' THEN '0 0 0' ELSE '0 1 0' END,
  format('%s %s: changed', kind, first ->> 'id')) FROM doc;
SELECT is(pg_temp.all_put(first || changed || '{"else": 1}', kind), '0 0 0', format('%s %s: what else it says', kind, first ->> 'id'))
  FROM doc;
SELECT is(pg_temp.all_put(first, kind), CASE WHEN changed ?| '{author,reviewer}' THEN '0 0 0' ELSE '0 1 0' END,
  format('%s %s: and back', kind, first ->> 'id')) FROM doc;
SELECT set_eq('SELECT DISTINCT kind FROM doc', 'SELECT unnest(delivery.load_kinds())', 'these are all kinds');
SELECT set_eq('SELECT DISTINCT kind FROM delivery.document_fields()', 'SELECT unnest(delivery.load_kinds())', 'each has its fields');
SELECT is_empty($$SELECT DISTINCT type FROM delivery.document_fields() f
  WHERE to_regprocedure(format('delivery.is_%s(jsonb)', f.type)) IS NULL$$, 'each type has its function');
SELECT is_empty($$SELECT kind, field FROM delivery.document_fields() f WHERE NOT EXISTS (
  SELECT FROM doc d WHERE d.kind = f.kind AND (d.first || d.changed) ? f.field)$$, 'every field is in a document here');
SELECT is(put('p', 'commit', '[{"id": "c", "authored_at": "2026-02-01"}, {"id": "c", "authored_at": "2026-03-01"}]'), '0 1 0',
  'of several with one id');
SELECT is((SELECT authored_at FROM delivery.commit WHERE external_id = 'c'), '2026-03-01 00:00Z'::timestamptz, 'the last counts');
SELECT is(put('p', 'commit', '[{"id": "later", "authored_at": "2026-02-01"}]'), '1 0 0', 'what was only named is new when it comes');
SELECT is(put('p', 'commit', '[]'), '0 0 0', 'nothing');
SELECT is((SELECT count(*) FROM delivery.load_reject), 0::bigint, 'nothing was rejected');

-- ---- what is rejected: a required field is missing, a field has a value of another type ----
CREATE TEMP TABLE bad AS
  SELECT f.kind, f.field, v.value, (SELECT d.first FROM doc d WHERE d.kind = f.kind LIMIT 1) || jsonb_build_object('id', 'bad', f.field,
    v.value)
    AS document
  FROM delivery.document_fields() f CROSS JOIN LATERAL (VALUES
    ('text', '""'::jsonb), ('text', '7'), ('text', 'true'), ('text', '[]'), ('text', '{}'), ('text', to_jsonb(repeat('x', 501))),
    ('time', '"NaN"'), ('time', '"infinity"'), ('time', '"-infinity"'), ('time', '"now"'), ('time', '""'), ('time', '0'), ('time', '1e400'),
    ('time', '"2026-02-29"'), ('time', '"2026-13-01"'), ('time', '"2026-01-01T24:00:00Z"'), ('time', '"2026-01-01T00:00:60Z"'),
    ('time', '"0000-01-01"'), ('time', '"10000-01-01"'), ('time', '"2026-01-01T00:00:00+15:00"'), ('time', '"2026-01-01 BC"'), ('time',
      '[]'),
    ('boolean', '"true"'), ('boolean', '1'), ('count', '-1'), ('count', '1.5'), ('count', '2147483648'), ('count', '"1"'), ('count',
      '1e300'),
    ('amount', '-1'), ('amount', '1e300'), ('amount', '1e-300'), ('amount', '"1"'), ('category', '"doing"'), ('category', '1'),
    ('texts', '"a"'), ('texts', '[1]'), ('texts', '[null]'), ('texts', '["a", ""]'), ('texts', '{}'), ('texts', '[["a"]]'),
    ('commits', '"a"'), ('commits', '["a"]'), ('commits', '[{}]'), ('commits', '[{"id": 1}]'), ('commits', '[null]'),
    ('commits', '[{"id": "a", "authored_at": "NaN"}]'), ('items', '{}'), ('items', '[1]'), ('items', '[{"work_item": "w"}]'),
    ('items', '[{"work_item": "w", "points": -1}]'), ('items', '[{"work_item": "w", "points": 1, "added": 1}]'),
    (CASE WHEN f.is_required THEN f.type END, 'null')) v (type, value)
  WHERE v.type = f.type;
SELECT cmp_ok((SELECT count(*) FROM bad), '>', 200::bigint, 'there are many');
SELECT is(put('p', kind, jsonb_build_array(document)), '0 0 1', left(format('%s, %s: %s', kind, field, value), 80)) FROM bad;
SELECT is_empty($$SELECT b.kind, b.field, b.value, r.reason FROM bad b LEFT JOIN delivery.load_reject r ON r.kind = b.kind AND r.document =
  b.document WHERE r.reason IS NULL OR r.reason !~ format('^"%s" is (no|missing)', b.field)$$,
    'each is kept, with the field that it is for');
SELECT is_empty($$SELECT FROM delivery.commit WHERE external_id = 'bad'$$, 'and nothing of it is written');
SELECT is(pg_temp.all_put(d, kind), '0 0 1', format('%s: %s', kind, d)) FROM unnest(delivery.load_kinds()) kind,
  unnest('{1,null,"\"x\"",true,[],[1]}'::jsonb[]) d;
SELECT is(to_jsonb(delivery.load_listed(org(), 'p', 'incident', '[{"id": "late", "created_at": "2026-01-02", "resolved_at": "2026-01-01"},
    7, {"id": "good", "created_at": "2026-01-02"}, {"created_at": 1}]')),
  '{"loaded": 1, "updated": 0, "rejected": [{"id": "late", "reason": "it was resolved before it was created"}, {"id": null, "reason":
    "it is no object"}, {"id": null, "reason": "\"id\" is missing"}]}'::jsonb,
  'the good ones of a call are loaded; what is not is told in order');
SELECT is(put('p', 'sprint', '[{"id": "x", "started_at": "2026-01-02", "ended_at": "2026-01-01"}]'), '0 0 1', 'a sprint that ends before');
CREATE TEMP TABLE n AS SELECT count(*) AS n FROM delivery.load_reject;
SELECT put('p', kind, jsonb_build_array(document)) FROM bad \g /dev/null
SELECT is((SELECT count(*) FROM delivery.load_reject), (SELECT n FROM n), 'the same reject is kept once');

-- Times are times, whatever is set.
SET LOCAL timezone = 'Asia/Tokyo';
SET LOCAL datestyle = 'SQL, DMY';
SELECT put('z', 'commit', '[{"id": "1", "authored_at": "2026-03-04"}, {"id": "2", "authored_at": "2026-03-04T09:00:00+09:00"},
  {"id": "3", "authored_at": "2026-03-03 19:00-05"}, {"id": "4", "authored_at": "2026-03-04T00:00:00.000000Z"},
  {"id": "5", "authored_at": "2026-03-04T00:00:00"}, {"id": "6", "authored_at": "2024-02-29T00:00Z"}]') \g /dev/null
SELECT is((SELECT count(*) FROM delivery.commit c JOIN delivery.project p ON p.id = c.project_id AND p.code = 'z'
  WHERE authored_at = '2026-03-04 00:00Z'), 5::bigint, 'one instant in five ways');
SET LOCAL timezone = 'UTC';
SET LOCAL datestyle = 'ISO, MDY';

-- ---- errors of the call ----
SELECT throws_ok($$SELECT delivery.load(org(), 'p', 'x', '[]')$$, '22023', 'kind "x" does not exist', 'an unknown kind');
SELECT throws_ok(format('SELECT delivery.load(org(), %L, %L, %L)', 'p', 'commit', d), '22023', 'documents must be an array', d)
  FROM unnest('{"null",1,"{}","\"x\""}'::text[]) d;
SELECT throws_ok($$SELECT delivery.load(org(), ' ', 'commit', '[]')$$, '22023', NULL, 'a project without a name');
SELECT throws_ok(format($$SELECT delivery.load(org(), %L, 'commit', '[]')$$, repeat('x', 501)), '22023', NULL,
  'or with one that is too long');
SELECT throws_ok($$SELECT delivery.load(NULL, 'p', 'commit', '[]')$$, '22004', NULL, 'no organisation');
SELECT throws_ok($$SELECT delivery.load(org(), NULL, 'commit', '[]')$$, '22004', NULL, 'no project');
SELECT throws_ok($$SELECT delivery.load(org(), 'p', NULL, '[]')$$, '22004', NULL, 'no kind');
SELECT throws_ok($$SELECT delivery.load(org(), 'p', 'commit', NULL)$$, '22004', NULL, 'no documents');
SELECT throws_ok($$SELECT delivery.load(org('none'), 'p', 'commit', '[]')$$, '22023', NULL, 'no such organisation');

-- ---- from an extractor's rows ----
INSERT INTO delivery.integration (organization_id, kind, name) VALUES (org(), 'tracker', 'Tracker');
CREATE TEMP TABLE tool AS SELECT id FROM delivery.integration WHERE organization_id = org();
INSERT INTO delivery.status SELECT org(), id, 'Doing', 'in_progress' FROM tool;
INSERT INTO delivery.raw_record (organization_id, integration_id, project, kind, document) SELECT org(), id, 'raw', v.kind, v.document
  FROM tool,
  (VALUES ('status_change', '{"id": "1", "work_item": "w", "status": "Doing", "at": "2026-01-02"}'::jsonb),
   ('status_change', '{"id": "2", "work_item": "w", "status": "Odd", "at": "2026-01-02"}'),
   ('status_change', '{"id": "3", "work_item": "w", "category": "done", "status": "Odd", "at": "2026-01-02"}'),
   ('work_item', '{"id": "w", "title": "former", "created_at": "2026-01-01"}'), ('work_item',
     '{"id": "w", "title": "newer", "created_at": "2026-01-01"}'),
   ('work_item', '5'), ('nothing', '{"id": "n"}')) v (kind, document);
SELECT is(delivery.transform(id)::text, '(3,0,3)', 'raw rows are loaded') FROM tool;
SELECT is((SELECT string_agg(coalesce(external_id, '-') || ' ' || status || coalesce(' ' || error, ''), ', ' ORDER BY id)
  FROM delivery.raw_record),
  '1 loaded, 2 rejected "category" is missing, 3 loaded, w loaded, w loaded, - rejected it is no object, n rejected the kind does '
  'not exist',
  'and say what became of them');
SELECT is((SELECT title FROM delivery.work_item WHERE external_id = 'w' AND title IS NOT NULL), 'newer',
  'of one that came twice the newer counts');
SELECT is((SELECT string_agg(category, ' ' ORDER BY c.external_id) FROM delivery.status_change c
  JOIN delivery.project p ON p.id = c.project_id
  WHERE p.code = 'raw'), 'in_progress done', 'a status has its category');
SELECT is(delivery.transform(id)::text, '(0,0,0)', 'once') FROM tool;
SELECT is((SELECT string_agg(concat_ws(' ', records, loaded, updated, rejected, finished_at >= started_at), ', ' ORDER BY id)
  FROM delivery.etl_job), '7 3 0 3 t, 0 0 0 0 t', 'each run is noted');
SELECT throws_ok('SELECT delivery.transform(-1)', 'PT404', NULL, 'no such integration');
SELECT throws_ok('SELECT delivery.queue_transform(-1)', 'PT404', NULL, 'for a job neither');
SELECT ok(delivery.queue_transform(id) ? 'job', 'a job') FROM tool;
SELECT is(delivery.transform_job(jsonb_build_object('integration', id)), '{"loaded": 0, "updated": 0, "rejected": 0}', 'does it') FROM tool;
SELECT * FROM finish();
ROLLBACK;
