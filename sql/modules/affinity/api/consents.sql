-- Consent and phases over HTTP.

CREATE OR REPLACE VIEW api.consents WITH (security_invoker = true) AS
  SELECT c.kind, c.purpose, c.text_version, c.given_at, c.withdrawn_at FROM affinity.shown_consents() c;
COMMENT ON VIEW api.consents IS
'What one has agreed to, and what one has withdrawn.

One''s own. kind: visual, personality, genetic or research; live is what is not withdrawn.';
COMMENT ON COLUMN api.consents.kind IS 'visual, personality, genetic or research.';
COMMENT ON COLUMN api.consents.purpose IS 'The words that were agreed to.';
COMMENT ON COLUMN api.consents.text_version IS 'Their version.';
COMMENT ON COLUMN api.consents.given_at IS 'When it was given.';
COMMENT ON COLUMN api.consents.withdrawn_at IS 'When it was withdrawn; null: it is live.';
-- Nobody may; without it a view of a function is refused with 55000, which is no status, before rights are looked at.
CREATE OR REPLACE TRIGGER fixed INSTEAD OF INSERT OR UPDATE OR DELETE ON api.consents
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE OR REPLACE VIEW api.phases WITH (security_invoker = true) AS
  SELECT p.phase, p.status, p.completed_at FROM affinity.shown_phases() p;
COMMENT ON VIEW api.phases IS
'How far one is: the three phases, in their order.

One''s own. phase: 1 visual, 2 personality, 3 biological; status: complete, open, or locked until the phase before is complete. Phase 1 is
complete with ten ratings and a photo, also where no taste could be learnt of them (calibrate tells): until one is, there are no matches.';
COMMENT ON COLUMN api.phases.phase IS '1 visual, 2 personality, 3 biological.';
COMMENT ON COLUMN api.phases.status IS 'complete, open or locked.';
COMMENT ON COLUMN api.phases.completed_at IS 'When it was complete; null: it is not.';
-- Nobody may; without it a view of a function is refused with 55000, which is no status, before rights are looked at.
CREATE OR REPLACE TRIGGER fixed INSTEAD OF INSERT OR UPDATE OR DELETE ON api.phases
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

SELECT platform.expose('affinity.consent_texts(text)',
'What each kind of consent is asked for: the words, and their version.

For anyone signed in; a row a kind: to be shown before consent is asked for. language: of the words, en where there are none in it, which
text_language says. purpose: the words; text_version: what consent takes.'),
  platform.expose('affinity.consent(text, boolean, text, text)',
'Agrees to a kind of data being kept, or withdraws that.

For anyone signed in, in the own name. kind: visual, personality, genetic or research; given: whether; text_version: of the text that was
shown, by default the newest; language: in which it was shown. Withdrawing deletes at once what was kept of that kind, and its scores with
everybody. 204. Errors: 400 no such kind; 409 the text is not of that version any more: show it again; 429 agreed to too often in a day.'),
  platform.secure_api();
