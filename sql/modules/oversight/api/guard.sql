-- Statements that machines write, for members of an organisation: judged, learnt from, searched.

SELECT platform.expose('oversight.check_sql(text, text, uuid)',
'Judges a statement without running it: whether it is safe to run, and what is wrong.

For members. sql: one statement; policy: whose relations, functions and limits count; organization: the tenant that it has to be held to,
where one acts for several. {ok, errors: [{rule, sqlstate, message, position, line, column, hint, object}], warnings, fingerprint,
columns, relations, functions, tenant, cost}. Roles, row security and READ ONLY enforce what this explains. By POST alone. Errors: 400 no
such policy, or not clear for which organisation; 403.'),
  platform.expose('oversight.check_sql_intent(text, text, text, uuid)',
'How well a statement answers a question.

For members. sql, policy, organization: as check_sql; intent: the question in words. {confidence, missed, extra}: what the words ask for and
the statement has not, and the other way round. By POST alone. Errors: 400 as check_sql; 403.'),
  platform.expose('oversight.check_data(text, jsonb)',
'Whether rows have the structure of their kind.

For members. kind: team_analysis, dora_metric, rework, or one that the site has added; data: a row or a list of rows. {ok, errors: [{row,
path, message}]}. Errors: 400 no such kind; 403.'),
  platform.expose('oversight.record_feedback(text, text, boolean, text, text, uuid)',
'Says that a statement, or what was written in its place, helped or did not.

For members; 201 {id, successes, failures, confidence}. sql: the statement; intent: the question; helpful: whether it helped; correction:
what was written in its place; sqlstate: how it failed; organization: as check_sql. Constants are masked before they are kept, and of the
question a few known phrases are. Errors: 400 an empty or too long text, no SQLSTATE; 403; 429.'),
  platform.expose('oversight.suggest_fix(text, text, text, text, uuid)',
'What helped where statements like this one failed.

For members; at most three rows sql, confidence, reason, with $1, $2, ... for constants; each passes check_sql by the policy. sql, policy,
organization: as check_sql; intent: the question; sqlstate: how it failed. Errors: 400 as check_sql; 403.'),
  platform.expose('oversight.find_similar(text, text, integer)',
'The texts of one''s own organisations that are most like a query.

For members; rows kind, id, title, similarity, most alike first. kind: of this one; null: of all. k: at most 100. Errors: 400 no such kind,
an empty query, another k; 403.');

CREATE OR REPLACE VIEW api.learning_memory WITH (security_invoker = true) AS
  SELECT m.id, m.organization_id, m.error_class, m.sqlstate, m.intent, m.statement, m.correction, m.successes, m.failures, m.confidence,
         m.last_seen_at
  FROM oversight.learning_memory m;
COMMENT ON VIEW api.learning_memory IS
'What was learnt in one''s own organisations from statements that failed, by record_feedback.

For members. statement and correction with $1, $2, ... for constants, intent: the known phrases of the question. confidence: (successes +
1)/(successes + failures + 2).';
COMMENT ON COLUMN api.learning_memory.id IS 'Number of the row.';
COMMENT ON COLUMN api.learning_memory.organization_id IS 'Who learnt it: id of organizations.';
COMMENT ON COLUMN api.learning_memory.error_class IS 'The first two characters of the SQLSTATE; 00: it was no error.';
COMMENT ON COLUMN api.learning_memory.sqlstate IS 'How the statement failed; 00000: it was no error.';
COMMENT ON COLUMN api.learning_memory.intent IS 'The known phrases of the question that the statement was to answer; empty: none.';
COMMENT ON COLUMN api.learning_memory.statement IS 'The statement, with $1, $2, ... for constants.';
COMMENT ON COLUMN api.learning_memory.correction IS 'What was written in its place; null: the statement itself was judged.';
COMMENT ON COLUMN api.learning_memory.successes IS 'How often it helped.';
COMMENT ON COLUMN api.learning_memory.failures IS 'How often it did not.';
COMMENT ON COLUMN api.learning_memory.confidence IS '(successes + 1)/(successes + failures + 2), 0 to 1.';
COMMENT ON COLUMN api.learning_memory.last_seen_at IS 'When it was seen last.';
CREATE OR REPLACE TRIGGER fixed INSTEAD OF INSERT OR UPDATE OR DELETE ON api.learning_memory
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE OR REPLACE VIEW api.sql_policies WITH (security_invoker = true) AS
  SELECT p.name, p.organization_id, p.description, p.options -> 'relations' AS relations, p.options -> 'require_limit' AS require_limit,
         p.tenant_column::text AS tenant_column
  FROM oversight.sql_policy p;
COMMENT ON VIEW api.sql_policies IS
'The policies by which check_sql judges: their names, and what may be read.

For members: those of all (organization_id null), and of one''s own organisations, which go before one of all of the same name. relations:
what a statement may name; require_limit: most rows; tenant_column: what it is held to.';
COMMENT ON COLUMN api.sql_policies.name IS 'By which check_sql is asked for it.';
COMMENT ON COLUMN api.sql_policies.organization_id IS 'Whose it is: id of organizations; null: of all.';
COMMENT ON COLUMN api.sql_policies.description IS 'What it is for, in words; may be empty.';
COMMENT ON COLUMN api.sql_policies.relations IS 'What a statement may name: relations, or schemas as api.*; null: nothing.';
COMMENT ON COLUMN api.sql_policies.require_limit IS 'Most rows that a statement may ask for; null: any number.';
COMMENT ON COLUMN api.sql_policies.tenant_column IS
'The column by which rows are held to the organisation of who asks; null: no proof is asked for.';
CREATE OR REPLACE TRIGGER fixed INSTEAD OF INSERT OR UPDATE OR DELETE ON api.sql_policies
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

SELECT platform.secure_api();
