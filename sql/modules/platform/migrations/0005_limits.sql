-- How much one request may ask for.

CREATE TABLE IF NOT EXISTS platform.limit (
  what text     PRIMARY KEY CHECK (what <> ''),
  most bigint   NOT NULL CHECK (most >= 0),
  per  interval CHECK (per > interval '0')
);
COMMENT ON TABLE platform.limit IS
'How much a request may ask for at once, or within a time; asked by platform.require_limit. A site changes the numbers; what has no row is
not limited. The owner''s own work is not limited either. [shipped]';
COMMENT ON COLUMN platform.limit.what IS 'What is counted, such as submissions_a_statement.';
COMMENT ON COLUMN platform.limit.most IS 'So many pass.';
COMMENT ON COLUMN platform.limit.per IS 'Within this time; NULL: in one call, or altogether, as the name says.';

INSERT INTO platform.limit (what, most, per) VALUES
  ('submissions_a_statement', 10, NULL)
ON CONFLICT DO NOTHING;
