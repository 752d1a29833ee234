-- Work on signals, and the feed, for members of the organisation.

CREATE OR REPLACE VIEW api.signal_assignments WITH (security_invoker = true) AS
  SELECT w.signal_id AS signal, w.assignee_id AS assignee, n.full_name AS assignee_name, w.role_type, w.status, w.notes, w.assigned_at,
         w.started_at, w.resolved_at, w.closed_at, w.snoozed_until
  FROM signals.assignment w LEFT JOIN signals.assignee_names() n ON n.account = w.assignee_id;
COMMENT ON VIEW api.signal_assignments IS
'Who works on which signal and how far that is, in one''s own organisations.

For members; a signal that nobody has acted on has no row, and is new.';
COMMENT ON COLUMN api.signal_assignments.signal IS 'The signal: id of signals.';
COMMENT ON COLUMN api.signal_assignments.assignee IS 'Who works on it: an account; null: nobody yet, or the account is gone.';
COMMENT ON COLUMN api.signal_assignments.assignee_name IS 'The name of who works on it; null as assignee.';
COMMENT ON COLUMN api.signal_assignments.role_type IS 'As what, such as owner; null: not told.';
COMMENT ON COLUMN api.signal_assignments.status IS 'new, assigned, in_progress, resolved or closed.';
COMMENT ON COLUMN api.signal_assignments.notes IS 'What people note on the work; null: nothing.';
COMMENT ON COLUMN api.signal_assignments.assigned_at IS 'When it was given to the assignee; null: to nobody yet.';
COMMENT ON COLUMN api.signal_assignments.started_at IS 'When work began; null: not yet.';
COMMENT ON COLUMN api.signal_assignments.resolved_at IS 'When it was resolved; null: it is not.';
COMMENT ON COLUMN api.signal_assignments.closed_at IS 'When it was closed; null: it is not.';
COMMENT ON COLUMN api.signal_assignments.snoozed_until IS 'Until then it waits; null: it does not.';
CREATE OR REPLACE TRIGGER fixed INSTEAD OF INSERT OR UPDATE OR DELETE ON api.signal_assignments
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

SELECT platform.expose('signals.assign_signal(bigint, uuid, text, text)',
'Gives a signal to a member of its organisation, or to another one.

For members of the signal''s organisation. assignee: the member; role_type: as what, in a word; notes: replace those there are. The row of
signal_assignments. Errors: 400 an assignee outside the organisation; 404 no such signal; 409 resolved or closed; 429 too many acts.'),
  platform.expose('signals.set_signal_status(bigint, text, text)',
'Takes a step of the workflow on a signal.

For members of the signal''s organisation. status: new to assigned to in_progress to resolved to closed; back from in_progress to assigned
and new, from resolved to in_progress. notes: replace those there are. The row of signal_assignments. Errors: 400 no such status; 404 no
such signal; 409 a step that the workflow lacks; 429 too many acts.'),
  platform.expose('signals.reopen_signal(bigint, text)',
'Opens a closed signal again.

For members of the signal''s organisation. reason: in words. The row of signal_assignments: in_progress. Errors: 400 no reason; 404 no such
signal; 409 it is not closed; 429 too many acts.'),
  platform.expose('signals.snooze_signal(bigint, timestamptz)',
'Lets a signal wait until a time, or no longer.

For members of the signal''s organisation. until: a time to come; null: no longer. The row of signal_assignments. Errors: 400 a time that is
past; 404 no such signal; 409 it is closed; 429 too many acts.'),
  platform.expose('signals.comment_signal(bigint, text)',
'Adds a comment to a signal.

For members of the signal''s organisation. comment: up to 10,000 characters. The row of signal_assignments. Errors: 400 no text; 404 no such
signal; 429 too many acts.'),
  platform.expose('signals.feed(integer, timestamptz, bigint)',
'What happened to the signals of one''s organisations, the newest first.

For members; a row an event. most: 1 to 100 rows; before_at, before_id: created_at and id of the last row of the page before. unread: by
whoever asks, never one''s own acts; organization, facility and metric of the signal, and the names of who acted and was assigned. Errors:
400 another most, half a key.'),
  platform.expose('signals.feed_unread()',
'How many events of the feed one has not read.

For members: a number; one''s own acts are not counted.'),
  platform.expose('signals.mark_read(bigint)',
'Marks the feed as read.

For members. up_to: the event up to which; null: all that there is now. 204; a mark does not go back. Errors: 400 a negative number.'),
  platform.secure_api();
