-- Shipped content of the crew module. Figures are illustrative and meant to be replaced. Every statement can be run again.

INSERT INTO crew.position (name, is_leader, sort) VALUES
  ('Captain', true, 10), ('First Mate', true, 20), ('Chief Engineer', true, 30), ('2nd Engineer', false, 40), ('Bosun', false, 50),
  ('Deckhand', false, 60), ('Chief Stewardess', true, 70), ('Stewardess', false, 80), ('Chef', false, 90)
ON CONFLICT DO NOTHING;

INSERT INTO crew.position_benchmark ("position", trait, benchmark)
SELECT b."position", t.trait, t.benchmark
FROM (VALUES
  ('Captain',          95, 70, 15, 80, 75,   90, 85, NULL,   60, 0, 90, 80, 85),
  ('First Mate',       90, 75, 20, 75, 70,   85, 80, NULL,   65, 0, 85, 85, 80),
  ('Bosun',            85, 80, 25, 60, 65,   80, 85, NULL,   70, 0, 75, 70, 60),
  ('Deckhand',         80, 85, 30, 50, 60, NULL, 90,   80,   75, 0, 65, 60, 60),
  ('Chief Engineer',   98, 65, 10, 70, 40,   95, 80, NULL,   60, 0, 95, 95, 70),
  ('2nd Engineer',     90, 70, 15, 70, 45,   90, 85, NULL,   65, 0, 90, 90, 65),
  ('Chief Stewardess', 95, 90, 20, 80, 85,   85, 90,   90, NULL, 0, 75, 70, 90),
  ('Stewardess',       85, 95, 25, 75, 80, NULL, 80,   95,   70, 0, 60, 60, 85),
  ('Chef',             90, 60, 35, 95, 50,   98, 70, NULL,   60, 0, 80, 75, 70))
  b ("position", conscientiousness, agreeableness, neuroticism, openness, extraversion, intrinsic, identified, extrinsic_social,
     extrinsic_material, amotivation, logical, numerical, verbal)
CROSS JOIN LATERAL (VALUES
  ('conscientiousness', conscientiousness), ('agreeableness', agreeableness), ('neuroticism', neuroticism), ('openness', openness),
  ('extraversion', extraversion), ('intrinsic', intrinsic), ('identified', identified), ('extrinsic_social', extrinsic_social),
  ('extrinsic_material', extrinsic_material), ('amotivation', amotivation), ('logical', logical), ('numerical', numerical),
  ('verbal', verbal)) t (trait, benchmark)
WHERE t.benchmark IS NOT NULL
ON CONFLICT DO NOTHING;

INSERT INTO crew.safety_rule (trait, below, effect, positions)
SELECT r.trait, r.below, r.effect, r.positions
FROM jsonb_to_recordset(harmony.default_safety_rules()) AS r (trait text, below float8, effect text, positions text[])
WHERE NOT EXISTS (SELECT FROM crew.safety_rule);

INSERT INTO crew.survey_kind (kind, weight, replaces) VALUES
  ('post_charter', 0.3, false), ('post_season', 0.7, false), ('monthly_pulse', 0.3, false), ('conflict_event', 0.5, false),
  ('exit_interview', 1.0, true)
ON CONFLICT DO NOTHING;

INSERT INTO crew.disclosure (what, least_responses, least_people, verified_only) VALUES
  ('survey', 5, 5, false), ('weather', 5, 5, false), ('fairness', 5, 5, true), ('toxicity', 5, 5, false), ('crew', 5, 5, false)
ON CONFLICT DO NOTHING;

INSERT INTO crew.setting DEFAULT VALUES ON CONFLICT DO NOTHING;

INSERT INTO crew.model_version (version, model, origin, is_active)
SELECT 'default', harmony.default_model(), 'shipped', NOT EXISTS (SELECT FROM crew.model_version m WHERE m.is_active)
ON CONFLICT DO NOTHING;
