-- Who looks for whom, what people say to each other, and what pairs score.

CREATE TABLE IF NOT EXISTS affinity.filter (
  person_id    uuid        PRIMARY KEY REFERENCES platform.account ON DELETE CASCADE,
  -- Something that is seen, and nothing that turns or hides what stands around it; joiners (U+200C, U+200D) inside words, as Persian has.
  display_name text        CHECK (length(display_name) BETWEEN 1 AND 50
    AND display_name !~ '[\x01-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]'
    AND display_name ~ '[^[:space:]\u00a0\u00ad\u1680\u2000-\u200f\u202f\u205f\u2800\u3000\u3164]'
    AND display_name !~ '(^|[[:space:]\u200c\u200d])[\u200c\u200d]|[\u200c\u200d]([[:space:]]|$)'),
  born_on      date        CHECK (born_on BETWEEN '1900-01-01' AND '9999-12-31'),
  gender       text        CHECK (gender ~ '^[a-z][a-z_]{0,39}$'),
  seeks        text[]      NOT NULL DEFAULT '{}' CHECK (cardinality(seeks) <= 10),
  age_from     integer     CHECK (age_from BETWEEN 18 AND 120),
  age_to       integer     CHECK (age_to BETWEEN 18 AND 120),
  latitude     float8      CHECK (latitude BETWEEN -90 AND 90 AND latitude = round(latitude::numeric, 1)::float8),
  longitude    float8      CHECK (longitude BETWEEN -180 AND 180 AND longitude = round(longitude::numeric, 1)::float8),
  most_km      float8      CHECK (most_km BETWEEN 1 AND 20100),
  is_active    boolean     NOT NULL DEFAULT true,
  -- An element as gender is, and none NULL: put in a line, they are as many words as there are elements.
  CHECK (array_to_string(seeks, ' ') ~ '^([a-z][a-z_]{0,39}( [a-z][a-z_]{0,39}){0,9})?$'
         AND cardinality(string_to_array(array_to_string(seeks, ' '), ' ')) = cardinality(seeks) AND coalesce(array_ndims(seeks), 1) = 1),
  CHECK (age_from <= age_to),
  CHECK ((latitude IS NULL) = (longitude IS NULL))
);
COMMENT ON TABLE affinity.filter IS
'What somebody is by own account, and whom one wants to meet; both sides have to fit (affinity.eligible). Who has no row has no filter.';
COMMENT ON COLUMN affinity.filter.born_on IS
'As it was said; ages are compared as of the first day of its month (affinity.members).';
COMMENT ON COLUMN affinity.filter.display_name IS 'What others are told; NULL: the first word of the name of the account.';
COMMENT ON COLUMN affinity.filter.seeks IS 'Genders; empty: any.';
COMMENT ON COLUMN affinity.filter.latitude IS
'Of a grid of a tenth of a degree, some 10 km, and so is longitude: nothing finer is kept, so that nobody finds out who lives where.';
COMMENT ON COLUMN affinity.filter.most_km IS
'How far away another may be, great circle, in steps (affinity.distance_step); NULL: any distance.';
COMMENT ON COLUMN affinity.filter.is_active IS 'false: shown to nobody, and shown nobody.';

CREATE TABLE IF NOT EXISTS affinity.block (
  person_id  uuid        NOT NULL REFERENCES platform.account ON DELETE CASCADE,
  blocked_id uuid        NOT NULL REFERENCES platform.account ON DELETE CASCADE,
  blocked_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (person_id, blocked_id),
  CHECK (person_id <> blocked_id)
);
CREATE INDEX IF NOT EXISTS block_blocked_id_idx ON affinity.block (blocked_id);
COMMENT ON TABLE affinity.block IS
'Who wants to see no more of whom: it holds in both directions. Answers about each other go with it, and reports on both, as they do when
the other withdraws or is erased: which of these it was cannot be told. The row itself goes with either account.';

CREATE TABLE IF NOT EXISTS affinity.answer (
  person_id   uuid        NOT NULL REFERENCES platform.account ON DELETE CASCADE,
  other_id    uuid        NOT NULL REFERENCES platform.account ON DELETE CASCADE,
  is_willing  boolean     NOT NULL,
  answered_at timestamptz NOT NULL DEFAULT now(),
  model       text        REFERENCES affinity.model,
  scores      float8[]    CHECK (array_ndims(scores) = 1 AND cardinality(scores) = 3),
  PRIMARY KEY (person_id, other_id),
  CHECK (person_id <> other_id),
  CHECK ((model IS NULL) = (scores IS NULL))
);
CREATE INDEX IF NOT EXISTS answer_other_id_idx ON affinity.answer (other_id);
CREATE INDEX IF NOT EXISTS answer_model_idx ON affinity.answer (model);
COMMENT ON TABLE affinity.answer IS
'Whether somebody would meet another: what the scores are validated with. Of people whose consent of kind visual is live. One about who does
not take part is kept and not told meanwhile (affinity.takes_part).';
COMMENT ON COLUMN affinity.answer.model IS 'That the pair was scored by when this was said; NULL: there was no pair.';
COMMENT ON COLUMN affinity.answer.scores IS
'Visual in this direction, personality and biological, as the pair had them when this was said (affinity.scores_of): what was shown, not
what came of it later. The element of a phase is NULL once one of the two has withdrawn the consent that it rests on.';

CREATE TABLE IF NOT EXISTS affinity.pair (
  person_a    uuid        NOT NULL REFERENCES platform.account ON DELETE CASCADE,
  person_b    uuid        NOT NULL REFERENCES platform.account ON DELETE CASCADE,
  id          bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,
  visual_ab      float8   CHECK (visual_ab BETWEEN 0 AND 100),
  visual_ab_low  float8   CHECK (visual_ab_low BETWEEN 0 AND 100),
  visual_ab_high float8   CHECK (visual_ab_high BETWEEN 0 AND 100),
  visual_ba      float8   CHECK (visual_ba BETWEEN 0 AND 100),
  visual_ba_low  float8   CHECK (visual_ba_low BETWEEN 0 AND 100),
  visual_ba_high float8   CHECK (visual_ba_high BETWEEN 0 AND 100),
  personality float8      CHECK (personality BETWEEN 0 AND 100),
  biological  float8      CHECK (biological BETWEEN 0 AND 100),
  loci        text[],
  a_to_b      float8      CHECK (a_to_b BETWEEN 0 AND 100),
  b_to_a      float8      CHECK (b_to_a BETWEEN 0 AND 100),
  score       float8      CHECK (score BETWEEN 0 AND 100),
  missing     text[]      NOT NULL DEFAULT '{}',
  model       text        NOT NULL REFERENCES affinity.model,
  run_id      bigint      NOT NULL,
  computed_at timestamptz NOT NULL,
  PRIMARY KEY (person_a, person_b),
  CHECK (person_a < person_b)
);
CREATE INDEX IF NOT EXISTS pair_person_b_idx ON affinity.pair (person_b, person_a);
CREATE INDEX IF NOT EXISTS pair_model_idx ON affinity.pair (model);
COMMENT ON TABLE affinity.pair IS
'What two people score, once a pair, as affinity.score has left it in the night: of each phase from its own data alone, NULL where it was
not measured. Nobody reads the table: affinity.shown_matches shows a side what it may see, in whole numbers and bands.';
COMMENT ON COLUMN affinity.pair.visual_ab IS 'The face of b to the taste of a, with its 95 % limits; visual_ba the other way round.';
COMMENT ON COLUMN affinity.pair.biological IS 'The middle of its band (harmony_internal.biological_as_told): nothing finer is kept.';
COMMENT ON COLUMN affinity.pair.loci IS 'The loci that can be compared in both.';
COMMENT ON COLUMN affinity.pair.a_to_b IS
'The score of this direction, of what b may find out about a (harmony_internal.pair_score): shown to neither.';
COMMENT ON COLUMN affinity.pair.run_id IS 'The run of affinity.run that wrote it last.';

CREATE TABLE IF NOT EXISTS affinity.run (
  id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  model       text        NOT NULL REFERENCES affinity.model,
  noon        timestamptz NOT NULL UNIQUE,
  started_at  timestamptz NOT NULL DEFAULT now(),
  finished_at timestamptz,
  persons     bigint      NOT NULL DEFAULT 0,
  done        bigint      NOT NULL DEFAULT 0,
  pairs       bigint      NOT NULL DEFAULT 0,
  skipped     bigint      NOT NULL DEFAULT 0,
  is_superseded boolean   NOT NULL DEFAULT false,
  last_person uuid
);
CREATE INDEX IF NOT EXISTS run_model_idx ON affinity.run (model);
COMMENT ON TABLE affinity.run IS
'Each night''s scoring: by which model, of what lay there at which noon, how many people it has to do and has done. One that was broken off
goes on after the person that it had done last.';
COMMENT ON COLUMN affinity.run.skipped IS
'Of how many persons and phases the rows could not be scored: the audit trail names them, action score.skipped.';
COMMENT ON COLUMN affinity.run.is_superseded IS 'Another of a later noon has begun before this one was done, which did no more then.';
COMMENT ON COLUMN affinity.run.noon IS 'In UTC: what was handed in later waits for the next night.';

CREATE TABLE IF NOT EXISTS affinity.top_list (
  person_id uuid    NOT NULL REFERENCES platform.account ON DELETE CASCADE,
  day       date    NOT NULL,
  rank      integer NOT NULL CHECK (rank > 0),
  other_id  uuid    NOT NULL REFERENCES platform.account ON DELETE CASCADE,
  PRIMARY KEY (person_id, day, rank),
  UNIQUE (person_id, day, other_id)
);
CREATE INDEX IF NOT EXISTS top_list_other_id_idx ON affinity.top_list (other_id, day);
COMMENT ON TABLE affinity.top_list IS
'Whom affinity.match_top has told somebody on a day (UTC), in this order: the same all day, but for who is not eligible any more.
That row stays and is not shown meanwhile, so that a person counts once a list and day.';

CREATE TABLE IF NOT EXISTS affinity.exposure (
  person_id uuid    NOT NULL REFERENCES platform.account ON DELETE CASCADE,
  day       date    NOT NULL,
  lists     integer NOT NULL CHECK (lists > 0),
  PRIMARY KEY (person_id, day)
);
COMMENT ON TABLE affinity.exposure IS
'On how many of a day''s top lists somebody stands: ten times platform.setting affinity_exposure at most.';

CREATE TABLE IF NOT EXISTS affinity.day (
  day date PRIMARY KEY
);
COMMENT ON TABLE affinity.day IS
'Days with top lists. Whoever gets a list first holds the row meanwhile: who comes first is served first, and none stands on too many.';

CREATE TABLE IF NOT EXISTS affinity.declared_group (
  person_id   uuid        NOT NULL REFERENCES platform.account ON DELETE CASCADE,
  attribute   text        NOT NULL CHECK (attribute ~ '^[a-z][a-z_]{0,39}$'),
  group_name  text        NOT NULL CHECK (group_name ~ '^[a-z0-9][a-z0-9_+-]{0,39}$'),
  declared_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (person_id, attribute)
);
COMMENT ON TABLE affinity.declared_group IS
'What people say they belong to, if they want to, so that differences of the scores between groups can be told; used for nothing else.';
COMMENT ON COLUMN affinity.declared_group.declared_at IS 'When it was said last that it is this group.';

ALTER TABLE affinity.filter ALTER COLUMN display_name SET STATISTICS 0, ALTER COLUMN born_on SET STATISTICS 0,
  ALTER COLUMN gender SET STATISTICS 0, ALTER COLUMN seeks SET STATISTICS 0, ALTER COLUMN age_from SET STATISTICS 0,
  ALTER COLUMN age_to SET STATISTICS 0, ALTER COLUMN latitude SET STATISTICS 0, ALTER COLUMN longitude SET STATISTICS 0,
  ALTER COLUMN most_km SET STATISTICS 0;
ALTER TABLE affinity.block ALTER COLUMN person_id SET STATISTICS 0, ALTER COLUMN blocked_id SET STATISTICS 0;
ALTER TABLE affinity.answer ALTER COLUMN person_id SET STATISTICS 0, ALTER COLUMN other_id SET STATISTICS 0,
  ALTER COLUMN is_willing SET STATISTICS 0, ALTER COLUMN model SET STATISTICS 0, ALTER COLUMN scores SET STATISTICS 0;
ALTER TABLE affinity.pair ALTER COLUMN visual_ab SET STATISTICS 0, ALTER COLUMN visual_ab_low SET STATISTICS 0,
  ALTER COLUMN visual_ab_high SET STATISTICS 0, ALTER COLUMN visual_ba SET STATISTICS 0, ALTER COLUMN visual_ba_low SET STATISTICS 0,
  ALTER COLUMN visual_ba_high SET STATISTICS 0, ALTER COLUMN personality SET STATISTICS 0, ALTER COLUMN biological SET STATISTICS 0,
  ALTER COLUMN loci SET STATISTICS 0, ALTER COLUMN a_to_b SET STATISTICS 0, ALTER COLUMN b_to_a SET STATISTICS 0,
  ALTER COLUMN score SET STATISTICS 0, ALTER COLUMN missing SET STATISTICS 0;
ALTER TABLE affinity.top_list ALTER COLUMN other_id SET STATISTICS 0;
ALTER TABLE affinity.exposure ALTER COLUMN person_id SET STATISTICS 0, ALTER COLUMN lists SET STATISTICS 0;
ALTER TABLE affinity.declared_group ALTER COLUMN attribute SET STATISTICS 0, ALTER COLUMN group_name SET STATISTICS 0,
  ALTER COLUMN declared_at SET STATISTICS 0;

INSERT INTO platform.job_kind (kind, runs, routine, lease, max_attempts, concurrency) VALUES
  ('affinity.score', 'database', 'affinity.score_job', '30 minutes', 5, 1)
ON CONFLICT DO NOTHING;
INSERT INTO platform.schedule (name, kind, every, next_run_at) VALUES
  ('affinity.score', 'affinity.score', '1 day', date_trunc('day', now(), 'UTC') + interval '1 day 2 hours')
ON CONFLICT DO NOTHING;

INSERT INTO platform.export_hidden (relation, column_name, reason, shown_when) VALUES
  ('affinity.pair', '*', 'of two people, and the other''s side of it; what one may see is in matches', NULL),
  ('affinity.answer', '*', 'somebody else''s, or about somebody who does not take part',
   't.person_id = platform.current_account() AND affinity.takes_part(t.other_id)'),
  ('affinity.answer', 'scores', 'finer than it is told; what one may see is in matches', NULL),
  ('affinity.block', '*', 'somebody else''s', 't.person_id = platform.current_account()'),
  ('affinity.top_list', '*', 'somebody else''s, or of somebody who is not shown',
   't.person_id = platform.current_account() AND affinity.is_eligible(t.person_id, t.other_id)'),
  ('affinity.exposure', '*', 'it follows from what others like', NULL),
  ('affinity.hla_typing', 'key_id', 'of use to the operator alone', NULL)
ON CONFLICT DO NOTHING;
