-- Reports on paper: what kinds there are, and the pages that harmonyd has still to make a file of.

CREATE TABLE IF NOT EXISTS platform.report_kind (
  kind        text    PRIMARY KEY CHECK (kind ~ '^[a-z][a-z0-9_]{0,62}$'),
  routine     text    NOT NULL CHECK (routine ~ '^[a-z_][a-z0-9_]*\.[a-z_][a-z0-9_]*$'),
  description text    NOT NULL CHECK (description <> ''),
  is_personal boolean NOT NULL DEFAULT false
);
COMMENT ON TABLE platform.report_kind IS
'What platform.make_report makes reports of. A site adds rows: docs/reference/reports.md. [shipped]';
COMMENT ON COLUMN platform.report_kind.routine IS
'schema.name of the function (kind text, subject jsonb, language text, OUT title text, OUT body xml, OUT person uuid, OUT organization uuid)
that asks for the rights and makes the content of the page; it is called as who asks.';

COMMENT ON COLUMN platform.report_kind.is_personal IS
'Whether such a report is for who asked for it alone: administrators are not shown it (platform.document).';

-- job_id is no foreign key: jobs that are done are removed many at a time, and nearly none of them is a report.
CREATE TABLE IF NOT EXISTS platform.report_page (
  job_id          bigint      PRIMARY KEY,
  kind            text        NOT NULL REFERENCES platform.report_kind ON DELETE CASCADE,
  format          text        NOT NULL CHECK (format IN ('pdf', 'docx')),
  title           text        NOT NULL,
  person_id       uuid        REFERENCES platform.account ON DELETE CASCADE,
  organization_id uuid        REFERENCES platform.organization ON DELETE CASCADE,
  page            text        NOT NULL,
  made_at         timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX IF NOT EXISTS report_page_kind_idx ON platform.report_page (kind);
CREATE INDEX IF NOT EXISTS report_page_person_id_idx ON platform.report_page (person_id);
CREATE INDEX IF NOT EXISTS report_page_organization_id_idx ON platform.report_page (organization_id);
-- Whoever may EXPLAIN reads the planner's statistics: none are kept of what reports say.
ALTER TABLE platform.report_page ALTER COLUMN format SET STATISTICS 0, ALTER COLUMN title SET STATISTICS 0,
  ALTER COLUMN page SET STATISTICS 0;
COMMENT ON TABLE platform.report_page IS
'Reports that were asked for and are no file yet: gone when they are, when the job is cancelled, and a day after it failed. harmonyd alone
reads them (platform.report_work).';
COMMENT ON COLUMN platform.report_page.person_id IS 'Whom it is about, where that is not who asked for it: it is erased with either.';
COMMENT ON COLUMN platform.report_page.page IS 'XHTML.';

INSERT INTO platform.export_hidden (relation, column_name, reason) VALUES
  ('platform.report_page', '*', 'somebody else''s, for minutes')
ON CONFLICT DO NOTHING;
INSERT INTO platform.job_kind (kind, runs, lease, max_attempts, backoff) VALUES
  ('platform.report', 'worker', '1 minute', 5, '10 seconds')
ON CONFLICT DO NOTHING;
INSERT INTO platform.job_kind (kind, runs, routine, concurrency) VALUES
  ('platform.clean_reports', 'database', 'platform.clean_reports', 1)
ON CONFLICT DO NOTHING;
INSERT INTO platform.schedule (name, kind, every) VALUES ('platform.clean_reports', 'platform.clean_reports', '10 minutes')
ON CONFLICT DO NOTHING;
