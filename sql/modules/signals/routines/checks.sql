-- Checks: questions about the rows of a layer, each a row of signals.quality_check.

CREATE OR REPLACE FUNCTION signals.has_column(relation text, "column" text) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
  SELECT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = to_regclass(relation) AND a.attname = "column" AND NOT a.attisdropped)
$$;
COMMENT ON FUNCTION signals.has_column(text, text) IS 'Whether a relation has a column of this name.';

CREATE OR REPLACE FUNCTION signals.check_arguments(kind text) RETURNS text[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE kind WHEN 'accepted_values' THEN '{values}' WHEN 'relationships' THEN '{to,columns}' WHEN 'range' THEN '{least,most}'
                   WHEN 'row_count' THEN '{least,most}' WHEN 'freshness' THEN '{within}' ELSE '{}' END::text[];
COMMENT ON FUNCTION signals.check_arguments(text) IS 'The names that the arguments of a check of this kind have.';

CREATE OR REPLACE FUNCTION signals.wrong_check(question signals.quality_check) RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  given CONSTANT jsonb := question.arguments;
  names CONSTANT text[] := signals.check_arguments(question.kind);
  n CONSTANT integer := cardinality(question.columns);
  unknown CONSTANT text := (SELECT min(k) FROM jsonb_object_keys(given) k WHERE k <> ALL (names));
  missing CONSTANT text := (SELECT min(k) FROM unnest(names) k WHERE k NOT IN ('least', 'most') AND NOT given ? k);
BEGIN
  RETURN CASE
    WHEN unknown IS NOT NULL THEN format('argument "%s" does not exist', left(unknown, 100))
    WHEN missing IS NOT NULL THEN format('argument "%s" is missing', missing)
    WHEN 'least' = ANY (names) AND given = '{}' THEN 'one of least and most must be there'
    WHEN jsonb_typeof(coalesce(given -> 'least', '0')) <> 'number' OR jsonb_typeof(coalesce(given -> 'most', '0')) <> 'number'
      THEN 'least and most must be numbers'
    WHEN jsonb_typeof(coalesce(given -> 'values', '[]')) <> 'array' OR jsonb_typeof(coalesce(given -> 'columns', '[]')) <> 'array'
      THEN 'values and columns must be lists'
    WHEN question.kind = 'row_count' AND n > 0 THEN 'it has no columns'
    WHEN question.kind IN ('accepted_values', 'range', 'freshness') AND n <> 1 THEN 'it has one column'
    WHEN question.kind IN ('not_null', 'unique') AND n = 0 THEN 'it has at least one column'
    WHEN question.kind = 'relationships' AND (n = 0 OR n <> jsonb_array_length(given -> 'columns'))
      THEN 'columns and the columns of its arguments must be as many'
    END;
END
$$;
COMMENT ON FUNCTION signals.wrong_check(signals.quality_check) IS 'What is wrong with the columns and arguments of a check, or NULL.';

CREATE OR REPLACE FUNCTION signals.check_check() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  problem CONSTANT text := signals.wrong_check(NEW);
BEGIN
  IF problem IS NOT NULL THEN
    RAISE EXCEPTION 'a check of kind % is not complete: %', NEW.kind, problem USING ERRCODE = 'invalid_parameter_value',
      HINT = format('Its arguments: %s.', coalesce(nullif(array_to_string(signals.check_arguments(NEW.kind), ', '), ''), 'none'));
  END IF;
  RETURN NEW;
END
$$;
COMMENT ON FUNCTION signals.check_check() IS 'Refuses checks that could not be asked (22023): a build would stop at them later.';

CREATE OR REPLACE FUNCTION signals.failing_condition(question signals.quality_check) RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  columns CONSTANT text[] := ARRAY (SELECT format('t.%I', c) FROM unnest(question.columns) WITH ORDINALITY u (c, n) ORDER BY n);
  "to" CONSTANT text := question.arguments ->> 'to';
  keys CONSTANT text[] := ARRAY (
    SELECT format('o.%I', k) FROM jsonb_array_elements_text(question.arguments -> 'columns') WITH ORDINALITY u (k, n) ORDER BY n);
BEGIN
  RETURN CASE question.kind
    WHEN 'not_null' THEN (SELECT string_agg(c || ' IS NULL', ' OR ') FROM unnest(columns) c)
    WHEN 'unique' THEN format('count(*) OVER (PARTITION BY t.organization_id%s, %s) > 1',
      CASE WHEN signals.has_column(question.layer, 'run_id') THEN ', t.run_id' END, array_to_string(columns, ', '))
    WHEN 'accepted_values' THEN format('NOT (%s = ANY (%L::text[]))', columns[1] || '::text', ARRAY (
      SELECT jsonb_array_elements_text(question.arguments -> 'values')))
    WHEN 'range' THEN format('%1$s < %2$L OR %1$s > %3$L', columns[1], coalesce(question.arguments ->> 'least', '-Infinity') || '',
      coalesce(question.arguments ->> 'most', 'Infinity'))
    WHEN 'relationships' THEN format('num_nonnulls(%s) = %s AND NOT EXISTS (SELECT FROM %s o WHERE o.organization_id = t.organization_id%s
        AND (%s) = (%s))', array_to_string(columns, ', '), cardinality(columns), to_regclass("to"),
      CASE WHEN signals.has_column(question.layer, 'run_id') AND signals.has_column("to", 'run_id') THEN ' AND o.run_id = t.run_id' END,
      array_to_string(columns, ', '), array_to_string(keys, ', '))
    END;
END
$$;
COMMENT ON FUNCTION signals.failing_condition(signals.quality_check) IS
'The SQL condition, over a row t of the layer, of the rows that fail a check; NULL for row_count and freshness, which are about all rows.';

CREATE OR REPLACE FUNCTION signals.rows_of(layer text, filter text) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
  SELECT format('%s t WHERE t.organization_id = $1%s%s', to_regclass(layer),
    CASE WHEN signals.has_column(layer, 'run_id') THEN ' AND t.run_id = $2' END, ' AND (' || filter || ')')
$$;
COMMENT ON FUNCTION signals.rows_of(text, text) IS
'The rows of a layer that belong to organisation $1 and, where it has runs, run $2: after FROM.';

CREATE OR REPLACE FUNCTION signals.answer(question signals.quality_check, organization uuid, run_id text,
                                          OUT n_rows bigint, OUT n_failed bigint, OUT passed boolean, OUT failing_keys jsonb)
LANGUAGE plpgsql STABLE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  source CONSTANT text := signals.rows_of(question.layer, question.filter);
  condition CONSTANT text := signals.failing_condition(question);
  shown CONSTANT text := (
    SELECT string_agg(DISTINCT format('%L, t.%I', c, c), ', ')
    FROM unnest(question.columns || '{node_id,metric_id,facility_id,period,child,feature}'::text[]) c
    WHERE signals.has_column(question.layer, c));
BEGIN
  failing_keys := '[]';
  IF question.kind = 'row_count' THEN
    EXECUTE format('SELECT count(*) FROM %s', source) INTO n_rows USING organization, run_id;
    n_failed := (n_rows < (question.arguments ->> 'least')::bigint IS TRUE
      OR n_rows > (question.arguments ->> 'most')::bigint IS TRUE)::int;
  ELSIF question.kind = 'freshness' THEN
    EXECUTE format('SELECT count(*), (max(t.%I) >= now() - %L::interval IS NOT TRUE)::int FROM %s', question.columns[1],
      question.arguments ->> 'within', source) INTO n_rows, n_failed USING organization, run_id;
  ELSE
    EXECUTE format('SELECT count(*), count(*) FILTER (WHERE r.fails) FROM (SELECT (%s) IS TRUE AS fails FROM %s) r', condition, source)
      INTO n_rows, n_failed USING organization, run_id;
    IF n_failed > 0 THEN
      EXECUTE format('SELECT jsonb_agg(k.keys) FROM (
        SELECT r.keys FROM (SELECT (%s) IS TRUE AS fails, jsonb_build_object(%s) AS keys FROM %s) r WHERE r.fails
          ORDER BY r.keys LIMIT 10) k',
        condition, shown, source) INTO failing_keys USING organization, run_id;
    END IF;
  END IF;
  passed := CASE WHEN question.kind IN ('row_count', 'freshness') THEN n_failed = 0 ELSE n_failed <= question.tolerated * n_rows END;
EXCEPTION WHEN syntax_error_or_access_rule_violation OR data_exception THEN
  RAISE EXCEPTION 'check % of layer "%" is none', question.id, question.layer USING ERRCODE = 'invalid_parameter_value', DETAIL = SQLERRM,
    HINT = 'See signals.quality_check: columns, arguments, filter.';
END
$$;
COMMENT ON FUNCTION signals.answer(signals.quality_check, uuid, text) IS
'Asks a question about the rows of an organisation and run: how many there are, how many fail, whether that is tolerated, and up to ten
that fail. Errors: 22023 a check whose columns, arguments or filter mean nothing.';
