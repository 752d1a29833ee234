-- An employer with candidates and crew whose answers it chooses looks as often as it likes: at pairs, gaps, fits, simulations, dashboards
-- and decisions, with every value of its own people. Two crews whose traits stand at the same steps answer alike, so that looks tell no
-- more than the step. And of learnt weights it sees nothing that tells an outcome.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();
\ir ../../lib/crew.sql
\ir ../../lib/attack.sql

-- in_step(n, moved): the profile of member n; moved by a part of a step, or not.
CREATE FUNCTION pg_temp.in_step(n int, moved float8) RETURNS jsonb LANGUAGE sql AS $$
  SELECT jsonb_build_object('version', 1,
    'big_five', jsonb_build_object('conscientiousness', v[1], 'agreeableness', v[2], 'neuroticism', v[3], 'openness', v[4],
      'extraversion', v[5]), 'cognitive', jsonb_build_object('gca', v[6]), 'resilience', v[7],
    'motivation', jsonb_build_object('intrinsic', v[8], 'identified', v[9]),
    'leadership_preferences', jsonb_build_object('autonomy', v[10] / 100, 'feedback', v[11] / 100, 'structure', v[12] / 100))
  FROM (SELECT array_agg(round(50 + 40 * sin(7 * n * k)) / 10 * 10 ORDER BY k) FROM generate_series(1, 12) k) whole (t),
  LATERAL (SELECT array_agg(round(w / 10) * 10 + moved * 4.9 * sin(13 * n * k) ORDER BY k)
           FROM unnest(t) WITH ORDINALITY u (w, k)) x (v) $$;
-- The employer's own: candidate 1, who applied, and member 6, who serves.
CREATE FUNCTION pg_temp.own(trait text, value float8) RETURNS jsonb LANGUAGE sql AS $$
  SELECT jsonb_build_object('version', 1, 'big_five', '{"conscientiousness": 60, "agreeableness": 60, "neuroticism": 40}'::jsonb)
    || CASE WHEN trait IN ('autonomy', 'feedback', 'structure') THEN jsonb_build_object('leadership_preferences',
              '{"autonomy": 0.5, "feedback": 0.5, "structure": 0.5}'::jsonb || jsonb_build_object(trait, value / 100))
            ELSE jsonb_build_object('big_five', '{"conscientiousness": 60, "agreeableness": 60, "neuroticism": 40}'::jsonb
              || jsonb_build_object(trait, value)) END $$;
UPDATE crew.vessel SET leadership = NULL, leader_id = id('member2') WHERE id = id('vessel1');
INSERT INTO crew.candidacy (person_id, campaign_id) VALUES (id('candidate1'), id('campaign1')) ON CONFLICT DO NOTHING;

CREATE FUNCTION pg_temp.looks(moved float8, traits text[] DEFAULT
  '{agreeableness,conscientiousness,neuroticism,autonomy,feedback,structure}') RETURNS TABLE (look text, answer text) LANGUAGE plpgsql AS $$
DECLARE
  trait text;
  value float8;
  question text;
BEGIN
  PERFORM set_config('request.jwt.claims', '', true);
  UPDATE assessment.profile p SET psychometric_snapshot = pg_temp.in_step(n, moved)
    FROM generate_series(1, 5) n WHERE p.person_id = id('member' || n);
  FOREACH trait IN ARRAY traits LOOP
    FOR value IN SELECT v FROM generate_series(0, 100, 12.5) v LOOP
      UPDATE assessment.profile p SET psychometric_snapshot = pg_temp.own(trait, value)
        WHERE p.person_id IN (id('candidate1'), id('member6'));
      PERFORM crew.rebuild_snapshots(ARRAY[id('vessel1')]);
      FOREACH question IN ARRAY ARRAY[
        $q$SELECT to_jsonb(m) FROM crew.matching(id('campaign1')) m$q$, $q$SELECT crew.impact(id('campaign1'), id('candidate1'))$q$,
        $q$SELECT crew.simulate(id('vessel1'), ARRAY[id('member1'), id('member2'), id('member3'), id('member4'), id('member5'),
          id('candidate1')])$q$, $q$SELECT crew.simulate(id('vessel1'), ARRAY[id('member1'), id('candidate1')])$q$,
        $q$SELECT crew.sociogram(id('vessel1'), ARRAY[id('candidate1')])$q$, $q$SELECT crew.dashboard(id('vessel1')) - 'updated_at'$q$,
        $q$SELECT crew.fleet(id('employer1')) - 'updated_at'$q$, $q$SELECT crew.report(id('candidate1'), 'recruiter', id('campaign1'))$q$,
        $q$SELECT to_jsonb(d) - '{id,decided_at}'::text[] FROM crew.decide(id('campaign1'), id('candidate1'), 'rejected', 'x') d$q$] LOOP
        look := format('%s %s: %s', trait, value, regexp_replace(left(question, 170), '\s+', ' ', 'g'));
        answer := pg_temp.says('client1', question);
        RETURN NEXT;
      END LOOP;
    END LOOP;
  END LOOP;
END $$;
CREATE TEMP TABLE before AS SELECT * FROM pg_temp.looks(0.1);
CREATE TEMP TABLE after AS SELECT * FROM pg_temp.looks(-1);
SELECT cmp_ok((SELECT count(DISTINCT answer) FROM before WHERE answer ~ '^{'), '>', 100::bigint,
  'the employer''s own answers move what it is shown');
SELECT is_empty($$SELECT look, b.answer, a.answer FROM before b JOIN after a USING (look)
  WHERE a.answer IS DISTINCT FROM b.answer LIMIT 3$$, 'what a crew of the same steps answers is the same in every look');
-- The test can fail: a crew of other steps answers otherwise.
CREATE TEMP TABLE other AS SELECT * FROM pg_temp.looks(1.8, '{agreeableness}');
SELECT isnt_empty($$SELECT FROM before b JOIN other a USING (look) WHERE a.answer IS DISTINCT FROM b.answer$$, 'of other steps, it is not');

-- No mean of few stands in for a trait: with one other, it is that one's.
SELECT is(pg_temp.tries('client1', $$SELECT m -> 'imputed' FROM jsonb_array_elements(crew.simulate(id('vessel1'), ARRAY[id('member1'),
  id('candidate1')]) -> 'members') m WHERE m ->> 'person' = id('candidate1')::text$$), '[]', 'nothing is filled in from one other');

-- Learnt weights: the active version alone, without what tells outcomes.
INSERT INTO crew.model_version (version, model, origin, n, r_squared, std_errors)
  VALUES ('later', harmony.default_model() || '{"version": "later"}', 'retrain', 150, 0.2, '{1,1,1,1,1}');
SELECT is(pg_temp.tries('client1', 'SELECT version FROM crew.model_version'), 'default',
  'a version that is not active is for administrators');
SELECT is(pg_temp.tries('client1', format('SELECT %I FROM crew.model_version', c)), '42501', c)
FROM unnest('{std_errors,trained_through}'::text[]) c;
SELECT * FROM finish();
ROLLBACK;
