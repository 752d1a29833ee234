-- State machines, immutability and bad input of module crew.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
\ir ../../lib/crew.sql

-- Structure: security, comments, indexes.
SELECT is_empty($$SELECT c.oid::regclass FROM pg_class c WHERE c.relnamespace = 'crew'::regnamespace AND c.relkind IN ('r', 'p')
  AND NOT (c.relrowsecurity AND c.relforcerowsecurity)$$, 'row-level security is on and forced on every table');
SELECT is_empty($$SELECT c.conrelid::regclass, c.conname FROM pg_constraint c
  WHERE c.contype = 'f' AND c.connamespace = 'crew'::regnamespace
    AND NOT EXISTS (SELECT FROM crew.position LIMIT 0) AND c.confrelid NOT IN ('assessment.trait'::regclass,
      'crew.viewer_context'::regclass)
    AND NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.conrelid AND (i.indkey::smallint[])[0:cardinality(c.conkey) - 1]
      @> c.conkey)$$, 'foreign keys have an index');
SELECT is_empty($$SELECT c.oid::regclass FROM pg_class c WHERE c.relnamespace = 'crew'::regnamespace AND c.relkind IN ('r', 'v', 'p')
  AND obj_description(c.oid, 'pg_class') IS NULL
  UNION ALL SELECT p.oid::regprocedure::oid FROM pg_proc p WHERE p.pronamespace = 'crew'::regnamespace
    AND obj_description(p.oid, 'pg_proc') IS NULL$$, 'everything has a comment');
SELECT is_empty($$SELECT a.attrelid::regclass FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
  JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
  WHERE a.attname = 'person_id' AND c.relkind = 'r' AND c.relnamespace = 'crew'::regnamespace AND i.indkey[0] <> a.attnum$$,
    'what belongs to a person has person_id first in its key');
SELECT is_empty($$SELECT p.oid::regprocedure FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
  WHERE p.pronamespace IN ('crew'::regnamespace, 'platform'::regnamespace)
  AND (p.prosecdef OR l.lanname = 'plpgsql' OR (l.lanname = 'sql' AND p.prosqlbody IS NULL))
    AND NOT coalesce(p.proconfig @> ARRAY['search_path=pg_catalog, pg_temp'], false)$$, 'functions fix search_path');
SELECT results_eq('SELECT count(*)::int FROM crew.position_benchmark', ARRAY[108],
  'benchmarks of nine positions by 13 traits, one open in each');
SELECT bag_eq($$SELECT trait, below, effect FROM crew.safety_rule$$,
  $$VALUES ('emotional_stability', 15::float8, 'DISQUALIFIED'), ('agreeableness', 15, 'DISQUALIFIED'),
  ('emotional_stability', 30, 'HIGH_RISK'),
  ('agreeableness', 30, 'HIGH_RISK'), ('conscientiousness', 25, 'HIGH_RISK'), ('gca', 20, 'HIGH_RISK'), ('resilience', 35, 'ADVISORY'),
    ('conscientiousness', 35, 'ADVISORY')$$, 'safety rules');
SELECT is((SELECT count(*)::int FROM crew.recommended_action), 24, 'an action for each of six types and four risks');
SELECT is_empty($$SELECT a.context, a.trait FROM crew.advice a GROUP BY 1, 2
  HAVING count(*) FILTER (WHERE a.level IN ('low', 'high')) <> 2$$, 'advice in both directions');
SELECT is((SELECT count(DISTINCT context)::int FROM crew.advice), 4, 'for four readers');

-- Campaigns: every step, allowed and not.
CREATE FUNCTION pg_temp.step(from_status text, to_status text) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE c uuid := gen_random_uuid(); path text[];
BEGIN
  path := CASE from_status WHEN 'draft' THEN '{}' WHEN 'open' THEN '{open}' WHEN 'closed' THEN '{open,closed}'
    ELSE '{open,closed,archived}' END::text[];
  INSERT INTO crew.campaign (id, organization_id, vessel_id, position, title) VALUES (c, id('employer1'), id('vessel1'), 'Chef', 'x');
  FOR i IN 1 .. cardinality(path) LOOP UPDATE crew.campaign SET status = path[i] WHERE campaign.id = c; END LOOP;
  UPDATE crew.campaign SET status = to_status WHERE campaign.id = c;
  RETURN true;
EXCEPTION WHEN check_violation THEN RETURN false;
END $$;
SELECT bag_eq($$SELECT f || ' ' || t FROM unnest('{draft,open,closed,archived}'::text[]) f, unnest('{draft,open,closed,archived}'::text[])
  t WHERE f <> t AND pg_temp.step(f, t)$$,
  ARRAY['draft open', 'draft archived', 'open closed', 'closed open', 'closed archived'], 'a campaign takes these steps and no others');
SELECT throws_ok($$INSERT INTO crew.campaign (organization_id, vessel_id, position, title, status)
  VALUES (id('employer1'), id('vessel1'), 'Chef', 'x', 'closed')$$, '23514', NULL, 'no campaign starts closed');
SELECT throws_ok($$INSERT INTO crew.campaign (organization_id, vessel_id, position, title)
  VALUES (id('employer1'), id('vessel2'), 'Chef', 'x')$$, '23503', NULL, 'nor for another employer''s vessel');
SELECT throws_ok($$UPDATE crew.campaign SET position = 'Chef' WHERE id = id('campaign1')$$, '23514', NULL,
  'the position of an open campaign is fixed');
SELECT lives_ok($$UPDATE crew.campaign SET position = 'Bosun' WHERE id = id('campaign3')$$, 'that of a draft is not');
SELECT lives_ok($$UPDATE crew.campaign SET title = 'A better title' WHERE id = id('campaign1')$$, 'titles change');
SELECT throws_ok($$INSERT INTO crew.campaign (organization_id, vessel_id, position, title)
  VALUES (id('employer1'), id('vessel1'), 'Admiral', 'x')$$, '23503', NULL, 'an unknown position');

-- Candidacies.
SELECT throws_ok($$INSERT INTO crew.candidacy (person_id, campaign_id) VALUES (id('candidate1'), id('campaign3'))$$, '55000', NULL,
  'nobody applies to a draft');
SELECT throws_ok($$INSERT INTO crew.candidacy (person_id, campaign_id) VALUES (id('candidate1'), id('campaign1'))$$, '23505', NULL,
  'nor twice');
SELECT throws_ok($$INSERT INTO crew.candidacy (person_id, campaign_id, status) VALUES (id('candidate7'), id('campaign1'), 'hired')$$,
  '23514', NULL, 'nor as hired');
SELECT throws_ok($$UPDATE crew.candidacy SET person_id = id('candidate7') WHERE person_id = id('candidate1')$$, '55000', NULL,
  'a candidacy stays with its person');
CREATE FUNCTION pg_temp.candidacy_step(from_status text, to_status text) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  BEGIN
    IF from_status = 'joined' THEN UPDATE crew.candidacy SET status = 'hired' WHERE person_id = id('candidate7'); END IF;
    IF from_status <> 'pending' THEN UPDATE crew.candidacy SET status = from_status WHERE person_id = id('candidate7'); END IF;
    UPDATE crew.candidacy SET status = to_status WHERE person_id = id('candidate7');
    RAISE EXCEPTION USING ERRCODE = 'HM001';
  EXCEPTION WHEN check_violation THEN RETURN false; WHEN SQLSTATE 'HM001' THEN RETURN true;
  END;
END $$;
SELECT bag_eq($$SELECT f || ' ' || t FROM unnest('{pending,hired,rejected,joined,withdrawn}'::text[]) f,
  unnest('{pending,hired,rejected,joined,withdrawn}'::text[]) t WHERE f <> t AND pg_temp.candidacy_step(f, t)$$,
  ARRAY['pending hired', 'pending rejected', 'pending withdrawn', 'hired joined', 'hired rejected', 'hired withdrawn'],
    'a candidacy takes these steps and no others');

-- Assignments. A declared past experience is never active crew.
SELECT lives_ok($$INSERT INTO crew.assignment (person_id, vessel_name, position, status, started_on, ended_on)
  VALUES (id('candidate1'), 'Elsewhere', 'Chef', 'declared', '2020-01-01', '2021-01-01')$$, 'past experience is declared');
SELECT throws_ok($$UPDATE crew.assignment SET status = 'active', vessel_id = id('vessel1'), vessel_name = NULL, ended_on = NULL
  WHERE person_id = id('candidate1')$$, '55000', NULL, 'it becomes no active assignment');
SELECT throws_ok($$UPDATE crew.assignment SET status = 'active' WHERE person_id = id('candidate1')$$, '23514', NULL, 'in no way');
SELECT throws_ok($$UPDATE crew.assignment SET status = 'ended' WHERE person_id = id('candidate1')$$, '23514', NULL, 'nor a past one');
SELECT throws_ok($$INSERT INTO crew.assignment (person_id, vessel_id, vessel_name, position, status)
  VALUES (id('candidate1'), id('vessel1'), 'x', 'Chef', 'declared')$$, '23514', NULL, 'it names no vessel of the fleet');
SELECT throws_ok($$INSERT INTO crew.assignment (person_id, vessel_id, position) VALUES (id('member1'), id('vessel2'), 'Chef')$$, '23505',
  NULL, 'nobody is active crew twice');
SELECT throws_ok($$UPDATE crew.assignment SET status = 'ended' WHERE person_id = id('member2')$$, '23514', NULL,
  'what has ended has an end');
SELECT throws_ok($$UPDATE crew.assignment SET status = 'ended', ended_on = started_on - 1 WHERE person_id = id('member2')$$, '23514', NULL,
  'after its beginning');
SELECT lives_ok($$UPDATE crew.assignment SET status = 'ended', ended_on = started_on + 10 WHERE person_id = id('member2')$$,
  'an assignment ends');
SELECT throws_ok($$UPDATE crew.assignment SET status = 'active', ended_on = NULL WHERE person_id = id('member2')$$, '23514', NULL,
  'and stays ended');
SELECT is(cardinality(crew.crew_profiles(id('vessel1'))), 5, 'and leaves the crew');

-- Hiring events and model versions are immutable.
SELECT lives_ok($$SELECT crew.decide(id('campaign1'), id('candidate1'), 'hired', 'because')$$, 'a decision');
SELECT throws_ok($$UPDATE crew.hiring_event SET y_success = 100$$, '55000', NULL, 'its prediction is fixed');
SELECT throws_ok($$UPDATE crew.hiring_event SET reason = 'another'$$, '55000', NULL, 'its reason too');
SELECT throws_ok($$DELETE FROM crew.hiring_event$$, '55000', NULL, 'it is not deleted');
SELECT throws_ok($$DELETE FROM crew.hiring_event WHERE false$$, '55000', NULL, 'not even in vain');
SELECT throws_ok($$TRUNCATE crew.hiring_event$$, '55000', NULL, 'nor truncated');
SELECT lives_ok($$UPDATE crew.hiring_event SET y_actual = 70, departure_reason = 'end of season', actual_tenure_days = 120$$,
  'what is learnt later is filled in');
SELECT throws_ok($$UPDATE crew.hiring_event SET y_actual = 101$$, '23514', NULL, 'within its range');
SELECT lives_ok($$DELETE FROM platform.account WHERE id = id('candidate1')$$, 'a person goes');
SELECT results_eq($$SELECT count(*)::int, max(y_actual) FROM crew.hiring_event$$, $$VALUES (1, 70::float8)$$, 'the evidence stays');
SELECT throws_ok($$UPDATE crew.model_version SET model = model || '{"mlpsm": {"p_ind": 1}}'$$, '55000', NULL,
  'a model version is immutable');
SELECT throws_ok($$DELETE FROM crew.model_version$$, '55000', NULL, 'and stays');
SELECT throws_ok($$INSERT INTO crew.model_version (version, model, is_active) VALUES ('second', '{"version": "second"}', true)$$, '23505',
  NULL, 'one version is active');
SELECT throws_ok($$INSERT INTO crew.model_version (version, model) VALUES ('second', '{"version": "third"}')$$, '23514', NULL,
  'a version goes by its own name');
SELECT lives_ok($$INSERT INTO crew.model_version (version, model) VALUES ('second', harmony.default_model() || '{"version": "second"}')$$,
  'a second version');
SELECT lives_ok($$SELECT crew.activate_model('second')$$, 'is activated');
SELECT results_eq($$SELECT version FROM crew.model_version WHERE is_active$$, ARRAY['second'], 'alone');
SELECT bag_eq($$SELECT action, object FROM platform.audit_event WHERE object LIKE 'crew.model_version/%' AND happened_at = now()
  AND object <> 'crew.model_version/x'$$,
  $$VALUES ('model.deactivated', 'crew.model_version/default'), ('model.activated', 'crew.model_version/second')$$,
    'which the audit trail holds');
SELECT throws_ok($$UPDATE platform.audit_event SET action = 'x'$$, '55000', NULL, 'for ever');
SELECT throws_ok($$SELECT crew.activate_model('third')$$, '22023', NULL, 'an unknown version');
SELECT throws_ok($$SELECT crew.activate_model(NULL)$$, '22023', NULL, 'no version');
SELECT throws_ok($$INSERT INTO crew.retraining (n, activated, reasons, report) VALUES (0, false, '{}', '{}'); DELETE
  FROM crew.retraining$$, '55000', NULL, 'the reports of retraining stay');

-- Bad input.
SELECT throws_ok($$INSERT INTO crew.model_version (version, model) VALUES ('bad', '{"version": "bad", "mlpsm": {"p_und": 1}}')$$, '22023',
  NULL, 'a model with a misspelt key');
SELECT throws_ok($$INSERT INTO crew.safety_rule (trait, below, effect) VALUES ('courage', 10, 'HIGH_RISK')$$, '22023', NULL,
  'a rule on an unknown trait');
INSERT INTO assessment.trait (code, family, label) VALUES ('courage', 'courage', 'Courage');
SELECT throws_ok($$INSERT INTO crew.position_benchmark (position, trait, benchmark) VALUES ('Chef', 'courage', 50)$$, '22023', NULL,
  'a benchmark that the ranking does not know');
SELECT throws_ok($$INSERT INTO crew.position_benchmark (position, trait, benchmark) VALUES ('Chef', 'extrinsic_social', 101)$$, NULL, NULL,
  'a benchmark above 100');
SELECT throws_ok($$UPDATE crew.vessel SET environment = '{"salary_index": 1.5}'$$, '22003', '"salary_index" is out of range',
  'an environment outside of 0 to 1');
SELECT throws_ok($$UPDATE crew.vessel SET environment = '{"salary_index": null}'$$, '23514', NULL, 'a null in it');
SELECT throws_ok($$UPDATE crew.vessel SET environment = '{"salery_index": 0.5}'$$, '22023',
  'unrecognized key "salery_index" in environment', 'an unknown key');
SELECT throws_ok($$UPDATE crew.vessel SET environment = '[]'$$, '22023', 'environment must be a JSON object', 'no object');
SELECT throws_ok($$UPDATE crew.vessel SET leadership = '{"autonomy": 2}'$$, '22003', '"autonomy" is out of range',
  'leadership outside of 0 to 1');
SELECT throws_ok($$UPDATE crew.vessel SET environment = 'null'$$, '23514', NULL, 'nor a null that is all');
SELECT throws_ok($$UPDATE crew.vessel SET leadership = '{"autonomy": null}'$$, '23514', NULL, 'a null in it');
SELECT throws_ok($$UPDATE crew.vessel SET leadership = '{}'$$, '23514', NULL, 'nothing in it');
SELECT throws_ok($$UPDATE crew.vessel SET leadership = '{"patience": 1}'$$, '22023', 'unrecognized key "patience" in leadership',
  'an unknown key');
SELECT throws_ok($$SELECT crew.set_environment(id('vessel1'), '{"wages": null}')$$, '22023', NULL, 'an unknown key that is null');
SELECT throws_ok($$SELECT crew.set_environment(id('vessel1'), '{"salary_index": 7}')$$, '22003', NULL, 'also through the function');
SELECT results_eq($$SELECT crew.set_environment(id('vessel1'), '{"salary_index": 0.9, "rest_days_ratio": null}')$$,
  $$VALUES ('{"charter_intensity": 0.5, "management_pressure": 0.5, "salary_index": 0.9, "private_cabin_ratio": 0.5}'::jsonb)$$,
    'which changes what is named, removes nulls and keeps the rest');
SELECT throws_ok($$INSERT INTO crew.pulse (person_id, vessel_id, score) VALUES (id('member1'), id('vessel1'), 6)$$, '23514', NULL,
  'a pulse above 5');
SELECT throws_ok($$INSERT INTO crew.pulse (person_id, vessel_id, score) VALUES (id('member1'), id('vessel1'), 0)$$, '23514', NULL,
  'below 1');
SELECT throws_ok($$INSERT INTO crew.pulse (person_id, vessel_id, score) VALUES (id('member1'), id('vessel2'), 3)$$, '23514', NULL,
  'on another vessel');
SELECT throws_ok($$INSERT INTO crew.pulse (person_id, vessel_id, score, given_at)
  VALUES (id('member1'), id('vessel1'), 3, now() - interval '1 year')$$, '23514', NULL, 'before coming aboard');
SELECT throws_ok($$INSERT INTO crew.pulse (person_id, vessel_id, score, given_at)
  VALUES (id('member1'), id('vessel1'), 3, now() + interval '1 hour')$$, '22008', NULL, 'from the future');
SELECT throws_ok($$INSERT INTO crew.pulse (person_id, vessel_id, score, given_at) VALUES (id('member1'), id('vessel1'), 3, 'infinity')$$,
  NULL, NULL, 'from the end of time');
SELECT lives_ok($$INSERT INTO crew.pulse (person_id, vessel_id, score) VALUES (id('member1'), id('vessel1'), 3)$$, 'a good one');
SELECT throws_ok($$INSERT INTO crew.pulse (person_id, vessel_id, score) VALUES (id('member1'), id('vessel1'), 4)$$, '23505', NULL,
  'one a person and day');
SELECT throws_ok($$INSERT INTO crew.pulse (person_id, vessel_id, score) VALUES (id('member2'), id('vessel1'), 4)$$, '23514', NULL,
  'not by who has left');
SELECT throws_ok($$INSERT INTO crew.pulse (person_id, vessel_id, score) VALUES (id('candidate2'), id('vessel1'), 4)$$, '23514', NULL,
  'nor by a candidate');
SELECT * FROM finish();
ROLLBACK;
