-- Deciding, joining, leaving.

CREATE OR REPLACE FUNCTION crew.betas(model jsonb) RETURNS jsonb
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (harmony.default_model() -> 'mlpsm') || coalesce(model -> 'mlpsm', '{}');
COMMENT ON FUNCTION crew.betas(jsonb) IS 'intercept, p_ind, f_team, f_env and f_lmx of a model document, defaults filled in.';

CREATE OR REPLACE FUNCTION crew.evidence(campaign uuid, predicted harmony.match_row, pool integer) RETURNS jsonb
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE WHEN (predicted).person IS NOT NULL THEN
    to_jsonb(predicted) - '{person,y_success,p_ind,f_team,f_env,f_lmx,model_version}'::text[]
    || jsonb_build_object('pool', pool, 'rules', crew.fired_rules(campaign, (predicted).person),
                          'team_flags_former', harmony_internal.former_team_flags((predicted).team_flags))
    || CASE WHEN 'BARRIER_LIFTED' = ANY ((predicted).flags) THEN (
         SELECT jsonb_build_object('barrier_lift', jsonb_build_object('reason', b.reason, 'decided_at', b.decided_at, 'decided_by',
           b.decided_by))
         FROM crew.barrier_lift b WHERE b.person_id = (predicted).person AND b.campaign_id = evidence.campaign
         ORDER BY b.id DESC LIMIT 1) ELSE '{}' END END;
COMMENT ON FUNCTION crew.evidence(uuid, harmony.match_row, integer) IS
'What crew.hiring_event.dnre keeps of a prediction: everything that has no column there, the size of the pool, the safety rules that
fired, and why the barrier was lifted, where it was.';

CREATE OR REPLACE FUNCTION crew.decide(campaign uuid, person uuid, decision text, reason text) RETURNS crew.hiring_event
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  search record;
  status text;
  request jsonb;
  predicted harmony.match_row;
  pool harmony.match_row[];
  event crew.hiring_event;
BEGIN
  IF decision IS NULL OR decision NOT IN ('hired', 'rejected', 'joined') THEN
    RAISE EXCEPTION 'decision is "%"', decision USING ERRCODE = 'invalid_parameter_value', HINT = 'It is one of hired, rejected, joined.';
  END IF;
  PERFORM platform.require_text('reason', reason), crew.require_candidate(campaign, person);
  -- The row lock: whoever decides second waits, then sees what was decided.
  SELECT c.status INTO status FROM crew.candidacy c WHERE c.person_id = person AND c.campaign_id = campaign FOR NO KEY UPDATE;
  SELECT c.id, c.status, c.title, c."position", v.id AS vessel_id, v.name AS vessel INTO search
  FROM crew.campaign c JOIN crew.vessel v ON v.id = c.vessel_id WHERE c.id = campaign FOR SHARE OF c;
  IF search.status NOT IN ('open', 'closed') THEN
    RAISE EXCEPTION 'campaign % is %', campaign, search.status
      USING ERRCODE = 'object_not_in_prerequisite_state', HINT = 'Decisions are made while it is open or closed.';
  ELSIF status NOT IN ('pending', 'hired') OR status = decision THEN
    RAISE EXCEPTION 'the candidacy of person % has been decided: %', person, status USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  request := crew.match_request(campaign);
  pool := crew.match_pool(campaign, request, person);
  SELECT m.* INTO predicted FROM unnest(pool) m WHERE m.person = decide.person;
  IF predicted.safety_level = 'DISQUALIFIED' AND decision <> 'rejected' THEN
    RAISE EXCEPTION 'person % does not pass the safety barrier', person
      USING ERRCODE = 'object_not_in_prerequisite_state',
            DETAIL = (SELECT harmony.impact(p.psychometric_snapshot, request) #>> '{safety,triggers}'
                      FROM assessment.profile p WHERE p.person_id = person),
            HINT = 'crew.lift_barrier(campaign, person, reason) lifts it for this candidate.';
  ELSIF decision = 'joined' AND EXISTS (SELECT FROM crew.assignment a WHERE a.person_id = person AND a.status = 'active') THEN
    RAISE EXCEPTION 'person % is active crew already', person
      USING ERRCODE = 'object_not_in_prerequisite_state', HINT = 'End that assignment first: crew.leave(person, reason).';
  END IF;
  UPDATE crew.candidacy c SET status = decision WHERE c.person_id = decide.person AND c.campaign_id = campaign;
  INSERT INTO crew.hiring_event (person_id, campaign_id, vessel_id, "position", decision, reason, decided_by,
                                 y_success, p_ind, f_team, f_env, f_lmx, dnre, betas, model_version)
  VALUES (person, campaign, search.vessel_id, search."position", decision, reason, platform.current_account(),
          predicted.y_success, predicted.p_ind, predicted.f_team, predicted.f_env, predicted.f_lmx,
          crew.evidence(campaign, predicted, cardinality(pool)),
          crew.betas(request -> 'model'), coalesce(request #>> '{model,version}', 'default'))
  RETURNING * INTO event;
  IF decision = 'joined' THEN
    INSERT INTO crew.assignment (person_id, vessel_id, "position") VALUES (person, search.vessel_id, search."position");
  END IF;
  INSERT INTO platform.outbox (recipient_id, template, parameters, idempotency_key)
  VALUES (person, 'crew.' || decision,
          jsonb_build_object('campaign', campaign, 'title', search.title, 'position', search."position", 'vessel', search.vessel),
          format('crew.decide/%s/%s/%s', campaign, person, decision));
  RETURN event;
END
$$;
COMMENT ON FUNCTION crew.decide(uuid, uuid, text, text) IS
'Decides on a candidate (hired, rejected, joined) in one transaction: the candidacy''s status, an immutable hiring event with
everything predicted at this moment, an assignment when joined, and a message to the candidate in platform.outbox.

Returns the event.

Two who decide at once: the second waits and is refused (55000). Refused too: hiring whom the safety barrier disqualifies,
unless crew.lift_barrier has lifted it, which the evidence then tells; joining while active crew elsewhere.';

CREATE OR REPLACE FUNCTION crew.decisions(campaign uuid)
RETURNS TABLE (person uuid, decision text, reason text, decided_at timestamptz, decided_by uuid, y_success float8, p_ind float8,
               f_team float8, f_env float8, f_lmx float8, dnre jsonb, betas jsonb, model_version text, departure_reason text,
               actual_tenure_days integer)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 20 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM crew.require_campaign(campaign);
  RETURN QUERY
  WITH act AS (
    SELECT b.person_id, CASE WHEN b.is_lifted THEN 'barrier_lifted' ELSE 'barrier_restored' END AS act, b.reason, b.decided_at AS at,
           b.decided_by AS by
    FROM crew.barrier_lift b WHERE b.campaign_id = campaign
    UNION ALL
    SELECT r.person_id, 'review_requested', r.message, r.requested_at, r.person_id FROM crew.review_request r WHERE r.campaign_id = campaign
    UNION ALL
    SELECT r.person_id, 'review_answered', r.answer, r.answered_at, r.answered_by
    FROM crew.review_request r WHERE r.campaign_id = campaign AND r.answered_at IS NOT NULL
  )
  SELECT d.*
  FROM (
    SELECT e.person_id, e.decision, e.reason, e.decided_at, e.decided_by, e.y_success, e.p_ind, e.f_team, e.f_env, e.f_lmx, e.dnre, e.betas,
           e.model_version, e.departure_reason, e.actual_tenure_days
    FROM crew.hiring_event e WHERE e.campaign_id = campaign
    UNION ALL
    SELECT a.person_id, a.act, a.reason, a.at, a.by, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM act a
  ) d
  ORDER BY d.decided_at, array_position('{review_requested,review_answered,barrier_restored,barrier_lifted,hired}', d.decision),
    d.person_id;
END
$$;
COMMENT ON FUNCTION crew.decisions(uuid) IS
'What people did in a campaign, in the order of time: the decisions (hired, rejected, joined) with what was known and predicted then,
which are the hiring events without y_actual, as that comes from single people''s survey answers; and where the safety barrier was
lifted or restored (barrier_lifted, barrier_restored) and a human review requested and answered (review_requested, review_answered),
with the reason, message or answer as reason.';

CREATE OR REPLACE FUNCTION crew.leave(person uuid, reason text, left_on date DEFAULT platform.today()) RETURNS crew.assignment
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  ended crew.assignment;
BEGIN
  PERFORM platform.require_text('reason', reason), crew.require_persons(ARRAY[person]);
  -- Of a candidate who is crew of another employer it is not told where, nor that it is so.
  SELECT a.* INTO ended FROM crew.assignment a
  WHERE a.person_id = person AND a.status = 'active'
    AND (platform.is_privileged() OR platform.is_admin() OR a.vessel_id = ANY (crew.current_vessels())) FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'person % is not active crew', person USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  IF left_on IS NULL OR left_on < ended.started_on OR left_on > platform.today() THEN
    RAISE EXCEPTION 'left_on is %', left_on USING ERRCODE = 'invalid_parameter_value',
      DETAIL = format('The assignment began on %s.', ended.started_on), HINT = 'It is a day from then to today.';
  END IF;
  UPDATE crew.assignment a SET status = 'ended', ended_on = left_on
  WHERE a.person_id = ended.person_id AND a.id = ended.id RETURNING a.* INTO ended;
  UPDATE crew.vessel v SET leader_id = NULL WHERE v.id = ended.vessel_id AND v.leader_id = person;
  UPDATE crew.hiring_event e SET departure_reason = leave.reason, actual_tenure_days = left_on - ended.started_on
  WHERE e.person_id = person AND e.vessel_id = ended.vessel_id AND e.decision <> 'rejected' AND e.actual_tenure_days IS NULL
    AND (e.decided_at AT TIME ZONE 'UTC')::date <= left_on;
  RETURN ended;
END
$$;
COMMENT ON FUNCTION crew.leave(uuid, text, date) IS
'Ends a person''s active assignment, and fills departure_reason and actual_tenure_days of the hiring events that led to it; a leader
who leaves leads no more.

Returns the assignment.';
