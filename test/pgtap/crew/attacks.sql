-- Attacks on the modules: what a candidate, an employer, nobody, and a database user with objects of their own might try, with the rights
-- that platform.grant_application grants. Each line is an attempt and what has to come of it.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
\ir ../../lib/crew.sql
\ir ../../lib/attack.sql
INSERT INTO crew.survey (id, vessel_id, kind, opens_at) VALUES (id('survey1'), id('vessel1'), 'post_season', now() - interval '1 hour'),
  (id('survey2'), id('vessel1'), 'monthly_pulse', now() - interval '2 hours');

-- The rights themselves.
SELECT is_empty($$SELECT c.oid::regclass, a.privilege_type FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) a
  WHERE a.grantee IN ('harmony_user'::regrole, 'harmony_anon'::regrole)
  AND (a.privilege_type <> 'SELECT' OR a.is_grantable)
  AND NOT (a.privilege_type = 'DELETE' AND c.relkind = 'v' AND EXISTS (  -- a trigger in place of it
    SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgtype & 72 = 72))$$, 'no table-wide right but to read');
SELECT is_empty($$SELECT c.oid::regclass FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) a
  WHERE a.grantee = 'harmony_anon'::regrole$$, 'without a person no table');
SELECT is_empty($$SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace IN ('platform'::regnamespace, 'assessment'::regnamespace,
  'crew'::regnamespace)
  AND p.prorettype = 'trigger'::regtype AND has_function_privilege('harmony_user', p.oid, 'EXECUTE')$$, 'no trigger function');
SELECT is_empty($$SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'crew'::regnamespace
  AND has_function_privilege('harmony_user', p.oid, 'EXECUTE') AND NOT p.prosecdef AND p.proname <> 'aboard_until'$$,  -- of a row at hand
  'no inner function of crew');
SELECT bag_eq($$SELECT p.oid::regprocedure::text FROM pg_proc p WHERE p.pronamespace = 'crew'::regnamespace
  AND has_function_privilege('harmony_anon', p.oid, 'EXECUTE')$$,
  ARRAY['crew.current_campaigns()', 'crew.current_vessels()', 'crew.resolve(text)', 'crew.served_vessels()'],
    'without a person a token can be looked at');
SELECT is_empty($$SELECT p.oid::regprocedure FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
  WHERE p.pronamespace = 'crew'::regnamespace
  AND (p.prosecdef OR l.lanname = 'plpgsql' OR p.prosqlbody IS NULL) AND NOT coalesce(p.proconfig @> '{"search_path=pg_catalog, pg_temp"}',
    false)$$, 'crew: search_path is fixed, or the body was parsed when it was made');
SELECT is_empty($$SELECT p.oid::regprocedure FROM pg_proc p CROSS JOIN LATERAL unnest(p.proargtypes) a (type)
  JOIN pg_type t ON t.oid = a.type
  WHERE p.prosecdef AND p.pronamespace IN ('platform'::regnamespace, 'assessment'::regnamespace, 'crew'::regnamespace)
    AND (t.typtype = 'p' OR t.typnamespace NOT IN ('pg_catalog'::regnamespace, 'crew'::regnamespace))$$,
      'no function of the owner takes a polymorphic or foreign type');
SELECT is_empty($$SELECT p.oid::regprocedure FROM pg_proc p
  WHERE p.prosecdef AND p.pronamespace IN ('platform'::regnamespace, 'assessment'::regnamespace, 'crew'::regnamespace)
  AND p.prosrc ~* '\mexecute\M'$$, 'none runs text as SQL');

-- They suffice: what a candidate, a client and an administrator are there for works.
CREATE TEMP TABLE works (who text, query text);
INSERT INTO works VALUES ('candidate1', $$SELECT crew.report(id('candidate1'), 'candidate') IS NOT NULL$$),
  ('candidate1', $$SELECT status = 'pending' FROM crew.candidacy$$),
  ('candidate1', format($$SELECT crew.apply(%L) = id('campaign2')$$, crew.invite(id('campaign2')))),
    ('stranger', format($$SELECT crew.board(%L) = id('vessel3')$$, crew.boarding_pass(id('vessel3'), 'Chef'))),
  ('member1', $$SELECT count(*) = 1 FROM assessment.profile$$), ('member1', $$SELECT count(*) = 2 FROM crew.survey$$),
    ('member1', $$SELECT count(*) > 0 FROM assessment.item i JOIN assessment.instrument n ON n.id = i.instrument_id$$),
  ('client1', $$SELECT count(*) = 7 FROM crew.matching(id('campaign1'))$$),
    ('client1', $$SELECT crew.impact(id('campaign1'), id('candidate1')) IS NOT NULL$$),
    ('client1', $$SELECT count(*) > 0 FROM crew.sensitivity(id('campaign1'))$$),
  ('client1', $$SELECT crew.simulate(id('vessel1'), ARRAY[id('member1'), id('candidate1')]) IS NOT NULL$$),
    ('client1', $$SELECT crew.sociogram(id('vessel1')) IS NOT NULL$$),
    ('client1', $$SELECT (crew.decide(id('campaign1'), id('candidate1'), 'hired', 'x')).id IS NOT NULL$$),
    ('candidate1', $$SELECT crew.withdraw(id('campaign1'))::text = ''$$),
  ('client1', $$SELECT count(*) = 0 FROM crew.decisions(id('campaign1'))$$),
    ('client1', $$SELECT crew.shortlist(id('campaign1'), ARRAY[id('candidate1')]) = 1$$),
    ('client1', $$SELECT (crew.leave(id('member1'), 'x')).status = 'ended'$$),
  ('client1', $$SELECT length(crew.invite(id('campaign1'))) = 43$$),
    ('client1', $$SELECT length(crew.boarding_pass(id('vessel1'), 'Chef')) = 43$$),
    ('client1', $$SELECT crew.revoke_tokens(vessel => id('vessel1')) = 0$$),
  ('client1', $$SELECT crew.dashboard(id('vessel1')) IS NOT NULL$$), ('client1', $$SELECT crew.fleet(id('employer1')) IS NULL$$),
    ('client1', $$SELECT crew.set_environment(id('vessel1'), '{"salary_index": 1}') IS NOT NULL$$),
  ('client1', $$SELECT crew.open_survey(id('vessel1'), 'post_charter') IS NOT NULL$$),
    ('client1', $$SELECT count(*) = 0 FROM crew.survey_results(id('vessel1'))$$),
    ('client1', $$SELECT count(*) = 0 FROM crew.agreement(id('employer1'))$$),
  ('client1', $$SELECT crew.judge_toxicity(id('employer1')) = 0$$),
    ('client1', $$SELECT count(*) = 0 FROM crew.fairness()$$), ('client1', $$SELECT count(*) = 7 FROM crew.candidacy$$),
    ('client1', $$SELECT count(t.kind) = 1 FROM platform.token t JOIN crew.token c ON c.token_id = t.id$$),
  ('admin', $$SELECT crew.rebuild_stale() > 0$$), ('admin', $$SELECT crew.rebuild_snapshots() > 0$$),
    ('admin', $$SELECT count(*) >= 0 FROM crew.verify_snapshots()$$), ('admin', $$SELECT NOT (crew.retrain()).activated$$),
    ('admin', $$SELECT crew.activate_model('default')::text = ''$$),
  ('admin', $$SELECT count(*) >= 0 FROM crew.fairness()$$), ('admin', $$SELECT count(*) = 24 FROM platform.account$$),
    ('admin', $$SELECT count(*) >= 0 FROM platform.audit_event$$);
SELECT is(pg_temp.tries(who, query), 'true', who || ' may: ' || left(query, 100)) FROM works;

-- Forged claims: no account, whatever is asked.
CREATE TEMP TABLE forged (claims text);
INSERT INTO forged VALUES (''), ('{}'), ('null'), ('[]'), ('"x"'), ('17'), ('{"sub": null}'),
  ('{"sub": ""}'), ('{"sub": 1}'), ('{"sub": {}}'), ('{"sub": [1]}'), ('{'), ('x'), (repeat('[', 100000)),
  (jsonb_build_object('sub', repeat('x', 1000000))::text),
  ('{"sub": "' || id('admin') || '", "x": "' || repeat('x', 8192) || '"}'), ('{"sub": "' || id('admin') || '"'),
  ('{"sub": "\u0000"}'), ('{"sub": "00000000-0000-0000-0000-000000000000"}'),
  ('{"sub": "' || id('admin') || ' OR true --"}'), ('{"Sub": "' || id('admin') || '"}'),
  ('{"act": {"sub": "' || id('admin') || '"}}'), ('{"x": "\"sub\": \"' || id('admin') || '\""}'),
  ('{"sub": "' || id('admin') || '", "x": 1e999999}'), ('{"role": "admin", "account_role": "admin", "org": "' || id('employer1') || '"}');
SELECT is(pg_temp.attempt(claims, format('SELECT count(*) FROM %s', t)), '0', left(claims, 40) || ' on ' || t) FROM forged,
  unnest(ARRAY['platform.account', 'crew.assignment', 'crew."position"', 'assessment.profile', 'crew.vessel']) t;
SELECT is(pg_temp.attempt(claims, format('SELECT %s IS NULL', f)), '42501', left(claims, 40) || ' calls ' || f)
  FROM forged, unnest(ARRAY[$$crew.dashboard(id('vessel1'))$$, 'crew.retrain()', 'crew.rebuild_stale()', $$crew.apply('x')$$,
    $$crew.sociogram(id('vessel1'))$$, $$crew.report(id('member1'), 'candidate')$$]) f;

-- An account that is not active: nothing, by table or function.
UPDATE platform.account SET is_active = false WHERE id IN (id('member2'), id('candidate2'));
SELECT crew.invite(id('campaign2'), '1 day', false) AS invite2 \gset
SELECT is(pg_temp.tries('member2', format('SELECT count(*) FROM %s', c.oid::regclass)), '0', 'inactive: ' || c.oid::regclass)
  FROM pg_class c
  WHERE c.relnamespace IN ('platform'::regnamespace, 'assessment'::regnamespace, 'crew'::regnamespace) AND c.relkind = 'r'
    AND c.relrowsecurity AND has_table_privilege('harmony_user', c.oid, 'SELECT');
SELECT is(pg_temp.tries('member2',
  $$WITH x AS (INSERT INTO crew.pulse (person_id, vessel_id, score) VALUES (id('member2'), id('vessel1'), 1) RETURNING 1) SELECT count(*)
  FROM x$$), '42501', 'inactive: no pulse');
SELECT is(pg_temp.tries('candidate2', format('SELECT crew.apply(%L)', :'invite2')), '42501', 'inactive: no application');
SELECT is(pg_temp.tries('candidate2', $$SELECT crew.report(id('candidate2'), 'candidate')$$), '42501', 'inactive: no report');
UPDATE platform.account SET is_active = true;

-- Pulses and answers: in the past, in the future, twice, elsewhere, for others. Then candidacies, assignments, roles, campaigns, and around
-- the policies.
CREATE TEMP TABLE written (who text, query text, expected text);
INSERT INTO written VALUES
  ('member1', $$INSERT INTO crew.pulse (person_id, vessel_id, score) VALUES (id('member1'), id('vessel1'), 1)$$, '-'),
  ('member1', $$INSERT INTO crew.pulse (person_id, vessel_id, score, given_at)
    VALUES (id('member1'), id('vessel1'), 1, now() - interval '6 days')$$, '-'),
  ('member1', $$INSERT INTO crew.pulse (person_id, vessel_id, score, given_at)
    VALUES (id('member1'), id('vessel1'), 1, now() - interval '8 days')$$, '42501'),
  ('member1', $$INSERT INTO crew.pulse (person_id, vessel_id, score, given_at) SELECT id('member1'), id('vessel1'), 1,
    now() - d * interval '1 day' FROM generate_series(0, 29) d$$, '42501'),
  ('member1', $$INSERT INTO crew.pulse (person_id, vessel_id, score, given_at)
    VALUES (id('member1'), id('vessel1'), 1, now() + interval '1 day')$$, '22008'),
  ('member1', $$INSERT INTO crew.pulse (person_id, vessel_id, score, given_at) VALUES (id('member1'), id('vessel1'), 1, 'infinity')$$,
    '23514'),
  ('member1', $$INSERT INTO crew.pulse (person_id, vessel_id, score, given_at) VALUES (id('member1'), id('vessel1'), 1, '-infinity')$$,
    '42501'),
  ('member1', $$INSERT INTO crew.pulse (person_id, vessel_id, score) VALUES (id('member1'), id('vessel1'), 1),
    (id('member1'), id('vessel1'), 5)$$, '23505'),
  ('member1', $$INSERT INTO crew.pulse (person_id, vessel_id, score) VALUES (id('member1'), id('vessel2'), 1)$$, '23514'),
  ('member1', $$INSERT INTO crew.pulse (person_id, vessel_id, score) VALUES (id('member1'), NULL, 1)$$, '23502'),
  ('member1', $$INSERT INTO crew.pulse (person_id, vessel_id, score, day) VALUES (id('member1'), id('vessel1'), 1, DEFAULT)$$, '42501'),
  ('member1', $$INSERT INTO crew.pulse (person_id, vessel_id, score) VALUES (id('member2'), id('vessel1'), 1)$$, '42501'),
  ('member1', $$INSERT INTO crew.pulse (person_id, vessel_id, score) VALUES (id('member1'), id('vessel1'), 1)
    ON CONFLICT (person_id, day) DO UPDATE SET score = 5$$, '42501'),
  ('member1', $$MERGE INTO crew.pulse p USING (VALUES (1)) v (x) ON true WHEN MATCHED THEN UPDATE SET score = 1 WHEN NOT MATCHED
    THEN INSERT (person_id, vessel_id, score) VALUES (id('member1'), id('vessel1'), 1)$$, '42501'),
  ('member1', $$UPDATE crew.pulse SET score = 1$$, '42501'), ('member1', $$DELETE FROM crew.pulse$$, '42501'),
    ('member1', $$TRUNCATE crew.pulse$$, '42501'),
  ('stranger', $$INSERT INTO crew.pulse (person_id, vessel_id, score) VALUES (id('stranger'), id('vessel1'), 1)$$, '23514'),
  ('member1', $$INSERT INTO crew.survey_response (person_id, survey_id, workload) VALUES (id('member1'), id('survey1'), 1)$$, '-'),
  ('member1', $$INSERT INTO crew.survey_response (person_id, survey_id, workload, responded_at)
    VALUES (id('member1'), id('survey1'), 1, now())$$, '42501'),
  ('member1', $$INSERT INTO crew.survey_response (person_id, survey_id, workload) VALUES (id('member2'), id('survey1'), 1)$$, '42501'),
  ('member7', $$INSERT INTO crew.survey_response (person_id, survey_id, workload) VALUES (id('member7'), id('survey1'), 1)$$, '23514'),
  ('member1', $$INSERT INTO crew.survey_response (person_id, survey_id, workload) VALUES (id('member1'), id('survey1'), 1)
    ON CONFLICT (person_id, survey_id) DO UPDATE SET workload = 2$$, '42501'),
  ('member1', $$UPDATE crew.survey SET closes_at = now()$$, '42501'), ('client1', $$DELETE FROM crew.survey$$, '42501'),
  ('stranger', $$INSERT INTO crew.candidacy (person_id, campaign_id) VALUES (id('stranger'), id('campaign1'))$$, '42501'),
  ('client1', $$INSERT INTO crew.candidacy (person_id, campaign_id) VALUES (id('member7'), id('campaign1'))$$, '42501'),
  ('client1', $$UPDATE crew.candidacy SET status = 'joined'$$, '42501'),
  ('member1', $$INSERT INTO crew.assignment (person_id, vessel_id, position) VALUES (id('member1'), id('vessel2'), 'Captain')$$, '42501'),
  ('member1', $$INSERT INTO crew.assignment (person_id, vessel_name, position) VALUES (id('member1'), 'x', 'Captain')$$, '42501'),
  ('member1', $$INSERT INTO crew.assignment (person_id, vessel_name, position, status) VALUES (id('member1'), 'x', 'Captain', 'active')$$,
    '42501'),
  ('member1', $$INSERT INTO crew.assignment (person_id, vessel_name, position, status)
    VALUES (id('member2'), 'x', 'Captain', 'declared')$$, '42501'),
  ('member1', $$INSERT INTO crew.assignment (person_id, vessel_name, position, status)
    VALUES (id('member1'), 'x', 'Admiral', 'declared')$$, '22023'),
  ('member1', $$UPDATE crew.assignment SET "position" = 'Captain'$$, '42501'),
  ('member1', $$WITH x AS (DELETE FROM crew.assignment RETURNING 1) SELECT count(*) FROM x$$, '42501'),
  ('member1', $$INSERT INTO crew.declared_group VALUES (id('member2'), 'age', 'a')$$, '42501'),
  ('member1', $$INSERT INTO platform.account_role VALUES (id('member1'), 'admin')$$, '42501'),
    ('member1', $$UPDATE platform.account SET is_active = true$$, '42501'),
  ('member1', $$INSERT INTO platform.membership (account_id, organization_id) VALUES (id('member1'), id('employer1'))$$, '42501'),
  ('member1', $$UPDATE assessment.profile SET psychometric_snapshot = '{}'$$, '42501'),
    ('member1', $$DELETE FROM assessment.result$$, '42501'),
  ('member1', $$INSERT INTO assessment.submission (person_id, instrument_id, answers, submitted_at) SELECT id('member1'), id,
    '{4,2,2,4,4,2,2,4,4,2}', now() - interval '1 year' FROM assessment.instrument WHERE code = 'resilience-10'$$, '42501'),
  ('member1', $$INSERT INTO assessment.submission (person_id, instrument_id, answers) SELECT id('member2'), id, '{4,2,2,4,4,2,2,4,4,2}'
    FROM assessment.instrument WHERE code = 'resilience-10'$$, '42501'),
  ('member1', $$INSERT INTO assessment.submission (person_id, instrument_id, answers, response_ms) SELECT id('member1'), id,
    '{4,2,2,4,4,2,2,4,4,2}', array_fill(3000, '{10}') FROM assessment.instrument WHERE code = 'resilience-10'$$, '-'),
  ('member1', $$SELECT correct_option FROM assessment.item$$, '42501'),
    ('member1', $$SELECT correct FROM assessment.scoring_key$$, '42501'), ('client1', $$SELECT token_hash FROM platform.token$$, '42501'),
  ('client1', $$UPDATE crew.campaign SET status = 'archived' WHERE id = id('campaign1')$$, '23514'),
  ('client1', $$UPDATE crew.campaign SET status = 'draft' WHERE id = id('campaign1')$$, '23514'),
  ('client1', $$UPDATE crew.campaign SET vessel_id = id('vessel3') WHERE id = id('campaign1')$$, '23514'),
  ('client1', $$UPDATE crew.campaign SET vessel_id = id('vessel2') WHERE id = id('campaign3')$$, '22023'),
  ('client1', $$UPDATE crew.campaign SET organization_id = id('employer2')$$, '42501'),
    ('client1', $$UPDATE crew.campaign SET created_by = id('admin')$$, '42501'),
  ('client1', $$WITH x AS (UPDATE crew.campaign SET title = 'mine' WHERE id = id('campaign2') RETURNING 1) SELECT count(*) FROM x$$, '0'),
  ('client1', $$INSERT INTO crew.campaign (organization_id, vessel_id, position, title)
    VALUES (id('employer1'), id('vessel1'), 'Chef', 'x')$$, '-'),
  ('client1', $$INSERT INTO crew.campaign (organization_id, vessel_id, position, title, status)
    VALUES (id('employer1'), id('vessel1'), 'Chef', 'x', 'archived')$$, '23514'),
  ('client1', $$INSERT INTO crew.campaign (organization_id, vessel_id, position, title)
    VALUES (id('employer1'), id('vessel2'), 'Chef', 'x')$$, '22023'),
  ('client1', $$DELETE FROM crew.campaign$$, '42501'), ('client1', $$UPDATE crew.vessel SET toxicity_flag = false$$, '42501'),
  ('client1', $$INSERT INTO crew.model_version (version, model) VALUES ('x', '{"version": "x"}')$$, '42501'),
    ('client1', $$UPDATE crew.disclosure SET least_people = 1, least_responses = 1$$, '42501'),
  ('client1', $$SELECT crew.set_environment(id('vessel1'), '{"crew_count": 1}')$$, '22023'),
    ('client1', $$SELECT crew.set_environment(id('vessel1'), '[1]')$$, '22023'),
  ('client1', $$SELECT crew.set_environment(id('vessel1'), (SELECT jsonb_object_agg('k' || n, 1) FROM generate_series(1, 50000) n))$$,
    '22023'),
  ('member1', $$INSERT INTO crew.assignment (person_id, vessel_name, position, status)
    VALUES (id('member1'), repeat('x', 10000000), 'Chef', 'declared')$$, '23514'),
  ('member1', $$INSERT INTO crew.declared_group VALUES (id('member1'), 'age', repeat('x', 10000000))$$, '23514'),
    ('member1', $$INSERT INTO crew.declared_group VALUES (id('member1'), repeat('x', 10000000), 'x')$$, '23514'),
  ('client1', $$INSERT INTO crew.campaign (organization_id, vessel_id, position, title)
    VALUES (id('employer1'), id('vessel1'), 'Chef', repeat('x', 10000000))$$, '23514'),
  ('client1', $$SELECT crew.decide(id('campaign1'), id('candidate1'), 'rejected', repeat('x', 10000000))$$, '22023'),
  ('member1', $$INSERT INTO assessment.submission (person_id, instrument_id, answers) SELECT id('member1'), id,
    array_fill(3::smallint, '{10000000}') FROM assessment.instrument WHERE code = 'resilience-10'$$, '22023'),
  ('member1', $$INSERT INTO assessment.submission (person_id, instrument_id, answers, response_ms) SELECT id('member1'), id,
    '{4,2,2,4,4,2,2,4,4,2}', array_fill(1, '{10000000}') FROM assessment.instrument WHERE code = 'resilience-10'$$, '22023'),
  ('member1', $$INSERT INTO assessment.submission (person_id, instrument_id, answers) SELECT id('member1'), id, '{{4,2,2,4,4},{2,2,4,4,2}}'
    FROM assessment.instrument WHERE code = 'resilience-10'$$, '2202E'),
  ('client1', $$SELECT count(*) FROM crew.matching(id('campaign1'), 9223372036854775807)$$, '22003'),
    ('client1', $$SELECT count(*) FROM crew.matching(id('campaign1'), -1)$$, '22003'),
  ('client1', $$SELECT crew.sociogram(id('vessel1'), array_fill(id('candidate1'), '{100000}')) IS NOT NULL$$, '54000'),
  ('client1', $$SELECT crew.sociogram(id('vessel1'), ARRAY(SELECT gen_random_uuid() FROM generate_series(1, 201)))$$, '54000'),
  ('client1', $$SELECT crew.simulate(id('vessel1'), ARRAY(SELECT gen_random_uuid() FROM generate_series(1, 201)))$$, '54000'),
  ('client1', $$SELECT crew.shortlist(id('campaign1'), array_fill(id('candidate1'), '{10001}'))$$, '54000'),
  ('client1', $$SELECT crew.simulate(id('vessel1'), array_fill(NULL::uuid, '{10}'))$$, '22004'),
  ('admin', $$DELETE FROM platform.audit_event$$, '42501'), ('admin', $$UPDATE crew.hiring_event SET y_success = 1$$, '42501'),
  ('member1', $$SET LOCAL session_replication_role = replica$$, '42501'),
    ('member1', $$ALTER TABLE crew.pulse DISABLE TRIGGER ALL$$, '42501'),
    ('member1', $$ALTER TABLE crew.pulse DISABLE ROW LEVEL SECURITY$$, '42501'),
  ('member1', $$CREATE POLICY p ON crew.pulse USING (true)$$, '42501'),
  ('member1', $$LOCK TABLE crew.vessel IN ACCESS EXCLUSIVE MODE$$, '42501'),
    ('client1', $$LOCK TABLE crew.campaign IN SHARE MODE$$, '42501'), ('member1', $$LOCK TABLE crew.pulse IN EXCLUSIVE MODE$$, '42501'),
  ('client1', $$SELECT id FROM crew.vessel FOR UPDATE$$, '42501'), ('member1', $$SELECT person_id FROM assessment.profile FOR SHARE$$,
    '42501'),
  ('member1', $$CREATE TEMP TABLE t (account uuid); CREATE TRIGGER t BEFORE
    INSERT ON crew.pulse EXECUTE FUNCTION suppress_redundant_updates_trigger()$$, '42501'),
  ('member1', $$SELECT harmony.install('crew')$$, '42501'), ('member1', $$SELECT 1 FROM harmony.uninstall('crew', true)$$, '42501'),
    ('member1', $$INSERT INTO harmony.migration (module, file, version) VALUES ('public', 'x', 'x')$$, '42501'),
  ('member1', $$SELECT harmony_internal.module_requirements('../../../etc')$$, '22023'),
    ('member1', $$SELECT harmony_internal.module_requirements('')$$, '22023');
SELECT is(pg_temp.tries(who, query), expected, who || ': ' || left(query, 150)) FROM written;

-- Objects of one's own: triggers with the module's functions; operators, functions and tables that shadow.
SELECT is(pg_temp.tries('member1', $$CREATE TEMP TABLE t (vessel_id uuid); CREATE TRIGGER x AFTER
  INSERT ON t REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION crew.mark_assignment_stale()$$), '42501',
  'no trigger of the module on a table of one''s own');
SELECT is(pg_temp.tries('member1',
  $$CREATE TEMP TABLE t (x int); CREATE TRIGGER x AFTER TRUNCATE ON t EXECUTE FUNCTION assessment.submission_truncated()$$), '42501',
  'which would empty the results');
CREATE SCHEMA harmony_attack;
GRANT ALL ON SCHEMA harmony_attack TO harmony_user;
SELECT is(pg_temp.tries('member1', $q$
  CREATE FUNCTION harmony_attack.yes(uuid, uuid) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT true';
  CREATE OPERATOR harmony_attack.= (FUNCTION = harmony_attack.yes, LEFTARG = uuid, RIGHTARG = uuid);
  CREATE FUNCTION harmony_attack.now() RETURNS timestamptz LANGUAGE sql AS $$SELECT '2000-01-01'::timestamptz$$;
  CREATE FUNCTION pg_temp.is_admin() RETURNS boolean LANGUAGE sql AS 'SELECT true';
  CREATE TEMP TABLE account (id uuid, is_active boolean);
  CREATE TEMP VIEW pg_class AS SELECT 1;
  SET LOCAL search_path = pg_temp, harmony_attack, platform, crew, pg_catalog;
  DO $$BEGIN PERFORM crew.verify_snapshots(); END$$$q$), '42501', 'what shadows changes no check');
SELECT is(pg_temp.tries('member1', $q$
  CREATE TEMP TABLE new_rows (person_id uuid, vessel_id uuid, given_at timestamptz, day date);
  CREATE FUNCTION harmony_attack.clock_timestamp() RETURNS timestamptz LANGUAGE sql AS $$SELECT 'infinity'::timestamptz$$;
  SET LOCAL search_path = harmony_attack, pg_temp, pg_catalog;
  INSERT INTO crew.pulse (person_id, vessel_id, score) VALUES (public.id('member1'), public.id('vessel2'), 1)$q$), '23514',
    'nor blinds a trigger');
SELECT is(pg_temp.tries('member1',
  $q$CREATE FUNCTION harmony_attack.peek(text) RETURNS boolean LANGUAGE plpgsql COST 0.0001 AS $$BEGIN
    IF $1 NOT LIKE 'member1@%' THEN RAISE EXCEPTION 'seen %', $1 USING ERRCODE = 'HM002'; END IF; RETURN true; END$$;
  DO $$BEGIN PERFORM FROM platform.account WHERE harmony_attack.peek(email); END$$$q$), '-',
    'a cheap function sees no row before the policy');
SELECT is(pg_temp.tries('member1',
  $q$DO $$BEGIN PERFORM FROM platform.account WHERE 1 / (email LIKE 'member1@%')::integer = 1; END$$$q$), '-',
    'nor does an error tell of one');
SELECT is(pg_temp.tries('member1', $q$SET LOCAL row_security = off; DO $$BEGIN PERFORM FROM platform.account; END$$$q$), '42501',
  'row security is not switched off');
SELECT is(pg_temp.attempt('', $q$SELECT crew.retrain()$q$), '42501', 'no claims are not the owner''s');
SELECT is(pg_temp.tries('admin', $q$SET LOCAL request.jwt.claims = ''; DO $$BEGIN PERFORM crew.rebuild_stale(); END$$$q$), '42501',
  'nor are dropped ones');

-- Where somebody serves is told to nobody else.
SELECT is(pg_temp.words('client2', $$SELECT crew.leave(id('member1'), 'x')$$),
  replace(pg_temp.words('client2', $$SELECT crew.leave(id('stranger'), 'x')$$), id('stranger')::text, id('member1')::text),
  'leave: another''s crew is like anybody');
INSERT INTO crew.candidacy (person_id, campaign_id) VALUES (id('member1'), id('campaign2'));
SELECT is(pg_temp.words('client2', $$SELECT crew.leave(id('member1'), 'x')$$),
  format('person %s is not active crew of yours', id('member1')),
  'leave: of a candidate it is not told that, nor where, the person serves');
SELECT is(pg_temp.words('client2', $$SELECT crew.dashboard(id('vessel1'))$$),
  replace(pg_temp.words('client2', $$SELECT crew.dashboard(id('nothing'))$$), id('nothing')::text, id('vessel1')::text),
  'a vessel of another employer is like none');
SELECT is(pg_temp.words('client1', $$SELECT crew.impact(id('campaign1'), id('member7'))$$),
  replace(pg_temp.words('client1', $$SELECT crew.impact(id('campaign1'), id('nobody'))$$), id('nobody')::text, id('member7')::text),
  'a person elsewhere is like none');

-- Two looks at a survey: five answers, then a sixth, of which the difference would tell.
INSERT INTO crew.survey_response (person_id, survey_id, responded_at, leadership) SELECT id('member' || n), id('survey1'),
  now() - (10 - n) * interval '1 minute', 8 FROM generate_series(1, 5) n;
CREATE TEMP TABLE seen AS SELECT pg_temp.tries('client1', q) AS look, q
  FROM unnest(ARRAY[$$SELECT (r.n, r.mean, r.sd)::text FROM crew.survey_results(id('vessel1')) r$$,
  $$SELECT a::text FROM crew.agreement(id('employer1')) a$$]) q;
SELECT is(look, '-', 'five answers are shown when they have been published') FROM seen;
SELECT crew.publish_figures() IS NOT NULL AS published \gset
UPDATE seen SET look = pg_temp.tries('client1', q);
SELECT isnt(look, '-', 'five answers are shown') FROM seen;
INSERT INTO crew.survey_response (person_id, survey_id, leadership) VALUES (id('member6'), id('survey1'), 1);
SELECT is(pg_temp.tries('client1', q), look, 'a sixth changes nothing: ' || q) FROM seen;
-- The owner's own work has all six: 5 times 700/9 and 0, 64.8148 on average.
SELECT results_eq($$SELECT n, round(mean::numeric, 4) FROM crew.survey_results(id('vessel1'))$$, $$VALUES (6::bigint, 64.8148)$$,
  'the owner counts it');
-- One answer to another survey is in no figure, of any kind.
INSERT INTO crew.survey_response (person_id, survey_id, leadership) VALUES (id('member6'), id('survey2'), 3);
SELECT is(pg_temp.tries('client1', q), look, 'nor does one elsewhere: ' || q) FROM seen;

-- Toxicity: an employer does not judge, nor choose when. Groups: attacks_groups.sql.
SELECT is(pg_temp.tries('client1', $$SELECT crew.judge_toxicity(id('employer1'))$$), '0', 'what was published, which is nothing');
SELECT is(pg_temp.tries('client1', $$SELECT crew.publish_figures()$$), '42501', 'nobody else publishes');
SELECT is(pg_temp.tries('client1', $$SELECT group_name FROM crew.declared_group$$), '-', 'no group');
UPDATE crew.campaign SET status = 'closed' WHERE id = id('campaign1');
UPDATE crew.campaign SET status = 'archived' WHERE id = id('campaign1');
SELECT is(pg_temp.tries('client1', $$SELECT crew.shortlist(id('campaign1'), ARRAY[id('candidate2')])$$), '55000',
  'in an archived campaign nobody is put on the shortlist any more');
SELECT is(pg_temp.tries('client1', $$SELECT crew.decide(id('campaign1'), id('candidate2'), 'hired', 'x')$$), '55000', 'or hired');

-- The sociogram has colours, no scores of stability.
SELECT is(pg_temp.tries('client1',
  $$SELECT bool_or(n ? 'emotional_stability') FROM jsonb_array_elements(crew.sociogram(id('vessel1')) -> 'nodes') n$$), 'false',
  'no score of stability in the sociogram');

-- Tokens: nowhere in clear; spent, rotated, expired and foreign ones are all alike.
SELECT crew.invite(id('campaign2')) AS once \gset
SELECT crew.boarding_pass(id('vessel2'), 'Chef') AS old_pass \gset
SELECT crew.boarding_pass(id('vessel2'), 'Chef') AS new_pass \gset
SELECT crew.invite(id('campaign2')) AS late \gset
-- after the transaction began: now() would let it pass
UPDATE platform.token SET expires_at = statement_timestamp() WHERE token_hash = platform.token_hash(:'late');
SELECT crew.apply(:'once', id('candidate1')) IS NOT NULL AS applied \gset
SELECT is(pg_temp.words('stranger', format('SELECT crew.%s(%L)', f, t)), 'the token is not valid', f)
  FROM (VALUES ('apply', :'once'), ('apply', :'late'), ('board', :'old_pass'), ('apply', :'new_pass'), ('board', :'once'),
    ('resolve', :'old_pass'), ('resolve', ''), ('resolve', repeat('x', 1000000))) a (f, t);
SELECT is_empty(format($$SELECT FROM platform.token t WHERE t::text LIKE ANY (%1$L) UNION ALL SELECT FROM platform.outbox o
  WHERE o::text LIKE ANY (%1$L) UNION ALL SELECT FROM platform.audit_event e WHERE e::text LIKE ANY (%1$L)$$,
  ARRAY['%' || :'once' || '%', '%' || :'new_pass' || '%', '%' || :'late' || '%']), 'no token in clear in any table');
SELECT is((SELECT count(DISTINCT platform.new_token()) FROM generate_series(1, 1000)), 1000::bigint, 'tokens differ');
SELECT is(pg_temp.tries('client1', $$SELECT count(*) FROM crew.token WHERE vessel_id = id('vessel2')$$), '0',
  'tokens of another employer are not listed');

-- A squatted schema: whoever owns it, or a table in it, would have triggers run with the rights of who installs.
CREATE ROLE harmony_test_squatter;
ALTER SCHEMA platform OWNER TO harmony_test_squatter;
SELECT throws_like($$SELECT harmony.install('crew')$$, 'schema % belongs to another role',
  'a schema of somebody else is not installed into');
ALTER SCHEMA platform OWNER TO CURRENT_USER;
CREATE TABLE platform.later (name text);
ALTER TABLE platform.later OWNER TO harmony_test_squatter;
SELECT throws_ok($$SELECT harmony.install('platform')$$, '42501', NULL, 'nor around a table of somebody else');
SELECT throws_ok(format('SELECT harmony.install(%L)', m), '22023', NULL, 'no module: ' || m)
  FROM unnest(ARRAY['', '.', '..', '../crew', 'crew/', '/etc', 'CREW', 'crew; DROP SCHEMA platform', 'crew/0001_tables.sql']) m;
SELECT * FROM finish();
ROLLBACK;
