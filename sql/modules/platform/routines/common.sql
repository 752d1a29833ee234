-- What the modules have in common: the day, rounding of documents.

CREATE OR REPLACE FUNCTION platform.today() RETURNS date
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN (now() AT TIME ZONE 'UTC')::date;
COMMENT ON FUNCTION platform.today() IS 'Today''s date in UTC.';

CREATE OR REPLACE FUNCTION platform.rounded(document jsonb, decimals integer DEFAULT 2) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  -- Numbers are rounded in the loop over their object or array: one call a container instead of one a value. To 9 decimals first, as
  -- the core does: what two ways to the same score differ by must not show.
  RETURN CASE jsonb_typeof(document)
    WHEN 'object' THEN (
      SELECT coalesce(jsonb_object_agg(e.key, CASE
        WHEN jsonb_typeof(e.value) = 'number' THEN to_jsonb(trim_scale(round(round(e.value::numeric, 9), decimals)))
        WHEN jsonb_typeof(e.value) IN ('object', 'array') THEN platform.rounded(e.value, decimals)
        ELSE e.value END), '{}')
      FROM jsonb_each(document) e)
    WHEN 'array' THEN (
      SELECT coalesce(jsonb_agg(CASE
        WHEN jsonb_typeof(e.value) = 'number' THEN to_jsonb(trim_scale(round(round(e.value::numeric, 9), decimals)))
        WHEN jsonb_typeof(e.value) IN ('object', 'array') THEN platform.rounded(e.value, decimals)
        ELSE e.value END ORDER BY e.n), '[]')
      FROM jsonb_array_elements(document) WITH ORDINALITY e (value, n))
    WHEN 'number' THEN to_jsonb(trim_scale(round(round(document::numeric, 9), decimals)))
    ELSE document END;
END
$$;
COMMENT ON FUNCTION platform.rounded(jsonb, integer) IS
'A document with every number in it rounded to so many decimals, without trailing zeros.';

CREATE OR REPLACE FUNCTION platform.modules_with(routine text) RETURNS SETOF text
LANGUAGE sql STABLE STRICT PARALLEL SAFE ROWS 3 SET search_path = pg_catalog, pg_temp
AS $$
  SELECT DISTINCT m.module FROM harmony.migration m WHERE to_regprocedure(format('%I.%s', m.module, routine)) IS NOT NULL;
$$;
COMMENT ON FUNCTION platform.modules_with(text) IS
'The modules that have this routine in their schema, such as may_hear(text, uuid): how one module asks others what they say.';
ALTER FUNCTION platform.modules_with(text) DEPENDS ON EXTENSION harmony;
