-- Signals: aggregates.

-- One metric of many facilities.
CREATE FUNCTION harmony_internal.metric_signals_transition(internal, facility integer, period integer, value float8, options jsonb)
  RETURNS internal LANGUAGE c IMMUTABLE PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'harmony_metric_signals_transition';
COMMENT ON FUNCTION harmony_internal.metric_signals_transition(internal, integer, integer, float8, jsonb) IS 'Adds a value of a metric.';

CREATE FUNCTION harmony_internal.metric_signals_combine(internal, internal) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_metric_signals_combine';
COMMENT ON FUNCTION harmony_internal.metric_signals_combine(internal, internal) IS 'Joins two parts of a metric.';

CREATE FUNCTION harmony_internal.metric_signals_serialize(internal) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_metric_signals_serialize';
COMMENT ON FUNCTION harmony_internal.metric_signals_serialize(internal) IS 'A state as bytes, for a parallel worker''s leader.';

CREATE FUNCTION harmony_internal.metric_signals_deserialize(bytea, internal) RETURNS internal
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_metric_signals_deserialize';
COMMENT ON FUNCTION harmony_internal.metric_signals_deserialize(bytea, internal) IS 'A state from a parallel worker''s bytes.';

CREATE FUNCTION harmony_internal.metric_signals_final(internal) RETURNS harmony_internal.facility_signal[]
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 10000 AS 'MODULE_PATHNAME', 'harmony_metric_signals_final';
COMMENT ON FUNCTION harmony_internal.metric_signals_final(internal) IS 'Final function of the aggregate metric_signals.';

CREATE AGGREGATE harmony_internal.metric_signals(facility integer, period integer, value float8, options jsonb) (
  SFUNC = harmony_internal.metric_signals_transition, STYPE = internal, SSPACE = 262144,
  FINALFUNC = harmony_internal.metric_signals_final, COMBINEFUNC = harmony_internal.metric_signals_combine,
  SERIALFUNC = harmony_internal.metric_signals_serialize, DESERIALFUNC = harmony_internal.metric_signals_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony_internal.metric_signals(integer, integer, float8, jsonb) IS
'The signals of one metric: each facility among its peers, month by month, its trend, its type; in any order of rows.

A row with period NULL is the facility''s aggregate value, any other a month, YYYYMM; a NULL value is none. The result has a row for each
facility with an aggregate row, by number; months of other facilities count as peers. options, the same in every row: {"polarity":
"lower_is_better" | "higher_is_better" | "target_range", "range": [a, b], "cutoffs": as harmony.classify_signal}. Months that no value was
observed in keep their step; the first month is the earliest of the metric. Errors: 22004 for a NULL facility; 22023 for a value that is
not finite, a period that is no month, two values of one facility and period, options that are not known or differ between rows. Holds 16
bytes a row, at most 60 million (54000).';

-- The same, of a row a facility and series.
CREATE FUNCTION harmony_internal.metric_signals_series_transition(internal, facility integer, periods integer[], "values" float8[],
  options jsonb) RETURNS internal LANGUAGE c IMMUTABLE PARALLEL SAFE COST 10
  AS 'MODULE_PATHNAME', 'harmony_metric_signals_series_transition';
COMMENT ON FUNCTION harmony_internal.metric_signals_series_transition(internal, integer, integer[], float8[], jsonb) IS
'Adds the values of a facility in a metric.';

CREATE AGGREGATE harmony_internal.metric_signals(facility integer, periods integer[], "values" float8[], options jsonb) (
  SFUNC = harmony_internal.metric_signals_series_transition, STYPE = internal, SSPACE = 262144,
  FINALFUNC = harmony_internal.metric_signals_final, COMBINEFUNC = harmony_internal.metric_signals_combine,
  SERIALFUNC = harmony_internal.metric_signals_serialize, DESERIALFUNC = harmony_internal.metric_signals_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony_internal.metric_signals(integer, integer[], float8[], jsonb) IS
'The signals of one metric, as harmony_internal.metric_signals of a row a value: here a row holds the months of a facility and their
values, or, with periods NULL, its one value of all time. A NULL value is none. Errors: also 22004 for values that are NULL; 22023 for
periods and values of different lengths, a NULL period, values without periods that are not one.';

-- Of the same rows, each month.
CREATE FUNCTION harmony_internal.metric_months_final(internal) RETURNS harmony_internal.facility_month[]
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 10000 AS 'MODULE_PATHNAME', 'harmony_metric_months_final';
COMMENT ON FUNCTION harmony_internal.metric_months_final(internal) IS 'Final function of the aggregate metric_months.';

CREATE AGGREGATE harmony_internal.metric_months(facility integer, periods integer[], "values" float8[], options jsonb) (
  SFUNC = harmony_internal.metric_signals_series_transition, STYPE = internal, SSPACE = 262144,
  FINALFUNC = harmony_internal.metric_months_final, COMBINEFUNC = harmony_internal.metric_signals_combine,
  SERIALFUNC = harmony_internal.metric_signals_serialize, DESERIALFUNC = harmony_internal.metric_signals_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony_internal.metric_months(integer, integer[], float8[], jsonb) IS
'The months of one metric, a row a facility and month, in order: the value as measured, and the z of which harmony_internal.metric_signals
takes mean, standard deviation and maximum. Arguments and errors as there.';

-- Stars.
CREATE FUNCTION harmony_internal.star_ratings_transition(internal, facility text, measure_group text, measure text, value float8)
  RETURNS internal LANGUAGE c IMMUTABLE PARALLEL SAFE COST 3 AS 'MODULE_PATHNAME', 'harmony_star_ratings_transition';
COMMENT ON FUNCTION harmony_internal.star_ratings_transition(internal, text, text, text, float8) IS 'Adds a value of a measure.';

CREATE FUNCTION harmony_internal.star_ratings_combine(internal, internal) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_star_ratings_combine';
COMMENT ON FUNCTION harmony_internal.star_ratings_combine(internal, internal) IS 'Joins two parts of the measures.';

CREATE FUNCTION harmony_internal.star_ratings_serialize(internal) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_star_ratings_serialize';
COMMENT ON FUNCTION harmony_internal.star_ratings_serialize(internal) IS 'A state as bytes, for a parallel worker''s leader.';

CREATE FUNCTION harmony_internal.star_ratings_deserialize(bytea, internal) RETURNS internal
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_star_ratings_deserialize';
COMMENT ON FUNCTION harmony_internal.star_ratings_deserialize(bytea, internal) IS 'A state from a parallel worker''s bytes.';

CREATE FUNCTION harmony_internal.star_ratings_final(internal) RETURNS harmony.star_rating[]
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 10000 AS 'MODULE_PATHNAME', 'harmony_star_ratings_final';
COMMENT ON FUNCTION harmony_internal.star_ratings_final(internal) IS 'Final function of the aggregate harmony.star_ratings.';

CREATE AGGREGATE harmony.star_ratings(facility text, measure_group text, measure text, value float8) (
  SFUNC = harmony_internal.star_ratings_transition, STYPE = internal, SSPACE = 65536,
  FINALFUNC = harmony_internal.star_ratings_final, COMBINEFUNC = harmony_internal.star_ratings_combine,
  SERIALFUNC = harmony_internal.star_ratings_serialize, DESERIALFUNC = harmony_internal.star_ratings_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.star_ratings(text, text, text, float8) IS
'One to five stars for each facility from measures in five groups (CMS 2021), in the order of the names'' bytes.

Values are higher the better; a NULL was not measured. Measures are standardised over all facilities (population sd), averaged by group,
and standardised again; groups mortality, safety, readmission, experience weigh .22, effectiveness .12, and what is missing is shared out.
Rated are facilities with three groups of three measures, among those with as many such groups, by five exact clusters
(harmony.kmeans_1d); fewer than five different summaries there are not rated. Not rated: NULL. Errors: 22004 for a NULL name; 22023 for an
unknown group, a value that is not finite, two values of one facility and measure.';
