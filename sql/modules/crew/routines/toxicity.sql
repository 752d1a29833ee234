-- Differences between vessels: toxicity by pulses, agreement within crews by survey answers.

CREATE OR REPLACE FUNCTION crew.vessel_moods(organization uuid, days integer DEFAULT 30)
RETURNS TABLE (vessel_id uuid, person_id uuid, n bigint, mood float8)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 100
BEGIN ATOMIC
  SELECT p.vessel_id, p.person_id, count(*), avg(p.score)::float8
  FROM crew.pulse p JOIN crew.vessel v ON v.id = p.vessel_id AND v.organization_id = organization AND v.is_active
  WHERE p.day > platform.today() - days AND p.day <= platform.today()
  GROUP BY p.vessel_id, p.person_id;
END;
COMMENT ON FUNCTION crew.vessel_moods(uuid, integer) IS
'Each person''s mean pulse aboard in the last days: one value a person, as pulses of one person are not independent.';

CREATE OR REPLACE FUNCTION crew.toxicity(organization uuid, days integer DEFAULT 30)
RETURNS TABLE (vessel_id uuid, people bigint, mean float8, sd float8, rest_vessels bigint, rest_mean float8, tau float8, difference float8,
               "limit" float8, t float8, df float8, p float8, q float8, flagged boolean, fleet_f float8, fleet_p float8)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 10
BEGIN ATOMIC
  -- Vessels with fewer people are left out of the rest too: the mean of the rest could tell what a single person said.
  WITH everybody AS MATERIALIZED (SELECT m.vessel_id, m.mood FROM crew.vessel_moods(organization, days) m),
  judged AS (
    SELECT m.vessel_id FROM everybody m GROUP BY m.vessel_id
    HAVING count(*) >= (SELECT d.least_people FROM crew.disclosure d WHERE d.what = 'toxicity')
  ), fleet AS MATERIALIZED (
    SELECT harmony.prediction_limits(m.mood, m.vessel_id) AS limits, harmony.anova(m.mood, m.vessel_id) AS a
    FROM everybody m JOIN judged j ON j.vessel_id = m.vessel_id
  )
  SELECT l.grp::uuid, l.n, l.mean, sqrt(l.variance), (f.a).k - 1, l.rest_mean, sqrt(l.tau_squared), l.difference, l.low, l.t, l.df,
         l.p, l.q, coalesce(l.q < (SELECT c.toxicity_q_below FROM crew.setting c) AND l.difference < 0, false),
         (f.a).welch_f, (f.a).welch_p
  FROM fleet f CROSS JOIN LATERAL unnest(f.limits) l;
END;
COMMENT ON FUNCTION crew.toxicity(uuid, integer) IS
'Is the mood aboard lower than vessels of the employer''s fleet usually differ? Over each person''s mean pulse of the last days, each
vessel against the prediction limit of the others (harmony.prediction_limits): their mean and the spread tau between them, one-sided
p, q adjusted after Benjamini and Hochberg; flagged where q < 0.05 (crew.setting). limit is that of a vessel alone, at 95 %. Welch''s
one-way analysis of variance of the vessels beside it (fleet_f, fleet_p).

Vessels with fewer than five people (crew.disclosure) take no part; fewer than four vessels cannot be judged.';

CREATE OR REPLACE FUNCTION crew.judge_toxicity(organization uuid, days integer DEFAULT 30) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  everything CONSTANT boolean := platform.is_privileged() OR platform.is_admin();
  n bigint;
BEGIN
  PERFORM platform.require_organization(organization);
  IF days IS NULL OR days NOT BETWEEN 1 AND 366 THEN
    RAISE EXCEPTION 'days is %', days USING ERRCODE = 'invalid_parameter_value', HINT = 'It is a number from 1 to 366.';
  END IF;
  -- Two windows, or two looks on one day, would differ by single pulses.
  IF NOT everything AND days <> 30 THEN
    RAISE EXCEPTION 'employers judge by 30 days' USING ERRCODE = 'insufficient_privilege', HINT = 'Other windows are for administrators.';
  ELSIF NOT everything AND EXISTS (SELECT FROM crew.vessel v WHERE v.organization_id = organization
                                     AND v.toxicity_evidence ->> 'judged_on' = platform.today()::text) THEN
    RETURN (SELECT count(*) FROM crew.vessel v WHERE v.organization_id = organization AND v.toxicity_flag);
  END IF;
  UPDATE crew.vessel v
  SET toxicity_flag = coalesce(judged.flagged, false),
      toxicity_evidence = CASE WHEN judged.vessel_id IS NOT NULL THEN
        platform.rounded(to_jsonb(judged) - '{vessel_id,flagged,p,q,fleet_p}'::text[])
        || platform.rounded(jsonb_build_object('p', judged.p, 'q', judged.q, 'fleet_p', judged.fleet_p), 6)
        || jsonb_build_object('q_below', (SELECT s.toxicity_q_below FROM crew.setting s), 'days', days, 'judged_on', platform.today()) END
  FROM crew.vessel own LEFT JOIN crew.toxicity(organization, days) judged ON judged.vessel_id = own.id
  WHERE own.organization_id = organization AND v.id = own.id;
  SELECT count(*) INTO n FROM crew.vessel v WHERE v.organization_id = organization AND v.toxicity_flag;
  RETURN n;
END
$$;
COMMENT ON FUNCTION crew.judge_toxicity(uuid, integer) IS
'Sets toxicity_flag and toxicity_evidence of an employer''s vessels from crew.toxicity; returns how many are flagged.

A vessel that cannot be judged has no evidence and no flag. An employer''s call judges by 30 days and once a day: after that it
returns what was found.';

CREATE OR REPLACE FUNCTION crew.agreement(organization uuid, kind text DEFAULT NULL)
RETURNS TABLE (item text, vessels bigint, people bigint, icc1 float8, icc2 float8, vessel_id uuid, vessel_people bigint, rwg float8)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 20 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.require_organization(organization);
  RETURN QUERY
  WITH fit_to_show AS MATERIALIZED (
    SELECT a.* FROM crew.shown_answers(ARRAY (SELECT v.id FROM crew.vessel v WHERE v.organization_id = organization)) a
    WHERE agreement.kind IS NULL OR a.kind = agreement.kind
  ), answer AS MATERIALIZED (
    SELECT a.vessel_id, a.person_id, a.item, a.answer::float8 AS answer
    FROM fit_to_show a
    JOIN (SELECT DISTINCT ON (s.vessel_id) s.survey_id FROM fit_to_show s
          ORDER BY s.vessel_id, s.opens_at DESC, s.survey_id) newest USING (survey_id)
  ), shown AS (
    SELECT a.item, a.vessel_id, count(*) AS people, harmony.rwg_j(ARRAY[a.answer], harmony.uniform_variance(10)) AS rwg
    FROM answer a GROUP BY a.item, a.vessel_id
  ), fleet AS (
    SELECT a.item, harmony.anova(a.answer, a.vessel_id::text) AS v FROM answer a GROUP BY a.item
  ), complete AS (
    SELECT a.vessel_id, array_agg(a.answer ORDER BY a.item) AS items FROM answer a GROUP BY a.vessel_id, a.person_id HAVING count(*) = 5
  )
  SELECT s.item, (f.v).k, (f.v).n, (f.v).icc1, (f.v).icc2, s.vessel_id, s.people, s.rwg
  FROM shown s JOIN fleet f ON f.item = s.item
  UNION ALL
  SELECT 'all', NULL, NULL, NULL, NULL, c.vessel_id, count(*), harmony.rwg_j(c.items, harmony.uniform_variance(10))
  FROM complete c GROUP BY c.vessel_id
  HAVING count(*) >= (SELECT greatest(d.least_responses, d.least_people) FROM crew.disclosure d WHERE d.what = 'survey')
  ORDER BY 1, 6;
END
$$;
COMMENT ON FUNCTION crew.agreement(uuid, text) IS
'How far crews agree among themselves and differ from each other, by item of each vessel''s newest survey (of one kind, or of any)
that has five answers: ICC(1) and ICC(2) over the vessels, r_wg a vessel against evenly spread answers; item "all" has r_wg(j) of
the five items.

Answers are those of crew.survey_results.';
