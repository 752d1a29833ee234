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

CREATE OR REPLACE FUNCTION platform.json_argument(value jsonb) RETURNS jsonb
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN jsonb_typeof(value) = 'string' AND value #>> '{}' ~ '^[[:space:]]*[[{]' THEN (value #>> '{}')::jsonb ELSE value END;
COMMENT ON FUNCTION platform.json_argument(jsonb) IS
'An argument of a function that is called by GET: the gateway hands the text of the query over as one string, which is read where an object
or a list stands in it. All else stays as it is. Errors: 22P02 for what begins so and is no JSON.';

-- What becomes of a call: as text of the function that platform.expose makes.
CREATE OR REPLACE FUNCTION platform.exposed_body(
  routine regprocedure, api_name name, n integer, status integer, once boolean, members text[], anew regproc, version regproc) RETURNS text
LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  original CONSTANT pg_proc := (SELECT p FROM pg_proc p WHERE p.oid = routine);
  passed CONSTANT integer := least(n, coalesce(original.pronargs, 0));
  -- What changes something is called by POST alone, whose body is JSON.
  arguments CONSTANT text := coalesce((
    SELECT string_agg(CASE WHEN original.provolatile <> 'v' AND original.proargtypes[i - 1] = 'jsonb'::regtype
                           THEN format('platform.json_argument($%s)', i) ELSE '$' || i END, ', ' ORDER BY i)
    FROM generate_series(1, passed) i), '');
  call CONSTANT text := format('%s(%s)', routine::regproc, arguments);
  given CONSTANT text := format('jsonb_build_object(%s)', (
    SELECT string_agg(format('%L, $%s', original.proargnames[i], i), ', ' ORDER BY i) FROM generate_series(1, passed) i));
  result CONSTANT text := format_type(original.prorettype, NULL);
  steps text := '';
BEGIN
  IF once AND (original.proretset OR original.prorettype = 'void'::regtype OR original.provolatile <> 'v') THEN
    RAISE EXCEPTION '% takes no Idempotency-Key: it changes nothing, or has no answer that could be kept', routine
      USING ERRCODE = 'feature_not_supported';
  ELSIF version IS NOT NULL AND original.provolatile = 'v' THEN
    RAISE EXCEPTION '% has no version: it changes something', routine USING ERRCODE = 'feature_not_supported';
  END IF;
  IF once THEN
    steps := format($step$
      "%%answer" := platform.earlier_answer(%L, %s);
      IF "%%answer" IS NOT NULL THEN
        RETURN %s;
      END IF;$step$, api_name, given, CASE
        WHEN anew IS NOT NULL THEN format('%s("%%answer")', anew)
        WHEN result = 'jsonb' THEN '"%answer"' ELSE format('("%%answer" #>> ''{}'')::%s', result) END);
  END IF;
  IF version IS NOT NULL THEN
    steps := steps || format($step$
      IF platform.is_unchanged(%s(%s)) THEN
        RETURN%s;
      END IF;$step$, version, arguments, CASE WHEN NOT original.proretset THEN ' NULL' ELSE '' END);
  END IF;
  IF status IS NOT NULL THEN
    steps := steps || format('
      PERFORM set_config(''response.status'', %L, true);', status);
  END IF;
  RETURN steps || '
      ' || CASE
    WHEN once THEN format('"%%result" := %s;
      PERFORM platform.keep_answer(%L, %s, to_jsonb("%%result"), %L);
      RETURN "%%result";', call, api_name, given, members)
    WHEN original.proretset THEN format('RETURN QUERY SELECT * FROM %s;', call)
    WHEN original.prorettype = 'void'::regtype THEN format('PERFORM %s;', call)
    ELSE format('RETURN %s;', call) END;
END
$$;
COMMENT ON FUNCTION platform.exposed_body(regprocedure, name, integer, integer, boolean, text[], regproc, regproc) IS
'The statements of the function of schema api that calls this one with its first n arguments: see platform.expose.';

-- One text for all: what becomes of errors is said once.
CREATE OR REPLACE FUNCTION platform.expose(
  routine regprocedure, comment text, status integer DEFAULT NULL, most_arguments integer DEFAULT 100, as_name name DEFAULT NULL,
  once boolean DEFAULT false, members text[] DEFAULT NULL, anew regproc DEFAULT NULL, version regproc DEFAULT NULL,
  as_type regtype DEFAULT NULL) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  original CONSTANT pg_proc := (SELECT p FROM pg_proc p WHERE p.oid = routine);
  api_name CONSTANT name := coalesce(as_name, original.proname);
  n CONSTANT integer := least(coalesce(original.pronargs, 0), most_arguments);
  arguments CONSTANT text := (
    SELECT string_agg(format('%s %s%s', coalesce(quote_ident(original.proargnames[i]), ''), format_type(original.proargtypes[i - 1], NULL),
                             ' DEFAULT ' || pg_get_function_arg_default(routine, i)), ', ' ORDER BY i) FROM generate_series(1, n) i);
BEGIN
  EXECUTE format($text$
    CREATE OR REPLACE FUNCTION api.%1$I(%2$s) RETURNS %3$s
    LANGUAGE plpgsql %4$s PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
    AS $body$
    DECLARE
      "%%details" text;
      "%%hint" text;%6$s
    BEGIN%5$s
    EXCEPTION WHEN object_not_in_prerequisite_state OR lock_not_available THEN
      GET STACKED DIAGNOSTICS "%%details" = PG_EXCEPTION_DETAIL, "%%hint" = PG_EXCEPTION_HINT;
      PERFORM platform.raise_conflict(SQLERRM, "%%details", "%%hint");
    END
    $body$ $text$,
    api_name, arguments, coalesce(as_type::text, pg_get_function_result(routine)),
    CASE original.provolatile WHEN 'v' THEN 'VOLATILE' ELSE 'STABLE' END,
    platform.exposed_body(routine, api_name, n, status, once, members, anew, version),
    CASE WHEN once THEN format('
      "%%answer" jsonb;
      "%%result" %s;', format_type(original.prorettype, NULL)) ELSE '' END);
  EXECUTE format('COMMENT ON FUNCTION api.%I(%s) IS %L', api_name,
    (SELECT string_agg(format_type(original.proargtypes[i - 1], NULL), ', ' ORDER BY i) FROM generate_series(1, n) i), comment);
END
$$;
COMMENT ON FUNCTION platform.expose(regprocedure, text, integer, integer, name, boolean, text[], regproc, regproc, regtype) IS
'Makes the function of schema api that calls this one: of the same name, or another where one is given, arguments (the first so many) with
their defaults, result (or this type: a domain named like a media type, such as */*) and volatility, with this comment, which is what
its page of OpenAPI says, and this status where it is not that of every success.

once: it takes an Idempotency-Key (platform.earlier_answer); of what it returns members alone are kept, by default all, and anew, a function
(kept jsonb) that asks for rights itself, makes the answer of them when the request comes again: addresses that are signed for a while are
not stored. version: a function of the same arguments that asks for rights and returns a text which changes with the answer, or NULL: the
answer gets an ETag of it, and 304 takes its place (platform.is_unchanged).

It runs as who calls it. Errors 55000 and 55P03, which would be 500, come out as PT409 with the same texts; those the caller could not have
avoided. All others stay. 0A000: once for what changes nothing or has no single answer, version for what changes something.';

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
