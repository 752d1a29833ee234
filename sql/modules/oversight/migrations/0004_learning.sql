-- What was learnt from statements that failed, without what they were about.

CREATE TABLE IF NOT EXISTS oversight.learning_memory (
  id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organization_id uuid        NOT NULL REFERENCES platform.organization ON DELETE CASCADE,
  pattern         bytea       NOT NULL CHECK (octet_length(pattern) = 32),
  error_class     text        NOT NULL CHECK (error_class ~ '^[0-9A-Z]{2}$'),
  sqlstate        text        NOT NULL CHECK (sqlstate ~ '^[0-9A-Z]{5}$'),
  intent          text        NOT NULL CHECK (length(intent) <= 2000),
  statement       text        NOT NULL CHECK (length(statement) BETWEEN 1 AND 20000),
  correction      text        CHECK (length(correction) BETWEEN 1 AND 20000),
  successes       integer     NOT NULL DEFAULT 0 CHECK (successes >= 0),
  failures        integer     NOT NULL DEFAULT 0 CHECK (failures >= 0),
  confidence      float8      GENERATED ALWAYS AS ((successes + 1.0) / (successes + failures + 2.0)) STORED,
  created_at      timestamptz NOT NULL DEFAULT now(),
  last_seen_at    timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX IF NOT EXISTS learning_memory_key_idx
  ON oversight.learning_memory (organization_id, pattern, (md5(coalesce(correction, ''))));
CREATE INDEX IF NOT EXISTS learning_memory_last_seen_at_idx ON oversight.learning_memory (last_seen_at);
COMMENT ON TABLE oversight.learning_memory IS
'Statements that failed or were judged, what helped, and how often: constants are masked, and of an intent the words of the lexicon alone
are kept, as both may be about people. Kept for platform.setting oversight_retention after it was last seen.';
COMMENT ON COLUMN oversight.learning_memory.pattern IS
'SHA-256 of error class, sorted phrases of the intent, and masked statement: what counts as the same failure.';
COMMENT ON COLUMN oversight.learning_memory.error_class IS 'The first two characters of the SQLSTATE; 00: it was no error.';
COMMENT ON COLUMN oversight.learning_memory.correction IS 'What was written in its place; NULL: the statement itself was judged.';
COMMENT ON COLUMN oversight.learning_memory.confidence IS '(successes + 1)/(successes + failures + 2), Laplace''s rule of succession.';

INSERT INTO platform.limit (what, most, per) VALUES ('feedback_recorded', 1000, '1 day') ON CONFLICT DO NOTHING;

DO $$
BEGIN
  IF to_regtype('oversight.suggestion') IS NULL THEN
    CREATE TYPE oversight.suggestion AS (sql text, confidence float8, reason text);
  END IF;
END
$$;
COMMENT ON TYPE oversight.suggestion IS 'What may help in place of a statement that failed, and why it is thought so.';

-- The planner's statistics hold values: whoever may EXPLAIN reads them.
ALTER TABLE oversight.learning_memory ALTER COLUMN intent SET STATISTICS 0, ALTER COLUMN statement SET STATISTICS 0,
  ALTER COLUMN correction SET STATISTICS 0;
