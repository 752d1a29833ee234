-- What an instrument may not be called, a gap in its positions, and whose answers an error is about.
BEGIN;
SELECT plan(16);
CREATE FUNCTION pg_temp.mine() RETURNS integer LANGUAGE sql AS $$SELECT id FROM assessment.instrument WHERE code = 'mine'$$;
INSERT INTO platform.account (id, email) SELECT md5(n::text)::uuid, 'person' || n || '@example.org' FROM generate_series(1, 4) n;
INSERT INTO assessment.instrument (code, name, kind, scale_min, scale_max) VALUES ('mine', 'Mine', 'likert', 1, 5);

-- Names.
SELECT throws_ok(format($$INSERT INTO assessment.trait (code, family, label) VALUES ('mood', %L, 'Mood')$$, f), '23514',
  'new row for relation "trait" violates check constraint "trait_family_is_free"', 'no family is called ' || f)
FROM unnest('{version,quality,emotional_stability}'::text[]) f;
SELECT throws_ok($$INSERT INTO assessment.trait (code, family, label) VALUES ('gca', 'cognitive', 'GCA')$$, '23514',
  'new row for relation "trait" violates check constraint "trait_code_is_free"', 'gca is worked out');
SELECT throws_ok(format($$INSERT INTO assessment.instrument (code, name, kind, scale_min, scale_max) VALUES (%L, 'x', 'likert', 1, 5)$$, c),
  '23514', 'new row for relation "instrument" violates check constraint "instrument_code_has_no_at"', format('no code is %L', c))
FROM unnest('{a@1,""}'::text[]) c;
SELECT throws_ok($$INSERT INTO assessment.instrument (code, name, kind, scale_min, scale_max) VALUES ('x', 'x', 'likert', 5, 5)$$,
  '23514', 'new row for relation "instrument" violates check constraint "instrument_scale_has_two_ends"', 'rules have names');
SELECT is((SELECT string_agg(c.conname, ', ') FROM pg_constraint c
           WHERE c.connamespace = 'assessment'::regnamespace AND c.contype = 'c' AND cardinality(c.conkey) > 1
             AND c.conname ~ '^(instrument|item|submission|attempt|test)_check[0-9]*$'), NULL, 'every rule of several columns has one');

-- A gap.
SELECT throws_ok($$INSERT INTO assessment.submission (person_id, instrument_id, answers)
    VALUES (md5('1')::uuid, pg_temp.mine(), '{1}')$$, '22023',
  'instrument "mine" version 1 has no scoring key', 'without items nobody answers');
INSERT INTO assessment.item (instrument_id, position, text, trait)
  SELECT pg_temp.mine(), p, 'item ' || p, 'openness' FROM unnest('{1,2,4}'::integer[]) p;
CREATE TEMP TABLE told (detail text);
DO $$
DECLARE
  detail text;
BEGIN
  INSERT INTO assessment.submission (person_id, instrument_id, answers) VALUES (md5('1')::uuid, pg_temp.mine(), '{1,2,3}');
EXCEPTION WHEN invalid_parameter_value THEN
  GET STACKED DIAGNOSTICS detail = PG_EXCEPTION_DETAIL;
  INSERT INTO told VALUES (detail);
END
$$;
SELECT is((SELECT detail FROM told), 'It has no item at position 3.', 'nor with a gap, which is named');
INSERT INTO assessment.item (instrument_id, position, text, trait) VALUES (pg_temp.mine(), 3, 'item 3', 'openness');
SELECT is((SELECT cardinality(k.traits) FROM assessment.scoring_key k WHERE k.instrument_id = pg_temp.mine()), 4, 'which may be filled');
SELECT lives_ok($$INSERT INTO assessment.submission (person_id, instrument_id, answers)
    VALUES (md5('1')::uuid, pg_temp.mine(), '{1,2,3,4}')$$,
  'then people answer');

-- Whose.
CREATE FUNCTION pg_temp.detail_of(statement text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  detail text;
BEGIN
  EXECUTE statement;
  RETURN 'no error';
EXCEPTION WHEN OTHERS THEN
  GET STACKED DIAGNOSTICS detail = PG_EXCEPTION_DETAIL;
  RETURN SQLERRM || ' | ' || detail;
END
$$;
SELECT is(pg_temp.detail_of(format($$INSERT INTO assessment.submission (person_id, instrument_id, answers)
    SELECT md5(n::text)::uuid, pg_temp.mine(), CASE n WHEN 3 THEN %L ELSE '{1,2,3,4}' END::smallint[]
    FROM generate_series(2, 4) n$$, a)), e,
  'among many: ' || a)
FROM (VALUES
  ('{1,9,3,4}', 'answer 9 to item 2 is outside the scale 1 to 5 | These are answers of person eccbc87e-4b5c-e2fe-2830-8fd9f2a7baf3 to '
     'instrument mine@1.'),
  ('{1,2,3}', 'expected 4 answers but got 3 | Every array must have one element for each of the 4 items. These are answers of person '
     'eccbc87e-4b5c-e2fe-2830-8fd9f2a7baf3 to instrument mine@1.')) v (a, e);
SELECT is(pg_temp.detail_of($$INSERT INTO assessment.submission (person_id, instrument_id, answers)
    VALUES (md5('2')::uuid, pg_temp.mine(), '{1,2,3,0}')$$),
  'answer 0 to item 4 is outside the scale 1 to 5 | These are answers of person c81e728d-9d4c-2f63-6f06-7f89cc14862c to instrument mine@1.',
  'one alone');
SELECT is(pg_temp.detail_of($$UPDATE assessment.submission SET answers = '{1,2,3,7}' WHERE instrument_id = pg_temp.mine()$$),
  'answer 7 to item 4 is outside the scale 1 to 5 | These are answers of person c4ca4238-a0b9-2382-0dcc-509a6f75849b to instrument mine@1.',
  'one that is changed');
SELECT * FROM finish();
ROLLBACK;
