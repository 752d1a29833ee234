-- For analysts who may not know who people are (harmony_analyst). These two views, and no other, run as their owner: who reads them has no
-- right to the tables behind them.

CREATE OR REPLACE VIEW assessment.research_results WITH (security_barrier = true) AS
  SELECT p.pseudonym, date_trunc('month', r.measured_at AT TIME ZONE 'UTC')::date AS month, r.instrument, r.trait, r.family, r.score,
         r.reliable
  FROM assessment.result r JOIN platform.pseudonym p ON p.account_id = r.person_id
  JOIN assessment.instrument i ON i.id = r.instrument_id AND NOT i.is_private
  WHERE r.measured_at < date_trunc('month', now(), 'UTC')
  ORDER BY p.pseudonym, 2, r.instrument, r.trait, r.score;
COMMENT ON VIEW assessment.research_results IS
'Every result under the person''s pseudonym (platform.pseudonym), with its month (UTC) for the time. In the order of the pseudonyms, which
are random, so that the order of the rows does not tell when they were written. Not of instruments that are private.
Of complete months (UTC) alone: what somebody answers now is not seen to come.

It runs with the rights of its owner, not of its reader.';
COMMENT ON COLUMN assessment.research_results.pseudonym IS 'Random name of the person, the same in all rows.';
COMMENT ON COLUMN assessment.research_results.month IS 'First day of the month (UTC) in which was answered.';
COMMENT ON COLUMN assessment.research_results.instrument IS 'code@version.';
COMMENT ON COLUMN assessment.research_results.trait IS 'assessment.trait.code.';
COMMENT ON COLUMN assessment.research_results.family IS 'Family of the trait.';
COMMENT ON COLUMN assessment.research_results.score IS '0 to 100.';
COMMENT ON COLUMN assessment.research_results.reliable IS 'False where the response quality speaks against the answers.';

CREATE OR REPLACE VIEW assessment.research_usage WITH (security_barrier = true) AS
  SELECT r.instrument, date_trunc('month', r.measured_at AT TIME ZONE 'UTC')::date AS month, count(DISTINCT r.person_id) AS persons,
         count(DISTINCT (r.person_id, r.submission_id)) AS submissions,
         avg(r.n_answered::float8 / r.n_items) AS answered_share, avg((NOT r.reliable)::integer)::float8 AS unreliable_share
  FROM assessment.result r JOIN assessment.instrument i ON i.id = r.instrument_id AND NOT i.is_private
  WHERE r.measured_at < date_trunc('month', now(), 'UTC')
  GROUP BY 1, 2 HAVING count(DISTINCT r.person_id) >= 30 ORDER BY 1, 2;
COMMENT ON VIEW assessment.research_usage IS
'Use of each instrument by month: people, submissions, share of items answered and of unreliable results (0 to 1), where there are at least
30 people. Of complete months (UTC) alone, as assessment.research_results.

It runs with the rights of its owner, not of its reader.';
COMMENT ON COLUMN assessment.research_usage.instrument IS 'code@version.';
COMMENT ON COLUMN assessment.research_usage.month IS 'First day of the month (UTC).';
COMMENT ON COLUMN assessment.research_usage.persons IS 'How many people answered, 30 at least.';
COMMENT ON COLUMN assessment.research_usage.submissions IS 'How often they did.';
COMMENT ON COLUMN assessment.research_usage.answered_share IS 'Mean share of a result''s items that were answered, 0 to 1.';
COMMENT ON COLUMN assessment.research_usage.unreliable_share IS 'Share of results that are not reliable, 0 to 1.';
