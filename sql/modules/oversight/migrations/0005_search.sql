-- Titles that can be searched by likeness.

CREATE TABLE IF NOT EXISTS oversight.search_source (
  kind        text PRIMARY KEY CHECK (kind ~ '^[a-z][a-z0-9_]{0,39}$'),
  relation    text NOT NULL CHECK (relation ~ '^[a-z_][a-z0-9_]*\.[a-z_][a-z0-9_]*$'),
  id_column   text NOT NULL CHECK (id_column ~ '^[a-z_][a-z0-9_]*$'),
  text_column text NOT NULL CHECK (text_column ~ '^[a-z_][a-z0-9_]*$')
);
COMMENT ON TABLE oversight.search_source IS
'Which rows can be found by oversight.find_similar: a relation with organization_id, the column of its key and that of its text. One that is
not there is passed over. No text about people. [shipped]';
INSERT INTO oversight.search_source (kind, relation, id_column, text_column) VALUES
  ('work_item', 'delivery.work_item', 'id', 'title'), ('project', 'delivery.project', 'id', 'name'),
  ('campaign', 'crew.campaign', 'id', 'title'), ('vessel', 'crew.vessel', 'id', 'name'),
  ('signal', 'signals.signal', 'id', 'description'), ('learning', 'oversight.learning_memory', 'id', 'statement')
ON CONFLICT DO NOTHING;

CREATE TABLE IF NOT EXISTS oversight.search_text (
  id              bigint   GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organization_id uuid     NOT NULL REFERENCES platform.organization ON DELETE CASCADE,
  kind            text     NOT NULL REFERENCES oversight.search_source ON DELETE CASCADE,
  key             text     COLLATE "C" NOT NULL,
  title           text     NOT NULL,
  embedding       float4[] NOT NULL CHECK (cardinality(embedding) = 256),
  UNIQUE (organization_id, kind, key)
);
CREATE INDEX IF NOT EXISTS search_text_kind_idx ON oversight.search_text (kind);
ALTER TABLE oversight.search_text ALTER COLUMN embedding SET STORAGE MAIN, ALTER COLUMN embedding SET STATISTICS 0,
  ALTER COLUMN title SET STATISTICS 0;
COMMENT ON TABLE oversight.search_text IS
'The texts of oversight.search_source, the first 500 characters of each, and what harmony.text_embedding makes of them; brought up to date
by oversight.index_texts.';

DO $$
BEGIN
  IF to_regtype('oversight.similar_text') IS NULL THEN
    CREATE TYPE oversight.similar_text AS (kind text, id text, title text, similarity float8);
  END IF;
END
$$;
COMMENT ON TYPE oversight.similar_text IS 'A text that was searched for; id is the key in the relation of its kind.';

INSERT INTO platform.job_kind (kind, runs, routine, lease, max_attempts, concurrency) VALUES
  ('oversight.index', 'database', 'oversight.index_job', '30 minutes', 3, 1)
ON CONFLICT DO NOTHING;
INSERT INTO platform.schedule (name, kind, every) VALUES ('oversight.index', 'oversight.index', '1 hour') ON CONFLICT DO NOTHING;
