-- What is told of survey answers: the figures, and their publication.

CREATE OR REPLACE FUNCTION crew.survey_score(answer smallint, inverted boolean DEFAULT false) RETURNS float8
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN harmony_internal.pomp(answer, 1, 10, inverted);
COMMENT ON FUNCTION crew.survey_score(smallint, boolean) IS
'A survey answer, 1 to 10, on 0 to 100 (harmony_internal.pomp), inverted where much is bad.';

-- Which answers a survey's figures are made of: by item, {"item": [[answer], ...]}, sorted, of nobody. Item "all" has the five answers of
-- those who gave them all.
CREATE OR REPLACE FUNCTION crew.survey_items(response crew.survey_response) RETURNS TABLE (item text, answers smallint[])
LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 6 SET search_path = pg_catalog, pg_temp
AS $$
  SELECT i.item, i.answers
  FROM (VALUES
    ('team_cohesion', ARRAY[(response).team_cohesion]), ('workload', ARRAY[(response).workload]),
    ('leadership', ARRAY[(response).leadership]), ('own_performance', ARRAY[(response).own_performance]),
    ('intent_to_stay', ARRAY[(response).intent_to_stay]),
    ('all', ARRAY[(response).team_cohesion, (response).workload, (response).leadership, (response).own_performance,
                  (response).intent_to_stay])) i (item, answers)
  WHERE array_position(i.answers, NULL) IS NULL
$$;
COMMENT ON FUNCTION crew.survey_items(crew.survey_response) IS
'What a person answered, a row an item; item all where it is everything.';

CREATE OR REPLACE FUNCTION crew.survey_basis(survey uuid) RETURNS jsonb
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT jsonb_object_agg(b.item, b.answers)
  FROM (SELECT i.item, jsonb_agg(to_jsonb(i.answers) ORDER BY i.answers) AS answers
        FROM crew.survey_response r CROSS JOIN LATERAL crew.survey_items(r) i CROSS JOIN crew.disclosure d
        WHERE r.survey_id = survey AND d.what = 'survey'
        GROUP BY i.item, d.least_responses, d.least_people HAVING count(*) >= greatest(d.least_responses, d.least_people)) b;
END;
COMMENT ON FUNCTION crew.survey_basis(uuid) IS
'All answers to a survey, as the owner''s own work and administrators see them summed up: by item, where five (crew.disclosure) answered.';

CREATE OR REPLACE FUNCTION crew.survey_figures(basis jsonb) RETURNS TABLE (item text, n bigint, mean float8, sd float8)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 5
BEGIN ATOMIC
  SELECT i.key, count(*), avg(s.score), stddev_samp(s.score)
  FROM jsonb_each(basis) i CROSS JOIN LATERAL jsonb_array_elements(i.value) a
  CROSS JOIN LATERAL (SELECT crew.survey_score((a.value -> 0)::smallint, i.key = 'workload') AS score) s
  WHERE i.key <> 'all' GROUP BY i.key;
END;
COMMENT ON FUNCTION crew.survey_figures(jsonb) IS 'Means and standard deviations by item of the answers of crew.survey_basis, 0 to 100.';

CREATE OR REPLACE FUNCTION crew.agreement_figures(vessels uuid[], bases jsonb[])
RETURNS TABLE (item text, vessels bigint, people bigint, icc1 float8, icc2 float8, vessel_id uuid, vessel_people bigint, rwg float8)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 20
BEGIN ATOMIC
  WITH answer AS MATERIALIZED (
    SELECT v.id AS vessel_id, i.key AS item, ARRAY (SELECT x.value::float8 FROM jsonb_array_elements(a.value) x) AS answers
    FROM unnest(agreement_figures.vessels, bases) v (id, basis) CROSS JOIN LATERAL jsonb_each(v.basis) i
    CROSS JOIN LATERAL jsonb_array_elements(i.value) a
  ), fleet AS (
    SELECT a.item, harmony.anova(a.answers[1], a.vessel_id::text) AS v FROM answer a WHERE a.item <> 'all' GROUP BY a.item
  )
  SELECT s.item, (f.v).k, (f.v).n, (f.v).icc1, (f.v).icc2, s.vessel_id, s.people, s.rwg
  FROM (SELECT a.item, a.vessel_id, count(*) AS people, harmony.rwg_j(a.answers, harmony.uniform_variance(10)) AS rwg
        FROM answer a GROUP BY a.item, a.vessel_id) s
  LEFT JOIN fleet f ON f.item = s.item;
END;
COMMENT ON FUNCTION crew.agreement_figures(uuid[], jsonb[]) IS
'How far crews agree among themselves and differ from each other, by item: ICC(1) and ICC(2) over the vessels, r_wg a vessel against evenly
spread answers; item "all" has r_wg(j) of the five items. Each vessel comes with the answers of crew.survey_basis.';

CREATE OR REPLACE FUNCTION crew.fresh_answers(at timestamptz)
RETURNS TABLE (survey_id uuid, vessel_id uuid, person_id uuid, item text, answers smallint[])
LANGUAGE sql STABLE PARALLEL SAFE ROWS 100
BEGIN ATOMIC
  SELECT a.survey_id, a.vessel_id, a.person_id, a.item, a.answers
  FROM (
    SELECT s.id AS survey_id, s.vessel_id, r.person_id, i.item, i.answers, greatest(d.least_responses, d.least_people) AS least,
           count(*) OVER (PARTITION BY s.id, i.item) AS n,
           row_number() OVER (PARTITION BY s.id, i.item ORDER BY r.responded_at, r.person_id) AS nth
    FROM crew.disclosure d CROSS JOIN crew.survey s
    CROSS JOIN LATERAL crew.counting_people(s.vessel_id, s.opens_at, 'survey') c (person_id)
    JOIN crew.survey_response r ON r.person_id = c.person_id AND r.survey_id = s.id AND r.responded_at <= at
    CROSS JOIN LATERAL crew.survey_items(r) i
    WHERE d.what = 'survey'
      AND NOT EXISTS (SELECT FROM crew.counted_answer k
                      WHERE k.person_id = r.person_id AND k.survey_id = r.survey_id AND k.item = i.item)
      AND NOT EXISTS (SELECT FROM platform.published_figure f WHERE f.kind = 'survey' AND f.subject_id = s.vessel_id
                        AND f.period = s.id::text AND f.published_at > at - interval '7 days')) a
  WHERE a.nth <= a.n - a.n % a.least;
END;
COMMENT ON FUNCTION crew.fresh_answers(timestamptz) IS
'The answers that are to be published now: of people who count, in no figure yet, and of each item in full steps of five (crew.disclosure)
in the order in which they were given. None of a survey of which something was published in the week before.';

CREATE OR REPLACE FUNCTION crew.publish_surveys(at timestamptz) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  n bigint;
BEGIN
  WITH fresh AS MATERIALIZED (SELECT f.* FROM crew.fresh_answers(at) f),
  counted AS (
    INSERT INTO crew.counted_answer (person_id, survey_id, item) SELECT f.person_id, f.survey_id, f.item FROM fresh f
  ), grown AS (
    SELECT a.survey_id, a.vessel_id, coalesce(o.basis, '{}') || jsonb_object_agg(a.item, (
             SELECT jsonb_agg(e.value ORDER BY e.value)
             FROM jsonb_array_elements(coalesce(o.basis -> a.item, '[]') || a.answers) e)) AS basis
    FROM (SELECT f.survey_id, f.vessel_id, f.item, jsonb_agg(to_jsonb(f.answers)) AS answers FROM fresh f GROUP BY 1, 2, 3) a
    LEFT JOIN LATERAL (SELECT p.basis FROM platform.published_figure p WHERE p.kind = 'survey' AND p.subject_id = a.vessel_id
                         AND p.period = a.survey_id::text ORDER BY p.id DESC LIMIT 1) o ON true
    GROUP BY a.survey_id, a.vessel_id, o.basis
  )
  INSERT INTO platform.published_figure (organization_id, kind, subject_id, period, figures, basis, contributors, published_at)
  SELECT (SELECT v.organization_id FROM crew.vessel v WHERE v.id = g.vessel_id), 'survey', g.vessel_id, g.survey_id::text,
         coalesce(t.figures, '[]'), g.basis,
         (SELECT max(jsonb_array_length(e.value)) FROM jsonb_each(g.basis) e), at
  FROM grown g CROSS JOIN LATERAL (
    SELECT platform.rounded(jsonb_agg(to_jsonb(f) ORDER BY f.item), 0) AS figures FROM crew.survey_figures(g.basis) f) t;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END
$$;
COMMENT ON FUNCTION crew.publish_surveys(timestamptz) IS
'Publishes what crew.fresh_answers adds to each survey''s figures, in whole numbers; returns of how many surveys.';

CREATE OR REPLACE FUNCTION crew.publish_agreement(at timestamptz) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  n bigint;
BEGIN
  WITH chosen AS (  -- each vessel's newest published survey, of each kind and of any
    SELECT DISTINCT ON (k.period, s.vessel_id) k.period, v.organization_id, s.vessel_id, f.id, f.basis
    FROM crew.vessel v JOIN crew.survey s ON s.vessel_id = v.id
    CROSS JOIN LATERAL (SELECT p.id, p.basis FROM platform.published_figure p WHERE p.kind = 'survey' AND p.subject_id = s.vessel_id
                          AND p.period = s.id::text ORDER BY p.id DESC LIMIT 1) f
    CROSS JOIN LATERAL (VALUES ('*'), (s.kind)) k (period)
    ORDER BY k.period, s.vessel_id, s.opens_at DESC, s.id
  ), due AS (
    SELECT c.organization_id, c.period, array_agg(c.vessel_id ORDER BY c.vessel_id) AS vessels,
           array_agg(c.basis ORDER BY c.vessel_id) AS bases
    FROM chosen c LEFT JOIN LATERAL (
      SELECT p.id, p.published_at FROM platform.published_figure p
      WHERE p.kind = 'agreement' AND p.subject_id = c.organization_id AND p.period = c.period ORDER BY p.id DESC LIMIT 1) o ON true
    GROUP BY c.organization_id, c.period, o.id, o.published_at
    HAVING o.id IS NULL OR max(c.id) > o.id AND o.published_at <= at - interval '7 days'
  )
  INSERT INTO platform.published_figure (organization_id, kind, subject_id, period, figures, contributors, published_at)
  SELECT d.organization_id, 'agreement', d.organization_id, d.period, t.figures, t.people, at
  FROM due d CROSS JOIN LATERAL (
    SELECT platform.rounded(jsonb_agg(to_jsonb(f) ORDER BY f.item, f.vessel_id)) AS figures, max(f.people) AS people
    FROM crew.agreement_figures(d.vessels, d.bases) f) t;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END
$$;
COMMENT ON FUNCTION crew.publish_agreement(timestamptz) IS
'Publishes the agreement of each fleet, by kind of survey and over all kinds, where one of the surveys that it is made of has been published
since, and once a week at most: of the answers that were published of each vessel''s newest survey. Returns how many rows.';

CREATE OR REPLACE FUNCTION crew.survey_results(vessel uuid, survey_kind text DEFAULT NULL)
RETURNS TABLE (survey uuid, kind text, opens_at timestamptz, item text, n bigint, mean float8, sd float8, low float8, high float8)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 20 SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET jit = off
AS $$
BEGIN
  PERFORM crew.require_vessel(vessel);
  IF crew.sees_everything() THEN
    RETURN QUERY
    SELECT s.id, s.kind, s.opens_at, f.item, f.n, f.mean, f.sd, greatest(0, f.mean - f.sd), least(100, f.mean + f.sd)
    FROM crew.survey s CROSS JOIN LATERAL crew.survey_figures(crew.survey_basis(s.id)) f
    WHERE s.vessel_id = vessel AND (survey_kind IS NULL OR s.kind = survey_kind) ORDER BY s.opens_at, s.id, f.item;
  ELSE
    RETURN QUERY
    SELECT s.id, s.kind, s.opens_at, f.item, f.n, f.mean, f.sd, greatest(0, f.mean - f.sd), least(100, f.mean + f.sd)
    FROM platform.newest_figures('survey', ARRAY[vessel]) p JOIN crew.survey s ON s.id = p.period::uuid
    CROSS JOIN LATERAL jsonb_to_recordset(p.figures) f (item text, n bigint, mean float8, sd float8)
    WHERE survey_kind IS NULL OR s.kind = survey_kind ORDER BY s.opens_at, s.id, f.item;
  END IF;
END
$$;
COMMENT ON FUNCTION crew.survey_results(uuid, text) IS
'Means and standard deviations of a vessel''s surveys by item, 0 to 100, workload inverted; survey_kind: NULL all. low and high: a standard
deviation to either side of the mean, within 0 to 100.

Employers see what was published (crew.publish_figures): whole numbers, of the first 5, 10, 15 ... people who count. The owner''s own work
and administrators see all answers, exactly, of items that five people answered (crew.disclosure).';

CREATE OR REPLACE FUNCTION crew.agreement(organization uuid, kind text DEFAULT NULL)
RETURNS TABLE (item text, vessels bigint, people bigint, icc1 float8, icc2 float8, vessel_id uuid, vessel_people bigint, rwg float8)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 20 SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET jit = off
AS $$
BEGIN
  PERFORM platform.require_organization(organization);
  IF crew.sees_everything() THEN
    RETURN QUERY
    WITH newest AS (
      SELECT DISTINCT ON (s.vessel_id) s.vessel_id, b.basis
      FROM crew.vessel v JOIN crew.survey s ON s.vessel_id = v.id CROSS JOIN LATERAL (SELECT crew.survey_basis(s.id) AS basis OFFSET 0) b
      WHERE v.organization_id = organization AND (agreement.kind IS NULL OR s.kind = agreement.kind) AND b.basis IS NOT NULL
      ORDER BY s.vessel_id, s.opens_at DESC, s.id
    )
    SELECT f.* FROM (SELECT array_agg(w.vessel_id ORDER BY w.vessel_id) AS vessels, array_agg(w.basis ORDER BY w.vessel_id) AS bases
                     FROM newest w) l
    CROSS JOIN LATERAL crew.agreement_figures(l.vessels, l.bases) f ORDER BY f.item, f.vessel_id;
  ELSE
    RETURN QUERY
    SELECT f.* FROM platform.newest_figures('agreement', ARRAY[organization]) p CROSS JOIN LATERAL jsonb_to_recordset(p.figures)
      f (item text, vessels bigint, people bigint, icc1 float8, icc2 float8, vessel_id uuid, vessel_people bigint, rwg float8)
    WHERE p.period = coalesce(agreement.kind, '*') ORDER BY f.item, f.vessel_id;
  END IF;
END
$$;
COMMENT ON FUNCTION crew.agreement(uuid, text) IS
'How far crews agree among themselves and differ from each other (crew.agreement_figures) in each vessel''s newest survey of one kind, or of
any, of which there are figures.

Employers see what was published (crew.publish_figures), with two decimals. The owner''s own work and administrators see it of all answers,
exactly.';
