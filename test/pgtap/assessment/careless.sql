-- Careless answers to ipip-ffm-50 are found as it is shipped; test/bench/honesty/careless.sh has the figures. Attentive sheets:
-- test/bench/honesty/careless.py rating attentive 20 7, draws from the shipped norm.
BEGIN;
SET search_path = public, pg_catalog;
SELECT plan(9);
CREATE TEMP TABLE sheet (kind text, answers smallint[]);
INSERT INTO sheet SELECT 'attentive', v::smallint[] FROM unnest(ARRAY[
  '{2,2,5,3,4,4,4,3,3,2,3,4,4,5,5,3,3,4,2,1,3,3,3,3,4,3,2,3,4,1,1,2,4,4,4,4,4,3,4,3,1,4,5,3,4,4,3,3,4,4}',
  '{2,3,2,4,2,3,4,2,3,3,3,1,5,4,5,4,4,4,2,4,2,2,3,3,1,3,4,3,3,3,2,2,4,3,3,3,3,2,3,3,2,4,3,4,2,4,3,5,3,3}',
  '{1,1,4,5,5,4,4,3,4,2,2,1,4,4,5,5,4,3,2,3,1,3,3,4,4,3,5,5,3,2,1,2,4,4,4,5,3,2,5,5,2,4,4,4,5,5,2,4,5,5}',
  '{2,1,2,4,3,5,4,2,3,2,2,1,4,3,4,4,5,2,1,1,2,2,1,2,3,3,5,3,5,2,1,2,4,4,4,5,4,3,4,2,1,5,2,5,4,4,3,3,5,3}',
  '{4,1,4,3,2,3,3,3,3,1,2,2,4,3,4,3,4,5,2,2,2,3,2,2,4,3,4,3,3,1,2,2,3,2,4,5,5,2,1,3,1,4,3,4,4,4,2,3,2,4}',
  '{2,1,4,3,4,3,5,1,4,1,5,3,3,4,4,3,4,3,2,1,4,2,5,1,4,2,5,1,2,2,3,2,4,4,5,3,4,3,3,3,4,4,3,4,4,3,5,3,3,3}',
  '{2,5,3,5,4,2,5,5,3,2,3,3,3,5,4,3,5,5,2,2,5,1,3,3,2,3,5,5,4,2,4,1,1,4,2,2,5,3,5,3,2,5,4,4,5,3,4,4,3,3}',
  '{3,3,2,2,4,3,5,3,4,1,3,1,3,3,4,3,5,2,3,1,2,1,3,2,3,2,5,3,2,2,2,1,2,2,4,4,5,1,3,2,3,4,2,1,5,4,5,2,3,4}',
  '{2,4,2,3,3,1,5,5,3,1,3,2,2,4,5,3,4,4,2,3,3,4,2,4,4,1,5,3,4,1,4,2,4,3,5,3,3,5,4,3,3,4,3,4,4,2,5,2,3,4}',
  '{3,2,4,4,5,3,5,2,3,3,4,1,4,5,3,2,5,2,2,2,4,2,4,2,3,1,5,1,5,1,4,1,3,5,4,5,4,2,4,1,1,5,5,4,4,4,4,4,3,3}',
  '{4,3,3,3,4,1,5,1,4,2,5,3,4,4,3,2,5,1,2,3,5,3,4,3,4,1,3,1,4,2,5,2,3,3,3,2,3,2,3,4,5,4,5,5,4,2,4,3,3,5}',
  '{5,2,3,3,3,2,5,4,4,4,4,1,3,5,5,3,5,4,4,2,5,1,1,4,3,2,5,5,2,1,5,2,3,2,3,4,5,2,1,1,5,5,3,1,2,3,4,4,1,4}',
  '{3,4,4,4,4,2,4,4,2,3,4,2,5,5,5,2,4,3,1,3,5,1,2,5,5,2,5,3,3,1,5,1,3,3,4,1,5,2,1,3,5,4,3,4,5,2,3,4,3,4}',
  '{2,3,4,4,4,4,4,3,3,3,3,1,3,5,4,4,3,4,2,2,4,3,4,4,3,2,5,2,4,1,4,2,3,5,5,4,4,2,4,4,3,4,3,4,3,3,5,4,2,4}',
  '{2,3,4,4,5,2,2,3,2,1,3,3,3,4,4,2,5,2,2,2,3,3,4,2,4,2,4,3,4,1,2,3,4,4,4,2,4,1,3,3,2,5,3,3,5,3,3,4,4,3}',
  '{1,1,3,4,2,5,3,4,4,3,2,2,4,4,4,3,3,2,1,2,1,3,1,5,3,4,4,5,3,2,2,5,3,4,3,5,1,4,3,1,1,3,2,4,5,5,2,3,4,3}',
  '{2,2,3,5,5,2,4,3,4,2,5,2,5,4,5,2,5,2,3,1,5,2,3,4,4,1,3,1,4,2,5,2,4,4,5,3,4,3,4,3,3,4,3,4,3,4,5,4,3,4}',
  '{3,5,3,2,3,3,4,1,3,1,5,2,3,4,4,2,3,1,4,1,4,4,4,3,2,2,3,1,1,1,4,2,3,2,5,4,3,2,2,2,2,2,3,1,4,1,3,2,2,3}',
  '{3,1,3,2,4,4,5,3,3,2,3,1,5,4,4,3,4,4,4,2,3,2,5,2,4,2,3,3,3,2,2,3,2,3,4,3,4,2,3,4,2,4,4,1,4,4,4,4,2,4}',
  '{5,2,4,2,5,3,5,3,4,1,5,4,5,3,4,1,4,3,3,2,4,3,4,1,5,1,3,1,1,2,4,2,4,2,5,4,4,2,2,4,4,4,3,3,2,3,5,5,3,5}']) v;
INSERT INTO sheet SELECT 'random', ARRAY (
    SELECT (1 + mod(abs(hashtextextended('random' || g, p)), 5))::smallint FROM generate_series(1, 50) p)
  FROM generate_series(1, 100) g;
INSERT INTO sheet SELECT 'second half', a.answers[1:25] || r.answers[26:50]
  FROM (SELECT *, row_number() OVER () AS k FROM sheet WHERE kind = 'attentive') a
  JOIN (SELECT *, row_number() OVER () AS k FROM sheet WHERE kind = 'random') r USING (k);
INSERT INTO sheet SELECT 'straight', array_fill(g::smallint, ARRAY[50]) FROM generate_series(1, 5) g;
INSERT INTO sheet SELECT 'cycle', ARRAY (SELECT (1 + (p * s) % n)::smallint FROM generate_series(1, 50) p)
  FROM generate_series(2, 5) n, generate_series(1, n - 1) s;
INSERT INTO platform.account (id, email) SELECT md5(kind || k)::uuid, kind || k || '@example.org'
  FROM (SELECT *, row_number() OVER () AS k FROM sheet) s;
INSERT INTO assessment.submission (person_id, instrument_id, answers) SELECT md5(s.kind || s.k)::uuid, i.id, s.answers
  FROM (SELECT *, row_number() OVER () AS k FROM sheet) s, assessment.instrument i WHERE i.code = 'ipip-ffm-50';
CREATE TEMP TABLE found AS SELECT rtrim(split_part(a.email, '@', 1), '0123456789') AS kind, q.*
  FROM assessment.submission_quality q JOIN platform.account a ON a.id = q.person_id
  WHERE q.instrument = 'ipip-ffm-50@1';
SELECT cmp_ok((SELECT count(*) FROM found WHERE kind = 'attentive' AND NOT reliable), '<=', 1::bigint,
  'at most 1 of 20 attentive sheets');
SELECT cmp_ok((SELECT count(*) FROM found WHERE kind = 'random' AND NOT reliable), '>=', 95::bigint, 'random sheets');
SELECT cmp_ok((SELECT count(*) FROM found WHERE kind = 'second half' AND NOT reliable), '>=', 14::bigint, 'random in the second half');
SELECT is((SELECT count(*) FROM found WHERE kind = 'straight' AND flags @> '{LONGSTRING}' AND NOT reliable), 5::bigint,
  'one answer throughout');
SELECT is((SELECT count(*) FROM found WHERE kind = 'cycle' AND flags @> '{CYCLING}' AND NOT reliable), 10::bigint, 'cycles of 2 to 5');
SELECT is_empty($$SELECT q.person_id FROM assessment.submission_quality q JOIN assessment.result r USING (person_id, submission_id)
  WHERE (q.flags, q.reliable) IS DISTINCT FROM (r.flags, r.reliable)$$, 'results have the flags and the verdict of the view');
-- The norm goes with the items, and a person fit is judged by parameters that may change.
INSERT INTO assessment.instrument (id, code, name, kind, scale_min, scale_max) VALUES (900070, 'temporary', 'Temporary', 'cognitive', 1, 4);
INSERT INTO assessment.item (instrument_id, position, text, trait, correct_option) SELECT 900070, p, 'x', 'logical', 1
  FROM generate_series(1, 5) p;
INSERT INTO assessment.item_parameter SELECT 900070, p, 1, p - 3 FROM generate_series(1, 4) p;
SELECT results_eq('SELECT discriminations, difficulties FROM assessment.scoring_key WHERE instrument_id = 900070',
  $$VALUES ('{1,1,1,1,NULL}'::float8[], '{-2,-1,0,1,NULL}'::float8[])$$, 'the key follows the item parameters');
INSERT INTO assessment.response_norm VALUES (900070, 100, '{1,1,1,1,1}', '{{1,0,0,0,0},{0,1,0,0,0},{0,0,1,0,0},{0,0,0,1,0},{0,0,0,0,1}}');
UPDATE assessment.item SET text = 'y' WHERE instrument_id = 900070 AND position = 1;
SELECT is_empty('SELECT FROM assessment.response_norm WHERE instrument_id = 900070', 'a norm of the answers goes with the items');
SELECT is_empty('SELECT * FROM assessment.verify_snapshots()', 'all is true');
SELECT * FROM finish();
ROLLBACK;
