-- Writing answers scores them and keeps the profile: every kind of statement, and what is refused.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();

-- Two instruments of this test's own: 'one', 4 items of one trait on 1 to 5, item 2 and 4 reversed; 'two', one item of another.
INSERT INTO assessment.trait (code, family, polarity, label) VALUES ('test_a', 'test', 'high', 'a'), ('test_b', 'test', 'high', 'b');
\set one 900001
\set two 900002
\set off 900003
\set empty 900004
INSERT INTO assessment.instrument (id, code, name, kind, scale_min, scale_max) VALUES (:one, 'test-one', 'one', 'likert', 1, 5),
  (:two, 'test-two', 'two', 'likert', 1, 5), (:off, 'test-off', 'off', 'likert', 1, 5), (:empty, 'test-empty', 'empty', 'likert', 1, 5);
INSERT INTO assessment.item (instrument_id, position, text, trait, keyed) VALUES (:one, 1, 'i', 'test_a', 1),
  (:one, 2, 'ii', 'test_a', -1), (:one, 3, 'iii', 'test_a', 1), (:one, 4, 'iv', 'test_a', -1), (:two, 1, 'i', 'test_b', 1),
  (:off, 1, 'i', 'test_b', 1);
UPDATE assessment.instrument SET is_active = false WHERE id = :off;
INSERT INTO platform.account (id, email) SELECT ('00000000-0000-0000-0000-00000000000' || k)::uuid, k || '@triggers.example.org'
  FROM generate_series(1, 9) k;
CREATE FUNCTION pg_temp.person(k int) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$ SELECT ('00000000-0000-0000-0000-00000000000' || k)::uuid
  $$;
CREATE FUNCTION pg_temp.a(k int) RETURNS text LANGUAGE sql STABLE AS $$ SELECT psychometric_snapshot #>> '{test,test_a}'
  FROM assessment.profile WHERE person_id = pg_temp.person(k) $$;
CREATE FUNCTION pg_temp.b(k int) RETURNS text LANGUAGE sql STABLE AS $$ SELECT psychometric_snapshot #>> '{test,test_b}'
  FROM assessment.profile WHERE person_id = pg_temp.person(k) $$;
CREATE FUNCTION pg_temp.untrue() RETURNS bigint LANGUAGE sql STABLE AS $$ SELECT count(*) FROM assessment.verify_snapshots() $$;

-- INSERT. 4 2 5 2: keyed 4 4 5 4 = 17, (17 - 4)/16 = 81.25, stored 81.2 (a tie: even).
INSERT INTO assessment.submission (person_id, id, instrument_id, submitted_at, answers)
  VALUES (pg_temp.person(1), 1, :one, '2024-01-01', '{4,2,5,2}');
SELECT results_eq($$SELECT trait, raw, n_items, n_answered, score, reliable, flags, measured_at FROM assessment.result
  WHERE person_id = pg_temp.person(1)$$,
  $$VALUES ('test_a', 17::float8, 4, 4, 81.25::float8, true, '{}'::text[], '2024-01-01'::timestamptz)$$, 'a result as worked out by hand');
SELECT is(pg_temp.a(1), '81.2', 'which is in the profile');
SELECT is((SELECT psychometric_snapshot #> '{quality,instruments}' FROM assessment.profile WHERE person_id = pg_temp.person(1)),
  '["test-one@1"]', 'with its instrument');
SELECT is((SELECT snapshot_version FROM assessment.profile WHERE person_id = pg_temp.person(1)), 1, 'and the version of the layout');
-- A second instrument adds, an older submission changes nothing, a newer one replaces. Older: 3 3 2 3 = keyed 3 3 2 3 = 11, 43.75. Newer: 3
-- 2 4 3: 3 4 4 3 = 14, 62.5.
INSERT INTO assessment.submission (person_id, id, instrument_id, submitted_at, answers)
  VALUES (pg_temp.person(1), 2, :two, '2024-01-01', '{2}'), (pg_temp.person(1), 3, :one, '2023-01-01', '{3,3,2,3}');
SELECT is(pg_temp.a(1), '81.2', 'an older submission does not count');
-- The one answer of 'two' is a run of half of the items, thus unreliable; there is nothing else, so it counts: (2 - 1)/4.
SELECT is(pg_temp.b(1), '25.0', 'an unreliable result counts where there is no other');
SELECT is((SELECT psychometric_snapshot #> '{quality,unreliable}' FROM assessment.profile WHERE person_id = pg_temp.person(1)),
  '["test_b"]', 'and is named');
INSERT INTO assessment.submission (person_id, id, instrument_id, submitted_at, answers)
  VALUES (pg_temp.person(1), 4, :one, '2024-02-01', '{3,2,4,3}');
SELECT is(pg_temp.a(1), '62.5', 'a newer submission counts');
-- Many rows, many people, one statement: two rows of person 2 (the newer one wins: 5 1 4 2: 5 5 4 4 = 18, 87.5), one each of 3 and 4 (4 2 4
-- 2: 75).
INSERT INTO assessment.submission (person_id, id, instrument_id, submitted_at, answers) VALUES
  (pg_temp.person(2), 5, :one, '2024-01-01', '{1,5,2,4}'), (pg_temp.person(2), 6, :one, '2024-03-01', '{5,1,4,2}'),
    (pg_temp.person(3), 7, :one, '2024-01-01', '{4,2,4,2}'), (pg_temp.person(4), 8, :one, '2024-01-01', '{4,2,4,2}');
SELECT results_eq('SELECT pg_temp.a(k) FROM generate_series(2, 4) k', ARRAY['87.5', '75.0', '75.0'], 'many people in one statement');
-- Half answered scores, under half does not; nobody's profile is missing.
INSERT INTO assessment.submission (person_id, id, instrument_id, submitted_at, answers)
  VALUES (pg_temp.person(5), 9, :one, '2024-01-01', '{4,2,NULL,NULL}'), (pg_temp.person(6), 10, :one, '2024-01-01', '{4,NULL,NULL,NULL}');
SELECT is(pg_temp.a(5), '75.0', 'half answered');
SELECT is((SELECT count(*) FROM assessment.result WHERE person_id = pg_temp.person(6)), 0::bigint, 'under half answered: no result');
SELECT is((SELECT psychometric_snapshot -> 'test' FROM assessment.profile WHERE person_id = pg_temp.person(6)), NULL::jsonb,
  'and nothing in the profile');
SELECT is(pg_temp.untrue(), 0::bigint, 'all is true after INSERT');

-- COPY. Person 7: 5 1 5 2: keyed 5 5 5 4 = 19, 93.75, a tie: 93.8; person 8: 2 4 2 4: 2 2 2 2, 25.
COPY assessment.submission (person_id, id, instrument_id, submitted_at, answers) FROM stdin;
00000000-0000-0000-0000-000000000007	100020	900001	2024-01-01	{5,1,5,2}
00000000-0000-0000-0000-000000000008	100021	900001	2024-01-01	{2,4,2,4}
\.
SELECT results_eq('SELECT pg_temp.a(k) FROM generate_series(7, 8) k', ARRAY['93.8', '25.0'], 'COPY');

-- UPDATE: answers, instrument, time, person and number of a submission.
UPDATE assessment.submission SET answers = '{5,1,5,1}' WHERE person_id = pg_temp.person(8);
SELECT is(pg_temp.a(8), '100.0', 'UPDATE of answers');
UPDATE assessment.submission SET instrument_id = :two, answers = '{3}' WHERE person_id = pg_temp.person(8);
SELECT is(pg_temp.a(8), NULL, 'UPDATE of the instrument: the old trait is gone');
SELECT is(pg_temp.b(8), '50.0', 'and the new one there');
UPDATE assessment.submission SET submitted_at = '2022-01-01' WHERE person_id = pg_temp.person(1) AND id = 4;
SELECT is(pg_temp.a(1), '81.2', 'UPDATE of the time: the other one is the newest now');
UPDATE assessment.submission SET person_id = pg_temp.person(9) WHERE person_id = pg_temp.person(3);
SELECT is(pg_temp.a(9), '75.0', 'UPDATE of the person: to the new one');
SELECT is(pg_temp.a(3), NULL, 'from the old one');
UPDATE assessment.submission SET id = 1000 WHERE person_id = pg_temp.person(9);
SELECT results_eq('SELECT submission_id FROM assessment.result WHERE person_id = pg_temp.person(9)', ARRAY[1000::bigint],
  'UPDATE of the number');
UPDATE assessment.submission SET answers = '{3,3,3,2}' WHERE instrument_id = :one;  -- keyed 3 3 3 4 = 13, 56.25, a tie: 56.2
SELECT is((SELECT count(*) FROM assessment.result WHERE instrument_id = :one AND score = 56.25),
  (SELECT count(*) FROM assessment.submission WHERE instrument_id = :one), 'UPDATE of many');
UPDATE assessment.submission SET answers = '{1}' WHERE false;
SELECT is(pg_temp.untrue(), 0::bigint, 'all is true after UPDATE');
-- INSERT … ON CONFLICT, and a statement that touches the table twice.
INSERT INTO assessment.submission (person_id, id, instrument_id, submitted_at, answers)
  VALUES (pg_temp.person(7), 100020, :one, '2024-01-01', '{1,5,1,4}') ON CONFLICT (person_id, id) DO UPDATE SET answers = excluded.answers;
SELECT is(pg_temp.a(7), '6.2', 'INSERT that becomes UPDATE');  -- keyed 1 1 1 2 = 5, 1/16 = 6.25, a tie: 6.2
INSERT INTO assessment.submission (person_id, id, instrument_id, submitted_at, answers)
  VALUES (pg_temp.person(7), 100020, :one, '2024-01-01', '{5,1,5,2}') ON CONFLICT DO NOTHING;
SELECT is(pg_temp.a(7), '6.2', 'INSERT that does nothing');
WITH gone AS (DELETE FROM assessment.submission WHERE person_id = pg_temp.person(2) AND id = 6 RETURNING *),
     came AS (INSERT INTO assessment.submission (person_id, id, instrument_id, submitted_at, answers)
       VALUES (pg_temp.person(2), 60, :two, '2024-05-01', '{5}') RETURNING *)
SELECT is((SELECT count(*) FROM gone) + (SELECT count(*) FROM came), 2::bigint, 'DELETE and INSERT in one statement');
SELECT is(pg_temp.b(2), '100.0', 'the new one is there');
MERGE INTO assessment.submission s USING (VALUES (pg_temp.person(2), 60, '{4}'::smallint[]), (pg_temp.person(2), 61, '{1}')) v
  (person, id, answers) ON s.person_id = v.person AND s.id = v.id
WHEN MATCHED THEN UPDATE SET answers = v.answers WHEN NOT MATCHED THEN INSERT (person_id, id, instrument_id, submitted_at, answers)
  VALUES (v.person, v.id, :two, '2024-01-01', v.answers);
SELECT is(pg_temp.b(2), '75.0', 'MERGE');
SELECT is(pg_temp.untrue(), 0::bigint, 'all is true after MERGE');

-- DELETE: one of two, the last one, many.
DELETE FROM assessment.submission WHERE person_id = pg_temp.person(2) AND id = 60;
SELECT is(pg_temp.b(2), '0.0', 'DELETE: the other one counts');
DELETE FROM assessment.submission WHERE person_id = pg_temp.person(2);
SELECT is((SELECT psychometric_snapshot FROM assessment.profile WHERE person_id = pg_temp.person(2)),
  '{"version": 1, "quality": {"completeness": 0.0, "flags": [], "instruments": [], "estimated": [], "unreliable": []}}',
  'DELETE of the last one: an empty profile');
DELETE FROM assessment.submission WHERE person_id IN (pg_temp.person(4), pg_temp.person(5));
SELECT is((SELECT count(*) FROM assessment.result WHERE person_id IN (pg_temp.person(2), pg_temp.person(4), pg_temp.person(5))), 0::bigint,
  'no result without answers');
DELETE FROM assessment.submission WHERE false;
SELECT is(pg_temp.untrue(), 0::bigint, 'all is true after DELETE');

-- Forced choice goes the same way: what is stored is what harmony.score_forced_choice says, with the traits' families.
INSERT INTO assessment.submission (person_id, id, instrument_id, submitted_at, answers)
SELECT pg_temp.person(4), 200000, id, '2024-06-01', ARRAY (SELECT (1 + (n * 7 / 3) % 2)::smallint FROM generate_series(1, 30) n)
  FROM assessment.instrument WHERE code = 'forced-choice-30';
SELECT results_eq('SELECT trait, raw, n_items, n_answered, score FROM assessment.result WHERE submission_id = 200000 ORDER BY trait',
  'SELECT f.trait, f.raw, f.n_items, f.n_answered, f.score FROM assessment.submission s, assessment.score_forced_choice(s.instrument_id, '
    's.answers) f WHERE s.id = 200000 ORDER BY f.trait', 'forced choice is scored');
SELECT is((SELECT count(*) FROM assessment.result WHERE submission_id = 200000 AND family = 'big_five'), 5::bigint,
  'in five traits of the Big Five');
SELECT is((SELECT psychometric_snapshot #>> '{quality,instruments}' FROM assessment.profile WHERE person_id = pg_temp.person(4)) ~
  'forced-choice-30@1', true, 'and reaches the profile');
SELECT throws_ok('INSERT INTO assessment.submission (person_id, instrument_id, answers) SELECT pg_temp.person(4), id, ''{1,2}'' FROM '
  'assessment.instrument WHERE code = ''forced-choice-30''', '22023', NULL, 'too few choices');
SELECT throws_ok('INSERT INTO assessment.submission (person_id, instrument_id, answers) SELECT pg_temp.person(4), id, '
  'array_fill(3::smallint, ARRAY[30]) FROM assessment.instrument WHERE code = ''forced-choice-30''', '22003', NULL,
  'a choice that is none');
DELETE FROM assessment.submission WHERE id = 200000;

-- An account that goes takes everything with it.
DELETE FROM platform.account WHERE id IN (pg_temp.person(1), pg_temp.person(9));
SELECT is((SELECT count(*) FROM assessment.submission WHERE person_id IN (pg_temp.person(1), pg_temp.person(9))) +
  (SELECT count(*) FROM assessment.result WHERE person_id IN (pg_temp.person(1), pg_temp.person(9)))
  + (SELECT count(*) FROM assessment.profile WHERE person_id IN (pg_temp.person(1), pg_temp.person(9))), 0::bigint,
    'an account takes answers, results and profile with it');
SELECT is(pg_temp.untrue(), 0::bigint, 'all is true after an account went');

-- Refused, and nothing is stored. One bad row refuses the whole statement.
SELECT count(*) AS n_submissions FROM assessment.submission \gset
SELECT md5(string_agg(r::text, ' ' ORDER BY r)) AS results FROM assessment.result r \gset
SELECT throws_ok('INSERT INTO assessment.submission (person_id, instrument_id, answers) VALUES (pg_temp.person(7), 900001, ''{4,2,5}'')',
  '22023', NULL, 'too few answers');
SELECT throws_ok('INSERT INTO assessment.submission (person_id, instrument_id, answers) VALUES (pg_temp.person(7), 900001, '
  '''{4,2,5,1,1}'')', '22023', NULL, 'too many answers');
SELECT throws_ok('INSERT INTO assessment.submission (person_id, instrument_id, answers) VALUES (pg_temp.person(7), 900001, ''{}'')',
  '22023', NULL, 'no answers');
SELECT throws_ok('INSERT INTO assessment.submission (person_id, instrument_id, answers) VALUES (pg_temp.person(7), 900001, ''{4,2,5,6}'')',
  '22003', NULL, 'above the scale');
SELECT throws_ok('INSERT INTO assessment.submission (person_id, instrument_id, answers) VALUES (pg_temp.person(7), 900001, ''{4,2,5,0}'')',
  '22003', NULL, 'below the scale');
SELECT throws_ok('INSERT INTO assessment.submission (person_id, instrument_id, answers) VALUES (pg_temp.person(7), 900001, '
  '''{{4,2},{5,1}}'')', '2202E', NULL, 'two dimensions');
SELECT throws_ok('INSERT INTO assessment.submission (person_id, instrument_id, answers) VALUES (pg_temp.person(7), 900001, NULL)', '23502',
  NULL, 'null answers');
SELECT throws_ok('INSERT INTO assessment.submission (person_id, instrument_id, answers) VALUES (pg_temp.person(7), 900001, ''{4,2,5,1}''), '
  '(pg_temp.person(8), 900001, ''{4,2,5,9}'')', '22003', NULL, 'one bad row of two');
SELECT throws_ok('INSERT INTO assessment.submission (person_id, instrument_id, answers, response_ms) VALUES (pg_temp.person(7), 900001, '
  '''{4,2,5,1}'', ''{1,2,3,-1}'')', '22023', NULL, 'a negative time');
SELECT throws_ok('INSERT INTO assessment.submission (person_id, instrument_id, answers, response_ms) VALUES (pg_temp.person(7), 900001, '
  '''{4,2,5,1}'', ''{1,2,3}'')', '22023', NULL, 'too few times');
SELECT throws_ok('INSERT INTO assessment.submission (person_id, instrument_id, answers) VALUES (pg_temp.person(7), 123456789, '
  '''{4,2,5,1}'')', '23503', NULL, 'an unknown instrument');
SELECT throws_ok('INSERT INTO assessment.submission (person_id, instrument_id, answers) VALUES (''00000000-0000-0000-0000-0000000000ee'', '
  '900001, ''{4,2,5,1}'')', '23503', NULL, 'an unknown person');
SELECT throws_ok('INSERT INTO assessment.submission (person_id, instrument_id, answers) VALUES (pg_temp.person(7), 900003, ''{4}'')',
  '22023', NULL, 'an inactive instrument');
SELECT throws_ok('INSERT INTO assessment.submission (person_id, instrument_id, answers) VALUES (pg_temp.person(7), 900004, ''{4}'')',
  '22023', NULL, 'an instrument without items');
SELECT throws_ok('INSERT INTO assessment.submission (person_id, instrument_id, answers, submitted_at) VALUES (pg_temp.person(7), 900001, '
  '''{4,2,5,1}'', clock_timestamp() + interval ''1 minute'')', '22008', NULL, 'in the future');
SELECT throws_ok('INSERT INTO assessment.submission (person_id, instrument_id, answers, submitted_at) VALUES (pg_temp.person(7), 900001, '
  '''{4,2,5,1}'', ''infinity'')', '22008', NULL, 'at the end of time');
SELECT throws_ok('INSERT INTO assessment.submission (person_id, instrument_id, answers, started_at, submitted_at) VALUES '
  '(pg_temp.person(7), 900001, ''{4,2,5,1}'', ''2024-01-02'', ''2024-01-01'')', '23514', NULL, 'finished before it began');
SELECT throws_ok('UPDATE assessment.submission SET answers = ''{9,9,9,9}'' WHERE person_id = pg_temp.person(7)', '22003', NULL,
  'UPDATE to bad answers');
SELECT throws_ok('UPDATE assessment.submission SET submitted_at = ''infinity'' WHERE person_id = pg_temp.person(7)', '22008', NULL,
  'UPDATE into the future');
SELECT is((SELECT count(*) FROM assessment.submission), :n_submissions::bigint, 'nothing of it was stored');
SELECT is((SELECT md5(string_agg(r::text, ' ' ORDER BY r)) FROM assessment.result r), :'results', 'and the results are as before');

-- What people answered stays as it was asked.
SELECT throws_ok('UPDATE assessment.item SET keyed = -keyed WHERE instrument_id = 900001', '55000', NULL,
  'items of an answered instrument do not change');
SELECT throws_ok('DELETE FROM assessment.item WHERE instrument_id = 900001 AND position = 4', '55000', NULL, 'nor go');
SELECT throws_ok('INSERT INTO assessment.item (instrument_id, position, text, trait) VALUES (900001, 5, ''v'', ''test_a'')', '55000', NULL,
  'nor are added');
SELECT throws_ok('UPDATE assessment.instrument SET scale_max = 7 WHERE id = 900001', '55000', NULL, 'nor does the scale');
SELECT throws_ok('UPDATE assessment.trait SET family = ''other'' WHERE code = ''test_a''', '55000', NULL,
  'a measured trait keeps its family');
SELECT throws_ok('DELETE FROM assessment.instrument WHERE id = 900001', '23503', NULL, 'nor does the instrument go');
SELECT lives_ok('UPDATE assessment.instrument SET name = ''one, renamed'', is_active = false WHERE id = 900001',
  'its name and activity may change');
SELECT lives_ok('UPDATE assessment.submission SET answers = ''{4,2,5,2}'' WHERE person_id = pg_temp.person(7)',
  'answers to an instrument that is no longer active can be corrected');
SELECT is(pg_temp.a(7), '81.2', 'and are scored');
-- An instrument nobody answered follows its items.
SELECT lives_ok('INSERT INTO assessment.item (instrument_id, position, text, trait, keyed) VALUES (900004, 1, ''i'', ''test_b'', 1), '
  '(900004, 2, ''ii'', ''test_b'', -1)', 'items of a new instrument');
SELECT results_eq('SELECT keyed, traits FROM assessment.scoring_key WHERE instrument_id = 900004',
  $$VALUES ('{1,-1}'::smallint[], '{test_b,test_b}'::text[])$$, 'are its key');
UPDATE assessment.item SET keyed = -1 WHERE instrument_id = 900004 AND position = 1;
DELETE FROM assessment.item WHERE instrument_id = 900004 AND position = 2;
SELECT results_eq('SELECT keyed FROM assessment.scoring_key WHERE instrument_id = 900004',
  $$VALUES ('{-1}'::smallint[])$$, 'which follows');
UPDATE assessment.instrument SET scale_max = 9, version = 2 WHERE id = 900004;
SELECT results_eq('SELECT instrument, scale_max FROM assessment.scoring_key WHERE instrument_id = 900004',
  $$VALUES ('test-empty@2', 9::smallint)$$, 'as it follows the instrument');

-- The state beside a snapshot: what the results make, however it came about; where there is none, or one of another layout,
-- the next answers build it anew from all results.
SELECT is_empty($$SELECT p.person_id FROM assessment.profile p CROSS JOIN LATERAL (
  SELECT harmony_internal.snapshot_state(r.trait, r.family, r.score, r.reliable, r.measured_at, r.instrument, r.flags) AS state
    FROM assessment.result r WHERE r.person_id = p.person_id) s
  WHERE p.snapshot_state IS DISTINCT FROM s.state OR harmony_internal.snapshot_of_state(s.state) <> p.psychometric_snapshot$$,
    'each profile has the state of its results');
-- Of a, b, c and d each 75 in test_a (4 2 4 2), as above.
UPDATE assessment.instrument SET is_active = true WHERE id IN (:one, :two);
CREATE FUNCTION pg_temp.one(x text) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$ SELECT ('00000000-0000-0000-0000-00000000000' || x)::uuid $$;
CREATE FUNCTION pg_temp.scores(x text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT concat_ws(' ', psychometric_snapshot #>> '{test,test_a}', psychometric_snapshot #>> '{test,test_b}') FROM assessment.profile
    WHERE person_id = pg_temp.one(x) $$;
INSERT INTO platform.account (id, email) SELECT pg_temp.one(x), x || '@states.example.org' FROM unnest('{a,b,c,d,e}'::text[]) x;
INSERT INTO assessment.submission (person_id, id, instrument_id, submitted_at, answers) SELECT pg_temp.one(x), 20, :one, '2024-01-01',
  '{4,2,4,2}' FROM unnest('{a,b,c,d}'::text[]) x;
UPDATE assessment.profile SET snapshot_state = NULL, psychometric_snapshot = '{"version": 1}'
  WHERE person_id IN (pg_temp.one('a'), pg_temp.one('c'));
UPDATE assessment.profile SET snapshot_version = 0, snapshot_state = '\x00', psychometric_snapshot = '{"version": 0}'
  WHERE person_id = pg_temp.one('b');
UPDATE assessment.profile SET snapshot_state = '\x02' WHERE person_id = pg_temp.one('d');
SELECT bag_eq('SELECT person_id, what FROM assessment.verify_snapshots()',
  $$SELECT pg_temp.one(x), w FROM (VALUES ('a', 'snapshot'), ('b', 'snapshot'), ('b', 'state'), ('c', 'snapshot'), ('d', 'state')) v
  (x, w)$$, 'verify_snapshots compares states');
INSERT INTO assessment.submission (person_id, id, instrument_id, submitted_at, answers)
  VALUES (pg_temp.one('a'), 21, :two, '2024-05-01', '{4}');
SELECT is(pg_temp.scores('a'), '75.0 75.0', 'one row on a profile without state');
INSERT INTO assessment.submission (person_id, id, instrument_id, submitted_at, answers)
  VALUES (pg_temp.one('b'), 21, :two, '2024-05-01', '{5}'), (pg_temp.one('c'), 21, :two, '2024-05-01', '{1}'),
  (pg_temp.one('e'), 21, :two, '2024-05-01', '{3}');
SELECT results_eq($$SELECT pg_temp.scores(x) FROM unnest('{b,c,e}'::text[]) x$$, $$VALUES ('75.0 100.0'), ('75.0 0.0'), ('50.0')$$,
  'many rows: an old layout, no state, a new person');
SELECT throws_ok($$INSERT INTO assessment.submission (person_id, instrument_id, answers) VALUES (pg_temp.one('d'), 900002, '{1}')$$,
  '22P03', 'invalid snapshot state', 'a broken state is told');
SELECT is(assessment.rebuild_snapshots(ARRAY[pg_temp.one('d')]), 1::bigint, 'and mended');
SELECT is(pg_temp.untrue(), 0::bigint, 'all is true, states too');
-- One row on a state: an older one, one without any score, one with a smaller number; then two at once.
INSERT INTO assessment.submission (person_id, id, instrument_id, submitted_at, answers)
  VALUES (pg_temp.one('b'), 22, :two, '2020-01-01', '{1}');
INSERT INTO assessment.submission (person_id, id, instrument_id, submitted_at, answers)
  VALUES (pg_temp.one('b'), 23, :one, '2024-06-01', '{4,NULL,NULL,NULL}');
SELECT is(pg_temp.scores('b'), '75.0 100.0', 'an older result and an empty one change nothing');
INSERT INTO assessment.submission (person_id, id, instrument_id, submitted_at, answers)
  VALUES (pg_temp.one('b'), -4, :two, '2024-07-01', '{2}');
SELECT is(pg_temp.scores('b'), '75.0 25.0', 'a newer one counts whatever its number');
INSERT INTO assessment.submission (person_id, id, instrument_id, submitted_at, answers)
  VALUES (pg_temp.one('b'), 24, :two, '2024-08-01', '{3}'), (pg_temp.one('b'), -9, :two, '2024-09-01', '{5}');
SELECT is(pg_temp.scores('b'), '75.0 100.0', 'the newest of several');
SELECT is(pg_temp.untrue(), 0::bigint, 'all is true after one row and many');

-- rescore and rebuild_snapshots put right what was done behind the triggers' back; verify_snapshots finds it.
SET LOCAL session_replication_role = replica;
UPDATE assessment.submission SET answers = '{5,1,5,1}' WHERE person_id = pg_temp.person(7);
UPDATE assessment.profile SET psychometric_snapshot = '{"version": 1}' WHERE person_id = pg_temp.person(8);
SET LOCAL session_replication_role = origin;
SELECT bag_eq('SELECT person_id, what FROM assessment.verify_snapshots()',
  $$VALUES (pg_temp.person(7), 'result'), (pg_temp.person(8), 'snapshot')$$, 'what is not true is found');
SELECT is(assessment.rebuild_snapshots(ARRAY[pg_temp.person(8)]), 1::bigint, 'rebuilt');
SELECT bag_eq('SELECT person_id, what FROM assessment.verify_snapshots()', $$VALUES (pg_temp.person(7), 'result')$$, 'one less');
SELECT is(assessment.rescore(ARRAY[pg_temp.person(7)]), 1::bigint, 'scored anew');
SELECT is(pg_temp.untrue(), 0::bigint, 'all is true again');

-- TRUNCATE: no answers, no results, empty profiles; CASCADE for what imports note of each submission.
TRUNCATE assessment.submission CASCADE;
SELECT is((SELECT count(*) FROM assessment.result), 0::bigint, 'TRUNCATE takes the results');
SELECT is((SELECT count(*) FROM assessment.profile WHERE psychometric_snapshot -> 'quality' -> 'completeness' IS DISTINCT FROM '0'),
  0::bigint, 'and empties the profiles');
SELECT is(pg_temp.untrue(), 0::bigint, 'all is true after TRUNCATE');
SELECT * FROM finish();
ROLLBACK;
