-- Artifacts of runs: what the module signals reads them with.

CREATE TYPE harmony_internal.artifact_line AS (
  line        bigint,
  what        text,
  name        text,
  metric_id   text,
  polarity    text,
  range_low   float8,
  range_high  float8,
  facility    text,
  system_name text,
  encounters  float8,
  value       float8,
  computed    float8,
  periods     integer[],
  "values"    float8[],
  document    jsonb,
  excerpt     text
);
COMMENT ON TYPE harmony_internal.artifact_line IS
'What was read in an artifact. what: kind (name), once; node (name: its id); entity (name: the facility, document: the other dimensions,
excerpt: given where the entity may have been there before); document; refused (name: the reason); statistic (value as stated, computed
NULL where other lines are needed); end (value: how many entities and documents, computed: how many refused), once.';
COMMENT ON COLUMN harmony_internal.artifact_line.line IS 'Number of the line, from 1.';
COMMENT ON COLUMN harmony_internal.artifact_line.what IS
'kind, node, entity, document, refused, statistic or end; what the other fields hold follows from it.';
COMMENT ON COLUMN harmony_internal.artifact_line.name IS
'The kind, the node''s or facility''s id, or the statistic; of what is refused the reason.';
COMMENT ON COLUMN harmony_internal.artifact_line.metric_id IS 'The metric of the node.';
COMMENT ON COLUMN harmony_internal.artifact_line.polarity IS 'lower_is_better, higher_is_better or target_range.';
COMMENT ON COLUMN harmony_internal.artifact_line.range_low IS 'Lower end of the target range; NULL: another polarity.';
COMMENT ON COLUMN harmony_internal.artifact_line.range_high IS 'Upper end of the target range; NULL: another polarity.';
COMMENT ON COLUMN harmony_internal.artifact_line.facility IS 'Name of the facility for people; NULL: not told.';
COMMENT ON COLUMN harmony_internal.artifact_line.system_name IS 'The system of facilities that it belongs to; NULL: not told.';
COMMENT ON COLUMN harmony_internal.artifact_line.encounters IS 'How many encounters are behind the value, 0 or more; NULL: not told.';
COMMENT ON COLUMN harmony_internal.artifact_line.value IS
'Of an entity its value of all time, of a statistic what is stated, of the end how many were loaded.';
COMMENT ON COLUMN harmony_internal.artifact_line.computed IS 'Of a statistic what comes out, of the end how many were refused.';
COMMENT ON COLUMN harmony_internal.artifact_line.periods IS 'Months, YYYYMM, in order; NULL: there is one value for all time.';
COMMENT ON COLUMN harmony_internal.artifact_line."values" IS 'A value a month, in the order of periods.';
COMMENT ON COLUMN harmony_internal.artifact_line.document IS 'Of an entity its other dimensions, {id: value}; else the line as an object.';
COMMENT ON COLUMN harmony_internal.artifact_line.excerpt IS 'The first 200 bytes of the line; NULL where they are not needed.';

CREATE FUNCTION harmony_internal.artifact_lines(content text, file text) RETURNS SETOF harmony_internal.artifact_line
  LANGUAGE c VOLATILE PARALLEL UNSAFE COST 100000 ROWS 10000
  AS 'MODULE_PATHNAME', 'harmony_artifact_lines';
COMMENT ON FUNCTION harmony_internal.artifact_lines(text, text) IS
'Reads an artifact, JSON a line: a text, or a file below harmony.artifact_directory, in pieces. A line that cannot be loaded is a row with
the reason.';
REVOKE ALL ON FUNCTION harmony_internal.artifact_lines(text, text) FROM PUBLIC;

CREATE FUNCTION harmony_internal.artifact_digest(content text, file text) RETURNS bytea
  LANGUAGE c VOLATILE PARALLEL UNSAFE COST 10000
  AS 'MODULE_PATHNAME', 'harmony_artifact_digest';
COMMENT ON FUNCTION harmony_internal.artifact_digest(text, text) IS 'SHA-256 of what harmony_internal.artifact_lines reads.';
REVOKE ALL ON FUNCTION harmony_internal.artifact_digest(text, text) FROM PUBLIC;

CREATE FUNCTION harmony_internal.artifact_files(path text) RETURNS TABLE (run_id text, artifact text, file text)
  LANGUAGE c VOLATILE STRICT PARALLEL UNSAFE COST 10000 ROWS 100
  AS 'MODULE_PATHNAME', 'harmony_artifact_files';
COMMENT ON FUNCTION harmony_internal.artifact_files(text) IS
'Files *.jsonl in a run''s folder and below it. Errors: 22023 a path that leaves harmony.artifact_directory, a link or anything else on the
way that is neither folder nor file, an empty folder; 58030 what the server''s user cannot read.';
REVOKE ALL ON FUNCTION harmony_internal.artifact_files(text) FROM PUBLIC;
