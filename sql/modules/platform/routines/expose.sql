-- How functions of modules come into schema api.

CREATE OR REPLACE FUNCTION platform.raise_conflict(message text, details text, hint text) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF details <> '' AND hint <> '' THEN
    RAISE EXCEPTION '%', message USING ERRCODE = 'PT409', DETAIL = details, HINT = hint;
  ELSIF details <> '' THEN
    RAISE EXCEPTION '%', message USING ERRCODE = 'PT409', DETAIL = details;
  ELSIF hint <> '' THEN
    RAISE EXCEPTION '%', message USING ERRCODE = 'PT409', HINT = hint;
  END IF;
  RAISE EXCEPTION '%', message USING ERRCODE = 'PT409';
END
$$;
COMMENT ON FUNCTION platform.raise_conflict(text, text, text) IS
'Raises an error anew that tells of the state of things, so that the gateway answers 409 in place of 500, with the same texts.';

-- One text for all: what becomes of errors is said once.
CREATE OR REPLACE FUNCTION platform.expose(
  routine regprocedure, comment text, status integer DEFAULT NULL, most_arguments integer DEFAULT 100, as_name name DEFAULT NULL)
RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  original CONSTANT pg_proc := (SELECT p FROM pg_proc p WHERE p.oid = routine);
  api_name CONSTANT name := coalesce(as_name, original.proname);
  n CONSTANT integer := least(coalesce(original.pronargs, 0), most_arguments);
  arguments CONSTANT text := (
    SELECT string_agg(format('%I %s%s', original.proargnames[i], format_type(original.proargtypes[i - 1], NULL),
                             ' DEFAULT ' || pg_get_function_arg_default(routine, i)), ', ' ORDER BY i) FROM generate_series(1, n) i);
  call CONSTANT text := format('%s(%s)', routine::regproc, (SELECT string_agg('$' || i, ', ' ORDER BY i) FROM generate_series(1, n) i));
BEGIN
  EXECUTE format($text$
    CREATE OR REPLACE FUNCTION api.%1$I(%2$s) RETURNS %3$s
    LANGUAGE plpgsql %4$s PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
    AS $body$
    DECLARE
      "%%details" text;
      "%%hint" text;
    BEGIN
      %5$s
    EXCEPTION WHEN object_not_in_prerequisite_state OR lock_not_available THEN
      GET STACKED DIAGNOSTICS "%%details" = PG_EXCEPTION_DETAIL, "%%hint" = PG_EXCEPTION_HINT;
      PERFORM platform.raise_conflict(SQLERRM, "%%details", "%%hint");
    END
    $body$ $text$,
    api_name, arguments, pg_get_function_result(routine), CASE original.provolatile WHEN 'v' THEN 'VOLATILE' ELSE 'STABLE' END,
    CASE WHEN status IS NULL THEN '' ELSE format('PERFORM set_config(''response.status'', %L, true); ', status) END
      || CASE WHEN original.proretset THEN format('RETURN QUERY SELECT * FROM %s;', call)
              WHEN original.prorettype = 'void'::regtype THEN format('PERFORM %s;', call)
              ELSE format('RETURN %s;', call) END);
  EXECUTE format('COMMENT ON FUNCTION api.%I(%s) IS %L', api_name,
    (SELECT string_agg(format_type(original.proargtypes[i - 1], NULL), ', ' ORDER BY i) FROM generate_series(1, n) i), comment);
END
$$;
COMMENT ON FUNCTION platform.expose(regprocedure, text, integer, integer, name) IS
'Makes the function of schema api that calls this one: of the same name, or another where one is given, arguments (the first so many) with
their defaults, result and volatility, with this comment, which is what its page of OpenAPI says, and this status where it is not that of
every success.

It runs as who calls it. Errors 55000 and 55P03, which would be 500, come out as PT409 with the same texts; those the caller could not have
avoided. All others stay.';

CREATE OR REPLACE FUNCTION platform.secure_api() RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  routine regprocedure;
BEGIN
  FOR routine IN
    SELECT p.oid FROM pg_proc p WHERE p.pronamespace = to_regnamespace('api') AND p.proowner = to_regrole(quote_ident(CURRENT_USER))
      AND has_function_privilege('public', p.oid, 'EXECUTE')
  LOOP
    EXECUTE format('REVOKE ALL ON ROUTINE %s FROM PUBLIC', routine);
  END LOOP;
END
$$;
COMMENT ON FUNCTION platform.secure_api() IS
'Takes the functions of schema api from PUBLIC: who may call one stands in application_rights() of its module. Every file of a module''s
folder api ends with it.';
