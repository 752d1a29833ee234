-- Surveys: scores, aggregates, and the outcome of a hire.

CREATE OR REPLACE FUNCTION crew.survey_score(answer smallint, inverted boolean DEFAULT false) RETURNS float8
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN harmony_internal.pomp(answer, 1, 10, inverted);
COMMENT ON FUNCTION crew.survey_score(smallint, boolean) IS
'A survey answer, 1 to 10, on 0 to 100 (harmony_internal.pomp), inverted where much is bad.';

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

-- Which answers aggregates are made of. The difference of two aggregates, before and after one answer, would tell that answer: a
-- request is shown them in full steps of as many as an aggregate needs, in the order in which they were given.
CREATE OR REPLACE FUNCTION crew.shown_answers(vessels uuid[])
RETURNS TABLE (survey_id uuid, vessel_id uuid, kind text, opens_at timestamptz, person_id uuid, item text, answer smallint, score float8)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 100
BEGIN ATOMIC
  SELECT a.survey_id, a.vessel_id, a.kind, a.opens_at, a.person_id, a.item, a.answer, a.score
  FROM (
    SELECT s.id AS survey_id, s.vessel_id, s.kind, s.opens_at, r.person_id, i.item, i.answer,
           crew.survey_score(i.answer, i.inverted) AS score, count(*) OVER (PARTITION BY s.id, i.item) AS n,
           row_number() OVER (PARTITION BY s.id, i.item ORDER BY r.responded_at, r.person_id) AS nth
    FROM crew.survey s JOIN crew.survey_response r ON r.survey_id = s.id
    CROSS JOIN LATERAL (VALUES
      ('team_cohesion', r.team_cohesion, false), ('workload', r.workload, true), ('leadership', r.leadership, false),
      ('own_performance', r.own_performance, false), ('intent_to_stay', r.intent_to_stay, false)) i (item, answer, inverted)
    WHERE s.vessel_id = ANY (vessels) AND i.answer IS NOT NULL) a
  JOIN (SELECT greatest(d.least_responses, d.least_people) AS least, platform.is_privileged() OR platform.is_admin() AS everything
        FROM crew.disclosure d WHERE d.what = 'survey') d ON a.n >= d.least AND (d.everything OR a.nth <= a.n - a.n % d.least);
END;
COMMENT ON FUNCTION crew.shown_answers(uuid[]) IS
'The answers of which aggregates are shown, a row an item: none of an item that fewer people answered than crew.disclosure asks for
(5); to employers the first 5, 10, 15 ..., so that no two looks differ by a single answer.';

CREATE OR REPLACE FUNCTION crew.survey_results(vessel uuid)
RETURNS TABLE (survey uuid, kind text, opens_at timestamptz, item text, n bigint, mean float8, sd float8)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 20 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM crew.require_vessel(vessel);
  RETURN QUERY
  SELECT a.survey_id, a.kind, a.opens_at, a.item, count(*), avg(a.score), stddev_samp(a.score)
  FROM crew.shown_answers(ARRAY[vessel]) a
  GROUP BY a.survey_id, a.kind, a.opens_at, a.item
  ORDER BY a.opens_at, a.survey_id, a.item;
END
$$;
COMMENT ON FUNCTION crew.survey_results(uuid) IS
'Means and standard deviations of a vessel''s surveys by item, 0 to 100, workload inverted.

An item that fewer people answered than crew.disclosure asks for (5) has no row; employers see answers in full steps of five.';

CREATE OR REPLACE FUNCTION crew.open_survey(vessel uuid, kind text, closes_at timestamptz DEFAULT NULL) RETURNS uuid
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  survey uuid;
BEGIN
  PERFORM crew.require_vessel(vessel);
  IF NOT EXISTS (SELECT FROM crew.survey_kind k WHERE k.kind = open_survey.kind) THEN
    RAISE EXCEPTION 'a survey of kind "%" does not exist', kind
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
'Puts a survey to the active crew of a vessel, with a message to each in platform.outbox; returns the survey.';

CREATE OR REPLACE FUNCTION crew.close_survey(survey uuid) RETURNS timestamptz
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  closed timestamptz;
BEGIN
  IF NOT EXISTS (SELECT FROM crew.survey s WHERE s.id = survey
                 AND (platform.is_privileged() OR platform.is_admin() OR s.vessel_id = ANY (crew.current_vessels()))) THEN
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
