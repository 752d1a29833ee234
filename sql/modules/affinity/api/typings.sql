-- Phase 3 over HTTP.

SELECT platform.expose('affinity.hla_put(text)',
'Hands in the own HLA typing, which is sealed and never shown.

For anyone signed in with consent of kind genetic. gl: a GL String of HLA-A, -B and -DRB1. 201 {loci, quality}: which loci can be compared,
and their share. Errors: 400 a typing that cannot be read, or of which nothing can be compared; 403 no consent; 409 phase 2 is not complete,
or less than 180 days after the one before; 413 too long, or too ambiguous.', 201),
  platform.expose('affinity.hla_match(uuid)',
'How different the own HLA type is from that of somebody.

For anyone signed in with consent of kind genetic; person: one of one''s matches. {band, loci}: low, middle or high, as scored in the night,
and the loci that were compared. Errors: 403 no consent; 404 not one of one''s matches; 409 phase 3 is not complete.'),
  platform.expose('affinity.export_typing()',
'Gives the own HLA typing back; each call stands in the audit trail.

For anyone signed in with consent of kind genetic. {typing, typed_at}. Errors: 403 no consent; 404 there is none.'),
  platform.secure_api();
