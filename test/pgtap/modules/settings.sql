-- What a session sets changes no answer and nothing that is stored: how numbers, times and bytes look, how texts are read, and how
-- queries are planned.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
\ir ../../lib/crew.sql

-- Every routine that pins search_path pins the rest too, and so does what returns a document in SQL.
SELECT is_empty($$SELECT p.oid::regprocedure FROM pg_proc p JOIN pg_language l ON l.oid = p.prolang
  WHERE p.pronamespace IN (SELECT to_regnamespace(m.module) FROM harmony.migration m)
    AND p.oid IN (SELECT harmony_internal.module_routines(n.nspname) FROM pg_namespace n WHERE n.oid = p.pronamespace)
    AND (l.lanname = 'plpgsql' AND p.prokind <> 'p' OR p.prosecdef OR p.prorettype = 'trigger'::regtype
         OR l.lanname = 'sql' AND p.prorettype = 'jsonb'::regtype)
    AND (p.proconfig @> platform.pinned_settings() AND (l.lanname = 'sql' OR p.proconfig @> '{"search_path=pg_catalog, pg_temp"}'))
        IS NOT TRUE$$, 'no routine of a module lacks the pins');
SELECT is_empty($$SELECT p.oid::regprocedure FROM pg_proc p
  WHERE p.pronamespace IN (SELECT to_regnamespace(m.module) FROM harmony.migration m) AND p.prorettype = 'trigger'::regtype
    AND p.prosrc ~* 'to_jsonb\((OLD|NEW)\)\s*(-[^;]*)?(=|<>|IS )'$$, 'no trigger compares rows as documents');
SELECT results_eq($$SELECT DISTINCT current_setting(split_part(s, '=', 1)) IS NOT NULL FROM unnest(platform.pinned_settings()) s$$,
  'VALUES (true)', 'the settings exist');
-- Of a module's own, not of the site's.
CREATE FUNCTION crew.of_the_site() RETURNS integer LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS 'BEGIN RETURN 1; END';
SELECT harmony.install('crew');
SELECT is((SELECT proconfig FROM pg_proc WHERE oid = 'crew.of_the_site()'::regprocedure), '{"search_path=pg_catalog, pg_temp"}'::text[],
  'a function of the site stays as it is');

-- Everything that one employer's work writes and answers, as one number; nothing of it stays.
UPDATE crew.safety_rule SET below = below + 0.0625;
INSERT INTO assessment.submission (person_id, instrument_id, answers, submitted_at)
  SELECT id('candidate' || n), k.instrument_id,
         (SELECT array_agg((1 + abs(hashtext(n || '-' || p)) % 5)::smallint ORDER BY p) FROM generate_series(1, cardinality(k.keyed)) p),
         now() - interval '1 day'
  FROM generate_series(1, 7) n, assessment.scoring_key k WHERE k.kind = 'likert'
    AND NOT EXISTS (SELECT FROM assessment.instrument i WHERE i.id = k.instrument_id AND i.is_private);
CREATE FUNCTION pg_temp.work() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO assessment.submission (person_id, instrument_id, answers, submitted_at)
    SELECT id('member' || n), k.instrument_id,
           (SELECT array_agg((1 + abs(hashtext(n || '+' || p)) % 5)::smallint ORDER BY p) FROM generate_series(1, cardinality(k.keyed)) p),
           now() - interval '1 hour'
    FROM generate_series(1, 6) n, assessment.scoring_key k WHERE k.kind = 'likert'
      AND NOT EXISTS (SELECT FROM assessment.instrument i WHERE i.id = k.instrument_id AND i.is_private);
  PERFORM crew.lift_barrier(id('campaign1'), id('candidate8'), 'seen at work');
  PERFORM crew.decide(id('campaign1'), id('candidate' || n), d, 'because')
  FROM (VALUES (8, 'hired'), (3, 'hired'), (5, 'rejected')) v (n, d);
  INSERT INTO crew.pulse (person_id, vessel_id, score, given_at)
    SELECT id('member' || n), id('vessel1'), 1 + (n + d) % 5, now() - make_interval(days => d)
    FROM generate_series(1, 6) n, generate_series(0, 9) d;
  PERFORM crew.rebuild_stale(1000);
  PERFORM crew.judge_toxicity(id('employer1'));
END $$;
CREATE TEMP TABLE answer (ranked harmony.match_row, document jsonb);
CREATE FUNCTION pg_temp.answer() RETURNS void LANGUAGE sql AS $$
  INSERT INTO answer (ranked) SELECT m FROM crew.matching(id('campaign1')) m;
  INSERT INTO answer (document) VALUES (crew.impact(id('campaign1'), id('candidate4'))), (crew.sociogram(id('vessel1'))),
    (crew.simulate(id('vessel1'), ARRAY[id('member1'), id('member2'), id('candidate4')])), (crew.dashboard(id('vessel1')));
  INSERT INTO answer (document) SELECT to_jsonb(v) FROM assessment.verify_snapshots() v UNION ALL
    SELECT to_jsonb(v) FROM crew.verify_snapshots() v;
$$;
-- What is there afterwards, without what counts on: numbers and times of writing.
CREATE FUNCTION pg_temp.stored() RETURNS text LANGUAGE plpgsql
  SET extra_float_digits = 1 SET TimeZone = 'UTC' SET IntervalStyle = postgres SET bytea_output = hex SET quote_all_identifiers = off AS $$
DECLARE
  relation regclass;
  part text;
  whole text := (SELECT md5(string_agg(a::text, chr(10) ORDER BY a::text COLLATE "C")) FROM answer a);
BEGIN
  FOR relation IN SELECT c.oid FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace IN ('platform'::regnamespace,
    'assessment'::regnamespace, 'crew'::regnamespace) ORDER BY c.oid::regclass::text LOOP
    EXECUTE format('SELECT md5(string_agg(r, chr(10) ORDER BY r COLLATE "C"))
      FROM (SELECT regexp_replace((to_jsonb(t) - ''{id,token_id,token_hash,submission_id,idempotency_key}''::text[])::text,
                                  ''"(review|event)": [0-9]+|platform.token/[0-9]+'', '''', ''g'') FROM %s t) t (r)', relation) INTO part;
    whole := concat_ws(' ', whole, relation, part);
  END LOOP;
  RETURN whole;
END $$;
CREATE FUNCTION pg_temp.outcome(settings text DEFAULT '') RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  setting text;
BEGIN
  FOREACH setting IN ARRAY string_to_array(settings, ';') LOOP
    PERFORM set_config(split_part(setting, '=', 1), split_part(setting, '=', 2), true);
  END LOOP;
  PERFORM pg_temp.work();
  PERFORM pg_temp.answer();
  RAISE EXCEPTION USING ERRCODE = 'HM001', MESSAGE = pg_temp.stored();
EXCEPTION WHEN SQLSTATE 'HM001' THEN
  RETURN SQLERRM;
END $$;

CREATE TEMP TABLE expected AS SELECT pg_temp.outcome() AS outcome;
SELECT is(pg_temp.outcome(), outcome, 'the same twice') FROM expected;
SELECT ok(pg_temp.outcome(s) = outcome, s) FROM expected, unnest(ARRAY['extra_float_digits=-15', 'extra_float_digits=0',
  'extra_float_digits=3', 'DateStyle=SQL, DMY', 'DateStyle=German', 'DateStyle=Postgres, YMD', 'IntervalStyle=iso_8601',
  'IntervalStyle=sql_standard', 'bytea_output=escape', 'TimeZone=Pacific/Kiritimati', 'TimeZone=America/St_Johns',
  'standard_conforming_strings=off', 'transform_null_equals=on', 'array_nulls=off', 'quote_all_identifiers=on', 'work_mem=64kB',
  'lc_numeric=C', 'enable_hashjoin=off;enable_mergejoin=off;enable_hashagg=off', 'enable_nestloop=off;enable_indexscan=off',
  'jit=on;jit_above_cost=0', 'plan_cache_mode=force_custom_plan', 'plan_cache_mode=force_generic_plan']) s;

-- The attacks: blurred numbers move a person over a threshold, and let what is immutable change.
CREATE FUNCTION pg_temp.blurred(query text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE answer text;
BEGIN
  PERFORM set_config('extra_float_digits', '-15', true);
  IF query LIKE 'SELECT%' THEN EXECUTE query INTO answer; ELSE EXECUTE query; answer := 'done'; END IF;
  RAISE EXCEPTION USING ERRCODE = 'HM001', MESSAGE = coalesce(answer, '-');
EXCEPTION WHEN SQLSTATE 'HM001' THEN RETURN SQLERRM; WHEN OTHERS THEN RETURN SQLSTATE;
END $$;
UPDATE assessment.profile SET psychometric_snapshot = profile(80, 15.1, 70) WHERE person_id = id('candidate8');
SELECT is(pg_temp.blurred($$SELECT string_agg(concat_ws(' ', person, safety_level, rank), ' ' ORDER BY rank, person)
  FROM crew.matching(id('campaign1'))$$),
  (SELECT string_agg(concat_ws(' ', person, safety_level, rank), ' ' ORDER BY rank, person) FROM crew.matching(id('campaign1'))),
  'a blurred threshold moves nobody over it');
SELECT crew.decide(id('campaign1'), id('candidate2'), 'hired', 'because');
SELECT is(pg_temp.blurred('UPDATE crew.hiring_event SET y_success = y_success + 1e-6'), '55000', 'a prediction stays to the last digit');
SELECT is(pg_temp.blurred($$UPDATE crew.hiring_event SET decided_at = decided_at + interval '1 us'$$), '55000', 'and so does a time');
SELECT is(pg_temp.blurred('UPDATE crew.hiring_event SET y_actual = 50'), 'done', 'what is learnt later may be filled in');
SELECT is(pg_temp.blurred($$UPDATE crew.model_version SET created_at = created_at + interval '1 us'$$), '55000', 'a model version');
INSERT INTO crew.review_request (person_id, campaign_id, message) VALUES (id('candidate8'), id('campaign1'), 'look');
SELECT is(pg_temp.blurred($$UPDATE crew.review_request SET requested_at = requested_at + interval '1 us'$$), '55000',
  'a request for a review');
SELECT is(pg_temp.blurred($$UPDATE crew.review_request SET answer = 'seen', answered_at = now()$$), 'done', 'its answer');
SELECT * FROM finish();
ROLLBACK;
