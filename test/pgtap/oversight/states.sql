-- States of aggregates that nobody made: no statement hands one over, so that support functions trust what the server gives them.
BEGIN;
SET search_path = public, pg_catalog;
SELECT no_plan();

-- The support functions of every aggregate of the extension whose state is internal, by hand, with bytes and NULL for states.
CREATE TEMP TABLE support AS
SELECT DISTINCT p.oid, p.proname::text AS name, p.proargtypes::oid[] AS types FROM pg_aggregate a
JOIN pg_proc f ON f.oid = a.aggfnoid AND f.pronamespace = 'harmony'::regnamespace
CROSS JOIN LATERAL (VALUES (a.aggtransfn), (a.aggcombinefn), (a.aggserialfn), (a.aggdeserialfn), (a.aggfinalfn)) s (routine)
JOIN pg_proc p ON p.oid = s.routine::oid
WHERE a.aggtranstype = 'internal'::regtype AND p.pronamespace = 'harmony_internal'::regnamespace;
CREATE FUNCTION pg_temp.by_hand(routine oid, types oid[], state text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  is_null boolean;
BEGIN
  EXECUTE format('SELECT %s(%s) IS NULL', routine::regproc, (
    SELECT string_agg(CASE t.type WHEN 'internal'::regtype THEN state WHEN 'bytea'::regtype THEN '''\xffffffffffffffff''::bytea'
                      ELSE 'NULL::' || t.type::regtype END, ', ' ORDER BY t.n)
    FROM unnest(types) WITH ORDINALITY t (type, n))) INTO is_null;
  RETURN CASE WHEN is_null THEN 'null' ELSE 'something' END;
EXCEPTION WHEN OTHERS THEN
  RETURN SQLSTATE;
END $$;
SELECT cmp_ok((SELECT count(*) FROM support WHERE name ~ '^(drift|binary_performance|regression_performance|estimated_performance)'), '>=',
  25::bigint, 'those of the aggregates of oversight are among them');
SELECT is_empty($$SELECT s.name, s.types::regtype[], g.given, a.answer FROM support s
  CROSS JOIN unnest(ARRAY['NULL', 'NULL::internal', '''\x00''::bytea', '''x''', '''0''::internal', '1']) g (given)
  CROSS JOIN LATERAL pg_temp.by_hand(s.oid, s.types, g.given) a (answer) WHERE a.answer NOT IN ('42883', '42846', '0A000')$$,
  'nothing can stand for a state');
-- Whoever may make functions and aggregates makes none with such a state.
GRANT CREATE, USAGE ON SCHEMA public TO PUBLIC;
GRANT USAGE ON SCHEMA harmony_internal TO PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA harmony_internal TO PUBLIC;
CREATE ROLE forger;
SET ROLE forger;
SELECT throws_ok(query, state, NULL, left(query, 60)) FROM (VALUES
  ('CREATE AGGREGATE public.forged(float8, boolean) (SFUNC = harmony_internal.drift_transition, STYPE = internal,
    FINALFUNC = harmony_internal.drift_categories_final)', '42P13'),
  ('CREATE AGGREGATE public.forged(internal) (SFUNC = harmony_internal.drift_deserialize, STYPE = bytea)', '42804'),
  ('CREATE FUNCTION public.forged(bytea) RETURNS internal LANGUAGE sql AS ''SELECT $1''', '42P13'),
  ('CREATE CAST (bytea AS internal) WITHOUT FUNCTION', '42809')) v (query, state);
RESET ROLE;
SELECT * FROM finish();
ROLLBACK;
