-- The rights of an application, and names for people who are to stay unknown.

CREATE TABLE IF NOT EXISTS platform.application_right (
  audience   text    NOT NULL CHECK (audience IN ('everybody', 'anon', 'user', 'analyst', 'monitor', 'worker')),
  privilege  text    NOT NULL CHECK (privilege IN ('USAGE', 'EXECUTE', 'SELECT', 'INSERT', 'UPDATE', 'DELETE')),
  object     text    NOT NULL,
  columns    text[]  CHECK (columns IS NULL OR cardinality(columns) > 0 AND privilege IN ('SELECT', 'INSERT', 'UPDATE')),
  is_granted boolean NOT NULL DEFAULT true,
  PRIMARY KEY (audience, privilege, object)
);
COMMENT ON TABLE platform.application_right IS
'What a site grants a gateway''s roles besides, or instead of, what the modules ship (application_rights() of each), by
platform.grant_application: for requests without a person (anon), with one (user), for analysts, for who watches the server (monitor), for
harmonyd (worker), and for PUBLIC (everybody). Everything else is not granted.';
COMMENT ON COLUMN platform.application_right.object IS
'A schema (USAGE), a table or view, or a routine (EXECUTE): of that name all.';
COMMENT ON COLUMN platform.application_right.columns IS 'NULL: the whole table.';
COMMENT ON COLUMN platform.application_right.is_granted IS 'false: the right of this name that a module ships is not granted.';

CREATE TABLE IF NOT EXISTS platform.pseudonym (
  account_id uuid PRIMARY KEY REFERENCES platform.account ON DELETE CASCADE,
  pseudonym  uuid NOT NULL UNIQUE DEFAULT gen_random_uuid()
);
COMMENT ON TABLE platform.pseudonym IS
'A random name for each account, by which analysts tell people apart without knowing them. The owner alone reads it; it goes with the
account.';
