-- What people have agreed to, how far they are, and the constants by which pairs are scored.

CREATE SCHEMA IF NOT EXISTS affinity;
COMMENT ON SCHEMA affinity IS
'Will two people be willing to meet: faces, traits and genes as three kinds of evidence kept apart, scores of pairs, answers.';

CREATE TABLE IF NOT EXISTS affinity.consent_kind (
  kind         text    PRIMARY KEY CHECK (kind ~ '^[a-z][a-z_]*$'),
  phase        integer UNIQUE CHECK (phase BETWEEN 1 AND 3),
  purpose      text    NOT NULL CHECK (purpose <> ''),
  text_version text    NOT NULL CHECK (length(text_version) BETWEEN 1 AND 100)
);
COMMENT ON TABLE affinity.consent_kind IS
'What consent is asked for, in the words that are shown, and the version of these. A site changes purpose and version together; a consent
that was given keeps the text to which it was, until the new one is agreed to (affinity.give_consent). [shipped]';
COMMENT ON COLUMN affinity.consent_kind.phase IS 'Whose data it is for; NULL: for none by itself.';
INSERT INTO affinity.consent_kind (kind, phase, purpose, text_version) VALUES
  ('visual', 1,
   'Your photos are shown to people whom you may meet. A program turns the face on them into numbers, which are biometric data; compares '
   'these with what other people like; and ranks you for them, and them for you. Kept for this: your photos and those numbers, your '
   'ratings of photos, whom you look for (gender, age, distance and roughly where you live), and to whom you have said yes or no, which '
   'nobody is told. Whom you look for shows your sexual orientation. Somebody who knows how scores are made can find out roughly how much '
   'you like their photos. When you withdraw, all of this is deleted at once, and what others have said about meeting you. Who keeps your '
   'data, and for how long, this site tells you.', '1'),
  ('personality', 2,
   'You answer a questionnaire on seven traits: desire, indulgence, acquisitiveness, ease, temper, envy and pride. What you say of '
   'desire is data on your sex life. Your answers and what follows from them are kept and compared with those of others. Others are told '
   'how similar you are, as one number, and never your answers or traits. When you withdraw, all of this is deleted at once. Who keeps '
   'your data, and for how long, this site tells you.', '1'),
  ('genetic', 3,
   'Your HLA type, a part of your genome, is kept encrypted and compared with those of others, who are told low, middle or high '
   'difference. It can tell of diseases and of relatives, and is used for neither; a low band can mean that you are related. No effect of '
   'it on who likes whom has been shown; where it has a weight, a high band raises the score all the same. Other people can find out a '
   'little of your type from bands. When you withdraw, it is deleted at once. Who keeps your data, and for how long, this site tells you.',
   '1'),
  ('research', NULL,
   'What the other kinds allow (ratings, scores, yes and no, and groups that you choose to declare, such as origin) is counted, to '
   'learn how good the scores are and whether they favour some groups. Researchers see how well your taste could be learnt, under a '
   'pseudonym, where at least five take part; all else that they see is figures of at least five people. When you withdraw, you are '
   'counted no more, and the groups that you have declared are deleted. Who keeps your data, and for how long, this site tells you.', '1')
ON CONFLICT DO NOTHING;

CREATE TABLE IF NOT EXISTS affinity.consent (
  person_id    uuid        NOT NULL REFERENCES platform.account ON DELETE CASCADE,
  id           bigint      GENERATED ALWAYS AS IDENTITY,
  kind         text        NOT NULL REFERENCES affinity.consent_kind,
  purpose      text        NOT NULL CHECK (purpose <> ''),
  text_version text        NOT NULL CHECK (length(text_version) BETWEEN 1 AND 100),
  given_at     timestamptz NOT NULL DEFAULT now(),
  withdrawn_at timestamptz CHECK (withdrawn_at >= given_at),
  PRIMARY KEY (person_id, id)
);
CREATE UNIQUE INDEX IF NOT EXISTS consent_live_idx ON affinity.consent (person_id, kind) WHERE withdrawn_at IS NULL;
CREATE INDEX IF NOT EXISTS consent_kind_idx ON affinity.consent (kind);
COMMENT ON TABLE affinity.consent IS
'Who has agreed to what, to which text, and until when: the row that is not withdrawn is the live one, of a person and kind one at most.
Without it nothing of that kind is kept, computed or shown; withdrawing it, or deleting it, takes the data along (affinity.forget).';
COMMENT ON COLUMN affinity.consent.purpose IS 'As it was told when consent was given.';

CREATE TABLE IF NOT EXISTS affinity.phase_completion (
  person_id    uuid        NOT NULL REFERENCES platform.account ON DELETE CASCADE,
  phase        integer     NOT NULL CHECK (phase BETWEEN 1 AND 3),
  completed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (person_id, phase)
);
COMMENT ON TABLE affinity.phase_completion IS
'Which phases a person has completed and when; kept by affinity.settle_phases. A phase is open once the one before is complete.';
COMMENT ON COLUMN affinity.phase_completion.phase IS '1 visual, 2 personality, 3 biological.';

CREATE TABLE IF NOT EXISTS affinity.model (
  version      text        PRIMARY KEY CHECK (version ~ '^[!-~]{1,40}$'),
  weights      jsonb       NOT NULL CHECK (jsonb_typeof(weights) = 'object'),
  mean         text        NOT NULL CHECK (mean IN ('geometric', 'harmonic', 'minimum')),
  hla_method   text        NOT NULL CHECK (hla_method IN ('multiset', 'unique', 'jaccard', 'optimum', 'offspring')),
  hla_loci     text[]      NOT NULL CHECK (cardinality(hla_loci) > 0),
  least_loci   integer     NOT NULL DEFAULT 2 CHECK (least_loci > 0),
  visual_step  float8      NOT NULL DEFAULT 10 CHECK (visual_step BETWEEN 0.001 AND 100),
  trait_step   float8      NOT NULL DEFAULT 10 CHECK (trait_step BETWEEN 0.001 AND 100),
  band_middle  float8      NOT NULL CHECK (band_middle BETWEEN 0 AND 100),
  band_high    float8      NOT NULL CHECK (band_high BETWEEN band_middle AND 100),
  least_ratings integer    NOT NULL CHECK (least_ratings >= 10),
  least_traits integer     NOT NULL CHECK (least_traits BETWEEN 4 AND 7),
  is_active    boolean     NOT NULL DEFAULT false,
  created_at   timestamptz NOT NULL DEFAULT now(),
  CHECK (least_loci <= cardinality(hla_loci))
);
CREATE UNIQUE INDEX IF NOT EXISTS model_active_idx ON affinity.model (is_active) WHERE is_active;
COMMENT ON TABLE affinity.model IS
'The constants by which pairs are scored, in versions that never change: another constant is another version. One is active. [shipped]';
COMMENT ON COLUMN affinity.model.weights IS 'Of the phases in the score of one direction, as harmony.willingness takes them.';
COMMENT ON COLUMN affinity.model.mean IS 'How the two directions become one score, as harmony.willingness takes it.';
COMMENT ON COLUMN affinity.model.hla_method IS 'As harmony.hla_dissimilarity takes it.';
COMMENT ON COLUMN affinity.model.least_loci IS
'A pair has a biological score where at least so many of these loci are compared: of one alone, whoever makes up a typing finds out who
carries an allele.';
COMMENT ON COLUMN affinity.model.visual_step IS
'A visual score counts in the score of a pair as the nearest multiple of this, so that the other side finds out no more.';
COMMENT ON COLUMN affinity.model.trait_step IS
'Traits are compared at the nearest multiples of this: from many similarities no more of them can be solved for.';
COMMENT ON COLUMN affinity.model.band_middle IS
'From here on a biological score is shown as middle, below as low; it is kept and counts in the score of a pair as the middle of its band.';
COMMENT ON COLUMN affinity.model.band_high IS 'From here on as high.';
COMMENT ON COLUMN affinity.model.least_ratings IS 'So many rated photos complete the calibration of phase 1.';
COMMENT ON COLUMN affinity.model.least_traits IS 'So many measured traits complete phase 2.';
INSERT INTO affinity.model (version, weights, mean, hla_method, hla_loci, band_middle, band_high, least_ratings, least_traits, is_active)
VALUES ('1', '{"visual": 0.4, "personality": 0.3, "biological": 0.3}', 'geometric', 'multiset', '{A,B,DRB1}', 40, 70, 10, 4, true)
ON CONFLICT DO NOTHING;

INSERT INTO platform.setting (name, value, allowed, description) VALUES
  ('affinity_exposure', '3', '[1-9][0-9]{0,3}',
   'Nobody stands in more than ten times so many of one day''s top lists, however long these are (affinity.match_top).'),
  ('affinity_publish_every', '30 days', '[1-9][0-9]{0,3} days?', 'How often the job affinity.validate publishes figures at most.'),
  ('affinity_typing_every', '180 days', '[0-9]{1,4} days?', 'How long an HLA typing cannot be replaced.'),
  ('affinity_batch', '200', '[1-9][0-9]{0,5}', 'How many people a job of affinity.score scores against all others at a time.')
ON CONFLICT DO NOTHING;
INSERT INTO platform.limit (what, most, per) VALUES
  ('photos_of_a_person', 6, NULL), ('photos_put', 20, '30 days'), ('consents_given', 20, '1 day'),
  ('questionnaires_answered', 2, '90 days'), ('answers_to_people', 1000, '1 day'), ('filters_changed', 10, '1 day'),
  ('places_changed', 1, '1 day'), ('birth_dates_changed', 1, '1 day')
ON CONFLICT DO NOTHING;

CREATE TABLE IF NOT EXISTS affinity.turn (
  person_id uuid        NOT NULL REFERENCES platform.account ON DELETE CASCADE,
  id        bigint      GENERATED ALWAYS AS IDENTITY,
  what      text        NOT NULL,
  taken_at  timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (person_id, id)
);
COMMENT ON TABLE affinity.turn IS
'How often somebody did what a limit with a time counts (platform.limit), as long as that counts: what was done stays counted when it is
taken back, deleted or withdrawn (affinity.count_turn).';

-- The planner's statistics hold values: whoever may EXPLAIN reads them. None are kept of what is known of people.
ALTER TABLE affinity.consent ALTER COLUMN kind SET STATISTICS 0, ALTER COLUMN text_version SET STATISTICS 0,
  ALTER COLUMN given_at SET STATISTICS 0, ALTER COLUMN withdrawn_at SET STATISTICS 0;
ALTER TABLE affinity.phase_completion ALTER COLUMN phase SET STATISTICS 0, ALTER COLUMN completed_at SET STATISTICS 0;
ALTER TABLE affinity.turn ALTER COLUMN person_id SET STATISTICS 0, ALTER COLUMN what SET STATISTICS 0,
  ALTER COLUMN taken_at SET STATISTICS 0;
