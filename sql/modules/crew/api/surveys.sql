-- Surveys.

CREATE OR REPLACE VIEW api.surveys WITH (security_invoker = true) AS
  SELECT s.id, s.vessel_id AS vessel, s.kind, s.opens_at, s.closes_at,
         CASE WHEN EXISTS (SELECT FROM crew.survey_response r
                           WHERE r.survey_id = s.id AND r.person_id = (SELECT platform.active_account())) THEN true
              WHEN EXISTS (SELECT FROM crew.assignment a
                           WHERE a.vessel_id = s.vessel_id AND a.person_id = (SELECT platform.active_account()) AND a.status <> 'declared'
                             AND crew.aboard_until(a.ended_on, a.ended_at) >= (s.opens_at AT TIME ZONE 'UTC')::date) THEN false
         END AS answered
  FROM crew.survey s;
COMMENT ON VIEW api.surveys IS
'Surveys of vessels.

For clients of the vessel''s employer, and for who serves or served aboard. answered: whether one has; null for whoever is not asked. Open
are those whose closes_at is null or to come.';
COMMENT ON COLUMN api.surveys.id IS 'Identifies the survey.';
COMMENT ON COLUMN api.surveys.vessel IS 'Whose crew is asked: id of vessels.';
COMMENT ON COLUMN api.surveys.kind IS 'What it is asked for: kind of survey_kinds.';
COMMENT ON COLUMN api.surveys.opens_at IS 'From then on it takes answers.';
COMMENT ON COLUMN api.surveys.closes_at IS 'Until then it takes answers; null: open end.';
COMMENT ON COLUMN api.surveys.answered IS 'Whether the person of the request has; null: is not asked.';

CREATE OR REPLACE FUNCTION api.respond(survey uuid, team_cohesion smallint DEFAULT NULL, workload smallint DEFAULT NULL,
                                       leadership smallint DEFAULT NULL, own_performance smallint DEFAULT NULL,
                                       intent_to_stay smallint DEFAULT NULL) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  answered timestamptz;
  details text;
  hint text;
BEGIN
  -- The same for a survey that does not exist as for one that is not the person's to answer (crew.check_survey_responses).
  IF NOT EXISTS (SELECT FROM crew.survey s WHERE s.id = survey) THEN
    RAISE EXCEPTION 'person % may not answer survey %', platform.current_account(), survey
      USING ERRCODE = 'check_violation', HINT = 'A survey is answered by those who served aboard when it was opened, or later.';
  END IF;
  INSERT INTO crew.survey_response AS r (person_id, survey_id, team_cohesion, workload, leadership, own_performance, intent_to_stay)
  VALUES (platform.current_account(), respond.survey, respond.team_cohesion, respond.workload, respond.leadership, respond.own_performance,
          respond.intent_to_stay)
  RETURNING r.responded_at INTO answered;
  PERFORM set_config('response.status', '201', true);
  RETURN jsonb_build_object('survey', survey, 'responded_at', answered);
EXCEPTION
  WHEN unique_violation THEN
    RAISE EXCEPTION 'survey % has been answered already', survey USING ERRCODE = 'unique_violation';
  WHEN object_not_in_prerequisite_state OR lock_not_available THEN
    GET STACKED DIAGNOSTICS details = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
    PERFORM platform.raise_conflict(SQLERRM, details, hint);
END
$$;
COMMENT ON FUNCTION api.respond(uuid, smallint, smallint, smallint, smallint, smallint) IS
'Answers a survey, once: 1 to 10 each.

For whoever served aboard when it was opened, or later. survey: its id; team_cohesion, workload (10 is the heaviest), leadership,
own_performance, intent_to_stay: each may be left out, one is needed. 201 {survey, responded_at}. Errors: 400 not one''s survey, an answer
out of range, none; 409 closed, answered already.';

SELECT platform.expose('crew.open_survey(uuid, text, timestamptz)',
'Puts a survey to the crew of a vessel.

For clients of the vessel''s employer. kind: of survey_kinds; closes_at: null leaves it open until close_survey. 201 the survey; the crew
gets messages. Errors: 400 an unknown kind, an end in the past; 403; 429 more than 5 open, or 10 in 30 days.', 201),
  platform.expose('crew.close_survey(uuid)',
'Ends an open survey and returns when.

For clients of the vessel''s employer. Errors: 403; 409 not open.'),
  platform.expose('crew.survey_results(uuid, text)',
'Means and standard deviations of a vessel''s surveys by item, 0 to 100.

survey_kind: null all. low, high: a standard deviation to either side of the mean, within 0 to 100.

For clients of the vessel''s employer, as published: of the first 5, 10, 15 ... people who count. Errors: 403.'),
  platform.secure_api();
