-- Documents over HTTP.

CREATE OR REPLACE VIEW api.documents WITH (security_invoker = true) AS
SELECT d.id, d.owner_id, d.kind, d.title, d.file_name, d.media_type, d.size, encode(d.sha256, 'hex') AS sha256, d.storage, d.status,
       d.expires_on, d.legal_hold, d.verified_at, d.extracted, d.created_at, d.problem
FROM platform.document d;
COMMENT ON VIEW api.documents IS
'The own documents; to employers those of their candidates and crew that are ready and of a kind for them; to administrators all.

title and expires_on can be changed of the own, which takes a verification back. problem says why one is in quarantine.';
COMMENT ON COLUMN api.documents.id IS 'Identifies the document.';
COMMENT ON COLUMN api.documents.owner_id IS 'Whose it is: an account.';
COMMENT ON COLUMN api.documents.kind IS 'What it is of, such as certificate, cv or photo.';
COMMENT ON COLUMN api.documents.title IS 'As its owner calls it, 1 to 200 characters.';
COMMENT ON COLUMN api.documents.file_name IS 'The name under which it is saved.';
COMMENT ON COLUMN api.documents.media_type IS 'What its bytes are, such as application/pdf.';
COMMENT ON COLUMN api.documents.size IS 'Bytes.';
COMMENT ON COLUMN api.documents.sha256 IS 'SHA-256 of the bytes, in hexadecimal digits; null: not known yet.';
COMMENT ON COLUMN api.documents.storage IS 'Where its bytes are kept: database or s3.';
COMMENT ON COLUMN api.documents.status IS 'planned, uploading, checking, ready, quarantined, aborted or deleted.';
COMMENT ON COLUMN api.documents.expires_on IS 'What it says is good until then; null: not told.';
COMMENT ON COLUMN api.documents.legal_hold IS 'Whether it is kept whatever happens.';
COMMENT ON COLUMN api.documents.verified_at IS 'When an administrator verified it; null: not verified.';
COMMENT ON COLUMN api.documents.extracted IS 'What was read in a picture: {text, fields, confidence}; null: nothing.';
COMMENT ON COLUMN api.documents.created_at IS 'When it was planned.';
COMMENT ON COLUMN api.documents.problem IS 'Why it is in quarantine; null: it is not.';

SELECT platform.expose('platform.begin_upload(text, text, text, text, bigint, text, date, text)',
  'Plans a document and says where its parts go.

title, kind, file name, media type and size as they are; where they are known sha256, in hexadecimal digits, and the day when it expires on;
storage database or s3, by default as the size asks for. 201 {document, method, part_size, parts: [{number, url}], expires_at}: by method
database each part goes to upload_part, by multipart to its url by PUT (none yet: ask upload_parts), then complete_upload; 400 what is not
taken; 413 too large, too many; 429 with Retry-After. With an Idempotency-Key a request that comes again gets the same document.', 201,
  once => true, members => '{document}', anew => 'platform.begun_upload'),
  platform.expose('platform.upload_part(bytea)',
  'Takes the bytes of a part, application/octet-stream, with the headers Document and Part.

200 {part, received}; the same part again replaces it. 400 no such part, too short; 404; 409 the upload is over; 413 too large.'),
  platform.expose('platform.upload_parts(uuid, integer[])',
  'Where the parts of an upload go, to begin with S3 and to resume.

Of a document the parts of these numbers, or all. 200 {received, parts: [{number, url}]}; 404; 409 the upload is over.'),
  platform.expose('platform.complete_upload(uuid, jsonb)',
  'Says that all parts of a document are there.

Of S3 with their etags, [{number, etag}]. 200 {document, status}: checking, ready, quarantined, the same again when called again; 400 etags;
404; 409 parts are missing, or the upload was aborted.'),
  platform.expose('platform.abort_upload(uuid)',
  'Ends the upload of a document that is not complete.

204; 404; 409 it is complete.'),
  platform.expose('platform.document_url(uuid)',
  'Where the bytes of a document are: a link to S3 that is good for five minutes, or the path of document_data.

200 {url, expires_in}; 404; 409 not ready.'),
  platform.expose('platform.document_data(uuid)',
  'The bytes of a document that is kept in the database, as application/octet-stream, to be saved under its name.

200; 404; 409 not ready, or kept in S3.', as_type => 'api."*/*"'),
  platform.expose('platform.delete_document(uuid)',
  'Takes the bytes of a document away.

For its owner and administrators. 204, also again; 404; 409 legal hold, or an upload that is not complete.'),
  platform.expose('platform.verify_document(uuid, boolean, text)',
  'Notes that a document is verified, or not any more; of kind identity so of the account too.

For administrators; the note goes into the audit trail. 204; 403; 404; 409 not ready.'),
  platform.secure_api();
