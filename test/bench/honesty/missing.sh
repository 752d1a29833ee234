#!/bin/sh
# Missing is neither rewarded nor punished: any one trait taken out of any of 1,000 random profiles gives the fit and the
# predicted success of that profile with the others' mean written in, and never a higher confidence; a profile of one
# trait scores as the pool's mean person with that trait. The means are SQL's, avg() over the others of the pool.
#   PROFILES=1000  SEED=1
. "$(dirname "$0")/../../lib/bench.sh"
PROFILES=${PROFILES:-1000} SEED=${SEED:-1}
bench_start missing

# Pools of 10 with gaps: a third of the people has a gca alone, the others its three parts; of the other traits each
# lacks a tenth.
psql -qX -v ON_ERROR_STOP=1 -v n="$PROFILES" -v seed="$SEED" <<'EOF'
CREATE TABLE bench.trait (name text, path text[], scale float8);
INSERT INTO bench.trait SELECT t, ARRAY['big_five', t], 100
  FROM unnest('{openness,conscientiousness,extraversion,agreeableness,neuroticism}'::text[]) t;
INSERT INTO bench.trait SELECT t, ARRAY['cognitive', t], 100 FROM unnest('{logical,numerical,verbal,gca}'::text[]) t;
INSERT INTO bench.trait SELECT t, ARRAY['motivation', t], 100 FROM unnest('{intrinsic,identified}'::text[]) t;
INSERT INTO bench.trait SELECT t, ARRAY['leadership_preferences', t], 1 FROM unnest('{autonomy,feedback,structure}'::text[]) t;
INSERT INTO bench.trait VALUES ('resilience', '{resilience}', 100);

-- Empty families, so that a value can be written into each; documents may hold them.
CREATE FUNCTION bench.written(profile jsonb, path text[], value float8) RETURNS jsonb LANGUAGE sql IMMUTABLE
  RETURN CASE WHEN value IS NULL THEN profile ELSE jsonb_set(profile, path, to_jsonb(value)) END;
CREATE TABLE bench.person AS
SELECT i % (:n / 10) AS pool, md5(i::text)::uuid AS person, d.profile
FROM generate_series(0, :n - 1) i CROSS JOIN LATERAL (
  SELECT jsonb_object_agg(f.family, f.traits)
         || coalesce(jsonb_object_agg(f.family, f.value) FILTER (WHERE f.value IS NOT NULL), '{}') AS profile
  FROM (SELECT t.path[1] AS family, jsonb_object_agg(t.name, v.value) FILTER (WHERE cardinality(t.path) = 2 AND v.present) AS traits,
               (array_agg(v.value) FILTER (WHERE cardinality(t.path) = 1 AND v.present))[1] AS value
        FROM bench.trait t CROSS JOIN LATERAL (
          SELECT to_jsonb(round((t.scale * mod(abs(hashtextextended(t.name, i * 31 + :seed)), 1001) / 1000.0)::numeric, 3)) AS value,
                 CASE WHEN t.name = 'gca' THEN i / (:n / 10) % 3 = 0
                      WHEN t.path[1] = 'cognitive' THEN i / (:n / 10) % 3 <> 0
                      ELSE mod(abs(hashtextextended(t.name || '?', i * 31 + :seed)), 10) > 0 END AS present) v
        GROUP BY t.path[1]) f) d;
UPDATE bench.person SET profile = jsonb_strip_nulls(profile);
UPDATE bench.person SET profile = '{"big_five": {}, "cognitive": {}, "motivation": {}, "leadership_preferences": {}}'::jsonb || profile;

-- The value of a trait as a term takes it: gca is the mean of its parts where it is not given.
CREATE FUNCTION bench.value(profile jsonb, path text[]) RETURNS float8 LANGUAGE sql IMMUTABLE
  RETURN coalesce((profile #>> path)::float8, CASE WHEN path = '{cognitive,gca}' THEN
    ((profile #>> '{cognitive,logical}')::float8 + (profile #>> '{cognitive,numerical}')::float8 +
     (profile #>> '{cognitive,verbal}')::float8) / 3 END);
CREATE TABLE bench.mean AS
SELECT v.pool, v.person, t.name, t.path,
       (SELECT avg(bench.value(o.profile, t.path)) FROM bench.person o WHERE o.pool = v.pool AND o.person <> v.person) AS mean
FROM bench.person v CROSS JOIN bench.trait t;

-- The person of each case without the trait, and with the mean in its place; the others of the pool as they are. Where gca
-- was all that was known of the reasoning test, all of the test is missing: its means are written in.
CREATE TABLE bench.variant AS
SELECT m.pool, m.person, m.name, w.what, w.profile
FROM bench.mean m JOIN bench.person v ON v.person = m.person
CROSS JOIN LATERAL (VALUES ('without', v.profile #- m.path),
  ('written', bench.written(v.profile, m.path, m.mean) || CASE WHEN m.name = 'gca' THEN (
     SELECT jsonb_build_object('cognitive', jsonb_object_agg(c.name, c.mean))
     FROM bench.mean c WHERE c.person = m.person AND c.path[1] = 'cognitive') ELSE '{}' END)) w (what, profile)
WHERE v.profile #> m.path IS NOT NULL;
CREATE TABLE bench.one AS
SELECT v.pool, v.person, t.name, w.what, w.profile
FROM bench.person v
JOIN LATERAL (SELECT t.* FROM bench.trait t
              WHERE v.profile #> t.path IS NOT NULL AND t.name <> ALL ('{extraversion,logical,numerical,verbal}')
              ORDER BY hashtextextended(t.name, :seed) # hashtextextended(v.person::text, :seed) LIMIT 1) t ON true
CROSS JOIN LATERAL (VALUES
  ('without', bench.written('{"big_five": {}, "cognitive": {}, "motivation": {}, "leadership_preferences": {}}', t.path,
                            bench.value(v.profile, t.path))),
  ('written', (SELECT jsonb_build_object(
     'big_five', jsonb_object_agg(m.name, x.value) FILTER (WHERE m.path[1] = 'big_five'),
     'cognitive', jsonb_object_agg(m.name, x.value) FILTER (WHERE m.path[1] = 'cognitive'),
     'motivation', jsonb_object_agg(m.name, x.value) FILTER (WHERE m.path[1] = 'motivation'),
     'leadership_preferences', jsonb_object_agg(m.name, x.value) FILTER (WHERE m.path[1] = 'leadership_preferences'),
     'resilience', (jsonb_agg(x.value) FILTER (WHERE m.name = 'resilience')) -> 0)
   FROM bench.mean m CROSS JOIN LATERAL (SELECT CASE WHEN m.name = t.name THEN bench.value(v.profile, t.path) ELSE m.mean END AS value) x
   WHERE m.person = v.person))) w (what, profile);
ANALYZE;

CREATE FUNCTION bench.request(benchmarks jsonb) RETURNS jsonb LANGUAGE sql STABLE
  RETURN harmony.match_request('Captain', benchmarks, crew => ARRAY (SELECT profile FROM bench.person ORDER BY person LIMIT 5),
    environment => '{"salary_index": 0.7, "rest_days_ratio": 0.5, "private_cabin_ratio": 0.5, "charter_intensity": 0.6,
                     "management_pressure": 0.4}',
    leadership => '{"autonomy": 0.6, "feedback": 0.5, "structure": 0.4}');
-- One pool a case: the row of the person without the trait.
CREATE FUNCTION bench.matched(cases regclass, request jsonb)
RETURNS TABLE (person uuid, name text, what text, g_fit float8, y float8, confidence text, flags text[], level text)
LANGUAGE plpgsql AS $$
BEGIN
  RETURN QUERY EXECUTE format(
    'SELECT c.person, c.name, c.what, m.g_fit_computed, m.y_success, m.confidence, m.flags, m.safety_level
     FROM (SELECT v.person, v.name, v.what,
                  harmony.match(o.person, CASE WHEN o.person = v.person THEN v.profile ELSE o.profile END, $1) AS rows
           FROM %s v JOIN bench.person o ON o.pool = v.pool GROUP BY v.person, v.name, v.what) c
     JOIN LATERAL unnest(c.rows) m ON m.person = c.person', cases) USING request;
END $$;
CREATE TABLE bench.as_it_was AS
SELECT p.request, m.person, m.confidence FROM (VALUES (1, bench.request(NULL)),
  (2, bench.request('{"conscientiousness": 80, "neuroticism": 30, "numerical": 70}'))) p (request, document)
CROSS JOIN LATERAL (SELECT harmony.match(o.person, o.profile, p.document) AS rows FROM bench.person o GROUP BY o.pool) q
CROSS JOIN LATERAL unnest(q.rows) m;
CREATE TABLE bench.answer AS
SELECT 'deleted' AS kind, 1 AS request, m.* FROM bench.matched('bench.variant', bench.request(NULL)) m
UNION ALL
SELECT 'deleted', 2, m.*
FROM bench.matched('bench.variant', bench.request('{"conscientiousness": 80, "neuroticism": 30, "numerical": 70}')) m
UNION ALL
SELECT 'one', 1, m.* FROM bench.matched('bench.one', bench.request(NULL)) m;
-- The barrier takes measured values alone: whom it stops with the mean written in has no predicted success to compare.
CREATE TABLE bench.compared AS
SELECT a.kind, a.request, a.person, a.name, abs(a.g_fit - b.g_fit) AS g_fit, abs(a.y - b.y) AS y,
       a.y IS NOT NULL AND b.y IS NOT NULL AS predicted,
       a.confidence, a.flags
FROM bench.answer a JOIN bench.answer b USING (kind, request, person, name) WHERE a.what = 'without' AND b.what = 'written';
EOF
figure() { sql "SELECT coalesce(($1)::text, 'none')"; }
judge() { # label value '<='/'>=' limit
  goal "$2" "$3" "$4"
  row "$1" "$2" "$3 $4" "$verdict"
}
heading "A trait taken out, against the others' mean written in: $PROFILES random profiles, two requests" figure bar
row "cases" "$(figure "SELECT count(*) FROM bench.compared WHERE kind = 'deleted'")"
row "of them with a predicted success on both sides" "$(figure "SELECT count(*) FROM bench.compared WHERE kind = 'deleted' AND predicted")"
judge "g_fit: largest difference" "$(figure "SELECT max(g_fit) FROM bench.compared WHERE kind = 'deleted'")" '<=' 1e-9
judge "predicted success: largest difference" "$(figure "SELECT max(y) FROM bench.compared WHERE kind = 'deleted'")" '<=' 1e-9
judge "confidence raised, cases" "$(figure "SELECT count(*) FROM bench.compared c JOIN bench.as_it_was w USING (request, person)
  WHERE kind = 'deleted' AND array_position('{LOW,MEDIUM,HIGH}', c.confidence) > array_position('{LOW,MEDIUM,HIGH}', w.confidence)")" '<=' 0
judge "cases without a figure" "$(figure "SELECT count(*) FROM bench.compared WHERE kind = 'deleted' AND g_fit IS NULL")" '<=' 0

heading "A profile of one trait, against the pool's mean person with that trait" figure bar
judge "g_fit: largest difference" "$(figure "SELECT max(g_fit) FROM bench.compared WHERE kind = 'one'")" '<=' 1e-9
judge "predicted success: largest difference" "$(figure "SELECT max(y) FROM bench.compared WHERE kind = 'one'")" '<=' 1e-9
judge "LOW and PARTIAL_PROFILE, of $PROFILES" "$(figure "SELECT count(*) FROM bench.compared
  WHERE kind = 'one' AND confidence = 'LOW' AND 'PARTIAL_PROFILE' = ANY (flags)")" '>=' "$PROFILES"
exit $missed
