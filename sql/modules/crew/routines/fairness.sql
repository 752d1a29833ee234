-- Fairness: selection at every stage by declared group. Rates and effect sizes are the extension's.

CREATE OR REPLACE FUNCTION crew.stage_passes(campaign uuid DEFAULT NULL)
RETURNS TABLE (person_id uuid, campaign_id uuid, barrier boolean, shortlist boolean, hire boolean)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 1000
BEGIN ATOMIC
  SELECT c.person_id, c.campaign_id,
         coalesce((SELECT e.dnre ->> 'safety_level' FROM crew.hiring_event e
                   WHERE e.person_id = c.person_id AND e.campaign_id = c.campaign_id ORDER BY e.id LIMIT 1),
                  (harmony.safety_barrier(p.psychometric_snapshot, s."position", crew.safety_rules())).level, 'CLEAR') <> 'DISQUALIFIED',
         c.shortlisted OR c.status IN ('hired', 'joined'),
         c.status IN ('hired', 'joined')
  FROM crew.candidacy c JOIN crew.campaign s ON s.id = c.campaign_id LEFT JOIN assessment.profile p ON p.person_id = c.person_id
  WHERE stage_passes.campaign IS NULL OR c.campaign_id = stage_passes.campaign;
END;
COMMENT ON FUNCTION crew.stage_passes(uuid) IS
'Which stages each candidate of a campaign, or of all, has passed: the safety barrier (as it was when decided, else as it is), the
shortlist, the hire.';

CREATE OR REPLACE FUNCTION crew.fairness(campaign uuid DEFAULT NULL)
RETURNS TABLE (stage text, attribute text, group_name text, selected bigint, total bigint, rate float8, rate_low float8, rate_high float8,
               reference text, impact_ratio float8, adverse boolean, p_value float8, cohens_h float8, phi float8)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 20 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF campaign IS NULL THEN
    PERFORM platform.require_admin();
  ELSE
    PERFORM crew.require_campaign(campaign);
    -- One candidate more, or one put on the shortlist, would show an employer in the counts to which group that person belongs.
    IF NOT (platform.is_privileged() OR platform.is_admin()
            OR EXISTS (SELECT FROM crew.campaign c WHERE c.id = campaign AND c.status = 'archived')) THEN
      RETURN;
    END IF;
  END IF;
  RETURN QUERY
  WITH counted AS (
    SELECT s.stage, g.attribute, g.group_name, s.n, count(*) FILTER (WHERE s.passed) AS selected, count(*) AS total
    FROM crew.stage_passes(campaign) c JOIN crew.declared_group g ON g.person_id = c.person_id
    CROSS JOIN LATERAL (VALUES (1, 'barrier', c.barrier), (2, 'shortlist', c.shortlist), (3, 'hire', c.hire)) s (n, stage, passed)
    GROUP BY s.stage, s.n, g.attribute, g.group_name
  ), stages AS (
    SELECT c.n, c.stage, c.attribute, array_agg(c.group_name ORDER BY c.group_name) AS names,
           array_agg(c.selected ORDER BY c.group_name) AS selected, array_agg(c.total ORDER BY c.group_name) AS totals
    FROM counted c GROUP BY c.n, c.stage, c.attribute
  )
  SELECT s.stage, s.attribute, r.group_name, r.selected, r.total, r.rate, r.rate_low, r.rate_high, r.reference, r.impact_ratio, r.adverse,
         CASE WHEN r.group_name <> r.reference THEN
           (harmony.fisher_exact(r.selected, r.total - r.selected, r.reference_selected,
                                 r.reference_total - r.reference_selected)).p_two_sided END,
         r.cohens_h, r.phi
  FROM stages s CROSS JOIN LATERAL harmony.selection_rates(s.names, s.selected, s.totals,
    (SELECT d.least_people FROM crew.disclosure d WHERE d.what = 'fairness')) r
  ORDER BY s.n, s.attribute, r.group_name;
END
$$;
COMMENT ON FUNCTION crew.fairness(uuid) IS
'Selection rates by declared group at every stage (barrier, shortlist, hire), of one campaign or, for administrators, of all:
four-fifths ratio and effect sizes against the group with the highest rate, with Fisher''s exact test.

Groups under five people (crew.disclosure) are not shown. An employer is shown archived campaigns alone, where nothing changes any
more: elsewhere there is no row.';
