-- The rights of an application, and names for people who are to stay unknown.

CREATE TABLE IF NOT EXISTS platform.application_right (
  module    text   NOT NULL,
  audience  text   NOT NULL CHECK (audience IN ('anon', 'user', 'analyst')),
  privilege text   NOT NULL CHECK (privilege IN ('USAGE', 'EXECUTE', 'SELECT', 'INSERT', 'UPDATE', 'DELETE')),
  object    text   NOT NULL,
  columns   text[] CHECK (columns IS NULL OR cardinality(columns) > 0 AND privilege IN ('SELECT', 'INSERT', 'UPDATE')),
  PRIMARY KEY (module, audience, privilege, object)
);
COMMENT ON TABLE platform.application_right IS
'What a gateway''s roles may do, told by each module (policies/rights.sql) and granted by platform.grant_application: for requests without a
person (anon), with one (user), and for analysts. Everything else is not granted. [shipped]';
COMMENT ON COLUMN platform.application_right.object IS
'A schema (USAGE), a table or view, or a routine (EXECUTE): of that name all.';
COMMENT ON COLUMN platform.application_right.columns IS 'NULL: the whole table.';

CREATE TABLE IF NOT EXISTS platform.pseudonym (
  account_id uuid PRIMARY KEY REFERENCES platform.account ON DELETE CASCADE,
  pseudonym  uuid NOT NULL UNIQUE DEFAULT gen_random_uuid()
);
COMMENT ON TABLE platform.pseudonym IS
'A random name for each account, by which analysts tell people apart without knowing them. The owner alone reads it; it goes with the
account.';
