-- Norms from data. The arithmetic is harmony.norms and harmony.reliability; here is which results they are given. PL/pgSQL,
-- since the view scale_answers is created after the routines.

CREATE OR REPLACE FUNCTION assessment.restandardise(instruments integer[]) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  n_results bigint;
BEGIN
  IF instruments = '{}' THEN
    RETURN 0;
  END IF;
  instruments := assessment.with_translations(instruments);
  LOCK TABLE assessment.submission IN SHARE ROW EXCLUSIVE MODE;  -- a concurrent submission would have been read against the old norms
  UPDATE assessment.result r SET t_score = NULL, percentile = NULL, sem = NULL
  WHERE r.instrument_id = ANY (instruments) AND num_nonnulls(r.t_score, r.percentile, r.sem) > 0;
  UPDATE assessment.result r
  SET t_score = harmony.t_score(r.score, n.mean, n.sd), percentile = harmony.norm_percentile(r.score, n.quantiles),
      sem = harmony.sem(n.sd, n.reliability)
  FROM assessment.scoring_key k, assessment.instrument i, assessment.norm n
  WHERE r.instrument_id = ANY (instruments) AND k.instrument_id = r.instrument_id AND i.id = r.instrument_id
    AND n.population = k.norm_population AND n.instrument_id = coalesce(i.same_as, i.id) AND n.trait = r.trait;
  SELECT count(*) INTO n_results FROM assessment.result r WHERE r.instrument_id = ANY (instruments) AND r.percentile IS NOT NULL;
  RETURN n_results;
END
$$;
COMMENT ON FUNCTION assessment.restandardise(integer[]) IS
'Writes t_score, percentile and sem of all results of these instruments and their translations anew; returns how many have norms.

Submissions wait meanwhile.';

CREATE OR REPLACE FUNCTION assessment.use_norms(population text, instruments integer[] DEFAULT NULL) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
BEGIN
  IF use_norms.population IS NOT NULL AND NOT EXISTS (SELECT FROM assessment.norm n WHERE n.population = use_norms.population) THEN
    RAISE EXCEPTION 'population "%" has no norms', use_norms.population
      USING ERRCODE = 'invalid_parameter_value', HINT = 'Build them with assessment.build_norms().';
  END IF;
  instruments := coalesce(instruments, ARRAY (SELECT DISTINCT r.instrument_id FROM assessment.result r), '{}');
  PERFORM FROM assessment.instrument i WHERE i.id = ANY (instruments) ORDER BY i.id FOR NO KEY UPDATE;
  UPDATE assessment.instrument i SET norm_population = use_norms.population WHERE i.id = ANY (instruments);
  RETURN assessment.restandardise(instruments);
END
$$;
COMMENT ON FUNCTION assessment.use_norms(text, integer[]) IS
'Reads the results of these instruments, or of all that have results, against the norms of a population from now on: fills t_score,
percentile and sem of assessment.result, of stored results and of new ones. population NULL: against none.

Returns how many results have norms now; a population without norms is an error 22023.';

CREATE OR REPLACE FUNCTION assessment.build_norms(population text, instruments integer[] DEFAULT NULL, persons uuid[] DEFAULT NULL)
RETURNS bigint
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
    FROM assessment.result r JOIN assessment.submission s ON s.person_id = r.person_id AND s.id = r.submission_id
    WHERE r.reliable AND s.mode <> 'adaptive'
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
  INSERT INTO assessment.norm (population, instrument_id, trait, n, mean, sd, quantiles, reliability, metric)
  SELECT build_norms.population, s.instrument_id, s.trait, (s.norms).n, (s.norms).mean, (s.norms).sd, (s.norms).quantiles, c.alpha,
         k.metric
  FROM scores s JOIN assessment.scoring_key k USING (instrument_id) LEFT JOIN scales c USING (instrument_id, trait)
  WHERE (s.norms).n >= 30;  -- as the table's CHECK
  GET DIAGNOSTICS n_norms = ROW_COUNT;
  IF n_norms = 0 THEN
    RAISE EXCEPTION 'too few people for a norm' USING ERRCODE = 'invalid_parameter_value',
      DETAIL = 'A norm is published of at least 30 people with a reliable result of the full form; fewer could be told apart.';
  END IF;
  PERFORM assessment.restandardise(ARRAY (
    SELECT i.id FROM assessment.instrument i
    WHERE i.norm_population = build_norms.population AND (build_norms.instruments IS NULL OR i.id = ANY (build_norms.instruments))));
  RETURN n_norms;
END
$$;
COMMENT ON FUNCTION assessment.build_norms(text, integer[], uuid[]) IS
'Writes the norms of a population anew from each person''s newest reliable result: n, mean, standard deviation and percentiles of the
score, and the scale''s alpha. instruments NULL: all; persons NULL: everybody; a trait with fewer than 30 people gets none.
Adaptive sessions do not count: their scores vary less than those of the full form.

Returns how many norms there are; none is an error 22023. Results are read against them in assessment.standard_scores.';
