-- The barrier is not a verdict by machine: lifting it, taking that back, and a candidate's request for a human review.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
\ir ../../lib/crew.sql
CREATE FUNCTION pg_temp.request_of(who text) RETURNS void LANGUAGE sql AS $$
  SELECT set_config('request.jwt.claims', CASE WHEN who = '' THEN '' ELSE json_build_object('sub', id(who))::text END, true) $$;

-- Candidate 8 has an agreeableness of 14.9, below the 15 of the shipped rule.
SELECT is(crew.fired_rules(id('campaign1'), id('candidate8')) -> 0,
  '{"trait": "agreeableness", "below": 15, "effect": "DISQUALIFIED"}'::jsonb,
  'the rule, without the value');
SELECT throws_ok($$SELECT crew.decide(id('campaign1'), id('candidate8'), 'hired', 'x')$$, '55000', NULL, 'who is ruled out is not hired');
SELECT throws_ok($$SELECT crew.lift_barrier(id('campaign1'), id('candidate8'), ' ')$$, '22023', NULL, 'a lift needs a reason');
SELECT throws_ok($$SELECT crew.lift_barrier(id('campaign1'), id('candidate8'), NULL)$$, '22023', NULL, 'and no NULL');
SELECT throws_ok(format('SELECT crew.%s(id(''campaign1''), id(''candidate8''), %L)', act, blank), '22023',
  format('the %s is empty', CASE act WHEN 'answer_review' THEN 'answer' ELSE 'reason' END), act || ': spaces of every kind say nothing')
FROM unnest('{lift_barrier,restore_barrier,answer_review}'::text[]) act, unnest(ARRAY[E'\n\t', U&'\00a0', U&'\200b \feff']) blank;
SELECT throws_ok($$SELECT crew.lift_barrier(id('campaign1'), id('candidate8'), repeat('x', 10001))$$, '22023', NULL,
  'of up to 10,000 characters');
SELECT throws_ok($$SELECT crew.lift_barrier(id('campaign1'), id('candidate1'), 'x')$$, '55000', NULL, 'who is not ruled out is not lifted');
SELECT throws_ok($$SELECT crew.lift_barrier(id('campaign2'), id('candidate8'), 'x')$$, '22023', NULL, 'nor who has not applied');
SELECT throws_ok($$SELECT crew.restore_barrier(id('campaign1'), id('candidate8'), 'x')$$, '55000', NULL, 'nothing to take back yet');

SELECT pg_temp.request_of('client2');
SELECT throws_ok($$SELECT crew.lift_barrier(id('campaign1'), id('candidate8'), 'x')$$, '42501', NULL, 'another employer may not');
SELECT pg_temp.request_of('client1');
SELECT is((SELECT is_lifted FROM crew.lift_barrier(id('campaign1'), id('candidate8'), 'Known aboard for years')), true,
  'the employer lifts it');
SELECT throws_ok($$SELECT crew.lift_barrier(id('campaign1'), id('candidate8'), 'again')$$, '55000', NULL, 'once');
SELECT results_eq($$SELECT safety_level, flags @> '{BARRIER_LIFTED}', y_success IS NOT NULL, g_fit > 0 FROM crew.matching(id('campaign1'))
  WHERE person = id('candidate8')$$, $$VALUES ('HIGH_RISK', true, true, true)$$, 'ranked with the others, and marked');
SELECT ok(i -> 'flags' ? 'BARRIER_LIFTED' AND i #> '{safety,triggers}' @> '[{"trait": "agreeableness", "effect": "DISQUALIFIED"}]'
  AND i -> 'statements' @> '[{"code": "BARRIER_LIFTED", "parameters": {"traits": ["agreeableness"]}, "language": "en"}]',
  'the explanation tells the rule and the lift') FROM crew.impact(id('campaign1'), id('candidate8')) i;
SELECT is((SELECT r.restored FROM (SELECT is_lifted AS restored FROM crew.restore_barrier(id('campaign1'), id('candidate8'), 'Too early'))
  r),
  false, 'and takes it back');
SELECT is((SELECT safety_level FROM crew.matching(id('campaign1')) WHERE person = id('candidate8')), 'DISQUALIFIED', 'which counts');
SELECT crew.lift_barrier(id('campaign1'), id('candidate8'), 'Spoke with the former captain') IS NOT NULL AS lifted \gset
SELECT pg_temp.request_of('');
SELECT results_eq($$SELECT action, object = format('crew.candidacy/%s/%s', id('campaign1'), id('candidate8')), actor_id, details ->>
  'reason'
  FROM platform.audit_event WHERE action LIKE 'barrier.%' ORDER BY id$$, $$VALUES
  ('barrier.lifted', true, id('client1'), 'Known aboard for years'), ('barrier.restored', true, id('client1'), 'Too early'),
  ('barrier.lifted', true, id('client1'), 'Spoke with the former captain')$$, 'all of it is in the audit trail');

-- A lift is of the rules that fired: a stricter rule, or another one, rules out again.
UPDATE crew.safety_rule SET below = 16 WHERE trait = 'agreeableness' AND effect = 'DISQUALIFIED';
SELECT is(crew.lifted(id('campaign1')), '{}', 'another rule is not lifted');
SELECT is((SELECT safety_level FROM crew.matching(id('campaign1')) WHERE person = id('candidate8')), 'DISQUALIFIED', 'it rules out');
UPDATE crew.safety_rule SET below = 15 WHERE trait = 'agreeableness' AND effect = 'DISQUALIFIED';
SELECT throws_ok($$UPDATE crew.barrier_lift SET reason = 'x'$$, '55000', NULL, 'a lift is not rewritten');

-- The candidate is told which rule applied, and asks for a review.
SELECT pg_temp.request_of('candidate8');
SELECT results_eq($$SELECT s ->> 'code', s #>> '{parameters,trait}', s ->> 'language', s ->> 'text'
  FROM jsonb_array_elements(crew.report(id('candidate8'), 'candidate', id('campaign1')) -> 'statements') s$$,
  $$VALUES ('RULE_LIFTED', 'agreeableness', 'en',
    'A safety rule of this position applied to you: agreeableness below 15. The employer has lifted it: you are ranked with the others.'),
  ('HUMAN_REVIEW', NULL, 'en', 'You may ask that a person looks at your application, and say what you think of it: '
    || 'crew.request_review(campaign, message), up to 2000 characters.')$$, 'the report tells the candidate');
SELECT ok(NOT crew.report(id('candidate8'), 'candidate') ? 'statements', 'without a campaign there is no rule to tell of');
SELECT throws_ok($$SELECT crew.request_review(id('campaign1'), '')$$, '22023', NULL, 'a request says something');
SELECT throws_ok($$SELECT crew.request_review(id('campaign1'), repeat('x', 2001))$$, '22023', NULL, 'in up to 2,000 characters');
SELECT throws_ok($$SELECT crew.request_review(id('campaign2'), 'x')$$, '22023', NULL, 'of a candidacy of one''s own');
SELECT throws_ok($$SELECT crew.request_review(id('campaign1'), 'x', id('candidate1'))$$, '42501', NULL, 'and in one''s own name');
SELECT is((SELECT message FROM crew.request_review(id('campaign1'), 'Please look at my references')), 'Please look at my references',
  'a request');
SELECT throws_ok($$SELECT crew.request_review(id('campaign1'), 'And again')$$, '55000', NULL, 'one is open at a time');
SELECT throws_ok($$SELECT crew.answer_review(id('campaign1'), id('candidate8'), 'x')$$, '42501', NULL,
  'which the candidate does not answer');
SELECT pg_temp.request_of('');
SELECT results_eq($$SELECT recipient_id, parameters ->> 'title', parameters ? 'message' FROM platform.outbox WHERE template =
  'crew.review_requested'$$,
  $$VALUES (id('client1'), 'Campaign 1', false)$$, 'a mail to the employer, without the message');
SELECT pg_temp.request_of('client1');
SELECT results_eq($$SELECT decision, reason, decided_by FROM crew.decisions(id('campaign1')) WHERE person = id('candidate8') AND decision
  LIKE 'rev%'$$,
  $$VALUES ('review_requested', 'Please look at my references', id('candidate8'))$$, 'which reads it among the decisions');
SELECT pg_temp.request_of('client2');
SELECT throws_ok($$SELECT crew.answer_review(id('campaign1'), id('candidate8'), 'x')$$, '42501', NULL, 'another employer does not answer');
SELECT pg_temp.request_of('client1');
SELECT throws_ok($$SELECT crew.answer_review(id('campaign1'), id('candidate8'), '')$$, '22023', NULL, 'nor one without words');
SELECT is((SELECT answer FROM crew.answer_review(id('campaign1'), id('candidate8'), 'We have, and hire you')), 'We have, and hire you',
  'an answer');
SELECT throws_ok($$SELECT crew.answer_review(id('campaign1'), id('candidate8'), 'x')$$, '55000', NULL, 'one');

-- The decision, and what the evidence keeps.
SELECT results_eq($$SELECT decision, dnre ->> 'safety_level', dnre -> 'flags' ? 'BARRIER_LIFTED', dnre #>> '{barrier_lift,reason}',
    dnre #>> '{barrier_lift,decided_by}' = id('client1')::text, dnre -> 'rules' @> '[{"effect": "DISQUALIFIED"}]', y_success IS NOT NULL
  FROM crew.decide(id('campaign1'), id('candidate8'), 'hired', 'References are good')$$,
  $$VALUES ('hired', 'HIGH_RISK', true, 'Spoke with the former captain', true, true, true)$$, 'hired, with the lift in the evidence');
SELECT throws_ok($$SELECT crew.restore_barrier(id('campaign1'), id('candidate8'), 'x')$$, '55000', NULL, 'after the decision it stands');
SELECT bag_eq($$SELECT decision FROM crew.decisions(id('campaign1')) WHERE person = id('candidate8')$$,
  ARRAY['barrier_lifted', 'barrier_restored', 'barrier_lifted', 'review_requested', 'review_answered', 'hired'], 'all that people did');
SELECT pg_temp.request_of('candidate8');
SELECT results_eq($$SELECT message, answer FROM crew.reviews()$$, $$VALUES ('Please look at my references', 'We have, and hire you')$$,
  'the candidate reads the answer');
SELECT lives_ok($$SELECT crew.request_review(id('campaign1'), 'Thank you')$$, 'and may ask again, after the decision too');
SELECT pg_temp.request_of('');
SELECT results_eq($$SELECT action FROM platform.audit_event WHERE action LIKE 'review.%' ORDER BY id$$,
  ARRAY['review.requested', 'review.answered', 'review.requested'], 'in the audit trail');
SELECT throws_ok($$UPDATE crew.review_request SET message = 'x'$$, '55000', NULL, 'a message is not rewritten');
-- What the rule does is audited as the rule, not as what was made of it.
SELECT is((SELECT barrier FROM crew.stage_passes(id('campaign1')) WHERE person_id = id('candidate8')), false,
  'for the audit of fairness it fired');
DELETE FROM platform.account WHERE id = id('candidate8');
SELECT is_empty($$SELECT FROM crew.barrier_lift UNION ALL SELECT FROM crew.review_request$$, 'with the account both go');
SELECT is((SELECT count(*) FROM platform.audit_event WHERE action LIKE 'barrier.%'), 3::bigint, 'and the audit trail stays');

-- Words. Flags of a team: the former names beside the new ones, in documents.
SELECT is(harmony_internal.former_team_flags('{LOW_STABILITY,BARRIER_LIFTED,LOW_AGREEABLENESS,CONSCIENTIOUSNESS_SPREAD}'),
  '{EMOTIONAL_FRAGILITY,JERK_RISK,FAULTLINE_RISK}', 'the former names of flags');
UPDATE assessment.profile SET psychometric_snapshot = profile(50, 20, 20) WHERE person_id = id('member2');
SELECT crew.rebuild_snapshots() > 0 AS rebuilt \gset
SELECT is((SELECT (vessel_snapshot #> '{f_team,flags}')::text || (vessel_snapshot #> '{f_team,flags_former}') FROM crew.vessel WHERE id =
  id('vessel1')),
  '["LOW_AGREEABLENESS"]["JERK_RISK"]', 'in the snapshot of a vessel');
SELECT ok(d -> 'team_flags' ? 'LOW_AGREEABLENESS' AND d -> 'team_flags_former' ? 'JERK_RISK' AND NOT d -> 'flags' ? 'LOW_AGREEABLENESS',
  'in the evidence of a decision') FROM (SELECT dnre AS d FROM crew.decide(id('campaign1'), id('candidate3'), 'rejected', 'x')) e;
SELECT is_empty($$SELECT w.relation, w.text FROM (
    SELECT 'recommended_action' AS relation, action AS text FROM crew.recommended_action UNION ALL SELECT 'advice', text FROM crew.advice
    UNION ALL SELECT 'wording', text FROM crew.wording) w
  WHERE w.text ~*
    '(out of service|take (him|her|them|people|somebody|members?) off|replace|needs leave|dismiss|'
    'remove|send .* (home|ashore)|change the make-up)'$$,
  'no text takes a person or a vessel out of service');
INSERT INTO crew.recommended_action SELECT crew_type, risk, 'auf Deutsch', 'de' FROM crew.recommended_action WHERE risk = 'low';
INSERT INTO crew.wording VALUES ('HUMAN_REVIEW', 'de', 'Ein Mensch prüft: bis {length} Zeichen');
SELECT is(crew.statement('HUMAN_REVIEW', '{"length": 2000}', 'de') - 'parameters',
  '{"code": "HUMAN_REVIEW", "language": "de", "text": "Ein Mensch prüft: bis 2000 Zeichen"}', 'another language');
SELECT is(crew.statement('HUMAN_REVIEW', '{"length": 2000}', 'fr') ->> 'language', 'en', 'English where there is none');
SELECT ok((d -> 'statement') ?& '{code,parameters,language,text}' AND d -> 'statement' -> 'text' = d -> 'action', 'an action with its code')
  FROM crew.dashboard(id('vessel1'), 'fr') d;
SELECT ok(bool_and(a ?& '{code,parameters,language,text}'), 'advice with its code')
  FROM jsonb_array_elements(crew.report(id('member12'), 'candidate') -> 'advice') a;
SELECT is_empty($$SELECT n FROM jsonb_array_elements(crew.sociogram(id('vessel1')) -> 'nodes') n
  WHERE n ?| '{colour,emotional_stability,profile}'$$, 'nothing in the sociogram tells of one person''s traits');
SELECT is((SELECT count(DISTINCT n -> 'size') FROM jsonb_array_elements(crew.sociogram(id('vessel1')) -> 'nodes') n
  WHERE n ->> 'role' = 'Deckhand'), 1::bigint, 'the size is the position''s');
SELECT * FROM finish();
ROLLBACK;
