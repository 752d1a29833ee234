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
  parameters      jsonb       NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(parameters) = 'object' AND NOT parameters ? 'token'),
  idempotency_key text        NOT NULL UNIQUE,
  created_at      timestamptz NOT NULL DEFAULT now(),
  sent_at         timestamptz,
  address         text,
  organization_id uuid        REFERENCES platform.organization ON DELETE SET NULL,
  status          text        NOT NULL DEFAULT 'queued' CHECK (status IN ('queued', 'sending', 'sent', 'failed', 'cancelled')),
  attempts        integer     NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  run_at          timestamptz NOT NULL DEFAULT now(),
  worker          text,
  lease_until     timestamptz,
  error           text,
  message_id      text,
  token_id        bigint,
  -- the pattern is that of platform.trace_id(), which is not there yet
  trace_id        text        DEFAULT substring(current_setting('request.headers', true)
    FROM '"traceparent"\s*:\s*"(?!ff)[0-9a-f]{2}-((?!0{32})[0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}["-]'),
  CONSTRAINT outbox_sent_check CHECK ((status = 'sent') = (sent_at IS NOT NULL)),
  CONSTRAINT outbox_lease_check CHECK ((status = 'sending') = (lease_until IS NOT NULL))
) WITH (fillfactor = 70);
CREATE INDEX IF NOT EXISTS outbox_recipient_id_idx ON platform.outbox (recipient_id);
CREATE INDEX IF NOT EXISTS outbox_queued_idx ON platform.outbox (run_at, id) WHERE status = 'queued';
CREATE INDEX IF NOT EXISTS outbox_sending_idx ON platform.outbox (lease_until) WHERE status = 'sending';
CREATE INDEX IF NOT EXISTS outbox_organization_id_idx ON platform.outbox (organization_id, lower(address))
  WHERE organization_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS outbox_address_idx ON platform.outbox (lower(address)) WHERE channel = 'email' AND address IS NOT NULL;
CREATE INDEX IF NOT EXISTS outbox_token_id_idx ON platform.outbox (token_id) WHERE token_id IS NOT NULL;
COMMENT ON TABLE platform.outbox IS
'Messages to be sent, written in the transaction that causes them. harmonyd sends them: platform.claim_messages hands them out.';
COMMENT ON COLUMN platform.outbox.idempotency_key IS 'One message a key: what causes it twice writes it once.';
COMMENT ON COLUMN platform.outbox.address IS
'Where it goes: an e-mail address, by default that of the recipient when it is sent; for channel webhook the name of a platform.webhook.';
COMMENT ON COLUMN platform.outbox.organization_id IS 'In whose name it goes to an address.';
COMMENT ON COLUMN platform.outbox.attempts IS 'How often it was handed out; platform.message_sent and message_failed name the attempt.';
COMMENT ON COLUMN platform.outbox.run_at IS 'Not before.';
COMMENT ON COLUMN platform.outbox.message_id IS 'The Message-ID that it was sent with.';
COMMENT ON COLUMN platform.outbox.token_id IS
'The platform.token that {{token}} stood for when it was handed out last. No row holds a token.';
COMMENT ON COLUMN platform.outbox.trace_id IS 'The trace of the request that wrote it: platform.trace_id().';

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
  trace_id    text        DEFAULT substring(current_setting('request.headers', true)
    FROM '"traceparent"\s*:\s*"(?!ff)[0-9a-f]{2}-((?!0{32})[0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}["-]'),
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
COMMENT ON COLUMN platform.audit_event.trace_id IS 'The trace of the request, as platform.trace_id() tells it.';
