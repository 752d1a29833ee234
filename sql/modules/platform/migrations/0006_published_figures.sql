-- What has been told about groups of people, as it was told.

CREATE TABLE IF NOT EXISTS platform.published_figure (
  id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  organization_id uuid     NOT NULL REFERENCES platform.organization,
  kind         text        NOT NULL CHECK (kind <> ''),
  subject_id   uuid        NOT NULL,
  period       text        NOT NULL CHECK (period <> ''),
  figures      jsonb       NOT NULL,
  basis        jsonb,
  contributors bigint      NOT NULL CHECK (contributors >= 0),
  published_at timestamptz NOT NULL
);
CREATE INDEX IF NOT EXISTS published_figure_organization_id_idx ON platform.published_figure (organization_id);
CREATE INDEX IF NOT EXISTS published_figure_newest_idx ON platform.published_figure (kind, subject_id, period, id);
COMMENT ON TABLE platform.published_figure IS
'Figures about groups of people, rounded, as they were published: the newest row of a kind, subject and period holds. Rows are added,
never changed or removed, and nothing is computed again: later answers, changed groups and erased accounts do not touch them.';
COMMENT ON COLUMN platform.published_figure.organization_id IS 'Whose it is: to whom it is shown.';
COMMENT ON COLUMN platform.published_figure.kind IS 'What it tells, such as survey, weather, fairness.';
COMMENT ON COLUMN platform.published_figure.subject_id IS 'Of whom: the vessel or organisation, or what else its kind is about.';
COMMENT ON COLUMN platform.published_figure.period IS 'What of: a survey, the Monday of a week, a year.';
COMMENT ON COLUMN platform.published_figure.basis IS
'What it is made of, of nobody: the answers in it, sorted, where a later publication adds to this one; the evidence of toxicity. Not for
employers.';
COMMENT ON COLUMN platform.published_figure.contributors IS 'How many people''s answers are in it.';

-- The planner's statistics hold values: none of what is not for everybody.
ALTER TABLE platform.published_figure ALTER COLUMN figures SET STATISTICS 0, ALTER COLUMN basis SET STATISTICS 0;

-- Who has used a token of an organisation is asked of every account that may count.
CREATE INDEX IF NOT EXISTS token_used_by_idx ON platform.token (used_by) WHERE used_by IS NOT NULL;
