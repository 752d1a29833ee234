-- Signals as people work on them: one row as long as it is the same node, metric, facility and dimensions, whatever the run says of it.

CREATE TABLE IF NOT EXISTS signals.signal (
  id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organization_id uuid        NOT NULL REFERENCES platform.organization ON DELETE CASCADE,
  node_id         text        NOT NULL,
  metric_id       text        NOT NULL,
  facility_id     text        NOT NULL,
  dimensions      jsonb       NOT NULL DEFAULT '{}',
  run_id          text        NOT NULL,
  signal_type     text        NOT NULL,
  severity        integer     NOT NULL,
  detected_at     timestamptz NOT NULL DEFAULT now(),
  first_run_id    text        NOT NULL,
  description     text        CHECK (length(description) <= 10000),
  why_it_matters  text        CHECK (length(why_it_matters) <= 10000)
);
-- By a hash: dimensions are of any length.
CREATE UNIQUE INDEX IF NOT EXISTS signal_key_idx
  ON signals.signal (organization_id, node_id, metric_id, facility_id, md5(dimensions::text)) NULLS NOT DISTINCT;
CREATE INDEX IF NOT EXISTS signal_severity_idx ON signals.signal (organization_id, severity DESC, id);
CREATE INDEX IF NOT EXISTS signal_facility_idx ON signals.signal (organization_id, facility_id);
COMMENT ON TABLE signals.signal IS 'What needs attention, or needed it: the newest run says how it is called and how severe it is.';
COMMENT ON COLUMN signals.signal.run_id IS 'The newest run that was taken over by signals.hydrate.';
COMMENT ON COLUMN signals.signal.description IS 'In people''s words.';

CREATE TABLE IF NOT EXISTS signals.signal_history (
  organization_id uuid        NOT NULL,
  signal_id       bigint      NOT NULL REFERENCES signals.signal ON DELETE CASCADE,
  run_id          text        NOT NULL,
  signal_type     text        NOT NULL,
  severity        integer     NOT NULL,
  PRIMARY KEY (signal_id, run_id)
);
COMMENT ON TABLE signals.signal_history IS 'What each run that was taken over said of a signal.';

CREATE TABLE IF NOT EXISTS signals.hydrate_reject (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organization_id uuid   NOT NULL,
  run_id          text   NOT NULL,
  record          jsonb  NOT NULL,
  reason          text   NOT NULL,
  FOREIGN KEY (organization_id, run_id) REFERENCES signals.run ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS hydrate_reject_run_idx ON signals.hydrate_reject (organization_id, run_id);
COMMENT ON TABLE signals.hydrate_reject IS 'Rows of a run that signals.hydrate could not take over, each with the reason.';

CREATE TABLE IF NOT EXISTS signals.workflow_step (
  from_status text NOT NULL,
  to_status   text NOT NULL,
  PRIMARY KEY (from_status, to_status)
);
COMMENT ON TABLE signals.workflow_step IS 'The steps that work on a signal can take; reopen alone leads out of closed. [shipped]';
INSERT INTO signals.workflow_step (from_status, to_status) VALUES
  ('new', 'assigned'), ('assigned', 'in_progress'), ('in_progress', 'resolved'), ('resolved', 'closed'),
  ('in_progress', 'assigned'), ('in_progress', 'new'), ('resolved', 'in_progress')
ON CONFLICT DO NOTHING;

CREATE TABLE IF NOT EXISTS signals.assignment (
  signal_id       bigint      PRIMARY KEY REFERENCES signals.signal ON DELETE CASCADE,
  organization_id uuid        NOT NULL,
  assignee_id     uuid        REFERENCES platform.account ON DELETE SET NULL,
  role_type       text        CHECK (length(role_type) BETWEEN 1 AND 100),
  status          text        NOT NULL DEFAULT 'new' CHECK (status IN ('new', 'assigned', 'in_progress', 'resolved', 'closed')),
  notes           text        CHECK (length(notes) <= 10000),
  assigned_at     timestamptz,
  started_at      timestamptz,
  resolved_at     timestamptz,
  closed_at       timestamptz,
  snoozed_until   timestamptz CHECK (isfinite(snoozed_until)),
  assigned_by     uuid        REFERENCES platform.account ON DELETE SET NULL
);
CREATE INDEX IF NOT EXISTS assignment_assignee_id_idx ON signals.assignment (assignee_id) WHERE assignee_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS assignment_assigned_by_idx ON signals.assignment (assigned_by) WHERE assigned_by IS NOT NULL;
COMMENT ON TABLE signals.assignment IS 'Who works on a signal and how far that is; a signal without a row is new.';
COMMENT ON COLUMN signals.assignment.assignee_id IS 'A member of the organisation when it was given. [told]';
COMMENT ON COLUMN signals.assignment.role_type IS 'As what: owner, reviewer ...';

CREATE TABLE IF NOT EXISTS signals.signal_comment (
  id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organization_id uuid        NOT NULL,
  signal_id       bigint      NOT NULL REFERENCES signals.signal ON DELETE CASCADE,
  author_id       uuid        REFERENCES platform.account ON DELETE CASCADE,
  comment         text        NOT NULL CHECK (length(comment) BETWEEN 1 AND 10000),
  created_at      timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX IF NOT EXISTS signal_comment_signal_id_idx ON signals.signal_comment (signal_id, created_at);
CREATE INDEX IF NOT EXISTS signal_comment_author_id_idx ON signals.signal_comment (author_id) WHERE author_id IS NOT NULL;
COMMENT ON TABLE signals.signal_comment IS 'What people say about a signal: theirs, and gone with their account.';

CREATE TABLE IF NOT EXISTS signals.activity_event (
  id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organization_id uuid        NOT NULL REFERENCES platform.organization ON DELETE CASCADE,
  created_at      timestamptz NOT NULL DEFAULT now(),
  kind            text        NOT NULL CHECK (kind IN ('new_signal', 'regression', 'improvement', 'assigned', 'status',
                                                       'reopened', 'snoozed', 'comment')),
  signal_id       bigint      NOT NULL REFERENCES signals.signal ON DELETE CASCADE,
  actor_id        uuid        REFERENCES platform.account ON DELETE SET NULL,
  details         jsonb       NOT NULL DEFAULT '{}',
  written_in      xid8        NOT NULL DEFAULT pg_current_xact_id()
);
CREATE INDEX IF NOT EXISTS activity_event_feed_idx ON signals.activity_event (organization_id, created_at DESC, id DESC);
CREATE INDEX IF NOT EXISTS activity_event_id_idx ON signals.activity_event (organization_id, id);
CREATE INDEX IF NOT EXISTS activity_event_signal_id_idx ON signals.activity_event (signal_id);
CREATE INDEX IF NOT EXISTS activity_event_actor_id_idx ON signals.activity_event (actor_id, created_at) WHERE actor_id IS NOT NULL;
COMMENT ON TABLE signals.activity_event IS 'What happened, by signal: the feed.';
COMMENT ON COLUMN signals.activity_event.actor_id IS 'Whose act it was; NULL: a run''s, or of somebody whose account is gone. [told]';
COMMENT ON COLUMN signals.activity_event.written_in IS
'The transaction: one that began earlier and ends later adds events before those that somebody has read already.';

CREATE TABLE IF NOT EXISTS signals.feed_mark (
  account_id      uuid        NOT NULL REFERENCES platform.account ON DELETE CASCADE,
  organization_id uuid        NOT NULL REFERENCES platform.organization ON DELETE CASCADE,
  read_up_to      bigint      NOT NULL,
  read_at         timestamptz NOT NULL DEFAULT now(),
  read_in         xid8        NOT NULL DEFAULT pg_current_xact_id(),
  seen            pg_snapshot NOT NULL DEFAULT pg_current_snapshot(),
  PRIMARY KEY (account_id, organization_id)
);
CREATE INDEX IF NOT EXISTS feed_mark_organization_id_idx ON signals.feed_mark (organization_id);
COMMENT ON TABLE signals.feed_mark IS 'Up to which event an account has read the feed of an organisation.';
COMMENT ON COLUMN signals.feed_mark.seen IS
'What could be seen then: an event of a transaction that ended later is unread, whatever its number.';

INSERT INTO platform.limit (what, most, per) VALUES ('signal_acts', 1000, '1 day') ON CONFLICT DO NOTHING;
INSERT INTO platform.export_hidden (relation, column_name, reason, shown_when) VALUES
  ('signals.assignment', 'assigned_by', 'somebody else', NULL),
  ('signals.activity_event', 'details', 'it names somebody else', 't.kind <> ''assigned''')
ON CONFLICT DO NOTHING;
