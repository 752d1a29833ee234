-- Affinity: the three phases together.

CREATE FUNCTION harmony.willingness(visual_ab float8, visual_ba float8, personality float8, biological float8,
    weights jsonb DEFAULT '{"visual": 0.4, "personality": 0.3, "biological": 0.3}', mean text DEFAULT 'geometric') RETURNS jsonb
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'harmony_willingness';
COMMENT ON FUNCTION harmony.willingness(float8, float8, float8, float8, jsonb, text) IS
'How willing two people will be to meet: {"score", "a_to_b", "b_to_a", "missing"}, 0 to 100.

Each way is the weighted mean of that way''s visual score, personality and biological; what is NULL shares its weight out among the rest
and is named in missing. score is the mean of both ways: geometric, sqrt(ab); harmonic, 2ab/(a + b); minimum. NULL without both visual
scores, with fewer than two phases, and where those that are there weigh nothing. weights: keys visual, personality, biological, which
need not sum to 1; an absent one keeps its default, NULL keeps all. mean NULL is geometric. Reciprocal scores raised success of advice
(Pizzato et al. 2010). Errors: 22023 for a score outside 0 to 100, a weight below 0, weights that sum to 0, an unknown key or mean.';
