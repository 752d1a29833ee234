-- The inputs of every computation: model, benchmarks, safety rules, crew, leader, pool. The arithmetic is the extension's.

CREATE OR REPLACE FUNCTION crew.active_model() RETURNS jsonb
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN (SELECT m.model FROM crew.model_version m WHERE m.is_active);
COMMENT ON FUNCTION crew.active_model() IS 'The document of the active model version; NULL, which is the defaults, where none is active.';

CREATE OR REPLACE FUNCTION crew.benchmarks("position" text) RETURNS jsonb
  LANGUAGE sql STABLE STRICT PARALLEL SAFE
  RETURN (SELECT jsonb_object_agg(b.trait, jsonb_build_object('benchmark', b.benchmark, 'polarity', coalesce(b.polarity, t.polarity)))
          FROM crew.position_benchmark b JOIN assessment.trait t ON t.code = b.trait WHERE b."position" = benchmarks."position");
COMMENT ON FUNCTION crew.benchmarks(text) IS 'A position''s benchmarks as harmony.match_request takes them; NULL where it has none.';

CREATE OR REPLACE FUNCTION crew.safety_rules() RETURNS jsonb
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN (SELECT coalesce(jsonb_agg(jsonb_strip_nulls(to_jsonb(r) - 'id') ORDER BY r.id), '[]') FROM crew.safety_rule r);
COMMENT ON FUNCTION crew.safety_rules() IS 'The safety rules as harmony.match_request takes them, for all positions.';

CREATE OR REPLACE FUNCTION crew.fired_rules(campaign uuid, person uuid) RETURNS jsonb
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN (SELECT coalesce(jsonb_agg(t.rule - 'value' ORDER BY t.n), '[]')
          FROM crew.campaign c JOIN assessment.profile p ON p.person_id = fired_rules.person
          CROSS JOIN jsonb_array_elements(
            (harmony.safety_barrier(p.psychometric_snapshot, c."position", crew.safety_rules())).triggers) WITH ORDINALITY t (rule, n)
          WHERE c.id = fired_rules.campaign);
COMMENT ON FUNCTION crew.fired_rules(uuid, uuid) IS
'The safety rules of a campaign''s position that fire for a person, worst first, without the person''s values: [{"trait", "below",
"effect"}].';

CREATE OR REPLACE FUNCTION crew.lifted(campaign uuid) RETURNS uuid[]
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN ARRAY (
    SELECT l.person_id
    FROM (SELECT DISTINCT ON (b.person_id) b.person_id, b.is_lifted, b.triggers FROM crew.barrier_lift b
          WHERE b.campaign_id = lifted.campaign ORDER BY b.person_id, b.id DESC) l
    WHERE l.is_lifted AND NOT EXISTS (
      SELECT FROM jsonb_array_elements(crew.fired_rules(lifted.campaign, l.person_id)) r (rule)
      WHERE r.rule ->> 'effect' = 'DISQUALIFIED' AND NOT l.triggers @> jsonb_build_array(r.rule))
    ORDER BY l.person_id);
COMMENT ON FUNCTION crew.lifted(uuid) IS
'The candidates of a campaign for whom the employer has lifted the safety barrier.

A lift holds for the rules that fired when it was made: where another one disqualifies since, it does not count.';

CREATE OR REPLACE FUNCTION crew.profile_as_read(profile jsonb, exact boolean) RETURNS jsonb
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE WHEN exact THEN profile
              ELSE harmony_internal.profile_in_steps(profile, (SELECT s.trait_step FROM crew.setting s)) END;
COMMENT ON FUNCTION crew.profile_as_read(jsonb, boolean) IS
'A crew member''s profile as computations read it: as it is, or, not exact, in steps of crew.setting.trait_step.

What employers are shown of a crew is made of the steps. Looks without number, at teams with people whose answers they choose, then tell
the step at which somebody stands, and never more.';

CREATE OR REPLACE FUNCTION crew.crew_profiles(vessel uuid, exact boolean DEFAULT true) RETURNS jsonb[]
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN ARRAY (
    SELECT crew.profile_as_read(p.psychometric_snapshot, exact)
    FROM crew.assignment a LEFT JOIN assessment.profile p ON p.person_id = a.person_id
    WHERE a.vessel_id = vessel AND a.status = 'active'
    ORDER BY a.person_id);
COMMENT ON FUNCTION crew.crew_profiles(uuid, boolean) IS
'The profiles of a vessel''s active crew as crew.profile_as_read has them, NULL for a member without one.';

CREATE OR REPLACE FUNCTION crew.crew_ids(vessel uuid) RETURNS uuid[]
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN ARRAY (
    SELECT a.person_id FROM crew.assignment a
    WHERE a.vessel_id = vessel AND a.status = 'active'
    ORDER BY a.person_id);
COMMENT ON FUNCTION crew.crew_ids(uuid) IS 'A vessel''s active crew, in the order of crew.crew_profiles.';

CREATE OR REPLACE FUNCTION crew.leadership(vessel uuid, exact boolean DEFAULT true) RETURNS jsonb
  LANGUAGE sql STABLE STRICT PARALLEL SAFE
  RETURN (SELECT coalesce(v.leadership, crew.profile_as_read(p.psychometric_snapshot -> 'leadership_preferences', exact))
          FROM crew.vessel v LEFT JOIN assessment.profile p ON p.person_id = v.leader_id WHERE v.id = vessel);
COMMENT ON FUNCTION crew.leadership(uuid, boolean) IS
'How a vessel is led: its own leadership, else the preferences in the leader''s profile as crew.profile_as_read has them, else NULL.';

CREATE OR REPLACE FUNCTION crew.least_crew() RETURNS integer
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce((SELECT d.least_people FROM crew.disclosure d WHERE d.what = 'crew'), 5);
COMMENT ON FUNCTION crew.least_crew() IS
'Of how many people with a measured agreeableness, conscientiousness and emotional stability a crew has to be before an employer is told
anything of it (crew.disclosure; 5).';

CREATE OR REPLACE FUNCTION crew.match_request(campaign uuid, top bigint DEFAULT NULL, exact boolean DEFAULT true) RETURNS jsonb
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN (SELECT harmony.match_request(c."position", crew.benchmarks(c."position"), crew.crew_profiles(c.vessel_id, exact),
                                       v.environment, crew.leadership(v.id, exact), crew.safety_rules(), crew.active_model(), top,
                                       crew.crew_ids(c.vessel_id), crew.lifted(c.id), draws => 1000,
                                       decimals => CASE WHEN NOT exact THEN 0 END,
                                       least_team => CASE WHEN NOT exact THEN crew.least_crew() END)
          FROM crew.campaign c JOIN crew.vessel v ON v.id = c.vessel_id WHERE c.id = campaign);
COMMENT ON FUNCTION crew.match_request(uuid, bigint, boolean) IS
'What a campaign''s candidates are matched against, as harmony.match takes it: position, benchmarks, crew, vessel, leader, rules and
the active model.

A candidate who is crew is matched with the others; where the employer has lifted the barrier for one, it counts as lifted. It asks
for 1,000 draws, seed 0: equal pools give equal p_top. Not exact: as employers see it, in whole numbers, crew and leader as
crew.profile_as_read has them, without a crew of fewer than crew.least_crew() people, whose fit then drops out of the prediction, and
without the means of traits that fewer of the pool have.';

CREATE OR REPLACE FUNCTION crew.pool_traits(campaign uuid, besides uuid DEFAULT NULL) RETURNS jsonb
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN (SELECT harmony.pool_traits(p.psychometric_snapshot)
          FROM crew.candidacy c JOIN assessment.profile p ON p.person_id = c.person_id
          WHERE c.campaign_id = campaign AND (c.status = 'pending' OR c.person_id = besides));
COMMENT ON FUNCTION crew.pool_traits(uuid, uuid) IS
'The traits of the people of crew.match_pool: what stands in for what one of them lacks, where that one is explained alone.';

CREATE OR REPLACE FUNCTION crew.match_pool(campaign uuid, request jsonb, besides uuid DEFAULT NULL) RETURNS harmony.match_row[]
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN (SELECT harmony.match(p.person_id, p.psychometric_snapshot, request)
          FROM crew.candidacy c JOIN assessment.profile p ON p.person_id = c.person_id
          WHERE c.campaign_id = campaign AND (c.status = 'pending' OR c.person_id = besides));
COMMENT ON FUNCTION crew.match_pool(uuid, jsonb, uuid) IS
'The pending candidates of a campaign, and one person besides, through both stages; NULL for an empty pool.';
