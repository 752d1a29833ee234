-- The results of one person, as a profile document and as the state that it is made from.

CREATE FUNCTION harmony_internal.snapshot_transition(internal, trait text, family text, score float8, reliable boolean,
    measured_at timestamptz, instrument text, flags text[])
  RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_snapshot_transition';
COMMENT ON FUNCTION harmony_internal.snapshot_transition(internal, text, text, float8, boolean, timestamptz, text, text[]) IS
'Transition function of harmony.snapshot.';

CREATE FUNCTION harmony_internal.snapshot_final(internal) RETURNS jsonb
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 200 AS 'MODULE_PATHNAME', 'harmony_snapshot_final';
COMMENT ON FUNCTION harmony_internal.snapshot_final(internal) IS 'Final function of harmony.snapshot.';

CREATE AGGREGATE harmony.snapshot(trait text, family text, score float8, reliable boolean, measured_at timestamptz, instrument text,
    flags text[]) (
  SFUNC = harmony_internal.snapshot_transition, STYPE = internal, SSPACE = 5000, FINALFUNC = harmony_internal.snapshot_final,
  PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.snapshot(text, text, float8, boolean, timestamptz, text, text[]) IS
'The profile document of one person from that person''s results, one row a result, in any order.

Of each trait the newest reliable result counts, an unreliable one only where nothing else exists. Scores are 0 to 100 and are stored with 1
decimal, leadership preferences 0 to 1 with 2. Rows without trait or score are skipped; without any result the profile is an empty one.
Layout: docs/reference/assessment.md.';

CREATE FUNCTION harmony_internal.snapshot_state_final(internal) RETURNS bytea
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 20 AS 'MODULE_PATHNAME', 'harmony_snapshot_state_final';
COMMENT ON FUNCTION harmony_internal.snapshot_state_final(internal) IS 'Final function of harmony_internal.snapshot_state.';

CREATE AGGREGATE harmony_internal.snapshot_state(trait text, family text, score float8, reliable boolean, measured_at timestamptz,
    instrument text, flags text[]) (
  SFUNC = harmony_internal.snapshot_transition, STYPE = internal, SSPACE = 5000, FINALFUNC = harmony_internal.snapshot_state_final,
  PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony_internal.snapshot_state(text, text, float8, boolean, timestamptz, text, text[]) IS
'What harmony.snapshot makes its document from, to be stored beside it: of each trait the result that counts, unrounded. The same results
give the same bytes, in any order and by any merges.';
