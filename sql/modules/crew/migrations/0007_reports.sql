-- Reports on paper: their kinds, and the words for what the documents name. What has no word is shown by its name.

INSERT INTO platform.report_kind (kind, routine, description) VALUES
  ('candidate',  'crew.person_page', 'A person''s own report: {person, campaign}, campaign may be left out.'),
  ('recruiter',  'crew.person_page', 'A candidate, for the employer of the campaign: {person, campaign}.'),
  ('onboarding', 'crew.person_page', 'Somebody who was hired, for whoever welcomes: {person, campaign}, campaign may be left out.'),
  ('manager',    'crew.person_page', 'A member of the crew, for whoever leads it: {person, campaign}, campaign may be left out.'),
  ('vessel',     'crew.vessel_page', 'The dashboard of a vessel: {vessel}.'),
  ('fleet',      'crew.fleet_page',  'The dashboard of an employer: {organization}.')
ON CONFLICT DO NOTHING;

INSERT INTO crew.wording (code, text) VALUES
  ('WORD_CANDIDATE', 'Your profile'), ('WORD_RECRUITER', 'Candidate report'), ('WORD_ONBOARDING', 'Onboarding report'),
  ('WORD_MANAGER', 'Report for the leader'), ('WORD_VESSEL', 'Vessel report'), ('WORD_FLEET', 'Fleet report'),
  ('WORD_MADE_ON', 'Made on'), ('WORD_VESSEL_NAME', 'Vessel'), ('WORD_STATEMENTS', 'Rules that applied to your application'),
  ('WORD_ADVICE', 'What this means in practice'), ('WORD_EXPLANATION', 'How the figures come about'),
  ('WORD_LEVELS', 'Traits and preferences'),
  ('WORD_G_FIT', 'Fit to the position'), ('WORD_Y_SUCCESS', 'Predicted success with this team'),
  ('WORD_CENTILE', 'Ahead of so many of 100 candidates'), ('WORD_TIED_WITH', 'Candidates that cannot be told apart from this one'),
  ('WORD_TEAM_DELTA', 'Change of the team''s score'), ('WORD_SAFETY_LEVEL', 'Safety'), ('WORD_FIT_LABEL', 'Fit to the position, in words'),
  ('WORD_SUCCESS_LABEL', 'Predicted success, in words'), ('WORD_FLAGS', 'To be looked at'), ('WORD_IMPUTED', 'Estimated, not measured'),
  ('WORD_UNASSESSED', 'Not assessed'), ('WORD_TEAM_FLAGS', 'The team with this candidate'),
  ('WORD_COMPETENCIES', 'Parts of the fit to the position'), ('WORD_TERMS', 'Parts of the predicted success'),
  ('WORD_P_IND', 'Individual performance'), ('WORD_F_TEAM', 'Team fit'), ('WORD_F_ENV', 'Fit with the environment'),
  ('WORD_F_LMX', 'Fit with the leader'), ('WORD_GCA', 'General cognitive ability'),
  ('WORD_MEASURED', 'Of them with measured traits'), ('WORD_CREW_COUNT', 'People aboard'), ('WORD_AS_OF', 'Figures of'),
  ('WORD_TOXICITY_FLAG', 'Climate flag'), ('WORD_TOXIC', 'Vessels with a climate flag'), ('WORD_CREW_TYPE', 'Type of crew'),
  ('WORD_SD_CONSCIENTIOUSNESS', 'Spread of conscientiousness'), ('WORD_MEAN', 'Mean pulse, 1 to 5'), ('WORD_N_PULSES', 'Pulses given'),
  ('WORD_N_PEOPLE', 'People who gave them'), ('WORD_RMSSD', 'Change from one pulse to the next'),
  ('WORD_TREND', 'Trend, pulse points a week'), ('WORD_OUTLOOK', 'Outlook, 1 to 5'),
  ('WORD_DATA_QUALITY', 'Of what the figures need, measured'), ('WORD_TRUE', 'Yes'), ('WORD_FALSE', 'No'),
  ('WORD_ACTION', 'What to do'), ('WORD_VESSEL_COUNT', 'Vessels'), ('WORD_RISK_COUNTS', 'Vessels by risk'),
  ('REPORT_PERSON',
   'Scores and levels come from questionnaires and tests. Each is an estimate: where two numbers follow one, the true value lies between '
   'them in nine cases of ten. What was not measured is not shown. Use this to prepare a conversation; it decides nothing by itself.'),
  ('REPORT_CREW',
   'Figures of a crew come from questionnaires and pulses of its members, and are estimates. They are told of crews of at least five '
   'people, in whole numbers, and say nothing about any one member. Talk with people before you act.')
ON CONFLICT DO NOTHING;
