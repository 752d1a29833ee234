-- The 2,800 people of the bfi data set: psql variables answers and keys name bfi.csv and bfi_keys.csv, whose columns are
-- id, the items, gender, education, age; and scale, item, sign.
CREATE TEMP TABLE raw_key (scale text, item text, sign int);
CREATE TEMP TABLE raw_answer (id text, a1 int, a2 int, a3 int, a4 int, a5 int, c1 int, c2 int, c3 int, c4 int, c5 int,
  e1 int, e2 int, e3 int, e4 int, e5 int, n1 int, n2 int, n3 int, n4 int, n5 int, o1 int, o2 int, o3 int, o4 int, o5 int,
  gender int, education int, age int);
\set load_keys '\\copy raw_key FROM ' :'keys' ' (FORMAT csv, HEADER)'
:load_keys
\set load_answers '\\copy raw_answer FROM ' :'answers' ' (FORMAT csv, HEADER)'
:load_answers

INSERT INTO assessment.instrument (code, version, name, kind, scale_min, scale_max, instructions)
  VALUES ('bfi-25', 1, 'Big Five, 25 items', 'likert', 1, 6, 'How well does each statement describe you?');
INSERT INTO assessment.item (instrument_id, position, text, trait, keyed)
  SELECT i.id, row_number() OVER (ORDER BY k.item), 'Item ' || k.item,
         CASE k.scale WHEN 'agree' THEN 'agreeableness' WHEN 'conscientious' THEN 'conscientiousness' ELSE k.scale END, k.sign
  FROM raw_key k, assessment.instrument i WHERE i.code = 'bfi-25';

INSERT INTO platform.account (id, email, full_name)
  SELECT md5('bfi ' || id)::uuid, 'bfi' || id || '@sample.invalid', 'Person ' || id FROM raw_answer;
INSERT INTO assessment.submission (person_id, instrument_id, submitted_at, answers)
  SELECT md5('bfi ' || r.id)::uuid, i.id, timestamptz '2026-01-05 09:00+00',
         ARRAY[a1, a2, a3, a4, a5, c1, c2, c3, c4, c5, e1, e2, e3, e4, e5, n1, n2, n3, n4, n5, o1, o2, o3, o4, o5]::smallint[]
  FROM raw_answer r, assessment.instrument i WHERE i.code = 'bfi-25';
