-- Vessels and their crews, for employers.

CREATE OR REPLACE VIEW api.vessels WITH (security_invoker = true) AS
  SELECT v.id, v.organization_id AS organization, v.name, v.leader_id AS leader, v.leadership, v.environment, v.is_active, v.toxicity_flag,
         v.snapshot_updated_at
  FROM crew.vessel v;
COMMENT ON VIEW api.vessels IS
'Vessels of one''s own employers.

For clients. PATCH name, leadership (five times in 30 days, else 429), is_active. The rest: add_vessel, set_environment, set_leader,
dashboard. Errors of a change: 400 a blank name, a leadership that is none.';
COMMENT ON COLUMN api.vessels.leadership IS 'How the vessel is led; null: as the leader''s profile says.';
COMMENT ON COLUMN api.vessels.toxicity_flag IS 'Whether the mood aboard was lower than vessels of the fleet usually differ.';
CREATE OR REPLACE TRIGGER change INSTEAD OF UPDATE ON api.vessels FOR EACH ROW EXECUTE FUNCTION crew.vessel_patched();

CREATE OR REPLACE FUNCTION api.add_vessel(organization uuid, name text, environment jsonb DEFAULT '{}') RETURNS uuid
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  m text; d text; h text;
BEGIN
  PERFORM set_config('response.status', '201', true);
  RETURN crew.add_vessel(organization, name, environment);
EXCEPTION WHEN object_not_in_prerequisite_state OR lock_not_available THEN
  GET STACKED DIAGNOSTICS m = MESSAGE_TEXT, d = PG_EXCEPTION_DETAIL, h = PG_EXCEPTION_HINT;
  PERFORM platform.raise_conflict(m, d, h);
END
$$;
COMMENT ON FUNCTION api.add_vessel(uuid, text, jsonb) IS
'Adds a vessel to an employer''s fleet.

For clients of the employer. organization: the employer; name: up to 200 characters; environment: demands and resources, 0 to 1 each. 201
the vessel. Errors: 400 a blank name, an environment that is none; 403; 429 more than 20 in 30 days.';

CREATE OR REPLACE FUNCTION api.set_environment(vessel uuid, environment jsonb) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  m text; d text; h text;
BEGIN
  RETURN crew.set_environment(vessel, environment);
EXCEPTION WHEN object_not_in_prerequisite_state OR lock_not_available THEN
  GET STACKED DIAGNOSTICS m = MESSAGE_TEXT, d = PG_EXCEPTION_DETAIL, h = PG_EXCEPTION_HINT;
  PERFORM platform.raise_conflict(m, d, h);
END
$$;
COMMENT ON FUNCTION api.set_environment(uuid, jsonb) IS
'Changes what is named of a vessel''s environment and returns all of it.

For clients of the vessel''s employer. environment: what is to change, null removes. Errors: 400 an unknown key, a number out of range;
403; 429 more than five changes in 30 days.';

CREATE OR REPLACE FUNCTION api.set_leader(vessel uuid, person uuid) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  m text; d text; h text;
BEGIN
  PERFORM crew.set_leader(vessel, person);
EXCEPTION WHEN object_not_in_prerequisite_state OR lock_not_available THEN
  GET STACKED DIAGNOSTICS m = MESSAGE_TEXT, d = PG_EXCEPTION_DETAIL, h = PG_EXCEPTION_HINT;
  PERFORM platform.raise_conflict(m, d, h);
END
$$;
COMMENT ON FUNCTION api.set_leader(uuid, uuid) IS
'Makes a member of the crew the leader of the vessel.

For clients of the vessel''s employer. person: one of the active crew; null: nobody leads. 204. Errors: 403; 409 a person who is not
aboard.';

CREATE OR REPLACE FUNCTION api.roster(vessel uuid)
RETURNS TABLE (person uuid, full_name text, "position" text, started_on date, is_leader boolean)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 20
BEGIN ATOMIC
  SELECT r.person, r.full_name, r."position", r.started_on, r.is_leader FROM crew.roster(roster.vessel) r;
END;
COMMENT ON FUNCTION api.roster(uuid) IS
'The active crew of a vessel.

For clients of the vessel''s employer; a row a person, in the order of the positions. Errors: 403.';

CREATE OR REPLACE FUNCTION api.leave(person uuid, reason text, left_on date DEFAULT platform.today()) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  ended crew.assignment;
  m text; d text; h text;
BEGIN
  ended := crew.leave(person, reason, left_on);
  RETURN jsonb_build_object('id', ended.id, 'person', ended.person_id, 'vessel', ended.vessel_id, 'position', ended."position",
                            'status', ended.status, 'started_on', ended.started_on, 'ended_on', ended.ended_on);
EXCEPTION WHEN object_not_in_prerequisite_state OR lock_not_available THEN
  GET STACKED DIAGNOSTICS m = MESSAGE_TEXT, d = PG_EXCEPTION_DETAIL, h = PG_EXCEPTION_HINT;
  PERFORM platform.raise_conflict(m, d, h);
END
$$;
COMMENT ON FUNCTION api.leave(uuid, text, date) IS
'Ends a person''s service aboard.

For the person, and for clients of the employer whose crew it is. reason: in words; left_on: a day from the first aboard to today. Returns
the assignment {id, person, vessel, position, status, started_on, ended_on}. Errors: 400 a day that cannot be; 403 nobody of one''s crew;
409 not aboard.';

CREATE OR REPLACE FUNCTION api.dashboard(vessel uuid) RETURNS jsonb
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN crew.dashboard(vessel);
COMMENT ON FUNCTION api.dashboard(uuid) IS
'A vessel''s dashboard: crew, harmony, team fit, weather, diagnosis with the action in words, environment, toxicity.

For clients of the vessel''s employer, in whole numbers, and of a crew of fewer than five people whose traits were measured nothing but a
reason. Errors: 403.';

CREATE OR REPLACE FUNCTION api.fleet(organization uuid) RETURNS jsonb
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN crew.fleet(organization);
COMMENT ON FUNCTION api.fleet(uuid) IS
'An employer''s dashboard over all its vessels.

For clients of the organization, in whole numbers; null before the first is built. Errors: 403.';

CREATE OR REPLACE FUNCTION api.simulate(vessel uuid, persons uuid[]) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  m text; d text; h text;
BEGIN
  RETURN crew.simulate(vessel, persons);
EXCEPTION WHEN object_not_in_prerequisite_state OR lock_not_available THEN
  GET STACKED DIAGNOSTICS m = MESSAGE_TEXT, d = PG_EXCEPTION_DETAIL, h = PG_EXCEPTION_HINT;
  PERFORM platform.raise_conflict(m, d, h);
END
$$;
COMMENT ON FUNCTION api.simulate(uuid, uuid[]) IS
'What if these people were the whole crew of the vessel.

For clients of the vessel''s employer. persons: up to 50 of the employer''s crews and open candidates. {vessel, model_version, now, then,
delta, joining, leaving, members}; of a crew of fewer than five people whose traits were measured now, then and delta are null. Errors:
403 a person who is neither; 413 too many.';

CREATE OR REPLACE FUNCTION api.sociogram(vessel uuid, candidates uuid[] DEFAULT '{}') RETURNS jsonb
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN crew.sociogram(vessel, candidates);
COMMENT ON FUNCTION api.sociogram(uuid, uuid[]) IS
'Who gets on with whom aboard.

For clients of the vessel''s employer. candidates: people to be shown with the crew. {nodes, edges, summary, model_version}; of a crew of
fewer than five people whose traits were measured an empty picture with a reason. Errors: 403; 413 too many people.';

CREATE OR REPLACE FUNCTION api.agreement(organization uuid, kind text DEFAULT NULL)
RETURNS TABLE (item text, vessels bigint, people bigint, icc1 float8, icc2 float8, vessel_id uuid, vessel_people bigint, rwg float8)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 20
BEGIN ATOMIC
  SELECT a.item, a.vessels, a.people, a.icc1, a.icc2, a.vessel_id, a.vessel_people, a.rwg
  FROM crew.agreement(agreement.organization, agreement.kind) a;
END;
COMMENT ON FUNCTION api.agreement(uuid, text) IS
'How far crews agree among themselves and differ from each other, by item of their surveys.

For clients of the employer (organization), as published. kind: of survey; null: any. icc1, icc2: over the vessels; rwg: of one vessel.
Errors: 403.';
