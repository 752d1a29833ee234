-- What positions ask of people, and the models that judge.

CREATE OR REPLACE VIEW api.positions WITH (security_invoker = true) AS
  SELECT p.name, p.is_leader, p.sort FROM crew."position" p;
COMMENT ON VIEW api.positions IS
'Positions aboard.

For anyone signed in. is_leader: leads others; sort: the order in which they are shown.';

CREATE OR REPLACE VIEW api.survey_kinds WITH (security_invoker = true) AS
  SELECT k.kind FROM crew.survey_kind k;
COMMENT ON VIEW api.survey_kinds IS
'Kinds of survey.

For anyone signed in: what open_survey takes.';

CREATE OR REPLACE VIEW api.benchmarks WITH (security_invoker = true) AS
  SELECT b."position", b.trait, b.benchmark, b.polarity FROM crew.position_benchmark b;
COMMENT ON VIEW api.benchmarks IS
'What a position asks of a trait, 0 to 100.

For employers and administrators. polarity: high, low or moderate; null: the trait''s own.';

CREATE OR REPLACE VIEW api.safety_rules WITH (security_invoker = true) AS
  SELECT r.id, r.trait, r.below, r.effect, r.positions FROM crew.safety_rule r;
COMMENT ON VIEW api.safety_rules IS
'Rules of the safety barrier: a measured trait below the limit has the effect.

For employers and administrators. effect: DISQUALIFIED, HIGH_RISK or ADVISORY; positions: those that the rule is for, null: all.';

CREATE OR REPLACE VIEW api.model_versions WITH (security_invoker = true) AS
  SELECT m.version, m.origin, m.n, m.r_squared, m.cross_validated_r_squared, m.is_active, m.created_at FROM crew.model_version m;
COMMENT ON VIEW api.model_versions IS
'Versions of the model that predicts success.

For administrators all, for employers the active one. n: hires that it was learnt from; cross_validated_r_squared: on vessels that the fit
has not seen.';

SELECT platform.secure_api();
