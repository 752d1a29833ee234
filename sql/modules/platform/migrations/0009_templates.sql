-- What messages say, and where webhooks go.

CREATE TABLE IF NOT EXISTS platform.template (
  code          text    NOT NULL CHECK (code ~ '^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$'),
  language      text    NOT NULL DEFAULT 'en' CHECK (language ~ '^[a-z]{2,3}(-[A-Z]{2})?$'),
  version       integer NOT NULL DEFAULT 1 CHECK (version > 0),
  subject       text    NOT NULL CHECK (subject <> '' AND subject !~ '[\x01-\x1f\x7f]'),
  text          text    NOT NULL CHECK (text <> ''),
  html          text    CHECK (html <> ''),
  token_routine text    CHECK (token_routine ~ '^[a-z_][a-z0-9_]*\.[a-z_][a-z0-9_]*$'),
  PRIMARY KEY (code, language, version)
);
COMMENT ON TABLE platform.template IS
'What messages say. {{name}} stands for a parameter of the message; of a code and language the newest version counts. [shipped]';
COMMENT ON COLUMN platform.template.html IS 'NULL: a message of plain text. Parameters are escaped here.';
COMMENT ON COLUMN platform.template.token_routine IS
'schema.name of the function (message platform.outbox, OUT id bigint, OUT token text) that issues what {{token}} stands for when the message
is handed out; NULL: platform.issue_message_token. Only the owner writes here, and it runs as the owner.';

CREATE TABLE IF NOT EXISTS platform.webhook (
  name            text        PRIMARY KEY CHECK (name ~ '^[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$'),
  organization_id uuid        REFERENCES platform.organization ON DELETE CASCADE,
  url             text        NOT NULL CHECK (url ~ '^https://[^\x01-\x20\x7f@]+$' AND length(url) <= 2000),
  is_active       boolean     NOT NULL DEFAULT true,
  created_at      timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX IF NOT EXISTS webhook_organization_id_idx ON platform.webhook (organization_id);
COMMENT ON TABLE platform.webhook IS
'Where messages of channel webhook are posted to, over https. The secret that signs them stands under the name in a file of harmonyd.';
COMMENT ON COLUMN platform.webhook.organization_id IS 'Whose messages go there; NULL: the site''s own.';
