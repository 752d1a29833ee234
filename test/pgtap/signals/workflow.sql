-- Work on signals: every step from every status, what each leaves, and who may take none.
BEGIN;
SET search_path = public, pg_catalog;
SET LOCAL jit = off;
SELECT no_plan();
\ir ../../lib/two_organizations.sql
\ir ../../lib/attack.sql
\ir ../../lib/api.sql
SELECT signal('AF01') AS one, signal('AF02') AS two, signal('BF01') AS others \gset

-- ---- every step ----

-- be(status): the first signal is so.
CREATE FUNCTION pg_temp.be(status text, assignee text DEFAULT 'a2') RETURNS void LANGUAGE sql AS $$
  INSERT INTO signals.assignment AS a (signal_id, organization_id, status, assignee_id, assigned_at, started_at, resolved_at, closed_at,
    notes)
  VALUES (signal('AF01'), id('A'), be.status, id(assignee), '2026-01-01', '2026-01-02', '2026-01-03', '2026-01-04', 'old')
  ON CONFLICT (signal_id) DO UPDATE SET status = excluded.status, assignee_id = excluded.assignee_id, assigned_at = excluded.assigned_at,
    started_at = excluded.started_at, resolved_at = excluded.resolved_at, closed_at = excluded.closed_at, notes = excluded.notes $$;
CREATE TEMP TABLE status AS SELECT s, n FROM unnest('{new,assigned,in_progress,resolved,closed}'::text[]) WITH ORDINALITY u (s, n);
CREATE TEMP TABLE step (f text, t text);
INSERT INTO step VALUES ('new', 'assigned'), ('assigned', 'in_progress'), ('in_progress', 'resolved'), ('resolved', 'closed'),
  ('in_progress', 'assigned'), ('in_progress', 'new'), ('resolved', 'in_progress');
CREATE FUNCTION pg_temp.outcome(f text, call text, who text DEFAULT 'a1') RETURNS text LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_temp.be(f);
  RETURN pg_temp.answers(who, call);
END $$;
SELECT is(pg_temp.outcome(f.s, format('api.set_signal_status(%s, %L) ->> ''status''', :one, t.s)),
  CASE WHEN EXISTS (SELECT FROM step s WHERE s.f = f.s AND s.t = t.s) THEN t.s ELSE 'PT409' END, f.s || ' to ' || t.s)
FROM status f, status t ORDER BY f.n, t.n;
SELECT is(pg_temp.outcome(f.s, format('api.assign_signal(%s, id(''a1'')) ->> ''assignee''', :one)),
  CASE WHEN f.s IN ('new', 'assigned', 'in_progress') THEN id('a1')::text ELSE 'PT409' END, 'assigned to another one when ' || f.s)
FROM status f ORDER BY f.n;
SELECT is(pg_temp.outcome(f.s, format('api.reopen_signal(%s, ''x'') ->> ''status''', :one)),
  CASE WHEN f.s = 'closed' THEN 'in_progress' ELSE 'PT409' END, 'opened again when ' || f.s) FROM status f ORDER BY f.n;
SELECT is(pg_temp.outcome(f.s, format('(api.snooze_signal(%s, now() + interval ''1 day'') ->> ''snoozed_until'')::timestamptz > now()',
  :one)),
  CASE WHEN f.s = 'closed' THEN 'PT409' ELSE 'true' END, 'snoozed when ' || f.s) FROM status f ORDER BY f.n;
SELECT is(pg_temp.outcome(f.s, format('api.comment_signal(%s, ''x'') ->> ''status''', :one)), f.s, 'commented when ' || f.s)
FROM status f ORDER BY f.n;
-- The workflow is rows: a step more is a step that can be taken, but for one out of closed.
INSERT INTO signals.workflow_step VALUES ('new', 'closed'), ('closed', 'new');
SELECT is(pg_temp.outcome('new', format('api.set_signal_status(%s, ''closed'') ->> ''status''', :one)), 'closed',
  'a step that a site adds');
SELECT is(pg_temp.outcome('closed', format('api.set_signal_status(%s, ''new'')', :one)), 'PT409', 'but not out of closed');
DELETE FROM signals.workflow_step WHERE (from_status, to_status) IN (('new', 'closed'), ('closed', 'new'));

-- ---- what a step leaves ----

SELECT pg_temp.be('new') \g /dev/null
-- A transaction's times are one: what is set is now.
CREATE FUNCTION pg_temp.stamps(call text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE answer jsonb;
BEGIN
  answer := pg_temp.does('a1', format('SELECT %s', call))::jsonb;
  RETURN concat_ws(' ', answer ->> 'status', CASE answer ->> 'assignee' WHEN id('a1')::text THEN 'a1' WHEN id('a2')::text THEN 'a2' END,
    answer ->> 'assignee_name', answer ->> 'role_type', answer ->> 'notes', (
      SELECT string_agg(CASE WHEN (e.value #>> '{}')::timestamptz = now() THEN e.key || ' now' ELSE e.key END, ' ' ORDER BY e.key)
      FROM jsonb_each(answer) e WHERE e.key ~ '_at$' AND e.value <> 'null'));
END $$;
SELECT is(pg_temp.stamps(format(call, :one)), after, call) FROM (VALUES
  ('api.assign_signal(%s, id(''a2''), ''owner'', ''look'')', 'assigned a2 Name of a2 owner look assigned_at now'),
  ('api.set_signal_status(%s, ''in_progress'')', 'in_progress a2 Name of a2 owner look assigned_at now started_at now'),
  ('api.set_signal_status(%s, ''new'', ''not mine'')', 'new not mine'),
  ('api.set_signal_status(%s, ''assigned'')', 'assigned a1 Name of a1 not mine assigned_at now'),
  ('api.set_signal_status(%s, ''in_progress'')', 'in_progress a1 Name of a1 not mine assigned_at now started_at now'),
  ('api.set_signal_status(%s, ''resolved'', ''done'')',
   'resolved a1 Name of a1 done assigned_at now resolved_at now started_at now'),
  ('api.set_signal_status(%s, ''in_progress'')', 'in_progress a1 Name of a1 done assigned_at now started_at now'),
  ('api.assign_signal(%s, id(''a2''))', 'assigned a2 Name of a2 done assigned_at now'),
  ('api.set_signal_status(%s, ''in_progress'')', 'in_progress a2 Name of a2 done assigned_at now started_at now'),
  ('api.set_signal_status(%s, ''resolved'')', 'resolved a2 Name of a2 done assigned_at now resolved_at now started_at now'),
  ('api.set_signal_status(%s, ''closed'')', 'closed a2 Name of a2 done assigned_at now closed_at now resolved_at now started_at now'),
  ('api.reopen_signal(%s, ''again'')', 'in_progress a2 Name of a2 done assigned_at now started_at now')) v (call, after);
SELECT is((SELECT to_jsonb(v) FROM api.signal_assignments v WHERE v.signal = :one),
  (SELECT signals.shown_assignment(a) FROM signals.assignment a WHERE a.signal_id = :one), 'what is answered is the row of the view');
SELECT pg_temp.does('a2', format('SELECT api.snooze_signal(%s, ''2100-01-01'')', :two)) \g /dev/null
SELECT is((SELECT concat_ws(' ', a.status, a.snoozed_until, a.assigned_at) FROM signals.assignment a WHERE a.signal_id = :two),
  'new 2100-01-01 00:00:00+00', 'a signal that nobody has is snoozed');
SELECT is(pg_temp.does('a2', format('SELECT api.snooze_signal(%s, NULL) ->> ''snoozed_until''', :two)), '-', 'and wakes up');
SELECT is(pg_temp.does('a2', format('SELECT api.comment_signal(%s, ''a comment'') ->> ''status''', :two)), 'new', 'a comment');
SELECT results_eq(format('SELECT author_id, comment, organization_id FROM signals.signal_comment WHERE signal_id = %s', :two),
  $$VALUES (id('a2'), 'a comment', id('A'))$$, 'is kept with its author');
-- Nobody assigned any more: opened again it is new.
UPDATE signals.assignment SET status = 'closed', assignee_id = NULL WHERE signal_id = :one;
SELECT is(pg_temp.answers('a1', format('api.reopen_signal(%s, ''x'') ->> ''status''', :one)), 'new', 'opened again without anybody: new');
-- An administrator of no organisation takes nothing on by a step.
UPDATE signals.assignment SET status = 'new' WHERE signal_id = :one;
SELECT is(pg_temp.answers('admin', format('api.set_signal_status(%s, ''assigned'') ->> ''assignee''', :one)), '', 'assigned to nobody');
SELECT is(pg_temp.answers('admin', format('api.assign_signal(%s, id(''a2'')) ->> ''assignee''', :one)), id('a2')::text,
  'an administrator assigns');

-- ---- each leaves an event, and tells of it ----

CREATE TEMP TABLE told (event text, kind text, keys uuid[], ids text[]);
GRANT ALL ON told TO PUBLIC;
CREATE OR REPLACE FUNCTION platform.tell(event text, kind text, keys uuid[], ids text[]) RETURNS void LANGUAGE sql
  AS 'INSERT INTO pg_temp.told VALUES (event, kind, keys, ids)';
DELETE FROM signals.activity_event;
SELECT pg_temp.be('new') \g /dev/null
SELECT pg_temp.does('a1', format('SELECT ' || call, :one)) FROM unnest(ARRAY['api.assign_signal(%s, id(''a2''), ''owner'')',
  'api.set_signal_status(%s, ''in_progress'', ''words'')', 'api.set_signal_status(%s, ''resolved'')',
    'api.set_signal_status(%s, ''closed'')',
  'api.reopen_signal(%s, ''why'')', 'api.snooze_signal(%s, ''2100-01-01'')', 'api.comment_signal(%s, ''secret words'')']) call \g /dev/null
SELECT results_eq('SELECT kind, details::text FROM signals.activity_event ORDER BY id', format($$VALUES
  ('assigned', jsonb_build_object('from', 'new', 'to', 'assigned', 'assignee', id('a2'), 'role_type', 'owner')::text),
  ('status', '{"to": "in_progress", "from": "assigned"}'), ('status', '{"to": "resolved", "from": "in_progress"}'),
  ('status', '{"to": "closed", "from": "resolved"}'), ('reopened', '{"to": "in_progress", "from": "closed", "reason": "why"}'),
  ('snoozed', '{"until": "2100-01-01T00:00:00+00:00"}'), ('comment', (SELECT jsonb_build_object('comment', max(id))::text
     FROM signals.signal_comment))$$), 'an event each, without the words of notes and comments');
SELECT is_empty(format($$SELECT FROM signals.activity_event WHERE (actor_id, signal_id, organization_id)
  IS DISTINCT FROM (id('a1'), %s::bigint, id('A'))$$, :one), 'by whom, of what');
SELECT is((SELECT array_agg(DISTINCT t.*::text) FROM told t), ARRAY[(SELECT ROW('signal.changed', 'organization', ARRAY[id('A')],
  ARRAY[:'one'])::text)], 'the organisation is told, of the number alone');
SELECT is((SELECT count(*) FROM told), 7::bigint, 'each time');
SELECT pg_temp.tries('a1', format('SELECT ' || call, :one)) FROM unnest(ARRAY['api.set_signal_status(%s, ''new'')',
  'api.comment_signal(%s, '' '')', 'api.assign_signal(%s, id(''b1''))']) call \g /dev/null
SELECT is((SELECT count(*) FROM signals.activity_event), 7::bigint, 'what is refused leaves none');

-- ---- what is refused ----

SELECT pg_temp.be('new') \g /dev/null
CREATE TEMP TABLE refusal (call text, state text);
INSERT INTO refusal VALUES
  ('assign_signal(%s, NULL)', '22023'), ('assign_signal(%s, id(''stranger''))', '22023'), ('assign_signal(%s, id(''b1''))', '22023'),
  ('assign_signal(%s, id(''admin''))', '22023'), ('assign_signal(%s, id(''nothing''))', '22023'),
  ('assign_signal(%s, id(''a2''), '' '')', '22023'), ('assign_signal(%s, id(''a2''), repeat(''x'', 101))', '22023'),
  ('assign_signal(%s, id(''a2''), NULL, '''')', '22023'), ('assign_signal(%s, id(''a2''), NULL, repeat(''x'', 10001))', '22023'),
  ('set_signal_status(%s, NULL)', '22023'), ('set_signal_status(%s, '''')', '22023'), ('set_signal_status(%s, ''done'')', '22023'),
  ('set_signal_status(%s, ''NEW'')', '22023'), ('set_signal_status(%s, ''assigned'', repeat(''x'', 10001))', '22023'),
  ('reopen_signal(%s, NULL)', '22023'), ('reopen_signal(%s, '' '')', '22023'), ('reopen_signal(%s, repeat(''x'', 10001))', '22023'),
  ('snooze_signal(%s, now())', '22023'), ('snooze_signal(%s, ''2000-01-01'')', '22023'), ('snooze_signal(%s, ''infinity'')', '22023'),
  ('snooze_signal(%s, ''-infinity'')', '22023'), ('comment_signal(%s, NULL)', '22023'), ('comment_signal(%s, ''  '')', '22023'),
  ('comment_signal(%s, repeat(''x'', 10001))', '22023');
SELECT is(pg_temp.answers('a1', 'api.' || format(call, :one)), state, call) FROM refusal;
UPDATE platform.account SET is_active = false WHERE id = id('left');
SELECT is(pg_temp.answers('a1', format('api.assign_signal(%s, id(''left''))', :one)), '22023', 'nor to somebody who was let go');
UPDATE platform.membership SET role = 'viewer' WHERE account_id = id('a2');
SELECT is(pg_temp.answers('a1', format('api.assign_signal(%s, id(''a2''))', :one)), '22023', 'nor to somebody who only looks');
SELECT is(pg_temp.answers('a2', format('api.set_signal_status(%s, ''assigned'')', :one)), 'PT404', 'who does not act either');
UPDATE platform.membership SET role = 'client' WHERE account_id = id('a2');

-- Another organisation's signal is like one that is not there.
CREATE TEMP TABLE act (call text);
INSERT INTO act VALUES ('assign_signal(%s, id(''a2''))'), ('assign_signal(%s, id(''b1''))'), ('set_signal_status(%s, ''assigned'')'),
  ('set_signal_status(%s, ''closed'')'), ('reopen_signal(%s, ''x'')'), ('snooze_signal(%s, ''2100-01-01'')'),
  ('comment_signal(%s, ''x'')'), ('signal_detail(%s)'), ('signal_contributions(%s)');
SELECT is(pg_temp.answers(w, 'api.' || format(call, :one)), CASE w WHEN 'anonymous' THEN '42501' ELSE 'PT404' END, w || ': ' || call)
FROM act, unnest('{b1,stranger,left,anonymous}'::text[]) w WHERE call !~ 'contributions';
SELECT is(pg_temp.says('b1', 'SELECT api.' || format(call, :one)), replace(pg_temp.says('b1', 'SELECT api.' || format(call, 987654321)),
  '987654321', :'one'), call || ' answers alike for one that is not there') FROM act;
SELECT is(pg_temp.answers('a1', 'api.' || format(call, 'NULL')), 'PT404', call || ' of NULL') FROM act WHERE call !~ 'contributions';
SELECT is((SELECT a.status FROM signals.assignment a WHERE a.signal_id = :one), 'new', 'nothing has come of all that');
SELECT is_empty(format('SELECT FROM signals.assignment WHERE signal_id = %s', :others), 'nor of another''s signal');
-- Nothing but the functions writes.
SELECT is(pg_temp.tries(w, query), '42501', w || ': ' || query) FROM unnest('{a1,b1,admin}'::text[]) w, (VALUES
  ($$UPDATE signals.assignment SET status = 'closed'$$), ($$INSERT INTO signals.assignment (signal_id, organization_id) VALUES (1,
    id('A'))$$),
  ('DELETE FROM signals.activity_event'), ($$INSERT INTO signals.signal_comment (organization_id, signal_id, comment) VALUES (id('A'), 1,
    'x')$$),
  ('UPDATE signals.signal SET severity = 0'), ('SELECT signals.begin_work(1)'), ('DELETE FROM api.signals'),
  ('UPDATE api.signals SET status = ''closed'''), ('UPDATE api.signals SET severity = 0'),
  ('INSERT INTO api.signals (id) VALUES (1)')) q (query);

-- ---- words of a signal ----

SELECT is(pg_temp.does('a1', format($$WITH x AS (UPDATE api.signals SET description = 'what', why_it_matters = 'why' WHERE id = %s
  RETURNING description || why_it_matters AS y) SELECT y FROM x$$, :one)), 'whatwhy', 'a member describes a signal');
SELECT is((SELECT description || why_it_matters FROM signals.signal WHERE id = :one), 'whatwhy', 'which stays');
SELECT is(pg_temp.tries('a1', format($$UPDATE api.signals SET description = ' ' WHERE id = %s$$, :one)), '22023', 'not with nothing');
SELECT is(pg_temp.tries('a1', format($$UPDATE api.signals SET why_it_matters = repeat('x', 10001) WHERE id = %s$$, :one)), '22023',
  'nor too much');
SELECT is(pg_temp.tries('b1', format($$WITH x AS (UPDATE api.signals SET description = 'x' WHERE id = %s RETURNING 1)
  SELECT count(*) FROM x$$, :one)), '0', 'another''s is not there to be described');
SELECT is(pg_temp.tries('a1', format('UPDATE api.signals SET description = NULL WHERE id = %s', :one)), '-', 'nothing is said any more');

-- ---- so many acts in a time ----

UPDATE platform.limit SET most = (SELECT count(*) + 1 FROM signals.activity_event WHERE actor_id = id('a1')) WHERE what = 'signal_acts';
SELECT is(pg_temp.does('a1', format('SELECT api.comment_signal(%s, ''x'') ->> ''status''', :one)), 'new', 'as many as the limit allows');
SELECT is(pg_temp.does('a1', format('SELECT api.comment_signal(%s, ''x'')', :one)), 'PT429', 'and no more');
SELECT is(pg_temp.does('a2', format('SELECT api.comment_signal(%s, ''x'') ->> ''status''', :one)), 'new', 'each for himself');

-- ---- what is a person's ----

UPDATE platform.limit SET most = 1000 WHERE what = 'signal_acts';
SELECT pg_temp.does('a1', format('SELECT api.assign_signal(%s, id(''a2''), ''owner'', ''words'')', :two)),
  pg_temp.does('a2', 'SELECT api.mark_read()') \g /dev/null
SELECT platform.person_data(id('a2')) AS export \gset
SELECT ok(:'export'::jsonb ?& '{signals.assignment,signals.signal_comment,signals.activity_event,signals.feed_mark}',
  'assignments, comments, acts and marks are told to the person');
SELECT is(jsonb_path_query_array(:'export'::jsonb, '$."signals.signal_comment"[*].comment'), '["a comment", "x"]'::jsonb, 'all comments');
SELECT unalike(:'export'::text, '%' || id(w) || '%', 'nothing of ' || w) FROM unnest('{a1,b1}'::text[]) w;
SELECT ok(NOT (:'export'::jsonb #> '{signals.assignment,0}') ? 'assigned_by', 'nor who assigned');
SELECT ok(jsonb_path_exists(platform.person_data(id('a1')), '$."signals.activity_event"[*] ? (@.kind == "assigned")')
  AND NOT platform.person_data(id('a1'))::text LIKE '%' || id('a2') || '%', 'who assigned is told of that, and not to whom');
SELECT count(*) AS n FROM signals.activity_event \gset
SELECT platform.erase_account(id('a2')) \g /dev/null
SELECT is_empty($$SELECT FROM signals.signal_comment WHERE author_id = id('a2') OR author_id IS NULL$$, 'with the person go the comments');
SELECT is((SELECT count(*) FROM signals.activity_event), :n::bigint, 'what happened stays');
SELECT is_empty($$SELECT FROM signals.activity_event WHERE actor_id = id('a2')$$, 'of nobody');
SELECT is((SELECT concat_ws(' ', a.status, a.assignee_id) FROM signals.assignment a WHERE a.signal_id = :two), 'assigned',
  'work goes on without the person');
SELECT is_empty($$SELECT FROM signals.feed_mark WHERE account_id = id('a2')$$, 'and the mark is gone');
SELECT * FROM finish();
ROLLBACK;
