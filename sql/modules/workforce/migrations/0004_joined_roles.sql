-- Small roles together, as those see them who do not plan.

ALTER TABLE workforce.simulation ADD COLUMN IF NOT EXISTS joined jsonb CHECK (jsonb_typeof(joined) = 'array');
COMMENT ON COLUMN workforce.simulation.joined IS
'Of a completed simulation with small roles: for each step the metrics of those that are joined as "other".';
