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

CREATE FUNCTION harmony_internal.pair_score(visual_ab float8, visual_ba float8, personality float8, biological float8, weights jsonb,
    mean text, visual_step float8, band_middle float8, band_high float8,
    OUT score float8, OUT a_to_b float8, OUT b_to_a float8, OUT missing text[])
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'harmony_pair_score';
COMMENT ON FUNCTION harmony_internal.pair_score(float8, float8, float8, float8, jsonb, text, float8, float8, float8) IS
'harmony.willingness of what each side may find out about the other: the visual scores at the nearest multiples of visual_step, the
biological one at the middle of its band (harmony_internal.biological_band). missing names what was not measured, also where there is no
score.

Errors: those of harmony.willingness; 22023 for a step that is not 0.001 to 100, and bounds that are not 0 to 100 or not in order.';

CREATE FUNCTION harmony_internal.biological_band(score float8, band_middle float8, band_high float8) RETURNS text
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_biological_band';
COMMENT ON FUNCTION harmony_internal.biological_band(float8, float8, float8) IS
'low below band_middle, middle below band_high, else high; NULL for NaN. Error 22023 for bounds that are not 0 to 100 or not in order.';

CREATE FUNCTION harmony_internal.biological_as_told(score float8, band_middle float8, band_high float8) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_biological_as_told';
COMMENT ON FUNCTION harmony_internal.biological_as_told(float8, float8, float8) IS
'The middle of the band that a biological score lies in (harmony_internal.biological_band), which is in that band: what may be kept of the
score. NULL for NaN. Errors: 22023 for a score that is not 0 to 100, for bounds that are not 0 to 100 or not in order.';

CREATE FUNCTION harmony_internal.traits_in_steps(traits float8[], step float8) RETURNS float8[]
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE AS 'MODULE_PATHNAME', 'harmony_traits_in_steps';
COMMENT ON FUNCTION harmony_internal.traits_in_steps(float8[], float8) IS
'Seven traits, each at the nearest multiple of step, 100 at most; halves go to the even multiple. What similarities may be made of where
somebody sees many of them, and could solve for the traits.

Errors: 22023 unless there are seven, each NULL or 0 to 100, and step is 0.001 to 100; 2202E for several dimensions.';
