-- Shipped content of the assessment module: traits, instruments and items.
--
-- The Big-Five inventory uses the 50 IPIP factor markers (Goldberg 1992; https://ipip.ori.org, public domain).
-- All other items were written for this project. Every statement can be run again: rows that are there stay as they are.

insert into assessment.trait (code, family, polarity, label)
values
    ('openness',             'big_five',               'high', 'Openness to experience'),
    ('conscientiousness',    'big_five',               'high', 'Conscientiousness'),
    ('extraversion',         'big_five',               'high', 'Extraversion'),
    ('agreeableness',        'big_five',               'high', 'Agreeableness'),
    ('neuroticism',          'big_five',               'low',  'Neuroticism'),
    ('logical',              'cognitive',              'high', 'Logical reasoning'),
    ('numerical',            'cognitive',              'high', 'Numerical reasoning'),
    ('verbal',               'cognitive',              'high', 'Verbal reasoning'),
    ('intrinsic',            'motivation',             'high', 'Intrinsic motivation'),
    ('identified',           'motivation',             'high', 'Identified regulation'),
    ('introjected',          'motivation',             'high', 'Introjected regulation'),
    ('extrinsic_social',     'motivation',             'high', 'Extrinsic regulation, social'),
    ('extrinsic_material',   'motivation',             'high', 'Extrinsic regulation, material'),
    ('amotivation',          'motivation',             'low',  'Amotivation'),
    ('resilience',           'resilience',             'high', 'Resilience'),
    ('autonomy',             'leadership_preferences', 'high', 'Preference for autonomy'),
    ('feedback',             'leadership_preferences', 'high', 'Preference for feedback'),
    ('structure',            'leadership_preferences', 'high', 'Preference for structure')
on conflict do nothing;

-- A cognitive instrument's answers are the numbers of the chosen options, 1 to 4.
insert into assessment.instrument
    (code, version, name, kind, scale_min, scale_max, language, instructions, guessing, origin, requires_times)
values
    ('ipip-ffm-50', 1, 'IPIP Big-Five factor markers, 50 items', 'likert', 1, 5, 'en',
     'Describe yourself as you generally are now, not as you wish to be in the future. For each statement choose how accurately it '
     'describes you: 1 = very inaccurate, 2 = moderately inaccurate, 3 = neither accurate nor inaccurate, 4 = moderately accurate, '
     '5 = very accurate.',
     false, 'harmony', true),
    ('reasoning-18', 1, 'Reasoning, 18 items', 'cognitive', 1, 4, 'en',
     'Each question has four options, and exactly one of them is right. Work without a calculator, as quickly and carefully as you '
     'can. A question left out counts as wrong, and nothing is deducted for a wrong answer.',
     false, 'harmony', true),
    ('motivation-24', 1, 'Work motivation, 24 items', 'likert', 1, 7, 'en',
     'Why do you put effort into your work? For each reason choose how well it applies to you: from 1 = not at all to '
     '7 = completely.',
     false, 'harmony', true),
    ('resilience-10', 1, 'Resilience, 10 items', 'likert', 1, 5, 'en',
     'Think of the past months. For each statement choose how far you agree: 1 = strongly disagree, 2 = disagree, '
     '3 = neither agree nor disagree, 4 = agree, 5 = strongly agree.',
     false, 'harmony', true),
    ('leadership-preferences-12', 1, 'Leadership preferences, 12 items', 'likert', 1, 5, 'en',
     'How would you like to be led? There are no right or wrong answers. For each statement choose how far you agree: '
     '1 = strongly disagree, 2 = disagree, 3 = neither agree nor disagree, 4 = agree, 5 = strongly agree.',
     false, 'harmony', true)
on conflict do nothing;

-- ipip-ffm-50: the usual order E, A, C, N, O. The markers are keyed for emotional stability at the source; here a high score is neurotic.
insert into assessment.item (instrument_id, position, text, trait, keyed)
select instrument.id, entry.position, entry.text, entry.trait, entry.keyed
from assessment.instrument
cross join (values
    ( 1, 'extraversion',       1, 'Am the life of the party.'),
    ( 2, 'agreeableness',     -1, 'Feel little concern for others.'),
    ( 3, 'conscientiousness',  1, 'Am always prepared.'),
    ( 4, 'neuroticism',        1, 'Get stressed out easily.'),
    ( 5, 'openness',           1, 'Have a rich vocabulary.'),
    ( 6, 'extraversion',      -1, 'Don''t talk a lot.'),
    ( 7, 'agreeableness',      1, 'Am interested in people.'),
    ( 8, 'conscientiousness', -1, 'Leave my belongings around.'),
    ( 9, 'neuroticism',       -1, 'Am relaxed most of the time.'),
    (10, 'openness',          -1, 'Have difficulty understanding abstract ideas.'),
    (11, 'extraversion',       1, 'Feel comfortable around people.'),
    (12, 'agreeableness',     -1, 'Insult people.'),
    (13, 'conscientiousness',  1, 'Pay attention to details.'),
    (14, 'neuroticism',        1, 'Worry about things.'),
    (15, 'openness',           1, 'Have a vivid imagination.'),
    (16, 'extraversion',      -1, 'Keep in the background.'),
    (17, 'agreeableness',      1, 'Sympathize with others'' feelings.'),
    (18, 'conscientiousness', -1, 'Make a mess of things.'),
    (19, 'neuroticism',       -1, 'Seldom feel blue.'),
    (20, 'openness',          -1, 'Am not interested in abstract ideas.'),
    (21, 'extraversion',       1, 'Start conversations.'),
    (22, 'agreeableness',     -1, 'Am not interested in other people''s problems.'),
    (23, 'conscientiousness',  1, 'Get chores done right away.'),
    (24, 'neuroticism',        1, 'Am easily disturbed.'),
    (25, 'openness',           1, 'Have excellent ideas.'),
    (26, 'extraversion',      -1, 'Have little to say.'),
    (27, 'agreeableness',      1, 'Have a soft heart.'),
    (28, 'conscientiousness', -1, 'Often forget to put things back in their proper place.'),
    (29, 'neuroticism',        1, 'Get upset easily.'),
    (30, 'openness',          -1, 'Do not have a good imagination.'),
    (31, 'extraversion',       1, 'Talk to a lot of different people at parties.'),
    (32, 'agreeableness',     -1, 'Am not really interested in others.'),
    (33, 'conscientiousness',  1, 'Like order.'),
    (34, 'neuroticism',        1, 'Change my mood a lot.'),
    (35, 'openness',           1, 'Am quick to understand things.'),
    (36, 'extraversion',      -1, 'Don''t like to draw attention to myself.'),
    (37, 'agreeableness',      1, 'Take time out for others.'),
    (38, 'conscientiousness', -1, 'Shirk my duties.'),
    (39, 'neuroticism',        1, 'Have frequent mood swings.'),
    (40, 'openness',           1, 'Use difficult words.'),
    (41, 'extraversion',       1, 'Don''t mind being the center of attention.'),
    (42, 'agreeableness',      1, 'Feel others'' emotions.'),
    (43, 'conscientiousness',  1, 'Follow a schedule.'),
    (44, 'neuroticism',        1, 'Get irritated easily.'),
    (45, 'openness',           1, 'Spend time reflecting on things.'),
    (46, 'extraversion',      -1, 'Am quiet around strangers.'),
    (47, 'agreeableness',      1, 'Make people feel at ease.'),
    (48, 'conscientiousness',  1, 'Am exacting in my work.'),
    (49, 'neuroticism',        1, 'Often feel blue.'),
    (50, 'openness',           1, 'Am full of ideas.')
) as entry (position, trait, keyed, text)
where instrument.code = 'ipip-ffm-50' and instrument.version = 1
on conflict do nothing;

-- reasoning-18: logical, numerical and verbal in turn, from easy to hard; each option is the right one 4 or 5 times.
insert into assessment.item (instrument_id, position, text, trait, keyed, options, correct_option)
select instrument.id, entry.position, entry.text, entry.trait, 1, to_jsonb(entry.options), entry.correct_option
from assessment.instrument
cross join (values
    ( 1, 'logical', 'Every engineer in the team speaks English. Amara is an engineer in the team. Which statement must be true?', 2,
     array['Everyone who speaks English is an engineer.', 'Amara speaks English.',
           'Amara speaks no language but English.', 'Nobody but Amara speaks English.']),
    ( 2, 'numerical', 'Which number continues the series 3, 7, 15, 31, ...?', 3,
     array['47', '62', '63', '64']),
    ( 3, 'verbal', 'Which word is closest in meaning to "reluctant"?', 1,
     array['unwilling', 'lively', 'related', 'honest']),
    ( 4, 'logical', 'If it rains on Friday, the match on Friday is cancelled. The match on Friday was not cancelled. What follows?', 3,
     array['It rained on Friday.', 'It rained on Friday after the match.',
           'It did not rain on Friday.', 'Nothing follows about rain on Friday.']),
    ( 5, 'numerical', 'A printer needs 3 minutes for 12 pages. How many pages does it print in 10 minutes at the same speed?', 1,
     array['40', '48', '60', '120']),
    ( 6, 'verbal', 'Author is to novel as composer is to ...', 4,
     array['orchestra', 'piano', 'concert hall', 'symphony']),
    ( 7, 'logical',
     'Ben is taller than Chloe. Dan is shorter than Chloe. Eva is taller than Ben. Who is the second tallest of the four?', 1,
     array['Ben', 'Chloe', 'Dan', 'Eva']),
    ( 8, 'numerical', 'A price of 80 euros is lowered by 25 %. The new price is then raised by 25 %. What is the price now, in euros?', 2,
     array['70', '75', '80', '85']),
    ( 9, 'verbal', 'Which word means the opposite of "scarce"?', 3,
     array['rare', 'precious', 'abundant', 'frightened']),
    (10, 'logical', 'Nothing in the archive is digital. Some contracts are in the archive. Which statement must be true?', 4,
     array['No contract is digital.', 'Some contracts are digital.',
           'All contracts are in the archive.', 'Some contracts are not digital.']),
    (11, 'numerical', 'Five people need 6 days for a job. How many days do three people need if everyone works at the same pace?', 3,
     array['4', '8', '10', '12']),
    (12, 'verbal',
     'Which word completes the sentence? "Although the evidence was thin, the committee, to everyone''s surprise, ... the claim."', 2,
     array['rejected', 'accepted', 'questioned', 'doubted']),
    (13, 'logical', 'Four talks, P, Q, R and S, are given one after another. Q comes directly after S. P is not first. R is last. '
     'Which talk is first?', 4,
     array['P', 'Q', 'R', 'S']),
    (14, 'numerical', 'The mean age of four colleagues is 35 years. A fifth colleague joins, and the mean age rises to 37 years. '
     'How old is the fifth colleague?', 4,
     array['37', '39', '41', '45']),
    (15, 'verbal', 'Drought is to water as famine is to ...', 3,
     array['hunger', 'poverty', 'food', 'disease']),
    (16, 'logical', 'A key is in exactly one of three boxes, A, B and C. The label on A says: "The key is in A." The label on B says: '
     '"The key is not in B." The label on C says: "The key is not in A." Exactly one of the three labels is true. Where is the key?', 2,
     array['In A', 'In B', 'In C', 'It cannot be told']),
    (17, 'numerical', 'Of the 120 people in a department, 60 % work in sales. One third of the sales people and one quarter of the others '
     'work from home. How many people work from home?', 1,
     array['36', '40', '42', '70']),
    (18, 'verbal', '"The new rule applies to every contract signed after 1 March 2024, unless both parties agree otherwise in writing." '
     'To which contract does the new rule apply?', 1,
     array['One signed on 5 April 2024, with no agreement beside it.',
           'One signed on 5 April 2024, both parties having agreed in writing that the rule does not apply.',
           'One signed on 1 March 2024, with no agreement beside it.',
           'One signed on 20 February 2024, with no agreement beside it.'])
) as entry (position, trait, text, correct_option, options)
where instrument.code = 'reasoning-18' and instrument.version = 1
on conflict do nothing;

-- motivation-24: answers to "Why do you put effort into your work?"; one reason of each kind in each block of six.
insert into assessment.item (instrument_id, position, text, trait, keyed)
select instrument.id, entry.position, entry.text, entry.trait, 1
from assessment.instrument
cross join (values
    ( 1, 'intrinsic',          'Because the tasks themselves spark my curiosity.'),
    ( 2, 'extrinsic_material', 'Because my pay or bonus depends on it.'),
    ( 3, 'identified',         'Because what I achieve serves something I believe in.'),
    ( 4, 'extrinsic_social',   'Because my manager expects it of me.'),
    ( 5, 'introjected',        'Because I would be disappointed in myself if I gave less.'),
    ( 6, 'amotivation',        'In truth I do not: I no longer see what it would be good for.'),
    ( 7, 'identified',         'Because doing it well fits the person I want to be.'),
    ( 8, 'introjected',        'Because my opinion of myself rests on how well I do.'),
    ( 9, 'extrinsic_social',   'Because I want my colleagues to think well of me.'),
    (10, 'amotivation',        'I cannot name a reason: I only go through the motions.'),
    (11, 'intrinsic',          'Because I like being absorbed in a tricky problem.'),
    (12, 'extrinsic_material', 'Because it makes my income safer.'),
    (13, 'introjected',        'Because I get a guilty conscience when I take it easy.'),
    (14, 'intrinsic',          'Because finding out how things work is a pleasure for me.'),
    (15, 'amotivation',        'I put in very little, since it makes no difference either way.'),
    (16, 'identified',         'Because I am convinced that the results are of use.'),
    (17, 'extrinsic_material', 'Because it improves my chances of a better-paid role.'),
    (18, 'extrinsic_social',   'Because people around me would be annoyed if I did not.'),
    (19, 'extrinsic_social',   'Because praise from others matters to me.'),
    (20, 'amotivation',        'I keep asking myself why I bother at all.'),
    (21, 'extrinsic_material', 'Because poor results could cost me benefits I count on.'),
    (22, 'introjected',        'Because I feel an inner pressure never to fall short.'),
    (23, 'identified',         'Because it brings me closer to goals I have chosen for myself.'),
    (24, 'intrinsic',          'Because I would gladly do many of these tasks in my free time.')
) as entry (position, trait, text)
where instrument.code = 'motivation-24' and instrument.version = 1
on conflict do nothing;

-- resilience-10: five items each way; both directions occur at even and at odd positions.
insert into assessment.item (instrument_id, position, text, trait, keyed)
select instrument.id, entry.position, entry.text, 'resilience', entry.keyed
from assessment.instrument
cross join (values
    ( 1,  1, 'When a plan falls apart, I soon start on a new one.'),
    ( 2, -1, 'A single setback can throw me off for days.'),
    ( 3, -1, 'When several things go wrong at once, I want to give up.'),
    ( 4,  1, 'I can still think clearly when things get tense.'),
    ( 5,  1, 'After a disappointment I find my energy again within a short time.'),
    ( 6, -1, 'Sudden changes leave me feeling helpless.'),
    ( 7, -1, 'I brood over failures long after others have moved on.'),
    ( 8,  1, 'I draw something useful from most difficult experiences.'),
    ( 9,  1, 'I know where to turn when I need new strength.'),
    (10, -1, 'Criticism takes away my confidence for a long time.')
) as entry (position, keyed, text)
where instrument.code = 'resilience-10' and instrument.version = 1
on conflict do nothing;

-- leadership-preferences-12: two items each way for each preference.
insert into assessment.item (instrument_id, position, text, trait, keyed)
select instrument.id, entry.position, entry.text, entry.trait, entry.keyed
from assessment.instrument
cross join (values
    ( 1, 'autonomy',   1, 'I work best when I decide for myself how to reach a goal.'),
    ( 2, 'feedback',   1, 'I like to hear often how my work is seen.'),
    ( 3, 'structure', -1, 'I am comfortable when priorities and roles stay open.'),
    ( 4, 'autonomy',  -1, 'I prefer my manager to settle the details of how I work.'),
    ( 5, 'feedback',   1, 'After finishing a task I want to know what I could have done better.'),
    ( 6, 'structure',  1, 'I like to have clear instructions before I begin.'),
    ( 7, 'autonomy',  -1, 'I feel uneasy when I have to decide something without asking my manager first.'),
    ( 8, 'feedback',  -1, 'One review a year is all the feedback I need.'),
    ( 9, 'structure',  1, 'Fixed processes and deadlines help me to do good work.'),
    (10, 'autonomy',   1, 'I like a leader who hands over a task and then stays out of it.'),
    (11, 'feedback',  -1, 'I would rather not have my work commented on while I am at it.'),
    (12, 'structure', -1, 'I would rather see a plan take shape along the way than have it laid out in advance.')
) as entry (position, trait, keyed, text)
where instrument.code = 'leadership-preferences-12' and instrument.version = 1
on conflict do nothing;

-- Parameters of the two-parameter logistic model for tests that can be given adaptively (docs/reference/item_response.md).
--
-- reasoning-18: provisional figures, set by hand from the order of the items, easy to hard, not from answers. One
-- ability stands behind logical, numerical and verbal items alike.
INSERT INTO assessment.item_parameter (instrument_id, position, discrimination, difficulty)
SELECT i.id, e.position, e.discrimination, e.difficulty
FROM assessment.instrument i
CROSS JOIN (VALUES
    ( 1, 1.1, -1.9), ( 2, 1.2, -1.7), ( 3, 1.0, -1.8), ( 4, 1.3, -1.3), ( 5, 1.4, -1.1), ( 6, 1.1, -1.2),
    ( 7, 1.4, -0.8), ( 8, 1.5, -0.3), ( 9, 1.2, -0.7), (10, 1.4,  0.3), (11, 1.6,  0.1), (12, 1.2, -0.1),
    (13, 1.6,  0.6), (14, 1.7,  0.5), (15, 1.3,  0.2), (16, 1.5,  1.5), (17, 1.6,  1.1), (18, 1.2,  0.9)
) AS e (position, discrimination, difficulty)
WHERE i.code = 'reasoning-18' AND i.version = 1
ON CONFLICT DO NOTHING;
