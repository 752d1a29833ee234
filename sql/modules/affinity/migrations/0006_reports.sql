-- Reports on pairs, and what is published about how good the scores are.

INSERT INTO platform.report_kind (kind, routine, description, is_personal) VALUES
  ('match', 'affinity.match_page', 'What two people score: {match}, the id of one of the own matches.', true)
ON CONFLICT DO NOTHING;

CREATE TABLE IF NOT EXISTS affinity.validation (
  model       text        NOT NULL REFERENCES affinity.model,
  phase       integer     NOT NULL CHECK (phase BETWEEN 1 AND 3),
  pairs       bigint      CHECK (pairs >= 0),
  people      bigint      CHECK (people >= 5),
  auc         float8,
  auc_low     float8,
  auc_high    float8,
  brier       float8,
  slope       float8,
  slope_low   float8,
  slope_high  float8,
  incremental_r_squared float8,
  computed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (model, phase),
  CHECK (people IS NOT NULL OR num_nonnulls(pairs, auc, auc_low, auc_high, brier, slope, slope_low, slope_high, incremental_r_squared) = 0)
);
COMMENT ON TABLE affinity.validation IS
'How well the scores of a model have foretold whom people want to meet, a phase a row, as it was published last (affinity.validate), rounded
to two decimals; who asks does not choose the moment. Of fewer than five people nothing.';

CREATE TABLE IF NOT EXISTS affinity.publication (
  figure       text        NOT NULL CHECK (figure <> ''),
  model        text        NOT NULL REFERENCES affinity.model,
  published_at timestamptz NOT NULL,
  PRIMARY KEY (model, figure)
);
COMMENT ON TABLE affinity.publication IS
'When a figure was published last (affinity.publish), which stays also where what was published is gone: it is published anew only once five
people have added something since.';
COMMENT ON COLUMN affinity.publication.figure IS
'phase 1 to 3 (affinity.validation), answers (affinity.answer_model), an attribute with a phase (affinity.group_difference); or job: when
the job affinity.validate ran, whatever it published.';

CREATE TABLE IF NOT EXISTS affinity.group_difference (
  model       text        NOT NULL REFERENCES affinity.model,
  attribute   text        NOT NULL,
  group_name  text        NOT NULL,
  phase       integer     NOT NULL CHECK (phase BETWEEN 1 AND 3),
  people      bigint      NOT NULL CHECK (people >= 5),
  others      bigint      NOT NULL CHECK (others >= 5),
  mean        float8,
  mean_others float8,
  computed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (model, attribute, group_name, phase)
);
COMMENT ON TABLE affinity.group_difference IS
'What people of a declared group score on the mean, and all others who declared another, as it was published last: nets that were trained on
few kinds of faces are known to favour some. Of attributes of which every group has at least five people.';

CREATE TABLE IF NOT EXISTS affinity.answer_model (
  model        text        PRIMARY KEY REFERENCES affinity.model,
  people       bigint      NOT NULL CHECK (people >= 5),
  answers      bigint      NOT NULL,
  actor_share        float8,
  partner_share      float8,
  relationship_share float8,
  weights      float8[],
  coefficients float8[],
  low          float8[],
  high         float8[],
  computed_at  timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE affinity.answer_model IS
'What lies in the answers about meeting, as it was published last: the shares of who answers, of whom it is about and of the pair
(harmony.social_relations), and what the phases would weigh if these answers were all there is (harmony_internal.phase_weights), NULL where
there are too few; shares and weights to two decimals, coefficients and limits to three. Of fewer than five people no row.';
COMMENT ON COLUMN affinity.answer_model.relationship_share IS 'Of the pair and of chance, which one answer of each cannot tell apart.';
COMMENT ON COLUMN affinity.answer_model.weights IS 'Of visual, personality and biological, as coefficients, low and high.';

INSERT INTO platform.job_kind (kind, runs, routine, lease, max_attempts, concurrency) VALUES
  ('affinity.validate', 'database', 'affinity.validate_job', '30 minutes', 3, 1)
ON CONFLICT DO NOTHING;
INSERT INTO platform.schedule (name, kind, every) VALUES ('affinity.validate', 'affinity.validate', '30 days') ON CONFLICT DO NOTHING;
