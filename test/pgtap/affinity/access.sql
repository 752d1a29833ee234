-- Who sees what: an account its own, a researcher pseudonyms, an administrator nothing of faces, genes and pairs; what is not one's own and
-- what does not exist answer alike.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
\ir ../../lib/secrets.sql
\ir ../../lib/affinity.sql
SELECT platform.grant_application() \g /dev/null
SELECT night(1) \g /dev/null
SELECT become('p1');
SELECT affinity.want_to_meet(id('p2'), 'yes'), affinity.block(id('p12')),
  affinity.set_filters('{"born_on": "1990-02-03", "gender": "woman"}'),
  affinity.declare_group('origin', 'a'), affinity.match_top(5) \g /dev/null
SELECT become(NULL);

-- as_user(who, query): what a request is given as text, or the SQLSTATE. Nothing of it stays.
CREATE FUNCTION pg_temp.as_user(who text, query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE answer text;
BEGIN
  BEGIN
    PERFORM become(who);
    SET LOCAL ROLE harmony_user;
    EXECUTE format('SELECT string_agg(q::text, '' '') FROM (%s) q', query) INTO answer;
    RAISE EXCEPTION USING ERRCODE = 'HM001', MESSAGE = coalesce(answer, '-');
  EXCEPTION WHEN SQLSTATE 'HM001' THEN RETURN SQLERRM; WHEN OTHERS THEN RETURN SQLSTATE;
  END;
END $$;
GRANT USAGE ON SCHEMA public TO harmony_user;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO harmony_user;
CREATE TEMP TABLE relation AS
  SELECT c.oid::regclass::text AS name, c.relname FROM pg_class c WHERE c.relnamespace = 'affinity'::regnamespace AND c.relkind IN ('r',
  'v')
  UNION ALL SELECT 'api.' || substr(r.object, 5), substr(r.object, 5) FROM affinity.api_rights() r WHERE r.privilege = 'SELECT';

-- Tables that nobody reads, whatever role.
SELECT set_eq($$SELECT name FROM relation WHERE name LIKE 'affinity.%' AND pg_temp.as_user('p1', 'SELECT * FROM ' || name) = '42501'$$,
  $$SELECT 'affinity.' || t FROM unnest('{photo,embedding,
    embedding_model,rating,taste,calibration_photo,trait_score,hla_typing,typing_turn,turn,pair,
    top_list,exposure,day,validation,publication,run,answer,
    consent,phase_completion,filter,block,declared_group}'::text[]) t$$,
  'no right to tables with rows of people: a plan tells how many of them a condition removes');
SELECT is_empty($$SELECT name, who FROM relation, unnest('{admin,researcher}'::text[]) who WHERE name LIKE 'affinity.%'
  AND pg_temp.as_user('p1', 'SELECT * FROM ' || name) = '42501' AND pg_temp.as_user(who, 'SELECT * FROM ' || name) <> '42501'$$,
  'no role has more');
SELECT is_empty($$SELECT p.oid::regprocedure FROM pg_proc p WHERE p.proname IN ('hla_seal', 'hla_reseal', 'hla_sealed_dissimilarity',
  'hla_unseal',
    'hla_sealed_key') AND p.pronamespace IN ('harmony'::regnamespace, 'harmony_internal'::regnamespace)
  AND EXISTS (SELECT FROM unnest('{harmony_user,harmony_anon,harmony_analyst,harmony_worker}'::text[]) r
              WHERE has_function_privilege(r, p.oid, 'EXECUTE'))$$, 'nobody seals and compares by hand');
-- What tables and views show names nobody else.
CREATE FUNCTION pg_temp.names(answer text) RETURNS text LANGUAGE sql AS $$
  SELECT string_agg(n, ' ' ORDER BY n) FROM unnest('{stranger,admin,researcher,p1,p2,p3,p4,p5,p6,p7,p8,p9,p10,p11,p12}'::text[]) n
  WHERE answer ~ id(n)::text $$;
SELECT is(pg_temp.names(string_agg(pg_temp.as_user('p3', 'SELECT * FROM ' || name), ' ')), NULL, 'tables show nobody to p3')
  FROM relation WHERE name LIKE 'affinity.%';
SELECT is(pg_temp.names(string_agg(pg_temp.as_user(who, 'SELECT * FROM ' || name), ' ')), NULL, who || ' is shown nobody')
  FROM relation, unnest('{stranger,admin,researcher}'::text[]) who GROUP BY who;
SELECT is(pg_temp.names(pg_temp.as_user(who, $$SELECT d -> 'affinity.answer', d -> 'affinity.block'
  FROM platform.export_my_data() d$$)), names, 'of answers and blocks ' || who || ' is told the own')
  FROM (VALUES ('p3', NULL), ('p1', 'p1 p12 p2'), ('p12', NULL), ('admin', NULL)) v (who, names);
SELECT is(pg_temp.as_user('p1', 'SELECT kind, withdrawn_at FROM api.consents'), '(visual,) (personality,) (genetic,) (research,)',
  'view consents has the own');
SELECT is(pg_temp.as_user('p1', 'SELECT born_on, gender FROM api.filters'), '(1990-02-03,woman)', 'and view filters');
SELECT is(pg_temp.as_user('p3', 'SELECT * FROM api.filters'), '-', 'which is empty for who has none');

-- Researchers: pseudonyms, whole groups.
SELECT is((SELECT count(*) FROM platform.pseudonym y, pg_temp.as_user('researcher', 'SELECT * FROM api.calibration') a
  WHERE strpos(a, y.pseudonym::text) > 0), 12::bigint, 'researchers see pseudonyms');
SELECT is(pg_temp.as_user(who, 'SELECT * FROM api.calibration'), '42501', who || ' does not') FROM unnest('{p1,stranger}'::text[]) who;
SELECT is(pg_temp.as_user(who, 'SELECT * FROM api.calibration_summary()'), '42501', who || ' nor what it comes to')
  FROM unnest('{p1,stranger}'::text[]) who;
SELECT is(pg_temp.as_user(who, 'SELECT * FROM api.affinity_validation()'), '42501', who || ' nor the validation')
  FROM unnest('{p1,stranger}'::text[]) who;
SELECT is(pg_temp.as_user('researcher', $$SELECT * FROM api.affinity_validation('none')$$), '22023', 'a model that is none');
UPDATE affinity.taste SET learnt_at = now() - interval '40 days' WHERE person_id IN (id('p1'), id('p2'), id('p3'));
SELECT become('researcher');
SELECT is((SELECT count(month) FROM api.calibration), 0::bigint,
  'a month of three people is not told, nor that of all others, which would tell it');
SELECT become(NULL);
UPDATE affinity.taste SET learnt_at = now() - interval '40 days' WHERE person_id IN (id('p4'), id('p5'));
SELECT become('researcher');
SELECT is((SELECT count(month) FROM api.calibration), 12::bigint, 'five and seven are');
SELECT become(NULL);

-- What does not exist, does not fit or is blocked answers alike.
SELECT is(pg_temp.as_user('p1', format(call, id(who))), 'PT404', format(call, who))
  FROM unnest(ARRAY['SELECT api.visual_score(%L)', 'SELECT api.hla_match(%L)', 'SELECT api.match(%L)', $$SELECT api.want_to_meet(%L,
  'yes')$$]) call,
       unnest('{nobody,stranger,p12,p1}'::text[]) who;
SELECT is(pg_temp.as_user('p12', format('SELECT api.match(%L)', id('p1'))), 'PT404', 'a block holds in both directions');
SELECT is(pg_temp.as_user('p1', format('SELECT api.block(%L)', id('p1'))), 'PT404', 'nobody can block oneself');
SELECT id AS pair FROM affinity.pair WHERE id('p2') IN (person_a, person_b) AND id('p3') IN (person_a, person_b) \gset
SELECT is(pg_temp.as_user('p1', format('SELECT api.match_report(%s)', n)), 'PT404', 'no report on another''s pair, or none')
  FROM unnest(ARRAY[:pair, 0, 99999999]) n;
SELECT is(pg_temp.as_user('p2', format('SELECT length(api.match_report(%s) ->> ''html'') > 1000', :pair)), '(t)', 'one on the own');
SELECT is(pg_temp.as_user('p2', format('SELECT api.match_report(%s, ''doc'')', :pair)), '22023', 'in another format none');
SELECT is(pg_temp.as_user('p1', format('SELECT affinity.match_top(%L, 3)', id('p2'))), '42501', 'nor another''s list');

-- Photos of others: of whom one may meet, no sooner than they are made anew, and of nobody else.
SELECT is(pg_temp.as_user('p1', format('SELECT api.document_data(%L)', p.document_id)) = '("\\xffd8ff' || substr(encode(sha256('1002'),
  'hex'), 1) || '")', true,
  'the photo of somebody whom one may meet') FROM affinity.photo p WHERE p.person_id = id('p2');
SELECT is(pg_temp.as_user(who, format('SELECT api.document_data(%L)', p.document_id)), 'PT404', who || ' is not shown the photo of p1')
  FROM affinity.photo p, unnest('{stranger,researcher,p12}'::text[]) who WHERE p.person_id = id('p1');
SELECT ok(pg_temp.as_user('p1', format('SELECT api.document_data(%L)', document_id)) LIKE '("\\\\xffd8ff%',
  'the photos that everybody rates')
  FROM affinity.calibration_photos() WHERE sort = 1;
SELECT is(pg_temp.as_user('stranger', format('SELECT api.document_data(%L)', document_id)), 'PT404', 'not without consent')
  FROM affinity.calibration_photos() WHERE sort = 1;

-- What the own data say of others: nothing.
SELECT is(pg_temp.names(platform.person_data(id('p2'))::text), 'p2', 'the export of p2 names nobody else');
SELECT become('p2');
SELECT is((SELECT string_agg(k, ' ' ORDER BY k) FROM jsonb_object_keys(platform.export_my_data()) k WHERE k LIKE 'affinity.%'),
  'affinity.consent affinity.embedding affinity.hla_typing affinity.phase_completion affinity.photo affinity.rating affinity.taste '
  'affinity.trait_score affinity.typing_turn', 'an export has what is kept');
SELECT ok(platform.export_my_data()::text !~ '"sealed"|A\*|b_to_a|visual_ab', 'not the typing, nor sides of pairs');
SELECT is(affinity.export_typing() ->> 'typing', harmony_internal.hla_unseal(sealed, person_id), 'the typing comes by a call of its own')
  FROM affinity.hla_typing WHERE person_id = id('p2');
SELECT is((SELECT count(*) FROM platform.audit_event WHERE action = 'typing.exported' AND actor_id = id('p2')), 1::bigint,
  'which is noted');

SELECT pg_temp.remove_secrets();
SELECT * FROM finish();
ROLLBACK;
