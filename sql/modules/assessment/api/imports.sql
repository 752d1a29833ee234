-- Imports of answers, for administrators.

CREATE OR REPLACE VIEW api.import_batches WITH (security_invoker = true) AS
  SELECT b.id, b.instrument_id AS instrument, b.shape, b.source, b.mapping, b.status, b.report, b.created_at, b.created_by
  FROM assessment.import_batch b;
COMMENT ON VIEW api.import_batches IS
'Imports of answers, with their reports.

For administrators. status: checked, a dry run, which is kept for 90 days; applied; undone. Read the newest first: order=id.desc.';

CREATE OR REPLACE VIEW api.import_rejects WITH (security_invoker = true) AS
  SELECT r.batch, r.id, r."row", r.line, r.person, r.person_id, r."column", r.item, r.value, r.reason FROM assessment.import_reject r;
COMMENT ON VIEW api.import_rejects IS
'What imports did not take, and why.

For administrators, for 90 days. row: of the file, from 1; line: where it starts; column, item and value: of a cell that is no answer. Read
it by pages: batch=eq.N&order=id&id=gt.N.';

SELECT platform.expose('assessment.request_import(uuid, integer, jsonb, text, boolean)',
'Has a file of answers imported, first as a dry run, which stores no answer.

For administrators. document: one that is ready and kept in the database; instrument: its id; mapping: where what stands, with encoding and
delimiter of the file where they are not as usual; shape: wide, a response a row, or long, an answer a row. 202 {job}, whose result is the
report: {batch, status, rows, stored, replaced, persons, persons_created, answers, missing, rejects, columns, unused_columns, hints}; the
rejects one by one are in import_rejects. Errors: 400 a mapping that cannot be, an instrument that is not there; 403; 404 no such document;
409 one that is not ready.', as_name => 'import_answers'),
  platform.expose('assessment.request_undo(bigint)',
'Takes an import back.

For administrators. batch: of import_batches. {submissions_deleted, submissions_restored, persons_deleted}: of the accounts that it made
those
go that nothing else uses. Errors: 400 no such import; 403; 409 one that is not applied, or that a later one has changed.',
  as_name => 'undo_import'),
  platform.secure_api();
