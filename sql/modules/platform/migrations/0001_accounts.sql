-- People and who is asking. Rights, sessions, HTTP, jobs and the outbox come as later numbered files.

CREATE SCHEMA IF NOT EXISTS platform;
COMMENT ON SCHEMA platform IS 'What every back end needs around its analytics: accounts, and later rights, jobs, outbox and documents.';

CREATE TABLE IF NOT EXISTS platform.account (
  id         uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
  email      text        NOT NULL CHECK (email LIKE '%_@_%'),
  full_name  text        NOT NULL DEFAULT '' CHECK (length(full_name) <= 200 AND full_name !~ '[\x01-\x1f\x7f]'),
  is_active  boolean     NOT NULL DEFAULT true,
  is_verified boolean    NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now(),
  phone      text        CHECK (length(phone) <= 50 AND phone !~ '[\x01-\x1f\x7f]'),
  location   text        CHECK (length(location) <= 200 AND location !~ '[\x01-\x1f\x7f]'),
  password_hash     text,
  email_verified_at timestamptz,
  last_login_at     timestamptz,
  deleted_at        timestamptz CHECK (deleted_at IS NULL OR NOT is_active)
);
CREATE UNIQUE INDEX IF NOT EXISTS account_email_key ON platform.account (lower(email));
-- Whoever may EXPLAIN reads the planner's statistics: none are kept of names and addresses. That addresses are unique it knows without.
ALTER TABLE platform.account ALTER COLUMN email SET STATISTICS 0, ALTER COLUMN full_name SET STATISTICS 0,
  ALTER COLUMN is_verified SET STATISTICS 0, ALTER COLUMN phone SET STATISTICS 0, ALTER COLUMN location SET STATISTICS 0,
  ALTER COLUMN password_hash SET STATISTICS 0, ALTER COLUMN email_verified_at SET STATISTICS 0,
  ALTER COLUMN last_login_at SET STATISTICS 0, ALTER COLUMN deleted_at SET STATISTICS 0;
ALTER INDEX platform.account_email_key ALTER COLUMN 1 SET STATISTICS 0;
COMMENT ON TABLE platform.account IS 'A person. What is known of a person refers to account.id.';
COMMENT ON COLUMN platform.account.email IS 'Unique without regard to case.';
COMMENT ON COLUMN platform.account.is_verified IS 'An administrator has verified who it is (platform.verify_account).';
COMMENT ON COLUMN platform.account.password_hash IS
  'As harmony.password_hash makes it, or of an older system; NULL: no password. For the owner alone.';
COMMENT ON COLUMN platform.account.email_verified_at IS 'When somebody showed a token that was sent to the address.';
COMMENT ON COLUMN platform.account.deleted_at IS
'When the person was erased: the row is then a nameless tombstone, <id>@erased.invalid, to which the audit trail refers.';
