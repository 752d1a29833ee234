-- A bosun is wanted. The crew are the first eight people by account; everybody else is a candidate.
\pset footer off
\pset null '-'
CREATE TABLE demo_crew AS
  SELECT person_id FROM assessment.profile ORDER BY person_id LIMIT 8;

CREATE FUNCTION demo_request() RETURNS jsonb LANGUAGE sql STABLE RETURN harmony.match_request(
  'Bosun',
  benchmarks => '{"conscientiousness": 85, "agreeableness": 80, "neuroticism": 25, "openness": 60, "extraversion": 65}',
  crew => ARRAY (SELECT c.psychometric_snapshot FROM assessment.profile c JOIN demo_crew USING (person_id)),
  environment => '{"charter_intensity": 0.7, "management_pressure": 0.5, "salary_index": 0.8, "rest_days_ratio": 0.6,
                   "private_cabin_ratio": 0.5}',
  leadership => '{"autonomy": 0.5, "feedback": 0.6, "structure": 0.6}');

CREATE VIEW demo_ranking WITH (security_invoker = true) AS
  SELECT m.*
  FROM unnest((
    SELECT harmony.match(p.person_id, p.psychometric_snapshot, (SELECT demo_request()))
    FROM assessment.profile p
    WHERE p.person_id NOT IN (SELECT person_id FROM demo_crew))) m;

\echo
\echo 'The ten best candidates for bosun (y_success as a 90 % interval; tied_with: others who cannot be told apart from this one):'
SELECT m.rank, a.full_name, round(m.g_fit::numeric, 1) AS g_fit, round(m.centile::numeric, 1) AS centile, m.safety_level AS safety,
       round(m.y_success::numeric, 1) AS "ŷ", round(m.y_low::numeric, 1) || ' to ' || round(m.y_high::numeric, 1) AS interval,
       m.tied_with, m.confidence, m.imputed
FROM demo_ranking m JOIN platform.account a ON a.id = m.person
WHERE m.rank <= 10 ORDER BY m.rank;

\echo 'Why the first is first (harmony.impact; every number of its sentences is one of the ranking):'
WITH first AS (
  SELECT m.person, p.psychometric_snapshot AS profile
  FROM demo_ranking m JOIN assessment.profile p ON p.person_id = m.person WHERE m.rank = 1 LIMIT 1)
SELECT jsonb_array_elements_text(harmony.impact(f.profile, demo_request(), f.person) -> 'explanation') AS explanation FROM first f;
