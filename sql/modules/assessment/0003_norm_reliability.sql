-- The reliability of a scale in the norms' population: what the standard error of measurement follows from.
ALTER TABLE assessment.norm ADD COLUMN IF NOT EXISTS reliability float8;
COMMENT ON COLUMN assessment.norm.reliability IS 'Cronbach''s alpha of the scale in the population; NULL where it has one item or too few complete answers.';
