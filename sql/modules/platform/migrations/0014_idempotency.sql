-- Requests that come twice: what was answered to the first.

CREATE TABLE IF NOT EXISTS platform.idempotency_key (
  account_id uuid        NOT NULL REFERENCES platform.account ON DELETE CASCADE,
  routine    text        NOT NULL CHECK (routine ~ '^[a-z_][a-z0-9_]{0,62}$'),
  key        text        NOT NULL CHECK (key ~ '^[!-~]{1,255}$'),
  body_hash  bytea       NOT NULL CHECK (length(body_hash) = 32),
  status     integer     CHECK (status BETWEEN 200 AND 299),
  answer     jsonb       NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL DEFAULT now() + interval '24 hours',
  PRIMARY KEY (account_id, routine, key)
);
CREATE INDEX IF NOT EXISTS idempotency_key_expires_at_idx ON platform.idempotency_key (expires_at);
COMMENT ON TABLE platform.idempotency_key IS
'What was answered to requests with an Idempotency-Key, by account, function of schema api and key, for 24 hours: see
platform.earlier_answer.';
COMMENT ON COLUMN platform.idempotency_key.body_hash IS 'SHA-256 of the arguments: the same key with others is refused.';
COMMENT ON COLUMN platform.idempotency_key.status IS 'What the function had set; NULL: nothing.';
ALTER TABLE platform.idempotency_key ALTER COLUMN key SET STATISTICS 0, ALTER COLUMN body_hash SET STATISTICS 0,
  ALTER COLUMN answer SET STATISTICS 0;

INSERT INTO platform.export_hidden (relation, column_name, reason) VALUES
  ('platform.idempotency_key', 'answer', 'a copy of what is kept elsewhere, or of somebody else')
ON CONFLICT DO NOTHING;
INSERT INTO platform.job_kind (kind, runs, routine) VALUES
  ('platform.clean_idempotency_keys', 'database', 'platform.clean_idempotency_keys')
ON CONFLICT DO NOTHING;
INSERT INTO platform.schedule (name, kind, every) VALUES
  ('platform.clean_idempotency_keys', 'platform.clean_idempotency_keys', '1 hour')
ON CONFLICT DO NOTHING;
