-- Erasure leaves no row, sealing anew leaves no old key, models never change.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
\ir ../../lib/secrets.sql
\ir ../../lib/affinity.sql
SELECT night(1) \g /dev/null
SELECT become('p1');
SELECT affinity.want_to_meet(id('p2'), 'yes'), affinity.block(id('p12')), affinity.set_filters('{"gender": "woman"}'),
  affinity.declare_group('origin', 'a'), affinity.match_top(5) \g /dev/null
SELECT become('p2');
SELECT affinity.want_to_meet(id('p1'), 'no'), affinity.block(id('p1'), false), affinity.match_top(11) \g /dev/null
SELECT become(NULL);

-- rows_of(person): rows of all modules in which the person stands, by table; what an erasure keeps is named.
CREATE FUNCTION pg_temp.rows_of(person uuid) RETURNS SETOF text LANGUAGE plpgsql AS $$
DECLARE relation regclass; n bigint;
BEGIN
  FOR relation IN SELECT c.oid FROM pg_class c WHERE c.relnamespace IN ('affinity'::regnamespace, 'assessment'::regnamespace,
    'platform'::regnamespace) AND c.relkind = 'r' LOOP
    EXECUTE format('SELECT count(*) FROM %s t WHERE strpos(t::text, %L) > 0', relation, person) INTO n;
    IF n > 0 THEN RETURN NEXT relation::text; END IF;
  END LOOP;
END $$;
SELECT ok((SELECT count(*) FROM pg_temp.rows_of(id('p1')) r WHERE r LIKE 'affinity.%') >= 15, 'much is kept of p1');
SELECT platform.erase_account(id('p1'));
DELETE FROM platform.stale_mark;  -- marks of a module beside this one, which it takes itself
SELECT set_eq($$SELECT * FROM pg_temp.rows_of(id('p1'))$$, ARRAY['platform.account', 'platform.audit_event'],
  'after the erasure no row is left but a nameless account and the audit trail');
SELECT is((SELECT count(*) FROM affinity.pair), 55::bigint, 'the pairs of the others stay');
SELECT is((SELECT count(*) FROM affinity.photo WHERE person_id IS NULL), 12::bigint, 'and the photos that everybody rates');
SELECT is_empty($$SELECT 1 FROM platform.audit_event WHERE details::text ~ 'A\*|HLA|lust'$$, 'the audit trail knows only that it happened');

-- Whose documents the photos are that everybody rates.
INSERT INTO platform.account_role VALUES (id('researcher'), 'admin');
SELECT throws_ok($$SELECT platform.erase_account(id('admin'))$$, '55000',
  format('account %s owns photos that everybody rates: 12', id('admin')),
  'their owner cannot be erased');
SELECT become('admin');
INSERT INTO platform.erasure (account_id, due_at) VALUES (id('admin'), now());
SELECT become(NULL);
SELECT is(platform.erase_due(), '{"erased": 0, "put_off": 1}', 'who asks for it is put off');
SELECT ok((SELECT obstacle LIKE '%photos that everybody rates: 12' FROM platform.erasure), 'with the reason');
SELECT is((SELECT count(*) FROM affinity.rating), 132::bigint, 'and no rating is lost');
SAVEPOINT owned;
UPDATE affinity.calibration_photo SET is_active = false;
SELECT lives_ok($$SELECT platform.erase_account(id('admin'))$$, 'once they are not active it can');
ROLLBACK TO owned;

-- Keys: 1 has sealed all; 2 is put before it, and seals; in the end 1 is not needed.
CREATE FUNCTION pg_temp.keys(VARIADIC ids integer[]) RETURNS void LANGUAGE sql AS $$
  SELECT pg_temp.put_secret('harmony.seal_key_file', json_build_object('keys', json_agg(json_build_object('id', i, 'key', encode(sha256(
    CASE i WHEN 1 THEN 'one'::bytea ELSE i::text::bytea END), 'base64')) ORDER BY n))::text) FROM unnest(ids) WITH ORDINALITY u (i, n) $$;
CREATE FUNCTION pg_temp.compared() RETURNS text LANGUAGE sql AS $$
  SELECT md5(string_agg(harmony.hla_sealed_dissimilarity(a.sealed, a.person_id, b.sealed, b.person_id)::text, ' '
    ORDER BY a.person_id, b.person_id)) FROM affinity.hla_typing a JOIN affinity.hla_typing b ON a.person_id < b.person_id $$;
CREATE FUNCTION pg_temp.sealed_by() RETURNS text LANGUAGE sql AS $$
  SELECT string_agg(DISTINCT key_id || ':' || harmony_internal.hla_sealed_key(sealed), ' ') FROM affinity.hla_typing $$;
SELECT pg_temp.compared() AS compared \gset
SELECT is(pg_temp.sealed_by(), '1:1', 'key 1 has sealed all');
SELECT is(affinity.reseal(1), 0::bigint, 'nothing is sealed anew while it is the first');
SELECT pg_temp.keys(2, 1);
SELECT is(pg_temp.compared(), :'compared', 'both keys open');
SELECT throws_ok($$SELECT affinity.reseal(3)$$, '22023', 'no typing is sealed with key 3', 'a key that has sealed nothing is named');
SELECT throws_ok($$SELECT affinity.reseal_job('{"key": 3}')$$, '22023', 'no typing is sealed with key 3', 'by the job, too');
SELECT is(affinity.reseal(1), 11::bigint, 'eleven typings are sealed anew');
SELECT is(pg_temp.sealed_by(), '2:2', 'by key 2');
SELECT is((SELECT count(*) FROM platform.audit_event WHERE action = 'typing.unsealed' AND details ->> 'purpose' = 'reseal'), 11::bigint,
  'a row in the audit trail for each');
SELECT pg_temp.keys(2);
SELECT is(pg_temp.compared(), :'compared', 'key 1 is not needed any more, and all compare as before');
SELECT pg_temp.keys(4, 2);
SELECT is(affinity.reseal_job('{"key": 4}'), '{"key": 4, "left": true, "skipped": 0, "resealed": 11}',
  'the job; the id of the first key: all others');
SELECT is(affinity.reseal_job((SELECT payload FROM platform.job WHERE kind = 'affinity.reseal')),
  '{"key": 4, "left": false, "skipped": 0, "resealed": 11}', 'at its end');
SELECT is((SELECT count(*) FROM platform.job WHERE kind = 'affinity.reseal'), 1::bigint, 'it queued the next batch');
SELECT is(pg_temp.sealed_by(), '4:4', 'is done');
SELECT throws_ok('SELECT affinity.reseal(NULL)', '22004', NULL, 'a key is said');
SELECT throws_ok($$SELECT affinity.reseal_job('{}')$$, '22004', NULL, 'to the job too');
SELECT pg_temp.keys(5);
SELECT throws_like('SELECT affinity.reseal(4)', '%key 4 %', 'a lost key is named');

-- A row that cannot be read stops nobody else: its phase is NULL in the pairs with that person, and the trail says whose it is.
-- skipped(): of whom what was noted.
CREATE FUNCTION pg_temp.skipped(action text) RETURNS text LANGUAGE sql AS $$
  SELECT string_agg(concat_ws(' ', p, e.details ->> 'phase', e.details ->> 'error'), ', ' ORDER BY n, e.details ->> 'phase')
  FROM generate_series(1, 12) n, LATERAL (VALUES ('p' || n)) v (p), platform.audit_event e
  WHERE e.object = 'platform.account/' || id(p) AND e.action = $1 $$;
CREATE FUNCTION pg_temp.summary() RETURNS TABLE (persons text, pairs bigint, visual bigint, personality bigint, biological bigint)
LANGUAGE sql AS $$
  SELECT CASE WHEN id('p4') IN (person_a, person_b) THEN 'p4' WHEN id('p5') IN (person_a, person_b) THEN 'p5'
    WHEN id('p6') IN (person_a, person_b) THEN 'p6' ELSE 'others' END, count(*), count(visual_ab + visual_ba), count(personality),
    count(biological)
  FROM affinity.pair GROUP BY 1 ORDER BY 1 $$;
SELECT is(pg_temp.skipped('score.skipped'), NULL, 'up to now nothing is');
CREATE TEMP TABLE scored AS SELECT person_a, person_b, biological, loci FROM affinity.pair;
SELECT is(night(2), 55::bigint, 'in the night a lost key stops nobody');
SELECT is_empty($$SELECT 1 FROM scored s JOIN affinity.pair p USING (person_a, person_b)
  WHERE (p.biological, p.loci) IS DISTINCT FROM (s.biological, s.loci) OR p.biological IS NULL$$, 'what it has sealed keeps its scores');
SELECT is((SELECT skipped FROM affinity.run ORDER BY noon DESC LIMIT 1), 11::bigint, 'and of whom it is, is counted');
SELECT ok(pg_temp.skipped('score.skipped') LIKE 'p2 3 58030, p3 3 58030, %', 'and noted');
SELECT pg_temp.keys(4);
SAVEPOINT sound;
UPDATE affinity.hla_typing SET sealed = o.sealed FROM affinity.hla_typing o
  WHERE o.person_id = id('p3') AND hla_typing.person_id = id('p4');
UPDATE affinity.trait_score SET scores = '{1,2,3,4,5,6,1000}' WHERE person_id = id('p5');
UPDATE affinity.taste SET fit = '{"weights": "none"}' WHERE person_id = id('p6');
UPDATE affinity.embedding SET embedding[1] = 'NaN' WHERE person_id = id('p7');
UPDATE platform.setting SET value = '4' WHERE name = 'affinity_batch';
SELECT is(night(3), 55::bigint, 'nor do rows that were changed');
SELECT results_eq('SELECT * FROM pg_temp.summary()', $$VALUES ('others', 28::bigint, 21::bigint, 28::bigint, 28::bigint),
  ('p4', 10, 8, 9, 0), ('p5', 9, 7, 0, 9), ('p6', 8, 0, 8, 8)$$, 'that phase is NULL in the pairs with that person, no other');
SELECT is((SELECT concat_ws(' ', skipped, done) FROM affinity.run ORDER BY noon DESC LIMIT 1), '4 11', 'each is counted once');
SELECT is(regexp_replace(pg_temp.skipped('score.skipped'), 'p\d+ 3 58030(, )?', '', 'g'),
  'p4 3 22023, p5 2 22023, p6 1 22P02, p7 1 22023, ',
  'and noted, of what phase and why');
SAVEPOINT changed;
-- A taste that scores its own face, and leaves the range of numbers at others.
UPDATE affinity.taste SET fit = '{"weights": "none"}' WHERE person_id = id('p6');
UPDATE affinity.taste t SET fit = jsonb_set(t.fit, '{weights}', (
    SELECT jsonb_agg(CASE i WHEN 1 THEN sign(x.a) * 1.7e308::numeric WHEN 2 THEN -sign(x.b) * 1.7e308::numeric ELSE 0 END ORDER BY i)
    FROM generate_series(1, 16) i))
  FROM affinity.embedding e CROSS JOIN LATERAL (
    SELECT e.embedding[1] - (o.fit #>> '{center,0}')::float8, e.embedding[2] - (o.fit #>> '{center,1}')::float8
    FROM affinity.taste o WHERE o.person_id = e.person_id) x (a, b)
  WHERE t.person_id = id('p8') AND e.person_id = t.person_id;
SELECT is_empty($$SELECT 1 FROM affinity.faults(ARRAY[id('p8')], (SELECT r FROM affinity.run r ORDER BY r.id DESC LIMIT 1))$$,
  'its own face does not tell');
SELECT is(night(4), 55::bigint, 'nor does a taste that fails at some faces');
SELECT ok((SELECT count(*) = 10 AND count(visual_ab + visual_ba) = 0 FROM affinity.pair WHERE id('p8') IN (person_a, person_b)),
  'its scores are NULL');
SELECT is((SELECT count(*) FROM affinity.pair WHERE visual_ab IS NULL AND id('p8') NOT IN (person_a, person_b)
  AND id('p6') NOT IN (person_a, person_b) AND id('p7') NOT IN (person_a, person_b)), 0::bigint, 'those of others are there');
SELECT ok(pg_temp.skipped('score.skipped') LIKE '%p8 1 22003%', 'and it is noted whose it is');
ROLLBACK TO changed;
SELECT pg_temp.keys(9, 4);
SELECT is(affinity.reseal(4), 10::bigint, 'sealing anew passes over a row that was changed');
SELECT is(pg_temp.skipped('typing.skipped'), 'p4', 'and notes whose it is');
SELECT is(affinity.reseal_job('{"key": 4}') - 'left', '{"key": 4, "skipped": 1, "resealed": 0}', 'as the job');
SELECT pg_temp.keys(10, 4);
SELECT is(affinity.reseal(10), 0::bigint, 'of all others, those that a lost key has sealed are passed over');
ROLLBACK TO sound;

-- Constants.
SELECT throws_ok($$UPDATE affinity.model SET weights = '{"visual": 1}'$$, '55000', 'model 1 never changes', 'a model never changes');
INSERT INTO affinity.model (version, weights, mean, hla_method, hla_loci, band_middle, band_high, least_ratings, least_traits)
  SELECT '2', weights, 'minimum', hla_method, hla_loci, band_middle, band_high, least_ratings, least_traits FROM affinity.model;
SELECT affinity.use_model('2');
DELETE FROM affinity.hla_typing;
SELECT night(3) \g /dev/null
SELECT results_eq('SELECT DISTINCT model FROM affinity.pair', $$VALUES ('2')$$, 'pairs say which made them');
SELECT ok((SELECT bool_and(abs(score - least(a_to_b, b_to_a)) < 1e-9) FROM affinity.pair), 'by its constants');
SELECT throws_ok(format($$INSERT INTO affinity.model (version, weights, mean, hla_method, hla_loci, band_middle, band_high, least_ratings,
    least_traits) SELECT 'x', %L, mean, hla_method, %L, band_middle, band_high, least_ratings, least_traits
  FROM affinity.model WHERE is_active$$, weights, loci), '22023', NULL, weights || ' ' || loci || ' is no model')
  FROM (VALUES ('{"biologic": 0.3}', '{A}'), ('{"visual": -1}', '{A}'), ('{"visual": 0, "personality": 0, "biological": 0}', '{A}'),
    ('{"visual": "much"}', '{A}'), ('{}', '{Q}')) v (weights, loci);
SELECT throws_ok($$SELECT affinity.use_model('3')$$, '22023', NULL, 'no other');
SELECT throws_ok($$DELETE FROM affinity.model WHERE version = '2'$$, '23503', NULL, 'nor does one go that pairs name');

SELECT pg_temp.remove_secrets();
SELECT * FROM finish();
ROLLBACK;
