-- Pairs over HTTP: whole numbers and bands, as the night has left them.

CREATE OR REPLACE VIEW api.matches WITH (security_invoker = true) AS
  SELECT m.id, m.person, m.score, m.personality, m.biological, m.missing, m.model, m.computed_at,
         m.display_name
  FROM affinity.shown_matches() m;
COMMENT ON VIEW api.matches IS
'People with whom one is paired, and what the pair scores.

One''s own pairs, with consent of kind visual (else 403). score: of the pair, 0 to 100, and personality: in whole numbers;
biological: low, middle or high; null is what was not measured, missing names the phases; display_name: as the other has chosen it. Scored
in the night.';
COMMENT ON COLUMN api.matches.id IS 'Identifies the pair.';
COMMENT ON COLUMN api.matches.person IS 'The other.';
COMMENT ON COLUMN api.matches.score IS 'Of the pair, 0 to 100, in whole numbers; null: not measured.';
COMMENT ON COLUMN api.matches.personality IS
'Likeness of the traits, 0 to 100, in whole numbers; null: not measured, or one''s own phase is not complete.';
COMMENT ON COLUMN api.matches.biological IS 'low, middle or high; null: not measured, or one''s own phase is not complete.';
COMMENT ON COLUMN api.matches.missing IS 'Phases that were not measured: visual, personality, biological.';
COMMENT ON COLUMN api.matches.model IS 'Version of the model that it was scored by.';
COMMENT ON COLUMN api.matches.computed_at IS 'When it was scored.';
COMMENT ON COLUMN api.matches.display_name IS 'What the other is called, by own choice.';
-- Nobody may; without it a view of a function is refused with 55000, which is no status, before rights are looked at.
CREATE OR REPLACE TRIGGER fixed INSTEAD OF INSERT OR UPDATE OR DELETE ON api.matches
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

SELECT platform.expose('affinity.match(uuid)',
'What one scores with somebody: a row of view matches.

For anyone signed in with consent of kind visual. person: whom view matches names. Errors: 403 no consent; 404 not one of one''s
matches.'),
  platform.expose('affinity.match_top(integer)',
'The people with whom one has the best chances today.

For anyone signed in with consent of kind visual; best first. k: 1 to 50. The list stays the same all day; nobody stands on too many of
them. Errors: 400 k; 403 no consent.'),
  platform.expose('affinity.match_report(bigint, text)',
'A report on one of one''s matches.

For anyone signed in with consent of kind visual. match: its id. format html: 200 {html}, an XHTML document; pdf, docx: 202 {job}, whose
result is {document}, as make_report with kind match. Errors: 400 another format; 403 no consent; 404 not one of one''s matches; 429.'),
  platform.secure_api();
