-- Whole projects of the shared data, through delivery.load: what delivery.dora and delivery.pull_request_times answer, and that the answer
-- depends neither on the order in which documents come, nor on how often, nor on when. Data of Apache DevLake are among them, and
-- generated ones (delivery/README.md there).
-- The data folder is HARMONY_DATA, ../shared/data by default; without it everything here is skipped.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
\set data `printf %s "${HARMONY_DATA:-../shared/data}"`
\set present `cd :'data'/delivery 2>&- && [ -r projects.jsonl ] && echo true || echo false`
\if :present
\ir ../../lib/delivery.sql
\set content `cat "${HARMONY_DATA:-../shared/data}/delivery/projects.jsonl"`
CREATE TEMP TABLE project AS
  SELECT 'p' || n AS code, l::jsonb AS doc FROM regexp_split_to_table(:'content', E'\n') WITH ORDINALITY x (l, n) WHERE l <> '';
SELECT cmp_ok((SELECT count(*) FROM project), '>=', 4::bigint, 'there are projects');

-- near(got, want): equal, numbers to a relative 1e-9.
CREATE FUNCTION pg_temp.near(got jsonb, want jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN jsonb_typeof(got) = 'number' AND jsonb_typeof(want) = 'number'
              THEN abs(got::float8 - want::float8) <= 1e-9 * greatest(abs(want::float8), 1) ELSE got IS NOT DISTINCT FROM want END $$;
SELECT ok(pg_temp.near('1.0000000001', '1') AND NOT pg_temp.near('1.00001', '1') AND NOT pg_temp.near('null', '0'),
  'the comparison differs');

SELECT put(code, l.kind, l.documents) FROM project, parts(doc -> 'document') l \g /dev/null
CREATE TEMP VIEW wanted AS
  SELECT p.code, w.w -> 'start' #>> '{}' AS start, w.w -> 'end' #>> '{}' AS until, w.w -> 'options' AS options, w.w -> 'want' AS want, w.n
  FROM project p, jsonb_array_elements(p.doc -> 'dora') WITH ORDINALITY w (w, n);
CREATE TEMP VIEW got AS
  SELECT w.*, to_jsonb(d) AS got FROM wanted w, delivery.dora(org(), w.code, w.start::timestamptz, w.until::timestamptz, w.options) d;
SELECT is(g.got ->> e.key, e.value #>> '{}', format('%s, window %s: %s', g.code, g.n, e.key))
  FROM got g, jsonb_each(g.want) e WHERE NOT pg_temp.near(g.got -> e.key, e.value);
SELECT is((SELECT count(*) FROM got g, jsonb_each(g.want) e WHERE pg_temp.near(g.got -> e.key, e.value)),
  (SELECT count(*) FROM wanted w, jsonb_each(w.want)), 'every figure of every window is right');
SELECT cmp_ok((SELECT count(*) FROM wanted w, jsonb_each(w.want)), '>=', 300::bigint, 'they are many');
SELECT is((SELECT count(*) FROM got g WHERE ARRAY (SELECT jsonb_object_keys(g.got) k ORDER BY k)
  <> ARRAY (SELECT jsonb_object_keys(g.want) k ORDER BY k)), 0::bigint, 'the columns are those of the page');

CREATE TEMP VIEW wanted_times AS
  SELECT p.code, t.* FROM project p, jsonb_to_recordset(p.doc -> 'pull_requests')
    t (pull_request text, coding float8, pickup float8, review float8, deploy float8, total float8, deployment text, flags text[]);
SELECT results_eq('SELECT * FROM wanted_times ORDER BY code, pull_request COLLATE "C"',
  'SELECT p.code, t.* FROM project p, delivery.pull_request_times(org(), p.code) t ORDER BY p.code, t.pull_request COLLATE "C"',
  'every pull request''s times and flags are right');
SELECT is_empty($$SELECT FROM wanted_times WHERE abs(coding + pickup + review + deploy - total) > 1e-6$$, 'the parts add up');
SELECT is_empty('SELECT * FROM delivery.verify(org())', 'what is stored is what is computed');
SELECT is_empty('SELECT * FROM delivery.stale', 'no mark is left');

-- ---- once more, and in another order ----
CREATE TEMP TABLE first AS SELECT code, figures(code) AS figures, times(code) AS times FROM project;
SELECT is((SELECT string_agg(DISTINCT put(code, l.kind, l.documents), ',') FROM project, parts(doc -> 'document') l), '0 0 0',
  'the same again changes nothing');
-- shuffled(seed, list): in an order that the seed decides, cut in pieces of up to 7.
CREATE FUNCTION pg_temp.pieces(code text, seed text) RETURNS TABLE (kind text, piece jsonb) LANGUAGE sql AS $$
  SELECT s.kind, jsonb_agg(s.d ORDER BY s.o) FROM (
    SELECT l.kind, d, row_number() OVER (PARTITION BY l.kind ORDER BY md5(seed || d::text)) AS o
    FROM project p, parts(p.doc -> 'document') l, jsonb_array_elements(l.documents) d WHERE p.code = pieces.code) s
  GROUP BY s.kind, s.o / 7 ORDER BY md5(seed || min(s.o) || s.kind) $$;
SELECT put(p.code || s, l.kind, l.piece) FROM project p, unnest('{-one,-two,-three}'::text[]) s, pg_temp.pieces(p.code, s) l \g /dev/null
SELECT is(figures(f.code || s), f.figures, f.code || s || ': the same figures in another order')
  FROM first f, unnest('{-one,-two,-three}'::text[]) s;
SELECT is(times(f.code || s), f.times, f.code || s || ': the same times') FROM first f, unnest('{-one,-two,-three}'::text[]) s;
SELECT is_empty('SELECT * FROM delivery.verify(org())', 'what is stored is what is computed, in any order');

-- A deployment that is taken away and comes again; commits too, with what names them.
CREATE TEMP TABLE taken AS SELECT d.external_id FROM delivery.deployment d JOIN delivery.project p ON p.id = d.project_id
  WHERE p.code = 'p3' ORDER BY md5(d.external_id) LIMIT 12;
DELETE FROM delivery.deployment d USING delivery.project p WHERE p.id = d.project_id AND p.code = 'p3'
  AND d.external_id IN (SELECT external_id FROM taken);
SET CONSTRAINTS ALL IMMEDIATE;
SELECT isnt(figures('p3'), (SELECT figures FROM first WHERE code = 'p3'), 'without some deployments the figures are others');
SELECT is_empty('SELECT * FROM delivery.verify(org())', 'and are recomputed when the transaction ends');
SELECT is(put('p3', 'deployment', (SELECT doc #> '{document,deployments}' FROM project WHERE code = 'p3')), '12 0 0', 'they come again');
SELECT is(figures('p3'), (SELECT figures FROM first WHERE code = 'p3'), 'and so do the figures');
SELECT is(times('p3'), (SELECT times FROM first WHERE code = 'p3'), 'and the times');
DELETE FROM delivery.commit c USING delivery.project p WHERE p.id = c.project_id AND p.code = 'p4' AND c.external_id LIKE '%7';
SELECT put('p4', l.kind, l.documents) FROM project, parts(doc -> 'document') l WHERE code = 'p4' \g /dev/null
SELECT is(figures('p4'), (SELECT figures FROM first WHERE code = 'p4'), 'commits that were deleted come again with all that names them');

-- All times 1,000 days later: the same figures, in windows as much later (days of the week move, so not those of weeks and months).
CREATE FUNCTION pg_temp.later(doc jsonb) RETURNS jsonb LANGUAGE sql AS $$
  SELECT CASE jsonb_typeof(doc)
    WHEN 'object' THEN (SELECT jsonb_object_agg(key, CASE WHEN key LIKE '%\_at' AND value <> 'null'
      THEN to_jsonb((value #>> '{}')::timestamptz + interval '1000 days') ELSE pg_temp.later(value) END) FROM jsonb_each(doc))
    WHEN 'array' THEN (SELECT coalesce(jsonb_agg(pg_temp.later(e)), '[]') FROM jsonb_array_elements(doc) e)
    ELSE doc END $$;
SELECT put(code || ' later', l.kind, pg_temp.later(l.documents)) FROM project, parts(doc -> 'document') l \g /dev/null
SELECT is(times(code || ' later'), times, code || ': later, the same times') FROM first;
SELECT is(figures(w.code || ' later', w.start::timestamptz + interval '1000 days', w.until::timestamptz + interval '1000 days', w.options)
    - '{deployment_days,median_days_per_week,median_days_per_month,frequency_tier}'::text[],
  figures(w.code, w.start::timestamptz, w.until::timestamptz, w.options)
    - '{deployment_days,median_days_per_week,median_days_per_month,frequency_tier}'::text[],
  format('%s, window %s: later, the same figures', w.code, w.n)) FROM wanted w;

-- Windows that follow each other add up to the whole.
CREATE TEMP TABLE part AS SELECT f.code, figures(f.code, d, d + interval '9 days') AS figures
  FROM first f, generate_series('2022-01-01'::timestamptz, '2025-12-20', '9 days') d;
SELECT is((SELECT sum((p.figures ->> k.key)::numeric) FROM part p WHERE p.code = f.code),
          (figures(f.code, '2022-01-01', '2025-12-29') ->> k.key)::numeric, f.code || ': parts of a window, ' || k.key)
  FROM first f, unnest('{deployments,lead_n,lead_skewed,restored,failed,recovery_n}'::text[]) k (key);

-- Of all projects together, and of what is not there.
SELECT is((figures(NULL) ->> 'deployments')::numeric, (SELECT count(*) FROM delivery.counted_deployment)::numeric, 'project NULL: of all');
SELECT put('empty', 'commit', '[]') \g /dev/null
SELECT is(figures('empty') ->> 'frequency_tier', NULL, 'who has never deployed has no tier');
SELECT is(jsonb_strip_nulls(figures('empty')) - '{per_day,median_days_per_week,median_days_per_month}'::text[], '{"deployments":
  0, "deployment_days": 0, "lead_n": 0, "lead_skewed": 0, "failed": 0, "restored": 0, "incidents_open": 0, "recovery_n": 0}'::jsonb,
  'nothing: counts are 0, the rest NULL');

-- A project goes with everything.
DELETE FROM delivery.project;
SELECT is((SELECT count(*) FROM delivery.commit) + (SELECT count(*) FROM delivery.commit_parent) + (SELECT count(*)
  FROM delivery.deployment)
  + (SELECT count(*) FROM delivery.deployment_commit) + (SELECT count(*) FROM delivery.incident) + (SELECT count(*) FROM delivery.review)
  + (SELECT count(*) FROM delivery.pull_request) + (SELECT count(*) FROM delivery.pull_request_commit), 0::bigint,
  'what was loaded for a project goes with it');
\else
SELECT skip('no data: set HARMONY_DATA', 1);
\endif
SELECT * FROM finish();
ROLLBACK;
