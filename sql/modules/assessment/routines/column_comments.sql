-- What the columns of the module's tables hold, where the statement that made them does not say so.

COMMENT ON COLUMN assessment.trait.code IS 'Its name in snapshots and results, such as emotional_stability.';
COMMENT ON COLUMN assessment.trait.family IS 'Under which it stands in the snapshot, such as big_five.';
COMMENT ON COLUMN assessment.trait.label IS 'As people are shown it.';

COMMENT ON COLUMN assessment.instrument.id IS 'Identifies this version of the instrument.';
COMMENT ON COLUMN assessment.instrument.code IS 'Short name of the questionnaire or test, the same in all versions.';
COMMENT ON COLUMN assessment.instrument.version IS 'From 1; code and version are unique together.';
COMMENT ON COLUMN assessment.instrument.name IS 'As people are shown it.';
COMMENT ON COLUMN assessment.instrument.kind IS
'likert, a rating scale; cognitive, a test with right answers; or forced_choice, pairs of statements.';
COMMENT ON COLUMN assessment.instrument.scale_min IS 'The lowest answer of an item.';
COMMENT ON COLUMN assessment.instrument.scale_max IS 'The highest answer of an item.';
COMMENT ON COLUMN assessment.instrument.language IS 'Of its texts, as BCP 47 writes it.';
COMMENT ON COLUMN assessment.instrument.instructions IS 'What people read before they answer; may be empty.';
COMMENT ON COLUMN assessment.instrument.is_active IS 'Whether it takes answers.';

COMMENT ON COLUMN assessment.item.id IS 'Identifies the item.';
COMMENT ON COLUMN assessment.item.instrument_id IS 'The instrument that it is of: assessment.instrument.id.';
COMMENT ON COLUMN assessment.item."position" IS 'Place in the instrument, from 1.';
COMMENT ON COLUMN assessment.item.text IS 'The statement or task as it is shown; of a forced choice the left statement.';
COMMENT ON COLUMN assessment.item.trait IS 'What it measures: assessment.trait.code; of a forced choice the left statement''s.';
COMMENT ON COLUMN assessment.item.options IS 'Of a test the options to choose among, in their order; NULL: a rating on the scale.';
COMMENT ON COLUMN assessment.item.correct_option IS 'Of a test the number of the right option, from 1; NULL: there is no right answer.';

COMMENT ON COLUMN assessment.item_parameter.instrument_id IS 'The test: assessment.instrument.id.';
COMMENT ON COLUMN assessment.item_parameter."position" IS 'The item''s place in it: assessment.item.position.';
COMMENT ON COLUMN assessment.item_parameter.discrimination IS 'Slope of the item''s curve at its difficulty, above 0 to 10.';

COMMENT ON COLUMN assessment.scoring_key.instrument_id IS 'Whose key it is: assessment.instrument.id.';
COMMENT ON COLUMN assessment.scoring_key.is_active IS 'As assessment.instrument.is_active: whether it takes answers.';
COMMENT ON COLUMN assessment.scoring_key.norm_population IS 'As assessment.instrument.norm_population; NULL: no norms.';
COMMENT ON COLUMN assessment.scoring_key.kind IS 'likert, cognitive or forced_choice.';
COMMENT ON COLUMN assessment.scoring_key.scale_min IS 'The lowest answer of an item.';
COMMENT ON COLUMN assessment.scoring_key.scale_max IS 'The highest answer of an item.';
COMMENT ON COLUMN assessment.scoring_key.keyed IS 'By position, +1 or -1: assessment.item.keyed.';
COMMENT ON COLUMN assessment.scoring_key.traits IS
'By position, the trait that the item measures; of a forced choice the left statement''s.';
COMMENT ON COLUMN assessment.scoring_key.correct IS
'By position, the number of the right option, from 1; 0 where there is no right answer.';
COMMENT ON COLUMN assessment.scoring_key.right_traits IS 'Forced choice, by position: the right statement''s trait; NULL: another kind.';
COMMENT ON COLUMN assessment.scoring_key.left_loadings IS 'Forced choice, by position: assessment.item.loading; NULL: another kind.';
COMMENT ON COLUMN assessment.scoring_key.right_loadings IS 'Forced choice, by position: assessment.item.right_loading; NULL: another kind.';
COMMENT ON COLUMN assessment.scoring_key.left_intercepts IS 'Forced choice, by position: assessment.item.intercept; NULL: another kind.';
COMMENT ON COLUMN assessment.scoring_key.right_intercepts IS
'Forced choice, by position: assessment.item.right_intercept; NULL: another kind.';
COMMENT ON COLUMN assessment.scoring_key.trait_order IS 'As assessment.instrument.trait_order; NULL: no forced choice.';
COMMENT ON COLUMN assessment.scoring_key.trait_correlation IS 'As assessment.instrument.trait_correlation; NULL: no forced choice.';
COMMENT ON COLUMN assessment.scoring_key.equated_mean IS 'As assessment.instrument.equated_mean; NULL: not equated.';
COMMENT ON COLUMN assessment.scoring_key.equated_sd IS 'As assessment.instrument.equated_sd; NULL: not equated.';
COMMENT ON COLUMN assessment.scoring_key.theta_mean IS 'As assessment.instrument.theta_mean; NULL: not equated.';
COMMENT ON COLUMN assessment.scoring_key.theta_sd IS 'As assessment.instrument.theta_sd; NULL: not equated.';
COMMENT ON COLUMN assessment.scoring_key.difficulties IS
'By position, assessment.item_parameter.difficulty; NULL where an item has none, or the instrument none at all.';
COMMENT ON COLUMN assessment.scoring_key.target_se IS 'As assessment.instrument.target_se; NULL: not given adaptively.';
COMMENT ON COLUMN assessment.scoring_key.max_items IS 'As assessment.instrument.max_items; NULL: no limit.';
COMMENT ON COLUMN assessment.scoring_key.requires_times IS
'As assessment.instrument.requires_times: whether answers without times are refused.';
COMMENT ON COLUMN assessment.scoring_key.norm_sd IS
'Standard deviation of the score in norm_population, by trait in the order of families; NULL as norm_mean.';
COMMENT ON COLUMN assessment.scoring_key.norm_reliability IS
'Reliability in norm_population, by trait in the order of families; NULL as norm_mean, or where it is not known.';
COMMENT ON COLUMN assessment.scoring_key.norm_quantiles IS
'Percentiles 1 to 99 of the score in norm_population, trait after trait in the order of families; NULL as norm_mean.';

COMMENT ON COLUMN assessment.response_norm.instrument_id IS 'Whose answers they are: assessment.instrument.id.';
COMMENT ON COLUMN assessment.response_norm.item_mean IS 'Mean of the raw answers, by item position.';
COMMENT ON COLUMN assessment.response_norm.item_covariance IS 'Covariance of the raw answers, a square matrix by item position.';

COMMENT ON COLUMN assessment.submission.person_id IS 'Who answered: platform.account.id.';
COMMENT ON COLUMN assessment.submission.id IS 'Number of the submission.';
COMMENT ON COLUMN assessment.submission.instrument_id IS 'To what: assessment.instrument.id.';
COMMENT ON COLUMN assessment.submission.started_at IS 'When the person began; NULL: not known.';
COMMENT ON COLUMN assessment.submission.submitted_at IS 'When the answers were handed in.';

COMMENT ON COLUMN assessment.result.person_id IS 'Who answered: platform.account.id.';
COMMENT ON COLUMN assessment.result.submission_id IS 'The answers that it is the score of: assessment.submission.id.';
COMMENT ON COLUMN assessment.result.measured_at IS 'When these were handed in: assessment.submission.submitted_at.';
COMMENT ON COLUMN assessment.result.instrument_id IS 'To what was answered: assessment.instrument.id.';
COMMENT ON COLUMN assessment.result.n_items IS 'Items of the trait.';
COMMENT ON COLUMN assessment.result.n_answered IS 'How many of them were answered.';
COMMENT ON COLUMN assessment.result.trait IS 'What is measured: assessment.trait.code.';
COMMENT ON COLUMN assessment.result.flags IS 'What speaks against the answers, as harmony.response_quality names it; empty: nothing.';

COMMENT ON COLUMN assessment.norm.population IS 'Name of the population, which assessment.use_norms takes.';
COMMENT ON COLUMN assessment.norm.instrument_id IS 'Whose scores they are: assessment.instrument.id.';
COMMENT ON COLUMN assessment.norm.trait IS 'The trait: assessment.trait.code.';
COMMENT ON COLUMN assessment.norm.mean IS 'Mean of the score, 0 to 100.';
COMMENT ON COLUMN assessment.norm.sd IS 'Standard deviation of the score, in its points.';

COMMENT ON COLUMN assessment.profile.person_id IS 'Whose profile it is: platform.account.id.';
COMMENT ON COLUMN assessment.profile.psychometric_snapshot IS 'The profile document: of each trait the score that counts, by family.';
COMMENT ON COLUMN assessment.profile.snapshot_updated_at IS 'When it was written last.';

COMMENT ON COLUMN assessment.attempt.person_id IS 'Who takes the test: platform.account.id.';
COMMENT ON COLUMN assessment.attempt.instrument_id IS 'The test: assessment.instrument.id, of kind cognitive.';
COMMENT ON COLUMN assessment.attempt.granted IS 'How often the person may take it, 1 at least.';
COMMENT ON COLUMN assessment.attempt.used IS 'How often the person has, up to granted.';

COMMENT ON COLUMN assessment.test.person_id IS 'Who takes the test: platform.account.id.';
COMMENT ON COLUMN assessment.test.id IS 'Identifies the session, which the person''s client names.';
COMMENT ON COLUMN assessment.test.instrument_id IS 'The test: assessment.instrument.id.';
COMMENT ON COLUMN assessment.test.response_ms IS 'Milliseconds an item, by position; NULL where it was not asked or the time not taken.';
COMMENT ON COLUMN assessment.test.started_at IS 'When it was begun.';
COMMENT ON COLUMN assessment.test.expires_at IS 'Until then it has to be ended: started_at and assessment.instrument.time_limit.';
COMMENT ON COLUMN assessment.test.ended_at IS 'When it ended; NULL: it runs, or expired without an end.';

COMMENT ON COLUMN assessment.answer_label.instrument_id IS 'Whose answers are called so: assessment.instrument.id.';
COMMENT ON COLUMN assessment.answer_label.label IS 'The words of the answer.';
COMMENT ON COLUMN assessment.answer_label.value IS 'The number that the label stands for, on the instrument''s scale.';

COMMENT ON COLUMN assessment.person_key.key IS 'The person''s key in that system, as text.';
COMMENT ON COLUMN assessment.person_key.person_id IS 'Who that is here: platform.account.id.';

COMMENT ON COLUMN assessment.import_preset.code IS 'Its name, which a mapping gives as preset.';
COMMENT ON COLUMN assessment.import_preset.shape IS 'wide, a response a row, or long, an answer a row.';
COMMENT ON COLUMN assessment.import_preset.mapping IS 'Where what stands in such an export, as the mapping of an import.';
COMMENT ON COLUMN assessment.import_preset.note IS 'What to know of such exports, in words; may be empty.';

COMMENT ON COLUMN assessment.import_batch.id IS 'Number of the import.';
COMMENT ON COLUMN assessment.import_batch.instrument_id IS 'To what was answered: assessment.instrument.id.';
COMMENT ON COLUMN assessment.import_batch.shape IS 'wide, a response a row, or long, an answer a row.';
COMMENT ON COLUMN assessment.import_batch.status IS 'checked, a dry run; applied; or undone.';
COMMENT ON COLUMN assessment.import_batch.created_at IS 'When it was checked or applied.';
COMMENT ON COLUMN assessment.import_batch.created_by IS
'Who asked for it: platform.account.id; NULL: the owner''s own work, or the account is gone.';

COMMENT ON COLUMN assessment.import_reject.batch IS 'The import: assessment.import_batch.id.';
COMMENT ON COLUMN assessment.import_reject.id IS 'Number of the reject.';
COMMENT ON COLUMN assessment.import_reject.line IS 'Where the row starts in the file, from 1; NULL: not of a file with lines.';
COMMENT ON COLUMN assessment.import_reject.person_id IS 'The account of that person: platform.account.id; NULL: none was found.';
COMMENT ON COLUMN assessment.import_reject."column" IS 'Of a cell: its column in the file; NULL: of the row as a whole.';
COMMENT ON COLUMN assessment.import_reject.reason IS 'Why it was not taken, by its code, such as bad_person.';

COMMENT ON COLUMN assessment.import_row.batch IS 'The import: assessment.import_batch.id.';
COMMENT ON COLUMN assessment.import_row."row" IS
'Of the source: its column row, else the place from 1. Of long data the response''s first.';
COMMENT ON COLUMN assessment.import_row.person_id IS 'Who answered: platform.account.id.';
COMMENT ON COLUMN assessment.import_row.submission_id IS 'The submission that the row became: assessment.submission.id.';
COMMENT ON COLUMN assessment.import_row.response IS 'The id of the response in the source; empty: it gave none.';
COMMENT ON COLUMN assessment.import_row.wave IS 'The occasion of a repeated survey; empty: the source gave none.';

COMMENT ON COLUMN assessment.item_trait.instrument_id IS 'The instrument of the item: assessment.instrument.id.';
COMMENT ON COLUMN assessment.item_trait.position IS 'Which item of the instrument: assessment.item.position.';
COMMENT ON COLUMN assessment.item_trait.trait IS 'What it counts for besides its own trait: assessment.trait.code.';
COMMENT ON COLUMN assessment.scoring_key.also_traits IS
'The traits that items count for besides their own, by also_positions: assessment.item_trait.trait; NULL: none does.';
COMMENT ON COLUMN assessment.scoring_key.also_keyed IS
'The keys of also_traits, +1 or -1: assessment.item_trait.keyed; NULL: no item counts for a second trait.';
