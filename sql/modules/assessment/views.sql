-- Views for analysts. Each shows what the reader's own rights and policies let through.

CREATE OR REPLACE VIEW assessment.submission_quality WITH (security_invoker = true) AS
  SELECT s.person_id, s.id AS submission_id, k.instrument, s.submitted_at,
         s.submitted_at - s.started_at AS duration,
         q.n_items, q.n_answered, q.completeness, q.longstring, q.irv, q.extreme_share, q.even_odd,
         q.median_ms, q.fast_share, q.mahalanobis, q.flags, q.reliable
  FROM assessment.submission s
  JOIN assessment.scoring_key k ON k.instrument_id = s.instrument_id
  CROSS JOIN LATERAL (
    SELECT (harmony.response_quality(s.answers, CASE WHEN k.kind = 'likert' THEN k.keyed END, k.traits, k.scale_min, k.scale_max,
                                     s.response_ms, k.item_mean, k.item_covariance)).*
    OFFSET 0) q;
COMMENT ON VIEW assessment.submission_quality IS 'Every index of careless responding behind the flags, one row a submission; see harmony.response_quality.';

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
        GROUP BY k.instrument) t ON t.instrument = q.instrument
  GROUP BY q.instrument, f.flag;
COMMENT ON VIEW assessment.flag_share IS 'How often each flag of response quality is raised, by instrument: number and share (0 to 1) of the submissions.';
