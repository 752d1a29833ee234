-- What a person may hand in by a request of the own. Work of the owner and imports are neither counted nor refused.

CREATE OR REPLACE FUNCTION assessment.use_attempts(persons uuid[], instruments integer[]) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  n_wanted integer;
  n_used integer;
BEGIN
  INSERT INTO assessment.attempt (person_id, instrument_id)
  SELECT DISTINCT u.person_id, u.instrument_id FROM unnest(persons, instruments) u (person_id, instrument_id) ORDER BY 1, 2
  ON CONFLICT DO NOTHING;
  -- The row lock: of two at once the second waits, and then sees what the first has used.
  WITH wanted AS (
    SELECT u.person_id, u.instrument_id, count(*)::integer AS n FROM unnest(persons, instruments) u (person_id, instrument_id) GROUP BY 1, 2
  ), used AS (
    UPDATE assessment.attempt a SET used = a.used + w.n FROM wanted w
    WHERE a.person_id = w.person_id AND a.instrument_id = w.instrument_id AND a.used + w.n <= a.granted RETURNING 1
  )
  SELECT (SELECT count(*) FROM wanted), (SELECT count(*) FROM used) INTO n_wanted, n_used;
  IF n_used < n_wanted THEN
    RAISE EXCEPTION 'no attempt at this test is left' USING ERRCODE = 'object_not_in_prerequisite_state',
      DETAIL = 'A test is taken once.', HINT = 'An administrator can grant another attempt: assessment.grant_attempt(person, instrument).';
  END IF;
END
$$;
COMMENT ON FUNCTION assessment.use_attempts(uuid[], integer[]) IS
'Uses up an attempt for each person and instrument, named pairwise; where one has none left nothing is used, and it is an error 55000.';

CREATE OR REPLACE FUNCTION assessment.grant_attempt(person uuid, instrument integer) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.require_admin();
  IF NOT EXISTS (SELECT FROM assessment.instrument i WHERE i.id = instrument AND i.kind = 'cognitive') THEN
    RAISE EXCEPTION 'instrument % is no test', instrument
      USING ERRCODE = 'invalid_parameter_value', HINT = 'Attempts at cognitive instruments alone are counted.';
  ELSIF NOT EXISTS (SELECT FROM platform.account a WHERE a.id = person) THEN
    RAISE EXCEPTION 'person % does not exist', person USING ERRCODE = 'invalid_parameter_value';
  END IF;
  INSERT INTO assessment.attempt AS a (person_id, instrument_id, granted) VALUES (person, instrument, 2)
  ON CONFLICT (person_id, instrument_id) DO UPDATE SET granted = a.granted + 1;
  PERFORM platform.audit('attempt.granted', 'platform.account/' || person, jsonb_build_object('instrument', instrument));
END
$$;
COMMENT ON FUNCTION assessment.grant_attempt(uuid, integer) IS
'Lets a person take a test (a cognitive instrument) once more than before; audited.

For administrators. Errors: 42501 for others, 22023 for another instrument and for an unknown person.';

CREATE OR REPLACE FUNCTION assessment.admit_submissions(persons uuid[], instruments integer[], counted boolean[], lacks_times boolean[])
RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.require_limit('submissions_a_statement', cardinality(persons));
  IF true = ANY (lacks_times) THEN
    RAISE EXCEPTION 'response times are missing' USING ERRCODE = 'invalid_parameter_value',
      HINT = 'This instrument needs response_ms with the milliseconds of each answered item.';
  ELSIF true = ANY (counted) THEN
    PERFORM assessment.use_attempts(array_agg(s.person_id), array_agg(s.instrument_id))
    FROM unnest(persons, instruments, counted) s (person_id, instrument_id, is_counted) WHERE s.is_counted;
  END IF;
END
$$;
COMMENT ON FUNCTION assessment.admit_submissions(uuid[], integer[], boolean[], boolean[]) IS
'Passes for submissions that a request may hand in and uses up the attempts of those that count: not too many in a statement (54000), with
response times where the instrument requires them (22023), tests while an attempt is left (55000).';
