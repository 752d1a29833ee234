-- Modules: what is installed, install and uninstall.
CREATE TABLE harmony.migration (
  module       text        NOT NULL,
  file         text        NOT NULL,
  version      text        NOT NULL,
  installed_at timestamptz NOT NULL DEFAULT pg_catalog.now(),
  installed_by name        NOT NULL DEFAULT CURRENT_USER,
  PRIMARY KEY (module, file)
);
COMMENT ON TABLE harmony.migration IS 'Run-once files of the modules that have run in this database; the only table that the extension owns.';
COMMENT ON COLUMN harmony.migration.version IS 'Version of the extension that ran the file.';
SELECT pg_catalog.pg_extension_config_dump('harmony.migration', '');

CREATE VIEW harmony.migrations WITH (security_invoker = true) AS
  SELECT module, file, version, installed_at, installed_by
  FROM harmony.migration
  ORDER BY installed_at, module, file;
COMMENT ON VIEW harmony.migrations IS 'What ran, when and by whom: one row a run-once file of an installed module.';
GRANT SELECT ON harmony.migration, harmony.migrations TO PUBLIC;
