-- A forced-choice Big-Five form: of two statements of different traits, which describes you better? Scored by
-- Thurstonian item response theory (docs/reference/item_response.md).
--
-- An item is a pair. text, trait and keyed are those of the left statement, whose loading has the sign of keyed.

-- The correlations are of the size that meta-analyses of the Big Five report (van der Linden, te Nijenhuis and Bakker
-- 2010), rounded.
INSERT INTO assessment.instrument (code, version, name, kind, scale_min, scale_max, language, instructions, guessing, origin,
                                   requires_times, trait_order, trait_correlation)
VALUES ('forced-choice-30', 1, 'Big-Five forced choice, 30 pairs', 'forced_choice', 1, 2, 'en',
        'Each line holds two statements. Choose the one that describes you better, also where both fit or neither does: '
        '1 = the left one, 2 = the right one.', false, 'harmony', true,
        '{openness,conscientiousness,extraversion,agreeableness,neuroticism}',
        '{{1,0.20,0.43,0.21,-0.17},{0.20,1,0.29,0.43,-0.43},{0.43,0.29,1,0.26,-0.36},{0.21,0.43,0.26,1,-0.36},{-0.17,-0.43,-0.36,-0.36,1}}')
ON CONFLICT DO NOTHING;

-- Every pair of traits meets three times: two desirable statements, two undesirable ones, one of each. Loadings and
-- intercepts are provisional, set by hand to what such statements usually have; a calibrated form is a new version.
INSERT INTO assessment.item (instrument_id, position, text, trait, keyed, loading, intercept,
                             right_text, right_trait, right_loading, right_intercept)
SELECT i.id, e.position, e.text, e.trait, sign(e.loading)::smallint, e.loading, e.intercept,
       e.right_text, e.right_trait, e.right_loading, e.right_intercept
FROM assessment.instrument i
CROSS JOIN (VALUES
    ( 1, 'I look for a new way of doing a familiar job.', 'openness',  0.74,  0.45,
         'I finish what I have begun before I start on something else.', 'conscientiousness',  0.74,  0.45),
    ( 2, 'I tell people bluntly that they are wrong.', 'agreeableness', -0.78, -0.25,
         'I worry about things that may never happen.', 'neuroticism',  0.78, -0.25),
    ( 3, 'I am easily upset by a sharp word.', 'neuroticism',  0.70, -0.40,
         'I start the conversation at a table of strangers.', 'extraversion',  0.74,  0.45),
    ( 4, 'I give way on small things to keep the peace.', 'agreeableness',  0.74,  0.45,
         'I enjoy talking about ideas that have no quick use.', 'openness',  0.68,  0.30),
    ( 5, 'I find the troubles of others tiresome.', 'agreeableness', -0.70, -0.40,
         'I keep in the background when many people are present.', 'extraversion', -0.78, -0.25),
    ( 6, 'I find it hard to think of something to say to new people.', 'extraversion', -0.70, -0.40,
         'I notice the beauty of a place or of a piece of music.', 'openness',  0.62,  0.55),
    ( 7, 'I keep my tools and papers where they belong.', 'conscientiousness',  0.68,  0.30,
         'I notice when a colleague is having a bad day.', 'agreeableness',  0.68,  0.30),
    ( 8, 'I let others do the talking.', 'extraversion', -0.65, -0.15,
         'I put off dull tasks until the last moment.', 'conscientiousness', -0.78, -0.25),
    ( 9, 'I lose interest when a talk turns to theory.', 'openness', -0.78, -0.25,
         'I stay calm when several things go wrong at once.', 'neuroticism', -0.74,  0.45),
    (10, 'I check my work once more before I hand it over.', 'conscientiousness',  0.62,  0.55,
         'I sleep well before an important day.', 'neuroticism', -0.68,  0.30),
    (11, 'I would rather keep to what I know than try something new.', 'openness', -0.70, -0.40,
         'I leave things lying around.', 'conscientiousness', -0.70, -0.40),
    (12, 'My mood changes without a clear reason.', 'neuroticism',  0.65, -0.15,
         'I lend a hand without being asked.', 'agreeableness',  0.62,  0.55),
    (13, 'I speak up first in a meeting.', 'extraversion',  0.68,  0.30,
         'I get over a setback by the next morning.', 'neuroticism', -0.62,  0.55),
    (14, 'I see little point in art or poetry.', 'openness', -0.65, -0.15,
         'I put my own advantage first.', 'agreeableness', -0.65, -0.15),
    (15, 'I bring energy into a tired group.', 'extraversion',  0.62,  0.55,
         'I hold a grudge for a long time.', 'agreeableness', -0.74, -0.50),
    (16, 'I ask why things are done the way they are.', 'openness',  0.78,  0.20,
         'I make friends within a day in a new place.', 'extraversion',  0.78,  0.20),
    (17, 'I forget what I said I would do.', 'conscientiousness', -0.65, -0.15,
         'I suspect a motive behind a kindness.', 'agreeableness', -0.68, -0.30),
    (18, 'I feel drained after an evening in company.', 'extraversion', -0.74, -0.50,
         'I plan the day before it starts.', 'conscientiousness',  0.78,  0.20),
    (19, 'I like to try food and customs that I do not know.', 'openness',  0.70,  0.40,
         'I keep a steady mood through a long week.', 'neuroticism', -0.78,  0.20),
    (20, 'I feel tense before every deadline.', 'neuroticism',  0.74, -0.50,
         'I hurry through details.', 'conscientiousness', -0.74, -0.50),
    (21, 'I picture how things might be rather than how they are.', 'openness',  0.65,  0.35,
         'I drop a task when it becomes tedious.', 'conscientiousness', -0.68, -0.30),
    (22, 'I believe that most people mean well.', 'agreeableness',  0.78,  0.20,
         'I take criticism without brooding over it.', 'neuroticism', -0.70,  0.40),
    (23, 'I would rather eat alone than with a loud group.', 'extraversion', -0.68, -0.30,
         'I go over my mistakes again and again.', 'neuroticism',  0.68, -0.30),
    (24, 'I forgive quickly after a quarrel.', 'agreeableness',  0.70,  0.40,
         'I find it hard to imagine what I have not seen.', 'openness', -0.74, -0.50),
    (25, 'I like to lead when a group has no leader.', 'extraversion',  0.70,  0.40,
         'I listen to the end before I answer.', 'agreeableness',  0.65,  0.35),
    (26, 'I avoid books that make me think hard.', 'openness', -0.68, -0.30,
         'I hold back what I think until I am asked.', 'extraversion', -0.62, -0.35),
    (27, 'I keep a promise even when it costs me an evening.', 'conscientiousness',  0.70,  0.40,
         'I make fun of the mistakes of others.', 'agreeableness', -0.62, -0.35),
    (28, 'I am ready before the agreed time.', 'conscientiousness',  0.65,  0.35,
         'I laugh and talk a great deal.', 'extraversion',  0.65,  0.35),
    (29, 'I seldom wonder how things work.', 'openness', -0.62, -0.35,
         'I lose my temper over small things.', 'neuroticism',  0.62, -0.35),
    (30, 'I think clearly under pressure.', 'neuroticism', -0.65,  0.35,
         'I often look for things that I have mislaid.', 'conscientiousness', -0.62, -0.35)
) AS e (position, text, trait, loading, intercept, right_text, right_trait, right_loading, right_intercept)
WHERE i.code = 'forced-choice-30' AND i.version = 1
ON CONFLICT DO NOTHING;
