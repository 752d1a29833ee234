-- The safety barrier is a rule, not a verdict: the employer lifts it for one candidate, a candidate asks for a human review.

CREATE OR REPLACE FUNCTION crew.set_barrier(campaign uuid, person uuid, lift boolean, reason text) RETURNS crew.barrier_lift
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  candidacy record;
  rules CONSTANT jsonb := crew.fired_rules(campaign, person);
  written crew.barrier_lift;
BEGIN
  PERFORM crew.require_candidate(campaign, person), platform.require_text('reason', reason);
  -- A decision waits for this, or this for a decision. An update and no lock: a decision whose snapshot is older then fails (40001).
  UPDATE crew.candidacy c SET status = c.status FROM crew.campaign s
  WHERE s.id = c.campaign_id AND c.person_id = person AND c.campaign_id = campaign
  RETURNING c.status, s.status AS campaign_status INTO candidacy;
  IF candidacy.status <> 'pending' OR candidacy.campaign_status NOT IN ('open', 'closed') THEN
    RAISE EXCEPTION 'the candidacy of person % is % in a campaign that is %', person, candidacy.status, candidacy.campaign_status
      USING ERRCODE = 'object_not_in_prerequisite_state', HINT = 'The barrier is lifted, or put back, before a decision is made.';
  ELSIF lift = (person = ANY (crew.lifted(campaign))) THEN
    RAISE EXCEPTION 'the safety barrier is % for person %', CASE WHEN lift THEN 'lifted already' ELSE 'not lifted' END, person
      USING ERRCODE = 'object_not_in_prerequisite_state';
  ELSIF lift AND NOT rules @> '[{"effect": "DISQUALIFIED"}]' THEN
    RAISE EXCEPTION 'the safety barrier does not rule person % out', person USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  INSERT INTO crew.barrier_lift (person_id, campaign_id, is_lifted, reason, triggers, decided_by)
  VALUES (person, campaign, lift, set_barrier.reason, rules, platform.current_account()) RETURNING * INTO written;
  PERFORM platform.audit(CASE WHEN lift THEN 'barrier.lifted' ELSE 'barrier.restored' END,
                         format('crew.candidacy/%s/%s', campaign, person), jsonb_build_object('reason', set_barrier.reason, 'rules',
                           rules));
  RETURN written;
END
$$;
COMMENT ON FUNCTION crew.set_barrier(uuid, uuid, boolean, text) IS 'What crew.lift_barrier and crew.restore_barrier have in common.';

CREATE OR REPLACE FUNCTION crew.lift_barrier(campaign uuid, person uuid, reason text) RETURNS crew.barrier_lift
  LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM assessment.require_no_test();
  RETURN crew.set_barrier(campaign, person, true, reason);
END
$$;
COMMENT ON FUNCTION crew.lift_barrier(uuid, uuid, text) IS
'Lifts the safety barrier for one pending candidate, with a reason, as an employer''s documented act.

From then on what disqualified counts as HIGH_RISK: the candidate is ranked, with the flag BARRIER_LIFTED, and can be hired. The act is in
crew.decisions, in the evidence of the decision, and in platform.audit_event. It holds for the rules that fired then: another rule that
disqualifies later is not lifted by it. crew.restore_barrier takes it back.

Errors: 22023 without a reason or a candidate, 42501 for another employer''s campaign, 55000 after the decision, where no rule
disqualifies, and where it is lifted already.';

CREATE OR REPLACE FUNCTION crew.restore_barrier(campaign uuid, person uuid, reason text) RETURNS crew.barrier_lift
  LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM assessment.require_no_test();
  RETURN crew.set_barrier(campaign, person, false, reason);
END
$$;
COMMENT ON FUNCTION crew.restore_barrier(uuid, uuid, text) IS
'Takes crew.lift_barrier back, with a reason, before a decision is made; both acts stay in crew.decisions and in the audit trail.';

-- Human review ----------------------------------------------------------------------------------------------------------

CREATE OR REPLACE FUNCTION crew.request_review(campaign uuid, message text, person uuid DEFAULT platform.current_account())
RETURNS crew.review_request
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  written crew.review_request;
BEGIN
  PERFORM platform.require_self(person);
  PERFORM platform.require_text('message', message, 2000);
  IF NOT EXISTS (SELECT FROM crew.candidacy c WHERE c.person_id = person AND c.campaign_id = request_review.campaign) THEN
    RAISE EXCEPTION 'person % is no candidate of campaign %', person, campaign USING ERRCODE = 'invalid_parameter_value';
  END IF;
  INSERT INTO crew.review_request (person_id, campaign_id, message) VALUES (person, campaign, request_review.message)
  ON CONFLICT (person_id, campaign_id) WHERE answered_at IS NULL DO NOTHING RETURNING * INTO written;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'a review of this candidacy has been requested already' USING ERRCODE = 'object_not_in_prerequisite_state',
      HINT = 'Another one can be requested when it has been answered.';
  END IF;
  PERFORM crew.tell_employer(campaign, 'crew.review_requested', jsonb_build_object('review', written.id),
                             format('crew.review/%s', written.id));
  PERFORM platform.audit('review.requested', format('crew.candidacy/%s/%s', campaign, person), jsonb_build_object('review', written.id));
  RETURN written;
END
$$;
COMMENT ON FUNCTION crew.request_review(uuid, text, uuid) IS
'Asks that a person of the employer looks at one''s candidacy, which is a right where a rule decides (GDPR, article 22): before a
decision or after it.

A message of up to 2,000 characters; one open request a candidacy (55000). The employer''s clients get a mail (platform.outbox) that
does not hold the message, and find it in crew.decisions(campaign); crew.answer_review(campaign, person, answer) answers. For the person
  of the
request; the owner''s own work and administrators name one.';

CREATE OR REPLACE FUNCTION crew.answer_review(campaign uuid, person uuid, answer text) RETURNS crew.review_request
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  written crew.review_request;
BEGIN
  PERFORM crew.require_candidate(campaign, person), platform.require_text('answer', answer);
  UPDATE crew.review_request r SET answer = answer_review.answer, answered_at = now(), answered_by = platform.current_account()
  WHERE r.person_id = person AND r.campaign_id = campaign AND r.answered_at IS NULL RETURNING r.* INTO written;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'person % waits for no review of this candidacy', person USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  INSERT INTO platform.outbox (recipient_id, template, parameters, idempotency_key)
  SELECT person, 'crew.review_answered', jsonb_build_object('review', written.id, 'campaign', c.id, 'title', c.title),
         format('crew.review/%s/answer', written.id)
  FROM crew.campaign c WHERE c.id = campaign;
  PERFORM platform.audit('review.answered', format('crew.candidacy/%s/%s', campaign, person), jsonb_build_object('review', written.id));
  RETURN written;
END
$$;
COMMENT ON FUNCTION crew.answer_review(uuid, uuid, text) IS
'Answers a candidate''s open request for a human review, by a person of the employer; the candidate gets a mail and reads the answer in
crew.reviews().

It decides nothing by itself: crew.lift_barrier and crew.decide do. Errors: 22023 without an answer or a candidate, 42501 for another
employer''s campaign, 55000 where no request is open.';

CREATE OR REPLACE FUNCTION crew.reviews(person uuid DEFAULT platform.current_account())
RETURNS TABLE (review bigint, campaign uuid, message text, requested_at timestamptz, answer text, answered_at timestamptz)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 5 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.require_self(person);
  RETURN QUERY
  SELECT r.id, r.campaign_id, r.message, r.requested_at, r.answer, r.answered_at
  FROM crew.review_request r WHERE r.person_id = person ORDER BY r.id;
END
$$;
COMMENT ON FUNCTION crew.reviews(uuid) IS
'The human reviews that the person of the request has asked for, with the answers.

The owner''s own work and administrators name a person.';
