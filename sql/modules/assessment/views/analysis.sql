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

CREATE OR REPLACE VIEW assessment.instrument_usage WITH (security_invoker = true) AS
  SELECT instrument, count(*) AS submissions, count(DISTINCT person_id) AS persons,
         avg(completeness) AS mean_completeness,
         percentile_cont(0.5) WITHIN GROUP (ORDER BY duration) AS median_duration,
         percentile_cont(0.5) WITHIN GROUP (ORDER BY median_ms) AS median_ms_per_item,
         avg((NOT reliable)::integer) AS unreliable_share
  FROM assessment.submission_quality
  GROUP BY instrument;
COMMENT ON VIEW assessment.instrument_usage IS 'Completion, speed and the share of unreliable submissions (0 to 1) by instrument.';

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

CREATE OR REPLACE VIEW assessment.scale_item WITH (security_invoker = true) AS
  SELECT c.instrument_id, c.trait, c.position, c.keyed,
         row_number() OVER (PARTITION BY c.instrument_id, c.trait ORDER BY c.is_also, c.position) AS place,
         count(*) OVER (PARTITION BY c.instrument_id, c.trait) AS items
  FROM (SELECT t.instrument_id, t.trait, t.position, t.keyed, false AS is_also FROM assessment.item t
        UNION ALL SELECT m.instrument_id, m.trait, m.position, m.keyed, true FROM assessment.item_trait m) c;
COMMENT ON VIEW assessment.scale_item IS
'Which items make up which scale: those of the trait, then those that count for it besides their own (assessment.item_trait); place: the
item''s in assessment.scale_answers, from 1; items: how many the scale has.';

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
