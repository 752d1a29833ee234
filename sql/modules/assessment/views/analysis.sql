-- Views for analysts. Each shows what the reader's own rights and policies let through. Full forms are what is not adaptive: of a table
-- without statistics the server takes 'mode = full' for one row in 200 and joins it row by row.

CREATE OR REPLACE VIEW assessment.submission_quality WITH (security_invoker = true) AS
  SELECT s.person_id, s.id AS submission_id, k.instrument, s.submitted_at,
         s.submitted_at - s.started_at AS duration,
         q.n_items, q.n_answered, q.completeness, q.longstring, q.longest_cycle, q.irv, q.extreme_share, q.even_odd,
         q.resampled_reliability, q.synonym_consistency, q.median_ms, q.fast_share, q.mahalanobis, q.person_fit_lz,
         q.careless_probability, q.flags, q.reliable
  FROM assessment.submission s
  JOIN assessment.scoring_key k ON k.instrument_id = s.instrument_id
  LEFT JOIN assessment.response_norm r ON r.instrument_id = s.instrument_id
  CROSS JOIN LATERAL (
    SELECT (harmony_internal.submission_quality(k, s.answers, s.response_ms, r.item_mean, r.item_covariance)).*
    OFFSET 0) q
  WHERE s.mode <> 'adaptive';
COMMENT ON VIEW assessment.submission_quality IS
'Every index of careless responding behind the flags, one row a submission; see harmony.response_quality. Without adaptive sessions, of
which speed alone is judged.';
COMMENT ON COLUMN assessment.submission_quality.person_id IS 'Who answered: platform.account.id.';
COMMENT ON COLUMN assessment.submission_quality.submission_id IS 'assessment.submission.id.';
COMMENT ON COLUMN assessment.submission_quality.instrument IS 'code@version.';
COMMENT ON COLUMN assessment.submission_quality.submitted_at IS 'When the answers were handed in.';
COMMENT ON COLUMN assessment.submission_quality.duration IS 'From beginning to handing in; NULL: the beginning is not known.';
COMMENT ON COLUMN assessment.submission_quality.n_items IS 'Items of the instrument.';
COMMENT ON COLUMN assessment.submission_quality.n_answered IS 'How many of them were answered.';
COMMENT ON COLUMN assessment.submission_quality.completeness IS 'Share of items answered, 0 to 1.';
COMMENT ON COLUMN assessment.submission_quality.longstring IS 'Longest run of one answer; an unanswered item ends a run.';
COMMENT ON COLUMN assessment.submission_quality.longest_cycle IS
'Longest stretch that repeats a pattern of 1 to 5 answers at least once, in items; 0: none.';
COMMENT ON COLUMN assessment.submission_quality.irv IS 'Intra-individual response variability: SD of the answers (n - 1), in scale points.';
COMMENT ON COLUMN assessment.submission_quality.extreme_share IS 'Share of the answers at an end point, 0 to 1.';
COMMENT ON COLUMN assessment.submission_quality.even_odd IS 'Consistency of the even and odd halves over the traits, -1 to 1.';
COMMENT ON COLUMN assessment.submission_quality.resampled_reliability IS
'Mean consistency of 100 random divisions of the scales into halves, -1 to 1.';
COMMENT ON COLUMN assessment.submission_quality.synonym_consistency IS
'Correlation of the answers to items that go together in the population, -1 to 1.';
COMMENT ON COLUMN assessment.submission_quality.median_ms IS 'Median response time, ms.';
COMMENT ON COLUMN assessment.submission_quality.fast_share IS 'Share of the response times under 2 s, 0 to 1.';
COMMENT ON COLUMN assessment.submission_quality.mahalanobis IS 'Squared Mahalanobis distance from the population.';
COMMENT ON COLUMN assessment.submission_quality.person_fit_lz IS
'Standardised log-likelihood of the answers under the item parameters; low: unlikely ones.';
COMMENT ON COLUMN assessment.submission_quality.careless_probability IS
'Probability of careless answers by the indices together, 0 to 1, where as many sheets are careless as attentive.';
COMMENT ON COLUMN assessment.submission_quality.flags IS
'SPEEDING, LONGSTRING, CYCLING, EXTREME, LOW_VARIABILITY, INCONSISTENT, UNSTABLE, SYNONYMS, OUTLIER, MISFIT, INCOMPLETE, in this order.';
COMMENT ON COLUMN assessment.submission_quality.reliable IS 'Whether the answers may be used, by the flags.';

CREATE OR REPLACE VIEW assessment.instrument_usage WITH (security_invoker = true) AS
  SELECT instrument, count(*) AS submissions, count(DISTINCT person_id) AS persons,
         avg(completeness) AS mean_completeness,
         percentile_cont(0.5) WITHIN GROUP (ORDER BY duration) AS median_duration,
         percentile_cont(0.5) WITHIN GROUP (ORDER BY median_ms) AS median_ms_per_item,
         avg((NOT reliable)::integer) AS unreliable_share
  FROM assessment.submission_quality
  GROUP BY instrument;
COMMENT ON VIEW assessment.instrument_usage IS 'Completion, speed and the share of unreliable submissions (0 to 1) by instrument.';
COMMENT ON COLUMN assessment.instrument_usage.instrument IS 'code@version.';
COMMENT ON COLUMN assessment.instrument_usage.submissions IS 'How many there are, without adaptive sessions.';
COMMENT ON COLUMN assessment.instrument_usage.persons IS 'How many people handed them in.';
COMMENT ON COLUMN assessment.instrument_usage.mean_completeness IS 'Mean share of items answered, 0 to 1.';
COMMENT ON COLUMN assessment.instrument_usage.median_duration IS
'Median time from beginning to handing in; NULL where no beginning is known.';
COMMENT ON COLUMN assessment.instrument_usage.median_ms_per_item IS
'Median of the submissions'' median response time, in ms; NULL where no times were taken.';
COMMENT ON COLUMN assessment.instrument_usage.unreliable_share IS 'Share of the submissions that are not reliable, 0 to 1.';

CREATE OR REPLACE VIEW assessment.flag_share WITH (security_invoker = true) AS
  SELECT q.instrument, f.flag, count(*) AS submissions, count(*)::float8 / max(t.n) AS share
  FROM assessment.submission_quality q
  CROSS JOIN LATERAL unnest(q.flags) f (flag)
  JOIN (SELECT k.instrument, count(*) AS n
        FROM assessment.submission s JOIN assessment.scoring_key k ON k.instrument_id = s.instrument_id
        WHERE s.mode <> 'adaptive' GROUP BY k.instrument) t ON t.instrument = q.instrument
  GROUP BY q.instrument, f.flag;
COMMENT ON VIEW assessment.flag_share IS
'How often each flag of response quality is raised, by instrument: number and share (0 to 1) of the submissions.';
COMMENT ON COLUMN assessment.flag_share.instrument IS 'code@version.';
COMMENT ON COLUMN assessment.flag_share.flag IS 'The flag, as harmony.response_quality names it.';
COMMENT ON COLUMN assessment.flag_share.submissions IS 'How many submissions have it.';
COMMENT ON COLUMN assessment.flag_share.share IS 'Share of the instrument''s submissions that have it, 0 to 1.';

CREATE OR REPLACE VIEW assessment.scale_item WITH (security_invoker = true) AS
  SELECT c.instrument_id, c.trait, c.position, c.keyed,
         row_number() OVER (PARTITION BY c.instrument_id, c.trait ORDER BY c.is_also, c.position) AS place,
         count(*) OVER (PARTITION BY c.instrument_id, c.trait) AS items
  FROM (SELECT t.instrument_id, t.trait, t.position, t.keyed, false AS is_also FROM assessment.item t
        UNION ALL SELECT i.id, m.trait, m.position, m.keyed, true
        FROM assessment.item_trait m JOIN assessment.instrument i ON m.instrument_id = coalesce(i.same_as, i.id)) c;
COMMENT ON VIEW assessment.scale_item IS
'Which items make up which scale: those of the trait, then those that count for it besides their own (assessment.item_trait); place: the
item''s in assessment.scale_answers, from 1; items: how many the scale has.';
COMMENT ON COLUMN assessment.scale_item.instrument_id IS 'The instrument: assessment.instrument.id.';
COMMENT ON COLUMN assessment.scale_item.trait IS 'What the scale measures: assessment.trait.code.';
COMMENT ON COLUMN assessment.scale_item.position IS 'The item: assessment.item.position.';
COMMENT ON COLUMN assessment.scale_item.keyed IS '+1: agreeing means more of this trait; -1: less.';
COMMENT ON COLUMN assessment.scale_item.place IS 'Of the item in the scale, from 1, as assessment.scale_answers.items has it.';
COMMENT ON COLUMN assessment.scale_item.items IS 'How many items the scale has.';

CREATE OR REPLACE VIEW assessment.scale_answers WITH (security_invoker = true) AS
  SELECT s.person_id, s.id AS submission_id, s.submitted_at, s.instrument_id, k.instrument, t.trait,
         CASE k.kind
           WHEN 'likert' THEN harmony.trait_answers(
             s.answers || (SELECT array_agg(s.answers[a.position] ORDER BY a.n)
                           FROM unnest(k.also_positions) WITH ORDINALITY a (position, n)),
             k.keyed || k.also_keyed, k.traits || k.also_traits, k.scale_min, k.scale_max, t.trait)
           ELSE harmony_internal.trait_right_answers(s.answers, k.correct, k.traits, t.trait)
         END AS items
  FROM assessment.submission s
  JOIN assessment.scoring_key k ON k.instrument_id = s.instrument_id
  CROSS JOIN LATERAL (SELECT DISTINCT u.trait FROM unnest(k.traits || k.also_traits) u (trait)) t
  WHERE k.kind IN ('likert', 'cognitive') AND s.mode <> 'adaptive';
COMMENT ON VIEW assessment.scale_answers IS
'What was answered to the items of each scale, one row a submission and trait: in the direction of the trait (reversed items turned),
NULL where not answered; of a test 1 right, 0 wrong or skipped. What harmony.reliability takes. Without adaptive sessions.';
COMMENT ON COLUMN assessment.scale_answers.person_id IS 'Who answered: platform.account.id.';
COMMENT ON COLUMN assessment.scale_answers.submission_id IS 'assessment.submission.id.';
COMMENT ON COLUMN assessment.scale_answers.submitted_at IS 'When the answers were handed in.';
COMMENT ON COLUMN assessment.scale_answers.instrument_id IS 'assessment.instrument.id.';
COMMENT ON COLUMN assessment.scale_answers.instrument IS 'code@version.';
COMMENT ON COLUMN assessment.scale_answers.trait IS 'The scale: assessment.trait.code.';
COMMENT ON COLUMN assessment.scale_answers.items IS
'An answer an item of the scale, in the direction of the trait; NULL where not answered; of a test 1 or 0.';

CREATE OR REPLACE VIEW assessment.scale_reliability WITH (security_invoker = true) AS
  SELECT g.instrument_id, g.instrument, g.trait, (g.reliability).*
  FROM (
    SELECT a.instrument_id, a.instrument, a.trait, harmony.reliability(a.items) AS reliability
    FROM assessment.scale_answers a
    JOIN (SELECT DISTINCT ON (s.person_id, s.instrument_id) s.person_id, s.id
          FROM assessment.submission s
          WHERE s.mode <> 'adaptive'
          ORDER BY s.person_id, s.instrument_id, s.submitted_at DESC, s.id DESC) newest
      ON newest.person_id = a.person_id AND newest.id = a.submission_id
    GROUP BY a.instrument_id, a.instrument, a.trait
    OFFSET 0) g;
COMMENT ON VIEW assessment.scale_reliability IS
'Reliability of each scale over everybody''s newest complete answers: alpha with its 95 % interval, omega total and the items''
statistics in item order; see harmony.reliability. Of a test alpha is KR-20.';
COMMENT ON COLUMN assessment.scale_reliability.instrument_id IS 'assessment.instrument.id.';
COMMENT ON COLUMN assessment.scale_reliability.instrument IS 'code@version.';
COMMENT ON COLUMN assessment.scale_reliability.trait IS 'The scale: assessment.trait.code.';
COMMENT ON COLUMN assessment.scale_reliability.n IS 'People behind it, of each the newest complete answers.';
COMMENT ON COLUMN assessment.scale_reliability.k IS 'Items of the scale.';
COMMENT ON COLUMN assessment.scale_reliability.alpha IS 'Cronbach''s alpha.';
COMMENT ON COLUMN assessment.scale_reliability.alpha_low IS 'Lower end of the 95 % interval (Feldt 1965).';
COMMENT ON COLUMN assessment.scale_reliability.alpha_high IS 'Upper end of the 95 % interval (Feldt 1965).';
COMMENT ON COLUMN assessment.scale_reliability.standardized_alpha IS 'Alpha of the correlation matrix.';
COMMENT ON COLUMN assessment.scale_reliability.omega_total IS 'McDonald''s omega of one factor (minimum residuals).';
COMMENT ON COLUMN assessment.scale_reliability.item_total_r IS 'Correlation of each item with the sum of the others.';
COMMENT ON COLUMN assessment.scale_reliability.alpha_if_deleted IS 'Alpha of the other items.';
COMMENT ON COLUMN assessment.scale_reliability.item_mean IS 'Mean of each item.';
COMMENT ON COLUMN assessment.scale_reliability.item_sd IS 'Standard deviation of each item (n - 1).';

CREATE OR REPLACE VIEW assessment.item_analysis WITH (security_invoker = true) AS
  SELECT r.instrument_id, r.instrument, r.trait, i.position, t.text, i.keyed, r.n, s.item_mean, s.item_sd, s.item_total_r,
         s.alpha_if_deleted, r.alpha
  FROM assessment.scale_reliability r
  CROSS JOIN LATERAL unnest(r.item_mean, r.item_sd, r.item_total_r, r.alpha_if_deleted)
    WITH ORDINALITY s (item_mean, item_sd, item_total_r, alpha_if_deleted, k)
  JOIN assessment.scale_item i ON i.instrument_id = r.instrument_id AND i.trait = r.trait AND i.place = s.k
  JOIN assessment.item t ON t.instrument_id = i.instrument_id AND t.position = i.position;
COMMENT ON VIEW assessment.item_analysis IS
'One row an item and scale: mean and standard deviation in the direction of the trait, correlation with the sum of the scale''s other items
(corrected item-total), and alpha of the scale without it. An item whose alpha_if_deleted is above alpha weakens its scale.';
COMMENT ON COLUMN assessment.item_analysis.instrument_id IS 'assessment.instrument.id.';
COMMENT ON COLUMN assessment.item_analysis.instrument IS 'code@version.';
COMMENT ON COLUMN assessment.item_analysis.trait IS 'The scale: assessment.trait.code.';
COMMENT ON COLUMN assessment.item_analysis."position" IS 'Place in the instrument, from 1.';
COMMENT ON COLUMN assessment.item_analysis.text IS 'The statement or task as it is shown; of a forced choice the left statement.';
COMMENT ON COLUMN assessment.item_analysis.keyed IS '+1: agreeing means more of the trait; -1: less.';
COMMENT ON COLUMN assessment.item_analysis.n IS 'People behind it, of each the newest complete answers.';
COMMENT ON COLUMN assessment.item_analysis.item_mean IS
'Mean of the answers in the direction of the trait; of a test the share that is right.';
COMMENT ON COLUMN assessment.item_analysis.item_sd IS 'Their standard deviation (n - 1).';
COMMENT ON COLUMN assessment.item_analysis.item_total_r IS
'Correlation with the sum of the scale''s other items, -1 to 1; NULL: nothing varies.';
COMMENT ON COLUMN assessment.item_analysis.alpha_if_deleted IS
'Alpha of the scale without the item; NULL: nothing varies, or too few items.';
COMMENT ON COLUMN assessment.item_analysis.alpha IS 'Cronbach''s alpha of the scale; NULL: nothing varies, or too few items.';

CREATE OR REPLACE VIEW assessment.standard_scores WITH (security_invoker = true) AS
  SELECT r.person_id, r.submission_id, r.instrument_id, r.trait, r.measured_at, n.population, n.n AS norm_n, r.score,
         harmony.t_score(r.score, n.mean, n.sd) AS t_score, harmony.norm_percentile(r.score, n.quantiles) AS percentile,
         harmony.sten(r.score, n.mean, n.sd) AS sten, harmony.stanine(r.score, n.mean, n.sd) AS stanine,
         e.sem, (i.interval).low AS score_low, (i.interval).high AS score_high, r.reliable
  FROM assessment.result r JOIN assessment.instrument t ON t.id = r.instrument_id
  JOIN assessment.norm n ON n.instrument_id = coalesce(t.same_as, t.id) AND n.trait = r.trait
  CROSS JOIN LATERAL (SELECT harmony.sem(n.sd, n.reliability) AS sem OFFSET 0) e
  CROSS JOIN LATERAL (SELECT harmony.score_interval(r.score, e.sem) AS interval OFFSET 0) i;
COMMENT ON VIEW assessment.standard_scores IS
'Every result beside each population that has norms for it: T score, percentile, sten, stanine, standard error of measurement (in
points of the score) and the 95 % interval of the score. Choose one population. Norms: assessment.build_norms.';
COMMENT ON COLUMN assessment.standard_scores.person_id IS 'Who answered: platform.account.id.';
COMMENT ON COLUMN assessment.standard_scores.submission_id IS 'The answers that it is the score of: assessment.submission.id.';
COMMENT ON COLUMN assessment.standard_scores.instrument_id IS 'To what was answered: assessment.instrument.id.';
COMMENT ON COLUMN assessment.standard_scores.trait IS 'What is measured: assessment.trait.code.';
COMMENT ON COLUMN assessment.standard_scores.measured_at IS 'When these were handed in: assessment.submission.submitted_at.';
COMMENT ON COLUMN assessment.standard_scores.population IS 'The population: assessment.norm.population.';
COMMENT ON COLUMN assessment.standard_scores.norm_n IS 'People behind its norm.';
COMMENT ON COLUMN assessment.standard_scores.score IS
'0 to 100: of a trait that rating scales measure the percentage of maximum possible (POMP), forced choice carried to that metric;
of a test the percentage right on the full form, from an adaptive session the percentage expected there.';
COMMENT ON COLUMN assessment.standard_scores.t_score IS '50 + 10 z in that population.';
COMMENT ON COLUMN assessment.standard_scores.percentile IS 'Mid-rank percentile in that population, 0 to 100.';
COMMENT ON COLUMN assessment.standard_scores.sten IS '1 to 10: mean 5.5, SD 2 in that population.';
COMMENT ON COLUMN assessment.standard_scores.stanine IS '1 to 9: mean 5, SD 2 in that population.';
COMMENT ON COLUMN assessment.standard_scores.sem IS
'Standard error of measurement in that population, in points of the score; NULL: its reliability is not known.';
COMMENT ON COLUMN assessment.standard_scores.score_low IS 'Lower end of the 95 % interval of the score, by sem; NULL without it.';
COMMENT ON COLUMN assessment.standard_scores.score_high IS 'Upper end of the 95 % interval of the score, by sem; NULL without it.';
COMMENT ON COLUMN assessment.standard_scores.reliable IS 'False where the response quality speaks against the answers; flags say why.';

-- What counts is what a snapshot is made from, by the same function: a result counts if the state of all results of the trait is the state
-- of this one alone.
CREATE OR REPLACE VIEW assessment.current_score WITH (security_invoker = true) AS
  SELECT DISTINCT ON (r.person_id, r.trait) r.person_id, r.trait, r.family, r.submission_id, r.instrument, r.measured_at, r.score,
         r.t_score, r.percentile, r.sem, r.reliable, r.flags
  FROM assessment.result r
  JOIN (SELECT a.person_id, a.trait,
               harmony_internal.snapshot_state(a.trait, a.family, a.score, a.reliable, a.measured_at, a.instrument, a.flags) AS state
        FROM assessment.result a GROUP BY a.person_id, a.trait) whole
    ON whole.person_id = r.person_id AND whole.trait = r.trait
  CROSS JOIN LATERAL (
    SELECT harmony_internal.snapshot_state(o.trait, o.family, o.score, o.reliable, o.measured_at, o.instrument, o.flags) AS state
    FROM (VALUES (r.trait, r.family, r.score, r.reliable, r.measured_at, r.instrument, r.flags))
      o (trait, family, score, reliable, measured_at, instrument, flags)) own
  WHERE own.state = whole.state
  ORDER BY r.person_id, r.trait, r.submission_id DESC;
COMMENT ON VIEW assessment.current_score IS
'Of each person and trait the result that counts in the profile: the newest reliable one, or the newest where none is reliable.';
COMMENT ON COLUMN assessment.current_score.person_id IS 'Who answered: platform.account.id.';
COMMENT ON COLUMN assessment.current_score.trait IS 'What is measured: assessment.trait.code.';
COMMENT ON COLUMN assessment.current_score.family IS 'The trait''s, as the snapshot needs it.';
COMMENT ON COLUMN assessment.current_score.submission_id IS 'The answers that it is the score of: assessment.submission.id.';
COMMENT ON COLUMN assessment.current_score.instrument IS 'code@version.';
COMMENT ON COLUMN assessment.current_score.measured_at IS 'When these were handed in: assessment.submission.submitted_at.';
COMMENT ON COLUMN assessment.current_score.score IS
'0 to 100: of a trait that rating scales measure the percentage of maximum possible (POMP), forced choice carried to that metric;
of a test the percentage right on the full form, from an adaptive session the percentage expected there.';
COMMENT ON COLUMN assessment.current_score.t_score IS
'50 + 10 z in the population that the instrument is read against (instrument.norm_population); NULL without norms.';
COMMENT ON COLUMN assessment.current_score.percentile IS 'Mid-rank percentile in that population.';
COMMENT ON COLUMN assessment.current_score.sem IS 'Standard error of measurement in that population, in points of the score.';
COMMENT ON COLUMN assessment.current_score.reliable IS 'False where the response quality speaks against the answers; flags say why.';
COMMENT ON COLUMN assessment.current_score.flags IS
'What speaks against the answers, as harmony.response_quality names it; empty: nothing.';
