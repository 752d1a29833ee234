-- SQL written by machines: judged against the catalog, without running any of it. Rules, options and answers:
-- docs/reference/sql_guard.md.
CREATE FUNCTION harmony.check_sql(sql text, options jsonb DEFAULT '{}') RETURNS jsonb
  LANGUAGE c STABLE STRICT PARALLEL UNSAFE COST 1000 AS 'MODULE_PATHNAME', 'harmony_check_sql';
COMMENT ON FUNCTION harmony.check_sql(text, jsonb) IS
'Judges one SQL statement by the live catalog, without running any of it.

Options: relations (names schema.name, schema.*), columns_denied and personal (schema.relation.column), functions (schema.name), tenant
({"column", and "value" or "parameter"}), parameters (types of $1, $2, ...), explain, trust_views, require_limit, max_cost, max_rows.
Without relations none is allowed; without tenant nothing is proven. Answer: ok, errors (rule, message, and where known sqlstate,
position, line, column, hint, object), warnings, fingerprint, columns (name, type), relations, functions, tenant (relation, level,
proven_by, row_security), cost. Rules: syntax, empty, multiple, too_complex, statement, explain_analyze, into, modifying_cte, row_lock,
unresolved, relation, column, function, operator, tenant, limit, cost, rows. What is not known to be safe is refused. Names resolve as
the caller''s search_path says; no lock is kept. It explains; what enforces is roles, row security and read-only transactions. Errors:
22023 for an unknown option or a value of the wrong type.';

CREATE FUNCTION harmony.sql_intent(sql text, intent text, options jsonb DEFAULT '{}') RETURNS jsonb
  LANGUAGE c STABLE STRICT PARALLEL UNSAFE COST 1000 AS 'MODULE_PATHNAME', 'harmony_sql_intent';
COMMENT ON FUNCTION harmony.sql_intent(text, text, jsonb) IS
'How well a statement does what a question in words asks for: confidence, missed and extra features.

Features come from a lexicon of phrases ("how many": aggregate:count, "per month": group:month, "top 5": top:5), and from the analysed
statement. confidence is the F1 of their weights, 2 matched/(expected + actual): aggregate .4, group .3, window .2, others .1; 1 where
neither has any, 0 for a statement that cannot be analysed. Options: those of check_sql, of which lexicon counts here: rows {"phrase",
"feature", "weak"} in place of the default lexicon. Errors: 22023, as check_sql.';

CREATE FUNCTION harmony.default_lexicon() RETURNS jsonb
  LANGUAGE c IMMUTABLE PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_default_lexicon';
COMMENT ON FUNCTION harmony.default_lexicon() IS
'The phrases of sql_intent and the features that they stand for, as rows {"phrase", "feature", "weak"}.

{n} in a phrase is a number, {unit} a unit of time, {word} any word. A weak row counts only where no other of its class does.';

CREATE FUNCTION harmony.check_structure(data jsonb, declared jsonb) RETURNS jsonb
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_check_structure';
COMMENT ON FUNCTION harmony.check_structure(jsonb, jsonb) IS
'Rows of a document against the structure that is declared for one of them: ok, and errors with row, path and message.

data: an array of rows, or one value. declared, in words of JSON Schema: type, enum, minimum, maximum, minLength, maxLength, format (date,
date-time, uuid), properties, required, additionalProperties (true or false), items, minItems, maxItems, title, description. Rows count from
1, elements from 0; at most 1,000 errors are told. Errors: 22023 for a declaration that is not valid or deeper than 32.';
