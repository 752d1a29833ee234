-- The feed: its order, its pages, what is unread by whom, and who sees nothing of it.
BEGIN;
SET search_path = public, pg_catalog;
SET LOCAL jit = off;
SELECT no_plan();
\ir ../../lib/two_organizations.sql
\ir ../../lib/attack.sql
\ir ../../lib/api.sql
SELECT signal('AF01') AS one, signal('BF01') AS others \gset

-- ---- a run's events ----

SELECT is(pg_temp.answers('a1', '(SELECT count(*) FROM api.feed(100))'), '80',
  'every signal of a run is an event of one''s own organisation');
SELECT is(pg_temp.answers('both', 'api.feed_unread()'), '160', 'of both, where one acts for both');
SELECT is(pg_temp.answers('a1', '(SELECT string_agg(DISTINCT f.kind, '' '') FROM api.feed(100) f WHERE f.unread AND f.actor IS NULL)'),
  'new_signal', 'which nobody did and nobody has read');
SELECT load_run('A', '20260201', 1.5) \g /dev/null
SELECT is(pg_temp.answers('a1', 'api.feed_unread()'), (SELECT count(*)::text FROM signals.activity_event WHERE organization_id = id('A')),
  'a later run adds what has changed');
DELETE FROM signals.activity_event;

-- ---- order and pages: events with the same time among them ----

INSERT INTO signals.activity_event (organization_id, kind, signal_id, created_at, details)
SELECT id(who), 'regression', signal(who || 'F01'), timestamptz '2026-01-01' + n * n % 37 * interval '1 hour', jsonb_build_object('of', who)
FROM generate_series(1, 230) n, unnest('{A,B}'::text[]) who;
-- walk(who, most): the numbers of all pages, in order.
CREATE FUNCTION pg_temp.walk(who text, most integer) RETURNS bigint[] LANGUAGE plpgsql AS $$
DECLARE page record; seen bigint[] := '{}'; last_at timestamptz; last_id bigint; pages integer := 0;
BEGIN
  LOOP
    PERFORM set_config('request.jwt.claims', json_build_object('sub', id(who))::text, true), set_config('role', 'harmony_user', true);
    SELECT coalesce(array_agg(f.id ORDER BY f.n), '{}') AS ids, (array_agg(f.created_at ORDER BY f.n DESC))[1] AS at,
           (array_agg(f.id ORDER BY f.n DESC))[1] AS id INTO page
    FROM (SELECT w.id, w.created_at, row_number() OVER () AS n FROM api.feed(most, last_at, last_id) w) f;
    PERFORM set_config('role', 'none', true), set_config('request.jwt.claims', '', true);
    pages := pages + 1;
    EXIT WHEN page.ids = '{}' OR pages > 1000;
    seen := seen || page.ids; last_at := page.at; last_id := page.id;
  END LOOP;
  RETURN seen;
END $$;
CREATE FUNCTION pg_temp.ordered(organizations uuid[]) RETURNS bigint[] LANGUAGE sql AS $$
  SELECT array_agg(e.id ORDER BY e.created_at DESC, e.id DESC) FROM signals.activity_event e WHERE e.organization_id = ANY (organizations)
    $$;
SELECT is(pg_temp.walk('a1', most), pg_temp.ordered(ARRAY[id('A')]), 'pages of ' || most || ': each event once, the newest first')
FROM unnest('{1,7,20,100}'::integer[]) most;
SELECT is(pg_temp.walk('both', 33), pg_temp.ordered(ARRAY[id('A'), id('B')]), 'two organisations are one feed');
SELECT is(pg_temp.walk('admin', 33), pg_temp.ordered(ARRAY[id('A'), id('B')]), 'an administrator sees all');
SELECT is(pg_temp.walk('b1', 50), pg_temp.ordered(ARRAY[id('B')]), 'and another organisation its own');
SELECT is(pg_temp.walk('stranger', 50), '{}', 'a stranger nothing');
SELECT is(pg_temp.answers('a1', '(SELECT count(*) FROM api.feed())'), '20', 'twenty, where nothing is said');
-- New events come before what is paged through: no page changes under it.
SELECT (pg_temp.ordered(ARRAY[id('A')]))[50] AS fiftieth \gset
SELECT created_at AS at FROM signals.activity_event WHERE id = :fiftieth \gset
CREATE TEMP TABLE page AS SELECT pg_temp.answers('a1', format('(SELECT array_agg(f.id) FROM api.feed(10, %L, %s) f)', :'at', :fiftieth))
  AS ids;
INSERT INTO signals.activity_event (organization_id, kind, signal_id) VALUES (id('A'), 'regression', :one);
SELECT is(pg_temp.answers('a1', format('(SELECT array_agg(f.id) FROM api.feed(10, %L, %s) f)', :'at', :fiftieth)), ids, 'a page stays')
FROM page;
SELECT is(ids, (pg_temp.ordered(ARRAY[id('A')]))[52:61]::text, 'and is the next ten') FROM page;
SELECT is(pg_temp.answers('a1', format('(SELECT count(*) FROM api.feed(10, %L, %s) f)', '-infinity', 5)), '0',
  'before all there is nothing');

-- ---- what is refused ----

SELECT is(pg_temp.answers('a1', '(SELECT count(*) FROM api.feed(' || arguments || '))'), '22023', 'feed(' || arguments || ')')
FROM unnest('{0,-1,101,2147483647,"NULL","20, now()","20, NULL, 5","20, before_id => 1","before_at => now()"}'::text[]) arguments;
SELECT is(pg_temp.answers('anonymous', call), '42501', 'nobody: ' || call)
FROM unnest('{(SELECT count(*) FROM api.feed()),api.feed_unread(),api.mark_read()}'::text[]) call;
SELECT is(pg_temp.answers('a1', 'api.mark_read(-1)'), '22023', 'no negative mark');
SELECT is_empty('TABLE signals.feed_mark', 'nothing is marked');
SELECT is(pg_temp.tries('a1', query), '42501', query) FROM (VALUES ('INSERT INTO signals.feed_mark VALUES (id(''a1''), id(''A''), 1)'),
  ('UPDATE signals.feed_mark SET read_up_to = 0'), ('DELETE FROM signals.feed_mark'),
  ('INSERT INTO signals.activity_event (organization_id, kind, signal_id) VALUES (id(''A''), ''comment'', 1)')) q (query);

-- ---- unread ----

DELETE FROM signals.activity_event;
INSERT INTO signals.activity_event (organization_id, kind, signal_id, created_at, actor_id, details)
SELECT id('A'), 'status', :one, now(), CASE WHEN n IN (2, 4) THEN id('a1') WHEN n = 5 THEN id('a2') END, jsonb_build_object('n', n)
FROM generate_series(1, 6) n;
INSERT INTO signals.activity_event (organization_id, kind, signal_id, details) VALUES (id('B'), 'status', :others, '{"n": 7}');
CREATE FUNCTION pg_temp.event(n integer) RETURNS bigint LANGUAGE sql STABLE
  AS 'SELECT e.id FROM signals.activity_event e WHERE e.details = jsonb_build_object(''n'', n)';
CREATE FUNCTION pg_temp.unread(who text) RETURNS text LANGUAGE sql AS $$
  SELECT pg_temp.answers(who, '(SELECT concat_ws('' '', string_agg(f.details ->> ''n'', '''' ORDER BY f.id) FILTER (WHERE f.unread),
    ''of'', api.feed_unread()) FROM api.feed(100) f)') $$;
SELECT is(pg_temp.unread('a1'), '1356 of 4', 'what others did, and nobody');
SELECT is(pg_temp.unread('a2'), '12346 of 5', 'each another');
SELECT is(pg_temp.unread('b1'), '7 of 1', 'another organisation');
SELECT is(pg_temp.unread('stranger'), 'of 0', 'a stranger');
SELECT is(pg_temp.does('a1', format('SELECT api.mark_read(%s)', pg_temp.event(3))), '', 'up to one');
SELECT is(pg_temp.unread('a1'), '56 of 2', 'is read');
SELECT is(pg_temp.unread('a2'), '12346 of 5', 'by that one alone');
SELECT is(pg_temp.does('a1', 'SELECT api.mark_read(0)'), '', 'a mark');
SELECT is(pg_temp.unread('a1'), '56 of 2', 'does not go back');
SELECT is(pg_temp.does('a1', format('SELECT api.mark_read(%s)', pg_temp.event(7))), '', 'up to another''s event');
SELECT is((SELECT read_up_to FROM signals.feed_mark WHERE account_id = id('a1')), pg_temp.event(6), 'is up to the last of one''s own');
SELECT is((SELECT count(*) FROM signals.feed_mark WHERE account_id = id('a1')), 1::bigint, 'and marks nothing else');
INSERT INTO signals.activity_event (organization_id, kind, signal_id, actor_id, details) VALUES (id('A'), 'status', :one, id('a2'),
  '{"n": 8}'),
  (id('A'), 'comment', :one, id('a1'), '{"n": 9}');
SELECT is(pg_temp.unread('a1'), '8 of 1', 'what comes is unread, but for one''s own');
SELECT is(pg_temp.does('a1', 'SELECT api.mark_read(9223372036854775807)'), '', 'up to more than there is');
INSERT INTO signals.activity_event (organization_id, kind, signal_id, details) VALUES (id('A'), 'status', :one, '{"n": 10}');
SELECT is(pg_temp.unread('a1'), '10 of 1', 'what comes is unread all the same');
SELECT is(pg_temp.does('a1', 'SELECT api.mark_read()'), '', 'all');
SELECT is(pg_temp.unread('a1'), 'of 0', 'is read');
SELECT is(pg_temp.does('both', 'SELECT api.mark_read()') || pg_temp.unread('both'), 'of 0', 'of both organisations');
SELECT is(pg_temp.unread('b1'), '7 of 1', 'which others still have to read');
-- An event of a transaction that began before the mark and ends after it.
UPDATE signals.activity_event SET written_in = (pg_current_xact_id()::text::bigint + 1000)::text::xid8 WHERE id = pg_temp.event(3);
SELECT is(pg_temp.unread('a1'), '3 of 1', 'what could not be seen then is unread, whatever its number');
SELECT is(pg_temp.does('a1', 'SELECT api.mark_read()'), '', 'read');
UPDATE signals.feed_mark SET seen = pg_snapshot_out(pg_current_snapshot())::text::pg_snapshot;
UPDATE signals.activity_event SET created_at = now() - interval '2 hours' WHERE id = pg_temp.event(3);
SELECT is(pg_temp.unread('a1'), 'of 0', 'of long ago it is not asked: transactions of a server that was restored have other numbers');
SELECT * FROM finish();
ROLLBACK;
