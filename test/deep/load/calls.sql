-- What load.c measures. A line a call: which routine or table, who calls, and the call at its largest input, on the data of
-- data.sql. {…} stands for id('…'). Table load_call. Then what a request may do that has no line: view uncovered.
CREATE TABLE load_call (routine text, who text, statement text);
CREATE TABLE load_persons AS SELECT n, (SELECT array_agg(id('many' || 1 + (g - 1) % 10000)) FROM generate_series(1, n) g) AS ids
  FROM unnest('{25,50,200,201,10000,100000}'::integer[]) n;
GRANT SELECT ON load_persons TO harmony_user;
CREATE FUNCTION load_tokens() RETURNS TABLE (invitation text, pass text) LANGUAGE sql
  AS $$ SELECT crew.invite(id('campaign1')), crew.boarding_pass(id('ship1'), 'Deckhand') $$;
SELECT invitation, pass FROM load_tokens() \gset
INSERT INTO load_call VALUES
  ('platform.register', 'client1', $$SELECT platform.register(repeat('x', 1000000), repeat('x', 1000000),
    organization => repeat('x', 1000000))$$),
  ('platform.login', 'client1', $$SELECT platform.login(repeat('x', 1000000), repeat('x', 1000000))$$),
  ('platform.refresh', 'client1', $$SELECT platform.refresh(repeat('x', 1000000))$$),
  ('platform.logout', 'client1', $$SELECT platform.logout(repeat('x', 1000000))$$),
  ('platform.request_password_reset', 'client1', $$SELECT platform.request_password_reset(repeat('x', 1000000))$$),
  ('platform.reset_password', 'client1', $$SELECT platform.reset_password(repeat('x', 1000000), repeat('x', 1000000))$$),
  ('platform.verify_email', 'client1', $$SELECT platform.verify_email(repeat('x', 1000000))$$),
  ('platform.change_password', 'client1', $$SELECT platform.change_password(repeat('x', 4096), repeat('x', 128))$$),
  ('platform.request_email_verification', 'client1', $$SELECT platform.request_email_verification()$$),
  ('platform.revoke_session', 'client1', $$SELECT platform.revoke_session({client1})$$),
  ('platform.event_token', 'client1', $$SELECT platform.event_token()$$),
  ('platform.may_listen', 'client1', $$SELECT platform.may_listen(repeat('x', 1000000))$$),
  ('platform.pre_request', 'client1', $$SELECT platform.pre_request()$$),
  ('platform.raise_conflict', 'client1', $$SELECT platform.raise_conflict(repeat('x', 1000000), '', '')$$),
  ('platform.current_session', 'client1', $$SELECT platform.current_session()$$),
  ('platform.earlier_answer', 'client1', $$SELECT platform.earlier_answer('decide', to_jsonb(repeat('x', 1000000)))$$),
  ('platform.keep_answer', 'client1', $$SELECT platform.keep_answer('decide', '{}', to_jsonb(repeat('x', 1000000)))$$),
  ('platform.is_unchanged', 'client1', $$SELECT platform.is_unchanged(repeat('x', 1000000))$$),
  ('platform.create_account', 'client1', $$SELECT platform.create_account(repeat('x', 1000000), '')$$),
  ('platform.set_roles', 'client1', $$SELECT platform.set_roles({client1}, '{}')$$),
  ('platform.set_active', 'client1', $$SELECT platform.set_active({client1}, false)$$),
  ('platform.create_organization', 'client1', $$SELECT platform.create_organization(repeat('x', 1000000))$$),
  ('platform.members', 'client1', $$SELECT count(*) FROM platform.members({employer1})$$),
  ('platform.set_member', 'client1', $$SELECT platform.set_member({employer1}, repeat('x', 1000000), 'client')$$),
  ('platform.remove_member', 'client1', $$SELECT platform.remove_member({employer1}, {crew1})$$),
  ('platform.export_my_data', 'crew1', $$SELECT platform.export_my_data()$$),
  ('platform.erase_me', 'client1', $$SELECT platform.erase_me(repeat('x', 1000000))$$),
  ('platform.cancel_erasure', 'client1', $$SELECT platform.cancel_erasure()$$),
  ('platform.begin_upload', 'crew1', $$SELECT platform.begin_upload(repeat('x', 1000000), 'cv', 'a.pdf', 'application/pdf', 10)$$),
  ('platform.begun_upload', 'crew1', $$SELECT platform.begun_upload(jsonb_build_object('document', {crew1}))$$),
  ('platform.upload_part', 'crew1', $$SELECT platform.upload_part(convert_to(repeat('x', 1000000), 'UTF8'))$$),
  ('platform.upload_parts', 'crew1', $$SELECT platform.upload_parts({crew1}, ARRAY(SELECT generate_series(1, 1000000)))$$),
  ('platform.complete_upload', 'crew1', $$SELECT platform.complete_upload({crew1}, to_jsonb(repeat('x', 1000000)))$$),
  ('platform.abort_upload', 'crew1', $$SELECT platform.abort_upload({crew1})$$),
  ('platform.document_url', 'crew1', $$SELECT platform.document_url({crew1})$$),
  ('platform.document_data', 'crew1', $$SELECT platform.document_data({crew1})$$),
  ('platform.delete_document', 'crew1', $$SELECT platform.delete_document({crew1})$$),
  ('platform.verify_document', 'client1', $$SELECT platform.verify_document({crew1}, true, repeat('x', 1000000))$$),
  ('platform.hold_document', 'client1', $$SELECT platform.hold_document({crew1}, true, repeat('x', 1000000))$$),
  ('platform.document', 'crew1', $$UPDATE platform.document SET title = repeat('x', 1000000)$$),
  ('platform.account', 'client1', $$UPDATE platform.account SET location = repeat('x', 1000000)$$),
  ('crew.activate_model', 'client1', $$SELECT crew.activate_model(repeat('x', 1000000))$$),
  ('crew.agreement', 'client1', $$SELECT count(*) FROM crew.agreement({employer1}, 'post_season')$$),
  ('crew.answer_review', 'client1', $$SELECT crew.answer_review({campaign1}, {many1}, repeat('x', 1000000))$$),
  ('crew.apply', 'stranger', format('SELECT crew.apply(%L)', :'invitation')),
  ('crew.apply', 'stranger', $$SELECT crew.apply(repeat('x', 10000000))$$),
  ('crew.board', 'stranger', format('SELECT crew.board(%L)', :'pass')),
  ('crew.board', 'stranger', $$SELECT crew.board(repeat('x', 10000000))$$),
  ('crew.boarding_pass', 'client1', $$SELECT crew.boarding_pass({ship1}, repeat('x', 1000000))$$),
  ('crew.boarding_pass', 'client1', $$SELECT crew.boarding_pass({ship1}, 'Deckhand')$$),
  ('crew.current_campaigns', 'client1', $$SELECT crew.current_campaigns()$$),
  ('crew.current_vessels', 'client1', $$SELECT crew.current_vessels()$$),
  ('crew.dashboard', 'client1', $$SELECT crew.dashboard({ship1})$$),
  ('crew.decide', 'client1', $$SELECT crew.decide({campaign1}, {many1}, 'rejected', repeat('x', 1000000))$$),
  ('crew.decide', 'client1', $$SELECT crew.decide({campaign1}, {many1}, 'rejected', 'a reason')$$),
  ('crew.decisions', 'client1', $$SELECT count(*) FROM crew.decisions({campaign1})$$),
  ('crew.fairness', 'client1', $$SELECT count(*) FROM crew.fairness({campaign1})$$),
  ('crew.fleet', 'client1', $$SELECT crew.fleet({employer1})$$),
  ('crew.fleet_version', 'client1', $$SELECT crew.fleet_version({employer1})$$),
  ('crew.dashboard_version', 'client1', $$SELECT crew.dashboard_version({ship1})$$),
  ('crew.impact', 'client1', $$SELECT crew.impact({campaign1}, {many1})$$),
  ('crew.invite', 'client1', $$SELECT crew.invite({campaign1})$$),
  ('crew.judge_toxicity', 'client1', $$SELECT crew.judge_toxicity({employer1})$$),
  ('crew.leave', 'crew1', $$SELECT crew.leave({crew1}, repeat('x', 1000000))$$),
  ('crew.leave', 'crew1', $$SELECT crew.leave({crew1}, 'a reason')$$),
  ('crew.lift_barrier', 'client1', $$SELECT crew.lift_barrier({campaign1}, {candidate8}, repeat('x', 1000000))$$),
  ('crew.matching', 'client1', $$SELECT count(*) FROM crew.matching({campaign1})$$),
  ('crew.matching', 'client1', $$SELECT count(*) FROM crew.matching({campaign1}, 9223372036854775807)$$),
  ('crew.open_survey', 'client1', $$SELECT crew.open_survey({ship1}, 'monthly_pulse')$$),
  ('crew.rebuild_snapshots', 'client1', $$SELECT crew.rebuild_snapshots()$$),
  ('crew.rebuild_stale', 'client1', $$SELECT crew.rebuild_stale(2147483647)$$),
  ('crew.report', 'many1', $$SELECT crew.report({many1}, 'candidate')$$),
  ('crew.report', 'client1', $$SELECT crew.report({many1}, 'recruiter', {campaign1})$$),
  ('crew.request_review', 'many1', $$SELECT crew.request_review({campaign1}, repeat('x', 1000000))$$),
  ('crew.resolve', 'stranger', format('SELECT crew.resolve(%L)', :'invitation')),
  ('crew.resolve', 'stranger', $$SELECT crew.resolve(repeat('x', 10000000))$$),
  ('crew.restore_barrier', 'client1', $$SELECT crew.restore_barrier({campaign1}, {candidate8}, repeat('x', 1000000))$$),
  ('crew.fleet_page', 'client1', $$SELECT crew.fleet_page('fleet', jsonb_build_object('organization', {employer1}), 'en')$$),
  ('crew.person_page', 'client1',
   $$SELECT crew.person_page('recruiter', jsonb_build_object('person', {many1}, 'campaign', {campaign1}), 'en')$$),
  ('crew.vessel_page', 'client1', $$SELECT crew.vessel_page('vessel', jsonb_build_object('vessel', {ship1}), 'en')$$),
  ('platform.make_report', 'client1', $$SELECT platform.make_report('vessel', jsonb_build_object('vessel', {ship1}))$$),
  ('platform.make_report', 'client1', $$SELECT platform.make_report(repeat('x', 1000000), '{}')$$),
  ('platform.queue_report', 'client1',
   $$SELECT platform.queue_report('vessel', 'pdf', 'en', 'x', xmlelement(name p, repeat('x', 10000000)), NULL, NULL)$$),
  ('platform.report_routine', 'client1', $$SELECT platform.report_routine('vessel', '{}', 'pdf', 'en')$$),
  ('platform.cancel_job', 'client1', $$SELECT platform.cancel_job(1)$$),
  ('platform.retry_job', 'client1', $$SELECT platform.retry_job(1)$$),
  ('platform.run_now', 'client1', $$SELECT platform.run_now(repeat('x', 1000000))$$),
  ('platform.schedule', 'client1', $$UPDATE platform.schedule SET is_active = is_active$$),
  ('crew.queue_retraining', 'client1', $$SELECT crew.queue_retraining()$$),
  ('crew.queue_rebuild', 'client1', $$SELECT crew.queue_rebuild()$$),
  ('platform.health', 'client1', $$SELECT platform.health()$$), ('platform.metrics', 'client1', $$SELECT platform.metrics()$$),
  ('crew.retrain', 'client1', $$SELECT crew.retrain()$$),
  ('crew.reviews', 'client1', $$SELECT count(*) FROM crew.reviews({campaign1})$$),
  ('crew.revoke_tokens', 'client1', $$SELECT crew.revoke_tokens({campaign1})$$),
  ('crew.sensitivity', 'client1', $$SELECT crew.sensitivity({campaign1}, 9223372036854775807)$$),
  ('crew.served_vessels', 'crew1', $$SELECT crew.served_vessels()$$),
  ('crew.set_environment', 'client1', $$SELECT crew.set_environment({ship1}, (SELECT jsonb_object_agg('k' || g, g)
    FROM generate_series(1, 100000) g))$$),
  ('crew.set_environment', 'client1', $$SELECT crew.set_environment({ship1}, '{"salary_index": 0.4}')$$),
  ('crew.shortlist', 'client1', $$SELECT crew.shortlist({campaign1}, (SELECT ids FROM load_persons WHERE n = 10000))$$),
  ('crew.shortlist', 'client1', $$SELECT crew.shortlist({campaign1}, (SELECT ids FROM load_persons WHERE n = 100000))$$),
  ('crew.simulate', 'client1', $$SELECT crew.simulate({ship1}, (SELECT ids FROM load_persons WHERE n = 50))$$),
  ('crew.simulate', 'client1', $$SELECT crew.simulate({ship1}, (SELECT ids FROM load_persons WHERE n = 10000))$$),
  ('crew.simulate', 'client1', $$SELECT crew.simulate({ship1}, (SELECT ids FROM load_persons WHERE n = 100000))$$),
  ('crew.sociogram', 'client1', $$SELECT crew.sociogram({ship1}, (SELECT ids FROM load_persons WHERE n = 200))$$),
  ('crew.sociogram', 'client1', $$SELECT crew.sociogram({ship1}, (SELECT ids FROM load_persons WHERE n = 10000))$$),
  ('crew.sociogram', 'client1', $$SELECT crew.sociogram({ship1}, (SELECT ids FROM load_persons WHERE n = 100000))$$),
  ('crew.survey_results', 'client1', $$SELECT count(*) FROM crew.survey_results({ship1})$$),
  ('crew.verify_snapshots', 'client1', $$SELECT count(*) FROM crew.verify_snapshots()$$),
  ('platform.active_account', 'client1', 'SELECT platform.active_account()'),
  ('platform.current_account', 'client1', 'SELECT platform.current_account()'),
  ('platform.current_organizations', 'client1', 'SELECT platform.current_organizations()'),
  ('platform.joined_organizations', 'client1', 'SELECT platform.joined_organizations()'),
  ('platform.has_role', 'client1', $$SELECT platform.has_role(repeat('x', 10000000))$$),
  ('platform.is_admin', 'client1', 'SELECT platform.is_admin()'),
  ('platform.is_privileged', 'client1', 'SELECT platform.is_privileged()'),
  ('platform.today', 'client1', 'SELECT platform.today()'),
  ('platform.claims', 'client1', 'SELECT platform.claims()'),
  ('platform.is_analyst', 'client1', 'SELECT platform.is_analyst()'),
  ('platform.has_extension', 'client1', 'SELECT platform.has_extension()'),
  ('assessment.is_taking_test', 'client1', 'SELECT assessment.is_taking_test()'),
  ('platform.is_json_object', 'client1', $$SELECT platform.is_json_object('{"a":' || repeat('[', 5000) || repeat(']', 5000) || '}')$$),
  ('platform.is_json_object', 'client1', $$SELECT platform.is_json_object(repeat('x', 1000000))$$),
  ('platform.verify_account', 'client1', $$SELECT platform.verify_account({many1}, true)$$),
  ('assessment.grant_attempt', 'client1', $$SELECT assessment.grant_attempt({many1}, 1)$$),
  ('assessment.begin_test', 'many1', $$SELECT assessment.begin_test(id) FROM assessment.instrument WHERE code = 'reasoning-18'$$),
  ('assessment.next_item', 'many1', $$SELECT assessment.next_item({many1}, 1::smallint, 2147483647)$$),
  ('crew.publish_figures', 'client1', 'SELECT crew.publish_figures()'),
  ('crew.accept_offer', 'many1', $$SELECT crew.accept_offer({campaign1})$$),
  ('crew.withdraw', 'many1', $$SELECT crew.withdraw({campaign1})$$),
  ('crew.candidates', 'client1', $$SELECT count(*) FROM crew.candidates({campaign1})$$),
  ('crew.roster', 'client1', $$SELECT count(*) FROM crew.roster({ship1})$$),
  ('crew.applications', 'many1', $$SELECT count(*) FROM crew.applications()$$),
  ('crew.close_survey', 'client1', $$SELECT crew.close_survey({survey1post_season})$$),
  ('crew.add_vessel', 'client1', $$SELECT crew.add_vessel({employer1}, repeat('x', 1000000))$$),
  ('crew.add_vessel', 'client1', $$SELECT crew.add_vessel({employer1}, 'New')$$),
  ('crew.set_leader', 'client1', $$SELECT crew.set_leader({ship1}, {crew2})$$),
  ('crew.change_vessel', 'client1', $$SELECT crew.change_vessel({ship1}, repeat('x', 1000000), NULL, true)$$),
  ('crew.change_vessel', 'client1', $$SELECT crew.change_vessel({ship1}, 'x', (SELECT jsonb_object_agg('k' || g, g)
    FROM generate_series(1, 100000) g), true)$$),
  ('crew.aboard_until', 'client1', 'SELECT count(crew.aboard_until(a.ended_on, a.ended_at)) FROM crew.assignment a'),
  ('crew.vessel_names', 'client1', 'SELECT count(*) FROM crew.vessel_names()'),
  ('platform.raise_conflict', 'client1', $$SELECT platform.raise_conflict(repeat('x', 1000000), '', '')$$),
  ('crew.give_pulse', 'crew1', 'SELECT crew.give_pulse(3)'),
  ('crew.remove_experience', 'crew1', 'SELECT crew.remove_experience(1)'),
  ('crew.remove_group', 'crew1', $$SELECT crew.remove_group(repeat('x', 1000000))$$),
  -- tables that a request may write
  ('assessment.submission', 'many1', $$INSERT INTO assessment.submission (person_id, instrument_id, answers) SELECT {many1}, id,
    array_fill(3::smallint, '{50}')
    FROM assessment.instrument WHERE code = 'ipip-ffm-50'$$),
  ('assessment.submission', 'many1', $$INSERT INTO assessment.submission (person_id, instrument_id, answers) SELECT {many1}, id,
    array_fill(3::smallint, '{1000000}')
    FROM assessment.instrument WHERE code = 'ipip-ffm-50'$$),
  ('assessment.submission', 'many1', $$INSERT INTO assessment.submission (person_id, instrument_id, answers) SELECT {many1}, i.id,
    array_fill(3::smallint, '{50}')
    FROM assessment.instrument i, generate_series(1, 1000) WHERE code = 'ipip-ffm-50'$$),
  ('crew.pulse', 'crew1', $$INSERT INTO crew.pulse (person_id, vessel_id, given_at, score) VALUES ({crew1}, {ship1}, now(), 3)$$),
  ('crew.survey_response', 'crew1', $$INSERT INTO crew.survey_response (person_id, survey_id, team_cohesion, workload, leadership,
    own_performance, intent_to_stay)
    SELECT {crew1}, s.id, 1, 1, 1, 1, 1 FROM crew.survey s ON CONFLICT DO NOTHING$$),
  ('crew.assignment', 'many1', $$INSERT INTO crew.assignment (person_id, vessel_name, position, status, started_on, ended_on)
    SELECT {many1}, repeat('x', 10000), 'Deckhand', 'declared', date '2000-01-01' + 2 * g, date '2000-01-02' + 2 * g
    FROM generate_series(1, 1000) g$$),
  ('crew.assignment', 'many1', $$DELETE FROM crew.assignment$$),
  ('crew.declared_group', 'many1', $$INSERT INTO crew.declared_group (person_id, attribute, group_name) SELECT {many1}, 'a' || g,
    'b' FROM generate_series(1, 1000) g$$),
  ('crew.declared_group', 'many1', $$DELETE FROM crew.declared_group$$),
  ('crew.declared_group', 'many1', $$UPDATE crew.declared_group SET group_name = repeat('x', 1000000)$$),
  ('crew.campaign', 'client1', $$INSERT INTO crew.campaign (organization_id, vessel_id, position, title, status)
    SELECT {employer1}, {ship1}, 'Bosun', repeat('x', 10000), 'draft' FROM generate_series(1, 1000)$$),
  ('crew.campaign', 'client1', $$UPDATE crew.campaign SET title = repeat('x', 1000000)$$);
-- Reading: every table that a request may read, whole, as each of the three.
INSERT INTO load_call
  SELECT c.oid::regclass::text, who, format('SELECT count(*) FROM (SELECT %s FROM %s OFFSET 0) t', string_agg(quote_ident(a.attname),
    ', '), c.oid::regclass)
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped, unnest('{client1,crew1}'::text[]) who
  WHERE c.relnamespace IN ('platform'::regnamespace, 'assessment'::regnamespace, 'crew'::regnamespace, 'api'::regnamespace)
    AND c.relkind IN ('r', 'p', 'v') AND has_column_privilege('harmony_user', c.oid, a.attnum, 'SELECT')
  GROUP BY c.oid, who;
-- The extension's own functions: each argument in turn large, by its type. Routines of good_calls.sql, which has every one.
\ir ../../lib/good_calls.sql
\ir ../../lib/calls.sql
CREATE TABLE load_big AS SELECT array_agg(g::float8) AS f, array_agg((1 + g % 5)::int2) AS s, array_agg('t' || g % 7) AS t,
  array_agg(g) AS i, array_agg(g::int8) AS l, (SELECT jsonb_object_agg('k' || k, k) FROM generate_series(1, 100000) k) AS j
  FROM generate_series(1, 100000) g;
GRANT SELECT ON load_big TO harmony_user;
INSERT INTO load_call
  SELECT r.name, '-', translate(pg_temp.statement(r, r.good[:k - 1] || b.value || r.good[k + 1:]), E'\n', E'\r')
  FROM routine r CROSS JOIN generate_subscripts(r.types, 1) k
  JOIN (VALUES ('float8[]', '(SELECT f FROM load_big)'), ('smallint[]', '(SELECT s FROM load_big)'), ('text[]', '(SELECT t
    FROM load_big)'),
    ('integer[]', '(SELECT i FROM load_big)'), ('bigint[]', '(SELECT l FROM load_big)'), ('jsonb', '(SELECT j FROM load_big)'),
    ('text', $$repeat('x', 1000000)$$)) b (type, value) ON b.type = r.types[k]
  WHERE NOT r.is_support AND NOT r.is_aggregate AND has_function_privilege('harmony_user', r.oid, 'EXECUTE');
-- Aggregates over many rows; the size of the result, since the text of a large one costs more than itself.
INSERT INTO load_call
  SELECT r.name, '-', translate(regexp_replace(replace(pg_temp.statement(r, r.good), 'generate_series(1, 6) i',
      'generate_series(1, 10000) i'), '^SELECT (.*)::text FROM generate_series', 'SELECT pg_column_size(\1) FROM generate_series'),
    E'\n', E'\r')
  FROM routine r WHERE r.is_aggregate AND has_function_privilege('harmony_user', r.oid, 'EXECUTE');
UPDATE load_call SET statement = regexp_replace(regexp_replace(statement, '\{([a-z]+\d+[a-z_]*)\}', 'id(''\1'')', 'g'), '\s+', ' ', 'g')
    WHERE who <> '-';
GRANT USAGE ON SCHEMA public TO harmony_user;
CREATE VIEW uncovered AS
  SELECT p.oid::regprocedure::text AS what FROM pg_proc p
  WHERE has_schema_privilege('harmony_user', p.pronamespace, 'USAGE') AND p.pronamespace IN ('platform'::regnamespace,
    'assessment'::regnamespace,
      'crew'::regnamespace)
    AND has_function_privilege('harmony_user', p.oid, 'EXECUTE')
    AND NOT EXISTS (SELECT FROM load_call l WHERE l.routine = p.pronamespace::regnamespace || '.' || p.proname)
  UNION ALL
  SELECT c.oid::regclass || ': ' || w.privilege FROM pg_class c, unnest('{INSERT,UPDATE,DELETE}'::text[],
    '{^INSERT,^UPDATE,^DELETE}'::text[])
    w (privilege, start)
  WHERE c.relnamespace IN ('platform'::regnamespace, 'assessment'::regnamespace, 'crew'::regnamespace) AND c.relkind IN ('r', 'p', 'v')
    AND (CASE WHEN w.privilege = 'DELETE' THEN has_table_privilege('harmony_user', c.oid, w.privilege)
      ELSE has_any_column_privilege('harmony_user', c.oid, w.privilege) END)
    AND NOT EXISTS (SELECT FROM load_call l WHERE l.routine = c.oid::regclass::text AND l.statement ~ w.start);
