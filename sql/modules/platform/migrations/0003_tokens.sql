-- Tokens that let somebody in: invites, passes, later links to set a password. What a token leads to stands in a table of the
-- module that issues it, with the token's number as its key.

CREATE TABLE IF NOT EXISTS platform.token (
  id              bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind            text        NOT NULL CHECK (kind <> ''),
  token_hash      bytea       NOT NULL UNIQUE CHECK (length(token_hash) = 32),
  organization_id uuid        REFERENCES platform.organization ON DELETE CASCADE,
  expires_at      timestamptz NOT NULL CHECK (isfinite(expires_at)),
  single_use      boolean     NOT NULL DEFAULT true,
  used_at         timestamptz,
  used_by         uuid,
  revoked_at      timestamptz,
  created_at      timestamptz NOT NULL DEFAULT now(),
  created_by      uuid
);
CREATE INDEX IF NOT EXISTS token_organization_id_idx ON platform.token (organization_id);
COMMENT ON TABLE platform.token IS 'One-time and time-limited tokens. Of the token itself only its SHA-256 is kept.';
COMMENT ON COLUMN platform.token.kind IS 'What the token is for, such as invite or boarding.';
COMMENT ON COLUMN platform.token.organization_id IS 'The organisation in whose name it was issued, whose clients see the row.';
COMMENT ON COLUMN platform.token.used_at IS 'Last use; a single-use token is spent by it.';
