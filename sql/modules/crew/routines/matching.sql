-- A campaign's pool through both stages: ranking, explanation, sensitivity.

-- A pool of 10,000 is some 9 MB on its way out: work_mem keeps it in memory.
CREATE OR REPLACE FUNCTION crew.matching(campaign uuid, top bigint DEFAULT NULL) RETURNS SETOF harmony.match_row
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 100 SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET work_mem = '64MB'
AS $$
DECLARE
  request jsonb;
BEGIN
  PERFORM crew.require_campaign(campaign);
  request := crew.match_request(campaign, top);
  RETURN QUERY SELECT m.* FROM unnest((
    SELECT harmony.match(p.person_id, p.psychometric_snapshot, request)
    FROM crew.candidacy c JOIN assessment.profile p ON p.person_id = c.person_id
    WHERE c.campaign_id = campaign AND c.status = 'pending')) m;
END
$$;
COMMENT ON FUNCTION crew.matching(uuid, bigint) IS
'The pending candidates of a campaign, ranked: fit to the position (g_fit with centile) and predicted success with the vessel''s crew
(y_success with its terms), one row a candidate, the best first; each with its 90 % interval, how many others cannot be told apart, and the
probability to be among the best top (10 when NULL) by 1,000 draws of the first 1,000 rows.

A trait that a candidate lacks counts as the mean of those who have it (imputed names it). top: so many rows only; all when NULL. Candidates
without a profile are left out. Model: the active version.';

CREATE OR REPLACE FUNCTION crew.require_candidate(campaign uuid, person uuid) RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM crew.require_campaign(campaign);
  IF NOT EXISTS (SELECT FROM crew.candidacy c WHERE c.person_id = person AND c.campaign_id = campaign) THEN
    RAISE EXCEPTION 'person % is no candidate of campaign %', person, campaign USING ERRCODE = 'invalid_parameter_value';
  END IF;
END
$$;
COMMENT ON FUNCTION crew.require_candidate(uuid, uuid) IS
'As crew.require_campaign, and the person has applied to it, else an error 22023.';

CREATE OR REPLACE FUNCTION crew.impact_document(campaign uuid, person uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  request CONSTANT jsonb := crew.match_request(campaign);
  profile jsonb;
BEGIN
  SELECT p.psychometric_snapshot INTO profile FROM assessment.profile p WHERE p.person_id = person;
  IF profile IS NULL THEN
    RETURN NULL;
  END IF;
  RETURN harmony.impact(profile, request || jsonb_build_object('pool', crew.pool_traits(campaign, person)), person) || jsonb_build_object(
    'person', person, 'campaign', campaign,
    'standing', (SELECT jsonb_build_object('pool', cardinality(pool.rows), 'rank', m.rank, 'centile', m.centile,
                                           'centile_low', m.centile_low, 'centile_high', m.centile_high, 'confidence', m.confidence,
                                           'p_top', m.p_top, 'tied_with', m.tied_with)
                 FROM (SELECT crew.match_pool(campaign, request, person) AS rows OFFSET 0) pool, unnest(pool.rows) m
                 WHERE m.person = impact_document.person),
    'pairs', (SELECT coalesce(jsonb_agg(jsonb_build_object('person', d.person_id, 'position', d."position", 'score', d.score)
                                        ORDER BY d.score, d.person_id), '[]')
              FROM (SELECT a.person_id, a."position", harmony.dyad(profile, p.psychometric_snapshot) AS score
                    FROM crew.campaign c
                    JOIN crew.assignment a ON a.vessel_id = c.vessel_id AND a.status = 'active' AND a.person_id <> impact_document.person
                    JOIN assessment.profile p ON p.person_id = a.person_id WHERE c.id = campaign) d));
END
$$;
COMMENT ON FUNCTION crew.impact_document(uuid, uuid) IS 'The document of crew.impact, without its check of rights.';

CREATE OR REPLACE FUNCTION crew.impact(campaign uuid, person uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM crew.require_candidate(campaign, person);
  RETURN crew.impact_document(campaign, person);
END
$$;
COMMENT ON FUNCTION crew.impact(uuid, uuid) IS
'Explains a candidate''s place, and what the crew would be with and without: harmony.impact for the campaign''s position, crew,
vessel and leader, with the standing in the pool and the pairs with each member of the crew, the most difficult first.

Contributions sum to the score; what the candidate lacks counts as in crew.matching. NULL for a candidate without a profile.';

CREATE OR REPLACE FUNCTION crew.sensitivity(campaign uuid, top bigint DEFAULT 10) RETURNS SETOF harmony.rank_sensitivity
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 20 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  request jsonb;
BEGIN
  PERFORM crew.require_campaign(campaign);
  request := crew.match_request(campaign, top);
  RETURN QUERY SELECT s.* FROM unnest((
    SELECT harmony.rank_sensitivity(p.person_id, p.psychometric_snapshot, request)
    FROM crew.candidacy c JOIN assessment.profile p ON p.person_id = c.person_id
    WHERE c.campaign_id = campaign AND c.status = 'pending')) s;
END
$$;
COMMENT ON FUNCTION crew.sensitivity(uuid, bigint) IS
'How far the ranking of a campaign depends on each weight of the model: every weight changed by 20 % either way, the rank correlation
with the ranking as it is, and who leaves or enters the first places.';
