-- Which cached documents must be computed again, and which modules are told of changes in another's tables.

CREATE TABLE IF NOT EXISTS platform.stale_mark (
  id        bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind      text        NOT NULL CHECK (kind ~ '^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$'),
  key       uuid,
  marked_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX IF NOT EXISTS stale_mark_kind_key_idx ON platform.stale_mark (kind, key);
COMMENT ON TABLE platform.stale_mark IS
'What has to be computed again, a row for each change, written in the transaction of the change. Rows are only added, so no writer
waits for another; the module of the kind removes them when it computes.';
COMMENT ON COLUMN platform.stale_mark.kind IS 'module.what, such as crew.vessel.';
COMMENT ON COLUMN platform.stale_mark.key IS 'Which one; NULL: all of the kind.';

CREATE TABLE IF NOT EXISTS platform.stale_interest (
  source text NOT NULL CHECK (source <> ''),
  kind   text NOT NULL CHECK (kind ~ '^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$'),
  PRIMARY KEY (source, kind)
);
COMMENT ON TABLE platform.stale_interest IS
'Marks that changes of a source write for other modules: the trigger on the source adds a mark of each kind that is registered for
it. Rows come from platform.register_interest. [shipped]';
COMMENT ON COLUMN platform.stale_interest.source IS 'The table that changes, such as assessment.profile; the mark''s key is its person.';
COMMENT ON COLUMN platform.stale_interest.kind IS 'Kind of the marks; without effect while the module in front of its dot is not there.';
