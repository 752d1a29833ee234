-- Surveys: the outcome of a hire, opening and closing.

-- The outcome: weighted mean of the intent to stay over a person's answers aboard since the decision; the newest answer of
-- a kind that replaces (the exit interview) stands alone.
CREATE OR REPLACE FUNCTION crew.outcome(person uuid, vessel uuid, since timestamptz) RETURNS float8
LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
  WITH answer AS (
    SELECT crew.survey_score(r.intent_to_stay) AS score, k.weight, k.replaces, r.responded_at, r.survey_id
    FROM crew.survey_response r JOIN crew.survey s ON s.id = r.survey_id JOIN crew.survey_kind k ON k.kind = s.kind
    WHERE r.person_id = outcome.person AND s.vessel_id = outcome.vessel AND r.responded_at >= since AND r.intent_to_stay IS NOT NULL
  )
  SELECT coalesce((SELECT a.score FROM answer a WHERE a.replaces ORDER BY a.responded_at DESC, a.survey_id LIMIT 1),
                  (SELECT harmony_internal.weighted_mean(a.score, a.weight) FROM answer a));
END;
COMMENT ON FUNCTION crew.outcome(uuid, uuid, timestamptz) IS
'y_actual of a hire, 0 to 100: weighted mean (harmony_internal.weighted_mean) of the intent to stay over the person''s survey answers on
this vessel since then, weights by kind of survey (crew.survey_kind); an exit interview replaces it.

NULL without an answer.';

CREATE OR REPLACE FUNCTION crew.fill_outcomes(persons uuid[] DEFAULT NULL) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  n bigint;
BEGIN
  persons := coalesce(persons, ARRAY (SELECT DISTINCT h.person_id FROM crew.hiring_event h));
  PERFORM FROM crew.hiring_event h WHERE h.person_id = ANY (persons) AND h.decision IN ('hired', 'joined')
  ORDER BY h.person_id, h.id FOR NO KEY UPDATE;  -- in one order
  UPDATE crew.hiring_event e SET y_actual = o.y
  FROM (
    -- One event a hire: the decision to hire, or joining where that is all that is known.
    SELECT DISTINCT ON (h.person_id, h.campaign_id) h.person_id, h.id, crew.outcome(h.person_id, h.vessel_id, h.decided_at) AS y
    FROM crew.hiring_event h JOIN platform.account a ON a.id = h.person_id
    WHERE h.decision IN ('hired', 'joined') AND h.person_id = ANY (persons)
    ORDER BY h.person_id, h.campaign_id, h.id
  ) o
  WHERE e.person_id = o.person_id AND e.id = o.id AND e.y_actual IS DISTINCT FROM o.y;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END
$$;
COMMENT ON FUNCTION crew.fill_outcomes(uuid[]) IS
'Fills y_actual of the hires of these persons, or of everybody, from their survey answers; returns how many changed.

Triggers call it. Of a hire with two events (hired, joined) the first holds the outcome. What is known of an account that has been
erased stays.';

CREATE OR REPLACE FUNCTION crew.require_few_surveys(vessel uuid) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  n_open bigint;
  n_opened bigint;
  most CONSTANT bigint := (SELECT l.most FROM platform.limit l WHERE l.what = 'open_surveys');
BEGIN
  IF crew.sees_everything() THEN
    RETURN;
  END IF;
  PERFORM platform.take_turn('surveys', ARRAY[vessel]);
  SELECT count(*) FILTER (WHERE (s.closes_at <= now()) IS NOT TRUE), count(*) FILTER (WHERE s.opens_at > platform.limit_start('surveys'))
  INTO n_open, n_opened FROM crew.survey s WHERE s.vessel_id = vessel;
  IF n_open >= most THEN
    RAISE EXCEPTION 'vessel % has % open surveys', vessel, n_open
      USING ERRCODE = 'PT429', HINT = format('%s at most: crew.close_survey ends one.', most);
  END IF;
  PERFORM platform.require_limit('surveys', n_opened + 1);
END
$$;
COMMENT ON FUNCTION crew.require_few_surveys(uuid) IS
'Passes where an employer may put another survey to the vessel (platform.limit: open_surveys, surveys), else an error PT429.

A crew that is asked again and again tells more than one that is asked once.';

CREATE OR REPLACE FUNCTION crew.open_survey(vessel uuid, kind text, closes_at timestamptz DEFAULT NULL) RETURNS uuid
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  survey uuid;
BEGIN
  PERFORM crew.require_vessel(vessel);
  PERFORM crew.require_few_surveys(vessel);
  IF NOT EXISTS (SELECT FROM crew.survey_kind k WHERE k.kind = open_survey.kind) THEN
    RAISE EXCEPTION 'a survey of kind "%" does not exist', left(kind, 100)
      USING ERRCODE = 'invalid_parameter_value',
            HINT = (SELECT 'Kinds: ' || string_agg(k.kind, ', ' ORDER BY k.kind) || '.' FROM crew.survey_kind k);
  END IF;
  INSERT INTO crew.survey (vessel_id, kind, closes_at, created_by)
  VALUES (vessel, open_survey.kind, open_survey.closes_at, platform.current_account())
  RETURNING id INTO survey;
  INSERT INTO platform.outbox (recipient_id, template, parameters, idempotency_key)
  SELECT a.person_id, 'crew.survey', jsonb_build_object('survey', survey, 'kind', open_survey.kind),
         format('crew.survey/%s/%s', survey, a.person_id)
  FROM crew.assignment a WHERE a.vessel_id = vessel AND a.status = 'active';
  RETURN survey;
END
$$;
COMMENT ON FUNCTION crew.open_survey(uuid, text, timestamptz) IS
'Puts a survey to the active crew of a vessel, with a message to each in platform.outbox; returns the survey.

An employer has at most 5 open on a vessel and opens at most 10 in 30 days (platform.limit): beyond, PT429.';

CREATE OR REPLACE FUNCTION crew.close_survey(survey uuid) RETURNS timestamptz
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  closed timestamptz;
BEGIN
  IF NOT EXISTS (SELECT FROM crew.survey s WHERE s.id = survey
                 AND (crew.sees_everything() OR s.vessel_id = ANY (crew.current_vessels()))) THEN
    RAISE EXCEPTION 'survey % is not one of yours', survey USING ERRCODE = 'insufficient_privilege';
  END IF;
  UPDATE crew.survey s SET closes_at = clock_timestamp()
  WHERE s.id = survey AND s.opens_at < clock_timestamp() AND (s.closes_at > clock_timestamp()) IS NOT FALSE
  RETURNING s.closes_at INTO closed;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'survey % is not open', survey USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  RETURN closed;
END
$$;
COMMENT ON FUNCTION crew.close_survey(uuid) IS
'Ends an open survey: no answer comes in later.

Returns when.';
