-- What positions ask of people, and the models that judge.

CREATE OR REPLACE VIEW api.positions WITH (security_invoker = true) AS
  SELECT p.name, p.is_leader, p.sort FROM crew."position" p;
COMMENT ON VIEW api.positions IS
'Positions aboard.

For anyone signed in. is_leader: leads others; sort: the order in which they are shown.';
COMMENT ON COLUMN api.positions.name IS 'Name of the position.';
COMMENT ON COLUMN api.positions.is_leader IS 'Whether it leads others.';
COMMENT ON COLUMN api.positions.sort IS 'Order in which positions are shown, the smallest first.';

CREATE OR REPLACE VIEW api.survey_kinds WITH (security_invoker = true) AS
  SELECT k.kind FROM crew.survey_kind k;
COMMENT ON VIEW api.survey_kinds IS
'Kinds of survey.

For anyone signed in: what open_survey takes.';
COMMENT ON COLUMN api.survey_kinds.kind IS 'Its name, such as monthly_pulse or exit_interview.';

CREATE OR REPLACE VIEW api.benchmarks WITH (security_invoker = true) AS
  SELECT b."position", b.trait, b.benchmark, b.polarity FROM crew.position_benchmark b;
COMMENT ON VIEW api.benchmarks IS
'What a position asks of a trait, 0 to 100.

For employers and administrators. polarity: high, low or moderate; null: the trait''s own.';
COMMENT ON COLUMN api.benchmarks."position" IS 'The position: name of positions.';
COMMENT ON COLUMN api.benchmarks.trait IS 'What it asks for, such as conscientiousness.';
COMMENT ON COLUMN api.benchmarks.benchmark IS 'How much of it, 0 to 100.';
COMMENT ON COLUMN api.benchmarks.polarity IS 'high, low or moderate; null: the trait''s own.';

CREATE OR REPLACE VIEW api.safety_rules WITH (security_invoker = true) AS
  SELECT r.id, r.trait, r.below, r.effect, r.positions FROM crew.safety_rule r;
COMMENT ON VIEW api.safety_rules IS
'Rules of the safety barrier: a measured trait below the limit has the effect.

For employers and administrators. effect: DISQUALIFIED, HIGH_RISK or ADVISORY; positions: those that the rule is for, null: all.';
COMMENT ON COLUMN api.safety_rules.id IS 'Identifies the rule.';
COMMENT ON COLUMN api.safety_rules.trait IS 'The trait of a profile that it is about.';
COMMENT ON COLUMN api.safety_rules.below IS 'The limit, 0 to 100: a score strictly below it has the effect.';
COMMENT ON COLUMN api.safety_rules.effect IS 'DISQUALIFIED, HIGH_RISK or ADVISORY.';
COMMENT ON COLUMN api.safety_rules.positions IS 'Positions that the rule is for; null: all.';

CREATE OR REPLACE VIEW api.model_versions WITH (security_invoker = true) AS
  SELECT m.version, m.origin, m.n, m.r_squared, m.cross_validated_r_squared, m.is_active, m.created_at FROM crew.model_version m;
COMMENT ON VIEW api.model_versions IS
'Versions of the model that predicts success.

For administrators all, for employers the active one. n: hires that it was learnt from; cross_validated_r_squared: on vessels that the fit
has not seen.';
COMMENT ON COLUMN api.model_versions.version IS 'Name of the version.';
COMMENT ON COLUMN api.model_versions.origin IS 'shipped, manual, or retrain, learnt from outcomes.';
COMMENT ON COLUMN api.model_versions.n IS 'Hires that it was learnt from, in whole tens; null: it was not fitted.';
COMMENT ON COLUMN api.model_versions.r_squared IS 'R squared of the fit; null: it was not fitted.';
COMMENT ON COLUMN api.model_versions.cross_validated_r_squared IS
'R squared on vessels that the fit has not seen; null: it was not fitted.';
COMMENT ON COLUMN api.model_versions.is_active IS 'Whether it is the one that predicts.';
COMMENT ON COLUMN api.model_versions.created_at IS 'When it was stored.';

SELECT platform.secure_api();
