-- Imports of answers, for administrators.

CREATE OR REPLACE VIEW api.import_batches WITH (security_invoker = true) AS
  SELECT b.id, b.instrument_id AS instrument, b.shape, b.source, b.mapping, b.status, b.report, b.created_at, b.created_by
  FROM assessment.import_batch b;
COMMENT ON VIEW api.import_batches IS
'Imports of answers, with their reports.

For administrators. status: checked, a dry run, which is kept for 90 days; applied; undone. Read the newest first: order=id.desc.';
COMMENT ON COLUMN api.import_batches.id IS 'Identifies the import.';
COMMENT ON COLUMN api.import_batches.instrument IS 'To what was answered: id of instruments.';
COMMENT ON COLUMN api.import_batches.shape IS 'wide, a response a row, or long, an answer a row.';
COMMENT ON COLUMN api.import_batches.source IS 'The system that gave the ids of people and responses; may be empty.';
COMMENT ON COLUMN api.import_batches.mapping IS 'Where what stands in the file, with what its preset says.';
COMMENT ON COLUMN api.import_batches.status IS 'checked, applied or undone.';
COMMENT ON COLUMN api.import_batches.report IS 'Figures: {rows, stored, replaced, persons, answers, missing, rejects, ...}.';
COMMENT ON COLUMN api.import_batches.created_at IS 'When it was checked or applied.';
COMMENT ON COLUMN api.import_batches.created_by IS 'Who asked for it: an account; null: not by a request, or the account is gone.';

CREATE OR REPLACE VIEW api.import_rejects WITH (security_invoker = true) AS
  SELECT r.batch, r.id, r."row", r.line, r.person, r.person_id, r."column", r.item, r.value, r.reason FROM assessment.import_reject r;
COMMENT ON VIEW api.import_rejects IS
'What imports did not take, and why.

For administrators, for 90 days. row: of the file, from 1; line: where it starts; column, item and value: of a cell that is no answer. Read
it by pages: batch=eq.N&order=id&id=gt.N.';
COMMENT ON COLUMN api.import_rejects.batch IS 'The import: id of import_batches.';
COMMENT ON COLUMN api.import_rejects.id IS 'Number of the reject.';
COMMENT ON COLUMN api.import_rejects."row" IS 'Row of the file, from 1; of long data the response''s first.';
COMMENT ON COLUMN api.import_rejects.line IS 'Where the row starts in the file, from 1; null: not of a file with lines.';
COMMENT ON COLUMN api.import_rejects.person IS 'As the file names the person; null: it does not.';
COMMENT ON COLUMN api.import_rejects.person_id IS 'The account of that person; null: none was found.';
COMMENT ON COLUMN api.import_rejects."column" IS 'Of a cell: its column in the file; null: of the row as a whole.';
COMMENT ON COLUMN api.import_rejects.item IS 'Of a cell: the item''s code, else its position; null: of no item.';
COMMENT ON COLUMN api.import_rejects.value IS 'Of a cell: what stood there, its first 200 characters; null: of the row as a whole.';
COMMENT ON COLUMN api.import_rejects.reason IS 'Why it was not taken, by its code, such as bad_person.';

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
