-- Deciding, joining, withdrawing, leaving. An employer hires or rejects; the person accepts, and so joins, or withdraws.

CREATE OR REPLACE FUNCTION crew.betas(model jsonb) RETURNS jsonb
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (harmony.default_model() -> 'mlpsm') || coalesce(model -> 'mlpsm', '{}');
COMMENT ON FUNCTION crew.betas(jsonb) IS 'intercept, p_ind, f_team, f_env and f_lmx of a model document, defaults filled in.';

CREATE OR REPLACE FUNCTION crew.prediction_request(campaign uuid) RETURNS jsonb
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN crew.match_request(campaign, exact => crew.sees_everything()) - '{decimals,least_team}'::text[];
COMMENT ON FUNCTION crew.prediction_request(uuid) IS
'What a prediction that is kept as evidence is made of: what whoever decides is shown, in full precision.';

CREATE OR REPLACE FUNCTION crew.evidence(campaign uuid, predicted harmony.match_row, pool integer) RETURNS jsonb
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE WHEN (predicted).person IS NOT NULL THEN
    to_jsonb(predicted) - '{person,y_success,p_ind,f_team,f_env,f_lmx,model_version}'::text[]
    || jsonb_build_object('pool', pool, 'crew_measured', (
         SELECT harmony_internal.least_measured(array_agg(p.psychometric_snapshot))
         FROM crew.campaign c JOIN crew.assignment a ON a.vessel_id = c.vessel_id AND a.status = 'active'
         JOIN assessment.profile p ON p.person_id = a.person_id
         WHERE c.id = evidence.campaign AND a.person_id <> (predicted).person), 'rules', crew.fired_rules(campaign, (predicted).person),
                          'team_flags_former', harmony_internal.former_team_flags((predicted).team_flags))
    || CASE WHEN 'BARRIER_LIFTED' = ANY ((predicted).flags) THEN (
         SELECT jsonb_build_object('barrier_lift', jsonb_build_object('reason', b.reason, 'decided_at', b.decided_at, 'decided_by',
           b.decided_by))
         FROM crew.barrier_lift b WHERE b.person_id = (predicted).person AND b.campaign_id = evidence.campaign
         ORDER BY b.id DESC LIMIT 1) ELSE '{}' END END;
COMMENT ON FUNCTION crew.evidence(uuid, harmony.match_row, integer) IS
'What crew.hiring_event.dnre keeps of a prediction: everything that has no column there, the size of the pool, the safety rules that
fired, of how many others of the crew the traits were measured, and why the barrier was lifted, where it was.';

CREATE OR REPLACE FUNCTION crew.shown_event(event crew.hiring_event) RETURNS crew.hiring_event
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  shown crew.hiring_event := event;
BEGIN
  IF crew.sees_everything() THEN
    RETURN event;
  END IF;
  shown.dnre := crew.whole(event.dnre);
  IF event.f_team IS NOT NULL AND coalesce((event.dnre ->> 'crew_measured')::integer, 0) < crew.least_crew() THEN
    shown.f_team := NULL;
    shown.y_success := harmony.mlpsm(event.p_ind, NULL, event.f_env, event.f_lmx, event.betas);
    shown.dnre := shown.dnre - '{team_delta,team_flags,team_flags_former,y_low,y_high,p_top,tied_with,rank,success_label}'::text[];
  END IF;
  shown.y_success := harmony_internal.rounded_score(shown.y_success, 0);
  shown.p_ind := harmony_internal.rounded_score(shown.p_ind, 0);
  shown.f_team := harmony_internal.rounded_score(shown.f_team, 0);
  shown.f_env := harmony_internal.rounded_score(shown.f_env, 0);
  shown.f_lmx := harmony_internal.rounded_score(shown.f_lmx, 0);
  shown.y_actual := NULL;
  RETURN shown;
END
$$;
COMMENT ON FUNCTION crew.shown_event(crew.hiring_event) IS
'A hiring event as this request sees it: the owner''s own work and administrators as it is, employers in whole numbers and without the
outcome; where the crew was under crew.least_crew() without f_team and what follows from it, y_success by the other terms.';

CREATE OR REPLACE FUNCTION crew.record_decision(campaign uuid, person uuid, decision text, reason text, request jsonb,
  pool harmony.match_row[]) RETURNS crew.hiring_event
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  predicted harmony.match_row;
  event crew.hiring_event;
BEGIN
  SELECT m.* INTO predicted FROM unnest(pool) m WHERE m.person = record_decision.person;
  UPDATE crew.candidacy c SET status = decision WHERE c.person_id = record_decision.person AND c.campaign_id = campaign;
  INSERT INTO crew.hiring_event (person_id, campaign_id, vessel_id, "position", decision, reason, decided_by,
                                 y_success, p_ind, f_team, f_env, f_lmx, dnre, betas, model_version)
  SELECT record_decision.person, c.id, c.vessel_id, c."position", decision, reason, platform.current_account(),
         predicted.y_success, predicted.p_ind, predicted.f_team, predicted.f_env, predicted.f_lmx,
         crew.evidence(campaign, predicted, cardinality(pool)),
         crew.betas(request -> 'model'), coalesce(request #>> '{model,version}', 'default')
  FROM crew.campaign c WHERE c.id = campaign
  RETURNING * INTO event;
  RETURN event;
END
$$;
COMMENT ON FUNCTION crew.record_decision(uuid, uuid, text, text, jsonb, harmony.match_row[]) IS
'The new status of a candidacy, and its evidence: an immutable hiring event with everything predicted of the pool at this moment.';

CREATE OR REPLACE FUNCTION crew.tell_employer(campaign uuid, template text, parameters jsonb, key text) RETURNS void
LANGUAGE sql VOLATILE PARALLEL UNSAFE
BEGIN ATOMIC
  INSERT INTO platform.outbox (recipient_id, template, parameters, idempotency_key)
  SELECT DISTINCT m.account_id, tell_employer.template,
         jsonb_build_object('campaign', c.id, 'title', c.title, 'position', c."position") || tell_employer.parameters,
         format('%s/%s', tell_employer.key, m.account_id)
  FROM crew.campaign c JOIN platform.membership m ON m.organization_id = c.organization_id JOIN platform.account a ON a.id = m.account_id
  WHERE c.id = tell_employer.campaign AND m.role IN ('client', 'admin') AND a.is_active;
END;
COMMENT ON FUNCTION crew.tell_employer(uuid, text, jsonb, text) IS
'A message about a campaign to each of its employer''s clients in platform.outbox, once a key.';

CREATE OR REPLACE FUNCTION crew.decide(campaign uuid, person uuid, decision text, reason text) RETURNS crew.hiring_event
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  search record;
  status text;
  request jsonb;
  pool harmony.match_row[];
  event crew.hiring_event;
BEGIN
  IF decision IS NULL OR decision NOT IN ('hired', 'rejected') THEN
    RAISE EXCEPTION 'decision is "%"', left(decision, 100) USING ERRCODE = 'invalid_parameter_value', HINT = 'It is hired or rejected.';
  END IF;
  PERFORM platform.require_text('reason', reason), crew.require_candidate(campaign, person), assessment.require_no_test(),
    crew.require_settled_vessel((SELECT c.vessel_id FROM crew.campaign c WHERE c.id = campaign));
  -- The row lock: whoever decides second, or withdraws, waits, then sees what was decided.
  SELECT c.status INTO status FROM crew.candidacy c WHERE c.person_id = person AND c.campaign_id = campaign FOR NO KEY UPDATE;
  -- Shared: only who changes the campaign itself waits, and that is the same employer. No candidate does.
  SELECT c.id, c.status, c.title, c."position", v.name AS vessel INTO search
  FROM crew.campaign c JOIN crew.vessel v ON v.id = c.vessel_id WHERE c.id = campaign FOR SHARE OF c;
  IF search.status NOT IN ('open', 'closed') THEN
    RAISE EXCEPTION 'campaign % is %', campaign, search.status
      USING ERRCODE = 'object_not_in_prerequisite_state', HINT = 'Decisions are made while it is open or closed.';
  ELSIF status NOT IN ('pending', 'hired') OR status = decision THEN
    RAISE EXCEPTION 'the candidacy of person % has been decided: %', person, status USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  request := crew.prediction_request(campaign);
  pool := crew.match_pool(campaign, request, person);
  IF decision <> 'rejected' AND EXISTS (
    SELECT FROM unnest(pool) m WHERE m.person = decide.person AND m.safety_level = 'DISQUALIFIED') THEN
    RAISE EXCEPTION 'person % does not pass the safety barrier', person
      USING ERRCODE = 'object_not_in_prerequisite_state', DETAIL = crew.fired_rules(campaign, person)::text,
            HINT = 'crew.lift_barrier(campaign, person, reason) lifts it for this candidate.';
  END IF;
  event := crew.record_decision(campaign, person, decision, reason, request, pool);
  INSERT INTO platform.outbox (recipient_id, template, parameters, idempotency_key)
  VALUES (person, 'crew.' || decision,
          jsonb_build_object('campaign', campaign, 'title', search.title, 'position', search."position", 'vessel', search.vessel),
          format('crew.decide/%s/%s/%s', campaign, person, decision));
  RETURN crew.shown_event(event);
END
$$;
COMMENT ON FUNCTION crew.decide(uuid, uuid, text, text) IS
'An employer''s decision on a candidate (hired, rejected) in one transaction: the candidacy''s status, an immutable hiring event with
everything predicted at this moment, and a message to the candidate in platform.outbox. Whoever is hired joins by crew.accept_offer.

Returns the event; an employer sees its figures in whole numbers (crew.shown_event), while what is stored has every digit
(crew.prediction_request).

Two who decide at once: the second waits and is refused (55000). Refused too: hiring whom the safety barrier disqualifies,
unless crew.lift_barrier has lifted it, which the evidence then tells. Another decision than these two: 22023.';

CREATE OR REPLACE FUNCTION crew.accept_offer(campaign uuid, person uuid DEFAULT platform.current_account()) RETURNS uuid
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  status text;
  request jsonb;
  event crew.hiring_event;
BEGIN
  PERFORM platform.require_self(person), assessment.require_no_test();
  SELECT c.status INTO status FROM crew.candidacy c
  WHERE c.person_id = person AND c.campaign_id = accept_offer.campaign FOR NO KEY UPDATE;
  IF status IS DISTINCT FROM 'hired' THEN
    RAISE EXCEPTION 'there is no offer to accept'
      USING ERRCODE = 'object_not_in_prerequisite_state', HINT = 'Whoever has been hired accepts; crew.applications() tells.';
  ELSIF EXISTS (SELECT FROM crew.assignment a WHERE a.person_id = person AND a.status = 'active') THEN
    RAISE EXCEPTION 'you are active crew already'
      USING ERRCODE = 'object_not_in_prerequisite_state', HINT = 'End that assignment first: crew.leave(person, reason).';
  END IF;
  request := crew.prediction_request(accept_offer.campaign);
  event := crew.record_decision(accept_offer.campaign, person, 'joined', 'Accepted the offer', request,
                                crew.match_pool(accept_offer.campaign, request, person));
  BEGIN
    INSERT INTO crew.assignment (person_id, vessel_id, "position") VALUES (person, event.vessel_id, event."position");
  EXCEPTION WHEN unique_violation THEN  -- another offer, or a boarding pass, at the same time
    RAISE EXCEPTION 'you are active crew already'
      USING ERRCODE = 'object_not_in_prerequisite_state', HINT = 'End that assignment first: crew.leave(person, reason).';
  END;
  PERFORM crew.tell_employer(accept_offer.campaign, 'crew.offer_accepted', jsonb_build_object('person', person),
                             format('crew.accept_offer/%s/%s', accept_offer.campaign, person));
  RETURN event.vessel_id;
END
$$;
COMMENT ON FUNCTION crew.accept_offer(uuid, uuid) IS
'Accepts the offer of a campaign, and joins: the candidacy goes from hired to joined, with a hiring event, an assignment on the campaign''s
vessel, and a message to the employer''s clients. Returns the vessel.

For the person of the request; the owner''s own work and administrators name one. Also after the campaign has been archived. Errors: 55000
for who has not been hired, and for who is active crew already.';

CREATE OR REPLACE FUNCTION crew.withdraw(campaign uuid, person uuid DEFAULT platform.current_account()) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.require_self(person);
  UPDATE crew.candidacy c SET status = 'withdrawn'
  WHERE c.person_id = person AND c.campaign_id = withdraw.campaign AND c.status IN ('pending', 'hired');
  IF NOT FOUND THEN
    RAISE EXCEPTION 'there is no open candidacy to withdraw' USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  PERFORM crew.tell_employer(withdraw.campaign, 'crew.withdrawn', jsonb_build_object('person', person),
                             format('crew.withdraw/%s/%s', withdraw.campaign, person));
  PERFORM platform.audit('candidacy.withdrawn', format('crew.candidacy/%s/%s', withdraw.campaign, person));
END
$$;
COMMENT ON FUNCTION crew.withdraw(uuid, uuid) IS
'Takes one''s application back, or declines an offer: the candidacy goes from pending or hired to withdrawn, for good, and the employer''s
clients get a message.

From then on the employer sees nothing more of the person''s answers. For the person of the request; the owner''s own work and
administrators name one. Error 55000 where no candidacy is pending or hired.';

CREATE OR REPLACE FUNCTION crew.decisions(campaign uuid)
RETURNS TABLE (person uuid, decision text, reason text, decided_at timestamptz, decided_by uuid, y_success float8, p_ind float8,
               f_team float8, f_env float8, f_lmx float8, dnre jsonb, betas jsonb, model_version text, departure_reason text,
               actual_tenure_days integer)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 20 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM crew.require_campaign(campaign);
  RETURN QUERY
  WITH event AS (
    SELECT crew.shown_event(h) AS e FROM crew.hiring_event h WHERE h.campaign_id = campaign OFFSET 0
  ), act AS (
    SELECT c.person_id, 'withdrawn' AS act, NULL AS reason, c.decided_at AS at, c.person_id AS by
    FROM crew.candidacy c WHERE c.campaign_id = campaign AND c.status = 'withdrawn'
    UNION ALL
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
    SELECT (v.e).person_id, (v.e).decision, (v.e).reason, (v.e).decided_at, (v.e).decided_by, (v.e).y_success, (v.e).p_ind, (v.e).f_team,
           (v.e).f_env, (v.e).f_lmx, (v.e).dnre, (v.e).betas, (v.e).model_version, (v.e).departure_reason, (v.e).actual_tenure_days
    FROM event v
    UNION ALL
    SELECT a.person_id, a.act, a.reason, a.at, a.by, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM act a
  ) d
  ORDER BY d.decided_at, array_position('{review_requested,review_answered,barrier_restored,barrier_lifted,hired}', d.decision),
    d.person_id;
END
$$;
COMMENT ON FUNCTION crew.decisions(uuid) IS
'What people did in a campaign, in the order of time: the decisions (hired, rejected, joined, withdrawn) with what was known and predicted
then, which are the hiring events without y_actual, as that comes from single people''s survey answers; and where the safety barrier was
lifted or restored (barrier_lifted, barrier_restored) and a human review requested and answered (review_requested, review_answered), with
the reason, message or answer as reason.

Employers see figures in whole numbers (crew.shown_event), also of an archived campaign: they are what was known then.';

CREATE OR REPLACE FUNCTION crew.leave(person uuid, reason text, left_on date DEFAULT platform.today()) RETURNS crew.assignment
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  themselves CONSTANT boolean := coalesce(person = platform.active_account(), false);
  everything CONSTANT boolean := crew.sees_everything();
  ended crew.assignment;
BEGIN
  PERFORM platform.require_text('reason', reason);
  -- Of anybody who is not the employer's crew it is not told where, nor whether, that person serves.
  SELECT a.* INTO ended FROM crew.assignment a
  WHERE a.person_id = person AND a.status = 'active' AND (themselves OR everything OR a.vessel_id = ANY (crew.current_vessels()))
  FOR UPDATE;
  IF NOT FOUND AND NOT (themselves OR everything) THEN
    RAISE EXCEPTION 'person % is not active crew of yours', person USING ERRCODE = 'insufficient_privilege';
  ELSIF NOT FOUND THEN
    RAISE EXCEPTION 'person % is not active crew', person USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  IF left_on IS NULL OR left_on < ended.started_on OR left_on > platform.today() THEN
    RAISE EXCEPTION 'left_on is %', left_on USING ERRCODE = 'invalid_parameter_value',
      DETAIL = format('The assignment began on %s.', ended.started_on), HINT = 'It is a day from then to today.';
  END IF;
  UPDATE crew.assignment a SET status = 'ended', ended_on = left_on
  WHERE a.person_id = ended.person_id AND a.id = ended.id RETURNING a.* INTO ended;
  UPDATE crew.vessel v SET leader_id = NULL WHERE v.id = ended.vessel_id AND v.leader_id = person;
  PERFORM FROM crew.hiring_event e WHERE e.person_id = person ORDER BY e.id FOR NO KEY UPDATE;  -- the order of crew.fill_outcomes
  UPDATE crew.hiring_event e SET departure_reason = leave.reason, actual_tenure_days = left_on - ended.started_on
  WHERE e.person_id = person AND e.vessel_id = ended.vessel_id AND e.decision <> 'rejected' AND e.actual_tenure_days IS NULL
    AND (e.decided_at AT TIME ZONE 'UTC')::date <= left_on;
  PERFORM platform.audit('assignment.ended', 'crew.assignment/' || ended.person_id || '/' || ended.id, jsonb_build_object(
    'vessel_id', ended.vessel_id, 'ended_on', ended.ended_on, 'ended_at', ended.ended_at,
    'by', CASE WHEN themselves THEN 'person' WHEN everything THEN 'administrator' ELSE 'employer' END));
  RETURN ended;
END
$$;
COMMENT ON FUNCTION crew.leave(uuid, text, date) IS
'Ends a person''s active assignment, which either side may: the person, or the employer. Fills departure_reason and actual_tenure_days of
the hiring events that led to it; a leader who leaves leads no more. In the audit trail (assignment.ended, by: person, employer or
administrator). A day that has passed takes nobody out of what is told about groups: it counts when the end was entered (ended_at).

Returns the assignment. Errors: 42501 for an employer of anybody else than its own active crew, the same whether that person serves
elsewhere, is a candidate or does not exist; 55000 for a person who is not active crew.';
