-- What reads other programs' exports.

CREATE FUNCTION harmony.read_csv(content bytea, encoding text DEFAULT NULL, delimiter text DEFAULT NULL)
  RETURNS TABLE ("row" bigint, line bigint, cells text[])
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 100000 ROWS 10000
  AS 'MODULE_PATHNAME', 'harmony_read_csv';
COMMENT ON FUNCTION harmony.read_csv(bytea, text, text) IS
'The records of delimited text (RFC 4180, and what programs write instead), each with its number from 1, the line where it starts, and its
cells as they stand.

encoding: utf-8 (the default), windows-1252, iso-8859-1, utf-16le or utf-16be; a byte order mark decides before it and is dropped.
delimiter: by default the one of , ; tab | that is most frequent outside quotes in the first line with text, of several the earlier. LF,
CRLF and CR end a line, mixed. Records without text are counted and not returned; they may have different numbers of cells. A quote inside
a cell that does not begin with one is text. content NULL: no rows. Errors: 22021 bytes that are not of the encoding, and NUL, with line
and offset; 22P04 text after a closing quote, a quote that is not closed, with the line; 22023 another encoding or delimiter; 54000 beyond
512 MiB or 10,000 cells a record.';

CREATE FUNCTION harmony_internal.normalized_text(value text) RETURNS text
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10
  AS 'MODULE_PATHNAME', 'harmony_normalized_text';
COMMENT ON FUNCTION harmony_internal.normalized_text(text) IS
'A text as it is compared: NFC, blanks of all kinds as one space, none at the ends, nothing without width, straight quotes, lower case
by Unicode''s rules, where the encoding has them.';

CREATE FUNCTION harmony_internal.trimmed_text(value text) RETURNS text
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 5
  AS 'MODULE_PATHNAME', 'harmony_trimmed_text';
COMMENT ON FUNCTION harmony_internal.trimmed_text(text) IS
'A text without what has no width, and without blanks of any kind at its ends; else as it stands.';

CREATE TYPE harmony_internal.clock_reading AS (clock timestamp, ahead integer);
COMMENT ON TYPE harmony_internal.clock_reading IS
'What a text says of a time: the reading of a clock, and by how many seconds it is ahead of UTC; NULL where the text does not say so.';
COMMENT ON COLUMN harmony_internal.clock_reading.clock IS 'Date and time as they are written, without a zone.';
COMMENT ON COLUMN harmony_internal.clock_reading.ahead IS 'Seconds by which that clock is ahead of UTC; NULL: the text does not say.';

CREATE FUNCTION harmony_internal.read_time(value text, formats text[]) RETURNS harmony_internal.clock_reading
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 10
  AS 'MODULE_PATHNAME', 'harmony_read_time';
COMMENT ON FUNCTION harmony_internal.read_time(text, text[]) IS
'The time that the whole of a text says, by the first of the formats that it has; NULL where it has none, or says no real date and time.

formats: of YYYY MM DD HH24 HH12 MI SS AM TZ, other signs stand for themselves; one digit will do but for YYYY; TZ: Z, UTC, GMT, +hh[:mm],
-hh[:mm], GMT+h, GMT-h. NULL: YYYY-MM-DD, or with /, then nothing or a time HH24:MI[:SS[.f]][TZ] after a space or T. Errors: 22023 a format
that is none.';

CREATE FUNCTION harmony_internal.cell_values(cells text[], places integer[], texts text[], "values" integer[]) RETURNS integer[]
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 50
  AS 'MODULE_PATHNAME', 'harmony_cell_values';
COMMENT ON FUNCTION harmony_internal.cell_values(text[], integer[], text[], integer[]) IS
'What the cells at these places stand for by a dictionary, its texts and their values: one value a place, NULL where the place or the value
is NULL or the text is not there. A cell that is NULL or beyond the last is the empty text. Errors: 22023 texts and values of different
lengths; 22004 a NULL text.';

CREATE FUNCTION harmony_internal.gather_answers_transition(internal, items integer, item integer, value integer, at timestamptz,
  place bigint,
                                                           is_first boolean) RETURNS internal
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 2 AS 'MODULE_PATHNAME', 'harmony_gather_answers_transition';
COMMENT ON FUNCTION harmony_internal.gather_answers_transition(internal, integer, integer, integer, timestamptz, bigint, boolean) IS
'Adds an answer.';
CREATE FUNCTION harmony_internal.gather_answers_final(internal) RETURNS integer[]
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'harmony_gather_answers_final';
COMMENT ON FUNCTION harmony_internal.gather_answers_final(internal) IS 'Final function of the aggregate harmony_internal.gather_answers.';
CREATE AGGREGATE harmony_internal.gather_answers(items integer, item integer, value integer, at timestamptz, place bigint,
  is_first boolean) (
  SFUNC = harmony_internal.gather_answers_transition, STYPE = internal, SSPACE = 1024,
  FINALFUNC = harmony_internal.gather_answers_final, PARALLEL = SAFE);
COMMENT ON AGGREGATE harmony_internal.gather_answers(integer, integer, integer, timestamptz, bigint, boolean) IS
'Single answers as an array by item, 1 to items; of several to one item the newest by at, those without a time first, then by place, or with
is_first the oldest. NULL answers do not compete. The order of rows changes nothing. Errors: 22023 an item that is none; 22004.';
