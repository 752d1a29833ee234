-- Filters of both sides, blocks, answers, top lists with their cap, and events.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
\ir ../../lib/secrets.sql
\ir ../../lib/affinity.sql

-- filters(name, document): as that person sets them.
CREATE FUNCTION pg_temp.filters(name text, document jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM become(name), affinity.set_filters(document), become(NULL);
END $$;
CREATE FUNCTION pg_temp.meets(name text) RETURNS text LANGUAGE sql AS $$
  SELECT string_agg(p.name, ' ' ORDER BY p.n) FROM (SELECT n, 'p' || n AS name FROM generate_series(1, 12) n) p
  JOIN affinity.eligible(ARRAY[id($1)]) e ON e.other_id = id(p.name) $$;
SELECT is(pg_temp.meets('p1'), 'p2 p3 p4 p5 p6 p7 p8 p9 p10 p11 p12', 'without filters all may meet');
SELECT pg_temp.filters('p1', '{"gender": "woman", "seeks": ["man"], "born_on": "1990-01-01", "age_from": 30, "age_to": 50, "latitude": 52.5,
  "longitude": 13.4, "most_km": 100}');
SELECT is(pg_temp.meets('p1'), NULL, 'what is not known does not fit');
SELECT pg_temp.filters('p' || n, jsonb_build_object('gender', CASE WHEN n = 3 THEN 'woman' ELSE 'man' END, 'born_on',
  platform.today() - (CASE n WHEN 4 THEN 29 WHEN 5 THEN 52 ELSE 40 END * 365.25)::integer,
  'latitude', CASE n WHEN 6 THEN 48.1 ELSE 52.4 END, 'longitude', 13.1))
  FROM generate_series(2, 8) n;
SELECT is(pg_temp.meets('p1'), 'p2 p7 p8', 'gender, age and distance of the others fit');
SELECT pg_temp.filters('p7', '{"seeks": ["man"]}'), pg_temp.filters('p8', '{"age_to": 30}');
SELECT is(pg_temp.meets('p1'), 'p2', 'and the own fit theirs');
SELECT is(pg_temp.meets('p2'), 'p1 p3 p4 p5 p6 p7 p9 p10 p11 p12', 'it holds in both directions');
SELECT pg_temp.filters('p2', '{"is_active": false}');
SELECT is(pg_temp.meets('p1'), NULL, 'who is not active is shown to nobody');
SELECT ok(abs(affinity.distance_km(52.52, 13.405, 48.137, 11.576) - 504.4) < 0.5, 'Berlin to Munich is 504 km');
SELECT is(affinity.distance_km(0, 0, 0, 180)::numeric(6, 0), 20015::numeric, 'half the equator');
SELECT throws_ok($$SELECT pg_temp.filters('p1', '{"colour": 1}')$$, '22023', 'there is no filter "colour"', 'filters that are there');
SELECT throws_ok(format($$SELECT pg_temp.filters('p1', %L)$$, f), '22023', NULL, f || ' is refused') FROM unnest(ARRAY['[]', 'null',
  '{"age_from": 17}', '{"age_from": 40, "age_to": 39}', '{"display_name": ""}',
  '{"latitude": 91}', '{"latitude": null}', '{"most_km": "NaN"}', '{"seeks": [null]}', '{"born_on": "infinity"}', '{"gender": "A b"}',
  '{"display_name": "  "}', '{"display_name": "\u00a0\u3000"}', '{"display_name": "\u200d"}', '{"display_name": "x\u202egpj"}',
  '{"display_name": "x\u2066"}', '{"display_name": "\u2069x"}', '{"display_name": "An\u200bna"}', '{"display_name": "\ufeffAnna"}',
  '{"display_name": "Anna\u200c"}', '{"display_name": "An\u200c\u200cna"}', '{"display_name": "\u200fAnna"}',
  '{"seeks": ["a b"]}', '{"seeks": ["A"]}', '{"seeks": [""]}', '{"seeks": [["a"]]}',
  jsonb_build_object('seeks', jsonb_build_array(repeat('a', 41)))::text]) f;
SELECT lives_ok(format($$SELECT pg_temp.filters('p10', %L)$$, f), f || ' is taken') FROM unnest(ARRAY[
  '{"display_name": "Anna Maria"}', '{"display_name": "\u0639\u0644\u06cc\u200c\u0631\u0636\u0627"}', '{"display_name": "\ud83c\udf3b"}',
  '{"seeks": ["man", "other_word"]}',
  jsonb_build_object('seeks', (SELECT jsonb_agg(repeat(chr(96 + n), 40)) FROM generate_series(1, 10) n))::text, '{"seeks": []}']) f;
SELECT throws_ok(format($$SELECT pg_temp.filters('p10', '{"born_on": "%s"}')$$,
  (platform.today() - interval '18 years' + interval '1 day')::date), '22023', 'born_on is less than 18 years ago',
  'nobody is younger than 18');
SELECT lives_ok(format($$SELECT pg_temp.filters('p10', '{"born_on": "%s"}')$$, (platform.today() - interval '18 years')::date),
  '18 is enough');

SELECT throws_ok(format($$SELECT pg_temp.filters('p10', %L)$$, f), state, 'a filter is of another type', left(f, 40) || ' is not quoted')
  FROM (VALUES ('{"age_from": 1e400}', '22003'), ('{"age_from": "x"}', '22P02'), ('{"born_on": "' || repeat('9', 1000) || '"}', '22007'),
    ('{"latitude": "1e999", "longitude": 1}', '22003'), ('{"is_active": "maybe"}', '22P02')) v (f, state);
-- Ages are of the first day of the month of birth: whoever waits day after day finds out no more.
UPDATE affinity.filter SET born_on = date_trunc('month', platform.today()) - interval '40 years' + d * interval '1 day'
  FROM (VALUES ('p2', 0), ('p3', 27), ('p4', -1)) v (name, d) WHERE person_id = id(name);
UPDATE affinity.filter SET is_active = true WHERE person_id = id('p2');
SELECT results_eq($$SELECT m.age FROM generate_series(2, 4) n, affinity.members(ARRAY[id('p' || n)]) m ORDER BY n$$,
  'VALUES (40), (40), (40)',   'of the month before, and of whichever day of this one');
UPDATE affinity.filter SET born_on = date_trunc('month', platform.today()) + interval '1 month' - interval '40 years'
  WHERE person_id = id('p2');
SELECT is((SELECT m.age FROM affinity.members(ARRAY[id('p2')]) m), 39, 'of the next month a year less');

-- Whoever changes the own filters and looks who is shown learns little: coarse places, steps of distance, few changes.
SELECT pg_temp.filters('p9', '{"latitude": 48.13743, "longitude": 11.57549}');
SELECT is((SELECT latitude || ' ' || longitude FROM affinity.filter WHERE person_id = id('p9')), '48.1 11.6',
  'a place is kept to a tenth of a degree');
SELECT throws_ok($$UPDATE affinity.filter SET latitude = 48.137 WHERE person_id = id('p9')$$, '23514', NULL, 'and in no other way');
SELECT is(affinity.distance_step(d), s, 'a distance of ' || d)
  FROM (VALUES (0::float8, 0::float8), (0.1, 10), (10, 10), (10.1, 20), (NULL, NULL)) v (d, s);
SELECT pg_temp.filters('p11', '{"latitude": 48.3, "longitude": 11.6, "most_km": 25}');
SELECT is(affinity.is_eligible(id('p11'), id('p9')), false, '22 km are seen as 30');
SELECT pg_temp.filters('p11', '{"most_km": 30}');
SELECT is(affinity.is_eligible(id('p11'), id('p9')), true, 'which 30 takes in');
SELECT throws_ok($$SELECT pg_temp.filters('p9', '{"latitude": 48.2}')$$, 'PT429', 'too many places changed in a time',
  'a place once a day');
SELECT throws_ok($$SELECT pg_temp.filters('p10', '{"born_on": "1990-01-01"}')$$, 'PT429', 'too many birth dates changed in a time',
  'a date of birth too');
SELECT affinity.withdraw_consent(id('p9'), 'visual'), affinity.give_consent(id('p9'), 'visual');
SELECT throws_ok($$SELECT pg_temp.filters('p9', '{"latitude": 48.2, "longitude": 11.6}')$$, 'PT429', NULL,
  'withdrawing and agreeing again gives no other try');
SELECT photo_of('p9', 9), rate('p9', 9) \g /dev/null
SELECT pg_temp.filters('p9', '{"display_name": "Nine", "is_active": true}') FROM generate_series(1, 20) \g /dev/null
SELECT pg_temp.filters('p9', jsonb_build_object('age_from', 20 + n)) FROM generate_series(1, 9) n;
SELECT throws_ok($$SELECT pg_temp.filters('p9', '{"age_from": 50}')$$, 'PT429', 'too many filters changed in a time', 'ten changes a day');
UPDATE affinity.turn SET taken_at = taken_at - interval '25 hours';
SELECT lives_ok($$SELECT pg_temp.filters('p9', '{"latitude": 48.2, "longitude": 11.6}')$$, 'the day after it can be changed again');
SELECT is((SELECT count(*) FROM affinity.turn WHERE person_id = id('p9')), 2::bigint, 'and what counts no more is not kept');
DELETE FROM affinity.filter;
DELETE FROM affinity.turn;

-- Discovering and answering.
SELECT become('p1');
SELECT is((SELECT count(*) FROM affinity.discover(5)), 5::bigint, 'so many as were asked for');
SELECT is((SELECT array_agg(d.person) FROM affinity.discover(5) d), (SELECT array_agg(d.person) FROM affinity.discover(5) d),
  'in the same order');
SELECT is((SELECT display_name FROM affinity.discover(50) WHERE person = id('p2')), 'P2', 'by the first name');
SELECT throws_ok(format('SELECT affinity.discover(%s)', n), '22023', NULL, 'not ' || n) FROM unnest('{0,51,"NULL"}'::text[]) n;
SELECT affinity.want_to_meet(id('p2'), 'no') \g /dev/null
SELECT is((SELECT count(*) FROM affinity.discover(50)), 10::bigint, 'who was answered is not shown again');
SELECT is(affinity.want_to_meet(id('p2'), 'yes') - 'answered_at', jsonb_build_object('person', id('p2'), 'answer', 'yes'),
  'an answer is corrected');
SELECT is((SELECT count(*) FROM affinity.answer), 1::bigint, 'and is one row');
SELECT throws_ok(format('SELECT affinity.want_to_meet(%L, %L)', id('p2'), a), '22023', NULL,
  'not ' || a) FROM unnest('{maybe,""}'::text[]) a;
SELECT results_eq('SELECT person, display_name, answer FROM affinity.shown_answers()', $$VALUES (id('p2'), 'P2', 'yes')$$,
  'what one has said is listed');
SELECT affinity.block(id('p3'));
SELECT is((SELECT count(*) FROM affinity.discover(50) WHERE person = id('p3')), 0::bigint, 'who is blocked is not shown');
SELECT results_eq('SELECT person, display_name FROM affinity.shown_blocks()', $$VALUES (id('p3'), 'P3')$$, 'but listed as blocked');
SELECT become('p3');
SELECT is_empty('SELECT * FROM affinity.shown_blocks()', 'which the blocked is not told');
SELECT is((SELECT count(*) FROM affinity.discover(50) WHERE person = id('p1')), 0::bigint, 'nor the other way round');
SELECT affinity.block(id('p1'), false);
SELECT is((SELECT count(*) FROM affinity.discover(50) WHERE person = id('p1')), 0::bigint, 'which the blocked cannot end');
SELECT become('p1');
SELECT affinity.block(id('p3'), false);
SELECT is((SELECT count(*) FROM affinity.discover(50) WHERE person = id('p3')), 1::bigint, 'but who did it can');
UPDATE platform.limit SET most = 5 WHERE what = 'answers_to_people';
SELECT throws_ok($$SELECT affinity.want_to_meet(id('p2'), 'yes') FROM generate_series(1, 5)$$, 'PT429', NULL, 'corrections count');
UPDATE platform.limit SET most = 1000 WHERE what = 'answers_to_people';

-- Who has blocked one, withdrew, was or is being erased, is not active or never was there: nothing tells which.
SELECT affinity.want_to_meet(id('p' || n), 'yes') FROM unnest('{7,8,9,10,11}'::integer[]) n \g /dev/null
SELECT become('p7');
SELECT affinity.want_to_meet(id('p1'), 'no') \g /dev/null
SELECT affinity.block(id('p1'));
SELECT become(NULL);
SAVEPOINT gone;
SELECT affinity.withdraw_consent(id('p8'), 'visual');
SELECT platform.erase_account(id('p9'));
UPDATE platform.account SET is_active = false WHERE id = id('p10');
INSERT INTO platform.erasure (account_id, due_at) VALUES (id('p11'), now() + interval '7 days');
SELECT become('p1');
-- told(name): all that p1 can ask about somebody. Nothing of it stays.
CREATE FUNCTION pg_temp.told(name text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE call text; said text; answer text := '';
BEGIN
  FOREACH call IN ARRAY ARRAY['affinity.want_to_meet(%L, ''yes'')', 'affinity.want_to_meet(%L, ''no'')', 'affinity.block(%L)',
    'affinity.block(%L, false)', 'affinity.match(%L)', 'affinity.visual_score(%L)', 'affinity.hla_match(%L)',
    '(SELECT count(*) FROM affinity.shown_answers() a WHERE a.person = %L)',
    '(SELECT count(*) FROM affinity.shown_matches() m WHERE m.person = %L)'] LOOP
    BEGIN
      EXECUTE format('SELECT (%s)::text', format(call, id(name))) INTO said;
      RAISE EXCEPTION USING ERRCODE = 'HM001', MESSAGE = said;
    EXCEPTION WHEN SQLSTATE 'HM001' THEN answer := answer || said || ';';
      WHEN OTHERS THEN answer := answer || SQLSTATE || ' ' || replace(SQLERRM, id(name)::text, 'X') || ';';
    END;
  END LOOP;
  RETURN answer || ' exported ' || strpos(platform.person_data(id('p1'))::text, id(name)::text);
END $$;
SELECT is(pg_temp.told(who), pg_temp.told('nobody'), who || ' is told as nobody is')
  FROM unnest('{p7,p8,p9,p10,p11}'::text[]) who;
SELECT ok(pg_temp.told('nobody') LIKE 'PT404 person X is not shown to you;PT404 person X is not shown to you;;;PT404%;0;0; exported 0',
  'that is: ' || pg_temp.told('nobody'));
-- Who has blocked them all is told of those whom it would be shown without.
SAVEPOINT blocked;
SELECT affinity.block(id(name)) FROM unnest('{p3,p7,p8,p9,p10,p11,nobody}'::text[]) name \g /dev/null
SELECT results_eq('SELECT person FROM affinity.shown_blocks()', $$VALUES (id('p3'))$$, 'nor does the list of blocks tell which');
SELECT affinity.block(id('p3'), false) \g /dev/null
SELECT is((SELECT count(*) FROM affinity.discover(50) WHERE person = id('p3')), 1::bigint, 'who was listed is shown without it');
ROLLBACK TO blocked;
SELECT lives_ok($$SELECT affinity.block(id('nobody'))$$, 'who never was there can be blocked');
SELECT is_empty($$SELECT 1 FROM affinity.block WHERE blocked_id = id('nobody')$$, 'which leaves no row');
SELECT become(NULL);
SELECT is_empty($$SELECT 1 FROM affinity.answer WHERE id('p7') IN (person_id, other_id) OR id('p8') IN (person_id, other_id)$$,
  'answers go with a block and with a consent, those of both sides');
UPDATE platform.account SET is_active = true WHERE id = id('p10');
SELECT become('p1');
SELECT isnt_empty($$SELECT 1 FROM jsonb_array_elements(platform.person_data(id('p1')) -> 'affinity.answer') e
  WHERE e ->> 'other_id' = id('p10')::text$$, 'one about who is active again is there again');
SELECT become(NULL);
ROLLBACK TO gone;

-- Top lists. Everybody likes p5 best: nobody stands on more than ten lists of a day here, however long they are.
DELETE FROM affinity.answer;
SELECT night(1) \g /dev/null
UPDATE affinity.pair SET score = CASE WHEN id('p5') IN (person_a, person_b) THEN 99
  ELSE 50.4 - 0.09 * abs(hashtext(person_a::text) % 9) END;
UPDATE platform.setting SET value = '1' WHERE name = 'affinity_exposure';
CREATE TEMP TABLE told (who text, place bigint, other uuid, score integer);
CREATE FUNCTION pg_temp.tell(who text, k integer) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM become(who);
  INSERT INTO told SELECT who, row_number() OVER (), t.person, t.score FROM affinity.match_top(k) t;
  PERFORM become(NULL);
END $$;
SELECT pg_temp.tell('p' || n, 1 + n % 2) FROM unnest('{1,2,3,4,6,7,8,9,10,11,12}'::integer[]) n;
SELECT is((SELECT string_agg(who, ' ' ORDER BY substr(who, 2)::integer) FROM told WHERE other = id('p5')),
  'p1 p2 p3 p4 p6 p7 p8 p9 p10 p11', 'first come, first served, ten lists');
SELECT is((SELECT count(*) FROM told WHERE who = 'p12'), 1::bigint, 'the eleventh is told somebody else');
SELECT pg_temp.tell('p12', 50);
SELECT is_empty($$SELECT 1 FROM told WHERE who = 'p12' AND other = id('p5')$$, 'and is not told more for a longer list');
SELECT is((SELECT max(lists) FROM affinity.exposure), 10, 'nobody stands on more than ten');
SELECT ok((SELECT count(DISTINCT round(score::numeric, 9)) > 2 AND count(DISTINCT round(score)) = 1 FROM affinity.pair WHERE score < 99),
  'scores that differ are shown as equal');
TRUNCATE told;
DELETE FROM affinity.top_list;
DELETE FROM affinity.exposure;
SELECT pg_temp.tell('p1', 1);
SELECT results_eq('SELECT other FROM told', $$SELECT id('p5')$$, 'the best');
TRUNCATE told;
SELECT pg_temp.tell('p1', 4);
SELECT is((SELECT array_agg(other ORDER BY place) FROM told), (SELECT id('p5') || (array_agg(i ORDER BY i))[:3]
  FROM (SELECT id('p' || n) AS i FROM generate_series(1, 12) n WHERE n NOT IN (1, 5)) c),
  'again on the same day it is the same list, which grows: in the order of what is shown, then of ids');
SELECT is((SELECT lists FROM affinity.exposure WHERE person_id = id('p5')), 1, 'which counts once');
SELECT pg_temp.tell('p2', 1), pg_temp.tell('p3', 1);
SELECT become('p1');
SELECT affinity.block(id('p5'));
SELECT is((SELECT count(*) FROM affinity.match_top(4) WHERE person = id('p5')), 0::bigint, 'who is blocked is off the list at once');
SELECT is((SELECT count(*) FROM affinity.match_top(4)), 4::bigint, 'and somebody else is told, as when somebody withdraws');
DO $$ BEGIN
  FOR n IN 1..5 LOOP
    PERFORM affinity.block(id('p5'), false), affinity.match_top(4), affinity.block(id('p5')), affinity.match_top(4);
  END LOOP;
END $$;
SELECT is((SELECT lists FROM affinity.exposure WHERE person_id = id('p5')), 3,
  'a person counts once a list and day, blocked in between or not');
SELECT is((SELECT sum(x.lists) FROM affinity.exposure x), (SELECT count(*) FROM affinity.top_list), 'and so does everybody');
SELECT throws_ok(format('SELECT affinity.match_top(%s)', n), '22023', NULL, 'not ' || n) FROM unnest('{0,51,"NULL"}'::text[]) n;
SELECT become(NULL);
SAVEPOINT listed;
SELECT affinity.withdraw_consent(id('p3'), 'visual');
SELECT is_empty($$SELECT 1 FROM affinity.top_list WHERE id('p3') IN (person_id, other_id)
  UNION ALL SELECT 1 FROM affinity.exposure WHERE person_id = id('p3')$$, 'who withdraws stands on no list, and has none');
ROLLBACK TO listed;

-- Events: nobody sits with whom it has said no to, nobody twice, and no two would rather have each other.
SELECT night(2) \g /dev/null
SELECT become('admin');
CREATE TEMP TABLE seated AS SELECT * FROM affinity.match_sides(ARRAY (SELECT id('p' || n) FROM generate_series(1, 6) n),
  ARRAY (SELECT id('p' || n) FROM generate_series(7, 12) n));
SELECT is((SELECT count(DISTINCT proposer) || ' ' || count(DISTINCT acceptor) FROM seated), '6 6', 'two sides of six are seated');
SELECT is_empty($$SELECT 1 FROM seated s, seated t, affinity.event_choices(ARRAY (SELECT id('p' || n) FROM generate_series(1, 12) n)) a,
    affinity.event_choices(ARRAY (SELECT id('p' || n) FROM generate_series(1, 12) n)) b,
    affinity.event_choices(ARRAY (SELECT id('p' || n) FROM generate_series(1, 12) n)) c,
    affinity.event_choices(ARRAY (SELECT id('p' || n) FROM generate_series(1, 12) n)) d
  WHERE (a.person, a.other) = (s.proposer, t.acceptor) AND (b.person, b.other) = (s.proposer, s.acceptor) AND a.score > b.score + 1e-6
    AND (c.person, c.other) = (t.acceptor, s.proposer) AND (d.person, d.other) = (t.acceptor, t.proposer) AND c.score > d.score + 1e-6$$,
  'no two would rather have each other');
SELECT lives_ok($$SELECT affinity.match_all(ARRAY (SELECT id('p' || n) FROM generate_series(1, 12) n))$$, 'one side');
SELECT throws_ok($$SELECT affinity.match_sides(ARRAY[id('p1')], ARRAY[id('p1')])$$, '22023', 'somebody is on both sides',
  'nobody meets oneself');
SELECT throws_ok($$SELECT affinity.match_all(ARRAY[id('p1'), id('p1')])$$, '22023', NULL, 'nobody is twice there');
SELECT throws_ok($$SELECT affinity.match_all(NULL)$$, '22004', NULL, 'a list is said');
SELECT become('p1');
SELECT throws_ok($$SELECT affinity.match_all(ARRAY[id('p1'), id('p2')])$$, '42501', NULL, 'people do not ask for it');
SELECT become(NULL);

SELECT pg_temp.remove_secrets();
SELECT * FROM finish();
ROLLBACK;
