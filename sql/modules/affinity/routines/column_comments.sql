-- What the columns of the module's tables hold, where the statement that made them does not say so.

COMMENT ON COLUMN affinity.consent_kind.kind IS 'Its name: visual, personality, genetic, research, or a site''s own.';
COMMENT ON COLUMN affinity.consent_kind.purpose IS 'The words that are shown, in English.';
COMMENT ON COLUMN affinity.consent_kind.text_version IS 'Version of these words, 1 to 100 characters.';

COMMENT ON COLUMN affinity.consent.person_id IS 'Who agreed: platform.account.id.';
COMMENT ON COLUMN affinity.consent.id IS 'Number of the consent.';
COMMENT ON COLUMN affinity.consent.kind IS 'To what: affinity.consent_kind.kind.';
COMMENT ON COLUMN affinity.consent.text_version IS 'The version of the text that was agreed to.';
COMMENT ON COLUMN affinity.consent.given_at IS 'When it was given.';
COMMENT ON COLUMN affinity.consent.withdrawn_at IS 'When it was withdrawn; NULL: it is live.';

COMMENT ON COLUMN affinity.phase_completion.person_id IS 'Who completed it: platform.account.id.';
COMMENT ON COLUMN affinity.phase_completion.completed_at IS 'When it was complete.';

COMMENT ON COLUMN affinity.model.version IS 'Its name, 1 to 40 visible ASCII characters.';
COMMENT ON COLUMN affinity.model.hla_loci IS 'The loci that are compared, such as A, B, DRB1.';
COMMENT ON COLUMN affinity.model.is_active IS 'Whether pairs are scored by it; one version is.';
COMMENT ON COLUMN affinity.model.created_at IS 'When it was made.';

COMMENT ON COLUMN affinity.turn.person_id IS 'Who did it: platform.account.id.';
COMMENT ON COLUMN affinity.turn.id IS 'Number of the turn.';
COMMENT ON COLUMN affinity.turn.what IS 'What was done, as platform.limit.what counts it.';
COMMENT ON COLUMN affinity.turn.taken_at IS 'When it was done.';

COMMENT ON COLUMN affinity.embedding_model.id IS 'Identifies the row.';
COMMENT ON COLUMN affinity.embedding_model.name IS 'The net that makes embeddings of faces.';
COMMENT ON COLUMN affinity.embedding_model.version IS 'Its version, as harmonyd tells it.';
COMMENT ON COLUMN affinity.embedding_model.detector IS 'The net that finds faces.';
COMMENT ON COLUMN affinity.embedding_model.detector_version IS 'Its version.';
COMMENT ON COLUMN affinity.embedding_model.landmarks IS 'The net that finds eyes, nose and mouth, by which a face is set upright.';
COMMENT ON COLUMN affinity.embedding_model.landmarks_version IS 'Its version.';
COMMENT ON COLUMN affinity.embedding_model.dimensions IS 'Numbers of an embedding, 1 to 16384.';
COMMENT ON COLUMN affinity.embedding_model.scale IS
'Of all photos, the spread by dimension, with center; NULL: that of the photos that a person rated.';
COMMENT ON COLUMN affinity.embedding_model.is_active IS 'Whether its embeddings count; one row at most.';
COMMENT ON COLUMN affinity.embedding_model.created_at IS 'When the first embedding of it came.';

COMMENT ON COLUMN affinity.photo.id IS 'Number of the photo.';
COMMENT ON COLUMN affinity.photo.document_id IS 'The document with the picture: platform.document.id, of kind photo or calibration.';
COMMENT ON COLUMN affinity.photo.status IS 'checking, ready, no_face, several_faces, too_small, blurred or refused.';
COMMENT ON COLUMN affinity.photo.created_at IS 'When it was handed in.';
COMMENT ON COLUMN affinity.photo.found_at IS 'When harmonyd had looked at it; NULL: it is being checked.';

COMMENT ON COLUMN affinity.embedding.photo_id IS 'The photo that it is computed of: affinity.photo.id.';
COMMENT ON COLUMN affinity.embedding.model_id IS 'The nets that made it: affinity.embedding_model.id.';
COMMENT ON COLUMN affinity.embedding.dimensions IS 'How many numbers it has, as affinity.embedding_model.dimensions.';
COMMENT ON COLUMN affinity.embedding.embedding IS 'The numbers, none NULL.';
COMMENT ON COLUMN affinity.embedding.created_at IS 'When it was stored.';

COMMENT ON COLUMN affinity.calibration_photo.photo_id IS 'The photo: affinity.photo.id.';
COMMENT ON COLUMN affinity.calibration_photo.sort IS 'Order in which photos are shown, the smallest first.';
COMMENT ON COLUMN affinity.calibration_photo.is_active IS 'Whether it is among those that are rated.';

COMMENT ON COLUMN affinity.rating.person_id IS 'Who rates: platform.account.id.';
COMMENT ON COLUMN affinity.rating.photo_id IS 'The photo: affinity.calibration_photo.photo_id.';
COMMENT ON COLUMN affinity.rating.rating IS '1, not at all, to 5, very much.';
COMMENT ON COLUMN affinity.rating.rated_at IS 'When it was rated, or corrected last.';

COMMENT ON COLUMN affinity.taste.person_id IS 'Whose taste it is: platform.account.id.';
COMMENT ON COLUMN affinity.taste.model_id IS 'Of which embeddings it is learnt: affinity.embedding_model.id.';
COMMENT ON COLUMN affinity.taste.loo_rmse IS
'How far off a rating is that is foretold from the others, in units of a rating; NULL: no taste could be learnt.';
COMMENT ON COLUMN affinity.taste.is_complete IS 'Whether a taste could be learnt: ten ratings or more that are not all equal.';
COMMENT ON COLUMN affinity.taste.learnt_at IS 'When it was learnt last.';

COMMENT ON COLUMN affinity.questionnaire.instrument_id IS 'The instrument: assessment.instrument.id.';

COMMENT ON COLUMN affinity.trait_score.person_id IS 'Whose traits they are: platform.account.id.';
COMMENT ON COLUMN affinity.trait_score.scores IS 'Seven scores in the order of the traits, 0 to 100, NULL where not measured.';

COMMENT ON COLUMN affinity.hla_typing.person_id IS 'Whose typing it is: platform.account.id.';
COMMENT ON COLUMN affinity.hla_typing.sealed IS 'The typing as harmony.hla_seal makes it.';
COMMENT ON COLUMN affinity.hla_typing.typed_at IS 'When it was handed in.';

COMMENT ON COLUMN affinity.typing_turn.person_id IS 'Who handed it in: platform.account.id.';
COMMENT ON COLUMN affinity.typing_turn.typed_at IS 'When.';

COMMENT ON COLUMN affinity.filter.person_id IS 'Whose filter it is: platform.account.id.';
COMMENT ON COLUMN affinity.filter.gender IS 'By own account, a word in small letters; NULL: not told.';
COMMENT ON COLUMN affinity.filter.age_from IS 'The youngest age that is sought, 18 to 120; NULL: any.';
COMMENT ON COLUMN affinity.filter.age_to IS 'The oldest age that is sought, 18 to 120; NULL: any.';
COMMENT ON COLUMN affinity.filter.longitude IS 'Degrees east, -180 to 180, to a tenth; NULL: no place was told, nor latitude.';

COMMENT ON COLUMN affinity.block.person_id IS 'Who blocks: platform.account.id.';
COMMENT ON COLUMN affinity.block.blocked_id IS 'Whom: platform.account.id.';
COMMENT ON COLUMN affinity.block.blocked_at IS 'When.';

COMMENT ON COLUMN affinity.answer.person_id IS 'Who says it: platform.account.id.';
COMMENT ON COLUMN affinity.answer.other_id IS 'About whom: platform.account.id.';
COMMENT ON COLUMN affinity.answer.is_willing IS 'Whether the person would meet the other.';
COMMENT ON COLUMN affinity.answer.answered_at IS 'When it was said, or corrected last.';

COMMENT ON COLUMN affinity.pair.person_a IS 'The one of the two with the smaller id: platform.account.id.';
COMMENT ON COLUMN affinity.pair.person_b IS 'The other: platform.account.id.';
COMMENT ON COLUMN affinity.pair.id IS 'Number of the pair, by which clients name it.';
COMMENT ON COLUMN affinity.pair.visual_ab_low IS 'Lower 95 % limit of visual_ab, 0 to 100; NULL: not measured.';
COMMENT ON COLUMN affinity.pair.visual_ab_high IS 'Upper 95 % limit of visual_ab, 0 to 100; NULL: not measured.';
COMMENT ON COLUMN affinity.pair.visual_ba IS 'The face of a to the taste of b, 0 to 100; NULL: not measured.';
COMMENT ON COLUMN affinity.pair.visual_ba_low IS 'Lower 95 % limit of visual_ba, 0 to 100; NULL: not measured.';
COMMENT ON COLUMN affinity.pair.visual_ba_high IS 'Upper 95 % limit of visual_ba, 0 to 100; NULL: not measured.';
COMMENT ON COLUMN affinity.pair.personality IS 'Likeness of the traits, 0 to 100; NULL: not measured.';
COMMENT ON COLUMN affinity.pair.b_to_a IS 'The score of the other direction, as a_to_b; NULL: not measured.';
COMMENT ON COLUMN affinity.pair.score IS 'Of the pair, both directions by affinity.model.mean, 0 to 100; NULL: not measured.';
COMMENT ON COLUMN affinity.pair.missing IS 'Phases without a score: visual, personality, biological.';
COMMENT ON COLUMN affinity.pair.model IS 'By which it was scored: affinity.model.version.';
COMMENT ON COLUMN affinity.pair.computed_at IS 'When it was scored.';

COMMENT ON COLUMN affinity.run.id IS 'Number of the run, which pairs name as run_id.';
COMMENT ON COLUMN affinity.run.model IS 'By which it scores: affinity.model.version.';
COMMENT ON COLUMN affinity.run.started_at IS 'When it began.';
COMMENT ON COLUMN affinity.run.finished_at IS 'When all people were done, or a later run began; NULL: not yet.';
COMMENT ON COLUMN affinity.run.persons IS 'People that it has to do.';
COMMENT ON COLUMN affinity.run.done IS 'People that it has done.';
COMMENT ON COLUMN affinity.run.pairs IS 'Pairs that it has scored.';
COMMENT ON COLUMN affinity.run.last_person IS 'The person that it did last, in the order of their ids; NULL: none yet.';

COMMENT ON COLUMN affinity.top_list.person_id IS 'Who is told: platform.account.id.';
COMMENT ON COLUMN affinity.top_list.day IS 'The day in UTC.';
COMMENT ON COLUMN affinity.top_list.rank IS 'Place in the list, 1 the best.';
COMMENT ON COLUMN affinity.top_list.other_id IS 'Who is told of: platform.account.id.';

COMMENT ON COLUMN affinity.exposure.person_id IS 'Who stands on them: platform.account.id.';
COMMENT ON COLUMN affinity.exposure.day IS 'The day in UTC.';
COMMENT ON COLUMN affinity.exposure.lists IS 'On how many lists of that day.';

COMMENT ON COLUMN affinity.day.day IS 'The day in UTC.';

COMMENT ON COLUMN affinity.declared_group.person_id IS 'Who says it: platform.account.id.';
COMMENT ON COLUMN affinity.declared_group.attribute IS 'What the group is one of, such as age_band, in small letters.';
COMMENT ON COLUMN affinity.declared_group.group_name IS 'The group that the person belongs to.';

COMMENT ON COLUMN affinity.validation.model IS 'Whose scores they are: affinity.model.version.';
COMMENT ON COLUMN affinity.validation.phase IS '1 visual, 2 personality, 3 biological.';
COMMENT ON COLUMN affinity.validation.pairs IS 'Answers for which this score is there, one a direction; NULL: of fewer than five people.';
COMMENT ON COLUMN affinity.validation.people IS 'People who gave them or whom they are about, 5 at least; NULL: fewer.';
COMMENT ON COLUMN affinity.validation.auc IS 'Area under the ROC curve of the score for yes, 0 to 1, .5 is chance; NULL: not determined.';
COMMENT ON COLUMN affinity.validation.auc_low IS 'Lower 95 % limit of auc; NULL: not determined.';
COMMENT ON COLUMN affinity.validation.auc_high IS 'Upper 95 % limit of auc; NULL: not determined.';
COMMENT ON COLUMN affinity.validation.brier IS 'Mean of (score/100 - answer)^2, 0 to 1; NULL: not determined.';
COMMENT ON COLUMN affinity.validation.slope IS
'Of the logistic regression of the answer on the logit of the score, 1 where it is as bold as it should be; NULL: not determined.';
COMMENT ON COLUMN affinity.validation.slope_low IS 'Lower 95 % limit of slope; NULL: not determined.';
COMMENT ON COLUMN affinity.validation.slope_high IS 'Upper 95 % limit of slope; NULL: not determined.';
COMMENT ON COLUMN affinity.validation.incremental_r_squared IS
'What the phase adds to R squared on the phases before; NULL: not determined.';
COMMENT ON COLUMN affinity.validation.computed_at IS 'When it was published.';

COMMENT ON COLUMN affinity.publication.model IS 'Whose figure it is: affinity.model.version.';
COMMENT ON COLUMN affinity.publication.published_at IS 'When it was published last.';

COMMENT ON COLUMN affinity.group_difference.model IS 'By which pairs were scored: affinity.model.version.';
COMMENT ON COLUMN affinity.group_difference.attribute IS 'What the groups are of, as affinity.declared_group.attribute.';
COMMENT ON COLUMN affinity.group_difference.group_name IS 'The group, as affinity.declared_group.group_name.';
COMMENT ON COLUMN affinity.group_difference.phase IS 'Which score: 1 visual, as a face, 2 personality.';
COMMENT ON COLUMN affinity.group_difference.people IS 'People of the group, 5 at least.';
COMMENT ON COLUMN affinity.group_difference.others IS 'People who declared another group of the attribute, 5 at least.';
COMMENT ON COLUMN affinity.group_difference.mean IS 'Mean score of the people of the group, 0 to 100, in whole numbers.';
COMMENT ON COLUMN affinity.group_difference.mean_others IS 'Mean score of the others, 0 to 100, in whole numbers.';
COMMENT ON COLUMN affinity.group_difference.computed_at IS 'When it was published.';

COMMENT ON COLUMN affinity.answer_model.model IS 'The model whose scores the answers are set against: affinity.model.version.';
COMMENT ON COLUMN affinity.answer_model.people IS 'Whose answers they are, 5 at least, or about whom.';
COMMENT ON COLUMN affinity.answer_model.answers IS 'How many answers there are.';
COMMENT ON COLUMN affinity.answer_model.actor_share IS 'Share of the variance that lies in who answers, 0 to 1; NULL: not determined.';
COMMENT ON COLUMN affinity.answer_model.partner_share IS
'Share of the variance that lies in whom it is about, 0 to 1; NULL: not determined.';
COMMENT ON COLUMN affinity.answer_model.coefficients IS
'Of the logistic regression, a point of each phase''s score: visual, personality, biological; NULL: too few answers.';
COMMENT ON COLUMN affinity.answer_model.low IS 'Lower 95 % limits of the coefficients; NULL as these.';
COMMENT ON COLUMN affinity.answer_model.high IS 'Upper 95 % limits of the coefficients; NULL as these.';
COMMENT ON COLUMN affinity.answer_model.computed_at IS 'When it was published.';

COMMENT ON COLUMN affinity.consent_translation.kind IS 'What consent is asked for: affinity.consent_kind.kind.';
COMMENT ON COLUMN affinity.consent_translation.language IS 'Of the words, as BCP 47 writes it; never en.';
COMMENT ON COLUMN affinity.consent_translation.text_version IS
'The version of the words that these translate: affinity.consent_kind.text_version.';
COMMENT ON COLUMN affinity.consent_translation.purpose IS 'The words that are shown.';
