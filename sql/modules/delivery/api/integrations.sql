-- Where records come from, for members of the organisation.

CREATE OR REPLACE VIEW api.integrations WITH (security_invoker = true) AS
  SELECT i.id, i.organization_id, i.kind, i.name, i.settings, i.is_active, i.last_run_at, i.last_error FROM delivery.integration i;
COMMENT ON VIEW api.integrations IS
'Tools that records of one''s own organisations come from, such as a tracker or a code host.

For members. POST organization_id, kind, name, settings, is_active; PATCH name, settings, is_active. kind: github and jira are fetched by
harmonyd, which has the tokens; settings: no secret. Errors: 400 settings that cannot be, a secret in them, a text that is blank or too
long; 403 an organisation that is not one''s own; 409 the name is there.';
COMMENT ON COLUMN api.integrations.id IS 'Identifies the integration.';
COMMENT ON COLUMN api.integrations.organization_id IS 'Whose it is: id of organizations.';
COMMENT ON COLUMN api.integrations.kind IS 'The tool: github and jira are fetched, others are extracted by the site.';
COMMENT ON COLUMN api.integrations.name IS 'As people call it, unique in the organisation.';
COMMENT ON COLUMN api.integrations.settings IS 'What is to be known of the tool, such as addresses and names of projects; no secrets.';
COMMENT ON COLUMN api.integrations.is_active IS 'Whether it is fetched from.';
COMMENT ON COLUMN api.integrations.last_run_at IS 'When it was fetched, or its records were transformed, last; null: never.';
COMMENT ON COLUMN api.integrations.last_error IS 'Why nothing came at the last try; null where all is well.';
CREATE OR REPLACE TRIGGER write INSTEAD OF INSERT OR UPDATE ON api.integrations
  FOR EACH ROW EXECUTE FUNCTION delivery.integration_written();

CREATE OR REPLACE VIEW api.status_mappings WITH (security_invoker = true) AS
  SELECT s.organization_id, s.integration_id AS integration, s.status::text AS status, s.category FROM delivery.status s;
COMMENT ON VIEW api.status_mappings IS
'Which category each status of a tool stands for.

For members. POST integration, status, category; PATCH category; DELETE: then the category that the tool says. category: todo, in_progress
or done. Records that came before are transformed again. Errors: 400 no such category, a status that is blank or too long; 403 an
integration that is not one''s own; 409 it is there.';
COMMENT ON COLUMN api.status_mappings.organization_id IS 'Whose integration it is: id of organizations.';
COMMENT ON COLUMN api.status_mappings.integration IS 'Of which tool: id of integrations.';
COMMENT ON COLUMN api.status_mappings.status IS 'The status in the tool''s word.';
COMMENT ON COLUMN api.status_mappings.category IS 'todo, in_progress or done.';
CREATE OR REPLACE TRIGGER write INSTEAD OF INSERT OR UPDATE OR DELETE ON api.status_mappings
  FOR EACH ROW EXECUTE FUNCTION delivery.status_written();

CREATE OR REPLACE VIEW api.raw_records WITH (security_invoker = true) AS
  SELECT r.id, r.integration_id AS integration, r.kind, r.external_id, r.received_at, r.status, r.error FROM delivery.raw_record r;
COMMENT ON VIEW api.raw_records IS
'Records as they came from the tools of one''s own organisations, and what became of them.

For members; without what they say. status: waiting, loaded, rejected; error: why it was rejected. Read it by pages:
order=id.desc&id=lt.N.';
COMMENT ON COLUMN api.raw_records.id IS 'Number of the record, in the order in which they came.';
COMMENT ON COLUMN api.raw_records.integration IS 'Where it comes from: id of integrations.';
COMMENT ON COLUMN api.raw_records.kind IS 'What it is a record of, such as github.pulls.';
COMMENT ON COLUMN api.raw_records.external_id IS 'Its id in the tool; null: none is told.';
COMMENT ON COLUMN api.raw_records.received_at IS 'When it came.';
COMMENT ON COLUMN api.raw_records.status IS 'waiting, loaded or rejected.';
COMMENT ON COLUMN api.raw_records.error IS 'Why it was rejected; null: it was not.';

SELECT platform.secure_api();
