-- Work on signals: new, assigned, in_progress, resolved, closed. One row a signal, which whoever acts locks: the second one to act meets
-- the state that the first has left.

CREATE OR REPLACE FUNCTION signals.shown_assignment(work signals.assignment) RETURNS jsonb
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  RETURN jsonb_build_object(
    'signal', work.signal_id, 'assignee', work.assignee_id,
    'assignee_name', (SELECT a.full_name FROM platform.account a WHERE a.id = work.assignee_id),
    'role_type', work.role_type, 'status', work.status, 'notes', work.notes, 'assigned_at', work.assigned_at, 'started_at', work.started_at,
    'resolved_at', work.resolved_at, 'closed_at', work.closed_at, 'snoozed_until', work.snoozed_until);
END
$$;
COMMENT ON FUNCTION signals.shown_assignment(signals.assignment) IS 'A row as view signal_assignments of schema api has it.';

CREATE OR REPLACE FUNCTION signals.assignee_names() RETURNS TABLE (account uuid, full_name text)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 20 SECURITY DEFINER SET search_path = pg_catalog, pg_temp
BEGIN ATOMIC
  SELECT a.id, a.full_name FROM platform.account a WHERE a.id IN (
    SELECT w.assignee_id FROM signals.assignment w WHERE w.organization_id = ANY ((SELECT platform.require_organizations())::uuid[]));
END;
COMMENT ON FUNCTION signals.assignee_names() IS 'The names of those who are assigned to signals of the organisations of this request.';

CREATE OR REPLACE FUNCTION signals.begin_work(signal bigint) RETURNS signals.assignment
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen CONSTANT signals.signal := signals.require_signal(signal);
  actor CONSTANT uuid := platform.current_account();
  work signals.assignment;
BEGIN
  PERFORM platform.take_turn('signal_acts', ARRAY[actor]);
  PERFORM platform.require_limit('signal_acts', (
    SELECT count(*) + 1 FROM signals.activity_event e
    WHERE e.actor_id = actor AND e.created_at > platform.limit_start('signal_acts')));
  INSERT INTO signals.assignment (signal_id, organization_id) VALUES (chosen.id, chosen.organization_id) ON CONFLICT DO NOTHING;
  SELECT a.* INTO work FROM signals.assignment a WHERE a.signal_id = chosen.id FOR NO KEY UPDATE;
  RETURN work;
END
$$;
COMMENT ON FUNCTION signals.begin_work(bigint) IS
'The row of work on a signal, made where there is none, locked until the end of the transaction. Errors: PT404 as signals.require_signal;
PT429 more acts than platform.limit allows (signal_acts).';

CREATE OR REPLACE FUNCTION signals.end_work(work signals.assignment, kind text, details jsonb) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  UPDATE signals.assignment a
  SET assignee_id = work.assignee_id, role_type = work.role_type, status = work.status, notes = work.notes, assigned_at = work.assigned_at,
      started_at = work.started_at, resolved_at = work.resolved_at, closed_at = work.closed_at, snoozed_until = work.snoozed_until,
      assigned_by = work.assigned_by
  WHERE a.signal_id = work.signal_id;
  INSERT INTO signals.activity_event (organization_id, kind, signal_id, actor_id, details)
  VALUES (work.organization_id, end_work.kind, work.signal_id, platform.current_account(), jsonb_strip_nulls(end_work.details));
  RETURN signals.shown_assignment(work);
END
$$;
COMMENT ON FUNCTION signals.end_work(signals.assignment, text, jsonb) IS
'Writes what has become of work, with an event of this kind; returns it.';

CREATE OR REPLACE FUNCTION signals.enter(work signals.assignment, status text) RETURNS signals.assignment
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  work.status := enter.status;
  work.closed_at := CASE WHEN work.status = 'closed' THEN now() END;
  work.resolved_at := CASE work.status WHEN 'resolved' THEN now() WHEN 'closed' THEN work.resolved_at END;
  work.started_at := CASE WHEN work.status IN ('new', 'assigned') THEN NULL
                          WHEN work.status = 'in_progress' THEN coalesce(work.started_at, now()) ELSE work.started_at END;
  work.assigned_at := CASE work.status WHEN 'new' THEN NULL WHEN 'assigned' THEN now() ELSE work.assigned_at END;
  IF work.status = 'new' THEN
    work.assignee_id := NULL; work.role_type := NULL; work.assigned_by := NULL;
  END IF;
  RETURN work;
END
$$;
COMMENT ON FUNCTION signals.enter(signals.assignment, text) IS
'Work in another status, with the times of that: a step back takes back the times of what has not happened, and new has no assignee.';

CREATE OR REPLACE FUNCTION signals.require_step(work signals.assignment, to_status text) RETURNS void
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  steps CONSTANT text := (SELECT string_agg(s.to_status, ', ' ORDER BY s.to_status) FROM signals.workflow_step s
                          WHERE s.from_status = work.status);
BEGIN
  IF work.status = 'closed' THEN
    RAISE EXCEPTION 'signal % is closed', work.signal_id USING ERRCODE = 'object_not_in_prerequisite_state', HINT = 'Open it again first.';
  ELSIF NOT EXISTS (SELECT FROM signals.workflow_step s WHERE s.from_status = work.status AND s.to_status = require_step.to_status) THEN
    RAISE EXCEPTION 'a signal that is % cannot become %', work.status, to_status USING ERRCODE = 'object_not_in_prerequisite_state',
      DETAIL = format('What can follow is %s.', coalesce(steps, 'nothing'));
  END IF;
END
$$;
COMMENT ON FUNCTION signals.require_step(signals.assignment, text) IS
'Passes for a step that signals.workflow_step has, else an error 55000; out of closed there is none but signals.reopen_signal.';

CREATE OR REPLACE FUNCTION signals.require_optional_text(what text, value text, longest integer) RETURNS void
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF value IS NOT NULL THEN
    PERFORM platform.require_text(what, value, longest);
  END IF;
END
$$;
COMMENT ON FUNCTION signals.require_optional_text(text, text, integer) IS 'As platform.require_text, and passes for NULL.';

CREATE OR REPLACE FUNCTION signals.assign_signal(signal bigint, assignee uuid, role_type text DEFAULT NULL, notes text DEFAULT NULL)
RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen CONSTANT signals.signal := signals.require_signal(signal);
  work signals.assignment;
  from_status text;
BEGIN
  PERFORM signals.require_optional_text('role_type', role_type, 100), signals.require_optional_text('notes', notes, 10000);
  IF chosen.organization_id = ANY (platform.organizations_of(assignee)) IS NOT TRUE THEN
    RAISE EXCEPTION 'assignee % is not a member of the organisation', assignee USING ERRCODE = 'invalid_parameter_value';
  END IF;
  work := signals.begin_work(signal);
  from_status := work.status;
  IF from_status <> 'assigned' THEN
    PERFORM signals.require_step(work, 'assigned');
  END IF;
  work := signals.enter(work, 'assigned');
  work.assignee_id := assignee;
  work.role_type := assign_signal.role_type;
  work.notes := coalesce(assign_signal.notes, work.notes);
  work.assigned_by := platform.current_account();
  RETURN signals.end_work(work, 'assigned', jsonb_build_object('from', from_status, 'to', 'assigned', 'assignee', assignee,
                                                               'role_type', role_type));
END
$$;
COMMENT ON FUNCTION signals.assign_signal(bigint, uuid, text, text) IS
'Gives a signal that is new, or in progress, to a member of its organisation, or one that is assigned to another. role_type: as what, in a
word; notes: replace those there are. Returns the row of view signal_assignments.

For members of the organisation and administrators. Errors: PT404 no such signal; 22023 an assignee outside the organisation, a text that is
blank or too long; 55000 resolved or closed; PT429 too many acts.';

CREATE OR REPLACE FUNCTION signals.set_signal_status(signal bigint, status text, notes text DEFAULT NULL) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen CONSTANT signals.signal := signals.require_signal(signal);
  actor CONSTANT uuid := platform.current_account();
  work signals.assignment;
  from_status text;
BEGIN
  IF status IS NULL OR status NOT IN ('new', 'assigned', 'in_progress', 'resolved', 'closed') THEN
    RAISE EXCEPTION 'status "%" does not exist', left(coalesce(status, 'null'), 100) USING ERRCODE = 'invalid_parameter_value',
      HINT = 'new, assigned, in_progress, resolved, closed.';
  END IF;
  PERFORM signals.require_optional_text('notes', notes, 10000);
  work := signals.begin_work(signal);
  from_status := work.status;
  PERFORM signals.require_step(work, status);
  work := signals.enter(work, status);
  work.notes := coalesce(set_signal_status.notes, work.notes);
  -- Who takes a new signal on without saying for whom takes it on.
  IF work.status = 'assigned' AND work.assignee_id IS NULL AND chosen.organization_id = ANY (platform.organizations_of(actor)) THEN
    work.assignee_id := actor;
    work.assigned_by := actor;
  END IF;
  RETURN signals.end_work(work, 'status', jsonb_build_object('from', from_status, 'to', status));
END
$$;
COMMENT ON FUNCTION signals.set_signal_status(bigint, text, text) IS
'Takes a step of the workflow (signals.workflow_step). assigned: to whoever asks, where it is assigned to nobody; notes: replace those there
are. Returns the row of view signal_assignments.

For members of the organisation and administrators. Errors: PT404 no such signal; 22023 a status that is none, notes that are blank or too
long; 55000 a step that the workflow lacks; PT429 too many acts.';

CREATE OR REPLACE FUNCTION signals.reopen_signal(signal bigint, reason text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen CONSTANT signals.signal := signals.require_signal(signal);
  work signals.assignment;
BEGIN
  PERFORM platform.require_text('reason', reason);
  work := signals.begin_work(chosen.id);
  IF work.status <> 'closed' THEN
    RAISE EXCEPTION 'signal % is not closed', signal USING ERRCODE = 'object_not_in_prerequisite_state',
      DETAIL = format('It is %s.', work.status);
  END IF;
  work := signals.enter(work, CASE WHEN work.assignee_id IS NULL THEN 'new' ELSE 'in_progress' END);
  RETURN signals.end_work(work, 'reopened', jsonb_build_object('from', 'closed', 'to', work.status, 'reason', reason));
END
$$;
COMMENT ON FUNCTION signals.reopen_signal(bigint, text) IS
'Opens a closed signal again: in progress, or new where nobody is assigned any more. reason: in words. Returns the row of view
signal_assignments.

For members of the organisation and administrators. Errors: PT404 no such signal; 22023 no reason; 55000 it is not closed; PT429 too many
acts.';

CREATE OR REPLACE FUNCTION signals.snooze_signal(signal bigint, until timestamptz) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen CONSTANT signals.signal := signals.require_signal(signal);
  work signals.assignment;
BEGIN
  IF until <= now() OR NOT isfinite(until) THEN
    RAISE EXCEPTION 'until must be a time to come' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  work := signals.begin_work(chosen.id);
  IF work.status = 'closed' THEN
    RAISE EXCEPTION 'signal % is closed', signal USING ERRCODE = 'object_not_in_prerequisite_state', HINT = 'Open it again first.';
  END IF;
  work.snoozed_until := until;
  RETURN signals.end_work(work, 'snoozed', jsonb_build_object('until', until));
END
$$;
COMMENT ON FUNCTION signals.snooze_signal(bigint, timestamptz) IS
'Notes that a signal can wait until then; NULL: it can wait no longer. Returns the row of view signal_assignments.

For members of the organisation and administrators. Errors: PT404 no such signal; 22023 a time that is past or none; 55000 it is closed;
PT429 too many acts.';

CREATE OR REPLACE FUNCTION signals.comment_signal(signal bigint, comment text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen CONSTANT signals.signal := signals.require_signal(signal);
  work signals.assignment;
  made bigint;
BEGIN
  PERFORM platform.require_text('comment', comment);
  work := signals.begin_work(chosen.id);
  INSERT INTO signals.signal_comment AS c (organization_id, signal_id, author_id, comment)
  VALUES (chosen.organization_id, chosen.id, platform.current_account(), comment_signal.comment) RETURNING c.id INTO made;
  RETURN signals.end_work(work, 'comment', jsonb_build_object('comment', made));
END
$$;
COMMENT ON FUNCTION signals.comment_signal(bigint, text) IS
'Adds a comment to a signal, whatever its status. Returns the row of view signal_assignments.

For members of the organisation and administrators. Errors: PT404 no such signal; 22023 a comment that is blank or longer than 10,000
characters; PT429 too many acts.';

CREATE OR REPLACE FUNCTION signals.describe_signal(signal bigint, description text, why_it_matters text) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  chosen CONSTANT signals.signal := signals.require_signal(signal);
BEGIN
  PERFORM signals.require_optional_text('description', description, 10000),
    signals.require_optional_text('why_it_matters', why_it_matters, 10000);
  UPDATE signals.signal s SET description = describe_signal.description, why_it_matters = describe_signal.why_it_matters
  WHERE s.id = chosen.id;
END
$$;
COMMENT ON FUNCTION signals.describe_signal(bigint, text, text) IS
'Writes what a signal is and why it matters in people''s words; NULL: nothing is said.

For members of the organisation and administrators. Errors: PT404 no such signal; 22023 a text that is blank or too long.';
