-- People over HTTP: whom one may meet, and what one says to that.

CREATE OR REPLACE VIEW api.filters WITH (security_invoker = true) AS
  SELECT f.display_name, f.born_on, f.gender, f.seeks, f.age_from, f.age_to, f.latitude, f.longitude, f.most_km, f.is_active
  FROM affinity.shown_filters() f;
COMMENT ON VIEW api.filters IS
'Whom one wants to meet, and what others'' filters go by.

One''s own, one row; none before set_filters. born_on, gender, latitude and longitude are told to nobody; the place is rounded to a tenth
of a degree, and ages are compared as of the first day of the month of birth.';
COMMENT ON COLUMN api.filters.display_name IS 'What others are told; null: the first word of one''s name.';
COMMENT ON COLUMN api.filters.born_on IS 'Date of birth; null: not told.';
COMMENT ON COLUMN api.filters.gender IS 'By own account, a word in small letters; null: not told.';
COMMENT ON COLUMN api.filters.seeks IS 'Genders; empty: any.';
COMMENT ON COLUMN api.filters.age_from IS 'The youngest age that one seeks, 18 to 120; null: any.';
COMMENT ON COLUMN api.filters.age_to IS 'The oldest age that one seeks, 18 to 120; null: any.';
COMMENT ON COLUMN api.filters.latitude IS 'Degrees north, to a tenth; null: no place was told.';
COMMENT ON COLUMN api.filters.longitude IS 'Degrees east, to a tenth; null: no place was told.';
COMMENT ON COLUMN api.filters.most_km IS 'How far away another may be, 1 to 20100 km; null: any distance.';
COMMENT ON COLUMN api.filters.is_active IS 'false: shown to nobody, and shown nobody.';
-- Nobody may; without it a view of a function is refused with 55000, which is no status, before rights are looked at.
CREATE OR REPLACE TRIGGER fixed INSTEAD OF INSERT OR UPDATE OR DELETE ON api.filters
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE OR REPLACE VIEW api.answers WITH (security_invoker = true) AS
  SELECT a.person, a.display_name, a.answer, a.answered_at FROM affinity.shown_answers() a;
COMMENT ON VIEW api.answers IS
'What one has said about meeting others, the newest first.

One''s own, with consent of kind visual (else 403), about people who still take part; want_to_meet corrects an answer.';
COMMENT ON COLUMN api.answers.person IS 'About whom: as in discover and matches.';
COMMENT ON COLUMN api.answers.display_name IS 'What the other is called, by own choice.';
COMMENT ON COLUMN api.answers.answer IS 'yes or no.';
COMMENT ON COLUMN api.answers.answered_at IS 'When it was said, or corrected last.';
CREATE OR REPLACE TRIGGER fixed INSTEAD OF INSERT OR UPDATE OR DELETE ON api.answers
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

CREATE OR REPLACE VIEW api.blocks WITH (security_invoker = true) AS
  SELECT b.person, b.display_name, b.blocked_at FROM affinity.shown_blocks() b;
COMMENT ON VIEW api.blocks IS
'Whom one has blocked, the newest first.

One''s own, with consent of kind visual (else 403): those whom one would be shown again if block(person, false) took it back. Blocks of
others hold all the same.';
COMMENT ON COLUMN api.blocks.person IS 'Whom one has blocked.';
COMMENT ON COLUMN api.blocks.display_name IS 'What the other is called, by own choice.';
COMMENT ON COLUMN api.blocks.blocked_at IS 'When.';
CREATE OR REPLACE TRIGGER fixed INSTEAD OF INSERT OR UPDATE OR DELETE ON api.blocks
  FOR EACH ROW EXECUTE FUNCTION platform.refuse_change();

SELECT platform.expose('affinity.set_filters(jsonb)',
'Says whom one wants to meet, and what others'' filters go by.

For anyone signed in with consent of kind visual. filters: an object of columns of view filters; those that are not named stay, null takes
one back. 204. Errors: 400 another name, less than 18 years old, or a value that cannot be; 403 no consent; 429 too many changes in a day,
more than one of place or born_on.'),
  platform.expose('affinity.discover(integer)',
'People whom one may meet and has not said yes or no to yet.

For anyone signed in with consent of kind visual. most: 1 to 50. photo: a document, whose bytes document_data gives. Errors: 400 most; 403
no consent.'),
  platform.expose('affinity.want_to_meet(uuid, text)',
'Says whether one would meet somebody; nobody is told.

For anyone signed in with consent of kind visual. person: of discover or matches; answer: yes or no; again corrects it. 201 {person, answer,
answered_at}. Errors: 400 another answer; 403 no consent; 404 somebody whom one is not shown; 429 too many in a day.'),
  platform.expose('affinity.block(uuid, boolean)',
'Blocks somebody, in both directions, or takes that back.

For anyone signed in. person: whom; blocked: false takes it back. 204, whether or not there is such a person. What both said about meeting
each other is deleted, and so are reports on both. Errors: 404 oneself.'),
  platform.secure_api();
