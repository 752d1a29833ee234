-- Norms from data. The arithmetic is harmony.norms and harmony.reliability; here is whose results go in. PL/pgSQL, since
-- the view scale_answers is created after the routines.

CREATE OR REPLACE FUNCTION assessment.build_norms(population text, instruments integer[] DEFAULT NULL, persons uuid[] DEFAULT NULL) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  n_norms bigint;
BEGIN
  IF build_norms.population IS NULL OR build_norms.population = '' THEN
    RAISE EXCEPTION 'a population must have a name' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  DELETE FROM assessment.norm n
  WHERE n.population = build_norms.population AND (build_norms.instruments IS NULL OR n.instrument_id = ANY (build_norms.instruments));
  WITH newest AS (
    SELECT DISTINCT ON (r.person_id, r.instrument_id, r.trait) r.person_id, r.submission_id, r.instrument_id, r.trait, r.score
    FROM assessment.result r
    WHERE r.reliable
      AND (build_norms.instruments IS NULL OR r.instrument_id = ANY (build_norms.instruments))
      AND (build_norms.persons IS NULL OR r.person_id = ANY (build_norms.persons))
    ORDER BY r.person_id, r.instrument_id, r.trait, r.measured_at DESC, r.submission_id DESC
  ), scores AS (
    SELECT w.instrument_id, w.trait, harmony.norms(w.score) AS norms FROM newest w GROUP BY w.instrument_id, w.trait
  ), scales AS (
    SELECT a.instrument_id, a.trait, (harmony.reliability(a.items)).alpha AS alpha
    FROM assessment.scale_answers a
    JOIN newest w ON w.person_id = a.person_id AND w.submission_id = a.submission_id AND w.trait = a.trait
    GROUP BY a.instrument_id, a.trait
  )
  INSERT INTO assessment.norm (population, instrument_id, trait, n, mean, sd, quantiles, reliability)
  SELECT build_norms.population, s.instrument_id, s.trait, (s.norms).n, (s.norms).mean, (s.norms).sd, (s.norms).quantiles, c.alpha
  FROM scores s LEFT JOIN scales c USING (instrument_id, trait)
  WHERE (s.norms).n > 1;
  GET DIAGNOSTICS n_norms = ROW_COUNT;
  RETURN n_norms;
END
$$;
COMMENT ON FUNCTION assessment.build_norms(text, integer[], uuid[]) IS
'Writes the norms of a population anew from each person''s newest reliable result: n, mean, standard deviation and percentiles of the score, and the scale''s alpha. instruments NULL: all; persons NULL: everybody; a trait needs two people. Returns how many norms there are. Results are read against them in assessment.standard_scores.';
