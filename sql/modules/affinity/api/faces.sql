-- Photos over HTTP.

SELECT platform.expose('affinity.photo_put(uuid)',
'Takes an uploaded photo as one of the own face, and has it looked at.

For anyone signed in with consent of kind visual. document: an own document of kind photo, JPEG or PNG. 202 {photo, job}; view photos tells
what was found. Errors: 400 a document that is no photo; 403 no consent; 404 not one''s own; 409 not all of it is there; 413 too many
photos; 429 too many in a day.', 202),
  platform.secure_api();
