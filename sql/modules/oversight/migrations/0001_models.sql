-- Models under watch: which there are, what they predicted, and what happened.

CREATE SCHEMA IF NOT EXISTS oversight;
COMMENT ON SCHEMA oversight IS
'Watching models, and SQL written by machines: predictions with their outcomes, drift, anomalies.';

CREATE TABLE IF NOT EXISTS oversight.model (
  id              integer     GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organization_id uuid        NOT NULL REFERENCES platform.organization ON DELETE CASCADE,
  name            text        COLLATE "C" NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  kind            text        CHECK (kind IN ('two_classes', 'number')),
  threshold       float8      NOT NULL DEFAULT 0.5 CHECK (threshold BETWEEN 0 AND 1),
  about_people    boolean     NOT NULL DEFAULT false,
  source          text        NOT NULL DEFAULT 'application' CHECK (source IN ('application', 'crew')),
  created_at      timestamptz NOT NULL DEFAULT now(),
  UNIQUE (organization_id, name),
  UNIQUE (id, organization_id),
  CONSTRAINT model_name_reserved CHECK (source = 'crew' OR name <> 'crew y_success')
);
CREATE UNIQUE INDEX IF NOT EXISTS model_one_of_crew_idx ON oversight.model (organization_id) WHERE source = 'crew';
COMMENT ON TABLE oversight.model IS 'Models by their name. The first prediction of one makes it; oversight.register_model says more of it.';
COMMENT ON COLUMN oversight.model.kind IS
'two_classes: predictions are probabilities, outcomes 0 and 1; number: both are of one unit; NULL: as the rows of a window are.';
COMMENT ON COLUMN oversight.model.threshold IS 'Probabilities from it on are decided as positive.';
COMMENT ON COLUMN oversight.model.about_people IS
'Members are told published figures of many people alone, and nothing of inputs, drift and series.';
COMMENT ON COLUMN oversight.model.source IS 'crew: the rows are those of crew.hiring_event, and for administrators alone.';

CREATE TABLE IF NOT EXISTS oversight.prediction (
  id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organization_id uuid        NOT NULL,
  model_id        integer     NOT NULL,
  version         text        COLLATE "C" NOT NULL CHECK (length(version) BETWEEN 1 AND 200),
  prediction      float8      NOT NULL CHECK (prediction BETWEEN -1e100 AND 1e100),
  confidence      float8      CHECK (confidence BETWEEN 0 AND 1),
  outcome         float8      CHECK (outcome BETWEEN -1e100 AND 1e100),
  created_at      timestamptz NOT NULL DEFAULT now() CHECK (isfinite(created_at)),
  validated_at    timestamptz CHECK (isfinite(validated_at)),
  external_id     text        COLLATE "C" CHECK (length(external_id) BETWEEN 1 AND 200),
  subject         bytea       CHECK (length(subject) = 32),
  CHECK ((outcome IS NULL) = (validated_at IS NULL)),
  UNIQUE (model_id, external_id),
  FOREIGN KEY (model_id, organization_id) REFERENCES oversight.model (id, organization_id) ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS prediction_created_at_idx ON oversight.prediction (model_id, created_at);
CREATE INDEX IF NOT EXISTS prediction_validated_at_idx ON oversight.prediction (model_id, validated_at) WHERE validated_at IS NOT NULL;
CREATE INDEX IF NOT EXISTS prediction_organization_id_idx ON oversight.prediction (organization_id, id);
COMMENT ON TABLE oversight.prediction IS 'What models predicted. The outcome is added once, when it is known; nothing else changes.';
COMMENT ON COLUMN oversight.prediction.prediction IS
'The number that was predicted, or the probability of the outcome 1. Up to 1e100, so that sums of squares are numbers.';
COMMENT ON COLUMN oversight.prediction.confidence IS 'How sure the model was, 0 to 1, as it said.';
COMMENT ON COLUMN oversight.prediction.outcome IS 'What happened, in the unit of the prediction; of two classes 1 or 0.';
COMMENT ON COLUMN oversight.prediction.external_id IS 'The row that it was taken over from, of a source that is no application.';
COMMENT ON COLUMN oversight.prediction.subject IS 'SHA-256 of whom it is about, by which people are counted; NULL: everybody once.';

CREATE TABLE IF NOT EXISTS oversight.prediction_input (
  prediction_id   bigint PRIMARY KEY REFERENCES oversight.prediction ON DELETE CASCADE,
  organization_id uuid   NOT NULL REFERENCES platform.organization ON DELETE CASCADE,
  model_id        integer NOT NULL,
  input           jsonb  NOT NULL CHECK (jsonb_typeof(input) = 'object')
);
CREATE INDEX IF NOT EXISTS prediction_input_organization_id_idx ON oversight.prediction_input (organization_id);
COMMENT ON TABLE oversight.prediction_input IS
'What models were given, by its names. Of models about people it is for administrators alone, so it stands apart.';

-- The planner's statistics hold values: none of what is not for everybody.
ALTER TABLE oversight.prediction ALTER COLUMN prediction SET STATISTICS 0, ALTER COLUMN outcome SET STATISTICS 0;
ALTER TABLE oversight.prediction_input ALTER COLUMN input SET STATISTICS 0;

INSERT INTO platform.limit (what, most, per) VALUES ('oversight_predictions', 100000, '1 day') ON CONFLICT DO NOTHING;
INSERT INTO platform.limit (what, most) VALUES ('oversight_models', 1000), ('oversight_input_bytes', 100000),
  ('oversight_input_names', 200) ON CONFLICT DO NOTHING;
