-- Attacks by which an employer learnt what single people answered, where they serve, or made them join; and by which a candidate learnt of
-- the shortlist. Each is played with the rights of docs/explanation/security.md, and finds nothing.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
\ir ../../lib/crew.sql
\ir ../../lib/attack.sql

-- People's traits with all their digits; leader 1 leads by profile.
CREATE FUNCTION pg_temp.with_digits(n int) RETURNS jsonb LANGUAGE sql IMMUTABLE RETURN jsonb_build_object('version', 1,
  'big_five', jsonb_build_object('conscientiousness', 50 + 37 * sin(n), 'agreeableness', 55 + 29 * sin(2 * n),
    'neuroticism', 45 + 31 * sin(3 * n), 'openness', 50 + 41 * sin(5 * n), 'extraversion', 50 + 43 * sin(7 * n)),
  'cognitive', jsonb_build_object('gca', 60 + 33 * sin(11 * n)), 'resilience', 50 + 39 * sin(13 * n),
  'motivation', jsonb_build_object('intrinsic', 50 + 17 * sin(17 * n), 'identified', 50 + 19 * sin(19 * n)),
  'leadership_preferences', jsonb_build_object('autonomy', 0.5 + 0.4 * sin(23 * n), 'feedback', 0.5 + 0.3 * sin(29 * n),
    'structure', 0.5 + 0.2 * sin(31 * n)));
UPDATE assessment.profile SET psychometric_snapshot = pg_temp.with_digits(n)
  FROM generate_series(1, 12) n WHERE person_id = id('member' || n);
UPDATE assessment.profile SET psychometric_snapshot = pg_temp.with_digits(20 + n)
  FROM generate_series(1, 7) n WHERE person_id = id('candidate' || n);
-- Four serve on vessel 3, for which campaign 3 searches.
INSERT INTO platform.account (id, email) SELECT id('few' || n), 'few' || n || '@crew.example.org' FROM generate_series(1, 4) n;
INSERT INTO assessment.profile (person_id, psychometric_snapshot) SELECT id('few' || n), pg_temp.with_digits(40 + n)
  FROM generate_series(1, 4) n;
INSERT INTO crew.assignment (person_id, vessel_id, position, started_on) SELECT id('few' || n), id('vessel3'), 'Deckhand',
  platform.today() - 100 FROM generate_series(1, 4) n;
UPDATE crew.vessel SET leader_id = id('few1') WHERE id = id('vessel3');
UPDATE crew.campaign SET status = 'open' WHERE id = id('campaign3');
INSERT INTO crew.candidacy (person_id, campaign_id) SELECT id('candidate' || n), id('campaign3') FROM generate_series(1, 5, 2) n;
SELECT crew.decide(id('campaign1'), id('candidate4'), 'hired', 'x') IS NOT NULL AS hired \gset
SELECT crew.decide(id('campaign3'), id('candidate3'), 'hired', 'x') IS NOT NULL AS hired \gset
SELECT crew.rebuild_stale() > 0 AS rebuilt \gset

-- What an employer can ask, of people and of crews.
CREATE TEMP TABLE question (query text);
INSERT INTO question
SELECT format('SELECT to_jsonb(m) FROM crew.matching(id(%L)%s) m', c, top) FROM unnest('{campaign1,campaign3}'::text[]) c,
  unnest(ARRAY['', ', 2']) top
UNION ALL SELECT format('SELECT crew.impact(id(%L), id(%L))', c, p) FROM (VALUES ('campaign1', 'candidate1'), ('campaign1', 'candidate2'),
  ('campaign1', 'candidate4'), ('campaign1', 'candidate8'), ('campaign3', 'candidate1'), ('campaign3', 'candidate3')) v (c, p)
UNION ALL SELECT format('SELECT to_jsonb(s) FROM crew.sensitivity(id(%L)) s', c) FROM unnest('{campaign1,campaign3}'::text[]) c
UNION ALL SELECT format('SELECT to_jsonb(d) - %L::text[] FROM crew.decisions(id(%L)) d', '{betas}', c)
  FROM unnest('{campaign1,campaign3}'::text[]) c
UNION ALL SELECT format('SELECT crew.report(id(%L), %L, %s)', p, x, c) FROM (VALUES
  ('candidate2', 'recruiter', 'id(''campaign1'')'), ('candidate1', 'recruiter', 'id(''campaign3'')'), ('candidate4', 'onboarding', 'NULL'),
  ('member2', 'onboarding', 'NULL'), ('member2', 'manager', 'NULL'), ('few2', 'manager', 'NULL')) v (p, x, c)
UNION ALL SELECT format('SELECT crew.simulate(id(%L), ARRAY[%s])', v, (SELECT string_agg(format('id(%L)', p), ', ') FROM unnest(persons) p))
  FROM (VALUES ('vessel1', '{member1,member2,member3,member4,candidate1,candidate4}'::text[]), ('vessel3', '{few1,few2,few3,few4}'),
    ('vessel3', '{few1,few2,few3,few4,candidate1}'), ('vessel1', '{candidate2}'), ('vessel1', '{member1,candidate8}')) s (v, persons)
UNION ALL SELECT format('SELECT crew.sociogram(id(%L)%s)', v, c) FROM (VALUES ('vessel1', ''), ('vessel1', ', ARRAY[id(''candidate1'')]'),
  ('vessel3', ''), ('vessel3', ', ARRAY[id(''candidate1'')]')) s (v, c)
UNION ALL SELECT format('SELECT crew.dashboard(id(%L))', v) FROM unnest('{vessel1,vessel3}'::text[]) v
UNION ALL SELECT 'SELECT crew.fleet(id(''employer1''))'
UNION ALL SELECT 'SELECT to_jsonb(c) FROM crew.candidates(id(''campaign1'')) c'
UNION ALL SELECT 'SELECT to_jsonb(e) - ''betas'' FROM crew.decide(id(''campaign1''), id(''candidate5''), ''rejected'', ''x'') e';
CREATE TEMP TABLE answer AS SELECT query, pg_temp.says('client1', query) AS text FROM question;
SELECT ok(text ~ '^{', left(query, 100) || ' is answered') FROM answer;

-- Digits of what people answered: numbers are whole, or percent where they are shares; what has more is the employer's own, or the model's.
CREATE FUNCTION pg_temp.numbers(document jsonb) RETURNS TABLE (key text, number numeric) LANGUAGE sql AS $$
  WITH RECURSIVE part AS (
    SELECT NULL::text AS key, document AS value
    UNION ALL
    SELECT c.key, c.value FROM part p CROSS JOIN LATERAL (
      SELECT e.key, e.value FROM jsonb_each(CASE jsonb_typeof(p.value) WHEN 'object' THEN p.value ELSE '{}' END) e
      UNION ALL SELECT p.key, a.value FROM jsonb_array_elements(CASE jsonb_typeof(p.value) WHEN 'array' THEN p.value ELSE '[]' END) a) c)
  SELECT key, value::text::numeric FROM part WHERE jsonb_typeof(value) = 'number' $$;
CREATE TEMP TABLE number AS SELECT a.query, n.key, n.number
  FROM answer a CROSS JOIN LATERAL regexp_split_to_table(a.text, '(?<=\}) (?=\{)') d CROSS JOIN LATERAL pg_temp.numbers(d::jsonb) n;
SELECT cmp_ok((SELECT count(*) FROM number), '>', 1000::bigint, 'there are numbers');
SELECT is_empty($$SELECT DISTINCT key, number, query FROM number
  WHERE number <> round(number, CASE WHEN key IN ('data_quality', 'success_data_quality', 'p_top', 'kendall_tau', 'spearman_rho') THEN 2
    ELSE 0 END)
  AND key NOT IN ('weight', 'beta', 'below', 'change', 'x', 'y', 'size', 'ratio', 'resources', 'demands')
  AND key NOT IN ('charter_intensity', 'management_pressure', 'salary_index', 'rest_days_ratio', 'private_cabin_ratio')$$,
  'every number about people is whole, or whole percent');
SELECT is_empty($$SELECT DISTINCT a.query, n.key FROM answer a CROSS JOIN assessment.profile p
  CROSS JOIN LATERAL pg_temp.numbers(p.psychometric_snapshot) n
  WHERE p.person_id IN (SELECT id('candidate' || k) FROM generate_series(1, 7) k UNION SELECT id('member' || k) FROM generate_series(1, 6) k
    UNION SELECT id('few' || k) FROM generate_series(1, 4) k) AND n.key <> 'version'
  AND strpos(regexp_replace(a.text, '"[xy]": [-0-9.]+|"[a-z_]+_at": "[^"]+"', '', 'g'), left(n.number::text, 5)) > 0$$,
  'no trait stands in an answer with three digits');
SELECT is_empty($$SELECT query FROM answer
  WHERE text ~ '"(counted|gap|distance|min_agreeableness|min_emotional_stability|mean_gca)": -?[0-9]'$$,
  'nor is one there by another name');
SELECT is_empty($$SELECT query, m FROM answer, regexp_matches(text, '[a-z ]+ [0-9]+\.[0-9]+', 'g') m WHERE m[1] !~ '(ratio|below) '$$,
  'nor in words');
-- Candidate 8, of whom a rule reads an agreeableness of 14.9.
SELECT is_empty($$SELECT query FROM answer WHERE text ~ '14\.9|agreeableness is 15'$$, 'nor by the rule that fired');
SELECT is(pg_temp.says('client1', $$SELECT crew.decide(id('campaign1'), id('candidate8'), 'hired', 'x')$$),
  format('55000 person %s does not pass the safety barrier [{"below": 15, "trait": "agreeableness", "effect": "DISQUALIFIED"}, '
    '{"below": 30, "trait": "agreeableness", "effect": "HIGH_RISK"}]', id('candidate8')), 'nor by the error');
-- Contributions sum to the score all the same; exact figures are there for administrators.
SELECT is((SELECT sum((t.value ->> 'contribution')::int) FROM jsonb_each(i #> '{success,terms}') t) + (i #>> '{success,intercept}')::int
  + (i #>> '{success,clamping}')::int, (i #>> '{success,score}')::bigint, 'terms sum to the prediction')
  FROM (SELECT text::jsonb FROM answer WHERE query ~ 'impact' AND text !~ '"success": null') a (i);
SELECT is((SELECT sum((c.value ->> 'contribution')::int) FROM jsonb_each(i #> '{fit,competencies}') c),
  (i #>> '{fit,g_fit_computed}')::bigint, 'competencies to the fit')
  FROM (SELECT text::jsonb FROM answer WHERE query ~ 'impact') a (i);
SELECT is((SELECT sum((t ->> 'contribution')::int) FROM jsonb_array_elements(c.value -> 'traits') t), (c.value ->> 'score')::bigint,
  'traits to the competency') FROM (SELECT text::jsonb FROM answer WHERE query ~ 'impact') a (i), jsonb_each(i #> '{fit,competencies}') c;
SELECT is((SELECT sum((t.value ->> 'contribution')::int) FROM jsonb_each(i #> '{team,delta,parts}') t),
  (i #>> '{team,delta,score}')::bigint,
  'parts to the change of the team') FROM (SELECT text::jsonb FROM answer WHERE query ~ 'impact' AND query ~ 'campaign1') a (i)
  WHERE i #>> '{team,delta,score}' IS NOT NULL;
SELECT results_eq($$SELECT m.person, m.rank FROM crew.matching(id('campaign1')) m$$,
  $$SELECT (d::jsonb ->> 'person')::uuid, (d::jsonb ->> 'rank')::bigint FROM answer a, regexp_split_to_table(a.text, '(?<=\}) (?=\{)') d
  WHERE a.query = 'SELECT to_jsonb(m) FROM crew.matching(id(''campaign1'')) m'$$, 'ranks are those of the full figures');
SELECT isnt(pg_temp.says('admin', $$SELECT y_success FROM crew.matching(id('campaign1')) LIMIT 1$$),
  pg_temp.says('client1', $$SELECT y_success FROM crew.matching(id('campaign1')) LIMIT 1$$), 'which an administrator sees');
-- Around the functions: the tables in which exact figures are.
SELECT is(left(pg_temp.says('client1', q), 5), '42501', q) FROM unnest(ARRAY['SELECT vessel_snapshot FROM crew.vessel',
  'SELECT toxicity_evidence FROM crew.vessel', 'SELECT v FROM crew.vessel v', 'SELECT snapshot FROM crew.fleet_snapshot',
  $$SELECT crew.vessel_snapshots(ARRAY[id('vessel1')])$$, $$SELECT crew.match_request(id('campaign1'))$$,
  $$SELECT crew.impact_document(id('campaign1'), id('candidate1'))$$, $$SELECT crew.team_of(ARRAY[id('member1')], NULL)$$,
  $$SELECT crew.simulated_members(id('vessel1'), ARRAY[id('member1')], true)$$]) q;
SELECT is(pg_temp.says('client1', 'SELECT y_success FROM crew.hiring_event'), '-', 'no event is read directly');

-- A crew of four. Nothing that an employer can ask changes with what a member answers, but that member's own rows.
CREATE TEMP TABLE crew_question AS SELECT query, text FROM answer WHERE query !~ 'few' AND query ~ 'campaign3|vessel3|fleet';
UPDATE assessment.profile SET psychometric_snapshot = pg_temp.with_digits(99) WHERE person_id IN (id('few2'), id('few3'));
SELECT crew.rebuild_stale() > 0 AS rebuilt \gset
SELECT is(pg_temp.says('client1', query), text, 'two of a crew of four answer anew: ' || left(query, 80))
  FROM crew_question;
SELECT is_empty($$SELECT query FROM answer WHERE query ~ 'campaign3|vessel3' AND query !~ 'few'
  AND text ~ '"(f_team|team_delta|cohesion|performance|hidden_conflict)": -?[0-9]'$$, 'there is no figure of the crew');
SELECT results_eq($$SELECT text::jsonb #> '{success,terms,f_team,value}', text::jsonb #> '{success,terms,f_team,contribution}',
  text::jsonb #> '{team,with,score}', text::jsonb #> '{team,without,score}', text::jsonb -> 'pairs' FROM answer
  WHERE query = 'SELECT crew.impact(id(''campaign3''), id(''candidate1''))'$$,
  $$VALUES ('null'::jsonb, '0'::jsonb, 'null'::jsonb, 'null'::jsonb, '[]'::jsonb)$$, 'nor in an explanation');
SELECT results_eq($$SELECT (text::jsonb -> 'nodes')::text, text::jsonb ? 'reason' FROM answer WHERE query ~ 'sociogram.*vessel3'$$,
  $$VALUES ('[]', true), ('[]', true)$$, 'no picture, with a reason');
SELECT results_eq($$SELECT text::jsonb -> 'now', text::jsonb -> 'delta', text::jsonb ? 'note'
  FROM answer WHERE query ~ 'simulate.*vessel3'$$,
  $$VALUES ('null'::jsonb, 'null'::jsonb, true), ('null', 'null', true)$$, 'no simulation, with a note');
SELECT is((text::jsonb ->> 'leadership') ~ '^{"autonomy": "(low|medium|high)", "feedback": "(low|medium|high)", '
  '"structure": "(low|medium|high)"}$', true, 'and of the leader levels') FROM answer WHERE query ~ 'dashboard';

-- Hill climbing: crews with and without a candidate. Under five there is nothing to climb; from five up the steps are whole points.
CREATE TEMP TABLE subset AS SELECT s, pg_temp.says('client1', format('SELECT crew.simulate(id(''vessel1''), ARRAY[%s])',
    (SELECT string_agg(format('id(%L)', CASE k WHEN 7 THEN 'candidate1' ELSE 'member' || k END), ', ') FROM generate_series(1, 7) k
     WHERE s & (1 << k - 1) > 0)))::jsonb AS d
  FROM generate_series(1, 127) s;
SELECT is_empty($$SELECT s FROM subset WHERE jsonb_array_length(d -> 'members') < 5 AND (d -> 'then' <> 'null' OR d -> 'delta' <> 'null'
  OR jsonb_path_exists(d, '$.members[*].f_team ? (@ != null)'))$$, 'no subset under five tells of a crew');
SELECT is((SELECT count(*) FROM subset WHERE jsonb_array_length(d -> 'members') >= 5 AND d -> 'then' <> 'null'), 29::bigint,
  'those of five and more do');
SELECT is_empty($$SELECT s FROM subset WHERE jsonb_array_length(d -> 'members') <= 5
  AND jsonb_path_exists(d, '$.members[*].f_team ? (@ != null)')$$, 'a member of five has four others: no fit with them');
SELECT is_empty($$SELECT n.* FROM subset, pg_temp.numbers(d) n WHERE key <> 'data_quality' AND number <> round(number)$$, 'whole points');

-- Later answers of people who were rejected, withdrew, or applied to what is archived: nothing of them, as of anybody.
SELECT crew.decide(id('campaign1'), id('candidate2'), 'rejected', 'x') IS NOT NULL AS decided \gset
SELECT crew.withdraw(id('campaign1'), id('candidate4'))::text \gset
CREATE TEMP TABLE later AS SELECT p, q, replace(replace(q, '%p', format('id(%L)', p)), '%c', 'id(''campaign1'')') AS query
  FROM unnest('{candidate2,candidate4,candidate7,nobody}'::text[]) p, unnest(ARRAY['SELECT crew.impact(%c, %p)',
    $$SELECT crew.report(%p, 'recruiter', %c)$$, $$SELECT crew.report(%p, 'onboarding')$$, $$SELECT crew.report(%p, 'manager')$$,
    $$SELECT crew.report(%p, 'onboarding', %c)$$, $$SELECT crew.simulate(id('vessel1'), ARRAY[%p])$$,
    $$SELECT crew.sociogram(id('vessel1'), ARRAY[%p])$$, $$SELECT crew.leave(%p, 'x')$$]) q;
SELECT is(replace(pg_temp.says('client1', query), id(p)::text, 'X'),
  replace(pg_temp.says('client1', replace(query, format('id(%L)', p), 'id(''nobody'')')), id('nobody')::text, 'X'), p || ': ' || query)
  FROM later;
SELECT matches(pg_temp.says('client1', query), '^42501 ', p || ' is refused: ' || query) FROM later;
CREATE TEMP TABLE stored AS SELECT q, pg_temp.says('client1', q) AS before FROM unnest(ARRAY[
  $$SELECT to_jsonb(d) FROM crew.decisions(id('campaign1')) d$$, $$SELECT to_jsonb(c) FROM crew.candidates(id('campaign1')) c$$,
  $$SELECT to_jsonb(m) FROM crew.matching(id('campaign1')) m$$]) q;
UPDATE assessment.profile SET psychometric_snapshot = pg_temp.with_digits(77) WHERE person_id IN (id('candidate2'), id('candidate4'));
SELECT is(pg_temp.says('client1', q), before, 'later answers change nothing: ' || q) FROM stored;
DELETE FROM assessment.profile WHERE person_id = id('candidate2');
SELECT is(pg_temp.says('client1', q), before, 'nor does an erasure: ' || q) FROM stored;
UPDATE crew.campaign SET status = 'closed' WHERE id = id('campaign1');
UPDATE crew.campaign SET status = 'archived' WHERE id = id('campaign1');
SELECT matches(pg_temp.says('client1', q), '^(55000 campaign .* is archived|42501 )', 'archived: ' || q) FROM unnest(ARRAY[
  $$SELECT crew.matching(id('campaign1'))$$, $$SELECT crew.sensitivity(id('campaign1'))$$,
  $$SELECT crew.impact(id('campaign1'), id('candidate1'))$$, $$SELECT crew.impact(id('campaign1'), id('nobody'))$$,
  $$SELECT crew.report(id('candidate6'), 'recruiter', id('campaign1'))$$, $$SELECT crew.simulate(id('vessel1'), ARRAY[id('candidate6')])$$,
  $$SELECT crew.sociogram(id('vessel1'), ARRAY[id('candidate6')])$$]) q;
SELECT is(pg_temp.says('client1', q), before, 'what was decided stays to be read')
  FROM stored WHERE q ~ 'decisions';

-- Serving elsewhere, as a captain or a cook, or not at all: no answer and no error differs.
CREATE TEMP TABLE elsewhere AS SELECT q, pg_temp.says('client1', q) AS ashore FROM unnest(ARRAY[
  $$SELECT to_jsonb(m) FROM crew.matching(id('campaign3')) m$$, $$SELECT crew.impact(id('campaign3'), id('candidate1'))$$,
  $$SELECT crew.simulate(id('vessel3'), ARRAY[id('candidate1')])$$, $$SELECT crew.simulate(id('vessel1'), ARRAY[id('candidate1')])$$,
  $$SELECT crew.sociogram(id('vessel1'), ARRAY[id('candidate1')])$$, $$SELECT crew.report(id('candidate1'), 'recruiter', id('campaign3'))$$,
  $$SELECT crew.report(id('candidate1'), 'manager')$$, $$SELECT crew.leave(id('candidate1'), 'x')$$,
  $$SELECT crew.set_leader(id('vessel3'), id('candidate1'))$$, $$SELECT to_jsonb(c) FROM crew.candidates(id('campaign3')) c$$,
  $$SELECT (crew.decide(id('campaign3'), id('candidate1'), 'hired', 'x')).decision$$,
  $$SELECT (crew.decide(id('campaign3'), id('candidate1'), 'joined', 'x')).decision$$,
  $$SELECT crew.accept_offer(id('campaign3'), id('candidate1'))$$, $$SELECT crew.withdraw(id('campaign3'), id('candidate1'))$$,
  $$SELECT a FROM crew.assignment a WHERE person_id = id('candidate1')$$,
  $$SELECT count(*) FROM crew.roster(id('vessel2'))$$]) q;
INSERT INTO crew.assignment (person_id, vessel_id, position) VALUES (id('candidate1'), id('vessel2'), 'Captain');
SELECT is(pg_temp.says('client1', q), ashore, 'a captain elsewhere: ' || q) FROM elsewhere;
UPDATE crew.assignment SET position = 'Chef' WHERE person_id = id('candidate1');
SELECT is(pg_temp.says('client1', q), ashore, 'a cook elsewhere: ' || q) FROM elsewhere;
SELECT is(pg_temp.says('candidate1', $$SELECT crew.accept_offer(id('campaign3'))$$), '55000 there is no offer to accept', 'not hired');
SELECT crew.decide(id('campaign3'), id('candidate1'), 'hired', 'x') IS NOT NULL AS decided \gset
SELECT is(pg_temp.says('candidate1', $$SELECT crew.accept_offer(id('campaign3'))$$), '55000 you are active crew already',
  'the person alone is told');

-- Nobody joins without consent.
SELECT is(pg_temp.says('client1', $$SELECT crew.decide(id('campaign3'), id('candidate2'), 'joined', 'x')$$), '22023 decision is "joined"',
  'an employer makes nobody join');
SELECT is(left(pg_temp.says('client1', q), 5), '42501', q) FROM unnest(ARRAY[
  $$SELECT crew.accept_offer(id('campaign3'), id('candidate3'))$$, $$SELECT crew.withdraw(id('campaign3'), id('candidate3'))$$,
  $$SELECT crew.record_decision(id('campaign3'), id('candidate3'), 'joined', 'x', '{}', NULL)$$,
  $$UPDATE crew.candidacy SET status = 'joined'$$,
  $$INSERT INTO crew.assignment (person_id, vessel_id, position) VALUES (id('candidate3'), id('vessel3'), 'Chef')$$]) q;
SELECT is((SELECT count(*) FROM crew.assignment WHERE person_id = id('candidate3')), 0::bigint, 'to be hired is not to be crew');
SELECT is(pg_temp.says('candidate3', $$SELECT crew.accept_offer(id('campaign3'))$$), id('vessel3')::text, 'the person accepts');
SELECT is(pg_temp.says('candidate2', $$SELECT crew.accept_offer(id('campaign3'), id('candidate3'))$$),
  format('42501 person %s is somebody else', id('candidate3')), 'nobody else');
SELECT is(pg_temp.says('member2', $$SELECT status FROM crew.leave(id('member2'), 'x')$$), 'ended', 'and leaves');
SELECT is(left(pg_temp.says('member2', $$SELECT crew.leave(id('member3'), 'x')$$), 5), '42501', 'but nobody else');

-- The shortlist, and a barrier that was lifted, by everything that a candidate may read.
CREATE TEMP TABLE seen AS SELECT q, pg_temp.says('candidate1', q) AS before FROM unnest(ARRAY[
  'SELECT to_jsonb(a) FROM crew.applications() a',
  $$SELECT (person_id, campaign_id, status, applied_at, decided_at)::text FROM crew.candidacy$$,
  $$SELECT crew.report(id('candidate1'), 'candidate', id('campaign2'))$$, 'SELECT to_jsonb(o) FROM platform.outbox o',
  $$SELECT to_jsonb(r) FROM crew.reviews() r$$, $$SELECT count(*) FROM platform.audit_event$$]) q;
SELECT is(left(pg_temp.says('candidate1', q), 5), '42501', q) FROM unnest(ARRAY['SELECT shortlisted FROM crew.candidacy',
  'SELECT * FROM crew.candidacy', 'SELECT c FROM crew.candidacy c', 'SELECT xmin FROM crew.candidacy', 'SELECT ctid FROM crew.candidacy',
  'SELECT count(*) FROM crew.candidacy WHERE shortlisted', $$SELECT crew.candidates(id('campaign3'))$$]) q;
ALTER TABLE crew.candidacy DISABLE TRIGGER check_state;
INSERT INTO crew.candidacy (person_id, campaign_id) VALUES (id('candidate1'), id('campaign2'));
UPDATE crew.candidacy SET status = 'pending', decided_at = NULL WHERE person_id = id('candidate1') AND campaign_id = id('campaign3');
ALTER TABLE crew.candidacy ENABLE TRIGGER check_state;
UPDATE seen SET before = pg_temp.says('candidate1', q);
SELECT crew.shortlist(id('campaign2'), ARRAY[id('candidate1')]) AS n \gset
SELECT crew.shortlist(id('campaign3'), ARRAY[id('candidate1')]) AS n \gset
SELECT is(:n, 1, 'on the shortlist');
SELECT is(pg_temp.says('candidate1', q), before, 'a shortlist is not seen: ' || q) FROM seen;
UPDATE assessment.profile SET psychometric_snapshot = pg_temp.with_digits(21)
  || '{"big_five": {"agreeableness": 3, "conscientiousness": 50, "neuroticism": 50}}' WHERE person_id = id('candidate1');
UPDATE seen SET before = pg_temp.says('candidate1', q);
SELECT crew.lift_barrier(id('campaign3'), id('candidate1'), 'x') IS NOT NULL AS lifted \gset
SELECT is(pg_temp.says('candidate1', q), before, 'a decision that was not told has no time: ' || q) FROM seen;

-- Sixteen thousand digits, and what is large.
SELECT is(left(pg_temp.says('client1', format('SELECT crew.set_environment(id(''vessel1''), %L)', e)), 5), '54000', left(e, 30))
  FROM unnest(ARRAY['{"salary_index": 1e-16000}', '{"salary_index": 0.' || repeat('3', 16000) || '}',
    '{"salary_index": 0.5' || repeat('0', 16000) || '}']) e;
SELECT is(left(pg_temp.says('client1', format('SELECT crew.add_vessel(id(''employer1''), ''x'', %L)', e)), 5), '54000', 'nor with a vessel')
  FROM unnest(ARRAY['{"salary_index": 0.' || repeat('3', 16000) || '}']) e;
SELECT is(pg_temp.says('client1', format('SELECT crew.set_environment(id(''vessel3''), %L)', '{"salary_index": 0.' || repeat('3', 5000) ||
  ', "rest_days_ratio": 1e-400, "charter_intensity": 0.1000000000000000055511151231257827}')),
  '{"salary_index": 0.3333333333333333, "rest_days_ratio": 0, "charter_intensity": 0.1}', 'what is stored are doubles');
UPDATE crew.vessel SET leadership = ('{"autonomy": 0.' || repeat('7', 3000) || '}')::jsonb WHERE id = id('vessel3');
SELECT is((SELECT leadership FROM crew.vessel WHERE id = id('vessel3')), '{"autonomy": 0.7777777777777778}', 'also by the table');
-- The environment by small steps, to see where a prediction turns.
CREATE FUNCTION pg_temp.steps(n int) RETURNS text LANGUAGE plpgsql AS $$
DECLARE said text;
BEGIN
  FOR i IN 1 .. n LOOP
    said := pg_temp.says('client1', format('SELECT crew.set_environment(id(''vessel1''), ''{"salary_index": %s}'')', i / 1000.0));
    EXIT WHEN said !~ '^{';
    PERFORM set_config('request.jwt.claims', json_build_object('sub', id('client1'))::text, true);
    PERFORM crew.set_environment(id('vessel1'), format('{"salary_index": %s}', i / 1000.0)::jsonb);
    PERFORM set_config('request.jwt.claims', '', true);
  END LOOP;
  RETURN left(said, 5);
END $$;
SELECT is(pg_temp.steps(30), 'PT429', 'no thirty steps a day');
SELECT is((SELECT count(*) FROM platform.audit_event WHERE action = 'environment.changed' AND object = 'crew.vessel/' || id('vessel1')
  AND actor_id = id('client1')), 5::bigint, 'and the trail tells of five');
INSERT INTO crew.campaign (id, organization_id, vessel_id, "position", title, status)
  VALUES (id('campaign9'), id('employer1'), id('vessel1'), 'Chef', 'x', 'open');
INSERT INTO crew.candidacy (person_id, campaign_id) VALUES (id('candidate1'), id('campaign9'));
-- Trying one environment after the other and taking it back: no prediction is told in the transaction that set it.
SELECT is(left(pg_temp.says('client1', q), 50), '55000 environment, leader or leadership of vessel ',
    'not in this transaction: ' || q) FROM (VALUES
  ($$SELECT count(*) FROM crew.matching(id('campaign9'))$$), ($$SELECT crew.impact(id('campaign9'), id('candidate1'))$$),
  ($$SELECT count(*) FROM crew.sensitivity(id('campaign9'))$$), ($$SELECT crew.simulate(id('vessel1'), ARRAY[id('member1')])$$),
  ($$SELECT crew.report(id('candidate1'), 'recruiter', id('campaign9'))$$),
  ($$SELECT (crew.decide(id('campaign9'), id('candidate1'), 'rejected', 'x')).f_env$$)) v (q);
UPDATE crew.vessel SET basis_set_in = NULL;
SELECT is(pg_temp.says('client1', $$SELECT count(*) FROM crew.matching(id('campaign9'))$$), '1', 'afterwards it is');
SELECT is(left(pg_temp.says('client1', $$SELECT crew.set_environment(id('vessel1'), NULL)$$), 100), '22004 environment must not be null',
  'NULL: no row is quoted');
-- A name fills no snapshot, and is one.
SELECT is(left(pg_temp.says('client1', format('SELECT crew.add_vessel(id(''employer1''), %L)', n)), 5), '22023', 'a name: ' || left(n, 9))
  FROM unnest(ARRAY[repeat('x', 201), U&'\200B', ' ']) n;
SELECT throws_ok($$UPDATE crew.vessel SET leadership = '{"autonomy": 1e-16000}' WHERE id = id('vessel3')$$, '54000',
  'the leadership is too large', 'or refused');
SELECT is(left(pg_temp.says('client1', $$SELECT crew.simulate(id('vessel1'),
  ARRAY(SELECT gen_random_uuid() FROM generate_series(1, 400)))$$),
  5), '54000', 'a crew of 400');
SELECT is(pg_temp.says('candidate1', format('SELECT crew.%s(repeat(''x'', %s))', f, n)), '22023 the token is not valid', f || ' ' || n)
  FROM unnest('{apply,board,resolve}'::text[]) f, unnest('{43,100,101,20000000}'::int[]) n;
SELECT is(platform.lookup_hash(repeat('x', 101)), NULL, 'a long token is not hashed');
SELECT * FROM finish();
ROLLBACK;
