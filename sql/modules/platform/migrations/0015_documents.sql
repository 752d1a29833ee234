-- Documents: what kinds and types there are, what is known of each, and the bytes of those that are kept in the database.

CREATE TABLE IF NOT EXISTS platform.document_kind (
  kind        text     PRIMARY KEY CHECK (kind ~ '^[a-z][a-z0-9_]*$'),
  description text     NOT NULL CHECK (description <> ''),
  for_clients boolean  NOT NULL DEFAULT false,
  may_upload  boolean  NOT NULL DEFAULT true,
  is_withheld boolean  NOT NULL DEFAULT false,
  keep        interval CHECK (keep > interval '0')
);
COMMENT ON TABLE platform.document_kind IS 'What a document may be of. A site adds rows. [shipped]';
COMMENT ON COLUMN platform.document_kind.for_clients IS
'Whether employers read those of their candidates and crew; else the owner and administrators alone do.';
COMMENT ON COLUMN platform.document_kind.may_upload IS 'Whether people upload such; else they are made here (platform.store_document).';
COMMENT ON COLUMN platform.document_kind.is_withheld IS
'Whether the bytes are shown to nobody as they were uploaded, whoever asks, but only once a module has made them anew
(platform.replace_bytes). Such are kept in the database, and their text is not read.';
COMMENT ON COLUMN platform.document_kind.keep IS
'How long one is kept after the day when it expires, or after it was made where it does not; NULL: until it is deleted.';
INSERT INTO platform.document_kind (kind, description, for_clients, may_upload) VALUES
  ('identity', 'proof of who somebody is; verifying it verifies the account', false, true),
  ('certificate', 'a certificate, licence or diploma', true, true), ('cv', 'a curriculum vitae', true, true),
  ('reference', 'what a former employer wrote', true, true), ('other', 'anything else', false, true),
  ('report', 'a report that was asked for', false, false)
ON CONFLICT DO NOTHING;

CREATE TABLE IF NOT EXISTS platform.media_type (
  media_type text    PRIMARY KEY CHECK (media_type ~ '^[a-z]+/[a-z0-9.+-]+$'),
  extensions text[]  NOT NULL CHECK (cardinality(extensions) > 0),
  begins     bytea[] NOT NULL DEFAULT '{}',
  contains   bytea[] NOT NULL DEFAULT '{}',
  is_text    boolean NOT NULL DEFAULT false,
  most       bigint  CHECK (most > 0),
  CHECK (is_text = (begins = '{}'))
);
COMMENT ON TABLE platform.media_type IS
'The types that a document may have, and how its bytes show it (platform.content_problem). Never XML, SVG or HTML: browsers run those.
[shipped]';
COMMENT ON COLUMN platform.media_type.extensions IS 'One of which the file name ends in, in small letters, without the dot.';
COMMENT ON COLUMN platform.media_type.begins IS 'With one of these the bytes begin.';
COMMENT ON COLUMN platform.media_type.contains IS 'Each of these is among the first or last 64 KiB.';
COMMENT ON COLUMN platform.media_type.is_text IS 'Text in UTF-8, without NUL, that begins with no tag.';
COMMENT ON COLUMN platform.media_type.most IS 'So many bytes at most, since it has to be read as a whole; NULL: as the storage allows.';
INSERT INTO platform.media_type (media_type, extensions, begins, contains, is_text, most) VALUES
  ('application/pdf', '{pdf}', '{"%PDF-"}', '{}', false, NULL),
  ('image/jpeg', '{jpg,jpeg}', '{"\\xffd8ff"}', '{}', false, NULL),
  ('image/png', '{png}', '{"\\x89504e470d0a1a0a"}', '{}', false, NULL),
  ('image/gif', '{gif}', '{GIF87a,GIF89a}', '{}', false, NULL),
  ('text/csv', '{csv}', '{}', '{}', true, NULL),
  ('text/plain', '{txt}', '{}', '{}', true, NULL),
  ('application/json', '{json}', '{}', '{}', true, 10485760),
  ('application/msword', '{doc}', '{"\\xd0cf11e0a1b11ae1"}', '{}', false, NULL),
  ('application/vnd.ms-excel', '{xls}', '{"\\xd0cf11e0a1b11ae1"}', '{}', false, NULL),
  ('application/vnd.ms-powerpoint', '{ppt}', '{"\\xd0cf11e0a1b11ae1"}', '{}', false, NULL),
  ('application/vnd.openxmlformats-officedocument.wordprocessingml.document', '{docx}', '{"\\x504b0304"}',
   '{[Content_Types].xml,word/}', false, NULL),
  ('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', '{xlsx}', '{"\\x504b0304"}',
   '{[Content_Types].xml,xl/}', false, NULL),
  ('application/vnd.openxmlformats-officedocument.presentationml.presentation', '{pptx}', '{"\\x504b0304"}',
   '{[Content_Types].xml,ppt/}', false, NULL)
ON CONFLICT DO NOTHING;

CREATE TABLE IF NOT EXISTS platform.document (
  id              uuid        PRIMARY KEY DEFAULT gen_random_uuid(),
  owner_id        uuid        NOT NULL REFERENCES platform.account ON DELETE CASCADE,
  subject_id      uuid        REFERENCES platform.account ON DELETE CASCADE,
  organization_id uuid        REFERENCES platform.organization ON DELETE SET NULL,
  kind            text        NOT NULL REFERENCES platform.document_kind,
  title           text        NOT NULL CHECK (length(title) <= 200 AND title ~ '[^[:space:]]' AND title !~ '[\x01-\x1f\x7f-\x9f]'),
  file_name       text        NOT NULL CHECK (length(file_name) BETWEEN 1 AND 255 AND file_name !~ '[/\\\x01-\x1f\x7f-\x9f]'
                                              AND position('..' IN file_name) = 0),
  media_type      text        NOT NULL REFERENCES platform.media_type,
  size            bigint      NOT NULL CHECK (size > 0),
  sha256          bytea       CHECK (length(sha256) = 32),
  storage         text        NOT NULL CHECK (storage IN ('database', 's3')),
  part_size       bigint      NOT NULL CHECK (part_size > 0),
  bucket          text,
  object_key      text        NOT NULL CHECK (octet_length(object_key) <= 1024),
  upload_id       text        CHECK (upload_id <> ''),
  etags           jsonb       CHECK (jsonb_typeof(etags) = 'array'),
  status          text        NOT NULL DEFAULT 'planned'
                  CHECK (status IN ('planned', 'uploading', 'checking', 'ready', 'quarantined', 'aborted', 'deleted')),
  problem         text        CHECK (problem <> ''),
  expires_on      date        CHECK (expires_on BETWEEN '1900-01-01' AND '9999-12-31'),
  legal_hold      boolean     NOT NULL DEFAULT false,
  is_withheld     boolean     NOT NULL DEFAULT false,
  is_personal     boolean     NOT NULL DEFAULT false,
  verified_at     timestamptz,
  verified_by     uuid        REFERENCES platform.account ON DELETE SET NULL,
  extracted       jsonb       CHECK (jsonb_typeof(extracted) = 'object'),
  created_at      timestamptz NOT NULL DEFAULT now(),
  touched_at      timestamptz NOT NULL DEFAULT now(),
  CHECK ((storage = 's3') = (bucket IS NOT NULL)),
  CHECK (NOT legal_hold OR status NOT IN ('aborted', 'deleted')),
  CHECK (problem IS NOT NULL OR status <> 'quarantined')
) WITH (fillfactor = 80);
CREATE INDEX IF NOT EXISTS document_owner_id_idx ON platform.document (owner_id);
CREATE INDEX IF NOT EXISTS document_subject_id_idx ON platform.document (subject_id) WHERE subject_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS document_organization_id_idx ON platform.document (organization_id) WHERE organization_id IS NOT NULL;
CREATE INDEX IF NOT EXISTS document_verified_by_idx ON platform.document (verified_by) WHERE verified_by IS NOT NULL;
CREATE INDEX IF NOT EXISTS document_kind_idx ON platform.document (kind);
CREATE INDEX IF NOT EXISTS document_media_type_idx ON platform.document (media_type);
CREATE INDEX IF NOT EXISTS document_open_idx ON platform.document (touched_at) WHERE status IN ('planned', 'uploading');
-- Whoever may EXPLAIN reads the planner's statistics: none are kept of what documents say.
ALTER TABLE platform.document ALTER COLUMN title SET STATISTICS 0, ALTER COLUMN file_name SET STATISTICS 0,
  ALTER COLUMN sha256 SET STATISTICS 0, ALTER COLUMN object_key SET STATISTICS 0, ALTER COLUMN upload_id SET STATISTICS 0,
  ALTER COLUMN etags SET STATISTICS 0, ALTER COLUMN problem SET STATISTICS 0, ALTER COLUMN extracted SET STATISTICS 0,
  ALTER COLUMN expires_on SET STATISTICS 0, ALTER COLUMN verified_at SET STATISTICS 0, ALTER COLUMN legal_hold SET STATISTICS 0,
  ALTER COLUMN is_withheld SET STATISTICS 0, ALTER COLUMN is_personal SET STATISTICS 0;
COMMENT ON TABLE platform.document IS
'Documents, from the plan of their upload on. Of one that is deleted or was aborted the bytes are gone, and the row stays.';
COMMENT ON COLUMN platform.document.subject_id IS 'Whom it is about, where that is not its owner: it is erased with either.';
COMMENT ON COLUMN platform.document.organization_id IS 'For which organisation it was made.';
COMMENT ON COLUMN platform.document.sha256 IS 'As the uploader said, then of the bytes.';
COMMENT ON COLUMN platform.document.part_size IS 'Of each part but the last.';
COMMENT ON COLUMN platform.document.bucket IS 'Where S3 keeps it.';
COMMENT ON COLUMN platform.document.object_key IS '<tenant>/<document>/<file name>';
COMMENT ON COLUMN platform.document.upload_id IS 'Of a multipart upload, as S3 has named it.';
COMMENT ON COLUMN platform.document.etags IS 'Of the parts of a multipart upload that is complete: [{number, etag}].';
COMMENT ON COLUMN platform.document.problem IS 'Why it is in quarantine.';
COMMENT ON COLUMN platform.document.expires_on IS 'What it says is good until then.';
COMMENT ON COLUMN platform.document.legal_hold IS 'It is kept whatever happens (platform.hold_document).';
COMMENT ON COLUMN platform.document.is_withheld IS
'Its bytes are still as they were uploaded, of a kind whose bytes are shown to nobody like that (platform.document_kind).';
COMMENT ON COLUMN platform.document.is_personal IS 'Administrators are not shown it, as of a report of such a kind (platform.report_kind).';
COMMENT ON COLUMN platform.document.extracted IS 'What was read in a picture: {text, fields, confidence}.';
COMMENT ON COLUMN platform.document.touched_at IS 'When something of an upload came last, or was asked for.';

CREATE TABLE IF NOT EXISTS platform.document_part (
  document_id uuid    NOT NULL REFERENCES platform.document ON DELETE CASCADE,
  number      integer NOT NULL CHECK (number BETWEEN 1 AND 10000),
  bytes       bytea   NOT NULL CHECK (length(bytes) > 0),
  PRIMARY KEY (document_id, number)
);
-- Already compressed, nearly all of it; and a part is read as a whole.
ALTER TABLE platform.document_part ALTER COLUMN bytes SET STORAGE EXTERNAL, ALTER COLUMN bytes SET STATISTICS 0;
COMMENT ON TABLE platform.document_part IS 'The bytes of documents that are kept in the database. The owner alone reads them.';

INSERT INTO platform.setting (name, value, allowed, description) VALUES
  ('document_database_most', '10485760', '[1-9][0-9]{0,8}', 'How many bytes a document in the database may have.'),
  ('document_s3_most', '5368709120', '[1-9][0-9]{0,12}', 'How many bytes a document in S3 may have.'),
  ('document_bucket', '', '([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])?', 'The bucket of S3 for documents; empty: all are in the database.'),
  ('document_tenant', 'harmony', '[a-z0-9][a-z0-9_-]{0,62}', 'With what the keys of objects in S3 begin.'),
  ('document_quarantine', '30 days', '[0-9]{1,4} days?', 'How long a document is kept in quarantine.'),
  ('document_scan', 'off', 'on|off', 'on: harmonyd has every upload scanned, those in the database too, before it is ready.'),
  ('document_ocr', 'off', 'on|off', 'on: harmonyd reads the text of pictures and PDF.')
ON CONFLICT DO NOTHING;
INSERT INTO platform.limit (what, most) VALUES ('documents_of_a_person', 200) ON CONFLICT DO NOTHING;
INSERT INTO platform.export_hidden (relation, column_name, reason, shown_when) VALUES
  ('platform.document', '*', 'somebody else''s', 't.owner_id = platform.current_account()'),
  ('platform.document', 'upload_id', 'of use to S3 alone', NULL), ('platform.document', 'etags', 'of use to S3 alone', NULL),
  ('platform.document', 'verified_by', 'somebody else', NULL)
ON CONFLICT DO NOTHING;

INSERT INTO platform.job_kind (kind, runs, routine, lease, max_attempts, concurrency) VALUES
  ('platform.clean_documents', 'database', 'platform.clean_documents', '10 minutes', 3, 1),
  ('document.upload', 'worker', NULL, '1 minute', 10, NULL), ('document.check', 'worker', NULL, '2 minutes', 10, NULL),
  ('document.remove', 'worker', NULL, '1 minute', 20, NULL), ('document.ocr', 'worker', NULL, '2 minutes', 3, NULL)
ON CONFLICT DO NOTHING;
UPDATE platform.job_kind SET cancellable = false WHERE kind IN ('document.upload', 'document.check', 'document.remove');
INSERT INTO platform.schedule (name, kind, every) VALUES ('platform.clean_documents', 'platform.clean_documents', '1 hour')
ON CONFLICT DO NOTHING;

-- What a function returns as this domain PostgREST answers as it is, whatever the request accepts, and as application/octet-stream.
DO $$
BEGIN
  IF to_regtype('api."*/*"') IS NULL THEN
    CREATE DOMAIN api."*/*" AS bytea;
  END IF;
END
$$;
COMMENT ON DOMAIN api."*/*" IS 'Bytes that are answered over HTTP as they are.';
