-- Adaptive tests, item by item. The session holds what was asked; of the ability nothing leaves it before the end.

CREATE OR REPLACE FUNCTION assessment.begin_test(instrument integer, person uuid DEFAULT platform.current_account()) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  test assessment.test;
  given record;
  first_item integer;
BEGIN
  PERFORM platform.require_self(person);
  SELECT i.is_active, i.time_limit, cardinality(k.keyed) AS n_items INTO given
  FROM assessment.instrument i JOIN assessment.scoring_key k ON k.instrument_id = i.id WHERE i.id = begin_test.instrument;
  first_item := (assessment.choose_item(instrument, '{}')).item;
  IF given.is_active IS NOT TRUE OR first_item IS NULL THEN
    RAISE EXCEPTION 'instrument % is no active adaptive test', instrument USING ERRCODE = 'invalid_parameter_value',
      HINT = 'It needs a target_se and item parameters.';
  END IF;
  -- The lock: of two who begin at once the second finds the session of the first.
  INSERT INTO assessment.attempt (person_id, instrument_id) VALUES (person, begin_test.instrument) ON CONFLICT DO NOTHING;
  PERFORM FROM assessment.attempt a WHERE a.person_id = person AND a.instrument_id = begin_test.instrument FOR NO KEY UPDATE;
  SELECT t.* INTO test FROM assessment.test t
  WHERE t.person_id = person AND t.instrument_id = instrument AND t.ended_at IS NULL AND t.expires_at > clock_timestamp() LIMIT 1;
  IF NOT FOUND THEN
    IF platform.current_account() IS NOT NULL THEN
      PERFORM assessment.use_attempts(ARRAY[person], ARRAY[instrument]);
    END IF;
    INSERT INTO assessment.test AS t (person_id, instrument_id, asked, queued, answers, response_ms, expires_at)
    SELECT person, instrument, ARRAY[first_item], assessment.queue_item(instrument, n.answers, first_item), n.answers,
           array_fill(NULL::integer, ARRAY[given.n_items]), now() + given.time_limit
    FROM (SELECT array_fill(NULL::smallint, ARRAY[given.n_items]) AS answers) n
    RETURNING t.* INTO test;
  END IF;
  RETURN jsonb_build_object('test', test.id, 'expires_at', test.expires_at);
END
$$;
COMMENT ON FUNCTION assessment.begin_test(integer, uuid) IS
'Begins an adaptive test and returns {test, expires_at}; while one runs, that one. Its items come from assessment.next_item.

It uses up the attempt of a person''s own request, also where it is never ended (55000 without one: assessment.grant_attempt). For the
person of the request; the owner''s own work and administrators name one. 22023 for an instrument that is no active adaptive test.';

CREATE OR REPLACE FUNCTION assessment.open_item(test assessment.test) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN jsonb_build_object(
    'item', CASE WHEN test.ended_at IS NULL THEN (
      SELECT jsonb_build_object('position', i.position, 'text', i.text, 'options', i.options)
      FROM assessment.item i
      WHERE i.instrument_id = test.instrument_id AND i.position = test.asked[cardinality(test.asked)]) END,
    'n_answered', cardinality(test.asked) - CASE WHEN test.ended_at IS NULL THEN 1 ELSE 0 END,
    'stop', test.ended_at IS NOT NULL, 'submission', test.submission_id);
END
$$;
COMMENT ON FUNCTION assessment.open_item(assessment.test) IS 'What a person is told of a session: {item, n_answered, stop, submission}.';

CREATE OR REPLACE FUNCTION assessment.store_answer(INOUT test assessment.test, answer smallint, response_ms integer)
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  asked_last CONSTANT integer := test.asked[cardinality(test.asked)];
BEGIN
  test.answers[asked_last] := answer;
  test.response_ms[asked_last] := response_ms;
  test.answered_in := pg_current_xact_id();
  test.answered_at := now();
  IF test.queued IS NOT NULL THEN
    test.asked := test.asked || test.queued;
    test.queued := assessment.queue_item(test.instrument_id, test.answers, test.queued);
  ELSE
    test.ended_at := clock_timestamp();
    INSERT INTO assessment.submission AS s (person_id, instrument_id, started_at, submitted_at, answers, response_ms, mode)
    VALUES (test.person_id, test.instrument_id, test.started_at, test.ended_at, test.answers,
            CASE WHEN array_remove(test.response_ms, NULL) <> '{}' THEN test.response_ms END, 'adaptive')
    RETURNING s.id INTO test.submission_id;
  END IF;
  UPDATE assessment.test t
  SET asked = test.asked, queued = test.queued, answers = test.answers, response_ms = test.response_ms, answered_in = test.answered_in,
      answered_at = test.answered_at, ended_at = test.ended_at, submission_id = test.submission_id
  WHERE t.person_id = test.person_id AND t.id = test.id;
END
$$;
COMMENT ON FUNCTION assessment.store_answer(assessment.test, smallint, integer) IS
'Takes the answer to the open item of a session, whose row the caller has locked: opens the queued item and chooses the one
after it, or ends the session with its submission.';

CREATE OR REPLACE FUNCTION assessment.next_item(test uuid, answer smallint DEFAULT NULL, response_ms integer DEFAULT NULL) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  asker CONSTANT uuid := platform.active_account();
  sees_all CONSTANT boolean := platform.is_privileged() OR platform.is_admin();
  seen integer[];
  session assessment.test;
  options integer;
BEGIN
  SELECT t.asked INTO seen FROM assessment.test t WHERE t.id = test AND (t.person_id = asker OR sees_all);
  SELECT t.* INTO session FROM assessment.test t WHERE t.id = test AND (t.person_id = asker OR sees_all) FOR NO KEY UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'test % is not one of yours', test USING ERRCODE = 'insufficient_privilege';
  ELSIF session.ended_at IS NULL AND session.expires_at <= clock_timestamp() THEN
    RAISE EXCEPTION 'the test has expired' USING ERRCODE = 'object_not_in_prerequisite_state',
      DETAIL = format('It had to be ended by %s.', session.expires_at), HINT = 'An administrator can grant another attempt.';
  ELSIF answer IS NULL AND response_ms IS NOT NULL THEN
    RAISE EXCEPTION 'a response time needs an answer' USING ERRCODE = 'invalid_parameter_value', HINT = 'Skipping an item is answer 0.';
  ELSIF answer IS NULL THEN
    RETURN assessment.open_item(session);
  ELSIF session.ended_at IS NOT NULL OR session.asked <> seen THEN
    RAISE EXCEPTION 'the open item has been answered' USING ERRCODE = 'object_not_in_prerequisite_state',
      HINT = 'Ask without an answer for what is open now.';
  ELSIF session.answered_in = pg_current_xact_id() THEN
    RAISE EXCEPTION 'this transaction has answered an item of the test' USING ERRCODE = 'object_not_in_prerequisite_state',
      HINT = 'One answer a transaction: commit it, then answer the next.';
  END IF;
  SELECT coalesce(jsonb_array_length(i.options), n.scale_max) INTO options
  FROM assessment.item i JOIN assessment.instrument n ON n.id = i.instrument_id
  WHERE i.instrument_id = session.instrument_id AND i.position = session.asked[cardinality(session.asked)];
  IF answer NOT BETWEEN 0 AND options THEN
    RAISE EXCEPTION 'answer % is no option of the item', answer
      USING ERRCODE = 'invalid_parameter_value', HINT = format('Options are 1 to %s; 0 skips the item, which counts as wrong.', options);
  ELSIF response_ms < 0 OR response_ms IS NULL AND platform.current_account() IS NOT NULL
    AND (SELECT n.requires_times FROM assessment.instrument n WHERE n.id = session.instrument_id) THEN
    RAISE EXCEPTION 'the response time is missing or negative' USING ERRCODE = 'invalid_parameter_value',
      HINT = 'This instrument needs response_ms, the milliseconds until the answer.';
  END IF;
  session := assessment.store_answer(session, answer, response_ms);
  RETURN assessment.open_item(session);
END
$$;
COMMENT ON FUNCTION assessment.next_item(uuid, smallint, integer) IS
'One step of a person''s own adaptive test: takes the answer to the open item and returns {item: {position, text, options}, n_answered,
stop, submission}, the next item, or stop true and the submission, whose results are there once this is committed.

Without an answer the item that is open, as often as asked: so a session is resumed. The first item is open from the beginning. Of the
ability, its error and the information of items nothing is told: the next item, and the end, were decided before this answer, and the answer
decides about the item after that (assessment.queue_item). A session that is somebody else''s or does not exist: 42501; an answer
that is no option, or no response time where the instrument requires it: 22023; a session that has expired or ended, or whose item another
call has answered meanwhile, and a second answer in one transaction: 55000.';
