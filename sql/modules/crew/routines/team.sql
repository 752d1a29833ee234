-- Teams as they are and as they would be.

CREATE OR REPLACE FUNCTION crew.members(vessel uuid, candidates uuid[] DEFAULT '{}', exact boolean DEFAULT true) RETURNS jsonb
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT coalesce(jsonb_agg(jsonb_build_object(
    'id', m.person_id, 'profile', crew.profile_as_read(p.psychometric_snapshot, exact), 'role', m."position", 'candidate', m.candidate,
    'label', coalesce(nullif(a.full_name, ''), m."position")) ORDER BY m.person_id), '[]')
  FROM (
    SELECT s.person_id, s."position", false AS candidate FROM crew.assignment s WHERE s.vessel_id = vessel AND s.status = 'active'
    UNION ALL
    SELECT DISTINCT c.id, NULL, true FROM unnest(candidates) c (id)
    WHERE NOT EXISTS (SELECT FROM crew.assignment s WHERE s.vessel_id = vessel AND s.status = 'active' AND s.person_id = c.id)
  ) m JOIN platform.account a ON a.id = m.person_id LEFT JOIN assessment.profile p ON p.person_id = m.person_id;
END;
COMMENT ON FUNCTION crew.members(uuid, uuid[], boolean) IS
'The active crew of a vessel, and these candidates with them, as harmony.sociogram takes them, with profiles as crew.profile_as_read has
them.';

CREATE OR REPLACE FUNCTION crew.sociogram(vessel uuid, candidates uuid[] DEFAULT '{}') RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  exact CONSTANT boolean := crew.sees_everything();
  picture jsonb;
BEGIN
  PERFORM crew.require_vessel(vessel), crew.require_persons(candidates), assessment.require_no_test();
  IF NOT exact AND harmony_internal.least_measured(crew.crew_profiles(vessel)) < crew.least_crew() THEN
    RETURN jsonb_build_object('nodes', '[]'::jsonb, 'edges', '[]'::jsonb, 'summary', NULL, 'model_version', NULL,
                              'reason', crew.under_least());
  END IF;
  picture := harmony.sociogram(crew.members(vessel, candidates, exact), crew.active_model(), NOT exact);
  -- Nothing of a node tells of one person's traits: the size is by position.
  RETURN jsonb_set(picture, '{nodes}', (
    SELECT coalesce(jsonb_agg(n.node - '{emotional_stability,colour}'::text[] ORDER BY n.i), '[]')
    FROM jsonb_array_elements(picture -> 'nodes') WITH ORDINALITY n (node, i)));
END
$$;
COMMENT ON FUNCTION crew.sociogram(uuid, uuid[]) IS
'Who gets on with whom aboard: nodes with places, edges as synergy, friction or neutral; with candidates a preview of the crew with
them.

Nodes have a size by position; the colour and the score of emotional stability that harmony.sociogram gives are left out, as they are one
member''s trait. An employer is shown the kinds of pairs, no scores, and nothing of a crew under crew.least_crew(): the picture is empty and
has a reason. Candidates: as crew.require_persons.';

CREATE OR REPLACE FUNCTION crew.team_of(persons uuid[], model jsonb, exact boolean DEFAULT true) RETURNS jsonb
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT jsonb_build_object(
    'crew_count', cardinality(t.profiles), 'measured', harmony_internal.least_measured(t.profiles),
    'harmony', to_jsonb(harmony.harmony_metrics(t.profiles, model)),
    'f_team', to_jsonb(t.fit) || jsonb_build_object('flags_former', harmony_internal.former_team_flags((t.fit).flags)),
    'diagnosis', to_jsonb(harmony.team_diagnosis(to_jsonb(harmony.harmony_metrics(t.profiles, model)), model)))
  FROM (SELECT p.profiles, harmony.f_team(p.profiles, model -> 'f_team') AS fit
        FROM (SELECT ARRAY (
                SELECT crew.profile_as_read(p.psychometric_snapshot, exact)
                FROM unnest(persons) u (id) LEFT JOIN assessment.profile p ON p.person_id = u.id
                ORDER BY u.id) AS profiles
              OFFSET 0) p
        OFFSET 0) t;
END;
COMMENT ON FUNCTION crew.team_of(uuid[], jsonb, boolean) IS
'Harmony metrics, team fit and diagnosis, by profiles alone (as crew.profile_as_read has them), of any set of people.';

CREATE OR REPLACE FUNCTION crew.places(vessel uuid, persons uuid[])
RETURNS TABLE (person_id uuid, "position" text, is_lifted boolean)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 20
BEGIN ATOMIC
  SELECT DISTINCT ON (p.id) p.id, h."position", coalesce(h.is_lifted, false)
  FROM unnest(persons) p (id) LEFT JOIN LATERAL (
    SELECT 1 AS nth, a."position", false AS is_lifted, a.created_at AS since
    FROM crew.assignment a JOIN crew.vessel w ON w.id = a.vessel_id JOIN crew.vessel v ON v.organization_id = w.organization_id
    WHERE v.id = places.vessel AND a.person_id = p.id AND a.status = 'active'
    UNION ALL
    SELECT CASE WHEN s.vessel_id = places.vessel THEN 2 ELSE 3 END, s."position", c.person_id = ANY (crew.lifted(s.id)), c.applied_at
    FROM crew.candidacy c JOIN crew.campaign s ON s.id = c.campaign_id JOIN crew.vessel v ON v.organization_id = s.organization_id
    WHERE v.id = places.vessel AND c.person_id = p.id AND c.status IN ('pending', 'hired') AND s.status IN ('open', 'closed')
  ) h ON true
  ORDER BY p.id, h.nth, h.since DESC;
END;
COMMENT ON FUNCTION crew.places(uuid, uuid[]) IS
'As what each person would serve on a vessel: the position that the person has with the vessel''s employer, else the one applied for, on
this vessel first, with the barrier lifted or not; NULL for others. Where somebody serves for another employer is not read.';

CREATE OR REPLACE FUNCTION crew.simulate(vessel uuid, persons uuid[]) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  exact CONSTANT boolean := crew.sees_everything();
  least_people CONSTANT integer := CASE WHEN exact THEN 0 ELSE crew.least_crew() END;
  model CONSTANT jsonb := crew.active_model();
  aboard uuid[];
  wanted uuid[];
  now_team jsonb;
  then_team jsonb;
  delta jsonb;
  smaller integer;
BEGIN
  PERFORM crew.require_vessel(vessel), crew.require_settled_vessel(vessel);
  PERFORM platform.require_list('persons', persons);
  PERFORM platform.require_limit('people_in_a_simulation', cardinality(persons));
  wanted := ARRAY (SELECT DISTINCT p.id FROM unnest(persons) p (id) ORDER BY p.id);
  PERFORM crew.require_persons(wanted), assessment.require_no_test();
  aboard := crew.crew_ids(vessel);
  now_team := crew.team_of(aboard, model, exact);
  then_team := crew.team_of(wanted, model, exact);
  smaller := least((now_team ->> 'measured')::integer, (then_team ->> 'measured')::integer);
  delta := (SELECT jsonb_object_agg(d.name, (then_team #>> d.path)::float8 - (now_team #>> d.path)::float8)
            FROM (VALUES
              ('f_team', '{f_team,score}'::text[]), ('performance', '{harmony,performance}'), ('cohesion', '{harmony,cohesion}'),
              ('hidden_conflict', '{diagnosis,hidden_conflict}'),
              ('team_volatility', '{diagnosis,team_volatility}')) d (name, path));
  RETURN jsonb_build_object(
    'vessel', vessel, 'model_version', coalesce(model ->> 'version', 'default'),
    'now', crew.shown_team(now_team, exact, least_people), 'then', crew.shown_team(then_team, exact, least_people),
    'joining', to_jsonb(ARRAY (SELECT unnest(wanted) EXCEPT SELECT unnest(aboard) ORDER BY 1)),
    'leaving', to_jsonb(ARRAY (SELECT unnest(aboard) EXCEPT SELECT unnest(wanted) ORDER BY 1)),
    'delta', CASE WHEN exact THEN delta WHEN smaller >= least_people THEN crew.whole(delta) END,
    'members', crew.simulated_members(vessel, wanted, exact))
    || CASE WHEN smaller < least_people THEN jsonb_build_object('note', crew.under_least()) ELSE '{}' END;
END
$$;
COMMENT ON FUNCTION crew.simulate(uuid, uuid[]) IS
'What if these people were the whole crew of the vessel: harmony metrics, team fit and diagnosis (by profiles alone, without pulses)
now and then, the differences, who would join and leave, and each member''s predicted success in that crew.

A trait that a member lacks counts as the mean of these people (imputed names it). A request names 50 people at most (platform.limit;
54000), of an employer its crews and its open candidates (crew.require_persons, 42501); a barrier that was lifted for a candidate counts
as lifted. An employer is shown whole numbers of a crew as crew.profile_as_read has it, and nothing of one under crew.least_crew(): then
now, then and delta are null, the members have no f_team, no trait that fewer have is filled in, and there is a note.';

CREATE OR REPLACE FUNCTION crew.shown_team(team jsonb, exact boolean, least_people integer) RETURNS jsonb
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE WHEN exact THEN team
              WHEN (team ->> 'measured')::integer >= least_people THEN team || jsonb_build_object(
                'harmony', crew.shown_metrics(team -> 'harmony'), 'f_team', crew.shown_metrics(team -> 'f_team'),
                'diagnosis', crew.shown_metrics(team -> 'diagnosis')) END;
COMMENT ON FUNCTION crew.shown_team(jsonb, boolean, integer) IS
'What crew.team_of tells of a crew, as it is or as employers see it (crew.shown_metrics): NULL for a crew of fewer than the least.';

CREATE OR REPLACE FUNCTION crew.rules_that_fire(profile jsonb, "position" text) RETURNS jsonb
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN (SELECT coalesce(jsonb_agg(t.rule - 'value' || '{"below": 101}'), '[]')
          FROM jsonb_array_elements((harmony.safety_barrier(profile, "position", crew.safety_rules())).triggers) t (rule));
COMMENT ON FUNCTION crew.rules_that_fire(jsonb, text) IS
'The safety rules that fire for a profile, at any value: the barrier judges the profile as it is, where the rest reads it in steps.';

CREATE OR REPLACE FUNCTION crew.simulated_members(vessel uuid, persons uuid[], exact boolean) RETURNS jsonb
  LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  WITH pool AS MATERIALIZED (
    SELECT harmony.pool_traits(crew.profile_as_read(p.psychometric_snapshot, exact)) AS traits
    FROM assessment.profile p WHERE p.person_id = ANY (persons)
  )
  SELECT coalesce(jsonb_agg(jsonb_build_object(
    'person', m.person, 'safety_level', m.safety_level, 'y_success', m.y_success, 'p_ind', m.p_ind, 'f_team', m.f_team,
    'f_env', m.f_env, 'f_lmx', m.f_lmx, 'imputed', m.imputed, 'flags', m.flags) ORDER BY m.person), '[]')
  FROM crew.places(simulated_members.vessel, simulated_members.persons) w CROSS JOIN crew.vessel v CROSS JOIN pool
  CROSS JOIN LATERAL unnest((
    SELECT harmony.match(p.person_id, crew.profile_as_read(p.psychometric_snapshot, exact), harmony.match_request(
      "position" => w."position", benchmarks => crew.benchmarks(w."position"), pool => pool.traits,
      crew => ARRAY (SELECT crew.profile_as_read(o.psychometric_snapshot, exact) FROM unnest(persons) c (id)
                     LEFT JOIN assessment.profile o ON o.person_id = c.id WHERE c.id <> w.person_id),
      environment => v.environment, leadership => crew.leadership(v.id, exact), model => crew.active_model(),
      rules => CASE WHEN exact THEN crew.safety_rules() ELSE crew.rules_that_fire(p.psychometric_snapshot, w."position") END,
      lifted => CASE WHEN w.is_lifted THEN ARRAY[w.person_id] END, decimals => CASE WHEN NOT exact THEN 0 END,
      least_team => CASE WHEN NOT exact THEN crew.least_crew() END))
    FROM assessment.profile p WHERE p.person_id = w.person_id)) m
  WHERE v.id = simulated_members.vessel;
END;
COMMENT ON FUNCTION crew.simulated_members(uuid, uuid[], boolean) IS
'What crew.simulate tells of each member of a crew of these people; not exact: as employers see it, by profiles as crew.profile_as_read has
them, but for the safety level.';
