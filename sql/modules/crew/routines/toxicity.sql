-- Differences between vessels by pulses: toxicity.

CREATE OR REPLACE FUNCTION crew.vessel_moods(organization uuid, week date DEFAULT crew.last_week())
RETURNS TABLE (vessel_id uuid, person_id uuid, n bigint, mood float8)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 100
BEGIN ATOMIC
  SELECT v.id, c.person_id, count(*), avg(p.score)::float8
  FROM crew.vessel v CROSS JOIN LATERAL crew.counting_people(v.id, week::timestamp AT TIME ZONE 'UTC', 'toxicity') c (person_id)
  JOIN crew.pulse p ON p.person_id = c.person_id AND p.vessel_id = v.id AND p.day BETWEEN week AND week + 6
  WHERE v.organization_id = organization AND v.is_active
  GROUP BY v.id, c.person_id;
END;
COMMENT ON FUNCTION crew.vessel_moods(uuid, date) IS
'Each counting person''s mean pulse aboard in a week that begins on this Monday: one value a person, as pulses of one person are not
independent.';

CREATE OR REPLACE FUNCTION crew.toxicity(organization uuid, week date DEFAULT crew.last_week())
RETURNS TABLE (vessel_id uuid, people bigint, mean float8, sd float8, rest_vessels bigint, rest_mean float8, tau float8, difference float8,
               "limit" float8, t float8, df float8, p float8, q float8, flagged boolean, fleet_f float8, fleet_p float8)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 10
BEGIN ATOMIC
  -- Vessels with fewer people are left out of the rest too: the mean of the rest could tell what a single person said.
  WITH everybody AS MATERIALIZED (SELECT m.vessel_id, m.n, m.mood FROM crew.vessel_moods(organization, week) m),
  judged AS (
    SELECT m.vessel_id FROM everybody m CROSS JOIN crew.disclosure d WHERE d.what = 'toxicity'
    GROUP BY m.vessel_id, d.least_people, d.least_responses HAVING count(*) >= d.least_people AND sum(m.n) >= d.least_responses
  ), fleet AS MATERIALIZED (
    SELECT harmony.prediction_limits(m.mood, m.vessel_id) AS limits, harmony.anova(m.mood, m.vessel_id) AS a
    FROM everybody m JOIN judged j ON j.vessel_id = m.vessel_id
  )
  SELECT l.grp::uuid, l.n, l.mean, sqrt(l.variance), (f.a).k - 1, l.rest_mean, sqrt(l.tau_squared), l.difference, l.low, l.t, l.df,
         l.p, l.q, coalesce(l.q < (SELECT c.toxicity_q_below FROM crew.setting c) AND l.difference < 0, false),
         (f.a).welch_f, (f.a).welch_p
  FROM fleet f CROSS JOIN LATERAL unnest(f.limits) l;
END;
COMMENT ON FUNCTION crew.toxicity(uuid, date) IS
'Is the mood aboard lower than vessels of the employer''s fleet usually differ? Over each counting person''s mean pulse of the week, each
vessel against the prediction limit of the others (harmony.prediction_limits): their mean and the spread tau between them, one-sided
p, q adjusted after Benjamini and Hochberg; flagged where q < 0.05 (crew.setting). limit is that of a vessel alone, at 95 %. Welch''s
one-way analysis of variance of the vessels beside it (fleet_f, fleet_p).

Vessels with fewer than five people who count (crew.disclosure, crew.counting_people) take no part; fewer than four vessels cannot be
judged.';

CREATE OR REPLACE FUNCTION crew.shown_toxicity(evidence jsonb) RETURNS jsonb
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (SELECT jsonb_object_agg(e.key, e.value) FROM jsonb_each(evidence) e
          WHERE e.key = ANY ('{people,rest_vessels,week,q_below}'::text[]));
COMMENT ON FUNCTION crew.shown_toxicity(jsonb) IS
'Evidence of toxicity as employers see it: people, rest_vessels, week, q_below; no mean, nor what is computed from one.';

CREATE OR REPLACE FUNCTION crew.publish_toxicity(organization uuid, at timestamptz) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  week CONSTANT date := crew.last_week(at);
  monday CONSTANT text := to_char(week, 'YYYY-MM-DD');
  n bigint;
BEGIN
  IF EXISTS (SELECT FROM platform.newest_figures('toxicity', ARRAY[organization], monday) f WHERE f.period = monday) THEN
    RETURN 0;
  END IF;
  -- The mean of the weather is one of pulses, that of toxicity one of people: both would tell what somebody who answered more often said.
  INSERT INTO platform.published_figure (organization_id, kind, subject_id, period, figures, basis, contributors, published_at)
  SELECT organization, 'toxicity', organization, monday,
         jsonb_object_agg(j.vessel_id, jsonb_build_object('flagged', j.flagged, 'evidence', crew.shown_toxicity(e.evidence))),
         jsonb_object_agg(j.vessel_id, e.evidence), sum(j.people), at
  FROM crew.toxicity(organization, week) j
  CROSS JOIN LATERAL (
    SELECT platform.rounded(to_jsonb(j) - '{vessel_id,flagged,p,q,fleet_p}'::text[], 1)
           || platform.rounded(jsonb_build_object('p', j.p, 'q', j.q, 'fleet_p', j.fleet_p))
           || jsonb_build_object('q_below', (SELECT s.toxicity_q_below FROM crew.setting s), 'week', monday) AS evidence OFFSET 0) e
  HAVING count(*) > 0;
  GET DIAGNOSTICS n = ROW_COUNT;
  INSERT INTO platform.stale_mark (kind, key)
  SELECT 'crew.vessel', v.id FROM crew.vessel v WHERE v.organization_id = organization AND n > 0;
  RETURN n;
END
$$;
COMMENT ON FUNCTION crew.publish_toxicity(uuid, timestamptz) IS
'Publishes crew.toxicity of the last complete week, once: a row of platform.published_figure, where a vessel has enough people. Returns how
many rows. Its figures are what employers are told (crew.shown_toxicity); the evidence is its basis: means with one decimal, p and q with
two.';

CREATE OR REPLACE FUNCTION crew.published_toxicity(vessels uuid[]) RETURNS TABLE (vessel_id uuid, flagged boolean, evidence jsonb)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 10
BEGIN ATOMIC
  SELECT v.id, coalesce((f.vessel -> 'flagged')::boolean, false), f.evidence
  FROM crew.vessel v LEFT JOIN (
    SELECT DISTINCT ON (n.subject_id) n.subject_id, n.figures, n.basis
    FROM platform.newest_figures('toxicity', ARRAY (SELECT o.organization_id FROM crew.vessel o WHERE o.id = ANY (vessels)),
                                 crew.oldest_shown_week()) n
    ORDER BY n.subject_id, n.period DESC
  ) o ON o.subject_id = v.organization_id
  CROSS JOIN LATERAL (SELECT o.figures -> v.id::text AS vessel, o.basis -> v.id::text AS evidence) f
  WHERE v.id = ANY (vessels);
END;
COMMENT ON FUNCTION crew.published_toxicity(uuid[]) IS
'What was last judged of these vessels'' toxicity, with all of its evidence, which employers are not shown; not flagged and without evidence
where a vessel was not judged.';

CREATE OR REPLACE FUNCTION crew.judge_toxicity(organization uuid, at timestamptz DEFAULT now()) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET lock_timeout = '5s' SET jit = off
AS $$
BEGIN
  PERFORM platform.require_organization(organization), crew.require_time(at);
  -- When, and so of which answers, an employer does not choose.
  IF crew.sees_everything() THEN
    LOCK TABLE platform.published_figure IN SHARE ROW EXCLUSIVE MODE;
    PERFORM crew.publish_toxicity(organization, at);
    PERFORM FROM crew.vessel v WHERE v.organization_id = organization ORDER BY v.id FOR NO KEY UPDATE;  -- the order of rebuilding
    UPDATE crew.vessel v SET toxicity_flag = t.flagged, toxicity_evidence = t.evidence
    FROM crew.published_toxicity(ARRAY (SELECT o.id FROM crew.vessel o WHERE o.organization_id = organization)) t
    WHERE t.vessel_id = v.id AND (v.toxicity_flag, v.toxicity_evidence) IS DISTINCT FROM (t.flagged, t.evidence);
  END IF;
  RETURN (SELECT count(*) FROM crew.vessel v WHERE v.organization_id = organization AND v.toxicity_flag);
END
$$;
COMMENT ON FUNCTION crew.judge_toxicity(uuid, timestamptz) IS
'How many vessels of an employer are flagged.

The owner''s own work and administrators judge with it: what crew.publish_figures publishes of toxicity, for this employer alone, and
toxicity_flag and toxicity_evidence of its vessels. An employer is told what was published. A vessel that cannot be judged has no evidence
and no flag. at is the present or a time before it: 22023 for one to come, 22008 for none.';
