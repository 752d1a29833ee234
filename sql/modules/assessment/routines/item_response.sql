-- Forced choice and adaptive testing from the tables. Arithmetic is harmony.score_forced_choice and harmony.next_item.

CREATE OR REPLACE FUNCTION assessment.score_forced_choice(instrument_id integer, answers smallint[])
RETURNS SETOF harmony.forced_choice_score
LANGUAGE sql STABLE PARALLEL SAFE ROWS 5
BEGIN ATOMIC
  SELECT s.*
  FROM (SELECT y.* FROM assessment.scoring_key y
        WHERE y.instrument_id = score_forced_choice.instrument_id AND y.kind = 'forced_choice' OFFSET 0) k
  CROSS JOIN LATERAL harmony.score_forced_choice(score_forced_choice.answers, k.traits, k.right_traits, k.left_loadings, k.right_loadings,
    k.left_intercepts, k.right_intercepts, k.trait_order, k.trait_correlation, k.equated_mean, k.equated_sd,
    k.theta_mean, k.theta_sd) s;
END;
COMMENT ON FUNCTION assessment.score_forced_choice(integer, smallint[]) IS
'Scores answers to a forced-choice instrument by trait, without storing anything; no row for an instrument of another kind or without
trait correlations.';

CREATE OR REPLACE FUNCTION assessment.choose_item(instrument_id integer, answers smallint[])
RETURNS harmony.next_item
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT CASE WHEN n.item IS NULL THEN n
              ELSE ROW(p.positions[n.item], n.information, n.theta, n.standard_error, n.n_answered, n.stop)::harmony.next_item END
  FROM (
    SELECT array_agg(choose_item.answers[t.position] ORDER BY t.position) AS answers,
           array_agg(coalesce(t.correct_option, 0::smallint) ORDER BY t.position) AS correct,
           array_agg(q.discrimination ORDER BY t.position) AS a, array_agg(q.difficulty ORDER BY t.position) AS b,
           array_agg(t.position ORDER BY t.position) AS positions, max(i.target_se) AS target_se, max(i.max_items) AS max_items
    FROM assessment.item t
    JOIN assessment.instrument i ON i.id = t.instrument_id
    JOIN assessment.item_parameter q ON q.instrument_id = t.instrument_id AND q.position = t.position
    WHERE t.instrument_id = choose_item.instrument_id
  ) p
  CROSS JOIN LATERAL harmony.next_item(harmony_internal.right_answers(p.answers, p.correct)::smallint[], p.a, p.b, p.target_se,
                                      p.max_items) n
  WHERE p.a IS NOT NULL;
END;
COMMENT ON FUNCTION assessment.choose_item(integer, smallint[]) IS
'The position of the item to ask next in an adaptive test, from the options chosen so far by position (NULL or beyond the end: not
asked; 0: skipped, which counts as wrong).

The test ends at the instrument''s target_se or max_items. NULL for an instrument without parameters or target_se. For the owner: it tells
the ability; people are asked by assessment.next_item.';
