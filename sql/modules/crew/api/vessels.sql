-- Vessels and their crews, for employers.

CREATE OR REPLACE VIEW api.vessels WITH (security_invoker = true) AS
  SELECT v.id, v.organization_id AS organization, v.name, v.leader_id AS leader, v.leadership, v.environment, v.is_active, v.toxicity_flag,
         v.shown_at AS snapshot_updated_at
  FROM crew.vessel v
  ORDER BY v.name, v.id;  -- rows stand in another order after one was rebuilt, which follows what somebody aboard did
COMMENT ON VIEW api.vessels IS
'Vessels of one''s own employers.

For clients. PATCH name, leadership (five times in 30 days, else 429), is_active. The rest: add_vessel, set_environment, set_leader,
dashboard. Errors of a change: 400 a blank name, a leadership that is none.';
COMMENT ON COLUMN api.vessels.id IS 'Identifies the vessel.';
COMMENT ON COLUMN api.vessels.organization IS 'Whose vessel it is: id of organizations.';
COMMENT ON COLUMN api.vessels.name IS 'As people call it, up to 200 characters.';
COMMENT ON COLUMN api.vessels.leader IS 'Who leads it: an account; null: nobody is named, or the account is gone.';
COMMENT ON COLUMN api.vessels.leadership IS 'How the vessel is led; null: as the leader''s profile says.';
COMMENT ON COLUMN api.vessels.environment IS 'Demands and resources by name; what is absent is not known.';
COMMENT ON COLUMN api.vessels.is_active IS 'Whether it is in service.';
COMMENT ON COLUMN api.vessels.snapshot_updated_at IS 'When what the dashboard shows changed last.';
COMMENT ON COLUMN api.vessels.toxicity_flag IS 'Whether the mood aboard was lower than vessels of the fleet usually differ.';
CREATE OR REPLACE TRIGGER change INSTEAD OF UPDATE ON api.vessels FOR EACH ROW EXECUTE FUNCTION crew.vessel_patched();

CREATE OR REPLACE FUNCTION api.leave(person uuid, reason text, left_on date DEFAULT platform.today()) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  ended crew.assignment;
  details text;
  hint text;
BEGIN
  ended := crew.leave(person, reason, left_on);
  RETURN jsonb_build_object('id', ended.id, 'person', ended.person_id, 'vessel', ended.vessel_id, 'position', ended."position",
                            'status', ended.status, 'started_on', ended.started_on, 'ended_on', ended.ended_on);
EXCEPTION WHEN object_not_in_prerequisite_state OR lock_not_available THEN
  GET STACKED DIAGNOSTICS details = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
  PERFORM platform.raise_conflict(SQLERRM, details, hint);
END
$$;
COMMENT ON FUNCTION api.leave(uuid, text, date) IS
'Ends a person''s service aboard.

For the person, and for clients of the employer whose crew it is. reason: in words; left_on: a day from the first aboard to today. Returns
the assignment {id, person, vessel, position, status, started_on, ended_on}. Errors: 400 a day that cannot be; 403 nobody of one''s crew;
409 not aboard.';

SELECT platform.expose('crew.add_vessel(uuid, text, jsonb)',
'Adds a vessel to an employer''s fleet.

For clients of the employer. organization: the employer; name: up to 200 characters; environment: demands and resources, 0 to 1 each. 201
the vessel. Errors: 400 a blank name, an environment that is none; 403; 429 more than 20 in 30 days.', 201),
  platform.expose('crew.set_environment(uuid, jsonb)',
'Changes what is named of a vessel''s environment and returns all of it.

For clients of the vessel''s employer. environment: what is to change, null removes. Errors: 400 an unknown key, a number out of range;
403; 429 more than five changes in 30 days.'),
  platform.expose('crew.set_leader(uuid, uuid)',
'Makes a member of the crew the leader of the vessel.

For clients of the vessel''s employer. person: one of the active crew; null: nobody leads. 204. Errors: 403; 409 a person who is not
aboard.'),
  platform.expose('crew.simulate(uuid, uuid[])',
'What if these people were the whole crew of the vessel.

For clients of the vessel''s employer. persons: up to 50 of the employer''s crews and open candidates. {vessel, model_version, now, then,
delta, joining, leaving, members}; of a crew of fewer than five people whose traits were measured now, then and delta are null. Errors:
403 a person who is neither; 413 too many.'),
  platform.expose('crew.roster(uuid)',
'The active crew of a vessel.

For clients of the vessel''s employer; a row a person, in the order of the positions. Errors: 403.'),
  platform.expose('crew.dashboard(uuid, text)',
'A vessel''s dashboard: crew, harmony, team fit, weather, diagnosis with the action in words, environment, toxicity.

For clients of the vessel''s employer, in whole numbers, and of a crew of fewer than five people whose traits were measured nothing but a
reason. language: of the words, English where there are none. Has an ETag: 304 to If-None-Match. Errors: 403.',
version => 'crew.dashboard_version'),
  platform.expose('crew.fleet(uuid)',
'An employer''s dashboard over all its vessels.

For clients of the organization, in whole numbers; null before the first is built. vessels: toxicity_flag, and mood_judged:
whether there was enough to judge by in the last weeks. Has an ETag: 304 to If-None-Match. Errors: 403.',
version => 'crew.fleet_version'),
  platform.expose('crew.sociogram(uuid, uuid[])',
'Who gets on with whom aboard.

For clients of the vessel''s employer. candidates: people to be shown with the crew. {nodes, edges, summary, model_version}; of a crew of
fewer than five people whose traits were measured an empty picture with a reason. Errors: 403; 413 too many people.'),
  platform.expose('crew.agreement(uuid, text)',
'How far crews agree among themselves and differ from each other, by item of their surveys.

For clients of the employer (organization), as published. kind: of survey; null: any. icc1, icc2: over the vessels; rwg: of one vessel.
Errors: 403.'),
  platform.secure_api();
