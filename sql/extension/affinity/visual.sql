-- Affinity: the visual phase.

CREATE FUNCTION harmony.fit_preference(embeddings float8[], ratings float8[], prior float8[] DEFAULT NULL, center float8[] DEFAULT NULL,
    scale float8[] DEFAULT NULL) RETURNS harmony.preference
  LANGUAGE c IMMUTABLE PARALLEL SAFE COST 10000 AS 'MODULE_PATHNAME', 'harmony_fit_preference';
COMMENT ON FUNCTION harmony.fit_preference(float8[], float8[], float8[], float8[], float8[]) IS
'What someone likes in photos, learnt from ten or more that were rated 1 to 5: a ridge over their embeddings, a row a photo.

Embeddings count as z = (x - center)/scale; not given, these are the photos'' mean and sample standard deviation, and a scale of 0 counts
as 1. prior is a taste that all share, in units of z: what it leaves of the ratings is fitted. The ridge has a free intercept; its lambda,
of 25 from 0.001 to 1000 times the mean square of the photos, has the least sum of squared leave-one-out residuals, which are exact (Allen
1974; Golub, Heath and Wahba 1979); of equal ones the largest. NULL for fewer than ten ratings, for ratings that are all equal, and for
photos that are all the same. A NULL rating leaves its photo out; the order of the photos changes no bit. Errors: 22023 for other sizes, a
value that is not finite, a rating outside 1 to 5, a scale below 0; 22004 for a NULL in another array; 22003 where values lie too far
apart; 54000 for more than 200 ratings or 16000 dimensions; 2202E unless embeddings have two dimensions and the rest one.';

CREATE FUNCTION harmony.visual_score(preference harmony.preference, embedding float8[]) RETURNS jsonb
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_visual_score';
COMMENT ON FUNCTION harmony.visual_score(harmony.preference, float8[]) IS
'How someone with that taste would like a photo: {"prediction", "score", "low", "high"}.

prediction is in units of the rating, and is not held to 1 to 5; score = 25 (prediction - 1), held to 0 to 100; low and high likewise of
its 95 % interval, prediction -/+ t(.975, n - 1) loo_rmse sqrt(1 + 1/n). NULL for a preference with a NULL in it. Errors: 22023 for an
embedding of another dimension or with a value that is not finite, and for a preference that harmony.fit_preference does not give; 22003
where the prediction is out of range; 22004 for a NULL in an array; 2202E for several dimensions.';

CREATE FUNCTION harmony.trait_preferences(ratings float8[], strengths float8[], names text[]) RETURNS jsonb
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 100 AS 'MODULE_PATHNAME', 'harmony_trait_preferences';
COMMENT ON FUNCTION harmony.trait_preferences(float8[], float8[], text[]) IS
'Which traits tell the photos that someone likes from those that are disliked: {name: {"kind", "value"}}.

strengths, 0 to 1, has a row a photo and a column a trait; a trait occurs at .5. hf and lf are the shares of liked (rating 4 and above)
and disliked (2 and below) photos in which it occurs, hm and lm its mean strength in all of them. "mandatory" with value hm: hf >= .8,
hm >= .7, lf <= .2; else "preferred" with hm - lm: hf >= .5, hm > lm + .2; else "aversion" with lm - hm: lf >= .5, lm > hm + .2. Other
traits are left out, and all where nothing was liked or nothing disliked. A NULL rating leaves its photo out. Errors: 22023 for other
sizes, a rating outside 1 to 5, a strength outside 0 to 1, a name that comes twice; 22004 for a NULL in another array; 2202E unless
strengths has two dimensions and the rest one.';

CREATE FUNCTION harmony.visual_total(component float8, preferences jsonb, detected jsonb) RETURNS float8
  LANGUAGE c IMMUTABLE STRICT PARALLEL SAFE COST 10 AS 'MODULE_PATHNAME', 'harmony_visual_total';
COMMENT ON FUNCTION harmony.visual_total(float8, jsonb, jsonb) IS
'The visual score with the traits that a photo shows: .60 component + .25 T+ + .15 T-, 0 to 100.

preferences as harmony.trait_preferences gives them, detected {name: strength, 0 to 1}, in which an absent or null trait is not shown.
T+ = 100 times the mean strength of mandatory (weight 2 value) and preferred traits (value), 50 where there are none; T- = 100 (1 - the
mean strength of aversions, weighted by value), 100 where there are none. Errors: 22023 for a component outside 0 to 100, a value or
strength outside 0 to 1, an unknown kind, a document of another form.';
