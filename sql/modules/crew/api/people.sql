-- What people do themselves: apply, accept, board, tell of experience and groups, and of how they feel.

CREATE OR REPLACE VIEW api.assignments WITH (security_invoker = true) AS
  SELECT a.id, a.person_id AS person, a.vessel_id AS vessel, coalesce(a.vessel_name, n.name) AS vessel_name, a."position", a.status,
         a.started_on, a.ended_on
  FROM crew.assignment a LEFT JOIN crew.vessel_names() n ON n.vessel = a.vessel_id
  WHERE a.status <> 'declared' OR a.person_id = (SELECT platform.active_account());
COMMENT ON VIEW api.assignments IS
'Who serves or served where.

One''s own; for clients also their crews'', without what people declare. status: active, ended, or declared, which is past experience that
a person tells of: POST vessel_name, position, started_on, ended_on; DELETE by id. Errors: 400 an unknown position, an end before the
beginning; 403 another''s, another status; 413 more than 20.';
COMMENT ON COLUMN api.assignments.id IS 'Identifies the assignment.';
COMMENT ON COLUMN api.assignments.person IS 'Who serves: an account.';
COMMENT ON COLUMN api.assignments.vessel IS 'Where: id of vessels; null: a declared experience.';
COMMENT ON COLUMN api.assignments.vessel_name IS 'Name of the vessel.';
COMMENT ON COLUMN api.assignments."position" IS 'As what: name of positions.';
COMMENT ON COLUMN api.assignments.status IS 'active, ended or declared.';
COMMENT ON COLUMN api.assignments.started_on IS 'First day aboard, in UTC.';
COMMENT ON COLUMN api.assignments.ended_on IS 'Last day aboard, in UTC; null: still aboard, or not told.';
CREATE OR REPLACE TRIGGER declare INSTEAD OF INSERT ON api.assignments FOR EACH ROW EXECUTE FUNCTION crew.experience_posted();
-- Else a join is refused with 55000, which is no status, before rights are looked at.
CREATE OR REPLACE TRIGGER fixed INSTEAD OF UPDATE ON api.assignments FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
CREATE OR REPLACE TRIGGER remove INSTEAD OF DELETE ON api.assignments FOR EACH ROW EXECUTE FUNCTION crew.experience_removed();

CREATE OR REPLACE VIEW api.declared_groups WITH (security_invoker = true) AS
  SELECT g.attribute, g.group_name FROM crew.declared_group g WHERE g.person_id = (SELECT platform.active_account());
COMMENT ON VIEW api.declared_groups IS
'Groups that one declares for the fairness audit, such as an age band.

One''s own, which nobody else sees. POST attribute, group_name; PATCH group_name; DELETE. Errors: 400 an empty or long name; 409 the
attribute is there; 413 more than 20.';
COMMENT ON COLUMN api.declared_groups.attribute IS 'What the group is one of, such as age_band, up to 100 characters.';
COMMENT ON COLUMN api.declared_groups.group_name IS 'The group that one belongs to, up to 100 characters.';
CREATE OR REPLACE TRIGGER declare INSTEAD OF INSERT ON api.declared_groups FOR EACH ROW EXECUTE FUNCTION crew.group_posted();
CREATE OR REPLACE TRIGGER remove INSTEAD OF DELETE ON api.declared_groups FOR EACH ROW EXECUTE FUNCTION crew.group_removed();

CREATE OR REPLACE FUNCTION api.give_pulse(score integer) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  given crew.pulse;
  details text;
  hint text;
BEGIN
  given := crew.give_pulse(score);
  PERFORM set_config('response.status', '201', true);
  RETURN jsonb_build_object('day', given.day, 'vessel', given.vessel_id, 'score', given.score, 'given_at', given.given_at);
EXCEPTION WHEN object_not_in_prerequisite_state OR lock_not_available THEN
  GET STACKED DIAGNOSTICS details = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
  PERFORM platform.raise_conflict(SQLERRM, details, hint);
END
$$;
COMMENT ON FUNCTION api.give_pulse(integer) IS
'Tells how one feels aboard today, 1 to 5.

For whoever is aboard; a second one on the same day (UTC) corrects the first. 201 {day, vessel, score, given_at}. Errors: 400 not 1 to 5;
409 not aboard.';

CREATE OR REPLACE VIEW api.pulses WITH (security_invoker = true) AS
  SELECT p.day, p.vessel_id AS vessel, p.score, p.given_at FROM crew.pulse p WHERE p.person_id = (SELECT platform.active_account());
COMMENT ON VIEW api.pulses IS
'How one has felt aboard, by day.

One''s own. score: 1 to 5.';
COMMENT ON COLUMN api.pulses.day IS 'The day in UTC.';
COMMENT ON COLUMN api.pulses.vessel IS 'Aboard which vessel: id of vessels.';
COMMENT ON COLUMN api.pulses.score IS '1, bad, to 5, good.';
COMMENT ON COLUMN api.pulses.given_at IS 'When it was given, or corrected last.';

SELECT platform.expose('crew.apply(text, uuid)',
'Applies to the campaign of an invite.

For anyone signed in. 201 the campaign. Takes an Idempotency-Key. Errors: 400 a token that is not valid; 409 applied already, the campaign
is not open.', 201, most_arguments => 1, once => true),
  platform.expose('crew.accept_offer(uuid, uuid)',
'Accepts an offer, and joins the crew.

For whoever has been hired in the campaign. 201 the vessel. Errors: 409 not hired, aboard elsewhere.', 201, most_arguments => 1),
  platform.expose('crew.withdraw(uuid, uuid)',
'Takes an application back, or declines an offer.

For a candidate of the campaign, for good: the employer sees no more of the answers from then on. 204. Errors: 409 no open application.',
most_arguments => 1),
  platform.expose('crew.board(text, uuid)',
'Joins the crew of a boarding pass''s vessel.

For anyone signed in. 201 the vessel. Errors: 400 a token that is not valid; 409 aboard already.', 201, most_arguments => 1),
  platform.expose('crew.resolve(text)',
'Where an invite or a boarding pass leads.

For anybody who holds it, signed in or not; it is not used up. {kind, title, position, vessel, employer, expires_at}. Errors: 400 with one
message for a token that was never issued, is spent, has expired or was revoked.'),
  platform.expose('crew.applications(uuid)',
'Where one has applied, and what became of it.

One''s own. status: pending, hired (accept_offer or withdraw), rejected, joined, withdrawn.', most_arguments => 0),
  platform.secure_api();
