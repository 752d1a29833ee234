-- A campaign's pool through both stages: ranking, explanation, sensitivity.

-- A pool of 10,000 is some 9 MB on its way out: work_mem keeps it in memory.
CREATE OR REPLACE FUNCTION crew.matching(campaign uuid, top bigint DEFAULT NULL) RETURNS SETOF harmony.match_row
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 100 SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET work_mem = '64MB'
AS $$
DECLARE
  request jsonb;
BEGIN
  PERFORM crew.require_live_campaign(campaign), assessment.require_no_test();
  request := crew.match_request(campaign, top, crew.sees_everything());
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
without a profile are left out. Model: the active version.

An employer is shown whole numbers and whole percent (ranks, ties and intervals are of the full figures), nothing of a crew of fewer than
five people whose traits were measured (crew.least_crew): f_team then drops out of the prediction. Of an archived campaign an employer is
shown nothing: 55000.';

CREATE OR REPLACE FUNCTION crew.pairs(vessel uuid, person uuid, profile jsonb, exact boolean) RETURNS jsonb
  LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  WITH member AS MATERIALIZED (
    SELECT a.person_id, a."position", crew.profile_as_read(p.psychometric_snapshot, pairs.exact) AS profile
    FROM crew.assignment a JOIN assessment.profile p ON p.person_id = a.person_id
    WHERE a.vessel_id = pairs.vessel AND a.status = 'active' AND a.person_id <> pairs.person
  )
  SELECT coalesce(jsonb_agg(
    jsonb_build_object('person', d.person_id, 'position', d."position", 'kind', harmony_internal.dyad_kind(d.score))
    || CASE WHEN pairs.exact THEN jsonb_build_object('score', d.score) ELSE '{}' END
    ORDER BY CASE WHEN pairs.exact THEN d.score END, d.person_id), '[]')
  FROM (SELECT m.person_id, m."position", harmony.dyad(one.profile, m.profile) AS score
        FROM member m, (SELECT crew.profile_as_read(pairs.profile, pairs.exact) AS profile OFFSET 0) one) d
  WHERE pairs.exact OR (SELECT harmony_internal.least_measured(array_agg(m.profile)) FROM member m) >= crew.least_crew();
END;
COMMENT ON FUNCTION crew.pairs(uuid, uuid, jsonb, boolean) IS
'How a person is likely to get on with each of a vessel''s crew (harmony.dyad), the lowest score first; not exact: the kinds alone, by
profiles as crew.profile_as_read has them, and of a crew under crew.least_crew() nothing.';

CREATE OR REPLACE FUNCTION crew.shown_impact(document jsonb) RETURNS jsonb
  LANGUAGE sql STABLE STRICT PARALLEL SAFE
BEGIN ATOMIC
  SELECT shown_impact.document || jsonb_build_object(
    'safety', (shown_impact.document -> 'safety') || jsonb_build_object('triggers', (
      SELECT coalesce(jsonb_agg(t.rule - 'value' ORDER BY t.n), '[]')
      FROM jsonb_array_elements(shown_impact.document #> '{safety,triggers}') WITH ORDINALITY t (rule, n))),
    'fit', (shown_impact.document -> 'fit') || jsonb_build_object('competencies', (
      SELECT coalesce(jsonb_object_agg(c.key, c.value || jsonb_build_object('traits', (
        SELECT coalesce(jsonb_agg(
          (t.part - 'counted') || jsonb_build_object('counts_as', crew.level((t.part ->> 'counted')::float8)) ORDER BY t.n), '[]')
        FROM jsonb_array_elements(c.value -> 'traits') WITH ORDINALITY t (part, n)))), '{}')
      FROM jsonb_each(shown_impact.document #> '{fit,competencies}') c)),
    'team', CASE jsonb_typeof(shown_impact.document -> 'team') WHEN 'object' THEN
      jsonb_build_object('without', crew.shown_metrics(shown_impact.document #> '{team,without}'),
                         'with', crew.shown_metrics(shown_impact.document #> '{team,with}'),
                         'delta', jsonb_set(shown_impact.document #> '{team,delta}', '{parts,min_agreeableness}',
                           (shown_impact.document #> '{team,delta,parts,min_agreeableness}') - '{without,with,delta}'::text[]))
      ELSE 'null' END,
    'leadership', CASE jsonb_typeof(shown_impact.document -> 'leadership') WHEN 'object' THEN
      (shown_impact.document -> 'leadership') - 'distance' || jsonb_build_object('gaps', (
        SELECT coalesce(jsonb_agg(g.gap - 'gap' ORDER BY g.n), '[]')
        FROM jsonb_array_elements(shown_impact.document #> '{leadership,gaps}') WITH ORDINALITY g (gap, n)))
      ELSE 'null' END);
END;
COMMENT ON FUNCTION crew.shown_impact(jsonb) IS
'A document of harmony.impact in whole numbers as employers see it: the level of what a trait counted as (counts_as), against its
benchmark, in place of the number, rules without the
value that fired them, of the team no single member''s trait (crew.shown_metrics), and of the leader neither gaps nor distance, which would
tell preferences.';

CREATE OR REPLACE FUNCTION crew.impact_document(campaign uuid, person uuid, exact boolean DEFAULT true) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  request CONSTANT jsonb := crew.match_request(campaign, NULL, exact);
  document jsonb;
  profile jsonb;
BEGIN
  SELECT p.psychometric_snapshot INTO profile FROM assessment.profile p WHERE p.person_id = person;
  IF profile IS NULL THEN
    RETURN NULL;
  END IF;
  document := harmony.impact(profile, request || jsonb_build_object('pool', crew.pool_traits(campaign, person)), person);
  RETURN CASE WHEN exact THEN document ELSE crew.shown_impact(document) END || jsonb_build_object(
    'person', person, 'campaign', campaign,
    'standing', (SELECT jsonb_build_object('pool', cardinality(pool.rows), 'rank', m.rank, 'centile', m.centile,
                                           'centile_low', m.centile_low, 'centile_high', m.centile_high, 'confidence', m.confidence,
                                           'p_top', m.p_top, 'tied_with', m.tied_with)
                 FROM (SELECT crew.match_pool(campaign, request, person) AS rows OFFSET 0) pool, unnest(pool.rows) m
                 WHERE m.person = impact_document.person),
    'pairs', (SELECT crew.pairs(c.vessel_id, impact_document.person, profile, exact) FROM crew.campaign c WHERE c.id = campaign));
END
$$;
COMMENT ON FUNCTION crew.impact_document(uuid, uuid, boolean) IS
'The document of crew.impact, without its check of rights; not exact: as employers see it.';

CREATE OR REPLACE FUNCTION crew.impact(campaign uuid, person uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM crew.require_open_candidate(campaign, person), assessment.require_no_test();
  RETURN crew.impact_document(campaign, person, crew.sees_everything());
END
$$;
COMMENT ON FUNCTION crew.impact(uuid, uuid) IS
'Explains a candidate''s place, and what the crew would be with and without: harmony.impact for the campaign''s position, crew,
vessel and leader, with the standing in the pool and the pairs with each member of the crew, the most difficult first.

Contributions sum to the score; what the candidate lacks counts as in crew.matching. NULL for a candidate without a profile.

An employer is shown whole numbers, the contributions rounded so that they still sum; levels of traits, kinds of pairs; of a crew under
crew.least_crew() neither team nor pairs. Errors: as crew.require_open_candidate.';

CREATE OR REPLACE FUNCTION crew.sensitivity(campaign uuid, top bigint DEFAULT 10) RETURNS SETOF harmony.rank_sensitivity
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 20 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  request jsonb;
BEGIN
  PERFORM crew.require_live_campaign(campaign), assessment.require_no_test();
  request := crew.match_request(campaign, top, crew.sees_everything());
  RETURN QUERY SELECT s.* FROM unnest((
    SELECT harmony.rank_sensitivity(p.person_id, p.psychometric_snapshot, request)
    FROM crew.candidacy c JOIN assessment.profile p ON p.person_id = c.person_id
    WHERE c.campaign_id = campaign AND c.status = 'pending')) s;
END
$$;
COMMENT ON FUNCTION crew.sensitivity(uuid, bigint) IS
'How far the ranking of a campaign depends on each weight of the model: every weight changed by 20 % either way, the rank correlation
with the ranking as it is, and who leaves or enters the first places.';
