-- Phase 1 over HTTP: photos, and the photos that everybody rates.

CREATE OR REPLACE VIEW api.photos WITH (security_invoker = true) AS
  SELECT p.id, p.document, p.status, p.model, p.created_at FROM affinity.shown_photos() p;
COMMENT ON VIEW api.photos IS
'Photos of the own face, and what was found on them.

One''s own, with consent of kind visual (else 403). status: checking, ready, no_face, several_faces, too_small, blurred or refused (also
where the face is nearly that of a photo that everybody rates); model:
the net that made the embedding; the picture itself is told by document_data once it is ready.';
COMMENT ON COLUMN api.photos.id IS 'Identifies the photo.';
COMMENT ON COLUMN api.photos.document IS 'The document with the picture: id of documents.';
COMMENT ON COLUMN api.photos.status IS 'checking, ready, no_face, several_faces, too_small, blurred or refused.';
COMMENT ON COLUMN api.photos.model IS 'Name and version of the net that made the embedding; null: there is none.';
COMMENT ON COLUMN api.photos.created_at IS 'When it was handed in.';
-- Nobody may; without it a view of a function is refused with 55000, which is no status, before rights are looked at.
CREATE OR REPLACE TRIGGER fixed INSTEAD OF INSERT OR UPDATE OR DELETE ON api.photos
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

SELECT platform.expose('affinity.photo_put(uuid)',
'Takes an uploaded photo as one of the own face, and has it looked at.

For anyone signed in with consent of kind visual. document: an own document of kind photo, JPEG or PNG. 202 {photo, job}; view photos tells
what was found. Errors: 400 a document that is no photo; 403 no consent; 404 not one''s own; 409 not all of it is there; 413 too many
photos; 429 too many in a day.'),
  platform.expose('affinity.calibration_set()',
'The photos to be rated first, and how one has rated them.

For anyone signed in with consent of kind visual. photo: a document, whose bytes document_data gives; rating: 1 to 5, null not yet. Errors:
403 no consent.'),
  platform.expose('affinity.calibrate(jsonb)',
'Rates photos of calibration_set, from which one''s taste is learnt.

For anyone signed in with consent of kind visual. ratings: [{photo, rating}], rating 1 to 5, "like" or "dislike"; a photo that comes again
is corrected. {n, calibration_complete, loo_rmse}: photos rated, whether the taste could be learnt (not of fewer than ten ratings, nor where
all are equal; without it there are no matches), and how far off it is, in units of a rating. Errors: 400 no ratings, a photo that is not in
the set; 403 no consent.'),
  platform.expose('affinity.visual_score(uuid)',
'How much one will like the photos of somebody, by the own taste.

For anyone signed in with consent of kind visual; person: one of one''s matches. {score, low, high}: 0 to 100, with 95 % limits, as scored
in the night. Errors: 403 no consent; 404 not one of one''s matches; 409 phase 1 is not complete.'),
  platform.secure_api();
