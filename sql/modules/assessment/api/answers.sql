-- Instruments, answers and what follows from them. Views show what policies let through; functions call the module's.

CREATE OR REPLACE VIEW api.instruments WITH (security_invoker = true) AS
  SELECT i.id, i.code, i.version, i.name, i.kind, i.scale_min, i.scale_max, i.language, i.instructions,
         (SELECT count(*) FROM assessment.item t WHERE t.instrument_id = i.id)::integer AS items, i.is_active,
         a.instrument_id IS NOT NULL AND a.adaptive AS adaptive, a.attempts_left, a.instrument_id IS NOT NULL AND a.running AS running
  FROM assessment.instrument i LEFT JOIN assessment.shown_attempts() a ON a.instrument_id = i.id;
COMMENT ON VIEW api.instruments IS
'Questionnaires and tests.

For anyone signed in. kind: likert, cognitive or forced_choice; items: how many there are, whose texts are in items; those with is_active
false take no answers. adaptive: a test that chooses its items by the answers (begin_test); attempts_left: how often one may still begin it,
null where that is not counted; running: one has begun and not ended it.';
COMMENT ON COLUMN api.instruments.id IS 'Identifies this version of the instrument.';
COMMENT ON COLUMN api.instruments.code IS 'Short name, the same in all versions.';
COMMENT ON COLUMN api.instruments.version IS 'From 1.';
COMMENT ON COLUMN api.instruments.name IS 'As people are shown it.';
COMMENT ON COLUMN api.instruments.kind IS 'likert, cognitive or forced_choice.';
COMMENT ON COLUMN api.instruments.scale_min IS 'The lowest answer of an item.';
COMMENT ON COLUMN api.instruments.scale_max IS 'The highest answer of an item.';
COMMENT ON COLUMN api.instruments.language IS 'Of its texts, as BCP 47 writes it.';
COMMENT ON COLUMN api.instruments.instructions IS 'What people read before they answer; may be empty.';
-- Nobody may; a view of a join is refused with 55000 without it, which is no status, before rights are looked at.
CREATE OR REPLACE TRIGGER fixed INSTEAD OF INSERT OR UPDATE OR DELETE ON api.instruments
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();
COMMENT ON COLUMN api.instruments.items IS 'Number of items.';
COMMENT ON COLUMN api.instruments.is_active IS 'Whether it takes answers.';
COMMENT ON COLUMN api.instruments.adaptive IS 'Whether it is a test that chooses its items by the answers (begin_test).';
COMMENT ON COLUMN api.instruments.attempts_left IS 'How often one may still begin it; null: that is not counted.';
COMMENT ON COLUMN api.instruments.running IS 'Whether one has begun it and not ended it.';

CREATE OR REPLACE VIEW api.items WITH (security_invoker = true) AS
  SELECT i.instrument_id AS instrument, i.position, i.text, i.options, i.right_text FROM assessment.item i;
COMMENT ON VIEW api.items IS
'The items of instruments, by position.

For anyone signed in: neither what they measure nor the right answers. options: of a test, to be chosen among by number from 1;
right_text: the second statement of a forced choice.';
COMMENT ON COLUMN api.items.instrument IS 'The instrument: id of instruments.';
COMMENT ON COLUMN api.items."position" IS 'Place in the instrument, from 1.';
COMMENT ON COLUMN api.items.text IS 'The statement or task as it is shown; of a forced choice the left statement.';
COMMENT ON COLUMN api.items.options IS 'Of a test the options, chosen among by number from 1; null: a rating on the scale.';
COMMENT ON COLUMN api.items.right_text IS 'Of a forced choice the right statement; null: another kind.';

CREATE OR REPLACE VIEW api.submissions WITH (security_invoker = true) AS
  SELECT s.id, s.instrument_id AS instrument, s.submitted_at, s.started_at, s.answers FROM assessment.submission s;
COMMENT ON VIEW api.submissions IS
'What one has answered.

One''s own. answers: by position of the item, null where it was not answered.';
COMMENT ON COLUMN api.submissions.id IS 'Number of the submission.';
COMMENT ON COLUMN api.submissions.instrument IS 'To what: id of instruments.';
COMMENT ON COLUMN api.submissions.submitted_at IS 'When the answers were handed in.';
COMMENT ON COLUMN api.submissions.started_at IS 'When one began; null: not known.';
COMMENT ON COLUMN api.submissions.answers IS 'By item position, null where not answered; of a test the number of the option.';

CREATE OR REPLACE VIEW api.results WITH (security_invoker = true) AS
  SELECT r.submission_id AS submission, r.instrument_id AS instrument, r.trait, r.family, r.score, r.t_score, r.percentile, r.sem,
         r.reliable, r.flags, r.measured_at,
         CASE WHEN r.sem IS NOT NULL THEN greatest(0, (harmony.score_interval(r.score, r.sem)).low) END AS score_low,
         CASE WHEN r.sem IS NOT NULL THEN least(100, (harmony.score_interval(r.score, r.sem)).high) END AS score_high
  FROM assessment.result r;
COMMENT ON VIEW api.results IS
'Scores by submission and trait.

One''s own. score: 0 to 100; t_score, percentile and sem: in the population that the instrument is read against; flags: what speaks
against the answers where reliable is false; score_low, score_high: 95 % interval of the score, by sem.';
COMMENT ON COLUMN api.results.submission IS 'The answers that it is the score of: id of submissions.';
COMMENT ON COLUMN api.results.instrument IS 'To what was answered: id of instruments.';
COMMENT ON COLUMN api.results.trait IS 'What is measured, such as conscientiousness.';
COMMENT ON COLUMN api.results.family IS 'Family of the trait, such as big_five.';
COMMENT ON COLUMN api.results.score IS '0 to 100.';
COMMENT ON COLUMN api.results.t_score IS '50 + 10 z in the population; null: no norms.';
COMMENT ON COLUMN api.results.percentile IS 'Mid-rank percentile in the population, 0 to 100; null: no norms.';
COMMENT ON COLUMN api.results.sem IS 'Standard error of measurement, in points of the score.';
COMMENT ON COLUMN api.results.reliable IS 'False where the response quality speaks against the answers.';
COMMENT ON COLUMN api.results.flags IS 'What speaks against the answers, such as SPEEDING; empty: nothing.';
COMMENT ON COLUMN api.results.measured_at IS 'When the answers were handed in.';
COMMENT ON COLUMN api.results.score_low IS 'Lower end of the 95 % interval of the score, 0 at least; null without sem.';
COMMENT ON COLUMN api.results.score_high IS 'Upper end of the 95 % interval of the score, 100 at most; null without sem.';

CREATE OR REPLACE VIEW api.profile WITH (security_invoker = true) AS
  SELECT p.person_id AS person, p.psychometric_snapshot AS snapshot, p.snapshot_updated_at AS updated_at FROM assessment.profile p;
COMMENT ON VIEW api.profile IS
'One''s profile: of each trait the score that counts.

One''s own, one row; none before the first answers.';
COMMENT ON COLUMN api.profile.person IS 'Whose profile it is: an account.';
COMMENT ON COLUMN api.profile.snapshot IS 'The profile document: of each trait the score that counts, by family.';
COMMENT ON COLUMN api.profile.updated_at IS 'When it was written last.';

CREATE OR REPLACE VIEW api.norms WITH (security_invoker = true) AS
  SELECT n.population, n.instrument_id AS instrument, n.trait, n.n, n.mean, n.sd, n.reliability FROM assessment.norm n
  WHERE (SELECT platform.has_role('researcher')) OR (SELECT platform.is_admin());
COMMENT ON VIEW api.norms IS
'Means and standard deviations of scores in populations.

For administrators and accounts with role researcher; nobody else sees a row. n: people behind it, 30 at least.';
COMMENT ON COLUMN api.norms.population IS 'Name of the population.';
COMMENT ON COLUMN api.norms.instrument IS 'Whose scores they are: id of instruments.';
COMMENT ON COLUMN api.norms.trait IS 'The trait, such as conscientiousness.';
COMMENT ON COLUMN api.norms.n IS 'People behind it, 30 at least.';
COMMENT ON COLUMN api.norms.mean IS 'Mean of the score, 0 to 100.';
COMMENT ON COLUMN api.norms.sd IS 'Standard deviation of the score, in its points.';
COMMENT ON COLUMN api.norms.reliability IS 'Cronbach''s alpha of the scale in the population; null: not known.';

CREATE OR REPLACE FUNCTION api.submit(instrument integer, answers smallint[], response_ms integer[] DEFAULT NULL,
                                      started_at timestamptz DEFAULT NULL) RETURNS jsonb
LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp
AS $$
DECLARE
  arguments CONSTANT jsonb := jsonb_build_array(instrument, answers, response_ms, extract(epoch FROM started_at));
  earlier CONSTANT jsonb := platform.earlier_answer('submit', arguments);
  given record;
  stored record;
  details text;
  hint text;
BEGIN
  IF earlier IS NOT NULL THEN
    RETURN earlier;
  END IF;
  SELECT i.kind, count(t.position) AS n_items INTO given
  FROM assessment.instrument i LEFT JOIN assessment.item t ON t.instrument_id = i.id WHERE i.id = submit.instrument GROUP BY i.id;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'instrument % does not exist', instrument USING ERRCODE = 'invalid_parameter_value';
  END IF;
  INSERT INTO assessment.submission AS s (person_id, instrument_id, started_at, answers, response_ms)
  VALUES (platform.current_account(), submit.instrument, submit.started_at, submit.answers, submit.response_ms)
  RETURNING s.person_id, s.id, s.submitted_at INTO stored;
  PERFORM set_config('response.status', '201', true);
  RETURN platform.keep_answer('submit', arguments, jsonb_build_object(
    'submission', stored.id, 'submitted_at', stored.submitted_at,
    -- What a test's answers decide is told when they are committed (assessment.is_taking_test): in results.
    'results', CASE WHEN given.kind <> 'cognitive' THEN (
      SELECT coalesce(jsonb_agg(jsonb_build_object('trait', r.trait, 'score', r.score, 't_score', r.t_score, 'percentile', r.percentile,
                                                   'sem', r.sem, 'reliable', r.reliable, 'flags', r.flags) ORDER BY r.trait), '[]')
      FROM assessment.result r WHERE r.person_id = stored.person_id AND r.submission_id = stored.id) END,
    'completeness', (SELECT count(a.answer)::float8 / given.n_items FROM unnest(submit.answers) a (answer))));
EXCEPTION WHEN object_not_in_prerequisite_state OR lock_not_available THEN
  GET STACKED DIAGNOSTICS details = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT;
  PERFORM platform.raise_conflict(SQLERRM, details, hint);
END
$$;
COMMENT ON FUNCTION api.submit(integer, smallint[], integer[], timestamptz) IS
'Hands in answers to an instrument and returns the scores.

For anyone signed in, in the own name. instrument: its id; answers: by position of the item, null where not answered, of a test the number
of the option; response_ms: milliseconds an item, which some instruments require; started_at: when the person began. Takes an
Idempotency-Key.

201 {submission, submitted_at, results: [{trait, score, t_score, percentile, sem, reliable, flags}], completeness}. Of a cognitive test
results is null: the score is in view results as soon as the answer to this call is there. completeness: share of the items that were
answered. Errors: 400 answers that do not fit the instrument, missing times, an instrument that is not active; 409 no attempt at the test
is left.';

SELECT platform.expose('assessment.begin_test(integer, uuid)',
'Begins an adaptive test.

For anyone signed in, in the own name; while one runs, it is that one. instrument: its id. 201 {test, expires_at}; the items come from
next_item. Errors: 400 an instrument that is no adaptive test; 409 no attempt is left.', 201, most_arguments => 1),
  platform.expose('assessment.next_item(uuid, smallint, integer)',
'Answers the open item of an adaptive test and opens the next one.

For whose test it is. test: of begin_test; answer: the number of the option, 0 leaves the item out; without it the item that is open is
told; response_ms: milliseconds until the answer.

{item: {position, text, options}, n_answered, stop, submission}: at the end item is null, stop true, and the score of the submission is in
view results. Errors: 400 no option of the item, a missing time; 403 another''s test or none; 409 expired, ended, answered already.'),
  platform.expose('assessment.grant_attempt(uuid, integer)',
'Lets a person take a test once more.

For administrators. person: the account; instrument: a cognitive test. 204. Errors: 400 no test, no such person; 403.'),
  platform.secure_api();
