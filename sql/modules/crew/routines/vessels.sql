-- What employers and crew members change.

CREATE OR REPLACE FUNCTION crew.require_small(document jsonb, what text) RETURNS void
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  most CONSTANT integer := 10000;
BEGIN
  IF octet_length(document::text) > most THEN
    RAISE EXCEPTION 'the % is too large', what
      USING ERRCODE = 'program_limit_exceeded', HINT = format('It may have %s bytes as text.', most);
  END IF;
END
$$;
COMMENT ON FUNCTION crew.require_small(jsonb, text) IS 'Passes for a document of at most 10,000 bytes as text, else an error 54000.';

CREATE OR REPLACE FUNCTION crew.require_position("position" text) RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM crew."position" p WHERE p.name = require_position."position") THEN
    RAISE EXCEPTION 'position "%" does not exist', left("position", 100) USING ERRCODE = 'invalid_parameter_value';
  END IF;
END
$$;
COMMENT ON FUNCTION crew.require_position(text) IS 'Passes for a position that there is (crew.position), else an error 22023.';

CREATE OR REPLACE FUNCTION crew.add_vessel(organization uuid, name text, environment jsonb DEFAULT '{}') RETURNS uuid
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  vessel uuid;
BEGIN
  PERFORM platform.require_organization(organization), platform.require_text('name', name, 200);
  PERFORM harmony.check_match_request(harmony.match_request(environment => environment));  -- nulls too: they are not stored
  PERFORM platform.take_turn('vessels', ARRAY[organization]);
  PERFORM platform.require_limit('vessels', 1 + (
    SELECT count(*) FROM crew.vessel v
    WHERE v.organization_id = organization AND v.created_at > platform.limit_start('vessels')));
  INSERT INTO crew.vessel (organization_id, name, environment, basis_set_in)
  VALUES (organization, add_vessel.name, jsonb_strip_nulls(coalesce(add_vessel.environment, '{}')), pg_current_xact_id())
  RETURNING id INTO vessel;
  PERFORM platform.audit('vessel.added', 'crew.vessel/' || vessel, jsonb_build_object('organization', organization));
  RETURN vessel;
END
$$;
COMMENT ON FUNCTION crew.add_vessel(uuid, text, jsonb) IS
'Adds a vessel to an employer''s fleet and returns it.

Its crew comes by boarding passes and campaigns, its leader by crew.set_leader. A request adds 20 in 30 days (platform.limit; PT429), in
the audit trail. A name that is blank or longer than 200 characters: 22023.';

CREATE OR REPLACE FUNCTION crew.set_leader(vessel uuid, person uuid) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM crew.require_vessel(vessel);
  IF person IS NOT NULL THEN
    -- Whoever is leaving, or whose account is being erased, is waited for; whoever leaves afterwards waits, and then leads no more.
    PERFORM FROM platform.account a WHERE a.id = person FOR KEY SHARE;
    PERFORM FROM crew.assignment a WHERE a.person_id = person AND a.vessel_id = vessel AND a.status = 'active' FOR SHARE;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'person % is not active crew of vessel %', person, vessel
        USING ERRCODE = 'object_not_in_prerequisite_state', HINT = 'A leader is one of the crew.';
    END IF;
  END IF;
  UPDATE crew.vessel v SET leader_id = person, basis_set_in = pg_current_xact_id() WHERE v.id = vessel;
  PERFORM platform.audit('leader.changed', 'crew.vessel/' || vessel, jsonb_build_object('leader', person));
END
$$;
COMMENT ON FUNCTION crew.set_leader(uuid, uuid) IS
'Makes a member of the active crew the leader of the vessel; NULL: nobody leads.

In the audit trail (leader.changed). A request sees no prediction with the new leader before it is committed. Errors: 42501 for another
employer''s vessel, 55000 for a person who is not active crew of the vessel.';

CREATE OR REPLACE FUNCTION crew.set_environment(vessel uuid, environment jsonb) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  changed jsonb;
BEGIN
  PERFORM crew.require_vessel(vessel);
  IF environment IS NULL THEN
    RAISE EXCEPTION 'environment must not be null' USING ERRCODE = 'null_value_not_allowed';
  END IF;
  PERFORM harmony.check_match_request(harmony.match_request(environment => environment));  -- nulls too: they are not stored
  PERFORM platform.take_turn('environment_changes', ARRAY[vessel]);
  UPDATE crew.vessel v SET environment = jsonb_strip_nulls(v.environment || set_environment.environment),
                           basis_set_in = pg_current_xact_id()
  WHERE v.id = vessel RETURNING v.environment INTO changed;
  -- Small steps would show where predictions turn, and so a candidate's traits.
  PERFORM platform.require_limit('environment_changes', 1 + (
    SELECT count(*) FROM platform.audit_event e
    WHERE e.object = 'crew.vessel/' || vessel AND e.action = 'environment.changed'
      AND e.happened_at > platform.limit_start('environment_changes')));
  PERFORM platform.audit('environment.changed', 'crew.vessel/' || vessel, changed);
  RETURN changed;
END
$$;
COMMENT ON FUNCTION crew.set_environment(uuid, jsonb) IS
'Changes what is named of a vessel''s environment, keeps the rest, removes what is null; returns all of it.

Keys and ranges: crew.vessel.environment. A request changes one vessel''s five times in 30 days (platform.limit; PT429), in the
audit trail, and sees no prediction with it before it is committed.';

CREATE OR REPLACE FUNCTION crew.change_vessel(vessel uuid, name text, leadership jsonb, is_active boolean) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  former record;
  changed jsonb;
BEGIN
  PERFORM crew.require_vessel(vessel), platform.require_text('name', name, 200);
  IF is_active IS NULL THEN
    RAISE EXCEPTION 'is_active must not be null' USING ERRCODE = 'null_value_not_allowed';
  END IF;
  SELECT v.name, v.leadership, v.is_active INTO former FROM crew.vessel v WHERE v.id = vessel FOR NO KEY UPDATE;
  UPDATE crew.vessel v SET name = change_vessel.name, leadership = change_vessel.leadership, is_active = change_vessel.is_active
  WHERE v.id = vessel RETURNING v.leadership INTO changed;
  IF (former.name, former.is_active) IS DISTINCT FROM (change_vessel.name, change_vessel.is_active) THEN
    PERFORM platform.audit('vessel.changed', 'crew.vessel/' || vessel, jsonb_build_object('name', name, 'is_active', is_active));
  END IF;
  IF former.leadership IS DISTINCT FROM changed THEN
    -- As the environment: small steps would show where predictions turn, and so what a candidate prefers.
    UPDATE crew.vessel v SET basis_set_in = pg_current_xact_id() WHERE v.id = vessel;
    PERFORM platform.take_turn('leadership_changes', ARRAY[vessel]);
    PERFORM platform.require_limit('leadership_changes', 1 + (
      SELECT count(*) FROM platform.audit_event e
      WHERE e.object = 'crew.vessel/' || vessel AND e.action = 'leadership.changed'
        AND e.happened_at > platform.limit_start('leadership_changes')));
    PERFORM platform.audit('leadership.changed', 'crew.vessel/' || vessel, coalesce(changed, '{}'));
  END IF;
  RETURN changed;
END
$$;
COMMENT ON FUNCTION crew.change_vessel(uuid, text, jsonb, boolean) IS
'Changes name, leadership and is_active of a vessel; returns the leadership as it is stored.

For clients of its employer (42501). leadership: as harmony.match_request() takes it; NULL: as the leader''s profile says. It changes five
times in 30 days (platform.limit; PT429), and a request sees no prediction with it before it is committed. In the audit trail:
leadership.changed, vessel.changed. Errors 22023: a blank name or a longer one than 200 characters, a leadership that is none.';

CREATE OR REPLACE FUNCTION crew.shortlist(campaign uuid, persons uuid[], shortlisted boolean DEFAULT true) RETURNS bigint
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  n bigint;
BEGIN
  PERFORM crew.require_campaign(campaign);
  PERFORM platform.require_list('persons', persons);
  PERFORM platform.require_limit('people_on_a_shortlist', cardinality(persons));
  PERFORM FROM crew.campaign c WHERE c.id = campaign AND c.status IN ('open', 'closed') FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'campaign % is neither open nor closed', campaign USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  -- In one order: whoever shortlists the same people at once waits, and not in a circle.
  PERFORM FROM crew.candidacy c WHERE c.campaign_id = campaign AND c.person_id = ANY (persons) AND c.status = 'pending'
  ORDER BY c.person_id FOR NO KEY UPDATE;
  UPDATE crew.candidacy c SET shortlisted = shortlist.shortlisted
  WHERE c.campaign_id = campaign AND c.person_id = ANY (persons) AND c.status = 'pending';
  GET DIAGNOSTICS n = ROW_COUNT;
  RETURN n;
END
$$;
COMMENT ON FUNCTION crew.shortlist(uuid, uuid[], boolean) IS
'Puts pending candidates of a campaign on its shortlist, or takes them off, while it is open or closed; returns how many.

At most 10000 persons in one call (54000), named as a list (22023, 22004: platform.require_list).';

CREATE OR REPLACE FUNCTION crew.give_pulse(score integer, person uuid DEFAULT platform.current_account()) RETURNS crew.pulse
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  vessel uuid;
  given crew.pulse;
BEGIN
  PERFORM platform.require_self(person);
  IF score IS NULL OR score NOT BETWEEN 1 AND 5 THEN
    RAISE EXCEPTION 'a pulse of % is out of range', score
      USING ERRCODE = 'numeric_value_out_of_range', HINT = 'It is a whole number from 1 to 5.';
  END IF;
  SELECT a.vessel_id INTO vessel FROM crew.assignment a WHERE a.person_id = person AND a.status = 'active';
  IF NOT FOUND THEN
    RAISE EXCEPTION 'person % is not active crew', person USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  INSERT INTO crew.pulse AS p (person_id, vessel_id, score) VALUES (person, vessel, give_pulse.score)
  ON CONFLICT (person_id, day) DO UPDATE SET score = excluded.score, vessel_id = excluded.vessel_id, given_at = excluded.given_at
  RETURNING p.* INTO given;
  RETURN given;
END
$$;
COMMENT ON FUNCTION crew.give_pulse(integer, uuid) IS
'Gives the pulse of today (UTC) of the person of the request, 1 to 5, aboard the vessel where the person serves; a second one on the
same day corrects the first.

Returns it.';

-- What a person has declared is taken back by a function: the right to delete rows of a table is also the right to lock all of it.
CREATE OR REPLACE FUNCTION crew.remove_experience(assignment bigint, person uuid DEFAULT platform.current_account()) RETURNS boolean
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.require_self(person);
  DELETE FROM crew.assignment a WHERE a.person_id = person AND a.id = remove_experience.assignment AND a.status = 'declared';
  RETURN FOUND;
END
$$;
COMMENT ON FUNCTION crew.remove_experience(bigint, uuid) IS
'Removes past experience that the person of the request has declared; whether there was any of this number.';

CREATE OR REPLACE FUNCTION crew.remove_group(attribute text, person uuid DEFAULT platform.current_account()) RETURNS boolean
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  PERFORM platform.require_self(person);
  DELETE FROM crew.declared_group g WHERE g.person_id = person AND g.attribute = remove_group.attribute;
  RETURN FOUND;
END
$$;
COMMENT ON FUNCTION crew.remove_group(text, uuid) IS
'Removes what the person of the request has declared of an attribute; whether there was anything.';
