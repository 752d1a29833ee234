-- What is looked at to see whether enough iterations have run.

ALTER TABLE workforce.chunk ADD COLUMN IF NOT EXISTS target_values float8[];
COMMENT ON COLUMN workforce.chunk.target_values IS 'With target_half_width: its metric at the last step, of each iteration.';
