-- 2,800 real people, 25 items: what the triggers store against what R computed (psych 2.2.9, careless 1.2.2; reference.json).
-- The data folder is HARMONY_DATA, ../shared/data by default; without it everything here is skipped.
BEGIN;
SET search_path = public, pg_catalog;
SELECT plan(30);
\set data `printf %s "${HARMONY_DATA:-../shared/data}"`
\set present `cd :'data' 2>&- && [ -r bfi/bfi.csv ] && [ -r bfi/reference.json ] && echo true || echo false`
\if :present

CREATE TEMP TABLE reference AS SELECT NULL::jsonb AS r;
\set content `cat "${HARMONY_DATA:-../shared/data}/bfi/reference.json"`
UPDATE reference SET r = :'content'::jsonb;
\unset content
CREATE FUNCTION pg_temp.ref(VARIADIC path text[]) RETURNS float8 LANGUAGE sql STABLE AS $$ SELECT (r #>> path)::float8 FROM reference $$;
CREATE FUNCTION pg_temp.near(got float8, want float8, what text) RETURNS text LANGUAGE sql AS $$
  SELECT ok(abs(got - want) <= 1e-9, format('%s: %s', what, want)) || CASE WHEN abs(got - want) <= 1e-9 THEN ''
    ELSE E'\n# got ' || coalesce(got::text, 'null') END $$;

CREATE TEMP TABLE raw (k serial, id text, a1 int2, a2 int2, a3 int2, a4 int2, a5 int2, c1 int2, c2 int2, c3 int2, c4 int2, c5 int2,
  e1 int2, e2 int2, e3 int2, e4 int2, e5 int2,
  n1 int2, n2 int2, n3 int2, n4 int2, n5 int2, o1 int2, o2 int2, o3 int2, o4 int2, o5 int2, gender int2, education int2, age int2);
CREATE TEMP TABLE key (k serial, scale text, item text, sign int2);
\set columns 'id, a1, a2, a3, a4, a5, c1, c2, c3, c4, c5, e1, e2, e3, e4, e5, n1, n2, n3, n4, n5, o1, o2, o3, o4, o5, gender, education'
\set load_raw '\\copy raw (' :columns ', age) FROM ''' :data '/bfi/bfi.csv'' CSV HEADER'
\set load_key '\\copy key (scale, item, sign) FROM ''' :data '/bfi/bfi_keys.csv'' CSV HEADER'
:load_raw
:load_key

-- The instrument 'bfi-25'. The reference's names of the traits stand beside ours.
CREATE TEMP TABLE scale AS SELECT * FROM (VALUES (0, 'agree', 'agreeableness'), (1, 'conscientious', 'conscientiousness'),
  (2, 'extraversion', 'extraversion'), (3, 'neuroticism', 'neuroticism'), (4, 'openness', 'openness')) v (i, name, trait);
INSERT INTO assessment.instrument (id, code, name, kind, scale_min, scale_max)
  VALUES (900025, 'bfi-25', 'bfi of R''s psych', 'likert', 1, 6);
INSERT INTO assessment.item (instrument_id, position, text, trait, keyed) SELECT 900025, k, item, trait, sign FROM key
  JOIN scale ON name = scale;
-- A person's uuid is made of the row name in R.
CREATE TEMP TABLE person AS SELECT k, id, ('00000000-0000-0000-0000-' || lpad(id, 12, '0'))::uuid AS person_id,
  ARRAY[a1, a2, a3, a4, a5, c1, c2, c3, c4, c5, e1, e2, e3, e4, e5, n1, n2, n3, n4, n5, o1, o2, o3, o4, o5] AS answers FROM raw;
INSERT INTO platform.account (id, email) SELECT person_id, id || '@bfi.example.org' FROM person;
INSERT INTO assessment.submission (person_id, id, instrument_id, submitted_at, answers) SELECT person_id, 1, 900025, '2024-01-01', answers
  FROM person;

SELECT is((SELECT count(*)::float8 FROM assessment.profile JOIN person USING (person_id)), pg_temp.ref('meta', 'n'),
  '2,800 people have a profile');
-- Scores. scoreItems(impute = "none") takes the mean of whatever was answered, Harmony gives none below half of the items (3 of 5). The
-- mean of
-- a scale is min + score/100 (max - min). The reference is over all 2,800, so the traits below half come in here, as means of the keyed
-- answers.
CREATE TEMP TABLE mean AS
SELECT p.k, s.i, s.name, s.trait, count(x.v) AS n_answered, avg(CASE WHEN y.sign = 1 THEN x.v ELSE 7 - x.v END)::float8 AS by_hand,
  max(1 + r.score / 100 * 5) AS stored
FROM person p CROSS JOIN scale s JOIN key y ON y.scale = s.name CROSS JOIN LATERAL (SELECT p.answers[y.k]) x (v)
LEFT JOIN assessment.result r ON r.person_id = p.person_id AND r.trait = s.trait
GROUP BY p.k, s.i, s.name, s.trait;
SELECT is_empty('SELECT k, trait FROM mean WHERE (stored IS NULL) <> (n_answered < 3)', 'a trait has a result from 3 answers of 5 on');
SELECT ok((SELECT max(abs(stored - by_hand)) FROM mean) <= 1e-9, 'every stored score is the mean of the keyed answers');
SELECT pg_temp.near(avg(coalesce(stored, by_hand)), pg_temp.ref('scoreItems', 'impute_none', 'scores_mean', name), 'mean of ' || name)
  FROM mean GROUP BY i, name ORDER BY i;
SELECT pg_temp.near(stddev_samp(coalesce(stored, by_hand)), pg_temp.ref('scoreItems', 'impute_none', 'scores_sd', name), 'SD of ' || name)
  FROM mean GROUP BY i, name ORDER BY i;
SELECT is((SELECT count(*) FROM mean
  WHERE k <= 20 AND abs(stored - pg_temp.ref('scoreItems', 'impute_none', 'scores_first20', (k - 1)::text, i::text)) <= 1e-9), 100::bigint,
  'the first 20 people, 5 scales each, one by one');
SELECT is((SELECT count(*) FROM assessment.result r JOIN person USING (person_id) WHERE r.score < 0 OR r.score > 100), 0::bigint,
  'scores are between 0 and 100');

-- Response quality: longest run (an unanswered item ends it, as in careless), SD of the answers of one person.
CREATE TEMP TABLE quality AS SELECT p.k, p.id, (harmony.response_quality(p.answers, s.keyed, s.traits, 1, 6)).* FROM person p,
  assessment.scoring_key s WHERE s.instrument_id = 900025;
SELECT pg_temp.near(avg(longstring), pg_temp.ref('careless', 'longstring', 'mean'), 'longstring: mean') FROM quality;
SELECT pg_temp.near(stddev_samp(longstring), pg_temp.ref('careless', 'longstring', 'sd'), 'longstring: SD') FROM quality;
SELECT is((SELECT jsonb_object_agg(longstring, n) FROM (SELECT longstring, count(*) AS n FROM quality GROUP BY 1) c),
  (SELECT r #> '{careless,longstring_counts}' FROM reference), 'longstring: how often each length');
SELECT pg_temp.near(avg(irv), pg_temp.ref('careless', 'irv', 'mean'), 'irv: mean') FROM quality;
SELECT pg_temp.near(stddev_samp(irv), pg_temp.ref('careless', 'irv', 'sd'), 'irv: SD') FROM quality;
SELECT ok(bool_and(abs(got - pg_temp.ref('careless', 'irv', 'quantiles', p || '%')) <= 1e-9), 'irv: quantiles')
  FROM (SELECT p, percentile_cont(p / 100.0) WITHIN GROUP (ORDER BY irv) AS got FROM quality, unnest(ARRAY[1, 5, 25, 50, 75, 95, 99]) p
  GROUP BY p) q;
SELECT is((SELECT sum(n_items - n_answered)::float8 FROM quality), pg_temp.ref('meta', 'missing_total'), 'unanswered items');

-- Mahalanobis distance of the complete rows from their own mean and covariance (n - 1), both computed here in plain SQL.
CREATE TEMP TABLE cell AS SELECT k, i, v::float8 FROM person, unnest(answers) WITH ORDINALITY u (v, i)
  WHERE array_position(answers, NULL) IS NULL;
CREATE TEMP TABLE centre AS SELECT i, avg(v) AS mean FROM cell GROUP BY i;
CREATE TEMP TABLE distance AS
WITH deviation AS (SELECT k, i, v - mean AS d FROM cell JOIN centre USING (i)),
     covariance AS (SELECT x.i, y.i AS j, sum(x.d * y.d) / (count(*) - 1) AS c FROM deviation x JOIN deviation y USING (k) GROUP BY 1, 2),
     line AS (SELECT i, array_agg(c ORDER BY j) AS c FROM covariance GROUP BY i)
SELECT p.k, p.id, (harmony.response_quality(p.answers, s.keyed, s.traits, 1, 6, NULL, (SELECT array_agg(mean ORDER BY i) FROM centre),
  (SELECT array_agg(c ORDER BY i) FROM line))).*
FROM person p, assessment.scoring_key s WHERE s.instrument_id = 900025 AND array_position(p.answers, NULL) IS NULL;
SELECT is((SELECT count(mahalanobis)::float8 FROM distance), pg_temp.ref('careless', 'mahalanobis', 'n_complete'), '2,436 complete rows');
SELECT pg_temp.near(avg(mahalanobis), pg_temp.ref('careless', 'mahad_D2_complete', 'mean'), 'D2: mean') FROM distance;
SELECT pg_temp.near(stddev_samp(mahalanobis), pg_temp.ref('careless', 'mahad_D2_complete', 'sd'), 'D2: SD') FROM distance;
SELECT is((SELECT count(*) FROM (SELECT id, mahalanobis, row_number() OVER (ORDER BY mahalanobis DESC) - 1 AS place FROM distance) d,
  reference
           WHERE place < 5 AND id = r #>> ARRAY['careless', 'mahalanobis', 'top5', place::text, 'id']
             AND abs(mahalanobis - pg_temp.ref('careless', 'mahalanobis', 'top5', place::text, 'D2')) <= 1e-9), 5::bigint,
             'D2: the five farthest people');
SELECT ok((SELECT max(abs(mahalanobis_cutoff - pg_temp.ref('careless', 'mahalanobis', 'chi2_crit_999'))) FROM distance) <= 1e-9,
  'the cut-off of 25 degrees of freedom');
SELECT is((SELECT count(*)::float8 FROM distance WHERE flags @> '{OUTLIER}'), pg_temp.ref('careless', 'mahalanobis', 'n_flag_999'),
  '84 people are flagged');
-- The same through the module: a norm of this population flags the same people.
SELECT assessment.build_response_norm(900025) AS n \gset
SELECT set_eq($$SELECT id FROM person JOIN assessment.result USING (person_id) WHERE flags @> '{OUTLIER}'
  AND array_position(answers, NULL) IS NULL$$, $$SELECT id FROM distance WHERE flags @> '{OUTLIER}'$$,
  'build_response_norm flags the same people');
SELECT is_empty('SELECT * FROM assessment.verify_snapshots()', 'all is true');

\else
SELECT skip('no data in ' || :'data', 30);
\endif
SELECT * FROM finish();
ROLLBACK;
