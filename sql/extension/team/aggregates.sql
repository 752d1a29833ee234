-- The weather of a team from its pulses. Formulas and sources: docs/reference/team.md.

CREATE FUNCTION harmony_internal.weather_transition(internal, person uuid, day date, value float8, as_of date) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_weather_transition';
COMMENT ON FUNCTION harmony_internal.weather_transition(internal, uuid, date, float8, date) IS 'Transition function of harmony.weather.';

CREATE FUNCTION harmony_internal.weather_transition(internal, person uuid, day date, value float8, as_of date, model jsonb) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_weather_transition';
COMMENT ON FUNCTION harmony_internal.weather_transition(internal, uuid, date, float8, date, jsonb) IS
'Transition function of harmony.weather with a model.';

CREATE FUNCTION harmony_internal.weather_combine(internal, internal) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_weather_combine';
COMMENT ON FUNCTION harmony_internal.weather_combine(internal, internal) IS 'Combine function of harmony.weather.';

CREATE FUNCTION harmony_internal.weather_serialize(internal) RETURNS bytea
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_weather_serialize';
COMMENT ON FUNCTION harmony_internal.weather_serialize(internal) IS 'Serial function of harmony.weather.';

CREATE FUNCTION harmony_internal.weather_deserialize(bytea, internal) RETURNS internal
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_weather_deserialize';
COMMENT ON FUNCTION harmony_internal.weather_deserialize(bytea, internal) IS 'Deserial function of harmony.weather.';

CREATE FUNCTION harmony_internal.weather_final(internal) RETURNS harmony.weather
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 1000 AS 'MODULE_PATHNAME', 'harmony_weather_final';
COMMENT ON FUNCTION harmony_internal.weather_final(internal) IS 'Final function of harmony.weather.';

CREATE AGGREGATE harmony.weather(person uuid, day date, value float8, as_of date) (
  SFUNC = harmony_internal.weather_transition, STYPE = internal, SSPACE = 8000, FINALFUNC = harmony_internal.weather_final,
  COMBINEFUNC = harmony_internal.weather_combine, SERIALFUNC = harmony_internal.weather_serialize,
  DESERIALFUNC = harmony_internal.weather_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.weather(uuid, date, float8, date) IS
'The weather of a team from its pulses, 1 to 5, one row a pulse in any order, seen from the day as_of.

as_of is the same in every row of a group. Of the last 7 days: mean, days observed, status (excellent from 4.5, stable from 3.5, turbulent
from 2.5, else critical), weather = mean k + 3 (1 - k), k = min(1, days/7). Of the last 30: rmssd = sqrt(sum of squared successive
differences within persons / their number) (Jahng, Wood and Trull 2008), slope a day of the daily means by least squares with its 95 %
interval from three days on. outlook = weather + 30 slope, with slope 0 where its interval holds 0. Several pulses of a person and day count
as their mean; other days and rows with a NULL person, day or value are skipped. A value off the scale is an error 22003.';

CREATE AGGREGATE harmony.weather(person uuid, day date, value float8, as_of date, model jsonb) (
  SFUNC = harmony_internal.weather_transition, STYPE = internal, SSPACE = 8000, FINALFUNC = harmony_internal.weather_final,
  COMBINEFUNC = harmony_internal.weather_combine, SERIALFUNC = harmony_internal.weather_serialize,
  DESERIALFUNC = harmony_internal.weather_deserialize, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony.weather(uuid, date, float8, date, jsonb) IS
'The weather of a team with the constants of a model document.

The first row''s model counts. Otherwise as without a model.';
