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

CREATE OR REPLACE FUNCTION assessment.choose_item(instrument_id integer, answers smallint[], besides integer DEFAULT NULL)
RETURNS harmony.next_item
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT CASE WHEN n.item IS NULL THEN n
              ELSE ROW(p.positions[n.item], n.information, n.theta, n.standard_error, n.n_answered, n.stop)::harmony.next_item END
  FROM (
    SELECT array_agg(choose_item.answers[t.position] ORDER BY t.position) AS answers,
           array_agg(coalesce(t.correct_option, 0::smallint) ORDER BY t.position) AS correct,
           array_agg(q.discrimination ORDER BY t.position) AS a, array_agg(q.difficulty ORDER BY t.position) AS b,
           array_agg(t.position ORDER BY t.position) AS positions, max(i.target_se) AS target_se,
           max(i.max_items) AS max_items
    FROM assessment.item t
    JOIN assessment.instrument i ON i.id = t.instrument_id
    JOIN assessment.item_parameter q ON q.instrument_id = t.instrument_id AND q.position = t.position
    WHERE t.instrument_id = choose_item.instrument_id AND t.position IS DISTINCT FROM choose_item.besides
  ) p
  CROSS JOIN LATERAL harmony.next_item(harmony_internal.right_answers(p.answers, p.correct)::smallint[], p.a, p.b,
    CASE WHEN choose_item.besides IS NULL OR p.target_se IS NULL THEN p.target_se ELSE 1e-300 END, p.max_items) n
  WHERE p.a IS NOT NULL;
END;
COMMENT ON FUNCTION assessment.choose_item(integer, smallint[], integer) IS
'The position of the item to ask next in an adaptive test, from the options chosen so far by position (NULL or beyond the end: not
asked; 0: skipped, which counts as wrong).

The test ends at the instrument''s target_se or max_items. besides: an item that is open, and so not chosen; then there is no end at
target_se. NULL for an instrument without parameters or target_se. For the owner: it tells the ability; people are asked by
assessment.next_item.';

CREATE OR REPLACE FUNCTION assessment.queue_item(instrument_id integer, answers smallint[], open integer) RETURNS integer
LANGUAGE sql STABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT CASE WHEN EXISTS (
    SELECT FROM assessment.item t CROSS JOIN unnest(ARRAY[0, coalesce(t.correct_option, 0)]::smallint[]) o (option)
    WHERE t.instrument_id = queue_item.instrument_id AND t.position = queue_item.open
      AND (assessment.choose_item(queue_item.instrument_id,
             queue_item.answers[:queue_item.open - 1] || o.option || queue_item.answers[queue_item.open + 1:])).item IS NOT NULL)
    THEN (assessment.choose_item(queue_item.instrument_id, queue_item.answers, queue_item.open)).item END;
END;
COMMENT ON FUNCTION assessment.queue_item(integer, smallint[], integer) IS
'The position of the item to ask after the open one, from the answers before it: so the next item tells nothing of the answer just given.

NULL where the test is at its end whether the open item is answered rightly or wrongly. answers: one element an item.';
