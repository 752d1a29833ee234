-- Aggregates over times and durations.

-- Durations.
CREATE FUNCTION harmony_internal.duration_summary_seconds(internal, seconds float8) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'harmony_duration_summary_seconds';
COMMENT ON FUNCTION harmony_internal.duration_summary_seconds(internal, float8) IS 'Adds a duration; NULL is skipped.';

CREATE FUNCTION harmony_internal.duration_summary_span(internal, start timestamptz, "end" timestamptz) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'harmony_duration_summary_span';
COMMENT ON FUNCTION harmony_internal.duration_summary_span(internal, timestamptz, timestamptz) IS
'Adds the time from start to end; with a NULL it is skipped.';

CREATE FUNCTION harmony_internal.duration_summary_combine(internal, internal) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_duration_summary_combine';
COMMENT ON FUNCTION harmony_internal.duration_summary_combine(internal, internal) IS 'Joins two parts of the durations.';

CREATE FUNCTION harmony_internal.duration_summary_serialize(internal) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_duration_summary_serialize';
COMMENT ON FUNCTION harmony_internal.duration_summary_serialize(internal) IS 'A state as bytes, for a parallel worker''s leader.';

CREATE FUNCTION harmony_internal.duration_summary_deserialize(bytea, internal) RETURNS internal
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_duration_summary_deserialize';
COMMENT ON FUNCTION harmony_internal.duration_summary_deserialize(bytea, internal) IS 'A state from a parallel worker''s bytes.';

CREATE FUNCTION harmony_internal.duration_summary_final(internal) RETURNS harmony.duration_summary
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 1000 AS 'MODULE_PATHNAME', 'harmony_duration_summary_final';
COMMENT ON FUNCTION harmony_internal.duration_summary_final(internal) IS 'Final function of the aggregate harmony.duration_summary.';

CREATE AGGREGATE harmony.duration_summary(seconds float8) (
  SFUNC = harmony_internal.duration_summary_seconds, STYPE = internal, SSPACE = 8192, FINALFUNC = harmony_internal.duration_summary_final,
  COMBINEFUNC = harmony_internal.duration_summary_combine, SERIALFUNC = harmony_internal.duration_summary_serialize,
  DESERIALFUNC = harmony_internal.duration_summary_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.duration_summary(float8) IS
'Durations in seconds: n, median with its 95 % interval, and the quantiles 75, 85, 90 and 95 %, in one pass and without sorting.

The interval is that of harmony.median_interval, quantiles are as percentile_cont interpolates them. Negative durations are counted in
n_negative and are in no other figure. NULLs are skipped; no row gives NULL. Error 22023 for NaN and infinity. Holds 8 bytes a
duration, at most 60 million (54000).';

CREATE AGGREGATE harmony.duration_summary(start timestamptz, "end" timestamptz) (
  SFUNC = harmony_internal.duration_summary_span, STYPE = internal, SSPACE = 8192, FINALFUNC = harmony_internal.duration_summary_final,
  COMBINEFUNC = harmony_internal.duration_summary_combine, SERIALFUNC = harmony_internal.duration_summary_serialize,
  DESERIALFUNC = harmony_internal.duration_summary_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.duration_summary(timestamptz, timestamptz) IS
'Times from start to end, as harmony.duration_summary of their seconds.

Exact to the microsecond, and faster than extract(epoch FROM "end" - start). A row with a NULL is skipped. Error 22023 for an infinite
time.';

-- Times to an event.
CREATE FUNCTION harmony_internal.kaplan_meier_transition(internal, "time" float8, event boolean) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 3 AS 'MODULE_PATHNAME', 'harmony_kaplan_meier_transition';
COMMENT ON FUNCTION harmony_internal.kaplan_meier_transition(internal, float8, boolean) IS
'Adds a time; with a NULL it is counted as skipped.';

CREATE FUNCTION harmony_internal.kaplan_meier_combine(internal, internal) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_kaplan_meier_combine';
COMMENT ON FUNCTION harmony_internal.kaplan_meier_combine(internal, internal) IS 'Joins two parts of the times.';

CREATE FUNCTION harmony_internal.kaplan_meier_serialize(internal) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_kaplan_meier_serialize';
COMMENT ON FUNCTION harmony_internal.kaplan_meier_serialize(internal) IS 'A state as bytes, for a parallel worker''s leader.';

CREATE FUNCTION harmony_internal.kaplan_meier_deserialize(bytea, internal) RETURNS internal
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_kaplan_meier_deserialize';
COMMENT ON FUNCTION harmony_internal.kaplan_meier_deserialize(bytea, internal) IS 'A state from a parallel worker''s bytes.';

CREATE FUNCTION harmony_internal.kaplan_meier_final(internal) RETURNS harmony.kaplan_meier_result
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 1000 AS 'MODULE_PATHNAME', 'harmony_kaplan_meier_final';
COMMENT ON FUNCTION harmony_internal.kaplan_meier_final(internal) IS 'Final function of the aggregate harmony.kaplan_meier.';

CREATE AGGREGATE harmony.kaplan_meier("time" float8, event boolean) (
  SFUNC = harmony_internal.kaplan_meier_transition, STYPE = internal, SSPACE = 16384, FINALFUNC = harmony_internal.kaplan_meier_final,
  COMBINEFUNC = harmony_internal.kaplan_meier_combine, SERIALFUNC = harmony_internal.kaplan_meier_serialize,
  DESERIALFUNC = harmony_internal.kaplan_meier_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.kaplan_meier(float8, boolean) IS
'How long it takes until an event, where some were seen only so long without one: Kaplan and Meier''s (1958) curve and its median.

event is true where the event came at that time, false where the time was cut off (an incident that is open still). Ties are exact; at a
tie events come before what is cut off. std_error by Greenwood, limits by log(-log), 95 %; as R''s survfit with conf.type "log-log". Rows
with a NULL are skipped and counted; no row gives NULL. Errors: 22023 for a time that is negative or not finite. Holds 8 bytes a time, at
most 60 million (54000). The result does not depend on the order of rows.';
