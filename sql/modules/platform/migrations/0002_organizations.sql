-- Organisations, who belongs to them in which role, messages to be sent, and the audit trail.

CREATE TABLE IF NOT EXISTS platform.role (
  code        text PRIMARY KEY,
  description text NOT NULL
);
COMMENT ON TABLE platform.role IS 'What an account may be, an open list. [shipped]';
INSERT INTO platform.role (code, description) VALUES
  ('candidate',  'Sees the own profile, results and applications.'),
  ('client',     'Works for an employer: sees the employer''s campaigns, candidates and crews.'),
  ('admin',      'Sees everything.'),
  ('researcher', 'Reads what has no person in it.'),
  ('viewer',     'Reads what an organisation shares with it.')
ON CONFLICT DO NOTHING;

CREATE TABLE IF NOT EXISTS platform.organization (
  id         uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
  name       text        NOT NULL CHECK (name <> '' AND length(name) <= 200),
  is_active  boolean     NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE platform.organization IS 'An employer, or any other body that people act for.';

CREATE TABLE IF NOT EXISTS platform.account_role (
  account_id uuid NOT NULL REFERENCES platform.account ON DELETE CASCADE,
  role       text NOT NULL REFERENCES platform.role,
  PRIMARY KEY (account_id, role)
);
CREATE INDEX IF NOT EXISTS account_role_role_idx ON platform.account_role (role);
COMMENT ON TABLE platform.account_role IS 'Roles of an account everywhere, such as admin.';

CREATE TABLE IF NOT EXISTS platform.membership (
  account_id      uuid        NOT NULL REFERENCES platform.account ON DELETE CASCADE,
  organization_id uuid        NOT NULL REFERENCES platform.organization ON DELETE CASCADE,
  role            text        NOT NULL DEFAULT 'client' REFERENCES platform.role,
  created_at      timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (account_id, organization_id, role)
);
CREATE INDEX IF NOT EXISTS membership_organization_id_idx ON platform.membership (organization_id);
CREATE INDEX IF NOT EXISTS membership_role_idx ON platform.membership (role);
COMMENT ON TABLE platform.membership IS 'Who acts for an organisation, in which role.';

CREATE TABLE IF NOT EXISTS platform.outbox (
  id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  recipient_id    uuid        REFERENCES platform.account ON DELETE CASCADE,
  channel         text        NOT NULL DEFAULT 'email' CHECK (channel IN ('email', 'webhook')),
  template        text        NOT NULL,
  parameters      jsonb       NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(parameters) = 'object'),
  idempotency_key text        NOT NULL UNIQUE,
  created_at      timestamptz NOT NULL DEFAULT now(),
  sent_at         timestamptz
);
CREATE INDEX IF NOT EXISTS outbox_recipient_id_idx ON platform.outbox (recipient_id);
CREATE INDEX IF NOT EXISTS outbox_unsent_idx ON platform.outbox (id) WHERE sent_at IS NULL;
COMMENT ON TABLE platform.outbox IS
'Messages to be sent, written in the transaction that causes them. Sending is not part of the database.';
COMMENT ON COLUMN platform.outbox.idempotency_key IS 'One message a key: what causes it twice writes it once.';

CREATE TABLE IF NOT EXISTS platform.audit_event (
  id          bigint      GENERATED ALWAYS AS IDENTITY,
  happened_at timestamptz NOT NULL DEFAULT now(),
  actor_id    uuid,
  actor_role  name        NOT NULL DEFAULT coalesce(nullif(current_setting('role', true), 'none'), SESSION_USER),
  login_role  name        NOT NULL DEFAULT SESSION_USER,
  session_id  text,
  action      text        NOT NULL CHECK (action <> ''),
  object      text        NOT NULL,
  details     jsonb       NOT NULL DEFAULT '{}',
  PRIMARY KEY (happened_at, id)
);
CREATE INDEX IF NOT EXISTS audit_event_object_idx ON platform.audit_event (object, happened_at, id);
COMMENT ON TABLE platform.audit_event IS
'Who did what to which object and when. Rows are added, never changed or removed: platform.audit writes them.';
COMMENT ON COLUMN platform.audit_event.actor_id IS 'The account of the request; NULL for work outside of requests.';
COMMENT ON COLUMN platform.audit_event.actor_role IS
'The database role in force where the work was asked for (SET ROLE), not that of the function that did it.';
COMMENT ON COLUMN platform.audit_event.login_role IS 'The role that the connection was opened with.';
COMMENT ON COLUMN platform.audit_event.session_id IS
'The session of the request''s token (claim sid); without one the server session, as log_line_prefix %c writes it.';
