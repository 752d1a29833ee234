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

CREATE OR REPLACE FUNCTION crew.fairness(campaign uuid DEFAULT NULL)
RETURNS TABLE (attribute text, group_name text, stage text, n bigint, selected bigint, rate float8, rate_low float8, rate_high float8,
               reference text, ratio float8, rejection_ratio float8, risk_difference float8, rd_low float8, rd_high float8, p float8,
               p_adjusted float8, z float8, adverse boolean, adverse_rejection boolean, decisions_to_turn bigint, mh_odds_ratio float8,
               mh_low float8, mh_high float8, mh_p float8)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 50 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  sees_everything CONSTANT boolean := platform.is_privileged() OR platform.is_admin();
  least_people CONSTANT integer := (SELECT d.least_people FROM crew.disclosure d WHERE d.what = 'fairness');
BEGIN
  IF campaign IS NULL THEN
    PERFORM platform.require_admin();
  ELSE
    PERFORM crew.require_campaign(campaign);
    -- One candidate more, or one put on the shortlist, would show an employer in the counts to which group that person belongs.
    IF NOT (sees_everything OR EXISTS (SELECT FROM crew.campaign c WHERE c.id = campaign AND c.status = 'archived')) THEN
      RETURN;
    END IF;
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
         r.mh_odds_ratio, r.mh_low, r.mh_high, r.mh_p
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
'Selection rates by declared group at every stage (barrier, shortlist, hire), of one campaign or, for administrators, of all: what
harmony.selection_rates tells of each attribute, and for administrators of each two attributes together.

Two rows a group and stage: against all others together, with the tests and the verdict, and against the group with the highest rate.
p_adjusted is over the groups and stages of an attribute. A lifted barrier counts as not passed. Of all campaigns, the Mantel-Haenszel
columns compare within each campaign, and adverse needs them to agree. Groups under five people (crew.disclosure) are not shown. An
employer is shown archived campaigns alone, where nothing changes any more: elsewhere there is no row.';
