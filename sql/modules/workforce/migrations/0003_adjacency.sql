-- Occupations as vectors of their tasks' texts, so that those that are alike are found.

CREATE TABLE IF NOT EXISTS workforce.occupation_text (
  id            integer  GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  onet_soc_code text     COLLATE "C" NOT NULL UNIQUE,
  title         text     NOT NULL,
  embedding     float4[] NOT NULL CHECK (cardinality(embedding) = 256)
);
ALTER TABLE workforce.occupation_text ALTER COLUMN embedding SET STORAGE MAIN, ALTER COLUMN embedding SET STATISTICS 0;
COMMENT ON TABLE workforce.occupation_text IS
'What the tasks of an occupation are about: harmony.text_embedding of each, summed by time, of length 1; made by
workforce.index_occupations.';

DO $$
BEGIN
  IF to_regtype('workforce.adjacent_role') IS NULL THEN
    CREATE TYPE workforce.adjacent_role AS (soc text, title text, similarity float8);
  END IF;
END
$$;
COMMENT ON TYPE workforce.adjacent_role IS 'An occupation that is like another one.';
