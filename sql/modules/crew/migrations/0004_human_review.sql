-- A barrier is not a verdict by machine: an employer lifts it for a candidate, a candidate asks for a human review.

CREATE TABLE IF NOT EXISTS crew.barrier_lift (
  id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  person_id   uuid        NOT NULL,
  campaign_id uuid        NOT NULL,
  is_lifted   boolean     NOT NULL,
  reason      text        NOT NULL CHECK (btrim(reason) <> '' AND length(reason) <= 10000),
  triggers    jsonb       NOT NULL CHECK (jsonb_typeof(triggers) = 'array'),
  decided_at  timestamptz NOT NULL DEFAULT now(),
  decided_by  uuid,
  FOREIGN KEY (person_id, campaign_id) REFERENCES crew.candidacy ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS barrier_lift_person_id_campaign_id_idx ON crew.barrier_lift (person_id, campaign_id, id);
CREATE INDEX IF NOT EXISTS barrier_lift_campaign_id_idx ON crew.barrier_lift (campaign_id);
COMMENT ON TABLE crew.barrier_lift IS
'Where an employer lifted the safety barrier for one candidate, and where it took that back: the newest row of a candidacy counts. Rows
are added, never changed; they go with the candidacy, and stay in the evidence of a decision and in the audit trail.';
COMMENT ON COLUMN crew.barrier_lift.is_lifted IS 'false: taken back.';
COMMENT ON COLUMN crew.barrier_lift.triggers IS 'The rules that fired, [{"trait", "below", "effect"}], as they were then.';

CREATE TABLE IF NOT EXISTS crew.review_request (
  id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  person_id    uuid        NOT NULL,
  campaign_id  uuid        NOT NULL,
  message      text        NOT NULL CHECK (btrim(message) <> '' AND length(message) <= 2000),
  requested_at timestamptz NOT NULL DEFAULT now(),
  answer       text        CHECK (btrim(answer) <> '' AND length(answer) <= 10000),
  answered_at  timestamptz,
  answered_by  uuid,
  FOREIGN KEY (person_id, campaign_id) REFERENCES crew.candidacy ON DELETE CASCADE,
  CHECK ((answer IS NULL) = (answered_at IS NULL))
);
CREATE UNIQUE INDEX IF NOT EXISTS review_request_one_open ON crew.review_request (person_id, campaign_id) WHERE answered_at IS NULL;
CREATE INDEX IF NOT EXISTS review_request_person_id_campaign_id_idx ON crew.review_request (person_id, campaign_id);
CREATE INDEX IF NOT EXISTS review_request_campaign_id_idx ON crew.review_request (campaign_id);
COMMENT ON TABLE crew.review_request IS
'A candidate asks that a person, not a rule, looks at the candidacy (GDPR, article 22), and what the employer answers. One is open at a
time.';

CREATE TABLE IF NOT EXISTS crew.wording (
  code     text NOT NULL,
  language text NOT NULL DEFAULT 'en',
  text     text NOT NULL,
  PRIMARY KEY (code, language)
);
COMMENT ON TABLE crew.wording IS
'What a report says by code, by language (BCP 47); {name} stands for a parameter (crew.statement). [shipped]';
INSERT INTO crew.wording (code, text) VALUES
  ('RULE_DISQUALIFIED',
   'A safety rule of this position applied to you: {trait} below {below}. By this rule alone you are not ranked; no person has decided.'),
  ('RULE_LIFTED', 'A safety rule of this position applied to you: {trait} below {below}. The employer has lifted it: you are ranked with the others.'),
  ('RULE_HIGH_RISK', 'A safety rule of this position marked your application: {trait} below {below}. It excludes nobody.'),
  ('RULE_ADVISORY', 'A safety rule of this position asks for care: {trait} below {below}. It excludes nobody.'),
  ('HUMAN_REVIEW',
   'You may ask that a person looks at your application, and say what you think of it: crew.request_review(campaign, message), up to {length} characters.')
ON CONFLICT DO NOTHING;
