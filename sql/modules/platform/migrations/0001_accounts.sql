-- People and who is asking. Rights, sessions, HTTP, jobs and the outbox come as later numbered files.

CREATE SCHEMA IF NOT EXISTS platform;
COMMENT ON SCHEMA platform IS 'What every back end needs around its analytics: accounts, and later rights, jobs, outbox and documents.';

CREATE TABLE IF NOT EXISTS platform.account (
  id         uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
  email      text        NOT NULL CHECK (email LIKE '%_@_%'),
  full_name  text        NOT NULL DEFAULT '',
  is_active  boolean     NOT NULL DEFAULT true,
  is_verified boolean    NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX IF NOT EXISTS account_email_key ON platform.account (lower(email));
-- Whoever may EXPLAIN reads the planner's statistics: none are kept of names and addresses. That addresses are unique it knows without.
ALTER TABLE platform.account ALTER COLUMN email SET STATISTICS 0, ALTER COLUMN full_name SET STATISTICS 0,
  ALTER COLUMN is_verified SET STATISTICS 0;
ALTER INDEX platform.account_email_key ALTER COLUMN 1 SET STATISTICS 0;
COMMENT ON TABLE platform.account IS 'A person. What is known of a person refers to account.id.';
COMMENT ON COLUMN platform.account.email IS 'Unique without regard to case.';
COMMENT ON COLUMN platform.account.is_verified IS 'An administrator has verified who it is (platform.verify_account).';
