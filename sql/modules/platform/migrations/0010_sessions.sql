-- Signing in: settings, sessions and their tokens, one-time tokens of accounts, buckets of rate limits, erasure.

CREATE TABLE IF NOT EXISTS platform.setting (
  name        text PRIMARY KEY CHECK (name ~ '^[a-z][a-z0-9_]*$'),
  value       text NOT NULL,
  allowed     text NOT NULL,
  description text NOT NULL,
  CHECK (value ~ ('^(' || allowed || ')$'))
);
COMMENT ON TABLE platform.setting IS 'What a site decides; asked by platform.setting(name). A site changes the values. [shipped]';
COMMENT ON COLUMN platform.setting.allowed IS 'A regular expression that the whole value matches.';
INSERT INTO platform.setting (name, value, allowed, description) VALUES
  ('email_verification', 'optional', 'optional|required',
   'required: an account signs in once its e-mail address is verified, and registering tells nobody whether an address is known.'),
  ('issuer', 'harmony', '[!-~]{1,200}', 'Claim iss of the tokens that are issued here.'),
  ('keep_messages', '90 days', '[0-9]{1,4} days?', 'How long messages are kept that were sent, failed or were cancelled.'),
  ('erase_after', '7 days', '[0-9]{1,4} days?', 'How long an erasure can be taken back.'),
  ('keep_evidence', '3 years', '[0-9]{1,3} (day|month|year)s?', 'How long hiring events stay linked to a person who was erased.')
ON CONFLICT DO NOTHING;

CREATE TABLE IF NOT EXISTS platform.session (
  id           uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
  account_id   uuid        NOT NULL REFERENCES platform.account ON DELETE CASCADE,
  created_at   timestamptz NOT NULL DEFAULT now(),
  last_used_at timestamptz NOT NULL DEFAULT now(),
  rotated_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
  expires_at   timestamptz NOT NULL,
  ended_at     timestamptz,
  address      inet,
  generation   integer     NOT NULL DEFAULT 1 CHECK (generation > 0),
  user_agent   text        CHECK (length(user_agent) <= 400),
  status       text        NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'revoked')),
  reason       text        CHECK (reason IN ('reuse', 'logout', 'password', 'deactivated', 'expired')),
  CHECK ((status = 'revoked') = (ended_at IS NOT NULL) AND (status = 'revoked') = (reason IS NOT NULL))
) WITH (fillfactor = 70);
CREATE INDEX IF NOT EXISTS session_account_id_idx ON platform.session (account_id);
CREATE INDEX IF NOT EXISTS session_ending_idx ON platform.session (expires_at) WHERE status = 'active';
COMMENT ON TABLE platform.session IS
'Who is signed in: the family of the refresh tokens that one login led to. Its id is claim sid of the access tokens; a revoked session ends
them at once (platform.pre_request).';
COMMENT ON COLUMN platform.session.rotated_at IS 'When the generation began: the token before is good for ten seconds more.';
COMMENT ON COLUMN platform.session.expires_at IS 'When its newest refresh token ends: 30 days after its issue, 90 after the login at most.';
COMMENT ON COLUMN platform.session.address IS 'Where it was used last; kept for 90 days.';
COMMENT ON COLUMN platform.session.generation IS 'Of the newest refresh token.';
COMMENT ON COLUMN platform.session.reason IS 'Why it was revoked.';
ALTER TABLE platform.session ALTER COLUMN address SET STATISTICS 0, ALTER COLUMN user_agent SET STATISTICS 0,
  ALTER COLUMN last_used_at SET STATISTICS 0, ALTER COLUMN rotated_at SET STATISTICS 0, ALTER COLUMN reason SET STATISTICS 0,
  ALTER COLUMN generation SET STATISTICS 0;

CREATE TABLE IF NOT EXISTS platform.refresh_token (
  token_hash bytea       PRIMARY KEY CHECK (length(token_hash) = 32),
  session_id uuid        NOT NULL REFERENCES platform.session ON DELETE CASCADE,
  generation integer     NOT NULL CHECK (generation > 0),
  created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX IF NOT EXISTS refresh_token_session_id_idx ON platform.refresh_token (session_id);
COMMENT ON TABLE platform.refresh_token IS
'The refresh tokens of a session, of each its SHA-256. Older generations stay as long as the session: whoever shows one has stolen it, or
was stolen from.';
ALTER TABLE platform.refresh_token ALTER COLUMN token_hash SET STATISTICS 0;

CREATE TABLE IF NOT EXISTS platform.account_token (
  token_id   bigint PRIMARY KEY REFERENCES platform.token ON DELETE CASCADE,
  account_id uuid   NOT NULL REFERENCES platform.account ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS account_token_account_id_idx ON platform.account_token (account_id);
COMMENT ON TABLE platform.account_token IS
'Whose a token of kind verify_email, reset_password or set_password is (platform.issue_account_token).';

CREATE TABLE IF NOT EXISTS platform.rate_limit (
  what   text     PRIMARY KEY CHECK (what ~ '^[a-z_]+:[a-z_]+$'),
  burst  integer  NOT NULL CHECK (burst > 0),
  refill interval NOT NULL CHECK (refill > interval '0')
);
COMMENT ON TABLE platform.rate_limit IS
'Token buckets: so many at once, and one more each time this passes. what is the beginning of platform.rate_bucket.key, account:<function>
for a function that each account has a bucket for. A site changes the numbers; what has no row is not limited. [shipped]';
INSERT INTO platform.rate_limit (what, burst, refill) VALUES
  ('login:email', 10, '30 seconds'), ('login:address', 50, '6 seconds'), ('register:address', 10, '6 minutes'),
  ('reset:email', 3, '20 minutes'), ('account:request_email_verification', 3, '20 minutes'), ('account:export_my_data', 3, '20 minutes'),
  ('account:set_member', 30, '2 minutes'), ('account:make_report', 10, '6 seconds'), ('account:begin_upload', 60, '1 second')
ON CONFLICT DO NOTHING;

CREATE UNLOGGED TABLE IF NOT EXISTS platform.rate_bucket (
  key        text        PRIMARY KEY,
  tokens     float8      NOT NULL,
  updated_at timestamptz NOT NULL
) WITH (fillfactor = 70);
COMMENT ON TABLE platform.rate_bucket IS
'What is left in the buckets of platform.rate_limit. Unlogged: a crash fills them all, and so does a row that is not there.';
ALTER TABLE platform.rate_bucket ALTER COLUMN key SET STATISTICS 0, ALTER COLUMN tokens SET STATISTICS 0;

CREATE TABLE IF NOT EXISTS platform.common_password (
  password text PRIMARY KEY CHECK (length(password) >= 8 AND password = lower(password))
);
COMMENT ON TABLE platform.common_password IS 'Passwords that nobody may choose, in small letters. A site adds its own. [shipped]';

CREATE TABLE IF NOT EXISTS platform.erasure (
  account_id   uuid        PRIMARY KEY REFERENCES platform.account ON DELETE CASCADE,
  requested_at timestamptz NOT NULL DEFAULT now(),
  due_at       timestamptz NOT NULL,
  obstacle     text
);
CREATE INDEX IF NOT EXISTS erasure_due_at_idx ON platform.erasure (due_at);
COMMENT ON TABLE platform.erasure IS 'Whose data are to be erased, and when: platform.erase_due does it.';
COMMENT ON COLUMN platform.erasure.obstacle IS 'Why it was put off by a day.';

CREATE TABLE IF NOT EXISTS platform.export_hidden (
  relation      text NOT NULL CHECK (relation ~ '^[a-z_][a-z0-9_]*\.[a-z_][a-z0-9_]*$'),
  column_name   text NOT NULL,
  reason        text NOT NULL CHECK (reason <> ''),
  shown_when    text,
  PRIMARY KEY (relation, column_name)
);
COMMENT ON TABLE platform.export_hidden IS
'What platform.export_my_data leaves out of a person''s rows, besides bytes and hashes, with the reason. [shipped]';
COMMENT ON COLUMN platform.export_hidden.column_name IS 'A column; *: the table.';
COMMENT ON COLUMN platform.export_hidden.shown_when IS
'A condition on the row (alias t) under which it is shown after all; only the owner writes here, and it runs as the owner.';
INSERT INTO platform.export_hidden (relation, column_name, reason, shown_when) VALUES
  ('platform.account', 'password_hash', 'a secret', NULL),
  ('platform.pseudonym', '*', 'whoever knows it finds the person among the research data', NULL),
  ('crew.candidacy', 'shortlisted', 'the employer''s alone', NULL),
  ('crew.barrier_lift', '*', 'the employer''s alone', NULL),
  ('crew.review_request', 'answered_by', 'somebody else', NULL),
  ('crew.hiring_event', 'decided_by', 'somebody else', NULL),
  ('crew.hiring_event', 'f_team', 'it follows from answers of the crew', NULL),
  ('crew.hiring_event', 'f_lmx', 'it follows from answers of the crew', NULL),
  ('crew.hiring_event', 'y_success', 'it follows from answers of the crew', NULL),
  ('crew.hiring_event', 'dnre', 'it follows from answers of the crew and of other candidates', NULL),
  ('assessment.test', '*', 'it tells the items of a test that others take', 't.ended_at IS NOT NULL'),
  ('assessment.test', 'queued', 'the next item of a test', NULL),
  ('assessment.result', 'raw', 'it tells which answers of a test are right, while the test runs', 'NOT assessment.is_taking_test()'),
  ('assessment.result', 'standard_error', 'as raw', 'NOT assessment.is_taking_test()')
ON CONFLICT DO NOTHING;
