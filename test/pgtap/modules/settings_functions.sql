-- The extension's own functions read no setting of the session: every routine gives the same value whatever is set, but for how the
-- caller's literals are read.
BEGIN;
SET search_path = public, pg_catalog;
SET client_min_messages = error;
SELECT no_plan();
\ir ../../lib/good_calls.sql

-- values(settings): each routine, and its value with good arguments under these settings, shown without them; or the SQLSTATE.
CREATE FUNCTION pg_temp.show(table_name text) RETURNS text LANGUAGE plpgsql
  SET extra_float_digits = 3 SET DateStyle = 'ISO' SET IntervalStyle = postgres SET bytea_output = hex SET TimeZone = 'UTC' AS $$
DECLARE shown text;
BEGIN
  EXECUTE format('SELECT string_agg(v::text, chr(10)) FROM %s', table_name) INTO shown;
  RETURN coalesce(shown, '-');
END $$;
CREATE FUNCTION pg_temp.values(settings text[]) RETURNS TABLE (routine text, value text) LANGUAGE plpgsql AS $$
DECLARE r record;
BEGIN
  FOR r IN SELECT * FROM routine t WHERE NOT t.is_support AND t.name NOT IN ('harmony_internal.run_script',
      'harmony.jwt_sign', 'harmony.jwt_verify', 'harmony.password_hash', 'harmony.hla_seal',
      'harmony.hla_reseal') ORDER BY t.signature LOOP  -- chance decides theirs
    routine := r.signature;
    BEGIN
      PERFORM set_config(split_part(s, '=', 1), split_part(s, '=', 2), true) FROM unnest(settings) s;
      EXECUTE format('CREATE TEMP TABLE got AS SELECT %s(%s) AS v FROM generate_series(1, %s) i', r.name, array_to_string(r.good, ', '),
                     CASE WHEN r.is_aggregate THEN 6 ELSE 1 END);
      value := pg_temp.show('got');
      RAISE EXCEPTION USING ERRCODE = 'HM001';
    EXCEPTION WHEN SQLSTATE 'HM001' THEN NULL; WHEN OTHERS THEN value := SQLSTATE;
    END;
    RETURN NEXT;
  END LOOP;
END $$;
CREATE TEMP TABLE expected AS SELECT * FROM pg_temp.values('{}');
SELECT cmp_ok((SELECT count(*) FROM expected WHERE value !~ '^[0-9A-Z]{5}$'), '>', 150::bigint, 'most routines give a value');
CREATE FUNCTION pg_temp.differing(settings text[]) RETURNS SETOF text LANGUAGE sql AS $$
  SELECT v.routine FROM pg_temp.values(settings) v JOIN expected e USING (routine) WHERE v.value IS DISTINCT FROM e.value $$;
SELECT is_empty(format('SELECT pg_temp.differing(%L)', s), s::text)
 FROM (VALUES ('{extra_float_digits=-15}'::text[]), ('{extra_float_digits=0,"DateStyle=SQL, DMY",IntervalStyle=iso_8601}'),
    ('{TimeZone=Pacific/Kiritimati}'), ('{transform_null_equals=on,standard_conforming_strings=off}'),
    ('{work_mem=64kB,enable_hashagg=off,enable_sort=off}'), ('{jit=on,jit_above_cost=0}')) v (s);
SELECT * FROM finish();
ROLLBACK;
