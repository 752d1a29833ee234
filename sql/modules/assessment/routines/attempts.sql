-- What a person may hand in by a request of the own. Work of the owner and imports are neither counted nor refused.

-- A request can hand in answers, look, and take them back (ROLLBACK TO SAVEPOINT): then no attempt is used. So it is shown nothing that
-- follows from them, in whosever name it looks: claims can change within a transaction. The transaction is the top-level one, whichever
-- subtransaction wrote. PL/pgSQL keeps its plan for the session.
CREATE OR REPLACE FUNCTION assessment.is_taking_test() RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  current CONSTANT xid8 := pg_current_xact_id_if_assigned();
BEGIN
  RETURN current IS NOT NULL AND (
    EXISTS (SELECT FROM assessment.attempt a WHERE a.used_in = current AND a.used_at = now())
    OR EXISTS (SELECT FROM assessment.test t WHERE t.answered_in = current AND t.answered_at = now()));
END
$$;
COMMENT ON FUNCTION assessment.is_taking_test() IS
'Whether an attempt at a test has been used, or an item of one answered, in this transaction, in whosever name.

Policies on results and profiles ask it: what a transaction''s own answers decide is shown after it has been committed.';

CREATE OR REPLACE FUNCTION assessment.require_no_test() RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF assessment.is_taking_test() AND NOT platform.is_privileged() THEN
    RAISE EXCEPTION 'this transaction has taken a test' USING ERRCODE = 'object_not_in_prerequisite_state',
      DETAIL = 'What follows from its answers is told when they are committed.', HINT = 'Ask again in a transaction of its own.';
  END IF;
END
$$;
COMMENT ON FUNCTION assessment.require_no_test() IS
'Passes unless this is the transaction of somebody''s answers to a test (assessment.is_taking_test), and for the owner''s own work, else
an error 55000: for functions that compute from profiles.';

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
  -- Row locks, in one order: of two at once the second waits, and then sees what the first has used.
  PERFORM FROM assessment.attempt a
  WHERE (a.person_id, a.instrument_id) IN (
    SELECT u.person_id, u.instrument_id FROM unnest(persons, instruments) u (person_id, instrument_id))
  ORDER BY a.person_id, a.instrument_id FOR NO KEY UPDATE;
  WITH wanted AS (
    SELECT u.person_id, u.instrument_id, count(*)::integer AS n FROM unnest(persons, instruments) u (person_id, instrument_id) GROUP BY 1, 2
  ), used AS (
    UPDATE assessment.attempt a SET used = a.used + w.n, used_in = pg_current_xact_id(), used_at = now() FROM wanted w
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

CREATE OR REPLACE FUNCTION assessment.shown_attempts()
RETURNS TABLE (instrument_id integer, adaptive boolean, attempts_left integer, running boolean)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 10 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  person CONSTANT uuid := platform.active_account();
BEGIN
  RETURN QUERY
  SELECT i.id, i.target_se IS NOT NULL AND EXISTS (SELECT FROM assessment.item_parameter p WHERE p.instrument_id = i.id),
         coalesce(a.granted - a.used, 1),
         EXISTS (SELECT FROM assessment.test t
                 WHERE t.person_id = person AND t.instrument_id = i.id AND t.ended_at IS NULL AND t.expires_at > now())
  FROM assessment.instrument i LEFT JOIN assessment.attempt a ON a.person_id = person AND a.instrument_id = i.id
  WHERE i.kind = 'cognitive';
END
$$;
COMMENT ON FUNCTION assessment.shown_attempts() IS
'Of each test (cognitive instrument): whether it chooses its items by the answers, how many attempts the account of this request has left,
and whether it has a session that it can go on with. What view instruments of schema api reads.';

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
