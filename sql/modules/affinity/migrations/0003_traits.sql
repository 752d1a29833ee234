-- Phase 2: seven traits, by a questionnaire of module assessment.
--
-- The statements were written for this module. Nobody has normed them yet: assessment.build_norms does it from the site's own answers.

INSERT INTO assessment.trait (code, family, polarity, label) VALUES
  ('lust', 'seven_traits', 'moderate', 'Desire'), ('gluttony', 'seven_traits', 'moderate', 'Indulgence'),
  ('greed', 'seven_traits', 'moderate', 'Acquisitiveness'), ('sloth', 'seven_traits', 'moderate', 'Ease'),
  ('wrath', 'seven_traits', 'moderate', 'Temper'), ('envy', 'seven_traits', 'moderate', 'Envy'),
  ('pride', 'seven_traits', 'moderate', 'Pride')
ON CONFLICT DO NOTHING;

INSERT INTO assessment.instrument (code, version, name, kind, scale_min, scale_max, language, instructions, origin,
  requires_times, is_private) VALUES
  ('seven-traits-28', 1, 'Seven traits, 28 items', 'likert', 1, 5, 'en',
   'There are no right or wrong answers, and no side of any trait is the better one. Describe yourself as you are on an ordinary day, not '
   'as you would like to be seen. For each statement choose how well it fits you: 1 = not at all, 2 = little, 3 = partly, 4 = well, '
   '5 = completely.', 'harmony', true, true)
ON CONFLICT DO NOTHING;

-- One statement of each trait in each block of seven; two of each trait are reversed.
INSERT INTO assessment.item (instrument_id, position, text, trait, keyed)
SELECT i.id, e.position, e.text, e.trait, e.keyed
FROM assessment.instrument i CROSS JOIN (VALUES
  ( 1, 'lust',      1, 'Physical attraction shapes my days more than most things.'),
  ( 2, 'gluttony', -1, 'I stop eating as soon as I have had enough, however good it is.'),
  ( 3, 'greed',     1, 'When I own something good, I already want the better one.'),
  ( 4, 'sloth',     1, 'A free day is best spent doing as little as possible.'),
  ( 5, 'wrath',    -1, 'It takes a lot before I raise my voice.'),
  ( 6, 'envy',      1, 'It bothers me when friends get what I have long been hoping for.'),
  ( 7, 'pride',     1, 'I expect people to notice what I am good at.'),
  ( 8, 'gluttony',  1, 'On a good evening I order one more, and then another.'),
  ( 9, 'lust',     -1, 'I can go for weeks without giving a thought to romance or touch.'),
  (10, 'sloth',    -1, 'I get restless when there is nothing to be done.'),
  (11, 'greed',    -1, 'I would rather share what I earn than see it grow.'),
  (12, 'envy',     -1, 'Other people''s luck makes me cheerful too.'),
  (13, 'wrath',     1, 'When somebody is unfair to me, I want to get even.'),
  (14, 'pride',    -1, 'I am happy to let somebody else take the credit.'),
  (15, 'greed',     1, 'Having more than I need gives me a good feeling.'),
  (16, 'lust',      1, 'My thoughts wander off quickly when somebody attractive is near.'),
  (17, 'wrath',     1, 'Small annoyances can spoil my temper for hours.'),
  (18, 'gluttony',  1, 'Good food and drink are among the best reasons to get up.'),
  (19, 'pride',     1, 'In most groups I think I know best.'),
  (20, 'sloth',     1, 'I put off whatever can wait until tomorrow.'),
  (21, 'envy',      1, 'I often compare what I have with what others have.'),
  (22, 'wrath',    -1, 'I forgive easily, even when nobody has said sorry.'),
  (23, 'greed',    -1, 'I give things away without missing them.'),
  (24, 'pride',    -1, 'I tell stories in which I look foolish, and enjoy it.'),
  (25, 'lust',     -1, 'Closeness matters much more to me than desire.'),
  (26, 'sloth',    -1, 'I begin the day with the task that is hardest.'),
  (27, 'envy',     -1, 'I seldom wish for a life other than mine.'),
  (28, 'gluttony', -1, 'I would not cross the street for a special meal.')
) e (position, trait, keyed, text)
WHERE i.code = 'seven-traits-28' AND i.version = 1
ON CONFLICT DO NOTHING;

CREATE TABLE IF NOT EXISTS affinity.questionnaire (
  instrument_id integer PRIMARY KEY REFERENCES assessment.instrument ON DELETE CASCADE
);
COMMENT ON TABLE affinity.questionnaire IS
'The instruments of phase 2: their items are shown, and their answers taken, with consent of kind personality once phase 1 is complete. A
site adds its own, such as a translation, that measures the same seven traits. [shipped]';
INSERT INTO affinity.questionnaire (instrument_id)
SELECT i.id FROM assessment.instrument i WHERE i.code = 'seven-traits-28' AND i.version = 1
ON CONFLICT DO NOTHING;

CREATE TABLE IF NOT EXISTS affinity.trait_score (
  person_id   uuid        PRIMARY KEY REFERENCES platform.account ON DELETE CASCADE,
  scores      float8[]    NOT NULL CHECK (array_ndims(scores) = 1 AND cardinality(scores) = 7),
  measured_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE affinity.trait_score IS
'The traits of a person as pairs are scored by them: lust, gluttony, greed, sloth, wrath, envy, pride, 0 to 100, NULL where not measured.
Derived of the newest results of questionnaires of phase 2, by affinity.take_traits.';
COMMENT ON COLUMN affinity.trait_score.measured_at IS 'When they changed last.';
ALTER TABLE affinity.trait_score ALTER COLUMN scores SET STATISTICS 0, ALTER COLUMN measured_at SET STATISTICS 0;
