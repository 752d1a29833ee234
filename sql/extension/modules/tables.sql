-- Modules: what has run, and what it made.
CREATE TABLE harmony.migration (
  module       text        NOT NULL,
  file         text        NOT NULL,
  version      text        NOT NULL,
  checksum     text,
  objects      text[]      NOT NULL DEFAULT '{}',
  installed_at timestamptz NOT NULL DEFAULT pg_catalog.now(),
  installed_by name        NOT NULL DEFAULT CURRENT_USER,
  PRIMARY KEY (module, file)
);
COMMENT ON TABLE harmony.migration IS
'Files of the modules that have run in this database: migrations once each, all others when they ran last. Beside it the
extension owns harmony_internal.help_page alone. Whoever may write it decides what the next harmony.install runs and drops.';
COMMENT ON COLUMN harmony.migration.module IS 'The module that the file is of.';
COMMENT ON COLUMN harmony.migration.file IS 'Its path in the module''s folder, such as migrations/0001_tables.sql.';
COMMENT ON COLUMN harmony.migration.version IS 'Version of the extension that ran the file.';
COMMENT ON COLUMN harmony.migration.checksum IS
'SHA-256 of the file, in hexadecimal. Where it is NULL, the migration is taken as it is at the next installation.';
COMMENT ON COLUMN harmony.migration.objects IS
'What the file made in the schemas of modules and in api, as pg_identify_object names it: its type, a blank, its identity.';
COMMENT ON COLUMN harmony.migration.installed_at IS 'When it ran, of one that runs again last.';
COMMENT ON COLUMN harmony.migration.installed_by IS 'The role that ran it.';
SELECT pg_catalog.pg_extension_config_dump('harmony.migration', '');

CREATE VIEW harmony.migrations WITH (security_invoker = true) AS
  SELECT module, file, version, installed_at, installed_by
  FROM harmony.migration
  WHERE file LIKE 'migrations/%'
  ORDER BY installed_at, module, file;
COMMENT ON VIEW harmony.migrations IS 'What ran, when and by whom: one row a run-once file of an installed module.';
COMMENT ON COLUMN harmony.migrations.module IS 'The module that the file is of.';
COMMENT ON COLUMN harmony.migrations.file IS 'Its path in the module''s folder, such as migrations/0001_tables.sql.';
COMMENT ON COLUMN harmony.migrations.version IS 'Version of the extension that ran the file.';
COMMENT ON COLUMN harmony.migrations.installed_at IS 'When it ran.';
COMMENT ON COLUMN harmony.migrations.installed_by IS 'The role that ran it.';
GRANT SELECT ON harmony.migration, harmony.migrations TO PUBLIC;
