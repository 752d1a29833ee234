-- Campaigns, their candidates, and what is decided.

CREATE OR REPLACE VIEW api.campaigns WITH (security_invoker = true) AS
  SELECT c.id, c.organization_id AS organization, c.vessel_id AS vessel, c."position", c.title, c.status, c.created_at,
         (SELECT v.name FROM crew.vessel v WHERE v.id = c.vessel_id) AS vessel_name
  FROM crew.campaign c;
COMMENT ON VIEW api.campaigns IS
'Searches for a position on a vessel.

For clients, of their employers. POST organization, vessel, position, title, status (draft or open); PATCH vessel and position of a draft,
title, status: draft, open, closed and open again, archived. Errors: 400 a step that is none, a vessel that is not the employer''s, an
unknown position; 403; 429 more than 100 in 30 days.';
COMMENT ON COLUMN api.campaigns.id IS 'Identifies the campaign.';
COMMENT ON COLUMN api.campaigns.organization IS 'The employer: id of organizations.';
COMMENT ON COLUMN api.campaigns.vessel IS 'The vessel that somebody is looked for: id of vessels.';
COMMENT ON COLUMN api.campaigns."position" IS 'What is looked for: name of positions.';
COMMENT ON COLUMN api.campaigns.title IS 'As candidates are shown it, up to 300 characters.';
COMMENT ON COLUMN api.campaigns.status IS 'draft, open, closed, archived.';
COMMENT ON COLUMN api.campaigns.created_at IS 'When it was made.';
COMMENT ON COLUMN api.campaigns.vessel_name IS 'Name of the vessel.';

CREATE OR REPLACE FUNCTION api.matching(campaign uuid, top bigint DEFAULT NULL)
RETURNS TABLE (person uuid, safety_level text, g_fit float8, centile float8, centile_low float8, centile_high float8, competencies jsonb,
               y_success float8, p_ind float8, f_team float8, f_env float8, f_lmx float8, team_delta float8, confidence text,
               data_quality float8, flags text[], model_version text, rank bigint, fit_label text, success_label text,
               g_fit_computed float8, success_data_quality float8, imputed text[], team_flags text[], unassessed text[], y_low float8,
               y_high float8, g_fit_low float8, g_fit_high float8, p_top float8, tied_with bigint, full_name text, status text,
               shortlisted boolean)
LANGUAGE plpgsql STABLE PARALLEL UNSAFE ROWS 100 SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  details text;
  hint text;
BEGIN
  RETURN QUERY SELECT r.*, c.full_name, c.status, c.shortlisted
  FROM crew.matching(campaign, top) r JOIN crew.candidates(campaign) c ON c.person = r.person ORDER BY r.rank, r.person;
EXCEPTION WHEN object_not_in_prerequisite_state OR lock_not_available THEN
  GET STACKED DIAGNOSTICS details = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
  PERFORM platform.raise_conflict(SQLERRM, details, hint);
END
$$;
COMMENT ON FUNCTION api.matching(uuid, bigint) IS
'The pending candidates of a campaign, ranked.

For clients of its employer, in whole numbers; a row a candidate, the best first: stage 1 is fit to the position (g_fit, centile), stage 2
predicted success with the vessel''s crew (y_success and its terms), each with its 90 % interval. top: so many rows only. f_team is null
for a crew of fewer than five people whose traits were measured. Errors: 403; 409 the campaign is archived.';
CREATE OR REPLACE FUNCTION api.decide(campaign uuid, person uuid, decision text, reason text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  arguments CONSTANT jsonb := jsonb_build_array(campaign, person, decision, reason);
  earlier jsonb;
  event crew.hiring_event;
  details text;
  hint text;
BEGIN
  earlier := platform.earlier_answer('decide', arguments);
  IF earlier IS NOT NULL AND (campaign = ANY (crew.current_campaigns()) OR platform.is_admin()) THEN
    RETURN earlier;  -- who has lost the right is refused as by crew.decide
  END IF;
  event := crew.decide(campaign, person, decision, reason);
  PERFORM set_config('response.status', '201', true);
  RETURN platform.keep_answer('decide', arguments, jsonb_build_object(
    'person', event.person_id, 'campaign', event.campaign_id, 'decision', event.decision, 'reason', event.reason,
    'decided_at', event.decided_at, 'y_success', event.y_success, 'dnre', event.dnre, 'betas', event.betas,
    'model_version', event.model_version));
EXCEPTION WHEN object_not_in_prerequisite_state OR lock_not_available THEN
  GET STACKED DIAGNOSTICS details = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
  PERFORM platform.raise_conflict(SQLERRM, details, hint);
END
$$;
COMMENT ON FUNCTION api.decide(uuid, uuid, text, text) IS
'Decides on a candidate: hired or rejected.

For clients of the campaign''s employer. decision: hired (the person then accepts or withdraws) or rejected, which also takes an offer
back; reason: in words. The candidate gets a message. Takes an Idempotency-Key.

201 {person, campaign, decision, reason, decided_at, y_success, dnre, betas, model_version}: what was known and predicted at this moment,
in whole numbers. Errors: 400 another decision, no reason, no candidate; 403; 409 decided already, the campaign is not open or closed, the
safety barrier disqualifies (lift_barrier).';

CREATE OR REPLACE FUNCTION api.lift_barrier(campaign uuid, person uuid, reason text) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  details text;
  hint text;
BEGIN
  PERFORM crew.lift_barrier(campaign, person, reason);
EXCEPTION WHEN object_not_in_prerequisite_state OR lock_not_available THEN
  GET STACKED DIAGNOSTICS details = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
  PERFORM platform.raise_conflict(SQLERRM, details, hint);
END
$$;
COMMENT ON FUNCTION api.lift_barrier(uuid, uuid, text) IS
'Lifts the safety barrier for one candidate.

For clients of the campaign''s employer. person: a pending candidate whom a rule disqualifies; reason: in words, which decisions shows.
204. Errors: 400 no reason, no candidate; 403; 409 decided, lifted already, or no rule disqualifies.';
-- Reading a report on somebody else is audited, hence POST alone: a GET runs READ ONLY.
CREATE OR REPLACE FUNCTION api.report(person uuid, context text, campaign uuid DEFAULT NULL, language text DEFAULT 'en') RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  details text;
  hint text;
BEGIN
  IF current_setting('transaction_read_only') = 'on' THEN
    RAISE EXCEPTION 'a report is read by POST' USING ERRCODE = 'read_only_sql_transaction';
  END IF;
  RETURN crew.report(person, context, campaign, coalesce(language, 'en'));
EXCEPTION WHEN object_not_in_prerequisite_state OR lock_not_available THEN
  GET STACKED DIAGNOSTICS details = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
  PERFORM platform.raise_conflict(SQLERRM, details, hint);
END
$$;
COMMENT ON FUNCTION api.report(uuid, text, uuid, text) IS
'A report on a person for a reader.

context: candidate (the person alone), recruiter (a client of the employer of the campaign, which must be named), onboarding and manager
(clients of the employer who hired the person, or whose crew it is). {person, context, campaign, items, advice}, for the candidate of a
campaign also statements: which safety rules applied, and how to ask for a human review. language: of the words, English where there are
none. Errors: 400 an unknown context, no campaign; 403;
409 the campaign is archived.';

CREATE OR REPLACE FUNCTION api.request_review(campaign uuid, message text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  written crew.review_request;
  details text;
  hint text;
BEGIN
  written := crew.request_review(campaign, message);
  PERFORM set_config('response.status', '201', true);
  RETURN jsonb_build_object('review', written.id, 'campaign', written.campaign_id, 'message', written.message,
                            'requested_at', written.requested_at);
EXCEPTION WHEN object_not_in_prerequisite_state OR lock_not_available THEN
  GET STACKED DIAGNOSTICS details = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
  PERFORM platform.raise_conflict(SQLERRM, details, hint);
END
$$;
COMMENT ON FUNCTION api.request_review(uuid, text) IS
'Asks that a person of the employer looks at one''s application.

For whoever applied to the campaign, before a decision or after it. message: what is to be looked at, up to 2,000 characters. 201 {review,
campaign, message, requested_at}; the employer gets a message, and the answer stands in review_requests. Errors: 400 no message, one that is
too long, no application; 409 one waits for an answer already.';

CREATE OR REPLACE FUNCTION api.answer_review(campaign uuid, person uuid, answer text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  written crew.review_request;
  details text;
  hint text;
BEGIN
  written := crew.answer_review(campaign, person, answer);
  RETURN jsonb_build_object('review', written.id, 'campaign', written.campaign_id, 'person', written.person_id, 'answer', written.answer,
                            'answered_at', written.answered_at);
EXCEPTION WHEN object_not_in_prerequisite_state OR lock_not_available THEN
  GET STACKED DIAGNOSTICS details = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
  PERFORM platform.raise_conflict(SQLERRM, details, hint);
END
$$;
COMMENT ON FUNCTION api.answer_review(uuid, uuid, text) IS
'Answers a candidate''s request for a human review.

For clients of the campaign''s employer. person: a candidate who waits for one (decisions shows the request); answer: in words, which the
candidate gets. It decides nothing by itself: lift_barrier and decide do. {review, campaign, person, answer, answered_at}. Errors: 400 no
answer, no candidate; 403; 409 nobody waits for one.';

SELECT platform.expose('crew.reviews(uuid)',
'The human reviews that one has asked for, with the answers.

One''s own; a row a request. answer is null until the employer has answered.', most_arguments => 0, as_name => 'review_requests'),
  platform.expose('crew.report_readings(uuid)',
'Who has read a report on oneself.

One''s own; a row a day, context and employer, the newest first. context: as report; employer: for whom it was read, null for an
administrator; campaign, title: of which search.', most_arguments => 0),
  platform.expose('crew.impact(uuid, uuid)',
'Explains a candidate''s place, and what the crew would be with and without.

For clients of the campaign''s employer, in whole numbers whose contributions sum to the score. person: an open candidate. null for
somebody without a profile. Errors: 403 no open candidate; 409 the campaign is archived.'),
  platform.expose('crew.sensitivity(uuid, bigint)',
'How far the ranking of a campaign depends on each weight of the model.

For clients of its employer; a row a weight and direction (20 % less, 20 % more). top: the first places that are compared. Errors: 403;
409 the campaign is archived.'),
  platform.expose('crew.shortlist(uuid, uuid[], boolean)',
'Puts pending candidates of a campaign on its shortlist, or takes them off; returns how many.

For clients of its employer. persons: candidates, others are left out; shortlisted: false takes off. Errors: 400 no list; 403; 409 the
campaign is neither open nor closed; 413 more than 10,000.'),
  platform.expose('crew.candidates(uuid)',
'Everybody who applied to a campaign.

For clients of its employer; a row a person, in the order of the applications. has_profile false: not in matching yet; null: no open
candidate any more. Errors: 403.'),
  platform.expose('crew.decisions(uuid)',
'What people did in a campaign, in the order of time.

For clients of its employer. decision: hired, rejected, joined, withdrawn, barrier_lifted, barrier_restored, review_requested,
review_answered; with what was known and predicted then, in whole numbers. Errors: 403.'),
  platform.expose('crew.fairness(uuid)',
'Selection rates by declared group at each stage: barrier, shortlist, hire.

campaign: for administrators and accounts with role researcher. Without one: for administrators all campaigns, for employers the years
that were published, over all campaigns that they archived in one. Errors: 400 no such campaign; 403.'),
  platform.secure_api();
