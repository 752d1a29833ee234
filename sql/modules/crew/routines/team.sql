-- Teams as they are and as they would be.

CREATE OR REPLACE FUNCTION crew.members(vessel uuid, candidates uuid[] DEFAULT '{}') RETURNS jsonb
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT coalesce(jsonb_agg(jsonb_build_object(
    'id', m.person_id, 'profile', p.psychometric_snapshot, 'role', m."position", 'candidate', m.candidate,
    'label', coalesce(nullif(a.full_name, ''), m."position")) ORDER BY m.person_id), '[]')
  FROM (
    SELECT s.person_id, s."position", false AS candidate FROM crew.assignment s WHERE s.vessel_id = vessel AND s.status = 'active'
    UNION ALL
    SELECT DISTINCT c.id, NULL, true FROM unnest(candidates) c (id)
    WHERE NOT EXISTS (SELECT FROM crew.assignment s WHERE s.vessel_id = vessel AND s.status = 'active' AND s.person_id = c.id)
  ) m JOIN platform.account a ON a.id = m.person_id LEFT JOIN assessment.profile p ON p.person_id = m.person_id;
END;
COMMENT ON FUNCTION crew.members(uuid, uuid[]) IS
'The active crew of a vessel, and these candidates with them, as harmony.sociogram takes them.';

CREATE OR REPLACE FUNCTION crew.sociogram(vessel uuid, candidates uuid[] DEFAULT '{}') RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  picture jsonb;
BEGIN
  PERFORM crew.require_vessel(vessel);
  PERFORM crew.require_persons(candidates);
  picture := harmony.sociogram(crew.members(vessel, candidates), crew.active_model());
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
member''s trait.';

CREATE OR REPLACE FUNCTION crew.team_of(persons uuid[], model jsonb) RETURNS jsonb
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT jsonb_build_object(
    'crew_count', cardinality(t.profiles),
    'harmony', to_jsonb(harmony.harmony_metrics(t.profiles, model)),
    'f_team', to_jsonb(t.fit) || jsonb_build_object('flags_former', harmony_internal.former_team_flags((t.fit).flags)),
    'diagnosis', to_jsonb(harmony.team_diagnosis(to_jsonb(harmony.harmony_metrics(t.profiles, model)), model)))
  FROM (SELECT p.profiles, harmony.f_team(p.profiles, model -> 'f_team') AS fit
        FROM (SELECT ARRAY (
                SELECT p.psychometric_snapshot FROM unnest(persons) u (id) LEFT JOIN assessment.profile p ON p.person_id = u.id
                ORDER BY u.id) AS profiles
              OFFSET 0) p
        OFFSET 0) t;
END;
COMMENT ON FUNCTION crew.team_of(uuid[], jsonb) IS 'Harmony metrics, team fit and diagnosis, by profiles alone, of any set of people.';

CREATE OR REPLACE FUNCTION crew.simulate(vessel uuid, persons uuid[]) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  model CONSTANT jsonb := crew.active_model();
  aboard uuid[];
  wanted uuid[];
  now_team jsonb;
  then_team jsonb;
  pool jsonb;
BEGIN
  PERFORM crew.require_vessel(vessel);
  IF persons IS NULL OR array_position(persons, NULL) IS NOT NULL THEN
    RAISE EXCEPTION 'persons must not be null' USING ERRCODE = 'null_value_not_allowed';
  END IF;
  PERFORM crew.require_persons(persons);
  wanted := ARRAY (SELECT DISTINCT p.id FROM unnest(persons) p (id) ORDER BY p.id);
  aboard := crew.crew_ids(vessel);
  now_team := crew.team_of(aboard, model);
  then_team := crew.team_of(wanted, model);
  pool := (SELECT harmony.pool_traits(p.psychometric_snapshot) FROM assessment.profile p WHERE p.person_id = ANY (wanted));
  RETURN jsonb_build_object(
    'vessel', vessel, 'model_version', coalesce(model ->> 'version', 'default'), 'now', now_team, 'then', then_team,
    'joining', to_jsonb(ARRAY (SELECT unnest(wanted) EXCEPT SELECT unnest(aboard) ORDER BY 1)),
    'leaving', to_jsonb(ARRAY (SELECT unnest(aboard) EXCEPT SELECT unnest(wanted) ORDER BY 1)),
    'delta', (SELECT jsonb_object_agg(d.name, (then_team #>> d.path)::float8 - (now_team #>> d.path)::float8)
              FROM (VALUES
                ('f_team', '{f_team,score}'::text[]), ('performance', '{harmony,performance}'), ('cohesion', '{harmony,cohesion}'),
                ('hidden_conflict', '{diagnosis,hidden_conflict}'),
                ('team_volatility', '{diagnosis,team_volatility}')) d (name, path)),
    'members', (
      SELECT coalesce(jsonb_agg(jsonb_build_object(
        'person', m.person, 'safety_level', m.safety_level, 'y_success', m.y_success, 'p_ind', m.p_ind, 'f_team', m.f_team,
        'f_env', m.f_env, 'f_lmx', m.f_lmx, 'imputed', m.imputed) ORDER BY m.person), '[]')
      FROM unnest(wanted) w (id) CROSS JOIN crew.vessel v
      LEFT JOIN crew.assignment a ON a.person_id = w.id AND a.status = 'active'
      CROSS JOIN LATERAL unnest((
        SELECT harmony.match(p.person_id, p.psychometric_snapshot, harmony.match_request(
          "position" => a."position", benchmarks => crew.benchmarks(a."position"), pool => pool,
          crew => ARRAY (SELECT o.psychometric_snapshot FROM unnest(wanted) c (id)
                         LEFT JOIN assessment.profile o ON o.person_id = c.id WHERE c.id <> w.id),
          environment => v.environment, leadership => crew.leadership(v.id), rules => crew.safety_rules(), model => model))
        FROM assessment.profile p WHERE p.person_id = w.id)) m
      WHERE v.id = vessel));
END
$$;
COMMENT ON FUNCTION crew.simulate(uuid, uuid[]) IS
'What if these people were the whole crew of the vessel: harmony metrics, team fit and diagnosis (by profiles alone, without pulses)
now and then, the differences, who would join and leave, and each member''s predicted success in that crew.

A trait that a member lacks counts as the mean of these people (imputed names it).';
