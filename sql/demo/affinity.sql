-- A validation study: 100 made-up people go through all three phases, answer whom they would meet, and are scored; then what the scores are
-- worth. Taste has a common part and an own one, answers follow from both, a little from how alike two people are, and not at all from
-- HLA; so the table should say. Expects module affinity, harmony.seal_key_file, and nobody with consents in the database. report: the
-- file of a report; called: what the addresses of the people begin with, else person.
\set people 100
\if :{?called}
\else
\set called person
\endif
\pset footer off
\pset null '-'

-- A standard normal deviate that depends on its keys alone (Box and Muller 1958 on hashed uniforms), and a share likewise.
CREATE FUNCTION pg_temp.share(what text, seed int) RETURNS float8 LANGUAGE sql IMMUTABLE
  RETURN ((hashtextextended(what, seed) & 4294967295) + 0.5) / 4294967296.0::float8;
CREATE FUNCTION pg_temp.deviate(what text) RETURNS float8 LANGUAGE sql IMMUTABLE
  RETURN sqrt(-2 * ln(pg_temp.share(what, 1))) * cos(2 * pi() * pg_temp.share(what, 2));
CREATE FUNCTION pg_temp.act_as(person uuid) RETURNS text LANGUAGE sql VOLATILE
  RETURN set_config('request.jwt.claims', json_build_object('sub', person)::text, false);

CREATE TEMP TABLE person AS SELECT n, md5('affinity ' || n)::uuid AS id FROM generate_series(1, :people) n;
INSERT INTO platform.account (id, email, full_name)
  SELECT p.id, :'called' || p.n || '@sample.invalid', 'Person ' || p.n FROM person p;
INSERT INTO affinity.filter (person_id, display_name) SELECT p.id, 'Person ' || p.n FROM person p;
SELECT affinity.give_consent(p.id, k.kind)
FROM person p CROSS JOIN unnest('{visual,personality,genetic,research}'::text[]) k (kind) \g /dev/null

-- Faces: twelve numbers in place of a net's 512; faces 101 to 114 are those that everybody rates. What most like is the first number.
CREATE TEMP TABLE face AS
  SELECT n, array_agg(pg_temp.deviate(n || ' face ' || d)::float4 ORDER BY d) AS embedding
  FROM generate_series(1, :people + 14) n CROSS JOIN generate_series(1, 12) d GROUP BY n;
CREATE TEMP TABLE liking AS  -- of a person for a face: common taste, own taste
  SELECT p.n AS person, f.n AS face, .7 * f.embedding[1] + (
           SELECT sum(x * pg_temp.deviate(p.n || ' taste ' || d)) / sqrt(11) FROM unnest(f.embedding[2:]) WITH ORDINALITY e (x, d)) AS z
  FROM person p CROSS JOIN face f WHERE p.n <> f.n;
SELECT '{"detector": {"name": "made up", "version": "1"}, "landmarks": {"name": "made up", "version": "1"},
         "embedding": {"name": "made up", "version": "1"}}' AS nets,
  decode('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==', 'base64') AS picture \gset
CREATE TEMP TABLE photo AS
  SELECT f.n, CASE WHEN p.id IS NULL THEN affinity.add_calibration_photo(o.id, 'face.png', 'image/png', :'picture', f.n)
                   ELSE (affinity.queue_photo(p.id, platform.store_document(p.id, 'photo', 'face', 'face.png', 'image/png', :'picture'))).id
              END AS id
  FROM face f LEFT JOIN person p ON p.n = f.n CROSS JOIN (SELECT q.id FROM person q WHERE q.n = 1) o;
SELECT affinity.settle_photo(p.id, 'ready', :'nets', :'picture', f.embedding) FROM photo p JOIN face f ON f.n = p.n \g /dev/null
DELETE FROM platform.job WHERE kind = 'affinity.face';  -- no net has to look at these

-- Phase 1: each rates the fourteen; phase 2: 28 items; phase 3: two alleles of each of three loci.
CREATE TEMP TABLE rating AS
  SELECT l.person, jsonb_agg(jsonb_build_object('photo', h.document_id,
           'rating', least(5, greatest(1, round(3 + l.z + .5 * pg_temp.deviate(l.person || ' rates ' || l.face)))))) AS ratings
  FROM liking l JOIN photo f ON f.n = l.face JOIN affinity.photo h ON h.id = f.id WHERE l.face > :people GROUP BY l.person;
SELECT pg_temp.act_as(p.id), affinity.calibrate(r.ratings) FROM person p JOIN rating r ON r.person = p.n \g /dev/null
SELECT pg_temp.act_as(NULL) \g /dev/null
CREATE TEMP TABLE answer AS
  SELECT p.n, p.id, i.instrument_id, i.position, least(k.scale_max, greatest(k.scale_min, round((k.scale_min + k.scale_max) / 2.0
           + i.keyed * pg_temp.deviate(p.n || i.trait) + .8 * pg_temp.deviate(p.n || ' item ' || i.position))))::smallint AS value
  FROM person p CROSS JOIN affinity.questionnaire q JOIN assessment.instrument k ON k.id = q.instrument_id
  JOIN assessment.item i ON i.instrument_id = k.id;
INSERT INTO assessment.submission (person_id, instrument_id, submitted_at, answers)
  SELECT a.id, a.instrument_id, now(), array_agg(a.value ORDER BY a.position) FROM answer a GROUP BY a.id, a.instrument_id;
CREATE TEMP TABLE allele AS  -- some common names; how common each is here is made up
  SELECT a.locus, a.name, row_number() OVER (PARTITION BY a.locus ORDER BY a.name) AS place, count(*) OVER (PARTITION BY a.locus) AS names
  FROM unnest('{A*01:01,A*02:01,A*03:01,A*11:01,A*24:02,A*29:02,A*32:01,B*07:02,B*08:01,B*15:01,B*18:01,B*27:05,B*35:01,B*40:01,B*44:02,
    B*51:01,DRB1*01:01,DRB1*03:01,DRB1*04:01,DRB1*07:01,DRB1*11:01,DRB1*13:01,DRB1*15:01}'::text[]) u (name)
  CROSS JOIN LATERAL (SELECT split_part(u.name, '*', 1), u.name) a (locus, name);
CREATE TEMP TABLE typing AS
  SELECT p.id, string_agg(g.copies, '^' ORDER BY g.locus) AS gl
  FROM person p CROSS JOIN LATERAL (
    SELECT l.locus, string_agg(l.name, '+') AS copies
    FROM generate_series(1, 2) c CROSS JOIN allele l
    WHERE l.place = 1 + floor(l.names * pg_temp.share(p.n || l.locus || c, 3) ^ 1.5) GROUP BY l.locus) g GROUP BY p.id;
SELECT pg_temp.act_as(t.id), affinity.hla_put(t.gl) FROM typing t \g /dev/null
DROP TABLE typing;
SELECT pg_temp.act_as(NULL) \g /dev/null

SELECT affinity.score(now()) AS pairs \gset
-- Whom each of them would meet, of 30 others: how choosy the one is, how the face of the other is liked, and how alike they are. With an
-- answer goes what the pair scored.
INSERT INTO affinity.answer (person_id, other_id, model, scores, is_willing)
  SELECT p.id, o.id, v.model, v.scores, -.6 + .6 * pg_temp.deviate(p.n || ' choosy') + .9 * l.z
           + .02 * (harmony.trait_similarity(s.scores, t.scores) - 70) > ln(1 / pg_temp.share(p.n || ' meets ' || o.n, 4) - 1)
  FROM person p JOIN person o ON o.n <> p.n AND (o.n - p.n + :people) % :people BETWEEN 1 AND 30
  JOIN liking l ON l.person = p.n AND l.face = o.n
  JOIN affinity.trait_score s ON s.person_id = p.id JOIN affinity.trait_score t ON t.person_id = o.id
  CROSS JOIN LATERAL affinity.scores_of(p.id, o.id) v;
SELECT affinity.validate() \g /dev/null
ANALYZE;

\echo
\echo 'What 14 ratings tell of a taste: points of 1 to 5 by which each differs from what the other 13 foretell (baseline: their mean):'
SELECT count(*) AS people, round(percentile_cont(.5) WITHIN GROUP (ORDER BY t.loo_rmse)::numeric, 2) AS median,
       round(min(t.loo_rmse)::numeric, 2) AS best, round(max(t.loo_rmse)::numeric, 2) AS worst,
       (SELECT round((percentile_cont(.5) WITHIN GROUP (ORDER BY b.rmse))::numeric, 2)
        FROM (SELECT stddev_samp(r.rating) * sqrt(14.0 / 13) AS rmse FROM affinity.rating r GROUP BY r.person_id) b) AS baseline
FROM affinity.taste t;
\echo 'Pairs, scored once each: the score of both, and the three kinds of evidence:'
SELECT count(*) AS pairs, round(min(p.score)) AS least, round(percentile_cont(.5) WITHIN GROUP (ORDER BY p.score)) AS median,
       round(max(p.score)) AS most, round(avg((p.visual_ab + p.visual_ba) / 2)) AS faces, round(avg(p.personality)) AS traits,
       round(avg(p.biological)) AS hla
FROM affinity.pair p;

SELECT pg_temp.act_as((SELECT p.id FROM person p WHERE p.n = 1)) \g /dev/null
\echo 'Whom person 1 is told about, and all that is told of each:'
SELECT t.rank, a.full_name AS person, t.score, m.personality, m.biological, t.missing
FROM affinity.match_top(5) WITH ORDINALITY t (person, score, missing, rank) JOIN affinity.shown_matches() m ON m.person = t.person
JOIN platform.account a ON a.id = t.person ORDER BY t.rank;
\if :{?report}
SELECT m.id AS match FROM affinity.match_top(1) t JOIN affinity.shown_matches() m ON m.person = t.person \gset
\pset tuples_only on
\pset format unaligned
SELECT affinity.match_report(:match) ->> 'html' \g :report
\pset format aligned
\pset tuples_only off
\echo 'The report on the first of them:' :report
\echo
\endif
SELECT pg_temp.act_as(NULL) \g /dev/null

\echo 'What the phases'' scores are worth, by 3,000 answers. AUC .5: they tell nothing apart; slope 1: as bold as they should be. The'
\echo 'answers were drawn without HLA: phase 3 has to show nothing, and shows it.'
SELECT v.phase, v.pairs, v.people, round(v.auc::numeric, 2) AS auc, round(v.auc_low::numeric, 2) AS low,
       round(v.auc_high::numeric, 2) AS high, round(v.brier::numeric, 2) AS brier, round(v.slope::numeric, 2) AS slope,
       round(v.slope_low::numeric, 2) AS low, round(v.slope_high::numeric, 2) AS high, round(v.incremental_r_squared::numeric, 2) AS adds
FROM affinity.affinity_validation() v ORDER BY v.phase;
\echo 'Whose doing an answer is, shares of its variance; and what the phases would weigh if these answers were all there is (the'
\echo 'model has .4, .3, .3):'
SELECT round(m.actor_share::numeric, 2) AS who_answers, round(m.partner_share::numeric, 2) AS whom_about,
       round(m.relationship_share::numeric, 2) AS pair_and_chance, round(m.weights[1]::numeric, 2) AS faces,
       round(m.weights[2]::numeric, 2) AS traits, round(m.weights[3]::numeric, 2) AS hla
FROM affinity.answer_model m;
