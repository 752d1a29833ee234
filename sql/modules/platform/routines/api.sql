-- What the modules' parts of schema api have in common. Status by SQLSTATE, as the gateway has it: docs/reference/api.md.

CREATE OR REPLACE FUNCTION platform.raise_conflict(message text, detail text, hint text) RETURNS void
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  -- An option of RAISE must not be null, and an empty one is told as such.
  IF coalesce(detail, '') <> '' AND coalesce(hint, '') <> '' THEN
    RAISE EXCEPTION USING ERRCODE = 'PT409', MESSAGE = message, DETAIL = detail, HINT = hint;
  ELSIF coalesce(detail, '') <> '' THEN
    RAISE EXCEPTION USING ERRCODE = 'PT409', MESSAGE = message, DETAIL = detail;
  ELSIF coalesce(hint, '') <> '' THEN
    RAISE EXCEPTION USING ERRCODE = 'PT409', MESSAGE = message, HINT = hint;
  END IF;
  RAISE EXCEPTION USING ERRCODE = 'PT409', MESSAGE = message;
END
$$;
COMMENT ON FUNCTION platform.raise_conflict(text, text, text) IS
'Raises an error PT409 with these words: what functions of schema api make of the modules'' 55000 (decided already, closed, not aboard ...)
and 55P03 (a lock that was not to be had), which the gateway would answer with 500.';

CREATE OR REPLACE FUNCTION platform.secure_api(module text) RETURNS void
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  routine regprocedure;
BEGIN
  PERFORM platform.close_to_public(module), platform.pin_settings(module);
  FOR routine IN
    SELECT r FROM harmony_internal.module_routines(module) r JOIN pg_proc p ON p.oid = r WHERE p.pronamespace = 'api'::regnamespace
  LOOP
    EXECUTE format('ALTER ROUTINE %s DEPENDS ON EXTENSION harmony', routine);
  END LOOP;
END
$$;
COMMENT ON FUNCTION platform.secure_api(text) IS
'Closes what a module has made in schema api: nothing for PUBLIC, settings pinned, and its routines go with the extension; to be called in
the last file of its folder api, since only what earlier files made is known as the module''s.';
ALTER FUNCTION platform.secure_api(text) DEPENDS ON EXTENSION harmony;  -- it calls the extension
