-- SQL written by machines: judged against the catalog, without running any of it.
CREATE FUNCTION harmony.check_sql(sql text, options jsonb DEFAULT '{}') RETURNS jsonb
  LANGUAGE c STABLE STRICT PARALLEL UNSAFE COST 1000 AS 'MODULE_PATHNAME', 'harmony_check_sql';
COMMENT ON FUNCTION harmony.check_sql(text, jsonb) IS 'x';
CREATE FUNCTION harmony.sql_intent(sql text, intent text, options jsonb DEFAULT '{}') RETURNS jsonb
  LANGUAGE c STABLE STRICT PARALLEL UNSAFE COST 1000 AS 'MODULE_PATHNAME', 'harmony_sql_intent';
COMMENT ON FUNCTION harmony.sql_intent(text, text, jsonb) IS 'x';
