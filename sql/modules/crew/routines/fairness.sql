-- Fairness: selection at every stage by declared group. Rates, tests and verdicts are the extension's.

CREATE OR REPLACE FUNCTION crew.stage_passes(campaign uuid DEFAULT NULL)
RETURNS TABLE (person_id uuid, campaign_id uuid, barrier boolean, shortlist boolean, hire boolean)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 1000
BEGIN ATOMIC
  SELECT c.person_id, c.campaign_id,
         coalesce((SELECT CASE WHEN e.dnre -> 'flags' ? 'BARRIER_LIFTED' THEN 'DISQUALIFIED' ELSE e.dnre ->> 'safety_level' END
                   FROM crew.hiring_event e
                   WHERE e.person_id = c.person_id AND e.campaign_id = c.campaign_id ORDER BY e.id LIMIT 1),
                  (harmony.safety_barrier(p.psychometric_snapshot, s."position", crew.safety_rules())).level, 'CLEAR') <> 'DISQUALIFIED',
         c.shortlisted OR c.status IN ('hired', 'joined'),
         c.status IN ('hired', 'joined')
  FROM crew.candidacy c JOIN crew.campaign s ON s.id = c.campaign_id LEFT JOIN assessment.profile p ON p.person_id = c.person_id
  WHERE c.status <> 'withdrawn' AND (stage_passes.campaign IS NULL OR c.campaign_id = stage_passes.campaign);
END;
COMMENT ON FUNCTION crew.stage_passes(uuid) IS
'Which stages each candidate of a campaign, or of all, has passed: the safety barrier (as it was when decided, else as it is,
lifted or not: what the rule does), the shortlist, the hire. Whoever withdrew was neither selected nor rejected, and counts at no stage.';

CREATE OR REPLACE FUNCTION crew.pair_name(one text, other text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN replace(one, '&', '&&') || ' & ' || replace(other, '&', '&&');
COMMENT ON FUNCTION crew.pair_name(text, text) IS
'The name of two groups, or attributes, together: different for different pairs, as an & of a name itself is doubled.';

CREATE OR REPLACE FUNCTION crew.audited_groups(campaign uuid, least_people integer, with_pairs boolean)
RETURNS TABLE (person_id uuid, n_attributes integer, attribute text, group_name text)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 1000
BEGIN ATOMIC
  WITH candidate AS (
    SELECT DISTINCT c.person_id FROM crew.candidacy c WHERE audited_groups.campaign IS NULL OR c.campaign_id = audited_groups.campaign
  ), declared AS (  -- what too few declare is not shown, so it is in no pair either
    SELECT g.person_id, g.attribute, g.group_name, count(*) OVER (PARTITION BY g.attribute, g.group_name) AS people
    FROM candidate c JOIN crew.declared_group g ON g.person_id = c.person_id
  )
  SELECT d.person_id, 1, d.attribute, d.group_name FROM declared d WHERE d.people >= least_people
  UNION ALL
  SELECT a.person_id, 2, crew.pair_name(a.attribute, b.attribute), crew.pair_name(a.group_name, b.group_name)
  FROM declared a JOIN declared b ON b.person_id = a.person_id AND a.attribute < b.attribute
  WHERE with_pairs AND a.people >= least_people AND b.people >= least_people;
END;
COMMENT ON FUNCTION crew.audited_groups(uuid, integer, boolean) IS
'The declared groups of a campaign''s candidates, or of all, that at least so many people declare, a row a person and attribute; and those
of each two attributes together.';

CREATE OR REPLACE FUNCTION crew.year_cells(organization uuid, year integer)
RETURNS TABLE (attribute text, group_name text, barrier boolean, shortlist boolean, hire boolean, people bigint)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 100
BEGIN ATOMIC
  SELECT s.attribute, s.group_name, s.barrier, s.shortlist, s.hire, sum(s.people)::bigint
  FROM crew.disclosure d CROSS JOIN crew.campaign c JOIN crew.selection_count s ON s.campaign_id = c.id
  WHERE d.what = 'fairness' AND (s.is_verified OR NOT d.verified_only) AND c.organization_id = organization
    AND extract(year FROM c.archived_at AT TIME ZONE 'UTC') = year AND s.n_attributes = 1
  GROUP BY s.attribute, s.group_name, s.barrier, s.shortlist, s.hire;
END;
COMMENT ON FUNCTION crew.year_cells(uuid, integer) IS
'How many people of each declared group passed which stages, over all campaigns that an employer archived in a calendar year (UTC); with
verified_only (crew.disclosure) of verified identity.';

CREATE OR REPLACE FUNCTION crew.stage_cells(organization uuid, year integer)
RETURNS TABLE (attribute text, group_name text, stage text, nth integer, selected bigint, total bigint)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 100
BEGIN ATOMIC
  WITH least AS (
    SELECT greatest(d.least_people, d.least_responses) AS n FROM crew.disclosure d WHERE d.what = 'fairness'
  ), cell AS MATERIALIZED (
    SELECT c.attribute, c.group_name, c.people, s.stage, s.nth, s.passed, c.barrier, c.shortlist, c.hire
    FROM crew.year_cells(organization, year) c
    CROSS JOIN LATERAL (VALUES (1, 'barrier', c.barrier), (2, 'shortlist', c.shortlist), (3, 'hire', c.hire)) s (nth, stage, passed)
  ), grp AS (
    SELECT c.attribute, c.group_name, c.stage, c.nth, coalesce(sum(c.people) FILTER (WHERE c.passed), 0)::bigint AS selected,
           sum(c.people)::bigint AS total,
           coalesce(sum(c.people) FILTER (WHERE c.passed AND NOT c.hire), 0) AS not_hired,
           coalesce(sum(c.people) FILTER (WHERE c.hire AND NOT c.passed), 0) AS but_hired,
           coalesce(sum(c.people) FILTER (WHERE c.passed AND NOT c.shortlist), 0) AS not_shortlisted,
           coalesce(sum(c.people) FILTER (WHERE c.shortlist AND NOT c.passed), 0) AS but_shortlisted
    FROM cell c GROUP BY c.attribute, c.group_name, c.stage, c.nth
  ), fit AS (
    SELECT g.attribute, g.nth,
           count(*) >= 2 AND min(g.selected) >= l.n AND min(g.total - g.selected) >= l.n AS by_itself,
           (sum(g.not_hired) = 0 OR min(g.not_hired) >= l.n) AND (sum(g.but_hired) = 0 OR min(g.but_hired) >= l.n) AS beside_hire,
           (sum(g.not_shortlisted) = 0 OR min(g.not_shortlisted) >= l.n)
             AND (sum(g.but_shortlisted) = 0 OR min(g.but_shortlisted) >= l.n) AS beside_shortlist
    FROM grp g CROSS JOIN least l GROUP BY g.attribute, g.nth, l.n
  ), told AS (
    SELECT h.attribute, h.by_itself AS hire, s.by_itself AND (s.beside_hire OR NOT h.by_itself) AS shortlist, b.by_itself AS barrier,
           b.beside_hire, b.beside_shortlist
    FROM fit h JOIN fit s ON s.attribute = h.attribute AND s.nth = 2 JOIN fit b ON b.attribute = h.attribute AND b.nth = 1
    WHERE h.nth = 3
  )
  SELECT g.attribute, g.group_name, g.stage, g.nth, g.selected, g.total
  FROM grp g JOIN told t ON t.attribute = g.attribute
  WHERE CASE g.nth WHEN 3 THEN t.hire WHEN 2 THEN t.shortlist
    ELSE t.barrier AND (t.beside_hire OR NOT t.hire) AND (t.beside_shortlist OR NOT t.shortlist) END;
END;
COMMENT ON FUNCTION crew.stage_cells(uuid, integer) IS
'What of crew.year_cells can be told, a row an attribute, group and stage: stages of which every group has five people (crew.disclosure) who
passed and five who did not.

An employer knows who passed one stage and not another. So of two stages that are told, those between them are nobody, or five of every
group; else the hire is told before the shortlist, and that before the barrier. An attribute of one group is not told.';

CREATE OR REPLACE FUNCTION crew.publish_fairness(at timestamptz) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  n bigint;
BEGIN
  WITH due AS MATERIALIZED (
    SELECT DISTINCT c.organization_id, y.year
    FROM crew.campaign c CROSS JOIN LATERAL (SELECT extract(year FROM c.archived_at AT TIME ZONE 'UTC')::integer AS year OFFSET 0) y
    WHERE y.year < extract(year FROM at AT TIME ZONE 'UTC')
      AND NOT EXISTS (SELECT FROM platform.published_figure f
                      WHERE f.kind = 'fairness' AND f.subject_id = c.organization_id AND f.period = y.year::text)
  )
  INSERT INTO platform.published_figure (organization_id, kind, subject_id, period, figures, contributors, published_at)
  SELECT d.organization_id, 'fairness', d.organization_id, d.year::text, coalesce(t.figures, '[]'),
         coalesce((SELECT sum(y.people) FROM crew.year_cells(d.organization_id, d.year) y GROUP BY y.attribute ORDER BY 1 DESC LIMIT 1), 0),
         at
  FROM due d CROSS JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object('attribute', a.attribute, 'rates', platform.rounded(to_jsonb(r) - '{n,selected}'::text[])
             || jsonb_build_object('n', r.n - r.n % 5, 'selected', r.selected - r.selected % 5))
             ORDER BY a.attribute, a.nth, r.group_name, r.reference) AS figures
    FROM (SELECT c.attribute, c.stage, c.nth, array_agg(c.group_name) AS names, array_agg(c.selected) AS selected,
                 array_agg(c.total) AS totals, array_agg(c.stage) AS stages
          FROM crew.stage_cells(d.organization_id, d.year) c GROUP BY c.attribute, c.stage, c.nth) a
    CROSS JOIN LATERAL harmony.selection_rates(a.names, a.selected, a.totals, a.stages) r) t;
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END
$$;
COMMENT ON FUNCTION crew.publish_fairness(timestamptz) IS
'Publishes crew.stage_cells of each employer and calendar year (UTC) that is over and in which it archived campaigns, once, also where there
is nothing to tell; returns how many rows. Rates have whole percents, n and selected are full fives.

Nothing is told of single campaigns: the Mantel-Haenszel columns are empty.';

CREATE OR REPLACE FUNCTION crew.fairness(campaign uuid DEFAULT NULL)
RETURNS TABLE (attribute text, group_name text, stage text, n bigint, selected bigint, rate float8, rate_low float8, rate_high float8,
               reference text, ratio float8, rejection_ratio float8, risk_difference float8, rd_low float8, rd_high float8, p float8,
               p_adjusted float8, z float8, adverse boolean, adverse_rejection boolean, decisions_to_turn bigint, mh_odds_ratio float8,
               mh_low float8, mh_high float8, mh_p float8, organization uuid, year integer)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 50 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  sees_everything CONSTANT boolean := crew.sees_everything();
  least_people CONSTANT integer := (SELECT d.least_people FROM crew.disclosure d WHERE d.what = 'fairness');
BEGIN
  PERFORM assessment.require_no_test();
  IF NOT (sees_everything OR campaign IS NULL AND platform.current_organizations() <> '{}'
          OR campaign IS NOT NULL AND platform.has_role('researcher')) THEN
    RAISE EXCEPTION 'this is for administrators and researchers, and of past years for employers' USING ERRCODE = 'insufficient_privilege';
  ELSIF campaign IS NOT NULL AND NOT EXISTS (SELECT FROM crew.campaign c WHERE c.id = campaign) THEN
    RAISE EXCEPTION 'campaign % does not exist', campaign USING ERRCODE = 'invalid_parameter_value';
  ELSIF campaign IS NULL AND NOT sees_everything THEN
    RETURN QUERY
    SELECT e.value ->> 'attribute', r.group_name, r.stage, r.n, r.selected, r.rate, r.rate_low, r.rate_high, r.reference, r.ratio,
           r.rejection_ratio, r.risk_difference, r.rd_low, r.rd_high, r.p, r.p_adjusted, r.z, r.adverse, r.adverse_rejection,
           r.decisions_to_turn, r.mh_odds_ratio, r.mh_low, r.mh_high, r.mh_p, f.subject_id, f.period::integer
    FROM platform.newest_figures('fairness', platform.current_organizations()) f
    CROSS JOIN LATERAL jsonb_array_elements(f.figures) WITH ORDINALITY e (value, nth)
    CROSS JOIN LATERAL jsonb_populate_record(NULL::harmony.selection_rate, e.value -> 'rates') r
    ORDER BY f.subject_id, f.period, e.nth;
    RETURN;
  END IF;
  RETURN QUERY
  WITH counted AS (
    SELECT s.nth, s.stage, g.n_attributes, g.attribute, g.group_name, c.campaign_id::text AS stratum,
           count(*) FILTER (WHERE s.passed) AS selected, count(*) AS total
    FROM crew.stage_passes(campaign) c JOIN crew.audited_groups(campaign, least_people, sees_everything) g ON g.person_id = c.person_id
    CROSS JOIN LATERAL (VALUES (1, 'barrier', c.barrier), (2, 'shortlist', c.shortlist), (3, 'hire', c.hire)) s (nth, stage, passed)
    GROUP BY s.nth, s.stage, g.n_attributes, g.attribute, g.group_name, c.campaign_id
  )
  SELECT a.attribute, r.group_name, r.stage, r.n, r.selected, r.rate, r.rate_low, r.rate_high, r.reference, r.ratio, r.rejection_ratio,
         r.risk_difference, r.rd_low, r.rd_high, r.p, r.p_adjusted, r.z, r.adverse, r.adverse_rejection, r.decisions_to_turn,
         r.mh_odds_ratio, r.mh_low, r.mh_high, r.mh_p, NULL::uuid, NULL::integer
  FROM (SELECT c.n_attributes, c.attribute, array_agg(c.group_name ORDER BY c.nth) AS names, array_agg(c.selected ORDER BY c.nth) AS
    selected,
               array_agg(c.total ORDER BY c.nth) AS totals, array_agg(c.stage ORDER BY c.nth) AS stages,
               array_agg(c.stratum ORDER BY c.nth) AS strata
        FROM counted c GROUP BY c.n_attributes, c.attribute) a
  CROSS JOIN LATERAL harmony.selection_rates(a.names, a.selected, a.totals, a.stages, a.strata, least_people) WITH ORDINALITY
    r (stage, group_name, n, selected, rate, rate_low, rate_high, reference, ratio, rejection_ratio, risk_difference, rd_low, rd_high, p,
       p_adjusted, z, adverse, adverse_rejection, decisions_to_turn, mh_odds_ratio, mh_low, mh_high, mh_p, cohens_h, phi, nth)
  WHERE a.n_attributes = 1 OR r.reference IS NOT NULL
  ORDER BY a.n_attributes, a.attribute, r.nth;
END
$$;
COMMENT ON FUNCTION crew.fairness(uuid) IS
'Selection rates by declared group at every stage (barrier, shortlist, hire): what harmony.selection_rates tells of each attribute.

Two rows a group and stage: against all others together, with the tests and the verdict, and against the group with the highest rate.
p_adjusted is over the groups and stages of an attribute. A lifted barrier counts as not passed.

Employers name no campaign and are given the years that were published (crew.publish_figures): over all campaigns that they archived in one
calendar year (UTC), with organization and year, of people whose identity is verified (crew.disclosure), and only where every group has five
people who passed and five who did not; rates are whole percents, n and selected rounded down to fives. Administrators and accounts with
the role researcher name a campaign, the owner''s own work and administrators also none, for all campaigns: as it is now, groups of five
people up, for administrators also of each two attributes together; of all campaigns, the Mantel-Haenszel columns compare within each
campaign, and adverse needs them to agree. Others: 42501.';
