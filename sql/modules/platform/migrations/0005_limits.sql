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

-- A row, and no advisory lock: those anybody can take who can connect. A transaction with an older snapshot fails at it (40001).
CREATE TABLE IF NOT EXISTS platform.limit_turn (
  what     text        NOT NULL,
  whom     uuid        NOT NULL,
  taken_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (what, whom)
) WITH (fillfactor = 50);
COMMENT ON TABLE platform.limit_turn IS
'Who counts what: a row for each limit and each organisation, vessel or person that it is counted for, which a transaction holds from the
moment when it counts until its end (platform.take_turn).';

INSERT INTO platform.limit (what, most, per) VALUES
  ('submissions_a_statement', 10, NULL), ('mails_to_an_address', 5, '1 day'), ('mails_to_an_address_of_all', 20, '1 day')
ON CONFLICT DO NOTHING;
