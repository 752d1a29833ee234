-- What the columns of the module's tables hold, where the statement that made them does not say so.

COMMENT ON COLUMN crew.position.name IS 'Name of the position, such as Captain.';
COMMENT ON COLUMN crew.position.sort IS 'Order in which positions are shown, the smallest first.';

COMMENT ON COLUMN crew.position_benchmark."position" IS 'The position: crew.position.name.';
COMMENT ON COLUMN crew.position_benchmark.trait IS 'What it asks for: assessment.trait.code.';
COMMENT ON COLUMN crew.position_benchmark.benchmark IS 'How much of it, 0 to 100.';

COMMENT ON COLUMN crew.safety_rule.id IS 'Identifies the rule.';
COMMENT ON COLUMN crew.safety_rule.below IS 'The limit, 0 to 100: a score strictly below it has the effect.';
COMMENT ON COLUMN crew.safety_rule.effect IS 'DISQUALIFIED, HIGH_RISK or ADVISORY.';

COMMENT ON COLUMN crew.survey_kind.kind IS 'Its name, which surveys use.';
COMMENT ON COLUMN crew.survey_kind.weight IS 'What its intent to stay weighs in the outcome of a hire, above 0, beside the other kinds.';

COMMENT ON COLUMN crew.disclosure.what IS 'What is told: survey, weather, fairness, toxicity or crew.';
COMMENT ON COLUMN crew.disclosure.least_responses IS 'So many answers at least.';
COMMENT ON COLUMN crew.disclosure.least_people IS 'Of so many people at least.';

COMMENT ON COLUMN crew.setting.only_one IS 'Always true: it keeps the table at one row.';

COMMENT ON COLUMN crew.recommended_action.crew_type IS 'As harmony.team_diagnosis.crew_type names it.';
COMMENT ON COLUMN crew.recommended_action.risk IS 'low, medium, high or critical.';
COMMENT ON COLUMN crew.recommended_action.action IS 'What to do, in words.';
COMMENT ON COLUMN crew.recommended_action.language IS 'Of the words, as BCP 47 writes it.';

COMMENT ON COLUMN crew.viewer_context.code IS 'Its name: candidate, recruiter, onboarding, manager, or a site''s own.';
COMMENT ON COLUMN crew.viewer_context.description IS 'Who reads such reports and what for, in words.';

COMMENT ON COLUMN crew.report_item.context IS 'Who reads it: crew.viewer_context.code.';
COMMENT ON COLUMN crew.report_item.sort IS 'Order in which items are shown, the smallest first.';

COMMENT ON COLUMN crew.advice.context IS 'Who reads it: crew.viewer_context.code.';
COMMENT ON COLUMN crew.advice.trait IS 'The trait that it is about.';
COMMENT ON COLUMN crew.advice.level IS 'low, medium or high, as crew.setting cuts the score.';
COMMENT ON COLUMN crew.advice.text IS 'The words.';
COMMENT ON COLUMN crew.advice.language IS 'Of the words, as BCP 47 writes it.';

COMMENT ON COLUMN crew.model_version.version IS 'Name of the version, as in the document.';
COMMENT ON COLUMN crew.model_version.model IS 'The constants, as harmony.match_request takes them.';
COMMENT ON COLUMN crew.model_version.origin IS 'shipped, manual, made by an administrator, or retrain, learnt from outcomes.';
COMMENT ON COLUMN crew.model_version.n IS 'Hires that it was learnt from, in whole tens; NULL: it was not fitted.';
COMMENT ON COLUMN crew.model_version.r_squared IS 'R squared of the fit; NULL: it was not fitted.';
COMMENT ON COLUMN crew.model_version.is_active IS 'Whether it is the one that predicts; one is at most.';
COMMENT ON COLUMN crew.model_version.created_at IS 'When it was stored.';
COMMENT ON COLUMN crew.model_version.created_by IS
'Who stored it: platform.account.id, also of an account that is gone; NULL: the owner''s own work.';

COMMENT ON COLUMN crew.retraining.id IS 'Number of the attempt.';
COMMENT ON COLUMN crew.retraining.attempted_at IS 'When it was made.';
COMMENT ON COLUMN crew.retraining.attempted_by IS
'Who asked for it: platform.account.id, also of an account that is gone; NULL: a job or the owner''s own work.';
COMMENT ON COLUMN crew.retraining.n IS 'Hires with an outcome that there were to learn from.';
COMMENT ON COLUMN crew.retraining.activated IS 'Whether the version became the active one at once.';
COMMENT ON COLUMN crew.retraining.reasons IS 'What speaks against the version; where nothing does, what speaks for it.';
COMMENT ON COLUMN crew.retraining.version IS 'The version that was learnt: crew.model_version.version; NULL: none could be.';
COMMENT ON COLUMN crew.retraining.active_before IS 'The version that was active: crew.model_version.version; NULL: none.';
COMMENT ON COLUMN crew.retraining.report IS 'What was found: the fit, its errors and the comparison with the active version.';

COMMENT ON COLUMN crew.vessel.id IS 'Identifies the vessel, also to clients.';
COMMENT ON COLUMN crew.vessel.organization_id IS 'Whose vessel it is: platform.organization.id.';
COMMENT ON COLUMN crew.vessel.name IS 'As people call it, 1 to 200 characters.';
COMMENT ON COLUMN crew.vessel.leader_id IS 'Who leads it: platform.account.id; NULL: nobody is named, or the account is gone.';
COMMENT ON COLUMN crew.vessel.is_active IS 'Whether it is in service: others have no part in the dashboard.';
COMMENT ON COLUMN crew.vessel.toxicity_evidence IS 'The figures behind toxicity_flag, as they were published; NULL: not judged.';
COMMENT ON COLUMN crew.vessel.created_at IS 'When it was made.';

COMMENT ON COLUMN crew.assignment.person_id IS 'Who serves: platform.account.id.';
COMMENT ON COLUMN crew.assignment.id IS 'Number of the assignment.';
COMMENT ON COLUMN crew.assignment.vessel_id IS 'Where: crew.vessel.id; NULL: a declared experience.';
COMMENT ON COLUMN crew.assignment."position" IS 'As what: crew.position.name.';
COMMENT ON COLUMN crew.assignment.started_on IS 'First day aboard, in UTC.';
COMMENT ON COLUMN crew.assignment.ended_on IS 'Last day aboard, in UTC; NULL: still aboard, or of a declared experience not told.';
COMMENT ON COLUMN crew.assignment.created_at IS 'When it was entered.';

COMMENT ON COLUMN crew.pulse.person_id IS 'Who feels so: platform.account.id.';
COMMENT ON COLUMN crew.pulse.vessel_id IS 'Aboard which vessel: crew.vessel.id.';
COMMENT ON COLUMN crew.pulse.given_at IS 'When it was given, or corrected last.';
COMMENT ON COLUMN crew.pulse.score IS '1, bad, to 5, good.';

COMMENT ON COLUMN crew.campaign.id IS 'Identifies the campaign, also to clients.';
COMMENT ON COLUMN crew.campaign.organization_id IS 'The employer: platform.organization.id.';
COMMENT ON COLUMN crew.campaign.vessel_id IS 'The vessel that somebody is looked for: crew.vessel.id, of the same employer.';
COMMENT ON COLUMN crew.campaign."position" IS 'What is looked for: crew.position.name.';
COMMENT ON COLUMN crew.campaign.title IS 'As candidates are shown it, 1 to 300 characters.';
COMMENT ON COLUMN crew.campaign.created_at IS 'When it was made.';
COMMENT ON COLUMN crew.campaign.created_by IS
'Who made it: platform.account.id, also of an account that is gone; NULL: the owner''s own work.';

COMMENT ON COLUMN crew.candidacy.person_id IS 'Who applies: platform.account.id.';
COMMENT ON COLUMN crew.candidacy.campaign_id IS 'To what: crew.campaign.id.';
COMMENT ON COLUMN crew.candidacy.applied_at IS 'When the person applied.';

COMMENT ON COLUMN crew.declared_group.person_id IS 'Who declares it: platform.account.id.';
COMMENT ON COLUMN crew.declared_group.attribute IS 'What the group is one of, such as age_band, 100 characters at most.';
COMMENT ON COLUMN crew.declared_group.group_name IS 'The group that the person belongs to, 100 characters at most.';

COMMENT ON COLUMN crew.hiring_event.person_id IS 'About whom it was decided: platform.account.id, also of an account that is gone.';
COMMENT ON COLUMN crew.hiring_event.id IS 'Number of the decision.';
COMMENT ON COLUMN crew.hiring_event.campaign_id IS 'In which campaign: crew.campaign.id.';
COMMENT ON COLUMN crew.hiring_event.vessel_id IS 'For which vessel: crew.vessel.id, as it was then.';
COMMENT ON COLUMN crew.hiring_event."position" IS 'For which position, as it was then.';
COMMENT ON COLUMN crew.hiring_event.decision IS 'hired or rejected by the employer, or joined by the person.';
COMMENT ON COLUMN crew.hiring_event.reason IS 'Why, in words, up to 10,000 characters.';
COMMENT ON COLUMN crew.hiring_event.decided_at IS 'When it was decided.';
COMMENT ON COLUMN crew.hiring_event.decided_by IS
'Who decided: platform.account.id, also of an account that is gone; NULL: the owner''s own work.';
COMMENT ON COLUMN crew.hiring_event.y_success IS 'Stage 2: predicted success with the team, 0 to 100; NULL: not predicted.';
COMMENT ON COLUMN crew.hiring_event.p_ind IS 'Term of the prediction: individual performance, 0 to 100; NULL: not measured.';
COMMENT ON COLUMN crew.hiring_event.f_team IS 'Term of the prediction: fit with the team, 0 to 100; NULL: not measured.';
COMMENT ON COLUMN crew.hiring_event.f_env IS 'Term of the prediction: fit with demands and resources, 0 to 100; NULL: not measured.';
COMMENT ON COLUMN crew.hiring_event.f_lmx IS 'Term of the prediction: fit with the leader, 0 to 100; NULL: not measured.';
COMMENT ON COLUMN crew.hiring_event.model_version IS 'The constants that predicted: crew.model_version.version.';
COMMENT ON COLUMN crew.hiring_event.departure_reason IS 'Why the person left, in words; NULL: not told, or still aboard.';
COMMENT ON COLUMN crew.hiring_event.actual_tenure_days IS 'Days that the person stayed; NULL: not known yet.';

COMMENT ON COLUMN crew.survey.id IS 'Identifies the survey, also to clients.';
COMMENT ON COLUMN crew.survey.vessel_id IS 'Whose crew is asked: crew.vessel.id.';
COMMENT ON COLUMN crew.survey.kind IS 'What it is asked for: crew.survey_kind.kind.';
COMMENT ON COLUMN crew.survey.opens_at IS 'From then on it takes answers.';
COMMENT ON COLUMN crew.survey.closes_at IS 'Until then it takes answers; NULL: open end.';
COMMENT ON COLUMN crew.survey.created_by IS
'Who opened it: platform.account.id, also of an account that is gone; NULL: the owner''s own work.';

COMMENT ON COLUMN crew.survey_response.person_id IS 'Who answers: platform.account.id.';
COMMENT ON COLUMN crew.survey_response.survey_id IS 'To which survey: crew.survey.id.';
COMMENT ON COLUMN crew.survey_response.responded_at IS 'When it was answered.';
COMMENT ON COLUMN crew.survey_response.team_cohesion IS 'How the crew holds together, 1 to 10; NULL: not answered.';
COMMENT ON COLUMN crew.survey_response.leadership IS 'How the vessel is led, 1 to 10; NULL: not answered.';
COMMENT ON COLUMN crew.survey_response.own_performance IS 'How one does the own work, 1 to 10; NULL: not answered.';
COMMENT ON COLUMN crew.survey_response.intent_to_stay IS 'Whether one means to stay, 1 to 10; NULL: not answered.';

COMMENT ON COLUMN crew.fleet_snapshot.organization_id IS 'Whose fleet it is: platform.organization.id.';
COMMENT ON COLUMN crew.fleet_snapshot.snapshot IS 'The document of the fleet''s dashboard; NULL: not computed yet.';
COMMENT ON COLUMN crew.fleet_snapshot.snapshot_updated_at IS
'When it was rebuilt last; NULL: not yet. Not for employers, as of crew.vessel.';
COMMENT ON COLUMN crew.fleet_snapshot.shown_at IS 'When what employers see of it changed last; NULL: not yet.';

COMMENT ON COLUMN crew.token.token_id IS 'The token: platform.token.id.';
COMMENT ON COLUMN crew.token.campaign_id IS 'Of an invite the campaign: crew.campaign.id; NULL: a boarding pass.';
COMMENT ON COLUMN crew.token.vessel_id IS 'Of a boarding pass the vessel: crew.vessel.id; NULL: an invite.';
COMMENT ON COLUMN crew.token."position" IS 'Of a boarding pass the position: crew.position.name; NULL: an invite.';

COMMENT ON COLUMN crew.barrier_lift.person_id IS 'Whose barrier it is: platform.account.id.';
COMMENT ON COLUMN crew.barrier_lift.id IS 'Number of the act; the newest of a candidacy counts.';
COMMENT ON COLUMN crew.barrier_lift.campaign_id IS 'The campaign of the candidacy: crew.campaign.id.';
COMMENT ON COLUMN crew.barrier_lift.reason IS 'Why, as the employer wrote it, up to 10,000 characters.';
COMMENT ON COLUMN crew.barrier_lift.decided_at IS 'When it was lifted or taken back.';
COMMENT ON COLUMN crew.barrier_lift.decided_by IS
'Who did it: platform.account.id, also of an account that is gone; NULL: the owner''s own work.';

COMMENT ON COLUMN crew.review_request.person_id IS 'Who asks: platform.account.id.';
COMMENT ON COLUMN crew.review_request.id IS 'Number of the request.';
COMMENT ON COLUMN crew.review_request.campaign_id IS 'The campaign of the candidacy: crew.campaign.id.';
COMMENT ON COLUMN crew.review_request.message IS 'What the candidate says, up to 2,000 characters.';
COMMENT ON COLUMN crew.review_request.requested_at IS 'When it was asked for.';
COMMENT ON COLUMN crew.review_request.answer IS 'What the employer answers, up to 10,000 characters; NULL: not answered yet.';
COMMENT ON COLUMN crew.review_request.answered_at IS 'When it was answered; NULL: not yet.';
COMMENT ON COLUMN crew.review_request.answered_by IS
'Who answered: platform.account.id, also of an account that is gone; NULL: nobody yet, or the owner''s own work.';

COMMENT ON COLUMN crew.wording.code IS 'What is said, as reports name it.';
COMMENT ON COLUMN crew.wording.language IS 'Of the words, as BCP 47 writes it.';
COMMENT ON COLUMN crew.wording.text IS 'The words.';

COMMENT ON COLUMN crew.counted_answer.person_id IS 'Whose answer it is: platform.account.id.';
COMMENT ON COLUMN crew.counted_answer.survey_id IS 'To which survey: crew.survey.id.';
COMMENT ON COLUMN crew.counted_answer.item IS 'The question, as the column of crew.survey_response is called.';

COMMENT ON COLUMN crew.selection_count.campaign_id IS 'The campaign: crew.campaign.id.';
COMMENT ON COLUMN crew.selection_count.id IS 'Number of the row.';
COMMENT ON COLUMN crew.selection_count.n_attributes IS '1: one declared attribute; 2: two together.';
COMMENT ON COLUMN crew.selection_count.attribute IS 'Which attribute, or which two (crew.pair_name).';
COMMENT ON COLUMN crew.selection_count.group_name IS 'Which group of it, or which two.';
COMMENT ON COLUMN crew.selection_count.barrier IS 'Whether these people passed the safety barrier.';
COMMENT ON COLUMN crew.selection_count.shortlist IS 'Whether they were shortlisted.';
COMMENT ON COLUMN crew.selection_count.hire IS 'Whether they were hired.';
COMMENT ON COLUMN crew.selection_count.people IS 'How many there are of them, 1 at least.';
